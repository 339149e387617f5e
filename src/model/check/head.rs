//! What a model says of the strategy as a whole, and the briefing its author laid out.

use super::checker::Checker;
use super::texts::plain;
use crate::model::draft::{CiteDraft, Draft, PairDraft, StatusDraft, StepDraft, SynonymDraft};
use crate::model::notation::{Leaf, Lexer, Shape, field};
use crate::model::strategy::{Across, Meta, Pair, Status, Step, StepKind};
use crate::model::{Kind, Problem};
use crate::text::Clean;

impl Checker<'_> {
    pub(super) fn meta(&mut self, draft: &Draft) -> Meta {
        let whole = 0..self.text.len();
        let at = self.start();
        let holder = &"a model";
        Meta {
            id: self.id(holder, draft.id.as_ref(), &at, &whole),
            title: self.filled(holder, "title", draft.title.as_ref(), &at, &whole),
            original: self.optional(draft.original.as_ref()),
            reading: self.optional(draft.reading.as_ref()),
            country: self.filled(holder, "country", draft.country.as_ref(), &at, &whole),
            issuer: draft
                .issuer
                .as_ref()
                .and_then(|leaf| self.of_kind(leaf, Kind::Actor)),
            edition: self.optional(draft.edition.as_ref()),
            adopted: self.date(draft.adopted.as_ref()),
            status: self.status(draft.status.as_ref()),
            as_of: self.date(draft.as_of.as_ref()),
            summary: self.optional(draft.summary.as_ref()),
            details: self.list(&draft.details),
            why: self.optional(draft.why.as_ref()),
            language: self.optional(draft.language.as_ref()),
        }
    }

    fn status(&mut self, leaf: Option<&Leaf<StatusDraft>>) -> Status {
        let Some(leaf) = leaf else {
            let help = "add `status: InForce`, `Draft` or `Superseded(by: \"...\", on: \"...\")`";
            let (at, whole) = (self.start(), 0..self.text.len());
            self.missing(&"a model", "status", at, &whole, help);
            return Status::Draft;
        };
        match leaf.value() {
            Some(StatusDraft::InForce) => Status::InForce,
            Some(StatusDraft::Superseded { by, on, model }) => {
                let span = leaf.span();
                Status::Superseded {
                    by: self.filled(&"a status", "by", Some(by), &span, &span),
                    on: self.date(on.as_ref()),
                    model: self.optional(model.as_ref()),
                }
            }
            Some(StatusDraft::Draft) | None => Status::Draft,
        }
    }

    pub(super) fn briefing(&mut self, draft: &Draft) -> Vec<Step> {
        draft
            .briefing
            .iter()
            .filter_map(|step| {
                let what = self.step_kind(step);
                let time = self.time(step.minutes.as_ref());
                let note = self.optional(step.note.as_ref());
                let is_hidden = plain(step.hide.as_ref()).unwrap_or(false);
                Some(Step {
                    what: what?,
                    time,
                    note,
                    is_hidden,
                })
            })
            .collect()
    }

    /// What a step shows: one of the two.
    fn step_kind(&mut self, step: &StepDraft) -> Option<StepKind> {
        match (&step.entry, &step.step) {
            (Some(_), Some(made)) => {
                let at = made.span();
                let message = "a step of the briefing shows an entry or a made step, not both";
                self.report(Problem::error(at, message).help("leave out `entry` or `step`"));
                None
            }
            (Some(entry), None) => self.reference(entry).map(StepKind::Entry),
            (None, Some(made)) => plain(Some(made)).map(StepKind::Made),
            (None, None) => {
                self.stepless(step.note.as_ref().map(Leaf::span));
                None
            }
        }
    }

    pub(super) fn synonyms(&mut self, draft: &Draft) -> Vec<(Clean, Clean)> {
        draft
            .synonyms
            .iter()
            .map(|SynonymDraft(typed, said)| (self.text(typed), self.text(said)))
            .collect()
    }

    pub(super) fn across(&mut self, draft: &Draft) -> Vec<Across> {
        let at = self.start();
        draft
            .across
            .iter()
            .map(|across| Across {
                model: self.filled(&"`across`", "model", across.model.as_ref(), &at, &at),
                pairs: across
                    .pairs
                    .iter()
                    .filter_map(|pair| self.pair(pair))
                    .collect(),
            })
            .collect()
    }

    fn pair(&mut self, draft: &PairDraft) -> Option<Pair> {
        let ours = draft.ours.as_ref();
        let ours = ours.map(|leaf| self.reference(leaf));
        let says = plain(draft.says.as_ref());
        let cites = self.cites(&draft.sources);
        let theirs = draft.their_sources.iter();
        let their_cites = theirs
            .map(|CiteDraft(source, place)| {
                let place = place.as_ref().map(|place| self.text(place));
                (self.text(source), place.unwrap_or_default())
            })
            .collect();
        Some(Pair {
            ours: ours.flatten(),
            theirs: self.optional(draft.theirs.as_ref()),
            says: says?,
            what: self.optional(draft.what.as_ref()),
            because: self.optional(draft.because.as_ref()),
            cites,
            their_cites,
        })
    }

    fn stepless(&mut self, at: Option<std::ops::Range<usize>>) {
        let whole = 0..self.text.len();
        let at = at.unwrap_or_else(|| {
            let root = self.start().start..self.text.len();
            field(self.text, &root, "briefing").unwrap_or(0..0)
        });
        let help = "add `entry: \"...\"`, the id of what it shows";
        if !self.lost.has_field("entry", &whole) {
            self.report(
                Problem::error(at, "a step of the briefing needs the field `entry`").help(help),
            );
        }
    }

    /// The bracket that opens the model.
    fn start(&self) -> std::ops::Range<usize> {
        let open = Lexer::new(self.text).find(|token| token.shape == Shape::Open(b'('));
        open.map_or(0..0, |token| token.span)
    }
}
