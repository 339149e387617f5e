//! Text that is to be wrapped, with stretches that no line may break.

use std::ops::Range;

use crate::text::wrap::wrap;

/// Text with stretches that no line may break, such as ids and dates.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    text: String,
    whole: Vec<Range<usize>>,
}

impl Words {
    /// Adds text that may be broken where text is.
    #[must_use]
    pub(super) fn and(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Adds a stretch that stays on one line.
    #[must_use]
    pub(super) fn whole(mut self, text: &str) -> Self {
        let start = self.text.len();
        self.text.push_str(text);
        self.whole.push(start..self.text.len());
        self
    }

    /// The lines. Where a stretch must not break, a letter stands in for each of its ASCII
    /// characters while the text is wrapped, which changes neither width nor length.
    pub(super) fn lines(&self, cells: usize) -> impl Iterator<Item = &str> {
        let mut shadow = self.text.clone();
        for range in &self.whole {
            let part = self.text.get(range.clone()).unwrap_or_default();
            let letters = part.replace(|each: char| each.is_ascii(), "x");
            shadow.replace_range(range.clone(), &letters);
        }
        let lines = wrap(&shadow, cells).into_iter();
        lines.map(|line| self.text.get(line).unwrap_or_default())
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::default().and(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_or_a_date_is_never_broken() {
        let words = Words::from("Basic Act amended (")
            .whole("e-basic-act-2016")
            .and("), ")
            .whole("22 Apr 2016");
        let lines: Vec<&str> = words.lines(26).collect();
        assert_eq!(
            lines,
            ["Basic Act amended", "(e-basic-act-2016),", "22 Apr 2016"]
        );
    }
}
