//! The index of a briefing's steps: type to find one, Enter goes there.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::palette::{Palette, Taken, Words};
use super::{Layer, Reply, StepRow, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::EntryId;
use crate::search::{self, Query};
use crate::text::fold::Folded;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::pane;

/// Hits of the search that are looked for on the steps.
const HITS: usize = 200;

const WORDS: Words = Words {
    title: "Steps of the briefing",
    invite: "Type to find a step",
    none: "No step has this.",
};

/// The overlay.
#[derive(Debug)]
pub struct Steps {
    all: Vec<StepRow>,
    /// The steps that match, best first.
    found: Vec<usize>,
    palette: Palette,
}

impl Steps {
    /// Opens on the step in view.
    pub fn new(all: Vec<StepRow>, current: usize, env: &Env) -> Self {
        let mut steps = Self {
            found: (0..all.len()).collect(),
            all,
            palette: Palette::new(WORDS, current),
        };
        steps.palette.relayout(steps.found.len(), env);
        steps
    }

    /// Finds the steps of a query: by their titles, then by what the search finds on them.
    fn run(&mut self, env: &Env) {
        let text = self.palette.text();
        let words = Folded::new(text);
        if words.as_str().trim().is_empty() {
            self.found = (0..self.all.len()).collect();
            return;
        }
        let corpus = env.corpus.corpus();
        let hits = search::hits(corpus, &Query::parse(text), HITS);
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
        match action {
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
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = [(Action::Enter, "go there"), (Action::Escape, "close")];
        (hints(env, Mode::Type, &wanted), String::new())
    }

    fn cursor(&self, area: Rect, _env: &Env) -> Option<Position> {
        self.palette.cursor(area)
    }
}
