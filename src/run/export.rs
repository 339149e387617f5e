//! `senryaku export`: the model, its briefing or its cards as text for other programs and paper.

use std::path::Path;
use std::sync::Arc;

use super::failure::{Failure, Outcome, tell};
use super::new::unwritten;
use super::origin::Origin;
use super::out::Out;
use super::write::{self, Existing};
use crate::brief::Deck;
use crate::cli::{Form, Global};
use crate::export::{anki, deck, json, markdown, sheet};
use crate::model::Strategy;
use crate::study::{self, Plan, Wish};
use crate::text::Clean;

/// What is exported, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct How {
    pub form: Form,
    pub notes: bool,
    pub count: Option<usize>,
    pub seed: Option<u64>,
}

pub(super) fn run(out: &mut Out, global: &Global, how: How, to: Option<&Path>) -> Outcome {
    if how.notes && how.form != Form::Deck {
        return Err(Failure::usage("--with-notes goes with --format deck"));
    }
    if (how.count.is_some() || how.seed.is_some()) && how.form != Form::Sheet {
        return Err(Failure::usage("-n and --seed go with --format sheet"));
    }
    let strategy = Arc::new(Origin::chosen(global)?.load_whole()?.strategy);
    let text = text(&strategy, how)?;
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

fn text(strategy: &Arc<Strategy>, how: How) -> Result<String, Failure> {
    match how.form {
        Form::Deck => Ok(deck::write(&Deck::new(strategy), strategy, how.notes)),
        Form::Anki => Ok(anki::print(strategy, &study::deck(strategy))),
        Form::Sheet => {
            let plan = Plan {
                count: how.count.unwrap_or(Plan::COUNT),
                seed: how.seed.unwrap_or(1),
                wish: Wish::Any,
                cram: true,
            };
            Ok(sheet::print(strategy, study::deck(strategy), plan))
        }
        Form::Md => Ok(markdown::print(strategy)),
        Form::Json => {
            let mut text = serde_json::to_string_pretty(&json::model(strategy))
                .map_err(|error| Failure::said(format!("cannot make JSON: {error}")))?;
            text.push('\n');
            Ok(text)
        }
    }
}
