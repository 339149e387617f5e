//! The shell: the only code that touches the terminal, the disk and the clock.

mod as_of;
mod builtin;
mod cmd;
mod environment;
mod failure;
mod launch;
mod message;
mod model_source;
mod open;
mod out;
mod progress;
mod session;
mod speaker_line;
mod state;
mod subject;
mod suggest;
mod talk;
mod terminal;
mod today;
mod write;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::ExitCode;

use clap::parser::ValueSource;
use clap::{ArgMatches, FromArgMatches};

use crate::cli::{self, Cli, Verb};
use crate::text::Clean;
use failure::{Failure, Outcome, USAGE};
use model_source::ModelSource;

pub use session::Frame;

/// The whole program.
pub fn main() -> ExitCode {
    terminal::outlive_limits();
    if std::env::args_os().len() == 1 && std::env::var_os(cli::MODEL).is_none() {
        return done(run(&Cli::bare()), cli::When::Auto);
    }
    let parsed = cli::command()
        .try_get_matches()
        .and_then(|matches| Ok((Cli::from_arg_matches(&matches)?, matches)));
    let (cli, matches) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return ExitCode::from(unparsed(error)),
    };
    let color = cli.global.color;
    let outcome = contradiction(&cli, &matches).and_then(|()| run(&cli));
    done(outcome, color)
}

fn done(outcome: Outcome, color: cli::When) -> ExitCode {
    ExitCode::from(outcome.unwrap_or_else(|failure| failure.report(color)))
}

/// Prints help, or what is wrong with the command line; gives the exit code.
fn unparsed(error: clap::Error) -> u8 {
    if let Some(failure) = suggest::mistyped(&error, std::env::args_os().skip(1)) {
        return failure.report(cli::When::Never);
    }
    let error = if error.use_stderr() {
        quoting_clean(&error)
    } else {
        error
    };
    let code = u8::try_from(error.exit_code()).unwrap_or(USAGE);
    match error.print() {
        // Help that nobody got is no success; a reader who has heard enough is.
        Err(failed) if !error.use_stderr() && failed.kind() != ErrorKind::BrokenPipe => {
            Failure::from(failed).report(cli::When::Never)
        }
        _ => code,
    }
}

/// The same error about the same arguments, with nothing in them that drives a terminal: clap
/// quotes them as they are.
fn quoting_clean(error: &clap::Error) -> clap::Error {
    let clean = |argument: OsString| Clean::new(&argument.to_string_lossy()).to_string();
    let arguments: Vec<String> = std::env::args_os().map(clean).collect();
    let again = cli::command()
        .try_get_matches_from(&arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    match again {
        Err(again) if again.use_stderr() => again,
        // Nothing is wrong with the clean ones; the first error has no words but its kind's then.
        _ => clap::Error::new(error.kind()),
    }
}

/// What clap cannot tell apart: a model named twice. The environment gives way to both.
fn contradiction(cli: &Cli, matches: &ArgMatches) -> Result<(), Failure> {
    let deepest = matches.subcommand().map_or(matches, |(_, verb)| verb);
    let typed = deepest.value_source("model") == Some(ValueSource::CommandLine);
    match &cli.command {
        Some(Verb::Show(args)) if typed => subject::contradiction(&args.subject)?,
        Some(Verb::Export(args)) if typed => subject::contradiction(&args.subject)?,
        _ => (),
    }
    let Some(explored) = &cli.explored else {
        return Ok(());
    };
    let model = ModelSource::named(explored).name();
    if cli.command.is_some() {
        return Err(Failure::usage(format!(
            "`{model}` stands before a command: name a model for a command with -m {model}"
        )));
    }
    if typed {
        return Err(Failure::usage(format!(
            "two models: `{model}` and the one of -m; only one can be explored"
        )));
    }
    Ok(())
}

fn run(cli: &Cli) -> Outcome {
    let global = &cli.global;
    match &cli.command {
        None => cmd::explore::run(global, cli.explored.as_deref()),
        Some(Verb::Brief(args)) => cmd::brief::run(global, args),
        Some(Verb::Study(args)) => cmd::study::run(global, args),
        Some(Verb::Show(args)) => cmd::show::run(global, args),
        Some(Verb::Ask(args)) => cmd::ask::run(global, args),
        Some(Verb::Find(args)) => cmd::find::run(global, args),
        Some(Verb::Links(args)) => cmd::links::run(global, args),
        Some(Verb::Check(args)) => cmd::check::run(global, args),
        Some(Verb::New(args)) => cmd::new::run(global, args),
        Some(Verb::Export(args)) => cmd::export::run(global, args),
        Some(Verb::Models(args)) => cmd::models::run(global, args),
        Some(Verb::Completions(args)) => cmd::completions::run(global, args),
        Some(Verb::Man(args)) => cmd::man::run(global, args),
        Some(Verb::Paths(args)) => cmd::paths::run(global, args),
        Some(Verb::Mine(args)) => cmd::mine::run(global, args),
    }
}
