//! Did you mean: names near to a word that names nothing.

/// Longer words are compared by no more than this many characters, and longer names not at all.
const LONGEST: usize = 64;

/// The names nearest to a word, best first: at most a third of its letters wrong, one word inside
/// the other, or the one the beginning of the other.
pub fn nearest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let word: String = word.to_lowercase().chars().take(LONGEST).collect();
    let length = word.chars().count();
    let allowed = length.div_ceil(3).clamp(1, 4);
    let mut near: Vec<(usize, &str)> = names
        .filter(|name| name.len() <= 2 * LONGEST)
        .filter_map(|name| {
            let lower = name.to_lowercase();
            let inside = (length >= 3 && lower.contains(&word))
                || (length >= 4 && !lower.is_empty() && word.starts_with(&lower));
            // The distance is at least what the lengths differ by, and slow to work out.
            if !inside && lower.len().abs_diff(word.len()) > allowed * 4 {
                return None;
            }
            let wrong = strsim::damerau_levenshtein(&word, &lower);
            (inside || (wrong <= allowed && wrong < length)).then_some((wrong, name))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven_and_strangers_are_not() {
        let names = ["show", "find", "nisc-2015", "nisc-2005"];
        let near = |word| nearest(word, names.iter().copied());
        assert_eq!(near("shwo"), ["show"]);
        assert_eq!(near("NISC"), ["nisc-2005", "nisc-2015"]);
        assert_eq!(near("nisc-2016"), ["nisc-2015", "nisc-2005"]);
        assert!(near("elephant").is_empty());
        assert!(near("x").is_empty());
    }

    #[test]
    fn a_name_is_found_by_its_beginning_or_with_too_much_after_it() {
        let names = ["sources", "summary"];
        assert_eq!(nearest("source", names.iter().copied()), ["sources"]);
        assert_eq!(nearest("summarytext", names.iter().copied()), ["summary"]);
    }
}
