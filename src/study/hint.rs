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
}

impl Words {
    pub(super) fn new(strategy: &Strategy) -> Self {
        let mut count = HashMap::new();
        for (_, entry) in strategy.entries() {
            for stem in stems(&entry.name) {
                *count.entry((sort(entry), stem)).or_insert(0) += 1;
            }
        }
        Self { count }
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
        let ours = stems(&strategy.entry(subject).name);
        let mut out: Vec<EntryId> = barred.to_vec();
        out.push(subject);
        out.retain(|id| *id != right && sort(strategy.entry(*id)) == sort(entry));
        out.sort_unstable();
        out.dedup();
        self.shared_alone(&ours, entry, |stem| {
            let has = |id: &&EntryId| stems(&strategy.entry(**id).name).contains(stem);
            u32::try_from(out.iter().filter(has).count()).unwrap_or(u32::MAX)
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
            || self.shared_alone(&told, right, |_| 0)
    }

    /// Whether a word of the answer's name stands in the question, and in no other option: of the
    /// names with it, some are no options.
    fn shared_alone(
        &self,
        question: &BTreeSet<String>,
        right: &Entry,
        no_options: impl Fn(&String) -> u32,
    ) -> bool {
        stems(&right.name).intersection(question).any(|stem| {
            let all = self.count.get(&(sort(right), stem.clone())).copied();
            all.unwrap_or(0) <= no_options(stem).saturating_add(1)
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
