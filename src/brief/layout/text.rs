//! Steps of words: a title, a sentence or two, points. One edge for words, one margin for numbers.
//!
//! When a screen is full, these go in turn: the rows between points, the second sentence of the
//! summary, the points of little weight (these two are then behind `v`); only then does the step
//! go on on a further screen.

use std::ops::Range;

use super::letters::{self, LETTER};
use crate::brief::block::{Block, BlockRole};
use crate::brief::place::Anchor;
use crate::brief::slide::{Ink, Setting, Slide};
use crate::brief::step::{Key, Step};
use crate::text::wrap;

/// A step of fewer lines than this sits in the upper third of the screen.
const SHORT: usize = 6;

/// From this width on, summary and points stand side by side.
const TWO_COLUMNS: u16 = 110;

/// How many heights are tried for the most even screens.
const TRIES: u16 = 40;

/// A line of the step: a part of a block.
#[derive(Clone, Debug)]
struct Row {
    block: usize,
    is_first: bool,
    bytes: Range<usize>,
    /// Empty rows before it.
    gap: u16,
}

/// Where the parts of a step stand, in cells from the left.
#[derive(Clone, Copy, Debug)]
struct Edges {
    /// Numbers and labels.
    number: u16,
    /// The title and the summary.
    words: u16,
    /// The points.
    points: u16,
    /// Cells of the widest label of a point.
    label: u16,
    /// Cells that words may take.
    width: u16,
    /// Cells that points may take.
    points_width: u16,
}

/// What is left out, and how far apart points stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Density {
    between: u16,
    short_lead: bool,
    without_context: bool,
}

/// The screens of a step of words.
pub(super) fn slides(step: &Step, setting: Setting) -> Vec<Slide> {
    if let Some(slide) = beside(step, setting) {
        return vec![slide];
    }
    let edges = edges(step, setting);
    let room = setting.height - setting.top();
    for density in densities(step, setting) {
        let rows = rows(step, &edges, density);
        if height(&rows) <= room {
            return vec![one(step, setting, &edges, &rows, density)];
        }
    }
    flow(step, setting, &edges)
}

/// From airy to dense.
fn densities(step: &Step, setting: Setting) -> Vec<Density> {
    let airy: &[u16] = if setting.height >= 36 {
        &[2, 1, 0]
    } else {
        &[1, 0]
    };
    let all = |between: &u16| Density {
        between: *between,
        short_lead: false,
        without_context: false,
    };
    let mut found: Vec<Density> = airy.iter().map(all).collect();
    if step.pillar.is_some() {
        for without_context in [false, true] {
            found.push(Density {
                between: 0,
                short_lead: true,
                without_context,
            });
        }
    }
    found
}

/// How many cells the margins take.
fn edges(step: &Step, setting: Setting) -> Edges {
    let width = setting.width;
    let (number, gap, right) = match width {
        0..30 => (0, 0, 0),
        30..60 => (1, 2, 1),
        60..150 => (4, 3, 5),
        _ => (7, 6, 8),
    };
    let labels = points(step).map(|block| wrap::width(&block.label));
    let label = labels.max().unwrap_or(0) as u16;
    let is_inline = label > width / 3;
    let label = if is_inline { 0 } else { label };
    let column = if label == 0 { 0 } else { label + 2 };
    let is_numbered = step.number.is_some();
    let points = match (is_numbered, label) {
        (true, _) => number + column.max(2 + gap),
        (false, 0) => number,
        (false, _) => number + u16::from(width >= 60 && is_dated(step)) + column,
    };
    let words = if is_numbered { points } else { number };
    Edges {
        number,
        words,
        points,
        label,
        width: width.saturating_sub(words + right).clamp(1, 92),
        points_width: width.saturating_sub(points + right).clamp(1, 110),
    }
}

/// Whether its points are dates, which end in one column.
const fn is_dated(step: &Step) -> bool {
    matches!(step.key, Key::After | Key::Milestones)
}

fn points(step: &Step) -> impl Iterator<Item = &Block> {
    let is_point = |block: &&Block| block.role == BlockRole::Point;
    step.blocks.iter().filter(is_point)
}

/// What a block says on its lines: its label where that is no column, and what stands beside it.
fn said(step: &Step, block: &Block, edges: &Edges) -> String {
    let mut text = String::new();
    if block.role == BlockRole::Point && edges.label == 0 && !block.label.is_empty() {
        text.push_str(&block.label);
        text.push_str("  ");
    }
    text.push_str(&block.text);
    if !block.aside.is_empty() && !is_count(step, block, edges) {
        if !text.is_empty() {
            text.push_str("  ");
        }
        text.push_str(&block.aside);
    }
    text
}

/// Whether what stands beside a block ends at the right edge.
const fn is_count(step: &Step, block: &Block, edges: &Edges) -> bool {
    matches!(step.key, Key::Sources)
        && matches!(block.role, BlockRole::Point | BlockRole::Title)
        && edges.points_width >= 40
}

/// The first sentence of a text that has more than one.
pub(super) fn first_sentence(text: &str) -> Option<&str> {
    let end = text.find(". ")? + 1;
    text.get(..end)
}

fn rows(step: &Step, edges: &Edges, density: Density) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut before: Option<&Block> = None;
    for (at, block) in step.blocks.iter().enumerate() {
        if density.without_context && block.is_context {
            continue;
        }
        let mut text = said(step, block, edges);
        if density.short_lead
            && block.role == BlockRole::Lead
            && let Some(first) = first_sentence(&text)
        {
            text = first.to_owned();
        }
        let cells = match block.role {
            BlockRole::Point if is_count(step, block, edges) => {
                usize::from(edges.points_width).saturating_sub(wrap::width(&block.aside) + 2)
            }
            BlockRole::Point => usize::from(edges.points_width),
            _ => usize::from(edges.width),
        };
        let gap = gap(before, block, density);
        for (nth, bytes) in wrap::wrap(&text, cells.max(1)).into_iter().enumerate() {
            rows.push(Row {
                block: at,
                is_first: nth == 0,
                bytes,
                gap: if nth == 0 { gap } else { 0 },
            });
        }
        before = Some(block);
    }
    rows
}

const fn gap(before: Option<&Block>, block: &Block, density: Density) -> u16 {
    let Some(before) = before else { return 0 };
    match (before.role, block.role) {
        (BlockRole::Point, BlockRole::Point) => density.between,
        (BlockRole::Heading, _)
        | (BlockRole::Original | BlockRole::Title, BlockRole::Original)
        | (BlockRole::Original | BlockRole::Fact, BlockRole::Fact)
        | (BlockRole::Kicker, BlockRole::Title) => 0,
        (BlockRole::Warning, BlockRole::Point) => 1 + density.between,
        _ => 1,
    }
}

fn height(rows: &[Row]) -> u16 {
    rows.iter().map(|row| row.gap + 1).sum()
}

/// Everything on one screen.
fn one(step: &Step, setting: Setting, edges: &Edges, rows: &[Row], density: Density) -> Slide {
    let mut slide = Slide {
        points: 0..step.points,
        is_shortened: density.short_lead && step.blocks.iter().any(is_long_lead),
        dropped: dropped(step, density),
        ..Slide::default()
    };
    let mut y = setting.top();
    if rows.len() < SHORT {
        let lowest = setting.height.saturating_sub(height(rows));
        y = y.max((setting.height / 5).min(lowest));
    }
    let foot = rows
        .iter()
        .find(|row| is_foot(step, row))
        .map(|row| row.block);
    for row in rows.iter().filter(|row| !is_foot(step, row)) {
        y += row.gap;
        draw(&mut slide, step, setting, edges, (row, y));
        y += 1;
    }
    if let Some(block) = foot.and_then(|at| step.blocks.get(at)) {
        let last = setting.height - 1;
        let (upper, lower) = if y + 2 < last {
            (last - 2, last - 1)
        } else {
            (last - 1, last)
        };
        slide.put(edges.words, upper, block.text.clone(), Ink::Dim);
        slide.put_right(setting.width, 1, lower, &block.aside, Ink::Dim);
    }
    slide
}

fn is_foot(step: &Step, row: &Row) -> bool {
    let block = step.blocks.get(row.block);
    block.is_some_and(|block| block.role == BlockRole::Foot)
}

fn is_long_lead(block: &Block) -> bool {
    block.role == BlockRole::Lead && first_sentence(&block.text).is_some()
}

fn dropped(step: &Step, density: Density) -> Vec<usize> {
    let all = step.blocks.iter().enumerate();
    all.filter(|(_, block)| density.without_context && block.is_context)
        .map(|(at, _)| at)
        .collect()
}

/// Draws a line of a block.
fn draw(slide: &mut Slide, step: &Step, setting: Setting, edges: &Edges, (row, y): (&Row, u16)) {
    let Some(block) = step.blocks.get(row.block) else {
        return;
    };
    let text = said(step, block, edges);
    let x = if block.role == BlockRole::Point {
        edges.points
    } else {
        edges.words
    };
    if row.is_first {
        draw_label(slide, step, block, edges, (row.block, y));
        if is_count(step, block, edges) {
            let right = if block.role == BlockRole::Title {
                Ink::Dim
            } else {
                Ink::Text
            };
            slide.put_right(setting.width, 4, y, &block.aside, right);
        }
    }
    let is_cut = !block.aside.is_empty() && !is_count(step, block, edges);
    let aside = text.len() - if is_cut { block.aside.len() } else { 0 };
    let parts = [
        (row.bytes.start..row.bytes.end.min(aside), ink(block.role)),
        (row.bytes.start.max(aside)..row.bytes.end, Ink::Dim),
    ];
    let mut x = x;
    for (bytes, ink) in parts {
        let Some(part) = text.get(bytes).filter(|part| !part.is_empty()) else {
            continue;
        };
        let cells = wrap::width(part) as u16;
        let run = slide.put(x, y, part, ink);
        run.block = Some(row.block);
        run.point = block.point;
        run.entry = block.entries.first().copied();
        x += cells;
    }
}

fn draw_label(slide: &mut Slide, step: &Step, block: &Block, edges: &Edges, (at, y): (usize, u16)) {
    let number = match block.role {
        BlockRole::Title => step.number.as_deref(),
        BlockRole::Point if edges.label > 0 => Some(block.label.as_str()),
        _ => None,
    };
    let Some(number) = number.filter(|number| !number.is_empty()) else {
        return;
    };
    let x = if is_dated(step) && block.role == BlockRole::Point {
        edges.points.saturating_sub(2 + wrap::width(number) as u16)
    } else {
        edges.number
    };
    let run = slide.put(x, y, number, Ink::Number);
    run.point = block.point;
    run.block = Some(at);
}

const fn ink(role: BlockRole) -> Ink {
    match role {
        BlockRole::Title => Ink::Title,
        BlockRole::Original => Ink::Original,
        BlockRole::Heading => Ink::Heading,
        BlockRole::Warning => Ink::Strong,
        BlockRole::Kicker | BlockRole::Foot => Ink::Dim,
        _ => Ink::Text,
    }
}

/// The step on as many screens as it takes, each under its title, as evenly full as can be.
fn flow(step: &Step, setting: Setting, edges: &Edges) -> Vec<Slide> {
    let density = Density {
        between: 0,
        short_lead: false,
        without_context: false,
    };
    let all = rows(step, edges, density);
    let is_head = |row: &Row| {
        let role = step.blocks.get(row.block).map(|block| block.role);
        matches!(role, Some(BlockRole::Title | BlockRole::Kicker))
    };
    let split = all
        .iter()
        .position(|row| !is_head(row))
        .unwrap_or(all.len());
    let (head, body) = all.split_at(split);
    let room = setting.height - setting.top();
    let head_rows = height(head) + 1;
    // Where the title would take most of the screen it stands on the first alone.
    let repeats = head_rows * 2 <= room;
    let room = if repeats { room - head_rows } else { room };
    let (head, body) = if repeats {
        (head, body)
    } else {
        (&[][..], &all[..])
    };
    let least = parted(body, room.max(1));
    let even = (room.saturating_sub(TRIES).max(1)..room)
        .map(|room| parted(body, room))
        .find(|parts| parts.len() == least.len())
        .unwrap_or(least);
    let count = even.len();
    let mut slides = Vec::new();
    for (nth, part) in even.into_iter().enumerate() {
        let mut slide = Slide::default();
        let mut y = setting.top();
        for row in head {
            draw(&mut slide, step, setting, edges, (row, y));
            y += 1;
        }
        if !head.is_empty() {
            let which = format!("{} of {count}", nth + 1);
            // Under a title that needs its whole row.
            let top = setting.top();
            let ends = slide.runs.iter().filter(|run| run.y == top);
            let end = ends.map(|run| run.x + wrap::width(&run.text) as u16).max();
            let free = setting.width.saturating_sub(which.len() as u16 + 3);
            let row = if end > Some(free) { y } else { top };
            slide.put_right(setting.width, 1, row, &which, Ink::Dim);
            y += 1;
        }
        for (at, row) in part.iter().enumerate() {
            y += if at == 0 { 0 } else { row.gap };
            draw(&mut slide, step, setting, edges, (row, y));
            y += 1;
        }
        slide.anchor = anchor(nth, part);
        slide.points = points_on(step, part);
        slides.push(slide);
    }
    slides
}

fn anchor(nth: usize, part: &[Row]) -> Anchor {
    match part.first() {
        Some(row) if nth > 0 => Anchor {
            block: row.block,
            byte: row.bytes.start,
        },
        _ => Anchor::default(),
    }
}

/// The points that begin among some rows.
fn points_on(step: &Step, part: &[Row]) -> Range<usize> {
    let begun = part.iter().filter(|row| row.is_first);
    let points = begun.filter_map(|row| step.blocks.get(row.block)?.point);
    let (least, most) = points.fold((usize::MAX, 0), |(least, most), point| {
        (least.min(point), most.max(point + 1))
    });
    least.min(most)..most
}

/// Rows parted into screens of a height. A block stays whole where it fits on a screen, and a
/// heading with what it heads.
fn parted(rows: &[Row], room: u16) -> Vec<&[Row]> {
    let mut parts = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let mut used = 0;
        let fits = rest
            .iter()
            .enumerate()
            .take_while(|(at, row)| {
                used += 1 + if *at == 0 { 0 } else { row.gap };
                used <= room
            })
            .count()
            .max(1);
        let mut end = fits;
        if end < rest.len() {
            let begins = |at: usize| rest.get(at).is_some_and(|row| row.is_first);
            let whole = (1..=end).rev().find(|at| begins(*at));
            // A block that fills a screen alone is broken where the screen ends.
            end = whole.unwrap_or(end);
        }
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    if parts.is_empty() {
        parts.push(rows);
    }
    parts
}

/// A pillar on a wide screen: its name large where all names of the deck are, summary on the left,
/// points on the right.
fn beside(step: &Step, setting: Setting) -> Option<Slide> {
    let number = step.number.as_deref()?;
    if setting.width < TWO_COLUMNS || setting.height < 12 {
        return None;
    }
    let is_tall = setting.height >= 36;
    let is_broad = setting.width >= 150;
    let mut slide = Slide {
        points: 0..step.points,
        ..Slide::default()
    };
    let words = if is_broad { 19 } else { 9 };
    let mut y = setting.top();
    if setting.large_pillars {
        let most = usize::from((setting.width - 8 - if is_broad { 12 } else { 0 }) / LETTER);
        let lines = letters::lines(&step.title, most)?;
        y = if is_tall { setting.top() + 2 } else { y };
        let mut x = 4;
        if is_broad {
            slide.put(7, y, number, Ink::Large);
            x = words;
        } else {
            slide.put(4, y, number, Ink::Number);
            y += 2;
        }
        for line in lines {
            slide.put(x, y, line, Ink::Large).block = Some(0);
            y += 5;
        }
        y += if is_tall { 2 } else { 0 };
    } else {
        slide.put(if is_broad { 7 } else { 4 }, y, number, Ink::Number);
        let width = usize::from(setting.width - words - 5);
        for range in wrap::wrap(&step.title, width) {
            let text = step.title.get(range).unwrap_or_default();
            slide.put(words, y, text, Ink::Title).block = Some(0);
            y += 1;
        }
        y += if is_tall { 3 } else { 1 };
    }
    columns(&mut slide, step, setting, (words, y)).then_some(slide)
}

/// Draws summary and points side by side from a row on; false when there is no room for them.
fn columns(slide: &mut Slide, step: &Step, setting: Setting, (left, top): (u16, u16)) -> bool {
    let left_width = if setting.width >= 150 { 52 } else { 40 };
    let gap = if setting.width >= 150 { 16 } else { 6 };
    let number = left + left_width + gap;
    let right = number + 6;
    let Some(right_width) = setting.width.checked_sub(right + 5) else {
        return false;
    };
    let mut y = top;
    for (at, block) in step.blocks.iter().enumerate() {
        if matches!(block.role, BlockRole::Title | BlockRole::Point) {
            continue;
        }
        y += u16::from(y > top);
        for range in wrap::wrap(&block.text, usize::from(left_width)) {
            let text = block.text.get(range).unwrap_or_default();
            slide.put(left, y, text, ink(block.role)).block = Some(at);
            y += 1;
        }
    }
    if y > setting.height {
        return false;
    }
    let wrapped: Vec<(usize, &Block, String, Vec<Range<usize>>)> = step
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.role == BlockRole::Point)
        .map(|(at, block)| {
            let text = if block.aside.is_empty() {
                block.text.clone()
            } else {
                format!("{}  {}", block.text, block.aside)
            };
            let lines = wrap::wrap(&text, usize::from(right_width));
            (at, block, text, lines)
        })
        .collect();
    let lines: u16 = wrapped.iter().map(|point| point.3.len() as u16).sum();
    let between = wrapped.len().saturating_sub(1) as u16;
    let room = setting.height.saturating_sub(top);
    let Some(apart) = (0..3).rev().find(|apart| lines + between * apart <= room) else {
        return false;
    };
    let mut y = top;
    for (at, block, text, lines) in wrapped {
        let run = slide.put(number, y, block.label.clone(), Ink::Number);
        (run.point, run.block) = (block.point, Some(at));
        for range in lines {
            let run = slide.put(right, y, text.get(range).unwrap_or_default(), Ink::Text);
            run.point = block.point;
            run.block = Some(at);
            run.entry = block.entries.first().copied();
            y += 1;
        }
        y += apart;
    }
    true
}

/// Whether a pillar can be drawn with its name large and all of its points.
pub(super) fn fits_large(step: &Step, setting: Setting) -> bool {
    beside(step, setting).is_some()
}
