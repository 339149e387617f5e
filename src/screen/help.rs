//! Help, which is also the palette: every action with its keys; type to filter, Enter runs it.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::palette::{Palette, Taken, Words};
use super::{Layer, Reply, hints};
use crate::action::{ACTIONS, Action, Described, Mode};
use crate::env::Env;
use crate::text::fold::Folded;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::{paint, pane};

const WORDS: Words = Words {
    title: "Help",
    invite: "Type to filter the commands",
    none: "No command matches.",
};

/// The overlay.
#[derive(Debug)]
pub struct Help {
    /// The mode that was live below: its keys are shown.
    about: Mode,
    palette: Palette,
}

impl Help {
    /// Opens on every action of a mode.
    pub fn new(about: Mode) -> Self {
        Self {
            about,
            palette: Palette::new(WORDS, 0),
        }
    }

    /// The actions that can be meant here, filtered by what was typed; what is particular to this
    /// mode stands first.
    fn listed(&self, env: &Env) -> Vec<&'static Described> {
        let query = Folded::new(self.palette.text());
        let mut found: Vec<&'static Described> = ACTIONS
            .iter()
            .filter(|line| !env.keymap.keys(self.about, &line.action).is_empty())
            .filter(|line| {
                let says = Folded::new(line.says);
                let keys = self.keys(env, line).to_lowercase();
                query.as_str().split_whitespace().all(|word| {
                    says.as_str().contains(word) || keys.split(' ').any(|key| key == word)
                })
            })
            .collect();
        if self.about != Mode::Explore {
            found.sort_by_key(|line| !env.keymap.keys(Mode::Explore, &line.action).is_empty());
        }
        found
    }

    fn keys(&self, env: &Env, line: &Described) -> String {
        let keys = env.keymap.keys(self.about, &line.action);
        keys.iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("  ")
    }

    fn row(&self, line: &Described, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let keys = Span::styled(format!("{} ", self.keys(env, line)), env.theme.key);
        let room = paint::right(area, canvas, &Line::from(keys), 20);
        let says = Line::from(Span::styled(line.says, env.theme.text));
        pane::row(room, canvas, &says, None);
    }
}

impl Layer for Help {
    fn mode(&self) -> Mode {
        Mode::Type
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Enter => {
                let listed = self.listed(env);
                let chosen = listed.get(self.palette.at());
                return chosen.map_or(Reply::Done, |line| Reply::Run(line.action.clone()));
            }
            Action::Escape if !self.palette.text().is_empty() => self.palette.clear(),
            Action::Escape | Action::Help => return Reply::Close,
            other => match self.palette.take(other, env) {
                Taken::Moved | Taken::Typed => {}
                Taken::Outside => return Reply::Close,
                Taken::Nothing => return Reply::Pass,
            },
        }
        self.relayout(env);
        Reply::Done
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let listed = self.listed(env);
        let row = |at: usize, area: Rect, canvas: &mut Canvas<'_>| {
            if let Some(line) = listed.get(at) {
                self.row(line, area, canvas, env);
            }
        };
        self.palette.draw(area, canvas, env, (listed.len(), row));
    }

    fn relayout(&mut self, env: &Env) {
        let count = self.listed(env).len();
        self.palette.relayout(count, env);
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = [(Action::Enter, "do it"), (Action::Escape, "close")];
        (hints(env, Mode::Type, &wanted), String::new())
    }

    fn cursor(&self, area: Rect, _env: &Env) -> Option<Position> {
        self.palette.cursor(area)
    }
}
