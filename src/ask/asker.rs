//! What is at hand to whoever answers: the strategy, its names, the day, and the question itself.

use super::names::{self, Names};
use super::question::{Question, When};
use crate::date::Date;
use crate::model::{AsOf, Entry, EntryId, Held, Kind, Strategy};
use crate::search::Corpus;
use crate::wording;

/// What is known to whoever answers.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// The strategy.
    pub strategy: &'a Strategy,
    /// Its texts.
    pub corpus: &'a Corpus,
    /// Its names.
    pub names: &'a Names,
    /// Today.
    pub today: Date,
    /// The time for which the view is true.
    pub as_of: AsOf,
}

/// A question that is being answered.
pub(super) struct Ask<'a> {
    pub(super) asker: Asker<'a>,
    pub(super) question: Question,
}

impl Ask<'_> {
    /// The same question without words that narrow nothing, if there are such.
    pub(super) fn plainer(&self) -> Option<Self> {
        let question = self.question.plainer()?;
        let asker = self.asker;
        Some(Self { asker, question })
    }

    pub(super) fn strategy(&self) -> &Strategy {
        self.asker.strategy
    }

    pub(super) fn entry(&self, id: EntryId) -> &Entry {
        self.strategy().entry(id)
    }

    /// The entries that words name.
    pub(super) fn find(&self, words: &[String]) -> Vec<EntryId> {
        self.find_where(words, &|_| true)
    }

    /// The entries that words name and that fit. `it` is the strategy.
    pub(super) fn find_where(
        &self,
        words: &[String],
        fits: &dyn Fn(&Entry) -> bool,
    ) -> Vec<EntryId> {
        if self.is_strategy(words) {
            let own = self.own().filter(|id| fits(self.entry(*id)));
            return own.into_iter().collect();
        }
        if let Some(pillar) = self.numbered(words).filter(|id| fits(self.entry(*id))) {
            return vec![pillar];
        }
        let Asker {
            strategy,
            corpus,
            names,
            ..
        } = self.asker;
        names.find(strategy, corpus, words, fits)
    }

    /// The entries that words name among those with some relation.
    pub(super) fn find_linked(
        &self,
        words: &[String],
        is_wanted: &dyn Fn(&Held<'_>) -> bool,
    ) -> Vec<EntryId> {
        self.find_where(words, &|entry| {
            let id = self.strategy().find(&entry.id);
            let held = id.map(|id| self.strategy().relations_on(id, AsOf::All));
            held.is_some_and(|held| held.iter().any(is_wanted))
        })
    }

    /// The entries of one kind that words name.
    pub(super) fn find_kind(&self, words: &[String], kinds: &[Kind]) -> Vec<EntryId> {
        self.find_where(words, &|entry| kinds.contains(&entry.kind))
    }

    /// The pillar that words call by its number: `pillar 3`.
    pub(super) fn numbered(&self, words: &[String]) -> Option<EntryId> {
        let [kind, number] = words else {
            return None;
        };
        let number: usize = number.parse().ok()?;
        let pillars = self.strategy().of_kind(Kind::Pillar);
        let pillar = pillars.get(number.checked_sub(1)?).copied();
        pillar.filter(|_| kind == "pillar")
    }

    pub(super) fn is_strategy(&self, words: &[String]) -> bool {
        names::is_strategy(self.strategy(), words)
    }

    /// The entry that is the strategy itself, where the model has one.
    pub(super) fn own(&self) -> Option<EntryId> {
        let edition = wording::edition(&self.strategy().meta);
        let mut instruments = self.strategy().of_kind(Kind::Instrument).iter();
        instruments
            .find(|id| *self.entry(**id).name == *edition)
            .copied()
    }

    /// The times that a question is about, with the words for each: in the past tense all times,
    /// in the present how it is now and, in a view of another day, how it was then.
    pub(super) fn times(&self) -> Vec<AsOf> {
        let now = AsOf::On(self.asker.today);
        match self.question.when {
            When::On(date) => vec![AsOf::On(date)],
            When::Now => vec![now],
            When::Then => vec![self.strategy().meta.adopted.map_or(AsOf::All, AsOf::On)],
            When::Between(..) => vec![AsOf::All],
            When::Open if self.question.past => match self.asker.as_of {
                AsOf::All => vec![AsOf::All],
                then @ AsOf::On(_) => vec![then],
            },
            When::Open => match self.asker.as_of {
                AsOf::All => vec![now],
                then @ AsOf::On(_) if then == now => vec![now],
                then @ AsOf::On(_) => vec![then, now],
            },
        }
    }
}
