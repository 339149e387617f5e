//! A plan made to fit: some steps alone, or so much time.

use std::time::Duration;

use super::deck::DeckOptions;
use super::outline::outline;
use super::plan::{PlannedStep, TalkPlan, What};
use crate::model::{Kind, MadeStep, Strategy, Weight};
use crate::text::Clean;
use crate::wording;

/// Steps are cut by so much, or drawn out, before any is dropped or added: three quarters to five.
const LEAST: (u64, u64) = (3, 4);

/// What came of fitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitted {
    /// The plan.
    pub plan: TalkPlan,
    /// What was left out, in words.
    pub dropped: Vec<String>,
    /// How many steps of that.
    pub steps: usize,
    /// How many points of that.
    pub points: usize,
    /// What the steps that stay take of their time, in a hundred.
    pub share: u64,
    /// How long it takes.
    pub time: Duration,
}

impl TalkPlan {
    /// Keeps some steps alone, in the order in which they are named: entries by their ids, made
    /// steps by their names. Title, status and sources stay. What the plan lacks gets a step of its
    /// own.
    ///
    /// # Errors
    /// The name that is neither.
    pub fn only(&self, strategy: &Strategy, names: &[String]) -> Result<Self, String> {
        let mut steps = Vec::new();
        for name in names {
            let what = match (strategy.find(name), MadeStep::named(name)) {
                (Some(id), _) => What::Entry(strategy.entry(id).id.clone()),
                (None, Some(made)) => What::Made(made),
                (None, None) => return Err(name.clone()),
            };
            let own = self.steps.iter().find(|step| step.what == what);
            let step = own.cloned().unwrap_or_else(|| PlannedStep::new(what));
            steps.push(PlannedStep {
                is_hidden: false,
                ..step
            });
        }
        let stays = |made: MadeStep| {
            let is_it = |step: &&PlannedStep| step.what == What::Made(made);
            self.steps.iter().find(is_it).cloned()
        };
        let is_there = |made: MadeStep| {
            steps
                .iter()
                .any(|step: &PlannedStep| step.what == What::Made(made))
        };
        let (title, sources) = (is_there(MadeStep::Title), is_there(MadeStep::Sources));
        if let Some(title) = stays(MadeStep::Title).filter(|_| !title) {
            steps.insert(0, title);
        }
        if let Some(sources) = stays(MadeStep::Sources).filter(|_| !sources) {
            steps.push(sources);
        }
        Ok(Self { steps }.whole())
    }

    /// Makes a plan fit into a time: first what is of little weight goes, then points, then steps;
    /// never title, status and sources, and no pillar before its points. What is left shares the
    /// time in proportion.
    pub fn fit(&self, strategy: &Strategy, options: DeckOptions, target: Duration) -> Fitted {
        let mut fit = Fit::new(self, strategy, options);
        let target = target.as_secs();
        let cut = |time: u64| time * LEAST.0 / LEAST.1;
        while cut(fit.time()) > target && fit.drop_one() {}
        fit.finish(target)
    }
}

/// A plan while it is fitted.
struct Fit {
    steps: Vec<Fitting>,
}

struct Fitting {
    planned: PlannedStep,
    name: String,
    seconds: u64,
    /// Points that are shown, and all.
    points: (usize, usize),
    /// In which order it goes; `None` stays.
    rank: Option<Rank>,
    /// When it went: the how manieth.
    gone: Option<usize>,
}

/// Later goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Pillar,
    Picture,
    Main,
    Context,
}

impl Fit {
    fn new(plan: &TalkPlan, strategy: &Strategy, options: DeckOptions) -> Self {
        let steps = outline(plan, strategy, options).into_iter();
        let steps = steps.map(|step| Fitting {
            rank: rank(strategy, &step.planned.what),
            planned: step.planned,
            name: step.step.name,
            seconds: step.seconds,
            points: (step.step.points, step.step.points),
            gone: None,
        });
        Self {
            steps: steps.collect(),
        }
    }

    fn time(&self) -> u64 {
        let shown = self.steps.iter().filter(|step| step.is_shown());
        shown.map(Fitting::time).sum()
    }

    /// Drops the least that can be dropped; false when nothing can.
    fn drop_one(&mut self) -> bool {
        for rank in [Rank::Context, Rank::Main] {
            if self.drop_step(rank) {
                return true;
            }
        }
        let shown = self.steps.iter_mut().filter(|step| step.is_shown());
        let points = shown.filter(|step| step.points.0 > 1);
        let longest = points.max_by_key(|step| (step.points.0, step.seconds));
        if let Some(step) = longest {
            step.points.0 -= 1;
            return true;
        }
        self.drop_step(Rank::Picture) || self.drop_step(Rank::Pillar)
    }

    /// Drops the last step of a rank.
    fn drop_step(&mut self, rank: Rank) -> bool {
        let gone = self.steps.iter().filter_map(|step| step.gone).count();
        let mut shown = self.steps.iter_mut().filter(|step| step.is_shown());
        let last = shown.rfind(|step| step.rank == Some(rank));
        let Some(step) = last else { return false };
        step.gone = Some(gone);
        true
    }

    fn finish(self, target: u64) -> Fitted {
        let whole = self.time().max(1);
        // What is too short is not drawn out: it is said that this is all.
        let share = |seconds: u64| {
            if whole > target {
                seconds * target / whole
            } else {
                seconds
            }
        };
        let mut gone: Vec<&Fitting> = self
            .steps
            .iter()
            .filter(|step| step.gone.is_some())
            .collect();
        gone.sort_by_key(|step| step.gone);
        let mut dropped: Vec<String> = gone.iter().map(|step| step.name.clone()).collect();
        let (dropped_steps, mut points_dropped) = (dropped.len(), 0);
        let mut steps = Vec::new();
        let mut total = 0;
        for mut step in self.steps {
            if !step.is_shown() {
                // In the list of steps it can be brought back.
                step.planned.is_hidden = true;
                steps.push(step.planned);
                continue;
            }
            let seconds = share(step.time()).max(1);
            total += seconds;
            let (kept, all) = step.points;
            if kept < all {
                points_dropped += all - kept;
                let points = wording::count(all - kept, "point");
                dropped.push(format!("{points} of {}", step.name));
                step.planned.points = Some(kept);
            }
            step.planned.time = Some(Duration::from_secs(seconds));
            steps.push(step.planned);
        }
        Fitted {
            plan: TalkPlan { steps },
            steps: dropped_steps,
            points: points_dropped,
            share: (target * 100 / whole).min(100),
            dropped,
            time: Duration::from_secs(total),
        }
    }
}

impl Fitting {
    const fn is_shown(&self) -> bool {
        self.gone.is_none() && !self.planned.is_hidden
    }

    /// Its time with the points that it still has.
    fn time(&self) -> u64 {
        let (kept, all) = self.points;
        let part = |count: usize| u64::try_from(count + 1).unwrap_or(1);
        self.seconds * part(kept) / part(all)
    }
}

fn rank(strategy: &Strategy, what: &What) -> Option<Rank> {
    match what {
        What::Made(MadeStep::Title | MadeStep::Sources) => None,
        What::Made(_) => Some(Rank::Picture),
        What::Entry(id) => {
            let entry = strategy.entry(strategy.find(id)?);
            Some(match (entry.kind, entry.weight) {
                (Kind::Pillar, Weight::Key) => Rank::Pillar,
                (_, Weight::Key) => Rank::Picture,
                (_, Weight::Main) => Rank::Main,
                (_, Weight::Context) => Rank::Context,
            })
        }
    }
}

/// The sentence for what was left out or cut; `is_whole` where nobody chose steps before.
pub fn dropped_words(fitted: &Fitted, target: Duration, is_whole: bool) -> Option<Clean> {
    let show = crate::duration::show;
    let (time, goal) = (show(fitted.time), show(target));
    let share = fitted.share;
    let words = match (fitted.dropped.is_empty(), share < 100) {
        (true, false) => {
            let short = fitted.time.as_secs() + fitted.time.as_secs() / 10;
            if short >= target.as_secs() {
                return None;
            }
            if is_whole {
                format!("this is all: {time}")
            } else {
                format!("these steps take {time} of {goal}")
            }
        }
        (true, true) => {
            format!("nothing is left out to fit {goal}; each step takes {share} % of its time")
        }
        (false, is_cut) => {
            let all = fitted.dropped.join("; ");
            let cut = format!("; what stays takes {share} % of its time");
            let cut = if is_cut { cut.as_str() } else { "" };
            format!("left out to fit {goal}: {all}{cut}")
        }
    };
    Some(Clean::new(&words))
}

/// The same in one line of a screen: `Fitted to 10:00: 31 points left out, the rest at 76 % of its time`.
pub fn fitted_words(fitted: &Fitted, target: Duration, is_whole: bool) -> Option<Clean> {
    let counts = [(fitted.steps, "step"), (fitted.points, "point")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, noun)| wording::count(count, noun))
        .collect();
    if counts.is_empty() {
        return dropped_words(fitted, target, is_whole);
    }
    let goal = crate::duration::show(target);
    let share = match fitted.share {
        100.. => String::new(),
        share => format!(", the rest at {share} % of its time"),
    };
    let counts = counts.join(" and ");
    Some(Clean::new(&format!(
        "Fitted to {goal}: {counts} left out{share}"
    )))
}
