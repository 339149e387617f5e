//! The page on the format says all that a model may have, and nothing else.

use senryaku::model::{Verb, load};

const PAGE: &str = include_str!("../../FORMAT.md");
const DRAFT: &str = include_str!("../../src/model/draft.rs");
const VERBS: &str = include_str!("../../src/model/verb.rs");
const PHRASES: &str = include_str!("../../src/study/deck/phrases.rs");

#[test]
fn every_field_of_a_model_is_on_the_page() {
    let fields = DRAFT.lines().filter_map(|line| {
        let (name, kind) = line.trim().strip_prefix("pub(super) ")?.split_once(": ")?;
        (!kind.is_empty() && !name.contains(['(', ' '])).then_some(name)
    });
    let fields: Vec<&str> = fields.collect();
    assert!(fields.len() > 60, "{fields:?}");
    for field in fields {
        assert!(PAGE.contains(&format!("`{field}`")), "{field}");
    }
}

#[test]
fn every_verb_is_on_the_page_as_it_reads_and_is_asked() {
    let from = PAGE.split("| `Serves` |").nth(1).expect("a table of verbs");
    let table = format!("| `Serves` |{from}");
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    let mut named = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [name, reads, other_way, kinds, cards] = cells[..] else {
            panic!("{row}");
        };
        let name = name.trim_matches('`');
        if name.starts_with("Other(") {
            assert_eq!(cards, "no");
            continue;
        }
        let verb: Verb = ron::from_str(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((&*verb.forward(), &*verb.inverse()), (reads, other_way));
        assert_eq!(verb.usual(), kinds);
        // Who held an office is asked by dates, not by a phrase.
        let is_phrase = PHRASES.contains(&format!("&Verb::{name},")) && verb != Verb::About;
        let is_asked = is_phrase || verb == Verb::HoldsOffice;
        assert_eq!(cards == "yes", is_asked, "{name}");
        named.push(name);
    }
    let all = VERBS.lines().filter_map(|line| {
        let (verb, _words) = line.trim().strip_prefix("(Verb::")?.split_once(", \"")?;
        Some(verb)
    });
    assert_eq!(named, all.collect::<Vec<_>>());
}

#[test]
fn the_model_of_the_page_loads_without_advice() {
    let block = PAGE.split("```ron\n").nth(1).expect("a model");
    let model = block.split("```").next().unwrap_or_default();
    let loaded = load("page.ron", model.into())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)));
    assert_eq!(loaded.report.problems, []);
}
