//! What is meant by a query: beside each word as typed, the forms, synonyms and mended words of it
//! that the strategy has; small words that need not be there; and what to tell of all this.

use super::corpus::Corpus;
use super::query::{Likeness, Query, Term};
use super::told::Told;
use super::vocabulary::has_word;

/// Words of questions, which say little of what is sought.
const SMALL: &[&str] = &[
    "a", "about", "an", "and", "are", "at", "be", "been", "by", "can", "did", "do", "does", "for",
    "from", "give", "had", "has", "have", "how", "i", "in", "is", "it", "its", "me", "of", "on",
    "or", "please", "said", "say", "says", "show", "so", "tell", "that", "the", "their", "there",
    "they", "this", "to", "was", "were", "what", "when", "where", "which", "who", "whom", "whose",
    "why", "will", "with", "would", "you",
];

/// Whether a folded word says little of what is sought.
pub fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// The query as it is looked for in a corpus, and what to tell of the words that had to be mended.
pub(super) fn read(corpus: &Corpus, query: &Query) -> (Query, Vec<Told>) {
    let mut read = query.clone();
    let mut told = Vec::new();
    join_phrases(corpus, &mut read.terms);
    let yields = |term: &Term| !term.exact && is_small(&term.text);
    if read.terms.iter().any(|term| !yields(term)) {
        for term in &mut read.terms {
            term.is_small = yields(term);
        }
    }
    for term in read
        .terms
        .iter_mut()
        .filter(|term| !term.exact && !term.is_small)
    {
        widen(corpus, term, &mut told);
    }
    (read, told)
}

/// A word that a strategy does not have, and what comes near it.
pub(super) fn missing(corpus: &Corpus, typed: &str) -> Told {
    let topic = corpus.topics.iter().find(|topic| {
        let mut words = topic.words.iter();
        let is_of = |text: &str| {
            let text = text.to_lowercase();
            let mut words = text.split(' ');
            has_word(&text, typed) || words.any(|word| same_number(word, typed))
        };
        words.any(|words| is_of(words)) || is_of(&topic.name)
    });
    Told::Missing {
        typed: typed.to_owned(),
        nearest: corpus.vocabulary.near(typed),
        topic: topic.map(|topic| topic.name.clone()),
    }
}

/// Words that are one in the authored synonyms become one term.
fn join_phrases(corpus: &Corpus, terms: &mut Vec<Term>) {
    let mut at = 0;
    while at < terms.len() {
        let phrase = corpus.synonyms.iter().find_map(|(typed, _)| {
            let words: Vec<&str> = typed.split(' ').collect();
            let fits = words.len() > 1
                && terms.get(at..at + words.len()).is_some_and(|terms| {
                    let mut pairs = terms.iter().zip(&words);
                    pairs.all(|(term, word)| !term.exact && same_number(&term.text, word))
                });
            fits.then_some((typed, words.len()))
        });
        if let Some((typed, count)) = phrase {
            let parts: Vec<Term> = terms.drain(at..at + count).collect();
            let joined = Term {
                text: typed.clone(),
                parts,
                ..Term::default()
            };
            terms.insert(at, joined);
        }
        at += 1;
    }
}

/// Gives a term the words that mean the same; those of a word that stands nowhere are mended.
fn widen(corpus: &Corpus, term: &mut Term, told: &mut Vec<Told>) {
    let vocabulary = &corpus.vocabulary;
    let mut others: Vec<(String, Likeness)> = Vec::new();
    for (typed, meant) in &corpus.synonyms {
        if same_number(&term.text, typed) {
            others.push((meant.clone(), Likeness::Synonym));
            let forms = vocabulary.forms(meant).into_iter();
            others.extend(forms.map(|form| (form, Likeness::Synonym)));
        }
    }
    let forms = vocabulary.forms(&term.text).into_iter();
    // What begins with the word is found by it already.
    let forms = forms.filter(|form| !form.starts_with(&term.text));
    others.extend(forms.map(|form| (form, Likeness::Form)));
    let is_known = !term.parts.is_empty() || vocabulary.holds(&term.text);
    if !is_known {
        let mut mended = vocabulary.mended(&term.text);
        // A form of a word that is here is no slip of another, but where both end alike.
        let is_form = |word: &String| others.iter().any(|(other, _)| other == word);
        let is_middle = |word: &String| !is_form(word) && end_alike(word, &term.text);
        mended.retain(|word| others.is_empty() || is_middle(word));
        if !mended.is_empty() {
            told.push(Told::Mended {
                typed: term.text.clone(),
                shown: mended.clone(),
            });
            others.extend(mended.into_iter().map(|word| (word, Likeness::Mended)));
        }
    }
    let mut seen = Vec::new();
    others.retain(|(text, _)| {
        let is_new = *text != term.text && !seen.contains(text);
        seen.push(text.clone());
        is_new
    });
    term.others = others
        .into_iter()
        .map(|(text, likeness)| {
            let other = Term {
                text,
                is_whole: likeness != Likeness::Mended,
                ..Term::default()
            };
            (other, likeness)
        })
        .collect();
}

/// Whether two words have the same last four letters.
fn end_alike(one: &str, other: &str) -> bool {
    one.bytes().rev().take(4).eq(other.bytes().rev().take(4))
}

/// Whether two words are one but for a plural's ending.
fn same_number(one: &str, other: &str) -> bool {
    let plural = |one: &str, other: &str| {
        one.strip_suffix('s') == Some(other)
            || one.strip_suffix("es") == Some(other)
            || one
                .strip_suffix("ies")
                .zip(other.strip_suffix('y'))
                .is_some_and(|(a, b)| a == b)
    };
    one == other || plural(one, other) || plural(other, one)
}
