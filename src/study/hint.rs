//! Whether a question gives its answer away: words that the answer shares with it and that no other
//! option could share.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Entry, EntryId, Kind, Role, Strategy};
use crate::text::fold::Folded;

/// Letters by which two words count as the same: `strategy` and `strategic`.
const STEM: usize = 5;

/// Words that tell nothing.
const EMPTY: &[&str] = &[
    "the", "and", "for", "from", "with", "its", "that", "this", "into", "are", "was", "has", "who",
    "what", "which", "not", "all", "one", "than", "between",
];

/// What an entry is, as options are alike.
type Sort = (Kind, Option<Role>);

/// How many names of each sort have a word in them.
#[derive(Debug)]
pub(super) struct Words {
    count: HashMap<(Sort, String), u32>,
    of: HashMap<EntryId, BTreeSet<String>>,
}

impl Words {
    pub(super) fn new(strategy: &Strategy) -> Self {
        let mut count = HashMap::new();
        let mut of = HashMap::new();
        for (id, entry) in strategy.entries() {
            let stems = stems(&entry.name);
            for stem in &stems {
                *count.entry((sort(entry), stem.clone())).or_insert(0) += 1;
            }
            of.insert(id, stems);
        }
        Self { count, of }
    }

    /// Whether naming `subject` in a question gives away that the answer is `right`; what is
    /// `barred` is no option either.
    pub(super) fn give_away(
        &self,
        strategy: &Strategy,
        (subject, right): (EntryId, EntryId),
        barred: &[EntryId],
    ) -> bool {
        let entry = strategy.entry(right);
        let Some(ours) = self.of.get(&subject) else {
            return false;
        };
        let is_out = |id: &EntryId| *id != right && sort(strategy.entry(*id)) == sort(entry);
        self.shared_alone(ours, entry, |stem, all| {
            let has = |id: &EntryId| self.of.get(id).is_some_and(|stems| stems.contains(stem));
            let mut out: u32 = u32::from(is_out(&subject) && !barred.contains(&subject));
            // Of a word that more names have than are barred, one is left over.
            if usize::try_from(all).is_ok_and(|all| all <= barred.len() + 2) {
                let barred = barred.iter().filter(|id| is_out(id) && has(id)).count();
                out = out.saturating_add(u32::try_from(barred).unwrap_or(u32::MAX));
            }
            out
        })
    }

    /// Whether a description gives away what it describes.
    pub(super) fn told_by(&self, text: &str, right: &Entry) -> bool {
        let told = stems(text);
        let own = stems(&right.name);
        let shared = own.intersection(&told).count();
        let alias = right.aliases.iter().any(|alias| contains(text, alias));
        alias
            || contains(text, &right.name)
            || shared * 2 > own.len()
            || self.shared_alone(&told, right, |_, _| 0)
    }

    /// Whether a word of the answer's name stands in the question, and in no other option: of the
    /// names with it, some are no options.
    fn shared_alone(
        &self,
        question: &BTreeSet<String>,
        right: &Entry,
        no_options: impl Fn(&String, u32) -> u32,
    ) -> bool {
        stems(&right.name).intersection(question).any(|stem| {
            let all = self.count.get(&(sort(right), stem.clone())).copied();
            let all = all.unwrap_or(0);
            all <= no_options(stem, all).saturating_add(1)
        })
    }
}

fn sort(entry: &Entry) -> Sort {
    (entry.kind, entry.actor().map(|actor| actor.role))
}

/// The words of a text, cut to their stems.
pub(super) fn stems(text: &str) -> BTreeSet<String> {
    Folded::new(text)
        .as_str()
        .split(|each: char| !each.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !EMPTY.contains(word))
        .map(|word| word.chars().take(STEM).collect())
        .collect()
}

/// Whether a text contains another as whole words, whatever its case, width or accents.
pub(super) fn contains(text: &str, part: &str) -> bool {
    let (text, part) = (Folded::new(text), Folded::new(part));
    let (text, part) = (text.as_str(), part.as_str().trim());
    let inside = |each: Option<char>| each.is_some_and(char::is_alphanumeric);
    !part.is_empty()
        && text.match_indices(part).any(|(at, _)| {
            let before = text.get(..at).and_then(|head| head.chars().next_back());
            let after = text
                .get(at + part.len()..)
                .and_then(|tail| tail.chars().next());
            !part.is_ascii() || !(inside(before) || inside(after))
        })
}
