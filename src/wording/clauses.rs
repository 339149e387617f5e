//! A link as a clause: `is headed by`, `had as secretariat`, in the present and in the past.

use crate::model::{Entry, Kind};

/// The words of a link made the verb of a sentence about an entry: `are headed by` of many.
pub fn clause_of(subject: &Entry, words: &str, past: bool) -> String {
    let said = clause(words, past);
    if !is_many(subject) {
        return said;
    }
    let (first, rest) = said.split_once(' ').unwrap_or((&said, ""));
    let first = match first {
        "is" => "are".to_owned(),
        "was" => "were".to_owned(),
        "has" => "have".to_owned(),
        _ if is_present(first) => base_of(first).to_owned(),
        _ => first.to_owned(),
    };
    format!("{first} {rest}").trim_end().to_owned()
}

/// Whether a name is that of many: its noun, before `of` and the like, ends as plurals do.
fn is_many(entry: &Entry) -> bool {
    const JOINTS: &[&str] = &[
        "of", "on", "in", "for", "from", "by", "to", "with", "against",
    ];
    const SINGLE: &[&str] = &[
        "headquarters",
        "states",
        "philippines",
        "netherlands",
        "series",
        "news",
        "status",
    ];
    if matches!(
        entry.kind,
        Kind::Pillar | Kind::Objective | Kind::Goal | Kind::Event | Kind::Claim | Kind::Term
    ) {
        return false;
    }
    let name = entry.name.to_lowercase();
    let name = name.split(" (").next().unwrap_or(&name);
    let words: Vec<&str> = name.split(' ').collect();
    let end = words
        .iter()
        .position(|word| JOINTS.contains(word))
        .unwrap_or(words.len());
    let head = end
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .copied()
        .unwrap_or_default();
    let is_plural = head.ends_with('s')
        && !head.ends_with("ss")
        && !head.ends_with("us")
        && !head.ends_with("is");
    is_plural && !SINGLE.contains(&head)
}

/// Whether a word looks like a verb of one in the present.
fn is_present(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
}

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
    const NOUNS: &[&str] = &["responsibility of", "subject of", "secretariat of"];
    let with_article = format!("the {words}");
    let words = if NOUNS.contains(&words) {
        with_article.as_str()
    } else {
        words
    };
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
    let is_verb = known.is_some() || is_present(first);
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

/// A verb of one without its ending: `targets` becomes `target`.
fn base_of(verb: &str) -> &str {
    match verb.strip_suffix("es") {
        Some(base) if base.ends_with("ss") || base.ends_with("sh") || base.ends_with("ch") => base,
        _ => verb.strip_suffix('s').unwrap_or(verb),
    }
}

fn past_of(verb: &str) -> String {
    let base = base_of(verb);
    if base.ends_with('e') {
        format!("{base}d")
    } else {
        format!("{base}ed")
    }
}

#[cfg(test)]
mod tests {
    use super::{clause, clause_of};
    use crate::model::{Kind, load};

    #[test]
    fn many_take_the_verb_of_many() {
        let model = r#"(format: 1, id: "m", title: "T", country: "C", status: InForce, actors: [
            (id: "a", name: "Self-Defense Forces", role: Body),
            (id: "b", name: "Cyber Headquarters", role: Body),
            (id: "c", name: "Makers of devices", role: Group),
        ])"#;
        let strategy = load("m.ron", model.into()).unwrap().strategy;
        let said: Vec<String> = strategy
            .of_kind(Kind::Actor)
            .iter()
            .map(|id| clause_of(strategy.entry(*id), "exercises with", false))
            .collect();
        assert_eq!(said, ["exercise with", "exercises with", "exercise with"]);
    }

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
