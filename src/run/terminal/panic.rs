//! A panic gives the terminal back before it says what happened.

use std::panic::{self, PanicHookInfo};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::Terminal;
use crate::run::session::Message;

type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

/// The hook of the session; the one before it comes back when this goes out of scope.
pub(in crate::run) struct PanicHook {
    before: Arc<Hook>,
}

impl PanicHook {
    /// A panic on another thread ends the session too: a program that lost its input or its output
    /// would only look alive.
    pub(in crate::run) fn install(terminal: Arc<Terminal>, outbox: Sender<Message>) -> Self {
        let before: Arc<Hook> = Arc::from(panic::take_hook());
        let next = Arc::clone(&before);
        panic::set_hook(Box::new(move |info| {
            terminal.leave();
            next(info);
            let _ = outbox.send(Message::Panicked);
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
