//! The stack of screens: an event in, effects out.

mod as_of;
mod briefing;
mod draw;
mod reload;
mod study;
mod waiting;

use std::collections::VecDeque;
use std::time::Duration;

use crossterm::event::{Event, KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Size;

use crate::action::{Action, Mode};
use crate::brief::Parked;
use crate::config::Key;
use crate::date::Date;
use crate::effect::Effect;
use crate::env::Env;
use crate::model::{EntryId, Report};
use crate::screen::{
    BriefOptions, Browse, Detour, Follow, Help, Overlay, Problems, Reply, Screen, Search,
    SearchMemory, Sources, Steps, Visit,
};
use crate::search::Hits;
use crate::study::Standing;
use crate::text::Clean;

pub use self::briefing::Opening;
pub use self::study::{Exam, Seat};
pub use crate::brief::{FollowState, PresenterState, SavedBriefing};
pub use crate::screen::Place;

/// Rows that one notch of the wheel moves.
const NOTCH: i16 = 3;

/// A line for the user, shown until the next key.
#[derive(Debug)]
struct Notice {
    text: Clean,
    failure: bool,
}

/// A briefing that was left, and what was selected then in the panes.
#[derive(Clone, Debug)]
struct Left {
    selected: Option<EntryId>,
    saved: SavedBriefing,
}

/// What waits, in order.
#[derive(Debug, Default)]
struct Waiting {
    events: VecDeque<Event>,
    /// The model is being read again.
    reads: bool,
}

/// The program without its terminal.
#[derive(Debug)]
pub struct App {
    env: Env,
    /// Never empty; the first is never closed.
    stack: Vec<Screen>,
    notice: Option<Notice>,
    memory: Option<SearchMemory>,
    /// How a briefing goes, whether it is open or not.
    talk: BriefOptions,
    left: Option<Left>,
    last_brief: Option<SavedBriefing>,
    /// What became of the last question that was parked.
    parked: String,
    /// The question that the next key can take back, and until when.
    undo: Option<(Parked, Duration)>,
    waiting: Waiting,
}

impl App {
    /// Opens a strategy, at an entry if one is named, otherwise where the user left.
    pub fn new(env: Env, at: Option<EntryId>, place: Option<&Place>) -> Self {
        let mut browse = place.map_or_else(|| Browse::first(&env), |place| Browse::at(&env, place));
        if let Some(at) = at {
            browse.start_at(at, &env);
        }
        Self::showing(env, Screen::Browse(Box::new(browse)))
    }

    /// Shows why a model does not load; [`Effect::Reload`] tries again.
    pub fn failed(env: Env, report: Box<Report>) -> Self {
        Self::showing(env, Screen::Problems(Problems::new(report, false)))
    }

    /// Follows a briefing that another program shows; [`App::hear`] tells of it.
    pub fn follower(env: Env) -> Self {
        Self::showing(env, Screen::Follow(Follow::default()))
    }

    fn showing(env: Env, screen: Screen) -> Self {
        Self {
            env,
            stack: vec![screen],
            notice: None,
            memory: None,
            talk: BriefOptions::default(),
            left: None,
            last_brief: None,
            parked: String::new(),
            undo: None,
            waiting: Waiting::default(),
        }
    }

    /// Takes an event of the terminal (key, mouse, paste, resize). What has to wait is taken by
    /// [`App::go_on`], which is to be called after whatever may end a wait.
    pub fn handle(&mut self, event: &Event) -> Vec<Effect> {
        if self.keeps(event) {
            return Vec::new();
        }
        self.take_event(event)
    }

    fn take_event(&mut self, event: &Event) -> Vec<Effect> {
        let action = match event {
            Event::Key(key) => {
                let action = self.key(key);
                if action.is_none() && Key::of(key).is_some() {
                    self.stay();
                }
                action
            }
            Event::Paste(text) => Some(Action::Paste(text.clone())),
            Event::Mouse(mouse) => pointed(*mouse),
            Event::Resize(width, height) => {
                self.resize(Size::new(*width, *height));
                None
            }
            Event::FocusGained | Event::FocusLost => None,
        };
        let Some(action) = action else {
            return Vec::new();
        };
        self.notice = None;
        self.act(&action)
    }

    /// Does what the user means, as [`App::handle`] finds it out.
    pub fn act(&mut self, action: &Action) -> Vec<Effect> {
        if action.is_of_the_terminal() {
            return self.own(action);
        }
        let undo = self.take_undo();
        if self.shows_again() {
            return Vec::new();
        }
        if let Some(question) = undo.filter(|_| *action == Action::Park) {
            return vec![Effect::TakeBack(question)];
        }
        for at in (0..self.stack.len()).rev() {
            let Some(screen) = self.stack.get_mut(at) else {
                continue;
            };
            let reply = screen.layer_mut().update(action, &self.env);
            if reply != Reply::Pass {
                return self.take(reply);
            }
            if screen.layer().is_modal() {
                break;
            }
        }
        self.own(action)
    }

    /// A key that means nothing here is still a key: a blank screen shows again, and who was about
    /// to leave stays.
    fn stay(&mut self) {
        if !self.shows_again()
            && let Some(brief) = self.briefing_mut()
        {
            brief.stay();
        }
    }

    /// Whether the screen was blank: whatever the key, it shows again and does no more.
    fn shows_again(&mut self) -> bool {
        let brief = self.briefing_mut().filter(|brief| brief.is_blank());
        match brief {
            Some(brief) => {
                brief.unblank();
                true
            }
            None => false,
        }
    }

    /// What no layer takes for itself.
    fn own(&mut self, action: &Action) -> Vec<Effect> {
        match action {
            Action::Quit if self.stack.len() > 1 => self.close(),
            Action::Quit => return vec![Effect::Quit],
            Action::QuitNow => return vec![Effect::QuitNow],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Reload if self.keeps_cards() => {}
            Action::Reload => {
                self.waiting.reads = true;
                return vec![Effect::Reload];
            }
            Action::AsOf => self.turn_as_of(),
            Action::Course => return self.test(Effect::Course),
            Action::Search => return self.open(Overlay::Search),
            Action::Help => return self.open(Overlay::Help),
            Action::NextHit | Action::PreviousHit => self.next_hit(*action == Action::NextHit),
            _ => {}
        }
        Vec::new()
    }

    fn take(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Done | Reply::Pass => {}
            Reply::Close => self.close(),
            Reply::Leave(effects) => {
                self.close();
                return effects;
            }
            Reply::Show(id) => {
                while self.stack.len() > 1
                    && !self.stack.last().is_some_and(|top| top.layer().is_whole())
                {
                    self.close();
                }
                self.visit(id);
            }
            Reply::Present(id) => self.present(Some(id)),
            Reply::PresentAll => self.present(None),
            Reply::Test(id) => return self.test(Effect::Study(id)),
            Reply::TestAll => return self.test(Effect::StudyAll),
            Reply::Open(overlay) => return self.open(overlay),
            Reply::Ask(question) => return self.search(Search::asking(&question)),
            Reply::Run(action) => {
                self.close();
                return self.act(&action);
            }
            Reply::AsOf(time) => {
                self.close();
                self.show_as_of(time);
            }
            Reply::Say(text) => self.notify(text, false),
            Reply::Replan(plan) => {
                self.close();
                self.replan(*plan);
            }
            Reply::Do(effect) => return vec![effect],
        }
        Vec::new()
    }

    /// Takes what [`Effect::Find`] found.
    pub fn found(&mut self, hits: Hits) -> Vec<Effect> {
        let mut searches = self.stack.iter_mut().rev();
        let Some(search) = searches.find_map(Screen::search_mut) else {
            return Vec::new();
        };
        let reply = search.found(hits, &self.env);
        self.take(reply)
    }

    /// Whether a search is on the screen whose hits are not there yet.
    pub fn is_searching(&self) -> bool {
        matches!(self.stack.last(), Some(Screen::Search(search)) if search.is_waiting())
    }

    /// Shows a line at the bottom until the next key; `failure` marks it as an error in words.
    pub fn notify(&mut self, text: Clean, failure: bool) {
        self.notice = Some(Notice { text, failure });
    }

    /// Takes the local date, which changes at midnight.
    pub const fn set_today(&mut self, today: Date) {
        self.env.today = today;
    }

    /// Takes how the student stands with the cards.
    pub const fn set_cards(&mut self, cards: Option<Standing>) {
        self.env.cards = cards;
    }

    /// Takes how many answers of study are not on the disk yet.
    pub const fn set_unsaved(&mut self, unsaved: usize) {
        self.env.unsaved = unsaved;
    }

    /// Takes a new size of the terminal.
    pub fn resize(&mut self, size: Size) {
        self.env.size = size;
        for screen in &mut self.stack {
            screen.layer_mut().relayout(&self.env);
        }
    }

    /// Where the user is; `None` when no model is open.
    pub fn place(&self) -> Option<Place> {
        match self.stack.first() {
            Some(Screen::Browse(browse)) => Some(browse.place(&self.env)),
            _ => None,
        }
    }

    /// Whether no model could be opened since the start, so that the exit code is 1.
    pub fn is_broken(&self) -> bool {
        matches!(self.stack.first(), Some(Screen::Problems(_)))
    }

    /// What screens read.
    pub const fn env(&self) -> &Env {
        &self.env
    }

    fn key(&self, event: &KeyEvent) -> Option<Action> {
        let key = Key::of(event)?;
        let mode = self
            .stack
            .last()
            .map_or(Mode::Page, |screen| screen.layer().mode());
        self.env.keymap.action(mode, key).or_else(|| {
            let typed = Key::typed(event)?;
            let takes = match mode {
                Mode::Type => true,
                Mode::Brief => typed.is_numeric(),
                _ => false,
            };
            if takes {
                return Some(Action::Type(typed));
            }
            self.falls_through(key)
        })
    }

    /// What a key that means nothing on the top layer means to one below.
    fn falls_through(&self, key: Key) -> Option<Action> {
        let (top, below) = self.stack.split_last()?;
        below.iter().rev().find_map(|screen| {
            let mode = screen.layer().mode();
            let action = self.env.keymap.action(mode, key)?;
            top.layer().falls_through(&action).then_some(action)
        })
    }

    fn open(&mut self, overlay: Overlay) -> Vec<Effect> {
        let mode = self
            .stack
            .last()
            .map_or(Mode::Page, |screen| screen.layer().mode());
        let screen = match overlay {
            Overlay::Search if !matches!(self.stack.first(), Some(Screen::Browse(_))) => {
                return Vec::new();
            }
            Overlay::Search => return self.search(Search::new(self.memory.as_ref())),
            Overlay::Help => {
                let top = self.stack.last().map(Screen::layer);
                let mut below = top.map(|top| top.below_help(&self.env)).unwrap_or_default();
                if self.memory.is_none() {
                    below.lacks.extend([Action::NextHit, Action::PreviousHit]);
                }
                Screen::Help(Box::new(Help::new(mode, below, &self.env)))
            }
            Overlay::Sources(id) => Screen::Sources(Sources::new(id)),
            Overlay::Steps => {
                let Some(brief) = self.briefing() else {
                    return Vec::new();
                };
                let (rows, current) = brief.contents();
                let talk = brief.talk(&self.env);
                Screen::Steps(Box::new(Steps::new(rows, current, talk, &self.env)))
            }
        };
        self.stack.push(screen);
        Vec::new()
    }

    fn search(&mut self, mut search: Search) -> Vec<Effect> {
        if let Some(brief) = self.briefing() {
            search = search.about(brief.as_of());
        }
        let asked = search.ask();
        self.stack.push(Screen::Search(Box::new(search)));
        vec![asked]
    }

    fn close(&mut self) {
        if self.stack.len() < 2 {
            return;
        }
        match self.stack.pop() {
            Some(Screen::Search(search)) => self.memory = Some(search.memory(&self.env)),
            Some(Screen::Brief(brief)) => self.leave(&brief),
            Some(Screen::Study(study)) => self.env.cards = Some(study.standing(&self.env)),
            Some(Screen::Course(course)) => self.env.cards = Some(course.standing(&self.env)),
            _ => {}
        }
    }

    fn visit(&mut self, id: EntryId) {
        let Some(top) = self.stack.last_mut() else {
            return;
        };
        if let Visit::Detour(back) = top.layer_mut().visit(id, &self.env) {
            let detour = Detour::new(id, &self.env, back);
            self.stack.push(Screen::Detour(Box::new(detour)));
        }
    }

    fn next_hit(&mut self, forward: bool) {
        let Some((id, at, count)) = self.memory.as_mut().and_then(|memory| memory.step(forward))
        else {
            self.notify("Nothing was searched for yet".into(), false);
            return;
        };
        if let Some(found) = self.env.strategy.find(&id) {
            self.visit(found);
            self.notify(Clean::new(&format!("Hit {at} of {count}")), false);
        }
    }
}

fn pointed(mouse: MouseEvent) -> Option<Action> {
    let (column, row) = (mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Click { column, row }),
        MouseEventKind::ScrollDown => Some(Action::Wheel {
            column,
            row,
            rows: NOTCH,
        }),
        MouseEventKind::ScrollUp => Some(Action::Wheel {
            column,
            row,
            rows: -NOTCH,
        }),
        _ => None,
    }
}
