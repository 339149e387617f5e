//! One file of keys as its author wrote it, checked.

use serde::Deserialize;

use crate::action::{ACTIONS, Described, Mode};
use crate::config::Key;
use crate::config::faults::unknown;
use crate::model::{Problem, Report, Spanned, read};

/// The action that takes a key's meaning away.
const NOTHING: &str = "nothing";

/// What a key is for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    Does(&'static Described),
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
    brief: Vec<Line>,
    speaker: Vec<Line>,
    study: Vec<Line>,
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
            Mode::Brief => &self.brief,
            Mode::Speaker => &self.speaker,
            Mode::Study => &self.study,
        }
    }
}

impl Sections {
    pub(super) fn read(name: &str, text: &str) -> Result<Self, Box<Report>> {
        read(name, text, |file: File, faults| {
            let global = section(&file.global, faults, |_| true);
            let modes = Mode::ALL
                .iter()
                .map(|mode| {
                    let lines = file.section(*mode);
                    (*mode, section(lines, faults, |key| binds(*mode, key)))
                })
                .collect();
            Self { global, modes }
        })
    }

    /// What this file says of keys in a mode, the section of the mode before the global one.
    pub(super) fn bindings(&self, mode: Mode) -> impl Iterator<Item = Binding> {
        let own = self.modes.iter().filter(move |(each, _)| *each == mode);
        let global = self.global.iter().filter(move |(key, _)| binds(mode, *key));
        own.flat_map(|(_, bindings)| bindings)
            .chain(global)
            .copied()
    }
}

/// Whether a key can be a command in a mode; in a text field what types is text.
fn binds(mode: Mode, key: Key) -> bool {
    mode != Mode::Type || !key.types()
}

/// A key of a section that has been read, and the line it stands in.
type Seen<'a> = (Key, &'a Spanned<String>, &'a Line);

fn section(
    lines: &[Line],
    faults: &mut Vec<Problem>,
    can_bind: impl Fn(Key) -> bool,
) -> Vec<Binding> {
    let mut bindings: Vec<Binding> = Vec::new();
    let mut seen: Vec<Seen<'_>> = Vec::new();
    for line in lines {
        let meaning = meaning(line, faults);
        for written in &line.keys {
            let Some(key) = key(written, &can_bind, faults) else {
                continue;
            };
            match seen.iter().find(|(each, ..)| *each == key) {
                Some(first) => agree(first, written, line, faults),
                None => bindings.extend(meaning.map(|meaning| (key, meaning))),
            }
            seen.push((key, written, line));
        }
    }
    bindings
}

fn key(
    written: &Spanned<String>,
    can_bind: impl Fn(Key) -> bool,
    faults: &mut Vec<Problem>,
) -> Option<Key> {
    let place = written.span();
    match written.value.parse::<Key>() {
        Ok(key) if can_bind(key) => return Some(key),
        Ok(key) => {
            let message = format!("`{key}` is text in this mode and cannot be a command");
            faults.push(Problem::error(place, message).help("add `Ctrl-` or `Alt-`"));
        }
        Err(error) => faults.push(Problem::error(place, error.to_string()).help(error.help())),
    }
    None
}

fn agree(first: &Seen<'_>, written: &Spanned<String>, line: &Line, faults: &mut Vec<Problem>) {
    let (key, earlier, first) = first;
    if first.action.value != line.action.value {
        let problem = Problem::error(
            written.span(),
            format!("`{key}` has two meanings in one mode"),
        );
        faults.push(problem.other(earlier.span(), "the first meaning"));
    }
}

/// What the keys of a line are for; `None` when it names no action.
fn meaning(line: &Line, faults: &mut Vec<Problem>) -> Option<Meaning> {
    let name = &line.action;
    if line.keys.is_empty() {
        let help = format!("to take a meaning away, bind its key to `{NOTHING}`");
        let problem = Problem::error(name.span(), "no key is given");
        faults.push(problem.help(help));
    }
    if name.value == NOTHING {
        return Some(Meaning::Nothing);
    }
    let action = Described::named(&name.value);
    if action.is_none() {
        let known = ACTIONS.iter().map(|line| line.name).chain([NOTHING]);
        faults.push(unknown(
            "action",
            name,
            known,
            "help (`?`) lists what keys can do",
        ));
    }
    action.map(Meaning::Does)
}
