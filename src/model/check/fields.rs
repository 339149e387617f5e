//! Which fields a kind has. The draft has those of all kinds together.

use super::checker::{Checker, Row};
use crate::model::notation::field;
use crate::model::words::a;
use crate::model::{Kind, Problem};

impl Checker<'_> {
    /// Reports every field that the entry's kind does not have.
    pub(super) fn fields(&mut self, row: &Row<'_>) {
        let draft = row.draft;
        let (kind, event) = (row.kind, Kind::Event);
        let is_citable = matches!(kind, Kind::Source | Kind::Instrument);
        let present = [
            (
                "objectives",
                !draft.objectives.is_empty(),
                kind == Kind::Pillar,
            ),
            ("role", draft.role.is_some(), kind == Kind::Actor),
            ("active", draft.active.is_some(), kind == Kind::Actor),
            ("date", draft.date.is_some(), kind == event || is_citable),
            ("until", draft.until.is_some(), kind == event),
            ("voice", draft.voice.is_some(), kind == Kind::Claim),
            ("by", draft.by.is_some(), kind == Kind::Claim),
            ("status", draft.status.is_some(), kind == event),
            ("about", !draft.about.is_empty(), kind == event),
            ("publisher", draft.publisher.is_some(), is_citable),
            ("url", draft.url.is_some(), is_citable),
            ("tier", draft.tier.is_some(), is_citable),
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
        "date" => "only events, sources and instruments have a date",
        "until" | "status" => "only events have an end and a status",
        "voice" | "by" => "only claims have a voice and somebody whose it is",
        "about" => "only events are about something; elsewhere use `links`",
        _ => "only sources and instruments have a publisher, a url and a tier",
    }
}
