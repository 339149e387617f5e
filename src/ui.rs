//! Widgets without state: each draws what it is given and remembers nothing.

pub mod glyph;
