//! Colours and modifiers by what they mean. The only file that names a colour.

mod color;
mod depth;
mod file;
mod styles;

pub use depth::ColorDepth;
pub use styles::Theme;

use ratatui::style::Style;

use crate::model::Report;

const EMBEDDED: [(&str, &str); 5] = [
    ("terminal", include_str!("../../data/themes/terminal.ron")),
    ("ai", include_str!("../../data/themes/ai.ron")),
    ("washi", include_str!("../../data/themes/washi.ron")),
    ("contrast", include_str!("../../data/themes/contrast.ron")),
    ("mono", include_str!("../../data/themes/mono.ron")),
];

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
    pub const STYLES: &'static [&'static str] = &styles::NAMES;

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
        styles::get(name).map(|(of, _)| of(self))
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
                .regrounded(&Self::named("mono").unwrap_or_default()),
        }
    }
}
