//! The options of a choice: one right, and others of the same kind, role and period where they can
//! be had.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::card::{Answer, Card, Wrong};
use super::hint::stems;
use super::random::Random;
use crate::date::{Date, Period};
use crate::model::{Entry, EntryId, Kind, Strategy};
use crate::text::Clean;
use crate::text::fold::Folded;

/// How many options there are at most.
const OPTIONS: usize = 4;

/// The options of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// In the order shown; no two are alike after folding.
    pub options: Vec<Clean>,
    /// The place of the one that is right.
    pub right: usize,
}

/// Makes the options of a card; `None` when it has none, or fewer than two wrong ones.
pub fn choose(strategy: &Strategy, card: &Card, random: &mut Random) -> Option<Choice> {
    let Answer::One { right, wrong, .. } = &card.answer else {
        return None;
    };
    let question = Folded::new(&card.question);
    let mut seen = HashSet::from([Folded::new(right).as_str().to_owned()]);
    let mut options = vec![right.clone()];
    for text in candidates(strategy, card, wrong, random) {
        if options.len() == OPTIONS {
            break;
        }
        let folded = Folded::new(&text);
        let blank = folded.as_str().trim().is_empty();
        if blank || question.as_str().contains(folded.as_str()) {
            continue;
        }
        if seen.insert(folded.as_str().to_owned()) {
            options.push(text);
        }
    }
    if options.len() < 3 {
        return None;
    }
    random.shuffle(&mut options);
    if matches!(wrong, Wrong::Years(..)) {
        options.sort();
    }
    let right = options.iter().position(|option| option == right)?;
    Some(Choice { options, right })
}

/// Wrong options, the most plausible first.
fn candidates(strategy: &Strategy, card: &Card, wrong: &Wrong, random: &mut Random) -> Vec<Clean> {
    match wrong {
        Wrong::Names(like, among) => {
            let held = card.key.kind() == "held-on";
            let ranked = ranked(strategy, (*like, among), (&card.question, held), random);
            ranked.map(|entry| entry.name.clone()).collect()
        }
        Wrong::Originals(like, among) => {
            let ranked = ranked(strategy, (*like, among), (&card.question, false), random);
            ranked.filter_map(|entry| entry.original.clone()).collect()
        }
        Wrong::Years(year, except) => years(strategy, (*year, except), random),
        Wrong::Texts(texts) => {
            let mut texts = texts.clone();
            random.shuffle(&mut texts);
            texts
        }
    }
}

/// The entries that may be offered: those first that share a word with the question where the right
/// one does, then those of its time and those with a word of its name. Where they stand in an order of their own, that counts too.
fn ranked<'a>(
    strategy: &'a Strategy,
    (like, among): (EntryId, &[EntryId]),
    (question, in_order): (&str, bool),
    random: &mut Random,
) -> impl Iterator<Item = &'a Entry> {
    let right = strategy.entry(like);
    let hints: Vec<String> = stems(&right.name)
        .intersection(&stems(question))
        .cloned()
        .collect();
    let own = stems(&right.name);
    let mut ranked: Vec<(Reverse<u32>, EntryId)> = among
        .iter()
        .zip(0_u32..)
        .map(|(id, place)| {
            let entry = strategy.entry(*id);
            let shared = stems(&entry.name);
            let hinted = hints.iter().filter(|hint| shared.contains(*hint)).count();
            let hinted = u32::try_from(hinted.min(3)).unwrap_or(3);
            let early = if in_order {
                8_u32.saturating_sub(place)
            } else {
                0
            };
            let kin = u32::from(!shared.is_disjoint(&own));
            let score = hinted * 4 + same_time(entry, right) * 2 + kin + early;
            (Reverse(score), *id)
        })
        .collect();
    random.shuffle(&mut ranked);
    ranked.sort_by_key(|(score, _)| *score);
    ranked.into_iter().map(|(_, id)| strategy.entry(id))
}

fn same_time(entry: &Entry, right: &Entry) -> u32 {
    let period = |entry: &Entry| entry.actor().map_or(Period::default(), |a| a.active);
    let (one, other) = (period(entry), period(right));
    let before = |end: Option<Date>, start: Option<Date>| matches!((end, start), (Some(end), Some(start)) if end < start);
    u32::from(!before(one.to, other.from) && !before(other.to, one.from))
}

/// Years near the right one, of other events where there are some.
fn years(strategy: &Strategy, (year, except): (i16, &[i16]), random: &mut Random) -> Vec<Clean> {
    let events = strategy.of_kind(Kind::Event).iter();
    let mut near: Vec<i16> = events
        .filter_map(|id| Some(strategy.entry(*id).event()?.date.year()))
        .filter(|other| *other != year)
        .collect();
    near.sort_unstable();
    near.dedup();
    near.sort_by_key(|other| other.abs_diff(year));
    near.truncate(6);
    random.shuffle(&mut near);
    let last = strategy.meta.as_of.map_or(i16::MAX, Date::year);
    let around = [-1, 1, -2, 2, -3, 3, -4].map(|by| year.saturating_add(by));
    near.extend(around.iter().filter(|other| **other <= last));
    near.iter()
        .filter(|year| !except.contains(year))
        .map(|year| Clean::new(&year.to_string()))
        .collect()
}
