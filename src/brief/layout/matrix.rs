//! Rows and columns with marks. Names are labels on the line that they belong to: columns are named
//! by stairs above the rows, or in a list below where the screen is too narrow for stairs.

use std::ops::Range;

use crate::brief::picture::{Label, Matrix, MatrixRow};
use crate::brief::place::Anchor;
use crate::brief::slide::{Ink, Setting, Slide};
use crate::brief::step::Step;
use crate::text::wrap;

/// From this width on a matrix has stairs, whatever it is.
const STAIRS: u16 = 110;

/// Fewer rows than these on a screen are no picture any more.
const LEAST_ROWS: u16 = 3;

/// From this height on each column says what it is about.
const TALL: u16 = 38;

/// Cells of a line of that.
const SUMMARY: usize = 80;

/// Said over the rows without a mark.
const BARE: &str = " nothing against it ";

/// Where everything stands, in cells from the left.
#[derive(Clone, Copy, Debug)]
struct Columns {
    edge: u16,
    /// Where the names of rows begin.
    name: u16,
    /// Where the names of columns begin.
    head: u16,
    first: u16,
    distance: u16,
    last: u16,
}

impl Columns {
    const fn at(&self, column: usize) -> u16 {
        self.first + self.distance * column as u16
    }

    /// Cells for the name of a row.
    const fn name_width(&self) -> u16 {
        self.first.saturating_sub(self.name + 2)
    }
}

/// The screens; `None` where the picture has no room.
pub(super) fn slides(step: &Step, matrix: &Matrix, setting: Setting) -> Option<Vec<Slide>> {
    if !matrix.names_below {
        let told = (setting.height >= TALL).then(|| stairs(step, matrix, setting, true));
        let told = told.flatten().filter(|slides| slides.len() == 1);
        return told.or_else(|| stairs(step, matrix, setting, false));
    }
    if setting.width < STAIRS {
        return below(step, matrix, setting);
    }
    // One screen without stairs is a better picture than two with them.
    let is_one = |slides: &Vec<Slide>| slides.len() == 1;
    let tall = stairs(step, matrix, setting, false);
    if tall.as_ref().is_some_and(is_one) {
        return tall;
    }
    below(step, matrix, setting).filter(is_one).or(tall)
}

fn columns(matrix: &Matrix, setting: Setting) -> Option<Columns> {
    let width = setting.width;
    let count = matrix.columns.len() as u16;
    let edge = match width {
        0..60 => 1,
        60..150 => 4,
        _ => 7,
    };
    let (distance, right) = match (matrix.names_below, width) {
        (true, 150..) => (6, 49),
        (true, _) => (6, 7),
        (false, 110..) => (10, 7),
        (false, 60..) => (5, 7),
        (false, _) => (4, 4),
    };
    let last = width.checked_sub(right)?;
    let first = last.checked_sub(distance * count.checked_sub(1)?)?;
    let numbered = |labels: &mut dyn Iterator<Item = &Label>| {
        let widest = labels.map(|label| wrap::width(&label.number)).max();
        match widest.unwrap_or(0) {
            0 => 0,
            widest => widest as u16 + 2,
        }
    };
    let columns = Columns {
        edge,
        name: edge + numbered(&mut matrix.rows.iter().map(|row| &row.label)),
        head: edge + numbered(&mut matrix.columns.iter()),
        first,
        distance,
        last,
    };
    (columns.name_width() >= 18).then_some(columns)
}

/// With the names of the columns as stairs, and under each what it is about if wanted.
fn stairs(
    step: &Step,
    matrix: &Matrix,
    setting: Setting,
    has_summaries: bool,
) -> Option<Vec<Slide>> {
    let columns = columns(matrix, setting)?;
    let title = title_lines(step, columns.edge, setting);
    let head_top = setting.top() + title.len() as u16 + 1;
    let mut head = Slide::default();
    let rows_top = draw_stairs(&mut head, matrix, &columns, (head_top, has_summaries));
    let tail =
        if matrix.counted.is_some() { 2 } else { 0 } + if matrix.star.is_some() { 2 } else { 0 };
    let bare = matrix.rows.iter().position(MatrixRow::is_bare);
    // Rows without a mark stand last, under a rule that says so; of goals none is without.
    let bare = bare.filter(|at| matrix.names_below && *at > 0);
    let rule = u16::from(bare.is_some());
    let room = setting.height.checked_sub(rows_top + rule)?;
    let heights: Vec<u16> = matrix
        .rows
        .iter()
        .map(|row| row_height(row, columns.name_width()))
        .collect();
    let all: u16 = heights.iter().sum();
    let gaps = matrix.rows.len().saturating_sub(1) as u16;
    let is_airy = (setting.height >= 27 || matrix.rows.len() <= 4) && all + gaps + tail <= room;
    let parts = parted(&heights, room.saturating_sub(tail))?;
    let parts = if is_airy {
        std::iter::once(0..matrix.rows.len()).collect()
    } else {
        parts
    };
    let count = parts.len();
    let mut slides = Vec::new();
    for (nth, part) in parts.into_iter().enumerate() {
        let mut slide = head.clone();
        draw_title(&mut slide, step, &columns, (setting, nth, count));
        let mut y = rows_top;
        let rows = matrix.rows.iter().enumerate();
        for (at, row) in rows.skip(part.start).take(part.len()) {
            if bare == Some(at) {
                draw_rule(&mut slide, (columns.edge, y), columns.last + 2);
                y += 1;
            }
            y = draw_row(&mut slide, row, &columns, y);
            if !matrix.beside.is_empty() && columns.last + 12 < setting.width {
                let top = y - row_height(row, columns.name_width());
                slide.put(columns.last + 8, top, row.beside.clone(), Ink::Dim);
            }
            y += u16::from(is_airy);
        }
        y -= u16::from(is_airy);
        if nth + 1 == count {
            y = draw_counts(&mut slide, matrix, &columns, y);
        }
        if let Some(star) = matrix.star {
            let low = setting.height.saturating_sub(2).min(y + 2);
            slide.put(columns.edge, low.max(y), format!("* {star}"), Ink::Dim);
        }
        if !matrix.beside.is_empty() && columns.last + 12 < setting.width {
            slide.put(columns.last + 8, rows_top - 2, matrix.beside, Ink::Dim);
        }
        slide.anchor = anchor(nth, part.start);
        slides.push(slide);
    }
    Some(slides)
}

fn anchor(nth: usize, row: usize) -> Anchor {
    Anchor {
        // The title is the first block, the rows come after it.
        block: if nth == 0 { 0 } else { row + 1 },
        byte: 0,
    }
}

fn draw_title(
    slide: &mut Slide,
    step: &Step,
    columns: &Columns,
    (setting, nth, count): (Setting, usize, usize),
) {
    for (range, y) in title_lines(step, columns.edge, setting)
        .into_iter()
        .zip(setting.top()..)
    {
        let text = step.title.get(range).unwrap_or_default();
        slide.put(columns.edge, y, text, Ink::Title).block = Some(0);
    }
    if count > 1 {
        let which = format!("{} of {count}", nth + 1);
        slide.put_right(setting.width, 1, setting.top(), &which, Ink::Dim);
    }
}

/// The lines of the title, which leave room for the number of the screen at their right.
fn title_lines(step: &Step, edge: u16, setting: Setting) -> Vec<Range<usize>> {
    let width = setting.width.saturating_sub(edge + 1);
    let number = if setting.width < STAIRS { 8 } else { 0 };
    wrap::wrap(
        &step.title,
        usize::from(width.saturating_sub(number).max(1)),
    )
}

/// What the star means; in short, up to its colon, where there is no room for more.
fn star_line(star: &str, width: u16) -> String {
    let fits = wrap::width(star) + 4 <= usize::from(width);
    let short = star.split_once(':').map_or(star, |(short, _)| short);
    format!("* {}", if fits { star } else { short })
}

/// Draws the names of the columns, each with a line to its column; gives the first row under them.
fn draw_stairs(
    slide: &mut Slide,
    matrix: &Matrix,
    columns: &Columns,
    (top, has_summaries): (u16, bool),
) -> u16 {
    let mut y = top;
    for (at, label) in matrix.columns.iter().enumerate() {
        let x = columns.at(at);
        let width = usize::from(x.saturating_sub(columns.head + 2)).max(1);
        let lines = wrap::wrap(&label.name, width);
        let last = lines.len() - 1;
        for (nth, range) in lines.into_iter().enumerate() {
            let text = label.name.get(range).unwrap_or_default();
            if nth == 0 && columns.head > columns.edge {
                slide.put(columns.edge, y, label.number.clone(), Ink::Number);
            }
            slide.put(columns.head, y, text, Ink::Text).entry = Some(label.entry);
            for before in 0..at {
                slide.put(columns.at(before), y, "│", Ink::Rule);
            }
            if nth == last {
                let mut from = columns.head + wrap::width(text) as u16 + 1;
                for stop in (0..=at).map(|column| columns.at(column)) {
                    if stop > from {
                        let rule = "─".repeat(usize::from(stop - from));
                        slide.put(from, y, rule, Ink::Rule);
                    }
                    from = from.max(stop + 1);
                }
                slide.put(x, y, "┐", Ink::Rule);
            }
            y += 1;
        }
        if has_summaries {
            y = draw_summary(slide, label, (columns, at), y);
        }
    }
    for at in 0..matrix.columns.len() {
        slide.put(columns.at(at), y, "│", Ink::Rule);
    }
    y + 1
}

/// Draws what a column is about, left of all that falls from the stairs, and a row of air.
fn draw_summary(slide: &mut Slide, label: &Label, (columns, at): (&Columns, usize), y: u16) -> u16 {
    let width = usize::from(columns.at(0).saturating_sub(columns.head + 4).max(1));
    let mut lines = wrap::wrap(&label.summary, width.min(SUMMARY));
    lines.push(0..0);
    let mut next = y;
    for range in lines {
        let text = label.summary.get(range).unwrap_or_default();
        slide.put(columns.head, next, text, Ink::Dim);
        for column in 0..=at {
            slide.put(columns.at(column), next, "│", Ink::Rule);
        }
        next += 1;
    }
    next
}

fn row_height(row: &MatrixRow, width: u16) -> u16 {
    wrap::wrap(&row.label.name, usize::from(width.max(1))).len() as u16
}

/// Draws a row and gives the one under it.
fn draw_row(slide: &mut Slide, row: &MatrixRow, columns: &Columns, y: u16) -> u16 {
    if columns.name > columns.edge {
        slide.put(columns.edge, y, row.label.number.clone(), Ink::Number);
    }
    let next = draw_name(slide, row, (columns.name, y, columns.name_width()));
    for (at, mark) in row.marks.iter().enumerate() {
        match mark {
            Some(mark) => slide.put(columns.at(at), y, mark.text(), Ink::Strong),
            None => slide.put(columns.at(at), y, ".", Ink::Rule),
        };
    }
    next
}

fn draw_name(slide: &mut Slide, row: &MatrixRow, (x, y, width): (u16, u16, u16)) -> u16 {
    let ink = if row.is_bare() && row.label.number.is_empty() {
        Ink::Strong
    } else {
        Ink::Text
    };
    let mut y = y;
    for range in wrap::wrap(&row.label.name, usize::from(width.max(1))) {
        let text = row.label.name.get(range).unwrap_or_default();
        slide.put(x, y, text, ink).entry = Some(row.label.entry);
        y += 1;
    }
    y
}

/// Draws how many marks each column has.
fn draw_counts(slide: &mut Slide, matrix: &Matrix, columns: &Columns, y: u16) -> u16 {
    let Some(words) = matrix.counted else {
        return y;
    };
    let rule = "─".repeat(usize::from(columns.last - columns.first + 1));
    slide.put(columns.first, y, rule, Ink::Rule);
    slide.put(columns.name, y + 1, words, Ink::Dim);
    for at in 0..matrix.columns.len() {
        let marked = |row: &&MatrixRow| matches!(row.marks.get(at), Some(Some(_)));
        let count = matrix.rows.iter().filter(marked).count();
        slide.put(columns.at(at), y + 1, count.to_string(), Ink::Text);
    }
    y + 2
}

/// Rows of these heights parted into screens; `None` where hardly any fit.
fn parted(heights: &[u16], room: u16) -> Option<Vec<Range<usize>>> {
    let all: u16 = heights.iter().sum();
    if room < LEAST_ROWS.min(all) {
        return None;
    }
    let screens = all.div_ceil(room).max(1);
    // As evenly full as can be.
    (screens..screens + 4).find_map(|screens| {
        let even = all.div_ceil(screens).max(1);
        (even..=room)
            .map(|room| fill(heights, room))
            .find(|parts| parts.len() <= usize::from(screens))
    })
}

fn fill(heights: &[u16], room: u16) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, height) in heights.iter().enumerate() {
        if used + height > room && at > start {
            parts.push(start..at);
            (start, used) = (at, 0);
        }
        used += height;
    }
    parts.push(start..heights.len());
    parts
}

/// The rule over the rows without a mark, up to a column.
fn draw_rule(slide: &mut Slide, (x, y): (u16, u16), end: u16) {
    let after = x + 1 + wrap::width(BARE) as u16;
    let rest = usize::from(end.saturating_sub(after));
    slide.put(x, y, "─", Ink::Rule);
    // A rule may be faint, words may not.
    slide.put(x + 1, y, BARE, Ink::Dim);
    slide.put(after, y, "─".repeat(rest), Ink::Rule);
}

/// With the names of the columns below the rows, or cells as lists where even columns have no room.
fn below(step: &Step, matrix: &Matrix, setting: Setting) -> Option<Vec<Slide>> {
    let width = setting.width;
    let count = matrix.columns.len() as u16;
    let edge = if width < 60 { 1 } else { 3 };
    let last = width.checked_sub(3)?;
    let first = last.checked_sub(3 * count.checked_sub(1)?);
    let as_columns = first.filter(|first| *first >= 34 + 3);
    let lists = matrix.rows.iter().map(|row| wrap::width(&row.list()));
    let widest = lists.max().unwrap_or(0) as u16;
    let first = match as_columns {
        Some(first) => first,
        None => width.checked_sub(widest + 2)?,
    };
    let columns = Columns {
        edge,
        name: edge,
        head: edge,
        first,
        distance: 3,
        last,
    };
    if columns.name_width() < 12 {
        return None;
    }
    let titles = title_lines(step, edge, setting).len() as u16;
    let rows_top = setting.top() + titles + 1;
    let heights: Vec<u16> = matrix
        .rows
        .iter()
        .map(|row| row_height(row, columns.name_width()))
        .collect();
    let bare = matrix.rows.iter().position(MatrixRow::is_bare);
    let rule = u16::from(bare.is_some());
    let room = setting.height.checked_sub(rows_top + rule)?;
    let parts = parted(&heights, room)?;
    let parts_count = parts.len();
    let mut slides = Vec::new();
    for (nth, part) in parts.into_iter().enumerate() {
        let mut slide = Slide::default();
        draw_title(&mut slide, step, &columns, (setting, nth, parts_count));
        if let Some(star) = matrix.star {
            slide.put_right(width, 1, rows_top - 1, &star_line(star, width), Ink::Dim);
        }
        let mut y = rows_top;
        for (at, row) in matrix
            .rows
            .iter()
            .enumerate()
            .skip(part.start)
            .take(part.len())
        {
            if bare == Some(at) {
                draw_rule(&mut slide, (edge, y), width - 2);
                y += 1;
            }
            if as_columns.is_some() {
                y = draw_row(&mut slide, row, &columns, y);
            } else {
                slide.put_right(width, 1, y, &row.list(), Ink::Strong);
                y = draw_name(&mut slide, row, (edge, y, columns.name_width()));
            }
        }
        names(&mut slide, matrix, setting, (edge, y + 1));
        slide.anchor = anchor(nth, part.start);
        slides.push(slide);
    }
    Some(slides)
}

/// The names of the columns under the rows; they are the first to go.
fn names(slide: &mut Slide, matrix: &Matrix, setting: Setting, (x, y): (u16, u16)) {
    let width = usize::from(setting.width - x - 2);
    let mut lines: Vec<String> = Vec::new();
    for label in &matrix.columns {
        let item = format!("{} {}", label.number, label.name);
        match lines.last_mut() {
            Some(line) if wrap::width(line) + 3 + wrap::width(&item) <= width => {
                line.push_str("   ");
                line.push_str(&item);
            }
            _ => lines.push(item),
        }
    }
    if y + lines.len() as u16 <= setting.height
        && lines.iter().all(|line| wrap::width(line) <= width)
    {
        for (line, y) in lines.into_iter().zip(y..) {
            slide.put(x, y, line, Ink::Dim);
        }
    }
}
