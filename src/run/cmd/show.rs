//! `senryaku show`: the outline, or one entry.

use crate::cli::{Format, Global, ShowArgs};
use crate::export::{card, json, outline};
use crate::run::as_of;
use crate::run::failure::Outcome;
use crate::run::out::Out;
use crate::run::subject::Subject;

pub(crate) fn run(global: &Global, args: &ShowArgs) -> Outcome {
    let mut out = Out::new(global);
    let subject = Subject::read(global, &args.subject, |_any| Ok(()))?;
    let strategy = &subject.strategy;
    let as_of = as_of::chosen(global, strategy)?;
    let Some(entry) = subject.entry()? else {
        match args.listing.format {
            Format::Text => out.text(&outline::print(strategy, as_of, out.paper()))?,
            Format::Json => out.json(&json::model(strategy, as_of))?,
        }
        return out.finish(0);
    };
    match args.listing.format {
        Format::Text => out.text(&card::print(strategy, entry, as_of, out.paper()))?,
        Format::Json => out.json(&json::shown(strategy, entry, as_of))?,
    }
    out.finish(0)
}
