//! The small file by which a running briefing tells a second terminal where it is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use serde::{Deserialize, Serialize};

use super::process;
use crate::brief::{FollowState, PresenterState};
use crate::run::write;

/// A file larger than this is not ours.
const LARGEST: u64 = 1024 * 1024;

/// What the file says.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Post {
    /// Who wrote it.
    pid: u32,
    /// When that program was started, so that another one with its number is not taken for it.
    born: Option<String>,
    /// When it was written: milliseconds since 1970.
    at: u64,
    /// Whether the briefing was left.
    ended: bool,
    signal: PresenterState,
}

/// The end that tells.
#[derive(Debug)]
pub(crate) struct PresenterFile {
    path: Option<PathBuf>,
    told: Option<(PresenterState, Instant)>,
}

impl PresenterFile {
    /// A presenter that has said nothing yet; without a path it never does.
    pub(crate) const fn new(path: Option<PathBuf>) -> Self {
        Self { path, told: None }
    }

    /// Tells what is new; `None` when no briefing is open. Says whether it told something.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn tell(&mut self, signal: Option<PresenterState>) -> io::Result<bool> {
        let Some(path) = &self.path else {
            return Ok(false);
        };
        match (&self.told, signal) {
            (None, None) => return Ok(false),
            (Some((told, when)), Some(signal)) if told.foretells(&signal, when.elapsed()) => {
                return Ok(false);
            }
            (_, Some(signal)) => {
                // Told even if it fails, or a full disk would be tried again at every key.
                self.told = Some((signal.clone(), Instant::now()));
                post(path, signal, false)?;
            }
            (Some((told, when)), None) => {
                let mut last = told.clone();
                last.elapsed = milliseconds(told.elapsed(when.elapsed()));
                last.runs = false;
                self.told = None;
                if read(path).is_some_and(|post| post.pid == std::process::id()) {
                    post(path, last, true)?;
                }
            }
        }
        Ok(true)
    }
}

/// Hears what the file says.
pub(crate) fn hear(path: &Path) -> FollowState {
    hear_of(path).0
}

/// The same, and the process of the talk while it runs.
pub(crate) fn hear_of(path: &Path) -> (FollowState, Option<u32>) {
    let Some(post) = read(path) else {
        return (FollowState::Nothing, None);
    };
    if post.ended {
        return (FollowState::Ended(Box::new(post.signal)), None);
    }
    if !process::is_alive(post.pid, post.born.as_deref()) {
        return (FollowState::Died(Box::new(post.signal)), None);
    }
    let later = Duration::from_millis(now().saturating_sub(post.at));
    let running = FollowState::Running(Box::new(post.signal), later);
    (running, Some(post.pid))
}

fn read(path: &Path) -> Option<Post> {
    let found = fs::metadata(path).ok()?;
    if !found.is_file() || found.len() > LARGEST {
        return None;
    }
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

/// Whole or not at all; not forced to the disk, which would hold up the speaker.
fn post(path: &Path, signal: PresenterState, ended: bool) -> io::Result<()> {
    let pid = std::process::id();
    let post = Post {
        pid,
        born: process::born(pid),
        at: now(),
        ended,
        signal,
    };
    write::quickly(path, &serde_json::to_vec(&post)?)
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    milliseconds(since.unwrap_or_default())
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signal(step: usize) -> PresenterState {
        PresenterState {
            step,
            steps: 9,
            ..PresenterState::default()
        }
    }

    #[test]
    fn a_briefing_is_heard_until_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state").join("briefing.json");
        assert_eq!(hear(&path), FollowState::Nothing);
        let mut presenter = PresenterFile::new(Some(path.clone()));
        assert!(!presenter.tell(None).unwrap());
        assert!(presenter.tell(Some(signal(3))).unwrap());
        assert!(matches!(hear(&path), FollowState::Running(heard, _) if *heard == signal(3)));
        assert!(!presenter.tell(Some(signal(3))).unwrap(), "nothing new");
        assert!(presenter.tell(None).unwrap());
        assert_eq!(hear(&path), FollowState::Ended(Box::new(signal(3))));
    }

    #[test]
    fn a_program_that_is_gone_is_told_from_one_that_ended() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("briefing.json");
        let mut gone = std::process::Command::new("true").spawn().unwrap();
        let pid = gone.id();
        gone.wait().unwrap();
        let post = Post {
            pid,
            signal: signal(2),
            ..Post::default()
        };
        fs::write(&path, serde_json::to_vec(&post).unwrap()).unwrap();
        assert_eq!(hear(&path), FollowState::Died(Box::new(signal(2))));
        let another = Post {
            pid: std::process::id(),
            born: Some("another time".to_owned()),
            ..post
        };
        fs::write(&path, serde_json::to_vec(&another).unwrap()).unwrap();
        assert_eq!(hear(&path), FollowState::Died(Box::new(signal(2))));
    }

    #[test]
    fn what_is_not_a_post_is_not_heard() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("briefing.json");
        fs::write(&path, "{\"pid\": \"me\"").unwrap();
        assert_eq!(hear(&path), FollowState::Nothing);
        assert_eq!(hear(folder.path()), FollowState::Nothing);
    }
}
