//! Who heads, holds, deputises, sits on and stands above what, on a day or at all times.

use super::answer::{Answer, Row, Said, called, overlaps};
use super::asker::Ask;
use super::question::When;
use crate::date::{Date, Period};
use crate::model::{AsOf, Entry, EntryId, Held, Kind, Role, Verb};
use crate::wording;

type Open = [Vec<String>];

/// Who heads a body: through an office its holders.
pub(super) fn head(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let bodies = ask.actors(open.first()?);
    ask.holders_of(&bodies, &Verb::Heads, "head")
}

/// Who is deputy of a body.
pub(super) fn deputy(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let bodies = ask.actors(open.first()?);
    ask.holders_of(&bodies, &Verb::DeputyOf, "deputy")
}

/// What is the secretariat of a body.
pub(super) fn secretariat(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let bodies = ask.actors(open.first()?);
    ask.holders_of(&bodies, &Verb::SecretariatOf, "secretariat")
}

/// Who sits on a body.
pub(super) fn members(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let bodies = ask.actors(open.first()?);
    ask.sides(&bodies, |held| {
        !held.relation.outward
            && matches!(
                held.relation.link.verb,
                Verb::MemberOf | Verb::SeatOn | Verb::PartOf
            )
    })
}

/// Who holds an office.
pub(super) fn holder(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let offices = ask.find_where(open.first()?, &is_office);
    let office = *offices.first()?;
    let mut answer = Answer::default();
    let mut named = Vec::new();
    for as_of in ask.times() {
        let rows = ask.rows_of_office(office, as_of);
        let office_called = called(ask.entry(office));
        let opening = ask.opening(as_of);
        let verb = if ask.is_past(as_of) { "was" } else { "is" };
        if let [only] = rows.as_slice() {
            let sentence = format!("{opening}{} {verb} {office_called}.", only.text);
            answer.say(wording::capital(&sentence), &only.cites);
        } else if !rows.is_empty() {
            let verb = if verb == "was" { "held" } else { "hold" };
            let office = &ask.entry(office).name;
            let sentence = format!("{opening}{} {verb} the office of {office}:", count(&rows));
            answer.say(wording::capital(&sentence), &[]);
        }
        if !rows.is_empty() {
            named.push(ask.named(as_of));
        }
        answer.rows(&ask.heading(as_of), rows);
    }
    ask.adopted_within(office, &mut answer);
    answer.rests_on.insert(0, office);
    (!answer.groups.is_empty()).then(|| answer.done(named.join("; ")))
}

/// Who held an office at a time that is named: `prime minister 2021`.
pub(super) fn holder_then(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let is_timed = !matches!(ask.question.when, When::Open | When::Between(..));
    holder(ask, open).filter(|_| is_timed)
}

/// Who somebody is: of an office its holder, of anybody else what the model says.
pub(super) fn who(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    holder(ask, open).or_else(|| super::meaning::what_of(ask, &ask.actors(open.first()?)))
}

/// Who held the offices of somebody after them.
pub(super) fn next_in_office(ask: &Ask<'_>, people: &[EntryId]) -> Option<Answer> {
    let mut answer = Answer::default();
    for &person in people {
        for own in ask.offices(person) {
            let Some(end) = own.relation.link.active.to else {
                continue;
            };
            let office = own.relation.other;
            let holders = ask.strategy().holders(office, AsOf::All);
            let after = holders
                .iter()
                .filter(|held| held.relation.other != person)
                .filter_map(|held| Some((held.relation.link.active.from?, held)))
                .filter(|(from, _)| from.last_day() >= end.first_day())
                .min_by_key(|(from, _)| from.first_day());
            let Some((_, next)) = after else { continue };
            let row = ask.held_row(next);
            let when = and_when(row.when.as_deref());
            let text = format!(
                "{} followed {} as {}{when}.",
                row.text,
                ask.entry(person).name,
                ask.entry(office).name
            );
            answer.say(text, &row.cites);
            answer.rests_on.extend([person, office, row.entry]);
        }
    }
    (!answer.said.is_empty()).then(|| answer.done("all times".to_owned()))
}

/// Whether somebody still holds an office: when they did, and who does.
pub(super) fn is_still(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let offices = ask.offices_named(open.get(1)?);
    let people = ask.actors(open.first()?);
    let person = *people.first()?;
    let own = ask.offices(person);
    let own = own
        .iter()
        .find(|held| offices.contains(&held.relation.other))?;
    let row = ask.held_row(own);
    let office = own.relation.other;
    let (name, of) = (&ask.entry(person).name, &ask.entry(office).name);
    let text = format!("{name} held the office of {of}: {}.", row.when?);
    let mut answer = Answer::of(text, &row.cites, &[person, office]);
    let now = AsOf::On(ask.asker.today);
    for row in ask.rows_of_office(office, now) {
        let when = and_when(row.when.as_deref());
        answer.say(
            format!("{} is {}{when}.", row.text, called(ask.entry(office))),
            &row.cites,
        );
        answer.rests_on.push(row.entry);
    }
    Some(answer.done(ask.named(now)))
}

/// Who held an office before somebody.
pub(super) fn before(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.neighbour_in_office(open, true)
}

/// Who held an office after somebody.
pub(super) fn after(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    ask.neighbour_in_office(open, false)
}

/// When somebody held their offices.
pub(super) fn in_office(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let people = ask.actors(open.first()?);
    let mut answer = Answer::default();
    for &person in &people {
        for own in ask.offices(person) {
            let row = ask.held_row(&own);
            let when = row.when.clone()?;
            let office = &ask.entry(own.relation.other).name;
            let text = format!(
                "{} held the office of {office}: {when}.",
                ask.entry(person).name
            );
            answer.say(text, &row.cites);
            answer.rests_on.extend([person, row.entry]);
        }
    }
    (!answer.said.is_empty()).then(|| answer.done("all times".to_owned()))
}

/// Who stands above a body, up to the top.
pub(super) fn above(ask: &Ask<'_>, open: &Open) -> Option<Answer> {
    let bodies = ask.actors(open.first()?);
    let mut answer = Answer::default();
    let mut named = Vec::new();
    for as_of in ask.times() {
        let Some(&body) = bodies
            .iter()
            .find(|id| ask.is_there(**id, as_of))
            .or(bodies.first())
        else {
            continue;
        };
        // Where it is no more, its last successor stands for it.
        let body = if ask.is_there(body, as_of) {
            body
        } else {
            let heir = ask.last_of_line(body);
            ask.say_heir(heir, &mut answer);
            ask.say_above_until(body, &mut answer);
            heir
        };
        let mut rows = Vec::new();
        let mut at = body;
        while let Some((above, row)) = ask.step_up(at, as_of).filter(|_| rows.len() < 5) {
            if rows.iter().any(|row: &Row| row.entry == above) {
                break;
            }
            rows.push(row);
            at = above;
        }
        if let Some(first) = rows.first() {
            let past = ask.is_past(as_of);
            let name = called(ask.entry(body));
            let verb = if past { "stood" } else { "stands" };
            let above = called(ask.entry(first.entry));
            let text = format!("{}{above} {verb} above {name}.", ask.opening(as_of));
            answer.say(wording::capital(&text), &first.cites);
            answer.rests_on.push(body);
            named.push(ask.named(as_of));
        }
        answer.rows(&ask.heading(as_of), rows);
    }
    (!answer.groups.is_empty()).then(|| answer.done(named.join("; ")))
}

/// When something held, behind a comma; nothing where that is not known.
fn and_when(when: Option<&str>) -> String {
    when.map_or_else(String::new, |when| format!(", {when}"))
}

fn is_office(entry: &Entry) -> bool {
    entry
        .actor()
        .is_some_and(|actor| actor.role == Role::Office)
}

/// A clause before several: `has member` becomes `has as members`.
fn of_many(clause: &str) -> String {
    match clause.split_once(' ') {
        Some((verb @ ("has" | "have" | "had"), noun))
            if !noun.contains(' ') && !noun.ends_with('s') =>
        {
            format!("{verb} as {noun}s")
        }
        _ => clause.to_owned(),
    }
}

fn count(rows: &[Row]) -> String {
    wording::in_words(rows.len())
}

impl Ask<'_> {
    pub(super) fn actors(&self, words: &[String]) -> Vec<EntryId> {
        self.find_kind(words, &[Kind::Actor])
    }

    /// The heading of a group where several times are told apart.
    pub(super) fn heading(&self, as_of: AsOf) -> String {
        if self.times().len() < 2 {
            return String::new();
        }
        match as_of {
            AsOf::On(date) if date != self.asker.today => {
                format!("Then, {}", wording::on_short(date))
            }
            _ => wording::capital(&self.named(as_of)),
        }
    }

    /// The offices that words name, or through which what they name is headed.
    fn offices_named(&self, words: &[String]) -> Vec<EntryId> {
        let found = self.find_where(words, &is_office);
        let Some((first, rest)) = words.split_first() else {
            return found;
        };
        if !found.is_empty() || !matches!(first.as_str(), "head" | "chief" | "boss" | "leader") {
            return found;
        }
        let rest = rest.strip_prefix(&["of".to_owned()]).unwrap_or(rest);
        let bodies = self.actors(rest).into_iter();
        let heads = bodies.flat_map(|body| {
            let relations = self.strategy().relations(body).into_iter();
            let heads = relations.filter(|it| !it.outward && it.link.verb == Verb::Heads);
            heads.map(|it| it.other).collect::<Vec<_>>()
        });
        heads.collect()
    }

    /// Who held an office just before somebody, or just after.
    fn neighbour_in_office(&self, open: &Open, before: bool) -> Option<Answer> {
        let offices = self.offices_named(open.first()?);
        let people = self.actors(open.get(1)?);
        let (office, person, mut holders) = offices.iter().find_map(|office| {
            let holders = self.strategy().holders(*office, AsOf::All);
            let held = holders
                .iter()
                .find(|held| people.contains(&held.relation.other))?;
            Some((*office, held.relation.other, holders))
        })?;
        holders.retain(|held| held.relation.link.active.from.is_some());
        holders.sort_by_key(|held| {
            let from = held.relation.link.active.from;
            from.map(Date::first_day)
        });
        let at = holders
            .iter()
            .position(|held| held.relation.other == person)?;
        let at = if before { at.checked_sub(1)? } else { at + 1 };
        let row = self.held_row(holders.get(at)?);
        let when = and_when(row.when.as_deref());
        let way = if before { "before" } else { "after" };
        let (office_name, name) = (&self.entry(office).name, &self.entry(person).name);
        let text = format!(
            "{} held the office of {office_name} {way} {name}{when}.",
            row.text
        );
        let answer = Answer::of(text, &row.cites, &[office, row.entry, person]);
        Some(answer.done("all times".to_owned()))
    }

    /// The offices that somebody held, the last first.
    fn offices(&self, person: EntryId) -> Vec<Held<'_>> {
        let mut held = self.strategy().relations_on(person, AsOf::All);
        held.retain(|held| {
            let link = held.relation.link;
            let is_held = held.relation.outward && link.verb == Verb::HoldsOffice;
            is_held && !link.active.is_open()
        });
        crate::model::held_current_first(&mut held);
        held
    }

    fn is_there(&self, id: EntryId, as_of: AsOf) -> bool {
        self.strategy().presence(id, as_of) != crate::model::Presence::Out
    }

    /// The relations of an entry that hold at a time, in the span that the question names.
    pub(super) fn held(&self, id: EntryId, as_of: AsOf) -> Vec<Held<'_>> {
        let mut held = self.strategy().relations_on(id, as_of);
        if let When::Between(from, to) = self.question.when {
            held.retain(|held| overlaps(held.relation.link.active, from, to));
        }
        crate::model::held_current_first(&mut held);
        held
    }

    /// A relation as a row: the name at its other end, and when.
    pub(super) fn held_row(&self, held: &Held<'_>) -> Row {
        let entry = self.entry(held.relation.other);
        Row {
            entry: held.relation.other,
            text: entry.name.to_string(),
            when: wording::held_when(held.relation.link, held.about)
                .or_else(|| wording::when(entry)),
            cites: held.relation.link.cites.clone(),
        }
    }

    fn rows_of_office(&self, office: EntryId, as_of: AsOf) -> Vec<Row> {
        let held = self.held(office, as_of);
        let held = held
            .iter()
            .filter(|held| !held.relation.outward && held.relation.link.verb == Verb::HoldsOffice);
        held.map(|held| self.held_row(held)).collect()
    }

    /// Who stands in a relation to bodies, and through an office who held it.
    fn holders_of(&self, bodies: &[EntryId], verb: &Verb, what: &str) -> Option<Answer> {
        let mut answer = Answer::default();
        let mut named = Vec::new();
        for as_of in self.times() {
            for &body in bodies {
                let held = self.held(body, as_of);
                let held: Vec<&Held<'_>> = held
                    .iter()
                    .filter(|held| !held.relation.outward && held.relation.link.verb == *verb)
                    .collect();
                for each in &held {
                    self.say_holder(&mut answer, body, each, (what, as_of));
                }
                if !held.is_empty() {
                    answer.rests_on.insert(0, body);
                    named.push(self.named(as_of));
                }
            }
        }
        named.dedup();
        if answer.said.is_empty() {
            return self.holders_of_heir(bodies, verb, what);
        }
        Some(answer.done(named.join("; ")))
    }

    /// The same for what came after bodies that are no more, where a question is of the present.
    fn holders_of_heir(&self, bodies: &[EntryId], verb: &Verb, what: &str) -> Option<Answer> {
        let is_present = match self.question.when {
            When::Now => true,
            When::Open => !self.question.past,
            When::On(_) | When::Between(..) | When::Then => false,
        };
        let body = *bodies.first().filter(|_| is_present)?;
        let heir = self.last_of_line(body);
        if bodies.contains(&heir) {
            return None;
        }
        let mut answer = self.holders_of(&[heir], verb, what)?;
        self.say_heir(heir, &mut answer);
        Some(answer)
    }

    /// Says what stood above a body on its last day.
    fn say_above_until(&self, body: EntryId, answer: &mut Answer) {
        let end = self.entry(body).actor().and_then(|actor| actor.active.to);
        let above = end.and_then(|end| self.step_up(body, AsOf::On(end.before())));
        let Some((above, row)) = above else { return };
        let (above_it, it) = (called(self.entry(above)), called(self.entry(body)));
        answer.say(
            format!("Until then {above_it} stood above {it}."),
            &row.cites,
        );
        answer.rests_on.push(above);
    }

    /// Says first what a body came after, which is what was asked for.
    fn say_heir(&self, heir: EntryId, answer: &mut Answer) {
        let relations = self.strategy().relations(heir);
        let before = relations
            .iter()
            .find(|relation| relation.outward && relation.link.verb == Verb::Succeeds);
        let Some(before) = before else { return };
        let (heir_entry, before_it) = (self.entry(heir), self.entry(before.other));
        let since = heir_entry.actor().and_then(|actor| actor.active.from);
        let since = since.map_or_else(String::new, |date| format!(" {}", wording::on(date)));
        let text = format!(
            "{} succeeded {}{since}.",
            called(heir_entry),
            called(before_it)
        );
        let said = Said {
            text: wording::capital(&text),
            cites: before.link.cites.clone(),
        };
        answer.said.insert(0, said);
        answer.rests_on.push(before.other);
    }

    fn say_holder(
        &self,
        answer: &mut Answer,
        body: EntryId,
        held: &Held<'_>,
        (what, as_of): (&str, AsOf),
    ) {
        let other = held.relation.other;
        let name = called(self.entry(other));
        let of = called(self.entry(body));
        let when = wording::held_when(held.relation.link, held.about);
        let is_over = held
            .relation
            .link
            .active
            .to
            .is_some_and(|to| to < self.asker.today);
        let lasts = as_of == AsOf::All && held.relation.link.active.from.is_some();
        let verb = if is_over || self.is_past(as_of) && !lasts {
            "was"
        } else {
            "is"
        };
        let when = and_when(when.as_deref());
        let opening = self.opening(as_of);
        let text = format!("{opening}{name} {verb} {what} of {of}{when}.");
        answer.say(wording::capital(&text), &held.relation.link.cites);
        answer.rests_on.push(other);
        if !is_office(self.entry(other)) {
            return;
        }
        let mut rows = self.rows_of_office(other, as_of);
        if as_of == AsOf::All && verb == "was" {
            // Who held the office in other years headed nothing here.
            let active = held.relation.link.active;
            let from = active.from.unwrap_or(self.asker.today);
            let to = active.to.unwrap_or(self.asker.today);
            let holders = self.strategy().holders(other, AsOf::All);
            rows.retain(|row| {
                let holder = holders.iter().find(|held| held.relation.other == row.entry);
                holder.is_none_or(|held| overlaps(held.relation.link.active, from, to))
            });
        }
        if rows.is_empty() {
            answer.say(
                "The holder of the office is not known to this model.".to_owned(),
                &[],
            );
        }
        let heading = format!("{}{}", self.heading(as_of), self.entry(other).name);
        let heading = if self.heading(as_of).is_empty() {
            heading
        } else {
            format!("{}: {}", self.heading(as_of), self.entry(other).name)
        };
        answer.rows(&heading, rows);
        self.adopted_within(other, answer);
    }

    /// Says who it was when the strategy was adopted, where the question names its year or month.
    fn adopted_within(&self, office: EntryId, answer: &mut Answer) {
        let (When::On(date), Some(adopted)) = (self.question.when, self.strategy().meta.adopted)
        else {
            return;
        };
        let several = answer
            .groups
            .last()
            .is_some_and(|group| group.rows.len() > 1);
        if date == adopted || !date.contains(adopted) || !several {
            return;
        }
        let then = self.strategy().holders(office, AsOf::On(adopted));
        if let [held] = then.as_slice() {
            let name = &self.entry(held.relation.other).name;
            let on = wording::on(adopted);
            let text = format!("When the strategy was adopted, {on}, it was {name}.");
            answer.say(text, &held.relation.link.cites);
        }
    }

    /// What stands in some relations to bodies, grouped by the words of each.
    pub(super) fn sides(
        &self,
        bodies: &[EntryId],
        is_wanted: impl Fn(&Held<'_>) -> bool,
    ) -> Option<Answer> {
        self.sides_at(bodies, &self.times(), is_wanted)
    }

    /// The same at some times.
    pub(super) fn sides_at(
        &self,
        bodies: &[EntryId],
        times: &[AsOf],
        is_wanted: impl Fn(&Held<'_>) -> bool,
    ) -> Option<Answer> {
        let mut answer = Answer::default();
        let mut named = Vec::new();
        for &as_of in times {
            for &body in bodies {
                let held = self.held(body, as_of);
                let wanted: Vec<&Held<'_>> = held
                    .iter()
                    .filter(|held| is_wanted(held) && self.is_of_asked_time(held))
                    .collect();
                let mut words: Vec<String> = Vec::new();
                for held in &wanted {
                    let each = held.relation.words().into_owned();
                    if !words.contains(&each) {
                        words.push(each);
                    }
                }
                let several = words.len() > 1;
                for phrase in words {
                    let group = wanted.iter().filter(|held| held.relation.words() == phrase);
                    let rows: Vec<Row> = group.map(|held| self.held_row(held)).collect();
                    let name = called(self.entry(body));
                    let clause = wording::clause_of(self.entry(body), &phrase, self.is_past(as_of));
                    let opening = self.opening(as_of);
                    let text = match rows.as_slice() {
                        [only] => {
                            let other = called(self.entry(only.entry));
                            let when = and_when(only.when.as_deref());
                            format!("{opening}{name} {clause} {other}{when}.")
                        }
                        _ => format!("{opening}{name} {}:", of_many(&clause)),
                    };
                    let cites: &[_] = match rows.as_slice() {
                        [only] => &only.cites,
                        _ => &[],
                    };
                    let text = wording::capital(&text);
                    if rows.len() > 1 && several {
                        answer.rows(&text, rows);
                    } else if rows.len() > 1 {
                        answer.say(text, cites);
                        answer.rows(&self.heading(as_of), rows);
                    } else {
                        answer.say(text, cites);
                        answer.rests_on.extend(rows.iter().map(|row| row.entry));
                    }
                    answer.rests_on.insert(0, body);
                    named.push(self.named(as_of));
                }
            }
        }
        named.dedup();
        let is_empty = answer.said.is_empty() && answer.groups.is_empty();
        (!is_empty).then(|| answer.done(named.join("; ")))
    }

    /// Whether an act, which views of every day show, was done in the time that is asked of.
    fn is_of_asked_time(&self, held: &Held<'_>) -> bool {
        let (from, to) = match self.question.when {
            When::On(date) => (date, date),
            When::Between(from, to) => (from, to),
            When::Open | When::Now | When::Then => return true,
        };
        let link = held.relation.link;
        let began = |id: EntryId| self.entry(id).actor().and_then(|actor| actor.active.from);
        let done = link.active.from.or(link.active.to);
        // A successor succeeds when it begins.
        let done =
            done.or_else(|| began(held.relation.other).filter(|_| link.verb == Verb::Succeeds));
        let period = Period {
            from: done,
            to: done,
        };
        !link.verb.is_act() || done.is_some() && overlaps(period, from, to)
    }

    /// The body above another, by its strongest tie.
    fn step_up(&self, id: EntryId, as_of: AsOf) -> Option<(EntryId, Row)> {
        const TIES: [Verb; 4] = [
            Verb::SecretariatOf,
            Verb::ReportsTo,
            Verb::PartOf,
            Verb::LocatedIn,
        ];
        let held = self.held(id, as_of);
        TIES.iter().find_map(|tie| {
            let held = held
                .iter()
                .find(|held| held.relation.outward && held.relation.link.verb == *tie)?;
            let mut row = self.held_row(held);
            let clause =
                wording::clause_of(self.entry(id), &held.relation.words(), self.is_past(as_of));
            row.text = format!("{} {clause} {}", self.entry(id).name, row.text);
            Some((row.entry, row))
        })
    }

    /// The last of those that succeeded an entry.
    pub(super) fn last_of_line(&self, id: EntryId) -> EntryId {
        let mut at = id;
        for _ in 0..10 {
            let relations = self.strategy().relations(at);
            let next = relations
                .iter()
                .find(|relation| !relation.outward && relation.link.verb == Verb::Succeeds);
            match next {
                Some(next) => at = next.other,
                None => break,
            }
        }
        at
    }
}
