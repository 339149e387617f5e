//! How long keys took.

use std::time::Instant;

/// The times of many keys, in milliseconds.
#[derive(Default)]
pub(crate) struct Times(Vec<f64>);

/// What is said of them.
pub(crate) struct Summary {
    pub(crate) mean: f64,
    pub(crate) median: f64,
    pub(crate) p99: f64,
    pub(crate) worst: f64,
}

impl Times {
    /// Times one key.
    pub(crate) fn measure(&mut self, key: impl FnOnce()) {
        let began = Instant::now();
        key();
        self.0.push(began.elapsed().as_secs_f64() * 1000.0);
    }

    pub(crate) fn summary(&self) -> Summary {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |percent: usize| sorted[(sorted.len() - 1) * percent / 100];
        Summary {
            mean: sorted.iter().sum::<f64>() / sorted.len() as f64,
            median: at(50),
            p99: at(99),
            worst: at(100),
        }
    }

    /// Every one, in order.
    pub(crate) fn listed(&self) -> String {
        let each = self.0.iter().map(|time| format!("{time:.2}"));
        each.collect::<Vec<_>>().join(" ")
    }
}
