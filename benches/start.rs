//! How long the first frame takes, for whole processes on a terminal; and what an idle program costs.
//!
//! `cargo bench --bench start -- [ROUNDS] [COLUMNS ROWS]` compares, `... -- idle [SECONDS]` waits.
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

#[path = "start/bare.rs"]
mod bare;
#[path = "start/idle.rs"]
mod idle;
#[path = "start/process.rs"]
mod process;

use std::env;
use std::io;
use std::time::Duration;

use process::Contestant;

/// The end of a synchronised update: the whole frame has arrived.
const END_OF_FRAME: &str = "\x1b[?2026l";

/// What `fzf` shows once it knows that its list is empty.
const EMPTY_LIST: &str = "0/0";

const ROUNDS: usize = 200;

fn main() -> io::Result<()> {
    if env::var_os(bare::ASKED).is_some() {
        return bare::draw();
    }
    let words: Vec<String> = env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let numbers: Vec<u16> = words.iter().filter_map(|word| word.parse().ok()).collect();
    if words.iter().any(|word| word == "idle") {
        let seconds = numbers.first().copied().unwrap_or(60);
        return idle::watch(Duration::from_secs(seconds.into()));
    }
    let rounds = numbers
        .first()
        .map_or(ROUNDS, |rounds| usize::from(*rounds));
    let size = match numbers.get(1..3) {
        Some([columns, rows]) => (*columns, *rows),
        _ => (80, 24),
    };
    compare(rounds.max(1), size);
    Ok(())
}

/// Lets everybody draw once a round, so that what else the machine does falls on all alike.
fn compare(rounds: usize, size: (u16, u16)) {
    let program = env!("CARGO_BIN_EXE_senryaku");
    let own = env::current_exe().unwrap();
    let mut all = vec![
        Contestant::new("bare ratatui", own, END_OF_FRAME).told(bare::ASKED),
        Contestant::new("senryaku", program, END_OF_FRAME),
        Contestant::new("senryaku on 10 entries", program, END_OF_FRAME).given(&[
            "-m",
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small.ron"),
        ]),
    ];
    match process::installed("fzf") {
        Some(path) => all.push(
            Contestant::new("fzf on an empty list", "sh", EMPTY_LIST)
                .given(&["-c", &format!("exec {} </dev/null", path.display())]),
        ),
        None => println!("fzf is not installed, and left out"),
    }
    for each in &all {
        // Once for the caches of the disk.
        each.start(size);
    }
    let mut times = vec![Vec::with_capacity(rounds); all.len()];
    for _ in 0..rounds {
        for (each, times) in all.iter().zip(&mut times) {
            times.push(each.start(size));
        }
    }
    let (columns, rows) = size;
    println!("from spawning to the whole first frame, {rounds} rounds at {columns}x{rows}:");
    let mut bare = None;
    for (each, times) in all.iter().zip(&mut times) {
        times.sort_unstable();
        let (least, median) = (times[0], times[times.len() / 2]);
        let bare = *bare.get_or_insert((least, median));
        println!(
            "{:<24} median {:>6.2} ms ({:.2} x bare), least {:>6.2} ms ({:.2} x bare)",
            each.name,
            median.as_secs_f64() * 1e3,
            median.as_secs_f64() / bare.1.as_secs_f64(),
            least.as_secs_f64() * 1e3,
            least.as_secs_f64() / bare.0.as_secs_f64(),
        );
    }
}
