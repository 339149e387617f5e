//! Text that Markdown must not read as markup.

use std::fmt::Write as _;

/// The text with a backslash before every character that could begin markup or HTML.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    // A list or a heading begins at the start of a line alone, and the text is one line.
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (at, each) in text.chars().enumerate() {
        let starts = at == 0 && matches!(each, '#' | '+' | '-' | '=' | '~');
        let numbers = digits > 0 && at == digits && matches!(each, '.' | ')');
        let anywhere = matches!(
            each,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|'
        );
        if starts || numbers || anywhere {
            safe.push('\\');
        }
        safe.push(each);
    }
    safe
}

/// An address in angle brackets, which makes it a link; what would end it is percent-encoded.
pub(super) fn address(url: &str) -> String {
    let allowed = |each| !matches!(each, '<' | '>' | ' ' | '\\' | '"');
    format!("<{}>", encoded(url, allowed))
}

/// An id as the name of an anchor, and after `#` in a link: letters and digits of any script stay.
pub(super) fn anchor(id: &str) -> String {
    let allowed = |each: char| each.is_alphanumeric() || matches!(each, '-' | '_' | '.');
    encoded(id, allowed)
}

fn encoded(text: &str, allowed: impl Fn(char) -> bool) -> String {
    let mut safe = String::with_capacity(text.len());
    for each in text.chars() {
        if allowed(each) {
            safe.push(each);
            continue;
        }
        for byte in each.encode_utf8(&mut [0; 4]).bytes() {
            let _ = write!(safe, "%{byte:02X}");
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_is_text() {
        assert_eq!(
            escape("*not* <b> [x](y) `z`"),
            r"\*not\* \<b\> \[x\](y) \`z\`"
        );
        assert_eq!(escape("# 1"), r"\# 1");
        assert_eq!(escape("1. one"), r"1\. one");
        assert_eq!(escape("2021-09-28, well-known"), "2021-09-28, well-known");
    }

    #[test]
    fn ids_cannot_leave_their_anchor() {
        assert_eq!(anchor("nisc-2015"), "nisc-2015");
        assert_eq!(anchor("a\"b)"), "a%22b%29");
        assert_eq!(anchor("統括室"), "統括室");
    }

    #[test]
    fn an_address_cannot_be_ended_early() {
        assert_eq!(address("https://x.jp/a>b"), "<https://x.jp/a%3Eb>");
    }
}
