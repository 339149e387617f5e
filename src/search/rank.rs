//! What an entry earns beyond what each word finds in it.

use super::corpus::{Corpus, Document};
use crate::model::Kind;

/// What several words earn by standing together in a name.
pub(super) fn together(
    corpus: &Corpus,
    document: &Document,
    (words, phrase): (usize, &str),
) -> i64 {
    if words < 2 {
        return 0;
    }
    let together = |text: &str| {
        if text == phrase {
            1000
        } else if text.starts_with(phrase) {
            200
        } else if text.contains(phrase) {
            100
        } else {
            0
        }
    };
    let names = corpus.names(document);
    names
        .map(|name| together(name.text()))
        .max()
        .unwrap_or_default()
}

/// What is met first in a strategy comes before what is said of it.
pub(super) const fn of_kind(kind: Kind) -> i64 {
    match kind {
        Kind::Pillar | Kind::Actor => 8,
        Kind::Goal | Kind::Objective | Kind::Event | Kind::Threat | Kind::Asset => 4,
        Kind::Principle | Kind::Instrument => 2,
        Kind::Claim | Kind::Term | Kind::Source => 0,
    }
}
