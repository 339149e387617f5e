//! Single values: what a text may hold, how large a number may be, which dates go together.

use std::borrow::Cow;
use std::fmt::Display;
use std::ops::Range;
use std::time::Duration;

use super::checker::Checker;
use super::markup;
use crate::date::{Date, DateError, Period};
use crate::duration;
use crate::model::Problem;
use crate::model::draft::{DateText, PeriodDraft, Text, TimeText};
use crate::model::notation::Leaf;
use crate::model::problem::{ceil, floor};
use crate::model::words::quoted;
use crate::text::{Clean, MOST_MARKS, Unwanted, all_unwanted, unwanted};

/// The longest text, in bytes.
const LONGEST: usize = 64 * 1024;

/// The most minutes for one entry.
const MINUTES: i64 = 600;

impl Checker<'_> {
    /// A date, if there is such a day.
    pub(super) fn date(&mut self, leaf: Option<&Leaf<DateText>>) -> Option<Date> {
        let (DateText(text), span) = (leaf?.value()?, leaf?.span());
        let error = match text.parse::<Date>() {
            Ok(date) => return Some(date),
            Err(error) => error,
        };
        let help = match Date::guess(text) {
            Some(date) if error == DateError::Form => format!("write `{}`", date.iso()),
            _ => error.to_string(),
        };
        let message = format!("`{}` is not a date", quoted(text));
        self.report(Problem::error(span, message).help(help));
        None
    }

    /// A length of time that can be planned.
    pub(super) fn time(&mut self, leaf: Option<&Leaf<TimeText>>) -> Option<Duration> {
        let (TimeText(text), span) = (leaf?.value()?, leaf?.span());
        let time = duration::parse(text);
        if time.is_err() {
            let message = format!("`{}` cannot be planned", quoted(text));
            let help = "write minutes as `3`, or a time as `\"1m30s\"`";
            self.report(Problem::error(span, message).help(help));
        }
        time.ok()
    }

    /// A text, checked and cleaned.
    pub(super) fn text(&mut self, leaf: &Text) -> Clean {
        let Some(text) = leaf.value() else {
            return Clean::default();
        };
        self.characters(text, leaf.span());
        if let Some(markup) = markup::found(text) {
            let message = format!("a text has markup in it: `{}`", quoted(markup));
            let help = "a text is shown as it stands: take the marks out";
            self.suggest(Problem::advice(leaf.span(), message).help(help));
        }
        Clean::new(text)
    }

    /// A text that may be left out; an empty one counts as left out.
    pub(super) fn optional(&mut self, leaf: Option<&Text>) -> Option<Clean> {
        let text = self.text(leaf?);
        (!text.trim().is_empty()).then_some(text)
    }

    /// Each text of a list.
    pub(super) fn list(&mut self, leaves: &[Text]) -> Vec<Clean> {
        leaves.iter().map(|leaf| self.text(leaf)).collect()
    }

    /// A text that has to be there and say something.
    pub(super) fn filled(
        &mut self,
        holder: &dyn Display,
        field: &str,
        leaf: Option<&Text>,
        at: &Range<usize>,
        whole: &Range<usize>,
    ) -> Clean {
        let Some(leaf) = leaf else {
            let help = format!("add `{field}: \"...\"`");
            self.missing(holder, field, at.clone(), whole, &help);
            return Clean::default();
        };
        let text = self.text(leaf);
        if text.trim().is_empty() && leaf.value().is_some() {
            let message = format!("the {field} is empty");
            let help = format!("write something between the quotes of `{field}`");
            self.report(Problem::error(leaf.span(), message).help(help));
        }
        text
    }

    /// An id: one word.
    pub(super) fn id(
        &mut self,
        holder: &dyn Display,
        leaf: Option<&Text>,
        at: &Range<usize>,
        whole: &Range<usize>,
    ) -> Clean {
        let value = leaf.and_then(|leaf| Some((leaf.value()?, leaf.span())));
        if let Some((value, span)) = value
            && let Some((at, character, why)) = unwanted(value)
            && !why.is_hostile(character)
        {
            // Left out here, it would still be wanted in every link to the entry.
            let code = code(character);
            let place = self.written(value, at, character, &span);
            self.report(
                Problem::error(place, format!("an id holds the {why} {code}"))
                    .label(format!("{code} is here"))
                    .help("take it out"),
            );
            return Clean::new(value);
        }
        let id = self.filled(holder, "id", leaf, at, whole);
        if let Some(leaf) = leaf
            && !id.trim().is_empty()
            && leaf
                .value()
                .is_some_and(|id| id.contains(char::is_whitespace))
        {
            let words: Vec<&str> = id.split_whitespace().collect();
            let help = format!("write `{}`", quoted(&words.join("-")));
            let message = format!("the id `{}` has white space in it", quoted(&id));
            self.report(Problem::error(leaf.span(), message).help(help));
        }
        id
    }

    /// Minutes of a briefing.
    pub(super) fn minutes(&mut self, leaf: Option<&Leaf<i64>>) -> Option<u16> {
        let minutes = plain(leaf)?;
        if !(1..=MINUTES).contains(&minutes) {
            let span = leaf.map_or(0..0, Leaf::span);
            self.report(
                Problem::error(span, format!("{minutes} minutes cannot be planned"))
                    .help(format!("give 1 to {MINUTES} minutes")),
            );
            return None;
        }
        u16::try_from(minutes).ok()
    }

    /// From one date to another, in that order.
    pub(super) fn period(&mut self, leaf: Option<&Leaf<PeriodDraft>>) -> Period {
        let Some(draft) = leaf.and_then(Leaf::value) else {
            return Period::default();
        };
        let from = self.date(draft.from.as_ref());
        let to = self.date(draft.to.as_ref());
        self.order(("from", from), ("to", to), draft.to.as_ref());
        Period { from, to }
    }

    /// Reports a second date that is before the first.
    pub(super) fn order(
        &mut self,
        (first, from): (&str, Option<Date>),
        (second, to): (&str, Option<Date>),
        leaf: Option<&Leaf<DateText>>,
    ) {
        if let (Some(from), Some(to), Some(leaf)) = (from, to, leaf)
            && is_before(to, from)
        {
            let message = format!("`{second}` is before `{first}`");
            self.report(
                Problem::error(leaf.span(), message)
                    .label(format!("before {from}"))
                    .help("change one of the two dates"),
            );
        }
    }

    /// Reports a text that is too long, or a character that has no place in one.
    pub(super) fn characters(&mut self, text: &str, span: Range<usize>) {
        if text.len() > LONGEST {
            let message = format!(
                "this text has {} KiB; at most {} are read",
                text.len().div_ceil(1024),
                LONGEST / 1024
            );
            let start = span.start..ceil(self.text, span.start + 1);
            self.report(
                Problem::error(start, message).help("split it into paragraphs of `details`"),
            );
        }
        let hostile = all_unwanted(text).find(|&(_, each, why)| why.is_hostile(each));
        if let Some((at, character, why)) = hostile {
            let code = code(character);
            let place = self.written(text, at, character, &span);
            self.report(
                Problem::error(place, format!("a text holds the {why} {code}"))
                    .label(format!("{code} is here"))
                    .help("take it out"),
            );
        } else if let Some((at, character, why)) = unwanted(text) {
            let mut codes: Vec<String> =
                all_unwanted(text).map(|(_, each, _)| code(each)).collect();
            codes.sort_unstable();
            codes.dedup();
            let place = self.written(text, at, character, &span);
            let message = match why {
                Unwanted::Mark => format!("a letter bears more than {MOST_MARKS} marks"),
                _ => format!("a text holds {}, which is not shown", codes.join(", ")),
            };
            let help = match why {
                Unwanted::Mark => "the others are left out; take them out",
                _ => "it is left out; take it out, or leave it for other programs",
            };
            let code = code(character);
            let problem = Problem::advice(place, message).label(format!("{code} is here"));
            self.suggest(problem.help(help));
        }
    }

    /// Where a character of a decoded text stands in the file, itself or as an escape.
    fn written(&self, text: &str, at: usize, character: char, span: &Range<usize>) -> Range<usize> {
        let raw = self.text.get(span.clone()).unwrap_or_default();
        let quote = raw.find('"').map_or(0, |at| at + 1);
        let direct = raw.get(quote + at..).filter(|rest| {
            rest.starts_with(character) && raw.get(quote..quote + at) == text.get(..at)
        });
        let found = direct
            .map(|_| (quote + at, character.len_utf8()))
            .or_else(|| raw.find(character).map(|at| (at, character.len_utf8())))
            .or_else(|| escape(raw, character));
        let Some((at, length)) = found else {
            return span.clone();
        };
        let start = floor(self.text, span.start + at);
        start..ceil(self.text, start + length)
    }
}

/// A value as it is written.
pub(super) fn plain<T: Clone>(leaf: Option<&Leaf<T>>) -> Option<T> {
    leaf?.value().cloned()
}

/// The first escape that stands for a character: its offset and length.
fn escape(raw: &str, character: char) -> Option<(usize, usize)> {
    raw.match_indices('\\').find_map(|(at, _)| {
        let rest = raw.get(at + 1..)?;
        let (digits, length) = if let Some(rest) = rest.strip_prefix("u{") {
            let digits = rest.split('}').next()?;
            (Cow::Borrowed(digits), digits.len() + 4)
        } else {
            (Cow::Borrowed(rest.strip_prefix('x')?.get(..2)?), 4)
        };
        let code = u32::from_str_radix(&digits, 16).ok()?;
        (code == u32::from(character)).then_some((at, length))
    })
}

/// Whether a date is before another as far as both are known.
fn is_before(date: Date, other: Date) -> bool {
    let months = date.month().zip(other.month());
    let days = date.day().zip(other.day());
    (
        date.year(),
        months.map_or(0, |pair| pair.0),
        days.map_or(0, |pair| pair.0),
    ) < (
        other.year(),
        months.map_or(0, |pair| pair.1),
        days.map_or(0, |pair| pair.1),
    )
}

fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
