//! Where words begin and end, in scripts with spaces and without.

/// What a character is written in, as far as it parts words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// A space or a mark between words.
    Gap,
    /// Letters and digits of scripts with spaces.
    Letter,
    /// Kana.
    Kana,
    /// Chinese characters.
    Han,
}

impl Script {
    pub(super) fn of(each: char) -> Self {
        match each {
            'ぁ'..='ゟ' | '゠'..='ヿ' | 'ㇰ'..='ㇿ' => Self::Kana,
            '々'
            | '〇'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}' => Self::Han,
            _ if each.is_alphanumeric() => Self::Letter,
            _ => Self::Gap,
        }
    }
}

/// Whether a word begins at this byte. Where the script changes, one does: Japanese has no spaces.
pub(super) fn starts(text: &str, at: usize) -> bool {
    let (before, after) = around(text, at);
    after == Script::Gap || before != after
}

/// Whether a word ends at this byte.
pub(super) fn ends(text: &str, at: usize) -> bool {
    let (before, after) = around(text, at);
    before == Script::Gap || before != after
}

/// Whether a Chinese character stands at this byte: each is nearly a word.
pub(super) fn is_han(text: &str, at: usize) -> bool {
    around(text, at).1 == Script::Han
}

/// Cuts a text where the script changes; gaps are left out.
pub(super) fn fragments(text: &str) -> Vec<String> {
    let mut fragments: Vec<String> = Vec::new();
    let mut last = Script::Gap;
    for each in text.chars() {
        let script = Script::of(each);
        if script != Script::Gap {
            match fragments.last_mut() {
                Some(fragment) if script == last => fragment.push(each),
                _ => fragments.push(each.to_string()),
            }
        }
        last = script;
    }
    fragments
}

fn around(text: &str, at: usize) -> (Script, Script) {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let script = |each: Option<char>| each.map_or(Script::Gap, Script::of);
    (
        script(before.chars().next_back()),
        script(after.chars().next()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_where_the_script_changes() {
        let text = "内閣さいばー act";
        let begins: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .filter(|&at| starts(text, at))
            .collect();
        assert_eq!(begins, [0, 6, 18, 19]);
        assert_eq!(fragments(text), ["内閣", "さいばー", "act"]);
    }
}
