//! Whose voice is it: the author's judgement, an official statement, a reaction, or plain fact?

use super::made;
use super::written::Written;
use crate::model::{Entry, EntryId, EventStatus, Kind, Speaker, Strategy, Voice, Weight};
use crate::study::card::{Answer, Card, Wrong};
use crate::study::fair::{FEWEST, names, reads_alone};
use crate::study::hint::stems;
use crate::text::Clean;
use crate::wording::{called, capital};

const FACT: &str = "Nobody's: it is on record as a fact";

/// A card for each claim whose words do not say whose it is, and for some plain facts, so that a
/// fact may be the answer.
pub(super) fn cards(strategy: &Strategy, written: &Written<'_>) -> Vec<Card> {
    let claims = strategy.of_kind(Kind::Claim);
    let mut voices: Vec<String> = Vec::new();
    for id in claims {
        let label = label(strategy, strategy.entry(*id));
        if let Some(label) = label.filter(|label| !voices.contains(label)) {
            voices.push(label);
        }
    }
    if voices.len() < FEWEST {
        return Vec::new();
    }
    let of_claims = claims
        .iter()
        .filter(|id| !written.asks(**id) && strategy.entry(**id).weight != Weight::Context)
        .filter_map(|id| {
            let entry = strategy.entry(*id);
            let right = label(strategy, entry)?;
            let said = said(strategy, entry).filter(|said| !written.covers(said))?;
            // What an official says may be a fact as well.
            let facts = (entry.voice == Some(Voice::Judgement)).then_some(FACT);
            let near = near(strategy, *id);
            let mut voices = voices.clone();
            voices.retain(|voice| !near.contains(voice));
            card(strategy, *id, &said, (&right, &voices, facts))
        });
    let mut cards: Vec<Card> = of_claims.collect();
    let most = cards.len().div_ceil(3);
    let facts = strategy.of_kind(Kind::Event).iter().filter_map(|id| {
        let entry = strategy.entry(*id);
        let done = entry.event()?.status == EventStatus::Done && entry.weight == Weight::Key;
        let plain = done && entry.caveats.is_empty() && !written.asks(*id);
        let said = entry
            .summary
            .as_ref()
            .filter(|text| plain && reads_alone(text))?;
        card(strategy, *id, said, (FACT, &voices, None))
    });
    cards.extend(facts.take(most));
    cards
}

fn card(
    strategy: &Strategy,
    id: EntryId,
    said: &str,
    (right, voices, fact): (&str, &[String], Option<&str>),
) -> Option<Card> {
    let voices = voices.iter().map(String::as_str).chain(fact);
    let wrong: Vec<Clean> = voices
        .filter(|voice| *voice != right)
        .map(Clean::new)
        .collect();
    let question = format!("Whose voice is this? “{said}”");
    let enough = wrong.len() >= FEWEST;
    let answer = Answer::One {
        right: Clean::new(right),
        wrong: Wrong::Texts(wrong),
        recall: false,
    };
    let made = made::card(strategy, ("voice", vec![id]), &question, (answer, right));
    made.filter(|_| enough)
}

/// The voices of those who are linked with a claim, or with an event that it is about, or who speak
/// of the same thing elsewhere: they may have said the same.
fn near(strategy: &Strategy, claim: EntryId) -> Vec<String> {
    let others = |id: EntryId| {
        let relations = strategy.relations(id).into_iter();
        relations.map(|relation| relation.other)
    };
    let mut near: Vec<EntryId> = others(claim).collect();
    let events: Vec<EntryId> = near
        .iter()
        .copied()
        .filter(|id| strategy.entry(*id).kind == Kind::Event)
        .collect();
    near.extend(events.into_iter().flat_map(others));
    let claims = strategy
        .of_kind(Kind::Claim)
        .iter()
        .map(|id| strategy.entry(*id));
    let words = |entry: &Entry| {
        let common = stems(&format!(
            "{} {}",
            strategy.meta.country, strategy.meta.title
        ));
        let said = entry
            .name
            .split_once(": ")
            .map_or(&*entry.name, |(_, said)| said);
        &stems(said) - &common
    };
    let own = words(strategy.entry(claim));
    claims
        .filter(|other| {
            matches!(&other.by, Some(Speaker::Actor(by)) if near.contains(by))
                || !words(other).is_disjoint(&own)
        })
        .filter_map(|other| label(strategy, other))
        .collect()
}

/// Whose it is, in words: `A judgement of the article's author`.
fn label(strategy: &Strategy, entry: &Entry) -> Option<String> {
    let sort = match entry.voice? {
        Voice::Judgement => "A judgement",
        Voice::Statement => "An official statement",
        Voice::Reaction => "A reaction",
    };
    let by = match entry.by.as_ref()? {
        Speaker::Actor(id) => called(strategy.entry(*id)),
        Speaker::Words(words) => words.to_string(),
    };
    Some(format!("{sort} of {by}"))
}

/// What is claimed, without who says so; none where the words tell that all the same.
fn said(strategy: &Strategy, entry: &Entry) -> Option<String> {
    let said = entry
        .name
        .split_once(": ")
        .map_or(&*entry.name, |(_, said)| said);
    let by = match entry.by.as_ref()? {
        Speaker::Actor(id) => Some(*id),
        Speaker::Words(_) => None,
    };
    let tells = by.is_some_and(|by| {
        let linked = strategy.entry(by).links.iter().map(|link| link.to);
        let mut speakers = linked.chain([by]).map(|id| strategy.entry(id));
        speakers.any(|speaker| names(said, speaker))
    });
    (!tells).then(|| capital(said))
}
