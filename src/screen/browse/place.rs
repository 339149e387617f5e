//! The place in the explore screen by ids, so that it outlives a reload and the program.

use serde::{Deserialize, Serialize};

use super::detail::{Reading, Subject};
use super::panes::Pane;
use super::trail::{LENGTH, Step, Trail};
use super::{Browse, timeline};
use crate::env::Env;
use crate::model::EntryId;

/// Stands for the page about the strategy where an id is wanted.
const ABOUT: &str = ":about";

/// Where the user was: written to the state folder, read at the next start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The number of the focused pane, from 1.
    pub pane: u8,
    /// The id of the entry selected in each pane; empty for none.
    pub selected: Vec<String>,
    /// The ids of the pillars that are open.
    pub opened: Vec<String>,
    /// Whether the detail has the focus.
    pub on_detail: bool,
    /// Whether one pane has the whole screen.
    pub zoomed: bool,
    /// Whether the speaker's notes are shown.
    pub notes: bool,
    /// The id of the entry that the timeline is narrowed to.
    pub narrow: Option<String>,
    /// The row of the detail that Enter follows, from 0.
    pub cursor: Option<usize>,
    /// The first line of the detail in sight, from 0.
    pub scroll: usize,
    /// The first row of the focused pane in sight, from 0.
    pub offset: usize,
    /// The trail, oldest step first.
    pub trail: Vec<SavedStep>,
}

/// A step of the trail by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedStep {
    /// The id of the entry.
    pub entry: String,
    /// As in [`Place`].
    pub offset: usize,
    /// As in [`Place`].
    pub on_detail: bool,
    /// As in [`Place`].
    pub cursor: Option<usize>,
    /// As in [`Place`].
    pub scroll: usize,
}

impl Browse {
    /// Where the user is.
    pub fn place(&self, env: &Env) -> Place {
        let id = |entry| env.strategy.entry(entry).id.to_string();
        Place {
            pane: self.pane.number() as u8,
            selected: self
                .lists
                .iter()
                .map(|list| {
                    if list.is_about() {
                        ABOUT.to_owned()
                    } else {
                        list.selected().map(id).unwrap_or_default()
                    }
                })
                .collect(),
            opened: self.opened.iter().copied().map(id).collect(),
            on_detail: self.on_detail,
            zoomed: self.zoomed,
            notes: self.notes,
            narrow: self.narrow.map(id),
            cursor: self.reading.cursor,
            scroll: self.reading.scroll,
            offset: self.list().offset(),
            trail: self
                .trail
                .steps()
                .iter()
                .map(|visit| SavedStep {
                    entry: visit.entry.map_or_else(|| ABOUT.to_owned(), id),
                    offset: visit.offset,
                    on_detail: visit.on_detail,
                    cursor: visit.cursor,
                    scroll: visit.scroll,
                })
                .collect(),
        }
    }

    /// Opens where the user was; what is no longer in the model is passed over.
    pub fn at(env: &Env, place: &Place) -> Self {
        let mut browse = Self::new(env);
        let find = |id: &String| env.strategy.find(id);
        browse.opened = place.opened.iter().filter_map(find).collect();
        browse.refill(Pane::Pillars, env);
        browse.left = Self::find_left(env, place);
        let narrow = place.narrow.as_ref().and_then(find);
        if narrow.is_some_and(|id| timeline::concerns(&env.strategy, id)) {
            browse.narrow_to(narrow, env);
        }
        for (list, id) in browse.lists.iter_mut().zip(&place.selected) {
            if id == ABOUT {
                list.select_about();
            } else if let Some(id) = env.strategy.find(id) {
                list.select(id);
            }
        }
        browse.pane = Pane::numbered(place.pane).unwrap_or(Pane::Pillars);
        browse.on_detail = place.on_detail;
        browse.zoomed = place.zoomed;
        browse.notes = place.notes;
        browse.trail = Trail::from_steps(trail(env, place));
        let same = place.selected.get(browse.pane as usize).map(String::as_str)
            == browse.subject().map(|subject| match subject {
                Subject::About => ABOUT,
                Subject::Entry(id) => env.strategy.entry(id).id.as_str(),
            });
        if same {
            browse.list_mut().set_offset(place.offset);
            browse.reading = Reading {
                cursor: place.cursor,
                scroll: place.scroll,
            };
        }
        browse.fit(env);
        let rows = browse.sheet.follow_count();
        browse.reading.cursor = browse.reading.cursor.filter(|cursor| *cursor < rows);
        browse
    }
}

impl Browse {
    /// The entry that was in view when the reader left.
    fn find_left(env: &Env, place: &Place) -> Option<EntryId> {
        let pane = usize::from(place.pane).checked_sub(1)?;
        env.strategy.find(place.selected.get(pane)?)
    }
}

fn trail(env: &Env, place: &Place) -> Vec<Step> {
    let first = place.trail.len().saturating_sub(LENGTH);
    let steps = place.trail.iter().skip(first).filter_map(|step| {
        let entry = env.strategy.find(&step.entry);
        if entry.is_none() && step.entry != ABOUT {
            return None;
        }
        Some(Step {
            pane: entry.map_or(Pane::Pillars, |id| Pane::of(env.strategy.entry(id).kind)),
            entry,
            offset: step.offset,
            on_detail: step.on_detail,
            cursor: step.cursor,
            scroll: step.scroll,
        })
    });
    steps.collect()
}
