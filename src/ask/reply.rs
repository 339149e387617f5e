//! What becomes of a question: an answer, none, or no question at all.

use super::answer::Answer;
use super::asker::{Ask, Asker};
use super::passage;
use super::question::{self, Question};
use super::shapes;

/// What became of a question.
#[derive(Clone, Debug)]
pub enum Reply {
    /// The answer.
    Answer(Box<Answer>),
    /// It is a question, and the model does not answer it.
    NotAnswered,
    /// It is no question but words to search.
    NoQuestion,
}

impl Asker<'_> {
    /// Answers a question.
    pub fn ask(&self, text: &str) -> Reply {
        let Some(mut question) = Question::read(text) else {
            return Reply::NoQuestion;
        };
        self.mend(&mut question.words);
        let is_question = text.trim_end().ends_with(['?', '？']) || is_asked(&question.words);
        let ask = Ask {
            asker: *self,
            question,
        };
        let mut answer = shapes::answer(&ask);
        if answer.is_none() && is_question {
            answer = ask.plainer().and_then(|plainer| shapes::answer(&plainer));
            answer = answer.or_else(|| passage::passage(&ask));
        }
        match answer {
            Some(answer) => Reply::Answer(Box::new(answer)),
            None if is_question => Reply::NotAnswered,
            None => Reply::NoQuestion,
        }
    }
}

impl Asker<'_> {
    /// Mends words that neither a question nor the strategy has.
    fn mend(&self, words: &mut [String]) {
        for word in words {
            let slips = match word.chars().count() {
                0..4 => continue,
                4..8 => 1,
                _ => 2,
            };
            if self.corpus.has(word)
                || shapes::words().any(|known| question::same_word(known, word))
            {
                continue;
            }
            let near = |known: &&str| known.len() > 3 && strsim::osa_distance(known, word) <= slips;
            if let Some(known) = shapes::words().find(near) {
                known.clone_into(word);
            }
        }
    }
}

/// Whether words begin as a question does and are more than its first word.
fn is_asked(words: &[String]) -> bool {
    const FIRST: &[&str] = &[
        "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "is", "are", "was",
        "were", "does", "do", "did", "can", "has", "tell",
    ];
    words.len() > 2
        && words
            .first()
            .is_some_and(|word| FIRST.contains(&word.as_str()))
}
