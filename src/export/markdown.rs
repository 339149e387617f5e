//! The strategy as Markdown (`CommonMark`), with an anchor for every entry so that links work.

use std::fmt::Write as _;

use super::escape::{self, escape};
use crate::model::{AsOf, Cite, EntryId, Held, Kind, Role, Strategy};
use crate::wording;

/// Prints the whole model, or what holds at a time. Speakers' notes stay with the speaker.
pub fn print(strategy: &Strategy, as_of: AsOf) -> String {
    let mut document = Document {
        strategy,
        as_of,
        text: String::new(),
    };
    document.head();
    for &kind in Kind::ALL {
        document.section(kind);
    }
    document.text
}

struct Document<'a> {
    strategy: &'a Strategy,
    as_of: AsOf,
    text: String,
}

impl Document<'_> {
    fn head(&mut self) {
        let meta = &self.strategy.meta;
        self.block("# ", &escape(&wording::title(&self.strategy.meta)));
        if let Some(names) = wording::own_names(meta.original.as_deref(), meta.reading.as_deref()) {
            self.block("", &escape(&names));
        }
        let mut known = vec![escape(&wording::capital(&wording::status(
            &self.strategy.meta.status,
        )))];
        if let Some(adopted) = meta.adopted {
            known.push(format!("Adopted {adopted}"));
        }
        if let Some(issuer) = meta.issuer {
            known.push(format!("Issued by {}", self.reference(issuer)));
        }
        if let Some(as_of) = meta.as_of {
            known.push(format!("As of {as_of}"));
        }
        self.block("", &format!("{}.", known.join(". ")));
        if let Some(date) = self.as_of.date() {
            let actors = self.strategy.of_kind(Kind::Actor).iter();
            let gone = actors.filter(|id| !self.strategy.is_there(**id, self.as_of));
            let when = wording::on_short(date);
            let count = wording::count(gone.count(), "actor");
            let text = format!("Actors and links as they held {when}; {count} not in being then.");
            self.block("", &format!("*{}*", escape(&text)));
        }
        let paragraphs = meta.summary.iter().chain(&meta.details);
        for paragraph in paragraphs {
            self.block("", &escape(paragraph));
        }
        if let Some(why) = &meta.why {
            self.block("**Why it matters.** ", &escape(why));
        }
    }

    fn section(&mut self, kind: Kind) {
        let entries = self.strategy.of_kind(kind).iter().copied();
        let entries: Vec<EntryId> = entries.filter(|id| self.is_listed(*id)).collect();
        // Objectives stand under their pillar.
        if entries.is_empty() || kind == Kind::Objective {
            return;
        }
        self.block("## ", kind.heading());
        if kind != Kind::Actor {
            for id in entries {
                self.entry("### ", id);
            }
            return;
        }
        for &role in Role::ALL {
            for &id in &entries {
                if self.strategy.entry(id).actor().map(|facts| facts.role) == Some(role) {
                    self.entry("### ", id);
                }
            }
        }
    }

    fn entry(&mut self, level: &str, id: EntryId) {
        let entry = self.strategy.entry(id);
        let number = self.strategy.number(id);
        let number = number.map_or_else(String::new, |number| format!("{number} "));
        let anchor = escape::anchor(&entry.id);
        let title = format!("<a id=\"{anchor}\"></a>{number}{}", escape(&entry.name));
        self.block(level, &title);
        self.names(id);
        let tag = wording::voice_tag(self.strategy, id);
        let presence = wording::presence(self.strategy, id, self.as_of);
        for words in [tag, presence].into_iter().flatten() {
            self.block("", &format!("**{}**", escape(&words)));
        }
        if let Some(summary) = &entry.summary {
            let text = self.cited(summary, &entry.cites);
            self.block("", &text);
        } else if !entry.cites.is_empty() {
            let text = self.markers(&entry.cites);
            self.block("", &text);
        }
        for paragraph in &entry.details {
            self.block("", &escape(paragraph));
        }
        if let Some(url) = entry.source().and_then(|facts| facts.url.as_ref()) {
            self.block("", &escape::address(url));
        }
        self.links(id);
        for caveat in &entry.caveats {
            let text = self.cited(&wording::caveat(caveat), &caveat.cites);
            self.block("> **Caveat:** ", &text);
        }
        for &child in &entry.children {
            self.entry("#### ", child);
        }
    }

    fn names(&mut self, id: EntryId) {
        let entry = self.strategy.entry(id);
        let mut parts = vec![format!("`{}`", entry.id.replace('`', "'"))];
        match entry.source() {
            Some(_) => parts.push(escape(&wording::reference(entry))),
            None => parts.push(escape(&wording::kind(self.strategy, id))),
        }
        // A source's reference has its original title already.
        let original = entry
            .original
            .as_deref()
            .filter(|_| entry.source().is_none());
        let names = wording::own_names(original, entry.reading.as_deref());
        parts.extend(names.map(|names| escape(&names)));
        if !entry.aliases.is_empty() {
            let aliases: Vec<String> = entry.aliases.iter().map(|name| escape(name)).collect();
            parts.push(format!("also called {}", aliases.join("; ")));
        }
        parts.extend(wording::topics_line(entry).map(|topics| escape(&topics)));
        self.block("", &parts.join(" / "));
    }

    fn links(&mut self, id: EntryId) {
        let groups = wording::held_by_verb(self.strategy, id, self.as_of);
        for (verb, held) in &groups {
            let ends: Vec<String> = held.iter().map(|each| self.link(each)).collect();
            let _ = writeln!(self.text, "- *{}* {}", escape(verb), ends.join("; "));
        }
        if !groups.is_empty() {
            self.text.push('\n');
        }
    }

    fn link(&self, held: &Held<'_>) -> String {
        let (other, link) = (held.relation.other, held.relation.link);
        let mut text = self.reference(other);
        // Who held an office on the day stands behind its name.
        let name = &self.strategy.entry(other).name;
        let named = wording::with_holder(self.strategy, other, self.as_of);
        if let Some(holder) = named
            .strip_prefix(name.as_str())
            .filter(|own| !own.is_empty())
        {
            let holder = holder.strip_prefix(": ").unwrap_or(holder);
            let _ = write!(text, ": {}", escape(holder));
        }
        if let Some(when) = wording::held_when(link, held.about) {
            let _ = write!(text, ", {when}");
        }
        if link.editorial {
            let _ = write!(text, ", {}", wording::OURS);
        }
        if !link.cites.is_empty() {
            let _ = write!(text, " {}", self.markers(&link.cites));
        }
        text
    }

    /// Whether it has a place in the document.
    fn is_listed(&self, id: EntryId) -> bool {
        self.strategy.is_there(id, self.as_of)
    }

    /// The name of an entry as a link to its place in the document, where it has one.
    fn reference(&self, id: EntryId) -> String {
        let entry = self.strategy.entry(id);
        let name = escape(&wording::named(entry));
        if !self.is_listed(id) {
            return name;
        }
        format!("[{name}](#{})", escape::anchor(&entry.id))
    }

    fn cited(&self, text: &str, cites: &[Cite]) -> String {
        let text = escape(text);
        if cites.is_empty() {
            text
        } else {
            format!("{text} {}", self.markers(cites))
        }
    }

    fn markers(&self, cites: &[Cite]) -> String {
        let each: Vec<String> = cites
            .iter()
            .map(|cite| {
                let marker = escape(&self.strategy.marker(cite));
                let anchor = escape::anchor(&self.strategy.entry(cite.source).id);
                format!("[\\[{marker}\\]](#{anchor})")
            })
            .collect();
        each.join(" ")
    }

    fn block(&mut self, before: &str, text: &str) {
        self.text.push_str(before);
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }
}
