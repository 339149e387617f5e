//! Which files were opened under the id of a model: answers and parked questions go by the id, so
//! that two files of one id share them, which their user is told once.

use super::folders::Folders;
use super::place::{self, Owner};
use crate::run::open;
use crate::text::Clean;

/// Remembers the file of a model; what is to be told when it shares the id with another that is
/// still there, and was not opened before.
pub(crate) fn meet(folders: &Folders, owner: &Owner) -> Option<String> {
    // What is read from a pipe is no file to come back to.
    if owner.file == "-" {
        return None;
    }
    let path = place::path_in(&folders.namesakes()?, &owner.model)?;
    let mut files: Vec<String> = place::read(&path).ok().flatten().unwrap_or_default();
    if files.contains(&owner.file) {
        return None;
    }
    files.retain(|file| file.is_empty() || open::exists(file.as_ref()));
    let other = files.last().cloned();
    files.push(owner.file.clone());
    // Where it cannot be remembered, it is told again.
    let _ = place::save(&path, &files);
    let other = match other?.as_str() {
        "" => Clean::new("the built-in model"),
        file => Clean::new(file),
    };
    let id = Clean::new(&owner.model);
    Some(format!(
        "Answers and parked questions go by the id {id}, which {other} has too"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_of_one_id_are_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders {
            state: Some(folder.path().join("state")),
            ..Folders::default()
        };
        let meet = |file: &str| {
            let owner = Owner {
                model: "jp-2021".to_owned(),
                file: file.to_owned(),
                plan: String::new(),
            };
            meet(&folders, &owner)
        };
        let copy = folder.path().join("copy.ron");
        std::fs::write(&copy, "").unwrap();
        let copy = copy.to_string_lossy().into_owned();
        assert_eq!(meet(""), None);
        let told = meet(&copy).unwrap();
        assert!(told.contains("jp-2021") && told.contains("the built-in model"));
        assert_eq!((meet(&copy), meet("")), (None, None), "once");
        assert_eq!(meet("-"), None);
        let other = meet("/nowhere/other.ron").unwrap();
        assert!(other.ends_with("copy.ron has too"), "{other}");
    }

    #[test]
    fn a_file_that_was_moved_shares_with_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders {
            state: Some(folder.path().to_owned()),
            ..Folders::default()
        };
        let owner = |file: &str| Owner {
            model: "uk-2022".to_owned(),
            file: file.to_owned(),
            plan: String::new(),
        };
        assert_eq!(meet(&folders, &owner("/gone/uk.ron")), None);
        assert_eq!(meet(&folders, &owner("/new/uk.ron")), None);
    }
}
