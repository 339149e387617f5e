//! Widgets without state: each draws what it is given and remembers nothing.

pub mod bar;
pub mod chart;
pub mod field;
pub mod frame;
pub mod glyph;
pub mod layout;
pub mod page;
pub mod paint;
pub mod pane;
pub mod ribbon;
pub mod scroll;
