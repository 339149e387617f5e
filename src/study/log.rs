//! The log of reviews: one line each, only ever added to. Whatever is known of a student is worked
//! out from it.
//!
//! A line has tab-separated fields: `senryaku1`, the id of the line, the day, the model's id, what
//! was done (a grade, or `undo`), how (`choice`, `order`, `recall`, each also `cram-...`), the key
//! of the card, the mark of its answer or the id of the line undone, and a check sum of what
//! stands before it. A line `senryaku2` is the same with `aside` or `back` as what was done and the
//! reason, or `-`, in place of the mark: a version that does not know it keeps it and counts on.

use std::fmt;

use super::card::{Key, fnv};
use super::day::Day;
use super::schedule::Grade;
use crate::date::Date;
use crate::text::Clean;

const FORMAT: &str = "senryaku1";

/// The format of lines that came later, so that older versions know them for newer.
const LATER: &str = "senryaku2";

/// What stands for no reason, and for a field that is not used.
const NOTHING: &str = "-";

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Whether a line says of itself that it is of a later format, or is whole and tells what is not
/// known here.
fn is_newer(raw: &[u8]) -> bool {
    let name = raw.split(|byte| *byte == b'\t').next().unwrap_or_default();
    let number = name.strip_prefix(b"senryaku").map(str::from_utf8);
    let number = number.and_then(|number| number.ok()?.parse::<u32>().ok());
    match number {
        Some(2) => str::from_utf8(raw).is_ok_and(|text| whole(text).is_some()),
        number => number.is_some_and(|number| number > 2),
    }
}

/// What stands before the check sum, when that is right.
fn whole(text: &str) -> Option<&str> {
    let (body, sum) = text.rsplit_once('\t')?;
    (sum == format!("{:016x}", fnv(body.as_bytes()))).then_some(body)
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
    /// That line did not count.
    Undo(LineId),
    /// The card is not to be asked any more, for a reason that may be empty.
    Aside(String),
    /// The card is to be asked again.
    Back,
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
        let fields: Vec<&str> = whole(text)?.split('\t').collect();
        let [format, id, day, model, done, how, key, last] = fields.as_slice() else {
            return None;
        };
        let date = day.parse::<Date>().ok().filter(|date| date.day().is_some());
        let act = match (*format, Grade::named(done), *done) {
            (FORMAT, Some(grade), _) => {
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
            (FORMAT, None, "undo") => Act::Undo(LineId::read(last)?),
            (LATER, None, "aside") if *last == NOTHING => Act::Aside(String::new()),
            (LATER, None, "aside") => Act::Aside(Clean::new(last).to_string()),
            (LATER, None, "back") => Act::Back,
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
        let (format, (done, how, last)) = match &self.act {
            Act::Review {
                grade,
                way,
                cram,
                mark,
            } => {
                let cram = if *cram { "cram-" } else { "" };
                let how = format!("{cram}{}", way.word());
                (FORMAT, (grade.word(), how, format!("{mark:016x}")))
            }
            Act::Undo(id) => (FORMAT, ("undo", NOTHING.to_owned(), id.to_string())),
            Act::Aside(reason) => {
                let reason = reason.replace(char::is_control, " ");
                let reason = match reason.trim() {
                    "" => NOTHING.to_owned(),
                    reason => reason.to_owned(),
                };
                (LATER, ("aside", NOTHING.to_owned(), reason))
            }
            Act::Back => (LATER, ("back", NOTHING.to_owned(), NOTHING.to_owned())),
        };
        let body = format!(
            "{format}\t{}\t{}\t{}\t{done}\t{how}\t{}\t{last}",
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
            "senryaku3\ts.1\twhatever\nsenryaku1\ttorn\nsenryaku\tx\nsenryaku2\ttorn\n{}",
            line(1, Day::default())
        );
        let log = Log::read(text.as_bytes());
        assert_eq!((log.newer, log.garbled.len(), log.lines.len()), (1, 3, 1));
    }

    #[test]
    fn putting_aside_is_a_line_of_the_later_format_and_reads_back() {
        for act in [
            Act::Aside(String::new()),
            Act::Aside("two answers look right".to_owned()),
            Act::Back,
        ] {
            let line = Line {
                act,
                ..line(1, Day::default())
            };
            let text = line.to_string();
            assert!(text.starts_with("senryaku2\t"), "{text}");
            assert_eq!(Line::read(text.trim_end()), Some(line));
        }
    }

    #[test]
    fn a_reason_cannot_break_its_line() {
        let line = Line {
            act: Act::Aside("a\tb\nc".to_owned()),
            ..line(1, Day::default())
        };
        let read = Line::read(line.to_string().trim_end()).unwrap();
        assert_eq!(read.act, Act::Aside("a b c".to_owned()));
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
