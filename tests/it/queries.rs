//! What people type who have not seen the model, and what they want to see first.

use senryaku::model::{self, Strategy};
use senryaku::search::{Corpus, Query, hits};

fn japan() -> (Strategy, Corpus) {
    let text = include_str!("../../data/japan-2021.ron");
    let loaded = model::load("japan-2021.ron", text.into());
    let strategy = loaded.expect("the built-in model loads").strategy;
    let corpus = Corpus::new(&strategy);
    (strategy, corpus)
}

/// The ids found, best first, and what is told above them.
fn find(world: &(Strategy, Corpus), query: &str) -> (Vec<String>, Vec<String>) {
    let found = hits(&world.1, &Query::parse(query), usize::MAX);
    let ids = found.entries(&world.1);
    let ids = ids.map(|id| world.0.entry(id).id.to_string()).collect();
    (ids, found.told().iter().map(ToString::to_string).collect())
}

/// What must come first.
const FIRST: &[(&str, &str)] = &[
    // Names, abbreviations and years.
    ("nisc", "nisc-2015"),
    ("headquarters", "headquarters"),
    ("hq", "headquarters"),
    ("japan", "japan"),
    ("china", "china"),
    ("russia", "russia"),
    ("north korea", "north-korea"),
    ("kato", "kato"),
    ("naikaku", "cabinet"),
    ("国家", "nco"),
    ("quad", "quad"),
    ("iot", "iot-systems"),
    ("meti", "meti"),
    ("npa", "police"),
    ("sdf", "sdf"),
    ("2005", "e-2005"),
    ("2014", "e-2014"),
    ("2015", "e-2015"),
    ("2021", "e-2021"),
    ("law 2025", "acd-act"),
    ("basic law", "basic-act"),
    // A pillar or a goal before what only has the word in its name.
    ("security", "economic-security"),
    ("goals", "vitality"),
    ("goal", "vitality"),
    ("threats", "t-defence-tech-theft"),
    ("pillar 3", "dx"),
    ("data protection", "data-protection"),
    ("rule of law", "rule-of-law"),
    ("us japan alliance", "alliance"),
    ("critical infrastructure", "critical-infrastructure"),
    ("ransomware", "t-ransomware"),
    ("digital agency", "digital-agency"),
    // Other forms and spellings.
    ("upgrade", "nisc-2015"),
    ("organization", "data-protection"),
    ("grey zone", "t-grey-zone"),
    ("gray zone", "t-grey-zone"),
    ("submarine cable", "submarine-cables"),
    ("dijital", "digital-agency"),
    ("pollice", "police"),
    ("cabel security", "economic-security"),
    // Words that the model does not use.
    ("small business", "smes"),
    ("hackers", "identify-attackers"),
    ("privacy", "personal-information"),
    ("beijing", "china"),
    ("superseded", "e-strategy-2025"),
    ("cyber police", "e-npa-bureau"),
    // Questions.
    ("what is NISC", "nisc-2015"),
    ("who heads the headquarters", "headquarters"),
    ("how did china react", "claim-groundless-slander"),
    ("who protects hospitals", "critical-infrastructure"),
    ("minister in charge", "cybersecurity-minister"),
    ("what did kato say", "kato"),
    ("statement kato", "claim-kato-capabilities"),
    ("it strategic headquarters", "it-strategic-headquarters"),
];

/// What must be among the first three.
const AMONG: &[(&str, &str)] = &[
    ("nisc", "nisc-2005"),
    ("submarine cables", "submarine-cables"),
    ("headed by prime minister", "digital-agency"),
    ("prime minister 2021", "prime-minister"),
    ("when was nisc founded", "e-2005"),
    ("supply chain", "sc3"),
    ("exercise with us", "exercise-forces"),
    ("cabinet decision", "e-cabinet-decision-2021"),
];

#[test]
fn what_people_want_comes_first() {
    let world = japan();
    let mut wrong = Vec::new();
    for (query, id) in FIRST {
        let (ids, _) = find(&world, query);
        if ids.first().map(String::as_str) != Some(id) {
            let few: Vec<&String> = ids.iter().take(4).collect();
            wrong.push(format!("{query}: {id} is not first of {few:?}"));
        }
    }
    for (query, id) in AMONG {
        let (ids, _) = find(&world, query);
        if !ids.iter().take(3).any(|each| each == id) {
            let few: Vec<&String> = ids.iter().take(4).collect();
            wrong.push(format!("{query}: {id} is not among the first of {few:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_slip_is_mended_and_told() {
    let world = japan();
    for (query, told) in [
        ("dijital", "no dijital here: showing digital"),
        ("cabel securty", "no cabel here: showing cable"),
        ("cabel securty", "no securty here: showing security"),
        // `deter` has its stem, and is not what was meant.
        ("deterence", "no deterence here: showing deterrence"),
    ] {
        let (ids, all) = find(&world, query);
        assert!(!ids.is_empty(), "{query}");
        assert!(all.iter().any(|line| line == told), "{query}: {all:?}");
    }
    assert!(find(&world, "digital").1.is_empty());
}

#[test]
fn a_mended_word_finds_first_what_the_word_itself_does() {
    let world = japan();
    for (slip, word) in [
        ("dijital", "digital"),
        ("pollice", "police"),
        ("securty", "security"),
        ("deterence", "deterrence"),
        ("headquartes", "headquarters"),
    ] {
        let first = |query| find(&world, query).0.into_iter().next();
        assert_eq!(first(slip), first(word), "{slip}");
    }
}

#[test]
fn no_query_ends_without_a_word_of_help() {
    let world = japan();
    let (ids, told) = find(&world, "budget weather");
    assert!(!ids.is_empty());
    assert_eq!(
        told,
        [
            "no weather here; nearest: whether, water",
            "none has all of these: those with most"
        ]
    );
    let (ids, told) = find(&world, "phishing");
    assert!(ids.iter().any(|id| id == "combat-cyber-crime"));
    assert_eq!(told, ["no phishing here; its topic is Cyber crime"]);
    let (ids, told) = find(&world, "zzqx");
    assert!(ids.is_empty());
    assert_eq!(told, ["no zzqx here"]);
}

#[test]
fn a_source_stands_behind_what_it_is_a_source_of() {
    let world = japan();
    for query in ["china", "nisc", "strategy", "cyber"] {
        let (ids, _) = find(&world, query);
        let first = ids.iter().take(5);
        let sources = first.filter(|id| id.starts_with('s') && id[1..].parse::<u32>().is_ok());
        assert_eq!(sources.count(), 0, "{query}: {ids:?}");
    }
}

#[test]
fn a_topic_is_a_scope() {
    let world = japan();
    let (ids, _) = find(&world, "topic:supply-chain");
    assert!(ids.contains(&"value-chains".to_owned()), "{ids:?}");
    assert!(!ids.contains(&"kato".to_owned()), "{ids:?}");
    // A word that readers use for it does as well.
    assert_eq!(find(&world, "topic:vendors").0, ids);
}

#[test]
fn a_link_is_found_as_the_sentence_it_is() {
    let world = japan();
    let found = hits(
        &world.1,
        &Query::parse("headed by prime minister"),
        usize::MAX,
    );
    let hits = found.explained(&world.1, 0..found.len());
    let hit = hits
        .iter()
        .find(|hit| &*world.0.entry(hit.entry).id == "digital-agency");
    let why = hit.and_then(|hit| hit.why.as_ref()).expect("says why");
    assert_eq!(why.field.word(), "linked with");
    assert!(
        why.snippet
            .starts_with("headed by Prime Minister, since 1 Sep 2021 ["),
        "{}",
        &*why.snippet
    );
}
