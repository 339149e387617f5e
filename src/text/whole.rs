//! A text that others are parts of, such as a file: kept once, however many share it.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A whole text. Cheap to clone.
#[derive(Clone)]
pub enum Whole {
    /// Part of the program.
    Static(&'static str),
    /// Kept as long as a part of it is.
    Shared(Arc<String>),
}

impl Deref for Whole {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl From<String> for Whole {
    fn from(text: String) -> Self {
        Self::Shared(Arc::new(text))
    }
}

impl From<&str> for Whole {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Debug for Whole {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, out)
    }
}
