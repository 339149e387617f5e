//! Loads the built-in model while the program is built: what is wrong with it ends the build, and
//! nothing of it has to be parsed or checked when the program starts.

#![expect(clippy::print_stderr, reason = "who builds is told what is wrong")]

pub mod date;
pub mod duration;
pub mod model;
pub mod text;

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const MODEL: &str = "data/japan-2021.ron";

/// What the result follows from.
const READ: &[&str] = &[
    MODEL,
    "src/build.rs",
    "src/date.rs",
    "src/duration.rs",
    "src/model.rs",
    "src/model",
    "src/text.rs",
    "src/text",
];

fn main() -> ExitCode {
    for path in READ {
        println!("cargo::rerun-if-changed={path}");
    }
    match freeze() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Leaves the model where `src/run/builtin.rs` takes it from.
fn freeze() -> Result<(), Box<dyn Error>> {
    let report = |report: &model::Report| report.render(false, true);
    let loaded = model::load(MODEL, fs::read(MODEL)?).map_err(|refused| report(&refused))?;
    if !loaded.report.problems.is_empty() {
        return Err(report(&loaded.report).into());
    }
    let frozen = model::freeze(&loaded.strategy).ok_or("the model cannot be written")?;
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    fs::write(Path::new(&folder).join("japan-2021.frozen"), frozen)?;
    Ok(())
}
