//! `senryaku paths`: where settings and state are kept.

use serde::Serialize;

use super::failure::{Failure, Outcome};
use super::folders::Folders;
use super::look;
use super::out::Out;
use crate::cli::{Format, Listing};
use crate::text::Clean;

#[derive(Serialize)]
struct PathJson {
    what: &'static str,
    path: String,
    exists: bool,
}

pub(super) fn run(out: &mut Out, listing: Listing) -> Outcome {
    let folders = Folders::find();
    let paths: Vec<PathJson> = [
        ("settings", folders.settings()),
        ("keymap", folders.keymap()),
        ("themes", folders.themes()),
        ("places", folders.places()),
        ("briefings", folders.briefings()),
        ("reviews", folders.reviews()),
    ]
    .into_iter()
    .filter_map(|(what, path)| {
        let path = path?;
        Some(PathJson {
            what,
            path: Clean::new(&path.to_string_lossy()).to_string(),
            exists: look::exists(&path),
        })
    })
    .collect();
    if paths.is_empty() {
        return Err(Failure::with_hint(
            "no home folder is known, so nothing is read or kept",
            "set HOME, or XDG_CONFIG_HOME and XDG_STATE_HOME",
        ));
    }
    match listing.format {
        Format::Json => out.json(&paths)?,
        Format::Text => {
            for each in &paths {
                let exists = if each.exists { "present" } else { "absent" };
                out.fields(&[each.what, &each.path, exists])?;
            }
        }
    }
    Ok(0)
}
