//! An entry in full: what it is, what is said of it, with what it is linked, where that is from.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::{Caveat, Cite, Entry, EntryId, Held, Kind, Verb};
use crate::text::{Clean, wrap};
use crate::ui::page::{Page, Prose};
use crate::wording;

/// The column of labels, in cells.
const LABEL: usize = 19;

/// Prose is never wider than this many cells, for the eye to find the next line.
const MEASURE: usize = 84;

/// The label of the entries that cite a source.
const CITED_BY: &str = "Cited by";

/// The cells for text in a body of this width: less the margins and the scroll bar.
pub(super) fn measure(width: u16) -> usize {
    usize::from(width).saturating_sub(4).clamp(1, MEASURE)
}

/// Lays an entry out for a width in cells, up to the entries that cite it; `notes` shows what the
/// speaker says. Of actors and events the links that say who and when stand before the further
/// paragraphs, of all others prose comes first.
pub(super) fn compose(env: &Env, id: EntryId, width: usize, notes: bool) -> Page<EntryId> {
    let mut page = Page::new(width);
    let entry = env.strategy.entry(id);
    let all = wording::held_by_verb(&env.strategy, id, env.as_of);
    let links_first = matches!(entry.kind, Kind::Actor | Kind::Event);
    let is_first = |group: &(String, Vec<Held<'_>>)| links_first && group.1.iter().any(is_standing);
    let (mut first, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(is_first);
    first.sort_by_key(|(_, group)| group.iter().map(|held| rank(held)).min());
    names(&mut page, env, id);
    dates(&mut page, env, id);
    summary(&mut page, env, entry);
    relations(&mut page, env, first);
    if links_first {
        left_out(&mut page, env, id);
    }
    paragraphs(&mut page, env, entry);
    if notes {
        note(&mut page, env, entry);
    }
    caveats(&mut page, env, entry);
    objectives(&mut page, env, entry);
    relations(&mut page, env, rest);
    if !links_first {
        left_out(&mut page, env, id);
    }
    sources(&mut page, env, entry);
    cited_by(&mut page, env, id);
    page
}

/// The links that say what an actor is among others and when, in the order in which people ask
/// for them: who heads it before what it reports to.
const STANDING: &[Verb] = &[
    Verb::Heads,
    Verb::HoldsOffice,
    Verb::DeputyOf,
    Verb::SecretariatOf,
    Verb::MemberOf,
    Verb::SeatOn,
    Verb::ReportsTo,
    Verb::PartOf,
    Verb::LocatedIn,
    Verb::EstablishedBy,
    Verb::Succeeds,
];

fn rank(held: &Held<'_>) -> usize {
    let verb = &held.relation.link.verb;
    let place = STANDING.iter().position(|known| known == verb);
    place.unwrap_or(STANDING.len())
}

fn is_standing(held: &Held<'_>) -> bool {
    rank(held) < STANDING.len()
}

/// What an entry is, as the header of its page: `Pillar 3`, `Actor, body`, `Claim, judgement`.
pub(super) fn kind_words(env: &Env, id: EntryId) -> String {
    let entry = env.strategy.entry(id);
    let words = wording::capital(entry.kind.word());
    if let Some(number) = env.strategy.number(id) {
        return format!("{words} {number}");
    }
    match (entry.actor(), entry.voice) {
        (Some(actor), _) => format!("{words}, {}", actor.role.word()),
        (None, Some(voice)) => format!("{words}, {}", voice.word()),
        (None, None) => words,
    }
}

fn names(page: &mut Page<EntryId>, env: &Env, id: EntryId) {
    let entry = env.strategy.entry(id);
    page.prose(&Prose::new(&entry.name, env.theme.title), 0);
    if let Some(tag) = wording::voice_tag(&env.strategy, id) {
        page.prose(&Prose::new(&tag, env.theme.caveat), 0);
    }
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
        let text = other_names(&entry.aliases, page.width());
        page.prose(&Prose::new(&text, env.theme.dim), 0);
    }
}

/// The other names that fit on one line, at least one: `Also: HQ, and 3 more`.
fn other_names(names: &[Clean], width: usize) -> String {
    let line = |count: usize| {
        let shown: Vec<&str> = names.iter().take(count).map(Clean::as_str).collect();
        let more = match names.len() - shown.len() {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        format!("Also: {}{more}", shown.join(", "))
    };
    let counts = (1..=names.len()).rev();
    let mut lines = counts.map(line);
    let fitting = lines.find(|line| wrap::width(line) <= width);
    fitting.unwrap_or_else(|| line(1))
}

/// When it was, what it is about, and where it can be read.
fn dates(page: &mut Page<EntryId>, env: &Env, id: EntryId) {
    let entry = env.strategy.entry(id);
    if let Some(words) = wording::presence(&env.strategy, id, env.as_of) {
        page.prose(&Prose::new(&words, env.theme.caveat), 0);
    }
    let mut prose = Prose::default();
    if let Some(actor) = entry.actor() {
        prose.push_whole(&actor.active.to_string(), env.theme.date);
    }
    if let Some(event) = entry.event() {
        prose.push(&wording::when(entry).unwrap_or_default(), env.theme.date);
        if entry.is_milestone() {
            let mark = env.glyphs.milestone_of(event.date.month().is_some());
            prose.push(&format!("  {mark} milestone"), env.theme.milestone);
        }
        let later = env.as_of.is_before(event.date).then_some("later");
        for word in later.into_iter().chain(event.status.word()) {
            prose.push(&format!("  {word}"), env.theme.caveat);
        }
    }
    if let Some(source) = entry.source() {
        let mut parts = Vec::new();
        parts.extend(source.publisher.as_ref().map(ToString::to_string));
        parts.extend(source.date.map(|date| date.to_string()));
        parts.extend(source.tier.map(|tier| format!("{} source", tier.word())));
        prose.push(&parts.join(", "), env.theme.date);
    }
    if let Some(topics) = wording::topics_line(entry) {
        let between = if prose.is_empty() { "" } else { "   " };
        prose.push(&format!("{between}{topics}"), env.theme.dim);
    }
    if !prose.is_empty() {
        page.prose(&prose, 0);
    }
    if let Some(url) = entry.source().and_then(|source| source.url.as_ref()) {
        page.prose(&Prose::new(url, env.theme.dim), 0);
    }
}

fn summary(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    if let Some(summary) = &entry.summary {
        page.gap();
        let mut prose = Prose::new(summary, env.theme.text);
        cites(&mut prose, env, &entry.cites);
        page.prose(&prose, 0);
    }
}

fn paragraphs(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    for paragraph in &entry.details {
        page.gap();
        page.prose(&Prose::new(paragraph, env.theme.text), 0);
    }
    if entry.unverified {
        page.gap();
        let text = "Not verified: no source was seen for this.";
        page.prose(&Prose::new(text, env.theme.caveat), 0);
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

/// Where the sources are imprecise or the record disagrees: of the entry, and of its objectives.
fn caveats(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
    for caveat in &entry.caveats {
        caveat_row(page, env, caveat, "");
    }
    for child in &entry.children {
        let number = env.strategy.number(*child).unwrap_or_default();
        for caveat in &env.strategy.entry(*child).caveats {
            caveat_row(page, env, caveat, &format!("{number}  "));
        }
    }
}

fn caveat_row(page: &mut Page<EntryId>, env: &Env, caveat: &Caveat, of: &str) {
    page.gap();
    let mut prose = Prose::new(of, env.theme.date);
    prose.push(&caveat.text, env.theme.text);
    if caveat.editorial {
        prose.push(&format!(" ({})", wording::OURS), env.theme.dim);
    }
    cites(&mut prose, env, &caveat.cites);
    page.labelled(&Span::styled("Caveat", env.theme.caveat), LABEL, &prose);
}

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

/// Links of the time of the view in both directions, grouped by verb.
fn relations(page: &mut Page<EntryId>, env: &Env, groups: Vec<(String, Vec<Held<'_>>)>) {
    if !groups.is_empty() {
        page.gap();
    }
    let date = |held: &Held<'_>| {
        let entry = env.strategy.entry(held.relation.other);
        entry.event().map(|event| event.date)
    };
    for (words, mut group) in groups {
        let is_about = |held: &Held<'_>| held.relation.link.verb == Verb::About;
        if group.first().is_some_and(is_about) {
            group.sort_by_key(date);
        }
        for (at, held) in group.iter().enumerate() {
            let label = label(if at == 0 { &words } else { "" }, env.theme.verb);
            let prose = relation_row(env, held);
            page.follow(&label, LABEL, &prose, held.relation.other);
        }
    }
}

fn relation_row(env: &Env, held: &Held<'_>) -> Prose {
    let relation = &held.relation;
    let mut prose = link_name(env, relation.other);
    let name = &env.strategy.entry(relation.other).name;
    let named = wording::with_holder(&env.strategy, relation.other, env.as_of);
    if let Some(holder) = named.strip_prefix(name.as_str()) {
        prose.push(holder, env.theme.text);
    }
    if let Some(when) = wording::held_when(relation.link, held.about) {
        prose.push(", ", env.theme.dim);
        prose.push_whole(&when, env.theme.dim);
    }
    if relation.link.editorial {
        prose.push(&format!(", {}", wording::OURS), env.theme.dim);
    }
    if relation.link.verb == Verb::About {
        let entry = env.strategy.entry(relation.other);
        let by = entry.by.as_ref();
        if let Some(voice) = entry.voice {
            let by = by.map(|by| format!(" of {}", wording::speaker(&env.strategy, by)));
            let text = format!(", {}{}", voice.word(), by.unwrap_or_default());
            prose.push(&text, env.theme.dim);
        }
    } else {
        cites(&mut prose, env, &relation.link.cites);
    }
    prose
}

/// How many links the time of the view leaves out, and the key that shows them.
fn left_out(page: &mut Page<EntryId>, env: &Env, id: EntryId) {
    let all = env.strategy.relations(id).len();
    let count = all - env.strategy.relations_on(id, env.as_of).len();
    if count > 0 {
        let keys = env.keymap.keys(Mode::Explore, &Action::AsOf);
        let key = keys.first().map(|key| format!(" ({key})"));
        let links = wording::count(count, "link");
        let text = format!("{links} of other times left out{}", key.unwrap_or_default());
        page.prose(&Prose::new(&text, env.theme.dim), 0);
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
        let label = Span::styled(label, env.theme.verb);
        page.follow(&label, LABEL, &prose, cite.source);
    }
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

/// Adds the markers of some cites: ` [B3, s45]`.
fn cites(prose: &mut Prose, env: &Env, cites: &[Cite]) {
    let text = wording::short_cites(&env.strategy, cites);
    if !text.is_empty() {
        prose.push(&format!(" {text}"), env.theme.cite);
    }
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
