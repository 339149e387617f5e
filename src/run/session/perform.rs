//! What each effect does to the world.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::Session;
use super::clipboard::{self, Sent};
use crate::action::Action;
use crate::app::Exam;
use crate::brief::Parked;
use crate::effect::Effect;
use crate::model::EntryId;
use crate::run::failure::reason;
use crate::run::message::{Ending, Reloaded};
use crate::run::state::journal::Saved;
use crate::run::state::reviews::moment;
use crate::run::today::today;
use crate::run::write::{self, Existing};
use crate::search::Query;
use crate::study::log::Line;
use crate::study::{Day, Plan, Wish};
use crate::text::Clean;

impl Session {
    /// Does what the app asks for.
    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::QuitNow => self.end = Some(Ending::Interrupted),
                Effect::Quit if self.app.is_broken() => self.end = Some(Ending::Broken),
                Effect::Quit => self.end = Some(Ending::Quit),
                Effect::Suspend => self.stopping = true,
                Effect::Redraw => self.frame.repaint(),
                Effect::Copy(text) => self.copy(&text),
                Effect::Find { query, limit } => self.find(query, limit),
                Effect::Reload => self.reload(),
                Effect::Study(id) => self.study(vec![id]),
                Effect::StudyAll => self.study(Vec::new()),
                Effect::Course => self.course(),
                Effect::KeepCourse(left) => {
                    if let Err(error) = self.options.course.save(&left) {
                        let why = reason(&error);
                        self.tell(&format!("Where the course is was not kept: {why}"));
                    }
                }
                Effect::Park(question) => self.park(question),
                Effect::TakeBack(question) => self.take_back(&question),
                Effect::Drive(action) => self.drive(&action),
                Effect::Record(line) => self.record(line),
                Effect::KeepPlan { path, text } => self.keep_plan(&path, &text),
            }
        }
    }

    fn keep_plan(&mut self, path: &str, text: &str) {
        let name = Clean::new(path);
        match write::file(Path::new(path), text.as_bytes(), Existing::Keep) {
            Ok(()) => {
                let told = format!("Kept as {name}: `senryaku brief --plan {name}`");
                self.app.notify(Clean::new(&told), false);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let told = format!("There is a file {name} already; w asks for another name");
                self.app.notify(Clean::new(&told), true);
            }
            Err(error) => {
                let told = format!("{name} cannot be written: {}", reason(&error));
                self.app.notify(Clean::new(&told), true);
            }
        }
    }

    fn copy(&mut self, text: &str) {
        let sent = self.clipboard.send(text);
        self.copied(sent);
    }

    fn copied(&mut self, sent: Sent) {
        match sent {
            Sent::Bytes(bytes, said) => {
                self.frame.append(bytes);
                self.app.notify(said.into(), false);
            }
            Sent::Asked => {}
            Sent::TooLong => self.tell("This is too long for the clipboard of a terminal"),
        }
    }

    /// What tmux could not take goes the way of any other terminal.
    pub(super) fn copied_by_tmux(&mut self, lost: Option<String>) {
        match lost {
            None => self.app.notify(clipboard::BY_TMUX.into(), false),
            Some(text) => {
                let sent = self.clipboard.send_bytes(&text);
                self.copied(sent);
            }
        }
    }

    fn park(&mut self, question: Parked) {
        match self.options.mine.park(&question) {
            Ok(()) => self.app.parked(question),
            Err(error) => {
                let says = format!("The question is not parked: {}", reason(&error));
                self.app.tell_parked(says, true);
            }
        }
    }

    fn take_back(&mut self, question: &Parked) {
        let (says, failure) = match self.options.mine.take_back(question) {
            Ok(()) => (format!("Taken back: {}", question.place()), false),
            Err(error) => {
                let why = reason(&error);
                (format!("The question is still parked: {why}"), true)
            }
        };
        self.app.tell_parked(says, failure);
    }

    fn drive(&mut self, action: &Action) {
        let asked = self.options.drive.as_mut().map(|drive| drive(action));
        match asked {
            Some(Ok(())) => self.drove = Some(Instant::now()),
            Some(Err(_)) => self.tell("The talk does not hear this side; use its own terminal"),
            None => {}
        }
    }

    fn find(&mut self, query: Query, limit: usize) {
        let corpus = Arc::clone(&self.app.env().library);
        if let Err(error) = self.seeker.ask(corpus, (query, limit)) {
            let why = format!("The search does not start: {error}");
            self.app.search_failed(&why);
        }
    }

    fn reload(&mut self) {
        if let Err(error) = self.reloader.begin() {
            let why = format!("The model cannot be read again: {error}");
            self.app.reload_failed(&why);
        }
    }

    /// Takes the model that was read again.
    pub(super) fn reloaded(&mut self, reloaded: Reloaded) {
        self.reloader.end();
        match reloaded {
            Ok(loaded) => self.app.reloaded(loaded),
            Err(why) => self.app.reload_failed(&why),
        }
    }

    fn study(&mut self, about: Vec<EntryId>) {
        self.app.set_today(today());
        let (seat, notice) = match self.options.reviews.seat() {
            Ok(seat) => seat,
            Err(error) => return self.tell(&format!("The study log does not read: {error}")),
        };
        let exam = Exam {
            about,
            plan: Plan {
                count: Plan::COUNT,
                seed: moment(),
                wish: Wish::Any,
                cram: false,
                original: false,
            },
            at_once: true,
            from_shell: false,
        };
        self.app.study(seat, exam);
        if let Some(notice) = notice {
            self.tell(&notice);
        }
    }

    fn course(&mut self) {
        self.app.set_today(today());
        let (seat, notice) = match self.options.reviews.seat() {
            Ok(seat) => seat,
            Err(error) => return self.tell(&format!("The study log does not read: {error}")),
        };
        let (left, unread) = self.options.course.read();
        self.app.course(seat, (None, false), left.as_ref());
        for notice in [notice, unread].into_iter().flatten() {
            self.tell(&notice);
        }
    }

    /// Each line bears the day on which it is written.
    fn record(&mut self, line: Line) {
        self.app.set_today(today());
        let day = Day::of(self.app.env().today);
        let saved = self.journal.record(Line { day, ..line });
        self.recorded(&saved);
    }

    /// Tells what of the answers is not on the disk.
    pub(super) fn recorded(&mut self, saved: &Saved) {
        if let Some(why) = saved.why.as_ref().filter(|_| saved.unsaved > 0) {
            let answers = match saved.unsaved {
                1 => "1 answer is".to_owned(),
                count => format!("{count} answers are"),
            };
            self.tell(&format!("{answers} not saved: {why}"));
        } else if saved.anew {
            self.tell("The study log was gone: a new one has the answers of this session alone");
        }
        self.app.set_unsaved(saved.unsaved);
    }
}
