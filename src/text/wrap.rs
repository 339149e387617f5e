//! Width in cells, line breaking by the rules of Unicode (UAX #14), and cutting to fit.

use std::borrow::Cow;
use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The width of a text in cells: the sum over its graphemes, as a terminal buffer counts it.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    if text.chars().all(stands_alone) {
        return text.width();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Whether a character among others of its sort is a grapheme of its own, so that none need be
/// looked for: letters of Europe, lines, kana and ideographs, without what combines.
const fn stands_alone(letter: char) -> bool {
    matches!(letter,
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}'
        | '\u{2500}'..='\u{259f}' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
        | '\u{30a0}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
}

/// The lines of a text at a width in cells, as byte ranges without the white space at their ends.
/// A word wider than the line is cut between graphemes. At least one line comes back, and none is
/// empty unless the whole text is blank; a width of 0 counts as 1 (a wide character then overflows).
pub fn wrap(text: &str, cells: usize) -> Vec<Range<usize>> {
    let mut lines = Lines {
        cells: cells.max(1),
        done: Vec::new(),
        line: Run::default(),
        word: Run::default(),
    };
    if text.len() <= cells && is_plain(text) {
        lines.line = trimmed(text);
    } else if text.chars().all(stands_alone) {
        let bytes = |(at, letter): (usize, char)| at..at + letter.len_utf8();
        lines.fill(text, text.char_indices().map(bytes));
    } else {
        let bytes = |(at, grapheme): (usize, &str)| at..at + grapheme.len();
        lines.fill(text, text.grapheme_indices(true).map(bytes));
    }
    lines.flush();
    if lines.done.is_empty() {
        lines.done.push(0..0);
    }
    lines.done
}

/// The text cut to a width in cells, with `end` as its last cells when something was cut off.
/// Where even `end` does not fit, it is left out.
pub fn cut<'a>(text: &'a str, cells: usize, end: &str) -> Cow<'a, str> {
    if text.len() <= cells && is_plain(text) {
        return Cow::Borrowed(text);
    }
    let room = cells.checked_sub(width(end));
    let mut used = 0;
    let mut kept = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > cells {
            let head = text.get(..kept).unwrap_or_default();
            return match room {
                Some(_) => Cow::Owned(format!("{}{end}", head.trim_end())),
                None => Cow::Borrowed(head),
            };
        }
        if used <= room.unwrap_or(cells) {
            kept = at + grapheme.len();
        }
    }
    Cow::Borrowed(text)
}

/// A stretch of text between blanks: its bytes, its width, and the width of the blanks around it.
#[derive(Clone, Copy, Default)]
struct Run {
    start: usize,
    end: usize,
    width: usize,
    before: usize,
    after: usize,
}

impl Run {
    const fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// How wide the run would be with more at its end.
    const fn with(&self, gap: usize, width: usize) -> usize {
        self.width + self.after + gap + width
    }

    const fn blank(&mut self, width: usize) {
        if self.is_empty() {
            self.before += width;
        } else {
            self.after += width;
        }
    }

    const fn extend(&mut self, bytes: &Range<usize>, gap: usize, width: usize) {
        if self.is_empty() {
            self.start = bytes.start;
            self.width = width;
        } else {
            self.width = self.with(gap, width);
        }
        self.end = bytes.end;
        self.after = 0;
    }
}

/// The lines so far, the line being filled, and the word that may still go onto it.
struct Lines {
    cells: usize,
    done: Vec<Range<usize>>,
    line: Run,
    word: Run,
}

impl Lines {
    /// Lays out a text, whose graphemes are given.
    fn fill(&mut self, text: &str, graphemes: impl Iterator<Item = Range<usize>>) {
        let mut breaks = linebreaks(text).peekable();
        for bytes in graphemes {
            let end = bytes.end;
            let grapheme = text.get(bytes.clone()).unwrap_or_default();
            self.push(bytes, grapheme);
            // A break inside a grapheme, such as between a space and its accent, is none.
            while breaks.next_if(|&(place, _)| place < end).is_some() {}
            let Some((_, chance)) = breaks.next_if(|&(place, _)| place == end) else {
                continue;
            };
            self.place();
            if chance == BreakOpportunity::Mandatory {
                self.flush();
            }
        }
        self.place();
    }

    fn push(&mut self, bytes: Range<usize>, grapheme: &str) {
        let width = grapheme.width();
        if grapheme.chars().all(char::is_whitespace) {
            self.word.blank(width);
            return;
        }
        if !self.word.is_empty() && self.word.with(0, width) > self.cells {
            self.place();
            self.flush();
        }
        self.word.extend(&bytes, 0, width);
    }

    /// Puts the word onto the line, or onto the next one.
    fn place(&mut self) {
        let word = std::mem::take(&mut self.word);
        if word.is_empty() {
            self.line.blank(word.before);
            return;
        }
        if !self.line.is_empty() && self.line.with(word.before, word.width) > self.cells {
            self.flush();
        }
        self.line
            .extend(&(word.start..word.end), word.before, word.width);
        self.line.after = word.after;
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.done.push(line.start..line.end);
        }
    }
}

fn trimmed(text: &str) -> Run {
    let start = text.len() - text.trim_start().len();
    Run {
        start,
        end: text.trim_end().len().max(start),
        ..Run::default()
    }
}

/// Whether every byte is one character of one cell.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, cells: usize) -> Vec<&str> {
        wrap(text, cells)
            .into_iter()
            .map(|line| text.get(line).unwrap())
            .collect()
    }

    #[test]
    fn letters_that_stand_alone_are_graphemes_of_one() {
        let letters = (0..0x1_0000).filter_map(char::from_u32);
        let alone: String = letters.filter(|letter| stands_alone(*letter)).collect();
        let graphemes = alone.graphemes(true);
        assert_eq!(graphemes.clone().count(), alone.chars().count());
        let sum: usize = graphemes.map(UnicodeWidthStr::width).sum();
        assert_eq!(width(&alone), sum);
    }

    #[test]
    fn words_wrap_without_the_spaces_at_the_ends() {
        assert_eq!(
            lines("  People who  build systems ", 12),
            ["People who", "build", "systems"]
        );
        assert_eq!(lines("one two", 7), ["one two"]);
        assert_eq!(lines("one two", 6), ["one", "two"]);
        assert_eq!(lines("one  two", 8), ["one  two"]);
    }

    #[test]
    fn line_breaks_in_the_text_are_kept() {
        assert_eq!(lines("a b\n\nc\r\nd", 10), ["a b", "c", "d"]);
    }

    #[test]
    fn blank_texts_have_one_empty_line() {
        for text in ["", " ", " \n\u{3000} "] {
            assert_eq!(wrap(text, 10), std::slice::from_ref(&(0..0)), "{text:?}");
        }
    }

    #[test]
    fn no_japanese_line_begins_with_a_closing_mark() {
        assert_eq!(
            lines("戦略を決定した。サイバー「空間」へ", 14),
            ["戦略を決定し", "た。サイバー", "「空間」へ"]
        );
    }

    #[test]
    fn words_wider_than_the_line_are_cut_between_graphemes() {
        assert_eq!(
            lines("a cybersecurity law", 5),
            ["a", "cyber", "secur", "ity", "law"]
        );
        let accented = "e\u{301}".repeat(5);
        assert_eq!(lines(&accented, 2).len(), 3);
        assert_eq!(lines("室室", 1), ["室", "室"]);
        assert_eq!(lines("ab", 0), ["a", "b"]);
    }

    #[test]
    fn cutting_leaves_room_for_the_end() {
        assert_eq!(cut("Digital Agency", 14, "…"), "Digital Agency");
        assert_eq!(cut("Digital Agency", 13, "…"), "Digital Agen…");
        assert_eq!(cut("Digital Agency", 9, "…"), "Digital…");
        assert_eq!(cut("内閣官房", 8, "…"), "内閣官房");
        assert_eq!(cut("内閣官房", 7, "…"), "内閣官…");
        assert_eq!(cut("内閣官房", 6, "…"), "内閣…");
        assert_eq!(cut("Agency", 2, "..."), "Ag");
        assert_eq!(cut("Agency", 0, "…"), "");
    }
}
