//! A course: reading and cards in turn, a checkpoint for each pillar, planned for a length of time.

use std::cmp::Reverse;
use std::collections::{HashSet, VecDeque};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::card::{Answer, Card};
use crate::model::{Entry, EntryId, Kind, Strategy, Weight};

/// Words that one reads in a minute, when it is to be kept.
const WORDS_A_MINUTE: usize = 180;

/// The least time for a page, whatever stands on it.
const PAGE: Duration = Duration::from_secs(8);

/// A card with what is told after it; and once more at a checkpoint.
const CARD: Duration = Duration::from_secs(25);
const AGAIN: Duration = Duration::from_secs(15);

/// Cards after one reading, at most.
const CARDS: usize = 2;

/// From this time on further paragraphs are read too, and checkpoints are longer.
const LONG: Duration = Duration::from_secs(40 * 60);

/// A course as it is planned. The same strategy, cards and time give the same course.
#[derive(Clone, Debug)]
pub struct Course {
    /// The time asked for.
    pub time: Duration,
    /// The whole first, then each pillar.
    pub parts: Vec<Part>,
    /// What a longer course would read as well, what matters most first.
    pub left_out: Vec<EntryId>,
}

/// A part of a course, with a checkpoint at its end.
#[derive(Clone, Debug)]
pub struct Part {
    /// The pillar; `None` for the strategy as a whole.
    pub about: Option<EntryId>,
    /// What is read and asked, in turn.
    pub blocks: Vec<Block>,
    /// The cards of the checkpoint: places in the deck.
    pub check: Vec<usize>,
}

/// One reading and the cards on it.
#[derive(Clone, Debug)]
pub struct Block {
    /// What is read; `None` for the page about the strategy.
    pub read: Option<EntryId>,
    /// Places in the deck.
    pub cards: Vec<usize>,
    /// What it takes.
    pub time: Duration,
}

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// Read this block of this part.
    Read(usize, usize),
    /// Answer the cards of this block.
    Ask(usize, usize),
    /// Answer the cards of the checkpoint of this part.
    Check(usize),
}

/// Where a course was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CoursePlace {
    /// The length of the course, in minutes.
    pub minutes: u64,
    /// The next thing to do, by its number from 0.
    pub at: usize,
    /// The same by its name, where the model has changed since.
    pub name: String,
    /// Seconds spent so far.
    pub spent: u64,
}

impl Course {
    /// Plans a course.
    pub fn plan(strategy: &Strategy, cards: &[Card], time: Duration) -> Self {
        let planner = Planner {
            strategy,
            cards,
            is_long: time >= LONG,
        };
        let mut used = HashSet::new();
        let mut wanted: Vec<(Part, Vec<Block>)> = Vec::new();
        let pillars = strategy.of_kind(Kind::Pillar).iter().map(|id| Some(*id));
        for about in std::iter::once(None).chain(pillars) {
            let blocks = planner.blocks(about, &mut used);
            let part = Part {
                about,
                blocks: Vec::new(),
                check: Vec::new(),
            };
            wanted.push((part, blocks));
        }
        let parts = planner.fill(wanted, time);
        let read: HashSet<EntryId> = parts
            .iter()
            .flat_map(|part| part.blocks.iter().filter_map(|block| block.read))
            .collect();
        let mut left_out: Vec<EntryId> = used.into_iter().filter(|id| !read.contains(id)).collect();
        left_out.sort_by_key(|id| (strategy.entry(*id).weight, *id));
        Self {
            time,
            parts,
            left_out,
        }
    }

    /// What it takes as planned.
    pub fn planned(&self) -> Duration {
        self.parts.iter().map(Part::time).sum()
    }

    /// What is planned before a lesson.
    pub fn planned_before(&self, at: usize) -> Duration {
        let lessons = self.lessons();
        let before = lessons.iter().take(at);
        before.map(|lesson| self.takes(*lesson)).sum()
    }

    /// What a lesson takes.
    fn takes(&self, lesson: Lesson) -> Duration {
        let block = |part: usize, block: usize| self.parts.get(part)?.blocks.get(block);
        match lesson {
            Lesson::Read(part, at) => block(part, at).map_or(Duration::ZERO, |block| {
                block.time.saturating_sub(asking(block.cards.len()))
            }),
            Lesson::Ask(part, at) => {
                block(part, at).map_or(Duration::ZERO, |block| asking(block.cards.len()))
            }
            Lesson::Check(part) => self.parts.get(part).map_or(Duration::ZERO, Part::checking),
        }
    }

    /// Everything to do, in order.
    pub fn lessons(&self) -> Vec<Lesson> {
        let mut lessons = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            for (number, block) in part.blocks.iter().enumerate() {
                lessons.push(Lesson::Read(at, number));
                if !block.cards.is_empty() {
                    lessons.push(Lesson::Ask(at, number));
                }
            }
            if !part.check.is_empty() {
                lessons.push(Lesson::Check(at));
            }
        }
        lessons
    }

    /// The cards of a lesson.
    pub fn cards(&self, lesson: Lesson) -> Vec<usize> {
        match lesson {
            Lesson::Read(..) => Vec::new(),
            Lesson::Ask(part, block) => {
                let block = self.parts.get(part).and_then(|part| part.blocks.get(block));
                block.map(|block| block.cards.clone()).unwrap_or_default()
            }
            Lesson::Check(part) => {
                let part = self.parts.get(part);
                part.map(|part| part.check.clone()).unwrap_or_default()
            }
        }
    }

    /// The name of a lesson, which stays the same while its entries do.
    pub fn name(&self, strategy: &Strategy, lesson: Lesson) -> String {
        let id = |id: Option<EntryId>| id.map_or("whole", |id| strategy.entry(id).id.as_str());
        let read = |part: usize, block: usize| {
            let block = self.parts.get(part).and_then(|part| part.blocks.get(block));
            id(block.and_then(|block| block.read))
        };
        match lesson {
            Lesson::Read(part, block) => format!("read {}", read(part, block)),
            Lesson::Ask(part, block) => format!("ask {}", read(part, block)),
            Lesson::Check(part) => {
                let about = self.parts.get(part).and_then(|part| part.about);
                format!("check {}", id(about))
            }
        }
    }

    /// The lesson to go on with.
    pub fn resume(&self, strategy: &Strategy, place: &CoursePlace) -> usize {
        let lessons = self.lessons();
        let is_it = |lesson: &Lesson| self.name(strategy, *lesson) == place.name;
        let same = lessons.get(place.at).filter(|lesson| is_it(lesson));
        if same.is_some() {
            return place.at;
        }
        let found = lessons.iter().position(is_it);
        found.unwrap_or_else(|| place.at.min(lessons.len().saturating_sub(1)))
    }
}

impl Part {
    /// What it takes with its checkpoint.
    pub fn time(&self) -> Duration {
        let blocks: Duration = self.blocks.iter().map(|block| block.time).sum();
        blocks + self.checking()
    }

    fn checking(&self) -> Duration {
        let count = u32::try_from(self.check.len()).unwrap_or(u32::MAX);
        AGAIN.saturating_mul(count)
    }
}

fn asking(cards: usize) -> Duration {
    CARD.saturating_mul(u32::try_from(cards).unwrap_or(u32::MAX))
}

struct Planner<'a> {
    strategy: &'a Strategy,
    cards: &'a [Card],
    is_long: bool,
}

impl Planner<'_> {
    /// All that a part could read, in order.
    fn blocks(&self, about: Option<EntryId>, used: &mut HashSet<EntryId>) -> Vec<Block> {
        let strategy = self.strategy;
        let mut blocks = Vec::new();
        let mut entries: Vec<EntryId> = Vec::new();
        if let Some(pillar) = about {
            let entry = strategy.entry(pillar);
            entries.push(pillar);
            let mut under = entry.children.clone();
            under.sort_by_key(|id| strategy.entry(*id).weight);
            entries.extend(&under);
            let family: Vec<EntryId> = [pillar].into_iter().chain(under).collect();
            let mut near: Vec<EntryId> = family
                .iter()
                .flat_map(|id| strategy.relations(*id))
                .map(|relation| relation.other)
                .collect();
            near.sort_by_key(|id| (strategy.entry(*id).weight, *id));
            near.dedup();
            entries.extend(near);
        } else {
            blocks.push(Block {
                read: None,
                cards: Vec::new(),
                time: self.about_page(),
            });
            entries.extend(strategy.of_kind(Kind::Goal));
            for kind in [Kind::Actor, Kind::Event, Kind::Claim] {
                let all = strategy.of_kind(kind).iter().copied();
                let is_key = |id: &EntryId| strategy.entry(*id).weight == Weight::Key;
                let mut key: Vec<EntryId> = all.filter(is_key).collect();
                key.sort_by_cached_key(|id| Reverse(strategy.relations(*id).len()));
                entries.extend(key);
            }
        }
        for id in entries {
            let entry = strategy.entry(id);
            let is_read = entry.weight != Weight::Context && entry.kind != Kind::Source;
            if is_read && used.insert(id) {
                let cards = self.cards_on(id);
                let time = self.reading(entry) + asking(cards.len());
                blocks.push(Block {
                    read: Some(id),
                    cards,
                    time,
                });
            }
        }
        blocks
    }

    /// The first cards on an entry, the author's own before others; none that asks for a name in
    /// another language.
    fn cards_on(&self, id: EntryId) -> Vec<usize> {
        let is_on = |card: &Card| {
            let is_of_names = ["original", "english"].contains(&card.key.kind());
            let is_order = matches!(card.answer, Answer::Order(_));
            card.entries.first() == Some(&id) && !is_of_names && !is_order
        };
        let all = self.cards.iter().enumerate();
        let mut found: Vec<(bool, usize)> = all
            .filter(|(_, card)| is_on(card))
            .map(|(at, card)| (!card.key.kind().starts_with("own-"), at))
            .collect();
        found.sort_unstable();
        found.truncate(CARDS);
        found.into_iter().map(|(_, at)| at).collect()
    }

    fn reading(&self, entry: &Entry) -> Duration {
        let mut words = count(&entry.name);
        words += entry.summary.as_deref().map_or(0, count);
        words += entry
            .caveats
            .first()
            .map_or(0, |caveat| count(&caveat.text));
        if self.is_long {
            words += entry.details.iter().map(|text| count(text)).sum::<usize>();
        }
        of_words(words)
    }

    fn about_page(&self) -> Duration {
        let meta = &self.strategy.meta;
        let texts = [&meta.summary, &meta.why].into_iter().flatten();
        let mut words: usize = texts.map(|text| count(text)).sum();
        if self.is_long {
            words += meta.details.iter().map(|text| count(text)).sum::<usize>();
        }
        of_words(words)
    }

    /// Fills the time: every part in turn gets its next block while one fits.
    fn fill(&self, wanted: Vec<(Part, Vec<Block>)>, time: Duration) -> Vec<Part> {
        let check = if self.is_long { 3 } else { 2 };
        let mut left = time;
        let mut parts: Vec<(Part, VecDeque<Block>)> = wanted
            .into_iter()
            .map(|(part, blocks)| (part, blocks.into()))
            .collect();
        let mut fits = true;
        while fits {
            fits = false;
            // The whole has the most to tell, and gets two at a time.
            let first = parts.first().filter(|(part, _)| part.about.is_none());
            let turns: Vec<usize> = first.map(|_| 0).into_iter().chain(0..parts.len()).collect();
            for turn in turns {
                let Some((part, blocks)) = parts.get_mut(turn) else {
                    continue;
                };
                let Some(block) = blocks.front() else {
                    continue;
                };
                let room = check - part.check.len().min(check);
                let more: Vec<usize> = block.cards.iter().copied().take(room).collect();
                let again = AGAIN.saturating_mul(u32::try_from(more.len()).unwrap_or(0));
                let Some(rest) = left.checked_sub(block.time + again) else {
                    // A shorter one further on may still fit.
                    blocks.pop_front();
                    fits = true;
                    continue;
                };
                left = rest;
                part.check.extend(more);
                part.blocks.extend(blocks.pop_front());
                fits = true;
            }
        }
        let parts = parts.into_iter().map(|(part, _)| part);
        parts.filter(|part| !part.blocks.is_empty()).collect()
    }
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

fn of_words(words: usize) -> Duration {
    let seconds = words * 60 / WORDS_A_MINUTE;
    PAGE.max(Duration::from_secs(
        u64::try_from(seconds).unwrap_or(u64::MAX),
    ))
}

impl Course {
    /// Whether further paragraphs are read.
    pub const fn is_long(&self) -> bool {
        self.time.as_secs() >= LONG.as_secs()
    }
}
