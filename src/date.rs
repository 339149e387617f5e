//! A date that is never more precise than what is known: a year, a month or a day.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A date of the Gregorian calendar, at the precision of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Date {
    /// A year alone.
    Year(i16),
    /// A year and a month, from 1.
    Month(i16, i8),
    /// A full date: year, month and day, both from 1.
    Day(i16, i8, i8),
}

/// What is wrong with a text that should be a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `2021`, `2021-09` or `2021-09-28`.
    Form,
    /// No such month.
    Month,
    /// No such day in that month.
    Day,
}

impl fmt::Display for DateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Form => "a date is written `2021`, `2021-09` or `2021-09-28`",
            Self::Month => "a month is between 01 and 12",
            Self::Day => "that month has no such day",
        })
    }
}

impl std::error::Error for DateError {}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Date {
    /// The year.
    pub const fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Month(year, _) | Self::Day(year, ..) => year,
        }
    }

    /// The month from 1, when known.
    pub const fn month(self) -> Option<i8> {
        match self {
            Self::Year(_) => None,
            Self::Month(_, month) | Self::Day(_, month, _) => Some(month),
        }
    }

    /// The day of the month from 1, when known.
    pub const fn day(self) -> Option<i8> {
        match self {
            Self::Day(_, _, day) => Some(day),
            _ => None,
        }
    }

    /// The first day it can mean.
    #[must_use]
    pub const fn first_day(self) -> Self {
        match self {
            Self::Year(year) => Self::Day(year, 1, 1),
            Self::Month(year, month) => Self::Day(year, month, 1),
            Self::Day(..) => self,
        }
    }

    /// The last day it can mean.
    #[must_use]
    pub fn last_day(self) -> Self {
        match self {
            Self::Year(year) => Self::Day(year, 12, 31),
            Self::Month(year, month) => {
                let first = jiff::civil::Date::new(year, month, 1);
                Self::Day(
                    year,
                    month,
                    first.map_or(28, jiff::civil::Date::days_in_month),
                )
            }
            Self::Day(..) => self,
        }
    }

    /// The year, month or day before it.
    #[must_use]
    pub fn before(self) -> Self {
        match self {
            Self::Year(year) => Self::Year(year - 1),
            Self::Month(year, 1) => Self::Month(year - 1, 12),
            Self::Month(year, month) => Self::Month(year, month - 1),
            Self::Day(year, month, day) => {
                let day = jiff::civil::Date::new(year, month, day);
                let before = day.ok().and_then(|day| day.yesterday().ok());
                before.map_or(self, |day| Self::Day(day.year(), day.month(), day.day()))
            }
        }
    }

    /// Whether it is coarser than another date and contains it.
    pub fn contains(self, finer: Self) -> bool {
        self != finer
            && self.first_day() <= finer.first_day()
            && finer.last_day() <= self.last_day()
    }

    /// Months since year 0, for gaps and axes; an unknown month counts as January.
    pub fn months(self) -> i32 {
        i32::from(self.year()) * 12 + i32::from(self.month().unwrap_or(1)) - 1
    }

    /// The form of the model file: `2021-09-28`.
    pub fn iso(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// The silence between two dates in whole months, when both are known to the month; otherwise
    /// in whole years, as months. Never negative.
    pub fn gap(self, later: Self) -> i32 {
        let months = if self.month().is_some() && later.month().is_some() {
            later.months() - self.months()
        } else {
            (i32::from(later.year()) - i32::from(self.year())) * 12
        };
        months.max(0)
    }
}

/// Reads a gap of months aloud: `14 months`, `3 years`.
pub fn span_words(months: i32) -> String {
    let years = months / 12;
    match months {
        1 => "1 month".to_owned(),
        2..=23 if months != 12 => format!("{months} months"),
        12 => "1 year".to_owned(),
        _ => format!("{years} years"),
    }
}

impl Ord for Date {
    /// By time; a coarser date stands before the finer ones it contains.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &Self| {
            (
                date.year(),
                date.month().unwrap_or(0),
                date.day().unwrap_or(0),
            )
        };
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Date {
    /// As read: `28 Sep 2021`, `Sep 2021`, `2021`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = self
            .month()
            .and_then(|month| usize::try_from(month - 1).ok())
            .and_then(|index| MONTHS.get(index))
            .copied()
            .unwrap_or_default();
        let text = match self {
            Self::Year(year) => year.to_string(),
            Self::Month(year, _) => format!("{month} {year}"),
            Self::Day(year, _, day) => format!("{day} {month} {year}"),
        };
        out.pad(&text)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        fn digits(part: &str, count: usize) -> Result<i16, DateError> {
            if part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit()) {
                part.parse().map_err(|_not_a_number| DateError::Form)
            } else {
                Err(DateError::Form)
            }
        }
        let mut parts = text.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let Some(month) = parts.next() else {
            return Ok(Self::Year(year));
        };
        let month = digits(month, 2)? as i8;
        let day = parts
            .next()
            .map(|day| digits(day, 2))
            .transpose()?
            .map(|day| day as i8);
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        if !(1..=12).contains(&month) {
            return Err(DateError::Month);
        }
        let Some(day) = day else {
            return Ok(Self::Month(year, month));
        };
        jiff::civil::Date::new(year, month, day).map_err(|_no_such_day| DateError::Day)?;
        Ok(Self::Day(year, month, day))
    }
}

impl Date {
    /// The date that is likely meant by a text of another form, such as `15 December 2021`,
    /// `15/12/2021` or `2021.9.5`; `None` where that is not certain.
    pub fn guess(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text
            .split(|each: char| !each.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        let mut year = None;
        let mut month = None;
        let mut numbers = Vec::new();
        for part in &parts {
            let digits = part.trim_end_matches(|each: char| each.is_ascii_alphabetic());
            let ending = part.get(digits.len()..).unwrap_or_default();
            if digits.is_empty() {
                let known = month_named(part)?;
                month = month.is_none().then_some(Some(known))?;
            } else if digits.len() == 4 && ending.is_empty() {
                year = year
                    .is_none()
                    .then_some(Some(digits.parse::<i16>().ok()?))?;
            } else if digits.len() <= 2 && ["", "st", "nd", "rd", "th"].contains(&ending) {
                numbers.push(digits.parse::<i8>().ok()?);
            } else {
                return None;
            }
        }
        let first_is_year = parts.first().is_some_and(|first| first.len() == 4);
        let written = match (month, numbers.as_slice()) {
            (Some(month), []) => format!("{:04}-{month:02}", year?),
            (Some(month), [day]) => format!("{:04}-{month:02}-{day:02}", year?),
            (None, [month]) => format!("{:04}-{month:02}", year?),
            (None, [month, day]) if first_is_year => format!("{:04}-{month:02}-{day:02}", year?),
            // Which of two small numbers is the month, only the author knows.
            (None, [day, month]) if *day > 12 || day == month => {
                format!("{:04}-{month:02}-{day:02}", year?)
            }
            (None, [month, day]) if *day > 12 => format!("{:04}-{month:02}-{day:02}", year?),
            _ => return None,
        };
        written.parse().ok()
    }
}

/// The month, from 1, that a word names in full or by its first letters.
fn month_named(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    let known = NAMES.iter().position(|name| {
        word.len() >= 3 && name.starts_with(&word) || word == "sept" && *name == "september"
    })?;
    i8::try_from(known + 1).ok()
}

/// From one date to another, either end open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first date, when known.
    pub from: Option<Date>,
    /// The last date, when known and past.
    pub to: Option<Date>,
}

impl Period {
    /// Whether neither end is known.
    pub const fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

impl fmt::Display for Period {
    /// As read: `9 Jan 2015 to 1 Jul 2025`, `since 9 Jan 2015`, `until 2025`, `2021` when that is
    /// all that is known of both ends; empty when open.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match (self.from, self.to) {
            (None, None) => String::new(),
            (Some(from), None) => format!("since {from}"),
            (None, Some(to)) => format!("until {to}"),
            (Some(from), Some(to)) if from == to => from.to_string(),
            (Some(from), Some(to)) => format!("{from} to {to}"),
        };
        out.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_and_write_at_their_precision() {
        for (text, shown) in [
            ("2021", "2021"),
            ("2021-09", "Sep 2021"),
            ("2021-09-28", "28 Sep 2021"),
        ] {
            let date: Date = text.parse().unwrap();
            assert_eq!(date.iso(), text);
            assert_eq!(date.to_string(), shown);
        }
    }

    #[test]
    fn impossible_dates_say_what_is_wrong() {
        for (text, why) in [
            ("2021-13", DateError::Month),
            ("2021-02-29", DateError::Day),
            ("21", DateError::Form),
            ("2021-9-1", DateError::Form),
            ("2021-09-28-1", DateError::Form),
            ("+021", DateError::Form),
            ("", DateError::Form),
        ] {
            assert_eq!(text.parse::<Date>(), Err(why), "{text}");
        }
    }

    #[test]
    fn a_coarse_date_stands_before_the_days_it_contains() {
        let mut dates: Vec<Date> = ["2021-09-28", "2022", "2021-09", "2021"]
            .map(|text| text.parse().unwrap())
            .into();
        dates.sort();
        assert_eq!(dates.map_iso(), ["2021", "2021-09", "2021-09-28", "2022"]);
    }

    #[test]
    fn gaps_are_no_more_precise_than_the_dates() {
        let gap = |from: &str, to: &str| from.parse::<Date>().unwrap().gap(to.parse().unwrap());
        assert_eq!(span_words(gap("2013-12-17", "2015-02")), "14 months");
        assert_eq!(span_words(gap("2005", "2006-02-02")), "1 year");
        assert_eq!(gap("2021", "2021-09-28"), 0);
        assert_eq!(span_words(gap("2005-04", "2008-05")), "3 years");
    }

    #[test]
    fn a_period_within_one_date_says_it_once() {
        let period = |from: &str, to: &str| Period {
            from: from.parse().ok(),
            to: to.parse().ok(),
        };
        assert_eq!(period("2021", "2021").to_string(), "2021");
        assert_eq!(period("2015", "2018").to_string(), "2015 to 2018");
        assert_eq!(period("2015", "").to_string(), "since 2015");
    }

    trait MapIso {
        fn map_iso(&self) -> Vec<String>;
    }

    impl MapIso for Vec<Date> {
        fn map_iso(&self) -> Vec<String> {
            self.iter().map(|date| date.iso()).collect()
        }
    }
}
