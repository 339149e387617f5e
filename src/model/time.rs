//! What holds on a day: which actors exist then, which links hold, who holds an office.
//!
//! The rules, in one place for the whole program:
//! - what certainly ended before the day, or certainly began after it, is out;
//! - what is undated stays;
//! - what is known only to a year or a month that contains the day stays, and is "about";
//! - a link holds only while both its ends may exist; acts (`Succeeds`, `EstablishedBy`, ..) always show;
//! - one holder at a time: of two heads, holders of an office or secretariats on one day, the one
//!   that began later stands; where the dates cannot tell, both do, and are "about".

use std::cmp::{Ordering, Reverse};
use std::fmt;
use std::str::FromStr;

use super::{EntryId, Link, Meta, Relation, Role, Strategy, Verb};
use crate::date::{Date, DateError, Period};

/// The time for which a view is true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AsOf {
    /// Every time at once.
    #[default]
    All,
    /// A day, or the whole of a month or a year.
    On(Date),
}

/// Whether something is there at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// It is, as far as the model knows.
    Certain,
    /// It may be: a date is known only to a year or a month that contains the day.
    About,
    /// It is not.
    Out,
}

/// A relation that holds at a time.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    /// The relation.
    pub relation: Relation<'a>,
    /// Whether the dates are too coarse to be sure.
    pub about: bool,
}

/// The time as a user names it: `all`, `adopted`, `now` or a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOfChoice {
    /// Every time at once.
    All,
    /// The day on which the strategy was adopted.
    Adopted,
    /// Today.
    Now,
    /// A day, a month or a year.
    On(Date),
}

/// The strategy does not say when it was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAdopted;

impl fmt::Display for NotAdopted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("this strategy does not say when it was adopted")
    }
}

impl std::error::Error for NotAdopted {}

impl FromStr for AsOfChoice {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.trim().to_ascii_lowercase().as_str() {
            "all" => Ok(Self::All),
            "adopted" => Ok(Self::Adopted),
            "now" => Ok(Self::Now),
            date => date.parse().map(Self::On),
        }
    }
}

impl AsOfChoice {
    /// The time meant, for a strategy and a today.
    ///
    /// # Errors
    /// When the day of adoption is meant and the strategy has none.
    pub fn resolve(self, meta: &Meta, today: Date) -> Result<AsOf, NotAdopted> {
        Ok(match self {
            Self::All => AsOf::All,
            Self::Adopted => AsOf::On(meta.adopted.ok_or(NotAdopted)?),
            Self::Now => AsOf::On(today),
            Self::On(date) => AsOf::On(date),
        })
    }
}

impl AsOf {
    /// The day, month or year, unless it is every time.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::All => None,
            Self::On(date) => Some(date),
        }
    }

    /// Whether a date lies certainly after the time of the view.
    pub fn is_before(self, date: Date) -> bool {
        self.date()
            .is_some_and(|view| date.first_day() > view.last_day())
    }

    /// The day up to which the author knew the record, when the view is later than that.
    pub fn known_only_to(self, meta: &Meta) -> Option<Date> {
        meta.as_of.filter(|known| self.is_later_than(*known))
    }

    fn is_later_than(self, date: Date) -> bool {
        self.date()
            .is_some_and(|view| view.first_day() > date.last_day())
    }

    /// Whether something that lasted for a period was there.
    pub fn presence(self, period: Period) -> Presence {
        let Self::On(view) = self else {
            return Presence::Certain;
        };
        let began_later = period.from.is_some_and(|from| self.is_before(from));
        let ended_before = period.to.is_some_and(|to| self.is_later_than(to));
        if began_later || ended_before {
            return Presence::Out;
        }
        let ends = [period.from, period.to];
        if ends.into_iter().flatten().any(|end| end.contains(view)) {
            Presence::About
        } else {
            Presence::Certain
        }
    }
}

impl Verb {
    /// Whether the link is an act, which stays true whatever the day.
    pub const fn is_act(&self) -> bool {
        matches!(
            self,
            Self::Succeeds | Self::EstablishedBy | Self::AdoptedBy | Self::DraftedBy
        )
    }

    /// Whether one target has one such link at a time.
    pub const fn has_one_holder(&self) -> bool {
        matches!(self, Self::Heads | Self::HoldsOffice | Self::SecretariatOf)
    }
}

/// How the beginnings of two links to one target compare; `None` when they cannot be told apart.
fn began(one: Period, other: Period) -> Option<Ordering> {
    match (one.from, other.from) {
        (Some(one), Some(other)) if one.first_day() > other.last_day() => Some(Ordering::Greater),
        (Some(one), Some(other)) if one.last_day() < other.first_day() => Some(Ordering::Less),
        // Known to have ended, but not when it began: that was before what has a beginning.
        (None, Some(_)) if one.to.is_some() => Some(Ordering::Less),
        (Some(_), None) if other.to.is_some() => Some(Ordering::Greater),
        _ => None,
    }
}

/// Puts what holds today before what has ended, and the later before the earlier.
pub fn current_first(relations: &mut [Relation<'_>]) {
    relations.sort_by_key(|relation| age(relation.link.active));
}

/// The same for relations that hold at a time.
pub fn held_current_first(held: &mut [Held<'_>]) {
    held.sort_by_key(|held| age(held.relation.link.active));
}

/// Sorts what holds today before what has ended, and the later before the earlier.
fn age(period: Period) -> impl Ord {
    (
        period.to.is_some(),
        Reverse(period.to),
        Reverse(period.from),
    )
}

impl Strategy {
    /// Whether an entry is there at a time. Only actors come and go.
    pub fn presence(&self, id: EntryId, as_of: AsOf) -> Presence {
        let actor = self.entry(id).actor();
        actor.map_or(Presence::Certain, |facts| as_of.presence(facts.active))
    }

    /// Whether an entry may be there at a time.
    pub fn is_there(&self, id: EntryId, as_of: AsOf) -> bool {
        self.presence(id, as_of) != Presence::Out
    }

    /// Whether a link that `from` carries may hold at a time.
    pub fn link_holds(&self, from: EntryId, link: &Link, as_of: AsOf) -> bool {
        self.link_presence(from, link, as_of) != Presence::Out
    }

    /// How sure it is that a link that `from` carries holds at a time.
    pub fn link_presence(&self, from: EntryId, link: &Link, as_of: AsOf) -> Presence {
        let alone = self.alone(from, link, as_of);
        let is_day = matches!(as_of, AsOf::On(Date::Day(..)));
        if alone == Presence::Out || !is_day || !link.verb.has_one_holder() {
            return alone;
        }
        let rivals = self.incoming(link.to).filter(|(_, rival)| {
            rival.verb == link.verb && !std::ptr::eq(*rival, link) && rival.active != link.active
        });
        rivals.fold(alone, |so_far, (holder, rival)| {
            so_far.max(beside(link, alone, rival, self.alone(holder, rival, as_of)))
        })
    }

    /// Every link of an entry that holds at a time, in the order of [`Strategy::relations`].
    pub fn relations_on(&self, id: EntryId, as_of: AsOf) -> Vec<Held<'_>> {
        let relations = self.relations(id).into_iter();
        let held = relations.map(|relation| {
            let from = if relation.outward { id } else { relation.other };
            (relation, self.link_presence(from, relation.link, as_of))
        });
        held.filter(|(_, presence)| *presence != Presence::Out)
            .map(|(relation, presence)| Held {
                relation,
                about: presence == Presence::About,
            })
            .collect()
    }

    /// Who holds an office at a time, the current holder first; empty when that is not known.
    pub fn holders(&self, office: EntryId, as_of: AsOf) -> Vec<Held<'_>> {
        let mut held = self.relations_on(office, as_of);
        held.retain(|held| !held.relation.outward && held.relation.link.verb == Verb::HoldsOffice);
        held_current_first(&mut held);
        held
    }

    /// Whether a person without dates holds none of the offices that the model dates.
    pub fn is_out_of_office(&self, id: EntryId, as_of: AsOf) -> bool {
        let entry = self.entry(id);
        let undated_person = entry
            .actor()
            .is_some_and(|facts| facts.role == Role::Person && facts.active.is_open());
        let mut offices = entry
            .links
            .iter()
            .filter(|link| matches!(link.verb, Verb::HoldsOffice | Verb::Heads | Verb::DeputyOf))
            .filter(|link| !link.active.is_open())
            .peekable();
        undated_person
            && offices.peek().is_some()
            && offices.all(|link| self.link_presence(id, link, as_of) == Presence::Out)
    }

    /// Whether a link holds, other holders aside.
    fn alone(&self, from: EntryId, link: &Link, as_of: AsOf) -> Presence {
        if link.verb.is_act() {
            return Presence::Certain;
        }
        let ends = self
            .presence(from, as_of)
            .max(self.presence(link.to, as_of));
        let own = as_of.presence(link.active);
        match (own, ends) {
            (Presence::Out, _) | (_, Presence::Out) => Presence::Out,
            // An end that is "about" says nothing against a link with dates of its own.
            _ if !link.active.is_open() => own,
            _ => ends,
        }
    }
}

/// What is left of a link beside another with the same verb and target on one day.
fn beside(link: &Link, own: Presence, rival: &Link, other: Presence) -> Presence {
    match (began(rival.active, link.active), other) {
        (_, Presence::Out) | (Some(Ordering::Less), _) => own,
        (Some(Ordering::Greater), Presence::Certain) => Presence::Out,
        // A link with dates is not made doubtful by one without any.
        (None, _) if rival.active.is_open() => own,
        _ => Presence::About,
    }
}
