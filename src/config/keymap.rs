//! Which key means what in which mode.

mod file;

use std::ptr;

use self::file::{Meaning, Sections};
use super::Key;
use crate::action::{ACTIONS, Action, Described, Mode};
use crate::model::Report;

const EMBEDDED: &str = include_str!("../../data/keymap.ron");

/// An action and its keys, the one to show first.
type Bound = (Action, Vec<Key>);

/// The table from keys to actions, for every mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    modes: Vec<(Mode, Vec<Bound>)>,
}

impl Keymap {
    /// The embedded keymap.
    pub fn embedded() -> Self {
        Self::layered(&[embedded()])
    }

    /// The embedded keymap, patched by a user's file: what the file says of a key comes before
    /// what the embedded keymap says of it.
    ///
    /// # Errors
    /// A report when the file does not read, names no action, or gives one key two meanings.
    pub fn patched(name: &str, text: &str) -> Result<Self, Box<Report>> {
        Ok(Self::layered(&[Sections::read(name, text)?, embedded()]))
    }

    /// What a key means in a mode.
    pub fn action(&self, mode: Mode, key: Key) -> Option<Action> {
        self.bindings(mode)
            .find(|(_, keys)| keys.contains(&key))
            .map(|(action, _)| action.clone())
    }

    /// The keys of an action in a mode, the one to show first.
    pub fn keys(&self, mode: Mode, action: &Action) -> Vec<Key> {
        self.bindings(mode)
            .find(|(bound, _)| *bound == action)
            .map(|(_, keys)| keys.to_vec())
            .unwrap_or_default()
    }

    /// Every action that has a key in a mode, in the order of [`ACTIONS`], with its keys, the one
    /// to show first.
    pub fn bindings(&self, mode: Mode) -> impl Iterator<Item = (&Action, &[Key])> {
        self.modes
            .iter()
            .filter(move |(each, _)| *each == mode)
            .flat_map(|(_, bound)| bound)
            .map(|(action, keys)| (action, keys.as_slice()))
    }

    /// One keymap of several, in which the first to speak of a key is heard.
    fn layered(layers: &[Sections]) -> Self {
        let of_mode = |mode| {
            let mut heard: Vec<(Key, Meaning)> = Vec::new();
            for (key, meaning) in layers.iter().flat_map(|layer| layer.bindings(mode)) {
                if heard.iter().all(|(each, _)| *each != key) {
                    heard.push((key, meaning));
                }
            }
            (mode, by_action(&heard))
        };
        Self {
            modes: Mode::ALL.iter().copied().map(of_mode).collect(),
        }
    }
}

/// Empty when the embedded file does not read, which a test rules out.
fn embedded() -> Sections {
    Sections::read("keymap.ron", EMBEDDED).unwrap_or_default()
}

fn by_action(bindings: &[(Key, Meaning)]) -> Vec<Bound> {
    let keys_of = |line: &Described| {
        bindings
            .iter()
            .filter(|(_, meaning)| matches!(meaning, Meaning::Does(bound) if ptr::eq(*bound, line)))
            .map(|(key, _)| *key)
            .collect::<Vec<_>>()
    };
    ACTIONS
        .iter()
        .map(|line| (line.action.clone(), keys_of(line)))
        .filter(|(_, keys)| !keys.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_file_reads() {
        let read = Sections::read("keymap.ron", EMBEDDED);
        assert!(read.is_ok(), "{:?}", read.err().map(|bad| bad.problems));
    }
}
