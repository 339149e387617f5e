//! Which steps of a briefing need more than one screen of a size.

use serde::Serialize;

use crate::brief::{Deck, slides};
use crate::model::Strategy;
use crate::run::failure::Failure;
use crate::run::out::Out;
use crate::run::today::today;
use crate::screen::setting_for;

/// A step that does not fit on one screen.
#[derive(Debug, Serialize)]
pub(crate) struct LongStep {
    /// The number of the step, from 1.
    step: usize,
    /// The id of its entry, when it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    title: String,
    /// How many screens it takes.
    screens: usize,
}

/// The steps that need more than one screen.
pub(crate) fn long_steps(strategy: &Strategy, (width, height): (u16, u16)) -> Vec<LongStep> {
    let setting = setting_for((width, height).into());
    Deck::of(strategy, today())
        .steps
        .iter()
        .enumerate()
        .filter_map(|(at, step)| {
            let screens = slides(step, setting).len();
            (screens > 1).then(|| LongStep {
                step: at + 1,
                id: step.entry().map(|id| strategy.entry(id).id.to_string()),
                title: step.title.clone(),
                screens,
            })
        })
        .collect()
}

/// Prints them, one to a line.
pub(crate) fn print(
    out: &mut Out,
    (name, strategy): (&str, &Strategy),
    size: (u16, u16),
) -> Result<(), Failure> {
    let long = long_steps(strategy, size);
    let steps = Deck::of(strategy, today()).steps.len();
    let (width, height) = size;
    let said = match long.len() {
        0 => format!("each of {steps} steps fits on one screen"),
        count => format!("{count} of {steps} steps need more than one screen"),
    };
    out.text(&format!("{name}: at {width}x{height} {said}\n"))?;
    for each in long {
        let id = each.id.map(|id| format!(" ({id})")).unwrap_or_default();
        out.text(&format!(
            "  step {}, {}{id}: {} screens\n",
            each.step, each.title, each.screens
        ))?;
    }
    Ok(())
}
