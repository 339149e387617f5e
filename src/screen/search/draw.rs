//! Drawing the search.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::Search;
use crate::env::Env;
use crate::search::Hit;
use crate::ui::canvas::Canvas;
use crate::ui::field::{self, Field};
use crate::ui::page::Prose;
use crate::ui::{frame, layout, paint, pane, scroll};
use crate::wording;

/// So many rows are the list's, whatever is told above it.
const LIST: u16 = 4;
/// So many are left beside a long answer, which comes before them.
const BESIDE_ANSWER: u16 = 1;
/// What stands where an answer goes on.
const MORE: &str = "… longer than this window: `senryaku ask` prints all of it";

/// The areas of the overlay; the preview is empty where there is no room.
pub(super) struct Areas {
    pub(super) whole: Rect,
    pub(super) field: Rect,
    scope: Rect,
    told: Rect,
    pub(super) list: Rect,
    preview: Rect,
}

impl Search {
    pub(super) fn areas(&self, area: Rect, env: &Env) -> Areas {
        let whole = layout::overlay(area, 120, 36);
        let inner = frame::inside(whole);
        let row = |at: u16| Rect {
            y: inner.y + at.min(inner.height),
            height: u16::from(inner.height > at),
            ..inner
        };
        // The list keeps some rows, whatever stands above it.
        let lines = self.lines(env, usize::from(inner.width)).len();
        let least = if self.answer.is_some() {
            BESIDE_ANSWER
        } else {
            LIST
        };
        let told = Rect {
            height: u16::try_from(lines)
                .unwrap_or(u16::MAX)
                .min(inner.height.saturating_sub(3 + least)),
            ..row(2)
        };
        let rule = told.height + u16::from(self.answer.is_some());
        let rest = Rect {
            y: row(2).y + rule,
            height: inner.height.saturating_sub(2 + rule),
            ..inner
        };
        let (list, preview) = if self.answer.is_some() {
            (rest, Rect { height: 0, ..rest })
        } else if inner.width >= 96 {
            let list = Rect {
                width: inner.width * 3 / 5,
                ..rest
            };
            let x = rest.x + list.width + 2;
            (
                list,
                Rect {
                    x,
                    width: rest.right() - x,
                    ..rest
                },
            )
        } else if rest.height >= 14 {
            let list = Rect {
                height: rest.height - 6,
                ..rest
            };
            (
                list,
                Rect {
                    y: list.bottom() + 1,
                    height: 5,
                    ..rest
                },
            )
        } else {
            (rest, Rect { height: 0, ..rest })
        };
        Areas {
            whole,
            field: row(0),
            scope: row(1),
            told,
            list,
            preview,
        }
    }

    pub(super) fn field(&self) -> Field<'_> {
        Field {
            text: self.input.value(),
            cursor: self.input.cursor(),
            selected: self.selected,
            prompt: "/ ",
            invite: "Type words in any order; 'exact, !not, kind:",
        }
    }

    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let areas = self.areas(area, env);
        frame::frame(areas.whole, canvas, "Search");
        field::draw(areas.field, canvas, &self.field());
        self.draw_scope(areas.scope, canvas, env);
        let lines = self.lines(env, usize::from(areas.told.width));
        let is_cut = lines.len() > usize::from(areas.told.height);
        let last = areas.told.bottom().saturating_sub(1);
        for (y, line) in (areas.told.top()..areas.told.bottom()).zip(lines) {
            let row = Rect {
                y,
                height: 1,
                ..areas.told
            };
            let more = Line::from(Span::styled(MORE, env.theme.dim));
            paint::line(row, canvas, if is_cut && y == last { &more } else { &line });
        }
        if self.answer.is_some() && areas.list.y > areas.told.bottom() {
            let rule = Rect {
                y: areas.told.bottom(),
                height: 1,
                ..areas.told
            };
            paint::rule(rule, canvas, env.glyphs.rule, env.theme.rule);
            let line = Line::from(Span::styled(" it rests on ", env.theme.dim));
            let x = rule.x + 1;
            paint::line(Rect { x, ..rule }, canvas, &line);
        }
        self.draw_hits(areas.list, canvas, env);
        self.draw_preview(&areas, canvas, env);
    }

    /// What stands above the hits, wrapped.
    fn lines(&self, env: &Env, width: usize) -> Vec<Line<'static>> {
        let style = if self.answer.is_some() {
            env.theme.text
        } else {
            env.theme.dim
        };
        let above = self.above(env);
        let lines = above.iter().flat_map(|text| {
            let indent = text.len() - text.trim_start().len();
            let room = width.saturating_sub(indent).max(1);
            let lines = Prose::new(text.trim_start(), style).lines(room).into_iter();
            lines.map(move |mut line| {
                line.spans.insert(0, Span::raw(" ".repeat(indent)));
                line
            })
        });
        lines.collect()
    }

    fn draw_scope(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        if area.is_empty() {
            return;
        }
        paint::rule(area, canvas, env.glyphs.rule, env.theme.rule);
        let scope = self.scope.map_or("everything", |kind| kind.section());
        let count = match self.list.total() {
            _ if self.is_waiting() => "searching…".to_owned(),
            0 => "nothing found".to_owned(),
            1 => "1 found".to_owned(),
            many if self.list.is_open() => format!("{many} and more found"),
            many => format!("{many} found"),
        };
        let count = self
            .answer
            .as_ref()
            .map_or(count, |answer| answer.time.clone());
        let count = Line::from(Span::styled(format!(" {count} "), env.theme.dim));
        let room = paint::right(area, canvas, &count, 16);
        if self.answer.is_some() {
            let line = Line::from(Span::styled(" answer ", env.theme.heading));
            let x = room.x + 1;
            let width = room.width.saturating_sub(1);
            paint::line(Rect { x, width, ..room }, canvas, &line);
            return;
        }
        let line = Line::from(vec![
            Span::styled(" in ", env.theme.dim),
            Span::styled(format!("{scope} "), env.theme.heading),
        ]);
        paint::line(
            Rect {
                x: room.x + 1,
                width: room.width.saturating_sub(1),
                ..room
            },
            canvas,
            &line,
        );
    }

    fn draw_hits(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let mut y = area.top();
        for (at, hit) in self.list.in_sight() {
            if y >= area.bottom() {
                break;
            }
            let row = Rect {
                y,
                height: 1,
                width: area.width.saturating_sub(1),
                ..area
            };
            y += draw_hit(row, area.bottom(), canvas, env, hit);
            if at == self.list.at() {
                let style = Some(selected(env));
                pane::row(row, canvas, &Line::default(), style);
            }
        }
        if self.list.len() == 0 && !self.is_waiting() && !area.is_empty() {
            let none = "Nothing matches. Fewer words, or Tab for another kind, may help.";
            let none = Line::from(Span::styled(none, env.theme.dim));
            paint::line(Rect { height: 1, ..area }, canvas, &none);
        }
        scroll::bar(area, canvas, self.list.offset(), self.list.len());
    }

    fn draw_preview(&self, areas: &Areas, canvas: &mut Canvas<'_>, env: &Env) {
        let Some(id) = self.list.chosen() else { return };
        let area = areas.preview;
        if area.is_empty() {
            return;
        }
        if area.y > areas.list.y {
            let rule = Rect {
                y: area.y - 1,
                height: 1,
                ..area
            };
            paint::rule(rule, canvas, env.glyphs.rule, env.theme.rule);
        }
        let entry = env.strategy.entry(id);
        let width = usize::from(area.width).max(1);
        let mut lines = Prose::new(&entry.name, env.theme.title).lines(width);
        if let Some(original) = &entry.original {
            lines.extend(Prose::new(original, env.theme.original).lines(width));
        }
        if let Some(event) = entry.event() {
            lines.extend(Prose::new(&event.date.to_string(), env.theme.date).lines(width));
        }
        if let Some(summary) = &entry.summary {
            lines.extend(Prose::new(summary, env.theme.text).lines(width));
        }
        for detail in &entry.details {
            lines.push(Line::default());
            lines.extend(Prose::new(detail, env.theme.dim).lines(width));
        }
        for (y, line) in (area.top()..area.bottom()).zip(&lines) {
            paint::line(
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                canvas,
                line,
            );
        }
    }
}

/// The style of the selected hit, under which the marks stay underlined.
fn selected(env: &Env) -> Style {
    let mut style = env.theme.selected;
    style.sub_modifier.remove(Modifier::UNDERLINED);
    style
}

/// Draws a hit and returns how many rows it took.
fn draw_hit(row: Rect, bottom: u16, canvas: &mut Canvas<'_>, env: &Env, hit: &Hit) -> u16 {
    let entry = env.strategy.entry(hit.entry);
    let mut right = entry.kind.word().to_owned();
    if let Some(number) = env.strategy.number(hit.entry) {
        right = format!("{right} {number}");
    } else if let Some(event) = entry.event() {
        right = format!("{} {right}", event.date);
    }
    if let Some(presence) = wording::presence(&env.strategy, hit.entry, env.as_of) {
        right = format!("{presence}, {right}");
    }
    let kind = Line::from(Span::styled(format!("  {right} "), env.theme.dim));
    let room = paint::right(row, canvas, &kind, 24);
    let name = paint::marked(&entry.name, &hit.marks, env.theme.text, env.theme.mark);
    pane::row(room, canvas, &Line::from(name), None);
    let Some(why) = &hit.why else { return 1 };
    let below = Rect {
        y: row.y + 1,
        ..row
    };
    if below.y < bottom {
        let mut spans = vec![Span::styled(
            format!("  {}: ", why.field.word()),
            env.theme.dim,
        )];
        spans.extend(paint::marked(
            &why.snippet,
            &why.marks,
            env.theme.dim,
            env.theme.mark,
        ));
        pane::row(below, canvas, &Line::from(spans), None);
    }
    2
}
