//! Which entries the words of a question name: by a name, an abbreviation, a keyword, an authored
//! synonym, or a part of a name that can mean nothing else.

use std::collections::{HashMap, HashSet};

use super::words::{self, LITTLE, Sentence, Word, stems};
use crate::model::{Entry, EntryId, Kind, Strategy, Weight};
use crate::search::Corpus;
use crate::text::fold::Folded;
use crate::text::stem::stem;
use crate::wording;

/// Stems that make a name mean another.
const TURNS: &[&str] = &[
    "deputi", "vice", "other", "former", "assist", "no", "non", "next",
];

/// The names of a strategy, and its sentences, made once.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// By the stems of a whole label, the entries that bear it, and how openly.
    whole: HashMap<String, Vec<(EntryId, Bears)>>,
    /// By a stem, the entries that have it in a name.
    parts: HashMap<String, HashSet<EntryId>>,
    /// The stems of each name, for telling how much of it was said.
    labels: HashMap<EntryId, Vec<Vec<String>>>,
    /// The stems of all names and keywords of each entry.
    stems: HashMap<EntryId, Vec<String>>,
    synonyms: Vec<(String, String)>,
    sentences: Vec<Sentence>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bears {
    Name,
    Alias,
    Keyword,
}

impl Names {
    /// Reads every name.
    pub fn new(strategy: &Strategy) -> Self {
        let mut names = Self::default();
        for (id, entry) in strategy.entries() {
            if entry.kind == Kind::Source {
                continue;
            }
            let bare = entry.name.split(" (").next().unwrap_or_default();
            names.add(id, &entry.name, Bears::Name);
            names.add(id, bare, Bears::Name);
            let own = entry
                .short
                .iter()
                .chain(&entry.original)
                .chain(&entry.reading);
            for text in own.chain(&entry.aliases) {
                names.add(id, text, Bears::Alias);
            }
            for text in &entry.keywords {
                names.add(id, text, Bears::Keyword);
            }
        }
        let synonyms = strategy.synonyms.iter();
        names.synonyms = synonyms
            .map(|(typed, meant)| (key(typed), key(meant)))
            .collect();
        names.sentences = words::sentences(strategy);
        names
    }

    /// Every sentence.
    pub(super) fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The stems of all names and keywords of an entry.
    pub(super) fn stems_of(&self, id: EntryId) -> &[String] {
        self.stems.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The stems of the name of an entry.
    pub(super) fn name_of(&self, id: EntryId) -> &[String] {
        let labels = self.labels.get(&id);
        labels
            .and_then(|labels| labels.first())
            .map_or(&[], Vec::as_slice)
    }

    /// The stems of what an entry says itself, caveats apart.
    pub(super) fn text_of(&self, id: EntryId) -> Vec<String> {
        let from = self.sentences.partition_point(|each| each.entry < id);
        let own = self.sentences.iter().skip(from);
        let own = own.take_while(|each| each.entry == id);
        let own = own.filter(|each| !each.is_caveat);
        own.flat_map(|each| each.stems.iter().cloned()).collect()
    }

    /// A stem with what authored synonyms of it mean.
    pub(super) fn word(&self, stem: String) -> Word {
        let meant = self.synonyms.iter().filter(|(typed, _)| *typed == stem);
        let split = |words: &str| words.split(' ').map(str::to_owned).collect();
        let meant = meant.map(|(_, meant)| split(meant)).collect();
        Word { stem, meant }
    }

    fn add(&mut self, id: EntryId, text: &str, bears: Bears) {
        let stems = stems(text);
        if stems.is_empty() {
            return;
        }
        self.stems
            .entry(id)
            .or_default()
            .extend(stems.iter().cloned());
        let whole = self.whole.entry(stems.join(" ")).or_default();
        if !whole.iter().any(|(known, _)| *known == id) {
            whole.push((id, bears));
        }
        if bears < Bears::Keyword {
            for each in &stems {
                self.parts.entry(each.clone()).or_default().insert(id);
            }
            self.labels.entry(id).or_default().push(stems);
        }
    }

    /// The entries that words name and that fit, the likeliest first; several only where they share
    /// a name. Words that name nothing are mended once.
    pub(super) fn find(
        &self,
        strategy: &Strategy,
        corpus: &Corpus,
        words: &[String],
        fits: &dyn Fn(&Entry) -> bool,
    ) -> Vec<EntryId> {
        let stems = stems(&words.join(" "));
        if stems.is_empty() {
            return Vec::new();
        }
        let found = self.find_stems(strategy, &stems, fits);
        if !found.is_empty() {
            return found;
        }
        // Two words that are written as one here: cyber security.
        for at in 1..words.len() {
            let (before, after) = words.split_at(at);
            let (Some((last, before)), Some((first, after))) =
                (before.split_last(), after.split_first())
            else {
                continue;
            };
            let joined = format!("{last}{first}");
            if self.parts.contains_key(&stem(&joined)) {
                let words = [before, std::slice::from_ref(&joined), after].concat();
                let found = self.find_stems(strategy, &words::stems(&words.join(" ")), fits);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        let mend = |word: &String| {
            let is_known = self.parts.contains_key(&stem(word)) || LITTLE.contains(&word.as_str());
            let mended = if is_known {
                Vec::new()
            } else {
                corpus.mended(word)
            };
            mended.into_iter().next().unwrap_or_else(|| word.clone())
        };
        let mended: Vec<String> = words.iter().map(mend).collect();
        let found = if mended == words {
            Vec::new()
        } else {
            self.find_stems(strategy, &words::stems(&mended.join(" ")), fits)
        };
        if found.is_empty() {
            self.beginning(strategy, &stems, fits)
        } else {
            found
        }
    }

    /// The entry in one of whose names each word begins another, in their order: `Quad cyber
    /// partnership`.
    fn beginning(
        &self,
        strategy: &Strategy,
        stems: &[String],
        fits: &dyn Fn(&Entry) -> bool,
    ) -> Vec<EntryId> {
        if stems.len() < 2 {
            return Vec::new();
        }
        let begins = |label: &Vec<String>| {
            let mut pairs = label.iter().zip(stems);
            label.len() == stems.len()
                && pairs
                    .all(|(word, said)| word == said || said.len() > 3 && word.starts_with(said))
        };
        let labels = self
            .labels
            .iter()
            .filter(|(_, labels)| labels.iter().any(begins));
        let mut found: Vec<EntryId> = labels.map(|(id, _)| *id).collect();
        found.retain(|id| fits(strategy.entry(*id)));
        found.sort_by_key(|id| (strategy.entry(*id).weight, id.index()));
        found.truncate(1);
        found
    }

    fn find_stems(
        &self,
        strategy: &Strategy,
        stems: &[String],
        fits: &dyn Fn(&Entry) -> bool,
    ) -> Vec<EntryId> {
        let phrase = stems.join(" ");
        let meant = self.synonyms.iter().filter_map(|(typed, meant)| {
            let padded = format!(" {phrase} ");
            let replaced = padded.replace(&format!(" {typed} "), &format!(" {meant} "));
            (replaced != padded).then(|| replaced.trim().to_owned())
        });
        let phrases: Vec<String> = std::iter::once(phrase.clone()).chain(meant).collect();
        let first = |find: &dyn Fn(&String) -> Vec<EntryId>| {
            let found = phrases.iter().map(find).find(|found| !found.is_empty());
            found.unwrap_or_default()
        };
        let named = first(&|phrase| self.bearing(strategy, phrase, (Bears::Alias, fits)));
        if !named.is_empty() {
            return named;
        }
        let in_part = first(&|phrase| self.having(strategy, phrase, fits));
        if !in_part.is_empty() {
            return in_part;
        }
        first(&|phrase| self.bearing(strategy, phrase, (Bears::Keyword, fits)))
    }

    /// The entries with this very name; those by a keyword alone only where no other has it.
    fn bearing(
        &self,
        strategy: &Strategy,
        phrase: &str,
        (least, fits): (Bears, &dyn Fn(&Entry) -> bool),
    ) -> Vec<EntryId> {
        let all = self.whole.get(phrase).into_iter().flatten();
        let all = all.filter(|(_, bears)| *bears <= least);
        let mut all: Vec<_> = all.filter(|(id, _)| fits(strategy.entry(*id))).collect();
        let Some(best) = all.iter().map(|(_, bears)| *bears).min() else {
            return Vec::new();
        };
        all.retain(|(_, bears)| *bears <= best.max(Bears::Alias));
        all.sort_by_key(|(id, bears)| (strategy.entry(*id).weight, *bears));
        if best == Bears::Keyword {
            all.truncate(1);
        }
        all.into_iter().map(|(id, _)| *id).collect()
    }

    /// The entry that has all the words in one name and stands out among such: they end its name or
    /// are half of it.
    fn having(
        &self,
        strategy: &Strategy,
        phrase: &str,
        fits: &dyn Fn(&Entry) -> bool,
    ) -> Vec<EntryId> {
        let words: Vec<&str> = phrase.split(' ').collect();
        let mut sets = words.iter().map(|word| self.parts.get(*word));
        let Some(Some(first)) = sets.next() else {
            return Vec::new();
        };
        let others: Option<Vec<_>> = sets.collect();
        let Some(others) = others else {
            return Vec::new();
        };
        let all = first
            .iter()
            .filter(|id| others.iter().all(|set| set.contains(id)));
        let fitting = all.filter(|id| fits(strategy.entry(**id)));
        let mut ranked: Vec<(bool, Weight, usize, EntryId)> = fitting
            .filter_map(|id| Some((strategy.entry(*id).weight, self.cover(*id, &words)?, *id)))
            .map(|(weight, cover, id)| (self.is_of_other_year(id, &words), weight, 100 - cover, id))
            .collect();
        ranked.sort();
        // One word at the end of many names tells none of them.
        let is_vague = words.len() == 1 && self.parts.get(phrase).is_some_and(|all| all.len() > 1);
        if is_vague && ranked.first().is_some_and(|(.., left, _)| *left > 50) {
            return Vec::new();
        }
        ranked.first().map(|(.., id)| *id).into_iter().collect()
    }

    /// Whether words name a year and a name begins with another: of two bodies named by their years
    /// each is called by its first.
    fn is_of_other_year(&self, id: EntryId, words: &[&str]) -> bool {
        let is_year = |word: &&str| words::is_year(word);
        let Some(asked) = words.iter().copied().find(is_year) else {
            return false;
        };
        let labels = self.labels.get(&id).into_iter().flatten();
        let mut firsts = labels.filter_map(|label| label.iter().map(String::as_str).find(is_year));
        let first = firsts.next();
        first.is_some_and(|first| first != asked) && !firsts.any(|other| other == asked)
    }

    /// How much of a name the words are, in a hundred parts; `None` where they are too little.
    fn cover(&self, id: EntryId, words: &[&str]) -> Option<usize> {
        let labels = self.labels.get(&id)?;
        let cover = |label: &Vec<String>| {
            // A deputy is not meant by who asks for the chief.
            let is_other = label
                .iter()
                .any(|each| TURNS.contains(&each.as_str()) && !words.contains(&each.as_str()));
            let said = !is_other
                && words
                    .iter()
                    .all(|word| label.iter().any(|each| each == word));
            let share = words.len() * 100 / label.len().max(1);
            let ends = label
                .last()
                .is_some_and(|last| words.contains(&last.as_str()));
            (said && (share >= 50 || ends)).then_some(share.min(100))
        };
        labels.iter().filter_map(cover).max()
    }
}

fn key(text: &str) -> String {
    stems(text).join(" ")
}

/// Whether words mean the strategy itself.
pub(super) fn is_strategy(strategy: &Strategy, words: &[String]) -> bool {
    let said = words.join(" ");
    let known = ["it", "strategy", "this strategy", "this", "document", "its"];
    let title = Folded::new(&strategy.meta.title);
    let country = Folded::new(&strategy.meta.country);
    let edition = Folded::new(&wording::edition(&strategy.meta));
    let plain = |text: &Folded| {
        let words = text.as_str().split(|each: char| !each.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    known.contains(&said.as_str())
        || said == plain(&title)
        || said == plain(&edition)
        || said == format!("{} strategy", plain(&country))
        || said == format!("{} {}", plain(&country), plain(&title))
        || strategy.meta.edition.as_ref().is_some_and(|edition| {
            said == format!("{edition} strategy")
                || said == format!("strategy of {edition}")
                || said == format!("{} {}", edition, plain(&title))
        })
}
