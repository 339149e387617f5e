//! What needs no process of its own: one binary, so that the crate is linked once.

mod brief;
mod circles;
mod config;
mod data;
mod filter;
mod frame;
mod frozen;
mod journeys;
mod layers;
mod model;
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
