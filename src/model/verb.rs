//! The verbs of links, worded so that both directions read as English.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Kind, Role};

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

    /// Which entries it fits, in words: `pillar, objective or instrument to goal`.
    pub fn usual(&self) -> &'static str {
        self.row().map_or("any to any", |row| row.3)
    }

    /// Whether it makes sense from one entry to another; an actor comes with its role.
    pub fn fits(&self, from: (Kind, Option<Role>), to: (Kind, Option<Role>)) -> bool {
        let mut pairs = self.usual().split("; ");
        pairs.any(|pair| {
            let (sources, targets) = pair.split_once(" to ").unwrap_or((pair, "any"));
            let among = |ends: &str, entry| {
                let mut ends = ends.split(", ").flat_map(|ends| ends.split(" or "));
                ends.any(|end| holds(end, entry, from))
            };
            among(sources, from) && among(targets, to)
        })
    }

    fn row(&self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.0 == *self)
    }

    fn words(&self) -> (Cow<'_, str>, Cow<'_, str>) {
        let (forward, inverse) = match (self, self.row()) {
            (Self::Other(forward, inverse), _) => (forward.as_str(), inverse.as_str()),
            (_, Some(row)) => (row.1, row.2),
            (_, None) => ("", ""),
        };
        (Cow::Borrowed(forward), Cow::Borrowed(inverse))
    }
}

/// Whether an entry is of the sort that may stand at one end of a link from another.
fn holds(end: &str, (kind, role): (Kind, Option<Role>), from: (Kind, Option<Role>)) -> bool {
    let is_person = |role| role == Some(Role::Person);
    match end {
        "any" => true,
        "any but an actor" => kind != Kind::Actor,
        "its like" => kind == from.0 && is_person(role) == is_person(from.1),
        word => word == kind.word() || role.is_some_and(|role| word == role.word()),
    }
}

/// A verb, how it reads in both directions, and from which entries it usually leads to which.
type Row = (Verb, &'static str, &'static str, &'static str);

/// Every verb that has a name of its own.
#[rustfmt::skip]
static ROWS: &[Row] = &[
    (Verb::Serves, "serves", "served by", "pillar, objective or instrument to goal"),
    (Verb::PartOf, "part of", "has part", "actor to body, state, sector, organisation, group or asset; any but an actor to its like, pillar, objective or instrument"),
    (Verb::Heads, "heads", "headed by", "office or person to body, state, organisation or group"),
    (Verb::HoldsOffice, "holds office as", "held by", "person to office"),
    (Verb::DeputyOf, "deputy of", "has deputy", "office or person to body, organisation, office or person"),
    (Verb::MemberOf, "member of", "has member", "actor to body, organisation or group"),
    (Verb::SecretariatOf, "secretariat of", "has secretariat", "body or organisation to body, organisation or group"),
    (Verb::SeatOn, "has its head or minister on", "seats the head of", "body, office or organisation to body, organisation or group"),
    (Verb::ReportsTo, "reports to", "oversees", "body, office, person, organisation or group to body, office, person or organisation"),
    (Verb::LocatedIn, "located in", "houses", "body, office, organisation, group or asset to body, state, organisation or asset"),
    (Verb::CoordinatesWith, "coordinates with", "coordinates with", "actor to actor"),
    (Verb::Succeeds, "succeeds", "succeeded by", "any to its like"),
    (Verb::EstablishedBy, "established by", "established", "body, office, organisation, group, asset or instrument to instrument, actor or event"),
    (Verb::AdoptedBy, "adopted by", "adopted", "instrument, principle or goal to actor"),
    (Verb::DraftedBy, "drafted by", "drafted", "instrument to actor"),
    (Verb::NamesAsThreat, "names as a threat", "named as a threat by", "instrument, actor or claim to actor or threat"),
    (Verb::BelievedOf, "believed to be behind", "believed to come from", "actor to threat or event"),
    (Verb::SuspectedOf, "suspected of", "suspected to come from", "actor to threat or event"),
    (Verb::Targets, "targets", "targeted by", "threat, actor or event to asset or actor"),
    (Verb::Addresses, "addresses", "addressed by", "goal, pillar, objective or instrument to threat"),
    (Verb::Protects, "protects", "protected by", "pillar, objective, instrument or actor to asset or actor"),
    (Verb::ResponsibleFor, "responsible for", "responsibility of", "actor to goal, pillar, objective, asset, instrument or actor"),
    (Verb::Benefits, "benefits", "benefits from", "goal, pillar, objective or instrument to actor"),
    (Verb::AlliedWith, "allied with", "allied with", "state or organisation to state or organisation"),
    (Verb::CooperatesWith, "cooperates with", "cooperates with", "actor to actor"),
    (Verb::ExercisesWith, "exercises with", "exercises with", "actor to actor"),
    (Verb::BuildsCapacityOf, "builds the capacity of", "has its capacity built by", "actor, pillar, objective or instrument to actor"),
    (Verb::Criticises, "criticises", "criticised by", "actor or claim to any"),
    (Verb::TensionWith, "in tension with", "in tension with", "actor to actor; any but an actor to any but an actor"),
    (Verb::GuidedBy, "guided by", "guides", "goal, pillar, objective, instrument or actor to principle"),
    (Verb::About, "about", "subject of", "any but an actor to any"),
    (Verb::ComparableTo, "comparable to", "comparable to", "actor to actor; any but an actor to any but an actor"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_is_a_sort_of_entry() {
        let roles = Role::ALL.iter().map(|role| role.word());
        let known: Vec<&str> = Kind::ALL
            .iter()
            .map(|kind| kind.word())
            .chain(roles)
            .chain(["any", "any but an actor", "its like"])
            .collect();
        for (verb, .., usual) in ROWS {
            let ends = usual.split("; ").flat_map(|pair| pair.split(" to "));
            let words = ends.flat_map(|end| end.split(", ").flat_map(|end| end.split(" or ")));
            for word in words {
                assert!(known.contains(&word), "{verb:?}: {word}");
            }
        }
    }

    #[test]
    fn a_verb_knows_which_entries_it_fits() {
        let person = (Kind::Actor, Some(Role::Person));
        let body = (Kind::Actor, Some(Role::Body));
        let office = (Kind::Actor, Some(Role::Office));
        let threat = (Kind::Threat, None);
        assert!(Verb::Heads.fits(person, body));
        assert!(!Verb::Heads.fits(person, threat));
        assert!(!Verb::PartOf.fits(body, office));
        assert!(Verb::PartOf.fits(threat, threat));
        assert!(Verb::Succeeds.fits(person, person));
        assert!(!Verb::Succeeds.fits(person, body));
        assert!(Verb::Other("x".into(), "y".into()).fits(threat, person));
    }
}
