//! Texts of plain letters, most of all there are, folded byte by byte.

/// Folds a text onto the end of another, as [`Folded`](super::Folded) does, if it is all ASCII;
/// otherwise it adds nothing and says so.
pub fn fold_ascii(text: &str, onto: &mut String) -> bool {
    if !text.is_ascii() {
        return false;
    }
    if text.bytes().any(|byte| matches!(byte, b'\'' | b'`')) {
        onto.extend(text.chars().filter_map(fold));
    } else {
        onto.extend(text.chars().map(|each| fold(each).unwrap_or_default()));
    }
    true
}

/// What an ASCII character is folded to; apostrophes go.
const fn fold(each: char) -> Option<char> {
    match each {
        '\'' | '`' => None,
        '-' | '\0'..='\x1F' | '\x7F' => Some(' '),
        _ => Some(each.to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Folded;
    use super::*;

    #[test]
    fn every_ascii_character_folds_as_elsewhere() {
        let every: String = ('\0'..='\x7F').collect();
        let mut folded = "before".to_owned();
        assert!(fold_ascii(&every, &mut folded));
        assert_eq!(folded, format!("before{}", Folded::new(&every).as_str()));
        assert!(!fold_ascii("é", &mut folded));
        assert!(folded.ends_with('~') || folded.ends_with(' '), "{folded}");
    }
}
