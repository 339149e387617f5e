//! `senryaku export`: the model, its briefing or its cards as text for other programs and paper.

use std::path::Path;
use std::sync::Arc;

use crate::brief::{Deck, TalkPlan};
use crate::cli::{ExportArgs, Form, Global};
use crate::export::{anki, deck, json, markdown, revision, sheet};
use crate::model::Strategy;
use crate::run::failure::{Failure, Outcome, tell};
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::write::{self, Existing};
use crate::run::{suggest, talk};
use crate::study::{self, Plan, Wish};
use crate::text::Clean;

pub(crate) fn run(global: &Global, args: &ExportArgs) -> Outcome {
    let plans = args.plan.plan.is_some() || !args.plan.only.is_empty() || args.plan.fit.is_some();
    if plans && args.format != Form::Deck {
        return Err(Failure::usage(
            "--plan, --only and --fit go with --format deck",
        ));
    }
    if args.with_notes && args.format != Form::Deck {
        return Err(Failure::usage("--with-notes goes with --format deck"));
    }
    if (args.count.is_some() || args.seed.is_some()) && args.format != Form::Sheet {
        return Err(Failure::usage("-n and --seed go with --format sheet"));
    }
    if args.id.is_some() && args.format != Form::Revision {
        return Err(Failure::usage("an ID goes with --format revision"));
    }
    let source = ModelSource::chosen(global)?;
    let output = args
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    if let Some(path) = output.filter(|path| source.is_file(path)) {
        let name = Clean::new(&path.to_string_lossy());
        return Err(Failure::with_hint(
            format!("`{name}` is the model itself, which is not replaced by an export of it"),
            "give another file to -o",
        ));
    }
    let strategy = Arc::new(source.load_whole()?.strategy);
    let text = text(global, &strategy, args)?;
    let mut out = Out::new(global);
    match output {
        Some(path) if !Out::is(path) => {
            let name = Clean::new(&path.to_string_lossy());
            write::file(path, text.as_bytes(), Existing::Replace)
                .map_err(|error| write::unwritten(&name, &error))?;
            tell(&format!("wrote {name}"));
        }
        _ => out.text(&text)?,
    }
    out.finish(0)
}

fn text(global: &Global, strategy: &Arc<Strategy>, args: &ExportArgs) -> Result<String, Failure> {
    match args.format {
        Form::Deck => {
            let options = talk::options(global, strategy)?;
            let plan = talk::plan(&args.plan, strategy, options)?;
            let plan = plan.unwrap_or_else(|| TalkPlan::of(strategy));
            let made = Deck::new(strategy, &plan, options);
            Ok(deck::write(&made, strategy, args.with_notes))
        }
        Form::Anki => Ok(anki::print(
            strategy,
            &study::deck(strategy),
            &study::names(strategy),
        )),
        Form::Sheet => {
            let plan = Plan {
                count: args.count.unwrap_or(Plan::COUNT),
                seed: args.seed.unwrap_or(1),
                wish: Wish::Any,
                cram: true,
                original: false,
            };
            Ok(sheet::print(strategy, study::deck(strategy), plan))
        }
        Form::Revision => {
            let id = args.id.as_deref();
            let only = id.map(|id| suggest::entry(strategy, id)).transpose()?;
            Ok(revision::print(strategy, &study::deck(strategy), only))
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
