//! What a student knows of each card of a model, worked out from the log.

use std::collections::{HashMap, HashSet};

use super::card::{Card, Key};
use super::day::Day;
use super::log::{Act, Line, LineId};
use super::schedule::{Grade, Memory, Schedule};

/// What is known of one card.
#[derive(Clone, Debug)]
pub struct State {
    /// What the schedule makes of it.
    pub memory: Memory,
    /// How often it was reviewed.
    pub reviews: u32,
    /// How often it had been forgotten.
    pub lapses: u32,
    /// The last grade.
    pub grade: Grade,
    /// The mark of the answer that was learned last.
    pub mark: u64,
    /// On how many days it was known.
    pub days: u32,
    /// The last of these days.
    known: Option<Day>,
}

/// A card that is not to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Since when.
    pub day: Day,
    /// Why, in the student's words; may be empty.
    pub reason: String,
    id: LineId,
}

/// A review that counts.
#[derive(Clone, Debug)]
struct Counted {
    id: LineId,
    day: Day,
    grade: Grade,
    mark: u64,
}

/// The reviews of one model.
#[derive(Debug, Default)]
pub struct Ledger {
    schedule: Schedule,
    counted: HashMap<Key, Vec<Counted>>,
    states: HashMap<Key, State>,
    asides: HashMap<Key, Aside>,
}

impl Ledger {
    /// Takes the lines of a model out of a log.
    pub fn new<'a>(model: &str, lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let lines: Vec<&Line> = lines
            .into_iter()
            .filter(|line| line.model == model)
            .collect();
        let undone: HashSet<&LineId> = lines
            .iter()
            .filter_map(|line| match &line.act {
                Act::Undo(id) => Some(id),
                _ => None,
            })
            .collect();
        let mut ledger = Self::default();
        let mut taken = HashSet::new();
        for line in &lines {
            // A line stands twice where two copies of a log were joined.
            if taken.insert(&line.id) && !undone.contains(&line.id) {
                ledger.take(line);
            }
        }
        ledger
    }

    /// Takes one more line.
    pub fn take(&mut self, line: &Line) {
        match &line.act {
            Act::Review { cram: true, .. } => {}
            Act::Review { grade, mark, .. } => {
                let counted = Counted {
                    id: line.id.clone(),
                    day: line.day,
                    grade: *grade,
                    mark: *mark,
                };
                let before = self.states.get(&line.key);
                if let Some(state) = after(&self.schedule, before, &counted) {
                    self.states.insert(line.key.clone(), state);
                }
                self.counted
                    .entry(line.key.clone())
                    .or_default()
                    .push(counted);
            }
            Act::Undo(id) => self.undo(&line.key, id),
            Act::Aside(reason) => {
                let aside = Aside {
                    day: line.day,
                    reason: reason.clone(),
                    id: line.id.clone(),
                };
                self.asides.insert(line.key.clone(), aside);
            }
            Act::Back => {
                self.asides.remove(&line.key);
            }
        }
    }

    fn undo(&mut self, key: &Key, id: &LineId) {
        if self.asides.get(key).is_some_and(|aside| aside.id == *id) {
            self.asides.remove(key);
            return;
        }
        let Some(counted) = self.counted.get_mut(key) else {
            return;
        };
        counted.retain(|each| each.id != *id);
        let mut state: Option<State> = None;
        for each in counted.iter() {
            state = after(&self.schedule, state.as_ref(), each).or(state);
        }
        match state {
            Some(state) => self.states.insert(key.clone(), state),
            None => self.states.remove(key),
        };
    }

    /// What is known of a card; `None` when it was never reviewed.
    pub fn state(&self, key: &Key) -> Option<&State> {
        self.states.get(key)
    }

    /// Every card that was reviewed, those of the deck and those that are not asked any more.
    pub fn states(&self) -> impl Iterator<Item = (&Key, &State)> {
        self.states.iter()
    }

    /// Why a card is not to be asked; `None` when it is.
    pub fn aside(&self, key: &Key) -> Option<&Aside> {
        self.asides.get(key)
    }

    /// Every card that is not to be asked, the longest first.
    pub fn asides(&self) -> Vec<(&Key, &Aside)> {
        let mut all: Vec<_> = self.asides.iter().collect();
        all.sort_by_key(|(key, aside)| (aside.day, *key));
        all
    }

    /// When a card would come back after this grade.
    pub fn comes_back(&self, key: &Key, grade: Grade, today: Day) -> Option<Day> {
        let before = self.state(key).map(|state| &state.memory);
        let memory = self.schedule.review(before, today, grade)?;
        Some(memory.due)
    }

    /// Whether the answer of a card is another than the one learned.
    pub fn has_changed(&self, card: &Card) -> bool {
        self.state(&card.key)
            .is_some_and(|state| state.mark != card.mark)
    }

    /// When a card comes up: `None` when it is new, and today when its answer has changed.
    pub fn due(&self, card: &Card, today: Day) -> Option<Day> {
        let state = self.state(&card.key)?;
        Some(if state.mark == card.mark {
            state.memory.due
        } else {
            state.memory.due.min(today)
        })
    }

    /// How many reviews on a later day than the one before counted, and how many of them were
    /// known.
    pub fn retention(&self) -> (usize, usize) {
        let mut asked = 0;
        let mut known = 0;
        for counted in self.counted.values() {
            for (before, each) in counted.iter().zip(counted.iter().skip(1)) {
                if each.day > before.day {
                    asked += 1;
                    known += usize::from(each.grade != Grade::Again);
                }
            }
        }
        (asked, known)
    }
}

fn after(schedule: &Schedule, before: Option<&State>, review: &Counted) -> Option<State> {
    let memory = before.map(|state| &state.memory);
    let memory = schedule.review(memory, review.day, review.grade)?;
    let (reviews, lapses) = before.map_or((0, 0), |state| (state.reviews, state.lapses));
    let forgot = review.grade == Grade::Again && reviews > 0;
    let (days, known) = before.map_or((0, None), |state| (state.days, state.known));
    let is_known = review.grade != Grade::Again;
    Some(State {
        memory,
        days: days + u32::from(is_known && known != Some(review.day)),
        known: if is_known { Some(review.day) } else { known },
        reviews: reviews + 1,
        lapses: lapses + u32::from(forgot),
        grade: review.grade,
        mark: review.mark,
    })
}
