//! Study: one card at a time, then how it went.

mod aside;
mod ask;
mod parts;
mod room;
mod shown;
mod summary;
mod told;
mod update;

use std::time::Duration;

use ratatui::layout::{Position, Rect};
use tui_input::Input;

use super::{Layer, Reply, Visit, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::EntryId;
use crate::study::{Day, Form, Session, Standing};
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::list::ListState;
use crate::ui::page::Page;

/// The screen.
#[derive(Debug)]
pub struct Study {
    session: Session,
    /// Whether the summary is shown.
    ended: bool,
    /// Whether the answer of a card that is recalled is shown.
    revealed: bool,
    /// The options chosen so far, by their places: one of a choice, each in turn of an order.
    chosen: Vec<usize>,
    list: ListState,
    /// Whether leaving is leaving the program: nothing else was asked for.
    from_shell: bool,
    /// What is typed as the reason for putting a card aside, while that is asked.
    reason: Option<Input>,
    /// What was chosen on the card that was put aside last.
    put: Vec<usize>,
    /// When it began, since the program started.
    began: Duration,
}

/// What a row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// An option, by its place.
    Option(usize),
    /// A grade, by its number from 0.
    Grade(usize),
    /// An entry.
    Entry(EntryId),
}

/// The room for a card in an area.
pub(super) fn room(area: Rect) -> Rect {
    room::body(area)
}

impl Study {
    /// Opens the first card; without any, the summary.
    pub fn new(session: Session, from_shell: bool, env: &Env) -> Self {
        let ended = session.turn().is_none();
        let mut study = Self {
            session,
            ended,
            revealed: false,
            chosen: Vec::new(),
            list: ListState::new(0),
            from_shell,
            reason: None,
            put: Vec::new(),
            began: env.now,
        };
        study.settle(env);
        study
    }

    /// Asks these cards and no others; whether there is any to ask.
    pub fn ask(&mut self, cards: &[usize], env: &Env) -> bool {
        let asks = self.session.ask(cards);
        self.ended = !asks;
        self.clear();
        self.settle(env);
        asks
    }

    /// Whether the last card was answered and left.
    pub const fn is_over(&self) -> bool {
        self.session.turn().is_none()
    }

    /// Whether the reason for putting a card aside is typed.
    pub const fn is_explaining(&self) -> bool {
        self.reason.is_some()
    }

    /// Cards answered, cards known at once, and the entries of those that were not.
    pub fn score(&self) -> (usize, usize, Vec<EntryId>) {
        let outcome = self.session.outcome();
        let weak = self.session.weak_spots().into_iter();
        (
            outcome.asked,
            outcome.right,
            weak.map(|(id, ..)| id).collect(),
        )
    }

    /// How one stands with the cards of the strategy.
    pub fn standing(&self, env: &Env) -> Standing {
        self.session.stats(Self::today(env)).standing()
    }

    fn settle(&mut self, env: &Env) {
        let room = Self::room(env);
        let page = self.page(env, room);
        self.list.relayout_page(&page, usize::from(room.height));
    }

    /// What the card, or the row of the summary, is about.
    fn entry(&self, env: &Env) -> Option<EntryId> {
        if self.ended {
            let page = self.page(env, Self::room(env));
            return match page.target(self.list.at()) {
                Some(Target::Entry(id)) => Some(id),
                _ => None,
            };
        }
        let turn = self.session.turn()?;
        self.session.card(turn.card)?.entries.first().copied()
    }

    /// Whether the card is answered, so that the answer is in sight.
    fn is_answered(&self) -> bool {
        self.session.turn().is_some_and(|turn| turn.grade.is_some())
    }

    fn is_recall(&self) -> bool {
        self.session
            .turn()
            .is_some_and(|turn| turn.form == Form::Recall)
    }

    fn page(&self, env: &Env, room: Rect) -> Page<Target> {
        if self.ended {
            self.summary(env, room.width)
        } else {
            self.card_page(env, room)
        }
    }

    fn room(env: &Env) -> Rect {
        room::body(env.area())
    }

    fn today(env: &Env) -> Day {
        Day::of(env.today)
    }
}

impl Layer for Study {
    fn mode(&self) -> Mode {
        if self.reason.is_some() {
            Mode::Type
        } else {
            Mode::Study
        }
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let reply = if self.reason.is_some() {
            self.explain(action, env)
        } else {
            self.act(action, env)
        };
        let scrolls = matches!(
            action,
            Action::HalfPageUp
                | Action::HalfPageDown
                | Action::PageUp
                | Action::PageDown
                | Action::Wheel { .. }
        );
        if !scrolls {
            self.settle(env);
        }
        reply
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        self.draw(area, canvas, env);
    }

    fn relayout(&mut self, env: &Env) {
        self.settle(env);
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn is_modal(&self) -> bool {
        true
    }

    fn cursor(&self, _area: Rect, env: &Env) -> Option<Position> {
        self.why_cursor(env)
    }

    fn visit(&mut self, _id: EntryId, _env: &Env) -> Visit {
        Visit::Detour("back to the card")
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = self.wanted(env);
        (hints(env, self.mode(), &wanted), String::new())
    }
}
