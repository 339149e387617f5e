//! A line asked for while steps are arranged: the name of a file, or what is said at a step.

use ratatui::layout::{Position, Rect};
use tui_input::Input;

use crate::action::Action;
use crate::screen::search::typing;
use crate::ui::canvas::Canvas;
use crate::ui::field::{self, Field};
use crate::ui::paint;

/// A note has room for so many characters.
const NOTE: usize = 4000;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The name of a file for the plan.
    Name,
    /// The note of the selected step.
    Note,
}

/// The field.
#[derive(Debug)]
pub(super) struct Asking {
    pub(super) what: What,
    input: Input,
    /// What is proposed, which typing replaces.
    is_proposed: bool,
}

impl Asking {
    /// Asks with an answer proposed.
    pub(super) fn new(what: What, proposed: String) -> Self {
        Self {
            what,
            is_proposed: !proposed.is_empty(),
            input: Input::new(proposed),
        }
    }

    /// The answer.
    pub(super) fn answer(&self) -> &str {
        self.input.value().trim()
    }

    /// Types.
    pub(super) fn edit(&mut self, action: &Action) {
        let replaces = matches!(
            action,
            Action::Type(_)
                | Action::Paste(_)
                | Action::DeleteBack
                | Action::DeleteForward
                | Action::DeleteWord
        );
        if std::mem::take(&mut self.is_proposed) && replaces {
            self.input.reset();
        }
        match self.what {
            What::Name => drop(typing::edit(&mut self.input, action)),
            What::Note => drop(typing::edit_within(&mut self.input, action, NOTE)),
        }
    }

    /// What stands over the list meanwhile.
    pub(super) const fn title(&self) -> &'static str {
        match self.what {
            What::Name => "Keep as a file of this name",
            What::Note => "Your note for this step",
        }
    }

    /// Draws the field in the last row.
    pub(super) fn draw(&self, inner: Rect, canvas: &mut Canvas<'_>) {
        let row = last_row(inner);
        paint::clear(row, canvas, canvas.theme.text);
        field::draw(row, canvas, &self.field());
    }

    /// Where the cursor stands.
    pub(super) fn cursor(&self, inner: Rect) -> Option<Position> {
        field::cursor(last_row(inner), &self.field())
    }

    fn field(&self) -> Field<'_> {
        Field {
            text: self.input.value(),
            cursor: self.input.cursor(),
            selected: self.is_proposed,
            prompt: "> ",
            invite: match self.what {
                What::Name => "The name of the file",
                What::Note => "What you say here; empty for the note of the model",
            },
        }
    }
}

fn last_row(inner: Rect) -> Rect {
    Rect {
        y: inner.bottom().saturating_sub(1),
        height: inner.height.min(1),
        ..inner
    }
}
