//! Starts a session on the terminal: the panes of a model, with a briefing or cards over them.

use std::cell::RefCell;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use ratatui::layout::Size;

use super::builtin::JAPAN_2021;
use super::failure::{self, Failure, Outcome, reason, tell};
use super::model_source::ModelSource;
use super::out::Out;
use super::session::{self, Save, SessionEnd, SessionOptions};
use super::speaker_line::SpeakerEnd;
use super::state::appearance::Appearance;
use super::state::course::CourseFile;
use super::state::folders::Folders;
use super::state::mine::Mine;
use super::state::place::Owner;
use super::state::recorder::Recorder;
use super::state::reviews::Reviews;
use super::state::talks::Followed;
use super::state::{briefing, namesakes, place};
use super::today::{time_of_day, today};
use super::{as_of, suggest, terminal};
use crate::app::{App, Place};
use crate::ask::Library;
use crate::cli::Global;
use crate::env::Env;
use crate::model::{AsOf, Report, Strategy};
use crate::text::Clean;

/// What every session begins with.
#[derive(Debug)]
pub(super) struct Launch<'a> {
    /// Where the model was read from, and is read from again.
    pub source: &'a ModelSource,
    pub appearance: Appearance,
    pub global: &'a Global,
    pub folders: &'a Folders,
    /// What the steps of a briefing were chosen by, if not by the model.
    pub plan: String,
}

impl Launch<'_> {
    /// Opens the panes of a model, and over them what `over` opens.
    pub(super) fn open(self, strategy: Strategy, over: impl FnOnce(&mut App)) -> Outcome {
        let at = match &self.global.at {
            Some(id) => Some(suggest::entry(&strategy, id)?),
            None => None,
        };
        let owner = Owner {
            model: strategy.meta.id.to_string(),
            file: self.source.place(),
            plan: self.plan.clone(),
        };
        let file = place::path(
            self.folders,
            &Owner {
                plan: String::new(),
                ..owner.clone()
            },
        );
        let shared = namesakes::meet(self.folders, &owner);
        let (saved, notice) = last(file.as_ref().filter(|_| !self.global.fresh));
        let options = SessionOptions {
            mouse: self.appearance.mouse,
            source: self.source.clone(),
            save: save(file),
            tell: Recorder::new(self.folders, &owner).teller(),
            listen: None,
            reviews: Reviews::new(self.folders),
            course: CourseFile::new(self.folders, &strategy.meta.id),
            mine: Mine::new(self.folders, &strategy.meta.id),
            line: self.folders.state.clone(),
            drive: None,
        };
        let planned = briefing::planned(self.folders);
        let as_of = as_of::chosen(self.global, &strategy)?;
        let reviews = Reviews::new(self.folders);
        let global = self.global;
        let mut env = self.env(strategy);
        env.as_of = as_of;
        env.cards = reviews.standing(&env.strategy);
        let mut app = App::new(env, at, saved.as_ref());
        if let Some(notice) = notice {
            app.notify(Clean::new(&notice), true);
        } else if let Some(shared) = shared {
            app.notify(Clean::new(&shared), false);
        }
        app.plan(planned);
        over(&mut app);
        let end = held(app, options)?;
        if let Some(plan) = &end.rehearsed {
            tell(
                "note: the rehearsal as a plan; in a file, `senryaku brief --plan FILE` follows it",
            );
            let mut out = Out::new(global);
            out.text(plan)?;
            return out.finish(end.exit_code);
        }
        Ok(end.exit_code)
    }

    /// The problems on the screen until the file is mended; and on standard error, where they can
    /// be kept, when it was not.
    pub(super) fn open_broken(self, report: &Report) -> Outcome {
        let color = self.global.color;
        let options = SessionOptions {
            reviews: Reviews::new(self.folders),
            ..self.unsaved()
        };
        // The notice screen shows nothing of a strategy, but every screen may read one.
        let app = App::failed(self.env(stand_in()?), Box::new(report.clone()));
        let end = held(app, options)?;
        if end.exit_code == 1 {
            failure::broken(report, color);
        }
        Ok(end.exit_code)
    }

    /// Follows what another briefing says of itself.
    pub(super) fn follow(self, mut talk: Followed) -> Outcome {
        let mut options = self.unsaved();
        let folder = self.folders.state.clone();
        // This screen shows nothing of a model, but every screen may read one.
        let mut app = App::follower(self.env(stand_in()?));
        app.hear(talk.hear());
        if let Some(folder) = &folder {
            let line = Rc::new(RefCell::new(SpeakerEnd::new(folder)));
            let asks = Rc::clone(&line);
            options.drive = Some(Box::new(move |action| asks.borrow_mut().ask(action)));
            options.listen = Some(Box::new(move || {
                let (heard, process) = talk.hear_of();
                line.borrow_mut().attach(process);
                heard
            }));
        }
        Ok(held(app, options)?.exit_code)
    }

    /// A session of which nothing is kept.
    fn unsaved(&self) -> SessionOptions {
        SessionOptions {
            mouse: self.appearance.mouse,
            source: self.source.clone(),
            save: save(None),
            tell: Recorder::default().teller(),
            listen: None,
            reviews: Reviews::default(),
            course: CourseFile::default(),
            mine: Mine::default(),
            line: None,
            drive: None,
        }
    }

    /// What screens read at the start.
    fn env(self, strategy: Strategy) -> Env {
        let strategy = Arc::new(strategy);
        let library = Arc::new(Library::new(strategy.clone()));
        Env {
            library,
            strategy,
            as_of: AsOf::All,
            file: self.source.name(),
            theme: self.appearance.theme,
            keymap: self.appearance.keymap,
            glyphs: self.appearance.glyphs,
            today: today(),
            started_at: time_of_day(),
            now: Duration::ZERO,
            cards: None,
            unsaved: 0,
            size: terminal::size().unwrap_or(Size::new(80, 24)),
        }
    }
}

/// The model that stands in where there is none to show.
fn stand_in() -> Result<Strategy, Failure> {
    Ok(ModelSource::Builtin(&JAPAN_2021).load_whole()?.strategy)
}

fn held(app: App, options: SessionOptions) -> Result<SessionEnd, Failure> {
    let mut end = session::run(app, options).map_err(|error| unusable(&error))?;
    if let Some(error) = &end.unsaved {
        tell(&format!("note: the place was not saved: {}", reason(error)));
    }
    let failed = end.failed.take().map(|error| unusable(&error));
    let answers = match end.answers.unsaved {
        0 => return failed.map_or(Ok(end), Err),
        1 => "1 answer was".to_owned(),
        count => format!("{count} answers were"),
    };
    let why = end.answers.why.as_ref();
    let why = why.map_or_else(String::new, |why| format!(": {why}"));
    tell(&format!("error: {answers} not saved{why}"));
    end.exit_code = end.exit_code.max(1);
    failed.map_or(Ok(end), Err)
}

fn unusable(error: &io::Error) -> Failure {
    let what = format!("cannot use the terminal: {}", reason(error));
    Failure::with_hint(what, "`senryaku show` prints the outline instead")
}

fn save(file: Option<PathBuf>) -> Box<Save> {
    Box::new(move |place: &Place| -> io::Result<()> {
        match &file {
            Some(file) => place::save(file, place),
            None => Ok(()),
        }
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
