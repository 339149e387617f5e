//! The score against the crate's, where bounds are tight: few letters, long gaps, low scores.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::letters::Letters;
use super::super::word::Word;
use super::{Aligned, Aligner};

fn texts() -> impl Strategy<Value = String> {
    let gap = select(vec!["x", " ", "-", "語"]);
    let head = select(vec!["", "", " ", "-"]);
    vec(("[abc]{1,3}", 0_usize..60, gap, head), 1..6).prop_map(|parts| {
        let part = |(letters, many, gap, head): (String, usize, &str, &str)| {
            letters + &gap.repeat(many) + head
        };
        parts.into_iter().map(part).collect()
    })
}

fn begin(line: &str, word: &Word, least: i32) -> Option<Aligned> {
    let letters = Letters::new(line);
    Aligner::default().align(line, word, &letters, word.bound(&letters), least)
}

/// What the score of a whole word is, and what the first letters of it let expect at most.
fn expected(line: &str, word: &str, begun: usize) -> (i64, i64) {
    let letters = Letters::new(line);
    let aligned = begin(line, &Word::new(&word[..begun]), i32::MIN);
    let gains = Word::new(word).gains(begun, &letters);
    let score = SkimMatcherV2::default().fuzzy_match(line, word).unwrap();
    (score, (aligned.unwrap().most + gains).into())
}

#[test]
fn what_is_learned_is_enough_where_rows_show_what_they_had() {
    let gap = "x".repeat(60);
    // The last letters go on from the last `a` but one, though the word has a `b` behind it.
    let stale = expected(&format!("xa{gap}b ak"), "abk", 2);
    assert_eq!(stale, (23, 23));
    let rest = expected(&format!("xa{gap}b axk a"), "abka", 3);
    assert_eq!(rest, (41, 41));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_score_is_the_crates_and_never_missed(
        texts in vec(texts(), 1..4),
        text in "[abc-]{1,7}",
        short in -80_i32..40,
    ) {
        let word = Word::new(&text);
        // The rows of one text must not show in the next.
        let mut aligner = Aligner::default();
        for line in texts {
            let crates = SkimMatcherV2::default().fuzzy_match(&line, &text);
            let crates = crates.map(|score| i32::try_from(score).unwrap());
            prop_assert_eq!(aligner.score(&line, &word, i32::MIN), crates);
            if let Some(score) = crates {
                prop_assert!(word.bound(&Letters::new(&line)) >= score);
                prop_assert_eq!(aligner.score(&line, &word, score), crates);
                let near = aligner.score(&line, &word, score - short);
                prop_assert!(near == crates || near.is_none() && short < 0);
            }
        }
    }

    #[test]
    fn what_is_learned_of_a_word_holds_for_longer_ones(
        line in texts(),
        text in "[abc-]{1,8}",
        short in -60_i32..20,
    ) {
        let score = |text| {
            let score = SkimMatcherV2::default().fuzzy_match(&line, text)?;
            Some(i32::try_from(score).unwrap())
        };
        let letters = Letters::new(&line);
        let word = Word::new(&text);
        for end in 1..=text.len() {
            let begun = Word::new(&text[..end]);
            let Some(own) = score(&text[..end]) else {
                continue;
            };
            // Whether it is aligned to the end or given up on the way.
            for least in [i32::MIN, own - short] {
                let aligned = begin(&line, &begun, least).unwrap();
                prop_assert!(aligned.score == Some(own) || aligned.score.is_none() && own < least);
                prop_assert!(aligned.most >= own);
                let most = aligned.most + word.gains(end, &letters);
                prop_assert!(score(&text).is_none_or(|score| score <= most));
            }
        }
    }
}
