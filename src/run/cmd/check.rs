//! `senryaku check`: every problem of every model named.

mod overflow;

use serde::Serialize;

use overflow::LongStep;

use crate::cli::{CheckArgs, Format, Global};
use crate::model::{Problem, Report, Severity};
use crate::run::failure::{Failure, Outcome};
use crate::run::model_source::ModelSource;
use crate::run::out::Out;

pub(crate) fn run(global: &Global, args: &CheckArgs) -> Outcome {
    let mut out = Out::new(global);
    let mut sources: Vec<ModelSource> = args
        .models
        .iter()
        .map(|model| ModelSource::named(model))
        .collect();
    if sources.is_empty() {
        sources.push(ModelSource::chosen(global)?);
    }
    let mut code = 0;
    let mut reports = Vec::new();
    let mut strategies = Vec::new();
    for source in &sources {
        match source.load() {
            Ok(loaded) => reports.push(match loaded {
                Ok(loaded) => {
                    strategies.push((loaded.report.name.clone(), loaded.strategy));
                    loaded.report
                }
                Err(report) => *report,
            }),
            // One file that cannot be read must not hide what is wrong with the others.
            Err(failure) => code = failure.report(global.color).max(code),
        }
    }
    let fails = |report: &Report| report.errors() > 0 || (args.strict && report.advice() > 0);
    if reports.iter().any(fails) {
        code = code.max(1);
    }
    match args.listing.format {
        Format::Text => {
            text(&mut out, &reports)?;
            for (name, strategy) in &strategies {
                if let Some(size) = args.screen {
                    overflow::print(&mut out, (name, strategy), size)?;
                }
            }
        }
        Format::Json => {
            let mut checked: Vec<_> = reports.iter().map(CheckedJson::new).collect();
            if let Some(size) = args.screen {
                for each in &mut checked {
                    let own = strategies.iter().find(|(name, _)| &**name == each.file);
                    each.long_steps = own.map(|(_, strategy)| overflow::long_steps(strategy, size));
                }
            }
            out.json(&checked)?;
        }
    }
    out.finish(code)
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
