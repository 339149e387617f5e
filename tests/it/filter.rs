//! The filter finds what the crate `fuzzy-matcher` finds when it scores everything, in its order.

use std::cmp::Reverse;
use std::sync::atomic::AtomicBool;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use senryaku::search::{Best, Filter, Lines};

/// What the crate finds: a matcher of its own for every score, because one that was used before
/// may score otherwise.
fn by_the_crate(lines: &Lines, words: &[String], limit: usize) -> Best {
    let mut matching: Vec<(usize, i32)> = (0..lines.len())
        .filter_map(|line| {
            let scores = words.iter().map(|word| {
                let score = SkimMatcherV2::default().fuzzy_match(lines.head(line), word)?;
                Some(i32::try_from(score).unwrap())
            });
            Some((line, scores.sum::<Option<i32>>()?))
        })
        .collect();
    let total = matching.len();
    matching.sort_by_key(|&(line, score)| (Reverse(score), line));
    matching.truncate(limit);
    Best {
        lines: matching,
        total,
    }
}

/// Words of a query as the screen gives them: folded, parted by spaces.
fn words(query: &str) -> Vec<String> {
    query.split_whitespace().map(str::to_owned).collect()
}

/// Letters that meet often, so that words are found in many ways.
fn few_letters() -> impl Strategy<Value = String> {
    "[abc ./_-]{0,24}"
}

const WORDS: &[&str] = &[
    "cyber",
    "security",
    "strategy",
    "share",
    "nisc",
    "secure",
    "society",
    "of",
    "the",
    "a",
    "critical",
    "infrastructure",
    "data",
    "c++",
    "p.2",
    "(draft)",
    "2014",
    "x86_64",
];

fn phrases() -> impl Strategy<Value = String> {
    vec(select(WORDS), 0..7).prop_map(|words| words.join(" "))
}

fn japanese() -> impl Strategy<Value = String> {
    "[サイバセキュリティ戦略本部の内閣センター]{0,16}"
}

fn mixed() -> impl Strategy<Value = String> {
    prop_oneof![
        (phrases(), japanese()).prop_map(|(one, other)| format!("{one}{other}")),
        (japanese(), few_letters()).prop_map(|(one, other)| format!("{one} {other}")),
        "[éüßŁ😀가ａｂｃ゛ a-c]{0,20}",
    ]
}

/// Long gaps, where scores fall below nothing and the crate's rows show what they had before.
fn adversarial() -> impl Strategy<Value = String> {
    vec(
        ("[abc]{1,2}", 0_usize..90, select(vec!["x", " ", "-", "語"])),
        0..7,
    )
    .prop_map(|parts| {
        let part = |(letters, many, other): (String, usize, &str)| letters + &other.repeat(many);
        parts.into_iter().map(part).collect()
    })
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![
        vec(few_letters(), 0..60),
        vec(phrases(), 0..60),
        vec(japanese(), 0..60),
        vec(mixed(), 0..60),
        vec(adversarial(), 0..40),
        vec(
            prop_oneof![few_letters(), phrases(), japanese(), mixed(), adversarial()],
            0..60
        ),
    ]
}

/// What somebody does to a query.
#[derive(Clone, Debug)]
enum Edit {
    Type(char),
    Back,
    Replace(String),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let letter = select(
        "aaabbbccc  secur.it/ynhd-2さいばーせ戦略内閣"
            .chars()
            .collect::<Vec<_>>(),
    );
    let word = prop_oneof![
        "[abc]{1,6}",
        "[abc]{1,3} [abc]{1,3}",
        select(vec![
            "nisc",
            "secrity",
            "cyber sec",
            "さいば",
            "sctr",
            "c++",
            ""
        ])
        .prop_map(str::to_owned),
    ];
    let edit = prop_oneof![
        6 => letter.prop_map(Edit::Type),
        1 => Just(Edit::Back),
        1 => word.prop_map(Edit::Replace),
    ];
    vec(edit, 1..12)
}

fn edited(mut query: String, edit: Edit) -> String {
    match edit {
        Edit::Type(letter) => query.push(letter),
        Edit::Back => drop(query.pop()),
        Edit::Replace(other) => query = other,
    }
    query
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_best_lines_are_those_of_the_crate(
        texts in texts(),
        edits in edits(),
        limit in select(vec![0_usize, 1, 2, 5, 100]),
    ) {
        let lines: Lines = texts.iter().collect();
        let mut filter = Filter::new(limit);
        let mut query = String::new();
        for edit in edits {
            query = edited(query, edit);
            let words = words(&query);
            let found = filter.find(&lines, &words, &AtomicBool::new(false)).unwrap();
            prop_assert_eq!(found, &by_the_crate(&lines, &words, limit), "{:?} in {:?}", query, texts);
        }
    }
}

/// So many lines that several threads share them, and blocks of them are read apart.
#[test]
fn many_lines_are_shared_and_come_back_in_order() {
    let line = |number: usize| {
        let word = |nth: usize| WORDS[number.wrapping_mul(nth * 7919 + 31) / 13 % WORDS.len()];
        let words: Vec<&str> = (0..3 + number % 4).map(word).collect();
        words.join(" ") + ["", "戦略", " (2021)"][number % 3]
    };
    let lines: Lines = (0..18_000).map(line).collect();
    let mut filter = Filter::new(100);
    for query in [
        "s", "se", "sec", "secs", "secs c", "secs", "cri", "戦", "戦s",
    ] {
        let words = words(query);
        let found = filter
            .find(&lines, &words, &AtomicBool::new(false))
            .unwrap();
        assert_eq!(found, &by_the_crate(&lines, &words, 100), "{query}");
    }
}
