//! Colours and modifiers by what they mean. The only file that names a colour.

use ratatui::style::Style;

use crate::model::Report;

/// One style for each meaning on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Under everything: the ground of the whole screen.
    pub ground: Style,
    /// Running text.
    pub text: Style,
    /// What supports the text: counts, gaps, readings, rules.
    pub dim: Style,
    /// The bar at the top.
    pub bar: Style,
    /// The name of the strategy in the bar.
    pub bar_title: Style,
    /// The status in the bar when the strategy is not in force.
    pub bar_warning: Style,
    /// The header of a pane.
    pub header: Style,
    /// The header of the focused pane.
    pub header_focused: Style,
    /// The rule beside a header, and between panes.
    pub rule: Style,
    /// The rule of the focused pane.
    pub rule_focused: Style,
    /// The selected row of the focused pane.
    pub selected: Style,
    /// The selected row of another pane.
    pub selected_away: Style,
    /// The name of an entry as the heading of its page.
    pub title: Style,
    /// A heading inside a page or a pane.
    pub heading: Style,
    /// A name in its own language, and its reading.
    pub original: Style,
    /// A verb before the entry it leads to.
    pub verb: Style,
    /// An entry that can be followed.
    pub link: Style,
    /// A cite marker.
    pub cite: Style,
    /// The word before a caveat, and that text.
    pub caveat: Style,
    /// A milestone.
    pub milestone: Style,
    /// A date.
    pub date: Style,
    /// Characters that a search matched.
    pub mark: Style,
    /// A key in a hint or in help.
    pub key: Style,
    /// What a key does.
    pub hint: Style,
    /// A notice that all went well.
    pub notice: Style,
    /// A notice that something failed.
    pub error: Style,
    /// The frame of an overlay.
    pub frame: Style,
    /// The speaker's notes.
    pub note: Style,
}

impl Theme {
    /// The embedded themes, the default first.
    pub const NAMES: &'static [&'static str] = &["terminal", "ai", "washi", "contrast", "mono"];

    /// An embedded theme.
    pub fn named(_name: &str) -> Option<Self> {
        todo!("H-config")
    }

    /// A theme of the user's own: an embedded one, patched.
    ///
    /// # Errors
    /// A report when the file does not read, or names a style or colour that does not exist.
    pub fn patched(_name: &str, _text: &str) -> Result<Self, Box<Report>> {
        todo!("H-config")
    }
}
