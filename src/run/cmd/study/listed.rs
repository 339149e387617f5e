//! Lists of cards: what is due, and how one stands with each topic.

use std::collections::HashSet;

use serde::Serialize;

use crate::cli::Format;
use crate::model::{EntryId, Strategy};
use crate::run::failure::{Outcome, tell};
use crate::run::out::Out;
use crate::study::log::Line;
use crate::study::{Card, Day, Key, Ledger, Stats, Tally, deck, deck_and_names, scope};
use crate::wording;

/// The cards of a scope and what is known of them.
#[derive(Debug)]
pub(crate) struct Desk<'a> {
    strategy: &'a Strategy,
    cards: Vec<Card>,
    ledger: Ledger,
    today: Day,
    /// Whether these are all cards, not those about something.
    is_whole: bool,
}

#[derive(Serialize)]
struct DueJson<'a> {
    key: &'a str,
    due: String,
    question: &'a str,
    changed: bool,
}

#[derive(Serialize)]
struct StatsJson {
    reviews: usize,
    known: usize,
    due_per_day: Vec<DayJson>,
    later: usize,
    topics: Vec<TopicJson>,
    /// Cards of the log that are not asked any more, and their reviews.
    gone: usize,
    gone_reviews: usize,
}

#[derive(Serialize)]
struct DayJson {
    day: String,
    cards: usize,
}

#[derive(Serialize)]
struct TopicJson {
    topic: String,
    cards: usize,
    due: usize,
    learned: usize,
    seen: usize,
    weak: usize,
    new: usize,
    aside: usize,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(
        strategy: &'a Strategy,
        (about, original): (&[EntryId], bool),
        lines: &[Line],
        today: Day,
    ) -> Self {
        let mut cards = if original {
            deck_and_names(strategy)
        } else {
            deck(strategy)
        };
        if !about.is_empty() {
            let kept = scope(strategy, &cards, about);
            let mut at = 0..;
            cards.retain(|_| at.next().is_some_and(|at| kept.binary_search(&at).is_ok()));
        }
        Self {
            strategy,
            cards,
            ledger: Ledger::new(&strategy.meta.id, lines),
            today,
            is_whole: about.is_empty(),
        }
    }

    /// One card that is due on each line. Exit code 1 when there is none.
    pub(crate) fn due(&self, out: &mut Out, format: Format) -> Outcome {
        let mut due: Vec<(Day, &Card)> = self
            .cards
            .iter()
            .filter(|card| self.ledger.aside(&card.key).is_none())
            .filter_map(|card| Some((self.ledger.due(card, self.today)?, card)))
            .filter(|(day, _)| *day <= self.today)
            .collect();
        due.sort_by_key(|(day, _)| *day);
        let day = |day: &Day| day.date().iso();
        match format {
            Format::Json => {
                let rows = due.iter().map(|(due, card)| DueJson {
                    key: card.key.as_str(),
                    due: day(due),
                    question: &card.question,
                    changed: self.ledger.has_changed(card),
                });
                out.json(&rows.collect::<Vec<_>>())?;
            }
            Format::Text => {
                for (due, card) in &due {
                    let changed = if self.ledger.has_changed(card) {
                        "changed since you learned it"
                    } else {
                        ""
                    };
                    let row = [&day(due), card.key.as_str(), &card.question, changed];
                    let used = if changed.is_empty() { 3 } else { 4 };
                    out.fields(row.get(..used).unwrap_or(&row))?;
                }
            }
        }
        if due.is_empty() {
            tell(&self.nothing_due());
            return Ok(1);
        }
        Ok(0)
    }

    fn nothing_due(&self) -> String {
        match self.counted().next {
            Some(next) => format!(
                "nothing is due; the next cards are {}",
                next.words(self.today)
            ),
            None => "nothing is due: no card has been asked yet".to_owned(),
        }
    }

    fn counted(&self) -> Stats {
        Stats::of(&self.cards, &self.ledger, self.today)
    }

    /// Retention, cards due on the coming days, and each topic.
    pub(crate) fn stats(&self, out: &mut Out, format: Format) -> Outcome {
        let stats = self.counted();
        match format {
            Format::Json => out.json(&self.json(&stats))?,
            Format::Text => out.text(&self.text(&stats))?,
        }
        Ok(0)
    }

    fn text(&self, stats: &Stats) -> String {
        let mut text = format!("Retention: {}\n\nDue\n", stats.retention_words());
        for (days, count) in (0..).zip(stats.outlook) {
            let day = self.today.plus(days);
            let row = format!("  {:<12} {count:>4}\n", day.to_string());
            text.push_str(&row);
        }
        text.push_str(&format!("  {:<12} {:>4}\n\n", "later", stats.beyond));
        text.push_str(" cards  known  once  weak   new   due\n");
        let row = |tally: Tally, name: &str| {
            format!(
                "{:>6} {:>6} {:>5} {:>5} {:>5} {:>5}  {name}\n",
                tally.cards, tally.learned, tally.seen, tally.weak, tally.fresh, tally.due
            )
        };
        for each in &stats.rows {
            text.push_str(&row(each.tally, &each.topic.name(self.strategy)));
        }
        text.push_str(&row(stats.whole, "All"));
        text.push_str("\nknown: on two different days; once: on one day so far; weak: missed, or likely\nforgotten by now; new: never asked.\n");
        if stats.whole.aside > 0 {
            let cards = wording::count(stats.whole.aside, "card");
            text.push_str(&format!("{cards} put aside: `senryaku study --aside`.\n"));
        }
        if let (gone @ 1.., reviews) = self.gone() {
            let (cards, reviews) = (
                wording::count(gone, "card"),
                wording::count(reviews, "review"),
            );
            let (of, is) = if gone == 1 {
                ("this card", "is")
            } else {
                ("these cards", "are")
            };
            text.push_str(&format!(
                "\n{cards} you learned {is} not asked any more, or only with --original. {reviews} of\n{of} count in the retention.\n"
            ));
        }
        text
    }

    /// Cards with a history that are not among those counted here, and their reviews; nothing of a
    /// scope, beside which there are others.
    fn gone(&self) -> (usize, usize) {
        let asked: HashSet<&Key> = self.cards.iter().map(|card| &card.key).collect();
        let all = self.ledger.states().filter(|_| self.is_whole);
        let gone = all.filter(|(key, _)| !asked.contains(key));
        gone.fold((0, 0), |(cards, reviews), (_, state)| {
            (cards + 1, reviews + state.reviews as usize)
        })
    }

    fn json(&self, stats: &Stats) -> StatsJson {
        let (reviews, known) = stats.retention;
        let (gone, gone_reviews) = self.gone();
        let days = (0..).zip(stats.outlook).map(|(days, cards)| DayJson {
            day: self.today.plus(days).date().iso(),
            cards,
        });
        let topics = stats.rows.iter().map(|row| TopicJson {
            topic: row.topic.name(self.strategy),
            cards: row.tally.cards,
            due: row.tally.due,
            learned: row.tally.learned,
            seen: row.tally.seen,
            aside: row.tally.aside,
            weak: row.tally.weak,
            new: row.tally.fresh,
        });
        StatsJson {
            reviews,
            known,
            due_per_day: days.collect(),
            later: stats.beyond,
            topics: topics.collect(),
            gone,
            gone_reviews,
        }
    }
}
