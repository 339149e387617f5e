//! The built binary as a process: its output, its exit codes, its terminal.
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
#![cfg(unix)]

mod brief_cli;
mod cli;
mod hostile;
mod keyboard;
mod progress;
mod pty;
mod study_process;

#[path = "../support"]
mod support {
    pub(crate) mod generate;
    pub(crate) mod pty;
}
