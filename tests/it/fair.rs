//! Fairness: no option but the answer is right, nothing gives itself away, what matters comes first.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use senryaku::date::Date;
use senryaku::model::{AsOf, EntryId, Kind, Role, Strategy as Model, Verb, Voice, load};
use senryaku::study::{Answer, Card, Random, Wrong, choose, deck, names};

use crate::support::models::{calendar, made_up};

const JAPAN: &str = include_str!("../../data/japan-2021.ron");

fn model(text: &str) -> Model {
    let loaded = load("model.ron", text.as_bytes().to_vec());
    loaded.expect("the model loads").strategy
}

fn keys(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|card| card.key.as_str()).collect()
}

/// Everything linked with an entry, either way, at any time, by any verb.
fn linked(model: &Model, id: EntryId) -> HashSet<EntryId> {
    let relations = model.relations(id).into_iter();
    relations.map(|relation| relation.other).collect()
}

fn role(model: &Model, id: EntryId) -> Option<Role> {
    model.entry(id).actor().map(|actor| actor.role)
}

/// Holds an option that could be offered against what the model says.
fn check_option(model: &Model, card: &Card, (right, option): (EntryId, EntryId)) {
    let told = format!("{} offers {}", card.key, model.entry(option).name);
    let (answer, other) = (model.entry(right), model.entry(option));
    assert_eq!(answer.kind, other.kind, "another kind: {told}");
    assert_eq!(
        role(model, right),
        role(model, option),
        "another role: {told}"
    );
    assert_ne!(right, option, "{told}");
    let same = |one: &str, two: &str| one.to_lowercase() == two.to_lowercase();
    assert!(!same(&answer.name, &other.name), "a namesake: {told}");
    if card.key.kind() == "held-on" {
        return check_day(model, card, option);
    }
    assert!(
        !linked(model, right).contains(&option),
        "near the answer: {told}"
    );
    assert_ne!(answer.parent, Some(option), "the whole: {told}");
    assert_ne!(other.parent, Some(right), "a part: {told}");
    let subject = card.entries[0];
    if subject != right {
        let family = [subject]
            .into_iter()
            .chain(model.entry(subject).children.clone());
        for each in family {
            assert_ne!(each, option, "{told}");
            assert!(!linked(model, each).contains(&option), "right too: {told}");
        }
        assert_ne!(model.entry(subject).parent, Some(option), "{told}");
    }
}

/// Holds an option for an office on a day against every term that the model gives.
fn check_day(model: &Model, card: &Card, option: EntryId) {
    let office = card.entries[0];
    let day = asked_day(model, card);
    for link in &model.entry(option).links {
        if link.verb == Verb::HoldsOffice && link.to == office {
            let before = link.active.to.is_some_and(|to| to.last_day() < day);
            let after = link.active.from.is_some_and(|from| from.first_day() > day);
            assert!(
                before || after,
                "{} on {day}: {}",
                model.entry(option).name,
                card.question
            );
        }
    }
    let holders = model.holders(office, AsOf::On(day));
    assert_eq!(holders.len(), 1, "{}", card.question);
    assert_eq!(
        holders[0].relation.other, card.entries[1],
        "{}",
        card.question
    );
}

fn asked_day(model: &Model, card: &Card) -> Date {
    let mut days = model.of_kind(Kind::Event).iter().filter_map(|id| {
        let entry = model.entry(*id);
        let date = entry.event()?.date;
        let words = senryaku::wording::date_in_full(date);
        let asked = format!("on {words}, the day of “{}”?", entry.name);
        card.question.ends_with(&asked).then_some(date)
    });
    days.next().expect("the day is that of an event")
}

/// Holds a card whose answer is the name of an entry against the link that it asks about.
fn check_link(model: &Model, card: &Card, right: EntryId) {
    let subject = card.entries[0];
    if ["described", "pillar", "held-on"].contains(&card.key.kind()) {
        return;
    }
    let relations = model.relations(subject);
    let mut between = relations.iter().filter(|relation| relation.other == right);
    assert!(
        between.any(|relation| !relation.link.editorial),
        "our reading: {}",
        card.key
    );
}

fn check_years(model: &Model, card: &Card, year: i16) {
    let entry = model.entry(card.entries[0]);
    let same = model.of_kind(Kind::Event).iter().map(|id| model.entry(*id));
    let years: HashSet<String> = same
        .filter(|other| other.name == entry.name)
        .filter_map(|other| Some(other.event()?.date.year()))
        .filter(|other| *other != year)
        .map(|year| year.to_string())
        .collect();
    assert!(
        entry.caveats.is_empty() || entry.event().is_none(),
        "{}",
        card.key
    );
    for seed in 0..6 {
        let choice = choose(model, card, &mut Random::new(seed));
        let options = choice.map(|choice| choice.options).unwrap_or_default();
        for option in options {
            assert!(
                !years.contains(option.as_str()),
                "{} offers {option}",
                card.key
            );
        }
    }
}

/// A voice that is offered as wrong is not that of a claim in the same words.
fn check_voice(model: &Model, card: &Card, right: &str, wrong: &[senryaku::text::Clean]) {
    let entry = model.entry(card.entries[0]);
    assert!(
        wrong.iter().all(|text| text.as_str() != right),
        "{}",
        card.key
    );
    let sort = match entry.voice {
        Some(Voice::Judgement) => "A judgement of ",
        Some(Voice::Statement) => "An official statement of ",
        Some(Voice::Reaction) => "A reaction of ",
        None => "Nobody's: ",
    };
    assert!(right.starts_with(sort), "{}: {right}", card.key);
}

/// Every option that a card could ever offer, not only those that one seed shows.
fn check(model: &Model) {
    for card in deck(model).iter().chain(&names(model)) {
        let own = card.key.kind().starts_with("own-");
        let answer = card.answer.text();
        if !own && card.key.kind() != "order" {
            assert!(card.question.chars().count() <= 200, "{}", card.question);
            assert!(answer.chars().count() <= 200, "{answer}");
        }
        match &card.answer {
            Answer::One {
                wrong: Wrong::Names(right, among),
                ..
            } => {
                assert!(among.len() >= 2, "{}", card.key);
                check_link(model, card, *right);
                for option in among {
                    check_option(model, card, (*right, *option));
                }
            }
            Answer::One {
                wrong: Wrong::Originals(right, among),
                ..
            } => {
                for option in among {
                    check_option(model, card, (*right, *option));
                }
            }
            Answer::One {
                wrong: Wrong::Years(year, _),
                ..
            } => check_years(model, card, *year),
            Answer::One {
                right,
                wrong: Wrong::Texts(wrong),
                ..
            } => {
                if card.key.kind() == "voice" {
                    check_voice(model, card, right, wrong);
                }
            }
            Answer::Order(_) => {
                let dates: Vec<Date> = card
                    .entries
                    .iter()
                    .map(|id| model.entry(*id).event().unwrap().date)
                    .collect();
                let apart = |pair: &[Date]| pair[0].last_day() < pair[1].first_day();
                assert!(dates.windows(2).all(apart), "{}", card.key);
            }
            Answer::Text(_) => {}
        }
    }
}

#[test]
fn no_option_but_the_answer_is_right_in_any_model_at_hand() {
    let mut seen = 0;
    for folder in ["data", "tests/fixtures", "tests/fixtures/broken"] {
        for file in std::fs::read_dir(folder).into_iter().flatten() {
            let path = file.unwrap().path();
            let Ok(bytes) = std::fs::read(&path) else {
                continue;
            };
            if let Ok(loaded) = load(&path.to_string_lossy(), bytes) {
                seen += 1;
                check(&loaded.strategy);
            }
        }
    }
    assert!(seen >= 3, "{seen}");
}

proptest! {
    #[test]
    fn no_option_but_the_answer_is_right_in_any_model(text in made_up()) {
        let loaded = load("generated.ron", text.into_bytes());
        let loaded = loaded.map_err(|report| TestCaseError::fail(report.render(false, true)))?;
        check(&loaded.strategy);
    }

    #[test]
    fn no_holder_of_another_day_is_right_and_no_order_is_in_doubt(text in calendar()) {
        let loaded = load("calendar.ron", text.into_bytes());
        let loaded = loaded.map_err(|report| TestCaseError::fail(report.render(false, true)))?;
        check(&loaded.strategy);
    }
}

/// Every sort of card there is.
const SORTS: &[&str] = &[
    "adopted-by",
    "cause",
    "described",
    "drafted-by",
    "established-by",
    "exercises",
    "headed-by",
    "held-on",
    "housed-by",
    "order",
    "original",
    "own-1",
    "pillar",
    "reports-to",
    "secretariat",
    "serves",
    "set-up",
    "successor",
    "twin",
    "voice",
    "year",
];

#[test]
fn models_made_up_at_random_give_every_sort_of_card() {
    let mut runner = TestRunner::deterministic();
    let mut missing: HashSet<String> = SORTS.iter().map(|sort| (*sort).to_owned()).collect();
    for _ in 0..600 {
        let made = made_up().new_tree(&mut runner).unwrap().current();
        let times = calendar().new_tree(&mut runner).unwrap().current();
        for text in [made, times] {
            let strategy = load("generated.ron", text.into_bytes()).unwrap().strategy;
            for card in [deck(&strategy), names(&strategy)].concat() {
                let sort = card.key.kind();
                assert!(SORTS.contains(&sort), "{sort} is not in the list");
                missing.remove(sort);
            }
        }
        if missing.is_empty() {
            return;
        }
    }
    panic!("no card of these sorts: {missing:?}");
}

#[test]
fn what_the_author_asks_is_not_asked_again_from_the_other_end() {
    let text = |cards: &str| {
        format!(
            "(format: 1, id: \"m\", title: \"M\", country: \"X\", status: InForce,
            actors: [
                (id: \"bank\", name: \"Reserve Bank\", role: Body, summary: \"It issues the money of the land and watches over prices and lenders.\"),
                (id: \"court\", name: \"High Court\", role: Body, summary: \"Its nine judges settle what the lower benches could not agree upon.\"),
                (id: \"guard\", name: \"Coast Guard\", role: Body, summary: \"Its ships keep smugglers away from the islands and rescue sailors.\"),
            ],
            timeline: [
                (id: \"storm\", date: \"2009-05-01\", weight: Main, name: \"The Great Flood of Lindau\", about: [\"guard\"]),
                (id: \"vote\", date: \"2013-05-01\", weight: Main, name: \"The Vote of Konstanz\"),
            ],
            terms: [(id: \"t\", name: \"Rest\", cards: [{cards}])])"
        )
    };
    let asked = |cards: &str| -> Vec<String> {
        let cards = deck(&model(&text(cards)));
        let keys = keys(&cards)
            .into_iter()
            .filter(|key| !key.starts_with("own-"));
        keys.map(str::to_owned).collect()
    };
    let all = asked("");
    for key in [
        "described bank",
        "described court",
        "year storm",
        "year vote",
    ] {
        assert!(all.iter().any(|asked| asked == key), "{key}: {all:?}");
    }
    let named =
        asked("(ask: \"Who watches over prices?\", answer: \"The Reserve Bank, since long ago\")");
    assert!(!named.contains(&"described bank".to_owned()), "{named:?}");
    let told = asked(
        "(ask: \"What does the High Court do?\", answer: \"Nine judges settle what lower benches could not\")",
    );
    assert!(!told.contains(&"described court".to_owned()), "{told:?}");
    let dated = asked("(ask: \"When was the great flood of Lindau?\", answer: \"In May 2009\")");
    assert!(!dated.contains(&"year storm".to_owned()), "{dated:?}");
    assert!(dated.contains(&"year vote".to_owned()), "{dated:?}");
}

#[test]
fn a_kind_of_question_has_the_same_answer_but_once() {
    let body = |id: &str, weight: &str| {
        format!(
            "(id: \"{id}\", name: \"Agency {id}\", role: Body, weight: {weight}, links: [(verb: LocatedIn, to: \"palace\")]), "
        )
    };
    let text = format!(
        "(format: 1, id: \"m\", title: \"M\", country: \"X\", status: InForce, actors: [
            (id: \"palace\", name: \"Palace\", role: Body), (id: \"mint\", name: \"Mint\", role: Body),
            (id: \"post\", name: \"Post\", role: Body), {}{}{}])",
        body("a", "Main"),
        body("b", "Key"),
        body("c", "Main"),
    );
    let cards = deck(&model(&text));
    let housed: Vec<&str> = keys(&cards)
        .into_iter()
        .filter(|key| key.starts_with("housed-by"))
        .collect();
    assert_eq!(housed, ["housed-by b"], "that of what matters most");
}

#[test]
fn a_law_stands_among_laws_and_steps_of_one_thing_make_no_order() {
    let text = "(format: 1, id: \"m\", title: \"M\", country: \"X\", status: InForce,
        actors: [
            (id: \"a\", name: \"Mint\", role: Body, links: [(verb: EstablishedBy, to: \"i1\")]),
            (id: \"b\", name: \"Post\", role: Body, links: [(verb: EstablishedBy, to: \"i2\")]),
            (id: \"c\", name: \"Navy\", role: Body, links: [(verb: EstablishedBy, to: \"i3\")]),
            (id: \"d\", name: \"Rail\", role: Body, links: [(verb: EstablishedBy, to: \"i4\")]),
        ],
        instruments: [
            (id: \"i1\", name: \"Coin Act\"), (id: \"i2\", name: \"Letter Act\"), (id: \"i3\", name: \"Fleet Act\"),
            (id: \"i4\", name: \"Track Act\"), (id: \"i5\", name: \"Summer fair\"),
        ],
        timeline: [
            (id: \"e1\", date: \"2001\", name: \"The Coin Act passed\", about: [\"a\"]),
            (id: \"e2\", date: \"2002\", name: \"The Coin Act in force\", about: [\"a\"]),
            (id: \"e3\", date: \"2003\", name: \"The Coin Act amended\", about: [\"a\"]),
            (id: \"e4\", date: \"2004\", weight: Main, name: \"The Mint of Bern opens\", about: [\"a\"]),
        ])";
    let cards = deck(&model(text));
    let card = cards
        .iter()
        .find(|card| card.key.as_str() == "established-by a")
        .unwrap();
    for seed in 0..40 {
        let choice = choose(&model(text), card, &mut Random::new(seed)).unwrap();
        let fair = choice
            .options
            .iter()
            .any(|option| option.as_str() == "Summer fair");
        assert!(!fair, "{choice:?}");
    }
    let fewer = deck(&model(&text.replace("to: \"i4\"", "to: \"i1\"")));
    assert!(
        !keys(&fewer).contains(&"established-by a"),
        "two laws are told apart by their names"
    );
    let ordered = |cards: &[Card]| cards.iter().any(|card| card.key.kind() == "order");
    assert!(!ordered(&cards));
    let apart = text.replace("The Coin Act in force", "The Mint of Rome burns");
    assert!(ordered(&deck(&model(&apart))));
}

#[test]
fn the_cards_that_were_found_unfair_are_not_asked() {
    let cards = deck(&model(JAPAN));
    let keys: HashSet<&str> = keys(&cards).into_iter().collect();
    for key in [
        "targets t-defence-tech-theft",
        "criticised-by japan",
        "criticised-by japan lin-jian",
        "serves resilience",
        "serves data-protection",
        "described taiwan",
        "described china",
        "described principle-openness",
        "described term-key-infrastructure",
        "successor strategy-2013",
        "successor nss-2013",
        "pillar secure-iot",
        "pillar deter-attackers",
        "year e-preparatory-office",
        "year e-final-draft-2021",
        "year e-strategy-2025",
        "reports-to headquarters",
        "established-by oversight-commission",
    ] {
        assert!(!keys.contains(key), "{key} is asked");
    }
    let kinds: HashSet<&str> = cards.iter().map(|card| card.key.kind()).collect();
    for kind in [
        "part-of",
        "member",
        "member-of",
        "strength",
        "suspected",
        "believed",
        "coordinates",
        "holds",
        "deputy",
        "names-threat",
        "protected-by",
        "addressed-by",
        "targets",
        "allied",
        "original",
        "english",
    ] {
        assert!(!kinds.contains(kind), "a card of the kind {kind} is asked");
    }
}

#[test]
fn a_new_learner_is_asked_first_what_the_author_puts_first() {
    let cards = deck(&model(JAPAN));
    let first: Vec<&str> = keys(&cards).into_iter().take(20).collect();
    assert_eq!(
        first,
        [
            "own-6 strategy-2021",
            "own-1 e-cabinet-decision-2021",
            "own-1 chief-cabinet-secretary",
            "own-2 strategy-2021",
            "own-7 strategy-2021",
            "own-4 strategy-2021",
            "own-1 claim-first-naming",
            "own-2 china",
            "own-1 t-service-disruption",
            "own-1 claim-kato-capabilities",
            "own-8 strategy-2021",
            "own-1 value-chains",
            "own-1 dx",
            "own-1 alliance",
            "own-1 claim-not-alone",
            "own-1 digital-agency",
            "own-1 nisc-2005",
            "own-1 term-active-cyber-defence",
            "own-2 term-active-cyber-defence",
            "own-5 strategy-2021",
        ]
    );
}

#[test]
fn what_matters_most_comes_first_and_a_term_before_what_uses_it() {
    let model = model(JAPAN);
    let cards = deck(&model);
    let rest: Vec<&Card> = cards.iter().filter(|card| card.first.is_none()).collect();
    let plain = |card: &&&Card| model.entry(card.entries[0]).kind != Kind::Term;
    let weights: Vec<_> = rest
        .iter()
        .filter(plain)
        .map(|card| (card.weight, card.is_made()))
        .collect();
    assert!(weights.is_sorted(), "{weights:?}");
    let at = |key: &str| {
        let found = cards.iter().position(|card| card.key.as_str() == key);
        found.unwrap_or_else(|| panic!("no card {key}"))
    };
    assert!(at("described term-plus-security") < at("own-2 dx"));
}

#[test]
fn a_name_is_asked_in_the_language_that_its_entry_gives_and_in_no_other() {
    let text = include_str!("../../data/japan-2021.ron");
    let asked = names(&model(text));
    let all = asked
        .iter()
        .all(|card| card.question.starts_with("What is the Japanese name of"));
    assert!(all && asked.len() >= 35, "{}", asked.len());
    let mixed = "(format: 1, id: \"m\", title: \"M\", country: \"X\", status: InForce, terms: [
        (id: \"a\", name: \"Safety\", original: \"مرونة\", language: \"ar\"),
        (id: \"b\", name: \"Security\", original: \"국가 안보\", language: \"ko\"),
        (id: \"c\", name: \"Peace\", original: \"평화\", language: \"ko\"),
        (id: \"d\", name: \"Order\", original: \"질서\", language: \"ko-KR\"),
        (id: \"e\", name: \"Trust\", original: \"信頼\"),
    ])";
    let model = model(mixed);
    let questions: Vec<String> = names(&model)
        .iter()
        .map(|card| card.question.to_string())
        .collect();
    assert_eq!(
        questions,
        [
            "What is the Korean name of “Security”?",
            "What is the Korean name of “Peace”?",
            "What is the Korean name of “Order”?",
        ],
        "one Arabic name and one of no known language have nothing beside them"
    );
}

#[test]
fn near_twins_are_told_apart_where_the_author_says_that_they_are_two() {
    let text = "(format: 1, id: \"m\", title: \"M\", country: \"X\", status: InForce, terms: [
        (id: \"a\", name: \"Vital works\", summary: \"What the plan of the ministry protects, sector by sector.\"),
        (id: \"b\", name: \"Core works\", summary: \"What the trade law screens; do not confuse it with vital works.\"),
        (id: \"c\", name: \"Great works\", summary: \"What the king had built of old.\"),
    ])";
    let model = model(text);
    let cards = deck(&model);
    let twins: Vec<&str> = keys(&cards)
        .into_iter()
        .filter(|key| key.starts_with("twin"))
        .collect();
    assert_eq!(
        twins,
        ["twin a b"],
        "the other way round the summary tells which it is not"
    );
    let card = cards
        .iter()
        .find(|card| card.key.as_str() == "twin a b")
        .unwrap();
    assert!(
        card.question
            .starts_with("Which of two that are easily confused is this?")
    );
    let choice = choose(&model, card, &mut Random::new(1)).unwrap();
    let mut options: Vec<&str> = choice
        .options
        .iter()
        .map(senryaku::text::Clean::as_str)
        .collect();
    options.sort_unstable();
    assert_eq!(
        options,
        [
            "Both: they are one thing",
            "Core works",
            "Neither of them",
            "Vital works"
        ]
    );
}

#[test]
fn a_holder_is_asked_for_on_a_day_and_those_of_other_days_are_wrong() {
    let model = model(JAPAN);
    let cards = deck(&model);
    let key = "held-on prime-minister ishiba";
    let card = cards.iter().find(|card| card.key.as_str() == key).unwrap();
    let asked = "Who was the Prime Minister on 16 May 2025, the day of “Active cyber defence legislation enacted”?";
    assert_eq!(card.question.as_str(), asked);
    let choice = choose(&model, card, &mut Random::new(3)).unwrap();
    for option in &choice.options {
        let person = model
            .entries()
            .find(|(_, entry)| entry.name == *option)
            .unwrap()
            .1;
        let held = person
            .links
            .iter()
            .any(|link| link.verb == Verb::HoldsOffice);
        assert!(held, "{option} held no office");
    }
}

#[test]
fn a_voice_is_asked_for_where_the_words_do_not_tell_it() {
    let model = model(JAPAN);
    let cards = deck(&model);
    let find = |key: &str| cards.iter().find(|card| card.key.as_str() == key);
    let card = find("voice claim-deterrence-aim").unwrap();
    assert_eq!(
        card.question.as_str(),
        "Whose voice is this? “Japan aims at strong deterrence”"
    );
    for seed in 0..40 {
        let choice = choose(&model, card, &mut Random::new(seed)).unwrap();
        let kato = choice.options.iter().any(|option| option.contains("Kato"));
        assert!(!kato, "he spoke of deterrence too: {choice:?}");
    }
    for (key, why) in [
        ("voice claim-criticism", "the author asks about it already"),
        (
            "voice claim-apt40",
            "and asks elsewhere about what this one says",
        ),
        (
            "voice claim-mirrors-perception",
            "it is there for context alone",
        ),
    ] {
        assert!(find(key).is_none(), "{key}: {why}");
    }
}

#[test]
fn what_led_to_what_is_asked_where_a_link_says_so() {
    let model = model(JAPAN);
    let cards = deck(&model);
    let card = cards
        .iter()
        .find(|card| card.key.kind() == "cause")
        .unwrap();
    assert_eq!(
        card.question.as_str(),
        "What prepared the way for the National Cybersecurity Office?"
    );
    assert_eq!(card.answer.text(), "National Security Strategy (2022)");
    let silent = JAPAN.replace("prepared the way for", "stands near");
    let cards = deck(&self::model(&silent));
    assert!(cards.iter().all(|card| card.key.kind() != "cause"));
}

#[test]
fn of_two_events_with_one_short_name_neither_year_is_offered_for_the_other() {
    let text = r#"(format: 1, id: "m", title: "T", country: "C", status: InForce, timeline: [
        (id: "a", name: "of Office", date: "1991-03-04"),
        (id: "b", name: "of Office", date: "1992-03-05", weight: Key),
    ])"#;
    check(&load("m.ron", text.into()).unwrap().strategy);
}
