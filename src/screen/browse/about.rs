//! The page about the strategy: what it is, whether it is in force, why it matters, where to start.

use ratatui::text::Span;

use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::{Cite, EntryId, Kind, Status, Weight};
use crate::study::Day;
use crate::text::wrap;
use crate::ui::page::{Page, Prose};
use crate::wording;

/// On fewer rows the keys stand before the summary, so that they are seen at once.
const FEW_ROWS: usize = 16;
/// On fewer cells there are no headings, and the keys share a line.
const NARROW: usize = 58;

/// What the key of the test says where there is little room.
const TEST: &str = "test";

/// How much stands above the fold; what is left out there is read below it.
#[derive(Clone, Copy, Debug)]
struct Amount {
    reading: bool,
    /// Sentences of the summary.
    sentences: usize,
    /// Entries to start with.
    starts: usize,
}

/// From all to the least.
const AMOUNTS: &[Amount] = &[
    Amount {
        reading: true,
        sentences: usize::MAX,
        starts: 4,
    },
    Amount {
        reading: false,
        sentences: usize::MAX,
        starts: 4,
    },
    Amount {
        reading: false,
        sentences: 2,
        starts: 4,
    },
    Amount {
        reading: false,
        sentences: 2,
        starts: 2,
    },
    Amount {
        reading: false,
        sentences: 1,
        starts: 2,
    },
];

/// Lays the page out for a room in cells and rows; `left` is where the reader was last time.
pub(super) fn compose(
    env: &Env,
    width: usize,
    height: usize,
    left: Option<EntryId>,
) -> Page<EntryId> {
    let writer = |amount: &Amount| Writer {
        env,
        width,
        height,
        amount: *amount,
        left,
    };
    let least = AMOUNTS.last().map(writer);
    let fits = |writer: &Writer| writer.above().len() <= height;
    let writer = AMOUNTS.iter().map(writer).find(fits).or(least);
    writer.map_or_else(|| Page::new(width), |writer| writer.page())
}

struct Writer<'a> {
    env: &'a Env,
    width: usize,
    height: usize,
    amount: Amount,
    left: Option<EntryId>,
}

impl Writer<'_> {
    fn page(&self) -> Page<EntryId> {
        let mut page = self.above();
        self.rest(&mut page);
        page
    }

    /// What should be seen at once: what it is, where to start, and the keys.
    fn above(&self) -> Page<EntryId> {
        let mut page = Page::new(self.width);
        self.facts(&mut page);
        if self.height < FEW_ROWS {
            self.keys(&mut page);
            self.said(&mut page);
            self.start(&mut page);
        } else {
            self.said(&mut page);
            self.start(&mut page);
            self.keys(&mut page);
        }
        self.marks(&mut page);
        page
    }

    /// The sentences of the summary that had no room, and the further paragraphs.
    fn rest(&self, page: &mut Page<EntryId>) {
        let (theme, meta) = (&self.env.theme, &self.env.strategy.meta);
        let summary = meta.summary.as_deref().unwrap_or_default();
        let (_, rest) = sentences(summary, self.amount.sentences);
        let paragraphs = meta.details.iter().map(|paragraph| &**paragraph);
        for paragraph in [rest].into_iter().chain(paragraphs) {
            if !paragraph.is_empty() {
                page.gap();
                page.prose(&Prose::new(paragraph, theme.text), 0);
            }
        }
    }

    /// What it is, whose, since when, and whether it is in force.
    fn facts(&self, page: &mut Page<EntryId>) {
        let (theme, meta) = (&self.env.theme, &self.env.strategy.meta);
        page.prose(&Prose::new(&wording::edition(meta), theme.title), 0);
        if let Some(original) = &meta.original {
            let mut prose = Prose::new(original, theme.original);
            if let Some(reading) = meta.reading.as_ref().filter(|_| self.amount.reading) {
                prose.push(&format!("  {reading}"), theme.dim);
            }
            page.prose(&prose, 0);
        }
        let mut whose = Vec::new();
        if !meta.country.is_empty() {
            whose.push(format!("{}.", meta.country));
        }
        let by = meta.issuer.map(|id| {
            let name = wording::called(self.env.strategy.entry(id));
            format!(" by {name}")
        });
        let is_draft = matches!(meta.status, Status::Draft);
        match meta.adopted {
            Some(date) => {
                let by = by.unwrap_or_default();
                whose.push(if self.width < NARROW && !by.is_empty() {
                    format!("Adopted{by}, {date}.")
                } else {
                    format!("Adopted{by} {}.", wording::on_short(date))
                });
            }
            None if !is_draft => whose.push(format!(
                "Adopted{} on a day not known to this model.",
                by.unwrap_or_default()
            )),
            None => {}
        }
        page.prose(&Prose::new(&whose.join(" "), theme.text), 0);
        page.prose(
            &Prose::new(&self.status(), theme.caveat.patch(theme.title)),
            0,
        );
    }

    fn status(&self) -> String {
        let meta = &self.env.strategy.meta;
        match &meta.status {
            Status::Draft => "DRAFT, not adopted.".to_owned(),
            Status::InForce => match meta.adopted {
                Some(date) => format!("IN FORCE since {date}."),
                None => "IN FORCE.".to_owned(),
            },
            Status::Superseded { by, on, .. } => {
                let on = on.map(wording::on_short).map(|on| format!(" {on}"));
                let by = if by.is_empty() {
                    String::new()
                } else {
                    format!(" by {by}")
                };
                format!("NOT IN FORCE: replaced{}{by}.", on.unwrap_or_default())
            }
        }
    }

    fn said(&self, page: &mut Page<EntryId>) {
        let (theme, meta) = (&self.env.theme, &self.env.strategy.meta);
        if let Some(summary) = &meta.summary {
            page.gap();
            let (text, _) = sentences(summary, self.amount.sentences);
            page.prose(&Prose::new(text, theme.text), 0);
        }
        if let Some(why) = &meta.why {
            if self.width >= NARROW {
                page.gap();
                page.prose(&Prose::new("Why it matters", theme.heading), 0);
                page.prose(&Prose::new(why, theme.text), 0);
            } else {
                let mut prose = Prose::new("Why it matters: ", theme.heading);
                prose.push(why, theme.text);
                page.prose(&prose, 0);
            }
        }
    }

    /// Where one was, and the entries that matter most.
    fn start(&self, page: &mut Page<EntryId>) {
        let theme = &self.env.theme;
        if let Some(left) = self.left {
            page.gap();
            page.prose(&Prose::new("You were at", theme.heading), 0);
            self.link(page, left);
        }
        let starts = self.starts();
        if !starts.is_empty() {
            page.gap();
            page.prose(&Prose::new("Start with", theme.heading), 0);
        }
        for id in starts {
            self.link(page, id);
        }
    }

    fn link(&self, page: &mut Page<EntryId>, id: EntryId) {
        let theme = &self.env.theme;
        let entry = self.env.strategy.entry(id);
        let mut prose = Prose::new(&entry.name, theme.link);
        let aside = wording::when(entry).unwrap_or_else(|| entry.kind.word().to_owned());
        // What it is stands at the right edge, where it does not break the name.
        let used = 2 + wrap::width(&entry.name) + wrap::width(&aside);
        if self.width >= NARROW && used + 2 <= self.width {
            let gap = " ".repeat(self.width - used);
            prose.push_whole(&format!("{gap}{aside}"), theme.dim);
        }
        page.follow(&Span::raw(""), 2, &prose, id);
    }

    /// One key entry of each pane that has one, the most linked; else the first pillar. Goals and
    /// pillars stand at the left already.
    fn starts(&self) -> Vec<EntryId> {
        let strategy = &self.env.strategy;
        let panes: [&[Kind]; 4] = [
            &[Kind::Actor],
            &[Kind::Event],
            &[Kind::Threat, Kind::Asset],
            &[Kind::Principle, Kind::Instrument, Kind::Claim, Kind::Term],
        ];
        let most_linked = |kinds: &&[Kind]| {
            let entries = kinds.iter().flat_map(|kind| strategy.of_kind(*kind));
            let key = entries.filter(|id| strategy.entry(**id).weight == Weight::Key);
            let links = |id: &&EntryId| strategy.relations(**id).len();
            // Of equals the first of the file.
            key.rev().max_by_key(links).copied()
        };
        let mut found: Vec<EntryId> = panes.iter().filter_map(most_linked).collect();
        if found.is_empty() {
            found.extend(strategy.of_kind(Kind::Pillar).first());
        }
        found.truncate(self.amount.starts);
        found
    }

    fn keys(&self, page: &mut Page<EntryId>) {
        let theme = &self.env.theme;
        let things = [
            (Action::Search, "ask", "ask, or search every sentence of it"),
            (Action::Present, "present", "present it in a meeting"),
            (Action::Test, TEST, "test yourself on it"),
            (
                Action::Course,
                "course",
                "take a course: pages and cards in turn, 20 or 60 minutes",
            ),
        ];
        let cards = self.cards();
        let keys = things.into_iter().filter_map(|(action, short, long)| {
            let keys = self.env.keymap.keys(Mode::Explore, &action);
            Some((keys.first()?.to_string(), short, long))
        });
        if self.width >= NARROW {
            page.gap();
            page.prose(&Prose::new("Four things to do", theme.heading), 0);
            for (key, _, long) in keys {
                let mut prose = Prose::new(&format!("  {key}  "), theme.key);
                prose.push(long, theme.text);
                page.prose(&prose, 0);
            }
            if let Some((_, long)) = cards {
                page.prose(&Prose::new(&long, theme.text), 0);
            }
            return;
        }
        if self.height < FEW_ROWS {
            page.gap();
        }
        let mut prose = Prose::default();
        for (key, short, _) in keys {
            let between = if prose.is_empty() { "" } else { "   " };
            prose.push(&format!("{between}{key} "), theme.key);
            prose.push(short, theme.text);
            if let Some((due, _)) = cards.as_ref().filter(|_| short == TEST) {
                prose.push(&format!(": {due}"), theme.text);
            }
        }
        page.prose(&prose, 0);
    }

    /// How many cards are due, in few words and as a sentence.
    fn cards(&self) -> Option<(String, String)> {
        let cards = self.env.cards?;
        let today = Day::of(self.env.today);
        Some(match (cards.begun, cards.due, cards.next) {
            (false, ..) => return None,
            (true, 0, Some(next)) => {
                let next = next.words(today);
                (
                    "none due".to_owned(),
                    format!("Cards: none due, the next {next}."),
                )
            }
            (true, 0, None) => ("none due".to_owned(), "Cards: none due.".to_owned()),
            (true, due, _) => {
                // A card takes some fifteen seconds.
                let minutes = wording::count(due.div_ceil(4), "minute");
                (
                    format!("{due} due"),
                    format!("Cards: {due} due, about {minutes}."),
                )
            }
        })
    }

    /// What the markers of cites mean, by an example of either sort.
    fn marks(&self, page: &mut Page<EntryId>) {
        let strategy = &self.env.strategy;
        let cites: Vec<&Cite> = strategy
            .entries()
            .flat_map(|(_, entry)| entry.all_cites())
            .collect();
        let name = |cite: &Cite| strategy.entry(cite.source).name.clone();
        let place = cites.iter().find(|cite| !cite.locator.is_empty());
        let whole = cites.iter().find(|cite| cite.locator.is_empty());
        let mut says = Vec::new();
        let is_narrow = self.width < NARROW;
        if let Some(cite) = place {
            let marker = strategy.marker(cite);
            let place = if is_narrow {
                "in a source".to_owned()
            } else {
                format!("in {}", name(cite))
            };
            says.push(format!("[{marker}] is a place {place}"));
        }
        if let Some(cite) = whole {
            let keys = self.env.keymap.keys(Mode::Explore, &Action::Pane(6));
            let all = keys
                .first()
                .map_or_else(String::new, |key| format!("; {key} lists all"));
            let own = if is_narrow { "" } else { " of its own" };
            let is = if says.is_empty() { "is a" } else { "a" };
            says.push(format!("[{}] {is} source{own}{all}", strategy.marker(cite)));
        }
        if !says.is_empty() {
            if !is_narrow || self.height < FEW_ROWS {
                page.gap();
            }
            let text = format!("{}.", says.join(", "));
            page.prose(&Prose::new(&text, self.env.theme.dim), 0);
        }
    }
}

/// The first sentences of a text, and what follows them.
fn sentences(text: &str, count: usize) -> (&str, &str) {
    let ends = text.match_indices(". ").map(|(at, _)| at + 1);
    let end = count.checked_sub(1).and_then(|nth| ends.clone().nth(nth));
    let (first, rest) = end
        .and_then(|end| text.split_at_checked(end))
        .unwrap_or((text, ""));
    (first, rest.trim_start())
}
