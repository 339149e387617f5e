//! The turning points, and what came after the strategy was adopted.

use super::left_out::headed;
use super::made;
use crate::brief::block::{Block, BlockRole};
use crate::brief::picture::{Flag, Picture, Ribbon};
use crate::brief::step::{Key, LeftOut, Step};
use crate::date::Date;
use crate::model::{EntryId, EventStatus, Kind, Status, Strategy, Weight};
use crate::wording;

/// What came after has this many events where there are as many.
const AFTER: usize = 5;

fn date(strategy: &Strategy, id: EntryId) -> Option<Date> {
    Some(strategy.entry(id).event()?.date)
}

/// The milestones on a ribbon; every event when the model marks none; `None` without events.
pub(super) fn milestones(strategy: &Strategy) -> Option<Step> {
    let events = strategy.of_kind(Kind::Event);
    let key: Vec<EntryId> = events
        .iter()
        .copied()
        .filter(|id| strategy.entry(*id).weight == Weight::Key)
        .collect();
    let (name, listed) = if key.is_empty() {
        ("What happened when", events.to_vec())
    } else {
        ("The milestones", exact(strategy, &key))
    };
    let dates: Vec<Date> = listed.iter().filter_map(|id| date(strategy, *id)).collect();
    let (first, last) = (dates.first()?.year(), dates.last()?.year());
    let title = if first == last {
        format!("{name}, {first}")
    } else {
        format!("{name}, {first} to {last}")
    };
    let mut step = Step::new(Key::Milestones, name, title);
    for id in &listed {
        step.say(event(strategy, *id));
    }
    let flags: Vec<Flag> = listed.iter().filter_map(|id| flag(strategy, *id)).collect();
    let star = flags.iter().any(|flag| flag.when.ends_with('*'));
    step.picture = Some(Picture::Ribbon(Ribbon {
        flags,
        in_force: in_force(strategy),
        first: date(strategy, *events.first()?)?,
        last: date(strategy, *events.last()?)?,
        star: star.then_some("a caveat on this date: v"),
    }));
    step.left_out = caveats(strategy, &listed);
    let rest = events.iter().filter(|id| !listed.contains(id));
    let rest = rest.map(|id| told(strategy, *id)).collect();
    step.left_out.extend(headed(rest, "Events"));
    Some(step)
}

/// The events without those of a year alone in which another is known more exactly.
fn exact(strategy: &Strategy, events: &[EntryId]) -> Vec<EntryId> {
    let dates: Vec<Date> = events.iter().filter_map(|id| date(strategy, *id)).collect();
    let gives_way = |id: &&EntryId| {
        date(strategy, **id).is_some_and(|own| {
            let in_year = |other: &&Date| other.year() == own.year() && other.month().is_some();
            own.month().is_none() && dates.iter().any(|other| in_year(&other))
        })
    };
    events.iter().filter(|id| !gives_way(id)).copied().collect()
}

fn flag(strategy: &Strategy, id: EntryId) -> Option<Flag> {
    let entry = strategy.entry(id);
    let date = entry.event()?.date;
    let star = if entry.caveats.is_empty() { "" } else { "*" };
    Some(Flag {
        date,
        when: format!("{date}{star}"),
        name: entry.name.to_string(),
        entry: id,
    })
}

fn in_force(strategy: &Strategy) -> Option<(Date, Date)> {
    let meta = &strategy.meta;
    let from = meta.adopted?;
    match &meta.status {
        Status::Draft => None,
        Status::InForce => Some((from, meta.as_of.filter(|known| *known > from)?)),
        Status::Superseded { on, .. } => Some((from, on.as_ref().copied()?)),
    }
}

fn caveats(strategy: &Strategy, events: &[EntryId]) -> Vec<LeftOut> {
    let mut lines = Vec::new();
    for id in events {
        let entry = strategy.entry(*id);
        for caveat in &entry.caveats {
            lines.push(LeftOut {
                text: format!("{}: {}", wording::named(entry), caveat.text),
                entries: vec![*id],
                cites: caveat.cites.clone(),
                ..LeftOut::default()
            });
        }
    }
    headed(lines, "Caveats")
}

fn told(strategy: &Strategy, id: EntryId) -> LeftOut {
    let entry = strategy.entry(id);
    LeftOut {
        text: wording::named(entry),
        entries: vec![id],
        cites: entry.cites.clone(),
        ..LeftOut::default()
    }
}

/// Whether it is still in force, and what matters of what happened since it was adopted.
pub(super) fn after(strategy: &Strategy) -> Option<Step> {
    let meta = &strategy.meta;
    let is_later = |id: &EntryId| {
        let event = strategy.entry(*id).event();
        event.is_some_and(|event| match meta.adopted {
            // A month that the adoption falls in is not after it.
            Some(adopted) => event.date.first_day() > adopted.last_day(),
            None => event.status != EventStatus::Done,
        })
    };
    let events = strategy.of_kind(Kind::Event).iter().copied();
    let later: Vec<EntryId> = events.filter(is_later).collect();
    if later.is_empty() && meta.status == Status::InForce {
        return None;
    }
    let title = match meta.status {
        Status::Superseded { .. } => "What came after",
        Status::InForce => "Since then",
        Status::Draft => "What is to come",
    };
    let mut step = Step::new(Key::After, title, title);
    let role = if meta.status == Status::InForce {
        BlockRole::Lead
    } else {
        BlockRole::Warning
    };
    step.say(Block::new(role, format!("{}.", made::status(meta))));
    let shown = chosen(strategy, &later);
    for id in &shown {
        step.say(event(strategy, *id));
    }
    let hidden: Vec<EntryId> = later.into_iter().filter(|id| !shown.contains(id)).collect();
    let left = hidden_words(strategy, &hidden, &shown);
    let known = made::known(meta).unwrap_or_default();
    step.say(Block::new(BlockRole::Foot, left).beside(known));
    let lines = hidden.iter().map(|id| told(strategy, *id)).collect();
    step.left_out = headed(lines, "Events");
    Some(step)
}

/// Key and Main, filled up to five with the latest, in order of time.
fn chosen(strategy: &Strategy, later: &[EntryId]) -> Vec<EntryId> {
    let weighs = |id: &&EntryId| strategy.entry(**id).weight != Weight::Context;
    let mut chosen: Vec<EntryId> = later.iter().filter(weighs).copied().collect();
    for id in later.iter().rev() {
        if chosen.len() >= AFTER {
            break;
        }
        if !chosen.contains(id) {
            chosen.push(*id);
        }
    }
    let mut in_order = later.to_vec();
    in_order.retain(|id| chosen.contains(id));
    in_order
}

/// `12 earlier, from 17 Mar 2022 to 1 Jul 2025`.
fn hidden_words(strategy: &Strategy, hidden: &[EntryId], shown: &[EntryId]) -> String {
    let date_of = |id: Option<&EntryId>| id.and_then(|id| date(strategy, *id));
    let (Some(first), Some(last)) = (date_of(hidden.first()), date_of(hidden.last())) else {
        return String::new();
    };
    let all_earlier = date_of(shown.first()).is_some_and(|shown| last < shown);
    let which = if all_earlier { "earlier" } else { "more" };
    match hidden {
        [_] => format!("1 {which}, {first}"),
        _ => format!("{} {which}, from {first} to {last}", hidden.len()),
    }
}

fn event(strategy: &Strategy, id: EntryId) -> Block {
    let entry = strategy.entry(id);
    let mut block = Block::new(BlockRole::Point, entry.name.as_str()).naming(id);
    if let Some(event) = entry.event() {
        block = block.labelled(event.date.to_string());
        if let Some(word) = event.status.word() {
            block = block.beside(format!("({word})"));
        }
    }
    block
}
