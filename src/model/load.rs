//! From bytes to a strategy: parse, check, index.

mod format;
mod open;

use std::sync::Arc;

use super::check::check;
use super::draft::Draft;
use super::mend::{Lost, mend};
use super::reader::options;
use super::{Problem, Report, Severity, Strategy};

/// The largest model read, in bytes: 256 MiB.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// A strategy, and the advice for its author.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The strategy.
    pub strategy: Strategy,
    /// Advice; no errors.
    pub report: Report,
}

/// Loads a model. `name` is how messages call the file.
///
/// # Errors
/// A report with at least one error, when the text is no model.
pub fn load(name: &str, bytes: Vec<u8>) -> Result<Loaded, Box<Report>> {
    let text = open::text(bytes).map_err(|refused| {
        let (text, problem) = *refused;
        Box::new(Report::new(name, text, vec![problem]))
    })?;
    let text: Arc<str> = text.into();
    let (problems, strategy) = match format::check(&text) {
        Some(problem) => (vec![problem], None),
        None => parse(&text),
    };
    let report = Report::new(name, Arc::clone(&text), problems);
    match strategy {
        Some(strategy) if report.errors() == 0 => Ok(Loaded { strategy, report }),
        _ => Err(Box::new(report)),
    }
}

fn parse(text: &str) -> (Vec<Problem>, Option<Strategy>) {
    let first = match options().from_str::<Draft<'_>>(text) {
        Ok(draft) => return check(text, &draft, &Lost::default()),
        Err(error) => error,
    };
    let mended = mend(text, first, |sheet| {
        options().from_str::<Draft<'_>>(sheet).map(drop)
    });
    let mut problems = mended.problems;
    if let Some(sheet) = &mended.text
        && let Ok(draft) = options().from_str::<Draft<'_>>(sheet)
    {
        let (more, _) = check(sheet, &draft, &mended.lost);
        let errors = |problem: &Problem| problem.severity == Severity::Error;
        problems.extend(more.into_iter().filter(errors));
    }
    (problems, None)
}
