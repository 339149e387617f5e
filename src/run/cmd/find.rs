//! `senryaku find`: one hit per line.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::cli::{FindArgs, Format, Global};
use crate::model::{AsOf, EntryId, Presence, Strategy};
use crate::run::as_of;
use crate::run::failure::{Outcome, tell};
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::search::{self, Corpus, Hit, Hits, Query};
use crate::text::Clean;
use crate::wording;

pub(crate) fn run(global: &Global, args: &FindArgs) -> Outcome {
    let mut out = Out::new(global);
    let words = args.query.join(" ");
    let strategy = ModelSource::chosen(global)?.load_whole()?.strategy;
    let query = Query::parse(&words).within(args.kind);
    let corpus = Corpus::new(&strategy);
    let mut hits = search::hits(&corpus, &query, args.limit.unwrap_or(usize::MAX));
    let as_of = as_of::chosen(global, &strategy)?;
    let is_out = |id: EntryId| strategy.presence(id, as_of) == Presence::Out;
    hits.put_last(&corpus, is_out);
    match args.listing.format {
        Format::Text => {
            let tag = wording::not_in_being(as_of);
            for id in hits.entries(&corpus) {
                let entry = strategy.entry(id);
                let fields = [&*entry.id, entry.kind.word(), &entry.name, &tag];
                let count = if is_out(id) { 4 } else { 3 };
                out.fields(fields.get(..count).unwrap_or_default())?;
            }
        }
        Format::Json => out.json(&Found {
            strategy: &strategy,
            corpus: &corpus,
            hits: &hits,
            as_of,
        })?,
    }
    for told in hits.told() {
        tell(&Clean::new(&told.to_string()));
    }
    if hits.is_empty() {
        tell(&format!("nothing matches `{}`", Clean::new(&words)));
        return out.finish(1);
    }
    out.finish(0)
}

/// Hits that are explained a few at a time, while they are written.
struct Found<'a> {
    strategy: &'a Strategy,
    corpus: &'a Corpus,
    hits: &'a Hits,
    as_of: AsOf,
}

/// How many hits are explained at a time.
const FEW: usize = 100;

impl Serialize for Found<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.hits.len()))?;
        for from in (0..self.hits.len()).step_by(FEW) {
            for hit in self.hits.explained(self.corpus, from..from + FEW) {
                list.serialize_element(&one(self.strategy, &hit, self.as_of))?;
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
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    not_in_being: bool,
}

#[derive(Serialize)]
struct WhyJson<'a> {
    field: &'static str,
    text: &'a str,
}

fn one<'a>(strategy: &'a Strategy, hit: &'a Hit, as_of: AsOf) -> FoundJson<'a> {
    let entry = strategy.entry(hit.entry);
    FoundJson {
        id: &entry.id,
        kind: entry.kind.word(),
        name: &entry.name,
        why: hit.why.as_ref().map(|why| WhyJson {
            field: why.field.word(),
            text: &why.snippet,
        }),
        not_in_being: strategy.presence(hit.entry, as_of) == Presence::Out,
    }
}
