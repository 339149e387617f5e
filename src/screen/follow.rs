//! The speaker's second screen: the note, what comes next and the clock of a briefing that another
//! terminal shows.

use std::fmt::Write as _;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::brief::{Heard, Signal, room, show_duration};
use crate::env::Env;
use crate::text::Clean;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::list::ListState;
use crate::ui::page::{Page, Prose};
use crate::ui::{layout, paint};

/// The screen.
#[derive(Debug, Default)]
pub struct Follow {
    heard: Heard,
    list: ListState,
}

impl Follow {
    /// Takes what was heard. A new step is read from its top.
    pub fn hear(&mut self, heard: Heard, env: &Env) {
        let step = |heard: &Heard| signal(heard).map(|signal| signal.step);
        if step(&heard) != step(&self.heard) {
            self.list.set_offset(0);
        }
        self.heard = heard;
        self.relayout(env);
    }

    fn by(&mut self, lines: isize, env: &Env) {
        let (text, _) = Self::areas(env.area());
        let length = self.page(env, text.width).len();
        self.list.scroll(lines, length, usize::from(text.height));
    }

    /// The text, and the row of the clock.
    fn areas(area: Rect) -> (Rect, Rect) {
        let (_, body, _) = layout::bars(area);
        let clock = u16::from(body.height >= 3);
        let upper = Rect {
            height: body.height - clock,
            ..body
        };
        let room = room(upper.width, upper.height);
        let text = Rect {
            x: upper.x + room.left,
            y: upper.y + room.top.min(2),
            width: (upper.width - room.left).min(room.width + 3),
            height: upper.height - room.top.min(2),
        };
        let foot = Rect {
            y: body.y + upper.height,
            height: clock,
            ..body
        };
        (text, foot)
    }

    fn page(&self, env: &Env, width: u16) -> Page<()> {
        let mut page = Page::new(usize::from(width).saturating_sub(3).max(1));
        let theme = &env.theme;
        match &self.heard {
            Heard::Nothing => {
                page.prose(&Prose::new("No briefing is running", theme.title), 0);
                page.gap();
                let how =
                    "`senryaku brief` in another terminal starts one, and this screen follows it.";
                page.prose(&Prose::new(how, theme.text), 0);
            }
            Heard::Running(signal, _) => running(&mut page, signal, env),
            Heard::Ended(signal) => {
                page.prose(&Prose::new("The briefing has ended", theme.title), 0);
                page.gap();
                page.prose(&Prose::new(&last(signal), theme.text), 0);
                let how = "This screen follows the next one.";
                page.prose(&Prose::new(how, theme.dim), 0);
            }
            Heard::Died(signal) => {
                page.prose(&Prose::new("The briefing is gone", theme.title), 0);
                page.gap();
                let what = "Its program ended without saying so: it was killed, or its terminal was closed.";
                page.prose(&Prose::new(what, theme.caveat), 0);
                page.prose(&Prose::new(&last(signal), theme.text), 0);
                let how = "`senryaku brief` goes on where it was, and this screen follows it.";
                page.prose(&Prose::new(how, theme.dim), 0);
            }
        }
        page
    }
}

const fn signal(heard: &Heard) -> Option<&Signal> {
    match heard {
        Heard::Nothing => None,
        Heard::Running(signal, _) | Heard::Ended(signal) | Heard::Died(signal) => Some(signal),
    }
}

/// Where it stood when it was heard of last.
fn last(signal: &Signal) -> String {
    let mut text = format!(
        "It was at step {} of {}, {}",
        signal.step,
        signal.steps,
        Clean::new(&signal.title)
    );
    if signal.started {
        let elapsed = show_duration(signal.elapsed(std::time::Duration::ZERO));
        let _ = write!(text, ", after {elapsed}");
    }
    text.push('.');
    text
}

fn running(page: &mut Page<()>, signal: &Signal, env: &Env) {
    let theme = &env.theme;
    let clean = |text: &str| Clean::new(text).to_string();
    let mut head = format!("Step {} of {}", signal.step, signal.steps);
    for part in [&signal.kicker, &signal.part] {
        if !part.is_empty() {
            let _ = write!(head, ", {}", clean(part));
        }
    }
    page.prose(&Prose::new(&head, theme.date), 0);
    page.prose(&Prose::new(&clean(&signal.title), theme.title), 0);
    if signal.blank {
        page.prose(&Prose::new("The screen is blank.", theme.caveat), 0);
    }
    if !signal.detour.is_empty() {
        let text = format!("On a detour: {}", clean(&signal.detour));
        page.prose(&Prose::new(&text, theme.caveat), 0);
    }
    page.gap();
    if signal.note.is_empty() {
        page.prose(&Prose::new("No note for this step.", theme.dim), 0);
    } else {
        page.prose(&Prose::new(&clean(&signal.note), theme.note), 0);
    }
    page.gap();
    let next = if signal.next.is_empty() {
        "This is the last step".to_owned()
    } else {
        clean(&signal.next)
    };
    let mut prose = Prose::new("Next  ", theme.verb);
    prose.push(&next, theme.text);
    page.prose(&prose, 0);
}

impl Layer for Follow {
    fn mode(&self) -> Mode {
        Mode::Page
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Up => self.by(-1, env),
            Action::Down => self.by(1, env),
            Action::PageUp | Action::HalfPageUp => self.by(-8, env),
            Action::PageDown | Action::HalfPageDown => self.by(8, env),
            Action::Top => self.by(isize::MIN / 2, env),
            Action::Bottom => self.by(isize::MAX / 2, env),
            Action::Wheel { rows, .. } => self.by(isize::from(*rows), env),
            Action::Reload | Action::Search | Action::NextHit | Action::PreviousHit => {}
            _ => return Reply::Pass,
        }
        Reply::Done
    }

    fn relayout(&mut self, env: &Env) {
        self.by(0, env);
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let theme = &env.theme;
        let (bar, _, _) = layout::bars(area);
        if !bar.is_empty() {
            canvas.buf.set_style(bar, theme.bar);
            let strategy = signal(&self.heard).map(|signal| Clean::new(&signal.strategy));
            let text = format!(
                " Speaker's notes  {}",
                strategy.as_deref().unwrap_or_default()
            );
            let line = Line::from(Span::styled(text, theme.bar));
            paint::line(bar, canvas, &line);
        }
        let (text, foot) = Self::areas(area);
        let page = self.page(env, text.width);
        page.draw(text, canvas, self.list.offset(), None);
        if let Heard::Running(signal, later) = &self.heard {
            let mut words = match (signal.started, signal.target) {
                (true, _) => signal.pace(*later),
                (false, Some(target)) => {
                    let target = show_duration(std::time::Duration::from_secs(target));
                    format!("0:00 of {target}, not started")
                }
                (false, None) => String::new(),
            };
            if signal.started && !signal.runs {
                words.push_str(", paused");
            }
            let style = Style::new().patch(theme.text).add_modifier(Modifier::BOLD);
            let line = Line::from(Span::styled(format!(" {words}"), style));
            paint::line(foot, canvas, &line);
        }
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = [
            (Action::Down, "scroll"),
            (Action::Help, "help"),
            (Action::Quit, "quit"),
        ];
        (hints(env, Mode::Page, &wanted), String::new())
    }
}
