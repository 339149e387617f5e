//! One screen of a step: every text with the cells it stands on.

use std::ops::Range;

use super::place::Anchor;
use crate::model::EntryId;
use crate::text::wrap;

/// How a title may be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// In block letters of four cells by four.
    #[default]
    Block,
    /// In capitals and small letters with a space after each: no block characters at hand.
    Spaced,
}

/// The cells that a step is set in: all between the title bar and the line of progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// Cells across.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// How a title may be drawn.
    pub letters: Letters,
    /// Whether the names of pillars are drawn large: all of a deck or none.
    pub large_pillars: bool,
}

/// What a text is to the eye; colour only repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The title of the step.
    Title,
    /// A title in block letters, four rows high, from this row down.
    Large,
    /// A number in the margin, a label, a date.
    Number,
    /// What is said.
    Text,
    /// What must be seen first: a mark in a matrix, a warning.
    Strong,
    /// What may be overlooked.
    Dim,
    /// A line, a leader, a full stop that stands for nothing.
    Rule,
    /// A heading over points.
    Heading,
    /// A name in its own language.
    Original,
}

/// A text on one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Cells from the left.
    pub x: u16,
    /// Rows from the top.
    pub y: u16,
    /// What stands there.
    pub text: String,
    /// How it looks.
    pub ink: Ink,
    /// The point that it comes with; what has none is always in sight.
    pub point: Option<usize>,
    /// The block of the step that it belongs to.
    pub block: Option<usize>,
    /// The entry that it names.
    pub entry: Option<EntryId>,
}

/// One screen of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slide {
    /// What stands on it.
    pub runs: Vec<Run>,
    /// Where it begins, whatever the size.
    pub anchor: Anchor,
    /// The points that begin on it.
    pub points: Range<usize>,
    /// What the step says and this size has no room for: blocks of it, which `v` shows.
    pub dropped: Vec<usize>,
    /// Whether only the first sentence of the summary stands here.
    pub is_shortened: bool,
}

impl Slide {
    pub(super) fn put(&mut self, x: u16, y: u16, text: impl Into<String>, ink: Ink) -> &mut Run {
        let run = Run {
            x,
            y,
            text: text.into(),
            ink,
            point: None,
            block: None,
            entry: None,
        };
        self.runs.push(run);
        let last = self.runs.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "it was pushed a moment ago")]
        &mut self.runs[last]
    }

    /// A text that ends at the right edge of a width, less a margin.
    pub(super) fn put_right(&mut self, width: u16, margin: u16, y: u16, text: &str, ink: Ink) {
        let used = wrap::width(text) as u16 + margin;
        self.put(width.saturating_sub(used), y, text, ink);
    }

    /// The entries named on it, each once, in the order of reading.
    pub fn entries(&self, is_shown: impl Fn(&Run) -> bool) -> Vec<EntryId> {
        let mut found: Vec<EntryId> = Vec::new();
        let mut runs: Vec<&Run> = self.runs.iter().filter(|run| is_shown(run)).collect();
        runs.sort_by_key(|run| (run.y, run.x));
        for id in runs.into_iter().filter_map(|run| run.entry) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// The rows that something stands on, as plain text: for exports and for other screens.
    pub fn plain(&self, width: u16, height: u16) -> Vec<String> {
        let mut rows = vec![vec![String::from(" "); usize::from(width)]; usize::from(height)];
        for run in &self.runs {
            let Some(row) = rows.get_mut(usize::from(run.y)) else {
                continue;
            };
            let mut x = usize::from(run.x);
            for letter in run.text.chars() {
                let letter = letter.to_string();
                let cells = wrap::width(&letter);
                if let Some(cell) = row.get_mut(x) {
                    cell.clone_from(&letter);
                }
                for cell in row.iter_mut().skip(x + 1).take(cells.saturating_sub(1)) {
                    cell.clear();
                }
                x += cells;
            }
        }
        rows.into_iter()
            .map(|row| row.concat().trim_end().to_owned())
            .collect()
    }
}

impl Setting {
    /// Rows above a title: one where there is room for it.
    pub(super) const fn top(self) -> u16 {
        match self.height {
            0..13 => 0,
            13..27 => 1,
            _ => 2,
        }
    }
}

/// The screen on which something stands.
pub fn screen_of(slides: &[Slide], anchor: Anchor) -> usize {
    let key = |anchor: Anchor| (anchor.block, anchor.byte);
    slides
        .iter()
        .rposition(|slide| key(slide.anchor) <= key(anchor))
        .unwrap_or(0)
}

/// One cell for one: the characters of the pictures in ASCII.
pub const fn ascii(letter: char) -> char {
    match letter {
        '─' | '╌' => '-',
        '│' | '╎' => '|',
        '━' => '=',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '┯' | '╭' | '╮' | '╰' | '╯' => {
            '+'
        }
        '▌' => '>',
        other => other,
    }
}
