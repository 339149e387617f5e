//! `senryaku mine`: the questions parked in briefings of a model.

use crate::cli::{Format, Global, MineArgs};
use crate::run::failure::{Failure, Outcome, reason};
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
use crate::run::state::folders::Folders;
use crate::run::state::mine::Mine;

pub(crate) fn run(global: &Global, args: &MineArgs) -> Outcome {
    let strategy = ModelSource::chosen(global)?.load_whole()?.strategy;
    let mine = Mine::new(&Folders::find(), &strategy.meta.id);
    let (parked, others) = mine.parked().map_err(|error| {
        Failure::said(format!("what is parked does not read: {}", reason(&error)))
    })?;
    let mut out = Out::new(global);
    if args.listing.format == Format::Json {
        out.json(&parked)?;
        return out.finish(0);
    }
    if parked.is_empty() {
        out.text("No question is parked; `!` in a briefing parks one\n")?;
    }
    for each in &parked {
        let when = format!("{} {}", each.day, each.time);
        out.fields(&[&when, &each.place(), &each.name])?;
    }
    if others > 0 {
        let lines = crate::wording::count(others, "line");
        crate::run::failure::tell(&format!(
            "note: {lines} of the file are no parked questions"
        ));
    }
    out.finish(0)
}
