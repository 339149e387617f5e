//! Cites: the short markers that stand after a sentence, and sources in full.

use crate::model::{Cite, Entry, EntryId, Strategy};

/// So many cites stand in full; of more, the first few.
const IN_FULL: usize = 6;
const FIRST: usize = 3;

/// The markers of cites in one pair of brackets: `[B1, s31]`; of seven and more the first three,
/// `[P4, P12, s10 and 4 more]`. Empty without cites.
pub fn short_cites(strategy: &Strategy, cites: &[Cite]) -> String {
    let shown = if cites.len() > IN_FULL {
        FIRST
    } else {
        cites.len()
    };
    let markers: Vec<String> = cites
        .iter()
        .take(shown)
        .map(|cite| strategy.marker(cite))
        .collect();
    match (markers.is_empty(), cites.len() - shown) {
        (true, _) => String::new(),
        (false, 0) => format!("[{}]", markers.join(", ")),
        (false, more) => format!("[{} and {more} more]", markers.join(", ")),
    }
}

/// Every marker of cites in one pair of brackets. Empty without cites.
pub fn cites(strategy: &Strategy, cites: &[Cite]) -> String {
    let markers: Vec<String> = cites.iter().map(|cite| strategy.marker(cite)).collect();
    if markers.is_empty() {
        String::new()
    } else {
        format!("[{}]", markers.join(", "))
    }
}

/// The markers of cites, each in brackets of its own: `[P8]`, `[s20]`.
pub fn each_marker(strategy: &Strategy, cites: &[Cite]) -> Vec<String> {
    let bracketed = |cite| format!("[{}]", strategy.marker(cite));
    cites.iter().map(bracketed).collect()
}

/// The same in a row; empty without cites.
pub fn markers(strategy: &Strategy, cites: &[Cite]) -> String {
    each_marker(strategy, cites).join(" ")
}

/// A text with its cites after it, each in brackets of its own.
pub fn cited(strategy: &Strategy, text: &str, cites: &[Cite]) -> String {
    if cites.is_empty() {
        text.to_owned()
    } else {
        format!("{text} {}", markers(strategy, cites))
    }
}

/// A source in full but for its address: name, publisher, date, tier.
pub fn reference(source: &Entry) -> String {
    let mut text = source.name.to_string();
    if let Some(original) = &source.original {
        text.extend([" (", original, ")"]);
    }
    let Some(facts) = source.source() else {
        return text;
    };
    for part in [
        facts.publisher.as_ref().map(ToString::to_string),
        facts.date.map(|date| date.to_string()),
        facts.tier.map(|tier| format!("{} source", tier.word())),
    ]
    .into_iter()
    .flatten()
    {
        text.push_str(", ");
        text.push_str(&part);
    }
    text
}

/// The sources of cites, each once and in order, with the places cited in it.
pub fn sources_with_places<'a>(
    cites: impl Iterator<Item = &'a Cite>,
) -> Vec<(EntryId, Vec<&'a str>)> {
    let mut found: Vec<(EntryId, Vec<&str>)> = Vec::new();
    for cite in cites {
        let at = found.iter().position(|(source, _)| *source == cite.source);
        let at = at.unwrap_or_else(|| {
            found.push((cite.source, Vec::new()));
            found.len() - 1
        });
        if let Some((_, places)) = found.get_mut(at)
            && !cite.locator.is_empty()
            && !places.contains(&cite.locator.as_str())
        {
            places.push(&cite.locator);
        }
    }
    found
}
