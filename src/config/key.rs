//! A key as files and help write it: `Ctrl-P`, `Shift-Tab`, `j`.

mod name;

pub use name::NotAKey;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

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
            code if name::has_name(code) => Some(Self { code, modifiers }),
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

#[cfg(test)]
mod tests;
