//! An entry in full: what it is, what is said of it, with what it is linked, where that is from.

mod facts;
pub(super) mod links;

use ratatui::style::Style;
use ratatui::text::Span;

use crate::env::Env;
use crate::model::{Cite, Entry, EntryId, Kind};
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
    facts::dates(&mut page, env, entry);
    said(&mut page, env, entry);
    if notes {
        note(&mut page, env, entry);
    }
    caveats(&mut page, env, entry);
    links::objectives(&mut page, env, entry);
    links::relations(&mut page, env, id);
    facts::sources(&mut page, env, entry);
    links::cited_by(&mut page, env, id);
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
