//! Why an entry matched: marks in its name, and the field that shows the rest.

use std::ops::Range;

use super::corpus::{Corpus, Document};
use super::field::Field;
use super::label::Name;
use super::literal;
use super::matcher::Matcher;
use super::needle::Needle;
use super::score::{Found, Place, better, link_label};
use super::snippet::snippet;
use crate::date::Date;
use crate::text::fold::Folded;
use crate::text::{Clean, mark};

/// Why an entry matched.
#[derive(Clone, Debug)]
pub struct Why {
    /// In which field.
    pub field: Field,
    /// The words around the match.
    pub snippet: Clean,
    /// The bytes of the snippet that matched.
    pub marks: Vec<Range<usize>>,
}

/// The marks in the name, and the best other field of the words that the name does not show.
pub(super) fn explain(
    corpus: &Corpus,
    document: &Document,
    needles: &[Needle<'_>],
    found: &[Found],
    matcher: &mut Matcher,
) -> (Vec<Range<usize>>, Option<Why>) {
    let mut marks = Vec::new();
    let mut best = None;
    for (needle, found) in needles.iter().zip(found) {
        let mut names = corpus.names(document).enumerate();
        let name = names.find(|(at, name)| {
            name.label.field == Field::Name
                && (found.place == Place::Label(*at) || name.literal(needle).is_some())
        });
        let shown = name.map_or_else(Vec::new, |(_, name)| name.places(needle, matcher));
        if shown.is_empty() && found.place != Place::Kind {
            best = better(best, Some(*found));
        }
        marks.extend(shown);
    }
    mark::tidy(&mut marks);
    let why = best.and_then(|found| {
        let mut why = place(corpus, document, needles, found.place, matcher)?;
        mark::tidy(&mut why.marks);
        (why.snippet, why.marks) = snippet(&why.snippet, &why.marks);
        Some(why)
    });
    (marks, why)
}

/// The whole text of a place with every mark in it.
fn place(
    corpus: &Corpus,
    document: &Document,
    needles: &[Needle<'_>],
    place: Place,
    matcher: &mut Matcher,
) -> Option<Why> {
    let (field, text, marks) = match place {
        Place::Label(at) => {
            let name = corpus.names(document).nth(at)?;
            let marks = needles.iter().flat_map(|needle| {
                // The words of a query need not all spell long vowels in the same way.
                let mut twins = twins(corpus, document, (at, name));
                let twin = twins.find(|twin| twin.literal(needle).is_some());
                twin.unwrap_or(name).places(needle, matcher)
            });
            (name.label.field, name.label.shown.clone(), marks.collect())
        }
        Place::Date(date) => {
            let (text, marks) = dated(date, needles);
            (Field::Date, text, marks)
        }
        Place::Prose(at) => {
            let passage = document.passage(at)?;
            (
                passage.field,
                passage.shown.clone(),
                literally(&passage.shown, needles),
            )
        }
        Place::Link(at) => {
            let text = linked(corpus, corpus.documents.get(at)?, needles);
            let marks = literally(&text, needles);
            (Field::Link, text, marks)
        }
        Place::Kind => return None,
    };
    Some(Why {
        field,
        snippet: text,
        marks,
    })
}

/// The label at a place, and the other spelling of it if there is one.
fn twins<'a>(
    corpus: &'a Corpus,
    document: &'a Document,
    (at, name): (usize, Name<'a>),
) -> impl Iterator<Item = Name<'a>> {
    let from = at.saturating_sub(name.label.is_typed.into());
    let names = corpus.names(document).skip(from).enumerate();
    names
        .take_while(|(nth, name)| *nth == 0 || name.label.is_typed)
        .map(|(_, name)| name)
}

fn literally(text: &Clean, needles: &[Needle<'_>]) -> Vec<Range<usize>> {
    let ways = std::iter::once(Folded::new(text)).chain(Folded::typed(text));
    let places = ways.flat_map(|folded| {
        let needles = needles.iter();
        let places = needles.flat_map(|needle| literal::places(folded.as_str(), needle));
        let places = places.map(|place| folded.original(place));
        places.collect::<Vec<_>>()
    });
    places.collect()
}

/// A date as it is read. A year marks itself; anything finer marks all of it.
fn dated(date: Date, needles: &[Needle<'_>]) -> (Clean, Vec<Range<usize>>) {
    let text = date.to_string();
    let finer = needles.iter().any(|needle| {
        needle.month.is_some() || needle.date.as_ref().is_some_and(|date| date.len() > 4)
    });
    let start = if finer {
        0
    } else {
        text.len().saturating_sub(4)
    };
    let marks = std::iter::once(start..text.len()).collect();
    (Clean::new(&text), marks)
}

/// The name of a linked entry, with the other name that was found when its own does not show it.
fn linked(corpus: &Corpus, document: &Document, needles: &[Needle<'_>]) -> Clean {
    let Some(name) = document.labels.first() else {
        return Clean::default();
    };
    let label = needles
        .iter()
        .find_map(|needle| link_label(corpus, document, needle));
    match label {
        Some(label) if label.field != Field::Name => {
            Clean::new(&format!("{} ({})", name.shown, label.shown))
        }
        _ => name.shown.clone(),
    }
}
