//! A key as files and help write it: `Ctrl-P`, `Shift-Tab`, `j`.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::model::{nearest, quoted};
use crate::text::unwanted;

/// A key with its modifiers, folded: full-width letters are their ASCII twins, Shift is part of a
/// character.
///
/// Written and read as `Ctrl-P`, `Shift-Tab`, `Alt-Left`, `F1`, `PgUp`, `Space`, `j`, `?`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    /// The key of an event; `None` for a release, and for what no file can name: a lone modifier,
    /// a media key, a key held with Super.
    pub fn of(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        Self::folded(event.code, event.modifiers)
    }

    /// The character that this key types into a text field, as typed; `None` when it types none.
    pub fn typed(event: &KeyEvent) -> Option<char> {
        let KeyCode::Char(typed) = event.code else {
            return None;
        };
        let at_most_shift = KeyModifiers::SHIFT.contains(event.modifiers);
        let pressed = event.kind != KeyEventKind::Release;
        (pressed && at_most_shift && is_shown(typed)).then_some(typed)
    }

    /// Whether a text field takes this key as text.
    pub(super) fn types(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    fn folded(code: KeyCode, modifiers: KeyModifiers) -> Option<Self> {
        let plain = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        if !plain.contains(modifiers) {
            return None;
        }
        match code {
            KeyCode::Char(typed) => Self::of_char(typed, modifiers),
            KeyCode::BackTab => Some(Self {
                code: KeyCode::Tab,
                modifiers: modifiers | KeyModifiers::SHIFT,
            }),
            code if has_name(code) => Some(Self { code, modifiers }),
            _ => None,
        }
    }

    fn of_char(typed: char, modifiers: KeyModifiers) -> Option<Self> {
        let shift = modifiers.contains(KeyModifiers::SHIFT);
        let modifiers = modifiers - KeyModifiers::SHIFT;
        let folded = halved(typed);
        if !is_shown(folded) {
            return None;
        }
        if modifiers.contains(KeyModifiers::CONTROL) {
            return Some(Self::with_control(folded.to_ascii_lowercase(), modifiers));
        }
        let code = KeyCode::Char(if shift {
            folded.to_ascii_uppercase()
        } else {
            folded
        });
        Some(Self { code, modifiers })
    }

    /// A terminal sends the same byte for Ctrl-I as for Tab, and so on, so they are one key
    /// wherever the program runs.
    fn with_control(letter: char, modifiers: KeyModifiers) -> Self {
        let code = match letter {
            'i' => KeyCode::Tab,
            'm' => KeyCode::Enter,
            '[' => KeyCode::Esc,
            _ => {
                let code = KeyCode::Char(letter);
                return Self { code, modifiers };
            }
        };
        let modifiers = modifiers - KeyModifiers::CONTROL;
        Self { code, modifiers }
    }
}

/// The ASCII twin of a full-width character, a plain space for any space, otherwise the character.
fn halved(typed: char) -> char {
    match typed {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(typed) - 0xff01 + u32::from('!')).unwrap_or(typed)
        }
        _ if typed.is_whitespace() && !typed.is_control() => ' ',
        _ => typed,
    }
}

fn is_shown(typed: char) -> bool {
    !typed.is_control() && unwanted(typed.encode_utf8(&mut [0; 4])).is_none()
}

/// The name shown for a key comes before the other names that are understood for it.
const NAMES: &[(&str, KeyCode)] = &[
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("Escape", KeyCode::Esc),
    ("Return", KeyCode::Enter),
    ("Del", KeyCode::Delete),
    ("Ins", KeyCode::Insert),
];

const MODIFIERS: &[(&str, KeyModifiers)] = &[
    ("Ctrl-", KeyModifiers::CONTROL),
    ("Alt-", KeyModifiers::ALT),
    ("Shift-", KeyModifiers::SHIFT),
];

/// As far as terminals count.
const LAST_FUNCTION_KEY: u8 = 35;

/// Why a text names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAKey {
    /// Nothing is there.
    Empty,
    /// No key has this name.
    Unknown(String),
    /// Shift with a character whose shifted form depends on the keyboard.
    Shifted(char),
}

impl NotAKey {
    /// What to write instead.
    pub fn help(&self) -> String {
        match self {
            Self::Shifted(_) => "write the character that Shift gives, such as `?`".to_owned(),
            Self::Unknown(name) => match nearest(name, NAMES.iter().map(|(name, _)| *name)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => Self::Empty.help(),
            },
            Self::Empty => "a key is written as `j`, `?`, `Ctrl-P`, `Alt-Left`, `F1`, `PgUp`, \
                            `Space` or `Shift-Tab`"
                .to_owned(),
        }
    }
}

impl fmt::Display for NotAKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("a key without a name"),
            Self::Unknown(name) => write!(out, "no key is called `{name}`"),
            Self::Shifted(char) => write!(out, "`Shift-{char}` is not a character of its own"),
        }
    }
}

impl std::error::Error for NotAKey {}

fn has_name(code: KeyCode) -> bool {
    match code {
        KeyCode::F(number) => (1..=LAST_FUNCTION_KEY).contains(&number),
        _ => NAMES.iter().any(|(_, named)| *named == code),
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let (modifiers, name) = without_modifiers(text);
        let unknown = || NotAKey::Unknown(quoted(name));
        let code = match only_char(name) {
            Some(char) => KeyCode::Char(halved(char)),
            None if name.is_empty() => return Err(NotAKey::Empty),
            None => code_named(name).ok_or_else(unknown)?,
        };
        match code {
            KeyCode::Char(char)
                if modifiers.contains(KeyModifiers::SHIFT) && !char.is_ascii_alphabetic() =>
            {
                Err(NotAKey::Shifted(char))
            }
            code => Self::folded(code, modifiers).ok_or_else(unknown),
        }
    }
}

/// Cuts off `Ctrl-` and the like, in any order, but never the whole text.
fn without_modifiers(text: &str) -> (KeyModifiers, &str) {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = text;
    while let Some((modifier, tail)) = MODIFIERS.iter().find_map(|(name, modifier)| {
        let (head, tail) = rest.split_at_checked(name.len())?;
        (head.eq_ignore_ascii_case(name) && !tail.is_empty()).then_some((*modifier, tail))
    }) {
        modifiers |= modifier;
        rest = tail;
    }
    (modifiers, rest)
}

fn only_char(name: &str) -> Option<char> {
    let mut chars = name.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn code_named(name: &str) -> Option<KeyCode> {
    let function = || {
        let number: u8 = name.strip_prefix(['F', 'f'])?.parse().ok()?;
        Some(KeyCode::F(number)).filter(|code| has_name(*code))
    };
    NAMES
        .iter()
        .find(|(named, _)| named.eq_ignore_ascii_case(name))
        .map(|(_, code)| *code)
        .or_else(function)
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut name: String = MODIFIERS
            .iter()
            .filter(|(_, modifier)| self.modifiers.contains(*modifier))
            .map(|(prefix, _)| *prefix)
            .collect();
        let named = NAMES.iter().find(|(_, code)| *code == self.code);
        match (named, self.code) {
            (Some((named, _)), _) => name.push_str(named),
            (None, KeyCode::F(number)) => name.extend(["F", &number.to_string()]),
            (None, KeyCode::Char(char)) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                name.push(char.to_ascii_uppercase());
            }
            (None, KeyCode::Char(char)) => name.push(char),
            (None, _) => {}
        }
        out.pad(&name)
    }
}

#[cfg(test)]
mod tests;
