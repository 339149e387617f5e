//! Which fields a kind has. The draft has those of all kinds together.

use super::checker::{Checker, Row};
use crate::model::notation::field;
use crate::model::words::a;
use crate::model::{Kind, Problem};

impl Checker<'_> {
    /// Reports every field that the entry's kind does not have.
    pub(super) fn fields(&mut self, row: &Row<'_>) {
        let draft = row.draft;
        let (kind, event, source) = (row.kind, Kind::Event, Kind::Source);
        let present = [
            (
                "objectives",
                !draft.objectives.is_empty(),
                kind == Kind::Pillar,
            ),
            ("role", draft.role.is_some(), kind == Kind::Actor),
            ("active", draft.active.is_some(), kind == Kind::Actor),
            (
                "date",
                draft.date.is_some(),
                kind == event || kind == source,
            ),
            ("until", draft.until.is_some(), kind == event),
            ("voice", draft.voice.is_some(), kind == Kind::Claim),
            ("by", draft.by.is_some(), kind == Kind::Claim),
            ("status", draft.status.is_some(), kind == event),
            ("about", !draft.about.is_empty(), kind == event),
            ("publisher", draft.publisher.is_some(), kind == source),
            ("url", draft.url.is_some(), kind == source),
            ("tier", draft.tier.is_some(), kind == source),
        ];
        if present.iter().all(|&(_, given, allowed)| allowed || !given) {
            return;
        }
        let whole = row.whole.clone();
        for (name, ..) in present
            .into_iter()
            .filter(|&(_, given, allowed)| given && !allowed)
        {
            let span = field(self.text, &whole, name).unwrap_or(whole.start..whole.start + 1);
            let message = format!("{} has no field `{name}`", a(kind.word()));
            self.report(Problem::error(span, message).help(help(name)));
        }
    }
}

/// Who has the field.
fn help(field: &str) -> &'static str {
    match field {
        "objectives" => "only pillars have objectives",
        "role" | "active" => "only actors have a role and an active time",
        "date" => "only events and sources have a date",
        "until" | "status" => "only events have an end and a status",
        "voice" | "by" => "only claims have a voice and somebody whose it is",
        "about" => "only events are about something; elsewhere use `links`",
        _ => "only sources have a publisher, a url and a tier",
    }
}
