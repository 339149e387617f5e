//! A corpus that is made when it is first needed, so that the first frame need not wait for it.

use std::sync::{Arc, OnceLock};

use super::Corpus;
use crate::model::Strategy;

/// The corpus of a strategy, made once, by whoever asks first; others who ask then wait for it.
#[derive(Debug)]
pub struct Later {
    strategy: Arc<Strategy>,
    made: OnceLock<Corpus>,
}

impl Later {
    /// Makes nothing yet.
    pub const fn new(strategy: Arc<Strategy>) -> Self {
        Self {
            strategy,
            made: OnceLock::new(),
        }
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        self.made.get_or_init(|| Corpus::new(&self.strategy))
    }
}
