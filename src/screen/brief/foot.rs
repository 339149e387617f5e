//! The foot of a briefing: how far one is, what comes next, and how the time goes.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Areas, Brief};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::{bar, paint};

impl Brief {
    pub(super) fn draw_foot(&self, areas: &Areas, canvas: &mut Canvas<'_>, env: &Env) {
        self.draw_progress(areas.progress, canvas, env);
        let foot = areas.foot;
        let row = |at: u16| Rect {
            x: foot.x + 1.min(foot.width),
            width: foot.width.saturating_sub(2),
            y: foot.y + at,
            height: 1,
        };
        match foot.height {
            0 => {}
            1 => self.draw_short(row(0), canvas, env),
            _ => {
                let next = Line::from(Span::styled(self.next_words(), env.theme.text));
                let step = self.step_words();
                let left = usize::from(row(0).width).saturating_sub(wrap::width(&step) + 3);
                let next = fit(next, left, env);
                let room = paint::right(row(0), canvas, &next, 6);
                let step = Line::from(Span::styled(step, env.theme.dim));
                paint::line(room, canvas, &step);
                self.draw_clock(row(1), canvas, env);
            }
        }
    }

    /// How far one is, by steps.
    fn draw_progress(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        if area.is_empty() {
            return;
        }
        paint::rule(area, canvas, env.glyphs.rule, env.theme.rule);
        let steps = self.deck.steps.len().max(1);
        let screens = self.flow.screens.len().max(1);
        let done = self.walk.place.step * screens + self.screen() + 1;
        let cells = usize::from(area.width) * done / (steps * screens);
        let part = Rect {
            width: (cells as u16).clamp(1, area.width),
            ..area
        };
        paint::rule(
            part,
            canvas,
            env.glyphs.rule_focused,
            env.theme.rule_focused,
        );
    }

    /// Everything on one row: how far one is, then the time and what comes next, each whole or not
    /// at all.
    fn draw_short(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        if self.draw_prompt(area, canvas, env) {
            return;
        }
        let between = format!(" {} ", env.glyphs.between);
        let mut text = self.numbers();
        let left = |text: &str| {
            let used = wrap::width(text) + wrap::width(&between);
            usize::from(area.width).saturating_sub(used)
        };
        let next = self.next_words();
        for part in [self.pace_words(env, left(&text)), next] {
            if !part.is_empty() && wrap::width(&part) <= left(&text) {
                text.push_str(&between);
                text.push_str(&part);
            }
        }
        let line = Line::from(Span::styled(text, env.theme.dim));
        paint::line(area, canvas, &line);
    }

    fn draw_prompt(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) -> bool {
        let Some(text) = self.prompt(env) else {
            return false;
        };
        let line = Line::from(Span::styled(text, env.theme.notice));
        paint::line(area, canvas, &line);
        true
    }

    fn draw_clock(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        if self.draw_prompt(area, canvas, env) {
            return;
        }
        let pace = self.pace_words(env, usize::from(area.width));
        let style = if self.clock.runs() {
            env.theme.text
        } else {
            env.theme.dim
        };
        let used = wrap::width(&pace);
        paint::line(area, canvas, &Line::from(Span::styled(pace, style)));
        let room = Rect {
            x: area.x + (used as u16 + 2).min(area.width),
            width: area.width.saturating_sub(used as u16 + 2),
            ..area
        };
        self.draw_hints(room, canvas, env);
    }

    /// A few keys against the right edge, as many as fit.
    fn draw_hints(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let clock = if self.clock.runs() { "pause" } else { "clock" };
        let wanted = [
            (Action::Help, "help"),
            (Action::Clock, clock),
            (Action::Steps, "steps"),
            (Action::Search, "search"),
        ];
        let mut room = area;
        for (action, says) in wanted {
            let hints: Vec<bar::Hint> = super::super::hints(env, Mode::Brief, &[(action, says)]);
            for hint in hints {
                let line = Line::from(vec![
                    Span::styled(format!("  {}", hint.key), env.theme.key),
                    Span::styled(format!(" {}", hint.says), env.theme.hint),
                ]);
                room = paint::right(room, canvas, &line, 0);
            }
        }
    }
}

fn fit(line: Line<'static>, cells: usize, env: &Env) -> Line<'static> {
    Line::from(
        line.spans
            .into_iter()
            .map(|span| {
                let text = wrap::cut(&span.content, cells, env.glyphs.more).into_owned();
                Span::styled(text, span.style)
            })
            .collect::<Vec<_>>(),
    )
}
