//! The pane of principles, instruments, claims and terms.

use super::row::{self, Row};
use crate::model::{Kind, Strategy};

/// Each kind under its heading, in the order of the file.
pub(super) fn rows(strategy: &Strategy) -> Vec<Row> {
    row::by_kind(
        strategy,
        &[Kind::Principle, Kind::Instrument, Kind::Claim, Kind::Term],
    )
}
