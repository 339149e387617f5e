//! How each type of leaf is read, and what is said when it cannot be.

use std::borrow::Cow;
use std::time::Duration;

use ron::error::Error;
use serde::Deserialize;
use serde::de::value::BorrowedStrDeserializer;

use super::Wrong;
use crate::date::{Date, DateError};
use crate::duration;
use crate::model::reader::options;
use crate::model::words::{did_you_mean, nearest, quoted};
use crate::model::{Change, EventStatus, MadeStep, Role, Tier, Verb, Voice, Weight};

/// A type that a leaf can have.
pub(in crate::model) trait Read<'a>: Sized {
    /// Reads the value from its RON, which is valid as RON.
    fn read(ron: &'a str) -> Result<Self, Wrong>;
}

impl<'a: 'b, 'b> Read<'a> for Cow<'b, str> {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        if let Some(text) = plain(ron) {
            return Ok(Cow::Borrowed(text));
        }
        if let Some(text) = inside(ron).and_then(unescaped) {
            return Ok(Cow::Owned(text));
        }
        if let Some(text) = raw(ron) {
            return Ok(Cow::Borrowed(text));
        }
        if let Ok(text) = options().from_str::<String>(ron) {
            return Ok(Cow::Owned(text));
        }
        let message = format!("expected a text, found {}", found(ron));
        Err(match ron.as_bytes().first() {
            Some(b'(' | b'[' | b'{') => Wrong::new(message, "a text is written `\"...\"`"),
            _ => Wrong::new(message, format!("put it in quotes: `\"{}\"`", quoted(ron))),
        })
    }
}

/// What stands between the quotes of a text, escapes and all.
pub(super) fn inside(ron: &str) -> Option<&str> {
    ron.strip_prefix('"')?.strip_suffix('"')
}

/// What stands between the quotes of a text without escapes, which is the text.
pub(in crate::model) fn plain(ron: &str) -> Option<&str> {
    inside(ron).filter(|text| memchr::memchr(b'\\', text.as_bytes()).is_none())
}

/// What stands between the quotes of a raw text.
fn raw(ron: &str) -> Option<&str> {
    let whole = ron.strip_prefix('r')?;
    let text = whole.trim_start_matches('#');
    let hashes = whole.get(..whole.len() - text.len())?;
    text.strip_prefix('"')?
        .strip_suffix(hashes)?
        .strip_suffix('"')
}

/// The text with its usual escapes resolved; `None` where it has others, or is none.
fn unescaped(plain: &str) -> Option<String> {
    let mut text = String::with_capacity(plain.len());
    let mut parts = plain.split('\\');
    text.push_str(parts.next()?);
    while let Some(part) = parts.next() {
        let mut letters = part.chars();
        let letter = match letters.next() {
            // Two in a row: what follows stands for itself.
            None => {
                text.push('\\');
                text.push_str(parts.next()?);
                continue;
            }
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some(same @ ('"' | '\'')) => same,
            Some(_) => return None,
        };
        text.push(letter);
        text.push_str(letters.as_str());
    }
    Some(text)
}

impl<'a> Read<'a> for bool {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        match ron {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Wrong::new(
                format!("expected `true` or `false`, found {}", found(ron)),
                "write one of the two, without quotes",
            )),
        }
    }
}

impl<'a> Read<'a> for i64 {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        if let ([b'1'..=b'9', ..], Ok(plain)) = (ron.as_bytes(), ron.parse()) {
            return Ok(plain);
        }
        options().from_str(ron).map_err(|error| {
            if error.code == Error::IntegerOutOfBounds {
                let message = format!("the number `{}` is too large", quoted(ron));
                return Wrong::new(message, "write a smaller one");
            }
            let message = format!("expected a whole number, found {}", found(ron));
            let digits = ron.trim_matches('"');
            if digits.len() < ron.len() && digits.parse::<Self>().is_ok() {
                Wrong::new(message, format!("leave out the quotes: `{digits}`"))
            } else {
                Wrong::new(message, "write it in digits, such as `3`")
            }
        })
    }
}

impl<'a> Read<'a> for Date {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        if !ron.ends_with(['"', '#']) {
            let message = format!("expected a date in quotes, found {}", found(ron));
            return Err(match ron.parse::<Self>() {
                Ok(date) => Wrong::new(message, format!("put it in quotes: `\"{}\"`", date.iso())),
                Err(_) => Wrong::new(
                    message,
                    "write `\"2021\"`, `\"2021-09\"` or `\"2021-09-28\"`",
                ),
            });
        }
        let text = Cow::<str>::read(ron)?;
        text.parse::<Self>().map_err(|error| {
            Wrong::new(
                format!("`{}` is not a date", quoted(&text)),
                match Self::guess(&text) {
                    Some(date) if error == DateError::Form => format!("write `{}`", date.iso()),
                    _ => error.to_string(),
                },
            )
        })
    }
}

impl<'a> Read<'a> for Role {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        word(ron, "role")
    }
}

impl<'a> Read<'a> for Weight {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        word(ron, "weight")
    }
}

impl<'a> Read<'a> for Voice {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        word(ron, "voice")
    }
}

impl<'a> Read<'a> for Change {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        word(ron, "change")
    }
}

impl<'a> Read<'a> for MadeStep {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        word(ron, "step")
    }
}

/// Minutes as a number, or a time in quotes: `3`, `"1m30s"`.
impl<'a> Read<'a> for Duration {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        let help = "write minutes as `3`, or a time as `\"1m30s\"`";
        let time = if ron.ends_with(['"', '#']) {
            duration::parse(&Cow::<str>::read(ron)?)
        } else {
            let minutes = i64::read(ron)?;
            duration::parse(&minutes.to_string())
        };
        time.map_err(|_no_time| {
            Wrong::new(
                format!("`{}` cannot be planned", quoted(ron.trim_matches('"'))),
                help,
            )
        })
    }
}

impl<'a> Read<'a> for EventStatus {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        word(ron, "status of an event")
    }
}

impl<'a> Read<'a> for Tier {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        word(ron, "tier")
    }
}

impl<'a> Read<'a> for Verb {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        if let Some((forward, inverse)) = phrases(ron) {
            return Ok(Self::Other(forward.to_owned(), inverse.to_owned()));
        }
        word(ron, "verb")
    }
}

/// The two phrases of `Other("...", "...")`, if they are plainly that.
fn phrases(ron: &str) -> Option<(&str, &str)> {
    let inside = ron.strip_prefix("Other(\"")?.strip_suffix("\")")?;
    let (forward, inverse) = inside.split_once("\", \"")?;
    let plain = |text: &str| memchr::memchr2(b'"', b'\\', text.as_bytes()).is_none();
    (plain(forward) && plain(inverse)).then_some((forward, inverse))
}

/// What to write for a verb that there is not.
fn verb_help(found: &str, expected: &'static [&'static str]) -> String {
    let all = expected.iter().copied();
    if nearest(found, all.clone()).is_some() {
        return did_you_mean(found, all, "use one of");
    }
    let mut forward = String::new();
    for letter in found.chars() {
        if letter.is_uppercase() && !forward.is_empty() {
            forward.push(' ');
        }
        forward.extend(letter.to_lowercase());
    }
    let forward = quoted(&forward.replace('_', " "));
    let stem = forward.strip_suffix('s').unwrap_or(&forward);
    let inverse = format!("{}ed by", stem.strip_suffix('e').unwrap_or(stem));
    let others = did_you_mean(found, all.filter(|verb| *verb != "Other"), "or use one of");
    format!("write `Other(\"{forward}\", \"{inverse}\")`, {others}")
}

/// Reads a word of a closed vocabulary.
pub(in crate::model) fn word<'a, T: Deserialize<'a>>(ron: &'a str, what: &str) -> Result<T, Wrong> {
    // Most words stand alone, and need no reader.
    let plain = BorrowedStrDeserializer::<serde::de::value::Error>::new(ron);
    if let Ok(word) = T::deserialize(plain) {
        return Ok(word);
    }
    let unquoted = ron.trim_matches('"');
    if unquoted.len() < ron.len() {
        let message = format!("expected a {what}, found a text");
        return Err(Wrong::new(
            message,
            format!("write it without quotes: `{}`", quoted(unquoted)),
        ));
    }
    options().from_str(ron).map_err(|error| match error.code {
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => Wrong::new(
            format!("there is no {what} `{}`", quoted(&found)),
            if what == "verb" {
                verb_help(&found, expected)
            } else {
                did_you_mean(&found, expected.iter().copied(), "use one of")
            },
        ),
        Error::NoSuchStructField {
            expected, found, ..
        } => Wrong::new(
            format!("unknown field `{}` in a {what}", quoted(&found)),
            did_you_mean(&found, expected.iter().copied(), "the fields are"),
        ),
        Error::MissingStructField { field, .. } => {
            let message = format!("the {what} lacks its field `{field}`");
            Wrong::new(message, format!("add `{field}: ...`"))
        }
        _ if ron.starts_with("Other") => Wrong::new(
            "the verb `Other` has two phrases".to_owned(),
            "write `Other(\"verb phrase\", \"inverse phrase\")`",
        ),
        Error::TrailingCharacters => Wrong::new(
            format!("this {what} stands alone"),
            format!(
                "leave out what follows `{}`",
                quoted(ron.split('(').next().unwrap_or_default())
            ),
        ),
        _ => Wrong::new(
            format!("expected a {what}, found {}", found(ron)),
            "a word stands alone here, without quotes or brackets",
        ),
    })
}

/// What a value is, in words.
pub(in crate::model) fn found(ron: &str) -> String {
    match ron.bytes().next() {
        None => "nothing".to_owned(),
        Some(b'"') => "a text".to_owned(),
        Some(b'[') => "a list".to_owned(),
        Some(b'(') => "an opening `(`".to_owned(),
        Some(b'{') => "a map".to_owned(),
        Some(b'0'..=b'9' | b'-' | b'+' | b'.') => format!("the number `{}`", quoted(ron)),
        Some(_) => format!("`{}`", quoted(ron)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_escapes_read_as_the_reader_of_all_ron_reads_them() {
        for plain in [
            r#"a \"quoted\" word"#,
            r"\\",
            r"\\\\n",
            r"a\\b\nc\td\re\'f",
            r"\\\\\\",
            r#"\\\""#,
        ] {
            let whole: String = options().from_str(&format!("\"{plain}\"")).unwrap();
            assert_eq!(unescaped(plain), Some(whole), "{plain}");
        }
        for other in [r"\u{e9}", r"\x41", r"\0", r"\", r"\\\"] {
            assert_eq!(unescaped(other), None, "{other}");
        }
    }

    #[test]
    fn two_plain_phrases_are_read_at_once() {
        assert_eq!(phrases(r#"Other("a b", "c")"#), Some(("a b", "c")));
        for other in [
            r#"Other("a", "b", "c")"#,
            r#"Other("a\\", "b")"#,
            r#"Other("a")"#,
            "Other(\"a\",\n\"b\")",
        ] {
            assert_eq!(phrases(other), None, "{other}");
        }
    }
}
