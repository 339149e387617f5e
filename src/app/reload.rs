//! The model that was read again, in the place of the one before.

use std::sync::Arc;

use super::App;
use crate::ask::Library;
use crate::model::{Loaded, Report};
use crate::screen::{Browse, Problems, Screen};
use crate::text::Clean;

impl App {
    /// Takes the model that was read again; [`App::go_on`] is to follow.
    pub fn reloaded(&mut self, loaded: Result<Loaded, Box<Report>>) {
        self.waiting.reads = false;
        // It may say how far the reading is.
        self.notice = None;
        match loaded {
            Ok(loaded) => self.replace(loaded),
            Err(report) => {
                let before = self.stack.len();
                self.stack
                    .retain(|screen| !matches!(screen, Screen::Problems(_)));
                if self.stack.len() < before {
                    // The same problems look as if nothing had been done.
                    let told = format!("Read {} again: {}", self.env.file, report.summary());
                    self.notify(Clean::new(&told), false);
                }
                let last_good = !self.stack.is_empty();
                self.stack.retain(|screen| screen.layer().is_whole());
                self.stack
                    .push(Screen::Problems(Problems::new(report, last_good)));
            }
        }
    }

    fn replace(&mut self, loaded: Loaded) {
        let place = self.place();
        let briefing = self
            .briefing()
            .map(|brief| (brief.saved(&self.env), brief.options()));
        self.left = None;
        // Its cards may be others.
        self.env.cards = None;
        self.env.strategy = Arc::new(loaded.strategy);
        self.env.library = Arc::new(Library::new(self.env.strategy.clone()));
        let browse = place.map_or_else(
            || Browse::new(&self.env),
            |place| Browse::at(&self.env, &place),
        );
        self.stack = vec![Screen::Browse(Box::new(browse))];
        if let Some((saved, options)) = briefing {
            self.reopen(&saved, &options);
        }
        let text = match loaded.report.problems.len() {
            0 => Clean::new(&format!("Read {} again", self.env.file)),
            _ => Clean::new(&format!(
                "Read {} again: {}",
                self.env.file,
                loaded.report.summary()
            )),
        };
        self.notify(text, false);
    }
}
