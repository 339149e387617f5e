//! Keys from the terminal and from files.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn event(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(code, modifiers)
}

fn name(code: KeyCode, modifiers: KeyModifiers) -> Option<String> {
    Key::of(&event(code, modifiers)).map(|key| key.to_string())
}

#[rstest]
#[case(KeyCode::Char('j'), KeyModifiers::NONE, "j")]
#[case(KeyCode::Char('ｊ'), KeyModifiers::NONE, "j")]
#[case(KeyCode::Char('Ｇ'), KeyModifiers::SHIFT, "G")]
#[case(KeyCode::Char('？'), KeyModifiers::NONE, "?")]
#[case(KeyCode::Char('／'), KeyModifiers::NONE, "/")]
#[case(KeyCode::Char('１'), KeyModifiers::NONE, "1")]
#[case(KeyCode::Char('\u{3000}'), KeyModifiers::NONE, "Space")]
#[case(KeyCode::Char('?'), KeyModifiers::SHIFT, "?")]
#[case(KeyCode::Char('g'), KeyModifiers::SHIFT, "G")]
#[case(KeyCode::Char('G'), KeyModifiers::NONE, "G")]
#[case(KeyCode::Char('p'), KeyModifiers::CONTROL, "Ctrl-P")]
#[case(KeyCode::Char('P'), KeyModifiers::CONTROL.union(KeyModifiers::SHIFT), "Ctrl-P")]
#[case(KeyCode::Char('h'), KeyModifiers::CONTROL, "Ctrl-H")]
#[case(KeyCode::Char('i'), KeyModifiers::CONTROL, "Tab")]
#[case(KeyCode::Char('m'), KeyModifiers::CONTROL, "Enter")]
#[case(KeyCode::Char('['), KeyModifiers::CONTROL, "Esc")]
#[case(KeyCode::Char(' '), KeyModifiers::CONTROL, "Ctrl-Space")]
#[case(KeyCode::BackTab, KeyModifiers::NONE, "Shift-Tab")]
#[case(KeyCode::BackTab, KeyModifiers::SHIFT, "Shift-Tab")]
#[case(KeyCode::Left, KeyModifiers::ALT, "Alt-Left")]
#[case(KeyCode::F(1), KeyModifiers::NONE, "F1")]
#[case(KeyCode::PageUp, KeyModifiers::NONE, "PgUp")]
#[case(KeyCode::Backspace, KeyModifiers::NONE, "Backspace")]
fn a_key_has_one_name(
    #[case] code: KeyCode,
    #[case] modifiers: KeyModifiers,
    #[case] expected: &str,
) {
    assert_eq!(name(code, modifiers).as_deref(), Some(expected));
}

#[rstest]
#[case(KeyCode::Char('\u{1b}'), KeyModifiers::NONE)]
#[case(KeyCode::Char('\u{202e}'), KeyModifiers::NONE)]
#[case(KeyCode::Char('q'), KeyModifiers::SUPER)]
#[case(KeyCode::CapsLock, KeyModifiers::NONE)]
#[case(KeyCode::Null, KeyModifiers::NONE)]
#[case(KeyCode::F(0), KeyModifiers::NONE)]
fn what_no_file_can_name_is_no_key(#[case] code: KeyCode, #[case] modifiers: KeyModifiers) {
    assert_eq!(name(code, modifiers), None);
}

#[test]
fn a_repeat_counts_and_a_release_does_not() {
    let with = |kind| KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind);
    assert!(Key::of(&with(KeyEventKind::Repeat)).is_some());
    assert_eq!(Key::typed(&with(KeyEventKind::Repeat)), Some('j'));
    assert_eq!(Key::of(&with(KeyEventKind::Release)), None);
    assert_eq!(Key::typed(&with(KeyEventKind::Release)), None);
}

#[rstest]
#[case("ctrl-p", "Ctrl-P")]
#[case("Alt-Ctrl-left", "Ctrl-Alt-Left")]
#[case("pageup", "PgUp")]
#[case("escape", "Esc")]
#[case("Shift-g", "G")]
#[case("-", "-")]
#[case("Ctrl--", "Ctrl--")]
#[case("f", "f")]
#[case("f12", "F12")]
#[case("？", "?")]
#[case("語", "語")]
fn files_may_write_a_key_in_several_ways(#[case] written: &str, #[case] shown: &str) {
    assert_eq!(
        written.parse::<Key>().map(|key| key.to_string()),
        Ok(shown.to_owned())
    );
}

#[rstest]
#[case("", "a key without a name", "a key is written as")]
#[case("PgUpp", "no key is called `PgUpp`", "did you mean `PgUp`?")]
#[case("F99", "no key is called `F99`", "a key is written as")]
#[case("\u{1b}", "no key is called ``", "a key is written as")]
#[case("Ctrl-", "no key is called `Ctrl-`", "a key is written as")]
#[case(
    "Shift-/",
    "`Shift-/` is not a character of its own",
    "write the character"
)]
fn a_text_that_names_no_key_says_why(#[case] text: &str, #[case] says: &str, #[case] help: &str) {
    let error = text.parse::<Key>().unwrap_err();
    assert_eq!(error.to_string(), says);
    assert!(error.help().starts_with(help), "{}", error.help());
}

#[rstest]
#[case('ｊ', KeyModifiers::NONE, Some('ｊ'))]
#[case('戦', KeyModifiers::NONE, Some('戦'))]
#[case('\u{3000}', KeyModifiers::NONE, Some('\u{3000}'))]
#[case('G', KeyModifiers::SHIFT, Some('G'))]
#[case('g', KeyModifiers::CONTROL, None)]
#[case('g', KeyModifiers::ALT, None)]
#[case('g', KeyModifiers::SUPER, None)]
#[case('\u{7}', KeyModifiers::NONE, None)]
#[case('\u{9b}', KeyModifiers::NONE, None)]
#[case('\t', KeyModifiers::NONE, None)]
#[case('\u{202e}', KeyModifiers::NONE, None)]
fn a_field_takes_what_is_typed_as_it_is_typed(
    #[case] typed: char,
    #[case] modifiers: KeyModifiers,
    #[case] expected: Option<char>,
) {
    assert_eq!(
        Key::typed(&event(KeyCode::Char(typed), modifiers)),
        expected
    );
}

fn codes() -> impl Strategy<Value = KeyCode> {
    prop_oneof![
        4 => any::<char>().prop_map(KeyCode::Char),
        4 => prop::char::range(' ', '~').prop_map(KeyCode::Char),
        2 => prop::char::range('\u{ff00}', '\u{ff60}').prop_map(KeyCode::Char),
        1 => any::<u8>().prop_map(KeyCode::F),
        2 => prop::sample::select(vec![
            KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right, KeyCode::Enter,
            KeyCode::Esc, KeyCode::Tab, KeyCode::BackTab, KeyCode::Backspace, KeyCode::Delete,
            KeyCode::Insert, KeyCode::Home, KeyCode::End, KeyCode::PageUp, KeyCode::PageDown,
        ]),
    ]
}

proptest! {
    #[test]
    fn what_is_shown_reads_back_as_the_same_key(code in codes(), bits in 0u8..8) {
        let modifiers = KeyModifiers::from_bits_truncate(bits);
        if let Some(key) = Key::of(&event(code, modifiers)) {
            let shown = key.to_string();
            prop_assert_eq!(shown.parse::<Key>(), Ok(key), "shown as {:?}", shown);
        }
    }
}
