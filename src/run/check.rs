//! `senryaku check`: every problem of every model named.

use std::ffi::OsString;

use serde::Serialize;

use super::failure::{Failure, Outcome};
use super::origin::Origin;
use super::out::Out;
use crate::cli::{Format, Global, Listing};
use crate::model::{Problem, Report, Severity};

pub(super) fn run(
    out: &mut Out,
    global: &Global,
    models: &[OsString],
    strict: bool,
    listing: Listing,
) -> Outcome {
    let mut origins: Vec<Origin> = models.iter().map(|model| Origin::named(model)).collect();
    if origins.is_empty() {
        origins.push(Origin::chosen(global)?);
    }
    let mut code = 0;
    let mut reports = Vec::new();
    for origin in &origins {
        match origin.load() {
            Ok(loaded) => reports.push(match loaded {
                Ok(loaded) => loaded.report,
                Err(report) => *report,
            }),
            // One file that cannot be read must not hide what is wrong with the others.
            Err(Failure::Closed) => return Err(Failure::Closed),
            Err(failure) => code = failure.report(global.color).max(code),
        }
    }
    let fails = |report: &Report| report.errors() > 0 || (strict && report.advice() > 0);
    if reports.iter().any(fails) {
        code = code.max(1);
    }
    match listing.format {
        Format::Text => text(out, &reports)?,
        Format::Json => out.json(&reports.iter().map(CheckedJson::new).collect::<Vec<_>>())?,
    }
    Ok(code)
}

fn text(out: &mut Out, reports: &[Report]) -> Result<(), Failure> {
    for report in reports {
        if !report.problems.is_empty() {
            let problems = report.render(out.paper().styled, out.is_ascii());
            out.text(problems.trim_end())?;
            out.text("\n\n")?;
        }
    }
    for report in reports {
        out.text(&format!("{}: {}\n", report.name, report.summary()))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct CheckedJson<'a> {
    file: &'a str,
    errors: usize,
    advice: usize,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    severity: &'static str,
    line: usize,
    column: usize,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

impl<'a> CheckedJson<'a> {
    fn new(report: &'a Report) -> Self {
        let problem = |problem: &'a Problem| {
            let place = report.place(problem.span.start);
            ProblemJson {
                severity: match problem.severity {
                    Severity::Error => "error",
                    Severity::Advice => "advice",
                },
                line: place.line,
                column: place.column,
                message: &problem.message,
                help: problem.help.as_deref(),
            }
        };
        Self {
            file: &report.name,
            errors: report.errors(),
            advice: report.advice(),
            problems: report.problems.iter().map(problem).collect(),
        }
    }
}
