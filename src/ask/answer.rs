//! An answer: sentences, dated rows, a caveat, whose judgement it is, and what it rests on.

use super::asker::Ask;
use crate::date::{Date, Period};
use crate::model::{AsOf, Cite, Entry, EntryId, Strategy};
use crate::wording;

/// An answer to a question, made of what the model says.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The sentences, each with its cites.
    pub said: Vec<Said>,
    /// Rows under them, in groups.
    pub groups: Vec<Group>,
    /// Where the record disagrees.
    pub caveats: Vec<Said>,
    /// Of what sort it is and whose, where it is no fact: `JUDGEMENT of the article's author`.
    pub voice: Option<String>,
    /// For which time it holds: `2021`, `all times`, `as known on 22 Nov 2026`.
    pub time: String,
    /// The entries that it rests on.
    pub rests_on: Vec<EntryId>,
}

/// A sentence with its cites.
#[derive(Clone, Debug)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// What carries it.
    pub cites: Vec<Cite>,
}

/// Rows under a heading.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// Empty for none.
    pub heading: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row: what, when, and what carries it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The entry.
    pub entry: EntryId,
    /// What is said of it.
    pub text: String,
    /// When it held.
    pub when: Option<String>,
    /// What carries it.
    pub cites: Vec<Cite>,
}

impl Answer {
    /// The answer as lines to read, without what it rests on; rows are indented.
    pub fn lines(&self, strategy: &Strategy) -> Vec<String> {
        let with = |text: &str, cites: &[Cite]| {
            let cites = wording::short_cites(strategy, cites);
            format!("{text} {cites}").trim_end().to_owned()
        };
        let mut lines: Vec<String> = self.voice.iter().cloned().collect();
        lines.extend(self.said.iter().map(|said| with(&said.text, &said.cites)));
        for group in &self.groups {
            if !group.heading.is_empty() {
                lines.push(group.heading.clone());
            }
            for row in &group.rows {
                let when = row
                    .when
                    .as_ref()
                    .map_or_else(String::new, |when| format!("  {when}"));
                lines.push(format!(
                    "  {}",
                    with(&format!("{}{when}", row.text), &row.cites)
                ));
            }
        }
        let caveats = self.caveats.iter();
        lines.extend(caveats.map(|said| with(&format!("Caveat: {}", said.text), &said.cites)));
        lines
    }

    /// What carries it, in the order in which it is read.
    pub fn cites(&self) -> impl Iterator<Item = &Cite> {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        let rows = rows.flat_map(|row| &row.cites);
        let said = self.said.iter().flat_map(|said| &said.cites);
        let caveats = self.caveats.iter().flat_map(|said| &said.cites);
        said.chain(rows).chain(caveats)
    }

    /// One sentence with its cites and what it rests on.
    pub(super) fn of(text: String, cites: &[Cite], rests_on: &[EntryId]) -> Self {
        Self {
            said: vec![Said {
                text,
                cites: unique(cites),
            }],
            rests_on: rests_on.to_vec(),
            ..Self::default()
        }
    }

    pub(super) fn say(&mut self, text: String, cites: &[Cite]) {
        let cites = unique(cites);
        self.said.push(Said { text, cites });
    }

    /// Adds rows, and what they rest on.
    pub(super) fn rows(&mut self, heading: &str, rows: Vec<Row>) {
        self.rests_on.extend(rows.iter().map(|row| row.entry));
        let heading = heading.to_owned();
        if !rows.is_empty() {
            self.groups.push(Group { heading, rows });
        }
    }

    /// Finishes an answer: each entry once.
    pub(super) fn done(mut self, time: String) -> Self {
        let mut seen = Vec::new();
        self.rests_on.retain(|id| {
            let is_new = !seen.contains(id);
            seen.push(*id);
            is_new
        });
        self.time = time;
        self
    }
}

fn unique(cites: &[Cite]) -> Vec<Cite> {
    let mut unique: Vec<Cite> = Vec::new();
    for cite in cites {
        let is_known = |known: &Cite| known.source == cite.source && known.locator == cite.locator;
        if !unique.iter().any(is_known) {
            unique.push(cite.clone());
        }
    }
    unique
}

impl Ask<'_> {
    /// The words for a time: `2021`, `all times`, `now, as known on 22 Nov 2026`.
    pub(super) fn named(&self, as_of: AsOf) -> String {
        let AsOf::On(date) = as_of else {
            return "all times".to_owned();
        };
        if date != self.asker.today {
            return date.to_string();
        }
        match as_of.known_only_to(&self.strategy().meta) {
            Some(known) => format!("now, as known on {known}"),
            None => "now".to_owned(),
        }
    }

    /// The beginning of a sentence about a time: `On 28 September 2021 `; nothing for all times and
    /// today.
    pub(super) fn opening(&self, as_of: AsOf) -> String {
        match as_of {
            AsOf::On(date) if date != self.asker.today => {
                format!("{} ", wording::capital(&wording::on(date)))
            }
            _ => String::new(),
        }
    }

    /// Whether a sentence about a time is in the past tense.
    pub(super) fn is_past(&self, as_of: AsOf) -> bool {
        match as_of {
            AsOf::On(date) => date.last_day() < self.asker.today.first_day(),
            AsOf::All => self.question.past,
        }
    }

    /// The first sentence of an entry's summary, with its cites, as rows of other shapes show it.
    pub(super) fn summary(&self, id: EntryId) -> Option<String> {
        Some(self.entry(id).summary.as_ref()?.to_string())
    }

    /// The entry as a row.
    pub(super) fn row(&self, id: EntryId) -> Row {
        let entry = self.entry(id);
        Row {
            entry: id,
            text: entry.name.to_string(),
            when: wording::when(entry),
            cites: entry.cites.clone(),
        }
    }
}

/// Whether a period overlaps another, as far as is known.
pub(super) fn overlaps(period: Period, from: Date, to: Date) -> bool {
    let begins = period
        .from
        .is_none_or(|begin| begin.first_day() <= to.last_day());
    begins
        && period
            .to
            .is_none_or(|end| end.last_day() >= from.first_day())
}

/// An entry inside an answer: actors with their article, all else by name.
pub(super) fn called(entry: &Entry) -> String {
    if entry.actor().is_some() {
        wording::called(entry)
    } else {
        entry.name.to_string()
    }
}
