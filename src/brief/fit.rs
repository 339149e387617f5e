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
    dropped: Vec<String>,
}

struct Fitting {
    planned: PlannedStep,
    name: String,
    seconds: u64,
    /// Points that are shown, and all.
    points: (usize, usize),
    /// In which order it goes; `None` stays.
    rank: Option<Rank>,
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
        let steps = steps
            .filter(|step| !step.planned.is_hidden)
            .map(|step| Fitting {
                rank: rank(strategy, &step.planned.what),
                planned: step.planned,
                name: step.step.name,
                seconds: step.seconds,
                points: (step.step.points, step.step.points),
            });
        Self {
            steps: steps.collect(),
            dropped: Vec::new(),
        }
    }

    fn time(&self) -> u64 {
        self.steps.iter().map(Fitting::time).sum()
    }

    /// Drops the least that can be dropped; false when nothing can.
    fn drop_one(&mut self) -> bool {
        for rank in [Rank::Context, Rank::Main] {
            if self.drop_step(rank) {
                return true;
            }
        }
        let points = self.steps.iter_mut().filter(|step| step.points.0 > 1);
        let longest = points.max_by_key(|step| (step.points.0, step.seconds));
        if let Some(step) = longest {
            step.points.0 -= 1;
            return true;
        }
        self.drop_step(Rank::Picture) || self.drop_step(Rank::Pillar)
    }

    /// Drops the last step of a rank.
    fn drop_step(&mut self, rank: Rank) -> bool {
        let last = self.steps.iter().rposition(|step| step.rank == Some(rank));
        let Some(at) = last else { return false };
        let step = self.steps.remove(at);
        self.dropped.push(step.name);
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
        let mut dropped = self.dropped;
        let mut steps = Vec::new();
        let mut total = 0;
        for mut step in self.steps {
            let seconds = share(step.time()).max(1);
            total += seconds;
            let (kept, all) = step.points;
            if kept < all {
                let points = wording::count(all - kept, "point");
                dropped.push(format!("{points} of {}", step.name));
                step.planned.points = Some(kept);
            }
            step.planned.time = Some(Duration::from_secs(seconds));
            steps.push(step.planned);
        }
        Fitted {
            plan: TalkPlan { steps },
            dropped,
            time: Duration::from_secs(total),
        }
    }
}

impl Fitting {
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

/// The sentence for what was left out.
pub fn dropped_words(fitted: &Fitted, target: Duration) -> Option<Clean> {
    let show = crate::duration::show;
    if fitted.dropped.is_empty() {
        let short = fitted.time.as_secs() + fitted.time.as_secs() / 10;
        return (short < target.as_secs())
            .then(|| Clean::new(&format!("this is all: {}", show(fitted.time))));
    }
    let all = fitted.dropped.join("; ");
    Some(Clean::new(&format!(
        "left out to fit {}: {all}",
        show(target)
    )))
}
