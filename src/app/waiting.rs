//! Events that wait for what they are meant for: the model that is read again, the hits of a search.

use crossterm::event::{Event, KeyEvent};

use super::App;
use crate::action::Action;
use crate::config::Key;
use crate::effect::Effect;
use crate::screen::{Screen, Search};
use crate::text::Clean;

impl App {
    /// Takes the next event that waits, if its time has come.
    pub fn go_on(&mut self) -> Option<Vec<Effect>> {
        if self.is_held_up() {
            return None;
        }
        let event = self.waiting.events.pop_front()?;
        Some(self.take_event(&event))
    }

    /// The model could not be read again, for this reason.
    pub fn reload_failed(&mut self, why: &str) {
        self.waiting.reads = false;
        self.notify(Clean::new(why), true);
    }

    /// What [`Effect::Find`] asked for will not be found, for this reason.
    pub fn search_failed(&mut self, why: &str) {
        let searches = self.stack.iter_mut().filter_map(Screen::search_mut);
        searches.for_each(Search::give_up);
        self.notify(Clean::new(why), true);
    }

    /// Has an event wait, if it must.
    pub(super) fn keeps(&mut self, event: &Event) -> bool {
        let events = &self.waiting.events;
        let waits = !events.is_empty() || self.is_held_up();
        if !waits || matches!(event, Event::Resize(..)) || self.is_urgent(event) {
            return false;
        }
        // To read again many times is to read again once.
        let again = !events.is_empty() && events.iter().all(|other| other == event);
        if !(again && self.means(event, |action| *action == Action::Reload)) {
            self.waiting.events.push_back(event.clone());
        }
        true
    }

    fn is_held_up(&self) -> bool {
        let last = self.stack.last();
        self.waiting.reads || matches!(last, Some(Screen::Search(search)) if search.is_held_up())
    }

    /// Whether an event works at once. What a letter means behind others is not known yet.
    fn is_urgent(&self, event: &Event) -> bool {
        let is_letter = |key: &KeyEvent| Key::typed(key).is_some();
        let is_text = matches!(event, Event::Key(key) if is_letter(key));
        let is_certain = self.waiting.events.is_empty() || !is_text;
        is_certain && self.means(event, Action::is_of_the_terminal)
    }

    fn means(&self, event: &Event, what: impl FnOnce(&Action) -> bool) -> bool {
        let Event::Key(key) = event else { return false };
        self.key(key).as_ref().is_some_and(what)
    }
}
