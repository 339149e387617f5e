//! A card with its answer: the verdict, the fact, and what the chosen option really is.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::ask::{NUMBER, PLACES};
use super::told::{self, Amount};
use super::{Study, Target};
use crate::env::Env;
use crate::study::{self, Answer, Card, Form, Grade, Told, Turn, Wrong};
use crate::ui::page::{Page, Prose};
use crate::wording;

/// Below these cells and rows the verdict comes first and the question last.
const NARROW: u16 = 60;
const LOW: u16 = 13;

impl Study {
    pub(super) fn answered(
        &self,
        env: &Env,
        room: Rect,
        (card, turn): (&Card, &Turn),
    ) -> Page<Target> {
        let width = usize::from(room.width).saturating_sub(4).max(1);
        let fact = study::fact(&env.strategy, card);
        let told = match (&turn.form, self.chosen.first()) {
            (Form::Choice(choice), Some(at)) if *at != choice.right => choice
                .options
                .get(*at)
                .and_then(|option| study::really(&env.strategy, card, option)),
            _ => None,
        };
        let whole = |amount: &Amount| {
            let mut page = Page::new(width);
            told::question(&mut page, env, card, amount);
            self.write_options(&mut page, env, (card, turn));
            page.gap();
            page.prose(&self.verdict(env, turn.grade, true), 0);
            write_told(&mut page, env, (card, turn), (&fact, told.as_ref()), amount);
            page
        };
        let page = told::fitted(room.height, whole);
        let fits = page.len() <= usize::from(room.height);
        if fits && room.width >= NARROW && room.height >= LOW {
            return page;
        }
        self.verdict_first(env, width, (card, turn), (&fact, told.as_ref()))
    }

    /// For small screens: what matters most stands at the top, the question last.
    fn verdict_first(
        &self,
        env: &Env,
        width: usize,
        (card, turn): (&Card, &Turn),
        (fact, told): (&Told, Option<&Told>),
    ) -> Page<Target> {
        let theme = &env.theme;
        let mut page = Page::new(width);
        page.prose(
            &self.verdict(env, turn.grade, width >= usize::from(NARROW)),
            0,
        );
        if matches!(card.answer, Answer::Order(_)) {
            self.write_options(&mut page, env, (card, turn));
        } else {
            let label = match &turn.form {
                Form::Choice(choice) => format!("Right: {} ", choice.right + 1),
                _ => "Right: ".to_owned(),
            };
            let mut prose = Prose::new(&label, theme.notice);
            prose.push(
                &format!("{}.", card.answer.text().trim_end_matches('.')),
                theme.title,
            );
            for (at, (text, cites)) in fact.said.iter().enumerate() {
                let subject = match at {
                    0 => told::subject(fact, &card.answer.text()),
                    _ => String::new(),
                };
                prose.push(&format!(" {subject}{text}"), theme.text);
                told::cite(&mut prose, env, cites);
            }
            page.prose(&prose, 0);
        }
        if let (Form::Choice(choice), Some(at)) = (&turn.form, self.chosen.first())
            && *at != choice.right
        {
            let option = choice.options.get(*at).map_or("", |option| option.as_str());
            let mut prose = Prose::new(&format!("You chose: {} ", at + 1), theme.error);
            prose.push(&format!("{}.", option.trim_end_matches('.')), theme.title);
            let subject = told
                .map(|told| told::subject(told, option))
                .unwrap_or_default();
            let said = told.iter().flat_map(|told| &told.said).enumerate();
            for (at, (text, cites)) in said {
                let subject = if at == 0 { subject.as_str() } else { "" };
                prose.push(&format!(" {subject}{text}"), theme.text);
                told::cite(&mut prose, env, cites);
            }
            page.prose(&prose, 0);
            if let Some(told) = told {
                told::caveat(&mut page, env, told);
            }
        }
        let mut prose = Prose::new("Question: ", theme.dim);
        prose.push(&card.question, theme.text);
        page.prose(&prose, 0);
        told::sources(&mut page, env, fact);
        page
    }

    fn write_options(&self, page: &mut Page<Target>, env: &Env, (card, turn): (&Card, &Turn)) {
        match (&turn.form, &card.answer) {
            (Form::Choice(choice), _) => {
                for (at, option) in choice.options.iter().enumerate() {
                    let chosen = self.chosen.first() == Some(&at);
                    let (mark, style, text) = match (at == choice.right, chosen) {
                        (true, true) => ("your answer, right", env.theme.notice, env.theme.text),
                        (true, false) => ("right", env.theme.notice, env.theme.text),
                        (false, true) => ("your answer", env.theme.error, env.theme.text),
                        (false, false) => ("", env.theme.dim, env.theme.dim),
                    };
                    row(page, (env, at), (option, text), &[(mark, style)]);
                }
            }
            (Form::Order { right, .. }, Answer::Order(steps)) => {
                for (place, ((name, date), option)) in steps.iter().zip(right).enumerate() {
                    let yours = self.chosen.iter().position(|chosen| chosen == option);
                    let word = yours.and_then(|at| PLACES.get(at)).copied();
                    let missed = format!("you put it {}", word.unwrap_or_default());
                    let mark = if yours == Some(place) {
                        ("right", env.theme.notice)
                    } else if word.is_some() {
                        (missed.as_str(), env.theme.error)
                    } else {
                        ("", env.theme.dim)
                    };
                    let entry = card.entries.get(place).map(|id| env.strategy.entry(*id));
                    let cites = entry.map_or_else(String::new, |entry| {
                        wording::short_cites(&env.strategy, &entry.cites)
                    });
                    let marks = [
                        (date.as_str(), env.theme.date),
                        (cites.as_str(), env.theme.cite),
                        mark,
                    ];
                    row(page, (env, place), (name, env.theme.text), &marks);
                }
            }
            _ => page.prose(&Prose::new(&card.answer.text(), env.theme.title), 0),
        }
    }

    /// Whether it was right, and when the card comes back.
    fn verdict(&self, env: &Env, grade: Option<Grade>, in_full: bool) -> Prose {
        let today = Self::today(env);
        let missed = grade == Some(Grade::Again);
        let (word, style) = if missed {
            ("NOT THIS TIME.", env.theme.error)
        } else {
            ("RIGHT.", env.theme.notice)
        };
        let mut prose = Prose::new(word, style);
        let due = self.session.due(today).map(|day| day.words(today));
        let words = match (missed, due) {
            (true, Some(due)) if !in_full => format!(" Back in a moment, and {due}."),
            (false, Some(due)) if !in_full => format!(" Back {due}."),
            (true, Some(due)) => format!(" It comes back in a moment, and then {due}."),
            (true, None) => " It comes back in a moment.".to_owned(),
            (false, Some(due)) => format!(" It comes back {due}."),
            (false, None) => String::new(),
        };
        prose.push(&words, env.theme.dim);
        prose
    }
}

/// The right answer, then what was chosen, then where it is from.
fn write_told(
    page: &mut Page<Target>,
    env: &Env,
    (card, turn): (&Card, &Turn),
    (fact, told): (&Told, Option<&Told>),
    amount: &Amount,
) {
    if !fact.name.is_empty() {
        let says = match (&card.answer, &turn.form) {
            (Answer::One { wrong, .. }, Form::Choice(_)) => match wrong {
                Wrong::Years(..) | Wrong::Texts(_) => "",
                _ => "the right answer",
            },
            _ => "",
        };
        told::option(page, env, fact, says, amount);
    }
    if let Some(told) = told.filter(|_| amount.chosen) {
        told::option(page, env, told, "what you chose", amount);
        if amount.caveat {
            told::caveat(page, env, told);
        }
    }
    if amount.sources {
        told::sources(page, env, fact);
    }
}

fn row(
    page: &mut Page<Target>,
    (env, at): (&Env, usize),
    (text, style): (&str, Style),
    marks: &[(&str, Style)],
) {
    let mut prose = Prose::new(text, style);
    for (mark, style) in marks.iter().filter(|(mark, _)| !mark.is_empty()) {
        prose.push(&format!("   {mark}"), *style);
    }
    let number = Span::styled((at + 1).to_string(), env.theme.dim);
    page.labelled(&number, NUMBER, &prose);
}
