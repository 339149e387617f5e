//! What something is, who says it, where it comes from, how two things differ, how many there are,
//! and why.

use super::answer::{Answer, Row, Said};
use super::asker::Ask;
use super::words::{REASONS, Sentence, Word, has_number, stems};
use crate::model::{AsOf, Entry, EntryId, Kind, Speaker, Verb, Voice};
use crate::wording;

type Open = [Vec<String>];

/// What comes before the words of a claim.
const SAYING: &[&str] = &[
    "claim",
    "statement",
    "sentence",
    "about",
    "that",
    "on",
    "idea",
    "fact",
];

/// So many rows are listed.
const ROWS: usize = 16;

/// What something is: its summary.
pub(super) fn what(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let words = open.first()?;
    let mut found = ask.find_where(words, &|entry| entry.kind != Kind::Source);
    // Who asks what something is means the thing and not what happened to it.
    if found.iter().any(|id| ask.entry(*id).kind != Kind::Event) {
        found.retain(|id| ask.entry(*id).kind != Kind::Event);
    }
    if found.is_empty() && ask.is_strategy(words) {
        let meta = &ask.strategy().meta;
        let text = meta.summary.as_ref()?.to_string();
        return Some(Answer::of(text, &[], &[]).done("all times".to_owned()));
    }
    what_of(ask, &found)
}

/// What entries are, by their summaries.
pub(super) fn what_of(ask: &Ask<'_>, found: &[EntryId]) -> Option<Answer> {
    let mut answer = Answer::default();
    for &id in found.iter().take(3) {
        let Some(summary) = ask.summary(id) else {
            continue;
        };
        let entry = ask.entry(id);
        let text = if summary.starts_with(entry.name.as_str()) {
            summary
        } else {
            format!("{}: {summary}", entry.name)
        };
        answer.say(text, &entry.cites);
        answer.rests_on.push(id);
        if answer.voice.is_none() {
            answer.voice = wording::voice_tag(ask.strategy(), id);
        }
    }
    if let [only] = found
        && let Some(caveat) = ask.entry(*only).caveats.first()
    {
        answer.caveats.push(Said {
            text: caveat.text.to_string(),
            cites: caveat.cites.clone(),
        });
    }
    (!answer.said.is_empty()).then(|| answer.done("all times".to_owned()))
}

/// What an abbreviation stands for.
pub(super) fn stands_for(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let words = open.first()?;
    let found = ask.find_where(words, &|entry| entry.kind != Kind::Source);
    let id = *found.first()?;
    let mut answer = what_of(ask, &found)?;
    let entry = ask.entry(id);
    let alias = entry
        .aliases
        .iter()
        .find(|alias| alias.len() > words.join(" ").len() + 4 && alias.is_ascii());
    if let Some(alias) = alias.filter(|_| entry.name.to_lowercase().starts_with(&words.join(" "))) {
        answer.said.insert(
            0,
            Said {
                text: format!("{}.", alias.as_str()),
                cites: entry.cites.clone(),
            },
        );
    } else {
        answer.said.insert(
            0,
            Said {
                text: format!("{}.", entry.name),
                cites: entry.cites.clone(),
            },
        );
    }
    Some(answer)
}

/// How a state or body answered: claims by it, and by those who speak for it.
pub(super) fn reaction(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    if open
        .get(1)
        .is_some_and(|about| !ask.is_strategy(about) && !about.iter().all(|word| word == "it"))
    {
        return None;
    }
    let speakers = ask.actors(open.first()?);
    claimed(ask, &ask.claims_by(&speakers), speakers)
}

/// What somebody says about something; of the strategy what it has on it.
pub(super) fn says_about(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    const AUDIENCE: &[&str] = &[
        "members",
        "reporters",
        "journalists",
        "press",
        "headquarters",
        "ministers",
    ];
    let (speaker, about) = (open.first()?, open.get(1)?);
    let country = crate::text::fold::Folded::new(&ask.strategy().meta.country);
    let is_country = speaker.join(" ") == country.as_str();
    if ask.is_strategy(speaker) || is_country {
        let kinds = [
            Kind::Pillar,
            Kind::Objective,
            Kind::Goal,
            Kind::Principle,
            Kind::Threat,
            Kind::Asset,
        ];
        return what_of(ask, &ask.find_kind(about, &kinds));
    }
    let speakers = ask.actors(speaker);
    let mut claims = ask.claims_by(&speakers);
    if !about.iter().all(|word| AUDIENCE.contains(&word.as_str())) {
        let with = ask.claims_with(&about.join(" "), 1);
        claims.retain(|id| with.contains(id));
    }
    claimed(ask, &claims, speakers)
}

/// What the strategy has on something.
pub(super) fn strategy_says(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.is_strategy(open.first()?)
        .then(|| says_about(ask, open))?
}

/// Claims as an answer, whose voice is that of the first.
fn claimed(ask: &Ask<'_>, claims: &[EntryId], speakers: Vec<EntryId>) -> Option<Answer> {
    let first = *claims.first()?;
    let mut answer = Answer::default();
    for &id in claims.iter().take(4) {
        let entry = ask.entry(id);
        answer.say(
            ask.summary(id)
                .unwrap_or_else(|| format!("{}.", entry.name)),
            &entry.cites,
        );
        answer.rests_on.push(id);
    }
    answer.voice = wording::voice_tag(ask.strategy(), first);
    let caveat = claims.iter().find_map(|id| ask.entry(*id).caveats.first());
    answer.caveats.extend(caveat.map(|caveat| Said {
        text: caveat.text.to_string(),
        cites: caveat.cites.clone(),
    }));
    answer.rests_on.extend(speakers);
    Some(answer.done("all times".to_owned()))
}

/// Whose claim something is: the claims that have every word.
pub(super) fn who_says(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let claims = ask.claims_with(&open.first()?.join(" "), 2);
    let first = *claims.first()?;
    let mut answer = what_of(ask, claims.get(..1)?)?;
    answer.voice = wording::voice_tag(ask.strategy(), first);
    answer.rests_on.extend(claims.iter().skip(1).take(3));
    Some(answer.done("all times".to_owned()))
}

/// The sources of an entry.
pub(super) fn source(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let words: Vec<String> = open.first()?.clone();
    let is_lead = |word: &&String| SAYING.contains(&word.as_str());
    let words = words.get(words.iter().take_while(is_lead).count()..)?;
    let mut found = ask.find_where(words, &|entry| entry.kind != Kind::Source);
    if found.is_empty() {
        found = ask.claims_with(&words.join(" "), 2);
        found.truncate(usize::from(found.len() == 1));
    }
    let id = *found.first()?;
    let cites = &ask.entry(id).cites;
    let rows: Vec<Row> = cites
        .iter()
        .map(|cite| {
            let source = ask.entry(cite.source);
            let place = if cite.locator.is_empty() {
                String::new()
            } else {
                format!(", {}", cite.locator)
            };
            Row {
                entry: cite.source,
                text: format!("{}{place}", wording::reference(source)),
                when: None,
                cites: vec![cite.clone()],
            }
        })
        .take(ROWS)
        .collect();
    if rows.is_empty() {
        return None;
    }
    let count = wording::count(cites.len(), "source");
    let mut answer = Answer::of(
        format!("{} rests on {count}:", ask.entry(id).name),
        &[],
        &[id],
    );
    answer.rows("", rows);
    Some(answer.done("all times".to_owned()))
}

/// What tells two entries apart: both summaries, and when each was there.
pub(super) fn difference(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let not_source = |entry: &Entry| !matches!(entry.kind, Kind::Source | Kind::Event);
    let (first, second) = (open.first()?, open.get(1)?);
    // `proactive and active cyber defence` says the end of both names once.
    let ends = (1..second.len()).filter_map(|at| second.get(at..));
    let whole = ends.map(|end| [first.as_slice(), end].concat());
    let mut ways = std::iter::once(first.clone()).chain(whole);
    let one = ways.find_map(|words| ask.find_where(&words, &not_source).first().copied())?;
    let others = ask.find_where(second, &not_source);
    let other = *others.iter().find(|id| **id != one)?;
    told_apart(ask, one, other)
}

/// What tells two entries of one name apart.
pub(super) fn twins(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let found = ask.find_where(open.first()?, &|entry| entry.kind != Kind::Source);
    match found.as_slice() {
        [one, other] => told_apart(ask, *one, *other),
        _ => None,
    }
}

fn told_apart(ask: &Ask<'_>, one: EntryId, other: EntryId) -> Option<Answer> {
    let mut answer = Answer::default();
    for id in [one, other] {
        let entry = ask.entry(id);
        let when = entry
            .actor()
            .map(|actor| actor.active)
            .filter(|active| !active.is_open());
        let when = when.map_or_else(String::new, |when| format!(" ({when})"));
        let when = if entry.name.contains('(') {
            String::new()
        } else {
            when
        };
        let text = format!("{}{when}: {}", entry.name, entry.summary.as_ref()?.as_str());
        answer.say(text, &entry.cites);
        answer.rests_on.push(id);
    }
    let relations = ask.strategy().relations(one);
    if let Some(relation) = relations.iter().find(|relation| relation.other == other) {
        let clause = wording::clause_of(ask.entry(one), &relation.words(), false);
        let text = format!(
            "{} {clause} {}.",
            ask.entry(one).name,
            ask.entry(other).name
        );
        answer.say(text, &relation.link.cites);
    }
    Some(answer.done("all times".to_owned()))
}

/// How many entries of a kind there are, and which.
pub(super) fn count(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let Some((number, kind)) = counted(open.first()?) else {
        return counted_in_text(ask, open.first()?);
    };
    let ids: Vec<EntryId> = ask.strategy().of_kind(kind).to_vec();
    is_number(number, ids.len()).then(|| ask.listed(&ids, kind, None))?
}

/// What an entry is whose name has its number: `Critical infrastructure sectors (fourteen in 2021)`.
fn counted_in_text(ask: &Ask<'_>, words: &[String]) -> Option<Answer> {
    let found = ask.find_where(words, &|entry| {
        entry.kind != Kind::Source && has_number(&entry.name)
    });
    let first = found.first().copied()?;
    what_of(ask, &[first])
}

/// A kind, and how many of it are said to be.
fn counted(words: &[String]) -> Option<(Option<&String>, Kind)> {
    match words {
        [kind] => Some((None, kind_of(kind)?)),
        [number, kind] => Some((Some(number), kind_of(kind)?)),
        _ => None,
    }
}

/// Whether there are as many as were said.
fn is_number(said: Option<&String>, many: usize) -> bool {
    said.is_none_or(|said| *said == many.to_string() || *said == wording::in_words(many))
}

/// What the strategy aims at: its goals; what anything else is for, its summary says.
pub(super) fn aims(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    if ask.is_strategy(open.first()?) {
        let goals: Vec<EntryId> = ask.strategy().of_kind(Kind::Goal).to_vec();
        return ask.listed(&goals, Kind::Goal, ask.own());
    }
    let of_aims = [
        Kind::Actor,
        Kind::Instrument,
        Kind::Pillar,
        Kind::Goal,
        Kind::Term,
    ];
    what_of(ask, &ask.find_kind(open.first()?, &of_aims))
}

/// How many parts of a kind an entry has, and which.
pub(super) fn count_of(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let (number, kind) = counted(open.first()?)?;
    let of = open.get(1)?;
    if ask.is_strategy(of) {
        let ids: Vec<EntryId> = ask.strategy().of_kind(kind).to_vec();
        return is_number(number, ids.len()).then(|| ask.listed(&ids, kind, ask.own()))?;
    }
    let pillar = *ask.find_kind(of, &[Kind::Pillar, Kind::Goal]).first()?;
    let children = ask.entry(pillar).children.clone();
    let ids: Vec<EntryId> = children
        .into_iter()
        .filter(|id| ask.entry(*id).kind == kind)
        .collect();
    is_number(number, ids.len()).then(|| ask.listed(&ids, kind, Some(pillar)))?
}

/// Why the strategy matters.
pub(super) fn matters(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    if !ask.is_strategy(open.first()?) {
        // Why something matters is what it is there for.
        let kinds = [
            Kind::Actor,
            Kind::Pillar,
            Kind::Goal,
            Kind::Objective,
            Kind::Asset,
            Kind::Term,
        ];
        let what = || what_of(ask, &ask.find_kind(open.first()?, &kinds));
        return why(ask, open).or_else(what);
    }
    let meta = &ask.strategy().meta;
    let text = meta.why.as_ref()?.to_string();
    let own: Vec<EntryId> = ask.own().into_iter().collect();
    let cites = own
        .first()
        .map(|id| ask.entry(*id).cites.clone())
        .unwrap_or_default();
    Some(Answer::of(text, &cites, &own).done("all times".to_owned()))
}

/// Why something is so: a sentence that gives a reason and has every word of the question.
pub(super) fn why(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let small = [
        "is", "are", "was", "were", "did", "does", "do", "there", "has", "have", "it", "be", "had",
    ];
    let wanted = stems(&open.first()?.join(" "));
    let wanted: Vec<String> = wanted
        .into_iter()
        .filter(|word| !small.contains(&word.as_str()))
        .collect();
    if wanted.len() < 2 {
        return None;
    }
    let names = ask.asker.names;
    let has = |sentence: &&Sentence| {
        let name = names.name_of(sentence.entry);
        let said = |word: &String| sentence.stems.contains(word) || name.contains(word);
        let lower = sentence.text.to_lowercase();
        let gives = REASONS.iter().any(|reason| lower.contains(reason));
        !sentence.is_caveat && gives && wanted.iter().all(said)
    };
    let found = names.sentences().iter().find(has)?;
    let id = found.entry;
    let mut answer = Answer::of(found.text.clone(), &ask.entry(id).cites, &[id]);
    answer.voice = wording::voice_tag(ask.strategy(), id);
    Some(answer.done("all times".to_owned()))
}

/// The kind that a word names, in the plural or not.
fn kind_of(word: &str) -> Option<Kind> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    Kind::named(word)
        .or_else(|| Kind::named(singular))
        .or(match singular {
            "part" => Some(Kind::Pillar),
            _ => None,
        })
}

impl Ask<'_> {
    /// The claims of speakers, and of who speaks for them or was named by them, the weightiest first.
    fn claims_by(&self, speakers: &[EntryId]) -> Vec<EntryId> {
        let speaks = |id: EntryId| {
            let relations = self.strategy().relations(id);
            let is_of =
                |verb: &Verb| matches!(verb, Verb::PartOf | Verb::HoldsOffice | Verb::MemberOf);
            speakers.contains(&id)
                || relations.iter().any(|relation| {
                    relation.outward
                        && is_of(&relation.link.verb)
                        && speakers.contains(&relation.other)
                })
        };
        let claims = self.strategy().of_kind(Kind::Claim).iter().copied();
        let mut claims: Vec<EntryId> = claims
            .filter(|id| {
                let entry = self.entry(*id);
                let is_said = matches!(entry.voice, Some(Voice::Reaction | Voice::Statement));
                let is_own = matches!(&entry.by, Some(Speaker::Actor(by)) if speaks(*by));
                let mut links = entry.links.iter();
                let names = links.any(|link| {
                    matches!(link.verb, Verb::Other(..)) && speakers.contains(&link.to)
                });
                is_said && (is_own || names)
            })
            .collect();
        claims.sort_by_key(|id| self.entry(*id).weight);
        claims
    }

    /// The claims that have every word, at least so many, in name or text.
    fn claims_with(&self, words: &str, least: usize) -> Vec<EntryId> {
        const SMALL: &[&str] = &[
            "is", "are", "was", "were", "be", "can", "could", "that", "it", "has", "have", "not",
            "cannot", "its", "will", "would", "should", "all", "every", "with", "does",
        ];
        let words: Vec<&str> = words
            .split(' ')
            .filter(|word| !SMALL.contains(word))
            .collect();
        let wanted = stems(&words.join(" "));
        let names = self.asker.names;
        let wanted: Vec<Word> = wanted.into_iter().map(|stem| names.word(stem)).collect();
        let has = |id: &&EntryId| {
            let mut said = names.text_of(**id);
            said.extend_from_slice(names.name_of(**id));
            self.entry(**id).voice.is_some() && wanted.iter().all(|word| word.is_in(&said))
        };
        let claims = self.strategy().of_kind(Kind::Claim).iter();
        let enough = wanted.len() >= least;
        claims.filter(|_| enough).filter(has).copied().collect()
    }

    pub(super) fn listed(
        &self,
        ids: &[EntryId],
        kind: Kind,
        of: Option<EntryId>,
    ) -> Option<Answer> {
        if ids.is_empty() {
            return None;
        }
        let of_what = match of {
            Some(of) => format!("{} has", self.entry(of).name),
            None => "The model has".to_owned(),
        };
        let count = match ids.len() {
            1 => format!("one {}", kind.word()),
            many => format!(
                "{} {}",
                wording::in_words(many),
                kind.section().to_lowercase()
            ),
        };
        let mut answer = Answer::default();
        let named: Vec<EntryId> = ids.iter().copied().take(ROWS).collect();
        let more = ids.len() - named.len();
        let more = if more == 0 {
            String::new()
        } else {
            format!(", the first {}", named.len())
        };
        answer.say(format!("{of_what} {count}{more}:"), &[]);
        let rows = named.into_iter().map(|id| self.row(id)).collect();
        answer.rows("", rows);
        answer.rests_on.extend(of);
        // Where the list is not the strategy's own, a caveat says so.
        let section = kind.section().to_lowercase();
        let own = self.own().map(|id| self.entry(id));
        let caveats = own.iter().flat_map(|own| &own.caveats);
        let caveat = caveats
            .into_iter()
            .find(|caveat| caveat.text.contains(&section));
        answer.caveats.extend(caveat.map(|caveat| Said {
            text: caveat.text.to_string(),
            cites: caveat.cites.clone(),
        }));
        Some(answer.done(self.named(AsOf::All)))
    }
}
