//! `senryaku export`: the model, its briefing or its cards as text for other programs and paper.

use std::path::Path;
use std::sync::Arc;

use crate::brief::{Deck, TalkPlan};
use crate::cli::{ExportArgs, Form, Global};
use crate::export::{anki, deck, json, markdown, revision, sheet};
use crate::model::{EntryId, Strategy};
use crate::run::as_of;
use crate::run::failure::{Failure, Outcome, tell};
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::subject::Subject;
use crate::run::talk;
use crate::run::write::{self, Existing};
use crate::study::{self, Plan, Wish};
use crate::text::Clean;

pub(crate) fn run(global: &Global, args: &ExportArgs) -> Outcome {
    let plans = args.plan.plan.is_some() || !args.plan.only.is_empty() || args.plan.fit.is_some();
    if plans && args.format != Form::Deck {
        return Err(Failure::usage(
            "--plan, --only and --fit go with --format deck",
        ));
    }
    let takes_days = matches!(args.format, Form::Deck | Form::Md | Form::Json);
    if global.as_of.is_some() && !takes_days {
        // The other forms are of all times, and must not look like those of a day.
        return Err(Failure::usage(
            "--as-of goes with --format deck, md and json",
        ));
    }
    if args.with_notes && args.format != Form::Deck {
        return Err(Failure::usage("--with-notes goes with --format deck"));
    }
    if (args.count.is_some() || args.seed.is_some()) && args.format != Form::Sheet {
        return Err(Failure::usage("-n and --seed go with --format sheet"));
    }
    if args.subject.names_entry() && args.format != Form::Revision {
        return Err(Failure::usage("an ID goes with --format revision"));
    }
    let output = args
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    let plan = args.plan.plan.as_deref();
    if let Some((path, _)) = output
        .zip(plan)
        .filter(|(path, plan)| write::is_same(path, plan))
    {
        let name = Clean::new(&path.to_string_lossy());
        return Err(Failure::with_hint(
            format!("`{name}` is the plan itself, which is not replaced by an export of it"),
            "give another file to -o",
        ));
    }
    let subject = Subject::read(global, &args.subject, |source| is_not(source, output))?;
    let entry = subject.entry()?;
    let strategy = Arc::new(subject.strategy);
    let text = text(global, &strategy, entry, args)?;
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

/// Refuses to write over the model itself.
fn is_not(source: &ModelSource, output: Option<&Path>) -> Result<(), Failure> {
    let Some(path) = output.filter(|path| source.is_file(path)) else {
        return Ok(());
    };
    let name = Clean::new(&path.to_string_lossy());
    Err(Failure::with_hint(
        format!("`{name}` is the model itself, which is not replaced by an export of it"),
        "give another file to -o",
    ))
}

fn text(
    global: &Global,
    strategy: &Arc<Strategy>,
    entry: Option<EntryId>,
    args: &ExportArgs,
) -> Result<String, Failure> {
    match args.format {
        Form::Deck => {
            let options = talk::options(global, strategy)?;
            let (plan, _) = talk::plan(&args.plan, strategy, options)?;
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
        Form::Revision => Ok(revision::print(strategy, &study::deck(strategy), entry)),
        Form::Md => {
            let as_of = as_of::chosen(global, strategy)?;
            Ok(markdown::print(strategy, as_of))
        }
        Form::Json => {
            let as_of = as_of::chosen(global, strategy)?;
            let mut text = serde_json::to_string_pretty(&json::model(strategy, as_of))
                .map_err(|error| Failure::said(format!("cannot make JSON: {error}")))?;
            text.push('\n');
            Ok(text)
        }
    }
}
