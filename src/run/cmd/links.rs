//! `senryaku links`: the links of an entry, one per line.

use serde::Serialize;

use crate::ask;
use crate::cli::{Format, Global, LinksArgs};
use crate::export::json::LinkedJson;
use crate::model::{AsOf, EntryId, Held, Strategy};
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
    if let Some(to) = &args.to {
        let to = suggest::entry(&strategy, to)?;
        return print_path(out, &strategy, (entry, to, as_of), args.listing.format);
    }
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
                let ours = relation.link.editorial.then_some(wording::OURS);
                fields.extend(when.as_deref().into_iter().chain(ours));
                out.fields(&fields)?;
            }
        }
        Format::Json => {
            let links = held.iter().map(|each| LinkedJson::new(&strategy, each));
            out.json(&links.collect::<Vec<_>>())?;
        }
    }
    if held.is_empty() {
        tell(&format!("`{}` has no such links", strategy.entry(entry).id));
        return out.finish(1);
    }
    out.finish(0)
}

/// A step of a way, for another program.
#[derive(Serialize)]
struct HopJson<'a> {
    from: &'a str,
    words: &'a str,
    to: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'a str>,
    sources: Vec<(&'a str, &'a str)>,
}

/// Prints the shortest way from one entry to another, a sentence per link.
fn print_path(
    mut out: Out,
    strategy: &Strategy,
    (from, to, as_of): (EntryId, EntryId, AsOf),
    format: Format,
) -> Outcome {
    let way = ask::path(strategy, from, to, as_of).unwrap_or_default();
    match format {
        Format::Text => {
            for hop in &way {
                let (from, to) = (strategy.entry(hop.from), strategy.entry(hop.to));
                let clause = wording::clause_of(from, &hop.words, false);
                let sentence = format!("{} {clause} {}", from.name, to.name);
                let cites = wording::short_cites(strategy, &hop.cites);
                let mut fields = vec![sentence.as_str()];
                fields.extend(hop.when.as_deref());
                fields.extend(Some(cites.as_str()).filter(|cites| !cites.is_empty()));
                out.fields(&fields)?;
            }
        }
        Format::Json => {
            let hops = way.iter().map(|hop| HopJson {
                from: &strategy.entry(hop.from).id,
                words: &hop.words,
                to: &strategy.entry(hop.to).id,
                when: hop.when.as_deref(),
                sources: hop
                    .cites
                    .iter()
                    .map(|cite| (&*strategy.entry(cite.source).id, &*cite.locator))
                    .collect(),
            });
            out.json(&hops.collect::<Vec<_>>())?;
        }
    }
    if way.is_empty() {
        let (from, to) = (&strategy.entry(from).id, &strategy.entry(to).id);
        tell(&format!("no links lead from `{from}` to `{to}`"));
        return out.finish(1);
    }
    out.finish(0)
}
