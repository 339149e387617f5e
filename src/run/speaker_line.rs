//! The line between a talk and its speaker's side: keys one way, and whether somebody is there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::SyncSender;
#[cfg(unix)]
use std::{
    io::{BufRead, BufReader, Read, Write},
    os::unix::net::{UnixListener, UnixStream},
    thread,
};

use super::message::Message;
#[cfg(unix)]
use super::{state::process, write};
use crate::action::{Action, Described};

/// A word longer than this is none of ours.
#[cfg(unix)]
const LONGEST: u64 = 64;

/// What may be asked of a talk.
const ASKED: &[Action] = &[
    Action::Forward,
    Action::Back,
    Action::Blank,
    Action::Clock,
    Action::Park,
];

/// The action of a word on the line, if a talk does it.
#[cfg_attr(not(unix), expect(dead_code, reason = "there is no line"))]
fn asked(word: &str) -> Option<Action> {
    let action = &Described::named(word)?.action;
    ASKED.contains(action).then(|| action.clone())
}

/// The word for an action.
fn word(action: &Action) -> Option<&'static str> {
    let mut lines = crate::action::ACTIONS.iter();
    lines
        .find(|line| line.action == *action)
        .map(|line| line.name)
}

fn path(folder: &Path, talk: u32) -> PathBuf {
    folder.join(format!("speaker-{talk}.sock"))
}

/// The talk's end. When it is dropped, its name is gone.
#[derive(Debug)]
pub(super) struct TalkEnd {
    path: PathBuf,
}

impl Drop for TalkEnd {
    fn drop(&mut self) {
        // Who finds the name later finds nobody behind it.
        let _ = fs::remove_file(&self.path);
    }
}

/// The speaker's end.
#[derive(Debug)]
pub(super) struct SpeakerEnd {
    folder: PathBuf,
    #[cfg(unix)]
    line: Option<(u32, UnixStream)>,
}

#[cfg(unix)]
impl TalkEnd {
    /// Opens the line of this process. Who is attached and what is asked come as messages.
    ///
    /// # Errors
    /// When there can be no such line here.
    pub(super) fn open(folder: &Path, outbox: SyncSender<Message>) -> io::Result<Self> {
        write::private_folder(folder)?;
        sweep(folder);
        let path = path(folder, std::process::id());
        let listener = UnixListener::bind(&path)?;
        let end = Self { path };
        thread::Builder::new()
            .name("speaker".into())
            .spawn(move || {
                for stream in listener.incoming().flatten() {
                    let outbox = outbox.clone();
                    // Without a thread to spare this one is not heard.
                    let _ = thread::Builder::new()
                        .name("speaker".into())
                        .spawn(move || hear(stream, &outbox));
                }
            })?;
        Ok(end)
    }
}

/// Removes the names of talks that were killed.
#[cfg(unix)]
fn sweep(folder: &Path) {
    let Ok(found) = fs::read_dir(folder) else {
        return;
    };
    for file in found.flatten() {
        let name = file.file_name();
        let talk = name.to_str().and_then(|name| {
            let talk = name.strip_prefix("speaker-")?.strip_suffix(".sock")?;
            talk.parse::<u32>().ok()
        });
        let own = std::process::id();
        if talk.is_some_and(|talk| talk == own || !process::is_alive(talk, None)) {
            let _ = fs::remove_file(file.path());
        }
    }
}

#[cfg(unix)]
fn hear(stream: UnixStream, outbox: &SyncSender<Message>) {
    if outbox.send(Message::Speaker(true)).is_err() {
        return;
    }
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    while let Ok(1..) = Read::by_ref(&mut stream).take(LONGEST).read_line(&mut line) {
        let asked = asked(line.trim());
        line.clear();
        let Some(action) = asked else { continue };
        if outbox.send(Message::Driven(action)).is_err() {
            return;
        }
    }
    let _ = outbox.send(Message::Speaker(false));
}

#[cfg(unix)]
impl SpeakerEnd {
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            line: None,
        }
    }

    /// Attaches to a talk, or to none.
    pub(super) fn attach(&mut self, talk: Option<u32>) {
        let known = self.line.as_ref().map(|(known, _)| *known);
        if known == talk {
            return;
        }
        self.line = talk.and_then(|talk| {
            let stream = UnixStream::connect(path(&self.folder, talk)).ok()?;
            Some((talk, stream))
        });
    }

    /// Asks for something.
    ///
    /// # Errors
    /// When nobody is at the other end.
    pub(super) fn ask(&mut self, action: &Action) -> io::Result<()> {
        let nobody = || io::Error::from(io::ErrorKind::NotConnected);
        let word = word(action).ok_or_else(nobody)?;
        let (_, stream) = self.line.as_mut().ok_or_else(nobody)?;
        stream.write_all(format!("{word}\n").as_bytes())
    }
}

#[cfg(not(unix))]
impl TalkEnd {
    pub(super) fn open(folder: &Path, _outbox: SyncSender<Message>) -> io::Result<Self> {
        let _ = path(folder, 0);
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(not(unix))]
impl SpeakerEnd {
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    pub(super) fn attach(&mut self, _talk: Option<u32>) {}

    pub(super) fn ask(&mut self, action: &Action) -> io::Result<()> {
        let _ = (word(action), &self.folder);
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_talk_does_is_heard() {
        for action in ASKED {
            assert_eq!(word(action).and_then(asked).as_ref(), Some(action));
        }
        for other in ["quit", "reload", "nonsense", ""] {
            assert_eq!(asked(other), None, "{other}");
        }
    }
}
