//! A question taken apart: its words, the time it asks about, and whether it asks of the past.

use crate::date::Date;
use crate::text::fold::Folded;
use crate::text::stem::stem;

/// What a question is asked in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// Its words, folded, without articles and the words of its time.
    pub(super) words: Vec<String>,
    pub(super) when: When,
    /// Whether it is in the past tense.
    pub(super) past: bool,
}

/// The time that a question names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// None.
    Open,
    /// A day, a month or a year.
    On(Date),
    /// From one to another, both included.
    Between(Date, Date),
    /// Today.
    Now,
    /// The day on which the strategy was adopted.
    Then,
}

/// Before and after all that a model tells.
pub(super) const FIRST: Date = Date::Year(1);
pub(super) const LAST: Date = Date::Year(9998);

const ARTICLES: &[&str] = &["the", "a", "an", "exactly", "really", "actually", "please"];
const BEFORE_A_DATE: &[&str] = &[
    "in", "on", "at", "during", "since", "by", "until", "of", "from", "around",
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Ways to begin that ask nothing.
const OPENINGS: &[&str] = &[
    "can you tell me",
    "could you tell me",
    "do you know",
    "i want to know",
    "i would like to know",
    "so",
    "and",
    "but",
    "ok",
];
/// Ways to end that ask nothing.
const ENDINGS: &[&str] = &[
    "in this model",
    "in model",
    "here",
    "then please",
    "in plain words",
    "in simple words",
    "in short",
];
/// Words for a time without a date.
const NOW: &[&str] = &[
    "now",
    "today",
    "currently",
    "at present",
    "these days",
    "nowadays",
    "at moment",
];
const THEN: &[&str] = &[
    "then",
    "back then",
    "at that time",
    "at time",
    "when it was adopted",
    "when strategy was adopted",
    "at time of strategy",
    "at adoption",
];

/// Words that name the strategy or its country again, and narrow nothing.
const SURROUNDINGS: &[&str] = &[
    "according to strategy",
    "according to article",
    "in this strategy",
    "in 2021 strategy",
    "in strategy",
    "in article",
    "of strategy",
    "by strategy",
    "under strategy",
    "for strategy",
    "in japan",
    "of japan",
    "for japan",
    "japan s",
    "japanese",
];

impl Question {
    /// The same without words that narrow nothing, if there are such.
    pub(super) fn plainer(&self) -> Option<Self> {
        let mut words = self.words.clone();
        for phrase in SURROUNDINGS {
            let phrase: Vec<&str> = phrase.split(' ').collect();
            let is_here =
                |part: &[String]| part.iter().zip(&phrase).all(|(one, other)| one == other);
            let place = words.windows(phrase.len()).position(is_here);
            if let Some(at) = place.filter(|at| *at > 0 && words.len() > phrase.len() + 2) {
                words.drain(at..at + phrase.len());
            }
        }
        let is_other = words != self.words;
        is_other.then(|| Self {
            words,
            ..self.clone()
        })
    }

    /// Takes a question apart; `None` when it has no words.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.replace('’', "'").replace("'s", " s");
        let mut whole = format!(" {} ", Folded::new(&text).as_str());
        for opening in ["who", "what", "where", "when", "how"] {
            whole = whole.replace(&format!(" {opening}s "), &format!(" {opening} is "));
            whole = whole.replace(&format!(" {opening} s "), &format!(" {opening} is "));
        }
        let parts = whole.split(|each: char| !each.is_alphanumeric());
        let mut words: Vec<String> = parts
            .filter(|word| !word.is_empty() && !ARTICLES.contains(word) && *word != "s")
            .map(str::to_owned)
            .collect();
        for opening in OPENINGS {
            let opening: Vec<&str> = opening.split(' ').collect();
            if words.len() > opening.len()
                && words.iter().zip(&opening).all(|(one, other)| one == other)
            {
                words.drain(..opening.len());
            }
        }
        for ending in ENDINGS {
            let ending: Vec<&str> = ending.split(' ').collect();
            if words.len() > ending.len()
                && words.ends_with(&ending.iter().map(ToString::to_string).collect::<Vec<_>>())
            {
                words.truncate(words.len() - ending.len());
            }
        }
        let past = is_past(&words);
        let when = take_time(&mut words);
        (!words.is_empty()).then_some(Self { words, when, past })
    }

    /// The words that a pattern leaves open, in its order, for each way in which the whole question
    /// fits it: `X` and `Y` stand for a word or more, `a|b` for either, `a?` for one that may be left
    /// out. Words of more than three letters fit in any form.
    pub(super) fn fits(&self, pattern: &str) -> Vec<Vec<Vec<String>>> {
        let pattern: Vec<&str> = pattern.split(' ').collect();
        fit(&pattern, &self.words)
    }
}

fn fit(pattern: &[&str], words: &[String]) -> Vec<Vec<Vec<String>>> {
    let Some((first, rest)) = pattern.split_first() else {
        let end = words.is_empty().then(Vec::new);
        return end.into_iter().collect();
    };
    if matches!(*first, "X" | "Y") {
        let splits = (1..=words.len()).filter_map(|count| words.split_at_checked(count));
        let ways = splits.flat_map(|(taken, left)| {
            let mut ways = fit(rest, left);
            for open in &mut ways {
                open.insert(0, taken.to_vec());
            }
            ways
        });
        return ways.collect();
    }
    let (first, optional) = match first.strip_suffix('?') {
        Some(first) => (first, true),
        None => (*first, false),
    };
    let mut ways = Vec::new();
    if let Some((word, left)) = words.split_first()
        && first.split('|').any(|one| same_word(one, word))
    {
        ways = fit(rest, left);
    }
    if optional {
        ways.extend(fit(rest, words));
    }
    ways
}

/// Whether two words are one in some form.
pub(super) fn same_word(one: &str, other: &str) -> bool {
    // Forms of a word begin alike, and stemming takes its time.
    let may =
        one.len() > 3 && other.len() > 3 && one.as_bytes().first() == other.as_bytes().first();
    one == other || may && stem(one) == stem(other)
}

/// Whether words ask of the past: by their verb, or by a form in `ed` that no present verb leads.
fn is_past(words: &[String]) -> bool {
    const PAST: &[&str] = &[
        "was", "were", "did", "had", "led", "ran", "held", "became", "wrote", "drew",
    ];
    const PRESENT: &[&str] = &["is", "are", "does", "do", "has", "have", "can", "will"];
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let formed = words
        .iter()
        .any(|word| word.len() > 4 && word.ends_with("ed") && word != "united");
    any(PAST) || formed && !any(PRESENT)
}

/// Takes the words of a time out of a question.
fn take_time(words: &mut Vec<String>) -> When {
    for (phrases, when) in [(NOW, When::Now), (THEN, When::Then)] {
        for phrase in phrases {
            let phrase: Vec<&str> = phrase.split(' ').collect();
            let count = phrase.len();
            let place = words
                .windows(count)
                .position(|part| part.iter().zip(&phrase).all(|(one, other)| one == other));
            // A question of then may ask `when`, which is another word.
            if let Some(at) = place.filter(|at| *at > 0 || words.len() > count) {
                words.drain(at..at + count);
                return when;
            }
        }
    }
    if let Some(span) = take_months(words).or_else(|| take_open_span(words)) {
        return span;
    }
    let Some((at, count, first)) = find_date(words, 0) else {
        return When::Open;
    };
    let after = at + count;
    let joins = |word: &String| matches!(word.as_str(), "and" | "to" | "until" | "till");
    let second = words.get(after).filter(|word| joins(word));
    let second = second
        .and_then(|_| find_date(words, after + 1))
        .filter(|(at, ..)| *at == after + 1);
    let from = at.checked_sub(1).filter(|before| {
        let is_between =
            |word: &String| word == "between" || BEFORE_A_DATE.contains(&word.as_str());
        words.get(*before).is_some_and(is_between)
    });
    let from = from.unwrap_or(at);
    if let Some((second_at, count, second)) = second {
        // `between the 2018 and the 2021 strategy`: the years are parts of names.
        if words.get(second_at + count).is_some() && first.month().is_none() {
            return When::Open;
        }
        words.drain(from..second_at + count);
        return When::Between(first, second);
    }
    // `between the 2018 strategy and the 2021 strategy`: years of names.
    if words.get(from).is_some_and(|word| word == "between") {
        return When::Open;
    }
    // A year inside a name stays there: `what is the 2018 strategy`, `the strategy of 2018`.
    let is_named = matches!(first, Date::Year(_)) && words.get(from).is_some_and(|it| it == "of");
    if is_named {
        return When::Open;
    }
    let is_free = from < at || after == words.len() || first.month().is_some();
    if !is_free {
        return When::Open;
    }
    words.drain(from..after);
    When::On(first)
}

/// Takes `between July and September 2021`, where the year is said once.
fn take_months(words: &mut Vec<String>) -> Option<When> {
    let at = words
        .iter()
        .position(|word| matches!(word.as_str(), "between" | "from"))?;
    let first = words.get(at + 1)?;
    let month = month_named(first)?;
    let joins = words.get(at + 2)?;
    let (count, second) = date_at(words, at + 3)?;
    let is_span = matches!(joins.as_str(), "and" | "to" | "until") && second.month().is_some();
    is_span.then(|| {
        words.drain(at..at + 3 + count);
        When::Between(Date::Month(second.year(), month), second)
    })
}

/// Takes `before 2005`, `after May 2021`, `since 2021` at the end of a question about what happened.
fn take_open_span(words: &mut Vec<String>) -> Option<When> {
    let is_of_events = matches!(
        words.get(1).map(String::as_str),
        Some("happened" | "changed")
    );
    let at = words
        .iter()
        .position(|word| matches!(word.as_str(), "before" | "after" | "since"))?;
    let (count, date) = date_at(words, at + 1)?;
    let is_last = at + 1 + count == words.len();
    (is_of_events && is_last).then(|| {
        let is_before = words.get(at).is_some_and(|word| word == "before");
        words.truncate(at);
        if is_before {
            When::Between(FIRST, date.before())
        } else {
            When::Between(date, LAST)
        }
    })
}

/// The month that a word begins.
fn month_named(word: &str) -> Option<i8> {
    let place = MONTHS
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word))?;
    i8::try_from(place + 1).ok()
}

/// The first date of a question from a word on: its place, how many words it takes, and itself.
fn find_date(words: &[String], from: usize) -> Option<(usize, usize, Date)> {
    (from..words.len()).find_map(|at| {
        let (count, date) = date_at(words, at)?;
        Some((at, count, date))
    })
}

fn date_at(words: &[String], at: usize) -> Option<(usize, Date)> {
    let word = |offset: usize| words.get(at + offset).map(String::as_str);
    let number = |offset: usize| {
        let word = word(offset)?;
        let digits = word.trim_end_matches(|each: char| each.is_ascii_alphabetic());
        (digits.len() <= 2).then(|| digits.parse::<i8>().ok())?
    };
    let year = |offset: usize| {
        let year = word(offset)
            .filter(|word| word.len() == 4)?
            .parse::<i16>()
            .ok()?;
        (1800..2200).contains(&year).then_some(year)
    };
    let month = |offset: usize| month_named(word(offset)?);
    if let Some(year) = year(0) {
        let month_number = number(1).filter(|month| (1..=12).contains(month));
        return Some(match (month_number, number(2)) {
            (Some(month), Some(day)) if (1..=31).contains(&day) => (3, Date::Day(year, month, day)),
            (Some(month), _) => (2, Date::Month(year, month)),
            _ => (1, Date::Year(year)),
        });
    }
    if let (Some(day), Some(month), Some(year)) = (number(0), month(1), year(2)) {
        return Some((3, Date::Day(year, month, day)));
    }
    let month = month(0)?;
    if let (Some(day), Some(year)) = (number(1), year(2)) {
        return Some((3, Date::Day(year, month, day)));
    }
    year(1).map(|year| (2, Date::Month(year, month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, When) {
        let question = Question::read(text).unwrap();
        (question.words.join(" "), question.when)
    }

    #[test]
    fn a_time_is_taken_out_of_the_words() {
        for (text, words, when) in [
            (
                "Who headed the Headquarters in 2021?",
                "who headed headquarters",
                When::On(Date::Year(2021)),
            ),
            (
                "who was it on 28 September 2021",
                "who was it",
                When::On(Date::Day(2021, 9, 28)),
            ),
            (
                "who was it on Sept 28th, 2021",
                "who was it",
                When::On(Date::Day(2021, 9, 28)),
            ),
            (
                "what happened between 2015 and 2021",
                "what happened",
                When::Between(Date::Year(2015), Date::Year(2021)),
            ),
            (
                "what is the 2018 strategy",
                "what is 2018 strategy",
                When::Open,
            ),
            (
                "What replaced the strategy of 2018?",
                "what replaced strategy of 2018",
                When::Open,
            ),
            ("who heads it now", "who heads it", When::Now),
            (
                "Who's the prime minister today?",
                "who is prime minister",
                When::Now,
            ),
            ("who was head at that time", "who was head", When::Then),
        ] {
            assert_eq!(read(text), (words.to_owned(), when), "{text}");
        }
    }

    #[test]
    fn a_pattern_leaves_words_open() {
        let question = Question::read("who is in charge of the Digital Agency").unwrap();
        let open = question.fits("who is|was in charge of X");
        assert_eq!(open, [[["digital", "agency"]]]);
        assert!(question.fits("who is X head").is_empty());
        let question = Question::read("who criticizes Japan").unwrap();
        assert!(question.fits("who criticised X").len() == 1);
        let question = Question::read("how do goals and pillars and threats relate").unwrap();
        assert_eq!(question.fits("how do X and Y relate").len(), 2);
    }
}
