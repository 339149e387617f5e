//! An entry, or an answer, as text to paste elsewhere: what it says, and where that is from.

use crate::ask::Answer;
use crate::model::{EntryId, Status, Strategy};
use crate::wording;

/// The entry's name and summary, then its place in the strategy and its sources.
pub fn cited(strategy: &Strategy, id: EntryId) -> String {
    let entry = strategy.entry(id);
    let mut text = entry.name.to_string();
    if let Some(event) = entry.event() {
        text = format!("{}: {text}", event.date);
    }
    if let Some(summary) = &entry.summary {
        text.push_str("\n\n");
        text.push_str(summary);
    }
    text.push_str("\n\n");
    text.push_str(&place(strategy, id));
    for (id, places) in wording::sources_with_places(entry.cites.iter()) {
        text.push('\n');
        text.push_str(&source(strategy, id, &places));
    }
    text.push('\n');
    text
}

/// The question, its answer, for which time it holds, and its sources.
pub fn answered(strategy: &Strategy, question: &str, answer: &Answer) -> String {
    let mut lines = vec![question.trim().to_owned(), String::new()];
    lines.extend(answer.lines(strategy));
    lines.push(String::new());
    lines.push(format!(
        "{} ({}).",
        wording::title(&strategy.meta),
        answer.time
    ));
    let sources = wording::sources_with_places(answer.cites()).into_iter();
    lines.extend(sources.map(|(id, places)| source(strategy, id, &places)));
    lines.join("\n") + "\n"
}

/// `Japan: Cybersecurity Strategy (2021), pillar 3; superseded by ... on 23 Dec 2025.`
fn place(strategy: &Strategy, id: EntryId) -> String {
    let meta = &strategy.meta;
    let number = strategy
        .number(id)
        .map(|number| format!(" {number}"))
        .unwrap_or_default();
    let kind = strategy.entry(id).kind.word();
    let status = match &meta.status {
        Status::InForce => String::new(),
        Status::Draft => format!("; {}", wording::short_status(&meta.status)),
        Status::Superseded { .. } => format!("; {}", wording::status(&meta.status)),
    };
    format!("{}, {kind}{number}{status}.", wording::title(meta))
}

/// `Publisher, "Name", 28 Sep 2021, P8, https://...`
fn source(strategy: &Strategy, id: EntryId, locators: &[&str]) -> String {
    let entry = strategy.entry(id);
    let mut parts = Vec::new();
    if let Some(facts) = entry.source() {
        parts.extend(facts.publisher.as_ref().map(ToString::to_string));
        parts.push(format!("\"{}\"", entry.name));
        parts.extend(facts.date.map(|date| date.to_string()));
        if !locators.is_empty() {
            parts.push(locators.join(", "));
        }
        parts.extend(facts.url.as_ref().map(ToString::to_string));
    }
    format!("Source: {}", parts.join(", "))
}
