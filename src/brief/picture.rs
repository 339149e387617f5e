//! What a picture shows, before anybody knows how large the screen is.

use crate::date::Date;
use crate::model::EntryId;

/// A picture of a step.
#[derive(Clone, Debug)]
pub enum Picture {
    /// Which of these has to do with which of those.
    Matrix(Matrix),
    /// What happened when.
    Ribbon(Ribbon),
    /// Who answers to whom.
    Chart(Chart),
}

/// A name at the side of a picture.
#[derive(Clone, Debug)]
pub struct Label {
    /// The number of a pillar; empty for none.
    pub number: String,
    /// The name.
    pub name: String,
    /// What it is about, where there is room to say so.
    pub summary: String,
    /// The entry.
    pub entry: EntryId,
}

/// Rows and columns, with a mark where the two have to do with each other.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// What stands over the columns.
    pub columns: Vec<Label>,
    /// The rows, in order.
    pub rows: Vec<MatrixRow>,
    /// The words before the numbers of marks in each column, where those are counted.
    pub counted: Option<&'static str>,
    /// What a star means, where one stands.
    pub star: Option<&'static str>,
    /// What the words to the right of the rows are; empty for none.
    pub beside: &'static str,
    /// Whether the columns are named below the rows rather than above, where the screen is narrow.
    pub names_below: bool,
}

/// A row of a matrix.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// What it is about.
    pub label: Label,
    /// A mark for each column, or none.
    pub marks: Vec<Option<Mark>>,
    /// Words to its right, where there is room.
    pub beside: String,
}

/// A mark in a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The number of the pillar.
    pub number: String,
    /// Whether it is the author's reading rather than the source's word.
    pub is_ours: bool,
}

impl Mark {
    /// `5`, or `5*`.
    pub fn text(&self) -> String {
        let star = if self.is_ours { "*" } else { "" };
        format!("{}{star}", self.number)
    }
}

impl MatrixRow {
    /// Whether nothing is marked.
    pub fn is_bare(&self) -> bool {
        self.marks.iter().all(Option::is_none)
    }

    /// `5*, 6*`: its marks as a list.
    pub fn list(&self) -> String {
        let marks: Vec<String> = self.marks.iter().flatten().map(Mark::text).collect();
        marks.join(", ")
    }
}

/// Events on a line of time.
#[derive(Clone, Debug)]
pub struct Ribbon {
    /// In order of time; at least one.
    pub flags: Vec<Flag>,
    /// From when to when the strategy is in force, as far as that is known.
    pub in_force: Option<(Date, Date)>,
    /// The first date that the line must hold.
    pub first: Date,
    /// The last date that the line must hold.
    pub last: Date,
    /// What a star means, where one stands.
    pub star: Option<&'static str>,
}

/// An event on a ribbon.
#[derive(Clone, Debug)]
pub struct Flag {
    /// When.
    pub date: Date,
    /// The date as it is read, with a star where it has a caveat.
    pub when: String,
    /// What.
    pub name: String,
    /// The event.
    pub entry: EntryId,
}

/// A body with those around it: what it reports to above, who works with it beside, members below.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The body in the middle.
    pub centre: ChartBox,
    /// What it reports to.
    pub above: Option<ChartBox>,
    /// Bodies joined to it, to its left.
    pub beside: Vec<ChartBox>,
    /// Who sits on it, in words.
    pub members: Option<Members>,
}

/// A body in a chart.
#[derive(Clone, Debug)]
pub struct ChartBox {
    /// The body.
    pub entry: EntryId,
    /// Its name.
    pub name: String,
    /// Who heads it, and where it sits.
    pub lines: Vec<ChartLine>,
    /// What stands on the line to the middle, read from left to right or from below.
    pub verb: String,
    /// The point it comes with.
    pub point: usize,
}

/// A line in the box of a body.
#[derive(Clone, Debug)]
pub struct ChartLine {
    /// `head`, `deputy`, `in`; empty for a line that goes on.
    pub label: &'static str,
    /// A name, or an office.
    pub text: String,
    /// The entry that it names.
    pub entry: EntryId,
    /// Whether it is the first to go where there is little room.
    pub is_extra: bool,
}

/// Those who sit on a body.
#[derive(Clone, Debug)]
pub struct Members {
    /// Their names in one text.
    pub text: String,
    /// How many there are, where the names have no room.
    pub count: usize,
    /// The point they come with.
    pub point: usize,
    /// The entries.
    pub entries: Vec<EntryId>,
    /// The same as boxes, where there is room for one each.
    pub boxes: Vec<ChartBox>,
}
