//! Job control: stopping for the shell's sake, and knowing whose turn at the terminal it is.

use rustix::process::{Signal, getpgrp, getpid, getppid, getsid, kill_current_process_group};
use rustix::stdio::stdout;
use rustix::termios::tcgetpgrp;

/// Whether a shell waits to take over. Without one (the only program of a terminal window, of a
/// container) nobody would ever wake the program again.
pub(in crate::run) fn can_stop() -> bool {
    let (Ok(session), group) = (getsid(None), getpgrp()) else {
        return false;
    };
    let leads = group == getpid();
    let parent_is_here = getppid().is_some_and(|parent| getsid(Some(parent)) == Ok(session));
    session != group && (!leads || parent_is_here)
}

/// Stops the whole process group, as the terminal itself does on Ctrl-Z: with a wrapper around the
/// program, the shell waits for the wrapper.
pub(in crate::run) fn stop() {
    // SIGTSTP is taken by our own handler; this one cannot be.
    let _ = kill_current_process_group(Signal::STOP);
}

/// Whether the terminal is ours to use; also when nobody can tell.
pub(in crate::run) fn is_foreground() -> bool {
    tcgetpgrp(stdout()).map_or(true, |owner| owner == getpgrp())
}
