//! `senryaku brief`: the briefing on a terminal, the deck as text elsewhere; and the second screen
//! that follows one.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::beacon;
use super::builtin::JAPAN_2021;
use super::explore;
use super::failure::{Failure, Outcome};
use super::folders::Folders;
use super::guess;
use super::look::{self, Look};
use super::origin::Origin;
use super::out::{self, Out};
use super::place;
use crate::app::{App, Kept, Opening};
use crate::brief::{Deck, Heard};
use crate::cli::Global;
use crate::export;

/// What the command line says of a briefing.
#[derive(Debug)]
pub(super) struct Wish {
    /// The entry to begin with.
    pub id: Option<String>,
    /// How long the whole is to take.
    pub time: Option<Duration>,
    /// Whether points are revealed one by one.
    pub points: bool,
}

/// Opens the briefing over the panes.
pub(super) fn run(global: &Global, wish: &Wish) -> Outcome {
    let origin = Origin::chosen(global)?;
    let strategy = origin.load_whole()?.strategy;
    let at = match wish.id.as_ref().or(global.at.as_ref()) {
        Some(id) => Some(guess::entry(&strategy, id)?),
        None => None,
    };
    if !io::stdout().is_terminal() || out::is_dumb() {
        let mut out = Out::new(global);
        let mut deck = Deck::new(&strategy);
        let first = at.map_or(0, |id| deck.start_at(&strategy, id).0);
        deck.steps.drain(..first);
        out.text(&export::deck::write(&deck, &strategy, false))?;
        out.finish()?;
        return Ok(0);
    }
    let folders = Folders::find();
    let look = Look::new(global, &folders)?;
    let file = kept_file(&folders, &strategy.meta.id);
    let kept = file
        .as_ref()
        .filter(|_| !global.fresh && at.is_none())
        .and_then(|file| place::read::<Kept>(file).ok().flatten());
    let opening = Opening {
        at,
        target: wish.time,
        by_points: wish.points,
        kept,
    };
    explore::open(&origin, strategy, look, global, &folders, Some(&opening))
}

/// The time planned in the settings.
pub(super) fn planned(folders: &Folders) -> Option<Duration> {
    let minutes = look::settings(folders).ok()?.minutes?;
    (minutes > 0).then(|| Duration::from_secs(u64::from(minutes) * 60))
}

/// Where a briefing of a model is kept from one start to the next.
pub(super) fn kept_file(folders: &Folders, model: &str) -> Option<PathBuf> {
    place::path_in(&folders.briefings()?, model)
}

/// Follows the briefing that another terminal shows.
pub(super) fn follow(global: &Global) -> Outcome {
    let folders = Folders::find();
    let Some(file) = folders.beacon() else {
        return Err(Failure::with_hint(
            "no home folder is known, so no briefing can be followed",
            "set HOME or XDG_STATE_HOME",
        ));
    };
    if !io::stdout().is_terminal() || out::is_dumb() {
        return print(global, &file);
    }
    let look = Look::new(global, &folders)?;
    let mouse = look.mouse;
    // This screen shows nothing of a model, but every screen may read one.
    let stand_in = Origin::Builtin(&JAPAN_2021);
    let strategy = stand_in.load_whole()?.strategy;
    let mut app = App::follower(explore::env(&stand_in, strategy, look));
    app.hear(beacon::hear(&file));
    explore::watch(app, mouse, &stand_in, file)
}

/// Without a terminal: where the briefing is now. Exit code 1 when none runs.
fn print(global: &Global, file: &Path) -> Outcome {
    let mut out = Out::new(global);
    let (text, code) = match beacon::hear(file) {
        Heard::Nothing => ("No briefing is running\n".to_owned(), 1),
        Heard::Ended(_) => ("The briefing has ended\n".to_owned(), 1),
        Heard::Died(_) => (
            "The briefing is gone: its program ended without saying so\n".to_owned(),
            1,
        ),
        Heard::Running(signal, later) => (
            format!(
                "Step {} of {}: {}\n{}\n\n{}\n\nNext: {}\n",
                signal.step,
                signal.steps,
                crate::text::Clean::new(&signal.title),
                signal.pace(later),
                crate::text::Clean::new(&signal.note),
                crate::text::Clean::new(&signal.next)
            ),
            0,
        ),
    };
    out.text(&text)?;
    out.finish()?;
    Ok(code)
}
