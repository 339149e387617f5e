//! How a deck is made.

use crate::date::Date;
use crate::model::{AsOf, Status, Strategy};

/// How a deck is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeckOptions {
    /// The time for which it is true.
    pub as_of: AsOf,
    /// Whether the markers of sources stand on the slides.
    pub cites: bool,
}

impl DeckOptions {
    /// The usual ones: as of the day of the adoption when the strategy is superseded, otherwise as
    /// of today.
    pub fn usual(strategy: &Strategy, today: Date) -> Self {
        let meta = &strategy.meta;
        let as_of = match (&meta.status, meta.adopted) {
            (Status::Superseded { .. }, Some(adopted)) => AsOf::On(adopted),
            _ => AsOf::On(today),
        };
        Self {
            as_of,
            cites: false,
        }
    }
}
