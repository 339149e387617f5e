//! The command line as a user meets it: the built binary, its output, its exit codes.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

#[path = "cli/files.rs"]
mod files;
#[path = "cli/home.rs"]
mod home;
#[path = "cli/pages.rs"]
mod pages;
#[path = "cli/reading.rs"]
mod reading;
#[path = "cli/usage.rs"]
mod usage;
#[path = "cli/writing.rs"]
mod writing;
