//! What users may set, from the embedded files and from their own.

mod keymap;
mod palette;
mod settings;
mod theme;
