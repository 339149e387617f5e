//! `senryaku links`: the links of an entry, one per line.

use super::failure::{Outcome, tell};
use super::guess;
use super::origin::Origin;
use super::out::Out;
use crate::cli::{Format, Global, Listing};
use crate::export::json::LinkedJson;
use crate::model::Relation;

/// Only links that lead to the entry, only those that it carries; neither means both.
type Only = (bool, bool);

pub(super) fn run(
    out: &mut Out,
    global: &Global,
    id: &str,
    (inward, outward): Only,
    listing: Listing,
) -> Outcome {
    let strategy = Origin::chosen(global)?.load_whole()?.strategy;
    let entry = guess::entry(&strategy, id)?;
    let relations: Vec<Relation<'_>> = strategy
        .relations(entry)
        .into_iter()
        .filter(|relation| inward == outward || relation.outward == outward)
        .collect();
    match listing.format {
        Format::Text => {
            for relation in &relations {
                let other = strategy.entry(relation.other);
                out.fields(&[&relation.words(), &other.id, &other.name])?;
            }
        }
        Format::Json => {
            let links = relations
                .iter()
                .map(|each| LinkedJson::new(&strategy, each));
            out.json(&links.collect::<Vec<_>>())?;
        }
    }
    if relations.is_empty() {
        tell(&format!("`{}` has no such links", strategy.entry(entry).id));
        return Ok(1);
    }
    Ok(0)
}
