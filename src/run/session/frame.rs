//! What is on the screen, and the bytes that turn it into the next picture.

mod changes;
mod pen;
mod scroll;

use std::io;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Modifier;

/// More cells than any screen has, so that a terminal that lies about its size costs no gigabytes.
const LARGEST: Size = Size::new(2048, 1024);

/// A size that can be drawn.
pub(super) fn bounded(size: Size) -> Size {
    Size::new(
        size.width.min(LARGEST.width),
        size.height.min(LARGEST.height),
    )
}

/// The picture on the screen and the next one. Knows no terminal: what it draws are bytes.
#[derive(Debug, Default)]
pub struct Frame {
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    painted: bool,
    extra: Vec<u8>,
}

impl Frame {
    /// Paints every cell with the next frame.
    pub const fn repaint(&mut self) {
        self.painted = false;
    }

    /// Sends these bytes with the next frame, instead of any given before.
    pub fn append(&mut self, bytes: Vec<u8>) {
        self.extra = bytes;
    }

    /// The bytes of the next frame; `None` when the screen is right already.
    ///
    /// # Errors
    /// None in practice: the bytes go to memory.
    pub fn draw(
        &mut self,
        size: Size,
        paint: impl FnOnce(Rect, &mut Buffer) -> Option<Position>,
    ) -> io::Result<Option<Vec<u8>>> {
        let area = Rect::new(0, 0, size.width, size.height);
        if self.next.area == area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(area);
        }
        self.painted &= self.shown.area == area;
        let cursor = paint(area, &mut self.next).filter(|&cell| area.contains(cell));
        disarm(&mut self.next.content);
        let bytes = self.bytes(cursor)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.cursor = cursor;
        self.painted = true;
        self.extra.clear();
        Ok(bytes)
    }

    fn bytes(&mut self, cursor: Option<Position>) -> io::Result<Option<Vec<u8>>> {
        let same = self.painted && cursor == self.cursor && self.extra.is_empty();
        let mut bytes = Vec::new();
        queue!(bytes, BeginSynchronizedUpdate)?;
        if !self.painted || self.cursor.is_some() {
            queue!(bytes, Hide)?;
        }
        if !self.painted {
            queue!(bytes, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        }
        let before = bytes.len();
        let shown = self.painted.then_some(&mut self.shown);
        let mut bytes = changes::write(bytes, shown, &self.next);
        if same && bytes.len() == before {
            return Ok(None);
        }
        bytes.extend_from_slice(&self.extra);
        if let Some(Position { x, y }) = cursor {
            queue!(bytes, MoveTo(x, y), Show)?;
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        Ok(Some(bytes))
    }
}

/// The last gate before the terminal: text is cleaned at its entry, but a cell takes any string. And
/// blanks that look alike become the same.
fn disarm(cells: &mut [Cell]) {
    for cell in cells {
        match cell.symbol().as_bytes() {
            [b' '] if !cell.modifier.intersects(pen::ON_BLANKS) => {
                cell.modifier = Modifier::empty();
                cell.fg = Cell::EMPTY.fg;
            }
            [b' '..=b'~'] => {}
            _ if cell.symbol().chars().any(char::is_control) => {
                cell.set_symbol(" ");
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_of_a_wide_character_are_painted_over() {
        let mut frame = Frame::default();
        text(&mut frame, Size::new(4, 1), "戦略");
        let bytes = text(&mut frame, Size::new(4, 1), "").unwrap();
        assert!(bytes.contains("\x1b[1H    "), "{bytes:?}");
    }

    fn text(frame: &mut Frame, size: Size, text: &str) -> Option<String> {
        let bytes = frame.draw(size, |area, buffer| {
            buffer.set_stringn(0, 0, text, area.width.into(), ratatui::style::Style::new());
            None
        });
        bytes
            .unwrap()
            .map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_frame_is_whole_between_its_markers() {
        let bytes = text(&mut Frame::default(), Size::new(9, 1), "戦略 ok").unwrap();
        assert!(bytes.starts_with("\x1b[?2026h"), "{bytes:?}");
        assert!(bytes.ends_with("\x1b[?2026l"), "{bytes:?}");
        assert!(bytes.contains("\x1b[2J"), "{bytes:?}");
        assert!(bytes.contains('戦'), "{bytes:?}");
    }

    #[test]
    fn nothing_is_written_when_nothing_changed() {
        let mut frame = Frame::default();
        assert!(text(&mut frame, Size::new(9, 2), "same").is_some());
        assert_eq!(text(&mut frame, Size::new(9, 2), "same"), None);
    }

    #[test]
    fn nothing_stays_where_a_terminal_counts_more_cells() {
        let size = Size::new(9, 2);
        for symbol in ["\u{1f44d}\u{1f3fd}", "\u{928}\u{94d}\u{926}\u{940}"] {
            let mut frame = Frame::default();
            // It puts every character into cells of its own.
            let mut terminal = vt100::Parser::new(2, 9, 0);
            for line in [
                format!("{symbol}{symbol}"),
                symbol.to_owned(),
                String::new(),
            ] {
                terminal.process(text(&mut frame, size, &line).unwrap().as_bytes());
                let shown = terminal.screen().contents();
                let repainted = {
                    frame.repaint();
                    let mut other = vt100::Parser::new(2, 9, 0);
                    other.process(text(&mut frame, size, &line).unwrap().as_bytes());
                    other.screen().contents()
                };
                assert_eq!(shown.trim_end(), repainted.trim_end(), "{symbol}");
            }
            assert_eq!(terminal.screen().contents().trim(), "", "{symbol}");
        }
    }

    #[test]
    fn only_changed_cells_are_written() {
        let mut frame = Frame::default();
        text(&mut frame, Size::new(9, 1), "abcd");
        let bytes = text(&mut frame, Size::new(9, 1), "abXd").unwrap();
        assert!(bytes.contains("\x1b[1;3HX"), "{bytes:?}");
        assert!(
            !bytes.contains('a') && !bytes.contains("\x1b[2J"),
            "{bytes:?}"
        );
    }

    #[test]
    fn a_new_size_and_a_wish_paint_everything() {
        let mut frame = Frame::default();
        text(&mut frame, Size::new(9, 1), "abcd");
        let resized = text(&mut frame, Size::new(8, 1), "abcd").unwrap();
        assert!(resized.contains("\x1b[2J") && resized.contains("abcd"));
        frame.repaint();
        let wished = text(&mut frame, Size::new(8, 1), "abcd").unwrap();
        assert!(wished.contains("\x1b[2J") && wished.contains("abcd"));
    }

    #[test]
    fn no_cells_and_one_cell_can_be_drawn() {
        let mut frame = Frame::default();
        for size in [Size::ZERO, Size::new(1, 1), Size::new(0, 5), Size::ZERO] {
            assert!(text(&mut frame, size, "x").is_some(), "{size}");
        }
    }

    #[test]
    fn a_cell_cannot_drive_the_terminal() {
        for symbol in ["\x1b]0;x", "\u{9b}5m", "a\x07", "\x7f"] {
            let bytes = Frame::default().draw(Size::new(2, 1), |_, buffer| {
                buffer[(0, 0)].set_symbol(symbol);
                buffer[(1, 0)].set_symbol("z");
                None
            });
            let bytes = String::from_utf8(bytes.unwrap().unwrap()).unwrap();
            assert!(!bytes.contains(symbol), "{bytes:?}");
            assert!(bytes.contains('z'), "{bytes:?}");
        }
    }

    #[test]
    fn the_cursor_shows_where_it_is_wanted_and_only_on_the_screen() {
        let mut frame = Frame::default();
        let mut at = |x, y| {
            let bytes = frame.draw(Size::new(5, 2), |_, _| Some(Position::new(x, y)));
            bytes
                .unwrap()
                .map(|bytes| String::from_utf8(bytes).unwrap())
        };
        assert!(at(3, 1).unwrap().contains("\x1b[2;4H\x1b[?25h"));
        assert_eq!(at(3, 1), None);
        let gone = at(9, 9).unwrap();
        assert!(gone.contains("\x1b[?25l") && !gone.contains("\x1b[?25h"));
    }

    #[test]
    fn bytes_given_along_are_sent_once_within_the_markers() {
        let mut frame = Frame::default();
        text(&mut frame, Size::new(3, 1), "a");
        frame.append(b"extra".to_vec());
        let bytes = text(&mut frame, Size::new(3, 1), "a").unwrap();
        assert_eq!(bytes, "\x1b[?2026hextra\x1b[?2026l");
        assert_eq!(text(&mut frame, Size::new(3, 1), "a"), None);
    }
}
