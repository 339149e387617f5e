//! The time for which everything on the screen is to be true.

use super::App;
use crate::model::{AsOf, AsOfChoice};
use crate::text::Clean;

impl App {
    /// From all times to the day of adoption, from there to today, and back.
    pub(super) fn turn_as_of(&mut self) {
        let choices = [AsOfChoice::All, AsOfChoice::Adopted, AsOfChoice::Now];
        let times: Vec<AsOf> = choices
            .into_iter()
            .filter_map(|choice| choice.resolve(&self.env.strategy.meta, self.env.today).ok())
            .collect();
        let at = times.iter().position(|time| *time == self.env.as_of);
        let next = at.map_or(0, |at| (at + 1) % times.len().max(1));
        self.show_as_of(times.get(next).copied().unwrap_or_default());
    }

    /// Shows what holds at a time.
    pub(super) fn show_as_of(&mut self, time: AsOf) {
        self.env.as_of = time;
        for screen in &mut self.stack {
            screen.layer_mut().relayout(&self.env);
        }
        let meta = &self.env.strategy.meta;
        let text = match time.date() {
            None => "All times".to_owned(),
            Some(date) => {
                let known = time.known_only_to(meta);
                let known =
                    known.map_or_else(String::new, |known| format!(", as known on {known}"));
                let adopted = meta.adopted == Some(date);
                let why = if adopted { ", the day of adoption" } else { "" };
                format!("As of {date}{why}{known}")
            }
        };
        self.notify(Clean::new(&text), false);
    }
}
