//! Events on a line of time, each name tied to its mark. In the left part the names stand above the
//! line and to the right of their stems, in the right part below it and to the left, so that no stem
//! ever crosses a name.

use std::ops::Range;

use crate::brief::picture::{Flag, Ribbon};
use crate::brief::slide::{Ink, Setting, Slide};
use crate::brief::step::Step;
use crate::date::Date;
use crate::text::wrap;

/// More events than this are a list.
const MOST: usize = 8;

/// Cells between two stems at least.
const APART: u16 = 3;

/// From this height on the names stand further apart.
const TALL: u16 = 36;

/// Cells of a year on the scale, with air.
const YEAR: i32 = 8;

/// The line of time in cells.
#[derive(Clone, Copy, Debug)]
struct Scale {
    first: i32,
    months: i32,
    left: u16,
    width: u16,
}

impl Scale {
    fn new(ribbon: &Ribbon, setting: Setting) -> Option<Self> {
        let first = i32::from(ribbon.first.year());
        let end = i32::from(ribbon.last.year()) + 1;
        Some(Self {
            first,
            months: ((end - first) * 12).max(12),
            left: 4,
            width: setting.width.checked_sub(9)?,
        })
    }

    /// The cell of a moment in months since the first of January of the first year.
    fn cell(&self, months: f64) -> u16 {
        let cells = months / f64::from(self.months) * f64::from(self.width);
        #[expect(clippy::cast_sign_loss, reason = "it is cut at 0")]
        let cells = cells.round().max(0.0) as u16;
        self.left + cells.min(self.width)
    }

    /// The cell of a date; a year or a month alone stands in its middle.
    fn at(&self, date: Date) -> u16 {
        let years = f64::from(i32::from(date.year()) - self.first) * 12.0;
        let part = match (date.month(), date.day()) {
            (None, _) => 6.0,
            (Some(month), None) => f64::from(month) - 0.5,
            (Some(month), Some(day)) => f64::from(month - 1) + f64::from(day - 1) / 31.0,
        };
        self.cell(years + part)
    }

    /// The years that are named, with their cells.
    fn years(&self) -> Vec<(i32, u16)> {
        let years = self.months / 12;
        let cells = i32::from(self.width);
        let step = [1, 2, 5, 10, 20, 50, 100]
            .into_iter()
            .find(|step| step * cells / years.max(1) >= YEAR)
            .unwrap_or(200);
        let first = self.first + (step - self.first.rem_euclid(step)) % step;
        (first..self.first + years)
            .step_by(usize::try_from(step).unwrap_or(1))
            .map(|year| (year, self.cell(f64::from((year - self.first) * 12))))
            .collect()
    }

    const fn right(&self) -> u16 {
        self.left + self.width
    }
}

/// A flag with its stem and the lines of its name.
struct Placed<'a> {
    x: u16,
    flag: &'a Flag,
    lines: Vec<Range<usize>>,
}

/// The screen; `None` where the line has no room.
pub(super) fn slides(step: &Step, ribbon: &Ribbon, setting: Setting) -> Option<Vec<Slide>> {
    if setting.width < 60 || !(2..=MOST).contains(&ribbon.flags.len()) {
        return None;
    }
    let scale = Scale::new(ribbon, setting)?;
    let stems = stems(ribbon, &scale);
    let middle = setting.width * 3 / 5;
    let (upper, lower): (Vec<Placed<'_>>, Vec<Placed<'_>>) = ribbon
        .flags
        .iter()
        .zip(stems)
        .map(|(flag, x)| placed(flag, x, x <= middle, setting.width))
        .partition(|placed| placed.x <= middle);
    let rows = |flags: &[Placed<'_>]| -> u16 {
        flags.iter().map(|placed| placed.lines.len() as u16).sum()
    };
    let top = setting.top() + 2;
    let star = u16::from(ribbon.star.is_some());
    // The row over the line, the line, the years, a row under them, the meaning of the star.
    let least = rows(&upper) + rows(&lower) + 4 + star;
    let room = setting.height.checked_sub(top)?;
    let spare = room.checked_sub(least)?;
    let gaps = (upper.len() + lower.len()).saturating_sub(1).max(1) as u16;
    let (most_upper, most) = if setting.height >= TALL {
        (3, 4)
    } else {
        (1, 2)
    };
    let gap = (spare / gaps).min(most);
    let mut slide = Slide::default();
    slide
        .put(3, setting.top(), step.title.clone(), Ink::Title)
        .block = Some(0);
    let y = draw_upper(&mut slide, &upper, top, gap.min(most_upper));
    draw_scale(&mut slide, ribbon, (&scale, &upper, &lower), y);
    draw_lower(&mut slide, &lower, y + 2, gap);
    if let Some(star) = ribbon.star {
        let text = format!("* {star}");
        slide.put(3, setting.height - 2, text, Ink::Dim);
    }
    Some(vec![slide])
}

/// A cell for each flag; those too near to each other move apart.
fn stems(ribbon: &Ribbon, scale: &Scale) -> Vec<u16> {
    let mut cells: Vec<u16> = ribbon
        .flags
        .iter()
        .map(|flag| scale.at(flag.date))
        .collect();
    let mut least = scale.left;
    for cell in &mut cells {
        *cell = (*cell).max(least);
        least = *cell + APART;
    }
    let mut most = scale.right();
    for cell in cells.iter_mut().rev() {
        *cell = (*cell).min(most);
        most = cell.saturating_sub(APART);
    }
    cells
}

fn placed(flag: &Flag, x: u16, is_upper: bool, width: u16) -> Placed<'_> {
    let when = wrap::width(&flag.when) as u16;
    let cells = if is_upper {
        width.saturating_sub(x + 2 + when + 1 + 2)
    } else {
        x.saturating_sub(1 + when + 2 + 4)
    };
    Placed {
        x,
        flag,
        lines: wrap::wrap(&flag.name, usize::from(cells.max(8))),
    }
}

/// Draws the flags above the line, the leftmost on top; gives the row of the line.
fn draw_upper(slide: &mut Slide, upper: &[Placed<'_>], top: u16, gap: u16) -> u16 {
    let mut y = top;
    for (at, placed) in upper.iter().enumerate() {
        let name = placed.x + 2 + wrap::width(&placed.flag.when) as u16 + 1;
        for (nth, range) in placed.lines.iter().enumerate() {
            stand(slide, upper.get(..at), y);
            let first = nth == 0;
            slide.put(placed.x, y, if first { "┌" } else { "│" }, Ink::Rule);
            if first {
                slide.put(placed.x + 2, y, placed.flag.when.clone(), Ink::Number);
            }
            let text = placed.flag.name.get(range.clone()).unwrap_or_default();
            slide.put(name, y, text, Ink::Text).entry = Some(placed.flag.entry);
            y += 1;
        }
        let is_last = at + 1 == upper.len();
        for _ in 0..if is_last { 1 } else { gap } {
            stand(slide, upper.get(..=at), y);
            y += 1;
        }
    }
    // The line needs a row above it for its own words.
    y.max(top + 1)
}

fn stand(slide: &mut Slide, flags: Option<&[Placed<'_>]>, y: u16) {
    for placed in flags.unwrap_or_default() {
        slide.put(placed.x, y, "│", Ink::Rule);
    }
}

/// The line itself, the years under it, and the time in which the strategy is in force.
fn draw_scale(
    slide: &mut Slide,
    ribbon: &Ribbon,
    (scale, upper, lower): (&Scale, &[Placed<'_>], &[Placed<'_>]),
    y: u16,
) {
    let in_force = ribbon.in_force.map(|(from, to)| {
        let stem = |date: Date| {
            let mut all = lower.iter().chain(upper);
            all.find(|placed| placed.flag.date == date)
                .map_or_else(|| scale.at(date), |placed| placed.x)
        };
        stem(from)..stem(to)
    });
    let is_heavy = |x: u16| in_force.as_ref().is_some_and(|cells| cells.contains(&x));
    let years = scale.years();
    let has = |flags: &[Placed<'_>], x: u16| flags.iter().any(|placed| placed.x == x);
    let end = in_force.as_ref().map(|cells| cells.end);
    let line: String = (scale.left..=scale.right())
        .map(|x| match (has(upper, x), has(lower, x)) {
            (true, _) => '┴',
            (_, true) if is_heavy(x) || end == Some(x) => '┯',
            (_, true) => '┬',
            _ if is_heavy(x) => '━',
            _ if years.iter().any(|(_, cell)| *cell == x) => '┬',
            _ => '─',
        })
        .collect();
    slide.put(scale.left, y, line, Ink::Rule);
    if let Some(cells) = &in_force {
        const WORDS: &str = "in force";
        let width = cells.end.saturating_sub(cells.start);
        let words = WORDS.len() as u16;
        let x = cells.start + 1 + width.saturating_sub(words) / 2;
        let is_free = (x.saturating_sub(1)..=x + words).all(|x| !has(upper, x));
        if width > words && is_free {
            slide.put(x, y - 1, WORDS, Ink::Strong);
        }
    }
    let mut free_from = scale.left;
    for (year, cell) in years {
        let text = year.to_string();
        let width = text.len() as u16;
        // A year may touch the stem to its right, but not cover one.
        let is_free = |x: u16| x >= free_from && (x..x + width).all(|x| !has(lower, x));
        let left = (cell + 1).checked_sub(width);
        if let Some(x) = Some(cell).into_iter().chain(left).find(|x| is_free(*x)) {
            slide.put(x, y + 1, text, Ink::Dim);
            free_from = x + width + 1;
        }
    }
    stand(slide, Some(lower), y + 1);
}

/// Draws the flags below the line, the leftmost nearest to it.
fn draw_lower(slide: &mut Slide, lower: &[Placed<'_>], top: u16, gap: u16) {
    let mut y = top;
    for (at, placed) in lower.iter().enumerate() {
        for _ in 0..gap.max(u16::from(at == 0)) {
            stand(slide, lower.get(at..), y);
            y += 1;
        }
        let last = placed.lines.len() - 1;
        for (nth, range) in placed.lines.iter().enumerate() {
            stand(slide, lower.get(at + 1..), y);
            let text = placed.flag.name.get(range.clone()).unwrap_or_default();
            let x = placed.x.saturating_sub(1 + wrap::width(text) as u16);
            slide.put(x, y, text, Ink::Text).entry = Some(placed.flag.entry);
            if nth == 0 {
                let when = &placed.flag.when;
                let left = x.saturating_sub(2 + wrap::width(when) as u16);
                slide.put(left, y, when.clone(), Ink::Number);
            }
            slide.put(placed.x, y, if nth == last { "┘" } else { "│" }, Ink::Rule);
            y += 1;
        }
    }
}
