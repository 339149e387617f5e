//! The shell: the only code that touches the terminal, the disk and the clock.

mod session;
mod terminal;

use std::process::ExitCode;

/// The whole program.
pub fn main() -> ExitCode {
    todo!("H-shell")
}
