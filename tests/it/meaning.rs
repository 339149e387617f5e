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
