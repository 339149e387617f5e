//! Search engines side by side: the same lines, the same queries typed key by key, in one run.
//!
//! `cargo bench --bench search -- [LINES] [phrases|paths|titles|entries]`; without a number 100,000
//! lines. `entries` is the search of the program over whole models of so many entries.
//! The plain matcher is left out above 200,000 lines, because it would take an hour.
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

mod corpus;
mod engine;
mod entries;
#[path = "../../tests/support/generate.rs"]
mod generate;
mod times;

use corpus::Corpus;
use engine::{Engine, Frizbee, Nucleo, Ours, Plain};
use times::Times;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let count = arguments
        .iter()
        .find_map(|word| word.parse().ok())
        .unwrap_or(100_000);
    let is_named = |name: &str| arguments.iter().any(|word| word == name);
    let mut named = Corpus::ALL
        .into_iter()
        .filter(|corpus| is_named(corpus.name()));
    if is_named("entries") {
        entries::compare(count);
    } else if let Some(corpus) = named.next() {
        compare(corpus, count);
    } else {
        // Each in a process of its own, so that memory is what it takes and not what is left.
        let corpora = Corpus::ALL.map(Corpus::name);
        for name in corpora.into_iter().chain(["entries"]) {
            let own = std::env::current_exe().unwrap();
            let arguments = [count.to_string(), name.to_owned()];
            std::process::Command::new(own)
                .args(arguments)
                .status()
                .unwrap();
        }
    }
}

fn compare(corpus: Corpus, count: usize) {
    let lines = corpus.lines(count);
    let bytes: usize = lines.iter().map(String::len).sum();
    println!(
        "\n{} {} of {} bytes on average, {} queries typed key by key, ms a key",
        count,
        corpus.name(),
        bytes / count.max(1),
        corpus.queries().len()
    );
    let mut engines: Vec<(Box<dyn Engine>, Times)> = vec![
        (Box::new(Ours::new(&lines)), Times::default()),
        (Box::new(Frizbee::new(&lines)), Times::default()),
        (Box::new(Nucleo::new(&lines)), Times::default()),
    ];
    if count <= 200_000 {
        engines.push((Box::new(Plain::new(&lines)), Times::default()));
    }
    drop(lines);
    for query in corpus.queries() {
        for (engine, times) in &mut engines {
            engine.start();
            for (end, letter) in query.char_indices() {
                let typed = &query[..end + letter.len_utf8()];
                times.measure(|| engine.type_to(typed));
            }
        }
    }
    let ours = engines[0].1.summary();
    println!(
        "{:<10} {:>9} {:>9} {:>9} {:>9}   {:>10} {:>10}   {:>8}",
        "", "mean", "median", "p99", "worst", "mean/ours", "p99/ours", "MiB"
    );
    for (engine, times) in &engines {
        let each = times.summary();
        println!(
            "{:<10} {:>9.3} {:>9.3} {:>9.3} {:>9.3}   {:>10.2} {:>10.2}   {:>8.1}",
            engine.name(),
            each.mean,
            each.median,
            each.p99,
            each.worst,
            each.mean / ours.mean,
            each.p99 / ours.p99,
            engine.mebibytes(),
        );
    }
    if std::env::var_os("EACH").is_some() {
        for (engine, times) in &engines {
            println!(
                "{} by the length of the query: {}",
                engine.name(),
                times.listed()
            );
        }
    }
}
