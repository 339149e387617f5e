//! The sources on one screen: as many as there is room for, then how many more.

use crate::brief::block::{Block, BlockRole};
use crate::brief::slide::{Ink, Setting, Slide};
use crate::brief::step::Step;
use crate::text::wrap;

/// Cells between the counts and the right edge.
const RIGHT: u16 = 4;

/// The screen; `None` where only a list in words fits.
pub(super) fn slides(step: &Step, setting: Setting) -> Option<Vec<Slide>> {
    let top = setting.top();
    let room = usize::from(setting.height.checked_sub(top + 4)?);
    if setting.width < 40 || room < 4 {
        return None;
    }
    let edge = if setting.width >= 60 { 4 } else { 1 };
    let groups = groups(step);
    let headings: usize = groups
        .iter()
        .filter(|(heading, _)| heading.is_some())
        .count()
        * 2;
    let shown = shares(
        &groups
            .iter()
            .map(|(_, rows)| rows.len())
            .collect::<Vec<_>>(),
        room.saturating_sub(headings),
    );
    let labels = step.blocks.iter().map(|block| wrap::width(&block.label));
    let label = labels.max().unwrap_or(0).min(16) as u16 + 2;
    let mut slide = Slide::default();
    slide.put(edge, top, step.title.clone(), Ink::Title).block = Some(0);
    if let Some(title) = step.blocks.first().filter(|block| !block.aside.is_empty()) {
        let fits = wrap::width(&step.title) + wrap::width(&title.aside) + 10;
        if fits <= usize::from(setting.width) {
            slide.put_right(setting.width, RIGHT, top, &title.aside, Ink::Dim);
        }
    }
    let mut y = top + 2;
    let mut hidden = 0;
    for ((heading, rows), count) in groups.iter().zip(shown) {
        hidden += rows.len().saturating_sub(count);
        if count == 0 {
            continue;
        }
        if let Some(heading) = heading {
            slide.put(edge, y, *heading, Ink::Heading);
            y += 1;
        }
        for block in rows.iter().take(count) {
            let used = edge + label + RIGHT + wrap::width(&block.aside) as u16 + 2;
            let cells = usize::from(setting.width.saturating_sub(used));
            // The date goes whole before the name of the publisher is cut.
            let whole = block.text.as_str();
            let undated = whole.rsplit_once(", ").map_or(whole, |(name, _)| name);
            let fits = wrap::width(whole) <= cells;
            let text = wrap::cut(if fits { whole } else { undated }, cells, "..").into_owned();
            slide.put(edge, y, block.label.clone(), Ink::Number);
            slide.put(edge + label, y, text, Ink::Text).entry = block.entries.first().copied();
            slide.put_right(setting.width, RIGHT, y, &block.aside, Ink::Text);
            y += 1;
        }
        y += 1;
    }
    let foot = step
        .blocks
        .iter()
        .find(|block| block.role == BlockRole::Foot);
    let model = foot.map_or("", |block| block.text.as_str());
    let tail = match hidden {
        0 => model.to_owned(),
        _ => format!("and {hidden} more cited on these screens; {model}"),
    };
    let y = y.min(setting.height - 1);
    for (range, y) in wrap::wrap(&tail, usize::from(setting.width - edge - label))
        .into_iter()
        .zip(y..setting.height)
    {
        let tail = tail.get(range).unwrap_or_default();
        slide.put(edge + label, y, tail, Ink::Dim);
    }
    Some(vec![slide])
}

type Group<'a> = (Option<&'a str>, Vec<&'a Block>);

/// The sources under their headings.
fn groups(step: &Step) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for block in &step.blocks {
        match block.role {
            BlockRole::Heading => groups.push((Some(&block.text), Vec::new())),
            BlockRole::Point => match groups.last_mut() {
                Some((_, rows)) => rows.push(block),
                None => groups.push((None, vec![block])),
            },
            _ => {}
        }
    }
    groups
}

/// How many rows of each group are shown: half of the room for the first at most, unless the others
/// leave more.
fn shares(counts: &[usize], room: usize) -> Vec<usize> {
    let others: usize = counts.iter().skip(1).sum();
    let mut left = room;
    let mut shown = Vec::new();
    for (at, count) in counts.iter().enumerate() {
        let most = if at == 0 && counts.len() > 1 {
            (room / 2).max(room.saturating_sub(others))
        } else {
            left
        };
        let own = (*count).min(most).min(left);
        left -= own;
        shown.push(own);
    }
    shown
}
