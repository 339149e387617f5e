//! Which steps a briefing has, as the command line asks for them.

use crate::brief::{DeckOptions, TalkPlan, dropped_words, fitted_words, read_plan};
use crate::cli::{Global, PlanArgs};
use crate::model::Strategy;
use crate::run::failure::{Failure, tell};
use crate::run::today::today;
use crate::run::{as_of, open};
use crate::text::Clean;

/// How the deck is made: for the time of `--as-of`, or the usual one.
pub(super) fn options(global: &Global, strategy: &Strategy) -> Result<DeckOptions, Failure> {
    let usual = DeckOptions::usual(strategy, today());
    Ok(match global.as_of {
        Some(_) => DeckOptions {
            as_of: as_of::chosen(global, strategy)?,
            ..usual
        },
        None => usual,
    })
}

/// What tells such a choice from another; empty when the model's own steps are shown.
pub(super) fn chosen_by(args: &PlanArgs) -> String {
    let mut chosen = String::new();
    if let Some(path) = &args.plan {
        let whole = std::fs::canonicalize(path);
        let whole = whole.as_deref().unwrap_or(path);
        chosen.push_str(&format!("plan {}\n", whole.to_string_lossy()));
    }
    if !args.only.is_empty() {
        chosen.push_str(&format!("only {}\n", args.only.join(",")));
    }
    if let Some(time) = args.fit {
        chosen.push_str(&format!("fit {}\n", time.as_secs()));
    }
    chosen
}

/// The plan of `--plan`, `--only` and `--fit`, in this order; none where no option asks for one. What
/// does not fit is told, and comes back in one line for a screen.
pub(super) fn plan(
    args: &PlanArgs,
    strategy: &Strategy,
    options: DeckOptions,
) -> Result<(Option<TalkPlan>, Option<Clean>), Failure> {
    let mut plan = None;
    if let Some(path) = &args.plan {
        let name = Clean::new(&path.to_string_lossy());
        let bytes = open::file(path)?;
        let text = String::from_utf8(bytes)
            .map_err(|_not_text| Failure::said(format!("{name} is not UTF-8 text")))?;
        let read = read_plan(&name, &text, strategy).map_err(Failure::Broken)?;
        plan = Some(read);
    }
    let own = || TalkPlan::of(strategy);
    if !args.only.is_empty() {
        let whole = plan.unwrap_or_else(own);
        let only = whole.only(strategy, &args.only).map_err(|name| {
            let name = Clean::new(&name);
            Failure::with_hint(
                format!("`--only` knows no step `{name}`"),
                "an id of an entry, or one of title, overview, goals, pillars, actors, threats, \
                 milestones, after, sources",
            )
        })?;
        plan = Some(only);
    }
    if let Some(target) = args.fit {
        let is_whole = plan.is_none();
        let fitted = plan.unwrap_or_else(own).fit(strategy, options, target);
        if let Some(words) = dropped_words(&fitted, target, is_whole) {
            tell(&words);
        }
        let line = fitted_words(&fitted, target, is_whole);
        return Ok((Some(fitted.plan), line));
    }
    Ok((plan, None))
}
