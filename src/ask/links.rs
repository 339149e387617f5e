//! What links say: successors, what protects and targets what, which pillar covers what, and how
//! two entries stand to each other.

use super::answer::{Answer, Row, called};
use super::asker::Ask;
use super::path::path;
use crate::model::{AsOf, EntryId, Held, Kind, Role, Verb};
use crate::wording;

type Open = [Vec<String>];

/// Over so many links a way says something of how two entries stand to each other.
const FAR: usize = 5;

/// Whether a relation is of a verb, in one direction.
fn is_one(held: &Held<'_>, verb: &Verb, outward: bool) -> bool {
    held.relation.link.verb == *verb && (held.relation.outward == outward || verb.is_symmetric())
}

/// An answer from one verb in one direction.
macro_rules! by_verb {
    ($($name:ident: $outward:literal $($verb:ident)|+, $doc:literal;)*) => {$(
        #[doc = $doc]
        pub(super) fn $name(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
            let words = open.first()?;
            let is_wanted = |held: &Held<'_>| false $(|| is_one(held, &Verb::$verb, $outward))+;
            let answer = ask.sides(&ask.find(words), is_wanted);
            answer.or_else(|| ask.sides(&ask.find_linked(words, &is_wanted), is_wanted))
        }
    )*};
}

by_verb! {
    protects: true Protects, "What an entry protects.";
    protected_by: false Protects|ResponsibleFor, "What protects an entry.";
    addresses: true Addresses, "What an entry addresses.";
    addressed_by: false Addresses, "What addresses an entry.";
    targets: true Targets, "What an entry targets.";
    targeted_by: false Targets, "What targets an entry.";
    serves: true Serves, "What an entry serves.";
    served_by: false Serves, "What serves an entry.";
    responsible: false ResponsibleFor, "Who is responsible for an entry.";
    responsible_for: true ResponsibleFor, "What an entry is responsible for.";
    criticises: true Criticises, "Whom an entry criticises.";
    criticised: false Criticises, "Who criticises an entry.";
    drafted_by: true DraftedBy, "Who drafted an entry.";
    founded_by: true EstablishedBy, "What established an entry.";
    allied: true AlliedWith|CooperatesWith, "Who stands with an entry.";
    exercises: true ExercisesWith, "Who exercises with an entry.";
    accused: true BelievedOf|SuspectedOf, "What is laid at the door of an entry.";
    whole: true PartOf|LocatedIn, "What an entry is part of.";
}

/// Who is believed to be behind a threat or a group.
pub(super) fn behind(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let ids = ask.find(open.first()?);
    ask.sides(&ids, |held| {
        let words = held.relation.words();
        let is_said = ["backed by", "attributed to", "laid by"]
            .iter()
            .any(|said| words.contains(said));
        is_one(held, &Verb::BelievedOf, false) || is_one(held, &Verb::SuspectedOf, false) || is_said
    })
}

/// What protects an entry, is responsible for it or addresses it; what the strategy has on it.
pub(super) fn does_for(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let about = open.get(1)?;
    let ids = ask.find_where(about, &|entry| entry.kind != Kind::Source);
    let links = ask.sides(&ids, |held| {
        let verbs = [
            Verb::Protects,
            Verb::ResponsibleFor,
            Verb::Addresses,
            Verb::Benefits,
            Verb::Serves,
        ];
        verbs.iter().any(|verb| is_one(held, verb, false))
    });
    links.or_else(|| super::meaning::says_about(ask, open))
}

/// What succeeded an entry, or the strategy.
pub(super) fn successor(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let words = open.first()?;
    let ids = ask.find(words);
    let links = ask.sides(&ids, |held| is_one(held, &Verb::Succeeds, false));
    if ask.is_strategy(words) {
        return super::time::ended(ask, open);
    }
    links.or_else(|| super::people::next_in_office(ask, &ids))
}

/// What an entry succeeded.
pub(super) fn predecessor(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let ids = ask.find(open.first()?);
    ask.sides(&ids, |held| is_one(held, &Verb::Succeeds, true))
}

/// Which states the strategy names as threats.
pub(super) fn named_threats(ask: &Ask<'_>, _: &Open) -> Option<Answer> {
    let own: Vec<EntryId> = ask.own().into_iter().collect();
    ask.sides(&own, |held| is_one(held, &Verb::NamesAsThreat, true))
}

/// Which entries of a kind have to do with another.
pub(super) fn which(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let wanted = Wanted::of(open.first()?)?;
    if let Wanted::Kind(kind) = wanted
        && ask.is_strategy(open.get(1)?)
    {
        let all = ask.strategy().of_kind(kind).to_vec();
        return ask.listed(&all, kind, ask.own());
    }
    ask.related(&wanted, open.get(1)?, &|_| true)
}

/// Which entries of a kind serve another, or are served by it.
pub(super) fn which_serves(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.related(&Wanted::of(open.first()?)?, open.get(1)?, &|verb| {
        *verb == Verb::Serves
    })
}

/// Which entries of a kind protect another, or are protected by it.
pub(super) fn which_protects(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.related(&Wanted::of(open.first()?)?, open.get(1)?, &|verb| {
        *verb == Verb::Protects
    })
}

/// Which entries of a kind target another, or are targeted by it.
pub(super) fn which_targets(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.related(&Wanted::of(open.first()?)?, open.get(1)?, &|verb| {
        *verb == Verb::Targets
    })
}

/// Which entries of a kind another is seen behind.
pub(super) fn which_behind(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.related(&Wanted::of(open.first()?)?, open.get(1)?, &|verb| {
        matches!(verb, Verb::BelievedOf | Verb::SuspectedOf)
    })
}

/// Which entries of a kind established another.
pub(super) fn which_founded(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.related(&Wanted::of(open.first()?)?, open.get(1)?, &|verb| {
        *verb == Verb::EstablishedBy
    })
}

/// Which pillar has to do with an entry.
pub(super) fn which_pillar(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.related(&Wanted::Kind(Kind::Pillar), open.first()?, &|_| true)
}

/// How two entries stand to each other: by a link, or by the shortest way between them.
pub(super) fn relation(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let (from, to) = (ask.find(open.first()?), ask.find(open.get(1)?));
    let direct = ask.sides_at(&from, &[AsOf::All], |held| {
        to.contains(&held.relation.other)
    });
    if direct.is_some() {
        return direct;
    }
    let pairs = from
        .iter()
        .flat_map(|from| to.iter().map(move |to| (*from, *to)));
    let ways = pairs
        .filter_map(|(from, to)| Some((from, path(ask.strategy(), from, to, ask.asker.as_of)?)));
    let (start, way) = ways
        .min_by_key(|(_, way)| way.len())
        .filter(|(_, way)| way.len() <= FAR)?;
    let mut answer = Answer::default();
    let last = way.last()?.to;
    answer.say(
        format!(
            "No link joins them directly; {} leads to {} in {} steps.",
            called(ask.entry(start)),
            called(ask.entry(last)),
            wording::in_words(way.len())
        ),
        &[],
    );
    let rows = way.iter().map(|hop| Row {
        entry: hop.to,
        text: format!(
            "{} {} {}",
            ask.entry(hop.from).name,
            wording::clause_of(ask.entry(hop.from), &hop.words, false),
            ask.entry(hop.to).name
        ),
        when: hop.when.clone(),
        cites: hop.cites.clone(),
    });
    answer.rests_on.push(start);
    answer.rows("", rows.collect());
    Some(answer.done(ask.named(ask.asker.as_of)))
}

/// Entries of what sort are asked for.
enum Wanted {
    Kind(Kind),
    Role(Role),
    /// Bodies whose names have a word, as `ministry`.
    Named(String),
}

impl Wanted {
    fn of(words: &[String]) -> Option<Self> {
        let [word] = words else { return None };
        let word = word.as_str();
        let singular = word.strip_suffix("ies").map(|rest| format!("{rest}y"));
        let singular =
            singular.unwrap_or_else(|| word.strip_suffix('s').unwrap_or(word).to_owned());
        if let Some(kind) = Kind::named(&singular) {
            return Some(Self::Kind(kind));
        }
        match singular.as_str() {
            "part" | "bullet" | "chapter" => Some(Self::Kind(Kind::Pillar)),
            "law" | "act" | "measure" | "scheme" => Some(Self::Kind(Kind::Instrument)),
            "country" | "state" | "nation" => Some(Self::Role(Role::State)),
            "body" | "institution" => Some(Self::Role(Role::Body)),
            "person" | "people" => Some(Self::Role(Role::Person)),
            "office" | "post" => Some(Self::Role(Role::Office)),
            "ministry" | "agency" | "ministrie" => Some(Self::Named(singular)),
            _ => None,
        }
    }

    fn takes(&self, ask: &Ask<'_>, id: EntryId) -> bool {
        let entry = ask.entry(id);
        match self {
            Self::Kind(kind) => entry.kind == *kind,
            Self::Role(role) => entry.actor().is_some_and(|actor| actor.role == *role),
            Self::Named(word) => {
                entry.kind == Kind::Actor && entry.name.to_lowercase().contains(word.as_str())
            }
        }
    }
}

impl Ask<'_> {
    /// The entries of a sort that have a link with what words name, or are its parents; of pillars
    /// also those whose objectives have one.
    fn related(
        &self,
        wanted: &Wanted,
        words: &[String],
        is_meant: &dyn Fn(&Verb) -> bool,
    ) -> Option<Answer> {
        let subjects = self.find_where(words, &|entry| entry.kind != Kind::Source);
        let subject = *subjects.first()?;
        let mut rows: Vec<Row> = Vec::new();
        let mut add = |row: Row| {
            if !rows.iter().any(|known| known.entry == row.entry) {
                rows.push(row);
            }
        };
        for &subject in &subjects {
            let name = &self.entry(subject).name;
            if let Some(parent) = self
                .entry(subject)
                .parent
                .filter(|id| wanted.takes(self, *id))
            {
                let text = format!("{}, with its objective {name}", self.entry(parent).name);
                add(Row {
                    text,
                    cites: self.entry(subject).cites.clone(),
                    ..self.row(parent)
                });
            }
            let held = self.held(subject, AsOf::All);
            for held in held
                .iter()
                .filter(|held| is_meant(&held.relation.link.verb))
            {
                let other = held.relation.other;
                let from = self.entry(other);
                let clause = self.seen_from(held);
                if wanted.takes(self, other) {
                    let text = format!("{} {clause} {name}", from.name);
                    add(Row {
                        text,
                        cites: held.relation.link.cites.clone(),
                        ..self.row(other)
                    });
                } else if let Some(parent) = from.parent.filter(|id| wanted.takes(self, *id)) {
                    let text = format!(
                        "{}: its objective {} {clause} {name}",
                        self.entry(parent).name,
                        from.name
                    );
                    add(Row {
                        text,
                        cites: held.relation.link.cites.clone(),
                        ..self.row(parent)
                    });
                }
            }
        }
        if rows.is_empty() {
            let own = subjects.iter().filter(|id| wanted.takes(self, **id));
            rows.extend(own.map(|id| {
                let summary = self.summary(*id).unwrap_or_default();
                let text = format!(
                    "{}: {}",
                    self.entry(*id).name,
                    summary.trim_end_matches('.')
                );
                Row {
                    text,
                    ..self.row(*id)
                }
            }));
        }
        if rows.is_empty() {
            return None;
        }
        let mut answer = Answer::default();
        if let [only] = rows.as_slice() {
            answer.say(format!("{}.", only.text), &only.cites.clone());
            answer.rests_on.push(only.entry);
        } else {
            let name = &self.entry(subject).name;
            let count = wording::in_words(rows.len());
            answer.say(
                wording::capital(&format!("{count} have a link with {name}:")),
                &[],
            );
            answer.rows("", rows);
        }
        answer.rests_on.push(subject);
        Some(answer.done("all times".to_owned()))
    }

    /// The clause of a relation as it is read from its other end.
    fn seen_from(&self, held: &Held<'_>) -> String {
        let verb = &held.relation.link.verb;
        let words = if held.relation.outward {
            verb.inverse()
        } else {
            verb.forward()
        };
        wording::clause_of(self.entry(held.relation.other), &words, self.question.past)
    }
}
