//! Copying by way of the terminal (OSC 52), which works over ssh and needs no library; in tmux by
//! its own command, which can say that it worked.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::mpsc::SyncSender;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use crate::run::message::Message;

/// The longest text, in bytes. Terminals cut or drop a sequence of more than 100 000 bytes, and
/// base64 makes four of three.
const LONGEST: usize = 74_991;

/// The bytes of a string that GNU screen hands on in one piece; it keeps 768 and drops longer ones.
const PIECE: usize = 512;

/// How long the end of the program waits for a text that is on its way.
const PATIENCE: Duration = Duration::from_millis(500);

/// What stands between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Nothing,
    /// GNU screen, which hands on only what is wrapped for it.
    Screen,
    /// A tmux whose server can be asked.
    Tmux,
    /// A tmux on the other side of ssh.
    TmuxAway,
}

/// The way to the clipboard.
pub(super) struct Clipboard {
    between: Between,
    outbox: SyncSender<Message>,
    asking: Vec<JoinHandle<()>>,
}

/// What became of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sent {
    /// These bytes, with the next frame, and this is said of them.
    Bytes(Vec<u8>, &'static str),
    /// tmux is asked; [`Message::Copied`] tells how that went.
    Asked,
    /// Nothing: it is too long.
    TooLong,
}

/// What is said once tmux has a text.
pub(super) const BY_TMUX: &str = "Copied in tmux and sent to the terminal, with its citation";

/// Nothing confirms it, so no more is said.
const SENT: &str = "Sent to the clipboard of the terminal, with its citation";

/// The same where tmux stands between, and cannot be asked.
const SENT_TO_TMUX: &str = "Sent to tmux, which hands it on if its set-clipboard is on";

impl Clipboard {
    /// How a request to tmux went is sent to `outbox`.
    pub(super) fn new(outbox: SyncSender<Message>) -> Self {
        let value = |name| env::var(name).unwrap_or_default();
        Self {
            between: between(&value("TMUX"), &value("STY"), &value("TERM")),
            outbox,
            asking: Vec::new(),
        }
    }

    /// Puts a text on the clipboard.
    pub(super) fn send(&mut self, text: &str) -> Sent {
        if self.between == Between::Tmux && self.ask(text) {
            return Sent::Asked;
        }
        self.send_bytes(text)
    }

    /// The same without tmux, when it cannot.
    pub(super) fn send_bytes(&self, text: &str) -> Sent {
        let Some(bytes) = sequence(text) else {
            return Sent::TooLong;
        };
        match self.between {
            Between::Nothing => Sent::Bytes(bytes, SENT),
            Between::Screen => Sent::Bytes(wrapped(&bytes), SENT),
            Between::Tmux | Between::TmuxAway => Sent::Bytes(bytes, SENT_TO_TMUX),
        }
    }

    /// On a thread, because a server that hangs must not hold up the keys.
    fn ask(&mut self, text: &str) -> bool {
        self.asking.retain(|asking| !asking.is_finished());
        let outbox = self.outbox.clone();
        let text = text.to_owned();
        let asking = thread::Builder::new().name("tmux".into()).spawn(move || {
            let lost = (!load_buffer(&text)).then_some(text);
            // Without a receiver there is nobody left to be told.
            let _ = outbox.send(Message::Copied(lost));
        });
        asking.map(|asking| self.asking.push(asking)).is_ok()
    }

    /// Waits a little for what is on its way.
    pub(super) fn finish(&self) {
        let began = Instant::now();
        while self.asking.iter().any(|asking| !asking.is_finished()) && began.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// What the environment tells of it. A tmux inside or outside of GNU screen can be asked either way.
fn between(tmux: &str, screen: &str, term: &str) -> Between {
    if !tmux.is_empty() {
        Between::Tmux
    } else if !screen.is_empty() {
        Between::Screen
    } else if term.starts_with("tmux") {
        Between::TmuxAway
    } else {
        Between::Nothing
    }
}

/// Whether tmux took the text. Before 3.2 it knows no `-w`.
fn load_buffer(text: &str) -> bool {
    let mut tmux = Command::new("tmux");
    tmux.args(["load-buffer", "-w", "-"]);
    tmux.stdin(Stdio::piped());
    tmux.stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = tmux.spawn() else {
        return false;
    };
    let given = match child.stdin.take() {
        Some(mut stdin) => stdin.write_all(text.as_bytes()).is_ok(),
        None => false,
    };
    child.wait().is_ok_and(|ended| ended.success()) && given
}

/// The bytes that put a text on the clipboard; `None` when it is too long.
fn sequence(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut bytes = Vec::new();
    queue!(bytes, CopyToClipboard::to_clipboard_from(text)).ok()?;
    Some(bytes)
}

/// A sequence in strings that GNU screen hands on one by one. Its own end would end the first of
/// them, so that a bell takes its place.
fn wrapped(sequence: &[u8]) -> Vec<u8> {
    let inner = sequence.strip_suffix(b"\x1b\\").unwrap_or(sequence);
    let inner = [inner, b"\x07"].concat();
    let mut bytes = Vec::new();
    for piece in inner.chunks(PIECE) {
        bytes.extend_from_slice(b"\x1bP");
        bytes.extend_from_slice(piece);
        bytes.extend_from_slice(b"\x1b\\");
    }
    bytes
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

    #[test]
    fn screen_gets_pieces_that_it_hands_on() {
        let whole = sequence(&"戦略 ".repeat(400)).unwrap();
        let bytes = String::from_utf8(wrapped(&whole)).unwrap();
        let strings: Vec<&str> = bytes.split("\x1b\\").collect();
        let (end, strings) = strings.split_last().unwrap();
        assert_eq!(*end, "");
        assert!(strings.len() > 5);
        let pieces = strings
            .iter()
            .map(|each| each.strip_prefix("\x1bP").unwrap());
        let handed_on: String = pieces.inspect(|each| assert!(each.len() < 768)).collect();
        let asked = String::from_utf8(whole).unwrap();
        assert_eq!(handed_on, asked.replace("\x1b\\", "\x07"));
    }

    #[test]
    fn the_environment_tells_what_stands_between() {
        for (tmux, screen, term, expected) in [
            ("", "", "xterm-256color", Between::Nothing),
            ("", "12.pts-0", "screen.xterm", Between::Screen),
            ("/tmp/tmux-0/default,1,0", "", "screen", Between::Tmux),
            ("/tmp/tmux-0/default,1,0", "12.x", "screen", Between::Tmux),
            ("", "", "tmux-256color", Between::TmuxAway),
        ] {
            assert_eq!(between(tmux, screen, term), expected, "{term}");
        }
    }
}
