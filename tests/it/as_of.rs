//! Views as of a day: what screens and cards on paper show and leave out.

use crate::support::stage::{JAPAN, env};
use senryaku::export::{Paper, card, json, markdown, outline};
use senryaku::model::{AsOf, AsOfChoice, Kind, Strategy, load};

const PAPER: Paper = Paper {
    cells: 80,
    styled: false,
    rows_unbroken: false,
};

fn strategy() -> std::sync::Arc<Strategy> {
    env(JAPAN, (80, 24), "terminal").strategy
}

fn on(day: &str) -> AsOf {
    AsOf::On(day.parse().unwrap())
}

/// What `show` prints of an entry, on one line.
fn shown(id: &str, as_of: AsOf) -> String {
    let strategy = strategy();
    let text = card::print(&strategy, strategy.find(id).unwrap(), as_of, PAPER);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_day_of_adoption_names_the_head_through_his_office_and_no_other_holder() {
    let text = shown("headquarters", on("2021-09-28"));
    assert!(text.contains("Chief Cabinet Secretary: Katsunobu Kato (chief-cabinet-secretary)"));
    for other in ["Prime Minister", "Hirokazu Matsuno", "Yoshihide Suga"] {
        assert!(!text.contains(&format!("headed by {other}")), "{text}");
    }
    assert!(!text.contains("Matsuno"), "{text}");
}

#[test]
fn the_day_of_the_hand_over_names_the_one_who_came() {
    let text = shown("headquarters", on("2025-07-01"));
    assert!(
        text.contains("headed by Prime Minister: Shigeru Ishiba"),
        "{text}"
    );
    assert!(!text.contains("Chief Cabinet Secretary:"), "{text}");
    assert!(text.contains("of other times left out"), "{text}");
}

#[test]
fn all_times_name_every_head_with_dates_and_the_current_one_first() {
    let text = shown("headquarters", AsOf::All);
    let now = text.find("headed by Prime Minister (prime-minister), since 1 Jul 2025");
    let before =
        text.find("Chief Cabinet Secretary (chief-cabinet-secretary), 9 Jan 2015 to 30 Jun 2025");
    assert!(now.is_some() && now < before, "{text}");
}

#[test]
fn what_a_day_leaves_out_says_so() {
    assert!(shown("nco", on("2021-09-28")).contains("Not in being on 28 Sep 2021"));
    assert!(shown("nco", on("2024")).contains("Not in being in 2024"));
    assert!(!shown("nco", AsOf::All).contains("Not in being"));
    let strategy = strategy();
    let today = "2026-11-26".parse().unwrap();
    let adopted = AsOfChoice::Adopted.resolve(&strategy.meta, today);
    assert_eq!(adopted, Ok(on("2021-09-28")));
}

#[test]
fn the_model_of_a_day_has_its_actors_and_its_links_alone() {
    let strategy = strategy();
    let day = on("2021-09-28");
    let text = markdown::print(&strategy, day);
    assert!(text.contains("*Actors and links as they held on 28 Sep 2021;"));
    assert!(text.contains(
        "[Chief Cabinet Secretary](#chief-cabinet-secretary): Katsunobu Kato, 9 Jan 2015"
    ));
    for gone in ["#nco", "since 1 Jul 2025", ": Hirokazu Matsuno"] {
        assert!(!text.contains(gone), "{gone}");
    }
    // What came after a body is named by it, and has no place of its own.
    assert!(text.contains("- *succeeded by* National Cybersecurity Office "));
    // A person without dates stays, and is in no office.
    let matsuno = text.split("<a id=\"matsuno\">").nth(1).unwrap();
    assert!(
        matsuno
            .split("\n\n")
            .take(4)
            .any(|line| line == "**In no office then**")
    );
    let all = markdown::print(&strategy, AsOf::All);
    assert!(all.contains("(#nco)") && !all.contains("as they held"));
    let outlined = outline::print(&strategy, day, PAPER);
    assert!(!outlined.contains("  nco "));
    assert!(outlined.contains("actors not in being on 28 Sep 2021"));
    let shown = serde_json::to_value(json::model(&strategy, day)).unwrap();
    assert_eq!(shown["shown_as_of"], "2021-09-28");
    let actors = shown["actors"].as_array().unwrap();
    assert!(actors.iter().all(|actor| actor["id"] != "nco"));
    let whole = serde_json::to_value(json::model(&strategy, AsOf::All)).unwrap();
    assert!(whole["shown_as_of"].is_null());
    let count = whole["actors"].as_array().unwrap().len();
    assert_eq!(count, strategy.of_kind(Kind::Actor).len());
}

#[test]
fn an_export_says_whose_word_a_thing_is() {
    let strategy = strategy();
    let text = markdown::print(&strategy, AsOf::All);
    assert!(text.contains("**JUDGEMENT of the article's author, not the strategy's own words**"));
    assert!(text.contains(", the editor's reading"));
    assert!(text.contains("**Why it matters.** "));
    assert!(shown("claim-not-alone", AsOf::All).contains("JUDGEMENT of the article's author"));
    assert!(shown("defence", AsOf::All).contains(", the editor's reading"));
    assert!(shown("defence", AsOf::All).contains("Topic"));
}

/// On every day on which something begins or ends, and beside it, no text names a link outside its
/// time, nor leaves an act out.
#[test]
fn the_texts_hold_the_rules_on_every_boundary_day() {
    let strategy = load("jp", JAPAN.into()).unwrap().strategy;
    let days = crate::time::boundary_days(&strategy);
    let mut before = std::collections::BTreeMap::new();
    for (nth, day) in days.into_iter().enumerate() {
        let as_of = AsOf::On(day);
        for id in strategy.of_kind(Kind::Actor) {
            // What held on the day before has been looked at.
            let held = strategy.relations_on(*id, as_of);
            let held: Vec<_> = held.iter().map(|held| held.relation.other).collect();
            if before.insert(*id, held.clone()) == Some(held) {
                continue;
            }
            let text = card::print(&strategy, *id, as_of, PAPER);
            let (_, links) = text.split_once("\nLinks on ").unwrap_or_default();
            let (links, _) = links.split_once("\nSources").unwrap_or((links, ""));
            let named = |other: &str| links.contains(&format!("({other})"));
            let held = strategy.relations_on(*id, as_of);
            for relation in strategy.relations(*id) {
                let other = &strategy.entry(relation.other).id;
                let is_held = held
                    .iter()
                    .any(|held| held.relation.other == relation.other);
                let own = &strategy.entry(*id).id;
                assert_eq!(named(other), is_held, "{day}: {own} and {other}:\n{text}");
                if relation.link.verb.is_act() {
                    assert!(named(other), "{day}: {own} and {other}, an act:\n{text}");
                }
            }
        }
        // A whole model takes its time.
        if nth % 40 == 0 {
            let model = serde_json::to_value(json::model(&strategy, as_of)).unwrap();
            for actor in model["actors"].as_array().unwrap() {
                let id = strategy.find(actor["id"].as_str().unwrap()).unwrap();
                let links = actor["links"].as_array().map_or(0, Vec::len);
                let held = strategy.relations_on(id, as_of);
                let own = held.iter().filter(|held| held.relation.outward).count();
                assert_eq!(links, own, "{day}: {}", strategy.entry(id).id);
            }
        }
    }
}
