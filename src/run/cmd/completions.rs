//! `senryaku completions`: a script for a shell, made from the command line itself.

use clap_complete::generate;

use crate::cli::{self, CompletionsArgs, Global};
use crate::run::failure::Outcome;
use crate::run::out::Out;

pub(crate) fn run(global: &Global, args: &CompletionsArgs) -> Outcome {
    // Into memory first: the generator panics when its stream fails.
    let mut script = Vec::new();
    generate(args.shell, &mut cli::command(), "senryaku", &mut script);
    let mut out = Out::new(global);
    out.text(&String::from_utf8_lossy(&script))?;
    out.finish(0)
}
