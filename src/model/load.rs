//! From bytes to a strategy: parse, check, index.

mod foreign;
mod format;
mod open;

use ron::error::SpannedError;

use super::check::Checker;
use super::draft::{Draft, EntryDraft};
use super::mend::{Lost, mend};
use super::quick::{self, Sink};
use super::reader::options;
use super::repair::repair;
use super::{Kind, Problem, Report, Severity, Strategy};
use crate::text::Whole;

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

/// How far loading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// An entry was read that ends at this byte.
    Read(usize),
    /// The text is not as models are usually written, or wrong: it is read again, and closely.
    Closely,
}

/// Loads a model. `name` is how messages call the file.
///
/// # Errors
/// A report with at least one error, when the text is no model.
pub fn load(name: &str, bytes: Vec<u8>) -> Result<Loaded, Box<Report>> {
    load_watched(name, bytes, &mut |_| ())
}

/// Loads a model, and tells after every entry how far it is.
///
/// # Errors
/// A report with at least one error, when the text is no model.
pub fn load_watched(
    name: &str,
    bytes: Vec<u8>,
    watch: &mut dyn FnMut(Stage),
) -> Result<Loaded, Box<Report>> {
    match open::text(bytes) {
        Ok(text) => load_text(name, text.into(), watch),
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
    load_text(name, Whole::Static(text), &mut |_| ())
}

fn load_text(name: &str, text: Whole, watch: &mut dyn FnMut(Stage)) -> Result<Loaded, Box<Report>> {
    let (problems, strategy) = match foreign::check(&text).or_else(|| format::check(&text)) {
        Some(problem) => (vec![problem], None),
        None => parse(&text, watch),
    };
    let report = Report::new(name, text, problems);
    match strategy {
        Some(strategy) if report.errors() == 0 => Ok(Loaded { strategy, report }),
        _ => Err(Box::new(report)),
    }
}

fn parse(text: &Whole, watch: &mut dyn FnMut(Stage)) -> (Vec<Problem>, Option<Strategy>) {
    let lost = Lost::default();
    let mut watched = Watched {
        checker: Checker::new(text, &lost),
        watch,
    };
    if let Ok(draft) = quick::read(text, &mut watched) {
        return watched.checker.finish(&draft);
    }
    let Watched { watch, .. } = watched;
    watch(Stage::Closely);
    let first = match options().from_str::<Draft<'_>>(text) {
        Ok(draft) => return check(text, &draft, &lost),
        Err(error) => error,
    };
    (mended(text, first), None)
}

/// The problems of a text that is refused, none of them twice.
fn mended(text: &Whole, first: SpannedError) -> Vec<Problem> {
    let repaired = repair(text);
    if repaired.is_same() {
        return read_on(text, first, true);
    }
    let copy = Whole::from(repaired.text.clone());
    let more = match options().from_str::<Draft<'_>>(&copy) {
        Ok(_) if repaired.cut => Vec::new(),
        Ok(draft) => check(&copy, &draft, &Lost::default()).0,
        Err(error) => read_on(&copy, error, !repaired.cut),
    };
    let mut problems = repaired.problems.clone();
    problems.extend(
        more.into_iter()
            .filter(is_error)
            .map(|problem| repaired.back(problem)),
    );
    problems
}

/// Reads on behind every error, and then checks what is left, if there is any sense in it.
fn read_on(text: &Whole, first: SpannedError, whole: bool) -> Vec<Problem> {
    let mended = mend(text, first, |sheet| {
        options().from_str::<Draft<'_>>(sheet).map(drop)
    });
    let mut problems = mended.problems;
    if whole
        && let Some(sheet) = mended.text.map(Whole::from)
        && let Ok(draft) = options().from_str::<Draft<'_>>(&sheet)
    {
        let (more, _) = check(&sheet, &draft, &mended.lost);
        problems.extend(more.into_iter().filter(is_error));
    }
    problems
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

fn check(text: &Whole, draft: &Draft<'_>, lost: &Lost) -> (Vec<Problem>, Option<Strategy>) {
    let mut checker = Checker::new(text, lost);
    for (kind, section) in draft.sections() {
        checker.section(kind);
        for entry in section {
            checker.take(entry);
        }
    }
    checker.finish(draft)
}

/// Hands entries on to the checks, and tells how far the text was read.
struct Watched<'a, 'w> {
    checker: Checker<'a>,
    watch: &'w mut dyn FnMut(Stage),
}

impl<'a> Sink<'a> for Watched<'a, '_> {
    fn section(&mut self, kind: Kind) {
        self.checker.section(kind);
    }

    fn entry(&mut self, entry: EntryDraft<'a>, end: usize) {
        self.checker.take(&entry);
        (self.watch)(Stage::Read(end));
    }
}
