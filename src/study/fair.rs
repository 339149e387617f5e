//! Fairness: what may be offered beside a right answer, and which questions can be asked at all.
//!
//! An option is of the same kind, role and side as the answer. It has no link of any sort with what
//! is asked about, at any time, and none with the answer either: it is no part of it, no whole, no
//! holder, successor or namesake. What is left over is wrong for certain.

use std::collections::{HashMap, HashSet, VecDeque};

use super::hint::{contains, shared, stems};
use crate::model::{Cite, Entry, EntryId, Kind, Link, Role, Strategy, Verb};
use crate::text::Clean;
use crate::text::fold::Folded;
use crate::wording::names_a_year;

/// No more entries than this are weighed up for one card.
const WEIGHED: usize = 120;

/// A question or an answer is no longer than this.
const LONGEST: usize = 200;

/// Wrong options that a question has at least.
pub(super) const FEWEST: usize = 2;

/// Words that mean nothing without what stands around them on a screen.
const RELATIVE: &[&str] = &[
    "next", "new", "other", "bills", "included", "required", "here", "bullet", "pillar", "these",
    "those", "such",
];

/// Words of a summary that lean on what stands around it, or that speak of the text itself.
const LEANING: &[&str] = &[
    "article", "here", "bullet", "confuse", "above", "below", "whose", "former", "latter", "same",
    "author", "likewise",
];

/// What may stand beside what.
#[derive(Debug)]
pub(super) struct Fair<'a> {
    strategy: &'a Strategy,
    sides: HashMap<EntryId, EntryId>,
}

impl<'a> Fair<'a> {
    pub(super) fn new(strategy: &'a Strategy) -> Self {
        let mut fair = Self {
            strategy,
            sides: HashMap::new(),
        };
        for id in strategy.of_kind(Kind::Actor) {
            if let Some(state) = fair.state_of(*id) {
                fair.sides.insert(*id, state);
            }
        }
        fair
    }

    /// What may be offered as wrong where `right` is right of `subject`, nearest in the file first.
    pub(super) fn options(&self, subject: EntryId, right: EntryId) -> Vec<EntryId> {
        let mut barred = self.near(right);
        if subject != right {
            barred.extend(self.touching(subject));
        }
        self.like(right)
            .filter(|id| !barred.contains(id))
            .take(WEIGHED)
            .collect()
    }

    /// Entries of the same kind, role and side that go by no name of this one.
    pub(super) fn like(&self, right: EntryId) -> impl Iterator<Item = EntryId> {
        let entry = self.strategy.entry(right);
        let all = self.strategy.of_kind(entry.kind);
        let start = all.iter().position(|id| *id == right).unwrap_or(0);
        let around = all.iter().cycle().skip(start).take(all.len());
        around
            .copied()
            .filter(move |id| *id != right && is_like(self.strategy.entry(*id), entry))
            .filter(move |id| self.side(*id) == self.side(right))
    }

    /// The state an actor belongs to; none for those of the strategy's own country.
    pub(super) fn side(&self, id: EntryId) -> Option<EntryId> {
        self.sides.get(&id).copied()
    }

    fn state_of(&self, id: EntryId) -> Option<EntryId> {
        let mut seen = HashSet::from([id]);
        let mut queue = VecDeque::from([id]);
        while let Some(at) = queue.pop_front() {
            let entry = self.strategy.entry(at);
            if at != id && role(entry) == Some(Role::State) {
                let is_home = Folded::new(&entry.name).as_str()
                    == Folded::new(&self.strategy.meta.country).as_str();
                return (!is_home).then_some(at);
            }
            let person = role(entry) == Some(Role::Person);
            for link in entry
                .links
                .iter()
                .filter(|link| belongs(&link.verb, person))
            {
                if seen.insert(link.to) {
                    queue.push_back(link.to);
                }
            }
        }
        None
    }

    /// What has anything to do with an entry or its objectives, at any time, with what that
    /// includes or is included in.
    pub(super) fn touching(&self, subject: EntryId) -> HashSet<EntryId> {
        let entry = self.strategy.entry(subject);
        let family = [subject].into_iter().chain(entry.children.iter().copied());
        let mut found: HashSet<EntryId> = family.clone().chain(entry.parent).collect();
        for each in family {
            for relation in self.strategy.relations(each) {
                let other = self.strategy.entry(relation.other);
                found.insert(relation.other);
                found.extend(other.parent);
                found.extend(&other.children);
            }
        }
        found
    }

    /// What stands so near an answer that it might be right as well.
    fn near(&self, right: EntryId) -> HashSet<EntryId> {
        let entry = self.strategy.entry(right);
        let mut found = self.touching(right);
        if entry.kind == Kind::Term {
            found.extend(self.beside(right));
        }
        if entry.kind == Kind::Pillar {
            let topic = entry.topics.first();
            let ends = found.clone();
            found.extend(self.strategy.of_kind(Kind::Pillar).iter().filter(|id| {
                let shares = |topics: &[Clean]| topic.is_some_and(|topic| topics.contains(topic));
                let other = self.strategy.entry(**id);
                let related = self.strategy.relations(**id);
                shares(&other.topics) || related.iter().any(|each| ends.contains(&each.other))
            }));
        }
        found
    }

    /// Terms about the same thing as this one.
    fn beside(&self, term: EntryId) -> Vec<EntryId> {
        let about = |id: EntryId| {
            let links = self.strategy.entry(id).links.iter();
            let about = links.filter(|link| link.verb == Verb::About);
            about.map(|link| link.to).collect::<HashSet<EntryId>>()
        };
        let own = about(term);
        let terms = self.strategy.of_kind(Kind::Term).iter().copied();
        terms.filter(|id| !about(*id).is_disjoint(&own)).collect()
    }

    /// Whether a link can be asked about: it is nobody's reading, and no caveat of either end
    /// speaks of the place where it is stated.
    pub(super) fn is_firm(&self, link: &Link, ends: [EntryId; 2]) -> bool {
        let disputed = |cite: &Cite| {
            let ends = ends.iter().map(|id| self.strategy.entry(*id));
            let mut caveats = ends.flat_map(|entry| &entry.caveats);
            !cite.locator.is_empty() && caveats.any(|caveat| caveat.cites.contains(cite))
        };
        !link.editorial && !link.cites.iter().any(disputed)
    }

    /// Whether naming the answer among these gives nothing away to who has read the question: a
    /// word that both share stands in another option too, and years or ranks in both do not count
    /// on from one to the other.
    pub(super) fn keeps_secret(&self, question: &str, right: EntryId, options: &[EntryId]) -> bool {
        let name = &self.strategy.entry(right).name;
        let mut told = shared(&stems(name), &stems(question)).into_iter();
        let counts_on = (names_a_year(question) && names_a_year(name))
            || (names_a_rank(question) && names_a_rank(name));
        !counts_on
            && told.all(|stem| {
                let mut names = options.iter().map(|id| &self.strategy.entry(*id).name);
                names.any(|name| stems(name).contains(&stem))
            })
    }
}

/// Whether a question and its answer can be put: neither is too long, and the answer does not
/// stand in the question.
pub(super) fn can_be_asked(question: &str, answer: &str) -> bool {
    let short = |text: &str| text.chars().count() <= LONGEST;
    short(question) && short(answer)
}

/// Whether a name says what it means to who sees nothing else.
pub(super) fn stands_alone(name: &str) -> bool {
    !has_word(name, RELATIVE)
}

/// Whether a summary can be read by who sees nothing else, and speaks of its subject.
pub(super) fn reads_alone(summary: &str) -> bool {
    !has_word(summary, LEANING)
}

fn has_word(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    lower
        .split(|each: char| !each.is_alphanumeric())
        .any(|word| words.contains(&word))
}

/// Whether a name holds a proper name: a word after the first with a capital letter, or a number.
pub(super) fn holds_proper_name(name: &str) -> bool {
    let capital = |word: &str| {
        let first = word.chars().find(|each| each.is_alphanumeric());
        first.is_some_and(|each| each.is_uppercase() || each.is_ascii_digit())
    };
    let shouted = |word: &str| word.chars().filter(|each| each.is_uppercase()).count() > 1;
    name.split_whitespace().skip(1).any(capital) || name.split_whitespace().any(shouted)
}

/// Whether a text says that something is the first, the second or so of its kind.
pub(super) fn names_a_rank(text: &str) -> bool {
    has_word(
        text,
        &["first", "second", "third", "fourth", "fifth", "sixth"],
    )
}

fn is_like(other: &Entry, right: &Entry) -> bool {
    role(other) == role(right)
        && other.parent.is_some() == right.parent.is_some()
        && !is_namesake(other, right)
}

fn role(entry: &Entry) -> Option<Role> {
    entry.actor().map(|actor| actor.role)
}

/// Whether a link says to what an actor belongs.
fn belongs(verb: &Verb, person: bool) -> bool {
    match verb {
        Verb::PartOf
        | Verb::LocatedIn
        | Verb::HoldsOffice
        | Verb::MemberOf
        | Verb::DeputyOf
        | Verb::SecretariatOf => true,
        Verb::Other(..) => person,
        _ => false,
    }
}

/// Whether one goes by a name of the other, in any language, or its name stands within the other's:
/// `Cabinet`, `Cabinet Secretariat`.
pub(super) fn is_namesake(one: &Entry, other: &Entry) -> bool {
    let names = |entry: &Entry| -> HashSet<String> {
        let plain = entry.name.split(" (").next().unwrap_or_default().to_owned();
        let all = entry
            .aliases
            .iter()
            .chain(&entry.original)
            .chain([&entry.name]);
        all.map(|name| Folded::new(name).as_str().to_owned())
            .chain([Folded::new(&plain).as_str().to_owned()])
            .collect()
    };
    !names(one).is_disjoint(&names(other))
        || contains(&one.name, &other.name)
        || contains(&other.name, &one.name)
}

/// Whether a text names an entry by its name or by an alias.
pub(super) fn names(text: &str, entry: &Entry) -> bool {
    let plain = entry.name.split(" (").next().unwrap_or_default();
    contains(text, plain) || entry.aliases.iter().any(|alias| contains(text, alias))
}
