//! Text from outside never drives the terminal: every byte written is checked against what the
//! program may write.

use std::fs;

use crate::support::pty::{ESCAPE, Pty};
use rstest::rstest;

/// The modes that are switched on and off.
const MODES: &[&str] = &["25", "1000", "1002", "1006", "1049", "2004", "2026"];

/// What is wrong with the bytes from the first mode switched on to the last one switched off.
fn forbidden(written: &str) -> Option<String> {
    let start = written.find("\x1b[?1049h")?;
    let end = written.rfind("\x1b[?25h")? + "\x1b[?25h".len();
    let mut rest = &written[start..end];
    while let Some(next) = rest.chars().next() {
        let taken = if next == '\x1b' {
            known_sequence(rest)
        } else if next.is_control() || is_invisible(next) {
            None
        } else {
            Some(next.len_utf8())
        };
        match taken {
            Some(taken) => rest = &rest[taken..],
            None => return Some(rest.chars().take(40).collect()),
        }
    }
    None
}

fn is_invisible(each: char) -> bool {
    matches!(each, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{e0000}'..='\u{e0fff}')
}

/// The length of a sequence that the program may write.
fn known_sequence(text: &str) -> Option<usize> {
    if let Some(copied) = text.strip_prefix("\x1b]52;c;") {
        let length = copied.find("\x1b\\")?;
        let base64 = |each: char| each.is_ascii_alphanumeric() || "+/=".contains(each);
        return copied[..length]
            .chars()
            .all(base64)
            .then_some("\x1b]52;c;".len() + length + "\x1b\\".len());
    }
    let (parameters, last, length) = control(text)?;
    let known = match last {
        b'H' | b'm' | b'C' => are_numbers(parameters),
        b'K' | b'r' => parameters.is_empty(),
        b'J' => parameters == "2",
        b'h' | b'l' => parameters
            .strip_prefix('?')
            .is_some_and(|mode| MODES.contains(&mode)),
        _ => false,
    };
    if known {
        Some(length)
    } else {
        moved_rows(text)
    }
}

/// The length of what moves rows: margins, a place, lines taken out or put in, no margins.
fn moved_rows(text: &str) -> Option<usize> {
    let mut rest = text;
    for letters in ["r", "H", "LM", "r"] {
        let (parameters, last, length) = control(rest)?;
        let known = letters.contains(char::from(last)) && are_numbers(parameters);
        rest = known.then(|| &rest[length..])?;
    }
    let length = text.len() - rest.len();
    text[..length].ends_with("\x1b[r").then_some(length)
}

/// The parameters of a control sequence, its last byte and its length.
fn control(text: &str) -> Option<(&str, u8, usize)> {
    let sequence = text.strip_prefix("\x1b[")?;
    let length = sequence.find(|each: char| each.is_ascii_alphabetic())?;
    let last = sequence[length..].bytes().next()?;
    Some((&sequence[..length], last, "\x1b[".len() + length + 1))
}

fn are_numbers(parameters: &str) -> bool {
    parameters
        .chars()
        .all(|each| each.is_ascii_digit() || each == ';')
}

/// Walks through every screen, then leaves.
fn walk(pty: &mut Pty) {
    pty.wait("the first frame", vt100::Screen::alternate_screen);
    pty.wait_for_bytes("\x1b[?2026l", 1);
    for keys in [
        "\x1b[B", "\r", "s", ESCAPE, "y", "\t", "\t", "i", "/", "a", "\t", ESCAPE, "?", ESCAPE,
        "z", "R",
    ] {
        pty.send(keys);
    }
    pty.send("\x03");
    pty.wait_for_text("exit=130");
}

fn check(mut pty: Pty) {
    walk(&mut pty);
    assert_eq!(forbidden(&pty.written()), None);
    pty.finish();
}

#[rstest]
#[case::a_title("\x1b]0;owned\x07", true)]
#[case::the_clipboard("\x1b]52;c;\x1b[31m\x1b\\", true)]
#[case::a_mode_not_ours("\x1b[?1003h", true)]
#[case::a_question("\x1b[6n", true)]
#[case::a_bell("a\x07", true)]
#[case::one_byte_csi("\u{9b}31m", true)]
#[case::an_override("a\u{202e}b", true)]
#[case::margins_left("\x1b[3;9r\x1b[3Ha", true)]
#[case::writing_within_margins("\x1b[3;9r\x1b[3H\x1b[1M\x1b[3Ha\x1b[r", true)]
#[case::rows_that_move("\x1b[3;9r\x1b[3H\x1b[1M\x1b[r\x1b[2;9r\x1b[2H\x1b[3L\x1b[r", false)]
#[case::ours("\x1b[?2026h戦略\x1b[1;31m\x1b[3;4H\x1b[2J\x1b]52;c;YQ==\x1b\\", false)]
fn the_check_itself_finds_what_it_should(#[case] middle: &str, #[case] found: bool) {
    let written = format!("\x1b[?1049h{middle}\x1b[?1049l\x1b[?25h");
    assert_eq!(forbidden(&written).is_some(), found);
}

#[test]
fn the_built_in_model_writes_nothing_strange() {
    check(Pty::start(""));
}

#[test]
fn a_list_that_scrolls_moves_rows_and_writes_nothing_strange() {
    let mut pty = Pty::start("");
    pty.wait_for_text("Sources");
    pty.send("6G");
    let moved = |pty: &Pty| pty.written().contains("L\x1b[r");
    // Every step has a frame of its own: steps that share one may go too far for rows to be moved.
    while !moved(&pty) {
        let frames = pty.written().matches("\x1b[?2026l").count();
        assert!(frames < 100, "{}", pty.contents());
        pty.send("k");
        pty.wait_for_bytes("\x1b[?2026l", frames + 1);
    }
    check(pty);
}

#[test]
fn a_paste_does_not_drive_the_terminal() {
    let mut pty = Pty::start("");
    pty.wait_for_bytes("\x1b[?2026l", 1);
    pty.send("/\x1b[200~act\x1b]0;owned\x07\x1b[?1003h\u{202e}or\u{9b}31m\x1b[201~");
    check(pty);
}

/// A model with this text as its summary, and the same in its name.
fn model(text: &str) -> String {
    format!(
        r#"(format: 1, id: "x", title: "T {text}", country: "{text}", edition: "1", adopted: "2021",
    status: InForce, as_of: "2022", summary: "S {text}",
    pillars: [(id: "p", name: "P {text}", summary: "{text}", details: ["{text}"], note: "{text}")],
    sources: [(id: "s", name: "{text}", date: "2021", url: "https://example.org/{text}", tier: Primary)],
)"#
    )
}

#[rstest]
#[case::raw_escapes("a\x1b]0;owned\x07\x1b[?1003hb\u{9b}31m")]
#[case::written_escapes(r"a\u{1b}]0;owned\u{7}\u{1b}[?1003hb\u{9b}31m\u{202e}")]
#[case::overrides("a\u{202e}b\u{2066}c\u{200b}\u{feff}\u{e0041}")]
#[case::wide("戦略👩\u{200d}🚒e\u{301}\u{302}\u{303}ｶﾞ한국어")]
#[case::marks("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}")]
fn a_model_does_not_drive_the_terminal(#[case] text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.ron");
    fs::write(&path, model(text)).unwrap();
    check(Pty::start(&format!("\"{}\"", path.display())));
}

#[test]
fn a_name_of_a_file_does_not_drive_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m\x1b]0;owned\x07\u{202e}.ron");
    fs::write(&path, model("fine")).unwrap();
    check(Pty::start(&format!("\"{}\"", path.display())));
}

#[test]
fn a_broken_file_with_a_strange_name_does_not_drive_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m\x1b[31m\u{9b}31m.ron");
    fs::write(&path, "(\x1b]0;owned\x07 \u{202e}").unwrap();
    check(Pty::start(&format!("\"{}\"", path.display())));
}
