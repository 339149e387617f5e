//! `senryaku ask`: a question in plain English, answered from the model.

use serde::Serialize;

use crate::ask::{Answer, Asker, Names, Reply, Row, Said};
use crate::cli::{AskArgs, Format, Global};
use crate::model::{Cite, EntryId, Strategy};
use crate::run::failure::{Failure, Outcome, tell};
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::{as_of, today};
use crate::search::{self, Corpus, Query};
use crate::text::wrap;
use crate::wording;

/// The widest line, so that a sentence can be read.
const WIDTH: usize = 100;
/// So many entries are named where there is no answer.
const NEAREST: usize = 3;

pub(crate) fn run(global: &Global, args: &AskArgs) -> Outcome {
    let mut out = Out::new(global);
    let question = args.question.join(" ");
    let strategy = ModelSource::chosen(global)?.load_whole()?.strategy;
    let as_of = as_of::chosen(global, &strategy)?;
    let corpus = Corpus::new(&strategy);
    let asker = Asker {
        strategy: &strategy,
        corpus: &corpus,
        names: &Names::new(&strategy),
        today: today::today(),
        as_of,
    };
    if let Reply::Answer(answer) = asker.ask(&question) {
        match args.listing.format {
            Format::Text => print(&mut out, &strategy, &answer)?,
            Format::Json => out.json(&AnswerJson::new(&strategy, &answer))?,
        }
        return out.finish(0);
    }
    let hits = search::hits(&corpus, &Query::parse(&question), NEAREST);
    let nearest: Vec<EntryId> = hits.entries(&corpus).collect();
    match args.listing.format {
        Format::Text => {
            tell("not answered by this model");
            if !nearest.is_empty() {
                tell("the nearest entries:");
            }
            for id in nearest {
                let entry = strategy.entry(id);
                let when = wording::when(entry).filter(|_| entry.event().is_some());
                let when = when.map_or_else(String::new, |when| format!("{when}: "));
                out.text(&format!("{when}{} ({})\n", entry.name, entry.id))?;
                if let Some(summary) = &entry.summary {
                    let cites = wording::short_cites(&strategy, &entry.cites);
                    paragraph(&mut out, &format!("  {summary} {cites}"))?;
                }
            }
        }
        Format::Json => {
            let nearest = nearest.iter().map(|id| strategy.entry(*id).id.as_str());
            out.json(&NoAnswerJson {
                answered: false,
                nearest: nearest.collect(),
            })?;
        }
    }
    out.finish(1)
}

/// Prints an answer to read.
fn print(out: &mut Out, strategy: &Strategy, answer: &Answer) -> Result<(), Failure> {
    for line in answer.lines(strategy) {
        paragraph(out, &line)?;
    }
    let sources = wording::sources_with_places(answer.cites());
    for (nth, (id, _)) in sources.into_iter().enumerate() {
        let source = strategy.entry(id);
        let before = if nth == 0 { "\n" } else { "" };
        let reference = wording::reference(source);
        out.text(&format!("{before}{}  {reference}\n", source.id))?;
    }
    let ids = answer
        .rests_on
        .iter()
        .map(|id| strategy.entry(*id).id.as_str());
    let ids: Vec<&str> = ids.collect();
    out.text(&format!(
        "\n({}; it rests on {})\n",
        answer.time,
        ids.join(", ")
    ))
}

/// Prints a line, wrapped; what is indented hangs.
fn paragraph(out: &mut Out, line: &str) -> Result<(), Failure> {
    let indent = line.len() - line.trim_start().len();
    let margin = " ".repeat(indent);
    let text = line.trim();
    for (nth, range) in wrap::wrap(text, WIDTH - indent).into_iter().enumerate() {
        let hang = if nth > 0 && indent > 0 { "  " } else { "" };
        let part = text.get(range).unwrap_or_default();
        out.text(&format!("{margin}{hang}{}\n", part.trim_end()))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct NoAnswerJson<'a> {
    answered: bool,
    nearest: Vec<&'a str>,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    answered: bool,
    said: Vec<SaidJson<'a>>,
    rows: Vec<RowJson<'a>>,
    caveats: Vec<SaidJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    voice: Option<&'a str>,
    time: &'a str,
    rests_on: Vec<&'a str>,
}

#[derive(Serialize)]
struct SaidJson<'a> {
    text: &'a str,
    sources: Vec<(&'a str, &'a str)>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    group: &'a str,
    id: &'a str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'a str>,
    sources: Vec<(&'a str, &'a str)>,
}

impl<'a> AnswerJson<'a> {
    fn new(strategy: &'a Strategy, answer: &'a Answer) -> Self {
        let sources = |cites: &'a [Cite]| {
            let pair = |cite: &'a Cite| {
                (
                    strategy.entry(cite.source).id.as_str(),
                    cite.locator.as_str(),
                )
            };
            cites.iter().map(pair).collect()
        };
        let said = |said: &'a Said| SaidJson {
            text: &said.text,
            sources: sources(&said.cites),
        };
        let row = |group: &'a str, row: &'a Row| RowJson {
            group,
            id: &strategy.entry(row.entry).id,
            text: &row.text,
            when: row.when.as_deref(),
            sources: sources(&row.cites),
        };
        let groups = answer.groups.iter();
        let rows = groups.flat_map(|group| group.rows.iter().map(|each| row(&group.heading, each)));
        Self {
            answered: true,
            said: answer.said.iter().map(said).collect(),
            rows: rows.collect(),
            caveats: answer.caveats.iter().map(said).collect(),
            voice: answer.voice.as_deref(),
            time: &answer.time,
            rests_on: answer
                .rests_on
                .iter()
                .map(|id| strategy.entry(*id).id.as_str())
                .collect(),
        }
    }
}
