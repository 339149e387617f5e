//! How a session stands: where one is in it, how it went, what comes back when.

use super::Session;
use crate::study::day::Day;
use crate::study::schedule::Grade;
use crate::study::stats::{self, Stats};
use crate::study::turn::Outcome;

impl Session {
    /// How the session went so far.
    pub fn outcome(&self) -> Outcome {
        let mut outcome = Outcome::default();
        let mut seen = Vec::new();
        for given in &self.given {
            let at = given.turn.card;
            let first = !seen.contains(&at);
            if first {
                seen.push(at);
                outcome.right += usize::from(given.grade != Grade::Again);
            }
            if given.grade == Grade::Again && !outcome.missed.contains(&at) {
                outcome.missed.push(at);
            }
        }
        outcome.asked = seen.len();
        outcome
    }

    /// Where one is: `Card 4 of 20, 2 to come back`.
    pub fn progress(&self) -> String {
        let Some(turn) = &self.turn else {
            return "The end".to_owned();
        };
        let seen = |at: usize| self.given.iter().any(|given| given.turn.card == at);
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
