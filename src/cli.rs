//! The command line, as clap types and nothing else.

mod values;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Arg, Args, Command, CommandFactory, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use crate::model::Kind;

const ABOUT: &str = "Explore a national strategy in the terminal, offline";

const LONG_ABOUT: &str = "\
Explore a national strategy in the terminal, offline.

A strategy is one model file: pillars, actors, a timeline, threats, ideas and sources, linked with
each other. Japan's cybersecurity strategy of 2021 is built in; `senryaku new` starts your own.";

const EXAMPLES: &str = "\
Examples:
  senryaku                        explore the built-in model
  senryaku my-strategy.ron        explore a model of your own
  senryaku --at nisc-2015         start at one entry
  senryaku show nisc-2015         one entry with its links and sources
  senryaku find -k actor police   search, one hit per line
  senryaku new my-strategy.ron    start a model, with comments that explain the format

Exit codes: 0 all is well, 1 nothing found or the model has errors, 2 wrong usage, 130 interrupted.";

/// The options that matter to exploring alone: accepted everywhere, shown where they matter.
const EXPLORING: &[&str] = &["theme", "no_mouse", "at", "fresh"];

/// Everything on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "senryaku",
    version,
    about = ABOUT,
    long_about = LONG_ABOUT,
    after_help = EXAMPLES,
    override_usage = "senryaku [OPTIONS] [MODEL]\n       senryaku [OPTIONS] <COMMAND>",
    max_term_width = 100,
    subcommand_help_heading = "Commands",
    disable_help_subcommand = true
)]
pub struct Cli {
    /// The model to explore: a file, `-` for standard input, or a built-in id
    #[arg(value_name = "MODEL", value_hint = ValueHint::FilePath)]
    pub explored: Option<OsString>,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do; without it, explore.
    #[command(subcommand)]
    pub command: Option<Verb>,
}

/// The options of every command.
#[derive(Args, Debug)]
pub struct Global {
    /// The model: a file, `-` for standard input, or a built-in id
    #[arg(
        short,
        long,
        global = true,
        value_name = "MODEL",
        env = "SENRYAKU_MODEL",
        hide_env_values = true,
        value_hint = ValueHint::FilePath
    )]
    pub model: Option<OsString>,
    /// When to use colours and bold text
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,
    /// Draw with ASCII characters alone
    #[arg(long, global = true)]
    pub ascii: bool,
    /// The theme: terminal, ai, washi, contrast, mono, or a file in the themes folder
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// Leave the mouse to the terminal
    #[arg(long, global = true)]
    pub no_mouse: bool,
    /// Start at this entry
    #[arg(long, global = true, value_name = "ID")]
    pub at: Option<String>,
    /// Ignore the place saved last time
    #[arg(long, global = true)]
    pub fresh: bool,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Step through the strategy in a meeting
    #[command(after_help = "\
A clicker is enough: PgDn and PgUp step, `.` blanks the screen, Esc leaves. It goes on where it
was left; --fresh starts over.

Examples:
  senryaku brief --time 20m       with a clock, and the pace against the plan
  senryaku brief dx --points      from one entry on, point by point
  senryaku brief --notes          in a second terminal: the speaker's notes")]
    Brief {
        /// The entry to begin with; without it, where it was left
        #[arg(value_name = "ID")]
        id: Option<String>,
        /// How long it is to take: 20m, 90s, 1h05m
        #[arg(long, value_name = "TIME", value_parser = crate::brief::parse_duration)]
        time: Option<Duration>,
        /// Reveal points one by one
        #[arg(long)]
        points: bool,
        /// Follow the briefing of another terminal: notes, next step and clock
        #[arg(long, conflicts_with_all = ["id", "time", "points"])]
        notes: bool,
    },
    /// Print the outline, or one entry with its links and sources
    #[command(after_help = "\
Examples:
  senryaku show
  senryaku show nisc-2015
  senryaku show dx --format json")]
    Show {
        /// The id of an entry; without it, the outline
        #[arg(value_name = "ID")]
        id: Option<String>,
        /// How to print it.
        #[command(flatten)]
        listing: Listing,
    },
    /// Search every text: one hit per line, best first
    #[command(after_help = "\
Words may come in any order; all must match. A kind with a colon narrows the search, 'word matches
exactly, !word excludes. Quote what your shell would take for itself. Without words, -k lists all
entries of a kind.

Examples:
  senryaku find alliance exercises
  senryaku find -k actor police
  senryaku find 'event: 2015 !council'")]
    Find {
        /// What to look for
        #[arg(value_name = "QUERY", required_unless_present = "kind")]
        query: Vec<String>,
        /// Only entries of this kind
        #[arg(short, long, value_name = "KIND", value_parser = values::kind(), ignore_case = true)]
        kind: Option<Kind>,
        /// At most this many hits
        #[arg(long, value_name = "N", value_parser = values::count)]
        limit: Option<usize>,
        /// How to print them.
        #[command(flatten)]
        listing: Listing,
    },
    /// Print the links of an entry, one per line
    Links {
        /// The id of an entry
        #[arg(value_name = "ID")]
        id: String,
        /// Only links that lead to it
        #[arg(long = "in", conflicts_with = "outward")]
        inward: bool,
        /// Only links that it carries
        #[arg(long = "out")]
        outward: bool,
        /// How to print them.
        #[command(flatten)]
        listing: Listing,
    },
    /// Print every problem of a model, with its place and what to do
    #[command(after_help = "\
Errors make a model unusable; advice would make it better.

Examples:
  senryaku check my-strategy.ron
  senryaku check --strict models/*.ron")]
    Check {
        /// Models to check; without any, the one that would be explored
        #[arg(value_name = "MODEL", value_hint = ValueHint::FilePath)]
        models: Vec<OsString>,
        /// Let advice count as an error
        #[arg(long)]
        strict: bool,
        /// Tell which steps of the briefing need more than one screen of this size
        #[arg(long, value_name = "COLUMNSxROWS", value_parser = values::size)]
        screen: Option<(u16, u16)>,
        /// How to print them.
        #[command(flatten)]
        listing: Listing,
    },
    /// Write a starter model with comments, or a copy of the built-in one
    New {
        /// The file to write
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// Copy the built-in model instead
        #[arg(long)]
        from_builtin: bool,
        /// Overwrite the file if it exists
        #[arg(long)]
        force: bool,
    },
    /// Print the whole model as Markdown or JSON, or the briefing as Markdown
    Export {
        /// The form
        #[arg(long, value_name = "FORM", default_value = "md")]
        format: Form,
        /// With what the speaker says (for the form `deck`)
        #[arg(long)]
        with_notes: bool,
        /// Write to this file, replacing it
        #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,
    },
    /// List the built-in models
    Models {
        /// How to print them.
        #[command(flatten)]
        listing: Listing,
    },
    /// Print a completion script for a shell
    #[command(after_help = "\
Examples:
  senryaku completions bash > ~/.local/share/bash-completion/completions/senryaku
  senryaku completions fish > ~/.config/fish/completions/senryaku.fish")]
    Completions {
        /// The shell
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// Print the manual page
    #[command(after_help = "\
Example:
  senryaku man > ~/.local/share/man/man1/senryaku.1")]
    Man,
    /// Print where settings and state are kept
    Paths {
        /// How to print them.
        #[command(flatten)]
        listing: Listing,
    },
}

/// How a list is printed.
#[derive(Args, Clone, Copy, Debug)]
pub struct Listing {
    /// Text to read, or JSON for another program
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub format: Format,
}

/// The forms of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text to read
    Text,
    /// JSON for another program
    Json,
}

/// The forms of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Markdown
    Md,
    /// JSON, with the names of the model file
    Json,
    /// The steps of the briefing as Markdown, for the audience
    Deck,
}

/// The whole command line, ready to parse, complete and document.
pub fn command() -> Command {
    let command = Cli::command();
    let hidden: Vec<Arg> = command
        .get_arguments()
        .filter(|arg| EXPLORING.contains(&arg.get_id().as_str()))
        .map(|arg| arg.clone().hide(true))
        .collect();
    command.mut_subcommands(|verb| verb.args(&hidden))
}

#[cfg(test)]
mod tests {
    use clap::FromArgMatches;

    use super::*;

    fn parse(words: &[&str]) -> Cli {
        let matches = command()
            .try_get_matches_from(words)
            .unwrap_or_else(|error| panic!("{error}"));
        Cli::from_arg_matches(&matches).unwrap()
    }

    #[test]
    fn the_types_hold_together() {
        command().debug_assert();
    }

    #[test]
    fn a_word_that_is_no_command_is_a_model() {
        let cli = parse(&["senryaku", "mine.ron", "--ascii"]);
        assert_eq!(cli.explored.unwrap(), "mine.ron");
        assert!(cli.command.is_none() && cli.global.ascii);
        assert_eq!(parse(&["senryaku", "-"]).explored.unwrap(), "-");
    }

    #[test]
    fn global_options_stand_before_or_after_the_command() {
        for words in [
            ["senryaku", "-m", "mine.ron", "--at", "dx", "show"],
            ["senryaku", "show", "-m", "mine.ron", "--at", "dx"],
        ] {
            let cli = parse(&words);
            assert_eq!(cli.global.model.unwrap(), "mine.ron");
            assert_eq!(cli.global.at.unwrap(), "dx");
            assert!(matches!(cli.command, Some(Verb::Show { id: None, .. })));
        }
    }

    #[test]
    fn kinds_may_be_plural_and_in_any_case() {
        let cli = parse(&["senryaku", "find", "-k", "ACTORS", "police"]);
        let Some(Verb::Find { kind, .. }) = cli.command else {
            panic!("not find");
        };
        assert_eq!(kind, Some(Kind::Actor));
    }
}
