//! The foot of a briefing: how the time goes, what comes next, a few keys.

use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::Brief;
use crate::action::{Action, Mode};
use crate::brief::show_duration;
use crate::env::Env;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::paint;

/// From this width on the foot says what comes next.
const NEXT: u16 = 110;

/// The keys while what is left out is in sight, from the first to go to the last.
const PANEL: [(Action, &str, bool); 4] = [
    (Action::Look, "open", true),
    (Action::Sources, "source", true),
    (Action::Down, "scroll", true),
    (Action::LeftOut, "back", true),
];

impl Brief {
    pub(super) fn draw_foot(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        if area.is_empty() {
            return;
        }
        if self.is_clean() {
            paint::clear(area, canvas, canvas.theme.ground.patch(canvas.theme.text));
        }
        let row = Rect {
            x: area.x + 1.min(area.width),
            width: area.width.saturating_sub(2),
            ..area
        };
        if let Some((left, right)) = self.prompt(env) {
            let hint = Line::from(Span::styled(right, canvas.theme.dim));
            let row = paint::right(row, canvas, &hint, wrap::width(&left) as u16 + 2);
            let style = canvas.theme.notice;
            paint::line(row, canvas, &Line::from(Span::styled(left, style)));
            return;
        }
        let room = self.draw_hints(row, canvas, env);
        let clock = self.clock_line(env, row.width);
        let used = clock
            .iter()
            .map(|span| wrap::width(&span.content))
            .sum::<usize>();
        paint::line(room, canvas, &Line::from(clock));
        self.draw_next(room, canvas, used as u16);
    }

    /// What comes next, where there is room for it.
    fn draw_next(&self, room: Rect, canvas: &mut Canvas<'_>, used: u16) {
        let next = self.deck.steps.get(self.walk.place.step + 1);
        let Some(next) = next.filter(|_| canvas.buf.area.width >= NEXT) else {
            return;
        };
        let text = format!("next: {}", next.name);
        let from = used + 6;
        if from + wrap::width(&text) as u16 + 2 <= room.width {
            let place = Rect {
                x: room.x + from,
                width: room.width - from,
                ..room
            };
            let style = canvas.theme.dim;
            paint::line(place, canvas, &Line::from(Span::styled(text, style)));
        }
    }

    /// A few keys against the right edge; the search stays longest.
    fn draw_hints(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) -> Rect {
        let has_more = !self.left_out().is_empty();
        // From the first to go to the last.
        let all = if self.panel.is_some() {
            PANEL
        } else {
            [
                (Action::Help, "help", true),
                (Action::Steps, "steps", true),
                (Action::LeftOut, "more", has_more),
                (Action::Search, "search", true),
            ]
        };
        let shown: Vec<(Action, &'static str)> = all
            .into_iter()
            .filter(|(_, _, is_shown)| *is_shown)
            .map(|(action, says, _)| (action, says))
            .collect();
        let hints = crate::screen::hints(env, Mode::Brief, &shown);
        let clock = self.clock_line(env, area.width);
        let clock: usize = clock.iter().map(|span| wrap::width(&span.content)).sum();
        let width =
            |hint: &crate::ui::bar::Hint| wrap::width(&hint.key) + wrap::width(hint.says) + 3;
        let fits = |from: usize| {
            let hints: usize = hints.iter().skip(from).map(width).sum();
            clock + hints <= usize::from(area.width)
        };
        let none = hints.len();
        let from = (0..none).find(|from| fits(*from)).unwrap_or(none);
        let mut room = area;
        for (nth, hint) in hints.iter().skip(from).enumerate() {
            let gap = if nth == 0 { "" } else { "  " };
            let line = Line::from(vec![
                Span::styled(hint.key.clone(), canvas.theme.key),
                Span::styled(format!(" {}{gap}", hint.says), canvas.theme.hint),
            ]);
            room = paint::right(room, canvas, &line, 1);
        }
        room
    }

    /// How the time goes, as much of it as fits: `7:10 of 20:00, on plan, point 4 of 7`.
    fn clock_line(&self, env: &Env, width: u16) -> Vec<Span<'static>> {
        let theme = &env.theme;
        let elapsed = self.clock().elapsed(env.now);
        let style = if self.clock().runs() {
            theme.text
        } else {
            theme.dim
        };
        let point = self.step().and_then(|step| {
            let point = self.point_words()?;
            (self.walk.place.shown < step.points).then(|| format!(", {point} of {}", step.points))
        });
        let (mut text, over) = match self.rehearsed(env) {
            Some(spent) => (self.rehearsal_words(spent), None),
            None => self.time_words(elapsed),
        };
        let is_narrow = env.size.width < 60;
        if over.is_none() && wrap::width(&text) > usize::from(width) {
            text = self.clock_words(env);
        }
        let mut spans = vec![Span::styled(text, style)];
        if let Some(over) = over {
            let loud = theme.text.add_modifier(Modifier::BOLD | Modifier::REVERSED);
            spans.push(Span::styled(over, loud));
            if !self.clock().runs() {
                spans.push(Span::styled(", paused", style));
            }
        }
        if let Some(point) = point.filter(|_| !is_narrow) {
            spans.push(Span::styled(point, style));
        }
        spans
    }

    /// `0:42 on this step, rehearsing`.
    fn rehearsal_words(&self, spent: std::time::Duration) -> String {
        let paused = if self.clock().runs() { "" } else { ", paused" };
        format!("{} on this step, rehearsing{paused}", show_duration(spent))
    }

    /// The time in words, and how much too long it has been.
    fn time_words(&self, elapsed: std::time::Duration) -> (String, Option<String>) {
        let step = self.walk.place.step;
        match (self.clock().was_started(), self.schedule.target()) {
            (false, None) => {
                let steps = self.deck.steps.len();
                (format!("step {} of {steps}", step + 1), None)
            }
            (false, Some(target)) => {
                let target = show_duration(target);
                (format!("0:00 of {target}, starts when you go on"), None)
            }
            (true, None) if self.clock().runs() => (show_duration(elapsed), None),
            (true, None) => (format!("{}, paused", show_duration(elapsed)), None),
            (true, Some(target)) => {
                let clock = format!("{} of {}", show_duration(elapsed), show_duration(target));
                if self.schedule.is_over(elapsed) {
                    let sentence = self.schedule.sentence(elapsed, step);
                    let over = sentence.split_once(", ").map(|(_, over)| over.to_owned());
                    (format!("{clock}, "), over)
                } else if self.clock().runs() {
                    (self.schedule.sentence(elapsed, step), None)
                } else {
                    (format!("{clock}, paused"), None)
                }
            }
        }
    }

    /// What the next key does, when it is not to go on, and what else there is.
    pub(super) fn prompt(&self, env: &Env) -> Option<(String, &'static str)> {
        if self.leaving.is_some_and(|until| env.now < until) {
            let text = "Esc again within 2 seconds leaves";
            return Some((text.to_owned(), "any other key stays"));
        }
        if self.panel.is_some() {
            return None;
        }
        if self.strip.is_some() {
            return Some(("Esc takes the sources away".to_owned(), "s in full"));
        }
        if let Some(id) = self.chosen {
            let name = &env.strategy.entry(id).name;
            return Some((format!("Enter looks up {name}"), "s source"));
        }
        if self.digits.is_empty() {
            return None;
        }
        Some((format!("Enter goes to step {}", self.digits), "Esc not"))
    }
}
