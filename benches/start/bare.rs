//! The least that a program with ratatui does: take the terminal, draw a line, wait for a key.

use std::io::{self, Write, stdout};

use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, enable_raw_mode};
use crossterm::{event, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

/// The variable that makes this benchmark the bare program.
pub(crate) const ASKED: &str = "SENRYAKU_BENCH_BARE";

/// Ends with the process, which is killed as soon as the frame has been seen.
pub(crate) fn draw() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    terminal.draw(|frame| frame.render_widget("bare", frame.area()))?;
    execute!(stdout(), EndSynchronizedUpdate)?;
    stdout().flush()?;
    event::read().map(drop)
}
