//! What only actors, events and sources have.

use super::checker::{Checker, Row};
use super::entry::Spot;
use super::markup;
use super::texts::plain;
use crate::date::Date;
use crate::model::draft::Text;
use crate::model::notation::Leaf;
use crate::model::words::{a, quoted};
use crate::model::{ActorFacts, EventFacts, Facts, Kind, Problem, Role, SourceFacts};
use crate::text::Clean;

impl Checker<'_> {
    pub(super) fn facts(&mut self, row: &Row<'_>, spot: &Spot) -> Facts {
        let draft = row.draft;
        match row.kind {
            Kind::Actor => {
                if draft.role.is_none() {
                    let roles: Vec<String> =
                        Role::ALL.iter().map(|role| format!("`{role:?}`")).collect();
                    let help = format!("add `role:` with one of {}", roles.join(", "));
                    self.missing(
                        &a(row.kind.word()),
                        "role",
                        spot.at.clone(),
                        &spot.whole,
                        &help,
                    );
                }
                Facts::Actor(ActorFacts {
                    role: plain(draft.role.as_ref()).unwrap_or(Role::Body),
                    active: self.period(draft.active.as_ref()),
                })
            }
            Kind::Event => Facts::Event(self.event(row, spot)),
            Kind::Source => Facts::Source(self.source(row)),
            Kind::Instrument if is_citable(row) => Facts::Source(self.source(row)),
            _ => Facts::Plain,
        }
    }

    fn source(&mut self, row: &Row<'_>) -> SourceFacts {
        let draft = row.draft;
        SourceFacts {
            publisher: self.optional(draft.publisher.as_ref()),
            date: self.date(draft.date.as_ref()),
            url: self.address(draft.url.as_ref()),
            tier: plain(draft.tier.as_ref()),
        }
    }

    /// An address; what is none is kept as a text, which nothing opens.
    fn address(&mut self, leaf: Option<&Text>) -> Option<Clean> {
        let address = self.optional(leaf)?;
        if !markup::is_address(&address) {
            let at = leaf.map_or(0..0, Leaf::span);
            let message = format!("`{}` is no address of the web", quoted(&address));
            let help = "an address begins with `https://` or `http://`; this is kept as a text";
            self.suggest(Problem::advice(at, message).help(help));
        }
        Some(address)
    }

    fn event(&mut self, row: &Row<'_>, spot: &Spot) -> EventFacts {
        let draft = row.draft;
        if draft.date.is_none() {
            let help = "add `date:` with a year, a month or a day, such as `\"2021-09\"`";
            self.missing(
                &a(row.kind.word()),
                "date",
                spot.at.clone(),
                &spot.whole,
                help,
            );
        }
        let date = self.date(draft.date.as_ref());
        let until = self.date(draft.until.as_ref());
        self.order(("date", date), ("until", until), draft.until.as_ref());
        EventFacts {
            date: date.unwrap_or(Date::Year(0)),
            until,
            status: plain(draft.status.as_ref()).unwrap_or_default(),
        }
    }
}

/// Whether an entry may be cited: a source, or an instrument that says when or where it is.
pub(super) const fn is_citable(row: &Row<'_>) -> bool {
    match row.kind {
        Kind::Source => true,
        Kind::Instrument => row.draft.date.is_some() || row.draft.url.is_some(),
        _ => false,
    }
}
