//! A revision sheet: a page a pillar with what an examination asks for (what matters most, dates,
//! who held what, whose judgement, caveats, ten questions), the answers at the end, and then what
//! the marks of sources stand for.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use super::escape::escape;
use crate::model::{AsOf, Cite, Entry, EntryId, Kind, Strategy, Verb, Weight};
use crate::study::{Answer, Card, scope};
use crate::wording;

/// Questions on a page.
const QUESTIONS: usize = 10;

/// Entries in a list of a page, at most: it is to stay one sheet of paper.
const ROWS: usize = 12;

/// Entries one step further on, of each kind that no entry nearby is of.
const FURTHER: usize = 6;

/// Begins a new sheet of paper; nothing where it is read on a screen.
const NEW_SHEET: &str = "<div style=\"page-break-before: always\"></div>";

/// Writes the page of an entry, or without one the whole in few and a page for each pillar.
pub fn print(strategy: &Strategy, cards: &[Card], only: Option<EntryId>) -> String {
    let mut sheet = Sheet {
        strategy,
        cards,
        text: String::new(),
        answers: String::new(),
        day: strategy.meta.adopted.map_or(AsOf::All, AsOf::On),
        asked: BTreeSet::new(),
        kept: BTreeSet::new(),
        sources: RefCell::default(),
    };
    if let Some(id) = only {
        sheet.page(id);
    } else {
        let pillars = strategy.of_kind(Kind::Pillar).iter();
        sheet.kept = pillars
            .flat_map(|id| scope(strategy, cards, &[*id]))
            .collect();
        sheet.whole();
        for pillar in strategy.of_kind(Kind::Pillar) {
            sheet.block(NEW_SHEET);
            sheet.page(*pillar);
        }
    }
    sheet.finish()
}

struct Sheet<'a> {
    strategy: &'a Strategy,
    cards: &'a [Card],
    text: String,
    answers: String,
    /// The day for which holders are told.
    day: AsOf,
    /// Questions that stand on a page before.
    asked: BTreeSet<usize>,
    /// Questions that belong to a page to come.
    kept: BTreeSet<usize>,
    /// What is cited on the pages.
    sources: RefCell<BTreeSet<EntryId>>,
}

impl Sheet<'_> {
    fn finish(mut self) -> String {
        if !self.answers.is_empty() {
            self.block(NEW_SHEET);
            self.block("# Answers");
            let answers = std::mem::take(&mut self.answers);
            self.text.push_str(&answers);
        }
        let sources = self.sources.take();
        if !sources.is_empty() {
            self.block("# Sources");
        }
        let first = self.strategy.of_kind(Kind::Source).first().copied();
        for id in sources {
            let source = self.strategy.entry(id);
            let places = if first == Some(id) {
                ", whose places stand alone, such as P1"
            } else {
                ""
            };
            let (id, name) = (escape(&source.id), escape(&wording::reference(source)));
            self.row(&format!("- **{id}**{places}: {name}"));
        }
        self.text
    }

    /// The marks of sources, each of which is told at the end.
    fn markers(&self, cites: &[Cite]) -> String {
        let mut sources = self.sources.borrow_mut();
        sources.extend(cites.iter().map(|cite| cite.source));
        wording::short_cites(self.strategy, cites)
    }

    /// The strategy on one page: what it is, its goals and pillars, milestones and holders.
    fn whole(&mut self) {
        let meta = &self.strategy.meta;
        self.block(&format!("# {}", escape(&wording::title(meta))));
        self.stands();
        for text in [&meta.summary, &meta.why].into_iter().flatten() {
            self.block(&escape(text));
        }
        for kind in [Kind::Goal, Kind::Pillar] {
            let all = self.strategy.of_kind(kind).to_vec();
            self.entries(kind.heading(), &all, true);
        }
        let is_key = |id: &EntryId| self.strategy.entry(*id).weight == Weight::Key;
        let of = |kind: Kind| -> Vec<EntryId> {
            let all = self.strategy.of_kind(kind).iter().copied();
            all.filter(is_key).collect()
        };
        let (events, bodies, claims) = (of(Kind::Event), of(Kind::Actor), of(Kind::Claim));
        self.dates(&events);
        self.holders(&bodies);
        self.voices(&claims);
        let first = self.cards.iter().enumerate();
        let mut places: Vec<usize> = first
            .filter(|(at, card)| card.first.is_some() && !self.kept.contains(at))
            .map(|(at, _)| at)
            .collect();
        places.retain(|at| self.cards.get(*at).is_some_and(is_asked_on_paper));
        let title = escape(&wording::title(&self.strategy.meta));
        self.questions(&title, places);
    }

    /// One entry with what belongs to it.
    fn page(&mut self, id: EntryId) {
        let entry = self.strategy.entry(id);
        let number = self.strategy.number(id);
        let number = number.map_or_else(String::new, |number| format!("{number} "));
        self.block(&format!("# {number}{}", escape(&entry.name)));
        if let Some(names) = wording::own_names(entry.original.as_deref(), entry.reading.as_deref())
        {
            self.block(&escape(&names));
        }
        self.stands();
        if let Some(summary) = &entry.summary {
            let text = self.cited(summary, &entry.cites);
            self.block(&text);
        }
        let near = self.near(id);
        let of = |kinds: &[Kind]| -> Vec<EntryId> {
            let all = near.iter().copied();
            all.filter(|id| kinds.contains(&self.strategy.entry(*id).kind))
                .collect()
        };
        self.entries("Objectives", &entry.children, true);
        let things = of(&[
            Kind::Goal,
            Kind::Threat,
            Kind::Asset,
            Kind::Principle,
            Kind::Instrument,
            Kind::Term,
        ]);
        let (key, rest): (Vec<EntryId>, Vec<EntryId>) = things
            .into_iter()
            .partition(|id| self.strategy.entry(*id).weight == Weight::Key);
        self.entries("What matters most beside it", &key, true);
        self.entries("Also", &rest, false);
        self.dates(&of(&[Kind::Event]));
        self.holders(&of(&[Kind::Actor]));
        self.voices(&of(&[Kind::Claim]));
        self.caveats(id, &near);
        let places = self.chosen(id, &near);
        let title = escape(&entry.name);
        self.questions(&title, places);
    }

    /// Whose strategy it is, whether it is in force, and for which day holders are told.
    fn stands(&mut self) {
        let meta = &self.strategy.meta;
        let mut known = vec![
            escape(&wording::title(meta)),
            escape(&wording::status_line(&meta.status)),
        ];
        known.extend(
            meta.adopted
                .map(|date| format!("adopted {}", wording::on_short(date))),
        );
        known.extend(meta.as_of.map(|date| format!("known as of {date}")));
        self.block(&format!("*{}.*", known.join("; ")));
    }

    /// What is linked with an entry or with what is under it, what matters most first.
    fn near(&self, id: EntryId) -> Vec<EntryId> {
        let entry = self.strategy.entry(id);
        let family: Vec<EntryId> = [id].into_iter().chain(entry.children.clone()).collect();
        let mut found = Vec::new();
        for relation in family.iter().flat_map(|id| self.strategy.relations(*id)) {
            let other = relation.other;
            if !family.contains(&other) && !found.contains(&other) {
                found.push(other);
            }
        }
        found.sort_by_key(|id| self.strategy.entry(*id).weight);
        // Where no event, actor or claim stands beside it, those one step further on.
        for kind in [Kind::Event, Kind::Actor, Kind::Claim] {
            let is_kind = |id: &EntryId| self.strategy.entry(*id).kind == kind;
            if found.iter().any(is_kind) {
                continue;
            }
            let further = found.iter().flat_map(|id| self.strategy.relations(*id));
            let mut further: Vec<EntryId> = further.map(|relation| relation.other).collect();
            further.retain(is_kind);
            further.sort_by_key(|id| self.strategy.entry(*id).weight);
            for id in further.into_iter().take(FURTHER) {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }

    fn entries(&mut self, heading: &str, entries: &[EntryId], in_full: bool) {
        if entries.is_empty() {
            return;
        }
        self.block(&format!("## {heading}"));
        if !in_full {
            let names = entries.iter().take(ROWS).map(|id| self.strategy.entry(*id));
            let names: Vec<String> = names.map(|entry| escape(&entry.name)).collect();
            self.block(&format!("{}.", names.join("; ")));
            return;
        }
        for id in entries.iter().take(ROWS) {
            let entry = self.strategy.entry(*id);
            let number = self.strategy.number(*id);
            let number = number.map_or_else(String::new, |number| format!("{number} "));
            let mut row = format!("- {number}**{}**", escape(&entry.name));
            if let Some(summary) = &entry.summary {
                row.push_str(": ");
                row.push_str(&self.cited(summary, &entry.cites));
            }
            self.row(&row);
        }
        self.left_out(entries.len());
        self.text.push('\n');
    }

    fn dates(&mut self, events: &[EntryId]) {
        let mut dated: Vec<(&Entry, _)> = events
            .iter()
            .map(|id| self.strategy.entry(*id))
            .filter_map(|entry| Some((entry, entry.event()?.date)))
            .collect();
        if dated.is_empty() {
            return;
        }
        let left = dated.len();
        dated.truncate(ROWS);
        dated.sort_by_key(|(_, date)| *date);
        self.block("## Dates");
        for (entry, _) in dated {
            let when = wording::when(entry).unwrap_or_default();
            let mut row = format!("- **{when}** {}", escape(&entry.name));
            if let Some(word) = wording::not_simply_done(entry) {
                row.push_str(&format!(" ({word})"));
            }
            let markers = self.markers(&entry.cites);
            self.row(&format!("{row} {}", escape(&markers)));
        }
        self.left_out(left);
        self.text.push('\n');
    }

    /// Who headed each body and held each office on the day of adoption.
    fn holders(&mut self, actors: &[EntryId]) {
        let rows: Vec<String> = actors
            .iter()
            .filter_map(|id| self.held(*id))
            .take(ROWS)
            .collect();
        if rows.is_empty() {
            return;
        }
        match self.day.date() {
            Some(date) => self.block(&format!("## Who held what {}", wording::on(date))),
            None => self.block("## Who holds what"),
        }
        for row in rows {
            self.row(&row);
        }
        self.text.push('\n');
    }

    fn held(&self, id: EntryId) -> Option<String> {
        let relations = self.strategy.relations_on(id, self.day);
        let mut says = Vec::new();
        for held in &relations {
            let relation = held.relation;
            let is_head = matches!(relation.link.verb, Verb::Heads | Verb::HoldsOffice);
            let is_secretariat = relation.link.verb == Verb::SecretariatOf;
            if relation.outward || !(is_head || is_secretariat) {
                continue;
            }
            let other = wording::with_holder(self.strategy, relation.other, self.day);
            let when = wording::held_when(relation.link, held.about);
            let when = when.map(|when| format!(", {when}")).unwrap_or_default();
            let markers = self.markers(&relation.link.cites);
            says.push(format!(
                "{} {}{when} {}",
                relation.words(),
                escape(&other),
                escape(&markers)
            ));
        }
        (!says.is_empty()).then(|| {
            let name = escape(&self.strategy.entry(id).name);
            format!("- **{name}**: {}", says.join("; "))
        })
    }

    fn voices(&mut self, claims: &[EntryId]) {
        if claims.is_empty() {
            return;
        }
        self.block("## Whose words are these?");
        for id in claims.iter().take(ROWS) {
            let entry = self.strategy.entry(*id);
            let tag = wording::voice_tag(self.strategy, *id);
            let tag = tag.map_or_else(|| "CLAIM".to_owned(), |tag| escape(&tag));
            let text = entry.summary.as_ref().unwrap_or(&entry.name);
            let text = self.cited(text, &entry.cites);
            self.row(&format!("- {tag}: {text}"));
        }
        self.left_out(claims.len());
        self.text.push('\n');
    }

    /// What to be careful of: in the entry, under it, and in what matters most beside it.
    fn caveats(&mut self, id: EntryId, near: &[EntryId]) {
        let entry = self.strategy.entry(id);
        let key = near
            .iter()
            .filter(|id| self.strategy.entry(**id).weight == Weight::Key);
        let all: Vec<EntryId> = [id]
            .iter()
            .chain(&entry.children)
            .chain(key)
            .copied()
            .collect();
        let mut rows = Vec::new();
        for id in all {
            let entry = self.strategy.entry(id);
            for caveat in &entry.caveats {
                let text = self.cited(&caveat.text, &caveat.cites);
                rows.push(format!("- {}: {text}", escape(&entry.name)));
            }
        }
        if rows.is_empty() {
            return;
        }
        self.block("## Careful");
        let count = rows.len();
        for row in rows.into_iter().take(ROWS) {
            self.row(&row);
        }
        self.left_out(count);
        self.text.push('\n');
    }

    /// The questions of a page that no page before asks, the author's own first: those about the
    /// entry and what belongs to it, then those about the rest of the page and about its topic. None asks for the title.
    fn chosen(&self, id: EntryId, near: &[EntryId]) -> Vec<usize> {
        let name = &self.strategy.entry(id).name;
        let is_asked = |at: &usize| {
            let card = self.cards.get(*at);
            !self.asked.contains(at)
                && card.is_some_and(|card| is_asked_on_paper(card) && card.answer.text() != **name)
        };
        let mut places = scope(self.strategy, self.cards, &[id]);
        places.retain(is_asked);
        self.vary(&mut places);
        let topic = self.strategy.entry(id).topics.first();
        let is_about = |id: &EntryId| {
            let topics = &self.strategy.entry(*id).topics;
            near.contains(id) || topic.is_some_and(|topic| topics.contains(topic))
        };
        let about = |card: &Card| card.entries.first().is_some_and(is_about);
        let cards = self.cards.iter().enumerate();
        let mut further: Vec<usize> = cards
            .filter(|(at, card)| about(card) && !self.kept.contains(at) && !places.contains(at))
            .map(|(at, _)| at)
            .collect();
        further.retain(is_asked);
        self.vary(&mut further);
        places.extend(further);
        places
    }

    /// Of each sort of question the first, then the second, so that a page is no list of one.
    fn vary(&self, places: &mut [usize]) {
        let mut turns: HashMap<&str, usize> = HashMap::new();
        places.sort_by_cached_key(|at| {
            let Some(card) = self.cards.get(*at) else {
                return (true, 0, None);
            };
            let own = card.key.kind().starts_with("own-");
            let turn = turns.entry(card.key.kind()).or_default();
            *turn += usize::from(!own);
            let first = card.entries.first();
            (!own, *turn, first.map(|id| self.strategy.entry(*id).weight))
        });
    }

    /// Ten questions; their answers are kept for the end.
    fn questions(&mut self, title: &str, mut places: Vec<usize>) {
        places.truncate(QUESTIONS);
        if places.is_empty() {
            return;
        }
        let heading = match places.len() {
            1 => "## A question".to_owned(),
            count => format!(
                "## {} questions",
                wording::capital(&wording::in_words(count))
            ),
        };
        self.block(&heading);
        self.answers.push_str(&format!("## {title}\n\n"));
        let chosen: Vec<&Card> = places.iter().filter_map(|at| self.cards.get(*at)).collect();
        for (number, card) in (1..).zip(chosen) {
            let question = escape(&card.question);
            self.row(&format!("{number}. {question}"));
            let entry = card.entries.first().map(|id| self.strategy.entry(*id));
            let cites = entry.map_or(&[][..], |entry| &entry.cites);
            let markers = escape(&self.markers(cites));
            let answer = escape(&card.answer.text());
            self.answers
                .push_str(&format!("{number}. {answer} {markers}\n"));
        }
        self.text.push('\n');
        self.answers.push('\n');
        self.asked.extend(places);
    }

    fn cited(&self, text: &str, cites: &[Cite]) -> String {
        let markers = self.markers(cites);
        escape(&format!("{text} {markers}"))
    }

    fn left_out(&mut self, count: usize) {
        if let Some(more) = count.checked_sub(ROWS).filter(|more| *more > 0) {
            self.row(&format!("- and {more} more in the model"));
        }
    }

    fn row(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    fn block(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }
}

/// Whether a question stands on paper without its options, and asks for no name in another
/// language.
fn is_asked_on_paper(card: &Card) -> bool {
    let is_of_names = ["original", "english"].contains(&card.key.kind());
    match &card.answer {
        Answer::One { recall, .. } => *recall && !is_of_names,
        Answer::Text(_) => true,
        Answer::Order(_) => false,
    }
}
