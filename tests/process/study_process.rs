//! Study in real processes: an answer that was given is on the disk, whatever happens next.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::pty::Pty;
use rstest::rstest;
use rustix::process::Signal;
use senryaku::study::log::Log;
use tempfile::TempDir;

fn log(folder: &Path) -> Log {
    let path = folder.join("senryaku").join("reviews.log");
    Log::read(&fs::read(path).unwrap_or_default())
}

/// Gives answers, each seen on the screen before the next.
fn answer(pty: &mut Pty, count: usize) {
    for number in 1..=count {
        pty.wait("a question", |screen| {
            let screen = screen.contents();
            screen.contains("choose") && !screen.contains("open the entry")
        });
        pty.send(if number % 2 == 0 { "2" } else { "1" });
        pty.wait_for_text("open the entry");
        pty.send(" ");
    }
}

/// What is done just before the program is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// A question is on the screen.
    Asked,
    /// Its answer is on the screen.
    Answered,
    /// The key of an answer was pressed, and nothing was waited for.
    Pressed,
    /// An answer was taken back.
    Undone,
    /// The session is over.
    Summary,
}

#[test]
fn a_session_killed_at_any_moment_has_kept_every_answer() {
    for (moment, least, most) in [
        (Moment::Asked, 3, 3),
        (Moment::Answered, 4, 4),
        (Moment::Pressed, 3, 4),
        (Moment::Undone, 5, 5),
        (Moment::Summary, 3, 3),
    ] {
        let mut pty = Pty::start("study pillars --choice --seed 3");
        answer(&mut pty, 3);
        pty.wait_for_text("choose");
        match moment {
            Moment::Asked => {}
            Moment::Answered => {
                pty.send("1");
                pty.wait_for_text("open the entry");
            }
            Moment::Pressed => pty.send("1"),
            Moment::Undone => {
                pty.send("1");
                pty.wait_for_text("open the entry");
                pty.send("u");
                pty.wait_for_text("choose");
            }
            Moment::Summary => {
                pty.send("\u{1b}");
                pty.wait_for_text("How it went");
            }
        }
        pty.signal(Signal::KILL);
        pty.wait_for_text("exit=137");
        let log = log(pty.folder.path());
        let count = log.lines.len();
        assert!((least..=most).contains(&count), "{moment:?}: {count} lines");
        assert!(log.garbled.is_empty(), "{moment:?}");
        pty.finish();
    }
}

#[test]
fn two_at_once_leave_whole_lines_and_one_sees_what_the_other_wrote() {
    let shared = TempDir::new().unwrap();
    let script = |seed: u32| {
        format!(
            "XDG_STATE_HOME={} exec \"$PROGRAM\" study pillars --choice --seed {seed} --fresh",
            shared.path().display()
        )
    };
    let mut one = Pty::script(&script(1));
    let mut other = Pty::script(&script(2));
    for _ in 0..4 {
        answer(&mut one, 1);
        answer(&mut other, 1);
    }
    let log = log(shared.path());
    assert_eq!(log.lines.len(), 8);
    assert!(log.garbled.is_empty());
    let sessions: std::collections::HashSet<&str> = log
        .lines
        .iter()
        .map(|line| line.id.session.as_str())
        .collect();
    assert_eq!(sessions.len(), 2);
}

/// What keeps answers from the disk, also from root.
#[rstest]
#[case::another_holds_it("exec 9>senryaku/reviews.log; flock 9")]
#[case::a_limit("ulimit -f 0")]
fn an_answer_that_is_not_saved_is_marked_and_told_at_the_end(#[case] trouble: &str) {
    let mut pty = Pty::script(&format!(
        "mkdir senryaku; {trouble}
        \"$PROGRAM\" study pillars --choice --seed 3 9>&-; echo \"exit=$?\"; read -r x"
    ));
    pty.wait_for_text("choose");
    pty.send("1");
    pty.wait_for_text("1 answer not saved");
    pty.send("\x03");
    pty.wait_for_text("exit=130");
    pty.wait_for_text("error: 1 answer was not saved");
    pty.assert_as_before();
    assert!(log(pty.folder.path()).lines.is_empty());
    pty.finish();
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_senryaku"))
        .args(arguments)
        .env("HOME", folder)
        .env("XDG_STATE_HOME", folder)
        .env("XDG_CONFIG_HOME", folder)
        .env_remove("SENRYAKU_MODEL")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn what_is_due_and_how_one_stands_is_printed() {
    let folder = TempDir::new().unwrap();
    let (code, out, err) = run(folder.path(), &["study", "--due"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("no card has been asked yet"), "{err}");
    let state = folder.path().join("senryaku");
    fs::create_dir_all(&state).unwrap();
    let line = senryaku::study::log::Line {
        id: senryaku::study::log::LineId {
            session: "x".to_owned(),
            number: 1,
        },
        day: senryaku::study::Day::of("2020-01-01".parse().unwrap()),
        model: "jp-2021".to_owned(),
        key: senryaku::study::Key::new("own-2", ["dx"]),
        act: senryaku::study::log::Act::Review {
            grade: senryaku::study::Grade::Good,
            way: senryaku::study::log::Way::Choice,
            cram: false,
            mark: 0,
        },
    };
    let mut gone = line.clone();
    gone.id.number = 2;
    gone.key = senryaku::study::Key::new("member", ["headquarters", "mod"]);
    fs::write(state.join("reviews.log"), format!("{line}{gone}torn li")).unwrap();
    let (code, out, err) = run(folder.path(), &["study", "--due"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("own-2 dx\t") && out.contains("changed since you learned it"));
    assert!(err.contains("1 line of the study log is broken"), "{err}");
    assert_eq!(
        fs::read(state.join("reviews.broken")).unwrap(),
        b"torn li\n"
    );
    let (code, out, err) = run(folder.path(), &["study", "--stats"]);
    assert_eq!((code, err.as_str()), (0, ""), "it is told once");
    assert!(
        out.contains("Retention:") && out.contains("3 Digital transformation"),
        "{out}"
    );
    assert!(
        out.contains("1 card you learned is not asked any more"),
        "the first edition asked it: {out}"
    );
    let (code, out, _) = run(
        folder.path(),
        &["study", "--stats", "dx", "--format", "json"],
    );
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["due_per_day"].as_array().unwrap().len(), 14);
}

#[test]
fn what_is_put_aside_is_listed_and_taken_back() {
    let folder = TempDir::new().unwrap();
    let state = folder.path().join("senryaku");
    fs::create_dir_all(&state).unwrap();
    let line = senryaku::study::log::Line {
        id: senryaku::study::log::LineId {
            session: "x".to_owned(),
            number: 1,
        },
        day: senryaku::study::Day::of("2020-01-01".parse().unwrap()),
        model: "jp-2021".to_owned(),
        key: senryaku::study::Key::new("own-2", ["dx"]),
        act: senryaku::study::log::Act::Aside("too easy".to_owned()),
    };
    fs::write(state.join("reviews.log"), line.to_string()).unwrap();
    let (code, out, _) = run(folder.path(), &["study", "--aside"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("2020-01-01\town-2 dx\t") && out.ends_with("\ttoo easy\n"));
    let wrong = ["study", "--take-back", "year", "nothing"];
    let (code, _, err) = run(folder.path(), &wrong);
    assert_eq!(code, 1);
    assert!(err.contains("no card `year nothing` is put aside"), "{err}");
    let back = ["study", "--take-back", "own-2 dx"];
    let (code, out, _) = run(folder.path(), &back);
    assert_eq!(code, 0);
    assert!(out.starts_with("it is asked again: "), "{out}");
    let (code, out, err) = run(folder.path(), &["study", "--aside"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("no card is put aside"), "{err}");
}

#[test]
fn cards_are_taken_along() {
    let folder = TempDir::new().unwrap();
    let (code, anki, _) = run(folder.path(), &["export", "--format", "anki"]);
    assert_eq!(code, 0);
    assert!(anki.starts_with("#separator:tab\n"));
    let sheet = ["export", "--format", "sheet", "-n", "5", "--seed", "9"];
    let (code, sheet, _) = run(folder.path(), &sheet);
    assert_eq!(code, 0);
    assert!(sheet.contains("5 questions.") && sheet.contains("## Answers"));
    let (code, _, err) = run(folder.path(), &["export", "-n", "5"]);
    assert_eq!(code, 2, "{err}");
    let (code, page, _) = run(folder.path(), &["export", "--format", "revision", "dx"]);
    assert_eq!(code, 0);
    assert!(page.starts_with("# 3 Digital") && page.contains("# Answers"));
    let (code, _, err) = run(folder.path(), &["export", "dx"]);
    assert_eq!(code, 2, "{err}");
    let (code, _, err) = run(folder.path(), &["export", "--format", "revision", "dxx"]);
    assert_eq!(code, 1, "{err}");
}

#[test]
fn without_a_terminal_study_says_what_prints_instead() {
    let folder = TempDir::new().unwrap();
    let (code, out, err) = run(folder.path(), &["study"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("study asks on a terminal"), "{err}");
    let (code, _, err) = run(folder.path(), &["study", "qqzzxx"]);
    assert_eq!(code, 1);
    assert!(err.contains("nothing matches"), "{err}");
}
