//! Why an entry matched: marks in its name, and the field that shows the rest.

use std::ops::Range;

use super::corpus::{Corpus, Document, Tie};
use super::field::Field;
use super::label::Name;
use super::literal::{self, MatchTier};
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
    found: &[Option<Found>],
    matcher: &mut Matcher,
) -> (Vec<Range<usize>>, Option<Why>) {
    let mut marks = Vec::new();
    let mut best = None;
    for (needle, found) in needles.iter().zip(found) {
        let Some(found) = found.filter(|_| !needle.is_small) else {
            continue;
        };
        let mut names = corpus.names(document).enumerate();
        let name = names.find(|(at, name)| {
            name.label.field == Field::Name
                && (found.place == Place::Label(*at)
                    || needle.ways().any(|way| name.literal(way).is_some()))
        });
        let shown = name.map_or_else(Vec::new, |(_, name)| meant(name, needle, matcher));
        if shown.is_empty() && found.place != Place::Kind {
            best = better(best, Some(found));
        }
        marks.extend(shown);
    }
    mark::tidy(&mut marks);
    // A link that has all the words says more than a sentence with one of them.
    let link = document.ties.iter().position(|tie| has_all(tie, needles));
    let link = link.filter(|_| best.is_some()).map(Place::Tie);
    let at = link.or_else(|| best.map(|found| found.place));
    let why = at.and_then(|at| {
        let mut why = place(corpus, document, needles, at, matcher)?;
        mark::tidy(&mut why.marks);
        (why.snippet, why.marks) = snippet(&why.snippet, &why.marks);
        Some(why)
    });
    (marks, why)
}

/// The places in a name of a word in the first way that it stands there.
fn meant(name: Name<'_>, needle: &Needle<'_>, matcher: &mut Matcher) -> Vec<Range<usize>> {
    let mut literal = needle.ways().filter(|way| name.literal(way).is_some());
    let ways: Vec<&Needle<'_>> = if needle.parts.is_empty() {
        vec![literal.next().unwrap_or(needle)]
    } else {
        literal.collect()
    };
    let places = ways.into_iter();
    places.flat_map(|way| name.places(way, matcher)).collect()
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
                meant(twin.unwrap_or(name), needle, matcher)
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
        Place::Tie(at) => {
            let tie = tie(document, needles, at)?;
            let marks = literally(&tie.shown, needles);
            (Field::Link, tie.shown.clone(), marks)
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
        let needles = needles.iter().filter(|needle| !needle.is_small);
        let ways = needles.flat_map(Needle::ways);
        let places = ways.flat_map(|way| literal::places(folded.as_str(), way));
        let places = places.map(|place| folded.original(place));
        places.collect::<Vec<_>>()
    });
    places.collect()
}

/// Whether a link has every word, and one of them in its verb.
fn has_all(tie: &Tie, needles: &[Needle<'_>]) -> bool {
    let mut words = needles.iter().filter(|needle| !needle.is_small);
    let is_in = |text: &str, needle: &Needle<'_>| {
        let mut ways = needle.ways();
        ways.any(|way| {
            literal::best(text, way).is_some_and(|(tier, _)| tier >= MatchTier::WordStart)
        })
    };
    let shown = Folded::new(&tie.shown);
    needles.len() > 1
        && words.clone().any(|needle| is_in(&tie.verb, needle))
        && words.all(|needle| is_in(shown.as_str(), needle))
}

/// Of the links whose verb has the word, the one that has most words of the query.
fn tie<'a>(document: &'a Document, needles: &[Needle<'_>], at: usize) -> Option<&'a Tie> {
    let verb = &document.ties.get(at)?.verb;
    let ties = document.ties.iter().filter(|tie| tie.verb == *verb);
    ties.rev()
        .max_by_key(|tie| literally(&tie.shown, needles).len())
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
