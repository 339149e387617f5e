//! Copying by way of the terminal (OSC 52), which works over ssh and needs no library.

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

/// The longest text, in bytes. Terminals cut or drop a sequence of more than 100 000 bytes, and
/// base64 makes four of three.
const LONGEST: usize = 74_991;

/// The bytes that put a text on the clipboard; `None` when it is too long.
pub(super) fn sequence(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut bytes = Vec::new();
    queue!(bytes, CopyToClipboard::to_clipboard_from(text)).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_travels_as_base64_so_that_it_cannot_end_the_sequence() {
        let bytes = sequence("a\x1b\\b\x07").unwrap();
        assert_eq!(bytes, b"\x1b]52;c;YRtcYgc=\x1b\\");
    }

    #[test]
    fn what_a_terminal_would_cut_is_refused() {
        assert!(sequence(&"a".repeat(LONGEST)).unwrap().len() <= 100_000);
        assert_eq!(sequence(&"a".repeat(LONGEST + 1)), None);
    }
}
