//! How it went: what was asked and known, what is weak and leads to its entry, what comes next.

use ratatui::text::Span;

use super::{Study, Target, outlook};
use crate::env::Env;
use crate::study::Stats;
use crate::text::wrap;
use crate::ui::page::{Page, Prose};

impl Study {
    pub(super) fn summary(&self, env: &Env, width: u16) -> Page<Target> {
        let mut page = Page::new(usize::from(width).saturating_sub(4).max(1));
        let stats = self.session.stats(Self::today(env));
        self.write_result(&mut page, env, &stats);
        self.write_missed(&mut page, env);
        outlook::write(&mut page, env, &stats);
        write_whole(&mut page, env, &stats);
        page
    }

    fn write_result(&self, page: &mut Page<Target>, env: &Env, stats: &Stats) {
        let outcome = self.session.outcome();
        if self.session.picked().cards.is_empty() {
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
        let text = match outcome.asked {
            0 => "Nothing was answered.".to_owned(),
            1 if outcome.right == 1 => "1 card asked, and known at the first try.".to_owned(),
            1 => "1 card asked, not known at the first try.".to_owned(),
            asked => format!(
                "{asked} cards asked, {} known at the first try ({} %).",
                outcome.right,
                (outcome.right * 100 + asked / 2) / asked
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
        let missed = self.session.outcome().missed;
        if missed.is_empty() {
            return;
        }
        page.gap();
        page.prose(&Prose::new("Weak spots", env.theme.heading), 0);
        for card in missed.iter().filter_map(|at| self.session.card(*at)) {
            let Some(id) = card.entries.first() else {
                continue;
            };
            let name = &env.strategy.entry(*id).name;
            let mut prose = Prose::new(name, env.theme.link);
            let left = page.width().saturating_sub(wrap::width(name) + 2);
            if left > 16 {
                let question = wrap::cut(&card.question, left, env.glyphs.more);
                prose.push(&format!("  {question}"), env.theme.dim);
            }
            page.follow(&Span::raw(""), 0, &prose, Target::Entry(*id));
        }
    }
}

/// The whole deck in one sentence.
fn write_whole(page: &mut Page<Target>, env: &Env, stats: &Stats) {
    let whole = stats.whole;
    let text = format!(
        "All cards: {} learned, {} weak, {} new, {} together.",
        whole.learned, whole.weak, whole.fresh, whole.cards
    );
    page.prose(&Prose::new(&text, env.theme.dim), 0);
}
