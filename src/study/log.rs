//! The log of reviews: one line each, only ever added to. Whatever is known of a student is worked
//! out from it.
//!
//! A line has tab-separated fields: `senryaku1`, the id of the line, the day, the model's id, what
//! was done (a grade, or `undo`), how (`choice`, `order`, `recall`, each also `cram-...`), the key
//! of the card, the mark of its answer or the id of the line undone, and a check sum of what
//! stands before it.

use std::fmt;

use super::card::{Key, fnv};
use super::day::Day;
use super::schedule::Grade;
use crate::date::Date;

const FORMAT: &str = "senryaku1";

/// Which line it is: the session, and the number in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LineId {
    /// The session, unlike that of any other running copy. No white space.
    pub session: String,
    /// Counts from 1.
    pub number: u32,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: LineId,
    /// The local day.
    pub day: Day,
    /// The model's id.
    pub model: String,
    /// The card.
    pub key: Key,
    /// What was done.
    pub act: Act,
}

/// What a line tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A review.
    Review {
        /// How well it was known.
        grade: Grade,
        /// In which way it was asked.
        way: Way,
        /// Whether it leaves the schedule alone.
        cram: bool,
        /// The mark of the answer as it was then.
        mark: u64,
    },
    /// That review did not count.
    Undo(LineId),
}

/// In which way a card is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// One of several options.
    Choice,
    /// Events to be put in order.
    Order,
    /// Recalled, then graded by oneself.
    Recall,
}

/// A log as it was read.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The lines that are whole.
    pub lines: Vec<Line>,
    /// Lines that are torn or garbled, as they stand.
    pub garbled: Vec<Vec<u8>>,
}

impl Way {
    const ALL: [Self; 3] = [Self::Choice, Self::Order, Self::Recall];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Order => "order",
            Self::Recall => "recall",
        }
    }
}

impl Log {
    /// Reads a log of any bytes.
    pub fn read(bytes: &[u8]) -> Self {
        let mut log = Self::default();
        for raw in bytes.split(|byte| *byte == b'\n') {
            if raw.is_empty() {
                continue;
            }
            match std::str::from_utf8(raw).ok().and_then(Line::read) {
                Some(line) => log.lines.push(line),
                None => log.garbled.push(raw.to_vec()),
            }
        }
        log
    }
}

impl fmt::Display for LineId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.session, self.number)
    }
}

impl LineId {
    fn read(text: &str) -> Option<Self> {
        let (session, number) = text.rsplit_once('.')?;
        let fits = !session.is_empty() && !session.contains(char::is_whitespace);
        fits.then_some(Self {
            session: session.to_owned(),
            number: number.parse().ok()?,
        })
    }
}

impl Line {
    /// Reads a line without its end; `None` when it is torn or garbled.
    pub fn read(text: &str) -> Option<Self> {
        let (body, sum) = text.rsplit_once('\t')?;
        if sum != format!("{:016x}", fnv(body.as_bytes())) {
            return None;
        }
        let fields: Vec<&str> = body.split('\t').collect();
        let [FORMAT, id, day, model, done, how, key, last] = fields.as_slice() else {
            return None;
        };
        let date = day.parse::<Date>().ok().filter(|date| date.day().is_some());
        let act = match (Grade::named(done), *done) {
            (Some(grade), _) => {
                let (way, cram) = match how.strip_prefix("cram-") {
                    Some(way) => (way, true),
                    None => (*how, false),
                };
                Act::Review {
                    grade,
                    way: Way::ALL.into_iter().find(|each| each.word() == way)?,
                    cram,
                    mark: u64::from_str_radix(last, 16).ok()?,
                }
            }
            (None, "undo") => Act::Undo(LineId::read(last)?),
            _ => return None,
        };
        Some(Self {
            id: LineId::read(id)?,
            day: Day::of(date?),
            model: (*model).to_owned(),
            key: Key::read(key)?,
            act,
        })
    }
}

impl fmt::Display for Line {
    /// The line with its end, ready to be added to the log.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (done, how, last) = match &self.act {
            Act::Review {
                grade,
                way,
                cram,
                mark,
            } => {
                let cram = if *cram { "cram-" } else { "" };
                let how = format!("{cram}{}", way.word());
                (grade.word(), how, format!("{mark:016x}"))
            }
            Act::Undo(id) => ("undo", "-".to_owned(), id.to_string()),
        };
        let body = format!(
            "{FORMAT}\t{}\t{}\t{}\t{done}\t{how}\t{}\t{last}",
            self.id,
            self.day.date().iso(),
            self.model,
            self.key,
        );
        writeln!(out, "{body}\t{:016x}", fnv(body.as_bytes()))
    }
}
