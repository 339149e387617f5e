//! One program on a terminal of its own, watched until its first frame is whole.

use std::env;
use std::ffi::OsString;
use std::io::Read;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A program, and how its first frame ends.
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    program: OsString,
    arguments: Vec<String>,
    variable: Option<&'static str>,
    end: &'static str,
}

/// A program that has drawn its first frame. It has to be ended.
pub(crate) struct Running {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) master: Box<dyn MasterPty + Send>,
    pub(crate) took: Duration,
}

impl Contestant {
    pub(crate) fn new(name: &'static str, program: impl Into<OsString>, end: &'static str) -> Self {
        Self {
            name,
            program: program.into(),
            arguments: Vec::new(),
            variable: None,
            end,
        }
    }

    pub(crate) fn given(mut self, arguments: &[&str]) -> Self {
        self.arguments = arguments.iter().map(ToString::to_string).collect();
        self
    }

    /// Sets a variable of its environment.
    pub(crate) fn told(mut self, variable: &'static str) -> Self {
        self.variable = Some(variable);
        self
    }

    /// The time from spawning until the first frame is whole.
    pub(crate) fn start(&self, size: (u16, u16)) -> Duration {
        let mut running = self.run(size);
        running.child.kill().unwrap();
        running.child.wait().unwrap();
        running.took
    }

    /// Runs it until its first frame is whole.
    pub(crate) fn run(&self, (cols, rows): (u16, u16)) -> Running {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let command = self.command();
        let began = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut written = Vec::new();
        let mut piece = vec![0; 65_536];
        while !ends(&written, self.end) {
            match reader.read(&mut piece) {
                Ok(read @ 1..) => written.extend_from_slice(&piece[..read]),
                _ => panic!("{} ended without its first frame", self.name),
            }
        }
        Running {
            took: began.elapsed(),
            child,
            master: pair.master,
        }
    }

    /// Nothing of the machine's own settings reaches the program.
    fn command(&self) -> CommandBuilder {
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.arguments);
        command.cwd(env::temp_dir());
        command.env_clear();
        command.env("PATH", env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("HOME", nowhere());
        if let Some(variable) = self.variable {
            command.env(variable, "1");
        }
        command
    }
}

/// A home in which nothing was ever saved.
fn nowhere() -> PathBuf {
    env::temp_dir().join("senryaku-bench-nowhere")
}

fn ends(written: &[u8], end: &str) -> bool {
    written
        .windows(end.len())
        .any(|window| window == end.as_bytes())
}

/// Where a program is, if it is on the path.
pub(crate) fn installed(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|candidate| candidate.is_file())
}
