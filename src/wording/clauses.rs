//! A link as a clause: `is headed by`, `had as secretariat`, in the present and in the past.

/// The words of a link made the verb of a sentence: `headed by` becomes `is headed by` or `was
/// headed by`, `oversees` becomes `oversaw`.
pub fn clause(words: &str, past: bool) -> String {
    const AFTER_PARTICIPLE: &[&str] = &[
        "by", "to", "of", "with", "in", "from", "as", "for", "on", "under", "into",
    ];
    const IRREGULAR: &[(&str, &str)] = &[
        ("has", "had"),
        ("holds", "held"),
        ("oversees", "oversaw"),
        ("builds", "built"),
        ("is", "was"),
        ("are", "were"),
        ("stands", "stood"),
        ("sits", "sat"),
        ("leads", "led"),
        ("gives", "gave"),
        ("seeks", "sought"),
    ];
    // Verbs of the past, unless a word like `by` makes them participles; and verbs of many.
    const TOLD: &[&str] = &[
        "saw", "made", "gave", "began", "spoke", "took", "led", "left", "came", "held",
    ];
    const OF_MANY: &[&str] = &[
        "operate", "commit", "concern", "bring", "seek", "serve", "work",
    ];
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    // `established` alone is said of the past, `established by` of what is.
    let next = rest.split(' ').next().unwrap_or_default();
    let (first, next) = first
        .strip_suffix(',')
        .map_or((first, next), |first| (first, ""));
    let is_told = first.ends_with("ed") || TOLD.contains(&first);
    if matches!(first, "have" | "did")
        || OF_MANY.contains(&first)
        || is_told && !AFTER_PARTICIPLE.contains(&next)
    {
        return words.to_owned();
    }
    let known = IRREGULAR.iter().find(|(now, _)| *now == first);
    let is_verb =
        known.is_some() || first.len() > 3 && first.ends_with('s') && !first.ends_with("ss");
    let said = match (is_verb, past) {
        (true, false) => return words.to_owned(),
        (true, true) => match known {
            Some((_, then)) => (*then).to_owned(),
            None => past_of(first),
        },
        // What is told in the past already stays there.
        (false, _) if matches!(first, "was" | "were" | "had") => return words.to_owned(),
        (false, false) => return format!("is {words}"),
        (false, true) => return format!("was {words}"),
    };
    format!("{said} {rest}").trim_end().to_owned()
}

fn past_of(verb: &str) -> String {
    let base = match verb.strip_suffix("es") {
        Some(base) if base.ends_with("ss") || base.ends_with("sh") || base.ends_with("ch") => base,
        _ => verb.strip_suffix('s').unwrap_or(verb),
    };
    if base.ends_with('e') {
        format!("{base}d")
    } else {
        format!("{base}ed")
    }
}

#[cfg(test)]
mod tests {
    use super::clause;

    #[test]
    fn words_of_a_link_become_a_verb() {
        for (words, now, then) in [
            ("headed by", "is headed by", "was headed by"),
            ("heads", "heads", "headed"),
            ("oversees", "oversees", "oversaw"),
            ("addresses", "addresses", "addressed"),
            ("has secretariat", "has secretariat", "had secretariat"),
            ("serves", "serves", "served"),
            ("part of", "is part of", "was part of"),
            ("established", "established", "established"),
            (
                "aligned itself with",
                "aligned itself with",
                "aligned itself with",
            ),
            ("was voiced by", "was voiced by", "was voiced by"),
            (
                "saw, later, the birth of",
                "saw, later, the birth of",
                "saw, later, the birth of",
            ),
            ("made by", "is made by", "was made by"),
            ("operate", "operate", "operate"),
        ] {
            assert_eq!(clause(words, false), now);
            assert_eq!(clause(words, true), then);
        }
    }
}
