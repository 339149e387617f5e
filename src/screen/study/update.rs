//! What each action does on a card.

use ratatui::layout::Position;

use super::{Study, Target};
use crate::action::Action;
use crate::effect::Effect;
use crate::env::Env;
use crate::export::citation;
use crate::screen::{Overlay, Reply};
use crate::study::{Form, Grade};
use crate::ui::list::ListState;

/// The row of the grade that is offered first.
const GOOD: usize = 2;

impl Study {
    pub(super) fn act(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Up => self.list.by(-1),
            Action::Down => self.list.by(1),
            Action::Top => self.list.select(0),
            Action::Bottom => self.list.select(usize::MAX),
            Action::HalfPageUp | Action::PageUp => self.by(-8, env),
            Action::HalfPageDown | Action::PageDown => self.by(8, env),
            Action::Wheel { rows, .. } => self.by(isize::from(*rows), env),
            Action::Enter if self.ended => {
                return self.entry(env).map_or_else(|| self.leave(), Reply::Show);
            }
            Action::Look if self.ended || self.is_answered() || self.revealed => {
                return self.entry(env).map_or(Reply::Done, Reply::Show);
            }
            Action::Look => {
                return Reply::Say("Answer first; then its entry opens".into());
            }
            Action::Accept if self.ended && self.session.turn().is_some() => {
                self.ended = false;
                self.clear();
                if self.is_answered() {
                    self.go_on();
                }
            }
            Action::Accept if self.ended => return self.more(env),
            Action::Enter | Action::Accept if self.is_answered() => self.go_on(),
            Action::Enter | Action::Accept => return self.accept(env),
            Action::Choose(number) => return self.choose(*number, env),
            Action::Click { column, row } => {
                return self.click(Position::new(*column, *row), env);
            }
            Action::Undo => return self.undo(env),
            Action::Aside => return self.ask_why(),
            Action::Sources if self.ended || self.is_answered() => {
                let entry = self.entry(env);
                return entry.map_or(Reply::Done, |id| Reply::Open(Overlay::Sources(id)));
            }
            Action::Sources => {
                return Reply::Say("Answer first; then its sources are shown".into());
            }
            Action::Copy if self.ended || self.is_answered() => {
                return self.entry(env).map_or(Reply::Done, |id| {
                    Reply::Do(Effect::Copy(citation::cited(&env.strategy, id)))
                });
            }
            Action::Copy => {}
            Action::Escape | Action::Quit => return self.end(),
            _ => return Reply::Pass,
        }
        Reply::Done
    }

    pub(super) fn wanted(&self, env: &Env) -> Vec<(Action, &'static str)> {
        if self.reason.is_some() {
            return vec![(Action::Enter, "put it aside"), (Action::Escape, "keep it")];
        }
        if self.ended {
            let mut wanted = Vec::new();
            if !self.session.weak_spots().is_empty() {
                wanted.push((Action::Enter, "open the entry"));
            }
            let on = if self.session.turn().is_some() {
                "go on"
            } else {
                "more cards"
            };
            wanted.push((Action::Accept, on));
            wanted.push((Action::Undo, "undo"));
            let back = if self.from_shell {
                "leave"
            } else {
                "back to where you were"
            };
            wanted.push((Action::Escape, back));
            return wanted;
        }
        let entry = if env.size.width < 60 {
            "entry"
        } else {
            "open the entry"
        };
        let mut wanted = match (self.is_answered(), self.is_recall(), self.revealed) {
            (true, ..) => vec![
                (Action::Enter, "next"),
                (Action::Look, entry),
                (Action::Sources, "sources"),
            ],
            (false, true, false) => vec![(Action::Accept, "reveal")],
            (false, true, true) => {
                vec![(Action::Accept, "grade"), (Action::Look, entry)]
            }
            (false, false, _) => vec![(Action::Choose(1), "to 4, or"), (Action::Accept, "choose")],
        };
        let room = Self::room(env);
        if self.page(env, room).len() > usize::from(room.height) {
            wanted.insert(1, (Action::PageDown, "more"));
        }
        wanted.push((Action::Undo, "undo"));
        wanted.push((Action::Aside, "aside"));
        wanted.push((Action::Help, "help"));
        wanted.push((Action::Escape, "end"));
        wanted
    }

    fn by(&mut self, rows: isize, env: &Env) {
        let room = Self::room(env);
        let length = self.page(env, room).len();
        self.list.scroll(rows, length, usize::from(room.height));
    }

    fn target(&self, env: &Env) -> Option<Target> {
        self.page(env, Self::room(env)).target(self.list.at())
    }

    fn accept(&mut self, env: &Env) -> Reply {
        if self.is_recall() && !self.revealed {
            self.revealed = true;
            self.list.select(GOOD);
            return Reply::Done;
        }
        match self.target(env) {
            Some(Target::Option(at)) => self.take(at, env),
            Some(Target::Grade(at)) => {
                let grade = Grade::ALL.get(at).copied().unwrap_or(Grade::Again);
                let reply = self.give(grade, env);
                self.go_on();
                reply
            }
            Some(Target::Entry(_)) | None => Reply::Done,
        }
    }

    fn choose(&mut self, number: u8, env: &Env) -> Reply {
        let at = usize::from(number.saturating_sub(1));
        if self.ended || self.is_answered() || (self.is_recall() && !self.revealed) {
            return Reply::Done;
        }
        let count = self.page(env, Self::room(env)).follow_count();
        if at >= count {
            return Reply::Done;
        }
        self.list.select(at);
        self.accept(env)
    }

    /// Takes an option: the answer of a choice, or the next of an order.
    fn take(&mut self, at: usize, env: &Env) -> Reply {
        let Some(turn) = self.session.turn() else {
            return Reply::Done;
        };
        let grade = match &turn.form {
            Form::Choice(choice) => {
                self.chosen = vec![at];
                Self::graded(at == choice.right)
            }
            Form::Order { options, right } => {
                if self.chosen.contains(&at) {
                    self.chosen.retain(|chosen| *chosen != at);
                    return Reply::Done;
                }
                self.chosen.push(at);
                if self.chosen.len() + 1 == options.len() {
                    let left = (0..options.len()).find(|at| !self.chosen.contains(at));
                    self.chosen.extend(left);
                }
                if self.chosen.len() < options.len() {
                    return Reply::Done;
                }
                Self::graded(self.chosen == *right)
            }
            Form::Recall => return Reply::Done,
        };
        self.give(grade, env)
    }

    const fn graded(is_right: bool) -> Grade {
        if is_right { Grade::Good } else { Grade::Again }
    }

    fn give(&mut self, grade: Grade, env: &Env) -> Reply {
        let line = self.session.grade(grade, Self::today(env));
        self.list.set_offset(0);
        line.map_or(Reply::Done, |line| Reply::Do(Effect::Record(line)))
    }

    fn go_on(&mut self) {
        self.session.next();
        self.ended = self.session.turn().is_none();
        self.clear();
    }

    pub(super) fn clear(&mut self) {
        self.revealed = false;
        self.chosen.clear();
        self.list = ListState::new(0);
    }

    fn undo(&mut self, env: &Env) -> Reply {
        if !self.ended && !self.is_answered() && self.chosen.pop().is_some() {
            return Reply::Done;
        }
        let Some(line) = self.session.undo(Self::today(env)) else {
            return Reply::Say("There is nothing to take back".into());
        };
        self.ended = false;
        self.clear();
        if self.is_answered() {
            // A card that was put aside after its answer shows that answer again.
            self.chosen = std::mem::take(&mut self.put);
        }
        Reply::Do(Effect::Record(line))
    }

    /// Another round; where there is nothing to ask, that is said.
    fn more(&mut self, env: &Env) -> Reply {
        if !self.session.more(Self::today(env)) {
            return Reply::Say("Nothing more is due or new here".into());
        }
        self.ended = false;
        self.began = env.now;
        self.clear();
        Reply::Done
    }

    /// To the summary; from there, or when nothing was asked, back to where study was opened.
    fn end(&mut self) -> Reply {
        if self.ended || self.session.outcome().asked == 0 {
            return self.leave();
        }
        self.ended = true;
        self.clear();
        Reply::Done
    }

    /// Back to where study was opened: the shell, or the screen below.
    const fn leave(&self) -> Reply {
        if self.from_shell {
            Reply::Do(Effect::Quit)
        } else {
            Reply::Close
        }
    }

    fn click(&mut self, at: Position, env: &Env) -> Reply {
        let room = Self::room(env);
        if !room.contains(at) {
            return Reply::Done;
        }
        let line = usize::from(at.y - room.y) + self.list.offset();
        let page = self.page(env, room);
        if let Some(which) = page.follow_at(line) {
            self.list.select(which);
            return match page.target(which) {
                Some(Target::Entry(id)) => Reply::Show(id),
                _ => self.accept(env),
            };
        }
        if self.is_answered() && !self.ended {
            self.go_on();
        } else if self.is_recall() && !self.revealed && !self.ended {
            return self.accept(env);
        }
        Reply::Done
    }
}
