//! Whether a program still runs.

/// Whether the program of this number, born when it says, still runs.
#[cfg(unix)]
pub(crate) fn is_alive(pid: u32, born_then: Option<&str>) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};
    let Some(process) = i32::try_from(pid).ok().and_then(Pid::from_raw) else {
        return false;
    };
    let runs = match test_kill_process(process) {
        Ok(()) => true,
        Err(error) => error == Errno::PERM,
    };
    let same = match (born_then, born(pid)) {
        (Some(then), Some(now)) => then == now,
        _ => true,
    };
    runs && same
}

/// Elsewhere it cannot be known, and is believed.
#[cfg(not(unix))]
pub(crate) const fn is_alive(_pid: u32, _born_then: Option<&str>) -> bool {
    true
}

/// When a program was started, in the ticks of the system since it was started itself; `None`
/// where the system does not say (only Linux does so in a file).
pub(crate) fn born(pid: u32) -> Option<String> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name stands in brackets and may hold anything, brackets too.
    let (_, after) = text.rsplit_once(')')?;
    after.split_whitespace().nth(19).map(str::to_owned)
}
