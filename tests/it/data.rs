//! The built-in model tells all of the article, and nothing without a source.

use std::collections::BTreeMap;

use senryaku::model::{Entry, Kind, Loaded, Role, Status, Strategy, Tier, Weight, load};

const JAPAN: &str = include_str!("../../data/japan-2021.ron");
const COVERAGE: &str = include_str!("../../data/coverage.ron");

/// How many facts each paragraph of the article holds: 111 in all, then two pointers at its foot.
const FACTS: &[(&str, usize)] = &[
    ("P1", 4),
    ("P2", 3),
    ("P3", 5),
    ("P4", 8),
    ("P5", 5),
    ("P6", 8),
    ("P7", 8),
    ("P8", 9),
    ("P9", 3),
    ("B1", 8),
    ("B2", 6),
    ("B3", 7),
    ("B4", 6),
    ("B5", 6),
    ("B6", 7),
    ("P10", 4),
    ("P11", 7),
    ("P12", 4),
    ("P13", 3),
    ("P14", 1),
    ("P15", 1),
];

fn japan() -> Loaded {
    load("data/japan-2021.ron", JAPAN.as_bytes().to_vec())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
}

fn coverage() -> BTreeMap<String, Vec<String>> {
    ron::from_str(COVERAGE).expect("data/coverage.ron reads")
}

fn cites(strategy: &Strategy, entry: &Entry, paragraph: &str) -> bool {
    entry.all_cites().any(|cite| {
        strategy.entry(cite.source).id.as_str() == "article" && cite.locator.as_str() == paragraph
    })
}

#[test]
fn the_model_loads_without_even_a_piece_of_advice() {
    let report = japan().report;
    assert!(report.problems.is_empty(), "{}", report.render(false, true));
}

#[test]
fn every_fact_of_the_article_has_a_home_that_cites_its_paragraph() {
    let strategy = japan().strategy;
    let coverage = coverage();
    let mut wrong = Vec::new();
    let mut counted = 0;
    for (paragraph, count) in FACTS {
        for number in 1..=*count {
            counted += 1;
            let fact = format!("A-{paragraph}.{number}");
            let homes = coverage.get(&fact).map_or(&[][..], Vec::as_slice);
            if homes.is_empty() {
                wrong.push(format!("{fact} has no home"));
            }
            for home in homes {
                match strategy.find(home).map(|id| strategy.entry(id)) {
                    None => wrong.push(format!("{fact}: there is no entry {home}")),
                    Some(entry) if !cites(&strategy, entry, paragraph) => {
                        wrong.push(format!("{fact}: {home} does not cite {paragraph}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    assert_eq!(counted, 111 + 2);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_place_where_the_article_is_imprecise_is_a_caveat() {
    let strategy = japan().strategy;
    let coverage = coverage();
    for number in 1..=27 {
        let flag = format!("F{number}");
        let homes = coverage
            .get(&flag)
            .unwrap_or_else(|| panic!("{flag} has no home"));
        for home in homes {
            let entry = strategy.entry(strategy.find(home).unwrap_or_else(|| panic!("{home}")));
            assert!(!entry.caveats.is_empty(), "{flag}: {home} has no caveat");
        }
    }
}

#[test]
fn the_table_names_no_fact_that_does_not_exist() {
    let known: Vec<String> = FACTS
        .iter()
        .flat_map(|(paragraph, count)| (1..=*count).map(move |at| format!("A-{paragraph}.{at}")))
        .chain((1..=27).map(|number| format!("F{number}")))
        .collect();
    for fact in coverage().keys() {
        assert!(known.contains(fact), "{fact}");
    }
}

#[test]
fn eight_pillars_hold_the_forty_points_of_the_six_bullets_and_two_strands_more() {
    let strategy = japan().strategy;
    let pillars = strategy.of_kind(Kind::Pillar);
    let counts: Vec<usize> = pillars
        .iter()
        .map(|id| strategy.entry(*id).children.len())
        .collect();
    assert_eq!(pillars.len(), 8);
    assert_eq!(counts[..6], [8, 6, 7, 6, 6, 7]);
    assert!(counts[6..].iter().all(|count| *count > 0));
    assert_eq!(strategy.of_kind(Kind::Goal).len(), 3);
    assert_eq!(strategy.of_kind(Kind::Principle).len(), 5);
    // The article has twelve threats; what reports give of North Korea, and ransomware, are more.
    assert!(strategy.of_kind(Kind::Threat).len() >= 14);
}

#[test]
fn the_official_measures_stand_under_the_goals_and_the_pillars_stay_the_articles() {
    let strategy = japan().strategy;
    for objective in strategy.of_kind(Kind::Objective) {
        let entry = strategy.entry(*objective);
        let of_the_article = entry
            .all_cites()
            .any(|cite| strategy.entry(cite.source).id.as_str() == "article");
        assert!(of_the_article, "{} is not the article's", entry.id);
    }
    for goal in strategy.of_kind(Kind::Goal) {
        let under = |verb: &str| {
            strategy
                .relations(*goal)
                .iter()
                .filter(|relation| relation.words() == verb)
                .count()
        };
        let id = &strategy.entry(*goal).id;
        assert!(under("is the official goal of") >= 3, "{id}");
        assert_eq!(under("takes its direction from"), 1, "{id}");
    }
}

#[test]
fn the_four_milestones_bear_the_articles_years_and_a_caveat_each() {
    let strategy = japan().strategy;
    let milestones: Vec<(String, bool)> = strategy
        .of_kind(Kind::Event)
        .iter()
        .map(|id| strategy.entry(*id))
        .filter(|entry| entry.is_milestone())
        .map(|entry| (entry.event().unwrap().date.iso(), !entry.caveats.is_empty()))
        .collect();
    let wanted = ["2005", "2014", "2015", "2021"].map(|year| (year.to_owned(), true));
    assert_eq!(milestones, wanted);
}

#[test]
fn forty_six_events_and_more_stand_around_the_milestones() {
    let strategy = japan().strategy;
    let context = strategy
        .of_kind(Kind::Event)
        .iter()
        .filter(|id| strategy.entry(**id).weight == Weight::Context)
        .count();
    assert!(context >= 46, "{context}");
}

#[test]
fn both_bodies_called_nisc_stand_apart_and_the_chain_of_bodies_is_whole() {
    let strategy = japan().strategy;
    let id = |id: &str| strategy.find(id).unwrap_or_else(|| panic!("{id}"));
    for nisc in ["nisc-2005", "nisc-2015"] {
        let entry = strategy.entry(id(nisc));
        assert!(
            entry.aliases.iter().any(|alias| alias.as_str() == "NISC"),
            "{nisc}"
        );
        assert!(
            entry.original.is_some() && entry.reading.is_some(),
            "{nisc}"
        );
    }
    let linked = |from: &str, to: &str| {
        strategy
            .relations(id(from))
            .iter()
            .any(|relation| relation.other == id(to))
    };
    assert!(linked("nisc-2015", "nisc-2005"));
    assert!(linked("nisc-2015", "headquarters"));
    assert!(linked("nco", "nisc-2015"));
}

#[test]
fn every_entry_but_a_source_cites_one_and_every_source_says_how_near_it_stands() {
    let strategy = japan().strategy;
    for (_, entry) in strategy.entries() {
        match entry.source() {
            Some(source) => {
                assert!(source.tier.is_some(), "{} has no tier", entry.id);
                assert!(source.url.is_some(), "{} has no address", entry.id);
            }
            None => assert!(!entry.cites.is_empty() || entry.unverified, "{}", entry.id),
        }
    }
    let primary = strategy
        .of_kind(Kind::Source)
        .iter()
        .filter(|id| {
            strategy
                .entry(**id)
                .source()
                .is_some_and(|source| source.tier == Some(Tier::Primary))
        })
        .count();
    assert!(primary >= 10, "{primary}");
}

#[test]
fn the_strategy_is_marked_as_superseded_and_issued_by_the_cabinet() {
    let strategy = japan().strategy;
    let Status::Superseded { on: Some(on), .. } = &strategy.meta.status else {
        panic!("{:?}", strategy.meta.status)
    };
    assert_eq!(on.iso(), "2025-12-23");
    let issuer = strategy.entry(strategy.meta.issuer.expect("an issuer"));
    assert_eq!(issuer.id.as_str(), "cabinet");
    assert_eq!(issuer.actor().map(|actor| actor.role), Some(Role::Body));
}

/// What a newcomer asks, and the words of the entries that answer it.
const QUESTIONS: &[(&str, &[(&str, &str)])] = &[
    (
        "What are the three goals?",
        &[
            ("vitality", "first of the strategy's three policy goals"),
            ("digital-society", "second policy goal"),
            ("peace-and-stability", "third policy goal"),
        ],
    ),
    (
        "Which countries does it name, and was that new?",
        &[
            (
                "strategy-2021",
                "China, Russia and North Korea are all seen as behind attacks",
            ),
            (
                "e-outline-2021",
                "already names China, Russia and North Korea",
            ),
            (
                "e-draft-2021",
                "for the first time in a Japanese cybersecurity strategy",
            ),
            ("e-wannacry", "not the first time Japan named a country"),
            ("e-apt10", "condemns them and reminds China"),
            ("claim-first-naming", "a first for a cybersecurity strategy"),
        ],
    ),
    (
        "Does it say the same of China and Russia?",
        &[
            ("t-defence-tech-theft", "the same verb as for Russia"),
            ("t-military-political", "military and political aims"),
        ],
    ),
    (
        "When was it adopted, by whom, and is it in force?",
        &[
            (
                "strategy-2021",
                "decided by the Cabinet on 28 September 2021",
            ),
            (
                "strategy-2025",
                "decided by the Cabinet on 23 December 2025",
            ),
        ],
    ),
    (
        "Who drew it up, and who headed that body?",
        &[
            (
                "headquarters",
                "in 2021 the Chief Cabinet Secretary headed it",
            ),
            ("hq-deputy", "in 2021 it was Tamayo Marukawa"),
            ("nisc-2015", "secretariat of the Headquarters"),
            (
                "suga",
                "Prime Minister when the Cabinet adopted the strategy of 2021",
            ),
        ],
    ),
    (
        "What is NISC, and why are there two?",
        &[
            ("nisc-2005", "The National Information Security Center"),
            ("nisc-2015", "the same four letters"),
            ("nco", "It replaced NISC on 1 July 2025"),
        ],
    ),
    (
        "Is active cyber defence part of the strategy?",
        &[
            (
                "term-active-cyber-defence",
                "It is not part of the strategy of 2021",
            ),
            (
                "term-proactive-cyber-defence",
                "It does not mean hacking back",
            ),
            ("acd-act", "not part of the 2021 strategy"),
        ],
    ),
    (
        "Did the strategy create the Digital Agency?",
        &[("digital-agency", "The strategy did not create the agency")],
    ),
    (
        "What does it do for small firms?",
        &[
            (
                "smes",
                "cheap, effective and easily reached security services",
            ),
            ("smes", "Otasuketai"),
            ("measure-regions-smes", "in small firms"),
        ],
    ),
    (
        "Could a cyber attack bring the treaty into play?",
        &[
            (
                "term-article-5",
                "in certain cases a cyber attack could be one",
            ),
            (
                "e-2plus2-2019",
                "in certain cases count as an armed attack under Article 5",
            ),
            ("alliance", "can be an armed attack under international law"),
            ("asean-partners-role", "not under the exercises"),
        ],
    ),
];

#[test]
fn the_ten_questions_of_newcomers_are_answered_in_words() {
    let strategy = japan().strategy;
    let mut missing = Vec::new();
    for (question, answers) in QUESTIONS {
        for (id, words) in *answers {
            let entry = strategy.entry(strategy.find(id).unwrap_or_else(|| panic!("{id}")));
            let told = entry
                .summary
                .iter()
                .chain(&entry.details)
                .chain(entry.caveats.iter().map(|caveat| &caveat.text))
                .any(|text| text.as_str().contains(words));
            if !told {
                missing.push(format!("{question} {id} does not say: {words}"));
            }
        }
    }
    assert_eq!(QUESTIONS.len(), 10);
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
