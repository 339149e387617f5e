//! Help, which is also the palette: every action with its keys by what one wants; type to filter,
//! Enter runs it. A date sets the day of the view.

mod rows;

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use self::rows::Row;
use super::palette::{Palette, Taken, Words};
use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::date::Date;
use crate::env::Env;
use crate::model::{AsOf, AsOfChoice};
use crate::text::fold::Folded;
use crate::text::wrap;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::{paint, pane};
use crate::wording;

const WORDS: Words = Words {
    title: "Help",
    invite: "Type to find a command",
    none: "No command matches.",
    width: 80,
};

/// Where a day can be set.
const WITH_DAYS: Words = Words {
    invite: "Type to find a command, or a date",
    none: "No command matches. A date is 2015 or 28 Sep 2021.",
    ..WORDS
};

/// From so many cells for rows on they stand in two columns.
const TWO_COLUMNS: u16 = 76;
/// The least cells for the keys.
const KEYS: usize = 10;

/// What help says of the layer below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// What is selected there, in a word: `actor`.
    pub what: &'static str,
    /// What is not possible there now, although it has a key.
    pub lacks: Vec<Action>,
}

/// What a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Does {
    Run(Action),
    Show(AsOf),
}

/// The overlay.
#[derive(Debug)]
pub struct Help {
    /// The mode that was live below: its keys are shown.
    about: Mode,
    below: Below,
    palette: Palette,
    /// The day that was typed.
    day: Option<AsOf>,
    rows: Vec<Row>,
}

impl Help {
    /// Opens on every action of a mode.
    pub fn new(about: Mode, mut below: Below, env: &Env) -> Self {
        if below.what.is_empty() {
            below.what = thing(about);
        }
        let words = if takes_days(about, env) {
            WITH_DAYS
        } else {
            WORDS
        };
        let mut help = Self {
            about,
            below,
            palette: Palette::new(words, 0),
            day: None,
            rows: Vec::new(),
        };
        help.look_up(env);
        help.relayout(env);
        help
    }

    /// Lists what is typed, or everything, and selects the first command.
    fn look_up(&mut self, env: &Env) {
        let query = Folded::new(self.palette.text());
        let typed = query.as_str().trim();
        let lacks = &self.below.lacks;
        self.day = day(typed, env).filter(|_| takes_days(self.about, env));
        self.rows = if typed.is_empty() {
            rows::grouped(env, self.about, self.below.what, lacks)
        } else {
            rows::found(env, self.about, lacks, typed)
        };
        self.palette.select(0);
        self.settle(true);
    }

    fn count(&self) -> usize {
        self.rows.len() + usize::from(self.day.is_some())
    }

    /// The row at a place; `None` for the day, which stands above all of them.
    fn row_at(&self, at: usize) -> Option<&Row> {
        let above = usize::from(self.day.is_some());
        at.checked_sub(above).and_then(|at| self.rows.get(at))
    }

    fn does(&self) -> Option<Does> {
        match (self.palette.at(), self.day) {
            (0, Some(day)) => Some(Does::Show(day)),
            (at, _) => match self.row_at(at)? {
                Row::Command { action, .. } => Some(Does::Run(action.clone())),
                Row::Heading(_) => None,
            },
        }
    }

    /// Leaves a heading for the next command, or for the one before.
    fn settle(&mut self, is_down: bool) {
        let at = self.palette.at().min(self.count().saturating_sub(1));
        let is_heading = |at: &usize| matches!(self.row_at(*at), Some(Row::Heading(_)));
        let after = || (at..self.count()).find(|at| !is_heading(at));
        let before = || (0..=at).rev().find(|at| !is_heading(at));
        let found = if is_down {
            after().or_else(before)
        } else {
            before().or_else(after)
        };
        if let Some(found) = found.filter(|found| *found != self.palette.at()) {
            self.palette.select(found);
        }
    }

    fn draw_row(&self, at: usize, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let theme = &env.theme;
        let Some(row) = self.row_at(at) else {
            if let Some(day) = self.day {
                let line = Line::from(Span::styled(day_words(day), theme.text));
                pane::row(area, canvas, &line, None);
            }
            return;
        };
        match row {
            Row::Heading(heading) => {
                let line = Line::from(Span::styled(heading.clone(), theme.heading));
                paint::line(area, canvas, &line);
            }
            Row::Command { keys, says, .. } if !self.palette.text().trim().is_empty() => {
                let keys = Line::from(Span::styled(format!("{keys} "), theme.key));
                let room = paint::right(area, canvas, &keys, 20);
                let says = Line::from(Span::styled(says.clone(), theme.text));
                pane::row(room, canvas, &says, None);
            }
            Row::Command {
                keys, says, also, ..
            } => {
                let pad = " ".repeat(KEYS.saturating_sub(wrap::width(keys)).max(1));
                let also = if also.is_empty() {
                    String::new()
                } else {
                    format!(", also {also}")
                };
                let used = KEYS.max(wrap::width(keys) + 1) + wrap::width(says) + 2;
                let fits = used + wrap::width(&also) <= usize::from(area.width);
                let mut spans = vec![
                    Span::styled(keys.clone(), theme.key),
                    Span::styled(format!("{pad}{says}"), theme.text),
                ];
                if fits {
                    spans.push(Span::styled(also, theme.dim));
                }
                pane::row(area, canvas, &Line::from(spans), None);
            }
        }
    }
}

/// What a mode is about, in a word.
const fn thing(mode: Mode) -> &'static str {
    match mode {
        Mode::Explore | Mode::Type => "",
        Mode::Page => "page",
        Mode::Brief | Mode::Speaker => "step",
        Mode::Study => "card",
    }
}

/// Whether the day of the view can be changed.
fn takes_days(mode: Mode, env: &Env) -> bool {
    !env.keymap.keys(mode, &Action::AsOf).is_empty()
}

/// The time that is typed: a date in any clear form, or `all`, `adopted`, `now`.
fn day(typed: &str, env: &Env) -> Option<AsOf> {
    let choice: Option<AsOfChoice> = typed.parse().ok();
    let choice = choice.or_else(|| Date::guess(typed).map(AsOfChoice::On))?;
    choice.resolve(&env.strategy.meta, env.today).ok()
}

fn day_words(day: AsOf) -> String {
    match day.date() {
        Some(date) => format!("Show what held {}", wording::on_short(date)),
        None => "Show all times".to_owned(),
    }
}

impl Layer for Help {
    fn mode(&self) -> Mode {
        Mode::Type
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let before = self.palette.at();
        match action {
            Action::Enter => {
                return match self.does() {
                    Some(Does::Run(action)) => Reply::Run(action),
                    Some(Does::Show(day)) => Reply::AsOf(day),
                    None => Reply::Done,
                };
            }
            Action::Escape if !self.palette.text().is_empty() => {
                self.palette.clear();
                self.look_up(env);
            }
            Action::Escape | Action::Help => return Reply::Close,
            other => match self.palette.take(other, env) {
                Taken::Moved => self.settle(self.palette.at() >= before),
                Taken::Typed => self.look_up(env),
                Taken::Outside => return Reply::Close,
                Taken::Nothing => return Reply::Pass,
            },
        }
        self.relayout(env);
        Reply::Done
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let row = |at: usize, area: Rect, canvas: &mut Canvas<'_>| {
            self.draw_row(at, area, canvas, env);
        };
        self.palette.draw(area, canvas, env, (self.count(), row));
    }

    fn relayout(&mut self, env: &Env) {
        let is_wide = self.palette.room(env.body()).width >= TWO_COLUMNS;
        let is_grouped = self.palette.text().trim().is_empty();
        self.palette
            .stand(if is_wide && is_grouped { 2 } else { 1 });
        self.palette.relayout(self.count(), env);
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let says = match self.does() {
            Some(Does::Show(_)) => "show it",
            _ => "do it",
        };
        let wanted = [
            (Action::Enter, says),
            (Action::Down, "choose"),
            (Action::Escape, "close"),
        ];
        (hints(env, Mode::Type, &wanted), String::new())
    }

    fn cursor(&self, area: Rect, _env: &Env) -> Option<Position> {
        self.palette.cursor(area)
    }
}
