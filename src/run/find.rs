//! `senryaku find`: one hit per line.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use super::failure::{Outcome, tell};
use super::origin::Origin;
use super::out::Out;
use crate::cli::{Format, Global, Listing};
use crate::model::{Kind, Strategy};
use crate::search::{self, Corpus, Hit, Hits, Query};
use crate::text::Clean;

/// The words, the kind to keep to, and how many hits at most.
type Wanted<'a> = (&'a str, Option<Kind>, Option<usize>);

pub(super) fn run(out: &mut Out, global: &Global, wanted: Wanted<'_>, listing: Listing) -> Outcome {
    let (words, kind, limit) = wanted;
    let strategy = Origin::chosen(global)?.load_whole()?.strategy;
    let query = Query::parse(words).within(kind);
    let corpus = Corpus::new(&strategy);
    let hits = search::hits(&corpus, &query, limit.unwrap_or(usize::MAX));
    match listing.format {
        Format::Text => {
            for entry in hits.entries(&corpus).map(|id| strategy.entry(id)) {
                out.fields(&[&entry.id, entry.kind.word(), &entry.name])?;
            }
        }
        Format::Json => out.json(&Found {
            strategy: &strategy,
            corpus: &corpus,
            hits: &hits,
        })?,
    }
    if hits.is_empty() {
        tell(&format!("nothing matches `{}`", Clean::new(words)));
        return Ok(1);
    }
    Ok(0)
}

/// Hits that are explained a few at a time, while they are written.
struct Found<'a> {
    strategy: &'a Strategy,
    corpus: &'a Corpus,
    hits: &'a Hits,
}

/// How many hits are explained at a time.
const FEW: usize = 100;

impl Serialize for Found<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.hits.len()))?;
        for from in (0..self.hits.len()).step_by(FEW) {
            for hit in self.hits.explained(self.corpus, from..from + FEW) {
                list.serialize_element(&one(self.strategy, &hit))?;
            }
        }
        list.end()
    }
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

fn one<'a>(strategy: &'a Strategy, hit: &'a Hit) -> FoundJson<'a> {
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
}
