//! Who answers to whom on a day: the body that most stands around, with what stands around it.

use super::left_out::headed;
use super::options::DeckOptions;
use crate::brief::block::{Block, BlockRole};
use crate::brief::picture::{Chart, ChartBox, ChartLine, Members, Picture};
use crate::brief::step::{Key, LeftOut, Step};
use crate::model::{AsOf, EntryId, Held, Kind, Meta, Presence, Role, Strategy, Verb};
use crate::organisation::{Organisation, Unit};
use crate::wording;

/// Bodies drawn beside the one in the middle, at most.
const BESIDE: usize = 3;

/// A body in the middle has at least so many links.
const LEAST: usize = 2;

const NAME: &str = "Who answered to whom";

/// The step; a list by role where no body stands in the middle; `None` without actors.
pub(super) fn step(strategy: &Strategy, options: DeckOptions) -> Option<Step> {
    let title = title(&strategy.meta, options.as_of);
    let Some(centre) = centre(strategy, options.as_of) else {
        return by_role(strategy, options, title);
    };
    let mut step = Step::new(Key::Actors, NAME, title);
    let chart = chart(strategy, options.as_of, centre);
    say(&mut step, &chart);
    step.left_out = left_out(strategy, options.as_of, &chart);
    step.picture = Some(Picture::Chart(chart));
    Some(step)
}

/// The tense follows the day: past where the author knew of later ones.
fn title(meta: &Meta, as_of: AsOf) -> String {
    match as_of.date() {
        None => "Who answers to whom".to_owned(),
        Some(date) if meta.as_of.is_some_and(|known| as_of.is_before(known)) => {
            format!("Who answered to whom {}", wording::on(date))
        }
        Some(_) => "Who answers to whom now".to_owned(),
    }
}

/// Whether a link joins bodies in the picture.
const fn is_drawn(verb: &Verb) -> bool {
    matches!(
        verb,
        Verb::ReportsTo
            | Verb::SecretariatOf
            | Verb::CoordinatesWith
            | Verb::PartOf
            | Verb::MemberOf
            | Verb::Heads
            | Verb::SeatOn
    )
}

fn is_body(strategy: &Strategy, id: EntryId) -> bool {
    let role = strategy.entry(id).actor().map(|actor| actor.role);
    matches!(role, Some(Role::Body | Role::Organisation))
}

/// The body with most links on the day; of several that of most weight, then the first.
fn centre(strategy: &Strategy, as_of: AsOf) -> Option<EntryId> {
    let links = |id: EntryId| {
        let held = strategy.relations_on(id, as_of);
        held.iter()
            .filter(|held| is_drawn(&held.relation.link.verb))
            .count()
    };
    let actors = strategy.of_kind(Kind::Actor).iter().copied();
    let there = actors
        .filter(|id| is_body(strategy, *id) && strategy.presence(*id, as_of) != Presence::Out);
    let counted = there
        .map(|id| (id, links(id)))
        .filter(|(_, count)| *count >= LEAST);
    // The first of those that are equal.
    counted
        .rev()
        .max_by_key(|(id, count)| (*count, std::cmp::Reverse(strategy.entry(*id).weight)))
        .map(|(id, _)| id)
}

fn chart(strategy: &Strategy, as_of: AsOf, centre: EntryId) -> Chart {
    let organisation = Organisation::new(strategy, as_of).unfolded();
    let held = strategy.relations_on(centre, as_of);
    let is = |held: &&Held<'_>, verb: &Verb, outward: bool| {
        held.relation.link.verb == *verb && held.relation.outward == outward
    };
    let make = |id: EntryId, verb: String, point: usize| ChartBox {
        entry: id,
        name: strategy.entry(id).name.to_string(),
        lines: lines(strategy, &organisation, id, as_of),
        verb,
        point,
    };
    let boxes = |members: Members| Members {
        boxes: box_members(&members, &held, &make),
        ..members
    };
    let above = held
        .iter()
        .find(|held| is(held, &Verb::ReportsTo, true) || is(held, &Verb::PartOf, true));
    let above = above.map(|held| {
        let verb = held.relation.words().into_owned();
        make(held.relation.other, verb, 0)
    });
    let mut beside: Vec<ChartBox> = Vec::new();
    let sideways = held.iter().filter(|held| {
        let verb = &held.relation.link.verb;
        *verb == Verb::CoordinatesWith || is(held, &Verb::SecretariatOf, false)
    });
    for held in sideways {
        let other = held.relation.other;
        let is_known = beside.iter().any(|known| known.entry == other);
        if !is_body(strategy, other) || is_known || beside.len() == BESIDE {
            continue;
        }
        // Read from the box on the left to the one in the middle.
        let verb = held.relation.link.verb.forward().into_owned();
        let point = beside.len() + 1;
        beside.push(make(other, verb, point));
    }
    let point = beside.len() + 1;
    Chart {
        centre: make(centre, String::new(), 0),
        above,
        beside,
        members: members(strategy, &held, point).map(boxes),
    }
}

/// Who heads a body, and where it sits.
fn lines(
    strategy: &Strategy,
    organisation: &Organisation,
    id: EntryId,
    as_of: AsOf,
) -> Vec<ChartLine> {
    let unit = organisation.trees.iter().find_map(|tree| find(tree, id));
    let mut lines = Vec::new();
    for who in unit.into_iter().flat_map(|unit| &unit.people) {
        if who.label == "member" {
            continue;
        }
        let is_unknown = who.office == Some(who.id);
        let text = if is_unknown {
            format!("not known ({})", who.name)
        } else {
            who.name.clone()
        };
        lines.push(ChartLine {
            label: who.label,
            text,
            entry: who.id,
            is_extra: who.label != "head",
        });
        let office = who
            .office
            .filter(|office| *office != who.id && who.label == "head");
        lines.extend(office.map(|office| ChartLine {
            label: "",
            text: strategy.entry(office).name.to_string(),
            entry: office,
            is_extra: true,
        }));
    }
    let held = strategy.relations_on(id, as_of);
    let others = |verb: Verb| {
        let own = held.iter().map(|held| &held.relation);
        own.filter(move |own| own.outward && own.link.verb == verb)
            .map(|own| own.other)
    };
    // Where it sits is said once: what it reports to stands above it.
    let mut seats = others(Verb::LocatedIn);
    let seat = seats.find(|seat| others(Verb::ReportsTo).all(|over| over != *seat));
    lines.extend(seat.map(|seat| ChartLine {
        label: "in",
        text: strategy.entry(seat).name.to_string(),
        entry: seat,
        is_extra: true,
    }));
    lines
}

fn find(unit: &Unit, id: EntryId) -> Option<&Unit> {
    if unit.id == id {
        return Some(unit);
    }
    unit.parts.iter().find_map(|part| find(part, id))
}

fn members(strategy: &Strategy, held: &[Held<'_>], point: usize) -> Option<Members> {
    let of = |verb: Verb| -> Vec<EntryId> {
        let fits = held
            .iter()
            .filter(|held| held.relation.link.verb == verb && !held.relation.outward);
        fits.map(|held| held.relation.other).collect()
    };
    let names = |ids: &[EntryId]| -> String {
        let names: Vec<&str> = ids
            .iter()
            .map(|id| strategy.entry(*id).name.as_str())
            .collect();
        names.join("; ")
    };
    let (seated, plain) = (of(Verb::SeatOn), of(Verb::MemberOf));
    let mut parts = Vec::new();
    if !seated.is_empty() {
        parts.push(format!("the heads of: {}", names(&seated)));
    }
    if !plain.is_empty() {
        parts.push(names(&plain));
    }
    let entries: Vec<EntryId> = seated.into_iter().chain(plain).collect();
    (!entries.is_empty()).then(|| Members {
        text: parts.join("; "),
        count: entries.len(),
        point,
        entries,
        boxes: Vec::new(),
    })
}

/// A box for each member; over one that only has a seat it says whose.
fn box_members(
    members: &Members,
    held: &[Held<'_>],
    make: &impl Fn(EntryId, String, usize) -> ChartBox,
) -> Vec<ChartBox> {
    let boxes = members.entries.iter().map(|id| {
        let is_seat = |held: &&Held<'_>| held.relation.other == *id;
        let link = held.iter().filter(is_seat).map(|held| &held.relation.link);
        let has_seat = link.clone().any(|link| link.verb == Verb::SeatOn);
        let verb = if has_seat { "the head of" } else { "" };
        make(*id, verb.to_owned(), members.point)
    });
    boxes.collect()
}

/// The same in words, a point for each branch.
fn say(step: &mut Step, chart: &Chart) {
    let people = |own: &ChartBox| {
        let lines = own.lines.iter().map(|line| match line.label {
            "" => format!("({})", line.text),
            label => format!("; {label} {}", line.text),
        });
        let text: String = lines.collect::<Vec<_>>().join(" ");
        text.replace(" ;", ";")
    };
    let mut text = format!("{}{}", chart.centre.name, people(&chart.centre));
    let mut entries = vec![chart.centre.entry];
    if let Some(above) = &chart.above {
        text.push_str(&format!("; {} {}", above.verb, above.name));
        entries.push(above.entry);
    }
    let mut point = |text: String, entries: Vec<EntryId>| {
        let mut block = Block::new(BlockRole::Point, text);
        block.entries = entries;
        step.point(block);
    };
    point(text, entries);
    for own in &chart.beside {
        let text = format!("{} {} it{}", own.name, own.verb, people(own));
        point(text, vec![own.entry]);
    }
    if let Some(members) = &chart.members {
        let text = format!("has as members {}", members.text);
        point(text, members.entries.clone());
    }
}

/// The actors that the picture does not draw.
fn left_out(strategy: &Strategy, as_of: AsOf, chart: &Chart) -> Vec<LeftOut> {
    let boxes = chart
        .beside
        .iter()
        .chain(&chart.above)
        .chain([&chart.centre]);
    let mut drawn: Vec<EntryId> = Vec::new();
    for own in boxes {
        drawn.push(own.entry);
        drawn.extend(own.lines.iter().map(|line| line.entry));
    }
    drawn.extend(chart.members.iter().flat_map(|members| &members.entries));
    let actors = strategy.of_kind(Kind::Actor).iter().copied();
    let (gone, there): (Vec<EntryId>, Vec<EntryId>) = actors
        .filter(|id| !drawn.contains(id))
        .partition(|id| strategy.presence(*id, as_of) == Presence::Out);
    let mut lines = Vec::new();
    for role in Role::ALL {
        let is_of = |id: &EntryId| {
            let actor = strategy.entry(*id).actor();
            actor.is_some_and(|actor| actor.role == *role)
        };
        let entries: Vec<EntryId> = there.iter().copied().filter(is_of).collect();
        if !entries.is_empty() {
            lines.push(listed(strategy, role.heading(), entries));
        }
    }
    if !gone.is_empty() {
        lines.push(listed(strategy, "Not then", gone));
    }
    let caveats = drawn.iter().filter(|id| **id == chart.centre.entry);
    let caveats = caveats.flat_map(|id| &strategy.entry(*id).caveats);
    let caveats = caveats.map(|caveat| LeftOut {
        text: caveat.text.to_string(),
        cites: caveat.cites.clone(),
        ..LeftOut::default()
    });
    lines.extend(headed(caveats.collect(), "Caveats"));
    lines
}

fn listed(strategy: &Strategy, label: &str, entries: Vec<EntryId>) -> LeftOut {
    let names: Vec<&str> = entries
        .iter()
        .map(|id| strategy.entry(*id).name.as_str())
        .collect();
    LeftOut {
        label: label.to_owned(),
        text: names.join("; "),
        entries,
        ..LeftOut::default()
    }
}

/// The actors by what they are.
fn by_role(strategy: &Strategy, options: DeckOptions, title: String) -> Option<Step> {
    let mut step = Step::new(Key::Actors, NAME, title);
    for role in Role::ALL {
        let is_there = |id: &EntryId| {
            let actor = strategy.entry(*id).actor();
            actor.is_some_and(|actor| actor.role == *role)
                && strategy.presence(*id, options.as_of) != Presence::Out
        };
        let actors = strategy.of_kind(Kind::Actor).iter().copied();
        let group: Vec<EntryId> = actors.filter(is_there).collect();
        if group.is_empty() {
            continue;
        }
        let names: Vec<&str> = group
            .iter()
            .map(|id| strategy.entry(*id).name.as_str())
            .collect();
        let mut block = Block::new(BlockRole::Point, names.join("; ")).labelled(role.heading());
        block.entries = group;
        step.point(block);
    }
    (step.points > 0).then_some(step)
}
