//! The verbs of links, worded so that both directions read as English.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What one entry has to do with another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "`Verb::forward` says what each one means, in the words shown"
)]
pub enum Verb {
    Serves,
    PartOf,
    Heads,
    HoldsOffice,
    DeputyOf,
    MemberOf,
    SecretariatOf,
    SeatOn,
    ReportsTo,
    LocatedIn,
    CoordinatesWith,
    Succeeds,
    EstablishedBy,
    AdoptedBy,
    DraftedBy,
    NamesAsThreat,
    BelievedOf,
    SuspectedOf,
    Targets,
    Addresses,
    Protects,
    ResponsibleFor,
    Benefits,
    AlliedWith,
    CooperatesWith,
    ExercisesWith,
    BuildsCapacityOf,
    Criticises,
    TensionWith,
    GuidedBy,
    About,
    ComparableTo,
    /// A verb phrase of the author's own, with its inverse.
    Other(String, String),
}

impl Verb {
    /// The words from the entry that carries the link to the other: `serves`.
    pub fn forward(&self) -> Cow<'_, str> {
        self.words().0
    }

    /// The words in the other direction: `served by`.
    pub fn inverse(&self) -> Cow<'_, str> {
        self.words().1
    }

    /// Whether both directions are the same relation.
    pub fn is_symmetric(&self) -> bool {
        let (forward, inverse) = self.words();
        forward == inverse
    }

    /// The name in the model file and in JSON.
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Other(forward, _) => Cow::Borrowed(forward),
            named => Cow::Owned(format!("{named:?}")),
        }
    }

    fn words(&self) -> (Cow<'_, str>, Cow<'_, str>) {
        let (forward, inverse) = match self {
            Self::Serves => ("serves", "served by"),
            Self::PartOf => ("part of", "has part"),
            Self::Heads => ("heads", "headed by"),
            Self::HoldsOffice => ("holds office as", "held by"),
            Self::DeputyOf => ("deputy of", "has deputy"),
            Self::MemberOf => ("member of", "has member"),
            Self::SecretariatOf => ("secretariat of", "has secretariat"),
            Self::SeatOn => ("has its head or minister on", "seats the head of"),
            Self::ReportsTo => ("reports to", "oversees"),
            Self::LocatedIn => ("located in", "houses"),
            Self::CoordinatesWith => ("coordinates with", "coordinates with"),
            Self::Succeeds => ("succeeds", "succeeded by"),
            Self::EstablishedBy => ("established by", "established"),
            Self::AdoptedBy => ("adopted by", "adopted"),
            Self::DraftedBy => ("drafted by", "drafted"),
            Self::NamesAsThreat => ("names as a threat", "named as a threat by"),
            Self::BelievedOf => ("believed to be behind", "believed to come from"),
            Self::SuspectedOf => ("suspected of", "suspected to come from"),
            Self::Targets => ("targets", "targeted by"),
            Self::Addresses => ("addresses", "addressed by"),
            Self::Protects => ("protects", "protected by"),
            Self::ResponsibleFor => ("responsible for", "responsibility of"),
            Self::Benefits => ("benefits", "benefits from"),
            Self::AlliedWith => ("allied with", "allied with"),
            Self::CooperatesWith => ("cooperates with", "cooperates with"),
            Self::ExercisesWith => ("exercises with", "exercises with"),
            Self::BuildsCapacityOf => ("builds the capacity of", "has its capacity built by"),
            Self::Criticises => ("criticises", "criticised by"),
            Self::TensionWith => ("in tension with", "in tension with"),
            Self::GuidedBy => ("guided by", "guides"),
            Self::About => ("about", "subject of"),
            Self::ComparableTo => ("comparable to", "comparable to"),
            Self::Other(forward, inverse) => {
                return (Cow::Borrowed(forward), Cow::Borrowed(inverse));
            }
        };
        (Cow::Borrowed(forward), Cow::Borrowed(inverse))
    }
}
