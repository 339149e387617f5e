//! `senryaku check`: every problem of every model named.

use std::ffi::OsString;

use serde::Serialize;

use super::failure::{Failure, Outcome};
use super::fit::{self, LongStep};
use super::origin::Origin;
use super::out::Out;
use crate::cli::{Format, Global, Listing};
use crate::model::{Problem, Report, Severity};

pub(super) fn run(
    out: &mut Out,
    global: &Global,
    models: &[OsString],
    (strict, screen): (bool, Option<(u16, u16)>),
    listing: Listing,
) -> Outcome {
    let mut origins: Vec<Origin> = models.iter().map(|model| Origin::named(model)).collect();
    if origins.is_empty() {
        origins.push(Origin::chosen(global)?);
    }
    let mut code = 0;
    let mut reports = Vec::new();
    let mut strategies = Vec::new();
    for origin in &origins {
        match origin.load() {
            Ok(loaded) => reports.push(match loaded {
                Ok(loaded) => {
                    strategies.push((loaded.report.name.clone(), loaded.strategy));
                    loaded.report
                }
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
        Format::Text => {
            text(out, &reports)?;
            for (name, strategy) in &strategies {
                if let Some(size) = screen {
                    fit::print(out, (name, strategy), size)?;
                }
            }
        }
        Format::Json => {
            let mut checked: Vec<_> = reports.iter().map(CheckedJson::new).collect();
            if let Some(size) = screen {
                for each in &mut checked {
                    let own = strategies.iter().find(|(name, _)| &**name == each.file);
                    each.long_steps = own.map(|(_, strategy)| fit::long_steps(strategy, size));
                }
            }
            out.json(&checked)?;
        }
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
    #[serde(skip_serializing_if = "Option::is_none")]
    long_steps: Option<Vec<LongStep>>,
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
            long_steps: None,
        }
    }
}
