//! `senryaku links`: the links of an entry, one per line.

use crate::cli::{Format, Global, LinksArgs};
use crate::export::json::LinkedJson;
use crate::model::Held;
use crate::run::failure::{Outcome, tell};
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::{as_of, suggest};
use crate::wording;

pub(crate) fn run(global: &Global, args: &LinksArgs) -> Outcome {
    let mut out = Out::new(global);
    let strategy = ModelSource::chosen(global)?.load_whole()?.strategy;
    let entry = suggest::entry(&strategy, &args.id)?;
    let as_of = as_of::chosen(global, &strategy)?;
    let mut held = strategy.relations_on(entry, as_of);
    held.retain(|held| args.inward == args.outward || held.relation.outward == args.outward);
    match args.listing.format {
        Format::Text => {
            for Held { relation, about } in &held {
                let other = strategy.entry(relation.other);
                let name = wording::with_holder(&strategy, relation.other, as_of);
                let when = wording::held_when(relation.link, *about);
                let words = relation.words();
                let mut fields: Vec<&str> = vec![&words, &other.id, &name];
                fields.extend(when.as_deref());
                out.fields(&fields)?;
            }
        }
        Format::Json => {
            let links = held
                .iter()
                .map(|each| LinkedJson::new(&strategy, &each.relation));
            out.json(&links.collect::<Vec<_>>())?;
        }
    }
    if held.is_empty() {
        tell(&format!("`{}` has no such links", strategy.entry(entry).id));
        return out.finish(1);
    }
    out.finish(0)
}
