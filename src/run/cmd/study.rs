//! `senryaku study`: cards on a terminal; what is due and how one stands, as text.

mod aside;
mod listed;

use std::io::{self, IsTerminal};
use std::sync::Arc;

use crate::app::Exam;
use crate::cli::{Global, StudyArgs};
use crate::model::{EntryId, Kind, Strategy};
use crate::run::failure::{Failure, Outcome, reason, tell};
use crate::run::launch::Launch;
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::state::appearance::Appearance;
use crate::run::state::course::CourseFile;
use crate::run::state::folders::Folders;
use crate::run::state::reviews::{Reviews, moment};
use crate::run::today::today;
use crate::run::{environment, suggest};
use crate::search::{self, Corpus, Query};
use crate::study::{Day, Plan, Wish};
use crate::text::Clean;

/// Entries that a query may mean.
const MEANT: usize = 25;

pub(crate) fn run(global: &Global, args: &StudyArgs) -> Outcome {
    let source = ModelSource::chosen(global)?;
    let strategy = source.load_whole()?.strategy;
    if args.aside || args.take_back {
        return aside(global, args, &strategy);
    }
    let about = about(&strategy, &args.about.join(" "))?;
    if args.due || args.stats {
        return print(global, args, &Arc::new(strategy), &about);
    }
    if !io::stdout().is_terminal() || environment::is_dumb() {
        return Err(Failure::with_hint(
            "study asks on a terminal",
            "`senryaku export --format sheet` prints questions; `senryaku study --due` what is due",
        ));
    }
    let folders = Folders::find();
    let appearance = Appearance::new(global, &folders)?;
    let (seat, notice) = Reviews::new(&folders)
        .seat()
        .map_err(|error| unread(&error))?;
    let course = CourseFile::new(&folders, &strategy.meta.id);
    let exam = Exam {
        about,
        plan: plan(args),
        at_once: false,
        from_shell: true,
    };
    let launch = Launch {
        source: &source,
        appearance,
        global,
        folders: &folders,
        plan: String::new(),
    };
    launch.open(strategy, |app| {
        let mut notice = notice;
        match args.course {
            Some(time) => {
                let (left, unread) = course.read();
                app.course(seat, (Some(time), true), left.as_ref());
                notice = notice.or(unread);
            }
            None => app.study(seat, exam),
        }
        if let Some(notice) = notice {
            app.notify(Clean::new(&notice), true);
        }
    })
}

/// Prints what is due, or how one stands.
fn print(
    global: &Global,
    args: &StudyArgs,
    strategy: &Arc<Strategy>,
    about: &[EntryId],
) -> Outcome {
    let mut out = Out::new(global);
    let (seat, notice) = Reviews::new(&Folders::find())
        .seat()
        .map_err(|error| unread(&error))?;
    if let Some(notice) = notice {
        tell(&format!("note: {notice}"));
    }
    let desk = listed::Desk::new(
        strategy,
        (about, args.original),
        &seat.lines,
        Day::of(today()),
    );
    let code = if args.stats {
        desk.stats(&mut out, args.listing.format)
    } else {
        desk.due(&mut out, args.listing.format)
    }?;
    out.finish(code)
}

/// Lists what is put aside, or takes one card back.
fn aside(global: &Global, args: &StudyArgs, strategy: &Strategy) -> Outcome {
    let mut out = Out::new(global);
    let reviews = Reviews::new(&Folders::find());
    let (seat, notice) = reviews.seat().map_err(|error| unread(&error))?;
    if let Some(notice) = notice {
        tell(&format!("note: {notice}"));
    }
    let code = if args.take_back {
        let words = args.about.join(" ");
        let today = Day::of(today());
        aside::take_back(&mut out, strategy, (&reviews, &seat, today), &words)
    } else {
        aside::list(&mut out, strategy, &seat, args.listing.format)
    }?;
    out.finish(code)
}

fn unread(error: &io::Error) -> Failure {
    Failure::said(format!("cannot read the study log: {}", reason(error)))
}

/// The entries that are meant: one by its id, all of a kind, or those that a query finds.
fn about(strategy: &Strategy, words: &str) -> Result<Vec<EntryId>, Failure> {
    let words = words.trim();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    if let Some(id) = strategy.find(words) {
        return Ok(vec![id]);
    }
    if let Some(kind) = Kind::named(words) {
        return Ok(strategy.of_kind(kind).to_vec());
    }
    let corpus = Corpus::new(strategy);
    let hits = search::hits(&corpus, &Query::parse(words), MEANT);
    if hits.is_empty() {
        return Err(Failure::with_hint(
            format!("nothing matches `{}`", Clean::new(words)),
            suggest::hint(words, "`senryaku show` lists every id"),
        ));
    }
    Ok(hits.entries(&corpus).collect())
}

fn plan(args: &StudyArgs) -> Plan {
    Plan {
        count: args.count.unwrap_or(Plan::COUNT),
        seed: args.seed.unwrap_or_else(moment),
        wish: match (args.choice, args.recall) {
            (true, _) => Wish::Choice,
            (false, true) => Wish::Recall,
            (false, false) => Wish::Any,
        },
        cram: args.cram,
        original: args.original,
    }
}
