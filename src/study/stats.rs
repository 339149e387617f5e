//! How much of a deck is learned, weak and due, by topic and by day.

use std::collections::BTreeMap;

use super::card::{Card, Topic};
use super::day::Day;
use super::ledger::{Ledger, State};
use super::schedule::Grade;

/// Days that the outlook covers, today included.
pub const OUTLOOK: usize = 14;

/// Below this chance of knowing a card it counts as weak.
const WEAK: f32 = 0.8;

/// A card is known for good when it was known on so many days.
const KNOWN_DAYS: u32 = 2;

/// Counts of cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All.
    pub cards: usize,
    /// Due today, or before.
    pub due: usize,
    /// Known on two days, and not weak.
    pub learned: usize,
    /// Known on one day, and not weak.
    pub seen: usize,
    /// Missed at the last review, changed since, or likely to be forgotten by now.
    pub weak: usize,
    /// Never asked.
    pub fresh: usize,
    /// Put aside, and counted nowhere else.
    pub aside: usize,
}

/// How one stands with a strategy, in a few numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Cards due today, or before.
    pub due: usize,
    /// Whether any card was ever asked.
    pub begun: bool,
    /// The next day after today on which a card is due.
    pub next: Option<Day>,
}

/// The counts of one topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The topic.
    pub topic: Topic,
    /// Its cards.
    pub tally: Tally,
}

/// What is known of a whole deck.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// One for each topic, pillars first.
    pub rows: Vec<Row>,
    /// Over all topics.
    pub whole: Tally,
    /// Cards due on each of the coming days; what is overdue counts for today.
    pub outlook: [usize; OUTLOOK],
    /// Cards due after that.
    pub beyond: usize,
    /// Reviews on a later day than the one before, and how many of these were known.
    pub retention: (usize, usize),
    /// The next day after today on which a card is due.
    pub next: Option<Day>,
}

/// Counts the cards of a deck.
pub(super) fn stats<'a>(
    cards: impl IntoIterator<Item = &'a Card>,
    ledger: &Ledger,
    today: Day,
) -> Stats {
    let mut rows: BTreeMap<Topic, Tally> = BTreeMap::new();
    let mut stats = Stats {
        retention: ledger.retention(),
        ..Stats::default()
    };
    for card in cards {
        if ledger.aside(&card.key).is_some() {
            for tally in [rows.entry(card.topic).or_default(), &mut stats.whole] {
                tally.cards += 1;
                tally.aside += 1;
            }
            continue;
        }
        let due = ledger.due(card, today);
        let known = ledger.state(&card.key);
        let changed = ledger.has_changed(card);
        for tally in [rows.entry(card.topic).or_default(), &mut stats.whole] {
            tally.cards += 1;
            tally.due += usize::from(due.is_some_and(|day| day <= today));
            match known {
                None => tally.fresh += 1,
                Some(known) if changed || is_weak(known, today) => tally.weak += 1,
                Some(known) if known.days < KNOWN_DAYS => tally.seen += 1,
                Some(_) => tally.learned += 1,
            }
        }
        let Some(due) = due else { continue };
        match stats.outlook.get_mut(due.since(today) as usize) {
            Some(count) => *count += 1,
            None => stats.beyond += 1,
        }
        if due > today {
            stats.next = Some(stats.next.map_or(due, |next| next.min(due)));
        }
    }
    stats.rows = rows
        .into_iter()
        .map(|(topic, tally)| Row { topic, tally })
        .collect();
    stats
}

fn is_weak(state: &State, today: Day) -> bool {
    state.grade == Grade::Again || state.memory.recall(today) < WEAK
}

impl Stats {
    /// Counts the cards of a deck.
    pub fn of(cards: &[Card], ledger: &Ledger, today: Day) -> Self {
        stats(cards, ledger, today)
    }

    /// The few numbers of it.
    pub const fn standing(&self) -> Standing {
        Standing {
            due: self.whole.due,
            begun: self.whole.fresh + self.whole.aside < self.whole.cards,
            next: self.next,
        }
    }

    /// Retention in words: `91 % of 34 reviews`.
    pub fn retention_words(&self) -> String {
        match self.retention {
            (0, _) => "not known yet: nothing was reviewed on a second day".to_owned(),
            (asked, known) => {
                let share = (known * 100 + asked / 2) / asked;
                let reviews = if asked == 1 { "review" } else { "reviews" };
                format!("{share} % of {asked} {reviews}")
            }
        }
    }
}
