//! `senryaku links`: the links of an entry, one per line.

use super::as_of;
use super::failure::{Outcome, tell};
use super::guess;
use super::origin::Origin;
use super::out::Out;
use crate::cli::{Format, Global, Listing};
use crate::export::json::LinkedJson;
use crate::model::Held;
use crate::wording;

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
    let as_of = as_of::chosen(global, &strategy)?;
    let mut held = strategy.relations_on(entry, as_of);
    held.retain(|held| inward == outward || held.relation.outward == outward);
    match listing.format {
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
        return Ok(1);
    }
    Ok(0)
}
