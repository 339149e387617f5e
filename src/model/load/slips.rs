//! Slips of a hand or a cat, at random: whatever happens to a file, it gets the right answer.
//!
//! The seeds are fixed. `SENRYAKU_SLIPS=5000` tries so many of each sort.

use std::env;

use super::{Draft, load, options, read_tolerantly};

/// What is said where nothing better is known.
const UNNAMED: &str = "the notation cannot be read";

const SIGNS: &[&str] = &[
    "\"", "'", "(", ")", "[", "]", "{", "}", ",", ":", ";", "=", "#", "\\", "“", "”", "\u{a0}",
    "/*", "*/", "//", "\n", "\"\"\"", "null", "r#\"", "<<<<<<<", "## ", "é", "0", "\u{200b}",
    "Some(", "None", "()", "-", ".", "'a'", "b\"", "!", "\u{85}", "\r", "\t",
];

/// Numbers that look random and are the same each time: `SplitMix64`.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % most.max(1)
    }
}

/// The text with one to three slips in it.
fn slipped(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.below(3) {
        let at = dice.below(letters.len());
        let most = if dice.below(3) == 0 { 40 } else { 3 };
        let end = (at + 1 + dice.below(most)).min(letters.len());
        match dice.below(4) {
            0 => drop(letters.drain(at..end)),
            1 => {
                let part = letters[at..end].to_vec();
                letters.splice(at..at, part);
            }
            2 if !letters.is_empty() => {
                let other = dice.below(letters.len());
                letters.swap(at, other);
            }
            _ => {
                let sign = SIGNS[dice.below(SIGNS.len())];
                letters.splice(at..at, sign.chars());
            }
        }
    }
    letters.into_iter().collect()
}

/// What is said of a text, held against what `ron` says; the slip, if it was not named.
fn unnamed(text: &str, seed: u64) -> Option<String> {
    let verdict = options().from_str::<Draft>(text);
    let loaded = load("x.ron", text.as_bytes().to_vec());
    let error = match verdict {
        Ok(draft) => {
            let again = read_tolerantly::<Draft>(text);
            assert_eq!(again.problems, [], "seed {seed}, of a sound notation");
            let again = format!("{:?}", again.value.unwrap());
            assert_eq!(again, format!("{draft:?}"), "seed {seed}");
            return None;
        }
        Err(error) => error,
    };
    let report = loaded.expect_err(&format!("seed {seed}: ron says {error}"));
    assert!(report.errors() > 0, "seed {seed}: ron says {error}");
    let mut problems = report.problems.iter();
    let problem = problems.find(|problem| problem.message.starts_with(UNNAMED))?;
    let line = report.line_at(problem.span.start);
    Some(format!("seed {seed}: {error}\n{line}\n"))
}

/// Tries many slips on a text, and holds that hardly any stays without a name.
fn try_slips(text: &str, usual: usize) {
    let wished = env::var("SENRYAKU_SLIPS").ok();
    let count = wished.and_then(|count| count.parse().ok()).unwrap_or(usual);
    let slips = (0..count as u64)
        .filter_map(|seed| unnamed(&slipped(text, &mut Dice(seed << 20)), seed))
        .collect::<Vec<_>>();
    assert!(slips.len() * 100 <= count, "{}", slips.concat());
}

#[test]
fn slips_in_a_small_model() {
    try_slips(include_str!("../../../tests/fixtures/small.ron"), 250);
}

#[test]
fn slips_in_a_model_with_many() {
    try_slips(include_str!("../../../tests/fixtures/twelve.ron"), 250);
}

#[test]
fn slips_in_a_model_of_mistakes() {
    try_slips(include_str!("../../../tests/fixtures/big30-sem.ron"), 40);
}

#[test]
fn slips_on_one_line() {
    let text = include_str!("../../../tests/fixtures/small.ron");
    let line: Vec<&str> = text.lines().filter(|line| !line.contains("//")).collect();
    try_slips(&line.join(" "), 100);
}

#[test]
fn slips_in_the_model_built_in() {
    try_slips(include_str!("../../../data/japan-2021.ron"), 12);
}
