//! Which of two that are easily confused is meant?

use super::made;
use super::written::Written;
use crate::model::{Entry, EntryId, Kind, Strategy, Weight};
use crate::study::card::{Answer, Card, Wrong};
use crate::study::fair::{Fair, names, reads_alone};
use crate::study::hint::stems;
use crate::text::Clean;
use crate::wording::names_a_year;

/// Cards on two that share a word and of which the author says that they are two things.
pub(super) fn cards(
    strategy: &Strategy,
    (fair, written): (&Fair<'_>, &Written<'_>),
    id: EntryId,
) -> Vec<Card> {
    let entry = strategy.entry(id);
    let confused = matches!(entry.kind, Kind::Term | Kind::Instrument | Kind::Actor);
    if !confused || entry.weight == Weight::Context {
        return Vec::new();
    }
    // What is linked with it, or is about the same thing, might be meant as well.
    let twins = fair.options(id, id).into_iter().filter(|twin| {
        let other = strategy.entry(*twin);
        let shared = stems(&entry.name).intersection(&stems(&other.name)).count();
        shared > 0
            && !names_a_year(&entry.name)
            && !names_a_year(&other.name)
            && (tells_apart(entry, other) || tells_apart(other, entry))
            && !written.says(id, &other.name)
            && !written.says(*twin, &entry.name)
    });
    twins.filter_map(|twin| card(strategy, id, twin)).collect()
}

fn card(strategy: &Strategy, id: EntryId, twin: EntryId) -> Option<Card> {
    let (entry, other) = (strategy.entry(id), strategy.entry(twin));
    let summary = entry.summary.as_ref()?;
    if names(summary, entry) || names(summary, other) || !reads_alone(summary) {
        return None;
    }
    let question = format!("Which of two that are easily confused is this? “{summary}”");
    let answer = Answer::One {
        right: entry.name.clone(),
        wrong: Wrong::Texts(vec![
            other.name.clone(),
            Clean::new("Both: they are one thing"),
            Clean::new("Neither of them"),
        ]),
        recall: false,
    };
    made::card(
        strategy,
        ("twin", vec![id, twin]),
        &question,
        (answer, &entry.id),
    )
}

/// Whether the author names one beside the other, in its summary, its details or its caveats.
fn tells_apart(entry: &Entry, other: &Entry) -> bool {
    let caveats = entry.caveats.iter().map(|caveat| &caveat.text);
    let mut texts = entry.summary.iter().chain(&entry.details).chain(caveats);
    texts.any(|text| names(text, other))
}
