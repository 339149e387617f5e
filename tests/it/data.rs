//! The built-in model tells all of the article and of the corrections, in its own words, and nothing without a source.

use std::collections::{BTreeMap, HashSet};

use senryaku::model::{
    AsOf, Entry, Kind, Loaded, Role, Speaker, Status, Strategy, Tier, Voice, Weight, load,
};

const JAPAN: &str = include_str!("../../data/japan-2021.ron");
const COVERAGE: &str = include_str!("../../data/coverage.ron");
/// FNV-1a hashes of every run of nine words of the article, whose text is not ours to keep.
const ARTICLE: &str = include_str!("../fixtures/article.hashes");

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

/// Fact, flag or correction, to the entries that carry it and the words that must stand there.
type Coverage = BTreeMap<String, Vec<(String, String)>>;

fn coverage() -> Coverage {
    ron::from_str(COVERAGE).expect("data/coverage.ron reads")
}

/// All that an entry says: prose, names, dates, and links as verb, target and days.
fn said(strategy: &Strategy, entry: &Entry) -> String {
    let plain = [&entry.original, &entry.summary, &entry.note];
    let lists = [&entry.details, &entry.aliases, &entry.keywords];
    let caveats = entry.caveats.iter().map(|caveat| &caveat.text);
    let mut text = entry.name.to_string();
    for part in plain
        .into_iter()
        .flatten()
        .chain(lists.into_iter().flatten())
    {
        text += &format!("\n{part}");
    }
    for part in caveats.chain(entry.cards.iter().map(|card| &card.answer)) {
        text += &format!("\n{part}");
    }
    for cite in entry.all_cites() {
        text += &format!("\n{}", strategy.entry(cite.source).id);
    }
    for link in &entry.links {
        let verb = format!("{:?}", link.verb).replace('"', "");
        let to = &strategy.entry(link.to).id;
        text += &format!("\n{verb} {to}{}", days(&link.active));
    }
    if let Some(voice) = entry.voice {
        text += &format!("\n{voice:?}");
    }
    if let Some(event) = entry.event() {
        text += &format!("\ndate {}", event.date.iso());
    }
    if let Some(actor) = entry.actor() {
        text += &format!("\nactive{}", days(&actor.active));
    }
    text
}

fn days(period: &senryaku::date::Period) -> String {
    let ends = [period.from, period.to].into_iter().flatten();
    ends.fold(String::new(), |days, date| days + " " + &date.iso())
}

/// What is wrong with the homes of one row of the coverage.
fn faults(strategy: &Strategy, row: &str, homes: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (home, phrase) in homes {
        let Some(id) = strategy.find(home) else {
            wrong.push(format!("{row}: there is no entry {home}"));
            continue;
        };
        let entry = strategy.entry(id);
        let said = said(strategy, entry);
        if let Some(phrase) = phrase.strip_prefix("not: ") {
            if said.contains(phrase) {
                wrong.push(format!("{row}: {home} still says \"{phrase}\""));
            }
        } else if !stands(&said, phrase) {
            wrong.push(format!("{row}: {home} does not say \"{phrase}\""));
        }
        let paragraph = row
            .strip_prefix("A-")
            .and_then(|fact| fact.split('.').next());
        if paragraph.is_some_and(|paragraph| !cites(strategy, entry, paragraph)) {
            wrong.push(format!("{row}: {home} does not cite its paragraph"));
        }
    }
    wrong
}

/// Whether the words stand there; a date is the whole date, so that 2014 is not met by a day in it.
fn stands(said: &str, phrase: &str) -> bool {
    if phrase.starts_with("date ") {
        said.lines().any(|line| line == phrase)
    } else {
        said.contains(phrase)
    }
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

/// The facts of the article, its flags, and the corrections of the record.
fn rows() -> Vec<String> {
    let facts = FACTS
        .iter()
        .flat_map(|(paragraph, count)| (1..=*count).map(move |at| format!("A-{paragraph}.{at}")));
    facts
        .chain((1..=27).map(|number| format!("F{number}")))
        .chain((1..=25).map(|number| format!("COR-{number}")))
        .collect()
}

#[test]
fn every_fact_flag_and_correction_stands_in_its_words_where_it_belongs() {
    let strategy = japan().strategy;
    let coverage = coverage();
    let known = rows();
    assert_eq!(known.len(), 111 + 2 + 27 + 25);
    let mut wrong = Vec::new();
    for row in &known {
        let homes = coverage.get(row).map_or(&[][..], Vec::as_slice);
        if homes.is_empty() {
            wrong.push(format!("{row} has no home"));
        }
        wrong.extend(faults(&strategy, row, homes));
    }
    let strangers = coverage.keys().filter(|row| !known.contains(row));
    wrong.extend(strangers.map(|row| format!("{row} is no fact, flag or correction")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fact_that_is_taken_out_is_missed() {
    let homes = |row: &str| coverage().get(row).unwrap().clone();
    for (row, taken) in [
        ("A-B4.4", "competitiveness in the world"),
        ("F21", "the article's own gloss"),
        ("COR-23", "Unit 61419"),
    ] {
        let text = JAPAN.replace(taken, "");
        let strategy = load("model.ron", text.into_bytes()).unwrap().strategy;
        assert!(!faults(&strategy, row, &homes(row)).is_empty(), "{row}");
    }
    for (row, was, is) in [
        ("A-P7.1", r#"date: "2014","#, r#"date: "2014-11","#),
        (
            "COR-12",
            "ExercisesWith, to: \"us",
            "ResponsibleFor, to: \"us",
        ),
    ] {
        let text = JAPAN.replace(was, is);
        let strategy = load("model.ron", text.into_bytes()).unwrap().strategy;
        assert!(!faults(&strategy, row, &homes(row)).is_empty(), "{row}");
    }
    let term = r#"from: "2020-09-16", to: "2021-10-04""#;
    let text = JAPAN.replace(term, r#"from: "2021", to: "2021""#);
    let strategy = load("model.ron", text.into_bytes()).unwrap().strategy;
    assert!(!faults(&strategy, "COR-7", &homes("COR-7")).is_empty());
}

#[test]
fn the_model_speaks_in_its_own_words() {
    let copied: HashSet<&str> = ARTICLE.lines().collect();
    let strategy = japan().strategy;
    let mut wrong = Vec::new();
    for (_, entry) in strategy.entries() {
        let caveats = entry.caveats.iter().map(|caveat| &caveat.text);
        let cards = entry
            .cards
            .iter()
            .flat_map(|card| [&card.ask, &card.answer]);
        let texts = entry
            .summary
            .iter()
            .chain(&entry.details)
            .chain(&entry.note);
        for text in texts.chain(caveats).chain(cards) {
            let lower = text.as_str().to_ascii_lowercase();
            let words: Vec<&str> = lower
                .split(|letter: char| !letter.is_ascii_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            for run in words.windows(9).map(|run| run.join(" ")) {
                if copied.contains(fnv(&run).as_str()) {
                    wrong.push(format!("{}: {run}", entry.id));
                }
            }
        }
    }
    assert!(
        copied.len() > 1000 && wrong.is_empty(),
        "{}",
        wrong.join("\n")
    );
}

fn fnv(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[test]
fn no_caveat_stands_twice_and_words_are_spelt_one_way() {
    let strategy = japan().strategy;
    let mut seen = HashSet::new();
    for (_, entry) in strategy.entries() {
        for caveat in &entry.caveats {
            assert!(seen.insert(caveat.text.to_string()), "{}", caveat.text);
        }
        if entry.kind == Kind::Source {
            continue;
        }
        let prose = entry
            .summary
            .iter()
            .chain(&entry.details)
            .chain(&entry.note);
        for text in prose {
            for slip in ["cyber security", "Cyber security", "nobody", "Nobody"] {
                assert!(!text.as_str().contains(slip), "{}: {slip}", entry.id);
            }
        }
    }
}

#[test]
fn every_claim_says_whose_it_is_and_of_what_sort() {
    let strategy = japan().strategy;
    let mut voices = HashSet::new();
    for id in strategy.of_kind(Kind::Claim) {
        let claim = strategy.entry(*id);
        let voice = claim.voice.unwrap_or_else(|| panic!("{}", claim.id));
        voices.insert(format!("{voice:?}"));
        let by = claim.by.as_ref().unwrap_or_else(|| panic!("{}", claim.id));
        // What the author judges is nobody's of the model; what was said is an actor's.
        let is_actor = matches!(by, Speaker::Actor(_));
        assert_eq!(is_actor, voice != Voice::Judgement, "{}", claim.id);
    }
    assert_eq!(voices.len(), 3);
}

#[test]
fn on_the_day_of_adoption_the_offices_had_these_holders() {
    let strategy = japan().strategy;
    let id = |id: &str| strategy.find(id).unwrap_or_else(|| panic!("{id}"));
    let holder = |office: &str, day: &str| -> Vec<String> {
        let day = AsOf::On(day.parse().unwrap());
        let held = strategy.holders(id(office), day);
        held.iter()
            .map(|held| strategy.entry(held.relation.other).id.to_string())
            .collect()
    };
    for (office, day, person) in [
        ("chief-cabinet-secretary", "2015-02-10", "suga"),
        ("chief-cabinet-secretary", "2021-09-28", "kato"),
        ("hq-deputy", "2021-09-28", "marukawa"),
        ("prime-minister", "2014-11-06", "abe"),
        ("prime-minister", "2021-09-28", "suga"),
        ("prime-minister", "2021-10-04", "kishida"),
        ("prime-minister", "2025-07-01", "ishiba"),
        ("cybersecurity-minister", "2025-12-23", "matsumoto"),
    ] {
        assert_eq!(holder(office, day), [person], "{office} on {day}");
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
fn the_articles_milestones_bear_its_years_and_two_of_the_record_stand_beside_them() {
    let strategy = japan().strategy;
    let milestones: Vec<(String, bool)> = strategy
        .of_kind(Kind::Event)
        .iter()
        .map(|id| strategy.entry(*id))
        .filter(|entry| entry.is_milestone())
        .map(|entry| (entry.event().unwrap().date.iso(), !entry.caveats.is_empty()))
        .collect();
    // A year alone sorts before the days in it; the two days are the record's.
    let days: Vec<&str> = milestones.iter().map(|(date, _)| date.as_str()).collect();
    assert_eq!(
        days,
        ["2005", "2014", "2015", "2021", "2021-09-28", "2025-12-23"]
    );
    assert!(milestones.iter().take(5).all(|(_, has_caveat)| *has_caveat));
}

#[test]
fn fifty_events_and_more_stand_around_the_milestones() {
    let strategy = japan().strategy;
    let context = strategy
        .of_kind(Kind::Event)
        .iter()
        .filter(|id| strategy.entry(**id).weight != Weight::Key)
        .count();
    assert!(context >= 50, "{context}");
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
            (
                "strategy-2021",
                "new for a cybersecurity strategy, not for Japan",
            ),
        ],
    ),
    (
        "Does it say the same of China and Russia?",
        &[
            ("t-defence-tech-theft", "the same verb as for Russia"),
            ("t-military-political", "military and political aims"),
            ("t-military-political", "the same as for China"),
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
        &[
            ("digital-agency", "The strategy did not create the agency"),
            ("e-digital-agency", "and not by the strategy"),
        ],
    ),
    (
        "What does it do for small firms?",
        &[
            (
                "smes",
                "cheap, effective and easily reached security services",
            ),
            ("smes", "Otasuketai"),
            ("sme-services", "Otasuketai"),
            ("sme-insurance", "Otasuketai"),
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
