//! How it went: what was known, what is worth another look and leads to its entry, when the cards
//! come back, and where one stands.

use ratatui::text::Span;

use super::{Study, Target};
use crate::env::Env;
use crate::study::{Stats, Tally};
use crate::text::wrap;
use crate::ui::page::{Page, Prose};
use crate::wording;

/// Rows of each list at most.
const ROWS: usize = 5;

/// Cells of the longest bar.
const BAR: usize = 24;

impl Study {
    pub(super) fn summary(&self, env: &Env, width: u16) -> Page<Target> {
        let mut page = Page::new(usize::from(width).saturating_sub(4).max(1));
        let stats = self.session.stats(Self::today(env));
        self.write_result(&mut page, env, &stats);
        self.write_missed(&mut page, env);
        Self::write_days(&mut page, env, &stats);
        self.write_standing(&mut page, env, &stats);
        page
    }

    fn write_result(&self, page: &mut Page<Target>, env: &Env, stats: &Stats) {
        let outcome = self.session.outcome();
        let away = self.session.put_away();
        if self.session.picked().cards.is_empty() && away == 0 {
            let mut text = "Nothing is due here, and nothing is new.".to_owned();
            if let Some(next) = stats.next {
                let words = next.words(Self::today(env));
                text.push_str(&format!(" The next cards are due {words}."));
            }
            page.prose(&Prose::new(&text, env.theme.title), 0);
            let more = "`senryaku study --cram` asks all the same and leaves the schedule alone.";
            page.prose(&Prose::new(more, env.theme.dim), 0);
            return;
        }
        let mended = self.session.mended();
        let open = outcome.missed.len() - mended.min(outcome.missed.len());
        let mut parts = Vec::new();
        if outcome.right > 0 {
            parts.push(format!("{} you knew at once", outcome.right));
        }
        if mended > 0 {
            parts.push(format!("{mended} came back and you knew then"));
        }
        if open > 0 {
            parts.push(format!("{open} you do not know yet"));
        }
        let text = match outcome.asked {
            0 => "Nothing was answered.".to_owned(),
            asked => format!(
                "{}: {}.",
                wording::count(asked, "card"),
                wording::list(&parts)
            ),
        };
        page.prose(&Prose::new(&text, env.theme.title), 0);
        if env.unsaved > 0 {
            let answers = match env.unsaved {
                1 => "1 answer is".to_owned(),
                unsaved => format!("{unsaved} answers are"),
            };
            let text = format!("{answers} not saved yet; saving is tried again.");
            page.prose(&Prose::new(&text, env.theme.error), 0);
        }
        if self.session.plan().cram {
            let text = "This round left the schedule alone.";
            page.prose(&Prose::new(text, env.theme.dim), 0);
        }
    }

    fn write_missed(&self, page: &mut Page<Target>, env: &Env) {
        let spots = self.session.weak_spots();
        if spots.is_empty() {
            return;
        }
        page.gap();
        page.prose(&Prose::new("Worth another look", env.theme.heading), 0);
        let shown = || spots.iter().take(ROWS);
        let names = shown().map(|(id, ..)| wrap::width(&env.strategy.entry(*id).name));
        let column = names.max().unwrap_or(0);
        let topics = shown().map(|(.., topic)| wrap::width(&topic.name(&env.strategy)));
        let aligned = column + topics.max().unwrap_or(0) + "   10 wrong   ".len() <= page.width();
        for (id, times, topic) in shown() {
            let name = &env.strategy.entry(*id).name;
            let mut prose = Prose::new(name, env.theme.link);
            let says = if aligned {
                let blanks = " ".repeat(column - wrap::width(name));
                format!(
                    "{blanks}   {times:>2} wrong   {}",
                    topic.name(&env.strategy)
                )
            } else {
                format!("  {times} wrong")
            };
            prose.push(&says, env.theme.dim);
            page.follow(&Span::raw(""), 0, &prose, Target::Entry(*id));
        }
        if let Some(more) = spots.len().checked_sub(ROWS).filter(|more| *more > 0) {
            page.prose(&Prose::new(&format!("and {more} more"), env.theme.dim), 0);
        }
    }

    /// The days on which cards come back; days without any are left out.
    fn write_days(page: &mut Page<Target>, env: &Env, stats: &Stats) {
        let today = Self::today(env);
        page.gap();
        page.prose(&Prose::new("When they come back", env.theme.heading), 0);
        let mut days: Vec<(String, usize)> = (0..)
            .zip(stats.outlook)
            .filter(|(_, count)| *count > 0)
            .map(|(days, count)| {
                let day = today.plus(days);
                let label = match days {
                    0 => "today".to_owned(),
                    1 => "tomorrow".to_owned(),
                    _ => day.to_string(),
                };
                (label, count)
            })
            .collect();
        let later: usize = days.iter().skip(ROWS).map(|(_, count)| count).sum();
        days.truncate(ROWS);
        if later + stats.beyond > 0 {
            days.push(("later".to_owned(), later + stats.beyond));
        }
        let most = days.iter().map(|(_, count)| *count).max().unwrap_or(0);
        if most == 0 {
            let text = "No card yet: cards come back once they have been asked.";
            page.prose(&Prose::new(text, env.theme.dim), 0);
        }
        for (label, count) in days {
            let mut prose = Prose::new(&format!("{label:<12} {count:>4}  "), env.theme.text);
            let cells = (count * BAR).div_ceil(most.max(1));
            prose.push(&env.glyphs.block.repeat(cells), env.theme.date);
            page.prose(&prose, 0);
        }
    }

    /// The whole deck by weight, in words that need no key.
    fn write_standing(&self, page: &mut Page<Target>, env: &Env, stats: &Stats) {
        let [key, rest] = self.session.by_weight(Self::today(env));
        let names = ["what matters most", "the rest"];
        let wide = page.width() >= 50;
        page.gap();
        if wide {
            let head = format!(
                "{:<20}{:>14} {:>8} {:>8}",
                "Where you stand", "known for good", "seen", "new"
            );
            page.row(&head, env.theme.heading);
        } else {
            page.prose(&Prose::new("Where you stand", env.theme.heading), 0);
        }
        for (name, tally) in names.into_iter().zip([key, rest]) {
            let Tally { learned, fresh, .. } = tally;
            let seen = tally.seen + tally.weak;
            let text = if wide {
                format!("{name:<20}{learned:>14} {seen:>8} {fresh:>8}")
            } else {
                format!("{name}: {learned} known for good, {seen} seen, {fresh} new")
            };
            page.prose(&Prose::new(&text, env.theme.text), 0);
        }
        let says = "A card is known for good when you knew it on two different days.";
        page.prose(&Prose::new(says, env.theme.dim), 0);
        if stats.whole.aside > 0 {
            let is = if stats.whole.aside == 1 { "it" } else { "them" };
            let text = format!(
                "{} put aside; `senryaku study --aside` lists {is}.",
                wording::count(stats.whole.aside, "card")
            );
            page.gap();
            page.prose(&Prose::new(&text, env.theme.text), 0);
        }
    }
}
