//! The briefing: one step at a time, one idea or one picture, with the clock at the foot.

mod areas;
mod draw;
mod foot;
mod left_out;
mod presenter;
mod resume;
mod strip;
mod update;

use std::time::Duration;

pub use areas::setting_for;
pub use resume::BriefOptions;

use self::areas::Areas;
use self::left_out::Panel;
use crate::brief::{
    BlockRole, Clock, Deck, DeckOptions, LeftOut, Schedule, Setting, Slide, Step, TalkPlan, Walk,
    has_large_pillars, screen_of, show_duration,
};
use crate::env::Env;
use crate::model::{AsOf, EntryId};
use crate::screen::speaker;
use crate::ui::glyph::Glyphs;

/// How often the time is kept while the screen is blank.
const KEPT: Duration = Duration::from_secs(3);
/// What a talk is planned as.
#[derive(Clone, Debug)]
pub struct Talk {
    /// Which steps.
    pub plan: TalkPlan,
    /// How the deck is made.
    pub options: DeckOptions,
    /// How long it is to take.
    pub target: Option<Duration>,
}

/// A step as the list of steps shows it.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// The number of its pillar; empty for none.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// What it is about, then what is named on it.
    pub entries: Vec<EntryId>,
}

/// The state of the briefing.
#[derive(Debug)]
pub struct Brief {
    options: BriefOptions,
    deck: Deck,
    schedule: Schedule,
    walk: Walk,
    /// The step that the clock began at.
    began: usize,
    /// What stood on the clock when this step began.
    step_began: Duration,
    blank: bool,
    /// The first line of the note in sight.
    note_scroll: usize,
    /// The number being typed.
    digits: String,
    /// The entry chosen among those named in sight.
    chosen: Option<EntryId>,
    /// The entry whose sources stand in a strip over the slide.
    strip: Option<EntryId>,
    /// What is left out of the slide, over it.
    panel: Option<Panel>,
    /// Until when a second Esc leaves.
    leaving: Option<Duration>,
    setting: Setting,
    /// The step as it is set for the size.
    slides: Vec<Slide>,
}

impl Brief {
    /// Opens on an entry, or at the beginning.
    pub fn new(env: &Env, at: Option<EntryId>, options: &BriefOptions) -> Self {
        let mut brief = Self::opened(env, options);
        let start = at.map(|id| brief.deck.start_at(&env.strategy, id));
        brief.set_up(env);
        match start {
            Some((step, 0)) => drop(brief.walk.go(step, &brief.deck, brief.setting)),
            Some((step, block)) => {
                let (deck, setting) = (&brief.deck, brief.setting);
                brief.walk.go_to_block(step, block, deck, setting);
            }
            None => drop(brief.walk.go(0, &brief.deck, brief.setting)),
        }
        brief.began = brief.walk.place.step;
        if brief.options.rehearsal.is_some() {
            // The first step is measured too.
            brief.options.clock.start(env.now);
        }
        brief.settle(env);
        brief
    }

    fn opened(env: &Env, options: &BriefOptions) -> Self {
        let plan = options.plan.clone();
        let plan = plan.unwrap_or_else(|| TalkPlan::of(&env.strategy));
        let usual = DeckOptions::usual(&env.strategy, env.today);
        let deck_options = DeckOptions {
            as_of: options.as_of.unwrap_or(usual.as_of),
            cites: options.cites,
        };
        Self {
            deck: Deck::new(&env.strategy, &plan, deck_options),
            options: options.clone(),
            schedule: Schedule::default(),
            walk: Walk::new(options.by_points),
            began: 0,
            step_began: Duration::ZERO,
            blank: false,
            note_scroll: 0,
            digits: String::new(),
            chosen: None,
            strip: None,
            panel: None,
            leaving: None,
            setting: Setting::default(),
            slides: Vec::new(),
        }
    }

    /// Takes the size of the screen.
    fn set_up(&mut self, env: &Env) {
        let areas = self.areas(env);
        let mut setting = areas::setting(areas.slide, env.glyphs == Glyphs::ASCII);
        setting.large_pillars = has_large_pillars(&self.deck.steps, setting);
        self.setting = setting;
    }

    /// Sets the step anew for the size.
    fn settle(&mut self, env: &Env) {
        self.set_up(env);
        self.schedule = Schedule::new(&self.deck, self.options.target, self.began);
        self.slides = self.walk.slides(&self.deck, self.setting);
        if self.options.notes {
            let note = self.step().and_then(|step| step.note.as_deref());
            let limit = speaker::note_limit(env.area(), note.unwrap_or_default());
            self.note_scroll = self.note_scroll.min(limit);
        }
        let in_sight = self.in_sight();
        if !self.chosen.is_some_and(|chosen| in_sight.contains(&chosen)) {
            self.chosen = None;
        }
        if let Some(mut panel) = self.panel.take() {
            panel.relayout(&self.left_out(), self.areas(env).panel);
            self.panel = Some(panel);
        }
    }

    /// The entry that the step is about.
    pub fn entry(&self) -> Option<EntryId> {
        self.step()?.entry()
    }

    /// The time that the talk is about.
    pub const fn as_of(&self) -> AsOf {
        self.deck.as_of()
    }

    /// Whether the screen is blank.
    pub const fn is_blank(&self) -> bool {
        self.blank
    }

    /// Whether the audience sees slide and progress alone.
    pub const fn is_clean(&self) -> bool {
        // The speaker's side in this terminal is nobody's slide.
        (self.options.clean || self.options.has_speaker) && !self.options.notes
    }

    /// Takes whether a speaker's side is attached.
    pub fn set_speaker(&mut self, is_there: bool, env: &Env) {
        self.options.has_speaker = is_there;
        self.settle(env);
    }

    /// Takes back the first of two keys that leave.
    pub const fn stay(&mut self) {
        self.leaving = None;
    }

    /// Shows the screen again.
    pub const fn unblank(&mut self) {
        self.blank = false;
    }

    /// The steps, and the number of the one in view.
    pub fn contents(&self) -> (Vec<StepRow>, usize) {
        let row = |step: &Step| StepRow {
            number: step.number.clone().unwrap_or_default(),
            name: step.name.clone(),
            entries: step.entry().into_iter().chain(step.entries()).collect(),
        };
        let rows = self.deck.steps.iter().map(row).collect();
        (rows, self.walk.place.step)
    }

    /// What the talk is planned as.
    pub fn talk(&self, env: &Env) -> Talk {
        let plan = self.options.plan.clone();
        let plan = plan.unwrap_or_else(|| TalkPlan::of(&env.strategy));
        // What was measured is offered as the minutes of the plan.
        let plan = match &self.options.rehearsal {
            Some(rehearsal) => rehearsal.timed(plan),
            None => plan,
        };
        Talk {
            plan,
            options: self.deck.options(),
            target: self.schedule.target(),
        }
    }

    /// How long until the screen changes by itself; `None` while nothing moves.
    pub fn wake(&self, env: &Env) -> Option<Duration> {
        let leaving = self.leaving.map(|until| until.saturating_sub(env.now));
        let second = self.clock().next_second(env.now);
        // Nothing to draw, but the time is kept.
        let second = second.map(|second| if self.blank { second.max(KEPT) } else { second });
        second.into_iter().chain(leaving).min()
    }

    /// `step 4, point 3`, for the line that says where a detour leads back to.
    pub fn return_words(&self) -> String {
        let step = format!("step {}", self.walk.place.step + 1);
        match self.point_words() {
            Some(point) => format!("{step}, {point}"),
            None => step,
        }
    }

    /// `point 3`, where points come one by one.
    fn point_words(&self) -> Option<String> {
        let step = self.step()?;
        let shown = self.walk.place.shown.min(step.points);
        (self.walk.by_points && step.points > 0).then(|| format!("point {shown}"))
    }

    /// The clock as it stands: `12:40 of 20:00`, or nothing when it was never started.
    pub fn clock_words(&self, env: &Env) -> String {
        if !self.clock().was_started() {
            return String::new();
        }
        let elapsed = show_duration(self.clock().elapsed(env.now));
        match self.schedule.target() {
            Some(target) => format!("{elapsed} of {}", show_duration(target)),
            None => elapsed,
        }
    }

    const fn clock(&self) -> &Clock {
        &self.options.clock
    }

    fn step(&self) -> Option<&Step> {
        self.deck.steps.get(self.walk.place.step)
    }

    /// The screen of the step that is in view.
    fn slide(&self) -> Option<&Slide> {
        self.slides.get(self.screen())
    }

    /// The number of that screen, from 0.
    fn screen(&self) -> usize {
        screen_of(&self.slides, self.walk.place.anchor)
    }

    /// The entries named in sight, each once, in the order of reading.
    fn in_sight(&self) -> Vec<EntryId> {
        self.slide()
            .map(|slide| slide.entries(|run| self.walk.reveals(run.point)))
            .unwrap_or_default()
    }

    fn areas(&self, env: &Env) -> Areas {
        Areas::of(env.size, self.is_clean())
    }

    /// What the slide in view leaves out: of the step, and of what this size had no room for.
    pub(super) fn left_out(&self) -> Vec<LeftOut> {
        let (Some(step), Some(slide)) = (self.step(), self.slide()) else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        if slide.is_shortened {
            let lead = step
                .blocks
                .iter()
                .find(|block| block.role == BlockRole::Lead);
            lines.extend(lead.map(|lead| LeftOut {
                label: "In full".to_owned(),
                text: lead.text.clone(),
                ..LeftOut::default()
            }));
        }
        for block in slide.dropped.iter().filter_map(|at| step.blocks.get(*at)) {
            lines.push(LeftOut {
                label: block.label.clone(),
                text: block.text.clone(),
                entries: block.entries.clone(),
                ..LeftOut::default()
            });
        }
        lines.extend(step.left_out.iter().cloned());
        lines
    }
}
