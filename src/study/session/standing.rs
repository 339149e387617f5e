//! How a session stands: where one is in it, how it went, what comes back when.

use std::cmp::Reverse;

use super::Session;
use crate::model::{EntryId, Weight};
use crate::study::card::{Card, Topic};
use crate::study::day::Day;
use crate::study::schedule::Grade;
use crate::study::stats::{self, Stats, Tally};
use crate::study::turn::Outcome;

impl Session {
    /// How the session went so far.
    pub fn outcome(&self) -> Outcome {
        let mut outcome = Outcome::default();
        let mut seen = Vec::new();
        let graded = self.given.iter();
        for (given, grade) in graded.filter_map(|given| Some((given, given.grade?))) {
            let at = given.turn.card;
            let first = !seen.contains(&at);
            if first {
                seen.push(at);
                outcome.right += usize::from(grade != Grade::Again);
            }
            if grade == Grade::Again && !outcome.missed.contains(&at) {
                outcome.missed.push(at);
            }
        }
        outcome.asked = seen.len();
        outcome
    }

    /// The entries whose cards were missed, the worst first: how often, and where they count. What
    /// was put aside is not among them.
    pub fn weak_spots(&self) -> Vec<(EntryId, usize, Topic)> {
        let mut spots: Vec<(EntryId, usize, Topic)> = Vec::new();
        for given in &self.given {
            let Some(card) = self.cards.get(given.turn.card) else {
                continue;
            };
            let missed = given.grade == Some(Grade::Again);
            let (Some(id), None, true) =
                (card.entries.first(), self.ledger.aside(&card.key), missed)
            else {
                continue;
            };
            match spots.iter_mut().find(|(known, ..)| known == id) {
                Some((_, times, _)) => *times += 1,
                None => spots.push((*id, 1, card.topic)),
            }
        }
        spots.sort_by_key(|(_, times, _)| Reverse(*times));
        spots
    }

    /// Of the cards missed at first, how many were right in the end.
    pub fn mended(&self) -> usize {
        let missed = self.outcome().missed;
        let last = |at: usize| self.given.iter().rev().find(|given| given.answers(at));
        let is_mended =
            |at: &&usize| last(**at).is_some_and(|last| last.grade != Some(Grade::Again));
        missed.iter().filter(is_mended).count()
    }

    /// How many cards were put aside in this session.
    pub fn put_away(&self) -> usize {
        let asides = self.given.iter().filter(|given| given.grade.is_none());
        asides.count()
    }

    /// How one stands with what matters most, and with the rest.
    pub fn by_weight(&self, today: Day) -> [Tally; 2] {
        let is_key = |card: &&Card| {
            let first = card.entries.first();
            first.is_some_and(|id| self.strategy.entry(*id).weight == Weight::Key)
        };
        let cards = || self.cards.iter();
        [
            stats::stats(cards().filter(is_key), &self.ledger, today).whole,
            stats::stats(cards().filter(|card| !is_key(card)), &self.ledger, today).whole,
        ]
    }

    /// Where one is: `Card 4 of 20, 2 to come back`.
    pub fn progress(&self) -> String {
        let Some(turn) = &self.turn else {
            return "The end".to_owned();
        };
        let seen = |at: usize| self.given.iter().any(|given| given.answers(at));
        let back = self.queue.iter().filter(|at| seen(**at)).count();
        let mut at = self.outcome().asked;
        at += usize::from(turn.grade.is_none() && !turn.again);
        let mut words = format!("Card {at} of {}", self.picked.cards.len());
        if turn.again {
            words.push_str(", again");
        }
        if back > 0 {
            words.push_str(&format!(", {back} to come back"));
        }
        words
    }

    /// What is known of the whole deck now.
    pub fn stats(&self, today: Day) -> Stats {
        stats::stats(&self.cards, &self.ledger, today)
    }

    /// When the card that is asked would come back, were it given this grade; `None` when cramming.
    pub fn comes_back(&self, grade: Grade, today: Day) -> Option<Day> {
        let card = self.card(self.turn.as_ref()?.card)?;
        (!self.plan.cram)
            .then(|| self.ledger.comes_back(&card.key, grade, today))
            .flatten()
    }

    /// When the card that was graded comes back; `None` when cramming.
    pub fn due(&self, today: Day) -> Option<Day> {
        let card = self.card(self.turn.as_ref()?.card)?;
        (!self.plan.cram)
            .then(|| self.ledger.due(card, today))
            .flatten()
    }
}
