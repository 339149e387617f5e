//! The first steps: whose strategy it is, whether it is in force, what it is for.

use crate::brief::block::{Block, Role};
use crate::brief::step::{Key, Step};
use crate::model::{Kind, Status, Strategy};
use crate::wording;

/// Whose strategy, which edition, and its status.
pub(super) fn title(strategy: &Strategy) -> Step {
    let meta = &strategy.meta;
    let mut title = wording::edition(meta);
    if title.is_empty() {
        title = meta.id.to_string();
    }
    let mut step = Step::new(Key::Title, meta.country.as_str(), title);
    for own in [&meta.original, &meta.reading].into_iter().flatten() {
        step.say(Block::new(Role::Original, own.as_str()));
    }
    let status = if meta.status == Status::InForce {
        Role::Fact
    } else {
        Role::Warning
    };
    step.say(Block::new(status, wording::status_line(&meta.status)).labelled("Status"));
    if let Some(adopted) = meta.adopted {
        step.say(Block::new(Role::Fact, adopted.to_string()).labelled("Adopted"));
    }
    if let Some(issuer) = meta.issuer {
        let name = strategy.entry(issuer).name.as_str();
        step.say(
            Block::new(Role::Fact, name)
                .labelled("Issued by")
                .naming(issuer),
        );
    }
    if let Some(as_of) = meta.as_of {
        step.say(Block::new(Role::Fact, as_of.to_string()).labelled("As known on"));
    }
    if let Some(summary) = &meta.summary {
        step.say(Block::new(Role::Lead, summary.as_str()));
    }
    step
}

/// The goals and the pillars, by name; `None` when the model has neither.
pub(super) fn overview(strategy: &Strategy) -> Option<Step> {
    let goals = strategy.of_kind(Kind::Goal);
    let pillars = strategy.of_kind(Kind::Pillar);
    if goals.is_empty() && pillars.is_empty() {
        return None;
    }
    let mut step = Step::new(Key::Overview, "Overview", "The strategy at a glance");
    let both = !goals.is_empty() && !pillars.is_empty();
    for (heading, ids) in [("Goals", goals), ("Pillars", pillars)] {
        if both {
            step.head(heading);
        }
        for id in ids {
            let mut block = Block::new(Role::Point, strategy.entry(*id).name.as_str()).naming(*id);
            if let Some(number) = strategy.number(*id) {
                block = block.labelled(number);
            }
            step.point(block);
        }
    }
    Some(step)
}
