//! `senryaku export`: the whole model as Markdown or JSON.

use std::path::Path;

use super::failure::{Failure, Outcome, tell};
use super::new::unwritten;
use super::origin::Origin;
use super::out::Out;
use super::write::{self, Existing};
use crate::brief::{Deck, markdown as deck};
use crate::cli::{Form, Global};
use crate::export::{json, markdown};
use crate::model::Strategy;
use crate::text::Clean;

pub(super) fn run(
    out: &mut Out,
    global: &Global,
    (form, notes): (Form, bool),
    to: Option<&Path>,
) -> Outcome {
    if notes && form != Form::Deck {
        return Err(Failure::usage("--with-notes goes with --format deck"));
    }
    let strategy = Origin::chosen(global)?.load_whole()?.strategy;
    let text = text(&strategy, form, notes)?;
    match to {
        Some(path) if path != Path::new("-") => {
            let name = Clean::new(&path.to_string_lossy());
            write::file(path, text.as_bytes(), Existing::Replace)
                .map_err(|error| unwritten(&name, &error))?;
            tell(&format!("wrote {name}"));
        }
        _ => out.text(&text)?,
    }
    Ok(0)
}

fn text(strategy: &Strategy, form: Form, notes: bool) -> Result<String, Failure> {
    match form {
        Form::Deck => Ok(deck::write(&Deck::new(strategy), notes)),
        Form::Md => Ok(markdown::print(strategy)),
        Form::Json => {
            let mut text = serde_json::to_string_pretty(&json::model(strategy))
                .map_err(|error| Failure::said(format!("cannot make JSON: {error}")))?;
            text.push('\n');
            Ok(text)
        }
    }
}
