//! Cards from links: who heads it, what did it succeed, which threat targets it.

use super::named;
use super::phrases::{PHRASES, Phrase};
use crate::date::Period;
use crate::model::{Entry, EntryId, Kind, Relation, Strategy};
use crate::study::card::{Card, Topic};
use crate::study::hint::{Words, stems};
use crate::wording::called;

/// The other end of a link, and when it held.
#[derive(Clone, Copy)]
struct End {
    other: EntryId,
    active: Period,
}

/// The cards in which the question names this entry.
pub(super) fn cards(strategy: &Strategy, words: &Words, id: EntryId) -> Vec<Card> {
    let own = strategy.relations(id);
    let of_objectives: Vec<Relation<'_>> = strategy
        .entry(id)
        .children
        .iter()
        .flat_map(|child| strategy.relations(*child))
        .filter(|relation| is_outside(strategy, id, relation.other))
        .collect();
    let mut cards = Vec::new();
    for phrase in PHRASES {
        let mut ends = ends(&own, phrase);
        if !ends.is_empty() {
            // What an objective protects its pillar protects: one more right answer.
            for end in self::ends(&of_objectives, phrase) {
                if ends.iter().all(|known| known.other != end.other) {
                    ends.push(end);
                }
            }
        }
        if phrase.by_pillar {
            ends = by_pillar(strategy, ends);
        }
        let asked = Asked {
            strategy,
            words,
            id,
            phrase,
            ends: &ends,
        };
        cards.extend(asked.cards());
    }
    cards
}

/// The other ends of the relations that a phrase asks about.
fn ends(relations: &[Relation<'_>], phrase: &Phrase) -> Vec<End> {
    let symmetric = phrase.verb.is_symmetric() && !phrase.one_way;
    relations
        .iter()
        .filter(|relation| relation.link.verb == *phrase.verb)
        .filter(|relation| relation.outward == phrase.outward || symmetric)
        .map(|relation| End {
            other: relation.other,
            active: relation.link.active,
        })
        .collect()
}

/// Whether the other end stands outside the entry with its objectives.
fn is_outside(strategy: &Strategy, id: EntryId, other: EntryId) -> bool {
    other != id && !strategy.entry(id).children.contains(&other)
}

struct Asked<'a> {
    strategy: &'a Strategy,
    words: &'a Words,
    id: EntryId,
    phrase: &'a Phrase,
    ends: &'a [End],
}

impl Asked<'_> {
    fn cards(&self) -> Vec<Card> {
        let entry = self.entry();
        if self.phrase.about.is_some_and(|kind| entry.kind != kind) {
            return Vec::new();
        }
        let [end] = self.ends else {
            return self.several();
        };
        let phrase = self.phrase;
        let over = self.is_over(*end) && !phrase.past.is_empty();
        let text = match (over, phrase.one) {
            (_, "") => return self.several(),
            (true, _) => phrase.past,
            (false, text) => text,
        };
        self.card(&[self.id], text, "", (*end, true))
            .into_iter()
            .collect()
    }

    /// One card for each end: by its time where that tells them apart, else as one of these.
    fn several(&self) -> Vec<Card> {
        let whens: Vec<Option<String>> = self.ends.iter().map(|end| self.when(*end)).collect();
        let cards = self.ends.iter().zip(whens).filter_map(|(end, when)| {
            let about = [self.id, end.other];
            match (self.phrase.times, when) {
                (Some((ended, goes_on)), Some(when)) => {
                    let text = if end.active.to.is_some() {
                        ended
                    } else {
                        goes_on
                    };
                    self.card(&about, text, &when, (*end, true))
                }
                _ if self.phrase.of_these.is_empty() => None,
                _ => self.card(&about, self.phrase.of_these, "", (*end, false)),
            }
        });
        cards.collect()
    }

    fn card(
        &self,
        about: &[EntryId],
        text: &str,
        when: &str,
        (end, recall): (End, bool),
    ) -> Option<Card> {
        if text.is_empty() {
            return None;
        }
        let question = text
            .replace("<when>", when)
            .replace("{}", &called(self.entry()));
        let mut except: Vec<EntryId> = vec![self.id];
        for End { other, .. } in self.ends {
            let family = self.strategy.entry(*other);
            except.push(*other);
            except.extend(family.parent);
            except.extend(&family.children);
        }
        if !recall {
            // What has anything to do with the entry might be right in some way.
            let related = self.strategy.relations(self.id).into_iter();
            except.extend(related.map(|relation| relation.other));
        }
        let both = (self.id, end.other);
        if self.words.give_away(self.strategy, both, &except) {
            return None;
        }
        if !has_options(self.strategy, end.other, &mut except, recall) {
            return None;
        }
        named(
            self.strategy,
            self.phrase.slug,
            about,
            &question,
            (end.other, except, recall),
        )
    }

    /// The time of a link in words that no other link of the same kind could mean, and that say
    /// nothing of the answer.
    fn when(&self, end: End) -> Option<String> {
        let period = end.active;
        let others = || self.ends.iter().filter(|each| each.other != end.other);
        if period.is_open() || others().any(|each| overlap(each.active, period)) {
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
    fn is_over(&self, end: End) -> bool {
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

/// The ends as pillars, each once; what belongs to no pillar goes.
fn by_pillar(strategy: &Strategy, ends: Vec<End>) -> Vec<End> {
    let mut seen = Vec::new();
    let pillars = ends.into_iter().filter_map(|end| {
        let Topic::Pillar(other) = Topic::of(strategy, end.other) else {
            return None;
        };
        let first = !seen.contains(&other);
        seen.push(other);
        first.then_some(End { other, ..end })
    });
    pillars.collect()
}

/// Whether a question that needs its options can have them.
fn has_options(
    strategy: &Strategy,
    right: EntryId,
    except: &mut Vec<EntryId>,
    recall: bool,
) -> bool {
    except.sort_unstable();
    except.dedup();
    let kind = strategy.entry(right).kind;
    let taken = except.iter().filter(|id| strategy.entry(**id).kind == kind);
    recall || strategy.of_kind(kind).len() >= taken.count() + 2
}

/// Whether two periods may have a day in common; the day of a handover counts for neither.
fn overlap(one: Period, other: Period) -> bool {
    let before = |first: Period, second: Period| matches!((first.to, second.from), (Some(to), Some(from)) if to <= from);
    !before(one, other) && !before(other, one)
}

/// Whether an entry is of a kind that cards ask about.
pub(super) const fn is_asked(kind: Kind) -> bool {
    !matches!(kind, Kind::Source | Kind::Claim)
}
