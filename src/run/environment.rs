//! What the environment says about the terminal: colours, a dumb terminal, few characters.

use std::env;

use crate::cli::When;

/// Whether text may carry escape sequences. An explicit wish beats `NO_COLOR`.
pub(super) fn is_styled(color: When, is_terminal: bool) -> bool {
    match color {
        When::Always => true,
        When::Never => false,
        When::Auto => is_terminal && !is_color_refused() && !is_dumb(),
    }
}

/// Whether `NO_COLOR` is set and not empty (<https://no-color.org>).
pub(super) fn is_color_refused() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether the terminal can do nothing but print lines.
pub(super) fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Whether the terminal is the console of Linux, whose font has few characters.
pub(super) fn is_ascii_terminal() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "linux")
}
