//! Job control: stopping for the shell's sake, and knowing whose turn at the terminal it is.

// The numbers come from nix: rustix takes none for 0, which is how the system names a group, a
// session or a parent that stands outside the container.
use nix::sys::signal::{SigSet, Signal as Blocked};
use nix::unistd::{Pid, getpgrp, getpid, getppid, getsid, tcgetpgrp};
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::stdout;

/// Whether a shell waits to take over. Without one (the only program of a terminal window, of a
/// container) nobody would ever wake the program again.
pub(crate) fn can_stop() -> bool {
    getsid(None).is_ok_and(|session| {
        Family {
            me: getpid(),
            group: getpgrp(),
            session,
            session_of_parent: getsid(Some(getppid())).ok(),
        }
        .has_a_shell()
    })
}

/// Where the program stands among those of its terminal.
#[derive(Clone, Copy)]
struct Family {
    me: Pid,
    group: Pid,
    session: Pid,
    /// `None` where the parent cannot be asked.
    session_of_parent: Option<Pid>,
}

impl Family {
    /// Whether the group has a parent in its session: the shell that made a job of it.
    fn has_a_shell(self) -> bool {
        let leads = self.group == self.me;
        self.session != self.group && (!leads || self.session_of_parent == Some(self.session))
    }
}

/// Stops the whole process group, as the terminal itself does on Ctrl-Z: with a wrapper around the
/// program, the shell waits for the wrapper.
pub(crate) fn stop() {
    // SIGTSTP is taken by our own handler; this one cannot be.
    let _ = kill_current_process_group(Signal::STOP);
}

/// Whether the terminal is ours to use; also when nobody can tell.
pub(crate) fn is_foreground() -> bool {
    tcgetpgrp(stdout()).map_or(true, |owner| owner == getpgrp())
}

/// Lets this thread read from the terminal while the program is in the background: it gets an error
/// then, where the whole job would be stopped, even one that was continued only to be ended.
pub(crate) fn read_without_stopping() {
    let mut signals = SigSet::empty();
    signals.add(Blocked::SIGTTIN);
    // It fails for no set of signals that there are.
    let _ = signals.thread_block();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has_a_shell(me: i32, group: i32, session: i32, session_of_parent: Option<i32>) -> bool {
        let pid = Pid::from_raw;
        Family {
            me: pid(me),
            group: pid(group),
            session: pid(session),
            session_of_parent: session_of_parent.map(pid),
        }
        .has_a_shell()
    }

    #[test]
    fn a_job_of_a_shell_has_one() {
        assert!(has_a_shell(30, 30, 20, Some(20)));
        // A wrapper leads the group.
        assert!(has_a_shell(31, 30, 20, Some(20)));
    }

    #[test]
    fn the_only_program_of_a_terminal_has_none() {
        assert!(!has_a_shell(30, 30, 30, Some(10)));
        // A shell without job control: one group for all of the session.
        assert!(!has_a_shell(31, 20, 20, Some(20)));
    }

    #[test]
    fn what_stands_outside_a_container_is_0() {
        // The only program of a terminal whose opener is outside.
        assert!(!has_a_shell(30, 30, 30, Some(0)));
        assert!(!has_a_shell(30, 30, 30, None));
        // The first program inside, in the group of the one that made the container.
        assert!(!has_a_shell(1, 0, 0, Some(0)));
        // A job of a shell inside, whose session began outside.
        assert!(has_a_shell(30, 30, 0, Some(0)));
    }
}
