//! Titles in block letters: how many go on a line, and where a line breaks.

use crate::text::wrap;

/// Cells across of a block letter, and rows.
pub(super) const LETTER: u16 = 4;

/// Whether block letters exist for every character of a text: those of Western Europe.
pub(super) fn can_draw(text: &str) -> bool {
    text.chars()
        .all(|each| matches!(each, ' '..='~' | '\u{c0}'..='\u{ff}'))
}

/// A text in one or two lines of at most this many block letters, as even as can be; `None` where
/// that does not do.
pub(super) fn lines(text: &str, most: usize) -> Option<Vec<&str>> {
    let words = text.split_whitespace().map(|word| word.chars().count());
    let longest = words.max().unwrap_or(0);
    if !can_draw(text) || most == 0 || longest > most {
        return None;
    }
    let broken = |cells: usize| wrap::wrap(text, cells);
    let all = text.chars().count();
    if all <= most {
        return Some(vec![text]);
    }
    let even = (longest.max(all / 2)..=most).find(|cells| broken(*cells).len() <= 2)?;
    let parts = broken(even).into_iter();
    Some(parts.filter_map(|range| text.get(range)).collect())
}

/// `C y b e r`: what stands for block letters where there are none.
pub(super) fn spaced(text: &str) -> String {
    let letters: Vec<String> = text.chars().map(String::from).collect();
    letters.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_breaks_evenly_at_words_or_not_at_all() {
        let dx = "Digital transformation with cybersecurity";
        let two = vec!["Digital transformation", "with cybersecurity"];
        assert_eq!(lines(dx, 33), Some(two));
        assert_eq!(lines(dx, 18), None);
        let title = Some(vec!["Cybersecurity", "Strategy"]);
        assert_eq!(lines("Cybersecurity Strategy", 18), title);
        assert_eq!(lines("Data protection", 18), Some(vec!["Data protection"]));
        assert_eq!(lines("Incomprehensibilities", 18), None);
        assert_eq!(lines("国家戦略", 18), None);
    }
}
