//! Study: every card is fair, the schedule is FSRS's own, and the log loses nothing.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::support::models;
use proptest::prelude::*;
use senryaku::export::{anki, revision, sheet};
use senryaku::model::{EntryId, Kind, Strategy as Model, load};
use senryaku::study::log::{Act, Line, LineId, Log, Way};
use senryaku::study::{
    Answer, Card, Day, Grade, Key, Ledger, Plan, Random, Schedule, Session, Topic, Wish, choose,
    deck, names, scope,
};
use senryaku::text::fold::Folded;

const JAPAN: &str = include_str!("../../data/japan-2021.ron");

fn model(text: &str) -> Arc<Model> {
    let loaded = load("model.ron", text.as_bytes().to_vec());
    Arc::new(loaded.expect("the model loads").strategy)
}

fn fold(text: &str) -> String {
    Folded::new(text).as_str().to_owned()
}

fn check_deck(model: &Model, seed: u64) {
    let cards = deck(model);
    let mut keys = HashSet::new();
    for card in &cards {
        assert!(keys.insert(card.key.clone()), "{} comes twice", card.key);
        assert_eq!(Key::read(card.key.as_str()).as_ref(), Some(&card.key));
        assert!(!card.entries.is_empty() && !card.question.is_empty());
        let question = fold(&card.question);
        assert!(!question.contains(&fold(&card.answer.text())), "{card:?}");
        let Some(choice) = choose(model, card, &mut Random::new(seed)) else {
            continue;
        };
        let Answer::One { right, .. } = &card.answer else {
            panic!("{card:?} has options");
        };
        assert_eq!(choice.options[choice.right], *right);
        let folded: Vec<String> = choice.options.iter().map(|each| fold(each)).collect();
        let distinct: HashSet<&String> = folded.iter().collect();
        assert_eq!(distinct.len(), folded.len(), "{folded:?}");
        assert!((3..=4).contains(&folded.len()));
        for option in &folded {
            assert!(!question.contains(option), "{option} in {question}");
        }
    }
}

#[test]
fn the_built_in_model_gives_plenty_of_cards_over_all_pillars() {
    let model = model(JAPAN);
    let cards = deck(&model);
    assert!(cards.len() >= 120, "{}", cards.len());
    for pillar in model.of_kind(Kind::Pillar) {
        let own = cards
            .iter()
            .filter(|card| card.topic == Topic::Pillar(*pillar));
        let name = &model.entry(*pillar).name;
        assert!(own.count() >= 2, "{name} has too few");
        assert!(scope(&model, &cards, &[*pillar]).len() >= 3, "{name}");
    }
    let kinds: HashSet<&str> = cards.iter().map(|card| card.key.kind()).collect();
    for kind in [
        "headed-by",
        "secretariat",
        "held-on",
        "order",
        "voice",
        "cause",
        "described",
        "own-1",
    ] {
        assert!(
            kinds.contains(kind),
            "no card of the kind {kind}: {kinds:?}"
        );
    }
}

#[test]
fn the_questions_of_the_built_in_model_are_whole_sentences() {
    for card in deck(&model(JAPAN)) {
        let question = card.question.as_str();
        assert!(question.starts_with(char::is_uppercase), "{question}");
        let is_ended = question.ends_with(['?', '.', '\u{201d}']);
        assert!(is_ended, "{question}");
        for slip in ["  ", "the the ", " ?", "{}", "<when>", "the US forces part"] {
            assert!(!question.contains(slip), "{question}");
        }
    }
}

#[test]
fn an_author_s_own_wrong_answers_are_the_options_and_no_others() {
    let cards = deck(&model(JAPAN));
    let key = "own-1 e-cabinet-decision-2021";
    let card = cards.iter().find(|card| card.key.as_str() == key).unwrap();
    let mut orders = HashSet::new();
    for seed in 0..8 {
        let choice = choose(&model(JAPAN), card, &mut Random::new(seed)).unwrap();
        assert_eq!(choice.options[choice.right].as_str(), "28 September 2021");
        let mut options: Vec<String> = choice.options.iter().map(ToString::to_string).collect();
        orders.insert(options.clone());
        options.sort();
        assert_eq!(
            options,
            [
                "1 September 2021",
                "27 September 2021",
                "28 September 2021",
                "7 July 2021"
            ]
        );
    }
    assert!(orders.len() > 3, "the right one stands anywhere");
}

/// Every card that an author wrote is asked, with each option told apart from the answer.
#[test]
fn the_built_in_questions_are_all_asked_with_options_that_differ() {
    let model = model(JAPAN);
    let cards = deck(&model);
    let mut written = 0;
    for (_, entry) in model.entries() {
        for (card, number) in entry.cards.iter().zip(1..) {
            written += 1;
            let key = Key::new(&format!("own-{number}"), [entry.id.as_str()]);
            let made = cards.iter().find(|each| each.key == key);
            let made = made.unwrap_or_else(|| panic!("{key} is not asked"));
            assert!(
                card.ask.chars().count() <= 200 && card.answer.chars().count() <= 200,
                "{key}"
            );
            if !card.wrong.is_empty() {
                let choice = choose(&model, made, &mut Random::new(1)).unwrap();
                assert_eq!(choice.options.len(), card.wrong.len() + 1, "{key}");
            }
        }
    }
    assert!(written >= 105, "{written}");
}

#[test]
fn every_model_in_data_gives_fair_cards() {
    let mut seen = 0;
    for file in std::fs::read_dir("data").unwrap() {
        let path = file.unwrap().path();
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        if let Ok(loaded) = load(&path.to_string_lossy(), bytes) {
            seen += 1;
            for seed in 0..8 {
                check_deck(&loaded.strategy, seed);
            }
        }
    }
    assert!(seen >= 1, "no model was found in data/");
}

/// The model in other words: each long word of a name, a summary or a question of its own becomes
/// another, the same one everywhere, so that what was told apart still is.
fn reworded(text: &str) -> String {
    let mut out = text.to_owned();
    for field in ["name: \"", "summary: \"", "ask: \"", "aliases: [\""] {
        let mut parts = out.split(field);
        let mut new = parts.next().unwrap().to_owned();
        for part in parts {
            let (said, rest) = part.split_once('"').unwrap();
            let words: Vec<String> = said.split(' ').map(other).collect();
            new.push_str(&format!("{field}{}\"{rest}", words.join(" ")));
        }
        out = new;
    }
    out
}

fn other(word: &str) -> String {
    if word.len() > 4 && word.is_ascii() && word.chars().all(char::is_alphabetic) {
        format!("Zz{}", word.to_lowercase())
    } else {
        word.to_owned()
    }
}

/// What a question asks is in its words, so that another wording may make it unfair, and then it is
/// not asked; but a card that is asked has the key that it had.
#[test]
fn a_new_wording_changes_no_key() {
    let (first, second) = (model(JAPAN), model(&reworded(JAPAN)));
    let (before, after) = (deck(&first), deck(&second));
    for card in before.iter().chain(&after) {
        let mut parts = card.key.as_str().split(' ');
        assert_eq!(parts.next(), Some(card.key.kind()));
        let is_named = parts.all(|id| first.find(id).is_some());
        assert!(is_named, "a key is a kind and ids: {}", card.key);
    }
    let asked = |cards: &[Card]| -> HashMap<(String, Vec<EntryId>), Key> {
        let about = |card: &Card| (card.key.kind().to_owned(), card.entries.clone());
        cards
            .iter()
            .map(|card| (about(card), card.key.clone()))
            .collect()
    };
    let (old, new) = (asked(&before), asked(&after));
    let both: Vec<(&Key, &Key)> = old
        .iter()
        .filter_map(|(about, key)| Some((key, new.get(about)?)))
        .collect();
    assert!(both.iter().all(|(old, new)| old == new));
    assert!(
        both.len() * 10 >= old.len() * 9,
        "{} of {} are still fair",
        both.len(),
        old.len()
    );
    let questions: HashSet<&str> = before.iter().map(|card| card.question.as_str()).collect();
    let same = after
        .iter()
        .filter(|card| questions.contains(card.question.as_str()))
        .count();
    assert!(
        same * 3 < after.len(),
        "{same} of {} read as before",
        after.len()
    );
}

#[test]
fn a_card_whose_answer_changed_is_marked_and_one_reworded_is_not() {
    let changed = JAPAN.replace(
        "answer: \"Submarine communication cables\"",
        "answer: \"Satellites\"",
    );
    assert_ne!(changed, JAPAN);
    let (old, new) = (deck(&model(JAPAN)), deck(&model(&changed)));
    let find = |cards: &[Card], key: &str| {
        let found = cards.iter().find(|card| card.key.as_str() == key);
        found.unwrap_or_else(|| panic!("no card {key}")).clone()
    };
    let mut ledger = Ledger::default();
    for (number, card) in (1..).zip(&old) {
        ledger.take(&review(number, card, Grade::Good));
    }
    let key = "own-1 economic-security";
    assert!(!ledger.has_changed(&find(&old, key)));
    let card = find(&new, key);
    assert!(ledger.has_changed(&card));
    assert_eq!(
        ledger.due(&card, today()),
        Some(today()),
        "it comes back today"
    );
    let quiet = new.iter().filter(|card| ledger.has_changed(card)).count();
    assert_eq!(quiet, 1, "only that one has changed");
}

fn today() -> Day {
    Day::of("2026-11-23".parse().unwrap())
}

fn review(number: u32, card: &Card, grade: Grade) -> Line {
    Line {
        id: LineId {
            session: "test".to_owned(),
            number,
        },
        day: today(),
        model: "jp-2021".to_owned(),
        key: card.key.clone(),
        act: Act::Review {
            grade,
            way: Way::Choice,
            cram: false,
            mark: card.mark,
        },
    }
}

fn session(plan: Plan) -> (Arc<Model>, Session) {
    let model = model(JAPAN);
    let cards = deck(&model);
    let scope: Vec<usize> = (0..cards.len()).collect();
    let ledger = (Ledger::default(), today());
    let token = "test".to_owned();
    let session = Session::new(Arc::clone(&model), (cards, &scope), ledger, plan, token);
    (model, session)
}

fn plan(count: usize, seed: u64) -> Plan {
    Plan {
        count,
        seed,
        wish: Wish::Any,
        cram: false,
        original: false,
    }
}

/// Every card asked with how it is asked, all answered well.
fn played(plan: Plan) -> Vec<String> {
    let (_, mut session) = session(plan);
    let mut out = Vec::new();
    while let Some(turn) = session.turn() {
        let card = session.card(turn.card).unwrap();
        out.push(format!("{} {:?}", card.key, turn.form));
        session.grade(Grade::Good, today()).unwrap();
        session.next();
    }
    out
}

#[test]
fn the_same_seed_gives_the_same_session() {
    assert_eq!(played(plan(30, 5)), played(plan(30, 5)));
    assert_ne!(played(plan(30, 5)), played(plan(30, 6)));
    assert_eq!(played(plan(30, 5)).len(), 30);
}

#[test]
fn topics_are_interleaved() {
    let cards = deck(&model(JAPAN));
    let rest = cards.iter().filter(|card| card.first.is_none());
    let topics: Vec<Topic> = rest.take(12).map(|card| card.topic).collect();
    let all: HashSet<&Topic> = topics.iter().collect();
    assert!(all.len() >= 8, "{topics:?}");
    let twice = topics.windows(2).filter(|pair| pair[0] == pair[1]);
    assert!(twice.count() <= 2, "{topics:?}");
}

#[test]
fn a_missed_card_comes_back_until_it_is_known() {
    let (_, mut session) = session(plan(6, 1));
    let first = session.turn().unwrap().card;
    session.grade(Grade::Again, today()).unwrap();
    assert!(
        session.grade(Grade::Good, today()).is_none(),
        "a grade is given once"
    );
    let mut seen = 0;
    loop {
        session.next();
        seen += 1;
        let turn = session.turn().expect("it comes back");
        if turn.card == first {
            assert!(turn.again);
            break;
        }
        session.grade(Grade::Good, today()).unwrap();
    }
    assert_eq!(seen, 5, "after four others");
    session.grade(Grade::Good, today()).unwrap();
    session.next();
    assert!(
        session.progress().starts_with("Card 6 of 6"),
        "{}",
        session.progress()
    );
    session.grade(Grade::Hard, today()).unwrap();
    session.next();
    assert!(session.turn().is_none());
    let outcome = session.outcome();
    assert_eq!(
        (outcome.asked, outcome.right, outcome.missed),
        (6, 5, vec![first])
    );
}

#[test]
fn undo_asks_again_and_leaves_no_trace_in_the_schedule() {
    let (_, mut session) = session(plan(6, 1));
    let before = session.stats(today());
    let card = session.turn().unwrap().card;
    let given = session.grade(Grade::Again, today()).unwrap();
    session.next();
    let undone = session.undo(today()).unwrap();
    assert_eq!(undone.act, Act::Undo(given.id.clone()));
    let turn = session.turn().unwrap();
    assert_eq!((turn.card, turn.grade), (card, None));
    assert_eq!(session.stats(today()), before);
    assert!(session.undo(today()).is_none());
    let lines = [given, undone];
    let key = &session.card(card).unwrap().key;
    assert!(Ledger::new("jp-2021", &lines).state(key).is_none());
}

#[test]
fn cramming_leaves_the_schedule_alone() {
    let cram = Plan {
        cram: true,
        ..plan(3, 1)
    };
    let (_, mut session) = session(cram);
    let before = session.stats(today());
    let line = session.grade(Grade::Good, today()).unwrap();
    assert!(matches!(line.act, Act::Review { cram: true, .. }));
    assert_eq!(session.stats(today()), before);
}

#[test]
fn what_is_due_comes_before_what_is_new() {
    let model = model(JAPAN);
    let cards = deck(&model);
    let lines: Vec<Line> = (1..)
        .zip(cards.iter().take(8))
        .map(|(n, card)| review(n, card, Grade::Good))
        .collect();
    let ledger = Ledger::new("jp-2021", &lines);
    let later = today().plus(40);
    let scope: Vec<usize> = (0..cards.len()).collect();
    let picked = senryaku::study::pick(&cards, &scope, (&ledger, later), &plan(5, 1));
    assert_eq!((picked.due, picked.fresh, picked.cards.len()), (5, 0, 5));
    assert!(picked.cards.iter().all(|at| *at < 8));
    let soon = senryaku::study::pick(&cards, &scope, (&ledger, today()), &plan(5, 1));
    assert_eq!((soon.due, soon.fresh), (0, 5));
}

#[test]
fn the_anki_file_has_the_headers_columns_and_guids_of_its_importer() {
    let model = model(JAPAN);
    let cards = deck(&model);
    let text = anki::print(&model, &cards, &names(&model));
    let headers: Vec<&str> = text
        .lines()
        .take_while(|line| line.starts_with('#'))
        .collect();
    for header in [
        "#separator:tab",
        "#html:false",
        "#guid column:1",
        "#tags column:4",
        "#deck column:5",
    ] {
        assert!(headers.contains(&header), "{headers:?}");
    }
    let rows: Vec<Vec<&str>> = text
        .lines()
        .skip(headers.len())
        .map(|row| row.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), cards.len() + names(&model).len());
    let guids: HashSet<&str> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(guids.len(), rows.len());
    for row in &rows {
        assert_eq!(row.len(), 5, "{row:?}");
        assert!(row[3].contains(" weight::"), "{row:?}");
        let is_name = row[3].contains(" original ");
        assert_eq!(row[4].ends_with("::Names"), is_name, "{row:?}");
        assert!(
            row.iter()
                .all(|field| !field.trim().is_empty() && !field.starts_with('#'))
        );
        for field in &row[1..3] {
            let quotes = field.matches('"').count();
            let is_quoted = field.starts_with('"') && field.ends_with('"');
            assert!(quotes == 0 || (is_quoted && quotes % 2 == 0), "{field}");
        }
    }
    assert!(text.is_char_boundary(text.len()) && !text.contains('\r'));
}

#[test]
fn the_sheet_has_its_questions_then_all_answers() {
    let model = model(JAPAN);
    let text = sheet::print(&model, deck(&model), plan(12, 4));
    assert_eq!(text, sheet::print(&model, deck(&model), plan(12, 4)));
    let (questions, answers) = text.split_once("## Answers").unwrap();
    for number in 1..=12 {
        let start = format!("\n{number}. ");
        assert!(
            questions.contains(&start) && answers.contains(&start),
            "{number}"
        );
    }
    assert!(!text.contains("\n13. "));
}

#[test]
fn what_is_told_of_a_question_of_the_authors_own_is_what_answers_it() {
    let model = model(JAPAN);
    let told = |question: &str| {
        let cards = deck(&model);
        let card = cards.iter().find(|card| card.question.contains(question));
        senryaku::study::fact(&model, card.expect("a card"))
    };
    let place = told("Where does the Act place it?");
    let (text, cites) = &place.said[0];
    assert!(text.contains("Cabinet") && !cites.is_empty(), "{text}");
}

#[test]
fn the_facts_of_links_are_english_sentences() {
    let model = model(JAPAN);
    for card in deck(&model) {
        for (text, _) in senryaku::study::fact(&model, &card).said {
            for wrong in [
                "has member",
                "has part",
                "has deputy",
                "has secretariat the",
            ] {
                assert!(!text.contains(wrong), "{text}");
            }
        }
    }
}

#[test]
fn of_a_person_the_offices_are_told_with_their_days() {
    let model = model(JAPAN);
    let holders = deck(&model).into_iter().filter_map(|card| {
        let told = senryaku::study::fact(&model, &card);
        told.said
            .into_iter()
            .find(|(text, _)| text.contains("4 Oct 2021 to 14 Dec 2023"))
    });
    let (_, cites) = holders
        .last()
        .expect("a card whose answer is Hirokazu Matsuno");
    assert!(!cites.is_empty());
}

#[test]
fn a_revision_sheet_has_a_page_a_pillar_and_all_answers_at_the_end() {
    let model = model(JAPAN);
    let cards = deck(&model);
    let text = revision::print(&model, &cards, None);
    let (pages, answers) = text.split_once("# Answers\n").unwrap();
    let (answers, sources) = answers.split_once("# Sources\n").unwrap();
    for source in ["- **article**", "- **s15**: "] {
        assert!(sources.contains(source), "{source}");
    }
    assert!(
        !pages.contains("belong to?"),
        "no page asks for its own title"
    );
    for pillar in model.of_kind(Kind::Pillar) {
        let number = model.number(*pillar).unwrap();
        let name = &model.entry(*pillar).name;
        assert!(pages.contains(&format!("\n# {number} {name}\n")), "{name}");
        assert!(answers.contains(&format!("\n## {name}\n")), "{name}");
    }
    for heading in [
        "## Dates",
        "## Who held what on 28 September 2021",
        "## Whose words are these?",
        "## Careful",
        "## Ten questions",
    ] {
        assert!(pages.contains(heading), "{heading}");
    }
    assert!(pages.contains("headed by Chief Cabinet Secretary: Katsunobu Kato"));
    let numbered = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| {
            line.split_once(". ")
                .is_some_and(|(number, _)| number.parse::<u8>().is_ok())
        });
        lines.map(str::to_owned).collect()
    };
    let questions = numbered(pages);
    assert_eq!(questions.len(), numbered(answers).len());
    let mut once: Vec<&str> = questions
        .iter()
        .filter_map(|line| Some(line.split_once(". ")?.1))
        .collect();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), questions.len(), "no question twice");
}

#[test]
fn a_revision_sheet_of_one_entry_is_that_page_alone() {
    let model = model(JAPAN);
    let id = model.find("dx").unwrap();
    let text = revision::print(&model, &deck(&model), Some(id));
    assert!(text.starts_with("# 3 Digital transformation with cybersecurity\n"));
    assert!(!text.contains("# 4 "));
    assert!(text.find("questions").unwrap() < text.find("# Answers").unwrap());
}

fn grade() -> impl Strategy<Value = Grade> {
    prop_oneof![
        Just(Grade::Again),
        Just(Grade::Hard),
        Just(Grade::Good),
        Just(Grade::Easy)
    ]
}

proptest! {
    #[test]
    fn the_schedule_is_that_of_the_fsrs_crate(reviews in prop::collection::vec((0u32..400, grade()), 1..25)) {
        let fsrs = fsrs::FSRS::default();
        let schedule = Schedule::default();
        let mut ours = None;
        let mut items = Vec::new();
        let mut day = today();
        for (at, (gap, grade)) in reviews.into_iter().enumerate() {
            let gap = if at == 0 { 0 } else { gap };
            day = day.plus(gap);
            ours = schedule.review(ours.as_ref(), day, grade);
            items.push(fsrs::FSRSReview { rating: grade as u32 + 1, delta_t: gap });
            let item = fsrs::FSRSItem { reviews: items.clone() };
            let theirs = fsrs.memory_state(item, None).unwrap();
            let memory = ours.unwrap();
            prop_assert!((memory.stability - theirs.stability).abs() <= theirs.stability * 1e-4);
            prop_assert!((memory.difficulty - theirs.difficulty).abs() <= 1e-3);
            let interval = fsrs.next_interval(Some(memory.stability), 0.9, 3).round().max(1.0);
            let days = f64::from(memory.due.since(day));
            prop_assert!((days - f64::from(interval)).abs() < 0.5);
        }
    }

    #[test]
    fn a_log_loses_only_the_lines_that_are_broken(
        count in 1usize..12,
        cut in 0usize..200,
        noise in prop::collection::vec(any::<u8>(), 0..60),
        at in 0usize..12,
    ) {
        let card = Key::new("year", ["e-2015"]);
        let lines: Vec<Line> = (1..=count as u32).map(|number| Line {
            id: LineId { session: "1a".to_owned(), number },
            day: today().plus(number),
            model: "jp-2021".to_owned(),
            key: card.clone(),
            act: if number % 4 == 0 {
                Act::Undo(LineId { session: "1a".to_owned(), number: number - 1 })
            } else {
                Act::Review { grade: Grade::Hard, way: Way::Order, cram: number % 3 == 0, mark: u64::from(number) << 40 }
            },
        }).collect();
        let mut bytes = Vec::new();
        let at = at.min(count);
        for line in &lines[..at] {
            bytes.extend(line.to_string().bytes());
        }
        let noise: Vec<u8> = noise.into_iter().filter(|byte| *byte != b'\n').collect();
        bytes.extend(&noise);
        bytes.push(b'\n');
        for line in &lines[at..] {
            bytes.extend(line.to_string().bytes());
        }
        let torn = lines[0].to_string();
        let torn = &torn.as_bytes()[..cut.min(torn.len() - 2)];
        bytes.extend(torn);
        let log = Log::read(&bytes);
        prop_assert_eq!(&log.lines, &lines);
        let broken = usize::from(!noise.is_empty()) + usize::from(!torn.is_empty());
        prop_assert_eq!(log.garbled.len(), broken);
    }

    #[test]
    fn any_model_gives_fair_cards(text in models::made_up(), seed in any::<u64>()) {
        let loaded = load("generated.ron", text.into_bytes());
        let loaded = loaded.map_err(|report| TestCaseError::fail(report.render(false, true)))?;
        check_deck(&loaded.strategy, seed);
        // And none that cannot be revised from.
        let cards = deck(&loaded.strategy);
        let sheet = revision::print(&loaded.strategy, &cards, None);
        prop_assert!(sheet.starts_with("# "));
    }
}
