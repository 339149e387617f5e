//! A plan in a file of its own: which steps of a model, in which order, for how long.
//!
//! ```ron
//! (
//!     format: 1,
//!     model: "jp-2021",
//!     steps: [(step: Title), (entry: "dx", minutes: 2, note: "..."), (step: Sources)],
//! )
//! ```

use std::fmt::Write as _;
use std::time::Duration;

use serde::Deserialize;

use super::plan::{PlannedStep, TalkPlan, What};
use crate::duration;
use crate::model::{MadeStep, Problem, Report, Spanned, Strategy, TimeText, nearest, quoted, read};
use crate::text::Clean;

/// The version of the format.
const FORMAT: u32 = 1;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "plan")]
struct File {
    format: Spanned<u32>,
    model: Spanned<String>,
    steps: Vec<Spanned<StepOfFile>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "step")]
struct StepOfFile {
    entry: Option<Spanned<String>>,
    step: Option<MadeStep>,
    minutes: Option<Spanned<TimeText>>,
    note: Option<String>,
    hide: Option<bool>,
    points: Option<usize>,
}

/// Reads a plan over a strategy. `name` is how messages call the file.
///
/// # Errors
/// A report of everything that is wrong with it: it is no plan, one of another model, or names what
/// the model does not have.
pub fn read_plan(name: &str, text: &str, strategy: &Strategy) -> Result<TalkPlan, Box<Report>> {
    read(name, text, |file, problems| {
        plan_of(&file, strategy, problems)
    })
}

fn plan_of(file: &File, strategy: &Strategy, problems: &mut Vec<Problem>) -> TalkPlan {
    if file.format.value != FORMAT {
        let said = format!("this program reads plans of format {FORMAT}");
        problems.push(Problem::error(file.format.span(), said));
    }
    let id = strategy.meta.id.as_str();
    if file.model.value != id {
        let said = format!(
            "this plan is one of the model `{}`, and the model is `{id}`",
            quoted(&file.model.value)
        );
        let help = "name another model with -m, or mend `model`";
        problems.push(Problem::error(file.model.span(), said).help(help));
    }
    let mut steps = Vec::new();
    for step in &file.steps {
        match step_of(step, strategy) {
            Ok(step) => steps.push(step),
            Err(problem) => problems.push(*problem),
        }
    }
    TalkPlan { steps }.whole()
}

fn step_of(step: &Spanned<StepOfFile>, strategy: &Strategy) -> Result<PlannedStep, Box<Problem>> {
    let at = step.span();
    let value = &step.value;
    let what = match (&value.entry, value.step) {
        (Some(_), Some(_)) => {
            let said = "a step shows an entry or a made step, not both";
            return Err(Box::new(
                Problem::error(at, said).help("leave out `entry` or `step`"),
            ));
        }
        (None, None) => {
            let said = "a step needs the field `entry` or `step`";
            let help = "add `entry: \"...\"`, the id of what it shows";
            return Err(Box::new(Problem::error(at, said).help(help)));
        }
        (None, Some(made)) => What::Made(made),
        (Some(entry), None) => What::Entry(entry_of(entry, strategy)?),
    };
    let time = value.minutes.as_ref().map(|minutes| {
        duration::parse(&minutes.value.0).map_err(|_wrong| {
            let said = format!("`{}` cannot be planned", quoted(&minutes.value.0));
            let help = "write minutes as `3`, or a time as `\"1m30s\"`";
            Box::new(Problem::error(minutes.span(), said).help(help))
        })
    });
    Ok(PlannedStep {
        time: time.transpose()?,
        note: value.note.as_deref().map(Clean::new),
        is_hidden: value.hide.unwrap_or(false),
        points: value.points,
        ..PlannedStep::new(what)
    })
}

fn entry_of(entry: &Spanned<String>, strategy: &Strategy) -> Result<Clean, Box<Problem>> {
    if let Some(id) = strategy.find(&entry.value) {
        return Ok(strategy.entry(id).id.clone());
    }
    let said = format!("no entry has the id `{}`", quoted(&entry.value));
    let problem = Problem::error(entry.span(), said);
    let ids = strategy.entries().map(|(_, entry)| entry.id.as_str());
    Err(Box::new(match nearest(&entry.value, ids) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("`senryaku find` lists ids"),
    }))
}

/// A plan as a file, each entry with its name in a comment.
pub fn write_plan(plan: &TalkPlan, strategy: &Strategy) -> String {
    let mut out = String::from(START);
    let _ = writeln!(out, "    model: {:?},", strategy.meta.id.as_str());
    out.push_str("    steps: [\n");
    for step in &plan.steps {
        let mut fields = Vec::new();
        let mut name = String::new();
        match &step.what {
            What::Made(made) => fields.push(format!("step: {made:?}")),
            What::Entry(id) => {
                fields.push(format!("entry: {:?}", id.as_str()));
                let entry = strategy.find(id).map(|id| strategy.entry(id));
                name = entry.map_or_else(String::new, |entry| format!("  // {}", entry.name));
            }
        }
        fields.extend(step.time.map(|time| format!("minutes: {}", minutes(time))));
        let note = step.note.as_ref();
        fields.extend(note.map(|note| format!("note: {:?}", note.as_str())));
        let points = step.points;
        fields.extend(points.map(|points| format!("points: {points}")));
        fields.extend(step.is_hidden.then(|| "hide: true".to_owned()));
        let _ = writeln!(out, "        ({}),{name}", fields.join(", "));
    }
    out.push_str("    ],\n)\n");
    out
}

const START: &str = "\
// A plan of a briefing: which steps, in which order, for how long.
//     senryaku brief --plan FILE
// A step is an entry by its id, or one that is made: Title, Overview, Goals, Pillars, Actors, Threats,
// Milestones, Changes, After, Sources. `minutes` is 3 or \"1m30s\", `note` is what you say there, and
// `hide: true` keeps a step in its place without showing it, `points: 3` shows three of its points.
(
    format: 1,
";

/// Whole minutes as a number, anything finer in words.
fn minutes(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (minutes, 0) => minutes.to_string(),
        (0, seconds) => format!("\"{seconds}s\""),
        (minutes, seconds) => format!("\"{minutes}m{seconds:02}s\""),
    }
}
