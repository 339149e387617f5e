//! The pane of threats and of what they threaten.

use super::row::{self, Row};
use crate::model::{Kind, Strategy};

/// Each kind under its heading, in the order of the file.
pub(super) fn rows(strategy: &Strategy) -> Vec<Row> {
    row::by_kind(strategy, &[Kind::Threat, Kind::Asset])
}
