//! `senryaku brief`: the briefing on a terminal, the deck as text elsewhere; and the second screen
//! that follows one.

use std::io::{self, IsTerminal};

use crate::app::{Opening, SavedBriefing};
use crate::brief::{Deck, FollowState, TalkPlan};
use crate::cli::{BriefArgs, Global};
use crate::export;
use crate::run::builtin::JAPAN_2021;
use crate::run::failure::{Failure, Outcome};
use crate::run::launch::Launch;
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::state::appearance::Appearance;
use crate::run::state::folders::Folders;
use crate::run::state::place::Owner;
use crate::run::state::talks::Followed;
use crate::run::state::{briefing, place};
use crate::run::{environment, suggest, talk};
use crate::text::Clean;

/// Opens the briefing over the panes, or follows one.
pub(crate) fn run(global: &Global, args: &BriefArgs) -> Outcome {
    if args.notes {
        return follow(global);
    }
    let source = ModelSource::chosen(global)?;
    let strategy = source.load_whole()?.strategy;
    let at = match args.id.as_ref().or(global.at.as_ref()) {
        Some(id) => Some(suggest::entry(&strategy, id)?),
        None => None,
    };
    let options = talk::options(global, &strategy)?;
    let (plan, told) = talk::plan(&args.plan, &strategy, options)?;
    if !io::stdout().is_terminal() || environment::is_dumb() {
        let mut out = Out::new(global);
        let plan = plan.unwrap_or_else(|| TalkPlan::of(&strategy));
        let mut deck = Deck::new(&strategy, &plan, options);
        let first = at.map_or(0, |id| deck.start_at(&strategy, id).0);
        deck.steps.drain(..first);
        out.text(&export::deck::write(&deck, &strategy, false))?;
        return out.finish(0);
    }
    let folders = Folders::find();
    let appearance = Appearance::new(global, &folders)?;
    let owner = Owner {
        model: strategy.meta.id.to_string(),
        file: source.place(),
        plan: talk::chosen_by(&args.plan),
    };
    let saved = briefing::path(&folders, &owner)
        .filter(|_| !global.fresh && at.is_none())
        .and_then(|file| place::read::<SavedBriefing>(&file).ok().flatten());
    let opening = Opening {
        at,
        plan,
        as_of: Some(options.as_of),
        target: args.time.or(args.plan.fit),
        by_points: args.points,
        cites: args.cites,
        clean: args.clean,
        rehearses: args.rehearse,
        saved,
    };
    let launch = Launch {
        source: &source,
        appearance,
        global,
        folders: &folders,
        plan: owner.plan,
    };
    launch.open(strategy, |app| {
        app.brief(&opening);
        if let Some(told) = told {
            app.notify(told, false);
        }
    })
}

/// Follows the briefing that another terminal shows.
fn follow(global: &Global) -> Outcome {
    let folders = Folders::find();
    let Some(folder) = folders.talks() else {
        return Err(Failure::with_hint(
            "no home folder is known, so no briefing can be followed",
            "set HOME or XDG_STATE_HOME",
        ));
    };
    // With a model the talk of that, else any.
    let wanted = match &global.model {
        Some(model) if !model.is_empty() => {
            let source = ModelSource::named(model);
            Some(Owner {
                model: source.name().to_string(),
                file: source.place(),
                plan: String::new(),
            })
        }
        _ => None,
    };
    let mut talk = Followed::new(folder, wanted);
    if !io::stdout().is_terminal() || environment::is_dumb() {
        return print(global, &mut talk);
    }
    let launch = Launch {
        source: &ModelSource::Builtin(&JAPAN_2021),
        appearance: Appearance::new(global, &folders)?,
        global,
        folders: &folders,
        plan: String::new(),
    };
    launch.follow(talk)
}

/// Without a terminal: where the briefing is now. Exit code 1 when none runs.
fn print(global: &Global, talk: &mut Followed) -> Outcome {
    let mut out = Out::new(global);
    let (text, code) = match talk.hear() {
        FollowState::Nothing => ("No briefing is running\n".to_owned(), 1),
        FollowState::Ended(_) => ("The briefing has ended\n".to_owned(), 1),
        FollowState::Died(_) => (
            "The briefing is gone: its program ended without saying so\n".to_owned(),
            1,
        ),
        FollowState::Running(signal, later) => (
            format!(
                "Step {} of {}: {}\n{}\n\n{}\n\nNext: {}\n",
                signal.step,
                signal.steps,
                Clean::new(&signal.title),
                signal.sentence(later),
                Clean::new(&signal.note),
                Clean::new(&signal.next)
            ),
            0,
        ),
    };
    out.text(&text)?;
    out.finish(code)
}
