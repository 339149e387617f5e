//! What a step costs, in time and in bytes, on a small model and on one of 100,000 entries.
//!
//! `cargo bench --bench frame` has criterion measure the move and the frame, then compares every kind
//! of step side by side; `... -- steps` does the latter alone. Fails when a move writes too much.
//! `... -- walk` tells what every move through the built-in model writes.
#![allow(
    clippy::allow_attributes,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark tells what it finds, and stops where it cannot"
)]

#[path = "../tests/support/generate.rs"]
mod generate;
#[path = "frame/show.rs"]
mod show;
#[path = "../tests/support/stage.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod stage;
#[path = "frame/step.rs"]
mod step;
#[path = "frame/walk.rs"]
mod walk;

use std::process::ExitCode;

use criterion::{BenchmarkId, Criterion};
use senryaku::env::Env;

use show::Show;

const SIZE: (u16, u16) = (200, 60);
const SMALL: usize = 500;
const LARGE: usize = 100_000;

/// A move of the selection must write fewer bytes than this.
const MOST: usize = 2_500;

fn main() -> ExitCode {
    if std::env::args().any(|word| word == "walk") {
        walk::through(&stage::env(stage::JAPAN, SIZE, "terminal"), MOST);
        return ExitCode::SUCCESS;
    }
    let models = [SMALL, LARGE].map(|entries| {
        let env = stage::env(&generate::model(entries), SIZE, "terminal");
        println!("{entries} entries asked for, {} made", env.strategy.len());
        env
    });
    if std::env::args().all(|word| word != "steps") {
        let mut criterion = Criterion::default().configure_from_args();
        measure(&mut criterion, &models);
        criterion.final_summary();
    }
    let most = step::compare(&models);
    println!("the most that a move wrote: {most} bytes; less than {MOST} is wanted");
    ExitCode::from(u8::from(most >= MOST))
}

fn measure(criterion: &mut Criterion, models: &[Env]) {
    for (name, keys) in [("frame", [""; 2]), ("move", ["j", "k"])] {
        let mut group = criterion.benchmark_group(name);
        for env in models {
            let mut show = Show::new(env, "2");
            let id = BenchmarkId::from_parameter(env.strategy.len());
            group.bench_function(id, |bencher| {
                bencher.iter(|| keys.map(|key| show.keys(key).len()));
            });
        }
        group.finish();
    }
}
