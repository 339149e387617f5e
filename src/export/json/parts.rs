//! The small parts of an entry in JSON: links, cites, caveats, cards, periods.

use serde::Serialize;

use crate::date::{Date, Period};
use crate::model::{
    AsOf, Card, Caveat, Change, Cite, EntryId, Held, Pair, Presence, Relation, Strategy, Verb,
};
use crate::text::Clean;

/// A source's id and the place in it, as the model file writes a cite.
#[derive(Debug, Serialize)]
pub(super) struct CiteJson<'a>(&'a str, &'a str);

pub(super) fn cites<'a>(strategy: &'a Strategy, cites: &'a [Cite]) -> Vec<CiteJson<'a>> {
    cites
        .iter()
        .map(|cite| CiteJson(&strategy.entry(cite.source).id, &cite.locator))
        .collect()
}

#[derive(Debug, Serialize)]
pub(super) struct PeriodJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

pub(super) fn period(period: Period) -> Option<PeriodJson> {
    (!period.is_open()).then(|| PeriodJson {
        from: period.from.map(Date::iso),
        to: period.to.map(Date::iso),
    })
}

/// A link from the entry that carries it.
#[derive(Debug, Serialize)]
pub(super) struct LinkJson<'a> {
    verb: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    inverse: Option<String>,
    to: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<CiteJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    active: Option<PeriodJson>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    editorial: bool,
    /// As of a day: known too coarsely to be sure.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    about: bool,
}

/// The links that an entry carries and that hold at a time.
pub(super) fn links(strategy: &Strategy, id: EntryId, as_of: AsOf) -> Vec<LinkJson<'_>> {
    strategy
        .entry(id)
        .links
        .iter()
        .map(|link| (link, strategy.link_presence(id, link, as_of)))
        .filter(|(_, presence)| *presence != Presence::Out)
        .map(|(link, presence)| LinkJson {
            verb: link.verb.name().into_owned(),
            inverse: inverse(&link.verb),
            to: &strategy.entry(link.to).id,
            sources: cites(strategy, &link.cites),
            active: period(link.active),
            editorial: link.editorial,
            about: presence == Presence::About,
        })
        .collect()
}

/// The inverse words of a verb of the author's own; the others have theirs in the program.
fn inverse(verb: &Verb) -> Option<String> {
    matches!(verb, Verb::Other(..)).then(|| verb.inverse().into_owned())
}

/// A link seen from one of its ends.
#[derive(Debug, Serialize)]
pub struct LinkedJson<'a> {
    verb: String,
    words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<CiteJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    active: Option<PeriodJson>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    editorial: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    about: bool,
}

impl<'a> LinkedJson<'a> {
    /// The other end is `to` when the entry carries the link, else `from`.
    pub fn new(strategy: &'a Strategy, held: &Held<'a>) -> Self {
        let relation: &Relation<'a> = &held.relation;
        let other = strategy.entry(relation.other);
        let id = other.id.as_str();
        Self {
            verb: relation.link.verb.name().into_owned(),
            words: relation.words().into_owned(),
            to: relation.outward.then_some(id),
            from: (!relation.outward).then_some(id),
            name: &other.name,
            sources: cites(strategy, &relation.link.cites),
            active: period(relation.link.active),
            editorial: relation.link.editorial,
            about: held.about,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct CaveatJson<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<CiteJson<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    editorial: bool,
}

pub(super) fn caveats<'a>(strategy: &'a Strategy, caveats: &'a [Caveat]) -> Vec<CaveatJson<'a>> {
    caveats
        .iter()
        .map(|caveat| CaveatJson {
            text: &caveat.text,
            sources: cites(strategy, &caveat.cites),
            editorial: caveat.editorial,
        })
        .collect()
}

#[derive(Debug, Serialize)]
pub(super) struct CardJson<'a> {
    ask: &'a str,
    answer: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    wrong: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<u16>,
}

pub(super) fn cards(cards: &[Card]) -> Vec<CardJson<'_>> {
    cards
        .iter()
        .map(|card| CardJson {
            ask: &card.ask,
            answer: &card.answer,
            wrong: card.wrong.iter().map(Clean::as_str).collect(),
            first: card.first,
        })
        .collect()
}

/// An entry of another edition and what became of it, as the model file writes it.
#[derive(Debug, Serialize)]
pub(super) struct PairJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    ours: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theirs: Option<&'a str>,
    says: Change,
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<CiteJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    their_sources: Vec<CiteJson<'a>>,
}

/// How the entries of this edition stand to those of another.
#[derive(Debug, Serialize)]
pub(super) struct AcrossJson<'a> {
    model: &'a str,
    pairs: Vec<PairJson<'a>>,
}

pub(super) fn across(strategy: &Strategy) -> Vec<AcrossJson<'_>> {
    fn made<'a>(strategy: &'a Strategy, pair: &'a Pair) -> PairJson<'a> {
        PairJson {
            ours: pair.ours.map(|id| strategy.entry(id).id.as_str()),
            theirs: pair.theirs.as_deref(),
            says: pair.says,
            what: pair.what.as_deref(),
            because: pair.because.as_deref(),
            sources: cites(strategy, &pair.cites),
            their_sources: pair
                .their_cites
                .iter()
                .map(|(source, place)| CiteJson(source, place))
                .collect(),
        }
    }
    let all = strategy.across.iter();
    all.map(|across| AcrossJson {
        model: &across.model,
        pairs: across
            .pairs
            .iter()
            .map(|pair| made(strategy, pair))
            .collect(),
    })
    .collect()
}
