//! `senryaku new`: a starter, or a copy of the built-in model.

use std::borrow::Cow;
use std::path::Path;

use crate::brief::{TalkPlan, write_plan};
use crate::cli::{Global, NewArgs};
use crate::run::builtin::{JAPAN_2021, STARTER};
use crate::run::failure::{Outcome, tell};
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::write::{self, Existing};
use crate::text::Clean;

pub(crate) fn run(global: &Global, args: &NewArgs) -> Outcome {
    let text = if args.plan {
        let strategy = ModelSource::chosen(global)?.load_whole()?.strategy;
        Cow::Owned(write_plan(&TalkPlan::of(&strategy), &strategy))
    } else if args.from_builtin {
        Cow::Borrowed(JAPAN_2021.text)
    } else {
        starter(&args.file)
    };
    let path = &args.file;
    if path == Path::new("-") {
        let mut out = Out::new(global);
        out.text(&text)?;
        return out.finish(0);
    }
    let existing = if args.force {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let name = Clean::new(&path.to_string_lossy());
    write::file(path, text.as_bytes(), existing)
        .map_err(|error| write::unwritten(&name, &error))?;
    let next = if args.plan {
        format!("`senryaku brief --plan {name}`")
    } else {
        format!("`senryaku check {name}`, then `senryaku {name}`")
    };
    tell(&format!("wrote {name}\n  next: {next}"));
    Ok(0)
}

/// The id of the starter as it stands in the program.
const ID: &str = "example-2030";

/// The starter, with an id that follows from the name of the file: saved state goes by the id, and
/// two models of one author must not share it.
fn starter(file: &Path) -> Cow<'static, str> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let words = name.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() {
        return Cow::Borrowed(STARTER);
    }
    let field = |id: &str| format!("    id: \"{id}\",\n");
    Cow::Owned(STARTER.replacen(&field(ID), &field(&words.join("-")), 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    #[test]
    fn the_starter_is_called_as_its_file_is() {
        for (file, id) in [
            ("-", ID),
            ("my-strategy.ron", "my-strategy"),
            ("drafts/Water Plan (2030).ron", "water-plan-2030"),
            ("say \"hello\\.ron", "say-hello"),
            ("国家戦略.ron", "国家戦略"),
            ("....", ID),
        ] {
            let text = starter(Path::new(file)).into_owned();
            let loaded = model::load(file, text.into()).expect("the starter loads");
            assert_eq!(loaded.strategy.meta.id.as_str(), id, "{file}");
            assert_eq!(loaded.report.problems, [], "{file}");
        }
    }
}
