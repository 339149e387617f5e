//! The command line, as clap types and nothing else.

mod values;
mod verb;

use std::ffi::OsString;

use clap::{Arg, Args, Command, CommandFactory, Parser, ValueEnum, ValueHint};

pub use verb::{
    AskArgs, BriefArgs, CheckArgs, CompletionsArgs, ExportArgs, FindArgs, LinksArgs, ManArgs,
    ManPage, MineArgs, ModelsArgs, NewArgs, PathsArgs, PlanArgs, ShowArgs, StudyArgs, SubjectArgs,
    Verb,
};

use crate::config::Theme;
use crate::model::AsOfChoice;

/// The variable that names a model.
pub const MODEL: &str = "SENRYAKU_MODEL";

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
  senryaku brief --time 20m       step through it in a meeting
  senryaku study dx               test yourself on one pillar
  senryaku show nisc-2015         one entry with its links and sources
  senryaku find -k actor police   search, one hit per line
  senryaku ask who heads NISC      a question, answered with dates and sources
  senryaku new my-strategy.ron    start a model, with comments that explain the format

Exit codes: 0 all is well, 1 nothing found or the model has errors, 2 wrong usage, 130 interrupted.";

/// The options that do not matter to every command: accepted everywhere, shown where they matter.
const ON_SCREEN: &[&str] = &["theme", "no_mouse", "at", "fresh", "as_of"];

/// Which of them a command has a use for.
fn uses(verb: &str) -> &'static [&'static str] {
    match verb {
        "brief" => &["theme", "no_mouse", "fresh", "as_of"],
        "study" => &["theme", "no_mouse"],
        "ask" | "show" | "links" | "find" | "export" => &["as_of"],
        _ => &[],
    }
}

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

impl Cli {
    /// What an empty command line means, without the making of every command only to parse nothing.
    /// Whoever calls this has looked at [`MODEL`] too.
    pub const fn bare() -> Self {
        Self {
            explored: None,
            global: Global {
                model: None,
                color: When::Auto,
                ascii: false,
                theme: None,
                no_mouse: false,
                at: None,
                fresh: false,
                as_of: None,
            },
            command: None,
        }
    }
}

/// The options of every command.
#[derive(Args, Debug)]
#[command(next_help_heading = "Options of every command")]
pub struct Global {
    /// The model: a file, `-` for standard input, or a built-in id
    #[arg(
        short,
        long,
        global = true,
        value_name = "MODEL",
        env = MODEL,
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
    /// The theme.
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        help = format!("The theme: {}, or a file in the themes folder", Theme::NAMES.join(", "))
    )]
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
    /// What holds on a day, not at all times: all, adopted, now, or a date such as 2021-09-28
    #[arg(long, global = true, value_name = "DAY", value_parser = values::as_of)]
    pub as_of: Option<AsOfChoice>,
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
    /// Cards for Anki's text importer
    Anki,
    /// A sheet of questions to print, with the answers at its end
    Sheet,
    /// A page a pillar to revise from: what matters most, dates, holders, judgements, questions
    Revision,
}

/// The whole command line, ready to parse, complete and document.
pub fn command() -> Command {
    let command = Cli::command();
    let of_screens: Vec<Arg> = command
        .get_arguments()
        .filter(|arg| ON_SCREEN.contains(&arg.get_id().as_str()))
        .cloned()
        .collect();
    command.mut_subcommands(|verb| {
        let shown = uses(verb.get_name());
        let hidden = of_screens
            .iter()
            .filter(|arg| !shown.contains(&arg.get_id().as_str()))
            .map(|arg| arg.clone().hide(true));
        verb.args(hidden)
    })
}

#[cfg(test)]
mod tests {
    use clap::FromArgMatches;

    use super::*;
    use crate::model::Kind;

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
    fn the_empty_command_line_is_known_without_parsing() {
        if std::env::var_os(MODEL).is_none() {
            let parsed = parse(&["senryaku"]);
            assert_eq!(format!("{parsed:?}"), format!("{:?}", Cli::bare()));
        }
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
            assert!(matches!(cli.command, Some(Verb::Show(_))));
        }
    }

    #[test]
    fn a_day_is_a_word_or_a_date() {
        let cli = parse(&["senryaku", "show", "dx", "--as-of", "2021-09"]);
        let day = "2021-09".parse().unwrap();
        assert_eq!(cli.global.as_of, Some(AsOfChoice::On(day)));
        let wrong = command().try_get_matches_from(["senryaku", "--as-of", "yesterday"]);
        let message = wrong.unwrap_err().to_string();
        assert!(
            message.contains("all, adopted, now or a date is wanted"),
            "{message}"
        );
    }

    #[test]
    fn kinds_may_be_plural_and_in_any_case() {
        let cli = parse(&["senryaku", "find", "-k", "ACTORS", "police"]);
        let Some(Verb::Find(args)) = cli.command else {
            panic!("not find");
        };
        assert_eq!(args.kind, Some(Kind::Actor));
    }
}
