//! When something began, was decided, ended or happened, and what happened in a span of time.

use std::cmp::Reverse;

use super::answer::{Answer, Row, called};
use super::asker::Ask;
use super::passage;
use super::question::{FIRST, LAST, When};
use super::words::{Word, stems};
use crate::date::Date;
use crate::model::{EntryId, Kind, Status, Verb};
use crate::search::is_small;
use crate::text::stem::stem;
use crate::wording;

type Open = [Vec<String>];

/// Words of the names of events with which something begins.
const BEGINNINGS: &[&str] = &[
    "establish",
    "create",
    "found",
    "set",
    "start",
    "open",
    "launch",
    "begin",
    "upgrade",
    "become",
];

/// So many events that have the same words are told, each of which may be meant.
const FEW: usize = 3;

/// So many events are listed of a span of time.
const EVENTS: usize = 10;

/// Whether the strategy, or what is named, holds today.
pub(super) fn in_force(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let words = open.first()?;
    let found = ask.find(words);
    let is_own = ask.is_strategy(words) || found.first() == ask.own().as_ref() && !found.is_empty();
    if is_own {
        return Some(ask.status());
    }
    let id = *found.first()?;
    if ask.entry(id).kind == Kind::Instrument {
        let relations = ask.strategy().relations(id);
        let next = relations
            .iter()
            .find(|relation| !relation.outward && relation.link.verb == Verb::Succeeds);
        let name = &ask.entry(id).name;
        let Some(next) = next else {
            let text = format!("This model tells of nothing that ended or replaced {name}.");
            let cites = ask.entry(id).cites.clone();
            return Some(Answer::of(text, &cites, &[id]).done("now".to_owned()));
        };
        let other = &ask.entry(next.other).name;
        let text = format!("No: {name} was succeeded by {other}.");
        return Some(Answer::of(text, &next.link.cites, &[id, next.other]).done("now".to_owned()));
    }
    let active = ask.entry(id).actor()?.active;
    let name = called(ask.entry(id));
    let text = match (active.from, active.to) {
        (_, Some(to)) => format!("No: {name} ended {}.", wording::on(to)),
        (Some(from), None) => format!(
            "Yes: {name} has been there since {}.",
            wording::date_in_full(from)
        ),
        (None, None) => return None,
    };
    let cites = ask.entry(id).cites.clone();
    Some(Answer::of(text, &cites, &[id]).done("now".to_owned()))
}

/// Since when an entry has been there.
pub(super) fn founded(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let mut answer = Answer::default();
    for id in ask.find_kind(open.first()?, &[Kind::Actor]) {
        let active = ask.entry(id).actor()?.active;
        let Some(from) = active.from else { continue };
        let name = called(ask.entry(id));
        let until = active
            .to
            .map_or_else(String::new, |to| format!("; it ended {}", wording::on(to)));
        let text = format!("{name} has existed since {}", wording::date_in_full(from));
        let text = match active.to {
            Some(_) => format!("{name} began {}{until}.", wording::on(from)),
            None => format!("{text}."),
        };
        let events = ask.events_of(id, BEGINNINGS);
        let near: Vec<Row> = events
            .into_iter()
            .filter(|row| ask.is_near(row.entry, from))
            .collect();
        let cites = ask.entry(id).cites.clone();
        let cites = near.first().map_or(cites, |row| row.cites.clone());
        answer.say(wording::capital(&text), &cites);
        answer.rests_on.push(id);
        ask.caveat_of(&near, &mut answer);
        answer.rows("", near);
    }
    if !answer.said.is_empty() {
        return Some(answer.done("all times".to_owned()));
    }
    // An event is a beginning only when its name says so.
    let begins = |id: &EntryId| {
        let name = ask.asker.names.name_of(*id);
        BEGINNINGS.iter().any(|word| name.contains(&stem(word)))
    };
    let answer = event(ask, open)?;
    answer
        .rests_on
        .first()
        .is_some_and(begins)
        .then_some(answer)
}

/// Since when something is in force, as a sentence says.
pub(super) fn in_force_since(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let found = ask.find_kind(open.first()?, &[Kind::Instrument]);
    passage::dated(ask, &found, &["forc", "effect"])
}

/// For how long the strategy was meant, as a sentence on it says.
pub(super) fn planned_life(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let own = ask
        .own()
        .filter(|_| open.first().is_some_and(|words| ask.is_strategy(words)))?;
    passage::dated(ask, &[own], &["meant", "plan"])
}

/// Whether something is still there, and since when, or until when.
pub(super) fn exists(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let bodies = ask.find_kind(open.first()?, &[Kind::Actor]);
    ended(ask, open).or_else(|| {
        let is_over = |id: &EntryId| {
            ask.entry(*id)
                .actor()
                .is_some_and(|it| it.active.to.is_some())
        };
        (!bodies.iter().any(is_over)).then(|| founded(ask, open))?
    })
}

/// When something was decided by whom it is said to have been.
pub(super) fn adopted_by(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let (one, other) = (open.first()?, open.get(1)?);
    let pairs = [(one, other), (other, one)];
    pairs.into_iter().find_map(|(what, by)| {
        let actors = ask.find_kind(by, &[Kind::Actor]);
        let answer = adopted(ask, std::slice::from_ref(what))?;
        ask.involves(&answer, &actors, by).then_some(answer)
    })
}

/// By whom something was decided.
pub(super) fn adopter(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let mut answer = adopted(ask, open)?;
    let is_actor = |id: &EntryId| ask.entry(*id).kind == Kind::Actor;
    if !answer.rests_on.iter().any(is_actor) {
        let events = answer
            .rests_on
            .iter()
            .filter(|id| ask.entry(**id).kind == Kind::Event);
        let event = *events.into_iter().next()?;
        let summary = ask.summary(event)?;
        let cites = ask.entry(event).cites.clone();
        answer.groups.clear();
        answer.said.clear();
        let when = wording::when(ask.entry(event))?;
        answer.say(format!("{when}: {summary}"), &cites);
    }
    Some(answer)
}

/// When something was decided, and by whom.
pub(super) fn adopted(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let words = open.first()?;
    let found = ask.find(words);
    if ask.is_strategy(words) || ask.own().is_some() && found.first() == ask.own().as_ref() {
        return ask.adoption();
    }
    let instruments = ask.find_kind(words, &[Kind::Instrument]);
    let id = *instruments.first()?;
    let mut answer = Answer::default();
    for held in ask.held(id, crate::model::AsOf::All) {
        let link = held.relation.link;
        let is_adoption = held.relation.outward && link.verb == Verb::AdoptedBy;
        // Without its date an adoption is no answer to when it was.
        if let Some(on) = link.active.from.filter(|_| is_adoption) {
            let by = called(ask.entry(held.relation.other));
            let text = format!("{by} adopted {} {}.", ask.entry(id).name, wording::on(on));
            answer.say(wording::capital(&text), &link.cites);
            answer.rests_on.push(held.relation.other);
        }
    }
    let mut events = ask.events_of(
        id,
        &[
            "adopt",
            "decide",
            "approve",
            "pass",
            "enact",
            "promulgate",
            "sign",
            "agree",
            "decision",
        ],
    );
    if events.is_empty() {
        // The only event about it is the one in which it came to be.
        events = ask.events_of(id, &[]);
        events.truncate(usize::from(events.len() == 1));
    }
    if let Some(first) = events.first().filter(|_| answer.said.is_empty()) {
        let text = format!("{}: {}.", first.when.clone()?, first.text);
        answer.say(text, &first.cites);
    }
    ask.caveat_of(&events, &mut answer);
    answer.rests_on.push(id);
    answer.rows("", events);
    (!answer.said.is_empty()).then(|| answer.done("all times".to_owned()))
}

/// When something ended, and what came after it.
pub(super) fn ended(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let words = open.first()?;
    let found = ask.find(words);
    if ask.is_strategy(words) || ask.own().is_some() && found.first() == ask.own().as_ref() {
        return Some(ask.status());
    }
    let mut answer = Answer::default();
    for id in ask.find_kind(words, &[Kind::Actor]) {
        let Some(to) = ask.entry(id).actor()?.active.to else {
            continue;
        };
        let name = called(ask.entry(id));
        let next = ask.last_of_line(id);
        let after = if next == id {
            String::new()
        } else {
            let successors = ask.strategy().relations(id);
            let first = successors
                .iter()
                .find(|relation| !relation.outward && relation.link.verb == Verb::Succeeds);
            first.map_or_else(String::new, |first| {
                answer.rests_on.push(first.other);
                format!("; {} succeeded it", called(ask.entry(first.other)))
            })
        };
        let text = format!("{name} ended {}{after}.", wording::on(to));
        let cites = ask.entry(id).cites.clone();
        answer.say(wording::capital(&text), &cites);
        answer.rests_on.insert(0, id);
    }
    (!answer.said.is_empty()).then(|| answer.done("all times".to_owned()))
}

/// When one body became another.
pub(super) fn became(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let (from, to) = (
        ask.find_kind(open.first()?, &[Kind::Actor]),
        ask.find_kind(open.get(1)?, &[Kind::Actor]),
    );
    let relations = from.iter().flat_map(|id| {
        ask.strategy()
            .relations(*id)
            .into_iter()
            .map(move |relation| (*id, relation))
    });
    let (id, relation) = relations.into_iter().find(|(_, relation)| {
        !relation.outward && relation.link.verb == Verb::Succeeds && to.contains(&relation.other)
    })?;
    let other = ask.entry(relation.other);
    let since = relation.link.active.from.or(other.actor()?.active.from)?;
    let text = format!(
        "{} became {} {}.",
        called(ask.entry(id)),
        called(other),
        wording::on(since)
    );
    Some(
        Answer::of(
            wording::capital(&text),
            &relation.link.cites,
            &[id, relation.other],
        )
        .done("all times".to_owned()),
    )
}

/// When an event was: by its name, or by what it is about.
pub(super) fn event(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let words = open.first()?;
    let events = ask.find_kind(words, &[Kind::Event]);
    let rows: Vec<Row> = events.iter().map(|id| ask.row(*id)).collect();
    let rows = if rows.is_empty() {
        ask.events_with(words)
    } else {
        rows
    };
    let first = rows.first()?.clone();
    let text = format!("{}: {}.", first.when.clone()?, first.text);
    let mut answer = Answer::of(text, &first.cites, &[first.entry]);
    ask.caveat_of(std::slice::from_ref(&first), &mut answer);
    if rows.len() > 1 {
        answer.rows("", rows);
    }
    Some(answer.done("all times".to_owned()))
}

/// What happened since the strategy was adopted.
pub(super) fn happened_after(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let adopted = ask.strategy().meta.adopted?;
    ask.is_strategy(open.first()?)
        .then(|| happened_within(ask, adopted, LAST))?
}

/// What happened in a span of time.
pub(super) fn happened(ask: &Ask<'_>, _: &Open) -> Option<Answer> {
    let (from, to) = match ask.question.when {
        When::On(date) => (date, date),
        When::Between(from, to) => (from, to),
        When::Then => ask.strategy().meta.adopted.map(|date| (date, date))?,
        When::Open | When::Now => return None,
    };
    happened_within(ask, from, to)
}

fn happened_within(ask: &Ask<'_>, from: Date, to: Date) -> Option<Answer> {
    let is_in = |id: &&EntryId| {
        ask.entry(**id).event().is_some_and(|event| {
            event.date.first_day() >= from.first_day() && event.date.last_day() <= to.last_day()
        })
    };
    let mut all: Vec<EntryId> = ask
        .strategy()
        .of_kind(Kind::Event)
        .iter()
        .filter(is_in)
        .copied()
        .collect();
    let count = all.len();
    all.sort_by_key(|id| ask.entry(*id).weight);
    all.truncate(EVENTS);
    all.sort_by_key(|id| ask.entry(*id).event().map(|event| event.date.first_day()));
    let span = if from == to {
        wording::on(from)
    } else if from == FIRST {
        format!("up to {}", wording::date_in_full(to))
    } else if to == LAST {
        format!("since {}", wording::date_in_full(from))
    } else {
        format!(
            "between {} and {}",
            wording::date_in_full(from),
            wording::date_in_full(to)
        )
    };
    if count == 0 {
        return None;
    }
    let more = count - all.len();
    let events = if count == 1 {
        "one event".to_owned()
    } else {
        format!("{} events", wording::in_words(count))
    };
    let more = if more == 0 {
        String::new()
    } else {
        format!("; those that matter most, and {more} more in the timeline")
    };
    let mut answer = Answer::default();
    answer.say(format!("The model has {events} {span}{more}."), &[]);
    let rows = all.iter().map(|id| ask.row(*id)).collect();
    answer.rows("", rows);
    let time = if from == to || to == LAST {
        from.to_string()
    } else if from == FIRST {
        to.to_string()
    } else {
        format!("{from} to {to}")
    };
    Some(answer.done(time))
}

impl Ask<'_> {
    /// Whether the strategy is in force, as its status says.
    pub(super) fn status(&self) -> Answer {
        let meta = &self.strategy().meta;
        let title = wording::edition(meta);
        let text = match &meta.status {
            Status::Draft => format!("{title} is a draft and was not adopted."),
            Status::InForce => match meta.adopted {
                Some(date) => format!(
                    "{title} is in force, since {}.",
                    wording::date_in_full(date)
                ),
                None => format!("{title} is in force."),
            },
            Status::Superseded { by, on, .. } => {
                let on = on.map_or_else(String::new, |on| format!(" {}", wording::on(on)));
                let by = if by.is_empty() {
                    String::new()
                } else {
                    format!(" by {by}")
                };
                format!("{title} is not in force: it was replaced{on}{by}.")
            }
        };
        let on = match &meta.status {
            Status::Superseded { on, .. } => *on,
            _ => meta.adopted,
        };
        let events = on.map(|on| self.events_on(on)).unwrap_or_default();
        let cites = events
            .first()
            .map(|row| row.cites.clone())
            .unwrap_or_default();
        let mut rests_on: Vec<EntryId> = self.own().into_iter().collect();
        rests_on.extend(events.iter().map(|row| row.entry));
        Answer::of(text, &cites, &rests_on).done("now".to_owned())
    }

    /// When and by whom the strategy was adopted.
    fn adoption(&self) -> Option<Answer> {
        let meta = &self.strategy().meta;
        let date = meta.adopted?;
        let title = wording::edition(meta);
        let text = match meta.issuer {
            Some(id) => format!(
                "{} adopted the {title} {}.",
                called(self.entry(id)),
                wording::on(date)
            ),
            None => format!("The {title} was adopted {}.", wording::on(date)),
        };
        let events = self.events_on(date);
        let cites = events
            .first()
            .map(|row| row.cites.clone())
            .unwrap_or_default();
        let mut rests_on: Vec<EntryId> = self.own().into_iter().collect();
        rests_on.extend(meta.issuer);
        let mut answer = Answer::of(wording::capital(&text), &cites, &rests_on);
        self.caveat_of(&events, &mut answer);
        answer.rests_on.extend(events.iter().map(|row| row.entry));
        Some(answer.done("all times".to_owned()))
    }

    /// The events of a day that matter most.
    fn events_on(&self, date: Date) -> Vec<Row> {
        let events = self.strategy().of_kind(Kind::Event).iter();
        let mut events: Vec<EntryId> = events
            .filter(|id| {
                self.entry(**id)
                    .event()
                    .is_some_and(|event| event.date == date)
            })
            .copied()
            .collect();
        events.sort_by_key(|id| self.entry(*id).weight);
        events.truncate(1);
        events.into_iter().map(|id| self.row(id)).collect()
    }

    /// The events about an entry whose names have one of these words, the weightiest first; without
    /// words all of them.
    fn events_of(&self, id: EntryId, words: &[&str]) -> Vec<Row> {
        let words: Vec<String> = words.iter().map(|word| stem(word)).collect();
        let relations = self.strategy().relations(id);
        let others = relations.iter().map(|relation| relation.other);
        let mut events: Vec<EntryId> = others
            .filter(|id| self.entry(*id).event().is_some())
            .filter(|id| {
                let name = self.asker.names.name_of(*id);
                words.is_empty() || name.iter().any(|stem| words.contains(stem))
            })
            .collect();
        events.sort_by_key(|id| (self.entry(*id).weight, id.index()));
        events.dedup();
        events.truncate(4);
        events.into_iter().map(|id| self.row(id)).collect()
    }

    /// The event that has all the words, in name, keywords or text, most of them in its name.
    fn events_with(&self, words: &[String]) -> Vec<Row> {
        let wanted: Vec<String> = words
            .iter()
            .filter(|word| !is_small(word))
            .cloned()
            .collect();
        let names = self.asker.names;
        let wanted = stems(&wanted.join(" ")).into_iter();
        let wanted: Vec<Word> = wanted.map(|stem| names.word(stem)).collect();
        let events = self.strategy().of_kind(Kind::Event).iter();
        let ranked = events.filter_map(|id| {
            let labels = names.stems_of(*id);
            let in_labels = wanted.iter().filter(|word| word.is_in(labels)).count();
            let mut said = names.text_of(*id);
            said.extend_from_slice(labels);
            let all = wanted.iter().all(|word| word.is_in(&said));
            all.then_some((Reverse(in_labels), self.entry(*id).weight, *id))
        });
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_by_key(|(named, weight, id)| (*named, *weight, id.index()));
        // A few are told all; of many those whose names say it.
        if ranked.len() > FEW {
            ranked.retain(|(Reverse(named), ..)| *named == wanted.len());
        }
        if wanted.is_empty() || ranked.len() > FEW {
            return Vec::new();
        }
        ranked.iter().map(|(.., id)| self.row(*id)).collect()
    }

    /// Whether an answer, or an event that it rests on, has to do with one of these.
    fn involves(&self, answer: &Answer, actors: &[EntryId], words: &[String]) -> bool {
        let words = stems(&words.join(" "));
        let is_theirs = |id: &EntryId| {
            let summary = self.summary(*id).unwrap_or_default();
            let relations = self.strategy().relations(*id);
            let mut others = relations.iter().map(|each| each.other);
            let is_event = self.entry(*id).kind == Kind::Event;
            let said = stems(&summary);
            let is_named = words.iter().all(|word| said.contains(word));
            actors.contains(id)
                || is_event && (is_named || others.any(|other| actors.contains(&other)))
        };
        answer.rests_on.iter().any(is_theirs)
    }

    /// Whether an event was in the year of a date.
    fn is_near(&self, id: EntryId, date: Date) -> bool {
        self.entry(id)
            .event()
            .is_some_and(|event| event.date.year() == date.year())
    }

    /// Adds the caveat of the first row that has one.
    pub(super) fn caveat_of(&self, rows: &[Row], answer: &mut Answer) {
        let caveats = rows
            .iter()
            .filter_map(|row| self.entry(row.entry).caveats.first());
        if let Some(caveat) = caveats
            .into_iter()
            .next()
            .filter(|_| answer.caveats.is_empty())
        {
            answer.caveats.push(super::answer::Said {
                text: caveat.text.to_string(),
                cites: caveat.cites.clone(),
            });
        }
    }
}
