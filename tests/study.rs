//! Study: every card is fair, the schedule is FSRS's own, and the log loses nothing.

// #[path = "support/models.rs"]
// mod models;

use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::*;
use senryaku::model::{Strategy as Model, load};
use senryaku::study::log::{Act, Line, LineId, Log, Way};
use senryaku::study::{
    Answer, Card, Day, Form, Grade, Key, Ledger, Plan, Random, Schedule, Session, Topic, Wish, anki,
    choose, deck, scope, sheet,
};
use senryaku::text::fold::Folded;

const JAPAN: &str = include_str!("../data/japan-2021.ron");

fn model(text: &str) -> Arc<Model> {
    let loaded = load("model.ron", text.as_bytes().to_vec());
    Arc::new(loaded.expect("the model loads").strategy)
}

fn fold(text: &str) -> String {
    Folded::new(text).as_str().to_owned()
}

/// Whether an option is right by the model alone: another entry with the link asked about.
fn rights(model: &Model, card: &Card) -> Option<HashSet<String>> {
    let subject = *card.entries.first()?;
    let known = model.relations(subject);
    let verb = match card.key.kind() {
        "headed-by" => ("Heads", false),
        "secretariat" => ("SecretariatOf", false),
        "member" => ("MemberOf", false),
        "held-by" => ("HoldsOffice", false),
        "targeted-by" => ("Targets", false),
        "addressed-by" => ("Addresses", false),
        "succeeded" => ("Succeeds", true),
        "names-threat" => ("NamesAsThreat", true),
        _ => return None,
    };
    let names = known
        .iter()
        .filter(|each| each.link.verb.name() == verb.0 && each.outward == verb.1)
        .map(|each| fold(&model.entry(each.other).name));
    Some(names.collect())
}

fn check_deck(model: &Model, seed: u64) {
    let cards = deck(model);
    let mut keys = HashSet::new();
    for card in &cards {
        assert!(keys.insert(card.key.clone()), "{} comes twice", card.key);
        assert_eq!(Key::read(card.key.as_str()).as_ref(), Some(&card.key));
        assert!(!card.entries.is_empty() && !card.question.is_empty());
        let question = fold(&card.question);
        assert!(!question.contains(&fold(&card.answer.text())), "{card:?}");
        let Some(choice) = choose(model, card, &mut Random::new(seed)) else {
            continue;
        };
        let Answer::One { right, .. } = &card.answer else {
            panic!("{card:?} has options");
        };
        assert_eq!(choice.options[choice.right], *right);
        let folded: Vec<String> = choice.options.iter().map(|each| fold(each)).collect();
        let distinct: HashSet<&String> = folded.iter().collect();
        assert_eq!(distinct.len(), folded.len(), "{folded:?}");
        assert!((3..=4).contains(&folded.len()));
        for option in &folded {
            assert!(!question.contains(option), "{option} in {question}");
        }
        if let Some(rights) = rights(model, card) {
            let all = folded.iter().filter(|option| rights.contains(*option));
            assert_eq!(all.count(), 1, "{question} {folded:?}");
        }
    }
}

#[test]
fn the_built_in_model_gives_plenty_of_cards_over_all_pillars() {
    let model = model(JAPAN);
    let cards = deck(&model);
    assert!(cards.len() >= 150, "{}", cards.len());
    for pillar in model.of_kind(senryaku::model::Kind::Pillar) {
        let own = cards.iter().filter(|card| card.topic == Topic::Pillar(*pillar));
        let name = &model.entry(*pillar).name;
        assert!(own.count() >= 4, "{name} has too few");
        assert!(scope(&model, &cards, &[*pillar]).len() >= 10, "{name}");
    }
    let kinds: HashSet<&str> = cards.iter().map(|card| card.key.kind()).collect();
    for kind in [
        "headed-by", "reports-to", "secretariat", "succeeded", "year", "order", "pillar", "strength",
        "meaning", "original", "english", "described", "own-1", "names-threat", "suspected",
    ] {
        assert!(kinds.contains(kind), "no card of the kind {kind}: {kinds:?}");
    }
}

#[test]
fn the_deck_of_the_built_in_model_reads_as_english() {
    let model = model(JAPAN);
    let mut out = String::new();
    for card in deck(&model) {
        let options = choose(&model, &card, &mut Random::new(1)).map(|choice| choice.options);
        let options = options.unwrap_or_default();
        let wrong: Vec<&str> = options
            .iter()
            .map(|option| option.as_str())
            .filter(|option| *option != card.answer.text())
            .collect();
        out.push_str(&format!(
            "{} | {}\n    = {}\n    x {}\n",
            card.key,
            card.question,
            card.answer.text(),
            wrong.join(" / ")
        ));
    }
    if let Ok(path) = std::env::var("SENRYAKU_DUMP") {
        std::fs::write(path, &out).unwrap();
    }
}
