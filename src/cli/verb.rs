//! The commands and their arguments.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use super::{Form, Listing, values};
use crate::model::Kind;

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
    Brief(BriefArgs),
    /// Test yourself on the strategy
    #[command(after_help = "\
Cards are made from the model; each comes back when you are about to forget it. Answers are saved
as they are given.

Examples:
  senryaku study                  what is due, then what is new
  senryaku study dx -n 10         ten cards on a pillar and what belongs to it
  senryaku study actors --recall  answers recalled, not chosen
  senryaku study --cram           any card, and the schedule is left alone
  senryaku study --course 20m     pages and cards in turn, a checkpoint for each pillar
  senryaku study --stats          how you stand")]
    Study(StudyArgs),
    /// Print the outline, or one entry with its links and sources
    #[command(after_help = "\
Examples:
  senryaku show
  senryaku show nisc-2015
  senryaku show dx --format json
  senryaku show my-strategy.ron ports")]
    Show(ShowArgs),
    /// Search every text: one hit per line, best first
    #[command(after_help = "\
Words may come in any order; all must match. A kind with a colon narrows the search, 'word matches
exactly, !word excludes. Quote what your shell would take for itself. Without words, -k lists all
entries of a kind.

Examples:
  senryaku find alliance exercises
  senryaku find -k actor police
  senryaku find 'event: 2015 !council'")]
    Find(FindArgs),
    /// Answer a question from the model's own sentences, with dates and sources
    #[command(after_help = "\
Asks who, what, when, which, where, how and why. What the model does not say is not answered.

Examples:
  senryaku ask who headed the headquarters in 2021
  senryaku ask 'what replaced NISC?'
  senryaku ask what happened between 2014 and 2016
  senryaku ask --as-of adopted who is above NISC")]
    Ask(AskArgs),
    /// Print the links of an entry, one per line
    Links(LinksArgs),
    /// Print every problem of a model, with its place and what to do
    #[command(after_help = "\
Errors make a model unusable; advice would make it better.

Examples:
  senryaku check my-strategy.ron
  senryaku check --strict models/*.ron
  senryaku check --screen 80x24   which steps need more than one screen")]
    Check(CheckArgs),
    /// Write a starter model with comments, or a copy of the built-in one
    New(NewArgs),
    /// Print the model as Markdown or JSON, the briefing as Markdown, or cards to study
    #[command(after_help = "\
Examples:
  senryaku export -o strategy.md                the whole model, to read
  senryaku export my-strategy.ron               a model of your own
  senryaku export --format deck --with-notes    the briefing, with what the speaker says
  senryaku export --format anki -o cards.txt    every card, for Anki
  senryaku export --format sheet -n 20          twenty questions on paper
  senryaku export --format revision dx          one pillar on a page, with ten questions")]
    Export(ExportArgs),
    /// List the built-in models
    Models(ModelsArgs),
    /// Print a completion script for a shell
    #[command(after_help = "\
Examples:
  senryaku completions bash > ~/.local/share/bash-completion/completions/senryaku
  senryaku completions fish > ~/.config/fish/completions/senryaku.fish")]
    Completions(CompletionsArgs),
    /// Print the manual page, or all about the format of models
    #[command(after_help = "\
Examples:
  senryaku man > ~/.local/share/man/man1/senryaku.1
  senryaku man format | less      every field, every verb")]
    Man(ManArgs),
    /// Print where settings and state are kept
    Paths(PathsArgs),
    /// Print the questions parked in a briefing with `!`
    Mine(MineArgs),
}

/// Which steps a briefing has.
#[derive(Args, Debug, Default)]
pub struct PlanArgs {
    /// The steps of this file, in place of those of the model
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub plan: Option<PathBuf>,
    /// These steps alone, in this order: ids of entries, or actors, threats, milestones and so on
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    pub only: Vec<String>,
    /// As much as fits into this time; what matters least is left out
    #[arg(long, value_name = "TIME", value_parser = crate::brief::parse_duration)]
    pub fit: Option<Duration>,
}

/// What `senryaku brief` is told.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
)]
#[derive(Args, Debug)]
pub struct BriefArgs {
    /// The entry to begin with; without it, where it was left
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// How long it is to take: 20m, 90s, 1h05m
    #[arg(long, value_name = "TIME", value_parser = crate::brief::parse_duration)]
    pub time: Option<Duration>,
    /// Reveal points one by one
    #[arg(long)]
    pub points: bool,
    /// Measure the steps, and print the plan with these times at the end
    #[arg(long)]
    pub rehearse: bool,
    /// Show the slide and a thin line of progress alone, without clock and keys
    #[arg(long)]
    pub clean: bool,
    /// Show the markers of sources on the slides
    #[arg(long)]
    pub cites: bool,
    /// Follow the briefing of another terminal, with -m the one of that model: notes, next step and clock
    #[arg(long, conflicts_with_all = ["id", "time", "points", "rehearse", "clean", "cites", "plan", "only", "fit"])]
    pub notes: bool,
    /// Which steps.
    #[command(flatten)]
    pub plan: PlanArgs,
}

/// What `senryaku study` is told.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
)]
#[derive(Args, Debug)]
pub struct StudyArgs {
    /// An entry, a kind of entries, or a search; without it, everything
    #[arg(value_name = "ID or QUERY")]
    pub about: Vec<String>,
    /// Ask anything, due or not, and leave the schedule alone
    #[arg(long)]
    pub cram: bool,
    /// At most this many cards
    #[arg(short = 'n', long = "count", value_name = "N", value_parser = values::count)]
    pub count: Option<usize>,
    /// The same seed asks the same cards in the same order
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// A course of this length: pages, cards on them, a checkpoint for each pillar; it goes on
    /// where it was left
    #[arg(long, value_name = "TIME", value_parser = values::course,
        conflicts_with_all = ["about", "cram", "count", "seed", "choice", "recall", "due", "stats", "aside"])]
    pub course: Option<Duration>,
    /// Only options and orders
    #[arg(long, conflicts_with = "recall")]
    pub choice: bool,
    /// Only answers that you recall and grade yourself
    #[arg(long)]
    pub recall: bool,
    /// Official names in the original language as well
    #[arg(long)]
    pub original: bool,
    /// Print what is due
    #[arg(long, conflicts_with = "stats")]
    pub due: bool,
    /// Print retention, what is due each day, and how you stand with each pillar
    #[arg(long)]
    pub stats: bool,
    /// Print the cards that you put aside with x
    #[arg(long, conflicts_with_all = ["due", "stats", "take_back", "about"])]
    pub aside: bool,
    /// Ask a card again that was put aside; its key is what --aside prints
    #[arg(long, conflicts_with_all = ["due", "stats"], requires = "about")]
    pub take_back: bool,
    /// How to print them.
    #[command(flatten)]
    pub listing: Listing,
}

/// A model, an entry, or an entry of a model.
#[derive(Args, Debug)]
pub struct SubjectArgs {
    /// A model file, which ends in .ron or .json, or the id of an entry
    #[arg(value_name = "FILE or ID", value_hint = ValueHint::FilePath)]
    pub subject: Option<OsString>,
    /// The id of an entry of that file
    #[arg(value_name = "ID")]
    pub entry: Option<String>,
}

impl SubjectArgs {
    /// Whether the first word is the name of a file.
    pub fn names_file(&self) -> bool {
        let ending = self
            .subject
            .as_deref()
            .and_then(|word| Path::new(word).extension());
        self.entry.is_some() || ending.is_some_and(|ending| ending == "ron" || ending == "json")
    }

    /// Whether an entry is named.
    pub fn names_entry(&self) -> bool {
        self.entry.is_some() || (self.subject.is_some() && !self.names_file())
    }
}

/// What `senryaku show` is told.
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// What to print; without it, the outline.
    #[command(flatten)]
    pub subject: SubjectArgs,
    /// How to print it.
    #[command(flatten)]
    pub listing: Listing,
}

/// What `senryaku find` is told.
#[derive(Args, Debug)]
pub struct FindArgs {
    /// What to look for
    #[arg(value_name = "QUERY", required_unless_present = "kind")]
    pub query: Vec<String>,
    /// Only entries of this kind
    #[arg(short, long, value_name = "KIND", value_parser = values::kind(), ignore_case = true)]
    pub kind: Option<Kind>,
    /// At most this many hits
    #[arg(long, value_name = "N", value_parser = values::count)]
    pub limit: Option<usize>,
    /// How to print them.
    #[command(flatten)]
    pub listing: Listing,
}

/// What `senryaku ask` is told.
#[derive(Args, Debug)]
pub struct AskArgs {
    /// The question
    #[arg(value_name = "QUESTION", required = true)]
    pub question: Vec<String>,
    /// How to print the answer.
    #[command(flatten)]
    pub listing: Listing,
}

/// What `senryaku links` is told.
#[derive(Args, Debug)]
pub struct LinksArgs {
    /// The id of an entry
    #[arg(value_name = "ID")]
    pub id: String,
    /// Only links that lead to it
    #[arg(long = "in", conflicts_with = "outward")]
    pub inward: bool,
    /// Only links that it carries
    #[arg(long = "out")]
    pub outward: bool,
    /// The shortest way to another entry, a link per line
    #[arg(long, value_name = "ID", conflicts_with_all = ["inward", "outward"])]
    pub to: Option<String>,
    /// How to print them.
    #[command(flatten)]
    pub listing: Listing,
}

/// What `senryaku check` is told.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Models to check; without any, the one that would be explored
    #[arg(value_name = "MODEL", value_hint = ValueHint::FilePath)]
    pub models: Vec<OsString>,
    /// Let advice count as an error
    #[arg(long)]
    pub strict: bool,
    /// Tell which steps of the briefing need more than one screen of this size
    #[arg(long, value_name = "COLUMNSxROWS", value_parser = values::size)]
    pub screen: Option<(u16, u16)>,
    /// How to print them.
    #[command(flatten)]
    pub listing: Listing,
}

/// What `senryaku new` is told.
#[derive(Args, Debug)]
pub struct NewArgs {
    /// The file to write
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Copy the built-in model instead
    #[arg(long)]
    pub from_builtin: bool,
    /// Write a plan for the briefing of a model instead, with comments
    #[arg(long, conflicts_with = "from_builtin")]
    pub plan: bool,
    /// Overwrite the file if it exists
    #[arg(long)]
    pub force: bool,
}

/// What `senryaku export` is told.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// What to print; the form `revision` alone takes an entry.
    #[command(flatten)]
    pub subject: SubjectArgs,
    /// The form
    #[arg(long, value_name = "FORM", default_value = "md")]
    pub format: Form,
    /// With what the speaker says (for the form `deck`)
    #[arg(long)]
    pub with_notes: bool,
    /// How many questions (for the form `sheet`)
    #[arg(short = 'n', long = "count", value_name = "N", value_parser = values::count)]
    pub count: Option<usize>,
    /// The same seed gives the same questions (for the form `sheet`)
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Write to this file, replacing it
    ///
    /// It is replaced whole or not at all. One that has other names (hard links) keeps them: it is
    /// written in place, with a whole copy beside it until that is done.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Which steps (for the form `deck`).
    #[command(flatten)]
    pub plan: PlanArgs,
}

/// What `senryaku models` is told.
#[derive(Args, Debug)]
pub struct ModelsArgs {
    /// How to print them.
    #[command(flatten)]
    pub listing: Listing,
}

/// What `senryaku completions` is told.
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// What `senryaku man` is told.
#[derive(Args, Debug)]
pub struct ManArgs {
    /// The page; without it, the manual page of the program
    #[arg(value_name = "PAGE")]
    pub page: Option<ManPage>,
}

/// A page beside the manual page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ManPage {
    /// Every field and verb of a model, as text
    Format,
}

/// What `senryaku mine` is told.
#[derive(Args, Debug)]
pub struct MineArgs {
    /// How to print them.
    #[command(flatten)]
    pub listing: Listing,
}

/// What `senryaku paths` is told.
#[derive(Args, Debug)]
pub struct PathsArgs {
    /// How to print them.
    #[command(flatten)]
    pub listing: Listing,
}
