//! A session: one card after another, what was missed again, and the way back.

mod standing;

use std::collections::VecDeque;
use std::sync::Arc;

use super::card::{Answer, Card, Key, fnv};
use super::choice::choose;
use super::day::Day;
use super::draw::{Picked, pick};
use super::ledger::Ledger;
use super::log::{Act, Line, LineId};
use super::plan::{Plan, Wish};
use super::random::Random;
use super::schedule::Grade;
use super::turn::{Form, Turn, shuffled};
use crate::model::Strategy;

/// A missed card comes back after so many others.
const LATER: usize = 4;

/// A session of cards of one strategy.
#[derive(Debug)]
pub struct Session {
    strategy: Arc<Strategy>,
    cards: Vec<Card>,
    scope: Vec<usize>,
    ledger: Ledger,
    plan: Plan,
    token: String,
    lines: u32,
    picked: Picked,
    queue: VecDeque<usize>,
    turn: Option<Turn>,
    given: Vec<Given>,
}

/// An answer that was given, or a card put aside, and the way back to before it.
#[derive(Clone, Debug)]
struct Given {
    turn: Turn,
    /// `None` where the card was put aside.
    grade: Option<Grade>,
    line: LineId,
    queue: VecDeque<usize>,
    picked: Vec<usize>,
}

impl Given {
    /// Whether it is an answer to this card.
    fn answers(&self, card: usize) -> bool {
        self.grade.is_some() && self.turn.card == card
    }
}

impl Session {
    /// Starts a session with the first card. `scope` are places in `cards`; `token` tells the
    /// session from any other that ever ran, and has no white space in it.
    pub fn new(
        strategy: Arc<Strategy>,
        (cards, scope): (Vec<Card>, &[usize]),
        (ledger, today): (Ledger, Day),
        plan: Plan,
        token: String,
    ) -> Self {
        let picked = pick(&cards, scope, (&ledger, today), &plan);
        let queue = picked.cards.iter().copied().collect();
        let mut session = Self {
            strategy,
            cards,
            scope: scope.to_vec(),
            ledger,
            plan,
            token,
            lines: 0,
            picked,
            queue,
            turn: None,
            given: Vec::new(),
        };
        session.next();
        session
    }

    /// The card that is asked; `None` when the session is over.
    pub const fn turn(&self) -> Option<&Turn> {
        self.turn.as_ref()
    }

    /// A card of the deck.
    pub fn card(&self, at: usize) -> Option<&Card> {
        self.cards.get(at)
    }

    /// Every card of the deck.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// Asks these cards and no others, but for those put aside; whether there is any. What was
    /// answered before can no longer be taken back.
    pub fn ask(&mut self, cards: &[usize]) -> bool {
        let is_asked = |at: &usize| {
            let card = self.cards.get(*at);
            card.is_some_and(|card| self.ledger.aside(&card.key).is_none())
        };
        let cards: Vec<usize> = cards.iter().copied().filter(is_asked).collect();
        self.plan.seed = self.plan.seed.wrapping_add(1);
        self.queue = cards.iter().copied().collect();
        self.picked = Picked {
            cards,
            ..Picked::default()
        };
        self.given.clear();
        self.next();
        self.turn.is_some()
    }

    /// What the session is to be.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What was picked for it.
    pub const fn picked(&self) -> &Picked {
        &self.picked
    }

    /// Takes a grade for the card that is asked, once; gives the line for the log.
    pub fn grade(&mut self, grade: Grade, today: Day) -> Option<Line> {
        let turn = self.turn.as_mut().filter(|turn| turn.grade.is_none())?;
        let card = self.cards.get(turn.card)?;
        let before = turn.clone();
        turn.grade = Some(grade);
        let act = Act::Review {
            grade,
            way: turn.form.way(),
            cram: self.plan.cram,
            mark: card.mark,
        };
        let (at, key) = (turn.card, card.key.clone());
        let line = self.line(key, act, today);
        self.given.push(Given {
            line: line.id.clone(),
            grade: Some(grade),
            queue: self.queue.clone(),
            picked: self.picked.cards.clone(),
            turn: before,
        });
        if grade == Grade::Again {
            let place = LATER.min(self.queue.len());
            self.queue.insert(place, at);
        }
        self.ledger.take(&line);
        Some(line)
    }

    /// Goes on to the next card, or to the end.
    pub fn next(&mut self) {
        self.turn = None;
        while let Some(at) = self.queue.pop_front() {
            let Some(card) = self.cards.get(at) else {
                continue;
            };
            let Some(form) = self.form(card, at) else {
                self.picked.cards.retain(|each| *each != at);
                continue;
            };
            self.turn = Some(Turn {
                card: at,
                form,
                again: self.given.iter().any(|given| given.answers(at)),
                changed: self.ledger.has_changed(card),
                grade: None,
            });
            return;
        }
    }

    /// Begins another round; whether there is anything to ask in it. What was answered before can
    /// no longer be taken back.
    pub fn more(&mut self, today: Day) -> bool {
        let mut plan = self.plan.clone();
        plan.seed = plan.seed.wrapping_add(u64::from(self.lines));
        let picked = pick(&self.cards, &self.scope, (&self.ledger, today), &plan);
        if picked.cards.is_empty() {
            return false;
        }
        self.plan = plan;
        self.queue = picked.cards.iter().copied().collect();
        self.picked = picked;
        self.given.clear();
        self.next();
        self.turn.is_some()
    }

    /// Puts the card that is asked aside, answered or not, and goes on; gives the line for the log.
    pub fn put_aside(&mut self, reason: &str, today: Day) -> Option<Line> {
        let turn = self.turn.clone()?;
        let at = turn.card;
        let key = self.cards.get(at)?.key.clone();
        let line = self.line(key, Act::Aside(reason.to_owned()), today);
        self.given.push(Given {
            line: line.id.clone(),
            grade: None,
            queue: self.queue.clone(),
            picked: self.picked.cards.clone(),
            turn,
        });
        self.queue.retain(|each| *each != at);
        if !self.given.iter().any(|given| given.answers(at)) {
            self.picked.cards.retain(|each| *each != at);
        }
        self.ledger.take(&line);
        self.next();
        Some(line)
    }

    /// Takes the last grade back and asks its card again, or takes back what was put aside last;
    /// gives the line for the log.
    pub fn undo(&mut self, today: Day) -> Option<Line> {
        let given = self.given.pop()?;
        self.queue = given.queue;
        self.picked.cards = given.picked;
        let key = self.cards.get(given.turn.card)?.key.clone();
        let line = self.line(key, Act::Undo(given.line), today);
        self.ledger.take(&line);
        self.turn = Some(given.turn);
        Some(line)
    }

    /// The next line of this session for the log.
    fn line(&mut self, key: Key, act: Act, today: Day) -> Line {
        self.lines += 1;
        Line {
            id: LineId {
                session: self.token.clone(),
                number: self.lines,
            },
            day: today,
            model: self.strategy.meta.id.to_string(),
            key,
            act,
        }
    }

    /// Every card of the session with the way it is first asked.
    pub fn asked(&self) -> Vec<(&Card, Form)> {
        let picked = self.picked.cards.iter();
        let cards = picked.filter_map(|at| Some((*at, self.cards.get(*at)?)));
        cards
            .filter_map(|(at, card)| Some((card, self.form(card, at)?)))
            .collect()
    }

    fn form(&self, card: &Card, at: usize) -> Option<Form> {
        let shown = self.given.iter().filter(|given| given.answers(at));
        let turn = shown.count() as u64;
        let seed = self.plan.seed ^ fnv(card.key.as_str().as_bytes());
        let mut random = Random::new(seed.wrapping_add(turn));
        match &card.answer {
            Answer::Text(_) => Some(Form::Recall),
            Answer::One { recall: true, .. } if self.plan.wish == Wish::Recall => {
                Some(Form::Recall)
            }
            Answer::One { recall, .. } => {
                let choice = choose(&self.strategy, card, &mut random).map(Form::Choice);
                let recalls = *recall && self.plan.wish != Wish::Choice;
                choice.or(recalls.then_some(Form::Recall))
            }
            Answer::Order(steps) => Some(shuffled(steps, &mut random)),
        }
    }
}
