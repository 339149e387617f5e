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
        "sh -c 'echo $$ >pid; XDG_DATA_HOME=\"{0}\" XDG_STATE_HOME=\"{0}\" exec \"$0\" {words}' \"$PROGRAM\"; echo \"exit=$?\"; read -r x",
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

/// What was kept of the talk: its step, the points shown, the seconds on its clock.
fn kept(state: &Path) -> (String, String, u64) {
    let file = state.join("senryaku/brief/jp-2021.ron");
    let text = std::fs::read_to_string(file).unwrap();
    let field = |name: &str| {
        let line = text.lines().find(|line| line.trim().starts_with(name));
        let (_, value) = line.unwrap().split_once(": ").unwrap();
        value.trim_end_matches(',').to_owned()
    };
    (
        field("step"),
        field("shown"),
        field("elapsed").parse().unwrap(),
    )
}

#[test]
fn a_talk_that_is_killed_goes_on_at_the_same_step_point_and_time() {
    let state = TempDir::new().unwrap();
    // Keys up to the moment, what the clock shows then, and the step and point that are kept.
    let moments = [
        ("]", "0:04 of 20:00", "\"=resilience\"", "1"),
        (" ", "0:05 of 20:00", "\"=resilience\"", "2"),
        ("]e", "0:09 of 20:00", "\"=value-chains\"", "1"),
        ("  /nisc", "0:13 of 20:00", "\"=value-chains\"", "3"),
        ("]", "0:14 of 20:00", "\"=dx\"", "1"),
    ];
    for (nth, (keys, clock, step, shown)) in moments.into_iter().enumerate() {
        let again = if nth == 0 { " --points --time 20m" } else { "" };
        let mut talk = started(state.path(), &format!("brief{again}"));
        talk.wait_for_text(if nth == 0 {
            "Adopted by"
        } else {
            "Back at step"
        });
        talk.send(keys);
        talk.wait_for_text(clock);
        talk.signal(Signal::KILL);
        talk.wait_for_text("exit=137");
        let (at, points, elapsed) = kept(state.path());
        assert_eq!((at.as_str(), points.as_str()), (step, shown), "{keys}");
        let seconds: u64 = clock[2..4].parse().unwrap();
        assert!(
            elapsed + 5 >= seconds && elapsed <= seconds,
            "{elapsed} at {clock}"
        );
    }
}

#[test]
fn the_speakers_side_drives_the_talk_and_its_death_gives_the_foot_back() {
    let state = TempDir::new().unwrap();
    let talk = started(state.path(), "brief --time 20m");
    talk.wait_for_text("/ search");
    let mut side = started(state.path(), "brief --notes");
    side.wait_for_text("step 1 of 15");
    talk.wait("a clean screen", |screen| {
        !screen.contents().contains("/ search")
    });
    side.send(" ");
    talk.wait_for_text("Three goals, eight pillars");
    side.wait_for_text("step 2 of 15");
    side.send("!");
    side.wait_for_text("Parked at step 2");
    side.signal(Signal::KILL);
    talk.wait_for_text("/ search");
    let listed = Command::new(env!("CARGO_BIN_EXE_senryaku"))
        .arg("mine")
        .env("XDG_DATA_HOME", state.path())
        .output()
        .unwrap();
    assert!(said(&listed).contains("step 2, 0:0"), "{}", said(&listed));
    assert!(said(&listed).contains("Three goals"), "{}", said(&listed));
}

#[test]
fn a_rehearsal_ends_with_a_plan_and_without_questions_mine_says_so() {
    let state = TempDir::new().unwrap();
    let mut talk = started(state.path(), "brief --rehearse");
    talk.wait_for_text("0:02 on this step, rehearsing");
    talk.send("qq");
    talk.wait_for_text("exit=0");
    assert!(
        talk.contents().contains("(step: Sources, minutes: 1"),
        "{}",
        talk.contents()
    );
    let none = Command::new(env!("CARGO_BIN_EXE_senryaku"))
        .arg("mine")
        .env("XDG_DATA_HOME", state.path())
        .output()
        .unwrap();
    assert_eq!(none.status.code(), Some(0));
    assert_eq!(
        said(&none),
        "No question is parked; `!` in a briefing parks one\n"
    );
}
