//! A question sheet to print: Markdown, with the answers at the end.

use std::sync::Arc;

use super::escape::escape;
use crate::model::Strategy;
use crate::study::{Answer, Card, Day, Form, Ledger, Plan, Session};

/// Writes a sheet of so many questions; the same seed gives the same sheet.
pub fn print(strategy: &Arc<Strategy>, cards: Vec<Card>, plan: Plan) -> String {
    let scope: Vec<usize> = (0..cards.len()).collect();
    let fresh = (Ledger::default(), Day::default());
    let seed = plan.seed;
    let session = Session::new(
        Arc::clone(strategy),
        (cards, &scope),
        fresh,
        plan,
        String::new(),
    );
    let asked = session.asked();
    let mut out = head(strategy, asked.len(), seed);
    for (number, (card, form)) in (1..).zip(&asked) {
        out.push_str(&question(number, card, form));
    }
    out.push_str("\n---\n\n## Answers\n\n");
    for (number, (card, form)) in (1..).zip(&asked) {
        out.push_str(&format!("{number}. {}\n", answer(strategy, card, form)));
    }
    out
}

fn head(strategy: &Strategy, count: usize, seed: u64) -> String {
    let meta = &strategy.meta;
    let edition = meta.edition.as_ref();
    let edition = edition.map_or_else(String::new, |edition| format!(" ({edition})"));
    let title = escape(&format!("{}: {}{edition}", meta.country, meta.title));
    let as_of = meta.as_of.map_or_else(String::new, |date| {
        format!(" From the record as of {date}.")
    });
    format!(
        "# {title}\n\n{count} questions.{as_of} Sheet {seed}.\n\nName:                         Date:\n\n"
    )
}

fn question(number: usize, card: &Card, form: &Form) -> String {
    let mut out = format!("\n{number}. {}\n\n", escape(&card.question));
    match form {
        Form::Choice(choice) => {
            for (option, letter) in choice.options.iter().zip('a'..) {
                out.push_str(&format!("    - [ ] {letter}) {}\n", escape(option)));
            }
        }
        Form::Order { options, .. } => {
            for option in options {
                out.push_str(&format!("    - \\_\\_ {}\n", escape(option)));
            }
        }
        Form::Recall => out.push_str("    \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n"),
    }
    out
}

fn answer(strategy: &Strategy, card: &Card, form: &Form) -> String {
    let text = match (&card.answer, form) {
        (answer, Form::Choice(choice)) => {
            let letter = ('a'..).nth(choice.right).unwrap_or('a');
            format!("{letter}) {}", escape(&answer.text()))
        }
        (Answer::Order(steps), _) => {
            let steps: Vec<String> = steps
                .iter()
                .map(|(name, date)| format!("{} ({date})", escape(name)))
                .collect();
            steps.join("; ")
        }
        (answer, _) => escape(&answer.text()),
    };
    format!("{text}{}", cited(strategy, card))
}

/// Where it can be looked up: the id of the entry and its cites.
fn cited(strategy: &Strategy, card: &Card) -> String {
    let Some(id) = card.entries.first() else {
        return String::new();
    };
    let entry = strategy.entry(*id);
    let cites = entry.cites.iter().map(|cite| strategy.marker(cite));
    let mut marks: Vec<String> = vec![entry.id.to_string()];
    marks.extend(cites);
    format!(" *({})*", escape(&marks.join(", ")))
}
