//! The questions that links give rise to, one for each verb and direction that can be asked.

use crate::model::{Kind, Verb};

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
    /// When several are right, one of which is among the options; empty when that is not asked.
    pub(super) of_these: &'static str,
    /// The only kind that the question may name.
    pub(super) about: Option<Kind>,
    /// Whether an objective answers as the pillar it belongs to.
    pub(super) by_pillar: bool,
    /// Whether a link without direction is asked from the end that carries it alone.
    pub(super) one_way: bool,
}

const PLAIN: Phrase = Phrase {
    slug: "",
    verb: &Verb::About,
    outward: true,
    one: "",
    past: "",
    times: None,
    of_these: "",
    about: None,
    by_pillar: false,
    one_way: false,
};

const fn carries(slug: &'static str, verb: &'static Verb, one: &'static str) -> Phrase {
    Phrase {
        slug,
        verb,
        one,
        ..PLAIN
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
        past: "Which body did {} head?",
        ..carries("heads", &Verb::Heads, "Which body does {} head?")
    },
    Phrase {
        times: Some((
            "Which office did {} hold <when>?",
            "Which office has {} held <when>?",
        )),
        // People hold other offices than those a model tells of.
        ..carries(
            "holds",
            &Verb::HoldsOffice,
            "In which office does {} appear here?",
        )
    },
    Phrase {
        past: "Who was the deputy of {}?",
        times: Some((
            "Who was the deputy of {} <when>?",
            "Who has been the deputy of {} <when>?",
        )),
        ..receives("deputy", &Verb::DeputyOf, "Who is the deputy of {}?")
    },
    carries(
        "member-of",
        &Verb::MemberOf,
        "Which body has {} as a member?",
    ),
    Phrase {
        of_these: "Which of these is named as a member of {}?",
        ..receives("member", &Verb::MemberOf, "")
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
        past: "Of which body was {} the secretariat?",
        ..carries(
            "secretariat-of",
            &Verb::SecretariatOf,
            "Of which body is {} the secretariat?",
        )
    },
    Phrase {
        past: "To whom did {} report?",
        ..carries("reports-to", &Verb::ReportsTo, "To whom does {} report?")
    },
    Phrase {
        past: "Which body housed {}?",
        ..carries("housed-by", &Verb::LocatedIn, "Which body houses {}?")
    },
    carries("succeeded", &Verb::Succeeds, "What did {} succeed?"),
    receives("successor", &Verb::Succeeds, "What succeeded {}?"),
    carries(
        "established-by",
        &Verb::EstablishedBy,
        "By what was {} established?",
    ),
    carries("adopted-by", &Verb::AdoptedBy, "By whom was {} adopted?"),
    carries("drafted-by", &Verb::DraftedBy, "By whom was {} drafted?"),
    Phrase {
        of_these: "Which of these does {} name as a threat?",
        ..carries(
            "names-threat",
            &Verb::NamesAsThreat,
            "Whom does {} name as a threat?",
        )
    },
    receives(
        "believed",
        &Verb::BelievedOf,
        "Who is believed to be behind {}?",
    ),
    carries(
        "believed-of",
        &Verb::BelievedOf,
        "What is {} believed to be behind?",
    ),
    receives("suspected", &Verb::SuspectedOf, "Who is suspected of {}?"),
    Phrase {
        of_these: "Of which of these is {} suspected?",
        ..carries(
            "suspected-of",
            &Verb::SuspectedOf,
            "Of what is {} suspected?",
        )
    },
    Phrase {
        of_these: "Which of these threats targets {}?",
        // Of a whole sector or state other threats are true as well.
        about: Some(Kind::Asset),
        ..receives("targeted-by", &Verb::Targets, "Which threat targets {}?")
    },
    Phrase {
        about: Some(Kind::Threat),
        ..carries("targets", &Verb::Targets, "What does {} target?")
    },
    Phrase {
        by_pillar: true,
        ..receives(
            "addressed-by",
            &Verb::Addresses,
            "Which pillar addresses {}?",
        )
    },
    Phrase {
        by_pillar: true,
        ..receives("protected-by", &Verb::Protects, "Which pillar protects {}?")
    },
    carries("protects", &Verb::Protects, "What does {} protect?"),
    receives(
        "responsible",
        &Verb::ResponsibleFor,
        "Who is responsible for {}?",
    ),
    carries("benefits", &Verb::Benefits, "Who is to benefit from {}?"),
    Phrase {
        one_way: true,
        ..carries("allied", &Verb::AlliedWith, "Who is the ally of {}?")
    },
    carries(
        "exercises",
        &Verb::ExercisesWith,
        "Who holds joint exercises with {}?",
    ),
    carries(
        "coordinates",
        &Verb::CoordinatesWith,
        "Who works closely with {}?",
    ),
    carries(
        "builds-capacity",
        &Verb::BuildsCapacityOf,
        "Whose capacity does {} help to build?",
    ),
    Phrase {
        of_these: "Which of these criticised {}?",
        ..receives("criticised-by", &Verb::Criticises, "")
    },
    Phrase {
        of_these: "Which of these does {} serve?",
        ..carries("serves", &Verb::Serves, "What does {} serve?")
    },
    carries("part-of", &Verb::PartOf, "What counts {} among its parts?"),
    carries("guided-by", &Verb::GuidedBy, "What guides {}?"),
];
