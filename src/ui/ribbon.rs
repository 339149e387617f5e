//! A ribbon of time: an axis by year, what stands on it, and names tied to their marks. A name with
//! room to its right stands above the axis, the others below it and to the left; above, the leftmost
//! is the highest, below, the rightmost is the lowest, so that no line crosses a name.

use std::collections::BTreeMap;
use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::paint;
use crate::date::Date;
use crate::text::wrap;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An event.
    Event,
    /// A turning point, named.
    Milestone,
    /// The day of the view, named.
    Day,
}

/// Something on the ribbon.
#[derive(Clone, Debug)]
pub struct Mark {
    /// When.
    pub date: Date,
    /// What, in a few words.
    pub label: String,
    /// Of what sort.
    pub what: What,
    /// Whether it is the one selected, which is named too.
    pub selected: bool,
}

/// Of the turning points so many are named, the latest.
const NAMED: usize = 7;
/// Rows for marks, axis and years, for the name of what is selected on either side, and a blank.
const BESIDE: u16 = 6;
/// So many rows are left to the list below.
const LIST: u16 = 7;
/// A narrower room has no ribbon.
const LEAST: u16 = 76;
/// Cells from one line to a name to the next.
const APART: u16 = 2;

/// How many rows the ribbon takes at the top of a body, with a blank one; 0 where it has no room.
pub fn rows<'a>(body: Rect, marks: impl IntoIterator<Item = &'a Mark>) -> u16 {
    let ribbon = Ribbon::new(body, marks.into_iter().collect());
    ribbon.map_or(0, |ribbon| ribbon.above + ribbon.below + BESIDE - 2)
}

/// Draws the ribbon at the top of a body.
pub fn draw<'a>(body: Rect, canvas: &mut Canvas<'_>, marks: impl IntoIterator<Item = &'a Mark>) {
    if let Some(ribbon) = Ribbon::new(body, marks.into_iter().collect()) {
        ribbon.draw(canvas);
    }
}

/// A mark with its name, in a column.
#[derive(Clone, Copy, Debug)]
struct Flag<'a> {
    mark: &'a Mark,
    x: u16,
}

struct Ribbon<'a> {
    axis: Axis,
    top: u16,
    marks: Vec<&'a Mark>,
    upper: Vec<Flag<'a>>,
    lower: Vec<Flag<'a>>,
    /// Rows of names on either side, whatever is selected.
    above: u16,
    below: u16,
}

impl<'a> Ribbon<'a> {
    fn new(body: Rect, marks: Vec<&'a Mark>) -> Option<Self> {
        let most = usize::from(body.height.checked_sub(BESIDE + LIST)?);
        if body.width < LEAST || most == 0 {
            return None;
        }
        let room = Rect {
            x: body.x + 2,
            width: body.width - 4,
            ..body
        };
        // A day far from every event does not draw the axis out.
        let events = || marks.iter().filter(|mark| mark.what != What::Day);
        let first = events().map(|mark| mark.date).min()?;
        let last = events().map(|mark| mark.date).max()?;
        let axis = Axis::new(room, i32::from(first.year()), i32::from(last.year()) + 1);
        let named = named(&marks, most.min(NAMED));
        let flags = apart(&axis, &named);
        let (mut upper, mut lower): (Vec<Flag<'_>>, Vec<Flag<'_>>) =
            flags.into_iter().partition(|flag| axis.has_room(flag));
        let (above, below) = (upper.len() as u16 + 1, lower.len() as u16 + 1);
        let selected = marks.iter().find(|mark| mark.selected);
        let is_named = |mark: &&&Mark| named.iter().any(|known| std::ptr::eq(*known, **mark));
        if let Some(mark) = selected.filter(|mark| !is_named(mark)) {
            let taken = |x: u16| upper.iter().chain(&lower).any(|flag| flag.x == x);
            let own = axis.column(mark.date);
            let near = (0..4).flat_map(|by| [own + by, own.saturating_sub(by)]);
            let free = near.filter(|x| axis.holds(*x)).find(|x| !taken(*x));
            let x = free.unwrap_or(own);
            let flag = Flag { mark, x };
            let side = if axis.has_room(&flag) {
                &mut upper
            } else {
                &mut lower
            };
            side.push(flag);
            side.sort_by_key(|flag| flag.x);
        }
        Some(Self {
            axis,
            top: body.y,
            marks,
            upper,
            lower,
            above,
            below,
        })
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let row = self.top + self.above;
        self.axis.draw(canvas, row + 1, &self.lower);
        self.draw_marks(canvas, row);
        let spare = self.above.saturating_sub(self.upper.len() as u16);
        for (flag, y) in self.upper.iter().zip(self.top + spare..) {
            stem(canvas, flag.x, y + 1..row);
            let [bend, _] = canvas.glyphs.bends;
            put(canvas, (flag.x, y), bend, canvas.theme.rule);
            let room = usize::from(self.axis.area.right().saturating_sub(flag.x + 2));
            name(canvas, flag, room, |_| (flag.x + 2, y));
        }
        for (flag, y) in self.lower.iter().zip(row + 3..) {
            stem(canvas, flag.x, row + 2..y);
            let [_, bend] = canvas.glyphs.bends;
            put(canvas, (flag.x, y), bend, canvas.theme.rule);
            let room = usize::from(flag.x.saturating_sub(self.axis.area.x + 1));
            name(canvas, flag, room, |cells| {
                (flag.x.saturating_sub(cells + 1), y)
            });
        }
    }

    /// The marks on their row: events first, then what is named, which may stand a cell aside.
    fn draw_marks(&self, canvas: &mut Canvas<'_>, y: u16) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs);
        let mut events: BTreeMap<u16, usize> = BTreeMap::new();
        for mark in self.marks.iter().filter(|mark| mark.what == What::Event) {
            *events.entry(self.axis.column(mark.date)).or_default() += 1;
        }
        for (x, count) in events {
            let symbol = if count > 1 { ":" } else { glyphs.dot };
            put(canvas, (x, y), symbol, theme.dim);
        }
        let is_milestone = |mark: &&&Mark| mark.what == What::Milestone;
        let unnamed = self.marks.iter().filter(is_milestone).map(|mark| Flag {
            mark,
            x: self.axis.column(mark.date),
        });
        let flags = self.upper.iter().chain(&self.lower).copied();
        let is_flag = |mark: &Mark| {
            let mut flags = self.upper.iter().chain(&self.lower);
            flags.any(|flag| std::ptr::eq(flag.mark, mark))
        };
        for flag in unnamed.filter(|flag| !is_flag(flag.mark)).chain(flags) {
            let symbol = match flag.mark.what {
                What::Milestone => glyphs.milestone_of(flag.mark.date.month().is_some()),
                What::Event => glyphs.dot,
                What::Day => glyphs.column,
            };
            let style = match (flag.mark.selected, flag.mark.what) {
                (true, _) => theme.selected,
                (false, What::Milestone) => theme.milestone,
                (false, What::Event) => theme.dim,
                (false, What::Day) => theme.caveat,
            };
            put(canvas, (flag.x, y), symbol, style);
        }
    }
}

fn put(canvas: &mut Canvas<'_>, at: (u16, u16), symbol: &str, style: Style) {
    let style = canvas.theme.ground.patch(canvas.theme.text).patch(style);
    if let Some(cell) = canvas.buf.cell_mut(at) {
        // Nothing is left of a mark that this one covers.
        cell.modifier = Modifier::empty();
        cell.set_symbol(symbol).set_style(style);
    }
}

fn stem(canvas: &mut Canvas<'_>, x: u16, rows: Range<u16>) {
    let (symbol, style) = (canvas.glyphs.column, canvas.theme.rule);
    rows.for_each(|y| put(canvas, (x, y), symbol, style));
}

/// Writes a name, whose place depends on its cells.
fn name(canvas: &mut Canvas<'_>, flag: &Flag<'_>, room: usize, place: impl Fn(u16) -> (u16, u16)) {
    let theme = canvas.theme;
    let style = match (flag.mark.selected, flag.mark.what) {
        (true, _) => theme.selected,
        (false, What::Day) => theme.caveat,
        (false, _) => theme.text,
    };
    let text = wrap::cut(&flag.mark.label, room, canvas.glyphs.more);
    let cells = wrap::width(&text) as u16;
    let (x, y) = place(cells);
    let line = Line::from(Span::styled(text.into_owned(), style));
    canvas.buf.set_line(x, y, &line, cells);
}

/// The latest turning points, and the day of the view, in the order of time.
fn named<'a>(marks: &[&'a Mark], most: usize) -> Vec<&'a Mark> {
    let is_day = |mark: &&&Mark| mark.what == What::Day;
    let days = marks.iter().filter(is_day).count();
    let mut named: Vec<&Mark> = marks
        .iter()
        .copied()
        .filter(|mark| mark.what == What::Milestone)
        .collect();
    named.sort_by_key(|mark| mark.date);
    let spare = named.len().saturating_sub(most.saturating_sub(days));
    named.drain(..spare);
    named.extend(marks.iter().filter(is_day));
    named.sort_by_key(|mark| (mark.date, mark.what == What::Day));
    named
}

/// A column for each mark; those too near to each other move apart.
fn apart<'a>(axis: &Axis, named: &[&'a Mark]) -> Vec<Flag<'a>> {
    let flag = |mark: &&'a Mark| Flag {
        mark,
        x: axis.column(mark.date),
    };
    let mut flags: Vec<Flag<'_>> = named.iter().map(flag).collect();
    let mut least = axis.area.x;
    for flag in &mut flags {
        flag.x = flag.x.max(least);
        least = flag.x + APART;
    }
    let mut most = axis.area.right() - 1;
    for flag in flags.iter_mut().rev() {
        flag.x = flag.x.min(most);
        most = flag.x.saturating_sub(APART);
    }
    flags
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

    /// The column of a date; a year alone stands in its middle.
    fn column(&self, date: Date) -> u16 {
        let middle = if date.month().is_some() { 0 } else { 6 };
        self.at(date.months() + middle)
    }

    fn at(&self, months: i32) -> u16 {
        let span = ((self.to - self.from) * 12).max(1);
        let along = (months - self.from * 12).clamp(0, span);
        let cells = i64::from(self.area.width.saturating_sub(1));
        let offset = i64::from(along) * cells / i64::from(span);
        self.area.x + u16::try_from(offset).unwrap_or(0)
    }

    fn holds(&self, x: u16) -> bool {
        (self.area.left()..self.area.right()).contains(&x)
    }

    /// Whether the name stands above: it fits at the right, or has more room there than at the left.
    fn has_room(&self, flag: &Flag<'_>) -> bool {
        let cells = wrap::width(&flag.mark.label);
        let right = usize::from(self.area.right().saturating_sub(flag.x + 2));
        let left = usize::from(flag.x.saturating_sub(self.area.x + 1));
        cells <= right || (cells > left && right >= left)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, y: u16, lower: &[Flag<'_>]) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs);
        let line = Rect {
            y,
            height: 1,
            ..self.area
        };
        paint::rule(line, canvas, glyphs.rule, theme.rule);
        let years = self.to - self.from;
        let room = i32::from(self.area.width) / 6;
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
            .into_iter()
            .find(|step| years / step <= room.max(1))
            .unwrap_or(1000);
        for year in (self.from..=self.to).filter(|year| year % step == 0) {
            let x = self.at(year * 12);
            if let Some(cell) = canvas.buf.cell_mut((x, y)) {
                cell.set_symbol(glyphs.tick);
            }
            let text = year.to_string();
            let cells = text.len() as u16;
            let start = x.min(self.area.right().saturating_sub(cells));
            // A line to a name below passes beside a year, never through it.
            let is_free = |flag: &Flag<'_>| !(start..start + cells).contains(&flag.x);
            if lower.iter().all(is_free) {
                canvas.buf.set_stringn(start, y + 1, &text, 5, theme.dim);
            }
        }
        for flag in lower {
            if let Some(cell) = canvas.buf.cell_mut((flag.x, y)) {
                cell.set_symbol(glyphs.cross);
            }
        }
    }
}
