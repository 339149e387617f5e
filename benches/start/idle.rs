//! What the program costs while nobody touches it, by the kernel's own account.

use std::fs;
use std::io;
use std::thread;
use std::time::Duration;

use super::END_OF_FRAME;
use super::process::Contestant;

/// Time for what goes on behind the first frame, such as getting the search ready.
const START: Duration = Duration::from_secs(2);

/// Shows the account at the first and at the last moment.
///
/// # Errors
/// Where there is no `/proc`, or when the program has cost something.
pub(crate) fn watch(long: Duration) -> io::Result<()> {
    let program = Contestant::new("senryaku", env!("CARGO_BIN_EXE_senryaku"), END_OF_FRAME);
    let mut running = program.run((200, 60));
    let id = running.child.process_id().unwrap_or_default();
    thread::sleep(START);
    let before = Account::of(id)?;
    println!("after the start:    {before}");
    thread::sleep(long);
    let after = Account::of(id)?;
    println!("{:>4} seconds later: {after}", long.as_secs());
    running.child.kill()?;
    running.child.wait()?;
    drop(running.master);
    if after == before {
        Ok(())
    } else {
        Err(io::Error::other("idling costs something"))
    }
}

/// What all threads of a process have used and waited for.
#[derive(PartialEq, Eq)]
struct Account {
    /// In user and kernel mode, in clock ticks.
    ticks: u64,
    threads: usize,
    /// How often a thread went to sleep: once each time it was woken.
    voluntary: u64,
    involuntary: u64,
}

impl Account {
    fn of(process: u32) -> io::Result<Self> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        // The name in brackets may hold anything; the 12th and 13th field after it are the times.
        let fields = stat.rsplit(')').next().unwrap_or_default();
        let times = fields.split_whitespace().skip(11).take(2);
        let mut account = Self {
            ticks: times.filter_map(|field| field.parse::<u64>().ok()).sum(),
            threads: 0,
            voluntary: 0,
            involuntary: 0,
        };
        for thread in fs::read_dir(format!("/proc/{process}/task"))? {
            let status = fs::read_to_string(thread?.path().join("status"))?;
            account.threads += 1;
            account.voluntary += number(&status, "voluntary_ctxt_switches:");
            account.involuntary += number(&status, "nonvoluntary_ctxt_switches:");
        }
        Ok(account)
    }
}

impl std::fmt::Display for Account {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} ticks of processor time, {} threads, {} voluntary and {} other context switches",
            self.ticks, self.threads, self.voluntary, self.involuntary
        )
    }
}

fn number(status: &str, label: &str) -> u64 {
    status
        .lines()
        .find_map(|line| line.strip_prefix(label)?.trim().parse().ok())
        .unwrap_or_default()
}
