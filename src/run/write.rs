//! Writes files whole or not at all: first beside the target, then under its name.

use std::fs;
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

/// Writes a file whole or not at all.
pub(super) fn file(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    match existing {
        Existing::Keep => {
            let beside = beside(path, bytes)?;
            beside
                .persist_noclobber(path)
                .map_err(|failed| failed.error)?;
        }
        Existing::Replace => {
            let target = target(path)?;
            let beside = beside(&target, bytes)?;
            if let Ok(found) = fs::metadata(&target) {
                fs::set_permissions(beside.path(), found.permissions())?;
            }
            beside.persist(&target).map_err(|failed| failed.error)?;
        }
    }
    sync_folder_of(path);
    Ok(())
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

/// The file itself where the path is a symbolic link to one, so that the link stays.
fn target(path: &Path) -> io::Result<PathBuf> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => fs::canonicalize(path),
        Ok(_) => Err(io::Error::other(
            "this is not a regular file, so it cannot be replaced",
        )),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(path.to_owned()),
        Err(error) => Err(error),
    }
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
