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

/// The least width of the box of a member; narrower ones stand in one box.
const MEMBER: u16 = 18;

/// Members have boxes of their own from this width on.
const OPEN: u16 = 140;

/// How much of the picture is left out, from nothing to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    /// With a box for each member, and air.
    Open,
    /// With air in the boxes and between them.
    Airy,
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
    const ALL: [Self; 7] = [
        Self::Open,
        Self::Airy,
        Self::All,
        Self::NoExtras,
        Self::NoNames,
        Self::OneBeside,
        Self::NoAbove,
    ];

    /// Blank rows within a box, at its top and at its bottom.
    const fn padding(self) -> usize {
        matches!(self, Self::Open | Self::Airy) as usize
    }

    /// Rows of a line between a box and the next below it.
    const fn between(self) -> u16 {
        match self {
            Self::Open => 3,
            Self::Airy => 2,
            _ => 1,
        }
    }
}

/// Widths that hold for the whole picture.
#[derive(Clone, Copy, Debug)]
struct Columns {
    left: u16,
    left_width: u16,
    right: u16,
    right_width: u16,
}

impl Columns {
    /// Where the lines above and below the box in the middle stand.
    const fn middle(self) -> u16 {
        self.right + self.right_width / 2
    }
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

fn frame(own: &ChartBox, width: u16, room: Room) -> Frame<'_> {
    let has_extras = room < Room::NoExtras;
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
    for _ in 0..room.padding() {
        rows.insert(0, Vec::new());
        rows.push(Vec::new());
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
    let top = setting.top() + 1;
    let above = chart.above.as_ref().filter(|_| room < Room::NoAbove);
    let above = above.map(|own| frame(own, columns.right_width, room));
    let most = if room < Room::OneBeside {
        usize::MAX
    } else {
        1
    };
    let beside: Vec<Frame<'_>> = chart
        .beside
        .iter()
        .take(most)
        .map(|own| frame(own, columns.left_width, room))
        .collect();
    let mut centre = frame(&chart.centre, columns.right_width, room);
    let middle = columns.middle();
    let centre_top = top
        + above
            .as_ref()
            .map_or(0, |above| above.height() + room.between());
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
    draw_trunk(
        &mut slide,
        above.as_ref(),
        &centre,
        columns,
        (top, centre_top),
    );
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
            if room == Room::Open {
                draw_open(&mut slide, members, setting.width, from, middle)?
            } else {
                draw_members(&mut slide, members, columns, from, (middle, room))
            }
        }
    };
    (end <= setting.height).then_some(slide)
}

/// Draws the box in the middle, and what it reports to above it.
fn draw_trunk(
    slide: &mut Slide,
    above: Option<&Frame<'_>>,
    centre: &Frame<'_>,
    columns: Columns,
    (top, centre_top): (u16, u16),
) {
    let (x, width) = (columns.right, columns.right_width);
    let middle = columns.middle();
    draw_frame(slide, centre, x, centre_top, width);
    let Some(above) = above else { return };
    draw_frame(slide, above, x, top, width);
    let y = top + above.height();
    put(slide, middle, y - 1, "┬", Ink::Rule, 0);
    fall(slide, middle, y..centre_top, 0);
    put(slide, middle, centre_top, "┴", Ink::Rule, 0);
    let label = y + (centre_top - y) / 2;
    put(slide, middle + 2, label, &above.own.verb, Ink::Dim, 0);
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
    (middle, room): (u16, Room),
) -> u16 {
    let point = members.point;
    let width = columns.right + columns.right_width - columns.left;
    let text = if room >= Room::NoNames {
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
        centre_bottom + room.between()
    } else {
        bottom.max(centre_bottom + room.between())
    };
    lead(slide, middle, centre_bottom, y, point);
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

/// A line down from a box, over some rows.
fn fall(slide: &mut Slide, x: u16, rows: Range<u16>, point: usize) {
    for row in rows {
        put(slide, x, row, "│", Ink::Rule, point);
    }
}

/// The line from the box in the middle down to the members, with its words.
fn lead(slide: &mut Slide, middle: u16, centre_bottom: u16, y: u16, point: usize) {
    put(slide, middle, centre_bottom - 1, "┬", Ink::Rule, point);
    fall(slide, middle, centre_bottom..y, point);
    let label = middle.saturating_sub(wrap::width(MEMBERS) as u16 + 1);
    put(slide, label, y - 1, MEMBERS, Ink::Dim, point);
}

/// Draws a box for each member under a line across; gives the row after them. `None` where they do
/// not stand in one row.
fn draw_open(
    slide: &mut Slide,
    members: &Members,
    width: u16,
    (centre_bottom, bottom): (u16, u16),
    middle: u16,
) -> Option<u16> {
    let count = members.boxes.len() as u16;
    let all = width.checked_sub(2 * EDGE)?;
    let each = (all.checked_div(count)? - 1).min(30);
    if width < OPEN || each < MEMBER || count < 2 {
        return None;
    }
    let point = members.point;
    let mut frames: Vec<Frame<'_>> = members.boxes.iter().map(|own| member(own, each)).collect();
    let tallest = frames.iter().map(|own| own.rows.len()).max()?;
    for own in &mut frames {
        own.rows.resize(tallest, Vec::new());
    }
    let left = EDGE + (all - count * (each + 1)) / 2;
    let line = (centre_bottom + 3).max(bottom + 1);
    lead(slide, middle, centre_bottom, line, point);
    let middles = (0..count).map(|nth| left + nth * (each + 1) + each / 2);
    let (first, last) = (left + each / 2, left + (count - 1) * (each + 1) + each / 2);
    let (first, last) = (first.min(middle), last.max(middle));
    for x in first..=last {
        let falls = middles.clone().any(|middle| middle == x);
        let part = match (x == first, x == last, x == middle, falls) {
            (true, ..) => "┌",
            (_, true, ..) => "┐",
            (_, _, true, true) => "┼",
            (_, _, true, false) => "┴",
            (_, _, false, true) => "┬",
            _ => "─",
        };
        put(slide, x, line, part, Ink::Rule, point);
    }
    for (own, x) in frames.iter().zip(middles) {
        draw_frame(slide, own, x - each / 2, line + 1, each);
        put(slide, x, line + 1, "┴", Ink::Rule, point);
    }
    Some(line + 3 + tallest as u16)
}

/// The box of a member: whose seat it is, where it is one, and who.
fn member(own: &ChartBox, width: u16) -> Frame<'_> {
    let mut frame = frame(own, width, Room::All);
    if !own.verb.is_empty() {
        let seat = Text {
            x: 0,
            words: own.verb.clone(),
            ink: Ink::Dim,
            entry: None,
        };
        frame.rows.insert(0, vec![seat]);
    }
    frame
}
