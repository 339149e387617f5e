//! Sentences of the model that have every word of a question: the last resort before there is no
//! answer. What is asked for decides what a sentence has to have besides: a reason, a number, a name,
//! a day.

use std::cmp::Reverse;

use super::answer::Answer;
use super::asker::Ask;
use super::question::When;
use super::words::{REASONS, Sentence, Word, has_number, has_year, is_year, stems};
use crate::date::Date;
use crate::model::{AsOf, Entry, EntryId, Kind, Verb};
use crate::search::is_small;
use crate::wording;

/// Words that say how something is asked, not what.
const ASKING: &[&str] = &[
    "japan",
    "japanese",
    "strategy",
    "year",
    "mean",
    "meant",
    "thing",
    "exactly",
    "according",
    "supposed",
    "responsible",
    "important",
    "article",
    "also",
    "any",
    "many",
    "much",
    "long",
    "there",
    "happen",
    "happened",
    "take",
    "takes",
    "took",
    "place",
    "kind",
    "sort",
    "ever",
    "really",
    "still",
    "not",
    "must",
    "need",
    "needs",
];

/// Who asks with these wants an opinion, advice or a prophecy, or more than a text can say.
const BEYOND: &[&str] = &[
    "should", "think", "best", "better", "will", "would", "could", "you", "your", "i", "my", "we",
    "opinion", "money", "cost", "costs", "budget", "price",
];

/// What gives a reason, if less surely than [`REASONS`].
const PURPOSES: &[&str] = &[
    "since they",
    "that is why",
    "reason",
    "to guard",
    "to keep",
    "to make",
    "is meant to",
    "are meant to",
];

/// What a sentence has to have, by how the question begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Reason,
    Number,
    Name,
    Day,
    Any,
}

/// Words with which a question begins that a sentence may answer.
const LEADS: &[&str] = &[
    "who", "whom", "what", "which", "when", "why", "how", "is", "are", "was", "were", "does", "do",
    "did", "can", "tell", "has", "have",
];

/// What has to be listed, and what one sentence would tell of others.
const LISTED: &[&str] = &["goals", "pillars", "objectives", "principles", "threats"];

/// What a sentence has to have; nothing where no sentence can answer.
fn wanted(ask: &Ask<'_>) -> Option<Wanted> {
    let words = &ask.question.words;
    let first = words.first()?.as_str();
    let second = words.get(1).map_or("", String::as_str);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let when = ask.question.when;
    let is_of_today = matches!(when, When::Now | When::Then | When::Between(..));
    let is_of_list = match first {
        // How two lists differ is told in a sentence.
        "what" | "which" => has(LISTED) && !has(&["difference", "differ", "official"]),
        "who" => [
            "is", "was", "are", "were", "take", "takes", "took", "heads", "headed", "leads", "led",
            "runs", "ran", "chairs", "chaired",
        ]
        .contains(&second),
        _ => false,
    };
    let is_beyond = has(BEYOND) || !LEADS.contains(&first);
    if is_of_list || is_beyond || is_of_today || is_of_speech(words) || is_of_a_span(words) {
        return None;
    }
    match (first, second) {
        ("why", _) => Some(Wanted::Reason),
        ("how", "many" | "much" | "long") => Some(Wanted::Number),
        ("how", _) => None,
        ("who" | "whom", _) => Some(Wanted::Name),
        ("when", _) => Some(Wanted::Day),
        _ => Some(Wanted::Any),
    }
}

/// The sentence with every word of the question, if one stands out.
pub(super) fn passage(ask: &Ask<'_>) -> Option<Answer> {
    let words = &ask.question.words;
    let wanted = wanted(ask)?;
    // Two questions in one have no one sentence.
    let joins = words.windows(2).any(|pair| {
        pair.first().is_some_and(|word| word == "and")
            && matches!(
                pair.last().map(String::as_str),
                Some("when" | "who" | "what" | "why" | "how")
            )
    });
    if joins {
        return None;
    }
    let takes = |at: usize| at.checked_sub(1).and_then(|before| words.get(before));
    let is_said = |(at, word): &(usize, &String)| {
        // To take part is one word.
        let is_rest = *word == "part"
            && takes(*at).is_some_and(|word| word.starts_with("ta") || word == "took");
        !is_small(word) && *word != "tell" && !is_rest
    };
    let said = words
        .iter()
        .enumerate()
        .filter(is_said)
        .map(|(_, word)| word);
    let (asking, content): (Vec<&String>, Vec<&String>) =
        said.partition(|word| ASKING.contains(&word.as_str()));
    let year = match ask.question.when {
        When::On(Date::Year(year)) => Some(year.to_string()),
        When::On(_) => return None,
        _ => None,
    };
    let content = Content {
        words: content
            .into_iter()
            .chain(&year)
            .flat_map(|word| stems(word))
            .map(|stem| ask.asker.names.word(stem))
            .collect(),
        asking: asking.into_iter().flat_map(|word| stems(word)).collect(),
    };
    let least = if wanted == Wanted::Reason { 1 } else { 2 };
    if content.words.len() < least + usize::from(year.is_some()) {
        return None;
    }
    let Some(best) = best(ask, &content, wanted) else {
        return matches!(wanted, Wanted::Any | Wanted::Number)
            .then(|| named_by_all(ask, &content.words, wanted))?;
    };
    Some(quoted(ask, best))
}

/// Whether a question is about what somebody said; what the strategy says is in every sentence.
fn is_of_speech(words: &[String]) -> bool {
    const SPEECH: &[&str] = &[
        "say", "says", "said", "think", "thinks", "react", "reacted", "respond",
    ];
    let at = words
        .iter()
        .position(|word| SPEECH.contains(&word.as_str()));
    let speaker = at.and_then(|at| words.get(at.checked_sub(1)?));
    let is_ours = |word: &String| matches!(word.as_str(), "japan" | "strategy" | "article" | "it");
    at.is_some() && !speaker.is_some_and(is_ours)
}

/// Whether a question is about all that was before or after something.
fn is_of_a_span(words: &[String]) -> bool {
    words
        .iter()
        .any(|word| matches!(word.as_str(), "before" | "after" | "since"))
}

/// A sentence as an answer.
fn quoted(ask: &Ask<'_>, best: &Sentence) -> Answer {
    let entry = ask.entry(best.entry);
    let text = match wording::when(entry).filter(|_| entry.event().is_some()) {
        Some(when) => format!("{when}, {}: {}", entry.name, best.text),
        None if has_name(&best.text, entry) => best.text.clone(),
        None => format!("{}: {}", entry.name, best.text),
    };
    let mut answer = Answer::of(text, &entry.cites, &[best.entry]);
    answer.voice = wording::voice_tag(ask.strategy(), best.entry);
    answer.done(ask.named(AsOf::All))
}

/// The words of a question: those that have to be there, and those that speak for a sentence.
struct Content {
    words: Vec<Word>,
    asking: Vec<String>,
}

/// The other editions of the strategy, of which nobody asks who names no year.
fn other_editions(ask: &Ask<'_>) -> Vec<EntryId> {
    if ask.question.words.iter().any(|word| is_year(word)) {
        return Vec::new();
    }
    let mut line: Vec<EntryId> = ask.own().into_iter().collect();
    let mut at = 0;
    while let Some(&edition) = line.get(at) {
        for next in ask.strategy().relations(edition) {
            if next.link.verb == Verb::Succeeds && !line.contains(&next.other) {
                line.push(next.other);
            }
        }
        at += 1;
    }
    line.drain(..line.len().min(1));
    line
}

/// The sentence that has all words, some of which the names of its entry may have.
fn best<'a>(ask: &Ask<'a>, content: &Content, wanted: Wanted) -> Option<&'a Sentence> {
    let names = ask.asker.names;
    let words = &content.words;
    let others = other_editions(ask);
    let rank = |sentence: &Sentence| {
        let here = words
            .iter()
            .filter(|word| word.is_in(&sentence.stems))
            .count();
        // What `they` are stands before it.
        let begins = |word: &&str| sentence.text.starts_with(word);
        if here == 0
            || ["They ", "He ", "She ", "This ", "These ", "Both "]
                .iter()
                .any(begins)
        {
            return None;
        }
        // It says more itself than that it is about one of them, but in what is named in full.
        if here < words.len().min(2) && !named_whole(ask, sentence.entry, words) {
            return None;
        }
        let labels = names.stems_of(sentence.entry);
        let has = |word: &Word| word.is_in(&sentence.stems) || word.is_in(labels);
        let fits = !others.contains(&sentence.entry)
            && words.iter().all(has)
            && gives(ask, sentence, wanted, words);
        let in_labels = words.iter().filter(|word| word.is_in(labels)).count();
        let also = content
            .asking
            .iter()
            .filter(|word| sentence.stems.contains(word))
            .count();
        let weight = Reverse(ask.entry(sentence.entry).weight);
        fits.then_some((here, also, in_labels, weight))
    };
    let ranked = names
        .sentences()
        .iter()
        .filter_map(|each| Some((rank(each)?, each)));
    // The first of equals.
    let best = ranked.reduce(|best, each| if each.0 > best.0 { each } else { best });
    best.map(|(_, sentence)| sentence)
}

/// Whether the name of an entry has no word that is not asked with.
fn named_whole(ask: &Ask<'_>, id: EntryId, words: &[Word]) -> bool {
    let name = ask.asker.names.name_of(id).iter();
    name.into_iter()
        .all(|stem| words.iter().any(|word| word.stem == *stem))
}

/// What the entry is whose names have all words, where there is only one such of its weight.
fn named_by_all(ask: &Ask<'_>, words: &[Word], wanted: Wanted) -> Option<Answer> {
    let entries = ask
        .strategy()
        .entries()
        .filter(|(_, entry)| entry.kind != Kind::Source);
    let has_all = |id: &EntryId| {
        let labels = ask.asker.names.stems_of(*id);
        words.iter().all(|word| word.is_in(labels))
    };
    let summary = |id: EntryId| ask.summary(id).unwrap_or_default();
    let mut found: Vec<EntryId> = entries
        .map(|(id, _)| id)
        .filter(has_all)
        .filter(|id| wanted == Wanted::Any || has_number(&summary(*id)))
        .collect();
    found.sort_by_key(|id| ask.entry(*id).weight);
    let first = *found.first()?;
    let second = found.get(1).map(|id| ask.entry(*id).weight);
    let is_alone = second != Some(ask.entry(first).weight);
    is_alone.then(|| super::meaning::what_of(ask, &[first]))?
}

/// A sentence with a year and one of some words, of entries or of the events about them.
pub(super) fn dated(ask: &Ask<'_>, ids: &[EntryId], words: &[&str]) -> Option<Answer> {
    let about = |id: EntryId| {
        let mut relations = ask.strategy().relations(id).into_iter();
        ids.contains(&id)
            || relations.any(|it| it.link.verb == Verb::About && ids.contains(&it.other))
    };
    let has = |each: &&Sentence| {
        let entry = ask.entry(each.entry);
        let is_own = ids.contains(&each.entry) || entry.event().is_some() && about(each.entry);
        let has_word = words
            .iter()
            .any(|word| each.stems.iter().any(|stem| stem == word));
        is_own && has_word && (has_year(&each.text) || entry.event().is_some())
    };
    let mut found: Vec<&Sentence> = ask.asker.names.sentences().iter().filter(has).collect();
    found.sort_by_key(|each| (!ids.contains(&each.entry), !has_year(&each.text)));
    found.first().map(|best| quoted(ask, best))
}

/// Whether a sentence has what is asked for.
fn gives(ask: &Ask<'_>, sentence: &Sentence, wanted: Wanted, content: &[Word]) -> bool {
    let (sentence_of, sentence) = (sentence.entry, sentence.text.as_str());
    let lower = sentence.to_lowercase();
    match wanted {
        Wanted::Any => true,
        Wanted::Reason => {
            let mut reasons = REASONS.iter().chain(PURPOSES);
            reasons.any(|reason| lower.contains(reason))
        }
        Wanted::Number => has_number(sentence),
        Wanted::Day => {
            let is_plan = ["planned", "plan ", "is to", "was to", "expected"];
            let is_open = ask.question.past && is_plan.iter().any(|word| lower.contains(word));
            let event = ask.entry(sentence_of).event();
            let is_done =
                event.is_none_or(|event| event.date.first_day() <= ask.asker.today.first_day());
            !is_open && (event.is_some() && is_done || has_year(sentence))
        }
        Wanted::Name => ask.strategy().of_kind(Kind::Actor).iter().any(|id| {
            let entry = ask.entry(*id);
            let is_country = entry.name == ask.strategy().meta.country;
            !is_country
                && (*id == sentence_of || has_name(sentence, entry))
                && !named_whole(ask, *id, content)
        }),
    }
}

/// Whether a sentence has an entry's name, or what it is called for short.
fn has_name(sentence: &str, entry: &Entry) -> bool {
    let mut names = std::iter::once(&entry.name).chain(&entry.short);
    names.any(|name| sentence.contains(name.as_str()))
}
