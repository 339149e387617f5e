//! What is told after an answer: the fact in a sentence with its source, and what a wrong option
//! really is.

use super::card::{Answer, Card, Wrong};
use super::hint::stems;
use crate::model::{Caveat, Cite, Entry, EntryId, Kind, Relation, Strategy, Verb};
use crate::text::Clean;
use crate::text::fold::Folded;
use crate::wording;

/// What is told of one option.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// What it is about.
    pub name: String,
    /// Its name in its own language.
    pub original: Option<Clean>,
    /// Sentences with their cites, the most telling first.
    pub said: Vec<(String, Vec<Cite>)>,
    /// What to know before one relies on it.
    pub caveat: Option<Caveat>,
}

impl Told {
    fn of(entry: &Entry) -> Self {
        let said = match &entry.summary {
            Some(summary) => vec![(summary.to_string(), entry.cites.clone())],
            None => Vec::new(),
        };
        Self {
            name: entry.name.to_string(),
            original: entry.original.clone(),
            said,
            caveat: entry.caveats.first().cloned(),
        }
    }

    /// The cites of all that is said, each source once.
    pub fn sources(&self) -> Vec<&Cite> {
        let mut found: Vec<&Cite> = Vec::new();
        for cite in self.said.iter().flat_map(|(_, cites)| cites) {
            if found.iter().all(|known| known.source != cite.source) {
                found.push(cite);
            }
        }
        found
    }
}

/// The fact that a card asks about.
pub fn fact(strategy: &Strategy, card: &Card) -> Told {
    let Some(subject) = card.entries.first().copied() else {
        return Told::default();
    };
    let own = || of_own(strategy, card, subject);
    match &card.answer {
        Answer::One { wrong, .. } => match wrong {
            Wrong::Names(right, _) => {
                let mut told = of_actor(strategy, *right);
                if let Some(sentence) = linked(strategy, subject, *right) {
                    told.said.insert(0, sentence);
                }
                told.said.retain(|(text, _)| !is_asked(card, text));
                if told.said.is_empty() {
                    told.said = cites_alone(strategy, *right);
                }
                told
            }
            Wrong::Originals(right, _) => {
                let entry = strategy.entry(*right);
                let mut told = Told::of(entry);
                if let Some(reading) = &entry.reading {
                    let reading = (format!("It reads {reading}."), Vec::new());
                    told.said.insert(0, reading);
                }
                told
            }
            Wrong::Years(..) | Wrong::Texts(_) => own(),
        },
        Answer::Text(_) => own(),
        Answer::Order(_) => Told::default(),
    }
}

/// What a wrong option of a card really is; nothing where the model has no word of it.
pub fn really(strategy: &Strategy, card: &Card, option: &str) -> Option<Told> {
    let Answer::One { wrong, .. } = &card.answer else {
        return None;
    };
    let is = |text: &Clean| Folded::new(text).as_str() == Folded::new(option).as_str();
    let of_kind = |like: EntryId| strategy.of_kind(strategy.entry(like).kind).iter();
    match wrong {
        Wrong::Names(like, _) => {
            let entry = of_kind(*like).find(|id| is(&strategy.entry(**id).name))?;
            let mut told = of_actor(strategy, *entry);
            if told.said.is_empty() {
                let words = wording::capital(&wording::kind(strategy, *entry));
                told.said = vec![(format!("{words}."), strategy.entry(*entry).cites.clone())];
            }
            Some(told)
        }
        Wrong::Originals(like, _) => {
            let mut all = of_kind(*like).map(|id| strategy.entry(*id));
            let entry = all.find(|entry| entry.original.as_ref().is_some_and(is))?;
            Some(Told::of(entry))
        }
        Wrong::Years(..) => in_year(strategy, option),
        Wrong::Texts(_) => named(strategy, option).or_else(|| on_day(strategy, option)),
    }
}

/// What an entry has to say to a question about itself: whose voice it is, and of its texts the one
/// that tells most of the answer.
fn of_own(strategy: &Strategy, card: &Card, id: EntryId) -> Told {
    let entry = strategy.entry(id);
    let mut told = Told::of(entry);
    if let Some(event) = entry.event() {
        told.name = format!("{}: {}", wording::date_in_full(event.date), entry.name);
    }
    let (answer, question) = (stems(&card.answer.text()), stems(&card.question));
    let score = |text: &str| {
        let words = stems(text);
        let of_answer = words.intersection(&answer).count();
        (of_answer > 0).then(|| of_answer * 2 + words.intersection(&question).count())
    };
    let details = entry.details.iter().map(|text| (text, &entry.cites));
    let caveats = entry.caveats.iter();
    let caveats = caveats.map(|caveat| (&caveat.text, &caveat.cites));
    let best = details
        .chain(caveats)
        .filter_map(|(text, cites)| Some((score(text)?, text, cites)))
        .rev()
        .max_by_key(|(score, ..)| *score);
    // A date is told with the name.
    let summary = entry.summary.as_deref().unwrap_or_default();
    let of_summary = score(&format!("{} {summary}", told.name)).unwrap_or(0);
    if let Some((score, text, cites)) = best
        && score > of_summary
    {
        told.said.insert(0, (text.to_string(), cites.clone()));
    }
    if let Some(tag) = wording::voice_tag(strategy, id) {
        match told.said.first_mut() {
            Some((text, _)) => text.insert_str(0, &format!("{tag}: ")),
            None => told.said.push((format!("{tag}."), entry.cites.clone())),
        }
    }
    told
}

/// An entry; of a person first the offices, each with its days.
fn of_actor(strategy: &Strategy, id: EntryId) -> Told {
    let entry = strategy.entry(id);
    let mut told = Told::of(entry);
    let relations = strategy.relations(id);
    let mut held: Vec<&Relation<'_>> = relations
        .iter()
        .filter(|relation| relation.outward && relation.link.verb == Verb::HoldsOffice)
        .filter(|relation| !relation.link.active.is_open())
        .collect();
    held.sort_by_key(|relation| relation.link.active.from);
    let terms: Vec<String> = held
        .iter()
        .map(|relation| {
            let office = &strategy.entry(relation.other).name;
            format!("{office}, {}", relation.link.active)
        })
        .collect();
    if !terms.is_empty() {
        let mut cites: Vec<Cite> = Vec::new();
        for cite in held.iter().flat_map(|relation| &relation.link.cites) {
            if !cites.contains(cite) {
                cites.push(cite.clone());
            }
        }
        told.said
            .insert(0, (format!("{}.", terms.join("; ")), cites));
    }
    told
}

/// What goes by this name, with or without an article.
fn named(strategy: &Strategy, option: &str) -> Option<Told> {
    let bare = |text: &str| {
        let text = Folded::new(text).as_str().trim().to_owned();
        let bare = text.strip_prefix("the ").map(str::to_owned);
        bare.unwrap_or(text)
    };
    let wanted = bare(option);
    let goes_by = |entry: &Entry| {
        let plain = entry.name.split(" (").next().unwrap_or_default();
        let mut names = entry.aliases.iter().map(Clean::as_str);
        [entry.name.as_str(), plain]
            .into_iter()
            .any(|name| bare(name) == wanted)
            || names.any(|name| bare(name) == wanted)
    };
    let mut all = strategy
        .entries()
        .filter(|(_, entry)| entry.kind != Kind::Source);
    let (id, entry) = all.find(|(_, entry)| goes_by(entry))?;
    Some(match entry.kind {
        Kind::Actor => of_actor(strategy, id),
        _ => Told::of(entry),
    })
}

/// What happened on a day that is given in full: the event that matters most.
fn on_day(strategy: &Strategy, option: &str) -> Option<Told> {
    let events = strategy.of_kind(Kind::Event).iter();
    let is_that_day = |entry: &&Entry| {
        entry.event().is_some_and(|event| {
            event.date.day().is_some() && wording::date_in_full(event.date) == option
        })
    };
    let entry = events
        .map(|id| strategy.entry(*id))
        .filter(is_that_day)
        .min_by_key(|entry| entry.weight)?;
    let mut told = Told::of(entry);
    told.name = format!("{option}: {}", entry.name);
    Some(told)
}

/// What happened in a year: the event that matters most.
fn in_year(strategy: &Strategy, year: &str) -> Option<Told> {
    let year: i16 = year.parse().ok()?;
    let events = strategy.of_kind(Kind::Event).iter();
    let entry = events
        .map(|id| strategy.entry(*id))
        .filter(|entry| entry.event().is_some_and(|event| event.date.year() == year))
        .min_by_key(|entry| entry.weight)?;
    let mut told = Told::of(entry);
    told.name = format!("{year}: {}", entry.name);
    Some(told)
}

/// Whether a text stands in the question already.
fn is_asked(card: &Card, text: &str) -> bool {
    Folded::new(&card.question)
        .as_str()
        .contains(Folded::new(text).as_str())
}

/// Where the question says already what is to be said: what follows it, or where it stands.
fn cites_alone(strategy: &Strategy, id: EntryId) -> Vec<(String, Vec<Cite>)> {
    let entry = strategy.entry(id);
    let details = entry.details.first().map(ToString::to_string);
    let text = details.unwrap_or_else(|| "So the sources describe it.".to_owned());
    vec![(text, entry.cites.clone())]
}

/// The link between two entries as a sentence, with its dates and where it is stated.
fn linked(strategy: &Strategy, subject: EntryId, other: EntryId) -> Option<(String, Vec<Cite>)> {
    let relations = strategy.relations(subject);
    // Terms of office are told with the person.
    let relation = relations
        .iter()
        .find(|relation| relation.other == other && relation.link.verb != Verb::HoldsOffice)?;
    let name = |id: EntryId| wording::called(strategy.entry(id));
    let sentence = format!(
        "{} {}{}.",
        wording::capital(&name(subject)),
        said(relation, &name(other)),
        wording::held_when(relation.link, false)
            .map(|when| format!(", {when}"))
            .unwrap_or_default(),
    );
    Some((sentence, relation.link.cites.clone()))
}

/// A link and its other end as the rest of a sentence: `is headed by the Cabinet`, `has Japan as a
/// member`.
fn said(relation: &Relation<'_>, other: &str) -> String {
    let verb = &relation.link.verb;
    match (verb, relation.outward) {
        (Verb::MemberOf, true) => return format!("is a member of {other}"),
        (Verb::MemberOf, false) => return format!("has {other} as a member"),
        (Verb::PartOf, false) => return format!("has {other} as a part"),
        (Verb::DeputyOf, false) => return format!("has {other} as deputy"),
        (Verb::SecretariatOf, true) => return format!("is the secretariat of {other}"),
        (Verb::SecretariatOf, false) => return format!("has {other} as its secretariat"),
        (Verb::NamesAsThreat, true) => return format!("names {other} as a threat"),
        (Verb::ResponsibleFor, false) => return format!("is the responsibility of {other}"),
        (Verb::About, false) => return format!("is the subject of {other}"),
        _ => {}
    }
    let words = relation.words();
    let first = words.split(' ').next().unwrap_or_default();
    let is_verb = first.ends_with('s') || ["established", "adopted", "drafted"].contains(&&*words);
    match (is_verb, relation.link.active.to) {
        (true, _) => format!("{words} {other}"),
        (false, None) => format!("is {words} {other}"),
        (false, Some(_)) => format!("was {words} {other}"),
    }
}
