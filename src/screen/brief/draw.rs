//! Drawing a step.

use std::fmt::Write as _;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Brief, numeral, style};
use crate::brief::{Block, Line as Laid, Parts, Role, Row, Screenful, Step};
use crate::env::Env;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::{bar, paint, ribbon};

impl Brief {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        paint::clear(area, canvas, env.theme.ground.patch(env.theme.text));
        if self.blank {
            return;
        }
        let areas = self.areas(env);
        bar::top(areas.bar, canvas, &env.strategy.meta);
        if let Some(step) = self.step() {
            self.draw_kicker(&areas, step, canvas, env);
            self.draw_step(areas.text(), step, canvas, env);
            if let Some(pillar) = step.pillar {
                numeral::draw(&areas, canvas, env, pillar + 1);
            }
        }
        self.draw_notes(areas.notes, canvas, env);
        self.draw_foot(&areas, canvas, env);
    }

    /// The line over the title: what the step is, and on a further screen of it, which step goes
    /// on here.
    fn draw_kicker(&self, areas: &super::Areas, step: &Step, canvas: &mut Canvas<'_>, env: &Env) {
        let Some(above) = areas.room.top.checked_sub(1) else {
            return;
        };
        let room = areas.text();
        // One row of air between the kicker and the title, where there is one.
        let y = areas.body.y + above.saturating_sub(u16::from(above > 1));
        let row = Rect {
            y,
            height: 1,
            ..room
        };
        let screens = self.flow.screens.len();
        let screen = self.screen();
        let mut spans = Vec::new();
        if screen == 0 {
            spans.push(Span::styled(step.kicker.clone(), env.theme.date));
        } else {
            let between = env.glyphs.between;
            if !step.kicker.is_empty() {
                let kicker = format!("{} {between} ", step.kicker);
                spans.push(Span::styled(kicker, env.theme.date));
            }
            spans.push(Span::styled(step.title.clone(), env.theme.dim));
        }
        let row = if screens > 1 {
            let which = format!("  {} of {screens}", screen + 1);
            let which = Line::from(Span::styled(which, env.theme.dim));
            paint::right(row, canvas, &which, 6)
        } else {
            row
        };
        paint::line(row, canvas, &Line::from(spans));
    }

    fn draw_step(&self, area: Rect, step: &Step, canvas: &mut Canvas<'_>, env: &Env) {
        let Some(screen) = self.flow.screens.get(self.screen()) else {
            return;
        };
        if screen.ribbon {
            let below = Rect {
                y: area.y + under_title(screen),
                ..area
            };
            draw_ribbon(below, step, canvas);
        }
        for (at, line) in screen.lines.iter().enumerate() {
            let y = area.y + row_of(screen, at);
            let Laid::Row(row) = line else { continue };
            if y >= area.bottom() {
                break;
            }
            if !self.walk.reveals(step, row.block) {
                continue;
            }
            let (Some(block), Some(parts)) = (step.blocks.get(row.block), self.flow.parts(row))
            else {
                continue;
            };
            let place = Rect {
                y,
                height: 1,
                ..area
            };
            let chosen = self.chosen.is_some_and(|id| block.entries.contains(&id));
            draw_row(place, canvas, env, (block, row, &parts), chosen);
        }
    }
}

/// The row of a line of a screen, from the top: the ribbon stands under the title.
pub(super) fn row_of(screen: &Screenful, line: usize) -> u16 {
    let line = line as u16;
    if screen.ribbon && line >= under_title(screen) {
        line + ribbon::ROWS + 1
    } else {
        line
    }
}

fn under_title(screen: &Screenful) -> u16 {
    let title = screen.lines.iter().position(|line| *line == Laid::Gap);
    title.map_or(0, |gap| gap as u16 + 1)
}

fn draw_row(
    area: Rect,
    canvas: &mut Canvas<'_>,
    env: &Env,
    (block, row, parts): (&Block, &Row, &Parts<'_>),
    chosen: bool,
) {
    let theme = &env.theme;
    let label = style::label(theme, block.role);
    let mut spans = Vec::new();
    let head = guides(block, row, parts, env);
    let mut used = wrap::width(&head);
    spans.push(Span::styled(head, theme.rule));
    if !parts.inline && !parts.label.is_empty() {
        spans.push(Span::styled(parts.label.to_owned(), label));
        used += wrap::width(parts.label);
    }
    spans.push(Span::raw(" ".repeat(parts.column.saturating_sub(used))));
    if parts.inline {
        spans.push(Span::styled(parts.label.to_owned(), label));
    }
    let text = if chosen {
        theme.selected
    } else {
        style::text(theme, block.role)
    };
    spans.push(Span::styled(parts.text.to_owned(), text));
    let aside = style::aside(theme, &block.aside);
    spans.push(Span::styled(parts.aside.to_owned(), aside));
    paint::line(area, canvas, &Line::from(spans));
}

/// The lines of a tree before a row, as wide as its indent.
fn guides(block: &Block, row: &Row, parts: &Parts<'_>, env: &Env) -> String {
    let blank = || " ".repeat(parts.indent);
    let Some(branch) = block.branch.as_ref().filter(|_| block.role == Role::Branch) else {
        return blank();
    };
    if parts.indent < 3 * block.depth() {
        return blank();
    }
    let (down, across) = (env.glyphs.column, env.glyphs.rule);
    let mut text: String = branch
        .open
        .iter()
        .map(|open| {
            if *open {
                format!("{down}  ")
            } else {
                "   ".to_owned()
            }
        })
        .collect();
    match (row.first, branch.more) {
        (true, true) => {
            let _ = write!(text, "{}{across} ", env.glyphs.tee);
        }
        (true, false) => {
            let [_, _, corner, _] = env.glyphs.corners;
            let _ = write!(text, "{corner}{across} ");
        }
        (false, true) => {
            let _ = write!(text, "{down}  ");
        }
        (false, false) => text.push_str("   "),
    }
    text
}

fn draw_ribbon(area: Rect, step: &Step, canvas: &mut Canvas<'_>) {
    let marks: Vec<ribbon::Mark> = step
        .ribbon
        .iter()
        .map(|(date, _)| ribbon::Mark {
            date: *date,
            label: date.to_string(),
            milestone: true,
            selected: false,
        })
        .collect();
    let place = Rect {
        // The ribbon keeps two cells free on each side.
        x: area.x.saturating_sub(2),
        width: area.width + 2,
        height: ribbon::ROWS.min(area.height),
        ..area
    };
    ribbon::draw(place.intersection(canvas.buf.area), canvas, &marks);
}
