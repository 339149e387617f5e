//! Weight, voice, topics and what else tells the program what an entry means.

use senryaku::model::{Change, Speaker, Status, Voice, Weight, load, topics};

const MODEL: &str = r#"(
    format: 1, id: "x", title: "X", country: "X", language: "ja", why: "Because.", details: ["More."],
    status: Superseded(by: "Y", model: "y"),
    pillars: [(id: "p", name: "P", themes: ["old-word"], objectives: [(id: "o", name: "O", weight: Context)])],
    actors: [
        (id: "kato", name: "Kato", role: Person, short: "K", language: "ko", keywords: ["boss"], topics: ["governance"],
         links: [(verb: SeatOn, to: "p", editorial: true)],
         caveats: [(text: "We think so.", editorial: true)],
         cards: [(ask: "Who?", answer: "Kato", wrong: ["Suga"])]),
    ],
    timeline: [
        (id: "e", name: "E", date: "2021", weight: Milestone),
        (id: "f", name: "F", date: "2022", weight: Key),
        (id: "g", name: "G", date: "2023"),
    ],
    claims: [
        (id: "c", name: "C", voice: Statement, by: "kato"),
        (id: "d", name: "D", voice: Judgement, by: "the article's author"),
    ],
    sources: [(id: "s", name: "S")],
    synonyms: [("boss", "heads")],
    across: [(model: "w", pairs: [(ours: "p", theirs: "q", says: Changed, what: "It grew.", sources: [("s", "p. 1")], their_sources: [("t", "p. 2")])])],
)"#;

#[test]
fn what_an_author_says_of_meaning_is_kept() {
    let model = load("x.ron", MODEL.into())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
        .strategy;
    let entry = |id: &str| model.entry(model.find(id).unwrap());
    let weights = ["p", "o", "kato", "e", "f", "g", "s"].map(|id| entry(id).weight);
    assert_eq!(
        weights,
        [
            Weight::Key,
            Weight::Context,
            Weight::Main,
            Weight::Key,
            Weight::Key,
            Weight::Context,
            Weight::Context
        ]
    );
    let milestones = ["e", "f", "g", "p"].map(|id| entry(id).is_milestone());
    assert_eq!(milestones, [true, true, false, false]);
    let kato = entry("kato");
    assert_eq!(kato.short.as_deref(), Some("K"));
    assert_eq!(kato.language.as_deref(), Some("ko"));
    assert_eq!(&*kato.keywords[0], "boss");
    assert_eq!(&*kato.topics[0], "governance");
    assert_eq!(&*entry("p").topics[0], "old-word");
    assert!(kato.links[0].editorial && kato.caveats[0].editorial);
    assert_eq!(&*kato.cards[0].wrong[0], "Suga");
    let c = entry("c");
    assert_eq!(c.voice, Some(Voice::Statement));
    assert_eq!(c.by, Some(Speaker::Actor(model.find("kato").unwrap())));
    let by = Speaker::Words("the article's author".into());
    assert_eq!(entry("d").by, Some(by));
    let meta = &model.meta;
    assert_eq!(meta.why.as_deref(), Some("Because."));
    assert_eq!(meta.language.as_deref(), Some("ja"));
    assert_eq!(&*meta.details[0], "More.");
    assert!(
        matches!(&meta.status, Status::Superseded { model: Some(model), .. } if &**model == "y")
    );
    assert_eq!(&*model.synonyms[0].0, "boss");
    let pair = &model.across[0].pairs[0];
    assert_eq!((pair.ours, pair.says), (model.find("p"), Change::Changed));
    assert_eq!(&*pair.their_cites[0].0, "t");
    assert_eq!(&*model.entry(pair.cites[0].source).id, "s");
}

#[test]
fn the_topics_are_those_by_which_strategies_are_compared() {
    let topics = topics();
    assert_eq!(topics.first().map(|topic| &*topic.id), Some("governance"));
    assert!(
        topics
            .iter()
            .all(|topic| !topic.words.is_empty() && topic.says.ends_with('.'))
    );
}

/// What is advised on the weights, holders and voices of a model.
fn advised(model: &str) -> Vec<String> {
    let loaded = load("x.ron", model.to_owned().into());
    let advice = loaded
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
        .report
        .problems;
    let told = |text: &String| {
        ["written `Key`", "at once", "whose word"]
            .iter()
            .any(|part| text.contains(part))
    };
    let messages = advice.iter().map(|problem| problem.message.clone());
    messages.filter(told).collect()
}

#[test]
fn a_claim_is_to_say_whose_word_it_is() {
    let claims = r#"(format: 1, id: "x", title: "X", country: "X", status: Draft, claims: [
        (id: "c", name: "C"), (id: "d", name: "D", voice: Reaction, by: "Beijing"),
    ])"#;
    assert_eq!(
        advised(claims),
        ["the claim `c` does not say whose word it is"]
    );
}

#[test]
fn holders_that_overlap_by_more_than_a_day_are_told() {
    let office = |first: &str, second: &str| {
        advised(&format!(
            r#"(format: 1, id: "x", title: "X", country: "X", status: Draft, actors: [
            (id: "o", name: "O", role: Office),
            (id: "a", name: "A", role: Person, links: [(verb: HoldsOffice, to: "o", active: ({first}))]),
            (id: "b", name: "B", role: Person, links: [(verb: HoldsOffice, to: "o", active: ({second}))]),
        ])"#
        ))
    };
    let told = "`a` and `b` have `HoldsOffice` to `o` at once, 1 Jan 2017 to 1 Jun 2018";
    let first = r#"from: "2015-01-01", to: "2018-06-01""#;
    assert_eq!(office(first, r#"from: "2017-01-01""#), [told]);
    assert_eq!(office(first, r#"from: "2017-01-01", to: "2019""#), [told]);
    for second in [
        // A hand-over, joint holders, dates that are not known, and too coarse to tell.
        r#"from: "2018-06-01""#,
        first,
        "",
        r#"from: "2018", to: "2019""#,
    ] {
        assert_eq!(office(first, second), [""; 0], "{second}");
    }
    // Who came later takes over where an end is not known.
    let none: [&str; 0] = [];
    assert_eq!(office(r#"from: "2015""#, r#"from: "2017""#), none);
}

#[test]
fn more_than_a_fifth_of_a_large_model_is_not_key() {
    let model = |key: usize, all: usize| {
        let terms: Vec<String> = (0..all)
            .map(|at| {
                let weight = if at < key { ", weight: Key" } else { "" };
                format!("(id: \"t{at}\", name: \"T{at}\"{weight}), ")
            })
            .collect();
        let terms = terms.concat();
        advised(&format!(
            r#"(format: 1, id: "x", title: "X", country: "X", status: Draft, terms: [{terms}])"#
        ))
    };
    assert_eq!(model(11, 50), ["11 of 50 entries are written `Key`"]);
    let none: [&str; 0] = [];
    assert_eq!(model(10, 50), none);
    assert_eq!(model(40, 40), none, "in a small model all may be");
}
