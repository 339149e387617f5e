//! Steps that are made from the whole: the title, lists of goals and pillars, who answers to whom.

use crate::brief::block::{Block, BlockRole};
use crate::brief::step::{Key, LeftOut, Step};
use crate::model::{Kind, Meta, Role, Status, Strategy};
use crate::wording;

/// Whose strategy, which edition, when it was adopted, and whether it holds.
pub(super) fn title(strategy: &Strategy) -> Step {
    let meta = &strategy.meta;
    let mut name = wording::edition(meta);
    if name.is_empty() {
        name = meta.id.to_string();
    }
    let title = if meta.title.is_empty() {
        meta.id.as_str()
    } else {
        meta.title.as_str()
    };
    let mut step = Step::new(Key::Title, name, title);
    if !meta.country.is_empty() {
        let country = Block::new(BlockRole::Kicker, meta.country.as_str());
        step.blocks.insert(0, country);
    }
    for own in [&meta.original, &meta.reading].into_iter().flatten() {
        step.say(Block::new(BlockRole::Original, own.as_str()));
    }
    if let Some(adopted) = adopted(strategy) {
        let mut block = Block::new(BlockRole::Fact, adopted);
        block.entries.extend(meta.issuer);
        step.say(block);
    }
    let role = if meta.status == Status::InForce {
        BlockRole::Fact
    } else {
        BlockRole::Warning
    };
    step.say(Block::new(role, status(meta)));
    if let Some(known) = known(meta) {
        step.say(Block::new(BlockRole::Foot, "").beside(known));
    }
    let say = |label: &str, text: &str| LeftOut {
        label: label.to_owned(),
        text: text.to_owned(),
        ..LeftOut::default()
    };
    if let Some(summary) = &meta.summary {
        step.left_out.push(say("In short", summary));
    }
    step
}

/// `Adopted by the Cabinet on 28 September 2021`; `None` where neither is known, or for a draft.
fn adopted(strategy: &Strategy) -> Option<String> {
    let meta = &strategy.meta;
    if meta.status == Status::Draft {
        return None;
    }
    let issuer = meta.issuer.map(|id| {
        let entry = strategy.entry(id);
        let is_body = entry.actor().is_some_and(|actor| actor.role == Role::Body);
        let the = if is_body && !entry.name.starts_with("The ") {
            "the "
        } else {
            ""
        };
        format!(" by {the}{}", entry.name)
    });
    let on = meta.adopted.map(|date| format!(" {}", wording::on(date)));
    (issuer.is_some() || on.is_some()).then(|| {
        let (issuer, on) = (issuer.unwrap_or_default(), on.unwrap_or_default());
        format!("Adopted{issuer}{on}")
    })
}

/// Whether it holds, as a sentence without its full stop: `Replaced on 23 December 2025 by
/// Cybersecurity Strategy (2025)`.
pub(super) fn status(meta: &Meta) -> String {
    match &meta.status {
        Status::InForce => "In force".to_owned(),
        Status::Draft => match meta.adopted.or(meta.as_of) {
            Some(date) => format!("Draft of {}, not adopted", wording::date_in_full(date)),
            None => "Draft, not adopted".to_owned(),
        },
        Status::Superseded { by, on, .. } => {
            let mut text = "Replaced".to_owned();
            if let Some(on) = on {
                text.push_str(&format!(" {}", wording::on(*on)));
            }
            if !by.is_empty() {
                text.push_str(&format!(" by {by}"));
            }
            text
        }
    }
}

/// `as known on 22 November 2026`.
pub(super) fn known(meta: &Meta) -> Option<String> {
    let known = meta.as_of?;
    Some(format!("as known {}", wording::on(known)))
}

/// The goals or the pillars, each with its summary.
pub(super) fn list(strategy: &Strategy, kind: Kind) -> Option<Step> {
    let ids = strategy.of_kind(kind);
    if ids.is_empty() {
        return None;
    }
    let key = if kind == Kind::Goal {
        Key::Goals
    } else {
        Key::Pillars
    };
    let what = wording::capital(kind.section());
    let title = format!("{} {}", wording::in_words(ids.len()), kind.section());
    let mut step = Step::new(key, what, wording::capital(&title));
    for id in ids {
        let entry = strategy.entry(*id);
        let mut text = entry.name.to_string();
        if let Some(summary) = &entry.summary {
            text.push_str(&format!(": {summary}"));
        }
        let number = strategy.number(*id).unwrap_or_default();
        step.point(
            Block::new(BlockRole::Point, text)
                .labelled(number)
                .naming(*id),
        );
    }
    Some(step)
}
