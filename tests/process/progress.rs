//! A model that takes its time to load: the person who waits is told, and then the line is gone.

use std::fs;
use std::io::Write;

use crate::support::generate;
use crate::support::pty::{ESCAPE, Pty};
use rstest::rstest;
use rustix::process::Signal;

/// What is told of a stream that gives nothing yet.
const WAITING: &str = "Reading standard input: 0.0 MB so far";

/// The program reads from a pipe that gives nothing and stays open. The shell lives on to tell.
fn waiting(command: &str) -> Pty {
    let pty = Pty::script(&format!(
        "trap : INT; mkfifo pipe
        sh -c 'echo $$ >pid; exec \"$PROGRAM\" {command} <>pipe'; echo \"exit=$?\"; read -r x"
    ));
    pty.wait_for_text(WAITING);
    pty
}

fn assert_gone(pty: &Pty) {
    let shown = pty.contents();
    assert!(
        !shown.contains("Reading") && !shown.contains("^C"),
        "{shown}"
    );
    pty.assert_as_before();
}

#[rstest]
#[case::show("show -m -")]
#[case::explore("-")]
fn the_line_is_gone_when_ctrl_c_ends_the_wait(#[case] command: &str) {
    let mut pty = waiting(command);
    pty.send("\x03");
    pty.wait_for_text("exit=130");
    assert_gone(&pty);
    pty.finish();
}

#[test]
fn the_line_is_gone_when_a_signal_ends_the_wait() {
    let pty = waiting("show -m -");
    pty.signal(Signal::TERM);
    pty.wait_for_text("exit=143");
    assert_gone(&pty);
    pty.finish();
}

#[test]
fn the_line_is_gone_when_the_model_has_come() {
    let pty = Pty::script(
        "\"$PROGRAM\" new model.ron >/dev/null; mkfifo pipe; echo ready
        \"$PROGRAM\" find -m - zzqxj <pipe; echo \"exit=$?\"; read -r x",
    );
    pty.wait_for_text("ready");
    let folder = pty.folder.path();
    let mut pipe = fs::OpenOptions::new();
    let mut pipe = pipe.write(true).open(folder.join("pipe")).unwrap();
    pty.wait_for_text(WAITING);
    let model = fs::read(folder.join("model.ron")).unwrap();
    pipe.write_all(&model).unwrap();
    drop(pipe);
    pty.wait_for_text("exit=1");
    assert_gone(&pty);
    assert!(
        pty.contents()
            .contains("ready\nno zzqxj here\nnothing matches"),
        "{}",
        pty.contents()
    );
    pty.finish();
}

#[test]
fn the_line_is_gone_while_the_program_is_stopped() {
    let mut pty = Pty::script(
        "set -m; mkfifo pipe
        \"$PROGRAM\" show -m - <>pipe; echo stopped; read -r x; kill -KILL %1; read -r x",
    );
    pty.wait_for_text(WAITING);
    pty.send("\x1a");
    pty.wait_for_text("stopped");
    assert!(!pty.contents().contains("Reading"), "{}", pty.contents());
    pty.send("\n");
    pty.finish();
}

#[test]
fn what_is_typed_while_a_model_is_read_again_is_meant_for_the_new_one() {
    let model = generate::model(1_000);
    let mut pty = Pty::script("read -r x; \"$PROGRAM\" model.ron; echo \"exit=$?\"; read -r x");
    let path = pty.folder.path().join("model.ron");
    fs::write(&path, &model).unwrap();
    pty.send("\n");
    pty.wait_for_text("Generated strategy");
    let changed = model.replacen("Generated strategy", "Another strategy", 1);
    let changed = changed.replacen("name: \"", "name: \"Zanzibar ", 1);
    fs::write(&path, changed).unwrap();
    pty.send("R/zanzibar");
    pty.wait("the search in the new model", |screen| {
        let shown = screen.contents();
        shown.contains("zanzibar") && shown.contains("Zanzibar")
    });
    pty.send(ESCAPE);
    pty.wait_for_text("Another strategy");
    pty.send("R\x03");
    pty.wait_for_text("exit=130");
    pty.finish();
}
