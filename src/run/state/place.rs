//! The place in a model, kept in the state folder from one start to the next.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::folders::Folders;
use crate::model;
use crate::run::builtin::BUILTIN;
use crate::run::open;
use crate::run::write;
use crate::study::fnv;

/// Characters of an id in the name of a state file; file systems take 255 bytes.
const LONGEST_NAME: usize = 120;

/// Whose place it is: copies of a model share its id, and a model may be told by several plans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub(crate) struct Owner {
    /// The id of the model.
    pub model: String,
    /// Where the model is read from; empty for one that is built in.
    pub file: String,
    /// What the steps of a briefing were chosen by; empty for those of the model.
    pub plan: String,
}

/// The file of a model's place; `None` when there is no home.
pub(crate) fn path(folders: &Folders, owner: &Owner) -> Option<PathBuf> {
    path_of(&folders.places()?, owner)
}

/// The file in a folder for what all copies of a model share.
pub(crate) fn path_in(folder: &Path, model: &str) -> Option<PathBuf> {
    Some(folder.join(format!("{}.ron", file_stem(model)?)))
}

/// The file of an owner in a folder. What was kept by the id alone goes over to the first file of
/// that id that is opened.
pub(crate) fn path_of(folder: &Path, owner: &Owner) -> Option<PathBuf> {
    let by_id = path_in(folder, &owner.model)?;
    if owner.file.is_empty() && owner.plan.is_empty() {
        return Some(by_id);
    }
    let own = fnv(format!("{}\n{}", owner.file, owner.plan).as_bytes());
    let name = format!("{}-{own:016x}.ron", file_stem(&owner.model)?);
    let path = folder.join(name);
    let is_heir = owner.plan.is_empty() && BUILTIN.iter().all(|model| model.id != owner.model);
    if is_heir && !open::exists(&path) {
        // Where it cannot, this one begins anew.
        let _ = fs::rename(by_id, &path);
    }
    Some(path)
}

/// The place saved last, if one was; the error says in a sentence why it is not used.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, String> {
    if !open::exists(path) {
        return Ok(None);
    }
    let unused = || format!("the place saved in {} does not read", path.display());
    let bytes = open::file(path).map_err(|_unreadable| unused())?;
    let text = String::from_utf8(bytes).map_err(|_not_text| unused())?;
    let place = model::read(&path.to_string_lossy(), &text, |place, _| place)
        .map_err(|_broken| unused())?;
    Ok(Some(place))
}

/// Saves the place, whole or not at all.
pub(crate) fn save<T: Serialize>(path: &Path, place: &T) -> io::Result<()> {
    let text = ron::ser::to_string_pretty(place, ron::ser::PrettyConfig::default())
        .map_err(io::Error::other)?;
    write::state(path, text.as_bytes())
}

/// A model's id in the name of a file: letters, digits and hyphens stay, every other byte is
/// written as `%2F`, so that no id leads out of the folder and no two share a file. The end of a
/// long one gives way to a hash of all of it. `None` for an empty one.
fn file_stem(model: &str) -> Option<String> {
    let mut name = String::new();
    for byte in model.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            name.push(char::from(byte));
        } else {
            let _ = write!(name, "%{byte:02X}");
        }
    }
    if name.len() > LONGEST_NAME {
        name.truncate(LONGEST_NAME - 17);
        let _ = write!(name, "-{:016x}", fnv(model.as_bytes()));
    }
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Place;

    #[test]
    fn no_id_leads_out_of_the_folder() {
        assert_eq!(file_stem("jp-2021").unwrap(), "jp-2021");
        assert_eq!(file_stem("../x").unwrap(), "%2E%2E%2Fx");
        assert_eq!(file_stem(""), None);
    }

    #[test]
    fn long_ids_have_files_of_their_own() {
        let long = |end: &str| file_stem(&format!("{}{end}", "界".repeat(50))).unwrap();
        let (one, other) = (long("a"), long("b"));
        assert_eq!(one.len(), LONGEST_NAME);
        assert_ne!(one, other);
        assert_eq!(one, long("a"));
    }

    #[test]
    fn copies_and_plans_of_a_model_have_places_of_their_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = |file: &str, plan: &str| {
            let owner = Owner {
                model: "uk-2022".to_owned(),
                file: file.to_owned(),
                plan: plan.to_owned(),
            };
            path_of(folder.path(), &owner).unwrap()
        };
        let by_id = folder.path().join("uk-2022.ron");
        assert_eq!(path("", ""), by_id);
        fs::write(&by_id, "kept by the id").unwrap();
        // The first to come takes what is there; a plan does not.
        let short = path("/a/uk.ron", "--only title");
        let first = path("/a/uk.ron", "");
        assert_eq!(fs::read_to_string(&first).unwrap(), "kept by the id");
        let copy = path("/a/mine.ron", "");
        assert!(!copy.exists() && !short.exists() && !by_id.exists());
        assert_eq!(path("/a/uk.ron", ""), first);
        assert!(first != copy && first != short);
    }

    #[test]
    fn a_file_with_the_id_of_a_built_in_model_takes_nothing_from_it() {
        let folder = tempfile::tempdir().unwrap();
        let by_id = folder.path().join("jp-2021.ron");
        fs::write(&by_id, "kept").unwrap();
        let owner = Owner {
            model: "jp-2021".to_owned(),
            file: "/a/copy.ron".to_owned(),
            plan: String::new(),
        };
        assert!(!path_of(folder.path(), &owner).unwrap().exists());
        assert!(by_id.exists());
    }

    #[test]
    fn a_place_comes_back_and_a_broken_one_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("place").join("jp-2021.ron");
        assert_eq!(read::<Place>(&path), Ok(None));
        let place = Place {
            pane: 3,
            selected: vec!["dx".to_owned(), "nisc-2015".to_owned()],
            narrow: Some("dx".to_owned()),
            ..Place::default()
        };
        save(&path, &place).unwrap();
        assert_eq!(read(&path), Ok(Some(place)));
        fs::write(&path, "(pane: ").unwrap();
        assert!(read::<Place>(&path).is_err());
    }
}
