//! The rows of a page that can be followed.

use crate::env::Env;
use crate::model::{Entry, EntryId, Relation, Verb};
use crate::ui::page::{Page, Prose};

use super::{LABEL, cites, label, link_name};

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

/// The entries that cite a source.
pub(super) fn cited_by(page: &mut Page<EntryId>, env: &Env, id: EntryId) {
    let citing = env.strategy.citing(id);
    if !citing.is_empty() {
        page.gap();
    }
    for (at, citing) in citing.iter().enumerate() {
        let label = label(if at == 0 { "cited by" } else { "" }, env.theme.verb);
        page.follow(&label, LABEL, &link_name(env, *citing), *citing);
    }
}
