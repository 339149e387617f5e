//! Colours and modifiers by what they mean. The only file that names a colour.

mod color;
mod depth;
mod fields;
mod file;

pub use depth::ColorDepth;

use ratatui::style::Style;

use crate::model::Report;

const EMBEDDED: [(&str, &str); 5] = [
    ("terminal", include_str!("../../data/themes/terminal.ron")),
    ("ai", include_str!("../../data/themes/ai.ron")),
    ("washi", include_str!("../../data/themes/washi.ron")),
    ("contrast", include_str!("../../data/themes/contrast.ron")),
    ("mono", include_str!("../../data/themes/mono.ron")),
];

/// One style for each meaning on screen.
///
/// Each holds only what it changes, so a style is patched over what lies below: the ground first,
/// then runs of text, then [`Theme::selected`] over the whole row, then [`Theme::mark`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    #[expect(
        clippy::indexing_slicing,
        reason = "the compiler itself evaluates this"
    )]
    pub const NAMES: &'static [&'static str] = &{
        let mut names = [""; EMBEDDED.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = EMBEDDED[at].0;
            at += 1;
        }
        names
    };

    /// The name of every style, as a theme file writes it.
    pub const STYLES: &'static [&'static str] = &fields::NAMES;

    /// An embedded theme.
    pub fn named(name: &str) -> Option<Self> {
        let (name, text) = EMBEDDED.iter().find(|(each, _)| *each == name)?;
        let bare = Self {
            name: (*name).to_owned(),
            ..Self::default()
        };
        // A test proves that every embedded file reads.
        Some(file::read(name, text, bare.clone()).unwrap_or(bare))
    }

    /// A theme of the user's own: an embedded one, patched. Its name is that of the file without
    /// `.ron`.
    ///
    /// # Errors
    /// A report when the file does not read, or names a style or colour that does not exist.
    pub fn patched(name: &str, text: &str) -> Result<Self, Box<Report>> {
        file::read(name, text, Self::named("terminal").unwrap_or_default())
    }

    /// The style with a name of [`Theme::STYLES`].
    pub fn style(&self, name: &str) -> Option<Style> {
        fields::get(name).map(|(of, _)| of(self))
    }

    /// The same theme in the colours that a terminal has. Without any it is the theme `mono`, in
    /// which what was said by a background is said by other means.
    #[must_use]
    pub fn limited(self, colors: ColorDepth) -> Self {
        match colors {
            ColorDepth::True => self,
            ColorDepth::None => Self::named("mono").unwrap_or_default(),
            ColorDepth::Indexed => self.recolored(|color| depth::limited(color, colors)),
            ColorDepth::Sixteen => self
                .recolored(|color| depth::limited(color, colors))
                .regrounded(),
        }
    }
}
