//! An entry in full: what it is, what is said of it, with what it is linked, where that is from.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::env::Env;
use crate::model::{Cite, Entry, EntryId, Kind, Relation, Verb};
use crate::text::Clean;
use crate::ui::page::{Page, Prose};
use crate::wording;

/// The column of labels, in cells.
const LABEL: usize = 19;

/// Prose is never wider than this many cells, for the eye to find the next line.
const MEASURE: usize = 84;

/// The cells for text in a body of this width: less the margins and the scroll bar.
pub(super) fn measure(width: u16) -> usize {
    usize::from(width).saturating_sub(4).clamp(1, MEASURE)
}

/// Lays an entry out for a width in cells, up to the entries that cite it; `notes` shows what the
/// speaker says.
pub(super) fn compose(env: &Env, id: EntryId, width: usize, notes: bool) -> Page<EntryId> {
    let mut page = Page::new(width);
    let entry = env.strategy.entry(id);
    names(&mut page, env, entry);
    dates(&mut page, env, entry);
    said(&mut page, env, entry);
    if notes {
        note(&mut page, env, entry);
    }
    caveats(&mut page, env, entry);
    objectives(&mut page, env, entry);
    relations(&mut page, env, id);
    sources(&mut page, env, entry);
    cited_by(&mut page, env, id);
    page
}

/// What an entry is, as the header of its page: `Pillar 3`, `Actor, body`.
pub(super) fn kind_words(env: &Env, id: EntryId) -> String {
    let entry = env.strategy.entry(id);
    let mut words = entry.kind.word().to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if let Some(number) = env.strategy.number(id) {
        return format!("{words} {number}");
    }
    match entry.actor() {
        Some(actor) => format!("{words}, {}", actor.role.word()),
        None => words,
    }
}

fn names(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    page.prose(&Prose::new(&entry.name, env.theme.title), 0);
    let mut own = Prose::default();
    if let Some(original) = &entry.original {
        own.push(original, env.theme.original);
    }
    if let Some(reading) = entry
        .reading
        .as_ref()
        .filter(|own| Some(*own) != entry.original.as_ref())
    {
        if !own.is_empty() {
            own.push("  ", env.theme.dim);
        }
        own.push(reading, env.theme.dim);
    }
    if !own.is_empty() {
        page.prose(&own, 0);
    }
    if !entry.aliases.is_empty() {
        let aliases: Vec<&str> = entry.aliases.iter().map(Clean::as_str).collect();
        let mut prose = Prose::new("Also: ", env.theme.dim);
        prose.push(&aliases.join(", "), env.theme.dim);
        page.prose(&prose, 0);
    }
}

fn said(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    if let Some(summary) = &entry.summary {
        page.gap();
        let mut prose = Prose::new(summary, env.theme.text);
        cites(&mut prose, env, &entry.cites);
        page.prose(&prose, 0);
    }
    for paragraph in &entry.details {
        page.gap();
        page.prose(&Prose::new(paragraph, env.theme.text), 0);
    }
    if entry.unverified {
        page.gap();
        page.prose(
            &Prose::new(
                "Not verified: no source was seen for this.",
                env.theme.caveat,
            ),
            0,
        );
    }
}

fn note(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    page.gap();
    let text = entry
        .note
        .as_ref()
        .map_or("None for this entry.", |note| note.as_str());
    let label = match entry.minutes {
        Some(1) => "Note (1 minute)".to_owned(),
        Some(minutes) => format!("Note ({minutes} minutes)"),
        None => "Note".to_owned(),
    };
    let prose = Prose::new(text, env.theme.note);
    page.labelled(&Span::styled(label, env.theme.heading), LABEL, &prose);
}

fn caveats(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    for caveat in &entry.caveats {
        page.gap();
        let mut prose = Prose::new(&caveat.text, env.theme.text);
        cites(&mut prose, env, &caveat.cites);
        page.labelled(&Span::styled("Caveat", env.theme.caveat), LABEL, &prose);
    }
}

/// Adds the markers of some cites: ` [B3, s45]`.
fn cites(prose: &mut Prose, env: &Env, cites: &[Cite]) {
    if cites.is_empty() {
        return;
    }
    let markers = wording::cites(&env.strategy, cites);
    prose.push(&format!(" {markers}"), env.theme.cite);
}

/// The style of a label, which is empty after the first row of a group.
fn label(text: &str, style: Style) -> Span<'static> {
    Span::styled(wording::capital(text), style)
}

/// The name of an entry as a link: with its number, or with its date.
fn link_name(env: &Env, id: EntryId) -> Prose {
    let entry = env.strategy.entry(id);
    let mut prose = Prose::default();
    if let Some(number) = env.strategy.number(id) {
        prose.push(&format!("{number} "), env.theme.date);
    } else if let Some(event) = entry.event() {
        prose.push(&format!("{}  ", event.date), env.theme.date);
    } else if entry.kind == Kind::Source {
        prose.push(&format!("{}  ", entry.id), env.theme.cite);
    }
    prose.push(&entry.name, env.theme.link);
    prose
}

/// When it was, and where it can be read.
fn dates(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
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
        if entry.is_milestone() {
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
fn sources(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
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

/// The label of the entries that cite a source.
const CITED_BY: &str = "Cited by";

/// The objectives of a pillar, or the pillar of an objective.
fn objectives(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    let groups = [
        ("objectives", entry.children.as_slice()),
        ("part of", entry.parent.as_slice()),
    ];
    for (word, ids) in groups {
        if !ids.is_empty() {
            page.gap();
        }
        for (at, id) in ids.iter().enumerate() {
            let label = label(if at == 0 { word } else { "" }, env.theme.verb);
            let mut prose = link_name(env, *id);
            if word == "objectives" {
                cites(&mut prose, env, &env.strategy.entry(*id).cites);
            }
            page.follow(&label, LABEL, &prose, *id);
        }
    }
}

/// The links in both directions, grouped by verb.
fn relations(page: &mut Page<EntryId>, env: &Env, id: EntryId) {
    let relations = env.strategy.relations(id);
    let mut groups: Vec<(String, Vec<Relation<'_>>)> = Vec::new();
    for relation in relations {
        let words = relation.words();
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, group)) => group.push(relation),
            None => groups.push((words.into_owned(), vec![relation])),
        }
    }
    if !groups.is_empty() {
        page.gap();
    }
    for (words, mut group) in groups {
        if group
            .first()
            .is_some_and(|first| first.link.verb == Verb::About)
        {
            group.sort_by_key(|relation| {
                env.strategy
                    .entry(relation.other)
                    .event()
                    .map(|event| event.date)
            });
        }
        for (at, relation) in group.iter().enumerate() {
            let label = label(if at == 0 { &words } else { "" }, env.theme.verb);
            page.follow(&label, LABEL, &relation_row(env, relation), relation.other);
        }
    }
}

fn relation_row(env: &Env, relation: &Relation<'_>) -> Prose {
    let mut prose = link_name(env, relation.other);
    if !relation.link.active.is_open() {
        prose.push(&format!(" ({})", relation.link.active), env.theme.dim);
    }
    if relation.link.verb != Verb::About {
        cites(&mut prose, env, &relation.link.cites);
    }
    prose
}

/// What stands above the entries that cite a source.
fn cited_by(page: &mut Page<EntryId>, env: &Env, id: EntryId) {
    if env.strategy.citing(id).is_empty() {
        return;
    }
    page.gap();
    if !Page::<EntryId>::is_beside(page.width(), LABEL) {
        page.prose(&Prose::new(CITED_BY, env.theme.verb), 0);
    }
}

/// The line of an entry that cites a source.
pub(super) fn citing_line(env: &Env, id: EntryId, is_first: bool, width: usize) -> Line<'static> {
    let (label, column) = match (Page::<EntryId>::is_beside(width, LABEL), is_first) {
        (true, true) => (CITED_BY, LABEL),
        (true, false) => ("", LABEL),
        (false, _) => ("", 2),
    };
    let mut line = link_name(env, id).line();
    let pad = Span::raw(" ".repeat(column - label.len()));
    line.spans
        .splice(0..0, [Span::styled(label, env.theme.verb), pad]);
    line
}
