//! The shortest way from one entry to another over links.

use std::collections::{HashMap, VecDeque};

use crate::model::{AsOf, Cite, EntryId, Held, Kind, Strategy, Verb};
use crate::wording;

/// A step of a way.
#[derive(Clone, Debug)]
pub struct Hop {
    /// Where it begins.
    pub from: EntryId,
    /// The words of the link, read from there.
    pub words: String,
    /// Where it leads.
    pub to: EntryId,
    /// When the link held.
    pub when: Option<String>,
    /// What carries it.
    pub cites: Vec<Cite>,
}

/// The shortest way, through no source, and not through the strategy itself or its country: all of a
/// model has to do with these, so that a way through them says nothing. Of ways of one length the
/// one over weightier entries is taken. `None` when there is none.
pub fn path(strategy: &Strategy, from: EntryId, to: EntryId, as_of: AsOf) -> Option<Vec<Hop>> {
    let edition = wording::edition(&strategy.meta);
    let is_closed = |id: EntryId| {
        let entry = strategy.entry(id);
        let is_all = *entry.name == *edition || entry.name == strategy.meta.country;
        is_all || entry.kind == Kind::Source
    };
    let mut came: HashMap<EntryId, Hop> = HashMap::new();
    let mut open = VecDeque::from([from]);
    while let Some(at) = open.pop_front() {
        if at == to {
            break;
        }
        if at != from && is_closed(at) {
            continue;
        }
        let mut held = strategy.relations_on(at, as_of);
        // That something is about something says little of how the two stand to each other.
        held.sort_by_key(|held| {
            let is_about = held.relation.link.verb == Verb::About;
            (is_about, strategy.entry(held.relation.other).weight)
        });
        for each in &held {
            let next = each.relation.other;
            if next != from && !came.contains_key(&next) {
                came.insert(next, hop(at, each));
                open.push_back(next);
            }
        }
    }
    let mut way = Vec::new();
    let mut at = to;
    while at != from {
        let hop = came.remove(&at)?;
        at = hop.from;
        way.push(hop);
    }
    way.reverse();
    (!way.is_empty()).then_some(way)
}

fn hop(from: EntryId, held: &Held<'_>) -> Hop {
    Hop {
        from,
        words: held.relation.words().into_owned(),
        to: held.relation.other,
        when: wording::held_when(held.relation.link, held.about),
        cites: held.relation.link.cites.clone(),
    }
}
