//! Marked runs of a text, for highlights.

use std::ops::Range;

/// Cuts a part of a text (`line`, in bytes) into runs, each marked or not. `marks` are byte ranges
/// of the whole text, sorted or not, overlapping or not. Runs cover the part exactly, in order, no
/// run is empty, and no two neighbours are alike.
pub fn runs(line: Range<usize>, marks: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let mut marks: Vec<Range<usize>> = marks
        .iter()
        .map(|mark| mark.start.max(line.start)..mark.end.min(line.end))
        .filter(|mark| !mark.is_empty())
        .collect();
    tidy(&mut marks);
    let mut runs = Vec::with_capacity(marks.len() * 2 + 1);
    let mut at = line.start;
    for mark in marks {
        if at < mark.start {
            runs.push((at..mark.start, false));
        }
        at = mark.end;
        runs.push((mark, true));
    }
    if at < line.end {
        runs.push((at..line.end, false));
    }
    runs
}

/// Sorts ranges and joins those that overlap or touch.
pub fn tidy(marks: &mut Vec<Range<usize>>) {
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    marks.dedup_by(|next, last| {
        let joins = next.start <= last.end;
        if joins {
            last.end = last.end.max(next.end);
        }
        joins
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_cover_the_line() {
        assert_eq!(
            runs(2..10, &[8..20, 0..3, 4..6, 5..7]),
            [
                (2..3, true),
                (3..4, false),
                (4..7, true),
                (7..8, false),
                (8..10, true)
            ]
        );
    }

    #[test]
    fn a_line_without_marks_is_one_run() {
        assert_eq!(runs(3..5, &[0..3, 5..9]), [(3..5, false)]);
        assert_eq!(runs(3..3, &[0..9, 1..2]), []);
    }

    #[test]
    fn ranges_that_touch_become_one() {
        let mut marks = vec![4..6, 0..2, 2..4, 9..10];
        tidy(&mut marks);
        assert_eq!(marks, [0..6, 9..10]);
    }
}
