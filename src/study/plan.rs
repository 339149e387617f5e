//! What a session is to be.

/// In which way cards are to be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    /// As each card is best asked.
    #[default]
    Any,
    /// By options and by order alone.
    Choice,
    /// Recalled alone.
    Recall,
}

/// What a session is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// At most this many cards.
    pub count: usize,
    /// The same seed gives the same session.
    pub seed: u64,
    /// In which way cards are asked.
    pub wish: Wish,
    /// Any card, due or not, and the schedule is left alone.
    pub cram: bool,
    /// Official names in the original language as well.
    pub original: bool,
}

impl Plan {
    /// Cards in a session, unless asked for otherwise.
    pub const COUNT: usize = 20;
}
