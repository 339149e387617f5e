//! The whole strategy on one page: every entry in a line of plain text, under its heading.

use super::Paper;
use super::page::{Page, Tone, column};
use crate::model::{AsOf, EntryId, Kind, Role, Strategy};
use crate::wording;

/// The widest column of ids.
const IDS: usize = 30;

/// Prints the outline, with the actors that are there at a time.
pub fn print(strategy: &Strategy, as_of: AsOf, paper: Paper) -> String {
    let mut outline = Outline {
        strategy,
        as_of,
        page: Page::new(paper),
    };
    outline.head();
    for &kind in Kind::ALL {
        match kind {
            Kind::Pillar => outline.pillars(),
            Kind::Objective => {}
            Kind::Actor => outline.actors(),
            Kind::Event => outline.timeline(),
            _ => outline.plain(kind),
        }
    }
    outline.page.finish()
}

struct Outline<'a> {
    strategy: &'a Strategy,
    as_of: AsOf,
    page: Page,
}

impl Outline<'_> {
    fn head(&mut self) {
        let meta = &self.strategy.meta;
        let title = wording::title(&self.strategy.meta);
        self.page.lines(0, title.as_str(), Tone::Strong);
        if let Some(names) = wording::own_names(meta.original.as_deref(), meta.reading.as_deref()) {
            self.page.lines(0, names.as_str(), Tone::Plain);
        }
        let mut known = vec![wording::capital(&wording::status(
            &self.strategy.meta.status,
        ))];
        if let Some(adopted) = meta.adopted {
            known.push(format!("Adopted {adopted}"));
        }
        if let Some(issuer) = meta.issuer {
            let issuer = &self.strategy.entry(issuer).name;
            known.push(format!("Issued by {issuer}"));
        }
        if let Some(as_of) = meta.as_of {
            known.push(format!("As of {as_of}"));
        }
        let known = format!("{}.", known.join(". "));
        self.page.lines(0, known.as_str(), Tone::Plain);
        if let Some(summary) = &meta.summary {
            self.page.gap();
            self.page.lines(0, summary.as_str(), Tone::Plain);
        }
    }

    fn pillars(&mut self) {
        let pillars = self.strategy.of_kind(Kind::Pillar);
        if pillars.is_empty() {
            return;
        }
        self.page.heading(Kind::Pillar.heading());
        let wide = self.ids(self.strategy.of_kind(Kind::Objective)) + 2;
        for &pillar in pillars {
            self.numbered(2, pillar, wide.max(self.ids(pillars)));
            for &objective in &self.strategy.entry(pillar).children {
                self.numbered(4, objective, wide.saturating_sub(2));
            }
        }
    }

    fn numbered(&mut self, indent: usize, id: EntryId, wide: usize) {
        let entry = self.strategy.entry(id);
        let number = self.strategy.number(id).unwrap_or_default();
        let text = format!("{number:<3} {}", entry.name);
        self.page.item(indent, &entry.id, wide, &text);
    }

    fn actors(&mut self) {
        let all = self.strategy.of_kind(Kind::Actor);
        let there = all.iter().copied();
        let there = there.filter(|id| self.strategy.is_there(*id, self.as_of));
        let actors: Vec<EntryId> = there.collect();
        let wide = self.ids(&actors);
        for &role in Role::ALL {
            let is_role =
                |id: &&EntryId| self.strategy.entry(**id).actor().map(|a| a.role) == Some(role);
            let group: Vec<EntryId> = actors.iter().filter(is_role).copied().collect();
            let heading = format!("{}: {}", Kind::Actor.heading(), lower(role.heading()));
            self.list(&heading, &group, wide);
        }
        let gone = all.len() - actors.len();
        if gone > 0 {
            self.page.gap();
            let text = format!(
                "{} {}",
                wording::count(gone, "actor"),
                wording::not_in_being(self.as_of)
            );
            self.page.lines(2, text.as_str(), Tone::Quiet);
        }
    }

    fn timeline(&mut self) {
        let events = self.strategy.of_kind(Kind::Event);
        if events.is_empty() {
            return;
        }
        self.page.heading(Kind::Event.heading());
        let wide = self.ids(events);
        for &id in events {
            let entry = self.strategy.entry(id);
            let mut text = wording::named(entry);
            if entry.is_milestone() {
                text.push_str(" (milestone)");
            }
            self.page.item(2, &entry.id, wide, &text);
        }
    }

    fn plain(&mut self, kind: Kind) {
        let entries = self.strategy.of_kind(kind);
        self.list(kind.heading(), entries, self.ids(entries));
    }

    fn list(&mut self, heading: &str, entries: &[EntryId], wide: usize) {
        if entries.is_empty() {
            return;
        }
        self.page.heading(heading);
        for &id in entries {
            let entry = self.strategy.entry(id);
            self.page.item(2, &entry.id, wide, &entry.name);
        }
    }

    fn ids(&self, entries: &[EntryId]) -> usize {
        let ids = entries
            .iter()
            .map(|&id| self.strategy.entry(id).id.as_str());
        column(ids, IDS)
    }
}

fn lower(heading: &str) -> String {
    heading.to_lowercase()
}
