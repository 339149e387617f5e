//! The shell: the only code that touches the terminal, the disk and the clock.

mod alive;
mod as_of;
mod beacon;
mod brief;
mod builtin;
mod check;
mod explore;
mod export;
mod failure;
mod find;
mod fit;
mod folders;
mod guess;
mod links;
mod look;
mod models;
mod new;
mod open;
mod origin;
mod out;
mod pages;
mod paths;
mod place;
mod progress;
mod reviews;
mod session;
mod show;
mod study;
mod terminal;
mod today;
mod told;
mod write;

use std::process::ExitCode;

use clap::parser::ValueSource;
use clap::{ArgMatches, FromArgMatches};

use crate::cli::{self, Cli, Verb};
use failure::{Failure, Outcome};
use origin::Origin;
use out::Out;

pub use session::Frame;

/// The exit code of wrong usage.
const USAGE: u8 = 2;

/// The whole program.
pub fn main() -> ExitCode {
    if std::env::args_os().len() == 1 && std::env::var_os(cli::MODEL).is_none() {
        return done(run(Cli::bare()), cli::When::Auto);
    }
    let parsed = cli::command()
        .try_get_matches()
        .and_then(|matches| Ok((Cli::from_arg_matches(&matches)?, matches)));
    let (cli, matches) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return ExitCode::from(unparsed(&error)),
    };
    let color = cli.global.color;
    let outcome = contradiction(&cli, &matches).and_then(|()| run(cli));
    done(outcome, color)
}

fn done(outcome: Outcome, color: cli::When) -> ExitCode {
    ExitCode::from(outcome.unwrap_or_else(|failure| failure.report(color)))
}

/// Prints help, or what is wrong with the command line; gives the exit code.
fn unparsed(error: &clap::Error) -> u8 {
    if let Some(failure) = guess::mistyped(error, std::env::args_os().skip(1)) {
        return failure.report(cli::When::Never);
    }
    // A closed pipe is no error, and for others there is nowhere left to tell of them.
    let _ = error.print();
    u8::try_from(error.exit_code()).unwrap_or(USAGE)
}

/// What clap cannot tell apart: a model named twice. The environment gives way to both.
fn contradiction(cli: &Cli, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(explored) = &cli.explored else {
        return Ok(());
    };
    let model = Origin::named(explored).name();
    if cli.command.is_some() {
        return Err(Failure::usage(format!(
            "`{model}` stands before a command: name a model for a command with -m {model}"
        )));
    }
    if matches.value_source("model") == Some(ValueSource::CommandLine) {
        return Err(Failure::usage(format!(
            "two models: `{model}` and the one of -m; only one can be explored"
        )));
    }
    Ok(())
}

fn run(cli: Cli) -> Outcome {
    let Cli {
        explored,
        global,
        command,
    } = cli;
    let Some(verb) = command else {
        return explore::run(explored.as_deref(), &global);
    };
    let verb = match verb {
        Verb::Brief { notes: true, .. } => return brief::follow(&global),
        Verb::Brief {
            id, time, points, ..
        } => return brief::run(&global, &brief::Wish { id, time, points }),
        Verb::Study {
            about,
            cram,
            count,
            seed,
            choice,
            recall,
            due: false,
            stats: false,
            ..
        } => {
            let about = about.join(" ");
            let asked = study::Asked::new(about, (choice, recall), (cram, count, seed));
            return study::run(&global, &asked);
        }
        other => other,
    };
    let mut out = Out::new(&global);
    let code = match verb {
        Verb::Brief { .. } => Ok(0),
        Verb::Study {
            about,
            stats,
            listing,
            ..
        } => {
            let print = if stats {
                study::Print::Stats
            } else {
                study::Print::Due
            };
            study::print(&mut out, &global, &about.join(" "), (print, listing.format))
        }
        Verb::Show { id, listing } => show::run(&mut out, &global, id.as_deref(), listing),
        Verb::Find {
            query,
            kind,
            limit,
            listing,
        } => find::run(&mut out, &global, (&query.join(" "), kind, limit), listing),
        Verb::Links {
            id,
            inward,
            outward,
            listing,
        } => links::run(&mut out, &global, &id, (inward, outward), listing),
        Verb::Check {
            models,
            strict,
            screen,
            listing,
        } => check::run(&mut out, &global, &models, (strict, screen), listing),
        Verb::New {
            file,
            from_builtin,
            force,
        } => new::run(&mut out, &file, from_builtin, force),
        Verb::Export {
            format,
            with_notes,
            count,
            seed,
            output,
        } => {
            let how = export::How {
                form: format,
                notes: with_notes,
                count,
                seed,
            };
            export::run(&mut out, &global, how, output.as_deref())
        }
        Verb::Models { listing } => models::run(&mut out, listing),
        Verb::Completions { shell } => pages::completions(&mut out, shell),
        Verb::Man => pages::manual(&mut out),
        Verb::Paths { listing } => paths::run(&mut out, listing),
    }?;
    out.finish()?;
    Ok(code)
}
