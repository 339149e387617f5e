//! Typing into a field.

use tui_input::{Input, InputRequest};

use crate::action::Action;
use crate::text::Clean;

/// A field holds no more than this many characters.
const LONGEST: usize = 200;

/// Does to a field what an action says; false when it says nothing to a field.
pub(in crate::screen) fn edit(input: &mut Input, action: &Action) -> bool {
    edit_within(input, action, LONGEST)
}

/// The same for a field that holds so many characters.
pub(in crate::screen) fn edit_within(input: &mut Input, action: &Action, longest: usize) -> bool {
    let request = match action {
        Action::Type(each) => return put(input, &each.to_string(), longest),
        Action::Paste(text) => return put(input, text, longest),
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

fn put(input: &mut Input, text: &str, longest: usize) -> bool {
    let room = longest.saturating_sub(input.value().chars().count());
    for each in Clean::new(text).chars().take(room) {
        input.handle(InputRequest::InsertChar(each));
    }
    true
}
