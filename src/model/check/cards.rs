//! Advice on questions of the author's own: those that are never asked, and those that are unfair.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::checker::{MOST, Row};
use crate::model::draft::{CardDraft, Text};
use crate::model::words::quoted;
use crate::model::{Card, Entry, EntryId, Kind, Problem, Strategy};
use crate::text::Clean;
use crate::text::fold::Folded;
use crate::text::stem::stem;

/// A question or an answer that is longer is not read at a glance, in characters.
const LONGEST: usize = 200;

/// Words that lean on a screen which a student does not see.
const LEANING: &[&str] = &["here", "above", "below", "bullet", "aforementioned"];

/// Words that tell nothing of an answer.
const EMPTY: &[&str] = &[
    "the", "and", "for", "from", "with", "its", "that", "this", "into", "are", "was", "has", "who",
    "what", "which", "not", "all", "one", "than", "between", "did", "does", "when", "how",
];

/// Adds the advice on every card.
pub(super) fn advise(strategy: &Strategy, rows: &[Row<'_>], problems: &mut Vec<Problem>) {
    let names = Names::new(strategy);
    let mut asked = HashMap::new();
    for ((id, entry), row) in strategy.entries().zip(rows) {
        for (card, draft) in entry.cards.iter().zip(&row.draft.cards) {
            if problems.len() >= MOST {
                return;
            }
            let at = draft.ask.as_ref().map_or(0..0, Text::span);
            problems.extend(long(card, draft));
            problems.extend(told(card, &at));
            problems.extend(leaning(card, &at));
            problems.extend(twice(&mut asked, card, &at));
            problems.extend(betrayed(card, &at));
            problems.extend(lone(card, draft));
            problems.extend(also_right(strategy, &names, (id, card), draft));
        }
    }
}

/// The entries that a text may name, by every name they go by.
struct Names(HashMap<String, EntryId>);

impl Names {
    fn new(strategy: &Strategy) -> Self {
        let mut known = HashMap::new();
        let may_be_meant = strategy
            .entries()
            .filter(|(_, entry)| entry.kind != Kind::Source);
        for (id, entry) in may_be_meant {
            for name in all_names(entry) {
                known.entry(bare(name)).or_insert(id);
            }
        }
        Self(known)
    }

    fn find(&self, text: &str) -> Option<EntryId> {
        self.0.get(&bare(text)).copied()
    }
}

fn all_names(entry: &Entry) -> impl Iterator<Item = &str> {
    let plain = entry.name.split(" (").next();
    let aliases = entry.aliases.iter().map(Clean::as_str);
    [entry.name.as_str()]
        .into_iter()
        .chain(plain)
        .chain(aliases)
}

/// A text without case, article and full stop.
fn bare(text: &str) -> String {
    let text = Folded::new(text);
    let text = text.as_str().trim().trim_end_matches('.');
    let mut starts = ["the ", "a ", "an "].iter();
    let bare = starts.find_map(|start| text.strip_prefix(start));
    bare.unwrap_or(text).to_owned()
}

fn words(text: &str) -> Vec<String> {
    let text = Folded::new(text);
    let words = text.as_str().split(|each: char| !each.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn stems(text: &str) -> BTreeSet<String> {
    let telling = |word: &String| word.chars().count() > 2 && !EMPTY.contains(&word.as_str());
    let words = words(text).into_iter().filter(telling);
    words.map(|word| stem(&word)).collect()
}

fn long(card: &Card, draft: &CardDraft) -> Option<Problem> {
    let texts = [(&card.ask, &draft.ask), (&card.answer, &draft.answer)];
    let of = |(text, leaf): (&str, &Option<Text>)| {
        let length = text.chars().count();
        (length > LONGEST).then(|| {
            let at = leaf.as_ref().map_or(0..0, Text::span);
            Problem::advice(at, format!("this text of a card has {length} characters")).help(
                format!(
                    "a student reads {LONGEST} at a glance; ask one thing, and say the rest in `details`"
                ),
            )
        })
    };
    texts
        .into_iter()
        .find_map(|(text, leaf)| of((text.as_str(), leaf)))
}

/// The answer stands in the question.
fn told(card: &Card, at: &Range<usize>) -> Option<Problem> {
    let (question, answer) = (Folded::new(&card.ask), bare(&card.answer));
    let told = !answer.is_empty() && question.as_str().contains(&answer);
    told.then(|| {
        Problem::advice(at.clone(), "this question holds its own answer")
            .help("ask in other words; as it stands it is not asked")
    })
}

fn leaning(card: &Card, at: &Range<usize>) -> Option<Problem> {
    let words = words(&card.ask);
    let word = words.iter().find(|word| LEANING.contains(&word.as_str()))?;
    let message = format!("`{word}` in a question leans on what a student does not see");
    Some(Problem::advice(at.clone(), message).help("name what is meant"))
}

/// Questions put before, with their answers and places.
type Asked = HashMap<String, (String, Range<usize>)>;

/// A question put twice has two answers, or is there for nothing.
fn twice(asked: &mut Asked, card: &Card, at: &Range<usize>) -> Option<Problem> {
    let (question, answer) = (bare(&card.ask), bare(&card.answer));
    let Some((known, first)) = asked.get(&question) else {
        asked.insert(question, (answer, at.clone()));
        return None;
    };
    let help = if *known == answer {
        "keep it in one place"
    } else {
        "say in each what sets it apart; with two answers neither is asked"
    };
    let problem = Problem::advice(at.clone(), "this question is put before, too");
    Some(problem.other(first.clone(), "it is put here").help(help))
}

/// Words that of all answers the right one alone has from the question.
fn betrayed(card: &Card, at: &Range<usize>) -> Option<Problem> {
    let question = stems(&card.ask);
    let wrong: Vec<BTreeSet<String>> = card.wrong.iter().map(|text| stems(text)).collect();
    let only = |word: &&String| {
        let stem = stem(word);
        question.contains(&stem) && wrong.iter().all(|stems| !stems.contains(&stem))
    };
    let answer = words(&card.answer);
    let telling = answer
        .iter()
        .filter(|word| word.chars().count() > 3 && !EMPTY.contains(&word.as_str()));
    let shared: BTreeSet<&String> = telling.filter(only).collect();
    let word = shared.first().filter(|_| !wrong.is_empty())?;
    let message = format!(
        "only the right answer has the word `{}` from the question",
        quoted(word)
    );
    Some(
        Problem::advice(at.clone(), message)
            .help("let a wrong one have it too, or ask without it: it gives the answer away"),
    )
}

fn lone(card: &Card, draft: &CardDraft) -> Option<Problem> {
    let only = draft.wrong.first().filter(|_| card.wrong.len() == 1)?;
    let message = "one wrong answer is too few for a choice";
    Some(Problem::advice(only.span(), message).help("add another, or take it out"))
}

/// Wrong answers that are the right one in other words, or right by a link of the model.
fn also_right(
    strategy: &Strategy,
    names: &Names,
    (about, card): (EntryId, &Card),
    draft: &CardDraft,
) -> Vec<Problem> {
    let mut seen = vec![bare(&card.answer)];
    let right = names.find(&card.answer);
    let mut problems = Vec::new();
    for (text, leaf) in card.wrong.iter().zip(&draft.wrong) {
        let folded = bare(text);
        let meant = names.find(text);
        let (message, help) = if seen.contains(&folded) {
            (
                "this answer is given twice".to_owned(),
                "take one of them out",
            )
        } else if let Some(entry) = meant.filter(|_| meant == right) {
            let id = &strategy.entry(entry).id;
            (
                format!("the right answer and this one both mean `{}`", quoted(id)),
                "offer something else",
            )
        } else if let Some(verb) = shared_link(strategy, (about, card), right.zip(meant)) {
            (
                format!("this answer is right as well: `{}` {verb}", quoted(text)),
                "offer something else, or name a day in the question",
            )
        } else {
            seen.push(folded);
            continue;
        };
        problems.push(Problem::advice(leaf.span(), message).help(help));
    }
    problems
}

/// What ties both to the entry asked about, unless the question names a time.
fn shared_link(
    strategy: &Strategy,
    (about, card): (EntryId, &Card),
    pair: Option<(EntryId, EntryId)>,
) -> Option<String> {
    let (right, wrong) = pair?;
    if card.ask.contains(|each: char| each.is_ascii_digit()) {
        return None;
    }
    let relations = strategy.relations(about);
    let of = |id: EntryId| relations.iter().filter(move |each| each.other == id);
    let both = of(wrong).find(|each| {
        of(right).any(|other| other.link.verb == each.link.verb && other.outward == each.outward)
    })?;
    let about = quoted(&strategy.entry(about).id);
    Some(format!("stands to `{about}` as {}", both.words()))
}
