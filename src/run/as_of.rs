//! The time of a view that the command line asks for, for the strategy at hand.

use super::failure::{Failure, tell};
use super::today::today;
use crate::cli::Global;
use crate::model::{AsOf, Strategy};

/// The time of `--as-of`; without it every time.
pub(super) fn chosen(global: &Global, strategy: &Strategy) -> Result<AsOf, Failure> {
    let Some(choice) = global.as_of else {
        return Ok(AsOf::All);
    };
    let meta = &strategy.meta;
    let as_of = choice
        .resolve(meta, today())
        .map_err(|error| Failure::usage(format!("`--as-of adopted` has no day: {error}")))?;
    if let Some(known) = as_of.known_only_to(meta) {
        tell(&format!("note: as known on {known}"));
    }
    Ok(as_of)
}
