//! What comes in the next two weeks.

use super::{Study, Target};
use crate::env::Env;
use crate::study::{Day, Stats};
use crate::ui::chart;
use crate::ui::page::{Page, Prose};

/// Rows of the columns.
const HEIGHT: usize = 4;

/// Writes the chart of reviews that are due, and when the next ones are.
pub(super) fn write(page: &mut Page<Target>, env: &Env, stats: &Stats) {
    let today = Study::today(env);
    page.gap();
    page.prose(
        &Prose::new("Reviews in the next two weeks", env.theme.heading),
        0,
    );
    if stats.outlook.iter().all(|count| *count == 0) {
        let text = "None yet: cards come back once they have been asked.";
        page.prose(&Prose::new(text, env.theme.dim), 0);
        return;
    }
    let counts: Vec<(usize, String)> = (0..)
        .zip(stats.outlook)
        .map(|(days, count)| (count, label(today, days)))
        .collect();
    let rows = chart::columns(&counts, (page.width(), HEIGHT), &env.glyphs);
    let last = rows.len().saturating_sub(1);
    for (at, row) in rows.iter().enumerate() {
        let style = if at == last {
            env.theme.dim
        } else {
            env.theme.date
        };
        page.row(row, style);
    }
    if let Some(next) = stats.next {
        let words = format!("The next are due {}.", next.words(today));
        page.prose(&Prose::new(&words, env.theme.text), 0);
    }
}

/// The day of the month; today is `now`.
fn label(today: Day, days: u32) -> String {
    if days == 0 {
        return "now".to_owned();
    }
    let date = today.plus(days).date();
    date.day().map_or_else(String::new, |day| day.to_string())
}
