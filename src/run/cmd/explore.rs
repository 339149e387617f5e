//! Bare `senryaku`: the panes on a terminal, the outline elsewhere.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};

use crate::cli::Global;
use crate::export::{card, outline};
use crate::model::Strategy;
use crate::run::failure::{Failure, Outcome};
use crate::run::launch::Launch;
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::state::appearance::Appearance;
use crate::run::state::folders::Folders;
use crate::run::{as_of, environment, suggest};

/// Explores the model that is named, else the one that is chosen elsewhere.
pub(crate) fn run(global: &Global, explored: Option<&OsStr>) -> Outcome {
    let source = match explored {
        Some(model) => named(model)?,
        None => ModelSource::chosen(global)?,
    };
    if !io::stdout().is_terminal() || environment::is_dumb() {
        return print(&source.load_whole()?.strategy, global);
    }
    let folders = Folders::find();
    let loaded = source.load()?;
    let launch = Launch {
        source: &source,
        appearance: Appearance::new(global, &folders)?,
        global,
        folders: &folders,
        plan: String::new(),
    };
    match loaded {
        Ok(loaded) => launch.open(loaded.strategy, |_| {}),
        Err(report) => launch.open_broken(&report),
    }
}

/// The model of the argument, unless it looks like a command that does not exist.
fn named(model: &OsStr) -> Result<ModelSource, Failure> {
    let source = ModelSource::named(model);
    match &source {
        ModelSource::File(path) => {
            suggest::no_model(&path.to_string_lossy()).map_or(Ok(source), Err)
        }
        _ => Ok(source),
    }
}

/// Without a terminal to draw on: the outline, or the entry to start at.
fn print(strategy: &Strategy, global: &Global) -> Outcome {
    let mut out = Out::new(global);
    let text = match &global.at {
        Some(id) => {
            let as_of = as_of::chosen(global, strategy)?;
            card::print(strategy, suggest::entry(strategy, id)?, as_of, out.paper())
        }
        None => outline::print(strategy, as_of::chosen(global, strategy)?, out.paper()),
    };
    out.text(&text)?;
    out.finish(0)
}
