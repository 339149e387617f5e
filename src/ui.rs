//! Widgets: each draws what it is given and remembers nothing. The one state here is that of a
//! list, which every screen with rows has.

pub mod bar;
pub mod canvas;
pub mod field;
pub mod frame;
pub mod glyph;
pub mod layout;
pub mod letters;
pub mod list;
pub mod page;
pub mod paint;
pub mod pane;
pub mod ribbon;
pub mod scroll;
