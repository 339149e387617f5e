//! What is known of a word once it has been looked for: where a longer one can be at all.

use super::needle::Needle;

/// A text, and the places of the documents that have it.
#[derive(Clone, Debug)]
pub(super) struct Tried {
    text: String,
    having: Vec<u32>,
}

impl Tried {
    /// What was found for a word; nothing for one that was not looked for in every text.
    pub(super) fn new(needle: &Needle<'_>, mut having: Vec<u32>) -> Option<Self> {
        having.sort_unstable();
        needle.goes_in_prose().then(|| Self {
            text: needle.text.to_owned(),
            having,
        })
    }

    /// The fewest documents among which all are that have the text of this word.
    pub(super) fn least<'a>(tried: &'a [Self], needle: &Needle<'_>) -> Option<&'a [u32]> {
        tried
            .iter()
            .filter(|tried| needle.text.contains(&tried.text))
            .map(|tried| tried.having.as_slice())
            .min_by_key(|having| having.len())
    }
}
