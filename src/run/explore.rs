//! Bare `senryaku`: the panes on a terminal, the outline elsewhere.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use ratatui::layout::Size;

use super::as_of;
use super::builtin::JAPAN_2021;
use super::failure::{self, Failure, Outcome, reason, tell};
use super::folders::Folders;
use super::look::Look;
use super::origin::Origin;
use super::out::{self, Out};
use super::reviews::Reviews;
use super::session::{self, Save, SessionEnd, SessionOptions};
use super::today::today;
use super::told::Told;
use super::{beacon, brief, guess, place, terminal};
use crate::app::{App, Exam, Opening, Place, Seat};
use crate::cli::Global;
use crate::env::Env;
use crate::export::{card, outline};
use crate::model::{AsOf, Report, Strategy};
use crate::search::LazyCorpus;
use crate::text::Clean;

/// Explores the model that is named, else the one that is chosen elsewhere.
pub(super) fn run(explored: Option<&OsStr>, global: &Global) -> Outcome {
    let origin = match explored {
        Some(model) => named(model)?,
        None => Origin::chosen(global)?,
    };
    if !io::stdout().is_terminal() || out::is_dumb() {
        return print(&origin.load_whole()?.strategy, global);
    }
    let folders = Folders::find();
    let loaded = origin.load()?;
    let look = Look::new(global, &folders)?;
    match loaded {
        Ok(loaded) => open(&origin, loaded.strategy, look, global, &folders, None),
        Err(report) => open_broken(&origin, &report, look, global),
    }
}

/// The model of the argument, unless it looks like a command that does not exist.
fn named(model: &OsStr) -> Result<Origin, Failure> {
    let origin = Origin::named(model);
    match &origin {
        Origin::File(path) => guess::no_model(&path.to_string_lossy()).map_or(Ok(origin), Err),
        _ => Ok(origin),
    }
}

/// Without a terminal to draw on: the outline, or the entry to start at.
fn print(strategy: &Strategy, global: &Global) -> Outcome {
    let mut out = Out::new(global);
    let text = match &global.at {
        Some(id) => {
            let as_of = as_of::chosen(global, strategy)?;
            card::print(strategy, guess::entry(strategy, id)?, as_of, out.paper())
        }
        None => outline::print(strategy, out.paper()),
    };
    out.text(&text)?;
    out.finish()?;
    Ok(0)
}

/// Opens the panes, and the briefing over them.
pub(super) fn open(
    origin: &Origin,
    strategy: Strategy,
    look: Look,
    global: &Global,
    folders: &Folders,
    opening: Option<&Opening>,
) -> Outcome {
    let over = |app: &mut App| {
        if let Some(opening) = opening {
            app.brief(opening);
        }
    };
    open_with(origin, strategy, look, global, folders, over)
}

/// Cards to be asked at once.
#[derive(Debug)]
pub(super) struct Cards {
    pub seat: Seat,
    pub exam: Exam,
    /// What is to be told of the log.
    pub notice: Option<String>,
}

/// Opens the panes, and cards over them.
pub(super) fn open_cards(
    origin: &Origin,
    strategy: Strategy,
    look: Look,
    global: &Global,
    folders: &Folders,
    cards: Cards,
) -> Outcome {
    let over = |app: &mut App| {
        app.study(cards.seat, cards.exam);
        if let Some(notice) = cards.notice {
            app.notify(Clean::new(&notice), true);
        }
    };
    open_with(origin, strategy, look, global, folders, over)
}

fn open_with(
    origin: &Origin,
    strategy: Strategy,
    look: Look,
    global: &Global,
    folders: &Folders,
    over: impl FnOnce(&mut App),
) -> Outcome {
    let at = match &global.at {
        Some(id) => Some(guess::entry(&strategy, id)?),
        None => None,
    };
    let file = place::path(folders, &strategy.meta.id);
    let (saved, notice) = last(file.as_ref().filter(|_| !global.fresh));
    let mouse = look.mouse;
    let told = Told::new(folders, &strategy.meta.id);
    let as_of = as_of::chosen(global, &strategy)?;
    let mut env = env(origin, strategy, look);
    env.as_of = as_of;
    let mut app = App::new(env, at, saved.as_ref());
    if let Some(notice) = notice {
        app.notify(Clean::new(&notice), true);
    }
    app.plan(brief::planned(folders));
    over(&mut app);
    let end = session(app, mouse, origin, file, told)?;
    Ok(end.exit_code)
}

/// The problems on the screen until the file is mended; and on standard error, where they can be
/// kept, when it was not.
fn open_broken(origin: &Origin, report: &Report, look: Look, global: &Global) -> Outcome {
    let mouse = look.mouse;
    // The notice screen shows nothing of a strategy, but every screen may read one.
    let stand_in = Origin::Builtin(&JAPAN_2021).load_whole()?.strategy;
    let app = App::failed(env(origin, stand_in, look), Box::new(report.clone()));
    let end = session(app, mouse, origin, None, Told::default())?;
    if end.exit_code == 1 {
        failure::broken(report, global.color);
    }
    Ok(end.exit_code)
}

fn session(
    app: App,
    mouse: bool,
    origin: &Origin,
    file: Option<PathBuf>,
    told: Told,
) -> Result<SessionEnd, Failure> {
    let options = SessionOptions {
        mouse,
        origin: origin.clone(),
        save: save(file),
        tell: told.teller(),
        listen: None,
        reviews: Reviews::new(&Folders::find()),
    };
    held(app, options)
}

/// Follows what the file of another briefing says.
pub(super) fn watch(app: App, mouse: bool, origin: &Origin, file: PathBuf) -> Outcome {
    let options = SessionOptions {
        mouse,
        origin: origin.clone(),
        save: save(None),
        tell: Told::default().teller(),
        listen: Some(Box::new(move || beacon::hear(&file))),
        reviews: Reviews::default(),
    };
    Ok(held(app, options)?.exit_code)
}

fn held(app: App, options: SessionOptions) -> Result<SessionEnd, Failure> {
    let end = session::run(app, options).map_err(|error| {
        let what = format!("cannot use the terminal: {}", reason(&error));
        Failure::with_hint(what, "`senryaku show` prints the outline instead")
    })?;
    if let Some(error) = &end.unsaved {
        tell(&format!("note: the place was not saved: {}", reason(error)));
    }
    Ok(end)
}

fn save(file: Option<PathBuf>) -> Box<Save> {
    Box::new(move |place| match &file {
        Some(file) => place::save(file, place),
        None => Ok(()),
    })
}

/// The place saved last; or, when it does not read, a notice.
fn last(file: Option<&PathBuf>) -> (Option<Place>, Option<String>) {
    match file.map(|file| place::read(file)) {
        None => (None, None),
        Some(Ok(place)) => (place, None),
        Some(Err(notice)) => (None, Some(notice)),
    }
}

/// What screens read at the start.
pub(super) fn env(origin: &Origin, strategy: Strategy, look: Look) -> Env {
    let strategy = Arc::new(strategy);
    let corpus = Arc::new(LazyCorpus::new(strategy.clone()));
    Env {
        corpus,
        strategy,
        as_of: AsOf::All,
        file: origin.name(),
        theme: look.theme,
        keymap: look.keymap,
        glyphs: look.glyphs,
        today: today(),
        now: Duration::ZERO,
        size: terminal::size().unwrap_or(Size::new(80, 24)),
    }
}
