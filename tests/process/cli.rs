//! The command line as a user meets it: the built binary, its output, its exit codes.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod files;
mod home;
mod pages;
mod reading;
mod usage;
mod writing;
