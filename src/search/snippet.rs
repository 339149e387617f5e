//! The part of a text around its first mark.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::Clean;
use crate::text::wrap::width;

/// The widest snippet in cells.
const CELLS: usize = 80;
/// How much of it goes before the first mark, when there is enough behind.
const BEFORE: usize = 24;
const CUT: &str = "…";

/// Cuts a text to what stands around its first mark, and moves the marks along. `marks` are in
/// order.
pub(super) fn snippet(text: &Clean, marks: &[Range<usize>]) -> (Clean, Vec<Range<usize>>) {
    if width(text) <= CELLS {
        return (text.clone(), marks.to_vec());
    }
    let first = marks.first().cloned().unwrap_or(0..0);
    let after = width(text.get(first.start..).unwrap_or_default());
    let from = start(
        text,
        first.start,
        BEFORE.max((CELLS - 1).saturating_sub(after)),
    );
    let to = end(text, from, first.end);
    let part = text.get(from..to).unwrap_or_default();
    let head = if from > 0 { CUT } else { "" };
    let tail = if to < text.len() { CUT } else { "" };
    let marks = marks
        .iter()
        .map(|mark| mark.start.max(from)..mark.end.min(to))
        .filter(|mark| !mark.is_empty())
        .map(|mark| mark.start - from + head.len()..mark.end - from + head.len())
        .collect();
    (Clean::new(&format!("{head}{part}{tail}")), marks)
}

/// Where the snippet begins: some cells before the mark, at a word where there are spaces.
fn start(text: &str, mark: usize, most: usize) -> usize {
    let before = text.get(..mark).unwrap_or_default();
    let mut cells = 0;
    let mut from = mark;
    let mut word = None;
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        cells += width(grapheme);
        if cells > most {
            return word.unwrap_or(from);
        }
        if grapheme == " " {
            word = Some(at + 1);
        }
        from = at;
    }
    0
}

/// Where the snippet ends: as far as it is wide enough, after a word where there are spaces.
fn end(text: &str, from: usize, mark: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let room = CELLS - 1 - usize::from(from > 0);
    let mut cells = 0;
    let mut word = None;
    for (at, grapheme) in rest.grapheme_indices(true) {
        let at = from + at;
        if grapheme == " " && at >= mark {
            word = Some(at);
        }
        cells += width(grapheme);
        if cells > room {
            return word.unwrap_or(at);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, marks: &[Range<usize>]) -> (String, Vec<String>) {
        let (snippet, marks) = snippet(&Clean::new(text), marks);
        let marked = marks
            .into_iter()
            .map(|mark| snippet.get(mark).unwrap().to_owned())
            .collect();
        (snippet.to_string(), marked)
    }

    #[test]
    fn short_texts_stay_whole() {
        let (text, marks) = cut("a short one", std::slice::from_ref(&(2..7)));
        assert_eq!(
            (text.as_str(), marks.concat().as_str()),
            ("a short one", "short")
        );
    }

    #[test]
    fn long_texts_are_cut_between_words_around_the_mark() {
        let text = format!(
            "{}the submarine cable here {}",
            "word ".repeat(30),
            "more ".repeat(30)
        );
        let at = text.find("cable").unwrap();
        let (snippet, marks) = cut(&text, &[at..at + 5, at + 6..at + 10, 0..0]);
        assert!(
            snippet.starts_with("…word the submarine cable here more"),
            "{snippet}"
        );
        assert!(snippet.ends_with(" more…"), "{snippet}");
        assert!(width(&snippet) <= CELLS);
        assert_eq!(marks, ["cable", "here"]);
    }

    #[test]
    fn japanese_is_cut_between_characters() {
        let text = format!("{}海底ケーブル{}", "戦略".repeat(40), "防護".repeat(40));
        let at = text.find("海底").unwrap();
        let (snippet, marks) = cut(&text, std::slice::from_ref(&(at..at + 18)));
        assert!(
            snippet.starts_with("…戦略") && snippet.ends_with('…'),
            "{snippet}"
        );
        assert!((77..=CELLS).contains(&width(&snippet)));
        assert_eq!(marks, ["海底ケーブル"]);
    }

    #[test]
    fn a_mark_near_the_end_has_more_before_it() {
        let text = format!("{}the cable", "word ".repeat(30));
        let at = text.find("cable").unwrap();
        let (snippet, _) = cut(&text, std::slice::from_ref(&(at..at + 5)));
        assert!(
            snippet.starts_with("…word") && snippet.ends_with("the cable"),
            "{snippet}"
        );
        assert!((75..=CELLS).contains(&width(&snippet)));
    }

    #[test]
    fn a_mark_wider_than_the_snippet_is_cut_with_it() {
        let text = "x".repeat(300);
        let (snippet, marks) = cut(&text, std::slice::from_ref(&(100..250)));
        assert_eq!(width(&snippet), CELLS);
        assert_eq!(snippet, format!("…{}…", "x".repeat(78)));
        assert_eq!(marks.concat().len(), 54);
    }
}
