//! The score against the crate's, where bounds are tight: few letters, long gaps, low scores.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::letters::Letters;
use super::super::word::Word;
use super::Aligner;

fn texts() -> impl Strategy<Value = String> {
    let gap = select(vec!["x", " ", "-", "語"]);
    vec(("[ab]{1,3}", 0_usize..60, gap), 1..6).prop_map(|parts| {
        let part = |(letters, many, gap): (String, usize, &str)| letters + &gap.repeat(many);
        parts.into_iter().map(part).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_score_is_the_crates_and_never_missed(
        texts in vec(texts(), 1..4),
        text in "[ab-]{1,7}",
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
}
