//! Putting a card aside: the box that asks why.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use tui_input::Input;

use super::{Study, room};
use crate::action::Action;
use crate::effect::Effect;
use crate::env::Env;
use crate::screen::Reply;
use crate::screen::search::typing;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::field::{self, Field};
use crate::ui::{frame, paint};

/// What the box says above its field.
const SAYS: &str = "It is not asked again until you take it back (senryaku study --aside). \
                    Why? A word or two for yourself, or leave it empty.";

impl Study {
    /// Asks why, where a card is in view.
    pub(super) fn ask_why(&mut self) -> Reply {
        if self.ended || self.session.turn().is_none() {
            return Reply::Say("Only a card that is asked can be put aside".into());
        }
        self.reason = Some(Input::default());
        Reply::Done
    }

    /// Takes an action while the reason is typed.
    pub(super) fn explain(&mut self, action: &Action, env: &Env) -> Reply {
        let Some(input) = self.reason.as_mut() else {
            return Reply::Pass;
        };
        match action {
            Action::Escape => self.reason = None,
            Action::Enter => {
                let reason = input.value().to_owned();
                self.reason = None;
                let chosen = std::mem::take(&mut self.chosen);
                let Some(line) = self.session.put_aside(&reason, Self::today(env)) else {
                    return Reply::Done;
                };
                self.ended = self.session.turn().is_none();
                self.clear();
                self.put = chosen;
                return Reply::Do(Effect::Record(line));
            }
            Action::Help => return Reply::Pass,
            typed => drop(typing::edit(input, typed)),
        }
        Reply::Done
    }

    /// The cell of the cursor while the reason is typed.
    pub(super) fn why_cursor(&self, env: &Env) -> Option<Position> {
        let input = self.reason.as_ref()?;
        let place = place(room::body(env.area()));
        field::cursor(line_of_field(place), &typed(input))
    }

    pub(super) fn draw_why(&self, canvas: &mut Canvas<'_>, env: &Env) {
        let Some(input) = &self.reason else {
            return;
        };
        let place = place(room::body(env.area()));
        let inside = frame::frame(place, canvas, "Put this card aside");
        let says = wrap::wrap(SAYS, usize::from(inside.width).max(1));
        for (y, line) in (inside.top()..inside.bottom()).zip(says) {
            let text = SAYS.get(line).unwrap_or_default().trim_end().to_owned();
            let row = Rect {
                y,
                height: 1,
                ..inside
            };
            let line = Line::from(Span::styled(text, env.theme.text));
            paint::line(row, canvas, &line);
        }
        field::draw(line_of_field(place), canvas, &typed(input));
    }
}

fn typed(input: &Input) -> Field<'_> {
    Field {
        text: input.value(),
        cursor: input.cursor(),
        selected: false,
        prompt: "> ",
        invite: "",
    }
}

/// The box: at the bottom of the room, so that the question stays in sight.
fn place(room: Rect) -> Rect {
    let width = room.width.min(78);
    let lines = wrap::wrap(SAYS, usize::from(width).saturating_sub(4).max(1)).len();
    let height = u16::try_from(lines + 3)
        .unwrap_or(u16::MAX)
        .min(room.height);
    Rect {
        x: room.x + (room.width - width) / 2,
        y: room.bottom() - height,
        width,
        height,
    }
}

/// The last row inside the box.
fn line_of_field(place: Rect) -> Rect {
    let inside = frame::inside(place);
    Rect {
        y: inside.bottom().saturating_sub(1).max(inside.y),
        height: inside.height.min(1),
        ..inside
    }
}
