//! Keys among whatever else a terminal sends, in pieces of any size.

use crossterm::event::{KeyEventKind, MouseButton, MouseEventKind};
use proptest::prelude::*;

use super::*;

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn plain(code: KeyCode) -> Event {
    key(code, KeyModifiers::NONE)
}

fn letter(letter: char) -> Event {
    plain(KeyCode::Char(letter))
}

/// What the bytes mean when nothing follows them for long.
fn decoded(bytes: &[u8]) -> Vec<Event> {
    let mut decoder = Decoder::default();
    let mut events = decoder.feed(bytes);
    events.extend(decoder.give_up());
    assert_eq!(decoder.patience(), None);
    events
}

#[test]
fn reports_and_late_replies_are_no_keys_and_the_next_key_works() {
    for report in [
        &b"\x1b[?997;1n"[..],
        b"\x1b[?2026;2$y",
        b"\x1b[?1;2c",
        b"\x1b[>65;6800;1c",
        b"\x1b[12;40R",
        b"\x1b[8;24;80t",
        b"\x1b[?62;22u",
        b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
        b"\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
        b"\x1bP>|XTerm(390)\x1b\\",
        b"\x1bP1+r544e=787465726d\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b^private\x1b\\",
        b"\x1bXstring\x1b\\",
        b"\x9b?997;1n",
        b"\x9d11;rgb:1e1e/1e1e/2e2e\x9c",
        b"\x90>|XTerm(390)\x9c",
        "\u{1b}]2;日本\u{1b}\\".as_bytes(),
    ] {
        let bytes = [report, b"j"].concat();
        assert_eq!(decoded(&bytes), [letter('j')], "{report:?}");
    }
}

#[test]
fn a_reply_keeps_what_looks_like_keys_inside_it() {
    assert_eq!(decoded(b"\x1bP1+r\r1q\r\x1b\\x"), [letter('x')]);
}

#[test]
fn a_key_ends_a_mouse_event_that_has_no_place() {
    assert_eq!(decoded(b"\x1b[M\r"), [plain(KeyCode::Enter)]);
    assert_eq!(decoded(b"\x1b[M \x1b[A"), [plain(KeyCode::Up)]);
}

#[test]
fn control_c_is_never_swallowed() {
    let control_c = key(KeyCode::Char('c'), KeyModifiers::CONTROL);
    for begun in [
        &b"\x1b["[..],
        b"\x1b[?",
        b"\x1b[<1;2",
        b"\x1b]11;rgb",
        b"\x1bP",
        b"\x1bO",
        b"\x1b[M",
        b"\xe6",
        b"\x1b[200~text",
    ] {
        let events = Decoder::default().feed(&[begun, b"\x03"].concat());
        assert_eq!(
            events.as_slice(),
            std::slice::from_ref(&control_c),
            "{begun:?}"
        );
    }
}

#[test]
fn what_does_not_end_is_given_up_and_a_key_alone_is_one() {
    for begun in [
        &b"\x1b[?"[..],
        b"\x1b[<",
        b"\x1b[1;",
        b"\x1b]11;rgb",
        b"\x1b[M ",
        b"\xe6\x88",
    ] {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.feed(begun), []);
        assert!(decoder.patience().is_some(), "{begun:?}");
        assert_eq!(decoder.give_up(), [], "{begun:?}");
        assert_eq!(decoder.feed(b"j"), [letter('j')]);
    }
    assert_eq!(decoded(b"\x1b"), [plain(KeyCode::Esc)]);
    for typed in ['[', 'O', ']', 'P', '_', '^', 'X'] {
        let mut modifiers = KeyModifiers::ALT;
        modifiers.set(KeyModifiers::SHIFT, typed.is_uppercase());
        let bytes = [ESC, typed as u8];
        assert_eq!(decoded(&bytes), [key(KeyCode::Char(typed), modifiers)]);
    }
}

#[test]
fn a_paste_is_one_event_and_ends_by_time_when_it_has_no_end() {
    let paste = |text: &str| Event::Paste(text.to_owned());
    assert_eq!(
        decoded(b"\x1b[200~q\r\x1b[A\x1b[201~j"),
        [paste("q\r\x1b[A"), letter('j')]
    );
    assert_eq!(decoded("\u{1b}[200~戦".as_bytes()), [paste("戦")]);
    let long = [&b"\x1b[200~"[..], &vec![b'a'; MOST + 99], b"\x1b[201~j"].concat();
    let events = decoded(&long);
    let Some(Event::Paste(text)) = events.first() else {
        panic!("{}", events.len());
    };
    assert!(text.len() <= MOST && text.len() > MOST - 9);
    assert_eq!(events.last(), Some(&letter('j')));
}

#[test]
fn keys_are_those_that_terminals_send() {
    let alt = KeyModifiers::ALT;
    for (bytes, event) in [
        (&b"\x1b[A"[..], plain(KeyCode::Up)),
        (b"\x1bOB", plain(KeyCode::Down)),
        (b"\x1b[5~", plain(KeyCode::PageUp)),
        (b"\x1b[3;5~", key(KeyCode::Delete, KeyModifiers::CONTROL)),
        (b"\x1b[1;3C", key(KeyCode::Right, alt)),
        (b"\x1b[Z", key(KeyCode::BackTab, KeyModifiers::SHIFT)),
        (b"\x1bOP", plain(KeyCode::F(1))),
        (b"\x1b[11~", plain(KeyCode::F(1))),
        (b"\x1b[[B", plain(KeyCode::F(2))),
        (b"\x1b[24~", plain(KeyCode::F(12))),
        (b"\x1bOM", plain(KeyCode::Enter)),
        (b"\x1bOp", letter('0')),
        (b"\x1bOy", letter('9')),
        (b"\x1bOk", letter('+')),
        (b"\x1bOo", letter('/')),
        (b"\x1bq", key(KeyCode::Char('q'), alt)),
        (b"\x1b\r", key(KeyCode::Enter, alt)),
        (b"\x1b\xe6\x88\xa6", key(KeyCode::Char('戦'), alt)),
        (b"\xe6\x88\xa6", letter('戦')),
        (b"J", key(KeyCode::Char('J'), KeyModifiers::SHIFT)),
        (b"\x04", key(KeyCode::Char('d'), KeyModifiers::CONTROL)),
        (b"\x1f", key(KeyCode::Char('7'), KeyModifiers::CONTROL)),
        (b"\0", key(KeyCode::Char(' '), KeyModifiers::CONTROL)),
        (b"\x7f", plain(KeyCode::Backspace)),
        (b"\x1b[106u", letter('j')),
        (b"\x1b[27u", plain(KeyCode::Esc)),
        (
            b"\x1b[27;5;106~",
            key(KeyCode::Char('j'), KeyModifiers::CONTROL),
        ),
        (b"\x1b[I", Event::FocusGained),
    ] {
        assert_eq!(decoded(bytes), [event], "{bytes:?}");
    }
    assert_eq!(
        decoded(b"\x1b\x1b"),
        [plain(KeyCode::Esc), plain(KeyCode::Esc)]
    );
}

#[test]
fn the_mouse_is_read_in_all_three_ways() {
    for (bytes, kind) in [
        (
            &b"\x1b[<0;5;3M"[..],
            MouseEventKind::Down(MouseButton::Left),
        ),
        (b"\x1b[<0;5;3m", MouseEventKind::Up(MouseButton::Left)),
        (b"\x1b[<32;5;3M", MouseEventKind::Drag(MouseButton::Left)),
        (b"\x1b[<65;5;3M", MouseEventKind::ScrollDown),
        (b"\x1b[32;5;3M", MouseEventKind::Down(MouseButton::Left)),
        (b"\x1b[M %#", MouseEventKind::Down(MouseButton::Left)),
    ] {
        let events = decoded(bytes);
        let [Event::Mouse(mouse)] = events.as_slice() else {
            panic!("{events:?}");
        };
        assert_eq!(
            (mouse.kind, mouse.column, mouse.row),
            (kind, 4, 2),
            "{bytes:?}"
        );
    }
    let released = decoded(b"\x1b[106;1:3u");
    let [Event::Key(key)] = released.as_slice() else {
        panic!("{released:?}");
    };
    assert_eq!(key.kind, KeyEventKind::Release);
}

/// A key with its bytes, and reports of every sort.
fn pieces() -> impl Strategy<Value = (Vec<u8>, Option<Event>)> {
    let keys = prop_oneof![
        Just((b"j".to_vec(), Some(letter('j')))),
        Just((b"\r".to_vec(), Some(plain(KeyCode::Enter)))),
        Just((b"\x1b[B".to_vec(), Some(plain(KeyCode::Down)))),
        Just((b"\x1bOA".to_vec(), Some(plain(KeyCode::Up)))),
        Just((b"\x1b[6~".to_vec(), Some(plain(KeyCode::PageDown)))),
        Just(("略".into(), Some(letter('略')))),
    ];
    let report =
        "\\[[?>=][0-9;]{1,12}[$ ]?[a-z]".prop_map(|text| format!("\x1b{text}").into_bytes());
    let reply = ("[]PX^_]", "[ -~あ]{0,40}")
        .prop_map(|(kind, text)| format!("\x1b{kind}{text}\x1b\\").into_bytes());
    let nothing = prop_oneof![report, reply].prop_map(|bytes| (bytes, None));
    prop_oneof![keys, nothing]
}

proptest! {
    #[test]
    fn every_key_comes_through_and_nothing_else(
        pieces in proptest::collection::vec(pieces(), 0..40),
        size in 1_usize..50,
    ) {
        let bytes: Vec<u8> = pieces.iter().flat_map(|(bytes, _)| bytes.clone()).collect();
        let wanted: Vec<Event> = pieces.into_iter().filter_map(|(_, event)| event).collect();
        let mut decoder = Decoder::default();
        let mut events: Vec<Event> = Vec::new();
        for chunk in bytes.chunks(size) {
            events.extend(decoder.feed(chunk));
        }
        events.extend(decoder.give_up());
        prop_assert_eq!(events, wanted);
    }

    #[test]
    fn no_bytes_leave_the_keyboard_dead(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut decoder = Decoder::default();
        decoder.feed(&bytes);
        decoder.give_up();
        prop_assert_eq!(decoder.feed(b"j"), [letter('j')]);
    }
}
