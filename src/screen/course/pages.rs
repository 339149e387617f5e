//! What stands on the pages of a course.

use std::time::Duration;

use ratatui::text::Span;

use super::{At, CourseScreen, Target};
use crate::env::Env;
use crate::model::{Cite, EntryId};
use crate::study::{Course, Lesson, Part};
use crate::ui::page::{Page, Prose};
use crate::wording;

/// Names that are listed of what is left out.
const NAMES: usize = 6;

impl CourseScreen {
    pub(super) fn title(&self, env: &Env) -> String {
        let Some(course) = self.course().filter(|_| self.at != At::Outset) else {
            return "A course".to_owned();
        };
        let minutes = minutes(course.time);
        let Some(Lesson::Read(part, _) | Lesson::Ask(part, _) | Lesson::Check(part)) =
            self.lesson()
        else {
            return format!("Course of {minutes}");
        };
        let check = matches!(self.lesson(), Some(Lesson::Check(_)));
        let check = if check { "checkpoint, " } else { "" };
        let name = course.parts.get(part).map(|part| name(env, part));
        let all = course.parts.len();
        format!(
            "Course: {check}{} (part {} of {all})",
            name.unwrap_or_default(),
            part + 1
        )
    }

    /// How much of the time is planned up to here.
    pub(super) fn clock(&self, _env: &Env) -> String {
        let Some(course) = self.course().filter(|_| self.at != At::Outset) else {
            return String::new();
        };
        let so_far = course.planned_before(self.lesson).as_secs() / 60;
        format!("{so_far} of {}", minutes(course.time))
    }

    /// The courses to choose from, and what the selected one leaves out.
    pub(super) fn outset(&self, env: &Env, width: usize) -> Page<Target> {
        let theme = &env.theme;
        let mut page = Page::new(width);
        let text = "Pages to read, cards on them, and a checkpoint at the end of each part.";
        page.prose(&Prose::new(text, theme.title), 0);
        page.gap();
        let mut rows: Vec<usize> = Vec::new();
        for (which, offer) in self.offers.iter().enumerate() {
            let course = &offer.course;
            let takes = minutes(course.planned());
            let pages: usize = course.parts.iter().map(|part| part.blocks.len()).sum();
            let blocks = course.parts.iter().flat_map(|part| &part.blocks);
            let cards: usize = blocks.map(|block| block.cards.len()).sum();
            if let Some(left) = &offer.left {
                let at = minutes(course.planned_before(left.at));
                let text = format!(
                    "Go on where you left, after {at} of {}",
                    minutes(course.time)
                );
                let prose = Prose::new(&text, theme.link);
                page.follow(&Span::raw(""), 0, &prose, Target::Take(which, true));
                rows.push(which);
            }
            let again = if offer.left.is_some() {
                "From the beginning: "
            } else {
                ""
            };
            let mut prose = Prose::new(&format!("{again}{takes}"), theme.link);
            let text = format!(
                "   {}, {}, {}",
                wording::count(pages, "page"),
                wording::count(cards, "card"),
                wording::count(course.parts.len(), "checkpoint")
            );
            prose.push(&text, theme.text);
            page.follow(&Span::raw(""), 0, &prose, Target::Take(which, false));
            rows.push(which);
        }
        let shown = rows.get(self.list.at()).or(rows.last());
        let shown = shown.and_then(|which| self.offers.get(*which));
        if let Some(offer) = shown {
            let course = &offer.course;
            if course.planned() < course.time.mul_f32(0.9) {
                let text = format!(
                    "This is all that the strategy has: {} for the {} asked for.",
                    minutes(course.planned()),
                    minutes(course.time)
                );
                page.gap();
                page.prose(&Prose::new(&text, theme.caveat), 0);
            }
            left_out(&mut page, env, course);
        }
        page.gap();
        let text = "You may leave at any time: it goes on where you left. Answers count in study.";
        page.prose(&Prose::new(text, theme.dim), 0);
        page
    }

    /// The page that is to be read.
    pub(super) fn reading(&self, env: &Env, width: usize) -> Page<Target> {
        let mut page = Page::new(width);
        let (Some(course), Some(Lesson::Read(part, block))) = (self.course(), self.lesson()) else {
            return page;
        };
        let Some(block) = course
            .parts
            .get(part)
            .and_then(|part| part.blocks.get(block))
        else {
            return page;
        };
        match block.read {
            Some(id) => entry(&mut page, env, id, course.is_long()),
            None => whole(&mut page, env, course.is_long()),
        }
        page.gap();
        let text = match block.cards.len() {
            0 => "Read it, then go on.".to_owned(),
            1 => "Read it, then go on to a card on it.".to_owned(),
            count => format!(
                "Read it, then go on to {} cards on it.",
                wording::in_words(count)
            ),
        };
        page.prose(&Prose::new(&text, env.theme.dim), 0);
        page
    }

    /// How the checkpoint went.
    pub(super) fn told(&self, env: &Env, width: usize) -> Page<Target> {
        let theme = &env.theme;
        let mut page = Page::new(width);
        let Some(course) = self.course() else {
            return page;
        };
        let text = format!(
            "Checkpoint: {} of {} known at once.",
            self.check.right, self.check.asked
        );
        page.prose(&Prose::new(&text, theme.title), 0);
        weak(&mut page, env, &self.check.weak);
        page.gap();
        page.prose(&Prose::new(&self.pace(env, course), theme.text), 0);
        page
    }

    /// What the whole came to, and what it left out.
    pub(super) fn ending(&self, env: &Env, width: usize) -> Page<Target> {
        let theme = &env.theme;
        let mut page = Page::new(width);
        let Some(course) = self.course() else {
            return page;
        };
        page.prose(&Prose::new("The course is done.", theme.title), 0);
        let text = format!(
            "{} asked in this sitting, {} known at once. {}",
            wording::count(self.whole.asked, "card"),
            self.whole.right,
            self.pace(env, course)
        );
        page.prose(&Prose::new(&text, theme.text), 0);
        weak(&mut page, env, &self.whole.weak);
        left_out(&mut page, env, course);
        page.gap();
        let text = "The cards come back when you are about to forget them: test yourself tomorrow.";
        page.prose(&Prose::new(text, theme.dim), 0);
        page
    }

    fn pace(&self, env: &Env, course: &Course) -> String {
        let planned = course.planned_before(self.lesson + 1);
        format!(
            "Planned so far: {}; you took {}.",
            minutes(planned),
            minutes(self.spent(env))
        )
    }
}

/// An entry as it is read in a course.
fn entry(page: &mut Page<Target>, env: &Env, id: EntryId, in_full: bool) {
    let theme = &env.theme;
    let entry = env.strategy.entry(id);
    let mut prose = Prose::new(&entry.name, theme.title);
    if let Some(original) = &entry.original {
        prose.push(&format!("   {original}"), theme.original);
    }
    page.prose(&prose, 0);
    let kind = wording::capital(&wording::kind(&env.strategy, id));
    page.prose(&Prose::new(&kind, theme.dim), 0);
    if let Some(tag) = wording::voice_tag(&env.strategy, id) {
        page.prose(&Prose::new(&tag, theme.caveat), 0);
    }
    if let Some(summary) = &entry.summary {
        page.gap();
        page.prose(&cited(env, summary, &entry.cites), 0);
    }
    for text in entry.details.iter().filter(|_| in_full) {
        page.gap();
        page.prose(&Prose::new(text, theme.text), 0);
    }
    if let Some(caveat) = entry.caveats.first() {
        page.gap();
        let mut prose = Prose::new("Caveat: ", theme.caveat);
        prose.push(&caveat.text, theme.text);
        let cites = wording::short_cites(&env.strategy, &caveat.cites);
        prose.push(&format!(" {cites}"), theme.cite);
        page.prose(&prose, 0);
    }
}

/// The strategy as it is read in a course.
fn whole(page: &mut Page<Target>, env: &Env, in_full: bool) {
    let (theme, meta) = (&env.theme, &env.strategy.meta);
    page.prose(&Prose::new(&wording::title(meta), theme.title), 0);
    let status = wording::status_line(&meta.status);
    page.prose(&Prose::new(&format!("{status}."), theme.caveat), 0);
    let details = meta.details.iter().filter(|_| in_full);
    for text in meta.summary.iter().chain(&meta.why).chain(details) {
        page.gap();
        page.prose(&Prose::new(text, theme.text), 0);
    }
}

fn cited(env: &Env, text: &str, cites: &[Cite]) -> Prose {
    let mut prose = Prose::new(text, env.theme.text);
    let cites = wording::short_cites(&env.strategy, cites);
    prose.push(&format!(" {cites}"), env.theme.cite);
    prose
}

/// What was not known, each row leading to its entry.
fn weak(page: &mut Page<Target>, env: &Env, entries: &[EntryId]) {
    if entries.is_empty() {
        return;
    }
    page.gap();
    page.prose(&Prose::new("Worth another look", env.theme.heading), 0);
    for id in entries.iter().take(NAMES) {
        let prose = Prose::new(&env.strategy.entry(*id).name, env.theme.link);
        page.follow(&Span::raw(""), 0, &prose, Target::Entry(*id));
    }
}

/// What the course leaves out: how much, and what matters most of it.
fn left_out(page: &mut Page<Target>, env: &Env, course: &Course) {
    page.gap();
    let left = &course.left_out;
    if left.is_empty() {
        page.prose(&Prose::new("It leaves nothing out.", env.theme.dim), 0);
        return;
    }
    let names: Vec<&str> = left
        .iter()
        .take(NAMES)
        .map(|id| env.strategy.entry(*id).name.as_str())
        .collect();
    let more = match left.len().saturating_sub(NAMES) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let pages = wording::count(left.len(), "page");
    let mut prose = Prose::new(&format!("It leaves out {pages}: "), env.theme.heading);
    prose.push(&format!("{}{more}.", names.join("; ")), env.theme.text);
    page.prose(&prose, 0);
}

fn name(env: &Env, part: &Part) -> String {
    match part.about {
        Some(id) => env.strategy.entry(id).name.to_string(),
        None => "the whole".to_owned(),
    }
}

/// A time in whole minutes.
fn minutes(time: Duration) -> String {
    let minutes = (time.as_secs() + 30) / 60;
    wording::count(usize::try_from(minutes).unwrap_or(usize::MAX), "minute")
}
