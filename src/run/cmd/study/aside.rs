//! Cards put aside: the list of them, and the way to take one back.

use serde::Serialize;

use crate::app::Seat;
use crate::cli::Format;
use crate::model::Strategy;
use crate::run::failure::{Failure, Outcome, reason, tell};
use crate::run::out::Out;
use crate::run::state::reviews::Reviews;
use crate::study::log::{Act, Line, LineId};
use crate::study::{Card, Day, Key, Ledger, deck_and_names};
use crate::text::Clean;

#[derive(Serialize)]
struct AsideJson<'a> {
    key: String,
    since: String,
    question: &'a str,
    reason: &'a str,
}

/// Prints each card that is put aside on a line. Exit code 1 when there is none.
pub(super) fn list(out: &mut Out, strategy: &Strategy, seat: &Seat, format: Format) -> Outcome {
    let ledger = Ledger::new(&strategy.meta.id, &seat.lines);
    let cards = deck_and_names(strategy);
    let asides = ledger.asides();
    let rows: Vec<AsideJson<'_>> = asides
        .iter()
        .map(|(key, aside)| AsideJson {
            key: Clean::new(key.as_str()).to_string(),
            since: aside.day.date().iso(),
            question: question(&cards, key),
            reason: &aside.reason,
        })
        .collect();
    match format {
        Format::Json => out.json(&rows)?,
        Format::Text => {
            for row in &rows {
                out.fields(&[&row.since, &row.key, row.question, row.reason])?;
            }
        }
    }
    if rows.is_empty() {
        tell("no card is put aside: x does it where a card is asked");
        return Ok(1);
    }
    tell("`senryaku study --take-back KEY` lets one be asked again; the key is the second field");
    Ok(0)
}

/// Lets a card be asked again.
pub(super) fn take_back(
    out: &mut Out,
    strategy: &Strategy,
    (reviews, seat, today): (&Reviews, &Seat, Day),
    words: &str,
) -> Outcome {
    let ledger = Ledger::new(&strategy.meta.id, &seat.lines);
    let key = Key::read(words.trim()).filter(|key| ledger.aside(key).is_some());
    let Some(key) = key else {
        return Err(Failure::with_hint(
            format!("no card `{}` is put aside", Clean::new(words.trim())),
            "`senryaku study --aside` lists those that are, each with its key",
        ));
    };
    let line = Line {
        id: LineId {
            session: seat.token.clone(),
            number: 1,
        },
        day: today,
        model: strategy.meta.id.to_string(),
        key: key.clone(),
        act: Act::Back,
    };
    reviews
        .append(&[line])
        .map_err(|error| Failure::said(format!("not taken back: {}", reason(&error))))?;
    let cards = deck_and_names(strategy);
    let question = question(&cards, &key);
    if question.is_empty() {
        out.text(&format!("taken back: {}\n", Clean::new(key.as_str())))?;
    } else {
        out.text(&format!("it is asked again: {question}\n"))?;
    }
    Ok(0)
}

/// The question of a key; empty where the model no longer asks it.
fn question<'a>(cards: &'a [Card], key: &Key) -> &'a str {
    let card = cards.iter().find(|card| card.key == *key);
    card.map_or("", |card| card.question.as_str())
}
