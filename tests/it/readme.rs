//! What the README shows is what the program does.

use senryaku::action::{ACTIONS, Mode};
use senryaku::config::Keymap;
use senryaku::model::{Kind, load};

const README: &str = include_str!("../../README.md");

/// The first block of the README that is fenced with this word and holds that text.
fn block(fence: &str, holds: &str) -> &'static str {
    README
        .split("```")
        .find(|part| part.starts_with(fence) && part.contains(holds))
        .and_then(|part| part.split_once('\n'))
        .map_or_else(
            || panic!("the README has no {fence} block with {holds}"),
            |(_, text)| text,
        )
}

#[test]
fn the_model_of_the_readme_loads_without_advice() {
    let model = block("ron", "format: 1");
    let loaded = load("my-strategy.ron", model.into())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)));
    assert_eq!(loaded.report.problems, []);
}

/// The facts are those that the coverage of the data lists, less the two pointers at the foot of the article.
#[test]
fn the_readme_counts_the_facts_and_the_events_of_the_built_in_model() {
    let of_article = |line: &&str| line.trim_start().starts_with("\"A-");
    let pointer = |line: &&str| line.contains("\"A-P14") || line.contains("\"A-P15");
    let rows = include_str!("../../data/coverage.ron").lines();
    let facts = rows.filter(of_article).filter(|row| !pointer(row)).count();
    let japan = include_bytes!("../../data/japan-2021.ron").to_vec();
    let strategy = load("japan-2021.ron", japan).expect("it loads").strategy;
    let events = strategy.of_kind(Kind::Event).len();
    for count in [format!("{facts} facts"), format!("{events} events")] {
        assert!(README.contains(&count), "the README does not say {count}");
    }
}

#[test]
fn the_mistake_of_the_readme_is_reported_as_it_says() {
    let model = block("ron", "format: 1").replace("about: [\"harbour", "about: [\"harbor");
    let report = load("my-strategy.ron", model.into()).expect_err("the model is broken");
    assert_eq!(
        report.render(false, true).trim(),
        block("text", "harbor-board").trim()
    );
}

#[test]
fn the_keys_of_the_readme_are_those_of_the_keymap() {
    let keymap = Keymap::embedded();
    let table: String = README
        .lines()
        .filter(|line| line.starts_with("| "))
        .collect();
    for line in ACTIONS {
        for key in keymap.keys(Mode::Explore, &line.action) {
            let name = key.to_string();
            let digit = name.parse::<u8>().is_ok() && table.contains("1 to 6");
            let shown = table.split([' ', ',', '|']).any(|word| word == name);
            let spare = ["Alt-Left", "Alt-Right"].contains(&name.as_str());
            assert!(
                shown || digit || spare,
                "{name} ({}) is not in the README",
                line.says
            );
        }
    }
}
