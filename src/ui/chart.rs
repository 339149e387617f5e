//! A small chart: one column for each count, the count above it and a label below.

use super::glyph::Glyphs;

/// Cells that a column takes, the gap included.
pub const COLUMN: usize = 4;

/// The rows of a chart, from the top, as many columns as fit a width: `height` rows for the
/// columns, one more for the counts, and the labels. A count above 0 is always seen.
pub fn columns(
    counts: &[(usize, String)],
    (width, height): (usize, usize),
    glyphs: &Glyphs,
) -> Vec<String> {
    let fit = (width / COLUMN).min(counts.len());
    let most = counts.iter().take(fit).map(|(count, _)| *count).max();
    let most = most.unwrap_or(0).max(1);
    let tall = |count: usize| (count * height).div_ceil(most);
    let row = |cell: &dyn Fn(usize, &str) -> String| {
        let cells = counts
            .iter()
            .take(fit)
            .map(|(count, label)| cell(*count, label));
        let cells: Vec<String> = cells
            .map(|cell| format!("{cell:>width$}", width = COLUMN - 1))
            .collect();
        cells.join(" ").trim_end().to_owned()
    };
    let mut rows: Vec<String> = (0..=height)
        .rev()
        .map(|level| {
            row(&|count, _| match tall(count) {
                top if top > level => glyphs.block.repeat(COLUMN - 1),
                top if top == level && count > 0 => count.to_string(),
                _ => String::new(),
            })
        })
        .collect();
    rows.push(row(&|_, label| label.to_owned()));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_proportion_with_their_counts_above() {
        let counts = [(4, "now"), (0, "24"), (1, "25")].map(|(n, label)| (n, label.to_owned()));
        let rows = columns(&counts, (80, 4), &Glyphs::ASCII);
        assert_eq!(
            rows,
            [
                "  4",
                "###",
                "###",
                "###       1",
                "###     ###",
                "now  24  25"
            ]
        );
        assert_eq!(
            columns(&counts, (9, 1), &Glyphs::ASCII),
            ["  4", "###", "now  24"]
        );
        assert_eq!(columns(&[], (9, 1), &Glyphs::ASCII).concat(), "");
    }
}
