//! `senryaku find`: one hit per line.

use serde::Serialize;

use super::failure::{Outcome, tell};
use super::origin::Origin;
use super::out::Out;
use crate::cli::{Format, Global, Listing};
use crate::model::{Kind, Strategy};
use crate::search::{self, Corpus, Hit, Query};
use crate::text::Clean;

/// The words, the kind to keep to, and how many hits at most.
type Wanted<'a> = (&'a str, Option<Kind>, Option<usize>);

pub(super) fn run(out: &mut Out, global: &Global, wanted: Wanted<'_>, listing: Listing) -> Outcome {
    let (words, kind, limit) = wanted;
    let strategy = Origin::chosen(global)?.load_whole()?.strategy;
    let query = Query::parse(words).within(kind);
    let corpus = Corpus::new(&strategy);
    let (hits, _) = search::find(&corpus, &query, limit.unwrap_or(usize::MAX));
    match listing.format {
        Format::Text => {
            for hit in &hits {
                let entry = strategy.entry(hit.entry);
                out.fields(&[&entry.id, entry.kind.word(), &entry.name])?;
            }
        }
        Format::Json => out.json(&found(&strategy, &hits))?,
    }
    if hits.is_empty() {
        tell(&format!("nothing matches `{}`", Clean::new(words)));
        return Ok(1);
    }
    Ok(0)
}

#[derive(Serialize)]
struct FoundJson<'a> {
    id: &'a str,
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyJson<'a>>,
}

#[derive(Serialize)]
struct WhyJson<'a> {
    field: &'static str,
    text: &'a str,
}

fn found<'a>(strategy: &'a Strategy, hits: &'a [Hit]) -> Vec<FoundJson<'a>> {
    let one = |hit: &'a Hit| {
        let entry = strategy.entry(hit.entry);
        FoundJson {
            id: &entry.id,
            kind: entry.kind.word(),
            name: &entry.name,
            why: hit.why.as_ref().map(|why| WhyJson {
                field: why.field.word(),
                text: &why.snippet,
            }),
        }
    };
    hits.iter().map(one).collect()
}
