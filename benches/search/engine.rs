//! The engines, each used as its documentation says, with as many threads as the machine has.

use std::fs;
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo::pattern::{CaseMatching, Normalization};
use senryaku::search::{Filter, Lines};

/// How many lines are wanted.
const LIMIT: usize = 100;

/// A search that is typed into.
pub(crate) trait Engine {
    fn name(&self) -> &'static str;
    /// Begins a new query.
    fn start(&mut self);
    /// The query is this now: finds the best lines.
    fn type_to(&mut self, query: &str);
    /// What its lines take in memory.
    fn mebibytes(&self) -> f64;
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// What this process has in memory, in MiB.
fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}

fn measured<T>(make: impl FnOnce() -> T) -> (T, f64) {
    let before = resident();
    let result = make();
    (result, resident() - before)
}

/// `search::Filter`.
pub(crate) struct Ours {
    lines: Lines,
    filter: Filter,
    mebibytes: f64,
}

impl Ours {
    pub(crate) fn new(lines: &[String]) -> Self {
        let (lines, mebibytes) = measured(|| {
            let lines: Lines = lines.iter().collect();
            lines.prepare();
            lines
        });
        Self {
            lines,
            filter: Filter::new(LIMIT),
            mebibytes,
        }
    }
}

impl Engine for Ours {
    fn name(&self) -> &'static str {
        "senryaku"
    }

    fn start(&mut self) {
        self.filter = Filter::new(LIMIT);
    }

    fn type_to(&mut self, query: &str) {
        let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
        black_box(
            self.filter
                .find(&self.lines, &words, &AtomicBool::new(false)),
        );
    }

    fn mebibytes(&self) -> f64 {
        self.mebibytes
    }
}

/// `frizbee`.
pub(crate) struct Frizbee {
    lines: Vec<String>,
    mebibytes: f64,
}

impl Frizbee {
    pub(crate) fn new(lines: &[String]) -> Self {
        let (lines, mebibytes) = measured(|| lines.to_vec());
        Self { lines, mebibytes }
    }
}

impl Engine for Frizbee {
    fn name(&self) -> &'static str {
        "frizbee"
    }

    fn start(&mut self) {}

    fn type_to(&mut self, query: &str) {
        let config = frizbee::Config::default();
        let mut matcher = frizbee::Matcher::from_query(query, &config);
        black_box(matcher.match_list_parallel(&self.lines, threads()));
    }

    fn mebibytes(&self) -> f64 {
        self.mebibytes
    }
}

/// `nucleo`.
pub(crate) struct Nucleo {
    engine: nucleo::Nucleo<()>,
    last: String,
    mebibytes: f64,
}

impl Nucleo {
    pub(crate) fn new(lines: &[String]) -> Self {
        let (engine, mebibytes) = measured(|| {
            let config = nucleo::Config::DEFAULT;
            let engine = nucleo::Nucleo::new(config, Arc::new(|| {}), Some(threads()), 1);
            let injector = engine.injector();
            for line in lines {
                injector.push((), |(), columns| columns[0] = line.as_str().into());
            }
            engine
        });
        let mut nucleo = Self {
            engine,
            last: String::new(),
            mebibytes,
        };
        nucleo.type_to("");
        nucleo
    }
}

impl Engine for Nucleo {
    fn name(&self) -> &'static str {
        "nucleo"
    }

    fn start(&mut self) {
        self.type_to("");
    }

    fn type_to(&mut self, query: &str) {
        let grows = query.starts_with(&self.last) && !self.last.is_empty();
        self.engine
            .pattern
            .reparse(0, query, CaseMatching::Smart, Normalization::Smart, grows);
        query.clone_into(&mut self.last);
        while self.engine.tick(1000).running {}
        let snapshot = self.engine.snapshot();
        let wanted = snapshot.matched_item_count().min(100);
        black_box(snapshot.matched_items(0..wanted).count());
    }

    fn mebibytes(&self) -> f64 {
        self.mebibytes
    }
}

/// `SkimMatcherV2` on every line, reset before each.
pub(crate) struct Plain {
    lines: Vec<String>,
}

impl Plain {
    pub(crate) fn new(lines: &[String]) -> Self {
        Self {
            lines: lines.to_vec(),
        }
    }
}

impl Engine for Plain {
    fn name(&self) -> &'static str {
        "every line"
    }

    fn start(&mut self) {}

    fn type_to(&mut self, query: &str) {
        let size = self.lines.len().div_ceil(threads()).max(1);
        let mut found: Vec<(i64, usize)> = thread::scope(|scope| {
            let parts = self.lines.chunks(size).enumerate();
            let parts: Vec<_> = parts
                .map(|(nth, lines)| {
                    scope.spawn(move || {
                        let matcher = SkimMatcherV2::default();
                        let score = |line: &String| {
                            query.split_whitespace().try_fold(0, |sum, word| {
                                matcher.fuzzy_match("a", "a");
                                Some(sum + matcher.fuzzy_match(line, word)?)
                            })
                        };
                        lines
                            .iter()
                            .map(score)
                            .enumerate()
                            .filter_map(|(at, score)| Some((-score?, nth * size + at)))
                            .collect::<Vec<_>>()
                    })
                })
                .collect();
            parts
                .into_iter()
                .flat_map(|part| part.join().unwrap_or_default())
                .collect()
        });
        found.sort_unstable();
        found.truncate(LIMIT);
        black_box(found);
    }

    fn mebibytes(&self) -> f64 {
        0.0
    }
}
