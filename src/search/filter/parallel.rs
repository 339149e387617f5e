//! Work in parts, done by as many threads as the machine has.

use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

/// Parts that several threads take one after the other.
pub(in crate::search) struct Parts<I>(Mutex<I>);

impl<I: Iterator> Parts<I> {
    /// The next part that nobody has taken.
    pub(in crate::search) fn next(&self) -> Option<I::Item> {
        self.0.lock().ok()?.next()
    }
}

/// As many threads as the machine runs at a time.
pub(in crate::search) fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// What is made of each part, in the order of the parts, by as many threads as the machine has.
pub(in crate::search) fn in_order<I: ExactSizeIterator + Send, R: Send>(
    parts: I,
    work: impl Fn(I::Item) -> R + Sync,
) -> Vec<R> {
    let threads = threads().min(parts.len()).max(1);
    let made = share(parts.enumerate(), threads, |parts| {
        let mut made = Vec::new();
        while let Some((nth, part)) = parts.next() {
            made.push((nth, work(part)));
        }
        made
    });
    let mut made: Vec<(usize, R)> = made.into_iter().flatten().collect();
    made.sort_unstable_by_key(|&(nth, _)| nth);
    made.into_iter().map(|(_, made)| made).collect()
}

/// Lets so many threads do the work, this one among them; each returns one result.
pub(in crate::search) fn share<I: Iterator + Send, R: Send>(
    parts: I,
    threads: usize,
    work: impl Fn(&Parts<I>) -> R + Sync,
) -> Vec<R> {
    let parts = Parts(Mutex::new(parts));
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(|| work(&parts))).collect();
        let own = work(&parts);
        // A thread that panicked has told so on its own, and ends the program.
        let others = others.into_iter().filter_map(|other| other.join().ok());
        std::iter::once(own).chain(others).collect()
    })
}
