//! What needs no process of its own: one binary, so that the crate is linked once.
#![allow(
    clippy::allow_attributes,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod as_of;
mod ask;
mod brief;
mod circles;
mod config;
mod course;
mod data;
mod fair;
mod filter;
mod format;
mod frame;
mod journeys;
mod json;
mod layers;
mod meaning;
mod model;
mod notation;
mod organisation;
mod plan;
mod queries;
mod reader;
mod readme;
mod screens;
mod search;
mod sizes;
mod study;
mod study_screen;
mod text;
mod time;
mod waiting;

#[path = "../support"]
mod support {
    pub(crate) mod generate;
    pub(crate) mod models;
    pub(crate) mod stage;
    pub(crate) mod svg;
}
