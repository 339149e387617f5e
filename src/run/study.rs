//! `senryaku study`: cards on a terminal; what is due and how one stands, as text.

mod listed;

use std::io::{self, IsTerminal};
use std::sync::Arc;

use super::explore;
use super::failure::{Failure, Outcome, reason, tell};
use super::folders::Folders;
use super::guess;
use super::look::Look;
use super::origin::Origin;
use super::out::{self, Out};
use super::reviews::{Reviews, moment};
use super::today::today;
use crate::app::{Exam, Seat};
use crate::cli::{Format, Global};
use crate::model::{EntryId, Kind, Strategy};
use crate::search::{self, Corpus, Query};
use crate::study::{Day, Plan, Wish};
use crate::text::Clean;

/// Entries that a query may mean.
const MEANT: usize = 25;

/// What the command line says of a session.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// An id, a kind or a query; empty for everything.
    pub about: String,
    pub cram: bool,
    pub count: Option<usize>,
    pub seed: Option<u64>,
    pub wish: Wish,
}

/// What is printed instead of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Print {
    Due,
    Stats,
}

pub(super) fn run(global: &Global, asked: &Asked) -> Outcome {
    let origin = Origin::chosen(global)?;
    let strategy = origin.load_whole()?.strategy;
    let exam = Exam {
        about: about(&strategy, &asked.about)?,
        plan: asked.plan(),
        at_once: false,
    };
    if !io::stdout().is_terminal() || out::is_dumb() {
        return Err(Failure::with_hint(
            "study asks on a terminal",
            "`senryaku export --format sheet` prints questions; `senryaku study --due` what is due",
        ));
    }
    let folders = Folders::find();
    let look = Look::new(global, &folders)?;
    let (seat, notice) = seat(&folders)?;
    let cards = explore::Cards { seat, exam, notice };
    explore::open_cards(&origin, strategy, look, global, &folders, cards)
}

/// Prints what is due, or how one stands.
pub(super) fn print(
    out: &mut Out,
    global: &Global,
    words: &str,
    (print, format): (Print, Format),
) -> Outcome {
    let strategy = Arc::new(Origin::chosen(global)?.load_whole()?.strategy);
    let about = about(&strategy, words)?;
    let (seat, notice) = seat(&Folders::find())?;
    if let Some(notice) = notice {
        tell(&format!("note: {notice}"));
    }
    let desk = listed::Desk::new(&strategy, &about, &seat.lines, Day::of(today()));
    match print {
        Print::Due => desk.due(out, format),
        Print::Stats => desk.stats(out, format),
    }
}

fn seat(folders: &Folders) -> Result<(Seat, Option<String>), Failure> {
    Reviews::new(folders)
        .seat()
        .map_err(|error| Failure::said(format!("cannot read the study log: {}", reason(&error))))
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
            guess::hint(words, "`senryaku show` lists every id"),
        ));
    }
    Ok(hits.entries(&corpus).collect())
}

impl Asked {
    pub(super) fn new(
        about: String,
        (choice, recall): (bool, bool),
        (cram, count, seed): (bool, Option<usize>, Option<u64>),
    ) -> Self {
        let wish = match (choice, recall) {
            (true, _) => Wish::Choice,
            (false, true) => Wish::Recall,
            (false, false) => Wish::Any,
        };
        Self {
            about,
            cram,
            count,
            seed,
            wish,
        }
    }

    fn plan(&self) -> Plan {
        Plan {
            count: self.count.unwrap_or(Plan::COUNT),
            seed: self.seed.unwrap_or_else(moment),
            wish: self.wish,
            cram: self.cram,
        }
    }
}
