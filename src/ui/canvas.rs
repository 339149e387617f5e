//! What widgets draw on and with: the cells of the screen, the styles and the characters.

use ratatui::buffer::Buffer;

use super::glyph::Glyphs;
use crate::config::Theme;

/// The cells of a frame, with the look that everything on it shares.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The cells.
    pub buf: &'a mut Buffer,
    /// Styles.
    pub theme: &'a Theme,
    /// Characters to draw with.
    pub glyphs: &'a Glyphs,
}
