//! Writes files whole or not at all: first beside the target, then under its name.

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::failure::{Failure, reason};
use crate::text::Clean;

/// What to do with a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existing {
    /// Leave it alone and fail with [`io::ErrorKind::AlreadyExists`], also if it appears only now.
    Keep,
    /// Take its place.
    Replace,
}

/// Writes what a user wants to have under a name. A regular file is written whole or not at all;
/// a device, a pipe or the like just takes the bytes.
pub(super) fn file(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err(io::Error::other("this is a folder")),
        Ok(found) if !found.is_file() => {
            return OpenOptions::new().write(true).open(path)?.write_all(bytes);
        }
        Ok(found) if existing == Existing::Replace => replace(path, &found, bytes)?,
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {
            let target = end_of_link(path);
            beside(&target, bytes)?
                .persist_noclobber(&target)
                .map_err(|failed| failed.error)?;
        }
    }
    sync_folder_of(path);
    Ok(())
}

/// Gives a regular file other contents. The new ones are complete beside it before it is touched.
fn replace(path: &Path, found: &Metadata, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    let beside = beside(&target, bytes)?;
    if !has_other_names(found) {
        fs::set_permissions(beside.path(), found.permissions())?;
        beside.persist(&target).map_err(|failed| failed.error)?;
        return Ok(());
    }
    // Another file under this name would part it from its other names.
    let written = OpenOptions::new()
        .write(true)
        .truncate(true)
        .open(&target)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
    written.map_err(|error| match beside.keep() {
        Ok((_, kept)) => {
            let kept = Clean::new(&kept.to_string_lossy());
            io::Error::other(format!("{}; all of it is in {kept}", reason(&error)))
        }
        Err(_) => error,
    })
}

/// Writes a file of the state, which is nobody else's, without waiting for the disk: it is written
/// often and worth little. After a crash of the machine an older file may be there.
pub(super) fn quickly(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    private_folder(folder)?;
    private(path, bytes, false)
}

/// Writes a file of the state and waits until it is on the disk.
pub(super) fn state(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    private_folder(folder)?;
    private(path, bytes, true)?;
    sync_folder_of(path);
    Ok(())
}

/// Temporary files are private from the beginning, and so is what becomes of them.
fn private(path: &Path, bytes: &[u8], wait: bool) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = Builder::new().prefix(".senryaku-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    if wait {
        file.as_file().sync_all()?;
    }
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}

/// Makes a folder that only the user can look into.
#[cfg(unix)]
pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    if let Ok(found) = fs::metadata(folder) {
        if found.is_dir() && found.permissions().mode() & 0o077 != 0 {
            // A folder of an earlier version; one that is somebody else's stays as it is.
            let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
        }
        return Ok(());
    }
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Waits until the name of a file is on the disk, where folders can be waited for.
pub(super) fn sync_folder_of(path: &Path) {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // Not every system can, and the file itself is written.
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
}

/// Where a file is made that a symbolic link leads to already, so that the link stays.
fn end_of_link(path: &Path) -> PathBuf {
    let mut at = path.to_owned();
    // As many as systems follow; a circle was refused before.
    for _ in 0..40 {
        let Ok(next) = fs::read_link(&at) else {
            break;
        };
        at = at.parent().unwrap_or_else(|| Path::new("")).join(next);
    }
    at
}

/// Whether two names are of one file, by links of any kind too.
#[cfg(unix)]
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |path: &Path| fs::metadata(path).map(|found| (found.dev(), found.ino()));
    match (identity(one), identity(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

#[cfg(not(unix))]
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

#[cfg(unix)]
fn has_other_names(found: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    found.nlink() > 1
}

#[cfg(not(unix))]
const fn has_other_names(_found: &Metadata) -> bool {
    false
}

fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut file = builder().tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// The file gets the permissions that any new file gets, not those of a secret.
#[cfg(unix)]
fn builder() -> Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = Builder::new();
    builder
        .prefix(".senryaku-")
        .permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".senryaku-");
    builder
}

/// Why a file that the user named was not written.
pub(crate) fn unwritten(name: &Clean, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::with_hint(format!("`{name}` exists already"), "--force replaces it")
        }
        io::ErrorKind::NotFound => Failure::with_hint(
            format!("cannot write `{name}`: there is no such folder"),
            "make the folder first with `mkdir -p`",
        ),
        _ => Failure::said(format!("cannot write `{name}`: {}", reason(error))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_exists_is_kept_or_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("model.ron");
        file(&path, b"first", Existing::Keep).unwrap();
        let refused = file(&path, b"second", Existing::Keep).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        file(&path, b"third", Existing::Replace).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"third");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn every_name_of_a_file_gets_what_is_written_under_one() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        fs::write(&one, "a longer text").unwrap();
        fs::hard_link(&one, &other).unwrap();
        assert!(is_same(&one, &other));
        file(&other, b"new", Existing::Replace).unwrap();
        assert_eq!(fs::read(&one).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_to_nothing_yet_stays_one() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        symlink("real", &link).unwrap();
        file(&link, b"new", Existing::Keep).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(folder.path().join("real")).unwrap(), b"new");
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_stays_one_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        file(&link, b"new", Existing::Replace).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        let mode = fs::metadata(&real).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}
