//! Who belongs to whom on a day: the actors of a strategy as trees of units, with the people who
//! hold office in them. Screens, slides and papers draw it as an outline or as boxes.

mod boxes;
mod outline;

use std::collections::{BTreeMap, BTreeSet};

pub use self::boxes::{Picture, Spot, Stroke, Tone, boxes};
pub use self::outline::{Guides, Leads, OutlineRow, outline};

use crate::model::{AsOf, EntryId, Held, Kind, Presence, Role, Strategy, Verb};
use crate::wording;

/// The ties by which a unit stands under another, the strongest first.
const TIES: &[Tie] = &[
    Tie::Part,
    Tie::Reports,
    Tie::Secretariat,
    Tie::Located,
    Tie::Member,
    Tie::Seat,
];

/// So many units are drawn at first; what comes after them is counted.
const FEW: usize = 12;

/// How a unit stands to the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// It is a part of it.
    Part,
    /// It reports to it.
    Reports,
    /// It is its secretariat.
    Secretariat,
    /// It is located in it.
    Located,
    /// It is a member of it.
    Member,
    /// Its head or minister sits on it.
    Seat,
}

impl Tie {
    const fn of(verb: &Verb) -> Option<Self> {
        Some(match verb {
            Verb::PartOf => Self::Part,
            Verb::ReportsTo => Self::Reports,
            Verb::SecretariatOf => Self::Secretariat,
            Verb::LocatedIn => Self::Located,
            Verb::MemberOf => Self::Member,
            Verb::SeatOn => Self::Seat,
            _ => return None,
        })
    }

    /// Seen from the unit below: `reports to it`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Part => "part of it",
            Self::Reports => "reports to it",
            Self::Secretariat => "secretariat",
            Self::Located => "sits in it",
            Self::Member => "member",
            Self::Seat => "its head sits on it",
        }
    }

    /// Of several units together.
    pub const fn words_for_many(self) -> &'static str {
        match self {
            Self::Part => "are parts of it",
            Self::Reports => "report to it",
            Self::Secretariat => "are its secretariat",
            Self::Located => "sit in it",
            Self::Member => "are members of it",
            Self::Seat => "have their minister or chair on it",
        }
    }

    /// Before the name of a further unit: `sits in`.
    const fn beside(self) -> &'static str {
        match self {
            Self::Part => "part of",
            Self::Reports => "reports to",
            Self::Secretariat => "secretariat of",
            Self::Located => "sits in",
            Self::Member => "member of",
            Self::Seat => "has its head on",
        }
    }
}

/// A body, a state, an organisation or a sector in its place.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Which actor.
    pub id: EntryId,
    /// How it stands to the one above; none at the top of a tree.
    pub tie: Option<Tie>,
    /// Since when, as far as it is known: `since 9 Jan 2015`.
    pub when: String,
    /// Who heads it, and the like.
    pub people: Vec<Person>,
    /// Its further ties in words, each with the unit it names.
    pub notes: Vec<(String, EntryId)>,
    /// What stands under it.
    pub parts: Vec<Self>,
}

/// Somebody in a unit.
#[derive(Clone, Debug)]
pub struct Person {
    /// `head`, `deputy` or `member`.
    pub label: &'static str,
    /// The person; the office where nobody is known to hold it.
    pub id: EntryId,
    /// The name as it is shown.
    pub name: String,
    /// In which office, if in one.
    pub office: Option<EntryId>,
}

/// The trees of a day.
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    /// Those that are drawn, the largest first, each followed by those it is tied to.
    pub trees: Vec<Unit>,
    /// Further trees, when there are more than are seen at one look.
    pub smaller: Vec<Unit>,
    /// Actors that stand in no tree.
    pub apart: Vec<EntryId>,
    /// Actors that the day leaves out.
    pub gone: Vec<EntryId>,
}

impl Unit {
    /// How many units there are with it and under it.
    pub fn size(&self) -> usize {
        1 + self.parts.iter().map(Self::size).sum::<usize>()
    }

    fn visit(&self, each: &mut impl FnMut(&Self)) {
        each(self);
        for part in &self.parts {
            part.visit(each);
        }
    }
}

impl Organisation {
    /// The organisation of a strategy at a time.
    pub fn new(strategy: &Strategy, as_of: AsOf) -> Self {
        Builder::new(strategy, as_of).build()
    }

    /// The whole, with nothing set aside for lack of room.
    #[must_use]
    pub fn unfolded(mut self) -> Self {
        self.trees.append(&mut self.smaller);
        self
    }

    /// How many units and how many people are drawn: `11 bodies, 3 persons`.
    pub fn count(&self) -> String {
        let mut people = BTreeSet::new();
        let mut units = 0;
        for tree in &self.trees {
            tree.visit(&mut |unit| {
                units += 1;
                let known = unit.people.iter().filter(|who| who.office != Some(who.id));
                people.extend(known.map(|who| who.id));
            });
        }
        let bodies = if units == 1 {
            "1 body".to_owned()
        } else {
            format!("{units} bodies")
        };
        format!("{bodies}, {}", wording::count(people.len(), "person"))
    }

    /// What is not drawn, one line each: smaller trees, actors in no tree, actors of other times.
    pub fn left_out(&self, strategy: &Strategy) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.smaller.is_empty() {
            let names: Vec<&str> = self
                .smaller
                .iter()
                .map(|tree| strategy.entry(tree.id).name.as_str())
                .collect();
            let trees = wording::count(names.len(), "smaller tree");
            lines.push(format!("{trees}: {}", names.join(", ")));
        }
        let mut rest = Vec::new();
        if !self.apart.is_empty() {
            let actors = wording::count(self.apart.len(), "actor");
            rest.push(format!("{actors} with no place in a tree"));
        }
        if !self.gone.is_empty() {
            rest.push(format!("{} not in being then", self.gone.len()));
        }
        if !rest.is_empty() {
            lines.push(rest.join("; "));
        }
        lines
    }

    /// The terms behind the people who are drawn, a sentence each with its cites.
    pub fn terms(&self, strategy: &Strategy, as_of: AsOf) -> Vec<String> {
        let mut lines = Vec::new();
        for tree in &self.trees {
            tree.visit(&mut |unit| {
                for who in &unit.people {
                    let Some(office) = who.office.filter(|office| *office != who.id) else {
                        continue;
                    };
                    let held = strategy.holders(office, as_of);
                    let own = held.iter().find(|held| held.relation.other == who.id);
                    let Some(link) = own.map(|held| held.relation.link) else {
                        continue;
                    };
                    let cites = wording::short_cites(strategy, &link.cites);
                    let name = &strategy.entry(who.id).name;
                    let office = &strategy.entry(office).name;
                    let term = format!("{name}: {office}, {} {cites}", link.active);
                    if !link.active.is_open() && !lines.contains(&term) {
                        lines.push(term);
                    }
                }
            });
        }
        lines
    }
}

/// The unit above another, by which tie, and since when.
#[derive(Clone, Debug)]
struct Above {
    unit: EntryId,
    tie: Tie,
    when: String,
}

struct Builder<'a> {
    strategy: &'a Strategy,
    as_of: AsOf,
    units: Vec<EntryId>,
    above: BTreeMap<EntryId, Above>,
    notes: BTreeMap<EntryId, Vec<(String, EntryId)>>,
    placed: BTreeSet<EntryId>,
}

impl<'a> Builder<'a> {
    fn new(strategy: &'a Strategy, as_of: AsOf) -> Self {
        let is_unit = |id: &&EntryId| {
            let role = strategy.entry(**id).actor().map(|facts| facts.role);
            let is_unit = matches!(
                role,
                Some(Role::Body | Role::State | Role::Organisation | Role::Sector)
            );
            is_unit && strategy.presence(**id, as_of) != Presence::Out
        };
        Self {
            strategy,
            as_of,
            units: strategy
                .of_kind(Kind::Actor)
                .iter()
                .filter(is_unit)
                .copied()
                .collect(),
            above: BTreeMap::new(),
            notes: BTreeMap::new(),
            placed: BTreeSet::new(),
        }
    }

    fn build(mut self) -> Organisation {
        for id in self.units.clone() {
            self.tie(id);
        }
        let notes = self.notes.values().flatten();
        let named: BTreeSet<EntryId> = notes.map(|(_, to)| *to).collect();
        let roots: Vec<EntryId> = self
            .units
            .iter()
            .copied()
            .filter(|id| !self.above.contains_key(id))
            .collect();
        let mut trees: Vec<Unit> = roots.into_iter().map(|id| self.unit(id)).collect();
        trees.retain(|tree| {
            let is_tied = self.notes.contains_key(&tree.id) || named.contains(&tree.id);
            !tree.parts.is_empty() || !tree.people.is_empty() || is_tied
        });
        for tree in &trees {
            tree.visit(&mut |unit| {
                self.placed.insert(unit.id);
                for who in &unit.people {
                    self.placed.insert(who.id);
                    self.placed.extend(who.office);
                }
            });
        }
        let actors = self.strategy.of_kind(Kind::Actor).iter().copied();
        let (gone, there): (Vec<EntryId>, Vec<EntryId>) =
            actors.partition(|id| self.strategy.presence(*id, self.as_of) == Presence::Out);
        let apart = there
            .into_iter()
            .filter(|id| !self.placed.contains(id))
            .collect();
        let (trees, smaller) = few(ordered(trees));
        Organisation {
            trees,
            smaller,
            apart,
            gone,
        }
    }

    /// Finds where a unit stands, and puts its further ties into words.
    fn tie(&mut self, id: EntryId) {
        let held = self.strategy.relations_on(id, self.as_of);
        let mut ties: Vec<(Tie, &Held<'_>)> = held
            .iter()
            .filter(|held| held.relation.outward && self.units.contains(&held.relation.other))
            .filter_map(|held| Some((Tie::of(&held.relation.link.verb)?, held)))
            .collect();
        ties.sort_by_key(|(tie, _)| TIES.iter().position(|known| known == tie));
        let mut named = BTreeSet::new();
        for (tie, held) in ties {
            let other = held.relation.other;
            if !named.insert(other) || self.is_above(id, other) {
                continue;
            }
            if self.above.contains_key(&id) {
                let name = wording::called(self.strategy.entry(other));
                let words = format!("{} {name}", tie.beside());
                self.notes.entry(id).or_default().push((words, other));
            } else {
                let when = self.since(held);
                let unit = other;
                self.above.insert(id, Above { unit, tie, when });
            }
        }
        let works_with = |held: &&Held<'_>| {
            let relation = &held.relation;
            relation.outward && relation.link.verb == Verb::CoordinatesWith
        };
        let mut partners = held
            .iter()
            .filter(works_with)
            .map(|held| held.relation.other);
        if let Some(first) = partners.find(|other| named.insert(*other)) {
            let name = wording::called(self.strategy.entry(first));
            let more = partners.filter(|other| named.insert(*other)).count();
            let more = match more {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let note = (format!("works with {name}{more}"), first);
            self.notes.entry(id).or_default().push(note);
        }
    }

    /// Whether a unit already stands over another, so that it cannot stand under it.
    fn is_above(&self, id: EntryId, other: EntryId) -> bool {
        let mut at = other;
        // No chain is longer than there are units.
        for _ in 0..=self.units.len() {
            if at == id {
                return true;
            }
            match self.above.get(&at) {
                Some(above) => at = above.unit,
                None => return false,
            }
        }
        true
    }

    /// Since when a link holds, or its lower end is there; on a day nothing of what came after.
    fn since(&self, held: &Held<'_>) -> String {
        let active = held.relation.link.active;
        let about = if held.about { "about " } else { "" };
        match (self.as_of, active.from) {
            _ if active.is_open() => String::new(),
            (AsOf::On(_), Some(from)) => format!("since {about}{from}"),
            (AsOf::On(_), None) => String::new(),
            (AsOf::All, _) => active.to_string(),
        }
    }

    fn unit(&self, id: EntryId) -> Unit {
        let above = self.above.get(&id);
        let own = self.strategy.entry(id).actor().map(|facts| facts.active);
        let own = match (self.as_of, own.and_then(|active| active.from)) {
            (AsOf::On(_), Some(from)) => format!("since {from}"),
            (AsOf::All, _) => own.map(|active| active.to_string()).unwrap_or_default(),
            _ => String::new(),
        };
        let when = above.map(|above| above.when.clone()).unwrap_or_default();
        let under = |part: &&EntryId| self.above.get(part).is_some_and(|above| above.unit == id);
        let mut parts: Vec<Unit> = self
            .units
            .iter()
            .filter(under)
            .map(|part| self.unit(*part))
            .collect();
        parts.sort_by_key(|part| part.tie);
        Unit {
            id,
            tie: above.map(|above| above.tie),
            when: if when.is_empty() { own } else { when },
            people: self.people(id),
            notes: self.notes.get(&id).cloned().unwrap_or_default(),
            parts,
        }
    }

    /// Who heads a unit, stands in for its head or sits in it.
    fn people(&self, id: EntryId) -> Vec<Person> {
        let mut people = Vec::new();
        for (verb, label) in [
            (Verb::Heads, "head"),
            (Verb::DeputyOf, "deputy"),
            (Verb::MemberOf, "member"),
        ] {
            for held in self.strategy.relations_on(id, self.as_of) {
                let relation = &held.relation;
                if !relation.outward && relation.link.verb == verb {
                    self.person(&mut people, label, relation.other);
                }
            }
        }
        people
    }

    fn person(&self, people: &mut Vec<Person>, label: &'static str, id: EntryId) {
        let entry = self.strategy.entry(id);
        let person = |id: EntryId, name: &str, office| Person {
            label,
            id,
            name: name.to_owned(),
            office,
        };
        match entry.actor().map(|facts| facts.role) {
            Some(Role::Person | Role::Group) => people.push(person(id, &entry.name, None)),
            Some(Role::Office) => {
                let holders = self.strategy.holders(id, self.as_of);
                for held in &holders {
                    let about = if held.about { "about then " } else { "" };
                    let name = &self.strategy.entry(held.relation.other).name;
                    let name = format!("{about}{name}");
                    people.push(person(held.relation.other, &name, Some(id)));
                }
                if holders.is_empty() {
                    people.push(person(id, "holder not known", Some(id)));
                }
            }
            _ => {}
        }
    }
}

/// Trees that are tied to each other stand together; the largest group comes first, and in it the
/// largest tree.
fn ordered(mut trees: Vec<Unit>) -> Vec<Vec<Unit>> {
    let mut groups: Vec<Vec<Unit>> = Vec::new();
    trees.sort_by_key(|tree| std::cmp::Reverse(tree.size()));
    while !trees.is_empty() {
        let mut group = vec![trees.remove(0)];
        loop {
            let tied = trees.iter().position(|tree| {
                group
                    .iter()
                    .any(|other| are_tied(tree, other) || are_tied(other, tree))
            });
            match tied {
                Some(at) => group.push(trees.remove(at)),
                None => break,
            }
        }
        groups.push(group);
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.iter().map(Unit::size).sum::<usize>()));
    groups
}

/// Whether something in a tree names something in another.
fn are_tied(tree: &Unit, other: &Unit) -> bool {
    let mut there = BTreeSet::new();
    other.visit(&mut |unit| {
        there.insert(unit.id);
    });
    let mut found = false;
    tree.visit(&mut |unit| found |= unit.notes.iter().any(|(_, to)| there.contains(to)));
    found
}

/// The groups that are seen at one look, and the others.
fn few(groups: Vec<Vec<Unit>>) -> (Vec<Unit>, Vec<Unit>) {
    let (mut shown, mut rest, mut count) = (Vec::new(), Vec::new(), 0);
    for group in groups {
        let size: usize = group.iter().map(Unit::size).sum();
        if shown.is_empty() || (rest.is_empty() && count + size <= FEW) {
            count += size;
            shown.extend(group);
        } else {
            rest.extend(group);
        }
    }
    (shown, rest)
}
