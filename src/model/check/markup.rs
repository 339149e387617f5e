//! What of other notations is pasted into texts, and what an address is.

/// Tags of web pages and of the other notations that borrow them.
const TAGS: &[&str] = &[
    "a",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "hr",
    "i",
    "img",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];

/// The first piece of markup in a text.
pub(super) fn found(text: &str) -> Option<&str> {
    let is_special = |byte: u8| matches!(byte, b'<' | b'&' | b'*' | b'[' | b'_' | b'#');
    if !text.bytes().any(is_special) {
        return None;
    }
    let head = text.trim_start();
    if let Some(hashes) = head.split(' ').next().filter(|word| !word.is_empty())
        && hashes.bytes().all(|byte| byte == b'#')
        && hashes.len() < head.len()
    {
        return Some(hashes);
    }
    text.char_indices().find_map(|(at, each)| {
        let rest = text.get(at..)?;
        let length = match each {
            '<' => tag(rest),
            '&' => entity(rest),
            '*' => between(rest, "**"),
            '_' => between(rest, "__"),
            '[' => link(rest),
            _ => None,
        };
        rest.get(..length?)
    })
}

/// Whether an address is one that a browser may be given.
pub(super) fn is_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("https://");
    let Some(rest) = rest.or_else(|| lower.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.') && !host.starts_with('.') && !text.contains(char::is_whitespace)
}

/// The length of `<b>`, `</p>` or `<a href="...">`.
fn tag(rest: &str) -> Option<usize> {
    let inside = rest.get(1..)?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let end = name.find(|each: char| !each.is_ascii_alphanumeric())?;
    let name = name.get(..end)?.to_ascii_lowercase();
    TAGS.contains(&&*name).then_some(rest.find('>')? + 1)
}

/// The length of `&amp;` or `&#39;`.
fn entity(rest: &str) -> Option<usize> {
    let end = rest.find(';').filter(|&end| (3..=9).contains(&end))?;
    let name = rest.get(1..end)?;
    let name = name.strip_prefix('#').unwrap_or(name);
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_name && !name.is_empty()).then_some(end + 1)
}

/// The length of a piece between two equal marks, close around it.
fn between(rest: &str, mark: &str) -> Option<usize> {
    let inside = rest.strip_prefix(mark)?;
    let end = inside.find(mark)?;
    let piece = inside.get(..end)?;
    let is_close = !piece.is_empty() && piece.trim() == piece && !piece.starts_with('_');
    is_close.then_some(end + 2 * mark.len())
}

/// The length of `[words](address)`.
fn link(rest: &str) -> Option<usize> {
    let middle = rest.find("](")?;
    let end = rest.get(middle..)?.find(')')?;
    Some(middle + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_other_notations_is_found() {
        for (text, markup) in [
            ("A <b>bold</b> word.", "<b>"),
            ("Ends<br/>here", "<br/>"),
            ("<a href=\"x\">words</a>", "<a href=\"x\">"),
            ("R&amp;D", "&amp;"),
            ("It&#39;s", "&#39;"),
            ("A **bold** word.", "**bold**"),
            (
                "See [the plan](https://plan.example).",
                "[the plan](https://plan.example)",
            ),
            ("## Heading", "##"),
        ] {
            assert_eq!(found(text), Some(markup), "{text}");
        }
    }

    #[test]
    fn plain_texts_have_none() {
        for text in [
            "R&D; and more",
            "a < b and c > d",
            "5 * 3 ** 2",
            "[sic] (thus)",
            "`show` it",
            "# 7 of 9 #",
            "AT&T",
            "snake_case_name",
            "#1",
            "__ and __",
            "x <y> z",
            "fish & chips; peas",
        ] {
            let expected = (text == "# 7 of 9 #").then_some("#");
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn only_the_web_has_addresses() {
        for good in [
            "https://a.example/x?y#z",
            "http://a.example",
            "HTTPS://A.EXAMPLE",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "www.a.example",
            "https://",
            "https:///x",
            "https://a b.example",
            "doi:10.1/2",
            "data:text/html,x",
            "see the plan",
            "https://.",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
