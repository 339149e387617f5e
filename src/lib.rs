//! A terminal explorer for a national strategy: one model, read in panes, on paper and aloud.
//!
//! The modules below stand in layers. Each block may use the blocks above it and nothing else,
//! never a sibling; `tests/layers.rs` reads this file and holds the code to it.

// 1. Leaves: what the user means, what a date is, what a text is.
pub mod action;
pub mod date;
pub mod text;

// 2. The strategy itself.
pub mod model;

// 3. What is made of a strategy, without a screen.
pub mod brief;
pub mod config;
pub mod export;
pub mod search;
pub mod study;

// 4. Widgets without state.
pub mod ui;

// 5. What a screen may read, and what it may ask for.
pub mod effect;
pub mod env;

// 6. Screens and overlays.
pub mod screen;

// 7. The stack of screens.
pub mod app;

// 8. The command line, as types.
pub mod cli;

// 9. The only impure code: terminal, files, standard streams.
pub mod run;
