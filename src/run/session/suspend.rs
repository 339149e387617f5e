//! Back to the shell and return: Ctrl-Z, a stop by signal, and being continued.

use std::io;
use std::time::Duration;

use super::Session;
use crate::run::message::Message;
use crate::run::terminal;

/// How long a program continued in the background waits for its end or its turn before it stops
/// again.
const PATIENCE: Duration = Duration::from_millis(200);

impl Session {
    /// Gives the terminal to the shell and waits for `fg`.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        self.stopping = false;
        if !terminal::can_stop() {
            self.tell("There is no shell to go back to");
            return Ok(());
        }
        self.terminal.leave();
        loop {
            terminal::stop();
            self.wait_for_turn()?;
            if self.end.is_some() {
                return Ok(());
            }
            if terminal::is_foreground() {
                break;
            }
        }
        self.enter_again()
    }

    /// Waits until somebody continues the program, then a little longer: `kill` continues a stopped
    /// job only to let it die, and `bg` without giving it the terminal.
    fn wait_for_turn(&mut self) -> io::Result<()> {
        let mut patience = None;
        while self.end.is_none() {
            let message = match patience {
                None => self.inbox.recv().ok(),
                Some(patience) => self.inbox.recv_timeout(patience).ok(),
            };
            match message {
                None => return Ok(()),
                Some(Message::Continued) if terminal::is_foreground() => return Ok(()),
                Some(Message::Continued) => patience = Some(PATIENCE),
                Some(Message::Input(_) | Message::Stop) => {}
                Some(other) => self.take(other)?,
            }
        }
        Ok(())
    }

    /// Somebody stopped the program without asking it, and the shell has set its own modes since.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        if terminal::is_foreground() {
            self.terminal.leave();
            self.enter_again()
        } else {
            self.stopping = true;
            Ok(())
        }
    }

    fn enter_again(&mut self) -> io::Result<()> {
        self.frame.repaint();
        self.terminal.enter()
    }
}
