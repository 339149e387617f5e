//! A card with its answer.

use ratatui::text::Span;

use super::ask::{NUMBER, PLACES};
use super::{Study, Target};
use crate::env::Env;
use crate::study::{Answer, Card, Form, Grade, Turn, Wrong};
use crate::ui::page::{Page, Prose};

impl Study {
    pub(super) fn write_answered(
        &self,
        page: &mut Page<Target>,
        env: &Env,
        (card, turn): (&Card, &Turn),
    ) {
        match (&turn.form, &card.answer) {
            (Form::Choice(choice), _) => {
                for (at, option) in choice.options.iter().enumerate() {
                    let chosen = self.chosen.first() == Some(&at);
                    let (mark, style) = match (at == choice.right, chosen) {
                        (true, _) => ("  right", env.theme.notice),
                        (false, true) => ("  your answer", env.theme.error),
                        (false, false) => ("", env.theme.dim),
                    };
                    let text = if mark.is_empty() {
                        env.theme.dim
                    } else {
                        env.theme.text
                    };
                    let mut prose = Prose::new(option, text);
                    prose.push(mark, style);
                    let number = Span::styled((at + 1).to_string(), env.theme.dim);
                    page.labelled(&number, NUMBER, &prose);
                }
            }
            (Form::Order { right, .. }, Answer::Order(steps)) => {
                for (place, ((name, date), option)) in steps.iter().zip(right).enumerate() {
                    let yours = self.chosen.iter().position(|chosen| chosen == option);
                    let mut prose = Prose::new(&format!("{date}  "), env.theme.date);
                    prose.push(name, env.theme.text);
                    if yours == Some(place) {
                        prose.push("  right", env.theme.notice);
                    } else if let Some(word) = yours.and_then(|at| PLACES.get(at)) {
                        prose.push(&format!("  you put it {word}"), env.theme.error);
                    }
                    let number = Span::styled((place + 1).to_string(), env.theme.dim);
                    page.labelled(&number, NUMBER, &prose);
                }
            }
            _ => page.prose(&Prose::new(&card.answer.text(), env.theme.text), 0),
        }
        reading(page, env, card);
        page.gap();
        self.write_verdict(page, env, turn.grade);
        why(page, env, card);
    }

    fn write_verdict(&self, page: &mut Page<Target>, env: &Env, grade: Option<Grade>) {
        let today = Self::today(env);
        let (word, style) = match grade {
            Some(Grade::Again) => ("Not this time.", env.theme.error),
            _ => ("Right.", env.theme.notice),
        };
        let mut prose = Prose::new(word, style);
        let again = if grade == Some(Grade::Again) {
            " It comes back in a moment"
        } else {
            ""
        };
        prose.push(again, env.theme.dim);
        if let Some(day) = self.session.due(today) {
            let joint = if again.is_empty() {
                " Comes back"
            } else {
                ", and then"
            };
            let words = format!("{joint} {}.", day.words(today));
            prose.push(&words, env.theme.dim);
        } else if !again.is_empty() {
            prose.push(".", env.theme.dim);
        }
        page.prose(&prose, 0);
    }
}

/// How the answer is read aloud, when it is a name in its own language.
pub(super) fn reading(page: &mut Page<Target>, env: &Env, card: &Card) {
    let Answer::One {
        wrong: Wrong::Originals(id, _),
        ..
    } = &card.answer
    else {
        return;
    };
    if let Some(reading) = &env.strategy.entry(*id).reading {
        page.prose(&Prose::new(reading, env.theme.dim), 0);
    }
}

/// What the model says of the entry, as far as it helps to remember.
fn why(page: &mut Page<Target>, env: &Env, card: &Card) {
    let Some(id) = card.entries.first() else {
        return;
    };
    let entry = env.strategy.entry(*id);
    page.gap();
    let mut prose = Prose::new(&entry.name, env.theme.link);
    if let Some(summary) = &entry.summary {
        prose.push(&format!("  {summary}"), env.theme.dim);
    }
    let markers: Vec<String> = entry
        .cites
        .iter()
        .take(4)
        .map(|cite| env.strategy.marker(cite))
        .collect();
    if !markers.is_empty() {
        prose.push(&format!(" [{}]", markers.join(", ")), env.theme.cite);
    }
    page.prose(&prose, 0);
}
