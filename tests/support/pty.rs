//! A terminal for tests: the program runs in it, and what it writes is kept as bytes and as a screen.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, getpgid, kill_process, kill_process_group};
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Parser, Screen};

/// How long a condition may take; only a failing test waits as long.
const DEADLINE: Duration = Duration::from_secs(60);

const PROGRAM: &str = env!("CARGO_BIN_EXE_senryaku");

/// The Escape key, such that what is sent next is not read as the same key with Alt.
pub(crate) const ESCAPE: &str = "\x1b[27u";

/// What the program has written so far.
struct Output {
    bytes: Vec<u8>,
    screen: Parser,
    open: bool,
    closing: bool,
}

type Shared = Arc<(Mutex<Output>, Condvar)>;

/// A terminal with a shell script in it.
pub(crate) struct Pty {
    pub(crate) folder: TempDir,
    master: Box<dyn MasterPty + Send>,
    _slave: Box<dyn SlavePty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    reader: JoinHandle<()>,
    shared: Shared,
    modes: String,
}

impl Pty {
    /// Runs the program as a shell does, says how it ended, and keeps the terminal open.
    pub(crate) fn start(arguments: &str) -> Self {
        Self::script(&format!(
            "sh -c 'echo $$ >pid; exec \"$0\" {arguments}' \"$PROGRAM\"; echo \"exit=$?\"; read -r x"
        ))
    }

    /// Runs a script in which `$PROGRAM` is the program; its folder is temporary.
    pub(crate) fn script(script: &str) -> Self {
        Self::sized(script, 24, 100)
    }

    pub(crate) fn sized(script: &str, rows: u16, columns: u16) -> Self {
        let pty = Self::unread(script, rows, columns);
        pty.read();
        pty
    }

    /// A terminal that takes what the program writes until its buffer is full, and no more, before
    /// [`Pty::read`].
    pub(crate) fn unread(script: &str, rows: u16, columns: u16) -> Self {
        let pair = native_pty_system().openpty(size(rows, columns)).unwrap();
        let folder = TempDir::new().unwrap();
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(command(script, &folder)).unwrap();
        let shared = Shared::new((
            Mutex::new(Output {
                bytes: Vec::new(),
                // The parser itself fails on a wide character in a single column.
                screen: Parser::new(rows.max(24), columns.max(80), 0),
                open: false,
                closing: false,
            }),
            Condvar::new(),
        ));
        Self {
            folder,
            reader: read(pair.master.try_clone_reader().unwrap(), Arc::clone(&shared)),
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            _slave: pair.slave,
            child,
            shared,
            modes,
        }
    }

    /// Starts to read what the program writes.
    pub(crate) fn read(&self) {
        lock(&self.shared).open = true;
        self.shared.1.notify_all();
    }

    pub(crate) fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
    }

    pub(crate) fn resize(&self, rows: u16, columns: u16) {
        lock(&self.shared)
            .screen
            .screen_mut()
            .set_size(rows, columns);
        self.master.resize(size(rows, columns)).unwrap();
    }

    /// Waits until the screen is as it should be.
    pub(crate) fn wait(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        self.wait_for_output(what, |output| wanted(output.screen.screen()));
    }

    pub(crate) fn wait_for_text(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until these bytes have been written `times` times.
    pub(crate) fn wait_for_bytes(&self, bytes: &str, times: usize) {
        self.wait_for_output(bytes, |output| {
            let text = String::from_utf8_lossy(&output.bytes);
            text.matches(bytes).count() >= times
        });
    }

    fn wait_for_output(&self, what: &str, wanted: impl Fn(&Output) -> bool) {
        let mut output = lock(&self.shared);
        let began = Instant::now();
        while !wanted(&output) {
            let left = DEADLINE.saturating_sub(began.elapsed());
            assert!(
                !left.is_zero(),
                "{what} never came; the screen:\n{}\nthe bytes:\n{:?}",
                output.screen.screen().contents(),
                String::from_utf8_lossy(&output.bytes)
            );
            output = self
                .shared
                .1
                .wait_timeout(output, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }

    /// What the program has written; a character that has come only in part is left out.
    pub(crate) fn written(&self) -> String {
        let mut bytes = lock(&self.shared).bytes.clone();
        if let Err(error) = str::from_utf8(&bytes) {
            assert_eq!(error.error_len(), None, "not a text: {error}");
            bytes.truncate(error.valid_up_to());
        }
        String::from_utf8(bytes).unwrap()
    }

    pub(crate) fn contents(&self) -> String {
        lock(&self.shared).screen.screen().contents()
    }

    /// Sends a signal to the program alone.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Sends a signal to the program's whole group, as the terminal does.
    pub(crate) fn signal_group(&self, signal: Signal) {
        kill_process_group(getpgid(Some(self.pid())).unwrap(), signal).unwrap();
    }

    /// The process id that the script wrote into `pid`.
    fn pid(&self) -> Pid {
        let text = fs::read_to_string(self.folder.path().join("pid")).unwrap();
        Pid::from_raw(text.trim().parse().unwrap()).unwrap()
    }

    /// Whether the modes of the line discipline differ from those before the program ran.
    pub(crate) fn is_raw(&self) -> bool {
        modes(&*self.master) != self.modes
    }

    /// Waits for that without reading anything.
    pub(crate) fn wait_until_raw(&self) {
        let began = Instant::now();
        while !self.is_raw() {
            assert!(began.elapsed() < DEADLINE, "raw mode never came");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Whether nothing of what a program switches on is on.
    pub(crate) fn assert_as_before(&self) {
        assert!(!self.is_raw(), "{}", modes(&*self.master));
        let output = lock(&self.shared);
        let screen = output.screen.screen();
        assert!(!screen.alternate_screen(), "alternate screen");
        assert!(!screen.hide_cursor(), "no cursor");
        assert!(!screen.bracketed_paste(), "bracketed paste");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        let text = String::from_utf8_lossy(&output.bytes);
        for mode in ["1000", "1002", "1006", "1049", "2004", "2026"] {
            let on = text.rfind(&format!("\x1b[?{mode}h"));
            let off = text.rfind(&format!("\x1b[?{mode}l"));
            assert!(on.is_none() || on < off, "mode {mode} is still on");
        }
    }

    /// Ends the script, which waits for a line.
    pub(crate) fn finish(mut self) {
        self.send("\n");
        self.child.wait().unwrap();
    }

    /// Closes the terminal under the program, as a window that is closed. Gives back the folder, in
    /// which the script may leave word.
    pub(crate) fn hang_up(mut self) -> TempDir {
        lock(&self.shared).closing = true;
        // The reader notices with the next byte, which this asks for.
        self.send("\x0c");
        self.reader.join().unwrap();
        self.folder
    }
}

/// Waits for a file with a whole line in it.
pub(crate) fn wait_for_line(path: &Path) -> String {
    let began = Instant::now();
    loop {
        let text = fs::read_to_string(path).unwrap_or_default();
        if text.ends_with('\n') {
            return text.trim().to_owned();
        }
        assert!(began.elapsed() < DEADLINE, "{} never came", path.display());
        thread::sleep(Duration::from_millis(20));
    }
}

fn lock(shared: &Shared) -> MutexGuard<'_, Output> {
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// Nothing of the machine's own settings reaches the program.
fn command(script: &str, folder: &TempDir) -> CommandBuilder {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", script]);
    command.cwd(folder.path());
    command.env_clear();
    for (name, value) in [
        ("PATH", std::env::var("PATH").unwrap().as_str()),
        ("PROGRAM", PROGRAM),
        ("TERM", "xterm-256color"),
        ("LANG", "C.UTF-8"),
    ] {
        command.env(name, value);
    }
    for name in [
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
    ] {
        command.env(name, folder.path());
    }
    command
}

fn read(mut master: Box<dyn Read + Send>, shared: Shared) -> JoinHandle<()> {
    thread::spawn(move || {
        let wait = shared.1.wait_while(lock(&shared), |output| !output.open);
        drop(wait);
        let mut piece = [0; 4096];
        // A terminal that is closed at the other end is an error here, not an end.
        while let Ok(read @ 1..) = master.read(&mut piece) {
            let mut output = lock(&shared);
            output.bytes.extend_from_slice(&piece[..read]);
            output.screen.process(&piece[..read]);
            shared.1.notify_all();
            if output.closing {
                return;
            }
        }
    })
}
