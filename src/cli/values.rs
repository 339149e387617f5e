//! Values that clap does not know by itself: kinds, counts, days.

use std::num::IntErrorKind;
use std::time::Duration;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::date::DateError;
use crate::model::{AsOfChoice, Kind};

/// A kind by its word, one or several; completions and help list the singular alone.
pub(super) fn kind() -> impl TypedValueParser<Value = Kind> {
    let words = Kind::ALL.iter().map(|kind| {
        let value = PossibleValue::new(kind.word()).alias(format!("{}s", kind.word()));
        if kind.section() == format!("{}s", kind.word()) {
            value
        } else {
            value.alias(kind.section())
        }
    });
    PossibleValuesParser::new(words)
        .try_map(|word| Kind::named(&word).ok_or_else(|| format!("no kind `{word}`")))
}

/// The time of a view: a word or a date.
pub(super) fn as_of(text: &str) -> Result<AsOfChoice, String> {
    let wanted = "all, adopted, now or a date is wanted: 2021, 2021-09 or 2021-09-28";
    text.parse().map_err(|_wrong: DateError| wanted.to_owned())
}

/// A count from 1.
pub(super) fn count(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(count @ 1..) => Ok(count),
        // As many as there are, whoever asks for more than can be counted.
        Err(error) if *error.kind() == IntErrorKind::PosOverflow => Ok(usize::MAX),
        _ => Err("a whole number from 1 is wanted".to_owned()),
    }
}

/// The shortest course, in seconds: less has no room for a page and a card of each part.
const SHORTEST: u64 = 10 * 60;

/// The length of a course.
pub(super) fn course(text: &str) -> Result<Duration, String> {
    let time = crate::brief::parse_duration(text).map_err(|error| error.to_string())?;
    if time.as_secs() < SHORTEST {
        return Err("a course takes ten minutes or more: 20m, 60m".to_owned());
    }
    Ok(time)
}

/// The size of a screen: `80x24`.
pub(super) fn size(text: &str) -> Result<(u16, u16), String> {
    let parts = text.split_once(['x', 'X']);
    let size = parts.and_then(|(width, height)| {
        let number = |text: &str| text.parse::<u16>().ok().filter(|number| *number > 0);
        Some((number(width)?, number(height)?))
    });
    size.ok_or_else(|| "a size is written `80x24`: columns, then rows".to_owned())
}
