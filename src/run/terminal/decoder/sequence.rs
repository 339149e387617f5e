//! What a finished escape sequence means: a key, the mouse, the focus, or nothing.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// The event of a sequence; `None` for reports and for what is not known.
pub(super) fn event(bytes: &[u8]) -> Option<Event> {
    match bytes {
        [0x1b, b'O', rest @ ..] => shift(rest).map(Event::Key),
        [0x1b, b'[', b'[', letter @ b'A'..=b'E'] => Some(key(KeyCode::F(letter - b'A' + 1))),
        [0x1b, b'[', b'M', button, column, row] => {
            let at = |byte: &u8| u16::from(byte.saturating_sub(32)).saturating_sub(1);
            mouse(button.checked_sub(32)?, (at(column), at(row)), false)
        }
        [0x1b, b'[', b'<', rest @ .., last @ (b'M' | b'm')] => pointed(rest, *last == b'm', 0),
        [0x1b, b'[', rest @ .., last] => control(std::str::from_utf8(rest).ok()?, *last),
        _ => None,
    }
}

fn key(code: KeyCode) -> Event {
    Event::Key(code.into())
}

/// A sequence of `ESC O`: function keys, and the keypad in its application mode.
fn shift(bytes: &[u8]) -> Option<KeyEvent> {
    let (last, digits) = bytes.split_last()?;
    let code = match last {
        b'M' => KeyCode::Enter,
        b'X' => KeyCode::Char('='),
        b'j'..=b'o' => KeyCode::Char(char::from(last - b'j' + b'*')),
        b'p'..=b'y' => KeyCode::Char(char::from(last - b'p' + b'0')),
        b'R' => KeyCode::F(3),
        other => letter(*other)?,
    };
    let digits = std::str::from_utf8(digits).ok()?;
    let held = digits
        .rsplit(';')
        .next()
        .filter(|digits| !digits.is_empty());
    let (modifiers, _) = held.map_or(Some((KeyModifiers::NONE, KeyEventKind::Press)), pressed)?;
    Some(KeyEvent::new(code, modifiers))
}

/// The key that a final letter stands for, in both kinds of sequences.
const fn letter(byte: u8) -> Option<KeyCode> {
    Some(match byte {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// A control sequence by its parameters and its last byte.
fn control(parameters: &str, last: u8) -> Option<Event> {
    let mut fields = parameters.split(';');
    let first = fields.next().unwrap_or_default();
    let second = fields.next();
    let third = fields.next();
    let number = |text: &str| text.split(':').next()?.parse::<u32>().ok();
    let code = match last {
        // Without parameters alone: with them, these are other reports.
        b'I' if parameters.is_empty() => return Some(Event::FocusGained),
        b'O' if parameters.is_empty() => return Some(Event::FocusLost),
        b'M' => return pointed(parameters.as_bytes(), false, 32),
        b'Z' if parameters.is_empty() => {
            let shift = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
            return Some(Event::Key(shift));
        }
        // xterm's way to send any key with any modifier.
        b'~' if first == "27" => return typed(number(third?)?, second),
        b'~' => tilde(number(first)?)?,
        b'u' => return typed(number(first)?, second),
        other if matches!(first, "" | "1") => letter(other)?,
        _ => return None,
    };
    if third.is_some() {
        return None;
    }
    with(code, second)
}

/// A key with the modifiers that a parameter tells.
fn with(code: KeyCode, modifiers: Option<&str>) -> Option<Event> {
    let (modifiers, kind) =
        modifiers.map_or(Some((KeyModifiers::NONE, KeyEventKind::Press)), pressed)?;
    Some(Event::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

/// Modifiers are a mask and one; after a colon stands whether the key was pressed or released.
fn pressed(parameter: &str) -> Option<(KeyModifiers, KeyEventKind)> {
    let (mask, kind) = parameter.split_once(':').unwrap_or((parameter, "1"));
    let mask = mask.parse::<u8>().ok()?.checked_sub(1)?;
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
        (16, KeyModifiers::HYPER),
        (32, KeyModifiers::META),
    ] {
        modifiers.set(modifier, mask & bit != 0);
    }
    let kind = match kind {
        "1" => KeyEventKind::Press,
        "2" => KeyEventKind::Repeat,
        "3" => KeyEventKind::Release,
        _ => return None,
    };
    Some((modifiers, kind))
}

const fn tilde(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number as u8 - 10),
        17..=21 => KeyCode::F(number as u8 - 11),
        23..=26 => KeyCode::F(number as u8 - 12),
        28 | 29 => KeyCode::F(number as u8 - 13),
        31..=34 => KeyCode::F(number as u8 - 14),
        _ => return None,
    })
}

/// A key by the number of its character.
fn typed(number: u32, modifiers: Option<&str>) -> Option<Event> {
    let code = match number {
        9 => KeyCode::Tab,
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        // The keypad has characters of its own.
        57399..=57408 => KeyCode::Char(char::from_digit(number - 57399, 10)?),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57415 => KeyCode::Char('='),
        // Other keys without a character.
        0..=31 | 0xe000..=0xf8ff => return None,
        _ => KeyCode::Char(char::from_u32(number)?),
    };
    let event = with(code, modifiers)?;
    let Event::Key(mut key) = event else {
        return Some(event);
    };
    if key.modifiers.contains(KeyModifiers::SHIFT) {
        key.code = match key.code {
            KeyCode::Tab => KeyCode::BackTab,
            KeyCode::Char(letter) => KeyCode::Char(letter.to_ascii_uppercase()),
            other => other,
        };
    }
    Some(Event::Key(key))
}

/// A mouse event in numbers: the button, to which the older way adds something, column and row.
fn pointed(parameters: &[u8], released: bool, added: u16) -> Option<Event> {
    let text = std::str::from_utf8(parameters).ok()?;
    let mut numbers = text.split(';').map(str::parse::<u16>);
    let mut next = || numbers.next()?.ok();
    let button = u8::try_from(next()?.checked_sub(added)?).ok()?;
    let (column, row) = (next()?.checked_sub(1)?, next()?.checked_sub(1)?);
    mouse(button, (column, row), released)
}

fn mouse(bits: u8, (column, row): (u16, u16), released: bool) -> Option<Event> {
    let number = (bits & 0b11) | ((bits & 0b1100_0000) >> 4);
    let button = match number {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (number, bits & 0b10_0000 != 0) {
        (0..=2, _) if released => MouseEventKind::Up(button),
        (0..=2, false) => MouseEventKind::Down(button),
        (0..=2, true) => MouseEventKind::Drag(button),
        (3, false) => MouseEventKind::Up(MouseButton::Left),
        (3..=5, true) => MouseEventKind::Moved,
        (4, false) => MouseEventKind::ScrollUp,
        (5, false) => MouseEventKind::ScrollDown,
        (6, false) => MouseEventKind::ScrollLeft,
        (7, false) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, bits & 4 != 0);
    modifiers.set(KeyModifiers::ALT, bits & 8 != 0);
    modifiers.set(KeyModifiers::CONTROL, bits & 16 != 0);
    Some(Event::Mouse(MouseEvent {
        kind,
        column,
        row,
        modifiers,
    }))
}
