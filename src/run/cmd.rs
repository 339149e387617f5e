//! The commands, a file each.

pub(super) mod ask;
pub(super) mod brief;
pub(super) mod check;
pub(super) mod completions;
pub(super) mod explore;
pub(super) mod export;
pub(super) mod find;
pub(super) mod links;
pub(super) mod man;
pub(super) mod mine;
pub(super) mod models;
pub(super) mod new;
pub(super) mod paths;
pub(super) mod show;
pub(super) mod study;
