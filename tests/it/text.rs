//! What holds of folding, wrapping, cutting and marking for every text.
use proptest::prelude::*;
use senryaku::text::fold::Folded;
use senryaku::text::{mark, wrap};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

fn fold(text: &str) -> String {
    Folded::new(text).as_str().to_owned()
}

/// Texts of the kind that models hold, and stranger ones.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        4 => "[a-zA-Z0-9'’ -]{1,8}",
        4 => "[ぁ-ゖァ-ヶｦ-ﾟ゛゜ーｰ・･、。「」内閣官房戦略\u{3099}\u{309A}]{1,6}",
        2 => "[a-zāēīōūéèçñßłŁøİıΣσςǄﬁ\u{301}\u{302}\u{323}\u{345}]{1,5}",
        1 => "[가-힣ᄀ-ᇂअ-ह\u{93C}\u{93F}\u{94D}กา้]{1,4}",
        1 => Just("👩\u{200d}🚒🇯🇵🇫🇷".to_owned()),
        1 => Just(" \n\u{3000}\u{a0} ".to_owned()),
        1 => any::<String>(),
    ];
    prop::collection::vec(pieces, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn composed_and_decomposed_texts_fold_alike(text in text()) {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&composed), fold(&text));
        prop_assert_eq!(fold(&composed), fold(&decomposed));
    }

    #[test]
    fn case_does_not_matter(text in text()) {
        prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
    }

    #[test]
    fn width_and_kana_do_not_matter(text in "[ -~ァ-ヶ]{0,20}") {
        let wide: String = text
            .chars()
            .map(|each| match each {
                ' ' => '\u{3000}',
                '!'..='~' => char::from_u32(each as u32 + 0xFEE0).unwrap(),
                _ => char::from_u32(each as u32 - 0x60).unwrap(),
            })
            .collect();
        prop_assert_eq!(fold(&wide), fold(&text));
    }

    #[test]
    fn the_way_back_is_in_order_and_on_graphemes(text in text()) {
        let folded = Folded::new(&text);
        let starts: Vec<usize> = text
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let mut last = 0..0;
        for (at, letter) in folded.as_str().char_indices() {
            let place = folded.original(at..at + letter.len_utf8());
            prop_assert!(!place.is_empty());
            prop_assert!(starts.contains(&place.start) && starts.contains(&place.end));
            prop_assert!(last.start <= place.start && last.end <= place.end);
            prop_assert!(last == place || last.end <= place.start);
            prop_assert_eq!(folded.original(at..at + 1), place.clone());
            last = place;
        }
    }

    #[test]
    fn a_part_folds_to_what_it_was_found_as(text in text(), from in 0usize..20, count in 1usize..9) {
        let folded = Folded::new(&text);
        let places: Vec<usize> = folded.as_str().char_indices().map(|(at, _)| at).collect();
        if let (Some(&from), Some(&to)) = (places.get(from), places.get(from + count)) {
            let part = &text[folded.original(from..to)];
            prop_assert!(fold(part).contains(&folded.as_str()[from..to]));
        }
    }

    #[test]
    fn lines_hold_all_but_the_spaces(text in text(), cells in 0usize..20) {
        let lines = wrap::wrap(&text, cells);
        let dense = |text: &str| -> String {
            text.chars().filter(|each| !each.is_whitespace()).collect()
        };
        let all: String = lines.iter().map(|line| &text[line.clone()]).collect();
        prop_assert_eq!(dense(&all), dense(&text));
    }

    #[test]
    fn lines_fit_and_are_trimmed(text in text(), cells in 0usize..20) {
        let lines = wrap::wrap(&text, cells);
        let mut last = 0;
        for line in &lines {
            prop_assert!(last <= line.start);
            last = line.end;
            let line = &text[line.clone()];
            prop_assert!(
                wrap::width(line) <= cells.max(1) || line.graphemes(true).count() == 1,
                "{:?} at {}", line, cells
            );
            prop_assert!(!line.is_empty() || lines.len() == 1 && text.trim().is_empty());
            prop_assert_eq!(line.trim_end_matches(' '), line);
        }
    }

    #[test]
    fn cut_texts_fit_and_begin_alike(text in text(), cells in 0usize..30) {
        let cut = wrap::cut(&text, cells, "…");
        prop_assert!(wrap::width(&cut) <= cells);
        let kept = cut.strip_suffix('…').unwrap_or(&cut);
        prop_assert!(text.starts_with(kept));
        prop_assert!(wrap::width(&text) > cells || cut == text);
    }

    #[test]
    fn runs_cover_their_line(
        line in (0usize..30, 0usize..30),
        marks in prop::collection::vec((0usize..40, 0usize..10), 0..6),
    ) {
        let line = line.0..line.0 + line.1;
        let marks: Vec<_> = marks.into_iter().map(|(at, len)| at..at + len).collect();
        let runs = mark::runs(line.clone(), &marks);
        let covered: Vec<(usize, bool)> = runs
            .iter()
            .flat_map(|(run, marked)| run.clone().map(|at| (at, *marked)))
            .collect();
        let expected: Vec<(usize, bool)> = line
            .map(|at| (at, marks.iter().any(|mark| mark.contains(&at))))
            .collect();
        prop_assert_eq!(covered, expected);
        prop_assert!(runs.iter().all(|(run, _)| !run.is_empty()));
    }
}

#[test]
fn a_million_bytes_wrap_and_fold() {
    let text = "戦略 and cybersecurity、サイバー ".repeat(20_000);
    let lines = wrap::wrap(&text, 60);
    assert!(
        lines
            .iter()
            .all(|line| wrap::width(&text[line.clone()]) <= 60)
    );
    let word = "x".repeat(1_000_000);
    assert_eq!(wrap::wrap(&word, 100).len(), 10_000);
    assert_eq!(Folded::new(&word).as_str(), word);
}
