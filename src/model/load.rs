//! From bytes to a strategy: parse, check, index.

use super::{Report, Strategy};

/// The largest model read, in bytes: 256 MiB.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// A strategy, and the advice for its author.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The strategy.
    pub strategy: Strategy,
    /// Advice; no errors.
    pub report: Report,
}

/// Loads a model. `name` is how messages call the file.
///
/// # Errors
/// A report with at least one error, when the text is no model.
pub fn load(_name: &str, _bytes: Vec<u8>) -> Result<Loaded, Box<Report>> {
    todo!("H-model")
}
