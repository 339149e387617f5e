//! One entry as a card of plain text: everything about it, and the sources in full.

use super::Paper;
use super::page::{Page, Tone, column};
use super::words::Words;
use crate::model::{AsOf, Cite, EntryId, Held, Kind, Strategy};
use crate::wording;

/// The widest column of verbs.
const VERBS: usize = 24;
/// The widest column of ids.
const IDS: usize = 28;

/// Prints an entry: names, text, the links of a time in both directions, caveats, sources.
pub fn print(strategy: &Strategy, id: EntryId, as_of: AsOf, paper: Paper) -> String {
    let mut card = Card {
        strategy,
        id,
        as_of,
        page: Page::new(paper),
    };
    card.head();
    card.prose();
    card.objectives();
    card.links();
    card.caveats();
    card.cited_by();
    card.sources();
    card.foot();
    card.page.finish()
}

struct Card<'a> {
    strategy: &'a Strategy,
    id: EntryId,
    as_of: AsOf,
    page: Page,
}

impl Card<'_> {
    fn head(&mut self) {
        let entry = self.strategy.entry(self.id);
        self.page.lines(0, entry.name.as_str(), Tone::Strong);
        if let Some(names) = wording::own_names(entry.original.as_deref(), entry.reading.as_deref())
        {
            self.page.lines(0, names.as_str(), Tone::Plain);
        }
        if !entry.aliases.is_empty() {
            let aliases: Vec<&str> = entry.aliases.iter().map(AsRef::as_ref).collect();
            let text = format!("Also called {}", aliases.join("; "));
            self.page.lines(0, text.as_str(), Tone::Plain);
        }
        let kind = wording::kind(self.strategy, self.id);
        let line = Words::default().whole(&entry.id).and(&format!(" ({kind})"));
        self.page.lines(0, line, Tone::Quiet);
        let tag = wording::voice_tag(self.strategy, self.id);
        let presence = wording::presence(self.strategy, self.id, self.as_of);
        let topics = wording::topics_line(entry).map(|topics| wording::capital(&topics));
        for words in [tag, presence, topics].into_iter().flatten() {
            self.page.lines(0, words.as_str(), Tone::Plain);
        }
    }

    fn prose(&mut self) {
        let entry = self.strategy.entry(self.id);
        if let Some(summary) = &entry.summary {
            self.page.gap();
            let text = wording::cited(self.strategy, summary, &entry.cites);
            self.page.lines(0, text.as_str(), Tone::Plain);
        } else if !entry.cites.is_empty() {
            self.page.gap();
            let text = wording::markers(self.strategy, &entry.cites);
            self.page.lines(0, text.as_str(), Tone::Plain);
        }
        for paragraph in &entry.details {
            self.page.gap();
            self.page.lines(0, paragraph.as_str(), Tone::Plain);
        }
        if let Some(url) = entry.source().and_then(|facts| facts.url.as_ref()) {
            self.page.gap();
            self.page.unbroken(0, url);
        }
    }

    fn objectives(&mut self) {
        let children = &self.strategy.entry(self.id).children;
        if children.is_empty() {
            return;
        }
        self.page.heading("Objectives");
        let ids = |id: &EntryId| self.strategy.entry(*id).id.as_str();
        let wide = column(children.iter().map(ids), IDS);
        for &child in children {
            let entry = self.strategy.entry(child);
            let number = self.strategy.number(child).unwrap_or_default();
            let name = format!("{number} {}", entry.name);
            self.page.item(2, &entry.id, wide, &name);
        }
    }

    fn links(&mut self) {
        let groups = wording::held_by_verb(self.strategy, self.id, self.as_of);
        let held: usize = groups.iter().map(|(_, held)| held.len()).sum();
        let left_out = self.strategy.relations(self.id).len() - held;
        if groups.is_empty() && left_out == 0 {
            return;
        }
        self.page.heading(&match self.as_of {
            AsOf::All => "Links".to_owned(),
            AsOf::On(date) => format!("Links {}", wording::on_short(date)),
        });
        let wide = column(groups.iter().map(|(verb, _)| verb.as_str()), VERBS);
        for (verb, held) in &groups {
            let mut label = verb.as_str();
            for held in held {
                let text = self.link(held);
                self.page.row(2, label, wide, text);
                label = "";
            }
        }
        if left_out > 0 {
            let text = format!(
                "{} of other times left out",
                wording::count(left_out, "link")
            );
            self.page.lines(2, text.as_str(), Tone::Quiet);
        }
    }

    fn link(&self, held: &Held<'_>) -> Words {
        let relation = &held.relation;
        let other = self.strategy.entry(relation.other);
        let mut words = Words::default();
        if let Some(when) = wording::when(other) {
            words = words.whole(&when).and(", ");
        }
        words = words.and(&wording::with_holder(
            self.strategy,
            relation.other,
            self.as_of,
        ));
        if let Some(status) = wording::not_simply_done(other) {
            words = words.and(", ").and(status);
        }
        words = words.and(" ").whole(&format!("({})", other.id));
        if let Some(when) = wording::held_when(relation.link, held.about) {
            words = words.and(", ").and(&when);
        }
        if relation.link.editorial {
            words = words.and(", ").and(wording::OURS);
        }
        for marker in wording::each_marker(self.strategy, &relation.link.cites) {
            words = words.and(" ").whole(&marker);
        }
        words
    }

    fn caveats(&mut self) {
        let caveats = &self.strategy.entry(self.id).caveats;
        if caveats.is_empty() {
            return;
        }
        self.page.heading("Caveats");
        for caveat in caveats {
            let text = wording::caveat(caveat);
            let text = wording::cited(self.strategy, &text, &caveat.cites);
            self.page.row(2, "-", 1, text.as_str());
        }
    }

    fn cited_by(&mut self) {
        if self.strategy.entry(self.id).kind != Kind::Source {
            return;
        }
        let citing = self.strategy.citing(self.id);
        self.page.heading(&format!("Cited by {}", citing.len()));
        let ids = |id: &EntryId| self.strategy.entry(*id).id.as_str();
        let wide = column(citing.iter().map(ids), IDS);
        for &id in citing {
            let entry = self.strategy.entry(id);
            self.page.item(2, &entry.id, wide, &wording::named(entry));
        }
    }

    fn sources(&mut self) {
        let relations = self.strategy.relations(self.id);
        let entry = self.strategy.entry(self.id);
        let received = relations
            .iter()
            .filter(|relation| !relation.outward)
            .flat_map(|relation| &relation.link.cites);
        let cites: Vec<&Cite> = entry.all_cites().chain(received).collect();
        let sources = wording::sources_with_places(cites.into_iter());
        if sources.is_empty() {
            return;
        }
        self.page.heading("Sources");
        let ids = |(id, _): &(EntryId, _)| self.strategy.entry(*id).id.as_str();
        let wide = column(sources.iter().map(ids), VERBS);
        for (source, places) in &sources {
            let source = self.strategy.entry(*source);
            let mut text = wording::reference(source);
            if !places.is_empty() {
                text.extend([" [", &places.join(", "), "]"]);
            }
            self.page.row(2, &source.id, wide, text.as_str());
            if let Some(url) = source.source().and_then(|facts| facts.url.as_ref()) {
                self.page.unbroken(wide + 4, url);
            }
        }
    }

    fn foot(&mut self) {
        self.page.gap();
        let title = wording::title(&self.strategy.meta);
        let text = format!("{title}, {}", wording::status(&self.strategy.meta.status));
        self.page.lines(0, text.as_str(), Tone::Quiet);
    }
}
