//! Drawing the explore screen.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::detail::{Sheet, Subject};
use super::list::{List, Row};
use super::panes::{self, Pane};
use super::{Browse, page, timeline};
use crate::date::span_words;
use crate::env::Env;
use crate::model::{EntryId, Kind};
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::pane::Header;
use crate::ui::{bar, layout, paint, pane as widget, ribbon, scroll};
use crate::wording;

impl Browse {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let areas = self.areas_in(area);
        let says = bar::Top {
            as_of: env.as_of,
            due: env.cards.map_or(0, |cards| cards.due),
            ..bar::Top::new(&env.strategy.meta)
        };
        bar::top(areas.bar, canvas, &says);
        for y in areas.divide.top()..areas.divide.bottom() {
            canvas
                .buf
                .set_string(areas.divide.x, y, env.glyphs.column, env.theme.rule);
        }
        for pane in Pane::ALL {
            if let Some(place) = areas.panes.get(*pane as usize) {
                self.draw_pane(*pane, *place, canvas, env);
            }
        }
        self.draw_detail(areas.detail, canvas, env);
    }

    fn draw_pane(&self, pane: Pane, area: layout::PaneArea, canvas: &mut Canvas<'_>, env: &Env) {
        let Some(list) = self.lists.get(pane as usize) else {
            return;
        };
        let focused = pane == self.pane;
        let narrow = self.narrow.filter(|_| pane == Pane::Timeline);
        let header = Header {
            number: Some(pane.number()),
            title: pane.title().to_owned(),
            aside: narrow
                .map(|id| env.strategy.entry(id).name.to_string())
                .or_else(|| self.legend(pane, area.header.width, env))
                .filter(|_| area.header.width >= 24)
                .unwrap_or_default(),
            count: if focused && self.drawn.is_some() && area.header.width >= 76 {
                self.chart.count.clone()
            } else if focused {
                self.position(env)
            } else {
                Self::count(pane, list, env)
            },
            focused: focused && !self.on_detail,
        };
        widget::header(area.header, canvas, &header);
        if focused && self.in_boxes() {
            self.chart.draw(area.body, canvas, env, list.at());
            return;
        }
        let body = self.draw_ribbon(pane, area.body, canvas, env);
        let room = Rect {
            width: body.width.saturating_sub(1),
            ..body
        };
        for (y, (at, row)) in (room.top()..room.bottom()).zip(list.visible()) {
            let line = Rect {
                y,
                height: 1,
                ..room
            };
            let style = match (focused, self.on_detail) {
                (true, false) => env.theme.selected,
                (true, true) => env.theme.selected_away,
                (false, _) => env.theme.dim,
            };
            let selected = (at == list.at() && focused).then_some(style);
            let line_of_text = draw_aside(line, canvas, env, (pane, at, row));
            let is_wide = self.zoomed && focused && !matches!(row, Row::Outline(_));
            let columns = Columns::of(line_of_text, is_wide, pane);
            widget::row(
                columns.name,
                canvas,
                &self.row(pane, row, &columns, env),
                None,
            );
            if let (Some(summary), Row::Entry(id)) = (columns.summary, row) {
                draw_summary(summary, canvas, env, *id);
            }
            if selected.is_some() {
                widget::row(line, canvas, &Line::default(), selected);
            }
        }
        if focused {
            scroll::bar(body, canvas, list.offset(), list.len());
        }
    }

    /// How many there are: pillars in the pane of pillars, which is what people ask for.
    fn count(pane: Pane, list: &List, env: &Env) -> String {
        let pillars = env.strategy.of_kind(Kind::Pillar).len();
        match pane {
            Pane::Pillars if pillars > 0 => pillars.to_string(),
            _ => list.count().to_string(),
        }
    }

    /// What the marks mean, or of which day the organisation is: the fullest that fits.
    fn legend(&self, pane: Pane, width: u16, env: &Env) -> Option<String> {
        let words = if pane == Pane::Actors && self.drawn.is_some() {
            let day = panes::organisation_day(env).date();
            let when = day.map(wording::on_short).unwrap_or_default();
            vec![format!("the organisation {when}"), when]
        } else if pane == Pane::Timeline && pane == self.pane {
            let [day, year] = env.glyphs.milestone;
            let milestone = format!("{day} milestone");
            let full = format!("{milestone}  {year} milestone, year alone known");
            let events = format!("{full}  {} event  : several", env.glyphs.dot);
            vec![
                if self.zoomed { events } else { full.clone() },
                full,
                format!("{milestone}  {year} year alone known"),
                milestone,
            ]
        } else {
            return None;
        };
        // Beside the number, the title and how many there are.
        let room = usize::from(width).saturating_sub(26);
        words.into_iter().find(|words| wrap::width(words) <= room)
    }

    /// `3 of 8`: among its kind under the same parent where a pane is a tree, otherwise in the pane.
    pub(super) fn position(&self, env: &Env) -> String {
        let (at, count) = match (self.pane, self.current()) {
            (Pane::Pillars, Some(id)) => panes::position(&env.strategy, id),
            (Pane::Pillars, None) => return env.strategy.of_kind(Kind::Pillar).len().to_string(),
            _ => (self.list().position(), self.list().count()),
        };
        format!("{at} of {count}")
    }

    fn row(&self, pane: Pane, row: &Row, columns: &Columns, env: &Env) -> Line<'static> {
        match row {
            Row::About => Line::from(Span::styled("About this strategy", env.theme.text)),
            Row::Heading(text) => Line::from(Span::styled(text.clone(), env.theme.heading)),
            Row::Gap(months) => Line::from(Span::styled(
                format!(
                    "{} {} {}",
                    env.glyphs.gap,
                    span_words(*months),
                    env.glyphs.gap
                ),
                env.theme.dim,
            )),
            Row::Outline(row) => panes::outline_line(env, row),
            Row::Entry(id) if pane == Pane::Timeline => {
                timeline::line(env, *id, columns.name.width)
            }
            Row::Entry(id) => panes::line(pane, env, *id, self.opened.contains(id)),
        }
    }

    /// Draws the ribbon over a zoomed timeline and returns what is left for the rows.
    fn draw_ribbon(&self, pane: Pane, body: Rect, canvas: &mut Canvas<'_>, env: &Env) -> Rect {
        let rows = if pane == Pane::Timeline {
            self.ribbon_rows(body)
        } else {
            0
        };
        if rows == 0 {
            return body;
        }
        let selected = self.list().selected();
        let own = selected.and_then(|id| timeline::mark(&env.strategy, id, true));
        let day = timeline::day_mark(self.as_of);
        let others = self.marks.iter().filter(|(id, _)| Some(*id) != selected);
        let marks = others.map(|(_, mark)| mark).chain(&own).chain(&day);
        ribbon::draw(body, canvas, marks);
        Rect {
            y: body.y + rows,
            height: body.height - rows,
            ..body
        }
    }

    fn draw_detail(&self, area: layout::PaneArea, canvas: &mut Canvas<'_>, env: &Env) {
        if area.body.is_empty() {
            return;
        }
        let title = match self.subject() {
            Some(Subject::About) => "About".to_owned(),
            Some(Subject::Entry(id)) => page::kind_words(env, id),
            None => String::new(),
        };
        let scrolled = self.reading.scroll > 0;
        let name = self
            .current()
            .filter(|_| scrolled)
            .map(|id| env.strategy.entry(id).name.to_string());
        let header = Header {
            aside: name.unwrap_or_default(),
            title: if title.is_empty() {
                "Nothing here".to_owned()
            } else {
                title
            },
            count: if self.notes {
                "with notes".to_owned()
            } else {
                String::new()
            },
            focused: self.on_detail,
            ..Header::default()
        };
        widget::header(area.header, canvas, &header);
        let cursor = self.reading.cursor.filter(|_| self.on_detail);
        let place = (self.reading.scroll, cursor);
        let layout = self.layout(env, area.body);
        if self.sheet.is_of(layout) {
            self.sheet.draw(area.body, canvas, env, place);
        } else {
            // Asked for at a size that the app was never told of.
            let sheet = Sheet::new(env, layout);
            sheet.draw(area.body, canvas, env, place);
        }
    }
}

/// Draws what stands at the right of a row, and returns what is left for the row: the id of a
/// source, which never pushes its name away, and how many actors the view leaves out.
fn draw_aside(
    line: Rect,
    canvas: &mut Canvas<'_>,
    env: &Env,
    (pane, at, row): (Pane, usize, &Row),
) -> Rect {
    let words = match (pane, row) {
        (Pane::Sources, Row::Entry(id)) => {
            let id = &env.strategy.entry(*id).id;
            (wrap::width(id) <= 12).then(|| id.to_string())
        }
        (Pane::Actors, Row::Heading(_)) if at == 0 => panes::left_out(env),
        _ => None,
    };
    let Some(words) = words else { return line };
    let words = Line::from(Span::styled(format!(" {words}"), env.theme.dim));
    // A heading is a word or two and stays whole; the id of a source leaves most to its name.
    let keep = match row {
        Row::Heading(heading) => wrap::width(heading) as u16 + 3,
        _ => 20,
    };
    paint::right(line, canvas, &words, keep)
}

/// The columns of a row: the name, and in a zoomed pane the summary beside it.
struct Columns {
    name: Rect,
    summary: Option<Rect>,
}

impl Columns {
    fn of(line: Rect, zoomed: bool, pane: Pane) -> Self {
        if !zoomed || line.width < 90 {
            return Self {
                name: line,
                summary: None,
            };
        }
        let dated = if pane == Pane::Timeline { 14 } else { 0 };
        let width = (line.width * 2 / 5).min(64) + dated;
        let name = Rect { width, ..line };
        let summary = Rect {
            x: line.x + width + 2,
            width: line.width - width - 2,
            ..line
        };
        Self {
            name,
            summary: Some(summary),
        }
    }
}

fn draw_summary(area: Rect, canvas: &mut Canvas<'_>, env: &Env, id: EntryId) {
    let Some(summary) = &env.strategy.entry(id).summary else {
        return;
    };
    let text = wrap::cut(summary, usize::from(area.width), env.glyphs.more).into_owned();
    paint::line(area, canvas, &Line::from(Span::styled(text, env.theme.dim)));
}
