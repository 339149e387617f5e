//! The shared vocabulary of topics, by which strategies are searched and compared.

use std::sync::LazyLock;

use serde::Deserialize;

/// A word of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// As written in a model.
    pub id: String,
    /// As shown.
    pub name: String,
    /// What it means, in one sentence.
    pub says: String,
    /// Words that readers type when they mean it.
    pub words: Vec<String>,
}

/// The topics that are built in, in their order. A model may use others.
pub fn topics() -> &'static [Topic] {
    static TOPICS: LazyLock<Vec<Topic>> =
        LazyLock::new(|| ron::from_str(include_str!("../../data/topics.ron")).unwrap_or_default());
    &TOPICS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_is_read_and_has_each_topic_once() {
        let mut ids: Vec<String> = topics().iter().map(|topic| topic.id.clone()).collect();
        assert_eq!(ids.len(), 17);
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 17);
    }
}
