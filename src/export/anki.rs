//! Cards for Anki: tab-separated text with the headers of its importer.
//!
//! The format is that of <https://docs.ankiweb.net/importing/text-files.html>.

use crate::model::Strategy;
use crate::study::{Answer, Card, Random, choose, fnv, shown};

/// Writes cards as a file for Anki's importer: a guid that stays the same whatever the wording, the
/// question, the answer, tags, and the deck. Names in another language make a deck of their own.
pub fn print(strategy: &Strategy, cards: &[Card], names: &[Card]) -> String {
    let meta = &strategy.meta;
    let mut out = String::from("#separator:tab\n#html:false\n#notetype:Basic\n");
    out.push_str("#columns:guid\tFront\tBack\ttags\tdeck\n");
    out.push_str("#guid column:1\n#tags column:4\n#deck column:5\n");
    let deck = format!("senryaku::{} {}", meta.country, meta.title).replace('"', "");
    let apart = format!("{deck}::Names");
    let both = cards.iter().map(|card| (card, &deck));
    for (card, deck) in both.chain(names.iter().map(|card| (card, &apart))) {
        let Some(front) = front(strategy, card) else {
            continue;
        };
        let tags = [
            "senryaku".to_owned(),
            tag(card.key.kind()),
            tag(&card.topic.name(strategy)),
            format!("weight::{}", card.weight.word()),
        ];
        let row = [
            guid(&meta.id, card),
            field(&front),
            field(&back(card)),
            tags.join(" "),
            field(deck),
        ];
        out.push_str(&row.join("\t"));
        out.push('\n');
    }
    out
}

/// The question; where it does not stand alone, with its options.
fn front(strategy: &Strategy, card: &Card) -> Option<String> {
    match &card.answer {
        Answer::One { recall: false, .. } => {
            let mut random = Random::new(fnv(card.key.as_str().as_bytes()));
            let choice = choose(strategy, card, &mut random)?;
            Some(format!("{} {}", card.question, listed(&choice.options)))
        }
        Answer::Order(_) => {
            let options = shown(card)?;
            Some(format!("{} {}", card.question, listed(&options)))
        }
        Answer::One { .. } | Answer::Text(_) => Some(card.question.to_string()),
    }
}

fn listed(options: &[crate::text::Clean]) -> String {
    let options: Vec<String> = options
        .iter()
        .zip('a'..)
        .map(|(option, letter)| format!("({letter}) {option}"))
        .collect();
    options.join(" ")
}

fn back(card: &Card) -> String {
    match &card.answer {
        Answer::Order(steps) => {
            let steps: Vec<String> = steps
                .iter()
                .zip(1..)
                .map(|((name, date), number)| format!("{number}. {name} ({date})"))
                .collect();
            steps.join("; ")
        }
        answer => answer.text(),
    }
}

fn guid(model: &str, card: &Card) -> String {
    format!("{:016x}", fnv(format!("{model}\t{}", card.key).as_bytes()))
}

/// A field on one line; quoted where the importer would take a quote for its own.
fn field(text: &str) -> String {
    let text: Vec<&str> = text.split_whitespace().collect();
    let text = text.join(" ");
    if text.contains('"') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A tag is one word: Anki splits tags at spaces and nests them at `::`.
fn tag(text: &str) -> String {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|each: char| !each.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.join("-")
}
