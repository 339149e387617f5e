//! A panic gives the terminal back before it says what happened.

use std::panic::{self, PanicHookInfo};
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use super::Terminal;
use crate::run::message::Message;

type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

/// The hook of the session; the one before it comes back when this goes out of scope.
pub(crate) struct PanicHook {
    before: Arc<Hook>,
}

impl PanicHook {
    /// A panic on another thread ends the session too: a program that lost its input or its output
    /// would only look alive.
    pub(crate) fn install(terminal: Arc<Terminal>, outbox: SyncSender<Message>) -> Self {
        let before: Arc<Hook> = Arc::from(panic::take_hook());
        let next = Arc::clone(&before);
        panic::set_hook(Box::new(move |info| {
            terminal.leave();
            next(info);
            // A thread that cannot tell must not wait for one that cannot hear.
            let _ = outbox.try_send(Message::Panicked);
        }));
        Self { before }
    }
}

impl Drop for PanicHook {
    fn drop(&mut self) {
        // The hook cannot be changed while unwinding; by then the process is ending anyway.
        if !std::thread::panicking() {
            let before = Arc::clone(&self.before);
            panic::set_hook(Box::new(move |info| before(info)));
        }
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::env;
    use std::io::Read;
    use std::sync::mpsc::sync_channel;
    use std::thread;

    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    use super::*;

    const INSIDE: &str = "PANIC_INSIDE_A_TERMINAL";
    const WORDS: &str = "what happened";

    /// Does nothing, unless it is the child of the test below, with a terminal of its own.
    #[test]
    fn panics_on_a_terminal() {
        if env::var_os(INSIDE).is_none() {
            return;
        }
        let (outbox, inbox) = sync_channel(1);
        let terminal = Arc::new(Terminal::new(true));
        let hook = PanicHook::install(Arc::clone(&terminal), outbox);
        let _inside = terminal.guard().unwrap();
        assert!(crossterm::terminal::is_raw_mode_enabled().unwrap());
        let panicked = thread::spawn(|| panic!("{WORDS}")).join();
        assert!(panicked.is_err());
        assert!(!crossterm::terminal::is_raw_mode_enabled().unwrap());
        assert!(matches!(inbox.try_recv(), Ok(Message::Panicked)));
        drop(hook);
    }

    #[test]
    fn a_panic_on_any_thread_leaves_before_it_speaks() {
        let pty = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(env::current_exe().unwrap());
        let name = "run::terminal::panic::tests::panics_on_a_terminal";
        command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
        command.env(INSIDE, "1");
        let mut child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut written = Vec::new();
        // The end of a terminal is an error where it is not an end.
        let _ = pty
            .master
            .try_clone_reader()
            .unwrap()
            .read_to_end(&mut written);
        let written = String::from_utf8(written).unwrap();
        assert!(child.wait().unwrap().success(), "{written}");
        let entered = written.find("\x1b[?1049h").unwrap();
        let left = written.find("\x1b[?1049l").unwrap();
        let said = written.find(WORDS).unwrap();
        assert!(entered < left && left < said, "{written:?}");
        assert_eq!(written.matches("\x1b[?1049l").count(), 1, "{written:?}");
    }
}
