//! Typing into a field.

use tui_input::{Input, InputRequest};

use crate::action::Action;
use crate::text::Clean;

/// A field holds no more than this many characters.
const LONGEST: usize = 200;

/// Does to a field what an action says; false when it says nothing to a field.
pub(in crate::screen) fn edit(input: &mut Input, action: &Action) -> bool {
    let request = match action {
        Action::Type(each) => return put(input, &each.to_string()),
        Action::Paste(text) => return put(input, text),
        Action::DeleteBack => InputRequest::DeletePrevChar,
        Action::DeleteForward => InputRequest::DeleteNextChar,
        Action::DeleteWord => InputRequest::DeletePrevWord,
        Action::DeleteAll => InputRequest::DeleteLine,
        Action::CursorLeft => InputRequest::GoToPrevChar,
        Action::CursorRight => InputRequest::GoToNextChar,
        Action::CursorStart => InputRequest::GoToStart,
        Action::CursorEnd => InputRequest::GoToEnd,
        _ => return false,
    };
    input.handle(request);
    true
}

fn put(input: &mut Input, text: &str) -> bool {
    let room = LONGEST.saturating_sub(input.value().chars().count());
    for each in Clean::new(text).chars().take(room) {
        input.handle(InputRequest::InsertChar(each));
    }
    true
}
