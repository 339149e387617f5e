//! What people type, and what they must find for it.
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use crate::support::generate;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy as _, prop, prop_assert_eq, proptest};
use proptest::sample::select;
use senryaku::model::{self, Kind, Strategy};
use senryaku::search::{Corpus, Field, Finder, Hit, Query, Told, hits};

/// Every hit with its reason, and how many match in all.
fn find(corpus: &Corpus, query: &Query, limit: usize) -> (Vec<Hit>, usize) {
    let hits = hits(corpus, query, limit);
    (hits.explained(corpus, 0..hits.len()), hits.total())
}

struct World {
    strategy: Strategy,
    corpus: Corpus,
}

impl World {
    fn new(text: &str) -> Self {
        let loaded = model::load("test.ron", text.into());
        let strategy = loaded
            .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
            .strategy;
        let corpus = Corpus::new(&strategy);
        Self { strategy, corpus }
    }

    fn find(&self, query: &str) -> Vec<Hit> {
        find(&self.corpus, &Query::parse(query), usize::MAX).0
    }

    fn ids(&self, query: &str) -> Vec<&str> {
        let hits = self.find(query);
        hits.iter().map(|hit| self.id(hit)).collect()
    }

    fn id(&self, hit: &Hit) -> &str {
        &self.strategy.entry(hit.entry).id
    }

    /// The hit for an entry.
    fn hit(&self, query: &str, id: &str) -> Hit {
        let hits = self.find(query);
        let hit = hits.into_iter().find(|hit| self.id(hit) == id);
        hit.unwrap_or_else(|| panic!("{query} does not find {id}"))
    }

    /// The name of a hit with its marks in brackets.
    fn marked(&self, hit: &Hit) -> String {
        marked(&self.strategy.entry(hit.entry).name, &hit.marks)
    }
}

fn marked(text: &str, marks: &[std::ops::Range<usize>]) -> String {
    senryaku::text::mark::runs(0..text.len(), marks)
        .into_iter()
        .map(|(run, is_marked)| {
            let part = text.get(run).expect("marks stand on characters");
            if is_marked {
                format!("[{part}]")
            } else {
                part.to_owned()
            }
        })
        .collect()
}

/// The field and the marked snippet that say why.
fn why(hit: &Hit) -> Option<(Field, String)> {
    let why = hit.why.as_ref()?;
    Some((why.field, marked(&why.snippet, &why.marks)))
}

fn japan() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::new(include_str!("../../data/japan-2021.ron")))
}

fn small() -> World {
    World::new(
        r#"(
            format: 1,
            id: "test",
            title: "Test",
            country: "Testland",
            status: InForce,
            pillars: [(
                id: "sea",
                name: "Safe seas",
                summary: "The harbour law names ships, ports and cables.",
                details: ["Applicable to every port. A harbour master decides, and long after that, when all the other words have been said, comes a lighthouse at the very end."],
                objectives: [(id: "ports", name: "Ports first", summary: "Every port.")],
            )],
            actors: [
                (id: "office", name: "Harbour Office", aliases: ["HO"], role: Body, active: (from: "1999")),
                (id: "keeper", name: "Hana Mori", role: Person, links: [(verb: Heads, to: "office")],
                    caveats: [(text: "Some lists write O'Mori.")]),
            ],
            timeline: [
                (id: "e-fire", date: "2014-11-06", name: "Fire at the pier", about: ["office"]),
                (id: "e-flood", date: "2015", name: "Flood"),
            ],
            terms: [
                (id: "term-harbour", name: "Harbour", summary: "Where ships rest."),
                (id: "plus", name: "Plus", original: "プラス・セキュリティ", reading: "Purasu Sekyuritī"),
            ],
        )"#,
    )
}

#[test]
fn known_queries_find_their_entry_first_or_second() {
    for (query, id) in [
        ("nisc", "nisc-2015"),
        ("nisc", "nisc-2005"),
        ("ｎｉｓｃ", "nisc-2015"),
        ("kanbo chokan", "chief-cabinet-secretary"),
        ("agency digital", "digital-agency"),
        ("2014 hq", "e-2014"),
        ("hq 2014", "headquarters"),
        ("cable", "cable-security"),
        ("cable", "submarine-cables"),
        ("内閣センター", "nisc-2015"),
        ("国家室", "nco"),
        ("プラスセキュリティ", "plus-security"),
        ("actor: police", "police"),
        ("self-defense forces", "sdf"),
        ("secrity experts", "security-experts"),
        ("natpol", "police"),
        ("threat: china", "t-defence-tech-theft"),
    ] {
        let ids = japan().ids(query);
        assert!(
            ids.iter().take(2).any(|each| *each == id),
            "{query}: {ids:?}"
        );
    }
}

#[test]
fn kana_of_any_kind_find_japanese_names() {
    let hiragana = japan().ids("さいば");
    assert_eq!(hiragana, japan().ids("サイバ"));
    assert_eq!(hiragana, japan().ids("ｻｲﾊﾞ"));
    for hit in japan().find("ｻｲﾊﾞｰ").iter().take(8) {
        let (field, text) = why(hit).unwrap();
        assert_eq!(field, Field::Original);
        assert!(text.contains("[サイバー]"), "{text}");
    }
}

#[test]
fn readings_are_found_without_their_macrons() {
    for hit in japan().find("saiba").iter().take(5) {
        let (field, text) = why(hit).unwrap();
        assert_eq!(field, Field::Reading);
        assert!(text.to_lowercase().contains("[saibā]"), "{text}");
    }
}

#[test]
fn long_vowels_are_found_as_they_are_typed() {
    for (query, id) in [
        ("kanbou choukan", "chief-cabinet-secretary"),
        ("keisatsuchou", "police"),
        ("KATOU", "kato"),
        ("katō", "kato"),
    ] {
        assert_eq!(japan().ids(query).first(), Some(&id), "{query}");
    }
    let world = World::new(
        r#"(format: 1, id: "test", title: "Test", country: "Testland", status: InForce, actors: [
            (id: "miss-sato", name: "Sato Jun", role: Person),
            (id: "mr-sato", name: "Satō Jun", aliases: ["Ontō"], role: Person),
            (id: "chair", name: "Chair", role: Office, links: [(verb: ReportsTo, to: "mr-sato")]),
        ])"#,
    );
    let sato = world.hit("satou jun", "mr-sato");
    assert_eq!(world.marked(&sato), "[Satō] [Jun]");
    assert_eq!(why(&sato), None);
    let chokan = japan().hit("kanbou chokan", "chief-cabinet-secretary");
    let chokan = why(&chokan).unwrap();
    assert_eq!(
        chokan,
        (Field::Reading, "Naikaku [Kanbō] [Chōkan]".to_owned())
    );
    let onto = world.hit("ontou", "mr-sato");
    assert_eq!(why(&onto), Some((Field::Alias, "[Ontō]".to_owned())));
    let chair = world.hit("chair satou", "chair");
    assert_eq!(why(&chair), Some((Field::Link, "[Satō] Jun".to_owned())));
    // A name that can be typed in two ways is no better for it.
    assert_eq!(world.ids("jun"), ["miss-sato", "mr-sato"]);
    assert_eq!(world.ids("sato !satou"), ["miss-sato"]);
}

#[test]
fn english_words_are_not_found_inside_japanese_ones() {
    let world = World::new(
        r#"(format: 1, id: "test", title: "Test", country: "Testland", status: InForce, terms: [
            (id: "openness", name: "Openness", reading: "kaihōsei"),
            (id: "home", name: "Home", summary: "A house of our own."),
        ])"#,
    );
    assert_eq!(world.ids("kaihousei"), ["openness"]);
    for word in ["house", "our", "'house"] {
        assert_eq!(world.ids(word).first(), Some(&"home"), "{word}");
    }
    assert_eq!(world.ids("'hou"), ["home"]);
    assert_eq!(world.ids("openness !house"), ["openness"]);
    assert!(world.ids("openness !kaihou").is_empty());
    for word in ["house", "use"] {
        let found = japan().ids(word);
        assert!(!found.contains(&"principle-openness"), "{word}: {found:?}");
    }
}

#[test]
fn letters_far_apart_are_no_match() {
    for query in ["cable", "agency", "police", "russia"] {
        for hit in japan().find(query) {
            let entry = japan().strategy.entry(hit.entry);
            let shown = why(&hit).map_or_else(|| japan().marked(&hit), |(_, text)| text);
            let shown = shown.to_lowercase();
            let stem = query.trim_end_matches('y');
            assert!(
                shown.contains(&format!("[{stem}")),
                "{query}: {} {shown}",
                entry.id
            );
        }
    }
    assert!(japan().ids("xyzzy").is_empty());
    assert!(japan().ids("cbl").is_empty());
}

#[test]
fn a_closer_name_comes_first() {
    let world = small();
    assert_eq!(world.ids("harbour"), ["term-harbour", "office", "sea"]);
    assert_eq!(world.ids("ho").first(), Some(&"office"));
    assert_eq!(world.ids("office harbour").first(), Some(&"office"));
}

#[test]
fn the_name_shows_why_when_it_can() {
    let world = small();
    let hit = world.hit("harb off", "office");
    assert_eq!(world.marked(&hit), "[Harb]our [Off]ice");
    assert_eq!(why(&hit), None);
}

#[test]
fn the_best_other_field_shows_why_when_the_name_does_not() {
    let world = small();
    for (query, id, field, text) in [
        ("ho", "office", Field::Alias, "[HO]"),
        ("1999", "office", Field::Date, "[1999]"),
        ("2014", "e-fire", Field::Date, "6 Nov [2014]"),
        ("2014-11", "e-fire", Field::Date, "[6 Nov 2014]"),
        ("nov", "e-fire", Field::Date, "[6 Nov 2014]"),
        (
            "ships",
            "sea",
            Field::Summary,
            "The harbour law names [ships], ports and cables.",
        ),
        (
            "omori",
            "keeper",
            Field::Caveat,
            "Some lists write [O'Mori].",
        ),
        ("hana harbour", "keeper", Field::Link, "[Harbour] Office"),
        ("hana ho", "keeper", Field::Link, "Harbour Office ([HO])"),
        ("pier ho", "e-fire", Field::Link, "Harbour Office ([HO])"),
        (
            "ぷらすせきゅりてぃ",
            "plus",
            Field::Original,
            "[プラス・セキュリティ]",
        ),
        ("sekyuriti", "plus", Field::Reading, "Purasu [Sekyuritī]"),
    ] {
        let hit = world.hit(query, id);
        assert_eq!(why(&hit), Some((field, text.to_owned())), "{query}");
    }
}

#[test]
fn long_passages_are_cut_around_the_match() {
    let (field, text) = why(&small().hit("lighthouse", "sea")).unwrap();
    assert_eq!(field, Field::Details);
    assert!(
        text.starts_with('…') && text.ends_with("a [lighthouse] at the very end."),
        "{text}"
    );
    assert!(senryaku::text::wrap::width(&text) <= 82, "{text}");
}

#[test]
fn every_word_must_match_where_an_entry_has_all() {
    let world = small();
    assert_eq!(world.ids("harbour law"), ["sea"]);
    // None has both: those with one, and a line that says so.
    let query = Query::parse("harbour flood");
    let found = hits(&world.corpus, &query, usize::MAX);
    assert_eq!(found.told(), [Told::NotAll]);
    assert!(world.ids("harbour flood").contains(&"e-flood"));
    assert!(
        world
            .ids("harbour flood !harbour")
            .iter()
            .all(|id| *id == "e-flood")
    );
}

#[test]
fn a_linked_name_helps_out_but_finds_nothing_alone() {
    let world = small();
    assert!(!world.ids("harbour").contains(&"keeper"));
    assert_eq!(world.ids("mori harbour"), ["office", "keeper"]);
}

#[test]
fn scopes_narrow_to_a_kind() {
    let world = small();
    assert_eq!(world.ids("actor: harbour"), ["office"]);
    assert_eq!(world.ids("harbour terms:"), ["term-harbour"]);
    assert_eq!(world.ids("event:2014"), ["e-fire"]);
    assert_eq!(world.ids("harbour: law"), world.ids("harbour law"));
    let within = Query::parse("harbour").within(Some(Kind::Pillar));
    let (hits, total) = find(&world.corpus, &within, 10);
    assert_eq!((hits.len(), total), (1, 1));
}

#[test]
fn exact_words_are_not_matched_loosely() {
    let world = small();
    assert_eq!(world.ids("harbr"), ["term-harbour", "office"]);
    assert!(world.ids("'harbr").is_empty());
    assert_eq!(world.ids("'ARBOUR LAW"), ["sea"]);
}

#[test]
fn not_excludes_by_any_text() {
    let world = small();
    assert_eq!(world.ids("harbour !ships"), ["office"]);
    assert_eq!(world.ids("!harbour actor:"), ["keeper"]);
}

#[test]
fn short_words_do_not_match_inside_others() {
    let world = small();
    assert!(
        !world.ids("la").contains(&"sea"),
        "a whole word of two letters only, in a sentence"
    );
    assert!(
        !world.ids("th").contains(&"sea"),
        "nor the beginning of one"
    );
    assert_eq!(world.ids("po"), ["ports"]);
    assert!(world.ids("cable").contains(&"sea"));
}

#[test]
fn kinds_and_roles_are_words_too() {
    let world = small();
    assert_eq!(world.ids("events"), ["e-fire", "e-flood"]);
    assert_eq!(world.ids("person"), ["keeper"]);
    assert_eq!(world.ids("event pier"), ["e-fire"]);
}

#[test]
fn an_empty_query_lists_its_scope_in_the_order_of_the_file() {
    let world = small();
    let (hits, total) = find(&world.corpus, &Query::default(), 3);
    assert_eq!(total, world.strategy.len());
    let first: Vec<&str> = world
        .strategy
        .entries()
        .map(|(_, entry)| &*entry.id)
        .collect();
    let found: Vec<&str> = hits.iter().map(|hit| world.id(hit)).collect();
    assert_eq!(found, first[..3]);
    assert!(
        hits.iter()
            .all(|hit| hit.marks.is_empty() && hit.why.is_none())
    );
    assert_eq!(world.ids("event:"), ["e-fire", "e-flood"]);
}

#[test]
fn hits_do_not_depend_on_earlier_searches() {
    let queries = [
        "strategy",
        "cybsec",
        "secrity",
        "nisc 2015",
        "内閣室",
        "a",
        "hedquarters",
    ];
    let all = |order: &mut dyn Iterator<Item = &&str>| -> Vec<(String, Vec<(String, i64)>)> {
        let mut found: Vec<_> = order
            .map(|query| {
                let hits = japan().find(query);
                let hits = hits
                    .iter()
                    .map(|hit| (japan().id(hit).to_owned(), hit.score));
                ((*query).to_owned(), hits.collect())
            })
            .collect();
        found.sort();
        found
    };
    assert_eq!(all(&mut queries.iter()), all(&mut queries.iter().rev()));
}

#[test]
fn the_limit_cuts_the_list_but_not_the_count() {
    let all = japan().find("strategy");
    let (some, total) = find(&japan().corpus, &Query::parse("strategy"), 3);
    assert_eq!(total, all.len());
    let ids = |hits: &[Hit]| -> Vec<_> { hits.iter().map(|hit| hit.entry).collect() };
    assert_eq!(ids(&some), ids(&all[..3]));
    assert!(all.windows(2).all(|pair| pair[0].score >= pair[1].score));
}

#[test]
fn every_mark_stands_on_characters() {
    let queries =
        "nisc|さ|ｻｲﾊﾞ|kanbo ch|2|20|201|2014-|e|政策 戦|'|!|:|actor:|a b c d e f|é|･|cyb sec";
    for query in queries.split('|') {
        for hit in japan().find(query) {
            let name = japan().marked(&hit);
            assert!(!name.contains("[]"), "{query}: {name}");
            if let Some((field, text)) = why(&hit) {
                assert!(text.contains('['), "{query}: {} {text}", field.word());
            }
        }
    }
}

#[test]
fn a_corpus_is_searched_from_another_thread() {
    let world = small();
    let found = std::thread::scope(|scope| {
        let search = scope.spawn(|| world.ids("harbour"));
        search.join().expect("the search ends")
    });
    assert_eq!(found, world.ids("harbour"));
}

/// A model that is searched by several threads.
fn large() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::new(&generate::model(4000)))
}

/// What somebody does to a query.
fn edits() -> impl proptest::strategy::Strategy<Value = Vec<String>> {
    let words = select(vec![
        "nisc",
        "security",
        "secrity",
        "police",
        "actor:",
        "さいばー",
        "内閣",
        "2014",
        "november",
        "ransomware",
        "'law",
        "!army",
        "k1",
        "government",
        "threat 7",
        "kokka",
        "of",
        "body",
        "zz",
    ]);
    vec((words, 0_usize..12, prop::bool::weighted(0.7)), 1..5).prop_map(|words| {
        let mut query = String::new();
        let mut typed = Vec::new();
        for (word, back, space) in words {
            for letter in word.chars() {
                query.push(letter);
                typed.push(query.clone());
            }
            if space {
                query.push(' ');
            }
            for _ in 0..back.saturating_sub(6) {
                query.pop();
                typed.push(query.clone());
            }
        }
        typed
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_query_finds_the_same_however_it_was_typed(typed in edits(), limit in select(vec![1, 20, 500])) {
        for world in [japan(), large()] {
            let mut finder = Finder::default();
            for query in &typed {
                let query = Query::parse(query);
                let never = AtomicBool::new(false);
                let found = finder.find(&world.corpus, &query, limit, &never).unwrap();
                let (hits, total) = find(&world.corpus, &query, limit);
                prop_assert_eq!(found.total(), total);
                let entries: Vec<_> = found.entries(&world.corpus).collect();
                prop_assert_eq!(entries, hits.iter().map(|hit| hit.entry).collect::<Vec<_>>());
                // Whatever matches can say where.
                prop_assert_eq!(hits.len(), total.min(limit));
            }
        }
    }
}

#[test]
fn a_search_that_is_stopped_finds_nothing() {
    let query = Query::parse("government");
    let stopped = AtomicBool::new(true);
    let found = Finder::default().find(&large().corpus, &query, 20, &stopped);
    assert!(found.is_none());
}
