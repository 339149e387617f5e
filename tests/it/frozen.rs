//! What the build makes of a model is the model, and what it did not make is read from the text.

use crate::support::generate;
use senryaku::model::{Kind, Loaded, Strategy, freeze, load, load_frozen};

const JAPAN: &str = include_str!("../../data/japan-2021.ron");
const SMALL: &str = include_str!("../fixtures/small.ron");

/// Every word of the notation that the other models lack.
const RARE: &str = r#"(
    format: 1, id: "rare", title: "Rare \"words\"", country: "Nowhere",
    status: Superseded(by: "next", on: "2025-12"),
    pillars: [(
        id: "one", name: "One\nand two", aliases: ["1"], themes: ["numbers"], sources: [("paper")],
        cards: [(ask: "How many?", answer: "One.")], minutes: 4, note: "Slowly.",
        objectives: [(id: "half", name: "Half", unverified: true)],
    )],
    actors: [(
        id: "who", name: "Who", role: Group, active: (from: "2001", to: "2002-03-04"),
        links: [(
            verb: Other("thinks of", "thought of by"), to: "one", sources: [("paper", "p. 7")],
            active: (to: "2003"),
        )],
    )],
    timeline: [(
        id: "then", name: "Then", date: "2004-05", until: "2006", weight: Milestone,
        status: Expected, about: ["who"], sources: [("paper")],
    )],
    sources: [(
        id: "paper", name: "Paper", publisher: "Press", date: "2000", url: "https://example.org",
        tier: Primary,
    )],
    briefing: [(entry: "who", minutes: 2, note: "Who?")],
)"#;

fn loaded(text: &str) -> Strategy {
    load("test.ron", text.into())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
        .strategy
}

fn thawed(text: &'static str, frozen: &[u8]) -> Loaded {
    load_frozen("test.ron", text, frozen.to_vec().leak())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
}

/// Everything that can be asked of a strategy.
fn told(strategy: &Strategy) -> Vec<String> {
    let mut told = vec![format!("{:?} {:?}", strategy.meta, strategy.briefing)];
    for &kind in Kind::ALL {
        told.push(format!("{kind:?} {:?}", strategy.of_kind(kind)));
    }
    for (id, entry) in strategy.entries() {
        assert_eq!(strategy.find(&entry.id), Some(id));
        let (relations, citing) = (strategy.relations(id), strategy.citing(id));
        told.push(format!("{entry:?} {relations:?} {citing:?}"));
    }
    told
}

#[test]
fn what_was_frozen_comes_back_the_same() {
    for text in [JAPAN, SMALL, RARE, generate::model(300).leak()] {
        let strategy = loaded(text);
        let frozen = freeze(&strategy).expect("it can be written");
        // Without a text, so that it can come from nowhere else.
        let back = thawed("", &frozen);
        assert_eq!(told(&back.strategy), told(&strategy));
        assert_eq!(back.report.problems, []);
    }
}

#[test]
fn texts_stay_where_they_are() {
    let frozen: &[u8] = freeze(&loaded(JAPAN)).expect("it can be written").leak();
    let back = load_frozen("test.ron", JAPAN, frozen).expect("it is a model");
    assert_eq!(&*back.report.text, JAPAN);
    for (_, entry) in back.strategy.entries() {
        assert!(frozen.as_ptr_range().contains(&entry.name.as_ptr()));
    }
}

#[test]
fn other_bytes_are_no_model_and_the_text_is_read() {
    let frozen = freeze(&loaded(SMALL)).expect("it can be written");
    let wanted = told(&loaded(RARE));
    for short in [0, 1, frozen.len() / 2, frozen.len() - 1] {
        assert_eq!(told(&thawed(RARE, &frozen[..short]).strategy), wanted);
    }
    assert_eq!(told(&thawed(RARE, &[0xff; 64]).strategy), wanted);
    assert!(load_frozen("test.ron", "(id:", &[]).is_err());
}
