//! Study on the stack of screens: asked for, opened over what is there.

use std::sync::Arc;
use std::time::Duration;

use super::{App, Screen};
use crate::effect::Effect;
use crate::model::EntryId;
use crate::screen::{CourseScreen, Study};
use crate::study::log::Line;
use crate::study::{
    CoursePlace, Day, Ledger, Plan, Session, Wish, deck, deck_and_names, pick, scope,
};
use crate::text::Clean;

/// Courses that are offered where none was asked for.
const USUAL: [Duration; 2] = [Duration::from_secs(20 * 60), Duration::from_secs(60 * 60)];

/// What is to be tested.
#[derive(Clone, Debug)]
pub struct Exam {
    /// The entries to be tested on; none means all.
    pub about: Vec<EntryId>,
    /// How.
    pub plan: Plan,
    /// Whether to go on without the schedule when nothing is due.
    pub at_once: bool,
    /// Whether the shell asked for it, and gets the terminal back afterwards.
    pub from_shell: bool,
}

/// Who is tested: what is known of the student, and a word that no other session has.
#[derive(Clone, Debug, Default)]
pub struct Seat {
    /// The log of reviews.
    pub lines: Vec<Line>,
    /// Without white space.
    pub token: String,
}

impl App {
    /// Asks the shell for the log, unless cards are open already.
    pub(super) fn test(&mut self, effect: Effect) -> Vec<Effect> {
        if self.keeps_cards() {
            return Vec::new();
        }
        vec![effect]
    }

    /// Whether cards are open, which is then told.
    pub(super) fn keeps_cards(&mut self) -> bool {
        let mut screens = self.stack.iter();
        let is_open = screens.any(|screen| matches!(screen, Screen::Study(_) | Screen::Course(_)));
        if is_open {
            let text = "These cards are still open: Esc returns to them";
            self.notify(text.into(), false);
        }
        is_open
    }

    /// Opens cards over what is on the screen.
    pub fn study(&mut self, seat: Seat, exam: Exam) {
        let strategy = Arc::clone(&self.env.strategy);
        let cards = if exam.plan.original {
            deck_and_names(&strategy)
        } else {
            deck(&strategy)
        };
        let places: Vec<usize> = if exam.about.is_empty() {
            (0..cards.len()).collect()
        } else {
            scope(&strategy, &cards, &exam.about)
        };
        if places.is_empty() {
            self.notify(self.no_cards(&exam.about), false);
            return;
        }
        let today = Day::of(self.env.today);
        let ledger = Ledger::new(&strategy.meta.id, &seat.lines);
        let mut plan = exam.plan;
        let picked = pick(&cards, &places, (&ledger, today), &plan);
        if exam.at_once && picked.cards.is_empty() {
            plan.cram = true;
            let text = "Nothing here is due: this round leaves the schedule alone";
            self.notify(text.into(), false);
        }
        let session = Session::new(
            strategy,
            (cards, &places),
            (ledger, today),
            plan,
            seat.token,
        );
        let study = Study::new(session, exam.from_shell, &self.env);
        self.stack.push(Screen::Study(Box::new(study)));
    }

    /// Opens a course over what is on the screen: of this length, or of the usual ones.
    pub fn course(
        &mut self,
        seat: Seat,
        (time, from_shell): (Option<Duration>, bool),
        left: Option<&CoursePlace>,
    ) {
        let strategy = Arc::clone(&self.env.strategy);
        let cards = deck(&strategy);
        let ledger = Ledger::new(&strategy.meta.id, &seat.lines);
        let plan = Plan {
            count: cards.len(),
            seed: 0,
            wish: Wish::Any,
            cram: false,
            original: false,
        };
        let session = Session::new(
            strategy,
            (cards, &[]),
            (ledger, Day::of(self.env.today)),
            plan,
            seat.token,
        );
        let lengths = time.map_or_else(|| USUAL.to_vec(), |time| vec![time]);
        let screen = CourseScreen::new(session, &lengths, left, (from_shell, &self.env));
        self.stack.push(Screen::Course(Box::new(screen)));
    }

    fn no_cards(&self, about: &[EntryId]) -> Clean {
        match about {
            [id] => Clean::new(&format!(
                "No card asks about {}",
                self.env.strategy.entry(*id).name
            )),
            _ => "No card asks about these".into(),
        }
    }
}
