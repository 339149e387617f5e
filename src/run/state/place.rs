//! The place in a model, kept in the state folder from one start to the next.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::folders::Folders;
use crate::model;
use crate::run::open;
use crate::run::write;

/// Characters in the name of a state file; file systems take 255 bytes.
const LONGEST_NAME: usize = 120;

/// The file of a model's place; `None` when there is no home, or the id is too long for a name.
pub(crate) fn path(folders: &Folders, model: &str) -> Option<PathBuf> {
    path_in(&folders.places()?, model)
}

/// The file of a model in a folder.
pub(crate) fn path_in(folder: &Path, model: &str) -> Option<PathBuf> {
    Some(folder.join(file_name(model)?))
}

/// The place saved last, if one was; the error says in a sentence why it is not used.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, String> {
    if !open::exists(path) {
        return Ok(None);
    }
    let unused = || format!("the place saved in {} does not read", path.display());
    let bytes = open::file(path).map_err(|_unreadable| unused())?;
    let text = String::from_utf8(bytes).map_err(|_not_text| unused())?;
    let place = model::read(&path.to_string_lossy(), &text).map_err(|_broken| unused())?;
    Ok(Some(place))
}

/// Saves the place, whole or not at all.
pub(crate) fn save<T: Serialize>(path: &Path, place: &T) -> io::Result<()> {
    let text = ron::ser::to_string_pretty(place, ron::ser::PrettyConfig::default())
        .map_err(io::Error::other)?;
    write::state(path, text.as_bytes())
}

/// A model's id as the name of a file: letters, digits and hyphens stay, every other byte is
/// written as `%2F`, so that no id leads out of the folder and no two share a file.
fn file_name(model: &str) -> Option<String> {
    let mut name = String::new();
    for byte in model.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            name.push(char::from(byte));
        } else {
            let _ = write!(name, "%{byte:02X}");
        }
    }
    let fits = !name.is_empty() && name.len() <= LONGEST_NAME;
    fits.then(|| format!("{name}.ron"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::app::Place;

    #[test]
    fn no_id_leads_out_of_the_folder() {
        assert_eq!(file_name("jp-2021").unwrap(), "jp-2021.ron");
        assert_eq!(file_name("../x").unwrap(), "%2E%2E%2Fx.ron");
        assert_eq!(file_name(""), None);
        assert_eq!(file_name(&"界".repeat(50)), None);
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
