//! Turns the bytes that a terminal sends into keys, mouse events and pastes.
//!
//! A terminal also sends what nobody asked for: reports (a new colour scheme, a mode) and replies
//! that come late (its colours, its name). crossterm's own parser takes some of them for keys, and
//! waits for ever for the end of others, so that every later key is lost. Here each sequence is
//! read to its end by the grammar of ECMA-48, and dropped when it is no event; one that does not
//! end is given up after a while ([`Decoder::patience`]); and Ctrl-C is never part of anything.

mod sequence;

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const CTRL_C: u8 = 0x03;

/// The end of a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// What is kept of a paste or a sequence, in bytes; what follows is dropped.
const MOST: usize = 1024 * 1024;

/// How long an Esc waits for the rest of a sequence that it may begin.
const AFTER_ESC: Duration = Duration::from_millis(40);
/// How long other unfinished sequences wait for the next byte.
const IN_SEQUENCE: Duration = Duration::from_millis(100);
/// How long a reply in words waits for its next byte.
const IN_REPLY: Duration = Duration::from_millis(250);
/// How long an unfinished paste waits for its next byte.
const IN_PASTE: Duration = Duration::from_secs(1);

/// What the bytes so far have begun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing.
    #[default]
    Ground,
    /// A character of several bytes, of which so many are still to come.
    Character(usize),
    /// `ESC`, a key of its own or the beginning of a sequence.
    Escape,
    /// `ESC [`: a key, a mouse event or a report.
    Control,
    /// A control sequence that takes so many bytes after its end.
    Tail(usize),
    /// `ESC O`: a function key or one of the keypad.
    Shift,
    /// `ESC ]`, `ESC P`, `ESC X`, `ESC ^`, `ESC _`: a reply in words, up to `ESC \`. So many bytes
    /// of its last character are still to come.
    Reply(usize),
    /// An `ESC` in a reply.
    ReplyEscape,
    /// Text between the markers of a paste.
    Paste,
}

/// The state between two bytes.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    state: State,
    /// The bytes of what has begun; of a paste its text alone.
    held: Vec<u8>,
    /// Whether the character that comes is typed with Alt.
    alt: bool,
    events: Vec<Event>,
}

impl Decoder {
    /// The events that these bytes complete.
    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        for byte in bytes {
            self.take(*byte);
        }
        std::mem::take(&mut self.events)
    }

    /// How long to wait for the next byte before [`Decoder::give_up`]; `None` when nothing has
    /// begun.
    pub(crate) const fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Escape | State::ReplyEscape => Some(AFTER_ESC),
            State::Character(_) | State::Control | State::Tail(_) | State::Shift => {
                Some(IN_SEQUENCE)
            }
            State::Reply(_) if self.held.len() <= 2 => Some(IN_SEQUENCE),
            State::Reply(_) => Some(IN_REPLY),
            State::Paste => Some(IN_PASTE),
        }
    }

    /// No byte came in time: what has begun was a key after all, or is dropped.
    pub(crate) fn give_up(&mut self) -> Vec<Event> {
        match (self.state, self.held.as_slice()) {
            (State::Escape | State::ReplyEscape, _) => self.key(KeyCode::Esc),
            // Alt and the character that begins sequences.
            (State::Control | State::Shift | State::Reply(_), &[ESC, letter]) => {
                self.alt = true;
                self.character(char::from(letter));
            }
            (State::Paste, _) => self.end_paste(),
            _ => {}
        }
        self.rest();
        std::mem::take(&mut self.events)
    }

    fn take(&mut self, byte: u8) {
        if byte == CTRL_C {
            return self.interrupt();
        }
        match self.state {
            State::Ground => self.begin(byte),
            State::Character(_) if byte & 0b1100_0000 != 0b1000_0000 => self.again(byte),
            State::Character(left) => self.part_of_character(byte, left),
            State::Escape => self.after_escape(byte),
            State::Control => self.part_of_control(byte),
            State::Tail(left) => self.part_of_tail(byte, left),
            State::Shift => self.part_of_shift(byte),
            State::Reply(left) => self.part_of_reply(byte, left),
            State::ReplyEscape if byte == b'\\' => self.rest(),
            State::ReplyEscape => {
                self.rest();
                self.begin(ESC);
                self.after_escape(byte);
            }
            State::Paste => self.part_of_paste(byte),
        }
    }

    /// Ctrl-C, whatever has begun. A paste goes on after it, so that its text does not become keys.
    fn interrupt(&mut self) {
        if self.state == State::Escape {
            self.key(KeyCode::Esc);
        }
        if self.state != State::Paste {
            self.rest();
        }
        let key = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        self.events.push(Event::Key(key));
    }

    /// Nothing has begun any more.
    fn rest(&mut self) {
        self.state = State::Ground;
        self.held.clear();
        self.alt = false;
    }

    /// Drops what has begun, and takes the byte as the first of something else.
    fn again(&mut self, byte: u8) {
        self.rest();
        self.begin(byte);
    }

    fn begin(&mut self, byte: u8) {
        match byte {
            ESC => {
                self.state = State::Escape;
                self.held.push(ESC);
            }
            // The controls of eight bits stand for two bytes of seven.
            0x80..=0x9f => {
                self.begin(ESC);
                self.after_escape(byte - 0x40);
            }
            0xc2..=0xf4 => {
                self.held.push(byte);
                self.state = State::Character(bytes_after(byte));
            }
            // Never part of a character, or the rest of one that was dropped.
            0xa0.. => {}
            b' '..=b'~' => self.character(char::from(byte)),
            _ => self.control_key(byte),
        }
    }

    fn part_of_character(&mut self, byte: u8, left: usize) {
        self.held.push(byte);
        if left > 1 {
            self.state = State::Character(left - 1);
            return;
        }
        let alt = self.alt;
        let text = std::str::from_utf8(&self.held).ok();
        let character = text.and_then(|text| text.chars().next());
        self.rest();
        self.alt = alt;
        if let Some(character) = character {
            self.character(character);
        }
        self.alt = false;
    }

    fn after_escape(&mut self, byte: u8) {
        self.held.push(byte);
        match byte {
            b'[' => self.state = State::Control,
            b'O' => self.state = State::Shift,
            b']' | b'P' | b'X' | b'^' | b'_' => self.state = State::Reply(0),
            ESC => {
                self.key(KeyCode::Esc);
                self.again(ESC);
            }
            // The end of a reply whose beginning was given up.
            b'\\' => self.rest(),
            _ => {
                self.rest();
                self.alt = true;
                self.begin(byte);
                if self.state == State::Ground {
                    self.alt = false;
                }
            }
        }
    }

    fn part_of_control(&mut self, byte: u8) {
        match byte {
            b' '..=b'?' if self.held.len() < MOST => self.held.push(byte),
            b' '..=b'?' => {}
            b'@'..=b'~' => {
                self.held.push(byte);
                match self.held.get(2..).unwrap_or_default() {
                    // The function keys of the console of Linux.
                    b"[" => self.state = State::Tail(1),
                    // The mouse of terminals that do not know the newer way.
                    b"M" => self.state = State::Tail(3),
                    b"200~" => {
                        self.rest();
                        self.state = State::Paste;
                    }
                    _ => self.end_sequence(),
                }
            }
            // A key was pressed before the sequence came to its end.
            _ => self.again(byte),
        }
    }

    fn part_of_tail(&mut self, byte: u8, left: usize) {
        // Coordinates are no controls: a key was pressed before they came.
        if byte < b' ' {
            return self.again(byte);
        }
        self.held.push(byte);
        if left > 1 {
            self.state = State::Tail(left - 1);
        } else {
            self.end_sequence();
        }
    }

    fn part_of_shift(&mut self, byte: u8) {
        match byte {
            // Some terminals put the modifier in between.
            b'0'..=b'9' | b';' if self.held.len() < 8 => self.held.push(byte),
            b'!'..=b'~' => {
                self.held.push(byte);
                self.end_sequence();
            }
            _ => self.again(byte),
        }
    }

    fn part_of_reply(&mut self, byte: u8, left: usize) {
        match byte {
            ESC => self.state = State::ReplyEscape,
            BEL if self.held.get(1) == Some(&b']') => self.rest(),
            // `ESC \` in eight bits, unless it is part of a character.
            0x9c if left == 0 => self.rest(),
            // Its words mean nothing here.
            _ => {
                self.state = State::Reply(match byte {
                    0x80..=0xbf => left.saturating_sub(1),
                    0xc2..=0xf4 => bytes_after(byte),
                    _ => 0,
                });
                if self.held.len() < 3 {
                    self.held.push(byte);
                }
            }
        }
    }

    fn part_of_paste(&mut self, byte: u8) {
        self.held.push(byte);
        if self.held.len() > MOST + PASTE_END.len() {
            self.held.remove(MOST);
        }
        if self.held.ends_with(PASTE_END) {
            self.held.truncate(self.held.len() - PASTE_END.len());
            self.end_paste();
            self.rest();
        }
    }

    fn end_paste(&mut self) {
        let text = String::from_utf8_lossy(&self.held).into_owned();
        self.events.push(Event::Paste(text));
    }

    fn end_sequence(&mut self) {
        self.events.extend(sequence::event(&self.held));
        self.rest();
    }

    fn key(&mut self, code: KeyCode) {
        self.events.push(Event::Key(code.into()));
    }

    /// A key that writes a character.
    fn character(&mut self, character: char) {
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::SHIFT, character.is_uppercase());
        modifiers.set(KeyModifiers::ALT, self.alt);
        let key = KeyEvent::new(KeyCode::Char(character), modifiers);
        self.events.push(Event::Key(key));
    }

    /// A key that sends a control character.
    fn control_key(&mut self, byte: u8) {
        let (code, control) = match byte {
            b'\r' => (KeyCode::Enter, false),
            b'\t' => (KeyCode::Tab, false),
            0x7f => (KeyCode::Backspace, false),
            0 => (KeyCode::Char(' '), true),
            0x01..=0x1a => (KeyCode::Char(char::from(byte - 1 + b'a')), true),
            _ => (KeyCode::Char(char::from((byte & 0x1f) - 0x1c + b'4')), true),
        };
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::CONTROL, control);
        modifiers.set(KeyModifiers::ALT, self.alt);
        self.events.push(Event::Key(KeyEvent::new(code, modifiers)));
    }
}

/// How many bytes follow the first one of a character.
const fn bytes_after(first: u8) -> usize {
    match first {
        0xf0.. => 3,
        0xe0.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests;
