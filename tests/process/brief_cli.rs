//! The commands of a briefing, as the built program: a second screen that follows, and text.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::pty::Pty;
use rustix::process::Signal;
use tempfile::TempDir;

fn run(state: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_senryaku"))
        .args(words)
        .env("XDG_STATE_HOME", state)
        .env("XDG_CONFIG_HOME", state.join("config"))
        .env_remove("SENRYAKU_MODEL")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The program in a terminal of its own, with a state folder that others share.
fn started(state: &Path, words: &str) -> Pty {
    Pty::script(&format!(
        "sh -c 'echo $$ >pid; XDG_STATE_HOME=\"{}\" exec \"$0\" {words}' \"$PROGRAM\"; echo \"exit=$?\"; read -r x",
        state.display()
    ))
}

#[test]
fn a_second_terminal_follows_the_briefing_and_survives_its_death() {
    let state = TempDir::new().unwrap();
    let follower = started(state.path(), "brief --notes");
    follower.wait_for_text("No briefing is running");
    let mut speaker = started(state.path(), "brief --time 20m");
    speaker.wait_for_text("Adopted by the Cabinet");
    follower.wait_for_text("step 1 of 15");
    speaker.send("]");
    follower.wait_for_text("Start with what has to keep working");
    follower.wait_for_text("Trusted value chains");
    speaker.send("c");
    follower.wait_for_text("paused");
    speaker.send("e");
    follower.wait_for_text("On a detour: Protection and resilience");
    speaker.signal(Signal::KILL);
    follower.wait_for_text("The briefing is gone");
    let mut again = started(state.path(), "brief");
    again.wait_for_text("Back at step 3");
    // What it was before it died stands on the screen too, but not its note.
    follower.wait_for_text("Start with what has to keep working");
    again.send("q");
    follower.wait_for_text("The briefing has ended");
    again.send("q");
    again.wait_for_text("exit=0");
    assert!(again.contents().contains("exit=0"));
    let mut follower = follower;
    follower.send("q");
    follower.wait_for_text("exit=0");
    follower.assert_as_before();
}

#[test]
fn fresh_starts_over() {
    let state = TempDir::new().unwrap();
    let mut first = started(state.path(), "brief dx");
    first.wait_for_text("3    Digital transformation");
    first.send("qq");
    first.wait_for_text("exit=0");
    let second = started(state.path(), "brief");
    second.wait_for_text("Back at step 5");
    let third = started(state.path(), "brief --fresh");
    third.wait_for_text("Adopted by the Cabinet");
}

#[test]
fn the_audience_gets_a_copy_with_edition_status_and_sources() {
    let state = TempDir::new().unwrap();
    let copy = said(&run(state.path(), &["export", "--format", "deck"]));
    for wanted in [
        "# Japan: Cybersecurity Strategy (2021)",
        "Replaced on 23 December 2025",
        "26 November 2026",
        "## 8 Economic security",
        "## Where this is from",
    ] {
        assert!(copy.contains(wanted), "{wanted}\n{copy}");
    }
    assert!(!copy.contains("**Note"), "notes are the speaker's own");
    let own = said(&run(
        state.path(),
        &["export", "--format", "deck", "--with-notes"],
    ));
    assert!(own.contains("**Note (2 minutes):** Start with"));
    let wrong = run(state.path(), &["export", "--with-notes"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn check_tells_which_steps_are_too_long_for_a_screen() {
    let state = TempDir::new().unwrap();
    let usual = run(state.path(), &["check", "--screen", "80x24"]);
    assert_eq!(usual.status.code(), Some(0));
    assert!(said(&usual).contains("each of 15 steps fits on one screen"));
    let small = said(&run(state.path(), &["check", "--screen", "50x14"]));
    assert!(
        small.contains("Protection and resilience (resilience): 2 screens"),
        "{small}"
    );
    let large = said(&run(state.path(), &["check", "--screen", "200x60"]));
    assert!(!large.contains("screens"), "{large}");
    let json = said(&run(
        state.path(),
        &["check", "--screen", "50x14", "--format", "json"],
    ));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let long = json[0]["long_steps"].as_array().unwrap();
    assert!(long.iter().any(|step| step["id"] == "resilience"));
    let wrong = run(state.path(), &["check", "--screen", "large"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn without_a_terminal_the_deck_is_text_and_the_notes_say_that_none_runs() {
    let state = TempDir::new().unwrap();
    let deck = run(state.path(), &["brief", "economic-security"]);
    assert_eq!(deck.status.code(), Some(0));
    assert!(said(&deck).contains("Economic security"));
    assert!(!said(&deck).contains("\n# Data protection"));
    let notes = run(state.path(), &["brief", "--notes"]);
    assert_eq!(notes.status.code(), Some(1));
    assert!(said(&notes).contains("No briefing is running"));
    let time = run(state.path(), &["brief", "--time", "soon"]);
    assert_eq!(time.status.code(), Some(2));
    let why = String::from_utf8(time.stderr).unwrap();
    assert!(
        why.contains("a time is written `20m`, `90s` or `1h05m`"),
        "{why}"
    );
}
