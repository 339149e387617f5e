//! The search, over everything: results as one types, why each matched, and a preview.

mod draw;
mod list;
mod memory;
pub(super) mod typing;

use ratatui::layout::{Position, Rect};
use tui_input::Input;

pub use self::memory::SearchMemory;

use self::list::List;
use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::ask::{self, Answer, Asker};
use crate::effect::Effect;
use crate::env::Env;
use crate::export::citation;
use crate::model::{AsOf, Kind, Presence};
use crate::search::{Hits, Query};
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;

/// No more hits than this are listed; the count says how many there are.
const LIMIT: usize = 500;

/// What stands above the hits of a question without an answer.
const UNANSWERED: &str = "Not answered by this model. The nearest entries:";

/// The overlay.
#[derive(Debug)]
pub struct Search {
    input: Input,
    /// The query was brought back and typing replaces it.
    selected: bool,
    scope: Option<Kind>,
    list: List,
    /// What is being looked for; the list is that of before.
    awaited: Option<Query>,
    /// What was meant for the list that is awaited.
    late: Option<Action>,
    /// Where to start in it.
    start: usize,
    /// What the model answers, where a question was typed.
    answer: Option<Box<Answer>>,
    /// A question was typed that the model does not answer.
    unanswered: bool,
    /// The time that an answer is to be about, where it is not that of the panes.
    time: Option<AsOf>,
}

impl Search {
    /// Opens with the last query, selected; [`Search::ask`] is to follow.
    pub fn new(memory: Option<&SearchMemory>) -> Self {
        let query = memory.map_or("", |memory| &memory.query);
        Self {
            input: Input::new(query.to_owned()),
            selected: !query.is_empty(),
            scope: memory.and_then(|memory| memory.scope),
            list: List::default(),
            awaited: None,
            late: None,
            start: memory.map_or(0, |memory| memory.at),
            answer: None,
            unanswered: false,
            time: None,
        }
    }

    /// Opens with a question.
    pub fn asking(question: &str) -> Self {
        Self {
            input: Input::new(question.to_owned()),
            ..Self::new(None)
        }
    }

    /// The same with answers about the time of a talk.
    #[must_use]
    pub const fn about(mut self, time: AsOf) -> Self {
        self.time = Some(time);
        self
    }

    /// Asks for what the field says.
    pub fn ask(&mut self) -> Effect {
        let query = Query::parse(self.input.value()).within(self.scope);
        self.awaited = Some(query.clone());
        self.late = None;
        Effect::Find {
            query,
            limit: LIMIT,
        }
    }

    /// Takes what was found, if it is still what is asked for, then does what was meant for it.
    pub fn found(&mut self, mut hits: Hits, env: &Env) -> Reply {
        if self.awaited.as_ref() != Some(hits.query()) {
            return Reply::Done;
        }
        self.awaited = None;
        let is_out = |id| env.strategy.presence(id, env.as_of) == Presence::Out;
        hits.put_last(env.library.corpus(), is_out);
        let reply = self.reply(env);
        self.unanswered = matches!(reply, ask::Reply::NotAnswered);
        self.answer = match reply {
            ask::Reply::Answer(answer) => Some(answer),
            _ => None,
        };
        if let Some(answer) = &self.answer {
            hits.put_first(env.library.corpus(), &answer.rests_on);
        }
        let rests_on = self
            .answer
            .as_ref()
            .map_or(0, |answer| answer.rests_on.len());
        self.list = List::new(hits, std::mem::take(&mut self.start)).resting_on(rests_on);
        self.settle(env);
        let late = self.late.take();
        late.map_or(Reply::Done, |action| self.choose(&action, env))
    }

    /// What the model answers to what is typed.
    fn reply(&self, env: &Env) -> ask::Reply {
        let asker = Asker {
            strategy: &env.strategy,
            corpus: env.library.corpus(),
            names: env.library.names(),
            today: env.today,
            as_of: self.time.unwrap_or(env.as_of),
        };
        asker.ask(self.input.value())
    }

    /// What stands above the hits: the answer, or what was done to the words.
    fn above(&self, env: &Env) -> Vec<String> {
        if let Some(answer) = &self.answer {
            return answer.lines(&env.strategy);
        }
        let told = self.list.told();
        let unanswered = self.unanswered.then(|| UNANSWERED.to_owned());
        let told = Some(told).filter(|told| !told.is_empty());
        unanswered.into_iter().chain(told).collect()
    }

    /// Whether what is listed is not yet what is asked for.
    pub const fn is_waiting(&self) -> bool {
        self.awaited.is_some()
    }

    /// Whether something is meant for hits that are not there yet. What comes next may be meant for
    /// another screen, and has to wait.
    pub const fn is_held_up(&self) -> bool {
        self.late.is_some()
    }

    /// Nothing will be found.
    pub fn give_up(&mut self) {
        (self.awaited, self.late) = (None, None);
    }

    /// Brings the selected hit into sight.
    fn settle(&mut self, env: &Env) {
        let height = usize::from(self.areas(env.body(), env).list.height);
        self.list.settle(height, env);
    }

    /// What to remember of it.
    pub fn memory(&self, env: &Env) -> SearchMemory {
        let list = (!self.is_waiting()).then_some(&self.list);
        SearchMemory {
            query: self.input.value().to_owned(),
            scope: self.scope,
            hits: list.map(|list| list.ids(env)).unwrap_or_default(),
            at: list.map_or(0, List::at),
        }
    }

    fn turn_scope(&mut self, forward: bool) {
        let all: Vec<Option<Kind>> = std::iter::once(None)
            .chain(Kind::ALL.iter().copied().map(Some))
            .collect();
        let at = all
            .iter()
            .position(|scope| *scope == self.scope)
            .unwrap_or(0);
        let next = (at + if forward { 1 } else { all.len() - 1 }) % all.len();
        self.scope = all.get(next).copied().flatten();
    }

    /// Moves in the list, or takes a hit from it.
    fn choose(&mut self, action: &Action, env: &Env) -> Reply {
        let areas = self.areas(env.body(), env);
        let page = isize::try_from(usize::from(areas.list.height))
            .unwrap_or(2)
            .max(2)
            - 1;
        match action {
            Action::Up => self.list.by(-1),
            Action::Down => self.list.by(1),
            Action::PageUp => self.list.by(-page),
            Action::PageDown => self.list.by(page),
            Action::Wheel { rows, .. } => self.list.by(isize::from(*rows)),
            Action::Click { column, row } => {
                let at = Position::new(*column, *row);
                if !areas.whole.contains(at) {
                    return Reply::Close;
                }
                if areas.list.contains(at) && self.list.point(usize::from(at.y - areas.list.y)) {
                    return self.list.chosen().map_or(Reply::Done, Reply::Show);
                }
            }
            _ => return self.list.chosen().map_or(Reply::Done, Reply::Show),
        }
        self.selected = false;
        self.settle(env);
        Reply::Done
    }

    /// Copies the answer, else the selected hit, with its citation.
    fn copy(&self, env: &Env) -> Reply {
        let text = match (&self.answer, self.list.chosen()) {
            (Some(answer), _) => citation::answered(&env.strategy, self.input.value(), answer),
            (None, Some(id)) => citation::cited(&env.strategy, id),
            (None, None) => return Reply::Done,
        };
        Reply::Do(Effect::Copy(text))
    }

    /// Types into the field.
    fn edit(&mut self, action: &Action) -> Reply {
        let before = self.input.value().to_owned();
        let replaces = matches!(
            action,
            Action::Type(_) | Action::Paste(_) | Action::DeleteBack
        );
        if self.selected && replaces {
            self.input.reset();
        }
        if !typing::edit(&mut self.input, action) {
            return Reply::Pass;
        }
        self.selected = false;
        if self.input.value() == before {
            return Reply::Done;
        }
        self.start = 0;
        Reply::Do(self.ask())
    }
}

impl Layer for Search {
    fn mode(&self) -> Mode {
        Mode::Type
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::NextScope | Action::PreviousScope => {
                self.turn_scope(*action == Action::NextScope);
                (self.selected, self.start) = (false, 0);
                Reply::Do(self.ask())
            }
            Action::Escape => Reply::Close,
            Action::Copy => self.copy(env),
            Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::Enter
            | Action::Click { .. }
            | Action::Wheel { .. } => {
                if self.is_waiting() {
                    self.late = Some(action.clone());
                    return Reply::Done;
                }
                self.choose(action, env)
            }
            typed => self.edit(typed),
        }
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        self.draw(area, canvas, env);
    }

    fn relayout(&mut self, env: &Env) {
        self.settle(env);
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let mut wanted = vec![
            (Action::Enter, "go there"),
            (Action::NextScope, "next kind"),
            (Action::Escape, "close"),
        ];
        if self.answer.is_some() {
            wanted.insert(1, (Action::Copy, "copy the answer"));
        }
        (hints(env, Mode::Type, &wanted), String::new())
    }

    fn cursor(&self, area: Rect, env: &Env) -> Option<Position> {
        crate::ui::field::cursor(self.areas(area, env).field, &self.field())
    }
}
