//! Who answers to whom, in boxes.
//!
//! ```text
//!                        ┌──────────┐
//!                        │ above    │
//!   ┌────────┐           └────┬─────┘
//!   │ beside │ coordinates    │ reports to
//!   └────────┘     with  ┌────┴─────┐
//!   ┌────────┐ secretariat centre   │
//!   │ beside ├───────────┤          │
//!   └────────┘           └────┬─────┘
//!                 has members │
//!   ┌─────────────────────────┴─────┐
//!   │ members                       │
//!   └───────────────────────────────┘
//! ```

use std::ops::Range;

use crate::brief::picture::{Chart, ChartBox, Members};
use crate::brief::slide::{Ink, Setting, Slide};
use crate::brief::step::Step;
use crate::model::EntryId;
use crate::text::wrap;

/// Where the picture begins.
const EDGE: u16 = 2;

/// Cells of a label in a box.
const LABEL: usize = 8;

/// On the line to the members.
const MEMBERS: &str = "has members";

/// How much of the picture is left out, from nothing to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    All,
    /// Without offices, deputies and seats.
    NoExtras,
    /// With the number of members in place of their names.
    NoNames,
    /// With one body beside.
    OneBeside,
    /// Without what the centre reports to.
    NoAbove,
}

impl Room {
    const ALL: [Self; 5] = [
        Self::All,
        Self::NoExtras,
        Self::NoNames,
        Self::OneBeside,
        Self::NoAbove,
    ];
}

/// Widths that hold for the whole picture.
#[derive(Clone, Copy, Debug)]
struct Columns {
    left: u16,
    left_width: u16,
    right: u16,
    right_width: u16,
}

/// A line of text in a box.
#[derive(Clone, Debug)]
struct Text {
    x: u16,
    words: String,
    ink: Ink,
    entry: Option<EntryId>,
}

/// A box, measured.
#[derive(Clone, Debug)]
struct Frame<'a> {
    own: &'a ChartBox,
    rows: Vec<Vec<Text>>,
}

impl Frame<'_> {
    const fn height(&self) -> u16 {
        self.rows.len() as u16 + 2
    }
}

/// The screen; `None` where even the smallest picture has no room.
pub(super) fn slides(step: &Step, chart: &Chart, setting: Setting) -> Option<Vec<Slide>> {
    let columns = columns(chart, setting.width)?;
    Room::ALL
        .into_iter()
        .find_map(|room| draw(step, chart, setting, columns, room))
        .map(|slide| vec![slide])
}

fn columns(chart: &Chart, width: u16) -> Option<Columns> {
    let verbs = chart.beside.iter().map(|own| wrap::width(&own.verb));
    let between = verbs.max().map_or(0, |widest| (widest as u16).max(8));
    let all = width.checked_sub(EDGE + 3)?;
    if chart.beside.is_empty() {
        let right_width = all.min(46);
        return (right_width >= 24).then_some(Columns {
            left: EDGE,
            left_width: 0,
            right: EDGE + (all - right_width) / 2,
            right_width,
        });
    }
    let each = (all.checked_sub(between)? / 2).min(46);
    // On wide screens the boxes stand in the middle.
    let spare = all - between - 2 * each;
    let between = between + spare.min(20);
    let left = EDGE + (all - between - 2 * each) / 2;
    (each >= 24).then_some(Columns {
        left,
        left_width: each,
        right: left + each + between,
        right_width: each,
    })
}

fn frame(own: &ChartBox, width: u16, has_extras: bool) -> Frame<'_> {
    let cells = usize::from(width.saturating_sub(4)).max(1);
    let mut rows: Vec<Vec<Text>> = wrap::wrap(&own.name, cells)
        .into_iter()
        .map(|range| {
            vec![Text {
                x: 0,
                words: part(&own.name, range),
                ink: Ink::Strong,
                entry: Some(own.entry),
            }]
        })
        .collect();
    for line in own.lines.iter().filter(|line| has_extras || !line.is_extra) {
        let indent = match line.label {
            "" => 2,
            "in" => 3,
            _ => LABEL,
        };
        let room = cells.saturating_sub(indent).max(1);
        for (nth, range) in wrap::wrap(&line.text, room).into_iter().enumerate() {
            let mut row = Vec::new();
            if nth == 0 && !line.label.is_empty() {
                row.push(Text {
                    x: 0,
                    words: line.label.to_owned(),
                    ink: Ink::Dim,
                    entry: None,
                });
            }
            row.push(Text {
                x: indent as u16,
                words: part(&line.text, range),
                ink: if line.label.is_empty() {
                    Ink::Dim
                } else {
                    Ink::Text
                },
                entry: Some(line.entry),
            });
            rows.push(row);
        }
    }
    Frame { own, rows }
}

fn part(text: &str, range: Range<usize>) -> String {
    text.get(range).unwrap_or_default().to_owned()
}

fn draw(
    step: &Step,
    chart: &Chart,
    setting: Setting,
    columns: Columns,
    room: Room,
) -> Option<Slide> {
    let extras = room < Room::NoExtras;
    let top = setting.top() + 1;
    let above = chart.above.as_ref().filter(|_| room < Room::NoAbove);
    let above = above.map(|own| frame(own, columns.right_width, extras));
    let most = if room < Room::OneBeside {
        usize::MAX
    } else {
        1
    };
    let beside: Vec<Frame<'_>> = chart
        .beside
        .iter()
        .take(most)
        .map(|own| frame(own, columns.left_width, extras))
        .collect();
    let mut centre = frame(&chart.centre, columns.right_width, extras);
    let middle = columns.right + columns.right_width / 2;
    let centre_top = top + above.as_ref().map_or(0, |above| above.height() + 1);
    // The box in the middle grows until every line from the left meets it.
    let tops = (0..8).find_map(|_| {
        let found = stacked(&beside, centre_top, centre.height(), top);
        if found.is_none() {
            centre.rows.push(Vec::new());
        }
        found
    })?;
    let mut slide = Slide::default();
    let points = chart.beside.len() + 1 + usize::from(chart.members.is_some());
    slide.points = 0..points;
    slide
        .put(EDGE, setting.top(), step.title.clone(), Ink::Title)
        .block = Some(0);
    if let Some(above) = &above {
        draw_frame(&mut slide, above, columns.right, top, columns.right_width);
        let y = top + above.height();
        put(&mut slide, middle, y - 1, "┬", Ink::Rule, 0);
        put(&mut slide, middle, y, "│", Ink::Rule, 0);
        put(&mut slide, middle + 2, y, &above.own.verb, Ink::Dim, 0);
    }
    draw_frame(
        &mut slide,
        &centre,
        columns.right,
        centre_top,
        columns.right_width,
    );
    if above.is_some() {
        put(&mut slide, middle, centre_top, "┴", Ink::Rule, 0);
    }
    for (own, (y, line)) in beside.iter().zip(&tops) {
        draw_frame(&mut slide, own, columns.left, *y, columns.left_width);
        join(&mut slide, own, columns, *line);
    }
    let lowest = tops
        .iter()
        .zip(&beside)
        .map(|((y, _), own)| y + own.height());
    let centre_bottom = centre_top + centre.height();
    let bottom = lowest.max().unwrap_or(0);
    let end = match &chart.members {
        None => centre_bottom.max(bottom),
        Some(members) => {
            let from = (centre_bottom, bottom);
            draw_members(
                &mut slide,
                members,
                columns,
                from,
                (middle, room >= Room::NoNames),
            )
        }
    };
    (end <= setting.height).then_some(slide)
}

fn put(slide: &mut Slide, x: u16, y: u16, text: &str, ink: Ink, point: usize) {
    slide.put(x, y, text, ink).point = Some(point);
}

/// The top of each box on the left, and the row of its line, where every line meets the box in the
/// middle.
fn stacked(
    beside: &[Frame<'_>],
    centre_top: u16,
    centre_height: u16,
    top: u16,
) -> Option<Vec<(u16, u16)>> {
    let all: u16 = beside.iter().map(Frame::height).sum();
    let inner = centre_top + 1..centre_top + centre_height - 1;
    let last = centre_top + centre_height;
    let starts = (top..=last).rev().filter(|start| start + all <= last + 3);
    let place = |start: u16| -> Option<Vec<(u16, u16)>> {
        let mut y = start;
        let mut found = Vec::new();
        let mut free = inner.start;
        for own in beside {
            // The verb stands over its line.
            let mut rows = (y + 1..y + own.height() - 1).rev();
            let line = rows.find(|row| inner.contains(row) && *row >= free)?;
            free = line + 2;
            found.push((y, line));
            y += own.height();
        }
        Some(found)
    };
    starts.into_iter().find_map(place)
}

fn draw_frame(slide: &mut Slide, frame: &Frame<'_>, x: u16, y: u16, width: u16) {
    let point = frame.own.point;
    border(slide, (x, y), (width, frame.height()), point);
    for (row, y) in frame.rows.iter().zip(y + 1..) {
        for text in row {
            let run = slide.put(x + 2 + text.x, y, text.words.clone(), text.ink);
            run.point = Some(point);
            run.entry = text.entry;
        }
    }
}

fn border(slide: &mut Slide, (x, y): (u16, u16), (width, height): (u16, u16), point: usize) {
    let across = "─".repeat(usize::from(width.saturating_sub(2)));
    let bottom = y + height - 1;
    put(slide, x, y, &format!("┌{across}┐"), Ink::Rule, point);
    for row in y + 1..bottom {
        put(slide, x, row, "│", Ink::Rule, point);
        put(slide, x + width - 1, row, "│", Ink::Rule, point);
    }
    put(slide, x, bottom, &format!("└{across}┘"), Ink::Rule, point);
}

/// The line from a box on the left to the one in the middle, with its verb over it.
fn join(slide: &mut Slide, own: &Frame<'_>, columns: Columns, y: u16) {
    let from = columns.left + columns.left_width;
    let point = own.own.point;
    let cells = columns.right - from;
    put(slide, from - 1, y, "├", Ink::Rule, point);
    let line = "─".repeat(usize::from(cells));
    put(slide, from, y, &line, Ink::Rule, point);
    put(slide, columns.right, y, "┤", Ink::Rule, point);
    let verb = wrap::width(&own.own.verb) as u16;
    let x = from + cells.saturating_sub(verb) / 2;
    put(slide, x, y - 1, &own.own.verb, Ink::Dim, point);
}

/// Draws the members below everything; gives the row after them.
fn draw_members(
    slide: &mut Slide,
    members: &Members,
    columns: Columns,
    (centre_bottom, bottom): (u16, u16),
    (middle, is_count): (u16, bool),
) -> u16 {
    let point = members.point;
    let width = columns.right + columns.right_width - columns.left;
    let text = if is_count {
        format!("{} members", members.count)
    } else {
        members.text.clone()
    };
    let cells = usize::from(width - 4);
    let lines = wrap::wrap(&text, cells);
    // A short list is a small box under the middle.
    let is_short = lines.len() == 1 && wrap::width(&text) as u16 + 4 <= columns.right_width;
    let (x, width) = if is_short {
        (columns.right, columns.right_width)
    } else {
        (columns.left, width)
    };
    let y = if is_short {
        centre_bottom + 1
    } else {
        bottom.max(centre_bottom + 1)
    };
    put(slide, middle, centre_bottom - 1, "┬", Ink::Rule, point);
    for row in centre_bottom..y {
        put(slide, middle, row, "│", Ink::Rule, point);
    }
    let label = middle.saturating_sub(wrap::width(MEMBERS) as u16 + 1);
    put(slide, label, y - 1, MEMBERS, Ink::Dim, point);
    border(slide, (x, y), (width, lines.len() as u16 + 2), point);
    put(slide, middle, y, "┴", Ink::Rule, point);
    let entry = members.entries.first().copied();
    for (range, row) in lines.iter().zip(y + 1..) {
        let run = slide.put(x + 2, row, part(&text, range.clone()), Ink::Text);
        run.point = Some(point);
        run.entry = entry;
    }
    let end = y + lines.len() as u16 + 2;
    end.max(bottom)
}
