//! A day as a number, for sums of days.

use std::fmt;

use crate::date::Date;

/// Days since 1 January 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// The first day that a date may mean.
    pub fn of(date: Date) -> Self {
        let month = date.month().unwrap_or(1);
        let day = date.day().unwrap_or(1);
        jiff::civil::Date::new(date.year(), month, day).map_or(Self(0), |civil| {
            let epoch = jiff::civil::date(1970, 1, 1);
            Self((civil - epoch).get_days())
        })
    }

    /// The date of the day.
    pub fn date(self) -> Date {
        let span = jiff::Span::new().try_days(self.0);
        let civil = span
            .and_then(|span| jiff::civil::date(1970, 1, 1).checked_add(span))
            .unwrap_or(jiff::civil::Date::MAX);
        Date::Day(civil.year(), civil.month(), civil.day())
    }

    /// The day so many days later, within the calendar.
    #[must_use]
    pub fn plus(self, days: u32) -> Self {
        let last = Self::of(Date::Day(9999, 12, 31));
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        Self(self.0.saturating_add(days)).min(last)
    }

    /// How many days after another; 0 when before it.
    pub fn since(self, earlier: Self) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }

    /// How far off the day is, in words: `today`, `tomorrow`, `in 5 days`, `on 3 Mar 2027`.
    pub fn words(self, today: Self) -> String {
        match self.since(today) {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            days @ 2..=30 => format!("in {days} days"),
            _ => format!("on {self}"),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let day = |text: &str| Day::of(text.parse().unwrap());
        assert_eq!(day("2024-03-01").since(day("2024-02-28")), 2);
        assert_eq!(day("2024-02-28").since(day("2024-03-01")), 0);
        assert_eq!(day("2026-12-31").plus(1).date().iso(), "2027-01-01");
        assert_eq!(day("1970-01-01"), Day::default());
        assert_eq!(
            Day::default().plus(u32::MAX).date().iso(),
            "9999-12-31",
            "the calendar ends"
        );
    }
}
