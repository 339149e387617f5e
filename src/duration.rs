//! A length of time as a speaker writes and reads it: `20m`, `1h05m`, `12:40`.

use std::fmt;
use std::time::Duration;

/// The longest briefing: a day.
const LONGEST: u64 = 24 * 60 * 60;

/// What is wrong with a text that should be a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DurationError {
    /// Not of the form `20m`, `90s` or `1h05m`.
    Form,
    /// No time at all.
    Nothing,
    /// More than a day.
    TooLong,
}

impl fmt::Display for DurationError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Form => "a time is written `20m`, `90s` or `1h05m`",
            Self::Nothing => "a briefing takes at least a second",
            Self::TooLong => "a briefing takes a day at most",
        })
    }
}

impl std::error::Error for DurationError {}

/// Reads a length of time. Hours, minutes and seconds stand in this order, each at most once; a
/// number without a letter is minutes.
///
/// # Errors
/// When it is not of that form, nothing, or more than a day.
pub fn parse(text: &str) -> Result<Duration, DurationError> {
    let text = text.trim().to_ascii_lowercase();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return within(number(&text)?.checked_mul(60));
    }
    let mut rest = text.as_str();
    let mut total: Option<u64> = Some(0);
    let mut parts = 0;
    for (unit, seconds) in [('h', 3600), ('m', 60), ('s', 1)] {
        if let Some((before, after)) = rest.split_once(unit) {
            let part = number(before)?.checked_mul(seconds);
            total = total
                .zip(part)
                .and_then(|(sum, part)| sum.checked_add(part));
            rest = after;
            parts += 1;
        }
    }
    if parts == 0 || !rest.is_empty() {
        return Err(DurationError::Form);
    }
    within(total)
}

fn number(digits: &str) -> Result<u64, DurationError> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DurationError::Form);
    }
    digits.parse().map_err(|_too_many| DurationError::TooLong)
}

const fn within(seconds: Option<u64>) -> Result<Duration, DurationError> {
    match seconds {
        Some(0) => Err(DurationError::Nothing),
        Some(seconds) if seconds <= LONGEST => Ok(Duration::from_secs(seconds)),
        _ => Err(DurationError::TooLong),
    }
}

/// A length of time as a clock shows it: `0:45`, `12:40`, `1:05:00`. Parts of a second are dropped.
pub fn show(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// A length of time as a plan writes it: `2m`, `1m30s`, `45s`.
pub fn compact(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds}s"),
        (minutes, 0) => format!("{minutes}m"),
        (minutes, seconds) => format!("{minutes}m{seconds:02}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_speakers_write_them() {
        for (text, seconds) in [
            ("20m", 1200),
            ("90s", 90),
            ("1h05m", 3900),
            ("1h", 3600),
            ("1h05m30s", 3930),
            ("2m30s", 150),
            ("20", 1200),
            (" 20M ", 1200),
            ("24h", 86400),
        ] {
            assert_eq!(parse(text), Ok(Duration::from_secs(seconds)), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_says_why() {
        for (text, why) in [
            ("", DurationError::Form),
            ("soon", DurationError::Form),
            ("5m1h", DurationError::Form),
            ("m", DurationError::Form),
            ("1m2m", DurationError::Form),
            ("-5m", DurationError::Form),
            ("1.5h", DurationError::Form),
            ("２０m", DurationError::Form),
            ("0m", DurationError::Nothing),
            ("25h", DurationError::TooLong),
            ("99999999999999999999s", DurationError::TooLong),
            ("18446744073709551615h", DurationError::TooLong),
        ] {
            assert_eq!(parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn times_are_shown_as_on_a_clock() {
        for (seconds, shown) in [(0, "0:00"), (45, "0:45"), (760, "12:40"), (3900, "1:05:00")] {
            assert_eq!(show(Duration::from_secs(seconds)), shown);
        }
    }
}
