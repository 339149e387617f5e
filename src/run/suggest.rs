//! Did you mean: names near to one that does not exist.

use std::ffi::OsString;
use std::path::Path;

use clap::error::ErrorKind;

use super::builtin::BUILTIN;
use super::failure::Failure;
use crate::cli;
use crate::model::{EntryId, Strategy};
use crate::search::{self, Corpus, Query};
use crate::text::{Clean, suggest};

/// Names offered at most.
const MOST: usize = 3;

/// The names nearest to a word, best first, as many as are offered.
pub(super) fn nearest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut near = suggest::nearest(word, names);
    near.truncate(MOST);
    near
}

/// The end of a sentence: `; did you mean `a` or `b`?`. Empty without names.
pub(super) fn question(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((only, [])) => format!("; did you mean {only}?"),
        Some((last, others)) => format!("; did you mean {} or {last}?", others.join(", ")),
    }
}

/// The entry with this id, or what could have been meant.
pub(super) fn entry(strategy: &Strategy, id: &str) -> Result<EntryId, Failure> {
    strategy.find(id).ok_or_else(|| {
        let near = meant(strategy, id);
        let near: Vec<&str> = near.iter().map(Clean::as_str).collect();
        let word = Clean::new(id);
        let what = format!("no entry `{word}`{}", question(&near));
        let else_hint = "`senryaku find WORD` searches; `senryaku show` lists every id";
        Failure::with_hint(what, hint(id, else_hint))
    })
}

/// What to do about a word that names nothing: the name of a file was meant for a model.
pub(super) fn hint(word: &str, otherwise: &str) -> String {
    if Path::new(word).is_file() {
        format!("a model is named with `-m {}`", Clean::new(word))
    } else {
        otherwise.to_owned()
    }
}

/// By another name of the entry, else by a slip in the id, else by searching.
fn meant(strategy: &Strategy, id: &str) -> Vec<Clean> {
    let lower = id.to_lowercase();
    let mut called: Vec<Clean> = strategy
        .entries()
        .filter(|(_, entry)| {
            let names = entry.aliases.iter().chain([&entry.name, &entry.id]);
            names
                .chain(&entry.original)
                .any(|name| name.to_lowercase() == lower)
        })
        .map(|(_, entry)| entry.id.clone())
        .collect();
    called.truncate(MOST);
    if !called.is_empty() {
        return called;
    }
    let ids = strategy.entries().map(|(_, entry)| entry.id.as_str());
    let near: Vec<Clean> = nearest(id, ids).into_iter().map(Clean::new).collect();
    if !near.is_empty() {
        return near;
    }
    let words = id.replace(['-', '_'], " ");
    let corpus = Corpus::new(strategy);
    search::hits(&corpus, &Query::parse(&words), MOST)
        .entries(&corpus)
        .map(|entry| strategy.entry(entry).id.clone())
        .collect()
}

/// A model that is neither built in nor a file, when it looks like a word rather than a file:
/// perhaps a command was meant.
pub(super) fn no_model(word: &str) -> Option<Failure> {
    let is_word = !word.is_empty() && !word.contains(['/', '\\', '.']);
    (is_word && std::fs::symlink_metadata(Path::new(word)).is_err()).then(|| {
        let commands = commands();
        let known = commands.iter().map(String::as_str);
        let near = nearest(word, known.chain(BUILTIN.iter().map(|model| model.id)));
        let word = Clean::new(word);
        Failure::usage(format!("no model or command `{word}`{}", question(&near)))
    })
}

/// When clap stumbles over what follows a mistyped command, the command is what to speak of.
pub(super) fn mistyped(
    error: &clap::Error,
    arguments: impl Iterator<Item = OsString>,
) -> Option<Failure> {
    if error.kind() != ErrorKind::UnknownArgument {
        return None;
    }
    let words: Vec<String> = arguments
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let commands = commands();
    if words.iter().any(|word| commands.contains(word)) {
        return None;
    }
    let first = words.first().filter(|word| !word.starts_with('-'))?;
    let near = nearest(first, commands.iter().map(String::as_str));
    if near.is_empty() {
        return None;
    }
    no_model(first)
}

fn commands() -> Vec<String> {
    cli::command()
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_list_what_could_be_meant() {
        assert_eq!(question(&[]), "");
        assert_eq!(question(&["a"]), "; did you mean `a`?");
        assert_eq!(
            question(&["a", "b", "c"]),
            "; did you mean `a`, `b` or `c`?"
        );
    }
}
