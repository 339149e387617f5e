//! A terminal explorer for a national strategy: one model, read in panes, on paper and aloud.
//!
//! The modules below stand in layers. Each block may use the blocks above it and nothing else,
//! never a sibling; `tests/layers.rs` reads this file and holds the code to it.

#![cfg_attr(
    test,
    expect(
        clippy::string_slice,
        reason = "a slice off a boundary must fail the test"
    )
)]

// 1. Leaves: what the user means, what a date is, what a text is.
pub mod action;
pub mod date;
pub mod duration;
pub mod text;

// 2. The strategy itself.
pub mod model;

// 3. English said in one place.
pub mod wording;

// 4. What is made of a strategy, without a screen: these know nothing of one another.
pub mod config;
pub mod organisation;
pub mod search;

// 5. The deck, the cards, and answers to questions.
pub mod ask;
pub mod brief;
pub mod study;

// 6. Every format on paper and for other programs.
pub mod export;

// 7. Widgets without state.
pub mod ui;

// 8. What a screen may read, and what it may ask for.
pub mod effect;
pub mod env;

// 9. Screens and overlays.
pub mod screen;

// 10. The stack of screens.
pub mod app;

// 11. The command line, as types.
pub mod cli;

// 12. The only impure code: terminal, files, standard streams.
pub mod run;
