//! The foot of a briefing: how far one is, what comes next, and how the time goes.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Areas, Brief};
use crate::action::{Action, Mode};
use crate::brief::{Signal, show_duration};
use crate::env::Env;
use crate::text::wrap;
use crate::ui::{bar, paint};

impl Brief {
    pub(super) fn draw_foot(&self, areas: &Areas, buf: &mut Buffer, env: &Env) {
        self.draw_progress(areas.progress, buf, env);
        let foot = areas.foot;
        let row = |at: u16| Rect {
            x: foot.x + 1.min(foot.width),
            width: foot.width.saturating_sub(2),
            y: foot.y + at,
            height: 1,
        };
        match foot.height {
            0 => {}
            1 => self.draw_short(row(0), buf, env),
            _ => {
                let next = Line::from(Span::styled(self.next_words(), env.theme.text));
                let step = self.step_words();
                let left = usize::from(row(0).width).saturating_sub(wrap::width(&step) + 3);
                let next = fit(next, left, env);
                let room = paint::right(row(0), buf, &next, 6);
                let step = Line::from(Span::styled(step, env.theme.dim));
                paint::line(room, buf, &env.glyphs, &step);
                self.draw_clock(row(1), buf, env);
            }
        }
    }

    /// How far one is, by steps.
    fn draw_progress(&self, area: Rect, buf: &mut Buffer, env: &Env) {
        if area.is_empty() {
            return;
        }
        paint::rule(area, buf, env.glyphs.rule, env.theme.rule);
        let steps = self.deck.steps.len().max(1);
        let screens = self.flow.screens.len().max(1);
        let done = self.walk.place.step * screens + self.screen() + 1;
        let cells = usize::from(area.width) * done / (steps * screens);
        let part = Rect {
            width: (cells as u16).clamp(1, area.width),
            ..area
        };
        paint::rule(part, buf, env.glyphs.rule_focused, env.theme.rule_focused);
    }

    /// Everything on one row: how far one is, then the time and what comes next, each whole or not
    /// at all.
    fn draw_short(&self, area: Rect, buf: &mut Buffer, env: &Env) {
        let between = format!(" {} ", env.glyphs.between);
        let width = usize::from(area.width);
        let mut text = self.numbers();
        let mut add = |candidates: Vec<String>| {
            let fitting = candidates.into_iter().find_map(|part| {
                let longer = format!("{text}{between}{part}");
                (!part.is_empty() && wrap::width(&longer) <= width).then_some(longer)
            });
            if let Some(longer) = fitting {
                text = longer;
            }
        };
        if self.clock.was_started() || self.plan.target().is_some() {
            let elapsed = show_duration(self.clock.elapsed(env.now));
            let clock = self.clock_words(env);
            add(vec![self.pace_words(env), clock, elapsed]);
        }
        add(vec![self.next_words()]);
        let line = Line::from(Span::styled(text, env.theme.dim));
        paint::line(area, buf, &env.glyphs, &line);
    }

    fn draw_clock(&self, area: Rect, buf: &mut Buffer, env: &Env) {
        if let Some(id) = self.chosen {
            let text = format!("Enter looks up {}", env.strategy.entry(id).name);
            let line = Line::from(Span::styled(text, env.theme.notice));
            paint::line(area, buf, &env.glyphs, &line);
            return;
        }
        if !self.digits.is_empty() {
            let text = format!("Enter goes to step {}", self.digits);
            let line = Line::from(Span::styled(text, env.theme.notice));
            paint::line(area, buf, &env.glyphs, &line);
            return;
        }
        let pace = self.pace_words(env);
        let style = if self.clock.runs() {
            env.theme.text
        } else {
            env.theme.dim
        };
        let used = wrap::width(&pace);
        paint::line(
            area,
            buf,
            &env.glyphs,
            &Line::from(Span::styled(pace, style)),
        );
        let room = Rect {
            x: area.x + (used as u16 + 2).min(area.width),
            width: area.width.saturating_sub(used as u16 + 2),
            ..area
        };
        self.draw_hints(room, buf, env);
    }

    /// A few keys against the right edge, as many as fit.
    fn draw_hints(&self, area: Rect, buf: &mut Buffer, env: &Env) {
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
                room = paint::right(room, buf, &line, 0);
            }
        }
    }

    /// `Step 4 of 15, pillar 3 of 8, point 2 of 8`.
    fn step_words(&self) -> String {
        let mut text = format!(
            "Step {} of {}",
            self.walk.place.step + 1,
            self.deck.steps.len()
        );
        // The sentence of the clock below says it too.
        let is_pillar = self.step().is_some_and(|step| step.pillar.is_some());
        if is_pillar && !self.clock.was_started() {
            text.push_str(", ");
            text.push_str(&self.deck.place_words(self.walk.place.step));
        }
        let part = self.part_words();
        if !part.is_empty() {
            text.push_str(", ");
            text.push_str(&part);
        }
        text
    }

    /// `4/15`, and on further screens `4/15 2/3`.
    fn numbers(&self) -> String {
        let mut text = format!("{}/{}", self.walk.place.step + 1, self.deck.steps.len());
        if self.flow.screens.len() > 1 {
            let screens = self.flow.screens.len();
            let _ = write!(text, " {}/{screens}", self.screen() + 1);
        }
        text
    }

    /// Which screen of the step, and which point.
    fn part_words(&self) -> String {
        let mut parts = Vec::new();
        let screens = self.flow.screens.len();
        if screens > 1 {
            parts.push(format!("screen {} of {screens}", self.screen() + 1));
        }
        if let Some(step) = self.step()
            && self.walk.by_points
            && step.points > 0
        {
            let shown = self.walk.place.shown.min(step.points);
            parts.push(format!("point {shown} of {}", step.points));
        }
        parts.join(", ")
    }

    fn next_words(&self) -> String {
        match self.deck.steps.get(self.walk.place.step + 1) {
            Some(next) => format!("Next: {}", next.title),
            None => "Last step".to_owned(),
        }
    }

    /// `12:40 of 20:00, pillar 3 of 8, 1:10 over plan`; paused, it says so.
    fn pace_words(&self, env: &Env) -> String {
        let step = self.walk.place.step;
        if !self.clock.was_started() {
            return match self.plan.target() {
                Some(target) => {
                    format!("0:00 of {}, starts when you go on", show_duration(target))
                }
                None => String::new(),
            };
        }
        let place = self.deck.place_words(step);
        let mut text = self
            .plan
            .sentence(self.clock.elapsed(env.now), step, &place);
        if !self.clock.runs() {
            text.push_str(", paused");
        }
        text
    }

    /// What the speaker's second screen is told.
    pub fn signal(&self, env: &Env) -> Signal {
        let step = self.step();
        let number = self.walk.place.step;
        let seconds = |time: std::time::Duration| time.as_secs();
        Signal {
            strategy: format!(
                "{}, {}",
                bar::strategy_words(&env.strategy.meta),
                bar::status_words(&env.strategy.meta.status)
            ),
            step: number + 1,
            steps: self.deck.steps.len(),
            place: self.deck.place_words(number),
            kicker: step.map(|step| step.kicker.clone()).unwrap_or_default(),
            title: step.map(|step| step.title.clone()).unwrap_or_default(),
            next: self
                .deck
                .steps
                .get(number + 1)
                .map(|step| step.title.clone())
                .unwrap_or_default(),
            note: step
                .and_then(|step| step.note.as_ref())
                .map(ToString::to_string)
                .unwrap_or_default(),
            part: self.part_words(),
            detour: String::new(),
            blank: self.blank,
            elapsed: u64::try_from(self.clock.elapsed(env.now).as_millis()).unwrap_or(u64::MAX),
            runs: self.clock.runs(),
            started: self.clock.was_started(),
            target: self.plan.target().map(seconds),
            window: self
                .plan
                .window(number)
                .map(|(begin, end)| (seconds(begin), seconds(end))),
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
