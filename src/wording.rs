//! English said in one place: status, titles, counts, lists and cites, for screens, exports, deck
//! and study alike.

mod cites;
mod clauses;
mod entries;
mod questions;

pub use cites::{cited, cites, each_marker, markers, reference, short_cites, sources_with_places};
pub use clauses::{clause, clause_of};
pub use entries::{
    OURS, caveat, held_by_verb, held_when, kind, named, not_in_being, not_simply_done, own_names,
    presence, speaker, topics_line, voice_tag, when, with_holder,
};
pub use questions::{called, language, names_a_year, which};

use crate::date::Date;
use crate::model::{Meta, Status};

/// A strategy with its edition: `Cybersecurity Strategy (2021)`.
pub fn edition(meta: &Meta) -> String {
    match (&meta.edition, meta.title.is_empty()) {
        (_, true) => String::new(),
        (Some(edition), false) if !names(&meta.title, edition) => {
            format!("{} ({edition})", meta.title)
        }
        (_, false) => meta.title.to_string(),
    }
}

/// Whether a title says the edition itself: `National Cyber Strategy 2022`.
fn names(title: &str, edition: &str) -> bool {
    title.split_whitespace().any(|word| word == edition)
}

/// The same with whose it is: `Japan: Cybersecurity Strategy (2021)`.
pub fn title(meta: &Meta) -> String {
    let edition = edition(meta);
    match (meta.country.is_empty(), edition.is_empty()) {
        (true, _) => edition,
        (false, true) => meta.country.to_string(),
        (false, false) => format!("{}: {edition}", meta.country),
    }
}

/// Whether a strategy is in force, as a clause: `superseded by Cybersecurity Strategy (2025) on
/// 23 Dec 2025`.
pub fn status(status: &Status) -> String {
    match status {
        Status::Draft => "draft, not adopted".to_owned(),
        Status::InForce => "in force".to_owned(),
        Status::Superseded { by, on, .. } => {
            let mut text = "superseded".to_owned();
            if !by.is_empty() {
                text.push_str(&format!(" by {by}"));
            }
            if let Some(on) = on {
                text.push_str(&format!(" on {on}"));
            }
            text
        }
    }
}

/// The same in as few words as a title bar has room for: `superseded 23 Dec 2025`.
pub fn short_status(status: &Status) -> String {
    match status {
        Status::Draft => "draft".to_owned(),
        Status::InForce => "in force".to_owned(),
        Status::Superseded { on: Some(on), .. } => format!("superseded {on}"),
        Status::Superseded { on: None, .. } => "superseded".to_owned(),
    }
}

/// The same as a line of its own: `Superseded on 23 Dec 2025 by Cybersecurity Strategy (2025)`.
pub fn status_line(status: &Status) -> String {
    match status {
        Status::Draft => "Draft, not adopted yet".to_owned(),
        Status::InForce => "In force".to_owned(),
        Status::Superseded { by, on, .. } => {
            let on = on.map(|on| format!(" on {on}")).unwrap_or_default();
            if by.is_empty() {
                format!("Superseded{on}")
            } else {
                format!("Superseded{on} by {by}")
            }
        }
    }
}

/// With a capital letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// The least that tells a strategy from others: `Japan (2021)`, or its title without a country.
pub fn short_title(meta: &Meta) -> String {
    let whose = if meta.country.is_empty() {
        &meta.title
    } else {
        &meta.country
    };
    match &meta.edition {
        Some(edition) => format!("{whose} ({edition})"),
        None => whose.to_string(),
    }
}

/// A number with its noun: `1 card`, `20 cards`. Nouns that take an `s`.
pub fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

const IN_WORDS: [&str; 21] = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// A number in words, to twenty.
pub fn in_words(number: usize) -> String {
    IN_WORDS
        .get(number)
        .map_or_else(|| number.to_string(), ToString::to_string)
}

/// Words as a sentence lists them: `a`, `a and b`, `a, b and c`.
pub fn list<T: AsRef<str>>(words: &[T]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// A date as a sentence says it: `28 September 2021`, `September 2021`, `2021`.
pub fn date_in_full(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = date
        .month()
        .and_then(|month| usize::try_from(month - 1).ok())
        .and_then(|at| MONTHS.get(at))
        .copied()
        .unwrap_or_default();
    match (date.month(), date.day()) {
        (None, _) => date.year().to_string(),
        (Some(_), None) => format!("{month} {}", date.year()),
        (Some(_), Some(day)) => format!("{day} {month} {}", date.year()),
    }
}

/// The same with its preposition: `on 28 September 2021`, `in September 2021`.
pub fn on(date: Date) -> String {
    let preposition = if date.day().is_some() { "on" } else { "in" };
    format!("{preposition} {}", date_in_full(date))
}

/// The same in short: `on 28 Sep 2021`, `in 2021`.
pub fn on_short(date: Date) -> String {
    let preposition = if date.day().is_some() { "on" } else { "in" };
    format!("{preposition} {date}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_listed_as_a_sentence_lists_them() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn an_edition_is_not_said_twice() {
        let meta = |title: &str| Meta {
            title: title.into(),
            country: "X".into(),
            edition: Some("2022".into()),
            ..Meta::default()
        };
        assert_eq!(title(&meta("Strategy 2022")), "X: Strategy 2022");
        assert_eq!(title(&meta("Strategy")), "X: Strategy (2022)");
    }

    #[test]
    fn dates_are_as_long_as_they_are_precise() {
        let say = |text: &str| on(text.parse().unwrap());
        assert_eq!(say("2021-09-28"), "on 28 September 2021");
        assert_eq!(say("2021-09"), "in September 2021");
        assert_eq!(say("2021"), "in 2021");
    }

    #[test]
    fn a_status_says_what_took_its_place_only_where_that_is_known() {
        let superseded = |by: &str, on: Option<&str>| Status::Superseded {
            model: None,
            by: by.into(),
            on: on.map(|on| on.parse().unwrap()),
        };
        let both = superseded("The new one", Some("2025-12-23"));
        assert_eq!(status(&both), "superseded by The new one on 23 Dec 2025");
        assert_eq!(
            status_line(&both),
            "Superseded on 23 Dec 2025 by The new one"
        );
        assert_eq!(short_status(&both), "superseded 23 Dec 2025");
        assert_eq!(status(&superseded("", None)), "superseded");
        assert_eq!(status_line(&superseded("", None)), "Superseded");
    }
}
