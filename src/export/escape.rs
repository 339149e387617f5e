//! Text that Markdown must not read as markup.

use std::fmt::Write as _;

/// The text on one line, with a backslash before every character that could begin markup or HTML.
/// Addresses in it stay addresses.
pub(super) fn escape(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, url, after)) = first_address(rest) {
        push_escaped(&mut safe, before, false);
        safe.push_str(&address(url));
        rest = after;
    }
    push_escaped(&mut safe, rest, true);
    safe
}

/// Adds a stretch of text; `last` when nothing follows it.
fn push_escaped(safe: &mut String, text: &str, last: bool) {
    let starts_line = safe.is_empty();
    // A list or a heading begins at the start of a line alone, and the text is one line.
    let digits = if starts_line {
        text.chars().take_while(char::is_ascii_digit).count()
    } else {
        0
    };
    // A heading loses the `#` at its end.
    let body = if last {
        text.trim_end_matches('#').chars().count()
    } else {
        usize::MAX
    };
    let mut before = ' ';
    let mut chars = text.chars().enumerate().peekable();
    while let Some((at, each)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let starts = starts_line && at == 0 && matches!(each, '#' | '+' | '-' | '=' | ':');
        let numbers = digits > 0 && at == digits && matches!(each, '.' | ')');
        let anywhere = matches!(
            each,
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$'
        );
        // Inside a word it is no emphasis.
        let underscore = each == '_' && !(before.is_alphanumeric() && next.is_alphanumeric());
        if starts || numbers || anywhere || underscore || at >= body {
            safe.push('\\');
        }
        safe.push(each);
        before = each;
    }
}

/// The first web address in a text, with what stands before and after it.
fn first_address(text: &str) -> Option<(&str, &str, &str)> {
    let start = ["https://", "http://"]
        .into_iter()
        .filter_map(|scheme| text.find(scheme))
        .min()?;
    let (before, rest) = text.split_at_checked(start)?;
    let end = rest
        .find(|each: char| each.is_whitespace() || matches!(each, '<' | '>' | '"' | '|' | '`'))
        .unwrap_or(rest.len());
    let url = rest.get(..end)?;
    let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', ']', '}']);
    let after = rest.get(url.len()..)?;
    (url.len() > "https://".len()).then_some((before, url, after))
}

/// A web address in angle brackets, which makes it a link; what would end it is percent-encoded.
/// Any other address stays text.
pub(super) fn address(url: &str) -> String {
    let lower = url.to_ascii_lowercase();
    if !lower.starts_with("http://") && !lower.starts_with("https://") {
        return escape(url);
    }
    let allowed =
        |each: char| !each.is_whitespace() && !matches!(each, '<' | '>' | '\\' | '"' | '`' | '|');
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
        assert_eq!(escape("    four spaces"), "four spaces");
        assert_eq!(escape("~one~ and ~~two~~"), r"\~one\~ and \~\~two\~\~");
        assert_eq!(escape("Ends with #"), r"Ends with \#");
        assert_eq!(escape("a_b and _a_ $x$"), r"a_b and \_a\_ \$x\$");
        assert_eq!(escape("a\nb"), "a b");
    }

    #[test]
    fn an_address_in_a_text_stays_one() {
        assert_eq!(escape("http://e.org/a_b_c."), "<http://e.org/a_b_c>.");
        assert_eq!(escape("<https://e.org>"), r"\<<https://e.org>\>");
        assert_eq!(escape("x http://"), "x http://");
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
        assert_eq!(
            address("x.png) ![i](javascript:y"),
            r"x.png) !\[i\](javascript:y"
        );
    }
}
