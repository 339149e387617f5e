//! One file of keys as its author wrote it, checked.

use serde::Deserialize;

use crate::action::{ACTIONS, Action, Mode};
use crate::config::Key;
use crate::config::faults::Faults;
use crate::config::reader::{Spanned, read};
use crate::model::Report;

/// The action that takes a key's meaning away.
const NOTHING: &str = "nothing";

/// What a key is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Does(Action),
    /// Less than no binding: what other files say of the key is not heard.
    Nothing,
}

type Binding = (Key, Meaning);

/// The sections of one file.
#[derive(Debug, Default)]
pub(super) struct Sections {
    global: Vec<Binding>,
    modes: Vec<(Mode, Vec<Binding>)>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Keymap")]
struct File {
    global: Vec<Line>,
    explore: Vec<Line>,
    #[serde(rename = "type")]
    typing: Vec<Line>,
    page: Vec<Line>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Binding")]
struct Line {
    keys: Vec<Spanned<String>>,
    action: Spanned<String>,
}

impl File {
    fn section(&self, mode: Mode) -> &[Line] {
        match mode {
            Mode::Explore => &self.explore,
            Mode::Type => &self.typing,
            Mode::Page => &self.page,
        }
    }
}

impl Sections {
    pub(super) fn read(name: &str, text: &str) -> Result<Self, Box<Report>> {
        let file: File = read(name, text)?;
        let mut faults = Faults::new(name, text);
        let global = section(&file.global, &mut faults, |_| true);
        let modes = Mode::ALL
            .iter()
            .map(|mode| {
                let lines = file.section(*mode);
                (*mode, section(lines, &mut faults, |key| binds(*mode, key)))
            })
            .collect();
        faults.finish(Self { global, modes })
    }

    /// What this file says of keys in a mode, the section of the mode before the global one.
    pub(super) fn bindings(&self, mode: Mode) -> impl Iterator<Item = Binding> {
        let own = self.modes.iter().filter(move |(each, _)| *each == mode);
        let global = self.global.iter().filter(move |(key, _)| binds(mode, *key));
        own.flat_map(|(_, bindings)| bindings)
            .chain(global)
            .cloned()
    }
}

/// Whether a key can be a command in a mode; in a text field what types is text.
fn binds(mode: Mode, key: Key) -> bool {
    mode != Mode::Type || !key.types()
}

fn section(
    lines: &[Line],
    faults: &mut Faults<'_>,
    can_bind: impl Fn(Key) -> bool,
) -> Vec<Binding> {
    let mut bindings: Vec<Binding> = Vec::new();
    let mut places: Vec<(Key, &Spanned<String>, &str)> = Vec::new();
    for line in lines {
        let meaning = meaning(line, faults);
        for written in &line.keys {
            let Some(key) = key(written, faults) else {
                continue;
            };
            if !can_bind(key) {
                let message = format!("`{key}` is text in this mode and cannot be a command");
                faults.add(written, message);
            }
            match places.iter().find(|(each, ..)| *each == key) {
                Some((_, first, earlier)) if *earlier != line.action.value => {
                    let message = format!("`{key}` has two meanings");
                    let first = faults.place(first);
                    faults.add(written, message).other =
                        Some((first, "the first meaning".to_owned()));
                }
                Some(_) => {}
                None => {
                    places.push((key, written, &line.action.value));
                    bindings.extend(meaning.clone().map(|meaning| (key, meaning)));
                }
            }
        }
    }
    bindings
}

fn key(written: &Spanned<String>, faults: &mut Faults<'_>) -> Option<Key> {
    match written.value.parse::<Key>() {
        Ok(key) => Some(key),
        Err(error) => {
            faults.add(written, error.to_string()).help = Some(error.help());
            None
        }
    }
}

/// What the keys of a line are for; `None` when it names no action.
fn meaning(line: &Line, faults: &mut Faults<'_>) -> Option<Meaning> {
    let name = &line.action;
    if line.keys.is_empty() {
        faults.add(name, "no key is given".to_owned()).help = Some(format!(
            "to take a meaning away, bind its key to `{NOTHING}`"
        ));
    }
    if name.value == NOTHING {
        return Some(Meaning::Nothing);
    }
    let action = Action::named(&name.value);
    if action.is_none() {
        let known = ACTIONS.iter().map(|line| line.name).chain([NOTHING]);
        faults.unknown("action", name, known, "help (`?`) lists what keys can do");
    }
    action.map(Meaning::Does)
}
