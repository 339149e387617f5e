//! One card of a session: how it is asked, and how it went.

use super::card::{Answer, Card, fnv};
use super::choice::Choice;
use super::log::Way;
use super::random::Random;
use super::schedule::Grade;
use crate::text::Clean;

/// A card that is being asked.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Its place in the deck.
    pub card: usize,
    /// How it is asked.
    pub form: Form,
    /// Whether it was missed before in this session.
    pub again: bool,
    /// Whether its answer has changed since it was learned.
    pub changed: bool,
    /// The grade, once it is given.
    pub grade: Option<Grade>,
}

/// How a card is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One of these.
    Choice(Choice),
    /// These are to be put in order.
    Order {
        /// In the order shown.
        options: Vec<Clean>,
        /// Places in `options`, in the right order.
        right: Vec<usize>,
    },
    /// To be recalled, then graded by oneself.
    Recall,
}

/// How a session went so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Cards that were answered.
    pub asked: usize,
    /// Of these, known at the first try.
    pub right: usize,
    /// Of these, missed at least once: places in the deck, in the order missed.
    pub missed: Vec<usize>,
}

impl Form {
    /// The way that the log knows it by.
    pub const fn way(&self) -> Way {
        match self {
            Self::Choice(_) => Way::Choice,
            Self::Order { .. } => Way::Order,
            Self::Recall => Way::Recall,
        }
    }
}

/// The events of an order card as they are shown: never in the right order.
pub(super) fn shuffled(steps: &[(Clean, String)], random: &mut Random) -> Form {
    let mut places: Vec<usize> = (0..steps.len()).collect();
    random.shuffle(&mut places);
    if places.is_sorted() {
        places.rotate_left(1);
    }
    let options = places.iter().filter_map(|at| steps.get(*at));
    let options = options.map(|(name, _)| name.clone()).collect();
    let right = (0..steps.len())
        .filter_map(|step| places.iter().position(|place| *place == step))
        .collect();
    Form::Order { options, right }
}

/// The events of an order card out of order, the same whenever asked.
pub fn shown(card: &Card) -> Option<Vec<Clean>> {
    let Answer::Order(steps) = &card.answer else {
        return None;
    };
    let mut random = Random::new(fnv(card.key.as_str().as_bytes()));
    match shuffled(steps, &mut random) {
        Form::Order { options, .. } => Some(options),
        _ => None,
    }
}
