//! The characters that are drawn, in two sets: box drawing, and plain ASCII.

/// A set of characters to draw with; each is one cell wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// The rule of a header.
    pub rule: &'static str,
    /// The rule of the focused header.
    pub rule_focused: &'static str,
    /// Between two columns.
    pub column: &'static str,
    /// Before the selected row.
    pub pointer: &'static str,
    /// Before a row that has more inside.
    pub shut: &'static str,
    /// Before a row whose inside is shown.
    pub open: &'static str,
    /// A milestone whose day or month is known, and one of which the year alone is known.
    pub milestone: [&'static str; 2],
    /// An event.
    pub dot: &'static str,
    /// Something was cut off.
    pub more: &'static str,
    /// Between the parts of a line.
    pub between: &'static str,
    /// Down a level, in a breadcrumb.
    pub into: &'static str,
    /// The thumb of a scroll bar.
    pub thumb: &'static str,
    /// The track of a scroll bar.
    pub track: &'static str,
    /// The corners of a frame: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// The sides of a frame: across, down.
    pub sides: [&'static str; 2],
    /// From a line to a name at its right, and from a name to a line at its right.
    pub bends: [&'static str; 2],
    /// A year on an axis.
    pub tick: &'static str,
    /// Where a line crosses an axis.
    pub cross: &'static str,
    /// A line of a tree with more below it: the corner is the last's.
    pub tee: &'static str,
    /// A piece of a column in a chart.
    pub block: &'static str,
    /// A gap in time.
    pub gap: &'static str,
}

impl Glyphs {
    /// The mark of a milestone, by whether more than its year is known.
    pub const fn milestone_of(&self, is_known: bool) -> &'static str {
        let [known, year_alone] = self.milestone;
        if is_known { known } else { year_alone }
    }

    /// With box-drawing characters.
    pub const BOX: Self = Self {
        rule: "─",
        rule_focused: "━",
        column: "│",
        pointer: "▌",
        shut: "▸",
        open: "▾",
        milestone: ["◆", "◇"],
        dot: "·",
        more: "…",
        between: "·",
        into: "›",
        thumb: "┃",
        track: "│",
        corners: ["╭", "╮", "╰", "╯"],
        sides: ["─", "│"],
        bends: ["┌", "┘"],
        tick: "┴",
        cross: "┼",
        tee: "├",
        block: "█",
        gap: "┊",
    };

    /// With ASCII alone.
    pub const ASCII: Self = Self {
        rule: "-",
        rule_focused: "=",
        column: "|",
        pointer: ">",
        shut: "+",
        open: "-",
        milestone: ["@", "o"],
        dot: ".",
        more: "~",
        between: "-",
        into: ">",
        thumb: "#",
        track: "|",
        corners: ["+", "+", "+", "+"],
        sides: ["-", "|"],
        bends: ["+", "+"],
        tick: "|",
        cross: "+",
        tee: "|",
        block: "#",
        gap: ":",
    };
}
