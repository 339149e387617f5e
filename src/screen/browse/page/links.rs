//! The rows of a page that can be followed.

use ratatui::text::{Line, Span};

use crate::env::Env;
use crate::model::{Entry, EntryId, Relation, Verb};
use crate::ui::page::{Page, Prose};

use super::{LABEL, cites, label, link_name};

/// The label of the entries that cite a source.
const CITED_BY: &str = "Cited by";

/// The objectives of a pillar, or the pillar of an objective.
pub(super) fn objectives(page: &mut Page<EntryId>, env: &Env, entry: &Entry) {
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
pub(super) fn relations(page: &mut Page<EntryId>, env: &Env, id: EntryId) {
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
pub(super) fn cited_by(page: &mut Page<EntryId>, env: &Env, id: EntryId) {
    if env.strategy.citing(id).is_empty() {
        return;
    }
    page.gap();
    if !Page::<EntryId>::is_beside(page.width(), LABEL) {
        page.prose(&Prose::new(CITED_BY, env.theme.verb), 0);
    }
}

/// The line of an entry that cites a source.
pub(in crate::screen::browse) fn citing_line(
    env: &Env,
    id: EntryId,
    is_first: bool,
    width: usize,
) -> Line<'static> {
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
