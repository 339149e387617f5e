//! The first sentences of a text.

/// The first sentences, and what follows them. A sentence ends with a full stop, a question mark or
/// an exclamation mark before a blank.
pub fn first(text: &str, count: usize) -> (&str, &str) {
    let ends = text
        .match_indices(' ')
        .filter(|(at, _)| {
            text.get(..*at)
                .is_some_and(|head| head.ends_with(['.', '?', '!']))
        })
        .map(|(at, _)| at);
    let end = count.checked_sub(1).and_then(|nth| ends.clone().nth(nth));
    let (first, rest) = end
        .and_then(|end| text.split_at_checked(end))
        .unwrap_or((text, ""));
    (first, rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_after_a_sentence_and_never_inside_one() {
        let text = "It was so. Was it? It was. No end";
        assert_eq!(first(text, 1), ("It was so.", "Was it? It was. No end"));
        assert_eq!(first(text, 2), ("It was so. Was it?", "It was. No end"));
        assert_eq!(first(text, 9), (text, ""));
        assert_eq!(first("", 1), ("", ""));
    }
}
