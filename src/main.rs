//! The binary: everything it does is in [`senryaku::run`].

use std::process::ExitCode;

fn main() -> ExitCode {
    senryaku::run::main()
}
