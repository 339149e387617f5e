//! What only some kinds have: dates, publisher, address; and the sources at the foot.

use ratatui::text::Span;

use crate::env::Env;
use crate::model::{Cite, Entry, EntryId, Weight};
use crate::ui::page::{Page, Prose};

use super::LABEL;

/// When it was, and where it can be read.
pub(super) fn dates(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    if let Some(actor) = entry.actor()
        && !actor.active.is_open()
    {
        page.prose(&Prose::new(&actor.active.to_string(), env.theme.date), 0);
    }
    if let Some(event) = entry.event() {
        let mut prose = Prose::new(&event.date.to_string(), env.theme.date);
        if let Some(until) = event.until {
            prose.push(&format!(" to {until}"), env.theme.date);
        }
        if event.weight == Weight::Milestone {
            prose.push(
                &format!("  {} milestone", env.glyphs.star),
                env.theme.milestone,
            );
        }
        if let Some(word) = event.status.word() {
            prose.push(&format!("  {word}"), env.theme.caveat);
        }
        page.prose(&prose, 0);
    }
    if let Some(source) = entry.source() {
        let mut parts = Vec::new();
        parts.extend(source.publisher.as_ref().map(ToString::to_string));
        parts.extend(source.date.map(|date| date.to_string()));
        parts.extend(source.tier.map(|tier| format!("{} source", tier.word())));
        page.prose(&Prose::new(&parts.join(", "), env.theme.date), 0);
        if let Some(url) = &source.url {
            page.prose(&Prose::new(url, env.theme.dim), 0);
        }
    }
}

/// Every source that the entry cites, once, by marker.
pub(super) fn sources(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    let mut cited: Vec<&Cite> = Vec::new();
    for cite in entry.all_cites() {
        if !cited.contains(&cite) {
            cited.push(cite);
        }
    }
    if cited.is_empty() {
        return;
    }
    let mut seen: Vec<EntryId> = Vec::new();
    page.gap();
    for cite in &cited {
        if seen.contains(&cite.source) {
            continue;
        }
        let label = if seen.is_empty() { "Sources" } else { "" };
        seen.push(cite.source);
        let source = env.strategy.entry(cite.source);
        let mut markers: Vec<String> = cited
            .iter()
            .filter(|other| other.source == cite.source)
            .map(|other| env.strategy.marker(other))
            .collect();
        markers.dedup();
        let mut prose = Prose::new(&format!("[{}] ", markers.join(", ")), env.theme.cite);
        prose.push(&source.name, env.theme.link);
        page.follow(
            &Span::styled(label, env.theme.verb),
            LABEL,
            &prose,
            cite.source,
        );
    }
}
