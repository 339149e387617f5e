//! A card as it is asked.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::told::{self, Amount};
use super::{Study, Target};
use crate::env::Env;
use crate::study::{self, Card, Form, Grade, Turn};
use crate::text::sentence;
use crate::ui::page::{Page, Prose};

/// The column of numbers before options.
pub(super) const NUMBER: usize = 3;

/// The words for places in an order.
pub(super) const PLACES: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];

impl Study {
    /// The card, with its answer once it is given.
    pub(super) fn card_page(&self, env: &Env, room: Rect) -> Page<Target> {
        let width = usize::from(room.width).saturating_sub(4).max(1);
        let Some(turn) = self.session.turn() else {
            return Page::new(width);
        };
        let Some(card) = self.session.card(turn.card) else {
            return Page::new(width);
        };
        if turn.grade.is_some() {
            return self.answered(env, room, (card, turn));
        }
        told::fitted(room.height, |amount| {
            let mut page = Page::new(width);
            notes(&mut page, env, turn);
            told::asked(&mut page, env, card, amount);
            self.write_asked(&mut page, env, (card, turn), amount);
            page
        })
    }

    fn write_asked(
        &self,
        page: &mut Page<Target>,
        env: &Env,
        (card, turn): (&Card, &Turn),
        amount: &Amount,
    ) {
        match &turn.form {
            Form::Choice(choice) => {
                for (at, option) in choice.options.iter().enumerate() {
                    let prose = Prose::new(option, env.theme.text);
                    page.follow(&number(env, at), NUMBER, &prose, Target::Option(at));
                }
            }
            Form::Order { options, .. } => {
                for (at, option) in options.iter().enumerate() {
                    let mut prose = Prose::new(option, env.theme.text);
                    if let Some(place) = self.chosen.iter().position(|chosen| *chosen == at) {
                        let place = PLACES.get(place).copied().unwrap_or_default();
                        prose.push(&format!("  {place}"), env.theme.date);
                    }
                    page.follow(&number(env, at), NUMBER, &prose, Target::Option(at));
                }
                page.gap();
                let next = PLACES
                    .get(self.chosen.len())
                    .filter(|_| self.chosen.len() < options.len());
                let text = next.map_or_else(
                    || "All are placed.".to_owned(),
                    |place| format!("Choose the {place}."),
                );
                page.prose(&Prose::new(&text, env.theme.dim), 0);
            }
            Form::Recall if self.revealed => self.write_grades(page, env, card, amount),
            Form::Recall => {
                let invite = "Say the answer to yourself, then reveal it.";
                page.prose(&Prose::new(invite, env.theme.dim), 0);
            }
        }
    }

    /// The answer, what the model says of it, and the grades with what each means.
    fn write_grades(&self, page: &mut Page<Target>, env: &Env, card: &Card, amount: &Amount) {
        page.prose(&Prose::new(&card.answer.text(), env.theme.title), 0);
        let fact = study::fact(&env.strategy, card);
        let answer = card.answer.text();
        let shown = if amount.spare { usize::MAX } else { 1 };
        let said = fact.said.iter().filter(|(text, _)| *text != answer);
        let said = said.take(if amount.chosen { shown } else { 0 });
        if amount.question {
            page.gap();
        }
        for (at, (text, cites)) in said.enumerate() {
            let (text, _) = sentence::first(text, amount.sentences);
            let mut prose = Prose::new("", env.theme.text);
            if at == 0 {
                prose.push(&told::subject(&fact, &answer), env.theme.link);
            }
            prose.push(text, env.theme.text);
            told::cite(&mut prose, env, cites);
            page.prose(&prose, 0);
        }
        page.gap();
        page.prose(
            &Prose::new("How well did you know it?", env.theme.heading),
            0,
        );
        let today = Self::today(env);
        for (at, grade) in Grade::ALL.into_iter().enumerate() {
            let mut prose = Prose::new(&format!("{:<8}", grade.word()), env.theme.text);
            if let Some(day) = self.session.comes_back(grade, today) {
                let words = if grade == Grade::Again {
                    "comes back in a moment".to_owned()
                } else {
                    format!("comes back {}", day.words(today))
                };
                prose.push(&words, env.theme.dim);
            }
            page.follow(&number(env, at), NUMBER, &prose, Target::Grade(at));
        }
    }
}

/// What to know before the question.
fn notes(page: &mut Page<Target>, env: &Env, turn: &Turn) {
    if turn.changed {
        let text = "The answer has changed since you learned it.";
        page.prose(&Prose::new(text, env.theme.caveat), 0);
        page.gap();
    } else if turn.again {
        page.prose(&Prose::new("Once more:", env.theme.dim), 0);
    }
}

fn number(env: &Env, at: usize) -> Span<'static> {
    Span::styled((at + 1).to_string(), env.theme.key)
}
