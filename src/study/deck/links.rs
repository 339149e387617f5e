//! Cards from links: who heads it, what succeeded it, by whom was it adopted.

use std::collections::HashSet;

use super::made::{among, keeps_secret};
use super::phrases::{PHRASES, Phrase};
use super::written::Written;
use crate::date::Period;
use crate::model::{Entry, EntryId, Kind, Link, Relation, Strategy, Weight};
use crate::study::card::{Answer, Card, Wrong};
use crate::study::fair::{FEWEST, Fair};
use crate::study::hint::stems;
use crate::wording::called;

/// The other end of a link, and when it held.
#[derive(Clone, Copy)]
struct End<'a> {
    other: EntryId,
    active: Period,
    relation: Relation<'a>,
}

/// The cards in which the question names this entry.
pub(super) fn cards(
    strategy: &Strategy,
    (fair, written): (&Fair<'_>, &Written<'_>),
    id: EntryId,
) -> Vec<Card> {
    let entry = strategy.entry(id);
    let asked = !matches!(entry.kind, Kind::Source | Kind::Claim | Kind::Event);
    if !asked || entry.weight == Weight::Context {
        return Vec::new();
    }
    let own = strategy.relations(id);
    let mut cards = Vec::new();
    for phrase in PHRASES {
        let asked = Asked {
            strategy,
            fair,
            id,
            phrase,
            ends: ends(&own, phrase),
        };
        cards.extend(asked.cards(written));
    }
    cards
}

/// Leaves one card where a kind of question would have the same answer again and again: that of
/// what matters most.
pub(super) fn once(mut cards: Vec<Card>) -> Vec<Card> {
    let mut given = HashSet::new();
    cards.sort_by_key(|card| card.weight);
    cards.retain(|card| match &card.answer {
        Answer::One {
            wrong: Wrong::Names(right, _),
            ..
        } => given.insert((card.key.kind().to_owned(), *right)),
        _ => true,
    });
    cards
}

/// The other ends of the relations that a phrase asks about.
fn ends<'a>(relations: &[Relation<'a>], phrase: &Phrase) -> Vec<End<'a>> {
    let symmetric = phrase.verb.is_symmetric();
    relations
        .iter()
        .filter(|relation| relation.link.verb == *phrase.verb)
        .filter(|relation| relation.outward == phrase.outward || symmetric)
        .map(|relation| End {
            other: relation.other,
            active: relation.link.active,
            relation: *relation,
        })
        .collect()
}

struct Asked<'a> {
    strategy: &'a Strategy,
    fair: &'a Fair<'a>,
    id: EntryId,
    phrase: &'a Phrase,
    ends: Vec<End<'a>>,
}

impl Asked<'_> {
    fn cards(&self, written: &Written<'_>) -> Vec<Card> {
        let firm = |end: &&End<'_>| {
            self.fair.is_firm(end.relation.link, [self.id, end.other])
                && !written.joins(self.id, end.other)
                && !self.repeats_pillar(end.other)
        };
        if self.phrase.key_alone && self.entry().weight != Weight::Key {
            return Vec::new();
        }
        if let [end] = self.ends.as_slice() {
            let over = self.is_over(*end) && !self.phrase.past.is_empty();
            let text = if over {
                self.phrase.past
            } else {
                self.phrase.one
            };
            let about = vec![self.id];
            return Some(end)
                .filter(firm)
                .and_then(|end| self.card(about, text, "", *end))
                .into_iter()
                .collect();
        }
        let Some((ended, goes_on)) = self.phrase.times else {
            return Vec::new();
        };
        let ends = self.ends.iter().filter(firm);
        ends.filter_map(|end| {
            let when = self.when(*end)?;
            let text = match end.active.to {
                Some(_) => ended,
                None => goes_on,
            };
            self.card(vec![self.id, end.other], text, &when, *end)
        })
        .collect()
    }

    fn card(&self, about: Vec<EntryId>, text: &str, when: &str, end: End<'_>) -> Option<Card> {
        let question = text
            .replace("<when>", when)
            .replace("{}", &called(self.entry()));
        let about = (self.phrase.slug, about);
        let mut options = self.fair.options(self.id, end.other);
        // Of an instrument its kind does not tell whether it is a law or a programme; and two laws
        // alone are told apart by their names.
        if self.strategy.entry(end.other).kind == Kind::Instrument {
            options.retain(|other| self.does_the_like(*other));
            if options.len() <= FEWEST {
                return None;
            }
        }
        among(self.strategy, about, &question, (end.other, options))
            .filter(|card| keeps_secret(self.fair, card, end.other))
    }

    /// Whether an entry would be an answer to the same question about something else.
    fn does_the_like(&self, other: EntryId) -> bool {
        let mut relations = self.strategy.relations(other).into_iter();
        relations.any(|relation| {
            relation.link.verb == *self.phrase.verb && relation.outward != self.phrase.outward
        })
    }

    /// Whether the pillar of an objective has the same link.
    fn repeats_pillar(&self, other: EntryId) -> bool {
        self.entry().parent.is_some_and(|pillar| {
            let links = &self.strategy.entry(pillar).links;
            let same = |link: &Link| link.verb == *self.phrase.verb && link.to == other;
            links.iter().any(same)
        })
    }

    /// The time of a link in words that no other link of the same kind could mean, and that say
    /// nothing of the answer.
    fn when(&self, end: End<'_>) -> Option<String> {
        let period = end.active;
        let mut others = self.ends.iter().filter(|each| each.other != end.other);
        if period.is_open() || others.any(|each| overlap(each.active, period)) {
            return None;
        }
        let answer = stems(&self.strategy.entry(end.other).name);
        let to = Period {
            from: None,
            to: period.to,
        };
        let from = Period {
            from: period.from,
            to: None,
        };
        let tries = match (period.from, period.to) {
            (Some(_), None) => vec![from],
            (None, _) => vec![to],
            _ => vec![period, to],
        };
        let mut words = tries
            .into_iter()
            .map(|period| match (period.from, period.to) {
                (Some(_), Some(_)) => format!("from {period}"),
                _ => period.to_string(),
            });
        words.find(|when| stems(when).is_disjoint(&answer))
    }

    /// Whether the link, or either end of it, belongs to the past.
    fn is_over(&self, end: End<'_>) -> bool {
        let ended = |id: EntryId| {
            let entry = self.strategy.entry(id);
            entry.actor().is_some_and(|actor| actor.active.to.is_some())
        };
        end.active.to.is_some() || ended(self.id) || ended(end.other)
    }

    fn entry(&self) -> &Entry {
        self.strategy.entry(self.id)
    }
}

/// Whether two periods may have a day in common; the day of a handover counts for neither.
fn overlap(one: Period, other: Period) -> bool {
    let before = |first: Period, second: Period| matches!((first.to, second.from), (Some(to), Some(from)) if to <= from);
    !before(one, other) && !before(other, one)
}
