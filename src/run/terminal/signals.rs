//! Signals become messages; those that end the program also end it when nobody listens.

use std::io;
use std::process;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError};
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::signal::{
    SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ,
};
use signal_hook::iterator::Signals;

use super::Terminal;
use crate::run::message::{Ending, Message};

/// How long the main thread may take to end the program, saving included.
const GRACE: Duration = Duration::from_secs(3);

/// How long the main thread may take to tell the last once the terminal is given back.
const LAST: Duration = Duration::from_secs(1);

/// How long to wait before it is told again.
const AGAIN: Duration = Duration::from_millis(10);

/// A write that comes to a limit on the size of files fails, which is told by whoever wrote; it does
/// not end the program.
pub(crate) fn outlive_limits() {
    // Without it, a limit does what it does to any program.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// # Errors
/// When the handlers or the thread cannot be made.
pub(crate) fn listen_for_signals(
    terminal: Arc<Terminal>,
    outbox: SyncSender<Message>,
) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGTSTP => tell(&outbox, Message::Stop),
                    SIGCONT => tell(&outbox, Message::Continued),
                    SIGWINCH => tell(&outbox, Message::Resized),
                    _ => insist(&terminal, &outbox, Ending::Signal(signal)),
                }
            }
        })?;
    Ok(())
}

fn tell(outbox: &SyncSender<Message>, message: Message) {
    // Without a receiver the session is over, and so is the process.
    let _ = outbox.send(message);
}

/// Asks the main thread to end the program, and ends it if that does not happen: a main thread that
/// reads a model from a dead network mount must not keep the terminal.
pub(super) fn insist(terminal: &Terminal, outbox: &SyncSender<Message>, ending: Ending) {
    let began = Instant::now();
    // It may be too busy to be told, and must not hold this thread up.
    while let Err(TrySendError::Full(_)) = outbox.try_send(Message::End(ending))
        && began.elapsed() < GRACE
    {
        thread::sleep(AGAIN);
    }
    thread::sleep(GRACE.saturating_sub(began.elapsed()));
    if !terminal.leave() {
        // The main thread did, on its way out: what it could not save is still to be told.
        thread::sleep(LAST);
    }
    process::exit(i32::from(ending.exit_code()));
}
