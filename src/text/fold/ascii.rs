//! Texts of plain letters, most of all there are, folded byte by byte.

/// Folds a text onto the end of another, as [`Folded`](super::Folded) does, if it is all ASCII;
/// otherwise it adds nothing and says so.
pub fn fold_ascii(text: &str, onto: &mut String) -> bool {
    if !text.is_ascii() {
        return false;
    }
    let start = onto.len();
    // Without a way out of the loop it looks at many bytes at a time.
    if text
        .bytes()
        .fold(false, |is_special, byte| is_special | is_special_byte(byte))
    {
        onto.extend(text.chars().filter_map(fold));
    } else {
        onto.push_str(text);
        if let Some(added) = onto.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    }
    true
}

/// Whether there is more to be done for a byte than to make it small.
const fn is_special_byte(byte: u8) -> bool {
    byte < b' ' || byte == b'-' || byte == b'\'' || byte == b'`' || byte == b'\x7F'
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
