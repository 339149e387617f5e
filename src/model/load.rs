//! From bytes to a strategy: parse, check, index.

mod foreign;
mod format;
mod json;
mod open;
mod remedy;

use super::check::check;
use super::draft::Draft;
use super::notation::{Lost, Reading, explained, options, read_tolerantly};
use super::{Problem, Report, Severity, Strategy};

pub use self::open::MAX_BYTES;

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
    match open::text(bytes) {
        Ok(text) => load_text(name, &text),
        Err(refused) => {
            let (text, problem) = *refused;
            Err(Box::new(Report::new(name, text, vec![problem])))
        }
    }
}

/// Loads a model that is part of the program.
///
/// # Errors
/// A report with at least one error, when it is no model.
pub fn load_builtin(name: &str, text: &'static str) -> Result<Loaded, Box<Report>> {
    load_text(name, text)
}

fn load_text(name: &str, text: &str) -> Result<Loaded, Box<Report>> {
    let (problems, strategy) = match json::read(text) {
        Some(json) => {
            let (problems, strategy) = parse(&json.text);
            let problems = problems.into_iter().map(|problem| json.back(problem));
            (problems.collect(), strategy)
        }
        None => parse(text),
    };
    let report = Report::new(name, text, problems);
    match strategy {
        Some(strategy) if report.errors() == 0 => Ok(Loaded { strategy, report }),
        _ => Err(Box::new(report)),
    }
}

/// `ron` decides what a text is. Places are looked for only when there is something to say.
fn parse(text: &str) -> (Vec<Problem>, Option<Strategy>) {
    let read = options().from_str::<Draft>(text);
    let foreign = read.as_ref().err().and_then(|_| foreign::check(text));
    if let Some(problem) = foreign.or_else(|| format::refused(text)) {
        return (vec![problem], None);
    }
    let unsaid = format::unsaid(text);
    let draft = match read {
        Ok(draft) => draft,
        Err(error) => {
            let judge =
                |text: &str, draft: Draft, lost: &Lost, _: &[Problem]| errors(text, &draft, lost);
            return (with(unsaid, explained(text, &error, judge)), None);
        }
    };
    if unsaid.is_some() {
        let draft = read_tolerantly::<Draft>(text).value.unwrap_or(draft);
        let problems = errors(text, &draft, &Lost::default());
        return (with(unsaid, problems), None);
    }
    let (problems, strategy) = check(text, &draft, &Lost::default());
    if problems.is_empty() {
        return (problems, strategy);
    }
    match read_tolerantly::<Draft>(text) {
        Reading {
            value: Some(draft),
            problems: none,
            lost,
            ..
        } if none.is_empty() => check(text, &draft, &lost),
        _ => (problems, strategy),
    }
}

/// The errors of what could be read of a text that `ron` refuses.
fn errors(text: &str, draft: &Draft, lost: &Lost) -> Vec<Problem> {
    let (problems, _) = check(text, draft, lost);
    problems.into_iter().filter(is_error).collect()
}

/// What is wrong with the format of a file, before all else; once.
fn with(unsaid: Option<Problem>, mut problems: Vec<Problem>) -> Vec<Problem> {
    if let Some(unsaid) = unsaid {
        problems.retain(|problem| problem.span != unsaid.span);
        problems.insert(0, unsaid);
    }
    problems
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

#[cfg(test)]
mod slips;
