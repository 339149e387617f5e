//! The strategy as Markdown.
