//! Drawing a step: the slide, the bar over it, the line of progress.

use std::time::Duration;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::Brief;
use crate::brief::{Ink, Run, ascii};
use crate::config::Theme;
use crate::date::Date;
use crate::env::Env;
use crate::model::{AsOf, Meta, Status};
use crate::screen::speaker::{self, SpeakerView};
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::glyph::Glyphs;
use crate::ui::{letters, paint};
use crate::wording;

/// Below this width the day of a supersession gives way to its month.
const NARROW: u16 = 90;

impl Brief {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let ground = canvas.theme.ground.patch(canvas.theme.text);
        paint::clear(area, canvas, ground);
        if self.blank {
            return;
        }
        let areas = self.areas(env);
        if self.options.notes {
            let state = self.presenter(env);
            let view = SpeakerView {
                state: &state,
                later: Duration::ZERO,
                time_of_day: env.time_of_day(),
                scroll: self.note_scroll,
            };
            speaker::draw(area, canvas, &view);
            self.draw_foot(areas.foot, canvas, env);
            return;
        }
        draw_bar(areas.bar, canvas, &env.strategy.meta, self.deck.as_of());
        self.draw_slide(areas.slide, canvas);
        self.draw_strip(areas.slide, canvas, env);
        if let Some(panel) = &self.panel {
            let title = self.step().map(|step| step.title.clone());
            panel.draw(areas.panel, canvas, &self.left_out(), title);
        }
        self.draw_progress(areas.progress, canvas);
        let has_foot = !areas.foot.is_empty();
        // What a key has begun is said, and gone with the next.
        if has_foot || self.prompt(env).is_some() {
            let foot = if has_foot { areas.foot } else { areas.progress };
            self.draw_foot(foot, canvas, env);
        }
    }

    fn draw_slide(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(slide) = self.slide() else { return };
        let newest = self.newest();
        for run in &slide.runs {
            if !self.walk.reveals(run.point) || run.y >= area.height {
                continue;
            }
            let mut style = style(canvas.theme, run.ink);
            if newest.is_some() && run.point == newest {
                style = style.add_modifier(Modifier::BOLD);
            }
            let is_chosen = self.chosen.is_some() && run.entry == self.chosen;
            if is_chosen {
                style = style.patch(canvas.theme.selected);
            }
            draw_run(area, canvas, run, style);
            if is_chosen && run.x >= 2 {
                let pointer = canvas.glyphs.pointer;
                let (x, y) = (area.x + run.x - 2, area.y + run.y);
                canvas.buf.set_stringn(x, y, pointer, 1, style);
            }
        }
    }

    /// The point that came last, while more are to come.
    fn newest(&self) -> Option<usize> {
        let step = self.step()?;
        let shown = self.walk.place.shown;
        (self.walk.by_points && shown < step.points)
            .then(|| shown.checked_sub(1))
            .flatten()
    }

    /// How far one is, by steps and their screens.
    fn draw_progress(&self, area: Rect, canvas: &mut Canvas<'_>) {
        if area.is_empty() {
            return;
        }
        paint::rule(area, canvas, canvas.glyphs.rule, canvas.theme.rule);
        let steps = self.deck.steps.len().max(1);
        let screens = self.slides.len().max(1);
        let done = self.walk.place.step * screens + self.screen() + 1;
        let cells = usize::from(area.width) * done / (steps * screens);
        let part = Rect {
            width: (cells as u16).clamp(1, area.width),
            ..area
        };
        let glyphs = canvas.glyphs;
        paint::rule(part, canvas, glyphs.rule_focused, canvas.theme.rule_focused);
    }
}

/// Draws a run; in ASCII each character by its twin.
pub(in crate::screen) fn draw_run(area: Rect, canvas: &mut Canvas<'_>, run: &Run, style: Style) {
    let (x, y) = (area.x + run.x, area.y + run.y);
    if x >= area.right() || y >= area.bottom() {
        return;
    }
    if run.ink == Ink::Large {
        let place = Rect {
            x,
            y,
            width: area.right() - x,
            height: letters::ROWS.min(area.bottom() - y),
        };
        letters::draw(place, canvas, &run.text, style);
        return;
    }
    let room = usize::from(area.right() - x);
    if *canvas.glyphs == Glyphs::ASCII {
        let text: String = run.text.chars().map(ascii).collect();
        canvas.buf.set_stringn(x, y, text, room, style);
    } else {
        canvas.buf.set_stringn(x, y, &run.text, room, style);
    }
}

/// How a text looks.
pub(in crate::screen) fn style(theme: &Theme, ink: Ink) -> Style {
    match ink {
        Ink::Title | Ink::Large => theme.title,
        Ink::Number => theme.date,
        Ink::Text => theme.text,
        Ink::Strong => theme.text.add_modifier(Modifier::BOLD),
        Ink::Dim => theme.dim,
        Ink::Rule => theme.rule,
        Ink::Heading => theme.heading,
        Ink::Original => theme.original,
    }
}

/// Draws the bar at the top: whose strategy, as of which day, and whether it holds. When it is
/// narrow the day of the supersession gives way first, then the country; day and status never.
fn draw_bar(area: Rect, canvas: &mut Canvas<'_>, meta: &Meta, as_of: AsOf) {
    if area.is_empty() {
        return;
    }
    let theme = canvas.theme;
    canvas.buf.set_style(area, theme.bar);
    let day = match as_of {
        AsOf::All => String::new(),
        AsOf::On(date) => format!("as of {date}  "),
    };
    let full = wording::short_status(&meta.status);
    let short = short_status(&meta.status);
    let edition = wording::edition(meta);
    let title = wording::title(meta);
    let least = wrap::width(&edition) + wrap::width(&day) + 3;
    let width = usize::from(area.width);
    let status = if area.width >= NARROW && least + wrap::width(&full) <= width {
        full
    } else if least + wrap::width(&short) <= width || area.width >= 60 {
        short
    } else {
        let word = short.split(' ').next().unwrap_or_default();
        word.to_owned()
    };
    let warning = if matches!(meta.status, Status::InForce) {
        theme.bar
    } else {
        theme.bar.patch(theme.bar_warning)
    };
    let right = Line::from(vec![
        Span::styled(day, theme.bar),
        Span::styled(status, warning),
        Span::styled(" ", theme.bar),
    ]);
    let mut room = paint::right(area, canvas, &right, 4);
    room.width = room.width.saturating_sub(1);
    let name = if wrap::width(&title) + 3 <= usize::from(room.width) {
        title
    } else {
        edition
    };
    let left = Line::from(vec![
        Span::styled(" ", theme.bar),
        Span::styled(name, theme.bar.patch(theme.bar_title)),
    ]);
    paint::line(room, canvas, &left);
}

/// `superseded Dec 2025`.
fn short_status(status: &Status) -> String {
    match status {
        Status::Superseded {
            on: Some(Date::Day(year, month, _)),
            ..
        } => format!("superseded {}", Date::Month(*year, *month)),
        other => wording::short_status(other),
    }
}

/// The cells of a run on the screen.
pub(super) fn cells(area: Rect, run: &Run) -> Rect {
    let cells = Rect {
        x: area.x + run.x,
        y: area.y + run.y,
        width: wrap::width(&run.text) as u16,
        height: 1,
    };
    cells.intersection(area)
}
