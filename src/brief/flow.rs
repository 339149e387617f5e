//! A step set for a room: what does not fit flows onto further screens, and nothing is lost.

mod measure;
mod paging;
mod press;

use std::ops::Range;

use self::measure::Measured;
use super::place::Anchor;
use super::step::Step;

/// How many rows a ribbon of time takes, with the empty row under it.
const RIBBON: usize = 6;

/// The step set for a width and a height.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    set: Vec<Set>,
    /// The screens, at least one.
    pub screens: Vec<Screenful>,
}

/// How a block is set.
#[derive(Clone, Debug)]
struct Set {
    /// All of it that is not in the label's column: label (when inline), text, aside.
    text: String,
    label: String,
    /// The bytes of `text` that are a label.
    inline: usize,
    /// Where in `text` the aside begins.
    aside: usize,
    /// Cells before the label.
    indent: usize,
    /// Cells before the text.
    column: usize,
}

/// One screen of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screenful {
    /// Whether the ribbon stands at its head.
    pub ribbon: bool,
    /// Its lines, from the top.
    pub lines: Vec<Line>,
}

/// A line of a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// An empty one.
    Gap,
    /// A part of a block.
    Row(Row),
}

/// A line of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The block, by its place on the step.
    pub block: usize,
    /// Whether it is the block's first.
    pub first: bool,
    bytes: Range<usize>,
}

/// The parts of a row, to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// Cells before the label.
    pub indent: usize,
    /// Cells before the text.
    pub column: usize,
    /// In the column before the text, or at the head of the text when there is no room for one.
    pub label: &'a str,
    /// Whether the label is a part of the text rather than in a column.
    pub inline: bool,
    /// What is said.
    pub text: &'a str,
    /// What supports it.
    pub aside: &'a str,
}

impl Flow {
    /// Sets a step in a room of `width` cells and `height` rows.
    pub fn new(step: &Step, width: u16, height: u16) -> Self {
        let (width, height) = (usize::from(width).max(1), usize::from(height).max(1));
        let set = measure::set(&step.blocks, width);
        let measured: Vec<Measured> = measure::measure(&step.blocks, &set, width);
        let ribbon = if !step.ribbon.is_empty() && width >= 40 && height >= 2 * RIBBON {
            RIBBON
        } else {
            0
        };
        let screens = paging::pages(&measured, height, ribbon);
        Self { set, screens }
    }

    /// The parts of a row.
    pub fn parts(&self, row: &Row) -> Option<Parts<'_>> {
        let set = self.set.get(row.block)?;
        let cut = |from: usize, to: usize| {
            let start = row.bytes.start.max(from);
            let end = row.bytes.end.min(to);
            set.text.get(start..end.max(start)).unwrap_or_default()
        };
        let in_column = if row.first { set.label.as_str() } else { "" };
        Some(Parts {
            indent: set.indent,
            column: set.column,
            label: if set.inline > 0 {
                cut(0, set.inline)
            } else {
                in_column
            },
            inline: set.inline > 0,
            text: cut(set.inline, set.aside),
            aside: cut(set.aside, set.text.len()),
        })
    }

    /// The screen on which something stands.
    pub fn screen_of(&self, anchor: Anchor) -> usize {
        let key = |anchor: Anchor| (anchor.block, anchor.byte, anchor.label);
        self.screens
            .iter()
            .rposition(|screen| {
                self.first_of(screen)
                    .is_none_or(|first| key(first) <= key(anchor))
            })
            .unwrap_or(0)
    }

    /// What stands first on a screen.
    pub fn anchor_of(&self, screen: usize) -> Anchor {
        self.screens
            .get(screen)
            .and_then(|screen| self.first_of(screen))
            .unwrap_or_default()
    }

    fn first_of(&self, screen: &Screenful) -> Option<Anchor> {
        let row = screen.lines.iter().find_map(|line| match line {
            Line::Row(row) => Some(row),
            Line::Gap => None,
        })?;
        let inline = self.set.get(row.block).map_or(0, |set| set.inline);
        Some(Anchor {
            block: row.block,
            byte: row.bytes.start.saturating_sub(inline),
            label: if row.bytes.start <= inline {
                row.bytes.start
            } else {
                0
            },
        })
    }

    /// The blocks that begin on a screen.
    pub fn beginning_on(&self, screen: usize) -> impl Iterator<Item = usize> {
        self.screens
            .get(screen)
            .into_iter()
            .flat_map(|screen| &screen.lines)
            .filter_map(|line| match line {
                Line::Row(row) if row.first => Some(row.block),
                _ => None,
            })
    }
}

#[cfg(test)]
mod tests;
