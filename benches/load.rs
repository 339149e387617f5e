//! Loading a model against the least that reading its text can cost: `cargo bench --bench load`.
//!
//! `ENTRIES=100000` sets the size of the generated model. Beside the measurements of each way, the
//! ratio of the two is told, taken in turns so that a busy machine slows both; and how much memory
//! a process takes that does nothing but load the text.
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
#[path = "support/plain.rs"]
mod plain;

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use criterion::{BatchSize, Criterion, Throughput};
use plain::Model;
use senryaku::model::{Loaded, load, load_builtin};

const JAPAN: &str = include_str!("../data/japan-2021.ron");

/// Entries of the generated model when nothing else is said.
const ENTRIES: usize = 10_000;

/// How often the two ways take turns.
const TURNS: usize = 11;

/// The file to load in a process of its own.
const ALONE: &str = "SENRYAKU_LOAD_ALONE";

fn main() {
    if let Some(path) = env::var_os(ALONE) {
        let loaded = ours(fs::read(path).expect("the file is there"));
        println!("{}", peak());
        drop(loaded);
        return;
    }
    let entries = env::var("ENTRIES").ok();
    let entries = entries
        .and_then(|text| text.parse().ok())
        .unwrap_or(ENTRIES);
    let text = generate::model(entries);
    let mut criterion = Criterion::default().configure_from_args();
    let generated = format!("{entries} entries");
    side_by_side(&mut criterion, "built-in", JAPAN, || JAPAN, built_in);
    let bytes = || text.as_bytes().to_vec();
    side_by_side(&mut criterion, &generated, &text, bytes, ours);
    criterion.final_summary();
    ratio("built-in", JAPAN, || JAPAN, built_in);
    ratio(&generated, &text, bytes, ours);
    memory(&text);
}

/// Loads the bytes of a file as the program does.
fn ours(bytes: Vec<u8>) -> Loaded {
    load("bench.ron", bytes).unwrap_or_else(|report| panic!("{}", report.render(false, true)))
}

/// Loads the built-in model as the program does.
fn built_in(text: &'static str) -> Loaded {
    load_builtin("jp-2021", text).unwrap_or_else(|report| panic!("{}", report.render(false, true)))
}

fn bare(text: &str) -> Model {
    ron::from_str(text).expect("the model is sound")
}

fn side_by_side<T>(
    criterion: &mut Criterion,
    name: &str,
    text: &str,
    prepare: impl Fn() -> T,
    load: impl Fn(T) -> Loaded,
) {
    let mut group = criterion.benchmark_group(format!("load/{name}"));
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(10);
    group.bench_function("senryaku", |bencher| {
        bencher.iter_batched(&prepare, &load, BatchSize::PerIteration);
    });
    group.bench_function("ron::from_str", |bencher| {
        bencher.iter_with_large_drop(|| bare(text));
    });
    group.finish();
}

/// Takes turns, and compares the medians.
fn ratio<T>(name: &str, text: &str, prepare: impl Fn() -> T, load: impl Fn(T) -> Loaded) {
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..TURNS {
        let prepared = prepare();
        let [loads, reads] = &mut times;
        loads.push(timed(|| load(prepared)));
        reads.push(timed(|| bare(text)));
    }
    let [loads, reads] = times.map(median);
    println!(
        "{name}: {:.2} MB; loads in {loads:.3?}, ron::from_str in {reads:.3?}, ratio {:.2}",
        text.len() as f64 / 1e6,
        loads.as_secs_f64() / reads.as_secs_f64()
    );
}

/// How long it takes, without the drop of what is made.
fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    let made = black_box(work());
    let took = began.elapsed();
    drop(made);
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Loads in a process of its own, which then tells the most memory it ever had.
fn memory(text: &str) {
    let file = tempfile::NamedTempFile::new().expect("a file for the text");
    fs::write(file.path(), text).expect("the text is written");
    let child = Command::new(env::current_exe().expect("a path"))
        .env(ALONE, file.path())
        .output()
        .expect("the bench runs itself");
    let told = String::from_utf8_lossy(&child.stdout);
    match told.trim().parse::<u64>() {
        Ok(peak) if peak > 0 => println!(
            "memory: {:.1} MB at its peak for a text of {:.1} MB, ratio {:.2}",
            peak as f64 / 1e6,
            text.len() as f64 / 1e6,
            peak as f64 / text.len() as f64
        ),
        _ => println!("memory: not known on this system"),
    }
}

/// The most memory that this process ever had, in bytes; 0 where it is not told.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|rest| rest.trim().split(' ').next()?.parse::<u64>().ok());
    kibibytes.unwrap_or_default() * 1024
}
