//! What was likely meant by a name that is none, in words for the author of the file.

use crate::model::draft::FIELDS;
use crate::model::words::{a, did_you_mean, nearest, quoted};
use crate::model::{Kind, Problem};

/// Words that authors try, and the field that they mean.
const MEANT: &[(&str, &str)] = &[
    ("title", "name"),
    ("name", "title"),
    ("label", "name"),
    ("description", "summary"),
    ("abstract", "summary"),
    ("text", "details"),
    ("body", "details"),
    ("tags", "topics"),
    ("references", "sources"),
    ("refs", "sources"),
    ("cites", "sources"),
    ("source", "sources"),
    ("relations", "links"),
    ("notes", "note"),
    ("type", "role"),
    ("type", "verb"),
    ("author", "publisher"),
    ("address", "url"),
    ("when", "date"),
    ("target", "to"),
    ("kind", "role"),
    ("kind", "verb"),
    ("question", "ask"),
    ("start", "from"),
    ("end", "to"),
    ("events", "timeline"),
    ("link", "url"),
];

/// How many fields the entries of every kind have; they stand first in the draft.
const COMMON: usize = 15;

/// A field that a struct does not have. `holder` is what the struct is to the author.
pub(super) fn unknown(
    span: std::ops::Range<usize>,
    expected: &'static [&'static str],
    found: &str,
    holder: &str,
) -> Problem {
    let message = match named(holder) {
        Some(holder) => format!("{} has no field `{}`", a(holder), quoted(found)),
        None => format!("unknown field `{}`", quoted(found)),
    };
    let known = FIELDS.contains(&found);
    let of_model = Kind::of_section(found).is_some()
        || [
            "country", "issuer", "edition", "adopted", "as_of", "why", "briefing",
        ]
        .contains(&found);
    Problem::error(span, message).help(match meant(found, expected) {
        None if holder == "entry" && of_model && known => {
            format!("`{found}` stands beside the lists of entries, not inside an entry")
        }
        None if holder == "model" && known => {
            format!("`{found}` stands inside an entry")
        }
        Some(field) => format!("did you mean `{field}`?"),
        None if expected.len() > COMMON => {
            let common = expected.iter().copied().take(COMMON);
            let all = did_you_mean(found, common, "every entry may have");
            format!("{all}, and more by its kind")
        }
        None => did_you_mean(found, expected.iter().copied(), "the fields are"),
    })
}

/// A field that a struct needs.
pub(super) fn missing(span: std::ops::Range<usize>, field: &str, holder: &str) -> Problem {
    let message = match named(holder) {
        Some(holder) => format!("{} needs the field `{field}`", a(holder)),
        None => format!("the field `{field}` is missing"),
    };
    Problem::error(span, message).help(format!("add `{field}: ...`"))
}

/// The field that was likely meant by a name that is none.
pub(super) fn meant(found: &str, expected: &'static [&'static str]) -> Option<&'static str> {
    MEANT
        .iter()
        .find(|(tried, field)| *tried == found && expected.contains(field))
        .map(|(_, field)| *field)
        .or_else(|| nearest(found, expected.iter().copied()))
}

/// The field of a struct that a text alone in its place is likely meant for.
pub(super) fn first(holder: &str) -> Option<&'static str> {
    Some(match holder {
        "step" => "entry",
        "caveat" => "text",
        "link" => "to",
        "card" => "ask",
        "entry" => "id",
        _ => return None,
    })
}

/// The name of a struct, when it is a word for the author and not a type of this program.
fn named(holder: &str) -> Option<&str> {
    Some(holder).filter(|name| name.starts_with(|first: char| first.is_lowercase()))
}

/// What to write for a word of a closed vocabulary that there is not.
pub(super) fn word_help(what: &str, found: &str, expected: &'static [&'static str]) -> String {
    let all = expected.iter().copied();
    if what != "verb" || nearest(found, all.clone()).is_some() {
        return did_you_mean(found, all, "use one of");
    }
    let mut forward = String::new();
    for letter in found.chars() {
        if letter.is_uppercase() && !forward.is_empty() {
            forward.push(' ');
        }
        forward.extend(letter.to_lowercase());
    }
    let forward = quoted(&forward.replace('_', " "));
    let stem = forward.strip_suffix('s').unwrap_or(&forward);
    let inverse = format!("{}ed by", stem.strip_suffix('e').unwrap_or(stem));
    let others = did_you_mean(found, all.filter(|verb| *verb != "Other"), "or use one of");
    format!("write `Other(\"{forward}\", \"{inverse}\")`, {others}")
}
