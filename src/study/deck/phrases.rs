//! The questions that links give rise to, one for each verb that can be asked. Of a pair of inverse
//! questions the one stands here whose answer is known less.

use crate::model::Verb;

/// How a link is asked about. `{}` is the entry that the question names, `<when>` the time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// The kind of question, in keys and tags.
    pub(super) slug: &'static str,
    /// The verb.
    pub(super) verb: &'static Verb,
    /// Whether the entry that the question names is the one that carries the link.
    pub(super) outward: bool,
    /// When there is one right answer.
    pub(super) one: &'static str,
    /// The same of what is over; empty when the wording is the same.
    pub(super) past: &'static str,
    /// When several were right at different times: of one that ended, of one that goes on.
    pub(super) times: Option<(&'static str, &'static str)>,
    /// Whether it is asked only of what matters most.
    pub(super) key_alone: bool,
}

const fn carries(slug: &'static str, verb: &'static Verb, one: &'static str) -> Phrase {
    Phrase {
        slug,
        verb,
        outward: true,
        one,
        past: "",
        times: None,
        key_alone: false,
    }
}

const fn receives(slug: &'static str, verb: &'static Verb, one: &'static str) -> Phrase {
    Phrase {
        outward: false,
        ..carries(slug, verb, one)
    }
}

/// Every phrase.
pub(super) static PHRASES: &[Phrase] = &[
    Phrase {
        past: "Who headed {}?",
        times: Some(("Who headed {} <when>?", "Who has headed {} <when>?")),
        ..receives("headed-by", &Verb::Heads, "Who heads {}?")
    },
    Phrase {
        past: "Which body was the secretariat of {}?",
        times: Some((
            "Which body was the secretariat of {} <when>?",
            "Which body has been the secretariat of {} <when>?",
        )),
        ..receives(
            "secretariat",
            &Verb::SecretariatOf,
            "Which body is the secretariat of {}?",
        )
    },
    Phrase {
        past: "To whom did {} report?",
        ..carries("reports-to", &Verb::ReportsTo, "To whom does {} report?")
    },
    Phrase {
        past: "Within which body did {} sit?",
        ..carries(
            "housed-by",
            &Verb::LocatedIn,
            "Within which body does {} sit?",
        )
    },
    receives("successor", &Verb::Succeeds, "What succeeded {}?"),
    carries(
        "established-by",
        &Verb::EstablishedBy,
        "By what was {} established?",
    ),
    Phrase {
        key_alone: true,
        ..carries("adopted-by", &Verb::AdoptedBy, "By whom was {} adopted?")
    },
    Phrase {
        key_alone: true,
        ..carries("drafted-by", &Verb::DraftedBy, "By whom was {} drafted?")
    },
    carries(
        "exercises",
        &Verb::ExercisesWith,
        "Who holds joint exercises with {}?",
    ),
    carries("serves", &Verb::Serves, "Which goal does {} serve?"),
];
