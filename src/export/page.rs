//! A page of plain text under construction: wrapped, indented, in columns.

use super::words::Words;
use crate::text::wrap::width;

/// What text is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Cells in a line.
    pub cells: usize,
    /// Whether headings may be bold and labels dim, by the escape sequences of a terminal.
    pub styled: bool,
    /// Whether a row of a list keeps to one line however long it is, for programs that read lines.
    pub rows_unbroken: bool,
}

/// How a stretch of text stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Strong,
    Quiet,
}

/// The text so far.
#[derive(Debug)]
pub(super) struct Page {
    paper: Paper,
    text: String,
}

impl Page {
    /// The narrowest column that text is still wrapped into.
    const NARROWEST: usize = 16;

    pub(super) const fn new(paper: Paper) -> Self {
        Self {
            paper,
            text: String::new(),
        }
    }

    /// The page as it stands.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// An empty line, unless one is there or nothing is above it.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A heading with an empty line above it.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.lines(0, text, Tone::Strong);
    }

    /// A paragraph; every line of it is indented.
    pub(super) fn lines(&mut self, indent: usize, text: impl Into<Words>, tone: Tone) {
        for line in text.into().lines(self.room(indent)) {
            self.text.extend(std::iter::repeat_n(' ', indent));
            self.say(line, tone);
            self.text.push('\n');
        }
    }

    /// A label in a column, and text beside it whose further lines stay in its column. A label too
    /// wide for the column keeps a line to itself.
    pub(super) fn row(
        &mut self,
        indent: usize,
        label: &str,
        column: usize,
        text: impl Into<Words>,
    ) {
        let taken = width(label);
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.say(label, Tone::Quiet);
        let left = indent + column + 2;
        let mut at = indent + taken;
        if taken > column {
            self.text.push('\n');
            at = 0;
        }
        for line in text.into().lines(self.room(left)) {
            self.text
                .extend(std::iter::repeat_n(' ', left.saturating_sub(at)));
            self.text.push_str(line);
            self.text.push('\n');
            at = 0;
        }
    }

    /// An entry of a list: its id in a column, and the text beside it.
    pub(super) fn item(&mut self, indent: usize, id: &str, column: usize, text: &str) {
        if self.paper.rows_unbroken {
            let gap = (column + 2).saturating_sub(width(id)).max(2);
            self.text.extend(std::iter::repeat_n(' ', indent));
            self.say(id, Tone::Quiet);
            self.text.extend(std::iter::repeat_n(' ', gap));
            self.text.push_str(text);
            self.text.push('\n');
        } else {
            self.row(indent, id, column, text);
        }
    }

    /// A line that is never broken, such as an address that is to be copied.
    pub(super) fn unbroken(&mut self, indent: usize, text: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.say(text, Tone::Quiet);
        self.text.push('\n');
    }

    fn room(&self, left: usize) -> usize {
        self.paper.cells.saturating_sub(left).max(Self::NARROWEST)
    }

    fn say(&mut self, text: &str, tone: Tone) {
        let code = match tone {
            _ if !self.paper.styled || text.is_empty() => "",
            Tone::Plain => "",
            Tone::Strong => "\u{1b}[1m",
            Tone::Quiet => "\u{1b}[2m",
        };
        self.text.push_str(code);
        self.text.push_str(text);
        if !code.is_empty() {
            self.text.push_str("\u{1b}[0m");
        }
    }
}

/// The width of a column that holds most labels: the widest of them, within a limit.
pub(super) fn column<'a>(labels: impl Iterator<Item = &'a str>, limit: usize) -> usize {
    labels.map(width).max().unwrap_or(0).min(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAPER: Paper = Paper {
        cells: 30,
        styled: false,
        rows_unbroken: false,
    };

    #[test]
    fn further_lines_of_a_row_stay_in_its_column() {
        let mut page = Page::new(PAPER);
        page.row(2, "serves", 8, "Socio-economic vitality of all");
        assert_eq!(
            page.finish(),
            "  serves    Socio-economic\n            vitality of all\n"
        );
    }

    #[test]
    fn a_label_wider_than_its_column_takes_a_line_of_its_own() {
        let mut page = Page::new(PAPER);
        page.row(0, "has its capacity built by", 8, "ASEAN");
        assert_eq!(
            page.finish(),
            "has its capacity built by\n          ASEAN\n"
        );
    }

    #[test]
    fn an_item_keeps_to_one_line_for_programs() {
        let mut page = Page::new(Paper {
            rows_unbroken: true,
            ..PAPER
        });
        page.item(2, "nisc-2015", 12, "Incident readiness and strategy");
        assert_eq!(
            page.finish(),
            "  nisc-2015     Incident readiness and strategy\n"
        );
    }

    #[test]
    fn escape_sequences_are_written_only_when_styled() {
        let mut plain = Page::new(PAPER);
        plain.heading("Links");
        assert_eq!(plain.finish(), "Links\n");
        let mut styled = Page::new(Paper {
            styled: true,
            ..PAPER
        });
        styled.heading("Links");
        assert_eq!(styled.finish(), "\u{1b}[1mLinks\u{1b}[0m\n");
    }
}
