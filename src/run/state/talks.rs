//! The small files, one for each talk, by which a running briefing tells a second terminal where it
//! is. Each talk has its own, so that no speaker's side jumps to the talk of somebody else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use serde::{Deserialize, Serialize};

use super::place::Owner;
use super::process;
use crate::brief::{FollowState, PresenterState};
use crate::run::today::time_of_day;
use crate::run::write;

/// A file larger than this is not ours.
const LARGEST: u64 = 1024 * 1024;

/// What the file of a talk says.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Post {
    /// Who wrote it.
    pid: u32,
    /// When that program was started, so that another one with its number is not taken for it.
    born: Option<String>,
    /// Which talk it is.
    owner: Owner,
    /// When the talk was opened: milliseconds since 1970.
    begun: u64,
    /// The same as people say it: `14:38`.
    since: String,
    /// When it was written: milliseconds since 1970.
    at: u64,
    /// Whether the briefing was left.
    ended: bool,
    signal: PresenterState,
}

impl Post {
    fn is_alive(&self) -> bool {
        process::is_alive(self.pid, self.born.as_deref())
    }

    fn runs(&self) -> bool {
        !self.ended && self.is_alive()
    }

    /// Whether it is the same run of the same talk.
    fn is_same_run(&self, other: &Self) -> bool {
        (self.pid, &self.born, self.begun) == (other.pid, &other.born, other.begun)
    }

    fn state(self) -> FollowState {
        let signal = Box::new(self.signal);
        if self.ended {
            FollowState::Ended(signal)
        } else {
            FollowState::Died(signal)
        }
    }
}

/// The end that tells.
#[derive(Debug)]
pub(crate) struct OwnTalk {
    folder: Option<PathBuf>,
    owner: Owner,
    /// When it was opened first.
    begun: Option<(u64, String)>,
    told: Option<(PresenterState, Instant)>,
}

impl OwnTalk {
    /// A talk that has said nothing yet; without a folder it never does.
    pub(crate) const fn new(folder: Option<PathBuf>, owner: Owner) -> Self {
        Self {
            folder,
            owner,
            begun: None,
            told: None,
        }
    }

    /// Tells what is new; `None` when no briefing is open. Says whether it told something.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn tell(&mut self, signal: Option<PresenterState>) -> io::Result<bool> {
        if self.folder.is_none() {
            return Ok(false);
        }
        match (&self.told, signal) {
            (None, None) => return Ok(false),
            (Some((told, when)), Some(signal)) if told.foretells(&signal, when.elapsed()) => {
                return Ok(false);
            }
            (_, Some(signal)) => {
                // Told even if it fails, or a full disk would be tried again at every key.
                self.told = Some((signal.clone(), Instant::now()));
                self.post(signal, false)?;
            }
            (Some((told, when)), None) => {
                let mut last = told.clone();
                last.elapsed = milliseconds(told.elapsed(when.elapsed()));
                last.runs = false;
                self.told = None;
                self.post(last, true)?;
            }
        }
        Ok(true)
    }

    /// What to tell of other talks of this model when the first one is opened here: those that run
    /// now. What killed ones left behind is removed.
    pub(crate) fn warning(&self) -> Option<String> {
        let folder = self.folder.as_ref()?;
        let mut others = Vec::new();
        for (path, post) in posts(folder) {
            if !post.is_alive() {
                // Who follows it has read it.
                let _ = fs::remove_file(path);
            } else if !post.ended && post.pid != std::process::id() {
                others.push(post);
            }
        }
        others.retain(|post| post.owner.model == self.owner.model);
        let other = others
            .into_iter()
            .max_by_key(|post| (post.owner == self.owner, post.begun))?;
        let since = &other.since;
        Some(if other.owner == self.owner {
            format!(
                "This talk also runs elsewhere since {since}: the one left last keeps its place"
            )
        } else {
            format!("A talk of this model runs elsewhere since {since}, from its own file or plan")
        })
    }

    /// Whole or not at all; not forced to the disk, which would hold up the speaker.
    fn post(&mut self, signal: PresenterState, ended: bool) -> io::Result<()> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        let pid = std::process::id();
        let (begun, since) = self.begun.get_or_insert_with(|| (now(), clock()));
        let post = Post {
            pid,
            born: process::born(pid),
            owner: self.owner.clone(),
            begun: *begun,
            since: since.clone(),
            at: now(),
            ended,
            signal,
        };
        write::quickly(&path(folder, pid), &serde_json::to_vec(&post)?)
    }
}

/// The end that hears. It stays with the talk that it found first: another one is heard only when
/// that is over, and only if it is the same talk again or was begun afterwards.
#[derive(Debug)]
pub(crate) struct Followed {
    folder: PathBuf,
    /// The model or file that was asked for; any where none was.
    wanted: Option<Owner>,
    /// What was heard last.
    last: Option<Post>,
    /// When it was found to be over.
    over: Option<u64>,
}

impl Followed {
    pub(crate) const fn new(folder: PathBuf, wanted: Option<Owner>) -> Self {
        Self {
            folder,
            wanted,
            last: None,
            over: None,
        }
    }

    /// Hears where the talk is.
    pub(crate) fn hear(&mut self) -> FollowState {
        self.hear_of().0
    }

    /// The same, and the process of the talk while it runs.
    pub(crate) fn hear_of(&mut self) -> (FollowState, Option<u32>) {
        let Some(last) = self.last.take() else {
            return self.begin();
        };
        let again = read(&path(&self.folder, last.pid));
        let last = again.filter(|post| post.is_same_run(&last)).unwrap_or(last);
        if last.runs() {
            return self.follow(last);
        }
        let over = *self.over.get_or_insert_with(now);
        let is_next = |post: &Post| post.owner == last.owner || post.begun >= over;
        if let Some(next) = self.running().into_iter().rfind(is_next) {
            return self.follow(next);
        }
        self.last = Some(last.clone());
        (last.state(), None)
    }

    /// The talk begun last; where none runs, what became of the one heard of last.
    fn begin(&mut self) -> (FollowState, Option<u32>) {
        if let Some(newest) = self.running().pop() {
            return self.follow(newest);
        }
        let gone = self.all().into_iter().max_by_key(|post| post.at);
        (gone.map_or(FollowState::Nothing, Post::state), None)
    }

    fn follow(&mut self, post: Post) -> (FollowState, Option<u32>) {
        let later = Duration::from_millis(now().saturating_sub(post.at));
        let pid = post.pid;
        self.over = None;
        self.last = Some(post.clone());
        let state = FollowState::Running(Box::new(post.signal), later);
        (state, Some(pid))
    }

    /// Those that run, the one begun last at the end.
    fn running(&self) -> Vec<Post> {
        let mut running = self.all();
        running.retain(Post::runs);
        running.sort_by_key(|post| post.begun);
        running
    }

    fn all(&self) -> Vec<Post> {
        let is_wanted = |post: &Post| {
            self.wanted.as_ref().is_none_or(|wanted| {
                let is_file = !wanted.file.is_empty() || post.owner.model == wanted.model;
                post.owner.file == wanted.file && is_file
            })
        };
        let found = posts(&self.folder).into_iter().map(|(_, post)| post);
        found.filter(is_wanted).collect()
    }
}

fn path(folder: &Path, talk: u32) -> PathBuf {
    folder.join(format!("{talk}.json"))
}

/// What is in a folder, with its files.
fn posts(folder: &Path) -> Vec<(PathBuf, Post)> {
    let Ok(found) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = found.flatten().map(|file| file.path());
    let paths = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
    paths
        .filter_map(|path| read(&path).map(|post| (path, post)))
        .collect()
}

fn read(path: &Path) -> Option<Post> {
    let found = fs::metadata(path).ok()?;
    if !found.is_file() || found.len() > LARGEST {
        return None;
    }
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    milliseconds(since.unwrap_or_default())
}

fn clock() -> String {
    let seconds = time_of_day().as_secs();
    format!("{}:{:02}", seconds / 3600 % 24, seconds / 60 % 60)
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

    fn owner(plan: &str) -> Owner {
        Owner {
            model: "jp-2021".to_owned(),
            plan: plan.to_owned(),
            ..Owner::default()
        }
    }

    /// Programs of other talks.
    struct Others(tempfile::TempDir, Vec<std::process::Child>);

    impl Others {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap(), Vec::new())
        }

        /// A talk of another program that runs, begun at a time.
        fn begin(&mut self, plan: &str, begun: u64) -> Post {
            let child = std::process::Command::new("sleep").arg("60").spawn();
            let child = child.unwrap();
            let pid = child.id();
            self.1.push(child);
            let post = Post {
                pid,
                born: process::born(pid),
                owner: owner(plan),
                begun,
                since: "14:38".to_owned(),
                at: begun,
                signal: signal(usize::try_from(begun % 1000).unwrap()),
                ..Post::default()
            };
            self.put(&post);
            post
        }

        fn put(&self, post: &Post) {
            let text = serde_json::to_vec(post).unwrap();
            fs::write(path(self.0.path(), post.pid), text).unwrap();
        }

        fn kill(&mut self, nth: usize) {
            self.1[nth].kill().unwrap();
            self.1[nth].wait().unwrap();
        }

        fn follower(&self) -> Followed {
            Followed::new(self.0.path().to_owned(), None)
        }
    }

    impl Drop for Others {
        fn drop(&mut self) {
            for child in &mut self.1 {
                let _ = child.kill();
                let _ = child.wait();
            }
        }
    }

    fn step_of(heard: &FollowState) -> Option<usize> {
        match heard {
            FollowState::Running(state, _) => Some(state.step),
            _ => None,
        }
    }

    #[test]
    fn a_briefing_is_heard_until_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state").join("talks");
        let mut follower = Followed::new(path.clone(), None);
        assert_eq!(follower.hear(), FollowState::Nothing);
        let mut talk = OwnTalk::new(Some(path), owner(""));
        assert!(!talk.tell(None).unwrap());
        assert!(talk.tell(Some(signal(3))).unwrap());
        assert_eq!(step_of(&follower.hear()), Some(3));
        assert!(!talk.tell(Some(signal(3))).unwrap(), "nothing new");
        assert!(talk.tell(None).unwrap());
        assert_eq!(follower.hear(), FollowState::Ended(Box::new(signal(3))));
        assert!(talk.tell(Some(signal(4))).unwrap(), "opened again");
        assert_eq!(step_of(&follower.hear()), Some(4));
    }

    #[test]
    fn a_speakers_side_stays_with_the_talk_it_began_with() {
        let mut others = Others::new();
        let mut first = others.begin("", 1001);
        let mut follower = others.follower();
        assert_eq!(step_of(&follower.hear()), Some(1));
        others.begin("only dx", 1002);
        assert_eq!(step_of(&follower.hear()), Some(1), "one begun later");
        first.signal.step = 5;
        others.put(&first);
        assert_eq!(step_of(&follower.hear()), Some(5));
        // Killed: the other talk, which ran already, is not taken for it.
        others.kill(0);
        assert!(matches!(follower.hear(), FollowState::Died(_)));
        others.begin("", 1003);
        assert_eq!(step_of(&follower.hear()), Some(3), "the same talk again");
        // Nobody was followed yet: the talk begun last.
        assert_eq!(step_of(&others.follower().hear()), Some(3));
    }

    #[test]
    fn a_second_talk_of_a_model_is_warned_of() {
        let mut others = Others::new();
        let folder = Some(others.0.path().to_owned());
        let talk = |plan: &str| OwnTalk::new(folder.clone(), owner(plan));
        assert_eq!(talk("").warning(), None);
        others.begin("", 1001);
        let same = talk("").warning().unwrap();
        assert!(same.starts_with("This talk also runs elsewhere since 14:38"));
        let plan = talk("only dx").warning().unwrap();
        assert!(plan.starts_with("A talk of this model runs elsewhere"));
        let model = |model: &str| Owner {
            model: model.to_owned(),
            ..Owner::default()
        };
        let another = OwnTalk::new(folder.clone(), model("uk-2022"));
        assert_eq!(another.warning(), None);
        others.kill(0);
        assert_eq!(talk("").warning(), None);
        assert!(posts(others.0.path()).is_empty(), "swept");
    }

    #[test]
    fn a_talk_is_found_by_its_model() {
        let mut others = Others::new();
        others.begin("", 1001);
        let mut file = others.begin("", 1002);
        file.owner.file = "/a/mine.ron".to_owned();
        others.put(&file);
        let step = |file: &str| {
            let wanted = Owner {
                file: file.to_owned(),
                ..owner("")
            };
            step_of(&Followed::new(others.0.path().to_owned(), Some(wanted)).hear())
        };
        assert_eq!((step(""), step("/a/mine.ron")), (Some(1), Some(2)));
        assert_eq!(step("/a/other.ron"), None);
    }

    #[test]
    fn a_program_that_is_gone_is_told_from_one_that_ended() {
        let mut others = Others::new();
        let post = others.begin("", 1002);
        others.kill(0);
        let died = FollowState::Died(Box::new(signal(2)));
        assert_eq!(others.follower().hear(), died);
        let another = Post {
            pid: std::process::id(),
            born: Some("another time".to_owned()),
            ..post
        };
        others.put(&another);
        assert_eq!(others.follower().hear(), died);
    }

    #[test]
    fn what_is_not_a_post_is_not_heard() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("1.json"), "{\"pid\": \"me\"").unwrap();
        fs::create_dir(folder.path().join("2.json")).unwrap();
        let mut follower = Followed::new(folder.path().to_owned(), None);
        assert_eq!(follower.hear(), FollowState::Nothing);
    }
}
