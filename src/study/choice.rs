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

/// No more entries than this are weighed up for one card.
const WEIGHED: usize = 300;

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
    if matches!(wrong, Wrong::Years(_)) {
        options.sort();
    }
    let right = options.iter().position(|option| option == right)?;
    Some(Choice { options, right })
}

/// Wrong options, the most plausible first.
fn candidates(strategy: &Strategy, card: &Card, wrong: &Wrong, random: &mut Random) -> Vec<Clean> {
    let texts = |like: EntryId, except: &[EntryId], random: &mut Random, text: Text| {
        let ranked = alike(strategy, like, except, (&card.question, text), random);
        ranked.into_iter().map(|(_, text)| text).collect()
    };
    match wrong {
        Wrong::Names(like, except) => {
            let right = strategy.entry(*like);
            let names = |entry: &Entry| (!same_name(entry, right)).then(|| entry.name.clone());
            texts(*like, except, random, &names)
        }
        Wrong::Originals(like, except) => {
            texts(*like, except, random, &|entry| entry.original.clone())
        }
        Wrong::Summaries(like, except) => {
            texts(*like, except, random, &|entry| entry.summary.clone())
        }
        Wrong::Years(year) => years(strategy, *year, random),
        Wrong::Texts(texts) => {
            let mut texts = texts.clone();
            random.shuffle(&mut texts);
            texts
        }
    }
}

type Text<'a> = &'a dyn Fn(&Entry) -> Option<Clean>;

/// Entries of the same kind: those of its role first, and of these the ones that share a word with
/// the question where the right one does, then those of its time.
fn alike(
    strategy: &Strategy,
    like: EntryId,
    except: &[EntryId],
    (question, text): (&str, Text<'_>),
    random: &mut Random,
) -> Vec<(Reverse<u32>, Clean)> {
    let right = strategy.entry(like);
    let hints: Vec<String> = stems(&right.name)
        .intersection(&stems(question))
        .cloned()
        .collect();
    let folded = |text: &Clean| Folded::new(text).as_str().to_owned();
    // Another entry may go by the very name of one that would be right too.
    let barred: HashSet<String> = except
        .iter()
        .filter_map(|id| text(strategy.entry(*id)))
        .map(|text| folded(&text))
        .collect();
    let all = strategy.of_kind(right.kind);
    let start = random.below(all.len());
    let mut ranked: Vec<(Reverse<u32>, Clean)> = all
        .iter()
        .cycle()
        .skip(start)
        .take(all.len().min(WEIGHED))
        .filter(|id| **id != like && !except.contains(id))
        .filter_map(|id| {
            let entry = strategy.entry(*id);
            let shared = stems(&entry.name);
            let hinted = hints.iter().filter(|hint| shared.contains(*hint)).count();
            let hinted = u32::try_from(hinted.min(3)).unwrap_or(3);
            let score = same_role(entry, right) * 16 + hinted * 4 + same_time(entry, right) * 2;
            Some((Reverse(score), text(entry)?))
        })
        .filter(|(_, text)| barred.is_empty() || !barred.contains(&folded(text)))
        .collect();
    random.shuffle(&mut ranked);
    ranked.sort_by_key(|(score, _)| *score);
    ranked
}

/// Whether two entries go by the same name, so that one would be right for the other.
fn same_name(entry: &Entry, right: &Entry) -> bool {
    let is = |list: &[Clean], name: &str| {
        let name = Folded::new(name);
        list.iter()
            .any(|alias| Folded::new(alias).as_str() == name.as_str())
    };
    is(&entry.aliases, &right.name) || is(&right.aliases, &entry.name)
}

fn same_role(entry: &Entry, right: &Entry) -> u32 {
    let role = |entry: &Entry| entry.actor().map(|actor| actor.role);
    let parent = entry.parent == right.parent;
    u32::from(role(entry) == role(right) && parent)
}

fn same_time(entry: &Entry, right: &Entry) -> u32 {
    let period = |entry: &Entry| entry.actor().map_or(Period::default(), |a| a.active);
    let (one, other) = (period(entry), period(right));
    let before = |end: Option<Date>, start: Option<Date>| matches!((end, start), (Some(end), Some(start)) if end < start);
    u32::from(!before(one.to, other.from) && !before(other.to, one.from))
}

/// Years near the right one, of other events where there are some.
fn years(strategy: &Strategy, year: i16, random: &mut Random) -> Vec<Clean> {
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
        .map(|year| Clean::new(&year.to_string()))
        .collect()
}
