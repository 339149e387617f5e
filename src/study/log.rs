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

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Whether a line says of itself that it is of a later format.
fn is_newer(raw: &[u8]) -> bool {
    let name = raw.split(|byte| *byte == b'\t').next().unwrap_or_default();
    let number = name.strip_prefix(b"senryaku").map(str::from_utf8);
    number.is_some_and(|number| number.is_ok_and(|number| number.parse().is_ok_and(|n: u32| n > 1)))
}

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
    /// How many lines a later version of the program wrote, in a format that is not known here.
    pub newer: usize,
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
    /// Reads a log of any bytes. Line ends of Windows and a byte order mark, which editors add, are
    /// no part of a line.
    pub fn read(bytes: &[u8]) -> Self {
        let mut log = Self::default();
        for raw in bytes.split(|byte| *byte == b'\n') {
            let raw = raw.strip_prefix(BYTE_ORDER_MARK).unwrap_or(raw);
            let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
            if raw.is_empty() {
                continue;
            }
            match std::str::from_utf8(raw).ok().and_then(Line::read) {
                Some(line) => log.lines.push(line),
                None if is_newer(raw) => log.newer += 1,
                None => log.garbled.push(raw.to_vec()),
            }
        }
        log
    }

    /// Lets reviews that are dated after a day count as of that day: a clock was wrong, or is. Says
    /// how many there are.
    pub fn until(&mut self, today: Day) -> usize {
        let later = self.lines.iter_mut().filter(|line| line.day > today);
        later.map(|line| line.day = today).count()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: u32, day: Day) -> Line {
        Line {
            id: LineId {
                session: "s".to_owned(),
                number,
            },
            day,
            model: "m".to_owned(),
            key: Key::new("year", ["x"]),
            act: Act::Review {
                grade: Grade::Good,
                way: Way::Choice,
                cram: false,
                mark: 1,
            },
        }
    }

    #[test]
    fn line_ends_of_windows_and_byte_order_marks_are_no_damage() {
        let lines = [line(1, Day::default()), line(2, Day::default())];
        let text = format!("\u{feff}{}{}", lines[0], lines[1]).replace('\n', "\r\n");
        let log = Log::read(text.as_bytes());
        assert_eq!(log.lines, lines);
        assert!(log.garbled.is_empty());
    }

    #[test]
    fn a_line_of_a_newer_format_is_newer_and_not_broken() {
        let text = format!(
            "senryaku2\ts.1\twhatever\nsenryaku1\ttorn\nsenryaku\tx\n{}",
            line(1, Day::default())
        );
        let log = Log::read(text.as_bytes());
        assert_eq!((log.newer, log.garbled.len(), log.lines.len()), (1, 2, 1));
    }

    #[test]
    fn reviews_after_a_day_count_as_of_that_day() {
        let today = Day::default().plus(3);
        let mut log = Log {
            lines: vec![line(1, Day::default()), line(2, today.plus(9))],
            ..Log::default()
        };
        assert_eq!(log.until(today), 1);
        assert_eq!(log.lines[1].day, today);
        assert_eq!(log.until(today), 0);
    }
}
