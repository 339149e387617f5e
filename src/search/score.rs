//! How well one word matches one entry, and where.

use super::corpus::{Corpus, Document};
use super::field::Field;
use super::label::{Label, Name};
use super::literal::{self, MatchTier};
use super::matcher::Matcher;
use super::needle::Needle;
use super::query::Likeness;
use crate::date::Date;

/// For each document, how well a word sits in it; 0 where it does not.
pub(super) type Scores = Vec<i64>;

/// What a word found in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) score: i64,
    pub(super) place: Place,
}

/// Where a word was found best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the label at this place.
    Label(usize),
    /// In one of the dates.
    Date(Date),
    /// In the prose, at this byte.
    Prose(usize),
    /// In the kind or role, which is shown with every hit.
    Kind,
    /// In the verb of the link at this place.
    Tie(usize),
    /// In a name of the document at this place.
    Link(usize),
}

/// The best match of a word in any way that it is meant, in an entry's own texts.
pub(super) fn meant(
    corpus: &Corpus,
    document: &Document,
    needle: &Needle<'_>,
) -> (Option<Found>, bool) {
    let (plain, has) = own(corpus, document, needle);
    let plain = better(plain, phrase(corpus, document, needle));
    let others = needle.others.iter().filter_map(|(other, likeness)| {
        let found = own(corpus, document, other).0?;
        let score = as_like(found.score, *likeness);
        Some(Found { score, ..found })
    });
    (others.map(Some).fold(plain, better), has)
}

/// A phrase whose words stand apart in an entry: worth what the least of them is.
fn phrase(corpus: &Corpus, document: &Document, needle: &Needle<'_>) -> Option<Found> {
    let parts = needle.parts.iter();
    let found: Option<Vec<Found>> = parts.map(|part| own(corpus, document, part).0).collect();
    found?.into_iter().min_by_key(|found| found.score)
}

/// What an author says to mean the same counts as the word itself. So does a mended word: only what
/// stands nowhere is mended, so that nothing as typed can be behind it. Forms come behind all words
/// as typed, in the same order among themselves.
fn as_like(score: i64, likeness: Likeness) -> i64 {
    match likeness {
        Likeness::Synonym | Likeness::Mended => score,
        Likeness::Form => 3000 + score / 100,
    }
}

/// The best match of a word as it is, in an entry's own texts; and whether its text may be in one of
/// those.
pub(super) fn own(
    corpus: &Corpus,
    document: &Document,
    needle: &Needle<'_>,
) -> (Option<Found>, bool) {
    let dated = dated(document, needle);
    let (names, in_names) = names(corpus, document, needle, dated.is_some());
    let found = better(better(names, dated), kind(document, needle));
    if found.is_some() {
        return (found, true);
    }
    let (prose, in_prose) = prose(document, needle);
    let found = prose
        .or_else(|| in_month(document, needle))
        .or_else(|| tie(document, needle));
    let mut ties = document.ties.iter();
    let in_ties = ties.any(|tie| tie.verb.contains(needle.text));
    (found, in_names || in_prose || in_ties || found.is_some())
}

/// The best label that has a word in its runs of one script, or as its initials.
pub(super) fn pieces(corpus: &Corpus, document: &Document, needle: &Needle<'_>) -> Option<Found> {
    let names = corpus.names(document).enumerate();
    names
        .filter(|(_, name)| name.may_read(needle))
        .filter_map(|(at, name)| Some((at, name, name.pieces(needle)?)))
        .map(|(at, name, tier)| in_pieces((at, name), needle, (tier, 0)))
        .fold(None, |best, found| better(best, Some(found)))
}

/// A label that has the letters of a word, each worth so much.
pub(super) fn fuzzy((at, name): (usize, Name<'_>), needle: &Needle<'_>, each: i64) -> Found {
    in_pieces(
        (at, name),
        needle,
        (MatchTier::Fuzzy, (each * 2).clamp(0, 60)),
    )
}

fn in_pieces(
    (at, name): (usize, Name<'_>),
    needle: &Needle<'_>,
    (tier, quality): (MatchTier, i64),
) -> Found {
    Found {
        score: of_tier(tier, name.label.field)
            + of_field(name.label.field)
            + name.share(needle)
            + quality,
        place: Place::Label(at),
    }
}

/// The best label that has a word in pieces of any kind.
pub(super) fn loose(
    corpus: &Corpus,
    document: &Document,
    needle: &Needle<'_>,
    matcher: &mut Matcher,
) -> Option<Found> {
    pieces(corpus, document, needle).or_else(|| {
        let names = corpus.names(document).enumerate();
        names
            .filter(|(_, name)| name.may_read(needle))
            .filter_map(|(at, name)| {
                let (each, _) = matcher.meet(name.text(), needle)?;
                Some(fuzzy((at, name), needle, each))
            })
            .fold(None, |best, found| better(best, Some(found)))
    })
}

/// A match by the name of a linked entry. `known` remembers which documents were request.
pub(super) fn linked(
    corpus: &Corpus,
    document: &Document,
    needle: &Needle<'_>,
    known: &mut Vec<Option<bool>>,
) -> Option<Found> {
    known.resize(corpus.documents.len(), None);
    let place = document.linked.iter().copied().find(|&at| {
        let Some((other, known)) = corpus.documents.get(at).zip(known.get_mut(at)) else {
            return false;
        };
        *known.get_or_insert_with(|| link_label(corpus, other, needle).is_some())
    })?;
    Some(Found {
        score: 500,
        place: Place::Link(place),
    })
}

/// The label by which a linked entry is found: it has the word at the start of a word.
pub(super) fn link_label<'a>(
    corpus: &'a Corpus,
    document: &'a Document,
    needle: &Needle<'_>,
) -> Option<&'a Label> {
    let mut names = corpus.names(document);
    let name = names.find(|name| {
        name.label.field != Field::Id
            && needle.goes_in_prose()
            && name.may_hold(needle)
            && name
                .literal(needle)
                .is_some_and(|tier| tier >= MatchTier::WordStart)
    });
    name.map(|name| name.label)
}

/// The better of two; the first of equals.
pub(super) fn better(one: Option<Found>, other: Option<Found>) -> Option<Found> {
    match (one, other) {
        (Some(one), Some(other)) if other.score > one.score => Some(other),
        (one, other) => one.or(other),
    }
}

/// The best label. The id of an event often repeats its date, which reads better.
fn names(
    corpus: &Corpus,
    document: &Document,
    needle: &Needle<'_>,
    is_dated: bool,
) -> (Option<Found>, bool) {
    let mut best: Option<Found> = None;
    let mut all = 0;
    let mut has = false;
    let mut before = false;
    for (at, name) in corpus.names(document).enumerate() {
        let again = std::mem::take(&mut before) && name.label.is_typed;
        if again || !name.may_hold(needle) || is_dated && name.label.field == Field::Id {
            continue;
        }
        let Some(tier) = name.literal(needle) else {
            has |= needle.finder.find(name.text().as_bytes()).is_some();
            continue;
        };
        let field = name.label.field;
        let score = of_tier(tier, field) + of_field(field) + name.share(needle);
        all += score;
        before = true;
        let place = Place::Label(at);
        best = better(best, Some(Found { score, place }));
    }
    let best = best.map(|best| Found {
        // A word that other names have as well says a little more.
        score: best.score + ((all - best.score) / 1000).min(9),
        ..best
    });
    (best, has)
}

fn dated(document: &Document, needle: &Needle<'_>) -> Option<Found> {
    let prefix = needle.date.as_deref()?;
    let fits = |date: &Date| {
        let iso = date.iso();
        let tier = if iso == prefix {
            MatchTier::Exact
        } else {
            MatchTier::Word
        };
        iso.starts_with(prefix).then(|| Found {
            score: of_tier(tier, Field::Date) + of_field(Field::Date),
            place: Place::Date(*date),
        })
    };
    document.dates.iter().map(fits).fold(None, better)
}

fn kind(document: &Document, needle: &Needle<'_>) -> Option<Found> {
    let is_kind = needle.kind == Some(document.kind);
    let is_role = needle.role.is_some() && needle.role == document.role;
    (is_kind || is_role).then_some(Found {
        score: KIND,
        place: Place::Kind,
    })
}

fn in_month(document: &Document, needle: &Needle<'_>) -> Option<Found> {
    let month = needle.month?;
    let date = document
        .dates
        .iter()
        .find(|date| date.month() == Some(month))?;
    Some(Found {
        score: 1000,
        place: Place::Date(*date),
    })
}

fn prose(document: &Document, needle: &Needle<'_>) -> (Option<Found>, bool) {
    if !needle.goes_in_prose() {
        return (None, true);
    }
    let Some((tier, at)) = literal::best(&document.prose, needle) else {
        let has = needle.finder.find(document.prose.as_bytes()).is_some();
        return (None, has);
    };
    let score = match tier {
        MatchTier::Inside if !needle.goes_inside_prose() => None,
        MatchTier::Inside => Some(1500),
        MatchTier::WordStart if !needle.goes_before_prose() => None,
        MatchTier::WordStart => Some(3500),
        _ => Some(4000),
    };
    let found = score
        .zip(document.passage(at))
        .map(|(score, passage)| Found {
            score: score + of_field(passage.field),
            place: Place::Prose(at),
        });
    (found, true)
}

/// The best verb of a link: a link is found as the sentence it is, behind all names and prose.
fn tie(document: &Document, needle: &Needle<'_>) -> Option<Found> {
    let is_word = needle.chars >= 4 && needle.kind.is_none();
    let mut ties = document.ties.iter().filter(|_| is_word);
    let at = ties.position(|tie| {
        literal::best(&tie.verb, needle).is_some_and(|(tier, _)| tier >= MatchTier::WordStart)
    })?;
    Some(Found {
        score: 700,
        place: Place::Tie(at),
    })
}

/// The word for a kind means its entries, before those that have the word in their names.
const KIND: i64 = 8500;

/// Steps that no weight, field or share of a label can make up for.
const fn of_tier(tier: MatchTier, field: Field) -> i64 {
    let is_hidden = matches!(field, Field::Id | Field::Keyword);
    match tier {
        MatchTier::Exact if is_hidden => 7000,
        MatchTier::Exact => 9000,
        MatchTier::Word => match field {
            Field::Alias => 7000,
            Field::Id | Field::Keyword => 6500,
            _ => 8000,
        },
        MatchTier::WordStart => 6000,
        MatchTier::Inside => 4500,
        MatchTier::Fragments => 2200,
        MatchTier::Initials => 2000,
        MatchTier::Fuzzy => 1000,
    }
}

const fn of_field(field: Field) -> i64 {
    match field {
        Field::Name => 40,
        Field::Original | Field::Reading | Field::Alias => 30,
        Field::Id | Field::Keyword => 25,
        Field::Date | Field::Summary => 20,
        Field::Details => 10,
        Field::Caveat => 5,
        Field::Link => 0,
    }
}
