//! How the parts of a step look.

use ratatui::style::{Modifier, Style};

use crate::brief::Role;
use crate::config::Theme;

/// The style of what a block says.
pub(super) fn text(theme: &Theme, role: Role) -> Style {
    match role {
        Role::Title => theme.title,
        Role::Original => theme.original,
        Role::Heading => theme.heading,
        Role::Warning => theme.caveat.add_modifier(Modifier::BOLD),
        _ => theme.text,
    }
}

/// The style of its label.
pub(super) fn label(theme: &Theme, role: Role) -> Style {
    match role {
        Role::Point => theme.date,
        Role::Caveat | Role::Warning => theme.caveat,
        _ => theme.verb,
    }
}

/// The style of what stands beside it.
pub(super) fn aside(theme: &Theme, text: &str) -> Style {
    if text.trim_start().starts_with('[') {
        theme.cite
    } else {
        theme.dim
    }
}
