//! What the user typed, taken apart: words, scope, exact, not.

use crate::model::Kind;
use crate::text::fold::Folded;

/// Longer queries are cut: nobody types them, and the matcher's time grows with their length.
const MAX_CHARS: usize = 64;

/// A query: words in any order, all of which must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) kind: Option<Kind>,
    /// Words of a topic, folded.
    pub(super) topic: Option<String>,
    pub(super) terms: Vec<Term>,
    pub(super) not: Vec<String>,
}

/// One word of a query, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) text: String,
    /// It must stand in the text as it is.
    pub(super) exact: bool,
    /// It must stand there as a word, not in one.
    pub(super) is_whole: bool,
    /// It helps where it stands and need not.
    pub(super) is_small: bool,
    /// The words of a phrase, each of which may stand for itself.
    pub(super) parts: Vec<Self>,
    /// Other words that mean the same.
    pub(super) others: Vec<(Self, Likeness)>,
}

/// How another word stands for the one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The author says so.
    Synonym,
    /// It is another form or spelling of it.
    Form,
    /// It is what was probably meant.
    Mended,
}

impl Query {
    /// Takes a query apart: `kind:` narrows to a kind, `topic:word` to a topic, `'word` matches exactly, `!word` excludes.
    /// Of several scopes the last one counts; a scope that is no kind is a word.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let text: String = text.chars().take(MAX_CHARS).collect();
        for token in text.split_whitespace() {
            if let Some(rest) = token.strip_prefix(['!', '！']) {
                query.not.extend(fold(rest.trim_start_matches(QUOTES)));
            } else if let Some(rest) = token.strip_prefix(QUOTES) {
                query.push(rest, true);
            } else {
                let rest = query.scope(token);
                query.push(rest.trim_end_matches([':', '：']), false);
            }
        }
        query
    }

    /// All of a topic that is named by its name.
    pub(super) fn of_topic(name: &str, kind: Option<Kind>) -> Self {
        Self {
            kind,
            topic: fold(name),
            ..Self::default()
        }
    }

    /// The same query narrowed to a kind, unless it names one itself.
    #[must_use]
    pub fn within(self, kind: Option<Kind>) -> Self {
        Self {
            kind: self.kind.or(kind),
            ..self
        }
    }

    /// Whether nothing is asked: no word, no exclusion, no scope.
    pub fn is_empty(&self) -> bool {
        self.kind.is_none() && self.topic.is_none() && self.terms.is_empty() && self.not.is_empty()
    }

    /// Takes the scope off a token.
    fn scope<'a>(&mut self, token: &'a str) -> &'a str {
        if let Some((word, rest)) = token.split_once([':', '：'])
            && fold(word).as_deref() == Some("topic")
            && let Some(topic) = fold(rest)
        {
            self.topic = Some(topic);
            return "";
        }
        if let Some((word, rest)) = token.split_once([':', '：'])
            && let Some(kind) = fold(word).as_deref().and_then(Kind::named)
        {
            self.kind = Some(kind);
            return rest;
        }
        token
    }

    fn push(&mut self, token: &str, exact: bool) {
        let Some(text) = fold(token) else {
            return;
        };
        if exact || is_date(&text) {
            self.terms.push(Term {
                text,
                exact,
                ..Term::default()
            });
        } else {
            let words = text.split_whitespace().map(|word| Term {
                text: word.to_owned(),
                ..Term::default()
            });
            self.terms.extend(words);
        }
    }
}

const QUOTES: [char; 4] = ['\'', '’', '‘', '＇'];

fn fold(token: &str) -> Option<String> {
    let folded = Folded::new(token);
    let text = folded.as_str().trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether a folded word is `2014 11`, a date whose hyphens became spaces: one word, not several.
fn is_date(text: &str) -> bool {
    text.len() > 4
        && text.char_indices().all(|(at, each)| match at {
            4 | 7 => each == ' ',
            _ => each.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let query = Query::parse(text);
        query.terms.into_iter().map(|term| term.text).collect()
    }

    #[test]
    fn words_are_folded_and_parted() {
        assert_eq!(words(" ＮＩＳＣ　さいば "), ["nisc", "さいば"]);
        assert_eq!(words("self-defense"), ["self", "defense"]);
        assert_eq!(words("2014-11-06 2014-11"), ["2014 11 06", "2014 11"]);
        assert_eq!(words("2014-"), ["2014"]);
    }

    #[test]
    fn a_scope_is_any_word_for_a_kind() {
        for text in ["actor: police", "Actors:police", "police ａｃｔｏｒ："] {
            let query = Query::parse(text);
            assert_eq!(query.kind, Some(Kind::Actor), "{text}");
            assert_eq!(query.terms.len(), 1, "{text}");
        }
        assert_eq!(Query::parse("event:2014").kind, Some(Kind::Event));
        let query = Query::parse("foo: police");
        assert_eq!(query.kind, None);
        assert_eq!(words("foo: police"), ["foo", "police"]);
    }

    #[test]
    fn exact_and_not_are_marked_before_the_word() {
        let query = Query::parse("'self-defense !police ！'army ' !");
        assert_eq!(
            query.terms,
            [Term {
                text: "self defense".to_owned(),
                exact: true,
                ..Term::default()
            }]
        );
        assert_eq!(query.not, ["police", "army"]);
    }

    #[test]
    fn only_nothing_is_empty() {
        assert!(Query::parse(" ' ! ・ ").is_empty());
        for text in ["a", "!a", "actor:"] {
            assert!(!Query::parse(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_typed_scope_beats_the_one_around_it() {
        let around = Some(Kind::Term);
        assert_eq!(Query::parse("a").within(around).kind, around);
        assert_eq!(
            Query::parse("event: a").within(around).kind,
            Some(Kind::Event)
        );
    }

    #[test]
    fn long_queries_are_cut() {
        assert_eq!(words(&"x".repeat(1000)), ["x".repeat(64)]);
    }
}
