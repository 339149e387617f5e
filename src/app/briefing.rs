//! The briefing on the stack of screens: opened, left, returned to, told to a second screen.

use std::time::Duration;

use ratatui::layout::Rect;

use super::{App, Left};
use crate::action::{Action, Mode};
use crate::brief::{
    Clock, FollowState, Parked, PresenterState, Rehearsal, SavedBriefing, TalkPlan, show_duration,
};
use crate::effect::Effect;
use crate::model::{AsOf, EntryId};
use crate::screen::{Brief, BriefOptions, Layer as _, Reply, Screen};
use crate::text::Clean;

/// How a briefing is to be opened.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The entry to begin with; otherwise where it was left.
    pub at: Option<EntryId>,
    /// Which steps, where it is not the plan of the model.
    pub plan: Option<TalkPlan>,
    /// The time for which it is true, where it is not the usual one.
    pub as_of: Option<AsOf>,
    /// How long the whole is to take.
    pub target: Option<Duration>,
    /// Whether points are revealed one by one.
    pub by_points: bool,
    /// Whether the markers of sources stand on the slides.
    pub cites: bool,
    /// Whether the audience's screen is without clock and keys.
    pub clean: bool,
    /// Whether the steps are measured, and nothing of it is kept.
    pub rehearses: bool,
    /// Where it was left.
    pub saved: Option<SavedBriefing>,
}

/// How long the key that parked a question takes it back: who has another one comes later.
const UNDO: Duration = Duration::from_secs(10);

/// Less than this nobody calls time away.
const AWAY: Duration = Duration::from_secs(5);

/// What passed since a briefing was left with its clock running.
fn away(saved: &SavedBriefing, now: Duration) -> Option<Duration> {
    let left = Duration::from_secs(saved.left?);
    let away = Duration::from_secs(now.as_secs()).checked_sub(left)?;
    (away >= AWAY).then_some(away)
}

impl App {
    /// Says how long a briefing is to take that is opened from the panes.
    pub const fn plan(&mut self, target: Option<Duration>) {
        self.talk.target = target;
    }

    /// Opens the briefing over the panes.
    pub fn brief(&mut self, opening: &Opening) {
        if !matches!(self.stack.first(), Some(Screen::Browse(_))) {
            return;
        }
        self.talk.plan.clone_from(&opening.plan);
        self.talk.as_of = opening.as_of;
        self.talk.cites = opening.cites;
        self.talk.clean = opening.clean;
        self.talk.target = opening.target.or(self.talk.target);
        self.talk.by_points |= opening.by_points;
        self.talk.rehearsal = opening.rehearses.then(Rehearsal::default);
        let resumes = opening.at.is_none() && !opening.rehearses;
        let saved = opening.saved.as_ref().filter(|_| resumes);
        if let Some(saved) = saved {
            self.talk.by_points |= saved.by_points;
            self.talk.notes |= saved.notes;
            let saved_target = saved.target.map(Duration::from_secs);
            self.talk.target = opening.target.or(saved_target).or(self.talk.target);
            if saved.day == self.env.today.iso() {
                self.talk.clock = Clock::paused_at(Duration::from_secs(saved.elapsed));
                self.talk.away = away(saved, self.env.time_of_day());
            }
            if let Some(brief) = Brief::again(&self.env, saved, &self.talk) {
                self.open_again(brief);
                return;
            }
        }
        let brief = Brief::new(&self.env, opening.at, &self.talk);
        self.stack.push(Screen::Brief(Box::new(brief)));
    }

    fn open_again(&mut self, brief: Brief) {
        let is_begun = brief.saved(&self.env).step != ":title";
        let words = brief.return_words();
        self.stack.push(Screen::Brief(Box::new(brief)));
        if is_begun {
            let key = self.first_step_key();
            let text = match self.away_words() {
                Some(away) => format!("Back at {words}; {key} starts over; {away}"),
                None => format!("Back at {words}, where you left; {key} starts over"),
            };
            self.notify(Clean::new(&text), false);
        }
    }

    /// `+ adds the 2:10 away`.
    fn away_words(&self) -> Option<String> {
        let away = show_duration(self.talk.away?);
        let keys = self.env.keymap.keys(Mode::Brief, &Action::CountAway);
        let key = keys.first()?;
        Some(format!("{key} adds the {away} away"))
    }

    fn first_step_key(&self) -> String {
        let keys = self.env.keymap.keys(Mode::Brief, &Action::FirstStep);
        keys.first().map(ToString::to_string).unwrap_or_default()
    }

    /// Presents from an entry of the panes; from the one that was in view when the briefing was
    /// left, it goes on exactly there.
    pub(super) fn present(&mut self, at: Option<EntryId>) {
        if self.briefing().is_some() {
            return;
        }
        let left = self
            .left
            .take()
            .filter(|left| left.selected == at)
            .and_then(|left| Brief::again(&self.env, &left.saved, &self.talk));
        let brief = left.unwrap_or_else(|| Brief::new(&self.env, at, &self.talk));
        self.stack.push(Screen::Brief(Box::new(brief)));
    }

    /// Gives the open briefing other steps; it stays at its step where it has it still.
    pub(super) fn replan(&mut self, plan: TalkPlan) {
        let Some(brief) = self.briefing() else {
            return;
        };
        let (saved, mut options) = (brief.saved(&self.env), brief.options());
        options.plan = Some(plan);
        self.stack
            .retain(|screen| !matches!(screen, Screen::Brief(_)));
        self.reopen(&saved, &options);
    }

    /// The briefing that is open.
    pub(super) fn briefing(&self) -> Option<&Brief> {
        self.stack.iter().find_map(|screen| match screen {
            Screen::Brief(brief) => Some(brief.as_ref()),
            _ => None,
        })
    }

    pub(super) fn briefing_mut(&mut self) -> Option<&mut Brief> {
        self.stack.iter_mut().find_map(|screen| match screen {
            Screen::Brief(brief) => Some(brief.as_mut()),
            _ => None,
        })
    }

    /// Remembers a briefing that is being closed, shows in the panes what it was about, and says
    /// how to return.
    pub(super) fn leave(&mut self, brief: &Brief) {
        self.talk = brief.options();
        let selected = match self.stack.first_mut() {
            Some(Screen::Browse(browse)) => {
                if let Some(entry) = brief.entry() {
                    browse.select(entry, &self.env);
                }
                browse.current()
            }
            _ => None,
        };
        let saved = brief.saved(&self.env);
        self.last_brief = Some(saved.clone());
        self.left = Some(Left { selected, saved });
        let keys = self.env.keymap.keys(Mode::Explore, &Action::Present);
        if let Some(key) = keys.first() {
            let text = format!("Left at {}; {key} returns to it", brief.return_words());
            self.notify(Clean::new(&text), false);
        }
    }

    /// Opens a briefing again after the model was read anew.
    pub(super) fn reopen(&mut self, saved: &SavedBriefing, options: &BriefOptions) {
        let brief = Brief::again(&self.env, saved, options)
            .unwrap_or_else(|| Brief::new(&self.env, None, options));
        self.stack.push(Screen::Brief(Box::new(brief)));
    }

    /// Tells what time it is, counted from the start of the program.
    pub fn tick(&mut self, now: Duration) {
        let passed = now.saturating_sub(self.env.now);
        self.env.now = now;
        // What lies over the step, a detour, is not counted for it.
        if let Some(Screen::Brief(brief)) = self.stack.last_mut() {
            brief.spend(passed, &self.env);
        }
    }

    /// The plan with the times of a rehearsal, as a file; `None` where nothing was measured.
    pub fn rehearsed(&self) -> Option<String> {
        match self.briefing() {
            Some(brief) => brief.options().rehearsed(&self.env),
            None => self.talk.rehearsed(&self.env),
        }
    }

    /// How long nothing on the screen changes by itself; `None` for ever.
    pub fn wake(&self) -> Option<Duration> {
        self.briefing()?.wake(&self.env)
    }

    /// Takes whether a speaker's side is attached: then the audience's screen is clean.
    pub fn set_speaker(&mut self, is_there: bool) {
        self.talk.has_speaker = is_there;
        let env = self.env.clone();
        if let Some(brief) = self.briefing_mut() {
            brief.set_speaker(is_there, &env);
        }
    }

    /// Does what a key on the speaker's side means. Going on ends a detour.
    pub fn drive(&mut self, action: &Action) -> Vec<Effect> {
        if self.briefing().is_none() {
            return Vec::new();
        }
        self.notice = None;
        let undo = self.take_undo();
        let goes = matches!(action, Action::Forward | Action::Back);
        if goes && !matches!(self.stack.last(), Some(Screen::Brief(_))) {
            while self.stack.len() > 1 && !matches!(self.stack.last(), Some(Screen::Brief(_))) {
                self.close();
            }
            self.notice = None;
            return Vec::new();
        }
        if self.shows_again() {
            return Vec::new();
        }
        if let Some(question) = undo.filter(|_| *action == Action::Park) {
            return vec![Effect::TakeBack(question)];
        }
        let env = self.env.clone();
        let Some(brief) = self.briefing_mut() else {
            return Vec::new();
        };
        match brief.update(action, &env) {
            // The speaker knows the last step from the numbers on that side.
            Reply::Say(_) => Vec::new(),
            reply => self.take(reply),
        }
    }

    /// Says that a question is parked, and for a while lets the same key take it back.
    pub fn parked(&mut self, question: Parked) {
        let keys = self.env.keymap.keys(Mode::Brief, &Action::Park);
        let undo = keys
            .first()
            .map(|key| format!("{key} again takes it back; "));
        let undo = undo.unwrap_or_default();
        let place = question.place();
        self.tell_parked(
            format!("Parked at {place}. {undo}senryaku mine lists it"),
            false,
        );
        self.undo = Some((question, self.env.now + UNDO));
    }

    /// The question that may be taken back, which any key ends.
    pub(super) fn take_undo(&mut self) -> Option<Parked> {
        let (question, until) = self.undo.take()?;
        (self.env.now < until).then_some(question)
    }

    /// Says what became of a question that was parked: here, and on the speaker's side where one
    /// is attached.
    pub fn tell_parked(&mut self, text: String, failure: bool) {
        if !self.talk.has_speaker {
            self.notify(Clean::new(&text), failure);
        }
        // Where to find it is no news to the speaker's side, which has less room.
        let short = text.split_once(". ").map(|(short, _)| short.to_owned());
        self.parked = short.unwrap_or(text);
    }

    /// Takes what was heard of a briefing that another program shows.
    pub fn hear(&mut self, heard: FollowState) {
        if let Some(Screen::Follow(follow)) = self.stack.first_mut() {
            follow.hear(heard, &self.env);
        }
    }

    /// What a speaker's second screen is to show; `None` when no briefing is open.
    pub fn presenter(&self) -> Option<PresenterState> {
        let mut state = self.briefing()?.presenter(&self.env);
        state.parked.clone_from(&self.parked);
        if let Some(Screen::Detour(detour)) = self.stack.last() {
            state.detour = detour
                .entry()
                .map(|id| self.env.strategy.entry(id).name.to_string())
                .unwrap_or_default();
        }
        Some(state)
    }

    /// Where the briefing is, or where it was left; `None` when there was none.
    pub fn saved(&self) -> Option<SavedBriefing> {
        // A rehearsal leaves the talk itself where it was.
        if self.talk.rehearsal.is_some() {
            return None;
        }
        match self.briefing() {
            Some(brief) => Some(brief.saved(&self.env)),
            None => self.last_brief.clone(),
        }
    }

    /// What stands at the right of the last line while something covers a step.
    pub(super) fn detour_words(&self, area: Rect) -> Option<String> {
        let top_is_brief = matches!(self.stack.last(), Some(Screen::Brief(_)));
        let brief = self.briefing().filter(|_| !top_is_brief)?;
        let clock = brief.clock_words(&self.env);
        if matches!(self.stack.last(), Some(Screen::Steps(_))) {
            // The list is no detour, and has many keys to tell.
            return Some(clock);
        }
        let between = if clock.is_empty() { "" } else { ", " };
        let words = format!("{}{between}{clock}", brief.return_words());
        let heads = ["detour from ", "from ", ""];
        let fits = |head: &&str| 2 * (head.len() + words.len() + 1) <= usize::from(area.width);
        let head = heads.into_iter().find(fits).unwrap_or_default();
        Some(format!("{head}{words}"))
    }
}
