//! The log of reviews on disk: only ever added to, a whole line at a time, by any number of running
//! copies.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::folders::Folders;
use crate::app::Seat;
use crate::model::{MAX_BYTES, Strategy};
use crate::run::failure::reason;
use crate::run::today::today;
use crate::run::{open, write};
use crate::study::log::{Line, Log};
use crate::study::{Day, Ledger, Standing, Stats, deck};
use crate::text::Clean;

/// How long another copy may hold the log before its answers are tried again later.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long a reader waits for a copy that writes. A line takes a few milliseconds; whoever holds
/// the log longer is stuck, and reading harms nobody.
const GLANCE: Duration = Duration::from_millis(100);

/// Of models with more entries than this, cards are not made only to count them at the start.
const AT_ONCE: usize = 5000;

/// How long to wait before a lock is tried again.
#[cfg(unix)]
const AGAIN: Duration = Duration::from_millis(10);

/// The log, where there is a home for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reviews {
    log: Option<PathBuf>,
    aside: Option<PathBuf>,
}

impl Reviews {
    pub(crate) fn new(folders: &Folders) -> Self {
        Self {
            log: folders.reviews(),
            aside: folders.reviews_aside(),
        }
    }

    /// What a session needs to begin: the log, a unique session token, and a notice.
    ///
    /// # Errors
    /// When there is a log and it cannot be read.
    pub(crate) fn seat(&self) -> io::Result<(Seat, Option<String>)> {
        let (mut log, mut notices) = self.read()?;
        match log.until(Day::of(today())) {
            0 => {}
            1 => notices.push("1 review is dated after today and counts as of today".to_owned()),
            count => notices.push(format!(
                "{count} reviews are dated after today and count as of today"
            )),
        }
        let seat = Seat {
            lines: log.lines,
            token: format!("{:x}-{:x}", moment(), std::process::id()),
        };
        Ok((seat, (!notices.is_empty()).then(|| notices.join("; "))))
    }

    /// How the student stands with a strategy; `None` where that cannot be told at once.
    pub(crate) fn standing(&self, strategy: &Strategy) -> Option<Standing> {
        let log = self.log().ok()?;
        let model = &strategy.meta.id;
        let lines = log.lines.iter().filter(|line| line.model == model.as_str());
        if lines.count() == 0 {
            return Some(Standing::default());
        }
        if strategy.entries().count() > AT_ONCE {
            return None;
        }
        let ledger = Ledger::new(model, &log.lines);
        let stats = Stats::of(&deck(strategy), &ledger, Day::of(today()));
        Some(stats.standing())
    }

    /// Whether there is no log any more: it was removed, or the disk that it was on.
    pub(crate) fn are_gone(&self) -> bool {
        let found = self.log.as_ref().map(std::fs::symlink_metadata);
        let Some(Err(error)) = found else {
            return false;
        };
        matches!(
            error.kind(),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
        )
    }

    /// Adds lines and waits until they are on the disk: all of them, or none.
    ///
    /// # Errors
    /// When they could not be written, or another copy holds the log too long.
    pub(crate) fn append(&self, lines: &[Line]) -> io::Result<()> {
        let Some(path) = &self.log else {
            return Err(io::Error::other("no home folder is known"));
        };
        let text: String = lines.iter().map(Line::to_string).collect();
        append(path, text.as_bytes())
    }

    /// Reads the log, an empty one when there is none yet, with what there is to tell of it. Lines
    /// that are torn or garbled are kept in a file of their own, and stay where they are.
    fn read(&self) -> io::Result<(Log, Vec<String>)> {
        let log = self.log()?;
        let mut notices: Vec<String> = self.set_aside(&log.garbled).into_iter().collect();
        if log.newer > 0 {
            let lines = counted(log.newer);
            notices.push(format!(
                "{lines} of the study log: a newer senryaku wrote them, and they do not count here"
            ));
        }
        Ok((log, notices))
    }

    /// The log as it stands.
    fn log(&self) -> io::Result<Log> {
        let Some(path) = self.log.as_ref().filter(|path| open::exists(path)) else {
            return Ok(Log::default());
        };
        let mut file = open::regular(path)?;
        // So that no line of another copy is read half written.
        let whole = lock(&file, Hold::Shared, GLANCE).is_ok();
        let mut bytes = Vec::new();
        Read::by_ref(&mut file)
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)?;
        drop(file);
        if bytes.len() as u64 > MAX_BYTES {
            return Err(io::Error::other("it is too large"));
        }
        if !whole && let Some(end) = bytes.iter().rposition(|byte| *byte == b'\n') {
            bytes.truncate(end + 1);
        }
        Ok(Log::read(&bytes))
    }

    /// Keeps broken lines in their own file, where they have not been before. Where that cannot be
    /// done they stay in the log all the same.
    fn set_aside(&self, garbled: &[Vec<u8>]) -> Option<String> {
        let path = self.aside.as_ref().filter(|_| !garbled.is_empty())?;
        let known = if open::exists(path) {
            read_regular(path)
        } else {
            Ok(Vec::new())
        };
        let kept = known.and_then(|known| {
            let known: Vec<&[u8]> = known.split(|byte| *byte == b'\n').collect();
            let new = garbled.iter().filter(|line| !known.contains(&&***line));
            let new: Vec<&[u8]> = new.map(Vec::as_slice).collect();
            if !new.is_empty() {
                append(path, &[&new.join(&b'\n')[..], b"\n"].concat())?;
            }
            Ok(new.len())
        });
        let is_or_are = |count: usize| if count == 1 { "is" } else { "are" };
        match kept {
            Ok(0) => None,
            Ok(count) => Some(format!(
                "{} of the study log {} broken and kept aside in {}",
                counted(count),
                is_or_are(count),
                Clean::new(&path.to_string_lossy())
            )),
            Err(error) => Some(format!(
                "{} of the study log {} broken, and cannot be kept aside: {}",
                counted(garbled.len()),
                is_or_are(garbled.len()),
                reason(&error)
            )),
        }
    }
}

fn counted(lines: usize) -> String {
    match lines {
        1 => "1 line".to_owned(),
        count => format!("{count} lines"),
    }
}

fn read_regular(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = open::regular(path)?;
    file.take(MAX_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A number that differs from one moment to the next.
pub(crate) fn moment() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_nanos() as u64)
}

/// Adds whole lines at the end of a file, all or none. What another copy left torn there gets its
/// line end first.
pub(super) fn append(path: &Path, lines: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        write::private_folder(folder)?;
    }
    let is_new = !open::exists(path);
    let mut file = open::regular_with(
        OpenOptions::new().read(true).append(true).create(true),
        path,
    )?;
    lock(&file, Hold::Alone, PATIENCE)?;
    let end = file.seek(SeekFrom::End(0))?;
    let mut bytes = Vec::with_capacity(lines.len() + 1);
    if end > 0 {
        let mut last = [0];
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
        if last != [b'\n'] {
            bytes.push(b'\n');
        }
    }
    bytes.extend_from_slice(lines);
    let written = file.write_all(&bytes).and_then(|()| file.sync_data());
    if written.is_err() {
        // So that nothing stands there which was said not to be saved.
        let _ = file.set_len(end);
    } else if is_new {
        write::sync_folder_of(path);
    }
    written
}

/// How a file is held against other copies.
#[derive(Clone, Copy)]
enum Hold {
    Shared,
    Alone,
}

/// Waits for the file, but not for ever; the lock ends when the file is closed, also when the
/// program is killed.
#[cfg(unix)]
fn lock(file: &File, hold: Hold, patience: Duration) -> io::Result<()> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;
    let operation = match hold {
        Hold::Alone => FlockOperation::NonBlockingLockExclusive,
        Hold::Shared => FlockOperation::NonBlockingLockShared,
    };
    let began = std::time::Instant::now();
    loop {
        match flock(file, operation) {
            Err(Errno::INTR) => {}
            Err(Errno::WOULDBLOCK) if began.elapsed() < patience => std::thread::sleep(AGAIN),
            Err(Errno::WOULDBLOCK) => {
                return Err(io::Error::other("another program holds the file"));
            }
            // Some network file systems have no locks; one copy alone is as safe there.
            Err(Errno::NOTSUP | Errno::NOLCK) => return Ok(()),
            done => return Ok(done?),
        }
    }
}

#[cfg(not(unix))]
fn lock(_file: &File, _hold: Hold, _patience: Duration) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::study::log::{Act, LineId, Way};
    use crate::study::{Grade, Key};

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

    fn reviews(folder: &Path) -> Reviews {
        Reviews {
            log: Some(folder.join("state/reviews.log")),
            aside: Some(folder.join("state/reviews.broken")),
        }
    }

    #[test]
    fn a_torn_line_is_kept_aside_once_and_the_rest_stays() {
        let folder = tempfile::tempdir().unwrap();
        let reviews = reviews(folder.path());
        assert!(reviews.read().unwrap().0.lines.is_empty());
        reviews.append(&[line(1)]).unwrap();
        let log = folder.path().join("state/reviews.log");
        let mut torn = fs::read(&log).unwrap();
        let half = torn.len() / 2;
        torn.extend_from_within(..half);
        fs::write(&log, &torn).unwrap();
        reviews.append(&[line(2)]).unwrap();
        let (read, notices) = reviews.read().unwrap();
        assert_eq!(read.lines, [line(1), line(2)]);
        let [notice] = notices.as_slice() else {
            panic!("{notices:?}");
        };
        assert!(notice.starts_with("1 line of the study log is"));
        let (_, again) = reviews.read().unwrap();
        assert_eq!(again, [""; 0], "it is told once");
        let aside = fs::read(folder.path().join("state/reviews.broken")).unwrap();
        assert_eq!(aside.strip_suffix(b"\n"), torn.get(..half));
    }

    #[test]
    fn a_torn_line_that_cannot_be_kept_aside_is_noted_and_reading_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let reviews = reviews(folder.path());
        reviews.append(&[line(1)]).unwrap();
        let log = folder.path().join("state/reviews.log");
        let mut bytes = fs::read(&log).unwrap();
        bytes.extend_from_slice(b"torn\n");
        fs::write(&log, &bytes).unwrap();
        // A folder of that name can be written by nobody, not even by root.
        fs::create_dir(folder.path().join("state/reviews.broken")).unwrap();
        let (read, notices) = reviews.read().unwrap();
        assert_eq!(read.lines, [line(1)]);
        assert!(
            notices
                .concat()
                .contains("broken, and cannot be kept aside"),
            "{notices:?}"
        );
    }

    #[test]
    fn a_review_of_tomorrow_counts_as_of_today() {
        let folder = tempfile::tempdir().unwrap();
        let reviews = reviews(folder.path());
        let today = Day::of(today());
        let tomorrow = Line {
            day: today.plus(1),
            ..line(1)
        };
        reviews.append(&[tomorrow]).unwrap();
        let (seat, notice) = reviews.seat().unwrap();
        assert!(seat.lines.iter().all(|line| line.day <= today));
        assert_eq!(
            notice.as_deref(),
            Some("1 review is dated after today and counts as of today")
        );
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_refused_and_what_is_written_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let reviews = reviews(folder.path());
        reviews.append(&[line(1)]).unwrap();
        let log = folder.path().join("state/reviews.log");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&log), 0o600);
        assert_eq!(mode(log.parent().unwrap()), 0o700);
        fs::remove_file(&log).unwrap();
        let piped = std::process::Command::new("mkfifo").arg(&log).status();
        assert!(piped.unwrap().success());
        let refused = reviews.read().unwrap_err().to_string();
        assert!(refused.contains("not a regular file"), "{refused}");
        assert!(reviews.append(&[line(2)]).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_log_that_another_holds_is_read_and_not_waited_for_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let reviews = reviews(folder.path());
        reviews.append(&[line(1)]).unwrap();
        let held = File::open(folder.path().join("state/reviews.log")).unwrap();
        lock(&held, Hold::Alone, Duration::ZERO).unwrap();
        assert_eq!(reviews.read().unwrap().0.lines, [line(1)]);
        let refused = reviews.append(&[line(2)]).unwrap_err().to_string();
        assert!(refused.contains("another program holds"), "{refused}");
        drop(held);
        reviews.append(&[line(2)]).unwrap();
        assert_eq!(reviews.read().unwrap().0.lines, [line(1), line(2)]);
    }
}
