//! What each action does in a briefing.

use ratatui::layout::{Position, Rect};

use super::Brief;
use crate::action::{Action, Mode};
use crate::effect::Effect;
use crate::env::Env;
use crate::export::{citation, deck};
use crate::model::EntryId;
use crate::screen::{Layer, Overlay, Reply, Visit};
use crate::text::Clean;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::wording;

/// The longest number of a step that can be typed.
const DIGITS: usize = 5;

impl Layer for Brief {
    fn mode(&self) -> Mode {
        Mode::Brief
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let before = self.walk.place.step;
        let digits = std::mem::take(&mut self.digits);
        let reply = self.act(action, &digits, env);
        if self.walk.place.step > before {
            self.start_planned(env);
        }
        if self.walk.place.step != before {
            self.note_scroll = 0;
        }
        self.settle(env);
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

    fn has_own_foot(&self) -> bool {
        true
    }

    fn visit(&mut self, _id: EntryId, _env: &Env) -> Visit {
        Visit::Detour("back to the briefing")
    }

    /// None: its foot says what there is to say.
    fn hints(&self, _env: &Env) -> (Vec<Hint>, String) {
        (Vec::new(), String::new())
    }
}

impl Brief {
    fn act(&mut self, action: &Action, digits: &str, env: &Env) -> Reply {
        let room = self.room(env);
        match action {
            Action::Forward => return self.forward(env),
            Action::Enter => return self.enter(digits, env),
            Action::Back => {
                if !self.walk.back(&self.deck, room) {
                    return Reply::Say("This is the first step".into());
                }
            }
            Action::FirstStep => drop(self.walk.go(0, &self.deck, room)),
            Action::LastStep => {
                let last = self.deck.steps.len().saturating_sub(1);
                self.walk.go(last, &self.deck, room);
            }
            Action::Step(number) => drop(self.walk.go(*number, &self.deck, room)),
            Action::NextPillar | Action::PreviousPillar => {
                return self.go_to_pillar(*action == Action::NextPillar, env);
            }
            Action::NextName | Action::PreviousName => {
                return self.choose(*action == Action::NextName);
            }
            Action::Type(digit) => self.digit(digits, *digit),
            Action::DeleteBack => {
                digits.clone_into(&mut self.digits);
                self.digits.pop();
            }
            Action::Points => {
                self.walk.turn_points(&self.deck);
                let says = if self.walk.by_points {
                    "Points are revealed one by one from the next step on"
                } else {
                    "All points at once"
                };
                return Reply::Say(says.into());
            }
            Action::Clock => self.clock.toggle(env.now),
            Action::ResetClock => self.clock.reset(env.now),
            Action::Blank => self.blank = true,
            Action::Notes => self.notes = !self.notes,
            Action::HalfPageDown => {
                self.note_scroll = (self.note_scroll + 2).min(self.note_limit(env));
            }
            Action::HalfPageUp => self.note_scroll = self.note_scroll.saturating_sub(2),
            Action::Wheel { rows, .. } if *rows > 0 => return self.forward(env),
            Action::Wheel { .. } => drop(self.walk.back(&self.deck, room)),
            other => return self.beyond(other, digits, env),
        }
        Reply::Done
    }

    /// What leads away from the step.
    fn beyond(&mut self, action: &Action, digits: &str, env: &Env) -> Reply {
        match action {
            Action::Escape if !digits.is_empty() => Reply::Done,
            Action::Escape if self.chosen.take().is_some() => Reply::Done,
            Action::Escape | Action::Quit => Reply::Close,
            Action::Steps => Reply::Open(Overlay::Steps),
            Action::Look => match self.chosen.take().or_else(|| self.entry()) {
                Some(id) => Reply::Show(id),
                None => Reply::Say("This step is no single entry; Tab chooses one on it".into()),
            },
            Action::Test => match self.chosen.take().or_else(|| self.entry()) {
                Some(id) => Reply::Test(id),
                None => Reply::Say("This step is no single entry; Tab chooses one on it".into()),
            },
            Action::Sources => match self.chosen.or_else(|| self.entry()) {
                Some(id) => Reply::Open(Overlay::Sources(id)),
                None => {
                    Reply::Say("Tab chooses an entry on this step; s then shows its sources".into())
                }
            },
            Action::Copy => Reply::Do(Effect::Copy(self.copied(env))),
            Action::Click { column, row } => self.click(Position::new(*column, *row), env),
            _ => Reply::Pass,
        }
    }

    /// The clock of a planned talk starts when the speaker first goes on: a clicker has no key for
    /// it.
    fn start_planned(&mut self, env: &Env) {
        if self.plan.target().is_some() && !self.clock.was_started() {
            self.clock.start(env.now);
        }
    }

    fn forward(&mut self, env: &Env) -> Reply {
        self.start_planned(env);
        let room = self.room(env);
        if self.walk.forward(&self.deck, room) {
            Reply::Done
        } else {
            Reply::Say("This is the last step".into())
        }
    }

    fn enter(&mut self, digits: &str, env: &Env) -> Reply {
        if let Ok(number) = digits.parse::<usize>() {
            let room = self.room(env);
            let is_there = number
                .checked_sub(1)
                .is_some_and(|number| self.walk.go(number, &self.deck, room));
            if is_there {
                return Reply::Done;
            }
            let steps = self.deck.steps.len();
            return Reply::Say(Clean::new(&format!(
                "There is no step {number}; they go from 1 to {steps}"
            )));
        }
        match self.chosen.take() {
            Some(id) => Reply::Show(id),
            None => self.forward(env),
        }
    }

    fn digit(&mut self, digits: &str, digit: char) {
        digits.clone_into(&mut self.digits);
        // Input methods send digits of full width.
        let value = u32::from(digit);
        let digit = match digit {
            '０'..='９' => char::from_digit(value - u32::from('０'), 10),
            '0'..='9' => Some(digit),
            _ => None,
        };
        if self.digits.len() < DIGITS {
            self.digits.extend(digit);
        }
    }

    fn go_to_pillar(&mut self, forward: bool, env: &Env) -> Reply {
        let room = self.room(env);
        match self.deck.pillar_from(self.walk.place.step, forward) {
            Some(step) => {
                self.walk.go(step, &self.deck, room);
                Reply::Done
            }
            None if forward => Reply::Say("There is no further pillar".into()),
            None => Reply::Say("There is no pillar before".into()),
        }
    }

    fn copied(&self, env: &Env) -> String {
        if let Some(id) = self.chosen.or_else(|| self.entry()) {
            return citation::cited(&env.strategy, id);
        }
        let step = self
            .step()
            .map(|step| deck::step(&env.strategy, step))
            .unwrap_or_default();
        let meta = &env.strategy.meta;
        format!(
            "{step}\n{}; {}\n",
            wording::title(meta),
            wording::short_status(&meta.status)
        )
    }
}
