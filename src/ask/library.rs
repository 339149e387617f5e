//! What searching and asking need of a strategy.

use std::sync::{Arc, OnceLock};

use super::Names;
use crate::model::Strategy;
use crate::search::Corpus;

/// The texts and names of a strategy, made once, by whoever asks first; others who ask then wait.
#[derive(Debug)]
pub struct Library {
    strategy: Arc<Strategy>,
    corpus: OnceLock<Corpus>,
    names: OnceLock<Names>,
}

impl Library {
    /// Makes nothing yet.
    pub const fn new(strategy: Arc<Strategy>) -> Self {
        Self {
            strategy,
            corpus: OnceLock::new(),
            names: OnceLock::new(),
        }
    }

    /// The texts.
    pub fn corpus(&self) -> &Corpus {
        self.corpus.get_or_init(|| Corpus::new(&self.strategy))
    }

    /// The names.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.strategy))
    }
}
