//! `senryaku paths`: where settings and state are kept.

use serde::Serialize;

use crate::cli::{Format, Global, PathsArgs};
use crate::run::failure::{Failure, Outcome};
use crate::run::open;
use crate::run::out::Out;
use crate::run::state::folders::Folders;
use crate::text::Clean;

#[derive(Serialize)]
struct PathJson {
    what: &'static str,
    path: String,
    exists: bool,
}

pub(crate) fn run(global: &Global, args: &PathsArgs) -> Outcome {
    let mut out = Out::new(global);
    let folders = Folders::find();
    let paths: Vec<PathJson> = [
        ("settings", folders.settings()),
        ("keymap", folders.keymap()),
        ("themes", folders.themes()),
        ("places", folders.places()),
        ("briefings", folders.briefings()),
        ("reviews", folders.reviews()),
        ("mine", folders.mine()),
    ]
    .into_iter()
    .filter_map(|(what, path)| {
        let path = path?;
        Some(PathJson {
            what,
            path: Clean::new(&path.to_string_lossy()).to_string(),
            exists: open::exists(&path),
        })
    })
    .collect();
    if paths.is_empty() {
        return Err(Failure::with_hint(
            "no home folder is known, so nothing is read or kept",
            "set HOME, or XDG_CONFIG_HOME and XDG_STATE_HOME",
        ));
    }
    match args.listing.format {
        Format::Json => out.json(&paths)?,
        Format::Text => {
            for each in &paths {
                let exists = if each.exists { "present" } else { "absent" };
                out.fields(&[each.what, &each.path, exists])?;
            }
        }
    }
    out.finish(0)
}
