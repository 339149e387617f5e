//! What each action does in a briefing.

use std::time::Duration;

use ratatui::layout::{Position, Rect};

use super::left_out::Panel;
use super::{Brief, draw};
use crate::action::{Action, Mode};
use crate::brief::{Parked, show_duration};
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

/// How long a talk has just begun.
const JUST_BEGUN: Duration = Duration::from_secs(30);

/// How long a second Esc leaves after the first.
const TWICE: Duration = Duration::from_secs(2);

impl Layer for Brief {
    fn mode(&self) -> Mode {
        Mode::Brief
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let before = self.walk.place.step;
        let digits = std::mem::take(&mut self.digits);
        let leaving = self.leaving.take().is_some_and(|until| env.now < until);
        let strip = self.strip.take();
        let reply = match (strip, action) {
            (Some(_), Action::Escape | Action::DeleteBack) => Reply::Done,
            (Some(id), Action::Sources) => Reply::Open(Overlay::Sources(id)),
            _ if self.panel.is_some() => self.act_on_panel(action, env),
            _ => self.act(action, &digits, leaving, env),
        };
        if self.walk.place.step != before {
            if self.walk.place.step > before {
                // Who goes on by one began at the step before, who jumps where he lands.
                let began = if matches!(action, Action::Forward | Action::Down) {
                    before
                } else {
                    self.walk.place.step
                };
                self.start_planned(began, env);
            } else if self.clock().elapsed(env.now) < JUST_BEGUN {
                // Who looked ahead first and came back begins here.
                self.began = self.began.min(self.walk.place.step);
            }
            self.note_scroll = 0;
            self.panel = None;
            self.step_began = self.clock().elapsed(env.now);
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
    fn act(&mut self, action: &Action, digits: &str, leaving: bool, env: &Env) -> Reply {
        let (deck, setting) = (&self.deck, self.setting);
        match action {
            Action::Down if self.options.notes => self.note_scroll += 1,
            Action::Up if self.options.notes => {
                self.note_scroll = self.note_scroll.saturating_sub(1);
            }
            Action::Forward | Action::Down => return self.forward(env),
            Action::Enter => return self.enter(digits, env),
            Action::Back | Action::Up => {
                if !self.walk.back(deck, setting) {
                    return Reply::Say("This is the first step".into());
                }
            }
            Action::FirstStep => drop(self.walk.jump(0, deck, setting)),
            Action::LastStep => {
                let last = deck.steps.len().saturating_sub(1);
                self.walk.jump(last, deck, setting);
            }
            Action::Step(number) => drop(self.walk.jump(*number, deck, setting)),
            Action::NextPillar | Action::PreviousPillar => {
                return self.go_to_pillar(*action == Action::NextPillar);
            }
            Action::NextName | Action::PreviousName => {
                return self.choose(*action == Action::NextName);
            }
            Action::Type(digit) => self.digit(digits, *digit),
            Action::DeleteBack => return self.rub_out_or_return(digits),
            Action::Points => {
                self.walk.turn_points(&self.deck);
                let says = if self.walk.by_points {
                    "Points are revealed one by one from the next step on"
                } else {
                    "All points at once"
                };
                return Reply::Say(says.into());
            }
            Action::Clock => self.toggle_clock(env),
            Action::ResetClock => {
                self.options.clock.reset(env.now);
                self.began = self.walk.place.step;
                self.step_began = Duration::ZERO;
            }
            Action::CountAway => return self.count_away(),
            Action::Blank => self.blank = true,
            Action::LeftOut => return self.show_left_out(),
            Action::Notes => self.options.notes = !self.options.notes,
            Action::HalfPageDown => self.note_scroll += 2,
            Action::HalfPageUp => self.note_scroll = self.note_scroll.saturating_sub(2),
            Action::Wheel { rows, .. } if *rows > 0 => return self.forward(env),
            Action::Wheel { .. } => drop(self.walk.back(deck, setting)),
            other => return self.beyond(other, digits, leaving, env),
        }
        Reply::Done
    }

    /// What leads away from the step.
    fn beyond(&mut self, action: &Action, digits: &str, leaving: bool, env: &Env) -> Reply {
        const NONE: &str = "This step is no single entry; Tab chooses one on it";
        match action {
            Action::Escape if !digits.is_empty() => Reply::Done,
            Action::Escape if self.chosen.take().is_some() => Reply::Done,
            Action::Escape if leaving => Reply::Close,
            Action::Escape => {
                self.leaving = Some(env.now + TWICE);
                Reply::Done
            }
            Action::Quit => Reply::Close,
            Action::Steps => Reply::Open(Overlay::Steps),
            Action::Look => match self.chosen.take().or_else(|| self.entry()) {
                Some(id) => Reply::Show(id),
                None => Reply::Say(NONE.into()),
            },
            Action::Test => match self.chosen.take().or_else(|| self.entry()) {
                Some(id) => Reply::Test(id),
                None => Reply::Say(NONE.into()),
            },
            Action::Sources => match (self.chosen, self.entry()) {
                (Some(id), _) => {
                    self.strip = Some(id);
                    Reply::Done
                }
                (None, Some(id)) => Reply::Open(Overlay::Sources(id)),
                (None, None) => {
                    Reply::Say("Tab chooses an entry on this step; s then shows its sources".into())
                }
            },
            Action::Park => Reply::Do(Effect::Park(self.parked(env))),
            Action::Copy => Reply::Do(Effect::Copy(self.copied(env))),
            Action::Click { column, row } => self.click(Position::new(*column, *row), env),
            _ => Reply::Pass,
        }
    }

    /// What the keys do while what is left out lies over the slide.
    fn act_on_panel(&mut self, action: &Action, env: &Env) -> Reply {
        let lines = self.left_out();
        let Some(panel) = &mut self.panel else {
            return Reply::Pass;
        };
        match action {
            Action::Down | Action::NextName => panel.by(1),
            Action::Up | Action::PreviousName => panel.by(-1),
            // A clicker goes on with the talk.
            Action::Forward | Action::Back => {
                self.panel = None;
                return self.act(action, "", false, env);
            }
            Action::Wheel { rows, .. } => panel.by(isize::from(*rows)),
            Action::FirstStep => panel.at = 0,
            Action::LastStep => panel.at = usize::MAX,
            Action::Enter | Action::Look => {
                if let Some(id) = panel.entry(&lines) {
                    return Reply::Show(id);
                }
            }
            Action::Sources => {
                let cited = lines.get(panel.at).and_then(|line| line.cites.first());
                let entry = cited
                    .map(|cite| cite.source)
                    .or_else(|| panel.entry(&lines));
                match entry {
                    Some(id) => return Reply::Show(id),
                    None => return Reply::Say("No source stands behind this line".into()),
                }
            }
            Action::LeftOut | Action::Escape | Action::DeleteBack => self.panel = None,
            Action::Blank => self.blank = true,
            Action::Clock => self.toggle_clock(env),
            Action::Park => return Reply::Do(Effect::Park(self.parked(env))),
            Action::Quit => {
                self.panel = None;
                return Reply::Close;
            }
            _ => return Reply::Pass,
        }
        Reply::Done
    }

    fn show_left_out(&mut self) -> Reply {
        if self.left_out().is_empty() {
            return Reply::Say("Nothing is left out of this step".into());
        }
        self.panel = Some(Panel::default());
        Reply::Done
    }

    fn toggle_clock(&mut self, env: &Env) {
        if !self.clock().was_started() {
            self.began = self.walk.place.step;
        }
        self.options.clock.toggle(env.now);
        self.options.is_paused = !self.clock().runs();
    }

    /// The time between leaving and coming back, for who went on talking.
    fn count_away(&mut self) -> Reply {
        let Some(away) = self.options.away.take() else {
            return Reply::Say("No time away to add".into());
        };
        self.options.clock.add(away);
        let says = format!("{} added to the clock", show_duration(away));
        Reply::Say(Clean::new(&says))
    }

    /// The clock of a planned talk starts when the speaker goes on, and any clock that ran goes on
    /// after a restart: a clicker has no key for it. A clock that the speaker stopped stays so.
    fn start_planned(&mut self, began: usize, env: &Env) {
        let is_wanted = self.schedule.target().is_some() || self.clock().was_started();
        if !is_wanted || self.options.is_paused {
            return;
        }
        if !self.clock().was_started() {
            self.began = began;
        }
        self.options.clock.start(env.now);
    }

    fn forward(&mut self, env: &Env) -> Reply {
        self.start_planned(self.walk.place.step, env);
        if self.walk.forward(&self.deck, self.setting) {
            Reply::Done
        } else {
            Reply::Say("This is the last step".into())
        }
    }

    fn enter(&mut self, digits: &str, env: &Env) -> Reply {
        if let Ok(number) = digits.parse::<usize>() {
            let is_there = number
                .checked_sub(1)
                .is_some_and(|number| self.walk.jump(number, &self.deck, self.setting));
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

    fn rub_out_or_return(&mut self, digits: &str) -> Reply {
        if !digits.is_empty() {
            digits.clone_into(&mut self.digits);
            self.digits.pop();
            return Reply::Done;
        }
        if self.walk.return_from_jump(&self.deck) {
            return Reply::Done;
        }
        Reply::Say("There is no jump to return from".into())
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

    fn go_to_pillar(&mut self, forward: bool) -> Reply {
        match self.deck.pillar_from(self.walk.place.step, forward) {
            Some(step) => {
                self.walk.jump(step, &self.deck, self.setting);
                Reply::Done
            }
            None if forward => Reply::Say("There is no further pillar".into()),
            None => Reply::Say("There is no pillar before".into()),
        }
    }

    /// The next entry named in sight, round and round.
    fn choose(&mut self, forward: bool) -> Reply {
        let named = self.in_sight();
        if named.is_empty() {
            return Reply::Say("No entry is named here".into());
        }
        let at = self
            .chosen
            .and_then(|chosen| named.iter().position(|id| *id == chosen));
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => named.len() - 1,
            (Some(at), true) => (at + 1) % named.len(),
            (Some(at), false) => (at + named.len() - 1) % named.len(),
        };
        self.chosen = named.get(next).copied();
        Reply::Done
    }

    /// A click on a name looks it up.
    fn click(&self, at: Position, env: &Env) -> Reply {
        let area = self.areas(env).slide;
        let named = self.slide().and_then(|slide| {
            let mut runs = slide.runs.iter();
            runs.find(|run| {
                let is_shown = self.walk.reveals(run.point);
                is_shown && run.entry.is_some() && draw::cells(area, run).contains(at)
            })
        });
        match named.and_then(|run| run.entry) {
            Some(id) => Reply::Show(id),
            None => Reply::Done,
        }
    }

    /// The question that is put off: where, and when.
    fn parked(&self, env: &Env) -> Parked {
        let shown = self.walk.place.shown;
        let step = self.step();
        let points = step.filter(|step| self.walk.by_points && step.points > 0);
        let seconds = env.time_of_day().as_secs();
        let elapsed = self.clock().elapsed(env.now).as_secs();
        Parked {
            day: env.today.iso(),
            time: format!("{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60),
            step: self.walk.place.step + 1,
            point: points.map(|step| shown.min(step.points)),
            name: step.map(|step| step.name.clone()).unwrap_or_default(),
            clock: self.clock().was_started().then_some(elapsed),
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
