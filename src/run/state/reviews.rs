//! The log of reviews on disk: only ever added to, a whole line at a time, by any number of running
//! copies.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use super::folders::Folders;
use crate::app::Seat;
use crate::study::log::{Line, Log};
use crate::text::Clean;

/// The log, where there is a home for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reviews {
    log: Option<PathBuf>,
    aside: Option<PathBuf>,
}

/// What was read, and a sentence when some of it could not be.
pub(crate) type Told = (Log, Option<String>);

impl Reviews {
    pub(crate) fn new(folders: &Folders) -> Self {
        Self {
            log: folders.reviews(),
            aside: folders.reviews_aside(),
        }
    }

    /// Reads the log; an empty one when there is none yet. Lines that are torn or garbled are kept
    /// in a file of their own, where they have not been before, and stay where they are.
    pub(crate) fn read(&self) -> io::Result<Told> {
        let Some(path) = &self.log else {
            return Ok(Told::default());
        };
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Told::default()),
            Err(error) => return Err(error),
        };
        // So that no line of another copy is read half written.
        lock(&file, false)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        drop(file);
        let log = Log::read(&bytes);
        let notice = self.set_aside(&log.garbled)?;
        Ok((log, notice))
    }

    /// Adds a line and waits until it is on the disk.
    pub(crate) fn append(&self, line: &Line) -> io::Result<()> {
        let Some(path) = &self.log else {
            return Err(io::Error::other("no home folder is known"));
        };
        append(path, line.to_string().as_bytes())
    }

    /// What a session needs to begin: the log, a word of its own, and a notice.
    pub(crate) fn seat(&self) -> io::Result<(Seat, Option<String>)> {
        let (log, notice) = self.read()?;
        let seat = Seat {
            lines: log.lines,
            token: format!("{:x}-{:x}", moment(), std::process::id()),
        };
        Ok((seat, notice))
    }

    fn set_aside(&self, garbled: &[Vec<u8>]) -> io::Result<Option<String>> {
        let Some(path) = self.aside.as_ref().filter(|_| !garbled.is_empty()) else {
            return Ok(None);
        };
        let known = match fs::read(path) {
            Ok(known) => known,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let known: Vec<&[u8]> = known.split(|byte| *byte == b'\n').collect();
        let new: Vec<&Vec<u8>> = garbled
            .iter()
            .filter(|line| !known.contains(&line.as_slice()))
            .collect();
        if new.is_empty() {
            return Ok(None);
        }
        for line in &new {
            append(path, &[line.as_slice(), b"\n"].concat())?;
        }
        let lines = match new.len() {
            1 => "1 line of the study log is".to_owned(),
            count => format!("{count} lines of the study log are"),
        };
        let name = Clean::new(&path.to_string_lossy());
        Ok(Some(format!("{lines} broken and kept aside in {name}")))
    }
}

/// A number that differs from one moment to the next.
pub(crate) fn moment() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_nanos() as u64)
}

/// Adds whole lines at the end of a file. What another copy left torn there gets its line end first.
fn append(path: &std::path::Path, lines: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .open(path)?;
    lock(&file, true)?;
    let mut bytes = Vec::with_capacity(lines.len() + 1);
    if file.seek(SeekFrom::End(0))? > 0 {
        let mut last = [0];
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
        if last != [b'\n'] {
            bytes.push(b'\n');
        }
    }
    bytes.extend_from_slice(lines);
    file.write_all(&bytes)?;
    file.sync_data()
}

/// Waits for the file; the lock ends when the file is closed, also when the program is killed.
#[cfg(unix)]
fn lock(file: &File, alone: bool) -> io::Result<()> {
    use rustix::fs::{FlockOperation, flock};
    let operation = if alone {
        FlockOperation::LockExclusive
    } else {
        FlockOperation::LockShared
    };
    loop {
        match flock(file, operation) {
            Err(rustix::io::Errno::INTR) => {}
            // Some network file systems have no locks; one copy alone is as safe there.
            Err(rustix::io::Errno::NOTSUP | rustix::io::Errno::NOLCK) => return Ok(()),
            done => return Ok(done?),
        }
    }
}

#[cfg(not(unix))]
fn lock(_file: &File, _alone: bool) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::log::{Act, LineId, Way};
    use crate::study::{Day, Grade, Key};

    fn line(number: u32) -> Line {
        Line {
            id: LineId {
                session: "a".to_owned(),
                number,
            },
            day: Day::default(),
            model: "m".to_owned(),
            key: Key::new("year", ["x"]),
            act: Act::Review {
                grade: Grade::Good,
                way: Way::Choice,
                cram: false,
                mark: 1,
            },
        }
    }

    #[test]
    fn a_torn_line_is_kept_aside_once_and_the_rest_stays() {
        let folder = tempfile::tempdir().unwrap();
        let reviews = Reviews {
            log: Some(folder.path().join("state/reviews.log")),
            aside: Some(folder.path().join("state/reviews.broken")),
        };
        assert!(reviews.read().unwrap().0.lines.is_empty());
        reviews.append(&line(1)).unwrap();
        let log = folder.path().join("state/reviews.log");
        let mut torn = fs::read(&log).unwrap();
        let half = torn.len() / 2;
        torn.extend_from_within(..half);
        fs::write(&log, &torn).unwrap();
        reviews.append(&line(2)).unwrap();
        let (read, notice) = reviews.read().unwrap();
        assert_eq!(read.lines, [line(1), line(2)]);
        assert!(notice.unwrap().starts_with("1 line of the study log is"));
        let (_, again) = reviews.read().unwrap();
        assert_eq!(again, None, "it is told once");
        let aside = fs::read(folder.path().join("state/reviews.broken")).unwrap();
        assert_eq!(aside.strip_suffix(b"\n"), torn.get(..half));
    }
}
