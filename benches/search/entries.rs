//! The search of the program over whole models: the one that is built in, and a large one.

use std::hint::black_box;
use std::sync::atomic::AtomicBool;

use senryaku::model;
use senryaku::search::{Corpus, Finder, Query};

use crate::generate;
use crate::times::Times;

/// As many hits as the screen asks for, and as many as it shows.
const LIMIT: usize = 500;
const SHOWN: usize = 30;

const BUILT_IN: &[&str] = &[
    "nisc",
    "cabinet secretary",
    "agency digital",
    "2014 hq",
    "cable",
    "secrity",
    "さいばー",
    "内閣センター",
    "kanbo chokan",
    "actor: police",
    "ransomware",
    "supply chain",
    "russia",
    "infrastrcture",
    "economic security",
];

const GENERATED: &[&str] = &[
    "government",
    "secrity",
    "actor 99",
    "重要いんふら",
    "k1234",
    "partners abroad",
    "goverment of",
    "threat 7",
    "国家機関",
    "kokka kikan",
    "resilience exercises",
    "event: security",
    "zzzz",
    "document 12",
    "coordintes",
];

/// Types queries into both and prints how long keys took.
pub(crate) fn compare(entries: usize) {
    println!("\nentries of a model, ms a key, what is on the screen explained");
    println!(
        "{:<24} {:>9} {:>9} {:>9} {:>9}",
        "", "mean", "median", "p99", "worst"
    );
    let japan = include_str!("../../data/japan-2021.ron");
    typed("built in", japan.to_owned(), BUILT_IN);
    let name = format!("generated, {entries}");
    typed(&name, generate::model(entries), GENERATED);
}

fn typed(name: &str, text: String, queries: &[&str]) {
    let Ok(loaded) = model::load("model.ron", text.into_bytes()) else {
        println!("{name}: does not load");
        return;
    };
    let corpus = Corpus::new(&loaded.strategy);
    let mut times = Times::default();
    for query in queries {
        let mut finder = Finder::default();
        for (end, letter) in query.char_indices() {
            let typed = Query::parse(&query[..end + letter.len_utf8()]);
            times.measure(|| {
                let hits = finder.find(&corpus, &typed, LIMIT, &AtomicBool::new(false));
                black_box(hits.map(|hits| hits.explained(&corpus, 0..SHOWN)));
            });
        }
    }
    let each = times.summary();
    println!(
        "{name:<24} {:>9.3} {:>9.3} {:>9.3} {:>9.3}",
        each.mean, each.median, each.p99, each.worst
    );
    if std::env::var_os("EACH").is_some() {
        println!("{}", times.listed());
    }
}
