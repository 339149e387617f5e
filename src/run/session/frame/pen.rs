//! Writes cells with as few bytes as can be: short ways from cell to cell, only what changes of a style.

use std::io::Write;

use crossterm::style::{Attribute, Colored};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::Cell;
use ratatui::style::{Modifier, Style};

use super::scroll::Scroll;
use crate::text::wrap::width;

/// Modifiers that show on a blank.
pub(super) const ON_BLANKS: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// What switches a modifier on, and off.
const MODIFIERS: [(Modifier, Attribute, Attribute); 9] = [
    (Modifier::BOLD, Attribute::Bold, Attribute::NormalIntensity),
    (Modifier::DIM, Attribute::Dim, Attribute::NormalIntensity),
    (Modifier::ITALIC, Attribute::Italic, Attribute::NoItalic),
    (
        Modifier::UNDERLINED,
        Attribute::Underlined,
        Attribute::NoUnderline,
    ),
    (
        Modifier::SLOW_BLINK,
        Attribute::SlowBlink,
        Attribute::NoBlink,
    ),
    (
        Modifier::RAPID_BLINK,
        Attribute::RapidBlink,
        Attribute::NoBlink,
    ),
    (Modifier::REVERSED, Attribute::Reverse, Attribute::NoReverse),
    (Modifier::HIDDEN, Attribute::Hidden, Attribute::NoHidden),
    (
        Modifier::CROSSED_OUT,
        Attribute::CrossedOut,
        Attribute::NotCrossedOut,
    ),
];

/// The bytes so far, and what the terminal will be like after them. It begins and ends plain.
#[derive(Debug, Default)]
pub(super) struct Pen {
    bytes: Vec<u8>,
    /// The column and row of the terminal's cursor, where that is certain.
    at: Option<(usize, usize)>,
    look: Appearance,
}

/// The colours and modifiers of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Appearance {
    style: Style,
    modifier: Modifier,
}

impl Default for Appearance {
    fn default() -> Self {
        Self::of(&Cell::EMPTY)
    }
}

impl Appearance {
    const fn of(cell: &Cell) -> Self {
        Self {
            style: Style::new().fg(cell.fg).bg(cell.bg),
            modifier: cell.modifier,
        }
    }
}

impl Pen {
    pub(super) const fn new(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            at: None,
            look: Appearance {
                style: Style::new().fg(Cell::EMPTY.fg).bg(Cell::EMPTY.bg),
                modifier: Modifier::empty(),
            },
        }
    }

    /// Writes the cell in a column of a row of cells.
    pub(super) fn cell(&mut self, cells: &[Cell], (x, y): (usize, usize)) {
        let Some(cell) = cells.get(x) else { return };
        let Extent {
            cells: cover,
            certain,
            ..
        } = Extent::of(cell.symbol());
        if !certain && cover > 1 {
            // What lies under its other half is not sure to go.
            self.go(cells, (x, y));
            self.look(Appearance::of(cell));
            self.bytes.extend_from_slice(b"  ");
            self.at = None;
        }
        self.go(cells, (x, y));
        if !self.is_right_for(cell) {
            self.look(Appearance::of(cell));
        }
        self.bytes.extend_from_slice(cell.symbol().as_bytes());
        // In the last column the cursor stays, and terminals differ in where they think it is.
        let next = x + cover;
        self.at = (certain && next < cells.len()).then_some((next, y));
    }

    /// Moves rows, in a way that every terminal knows: between margins, lines are taken out or put in
    /// (DECSTBM with DL or IL, as of the VT102).
    pub(super) fn scroll(&mut self, scroll: &Scroll) {
        self.look(Appearance::default());
        let (top, bottom) = (scroll.rows.start + 1, scroll.rows.end);
        let (by, letter) = (scroll.by, if scroll.up { 'M' } else { 'L' });
        drop(write!(
            self.bytes,
            "\x1b[{top};{bottom}r\x1b[{top}H\x1b[{by}{letter}\x1b[r"
        ));
        self.at = None;
    }

    /// Blanks the rest of a row.
    pub(super) fn rest(&mut self, cells: &[Cell], (x, y): (usize, usize)) {
        self.go(cells, (x, y));
        if !self.is_right_for(&Cell::EMPTY) {
            self.look(Appearance::default());
        }
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// The bytes, after which the terminal is plain again.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.look(Appearance::default());
        self.bytes
    }

    /// Goes to a cell, on its row over what is there already when that is shorter.
    fn go(&mut self, cells: &[Cell], (x, y): (usize, usize)) {
        match self.at {
            Some(at) if at == (x, y) => return,
            Some((from, row)) if row == y && from < x => {
                let between = cells.get(from..x).unwrap_or_default();
                let step = step(x - from);
                if self.can_write(between, step.len()) {
                    for cell in between {
                        self.bytes.extend_from_slice(cell.symbol().as_bytes());
                    }
                } else {
                    self.bytes.extend_from_slice(step.as_bytes());
                }
            }
            _ if x == 0 => drop(write!(self.bytes, "\x1b[{}H", y + 1)),
            _ => drop(write!(self.bytes, "\x1b[{};{}H", y + 1, x + 1)),
        }
        self.at = Some((x, y));
    }

    /// Whether some cells are as they would be written now, in at most so many bytes.
    fn can_write(&self, cells: &[Cell], bytes: usize) -> bool {
        cells.len() <= bytes
            && cells
                .iter()
                .all(|cell| cell.symbol().len() == 1 && self.is_right_for(cell))
    }

    /// Whether a cell written now would look as it should. On a blank, most of a style is nothing to
    /// see.
    fn is_right_for(&self, cell: &Cell) -> bool {
        let look = Appearance::of(cell);
        let seen = self.look.modifier.union(look.modifier);
        let is_blank = cell.symbol() == " " && !seen.intersects(ON_BLANKS);
        look == self.look || (is_blank && look.style.bg == self.look.style.bg)
    }

    fn look(&mut self, look: Appearance) {
        if look == self.look {
            return;
        }
        let (plain, changed) = (params(Appearance::default(), look), params(self.look, look));
        let wanted = if plain.is_empty() {
            "\x1b[m".to_owned()
        } else if plain.len() + 2 < changed.len() {
            format!("\x1b[0;{plain}m")
        } else {
            format!("\x1b[{changed}m")
        };
        // Without colours, two looks may be one.
        if !changed.is_empty() {
            self.bytes.extend_from_slice(wanted.as_bytes());
        }
        self.look = look;
    }
}

/// Some columns to the right.
fn step(columns: usize) -> String {
    match columns {
        1 => "\x1b[C".to_owned(),
        more => format!("\x1b[{more}C"),
    }
}

/// The parameters that turn one look into another.
fn params(from: Appearance, to: Appearance) -> String {
    let mut attributes: Vec<Attribute> = Vec::new();
    let gone = from.modifier - to.modifier;
    for (modifier, _, off) in MODIFIERS {
        if gone.contains(modifier) && !attributes.contains(&off) {
            attributes.push(off);
        }
    }
    for (modifier, on, off) in MODIFIERS {
        let lost = attributes.contains(&off) || !from.modifier.contains(modifier);
        if to.modifier.contains(modifier) && lost {
            attributes.push(on);
        }
    }
    let mut params: Vec<String> = attributes.into_iter().map(Attribute::sgr).collect();
    if let Some(color) = to.style.fg.filter(|_| to.style.fg != from.style.fg) {
        params.push(Colored::ForegroundColor(color.into_crossterm()).to_string());
    }
    if let Some(color) = to.style.bg.filter(|_| to.style.bg != from.style.bg) {
        params.push(Colored::BackgroundColor(color.into_crossterm()).to_string());
    }
    params.retain(|each| !each.is_empty());
    params.join(";")
}

/// How far a symbol goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// The cells that it covers.
    pub(super) cells: usize,
    /// The cells that it covers on a terminal that counts every character by itself.
    pub(super) most: usize,
    /// Whether every terminal agrees.
    certain: bool,
}

impl Extent {
    pub(super) fn of(symbol: &str) -> Self {
        if symbol.len() == 1 {
            return Self {
                cells: 1,
                most: 1,
                certain: true,
            };
        }
        let cells = width(symbol).max(1);
        let most = symbol.chars().map(alone).sum::<usize>().max(cells);
        let mut chars = symbol.chars();
        let only = chars.next().filter(|_| chars.next().is_none());
        Self {
            cells,
            most,
            certain: most == 1 || only.is_some_and(is_wide_everywhere),
        }
    }
}

/// The cells of a character by itself. Every terminal puts the marks of Latin on the letter before.
fn alone(each: char) -> usize {
    match each {
        '\u{300}'..='\u{36f}' => 0,
        _ => width(each.encode_utf8(&mut [0; 4])).max(1),
    }
}

/// Kana, ideographs, hangul and their punctuation; not emoji, which terminals treat as they like.
const fn is_wide_everywhere(letter: char) -> bool {
    matches!(letter,
        '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30a0}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_gap_is_written_over_and_a_long_one_jumped() {
        let cells: Vec<Cell> = "abcdefghijkl".chars().map(Cell::from).collect();
        let mut pen = Pen::default();
        for x in [0, 2, 11] {
            pen.cell(&cells, (x, 4));
        }
        assert_eq!(pen.finish(), b"\x1b[5Habc\x1b[8Cl");
    }

    #[test]
    fn only_what_changes_of_a_style_is_said() {
        let style = |style: Style| {
            let mut cell = Cell::from('x');
            cell.set_style(style);
            cell
        };
        let cells = [
            style(Style::new().bold()),
            style(Style::new().bold().italic()),
            style(Style::new().dim()),
            style(Style::new()),
        ];
        let mut pen = Pen::default();
        for x in 0..4 {
            pen.cell(&cells, (x, 0));
        }
        let bytes = String::from_utf8(pen.finish()).unwrap();
        assert_eq!(bytes, "\x1b[1H\x1b[1mx\x1b[3mx\x1b[0;2mx\x1b[mx");
    }

    #[test]
    fn the_cursor_is_known_after_kana_and_unknown_after_emoji() {
        let cells: Vec<Cell> = ["戦", "", "略", "", "🛡", "", "x"].map(Cell::new).to_vec();
        let mut pen = Pen::default();
        for x in [0, 2, 4, 6] {
            pen.cell(&cells, (x, 0));
        }
        let bytes = String::from_utf8(pen.finish()).unwrap();
        assert!(bytes.starts_with("\x1b[1H戦略"), "{bytes:?}");
    }
}
