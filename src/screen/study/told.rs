//! What is told beside a card, in as many words as the screen has room for.

use super::Target;
use crate::env::Env;
use crate::model::Cite;
use crate::study::{Card, Told};
use crate::text::{sentence, wrap};
use crate::ui::page::{Page, Prose};
use crate::wording;

/// How much is told.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing told or not")]
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// The sources by their names.
    pub sources: bool,
    /// Names in their own language.
    pub originals: bool,
    /// The caveat of what was chosen.
    pub caveat: bool,
    /// More than one thing of the right answer.
    pub spare: bool,
    /// Sentences of each.
    pub sentences: usize,
    /// What was chosen.
    pub chosen: bool,
    /// The whole question.
    pub question: bool,
}

/// How many steps there are from all to the least.
const STEPS: u8 = 8;

impl Amount {
    /// After so many steps down from all.
    const fn after(steps: u8) -> Self {
        Self {
            sources: steps < 1,
            originals: steps < 2,
            caveat: steps < 3,
            spare: steps < 4,
            sentences: if steps < 5 { usize::MAX } else { 1 },
            question: steps < 6,
            chosen: steps < 7,
        }
    }
}

/// The page with the most that fits in so many rows.
pub(super) fn fitted(height: u16, write: impl Fn(&Amount) -> Page<Target>) -> Page<Target> {
    let fits = |page: &Page<Target>| page.len() <= usize::from(height);
    let mut pages = (0..STEPS).map(|steps| write(&Amount::after(steps)));
    pages.find(fits).unwrap_or_else(|| write(&Amount::after(0)))
}

/// The question; on one line where there is little room.
pub(super) fn question(page: &mut Page<Target>, env: &Env, card: &Card, amount: &Amount) {
    if amount.question {
        page.prose(&Prose::new(&card.question, env.theme.title), 0);
    } else {
        let line = wrap::cut(&card.question, page.width(), env.glyphs.more);
        page.prose(&Prose::new(&line, env.theme.title), 0);
    }
    page.gap();
}

/// The question while it is asked: whole in any case, and close to its answers where there is
/// little room.
pub(super) fn asked(page: &mut Page<Target>, env: &Env, card: &Card, amount: &Amount) {
    page.prose(&Prose::new(&card.question, env.theme.title), 0);
    if amount.question {
        page.gap();
    }
}

/// Adds cites to a sentence.
pub(super) fn cite(prose: &mut Prose, env: &Env, cites: &[Cite]) {
    let cites = wording::short_cites(&env.strategy, cites);
    if !cites.is_empty() {
        prose.push(&format!(" {cites}"), env.theme.cite);
    }
}

/// One option as it really is: its name, what it is here, and what is said of it.
pub(super) fn option(page: &mut Page<Target>, env: &Env, told: &Told, says: &str, amount: &Amount) {
    page.gap();
    let mut prose = Prose::new(&told.name, env.theme.link);
    if let Some(original) = told.original.as_ref().filter(|_| amount.originals) {
        prose.push(&format!("   {original}"), env.theme.original);
    }
    prose.push(&format!("   {says}"), env.theme.dim);
    page.prose(&prose, 0);
    let many = if amount.spare { usize::MAX } else { 1 };
    for (text, cites) in told.said.iter().take(many) {
        let (text, _) = sentence::first(text, amount.sentences);
        let mut prose = Prose::new(text, env.theme.text);
        cite(&mut prose, env, cites);
        page.prose(&prose, 0);
    }
}

/// What a text of an entry is about, where the answer before it does not say so.
pub(super) fn subject(told: &Told, answer: &str) -> String {
    let name = told.name.strip_prefix(answer).unwrap_or(&told.name);
    let name = name.trim_start_matches(": ");
    if name.is_empty() || told.said.is_empty() {
        return String::new();
    }
    format!("{name}: ")
}

/// The caveat of an option.
pub(super) fn caveat(page: &mut Page<Target>, env: &Env, told: &Told) {
    if let Some(caveat) = &told.caveat {
        let mut prose = Prose::new("Caveat: ", env.theme.caveat);
        prose.push(&caveat.text, env.theme.text);
        cite(&mut prose, env, &caveat.cites);
        page.prose(&prose, 0);
    }
}

/// The sources of what was told, by their names.
pub(super) fn sources(page: &mut Page<Target>, env: &Env, told: &Told) {
    for (at, cite) in told.sources().into_iter().take(2).enumerate() {
        if at == 0 {
            page.gap();
        }
        let marker = format!("[{}]  ", env.strategy.marker(cite));
        let mut prose = Prose::new(&marker, env.theme.cite);
        prose.push(
            &wording::reference(env.strategy.entry(cite.source)),
            env.theme.dim,
        );
        page.prose(&prose, 0);
    }
}
