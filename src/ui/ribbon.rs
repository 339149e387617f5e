//! A ribbon of time: an axis by year, and what stands on it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::paint;
use crate::date::Date;
use crate::text::wrap;

/// Something on the ribbon.
#[derive(Clone, Debug)]
pub struct Mark {
    /// When.
    pub date: Date,
    /// What, in a few words; shown for milestones.
    pub label: String,
    /// Whether it is a turning point.
    pub milestone: bool,
    /// Whether it is the one selected.
    pub selected: bool,
}

/// How many rows the ribbon takes: labels, marks, axis.
pub const ROWS: u16 = LABELS + 3;

/// Rows of labels above the marks.
pub const LABELS: u16 = 3;

/// The longest label, in cells.
const LONGEST: usize = 36;

/// Draws the ribbon. Labels that would run into another go to the second row, then are left out;
/// the selected one is always shown.
pub fn draw<'a>(
    area: Rect,
    canvas: &mut Canvas<'_>,
    marks: impl IntoIterator<Item = &'a Mark, IntoIter: Clone>,
) {
    let (theme, glyphs) = (canvas.theme, canvas.glyphs);
    let marks = marks.into_iter();
    if area.height < ROWS || area.width < 20 {
        return;
    }
    let room = Rect {
        x: area.x + 2,
        width: area.width - 4,
        ..area
    };
    let (Some(first), Some(last)) = (
        marks.clone().map(|mark| mark.date).min(),
        marks.clone().map(|mark| mark.date).max(),
    ) else {
        return;
    };
    let axis = Axis::new(room, i32::from(first.year()), i32::from(last.year()) + 1);
    axis.draw(canvas, area.y + LABELS + 1);
    let mut taken = [const { Vec::new() }; LABELS as usize];
    for pass in [Pass::Selected, Pass::Milestones, Pass::Context] {
        for mark in marks.clone().filter(|mark| pass.takes(mark)) {
            let x = axis.column(mark.date.months());
            let style = match (mark.selected, mark.milestone) {
                (true, _) => theme.selected,
                (false, true) => theme.milestone,
                (false, false) => theme.dim,
            };
            let symbol = if mark.milestone {
                glyphs.milestone_of(mark.date.month().is_some())
            } else {
                glyphs.dot
            };
            if let Some(cell) = canvas.buf.cell_mut((x, area.y + LABELS))
                && (pass != Pass::Context || cell.symbol() == " ")
            {
                cell.set_symbol(symbol).set_style(style);
            }
            if pass != Pass::Context {
                label(room, canvas, (mark, x, style), &mut taken);
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    Selected,
    Milestones,
    Context,
}

impl Pass {
    const fn takes(self, mark: &Mark) -> bool {
        match self {
            Self::Selected => mark.selected,
            Self::Milestones => mark.milestone && !mark.selected,
            Self::Context => !mark.milestone && !mark.selected,
        }
    }
}

fn label(
    room: Rect,
    canvas: &mut Canvas<'_>,
    (mark, x, style): (&Mark, u16, ratatui::style::Style),
    taken: &mut [Vec<(u16, u16)>],
) {
    let text = wrap::cut(
        &mark.label,
        usize::from(room.width).min(LONGEST),
        canvas.glyphs.more,
    );
    let width = wrap::width(&text) as u16;
    let start = x
        .saturating_sub(width / 2)
        .clamp(room.x, room.right().saturating_sub(width));
    let span = (start, start + width + 1);
    for (row, used) in taken.iter_mut().enumerate().rev() {
        if used
            .iter()
            .all(|&(from, to)| span.1 <= from || to <= span.0)
        {
            used.push(span);
            let line = Line::from(Span::styled(text.into_owned(), style));
            canvas
                .buf
                .set_line(start, room.y + row as u16, &line, width);
            return;
        }
    }
}

struct Axis {
    area: Rect,
    from: i32,
    to: i32,
}

impl Axis {
    const fn new(area: Rect, from: i32, to: i32) -> Self {
        Self { area, from, to }
    }

    fn column(&self, months: i32) -> u16 {
        let span = ((self.to - self.from) * 12).max(1);
        let along = (months - self.from * 12).clamp(0, span);
        let cells = i64::from(self.area.width.saturating_sub(1));
        let offset = i64::from(along) * cells / i64::from(span);
        self.area.x + u16::try_from(offset).unwrap_or(0)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, y: u16) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs);
        paint::rule(
            Rect {
                y,
                height: 1,
                ..self.area
            },
            canvas,
            glyphs.rule,
            theme.rule,
        );
        let years = self.to - self.from;
        let room = i32::from(self.area.width) / 6;
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
            .into_iter()
            .find(|step| years / step <= room.max(1))
            .unwrap_or(1000);
        for year in (self.from..=self.to).filter(|year| year % step == 0) {
            let x = self.column(year * 12);
            if let Some(cell) = canvas.buf.cell_mut((x, y)) {
                cell.set_symbol(glyphs.column);
            }
            let text = year.to_string();
            let start = x.min(self.area.right().saturating_sub(text.len() as u16));
            canvas.buf.set_stringn(start, y + 1, &text, 5, theme.dim);
        }
    }
}
