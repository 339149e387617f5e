//! `senryaku new`: a starter, or a copy of the built-in model.

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
    let plan;
    let text = if args.plan {
        let strategy = ModelSource::chosen(global)?.load_whole()?.strategy;
        plan = write_plan(&TalkPlan::of(&strategy), &strategy);
        &plan
    } else if args.from_builtin {
        JAPAN_2021.text
    } else {
        STARTER
    };
    let path = &args.file;
    if path == Path::new("-") {
        let mut out = Out::new(global);
        out.text(text)?;
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
