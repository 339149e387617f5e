//! The speaker's side in a terminal of its own: it follows the briefing that another terminal shows.

use std::fmt::Write as _;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::speaker::{self, SpeakerView};
use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::brief::{FollowState, PresenterState, show_duration};
use crate::effect::Effect;
use crate::env::Env;
use crate::text::Clean;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::page::{Page, Prose};
use crate::ui::{layout, paint};

/// The screen.
#[derive(Debug, Default)]
pub struct Follow {
    heard: FollowState,
    /// The first line of the note in sight.
    scroll: usize,
}

impl Follow {
    /// Takes what was heard. A new step is read from its top.
    pub fn hear(&mut self, heard: FollowState, env: &Env) {
        let step = |heard: &FollowState| heard.state().map(|state| state.step);
        if step(&heard) != step(&self.heard) {
            self.scroll = 0;
        }
        self.heard = heard;
        self.relayout(env);
    }

    /// What is said while there is nothing to follow.
    fn page(&self, env: &Env, width: u16) -> Page<()> {
        let mut page = Page::new(usize::from(width).saturating_sub(3).max(1));
        let theme = &env.theme;
        let mut say = |title: &str, lines: &[(String, Style)]| {
            page.prose(&Prose::new(title, theme.title), 0);
            page.gap();
            for (line, style) in lines {
                page.prose(&Prose::new(line, *style), 0);
            }
        };
        match &self.heard {
            FollowState::Running(..) => {}
            FollowState::Nothing => {
                let how =
                    "`senryaku brief` in another terminal starts one, and this screen follows it.";
                say("No briefing is running", &[(how.to_owned(), theme.text)]);
            }
            FollowState::Ended(state) => {
                let how = "This screen follows the next one.".to_owned();
                let lines = [(last(state), theme.text), (how, theme.dim)];
                say("The briefing has ended", &lines);
            }
            FollowState::Died(state) => {
                let what = "Its program ended without saying so: it was killed, or its terminal was closed.";
                let how = "`senryaku brief` goes on where it was, and this screen follows it.";
                let lines = [
                    (what.to_owned(), theme.caveat),
                    (last(state), theme.text),
                    (how.to_owned(), theme.dim),
                ];
                say("The briefing is gone", &lines);
            }
        }
        page
    }
}

/// Where it stood when it was heard of last.
fn last(state: &PresenterState) -> String {
    let mut text = format!(
        "It was at step {} of {}, {}",
        state.step,
        state.steps,
        Clean::new(&state.title)
    );
    if state.started {
        let elapsed = show_duration(state.elapsed(std::time::Duration::ZERO));
        let _ = write!(text, ", after {elapsed}");
    }
    text.push('.');
    text
}

impl Layer for Follow {
    fn mode(&self) -> Mode {
        Mode::Speaker
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => self.scroll += 1,
            Action::HalfPageUp => self.scroll = self.scroll.saturating_sub(4),
            Action::HalfPageDown => self.scroll += 4,
            Action::Top => self.scroll = 0,
            Action::Bottom => self.scroll = usize::MAX / 2,
            Action::Wheel { rows, .. } => {
                self.scroll = self.scroll.saturating_add_signed(isize::from(*rows));
            }
            Action::Forward | Action::Back | Action::Blank | Action::Clock | Action::Park => {
                return match self.heard {
                    FollowState::Running(..) => Reply::Do(Effect::Drive(action.clone())),
                    _ => Reply::Say("No briefing is running".into()),
                };
            }
            Action::Reload | Action::Search | Action::NextHit | Action::PreviousHit => {}
            _ => return Reply::Pass,
        }
        self.relayout(env);
        Reply::Done
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        if let FollowState::Running(state, later) = &self.heard {
            let view = SpeakerView {
                state,
                later: *later,
                time_of_day: env.time_of_day(),
                scroll: self.scroll,
            };
            speaker::draw(area, canvas, &view);
            return;
        }
        let (bar, body, _) = layout::bars(area);
        let theme = canvas.theme;
        canvas.buf.set_style(bar, theme.bar);
        let strategy = self.heard.state().map(|state| Clean::new(&state.strategy));
        let text = format!(" Speaker   {}", strategy.as_deref().unwrap_or_default());
        paint::line(bar, canvas, &Line::from(Span::styled(text, theme.bar)));
        let text = Rect {
            x: body.x + 2.min(body.width),
            width: body.width.saturating_sub(2),
            y: body.y + 1.min(body.height),
            height: body.height.saturating_sub(1),
        };
        let page = self.page(env, text.width);
        page.draw(text, canvas, 0, None);
    }

    fn relayout(&mut self, env: &Env) {
        let note = self.heard.state().map_or("", |state| &state.note);
        self.scroll = self.scroll.min(speaker::note_limit(env.area(), note));
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = [
            (Action::Forward, "the talk"),
            (Action::Down, "the note"),
            (Action::Blank, "blank"),
            (Action::Park, "park"),
            (Action::Help, "help"),
            (Action::Quit, "quit"),
        ];
        (hints(env, Mode::Speaker, &wanted), String::new())
    }
}
