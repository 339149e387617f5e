//! Writes a large model to standard output: `cargo bench --bench generate -- 25000 > large.ron`.
#![allow(
    clippy::allow_attributes,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a generator writes to standard output"
)]

#[path = "../tests/support/generate.rs"]
mod generate;

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let entries = std::env::args()
        .skip(1)
        .find_map(|word| word.parse().ok())
        .unwrap_or(25_000);
    io::stdout()
        .lock()
        .write_all(generate::model(entries).as_bytes())
}
