//! Reads files that a user names: regular ones only, never endlessly, never blocking.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use super::failure::{Failure, reason};
use crate::model::MAX_BYTES;
use crate::text::Clean;

/// Reads a file whole.
pub(super) fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = Clean::new(&path.to_string_lossy());
    let fail = |error: io::Error| unreadable(&name, &error);
    // Looked at before it is opened, because opening some devices already does something; and
    // again after, because another file may have taken its name in between.
    acceptable(&name, &std::fs::metadata(path).map_err(fail)?)?;
    let file = open(OpenOptions::new().read(true), path).map_err(fail)?;
    acceptable(&name, &file.metadata().map_err(fail)?)?;
    capped(file, &name)
}

/// Reads standard input whole, and tells how many bytes there are so far.
pub(super) fn stdin(told: &dyn Fn(usize)) -> Result<Vec<u8>, Failure> {
    let counted = Counted {
        from: io::stdin().lock(),
        so_far: 0,
        told,
    };
    capped(counted, &Clean::new("standard input"))
}

/// The name of whatever standard input is, where the system has one.
pub(super) fn stdin_path() -> Option<&'static Path> {
    cfg!(unix).then(|| Path::new("/dev/stdin"))
}

/// Tells how many bytes were read from it.
struct Counted<'a, R> {
    from: R,
    so_far: usize,
    told: &'a dyn Fn(usize),
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        self.so_far += read;
        (self.told)(self.so_far);
        Ok(read)
    }
}

/// Opens a file to be read; anything else than a regular file is an error.
pub(super) fn regular(path: &Path) -> io::Result<File> {
    regular_with(OpenOptions::new().read(true), path)
}

/// The same to be written too, private to the user if it is new.
pub(super) fn regular_with(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let unfit = || io::Error::other("it is not a regular file");
    if std::fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(unfit());
    }
    let file = open(options, path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(unfit())
    }
}

/// Opening a FIFO whose other end is nobody's would block for ever without the flag.
#[cfg(unix)]
fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    options
        .mode(0o600)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

#[cfg(not(unix))]
fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    options.open(path)
}

fn acceptable(name: &Clean, found: &Metadata) -> Result<(), Failure> {
    if found.is_dir() {
        return Err(Failure::with_hint(
            format!("`{name}` is a folder, not a model"),
            "name the .ron file inside it",
        ));
    }
    if !found.is_file() {
        return Err(Failure::with_hint(
            format!("`{name}` is not a regular file"),
            "to read a model from a pipe, name it `-` and redirect standard input",
        ));
    }
    if found.len() > MAX_BYTES {
        return Err(too_large(name));
    }
    Ok(())
}

fn capped(from: impl Read, name: &Clean) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(name, &error))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(name));
    }
    Ok(bytes)
}

fn too_large(name: &Clean) -> Failure {
    let most = MAX_BYTES / (1024 * 1024);
    Failure::with_hint(
        format!("`{name}` is larger than {most} MiB"),
        "a model is a text of a few hundred kilobytes; is this the right file?",
    )
}

fn unreadable(name: &Clean, error: &io::Error) -> Failure {
    let what = format!("cannot read `{name}`: {}", reason(error));
    match error.kind() {
        io::ErrorKind::NotFound => Failure::with_hint(
            what,
            "`senryaku models` lists the built-in models; `senryaku new FILE` starts one",
        ),
        io::ErrorKind::PermissionDenied => {
            Failure::with_hint(what, "look at its permissions with `ls -l`")
        }
        _ => Failure::said(what),
    }
}

/// Whether something has this name. What cannot be looked at exists: reading it tells why.
pub(crate) fn exists(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}
