//! The index of a briefing's steps: type to find one, Enter goes there.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

mod arrange;
mod asking;

use self::arrange::Arrangement;
use self::asking::{Asking, What};
use super::palette::{self, Palette, Taken, Words};
use super::{Layer, Reply, StepRow, Talk, hints};
use crate::action::{Action, Mode};
use crate::brief::write_plan;
use crate::effect::Effect;
use crate::env::Env;
use crate::model::EntryId;
use crate::search::{self, Query};
use crate::text::fold::Folded;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::{frame, pane};

/// Hits of the search that are looked for on the steps.
const HITS: usize = 200;

/// Words of a query that are looked for on the steps too: each costs time at every key.
const ASKED: usize = 6;

const WORDS: Words = Words {
    title: "Steps of the briefing",
    invite: "Type to find a step",
    none: "No step has this.",
    width: palette::WIDTH,
};

/// The overlay.
#[derive(Debug)]
pub struct Steps {
    all: Vec<StepRow>,
    /// The steps that match, best first.
    found: Vec<usize>,
    palette: Palette,
    talk: Talk,
    /// The talk while it is arranged.
    arranged: Option<Arrangement>,
    /// The line that is asked for.
    asking: Option<Asking>,
}

impl Steps {
    /// Opens on the step in view.
    pub fn new(all: Vec<StepRow>, current: usize, talk: Talk, env: &Env) -> Self {
        let mut steps = Self {
            found: (0..all.len()).collect(),
            all,
            palette: Palette::new(WORDS, current),
            talk,
            arranged: None,
            asking: None,
        };
        steps.palette.relayout(steps.found.len(), env);
        steps
    }

    /// Between finding and arranging.
    fn turn(&mut self, env: &Env) {
        self.arranged = if self.arranged.is_some() {
            None
        } else {
            let at = self.found.get(self.palette.at()).copied().unwrap_or(0);
            Some(Arrangement::new(&self.talk, at, env))
        };
        self.relayout(env);
    }

    /// Arranges; `None` when the action is none of it.
    fn arrange(&mut self, action: &Action, env: &Env) -> Option<Reply> {
        let page = isize::try_from(palette::list(env.body()).height)
            .unwrap_or(4)
            .max(4)
            - 3;
        let arranged = self.arranged.as_mut()?;
        match action {
            Action::Up => arranged.by(-1),
            Action::Down => arranged.by(1),
            Action::PageUp => arranged.by(-page),
            Action::PageDown => arranged.by(page),
            Action::MoveUp | Action::MoveDown => arranged.shift(*action == Action::MoveDown),
            Action::Type(' ') => {
                if let Some(why) = arranged.hide() {
                    return Some(Reply::Say(why.into()));
                }
            }
            Action::Type('K' | 'J') => arranged.shift(*action == Action::Type('J')),
            Action::Type('n') => self.asking = Some(Asking::new(What::Note, arranged.note())),
            Action::Type('w') => {
                self.asking = Some(Asking::new(What::Name, "talk.ron".to_owned()));
            }
            Action::Type(digit) if digit.is_ascii_digit() => {
                arranged.digit(u64::from(*digit) - u64::from('0'), env.now);
            }
            Action::NextScope | Action::PreviousScope if !arranged.is_changed => self.turn(env),
            Action::NextScope | Action::PreviousScope | Action::Enter | Action::Escape => {
                let plan = arranged.plan();
                return Some(if arranged.is_changed {
                    Reply::Replan(Box::new(plan))
                } else {
                    Reply::Close
                });
            }
            Action::Help => return Some(Reply::Pass),
            _ => return Some(Reply::Done),
        }
        self.relayout(env);
        Some(Reply::Done)
    }

    /// Asks for a line; `None` when none is asked for.
    fn ask(&mut self, action: &Action, env: &Env) -> Option<Reply> {
        let asking = self.asking.as_mut()?;
        match action {
            Action::Escape => self.asking = None,
            Action::Enter => {
                let (what, answer) = (asking.what, asking.answer().to_owned());
                self.asking = None;
                let arranged = self.arranged.as_mut()?;
                match what {
                    What::Note => {
                        let says = arranged.set_note(&answer);
                        return Some(says.map_or(Reply::Done, |says| Reply::Say(says.into())));
                    }
                    What::Name if answer.is_empty() => {}
                    What::Name => {
                        let text = write_plan(&arranged.plan(), &env.strategy);
                        let path = answer;
                        return Some(Reply::Do(Effect::KeepPlan { path, text }));
                    }
                }
            }
            typed => asking.edit(typed),
        }
        Some(Reply::Done)
    }

    /// Finds the steps of a query: by their titles, then by what the search finds on them.
    fn run(&mut self, env: &Env) {
        let text = self.palette.text();
        let words = Folded::new(text);
        if words.as_str().trim().is_empty() {
            self.found = (0..self.all.len()).collect();
            return;
        }
        let corpus = env.library.corpus();
        let asked: Vec<&str> = text.split_whitespace().take(ASKED).collect();
        let hits = search::hits(corpus, &Query::parse(&asked.join(" ")), HITS);
        let hits: Vec<EntryId> = hits.entries(corpus).collect();
        let mut ranked: Vec<(usize, usize)> = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(number, step)| {
                let title = Folded::new(&format!("{} {} {}", number + 1, step.number, step.name));
                let by_title = words
                    .as_str()
                    .split_whitespace()
                    .all(|word| title.as_str().contains(word));
                let rank = if by_title {
                    0
                } else {
                    let own = step.entries.first().copied();
                    hits.iter().position(|hit| Some(*hit) == own).map_or_else(
                        || {
                            hits.iter()
                                .position(|hit| step.entries.contains(hit))
                                .map(|at| at + 1 + HITS)
                        },
                        |at| Some(at + 1),
                    )?
                };
                Some((rank, number))
            })
            .collect();
        ranked.sort_unstable();
        self.found = ranked.into_iter().map(|(_, number)| number).collect();
    }

    fn row(&self, number: usize, env: &Env) -> Line<'static> {
        let Some(step) = self.all.get(number) else {
            return Line::default();
        };
        let width = self.all.len().to_string().len();
        Line::from(vec![
            Span::styled(format!("{:>width$}  ", number + 1), env.theme.date),
            Span::styled(format!("{:<2}", step.number), env.theme.dim),
            Span::styled(step.name.clone(), env.theme.text),
        ])
    }
}

impl Layer for Steps {
    fn mode(&self) -> Mode {
        Mode::Type
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        if let Some(reply) = self.ask(action, env) {
            return reply;
        }
        if let Some(reply) = self.arrange(action, env) {
            return reply;
        }
        match action {
            Action::NextScope | Action::PreviousScope => self.turn(env),
            Action::Enter => {
                let chosen = self.found.get(self.palette.at());
                return chosen.map_or(Reply::Done, |step| Reply::Run(Action::Step(*step)));
            }
            Action::Escape => return Reply::Close,
            other => match self.palette.take(other, env) {
                Taken::Moved => {}
                Taken::Typed => self.run(env),
                Taken::Outside => return Reply::Close,
                Taken::Nothing => return Reply::Pass,
            },
        }
        self.relayout(env);
        Reply::Done
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        if let Some(arranged) = &self.arranged {
            let whole = palette::whole(area);
            let title = self.asking.as_ref().map(Asking::title);
            frame::frame(whole, canvas, title.unwrap_or("Steps of this talk"));
            let inner = frame::inside(whole);
            arranged.draw(inner, canvas, env);
            if let Some(asking) = &self.asking {
                asking.draw(inner, canvas);
            }
            return;
        }
        let row = |at: usize, area: Rect, canvas: &mut Canvas<'_>| {
            if let Some(number) = self.found.get(at) {
                pane::row(area, canvas, &self.row(*number, env), None);
            }
        };
        self.palette
            .draw(area, canvas, env, (self.found.len(), row));
    }

    fn relayout(&mut self, env: &Env) {
        self.palette.relayout(self.found.len(), env);
        if let Some(arranged) = &mut self.arranged {
            arranged.relayout(frame::inside(palette::whole(env.body())));
        }
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted: &[(Action, &str)] = if self.asking.is_some() {
            &[(Action::Enter, "keep"), (Action::Escape, "not now")]
        } else if self.arranged.is_some() {
            &[
                (Action::MoveUp, "move"),
                (Action::NextScope, "find"),
                (Action::Escape, "done"),
            ]
        } else {
            &[
                (Action::Enter, "go there"),
                (Action::NextScope, "arrange"),
                (Action::Escape, "close"),
            ]
        };
        let mut shown = hints(env, Mode::Type, wanted);
        if self.arranged.is_some() && self.asking.is_none() {
            // Letters and digits are typed here, and have no place in the keymap.
            let typed = [
                ("Space", "hide"),
                ("0-9", "minutes"),
                ("n", "note"),
                ("w", "keep"),
            ];
            let typed = typed.map(|(key, says)| Hint {
                key: key.to_owned(),
                says,
            });
            shown.splice(0..0, typed);
        }
        (shown, String::new())
    }

    fn cursor(&self, area: Rect, _env: &Env) -> Option<Position> {
        if self.arranged.is_some() {
            let asking = self.asking.as_ref()?;
            return asking.cursor(frame::inside(palette::whole(area)));
        }
        self.palette.cursor(area)
    }
}
