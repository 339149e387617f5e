//! The small parts of an entry in JSON: links, cites, caveats, cards, periods.

use serde::Serialize;

use crate::date::{Date, Period};
use crate::model::{Card, Caveat, Cite, Link, Relation, Strategy, Verb};
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
}

pub(super) fn links<'a>(strategy: &'a Strategy, links: &'a [Link]) -> Vec<LinkJson<'a>> {
    links
        .iter()
        .map(|link| LinkJson {
            verb: link.verb.name().into_owned(),
            inverse: inverse(&link.verb),
            to: &strategy.entry(link.to).id,
            sources: cites(strategy, &link.cites),
            active: period(link.active),
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
}

impl<'a> LinkedJson<'a> {
    /// The other end is `to` when the entry carries the link, else `from`.
    pub fn new(strategy: &'a Strategy, relation: &Relation<'a>) -> Self {
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
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct CaveatJson<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<CiteJson<'a>>,
}

pub(super) fn caveats<'a>(strategy: &'a Strategy, caveats: &'a [Caveat]) -> Vec<CaveatJson<'a>> {
    caveats
        .iter()
        .map(|caveat| CaveatJson {
            text: &caveat.text,
            sources: cites(strategy, &caveat.cites),
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
