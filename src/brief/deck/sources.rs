//! Where it is all from: what the steps cite, short enough for a meeting.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::brief::block::{Block, Role};
use crate::brief::step::{Key, Step};
use crate::model::{Cite, EntryId, Kind, SourceFacts, Strategy};
use crate::wording;

/// The sources whose markers stand on the steps, in the model's own order, so that a marker is
/// found; all that are cited anywhere when no step shows a marker; `None` when there are none.
pub(super) fn step(strategy: &Strategy, steps: &[Step]) -> Option<Step> {
    let cited: Vec<EntryId> = strategy
        .of_kind(Kind::Source)
        .iter()
        .copied()
        .filter(|id| !strategy.citing(*id).is_empty())
        .collect();
    let marked: HashSet<EntryId> = cites(steps).map(|cite| cite.source).collect();
    let on_steps: Vec<EntryId> = cited
        .iter()
        .copied()
        .filter(|id| marked.contains(id))
        .collect();
    if cited.is_empty() {
        return None;
    }
    let mut step = Step::new(Key::Sources, "Sources", "Where this is from");
    step.say(Block::new(
        Role::Lead,
        lead(strategy, on_steps.len(), cited.len()),
    ));
    let listed = if on_steps.is_empty() { cited } else { on_steps };
    for id in listed {
        let entry = strategy.entry(id);
        let text = entry.source().and_then(published);
        step.point(
            Block::new(Role::Point, text.unwrap_or_else(|| entry.name.to_string()))
                .labelled(entry.id.as_str())
                .beside(bare(strategy, steps, id))
                .naming(id),
        );
    }
    Some(step)
}

/// Who published it and when, which is how one speaks of a source; its name is one key away.
fn published(source: &SourceFacts) -> Option<String> {
    let publisher = source.publisher.as_ref()?;
    Some(match source.date {
        Some(date) => format!("{publisher}, {date}"),
        None => publisher.to_string(),
    })
}

/// How the first source is known on the steps: by a place in it, without its id: `(B1, P6 and so
/// on)`.
fn bare(strategy: &Strategy, steps: &[Step], source: EntryId) -> String {
    if strategy.of_kind(Kind::Source).first() != Some(&source) {
        return String::new();
    }
    let mut places: Vec<&str> = Vec::new();
    for cite in cites(steps).filter(|cite| cite.source == source) {
        if places.len() > 2 {
            break;
        }
        if !cite.locator.is_empty() && !places.contains(&cite.locator.as_str()) {
            places.push(&cite.locator);
        }
    }
    match places.as_slice() {
        [] => String::new(),
        [one] => format!("({one})"),
        [one, two] => format!("({one} and {two})"),
        [one, two, ..] => format!("({one}, {two} and so on)"),
    }
}

fn cites(steps: &[Step]) -> impl Iterator<Item = &Cite> {
    let blocks = steps.iter().flat_map(|step| &step.blocks);
    blocks.flat_map(|block| &block.cites)
}

fn lead(strategy: &Strategy, shown: usize, cited: usize) -> String {
    let count = match (shown, cited) {
        (_, 1) => "one source".to_owned(),
        (0, _) => format!("{cited} sources"),
        (1, _) => format!("the source cited on these steps, one of {cited} in all"),
        _ if shown == cited => format!("the {cited} sources, all cited on these steps"),
        _ => format!("the {shown} sources cited on these steps, of {cited} in all"),
    };
    let mut text = format!("{}: {count}.", wording::edition(&strategy.meta));
    if let Some(as_of) = strategy.meta.as_of {
        let _ = write!(text, " As known on {as_of}.");
    }
    text
}
