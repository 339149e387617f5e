//! The organisation as an outline in two columns: on the left the tree, on the right in words how
//! a unit stands to the one above it, or in which office somebody is.

use super::{Organisation, Person, Unit};
use crate::model::{EntryId, Strategy};
use crate::text::wrap;

/// The cell at which the right column begins.
const COLUMN: usize = 42;
/// With fewer cells there is one column.
const TWO_COLUMNS: usize = 64;
/// So many units of one tie are a group under a heading of their own.
const MANY: usize = 3;

/// The lines of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Guides {
    /// To a branch with more below it.
    pub tee: &'static str,
    /// To the last branch.
    pub corner: &'static str,
    /// Past a branch.
    pub pass: &'static str,
}

impl Guides {
    /// With box-drawing characters.
    pub const BOX: Self = Self {
        tee: "├─ ",
        corner: "└─ ",
        pass: "│",
    };
    /// With ASCII alone.
    pub const ASCII: Self = Self {
        tee: "|- ",
        corner: "`- ",
        pass: "|",
    };
}

/// Where a row leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To an actor.
    To(EntryId),
    /// It stands for what is folded, which it opens.
    Unfold,
    /// Nowhere.
    Nowhere,
}

/// A row of the outline; a name that does not fit goes on in a second row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineRow {
    /// The lines of the tree before the text.
    pub guide: String,
    /// The text of the left column.
    pub left: String,
    /// The text of the right column, at `column`.
    pub right: String,
    /// The cell at which the right column begins.
    pub column: usize,
    /// Where it leads.
    pub leads: Leads,
    /// Whether it names a unit, and not a person or a relation.
    pub is_unit: bool,
}

/// Lays the organisation out in a width of cells.
pub fn outline(
    organisation: &Organisation,
    strategy: &Strategy,
    width: usize,
    guides: &Guides,
) -> Vec<OutlineRow> {
    let mut writer = Writer {
        strategy,
        width: width.max(1),
        guides,
        rows: Vec::new(),
    };
    for tree in &organisation.trees {
        writer.unit(tree, "", "", false);
    }
    let left_out = organisation.left_out(strategy);
    let folds = !organisation.smaller.is_empty();
    for (at, line) in left_out.iter().enumerate() {
        let leads = if at == 0 && folds {
            Leads::Unfold
        } else {
            Leads::Nowhere
        };
        writer.row(Row::plain("", &format!("+ {line}"), leads));
    }
    writer.rows
}

struct Writer<'a> {
    strategy: &'a Strategy,
    width: usize,
    guides: &'a Guides,
    rows: Vec<OutlineRow>,
}

/// A row before it is fitted into the width.
#[derive(Clone, Copy)]
struct Row<'a> {
    guide: &'a str,
    /// What stands before what belongs to it, when it takes a further row.
    below: &'a str,
    left: &'a str,
    right: &'a str,
    leads: Leads,
    is_unit: bool,
}

impl<'a> Row<'a> {
    const fn plain(guide: &'a str, left: &'a str, leads: Leads) -> Self {
        Self {
            guide,
            below: guide,
            left,
            right: "",
            leads,
            is_unit: false,
        }
    }
}

impl Writer<'_> {
    /// Writes a unit and what is under it: `lead` stands before its name, `under` before the rest.
    fn unit(&mut self, unit: &Unit, lead: &str, under: &str, in_group: bool) {
        let name = &self.strategy.entry(unit.id).name;
        let tie = unit.tie.filter(|_| !in_group).map(super::Tie::words);
        let right = [tie.unwrap_or_default(), &unit.when];
        let right: Vec<&str> = right.into_iter().filter(|part| !part.is_empty()).collect();
        let inner = self.inner(under, !unit.parts.is_empty());
        self.row(Row {
            guide: lead,
            below: &inner,
            left: name,
            right: &right.join(", "),
            leads: Leads::To(unit.id),
            is_unit: true,
        });
        for who in &unit.people {
            self.person(who, &inner);
        }
        for (words, to) in &unit.notes {
            self.row(Row::plain(&inner, words, Leads::To(*to)));
        }
        self.parts(unit, under);
    }

    fn inner(&self, under: &str, has_parts: bool) -> String {
        let pass = if has_parts { self.guides.pass } else { " " };
        format!("{under}{pass}    ")
    }

    fn parts(&mut self, unit: &Unit, under: &str) {
        let same = |one: &Unit, other: &Unit| one.tie == other.tie;
        let groups: Vec<&[Unit]> = unit.parts.chunk_by(same).collect();
        let last = groups.len().saturating_sub(1);
        for (at, group) in groups.iter().enumerate() {
            let is_last = at == last;
            match group.first().and_then(|first| first.tie) {
                Some(tie) if group.len() >= MANY => {
                    let (lead, inside) = self.branch(under, is_last);
                    let words = format!("{} ({})", tie.words_for_many(), group.len());
                    self.row(Row {
                        below: &inside,
                        ..Row::plain(&lead, &words, Leads::Nowhere)
                    });
                    self.branches(group, &inside, true, true);
                }
                _ => self.branches(group, under, false, is_last),
            }
        }
    }

    fn branches(&mut self, units: &[Unit], under: &str, in_group: bool, ends: bool) {
        let last = units.len().saturating_sub(1);
        for (at, unit) in units.iter().enumerate() {
            let (lead, inside) = self.branch(under, ends && at == last);
            self.unit(unit, &lead, &inside, in_group);
        }
    }

    fn branch(&self, under: &str, is_last: bool) -> (String, String) {
        let Guides { tee, corner, pass } = self.guides;
        if is_last {
            (format!("{under}{corner}"), format!("{under}   "))
        } else {
            (format!("{under}{tee}"), format!("{under}{pass}  "))
        }
    }

    fn person(&mut self, who: &Person, guide: &str) {
        let left = format!("{:<8} {}", who.label, who.name);
        let office = who.office.map(|office| &self.strategy.entry(office).name);
        let right = office.map(|office| format!("as {office}"));
        self.row(Row {
            below: &format!("{guide}{}", " ".repeat(9)),
            right: &right.unwrap_or_default(),
            ..Row::plain(guide, &left, Leads::To(who.id))
        });
    }

    /// Fits a row into the width: what has no room stands in a row of its own below.
    fn row(&mut self, row: Row<'_>) {
        let own = wrap::width(row.guide);
        let two = self.width >= TWO_COLUMNS;
        let left_end = own + wrap::width(row.left);
        let beside = two && left_end < COLUMN && COLUMN + wrap::width(row.right) <= self.width;
        let room = self.width.saturating_sub(own).max(8);
        let mut guide = row.guide.to_owned();
        let mut lines = wrap::wrap(row.left, room).into_iter().peekable();
        while let Some(line) = lines.next() {
            let is_last = lines.peek().is_none();
            let right = if beside && is_last { row.right } else { "" };
            let text = row.left.get(line).unwrap_or_default().trim_end();
            self.push(&row, &guide, text, right);
            row.below.clone_into(&mut guide);
        }
        if !row.right.is_empty() && !beside {
            let fits = two && COLUMN + wrap::width(row.right) <= self.width;
            if fits {
                self.push(&row, row.below, "", row.right);
                return;
            }
            let room = self.width.saturating_sub(wrap::width(row.below)).max(8);
            for line in wrap::wrap(row.right, room) {
                let text = row.right.get(line).unwrap_or_default().trim_end();
                self.push(&row, row.below, text, "");
            }
        }
    }

    fn push(&mut self, row: &Row<'_>, guide: &str, left: &str, right: &str) {
        self.rows.push(OutlineRow {
            guide: guide.to_owned(),
            left: left.to_owned(),
            right: right.to_owned(),
            column: COLUMN,
            leads: row.leads,
            is_unit: row.is_unit && !left.is_empty(),
        });
    }
}
