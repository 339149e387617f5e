//! The built binary as a process: its output, its exit codes, its terminal.
#![cfg(unix)]

mod brief_cli;
mod cli;
mod hostile;
mod progress;
mod pty;
mod study_process;

#[path = "../support"]
mod support {
    pub(crate) mod generate;
    pub(crate) mod pty;
}
