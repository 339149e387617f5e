//! Whole processes over the same lines: a filter with our core against `fzf --filter` and, where
//! it is installed, `sk --filter`.
//!
//! `cargo bench --bench filter -- [LINES]`; without a number 1,000,000 phrases. With `--filter
//! QUERY` it is that filter: lines from standard input, those that match to standard output, best
//! first.
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

#[path = "search/corpus.rs"]
#[allow(dead_code, reason = "shared with another benchmark")]
mod corpus;

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use corpus::Corpus;
use senryaku::search::{Filter, Lines};

const QUERIES: [&str; 4] = ["s", "share", "secrity", "zzqx"];
const ROUNDS: usize = 9;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, query, ..] = arguments.as_slice()
        && flag == "--filter"
    {
        return filter(query);
    }
    let count = arguments
        .iter()
        .find_map(|word| word.parse().ok())
        .unwrap_or(1_000_000);
    compare(count)
}

/// What a filter does in a pipe.
fn filter(query: &str) -> io::Result<()> {
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    let lines = Lines::of(&text);
    let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
    let never = AtomicBool::new(false);
    let mut filter = Filter::new(usize::MAX);
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let original: Vec<&str> = text.lines().collect();
    if let Some(best) = filter.find(&lines, &words, &never) {
        for &(line, _) in &best.lines {
            writeln!(out, "{}", original[line])?;
        }
    }
    out.flush()
}

fn compare(count: usize) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("lines");
    let mut file = BufWriter::new(File::create(&path)?);
    for line in Corpus::Phrases.lines(count) {
        writeln!(file, "{line}")?;
    }
    file.flush()?;
    let own = std::env::current_exe()?;
    let programs = [
        ("senryaku", own.as_path()),
        ("fzf", Path::new("fzf")),
        ("sk", Path::new("sk")),
    ];
    println!("\n{count} phrases, whole processes, ms, median of {ROUNDS}");
    for query in QUERIES {
        let mut times = [const { Vec::new() }; 3];
        for _ in 0..ROUNDS {
            for ((_, program), times) in programs.iter().zip(&mut times) {
                times.extend(run(program, query, &path)?);
            }
        }
        let medians = times.map(|mut each| {
            each.sort_by(f64::total_cmp);
            each.get(each.len() / 2).copied()
        });
        print!("{query:<10}");
        for ((name, _), median) in programs.iter().zip(medians) {
            match (median, medians[0]) {
                (Some(median), Some(ours)) => {
                    print!("  {name} {median:.0} (ours is {:.2} of it)", ours / median);
                }
                _ => print!("  {name} is not installed"),
            }
        }
        println!();
    }
    Ok(())
}

/// How long a program takes to filter the lines, in milliseconds; nothing if there is none.
fn run(program: &Path, query: &str, lines: &Path) -> io::Result<Option<f64>> {
    let mut command = Command::new(program);
    command
        .args(["--filter", query])
        .stdin(File::open(lines)?)
        .stdout(Stdio::null());
    let began = Instant::now();
    match command.status() {
        Ok(_) => Ok(Some(began.elapsed().as_secs_f64() * 1000.0)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
