//! The program on a real terminal: what it switches on, it switches off, however it ends.

use crate::support::pty::{ESCAPE, Pty, wait_for_line};
use rstest::rstest;
use rustix::process::Signal;
use vt100::MouseProtocolMode;

const TITLE: &str = "senryaku";
const SYNC_ON: &str = "\x1b[?2026h";
const SYNC_OFF: &str = "\x1b[?2026l";

fn started(arguments: &str) -> Pty {
    let pty = Pty::start(arguments);
    wait_for_screen(&pty);
    pty
}

fn wait_for_screen(pty: &Pty) {
    pty.wait("the first frame", |screen| {
        screen.alternate_screen() && screen.contents().contains(TITLE)
    });
}

#[test]
fn the_first_frame_says_whose_strategy_this_is() {
    let pty = started("");
    pty.wait_for_text("Japan: Cybersecurity Strategy");
    assert!(pty.contents().contains("Pillars"), "{}", pty.contents());
    assert!(pty.is_raw());
}

#[test]
fn only_the_modes_that_are_needed_are_on() {
    let pty = started("");
    pty.wait("the modes", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion
            && screen.bracketed_paste()
            && screen.hide_cursor()
    });
    let written = pty.written();
    for other in [
        "\x1b[?1003h",
        "\x1b[?1004h",
        "\x1b[?1015h",
        "\x1b[>",
        "\x1b[6n",
        "\x1b[c",
    ] {
        assert!(!written.contains(other), "{other:?}");
    }
}

#[test]
fn without_the_mouse_the_terminal_keeps_its_selection() {
    let pty = started("--no-mouse");
    assert!(!pty.written().contains("\x1b[?100"), "{:?}", pty.written());
}

#[rstest]
#[case::quit("q", "exit=0")]
#[case::interrupt("\x03", "exit=130")]
fn a_key_ends_the_program_and_restores_the_terminal(#[case] key: &str, #[case] exit: &str) {
    let mut pty = started("");
    pty.send(key);
    pty.wait_for_text(exit);
    pty.assert_as_before();
    pty.finish();
}

#[rstest]
#[case::terminate(Signal::TERM, "exit=143")]
#[case::hang_up(Signal::HUP, "exit=129")]
#[case::interrupt(Signal::INT, "exit=130")]
#[case::quit(Signal::QUIT, "exit=131")]
fn a_signal_ends_the_program_and_restores_the_terminal(#[case] signal: Signal, #[case] exit: &str) {
    let pty = started("");
    pty.signal(signal);
    pty.wait_for_text(exit);
    pty.assert_as_before();
    pty.finish();
}

/// A shell with job control and, between it and the program, another process of the same group:
/// if only the program stopped, nobody would ever say so.
const JOBS: &str = "set -m
    sh -c 'sh -c \"echo \\$\\$ >pid; exec \\\"$PROGRAM\\\"\"; exit $?'
    echo stopped; read -r x; fg >/dev/null; echo \"exit=$?\"; read -r x";

#[rstest]
#[case::by_key(None)]
#[case::by_signal(Some(Signal::TSTP))]
fn a_stopped_program_gives_the_terminal_back_and_takes_it_again(#[case] signal: Option<Signal>) {
    let mut pty = Pty::script(JOBS);
    wait_for_screen(&pty);
    match signal {
        None => pty.send("\x1a"),
        Some(signal) => pty.signal(signal),
    }
    pty.wait_for_text("stopped");
    pty.assert_as_before();
    pty.send("\n");
    wait_for_screen(&pty);
    pty.wait_until_raw();
    pty.send("q");
    pty.wait_for_text("exit=0");
    pty.assert_as_before();
    pty.finish();
}

/// What each screen is opened with, and what it then shows.
#[rstest]
#[case::search("", "/nisc", "in everything")]
#[case::help("", "?", "╭─ Help")]
#[case::problems("-m broken.ron", "", "broken.ron")]
#[case::brief("brief", "\x1b[6~", "eight pillars")]
#[case::detour("brief", "\x1b[6~\x1b[6~e", "detour")]
#[case::follower("brief --notes", "", "No briefing")]
#[case::study("study dx --choice --seed 3", "", "choose")]
#[case::answer("study dx --choice --seed 3", "1", "open the entry")]
#[case::reading_again("", "R", "Japan")]
fn every_screen_is_stopped_goes_on_and_ends(
    #[case] arguments: &str,
    #[case] keys: &str,
    #[case] shown: &str,
) {
    let mut pty = Pty::script(&format!(
        "echo '(format: 1)' >broken.ron; set -m
        sh -c 'echo $$ >pid; exec \"$PROGRAM\" {arguments}'
        echo stopped; read -r x; fg >/dev/null; echo \"exit=$?\"; read -r x"
    ));
    pty.wait("a frame", |screen| {
        screen.alternate_screen() && screen.contents().len() > 99
    });
    pty.send(keys);
    pty.wait_for_text(shown);
    pty.send("\x1a");
    pty.wait_for_bytes("stopped", 1);
    pty.assert_as_before();
    pty.send("\n");
    pty.wait_for_bytes("\x1b[?1049h", 2);
    pty.wait_for_text(shown);
    pty.signal(Signal::TERM);
    pty.wait_for_text("exit=143");
    pty.assert_as_before();
    pty.finish();
}

#[test]
fn a_stop_that_cannot_be_caught_is_mended_on_return() {
    let mut pty = Pty::script(JOBS);
    wait_for_screen(&pty);
    // The wrapper stops too, as it does when a terminal stops the job.
    pty.signal_group(Signal::STOP);
    pty.wait_for_bytes("stopped", 1);
    pty.send("\n");
    // Entered twice: once at the start, once on return.
    pty.wait_for_bytes("\x1b[?1049h", 2);
    wait_for_screen(&pty);
    pty.send("q");
    pty.wait_for_text("exit=0");
    pty.assert_as_before();
    pty.finish();
}

#[test]
fn a_stopped_program_can_be_ended() {
    // The wrapper is of the same job and has to live on to tell.
    let mut pty = Pty::script(
        "set -m
        sh -c 'trap : TERM; \"$PROGRAM\"; echo $? >code'
        echo stopped; read -r x; kill %1; kill -CONT %1; read -r x",
    );
    wait_for_screen(&pty);
    pty.send("\x1a");
    pty.wait_for_text("stopped");
    pty.send("\n");
    assert_eq!(wait_for_line(&pty.folder.path().join("code")), "143");
    pty.assert_as_before();
    pty.finish();
}

#[test]
fn without_a_shell_to_go_back_to_the_program_goes_on() {
    let mut pty = Pty::script("exec \"$PROGRAM\"");
    wait_for_screen(&pty);
    pty.send("\x1a");
    pty.wait_for_text("no shell");
    pty.send("q");
    pty.wait("the end", |screen| !screen.alternate_screen());
}

/// There the group, the session and the parent of the program have no numbers.
#[test]
#[cfg(target_os = "linux")]
fn the_first_program_of_a_container_goes_on() {
    let mut pty = Pty::script(
        "unshare -Upf true || { echo no container; read -r x; exit; }
        unshare -Upf \"$PROGRAM\"; echo \"exit=$?\"; read -r x",
    );
    pty.wait("a screen", |screen| {
        screen.alternate_screen() || screen.contents().contains("no container")
    });
    if pty.contents().contains("no container") {
        // Some systems let nobody but root make one.
        return pty.finish();
    }
    wait_for_screen(&pty);
    pty.send("\x1a");
    pty.wait_for_text("no shell");
    pty.send("q");
    pty.wait_for_text("exit=0");
    pty.assert_as_before();
    pty.finish();
}

#[test]
fn a_model_on_standard_input_leaves_the_keyboard_to_the_user() {
    let mut pty = Pty::script(
        "\"$PROGRAM\" new model.ron; \"$PROGRAM\" - <model.ron; echo \"exit=$?\"; read -r x",
    );
    wait_for_screen(&pty);
    pty.send("q");
    pty.wait_for_text("exit=0");
    pty.assert_as_before();
    pty.finish();
}

#[test]
fn a_terminal_that_is_closed_ends_the_program() {
    let pty = Pty::script("trap '' HUP; \"$PROGRAM\"; echo \"$?\" >code");
    wait_for_screen(&pty);
    // The shell takes the signal and ignores it; the program has only the dead terminal to go by.
    let folder = pty.hang_up();
    assert_eq!(wait_for_line(&folder.path().join("code")), "129");
}

#[rstest]
#[case::signal(Signal::TERM, "143")]
#[case::interrupt(Signal::INT, "130")]
fn a_terminal_that_takes_no_bytes_holds_up_no_signal(#[case] signal: Signal, #[case] code: &str) {
    // The first frame is larger than what a terminal keeps for a reader that does not come.
    let script = "sh -c 'echo $$ >pid; exec \"$PROGRAM\"'; echo $? >code";
    let pty = Pty::unread(script, 500, 1000);
    pty.wait_until_raw();
    pty.signal(signal);
    assert_eq!(wait_for_line(&pty.folder.path().join("code")), code);
    assert!(!pty.is_raw());
    // What comes late, when the lag is over, is the way out.
    pty.read();
    pty.wait_for_bytes("\x1b[?1049l\x1b[?25h", 1);
    pty.assert_as_before();
}

/// The end waits for the log first, then for the terminal.
#[test]
fn a_stuck_terminal_is_given_back_when_the_log_is_held_too() {
    let script = "mkdir senryaku; exec 9>senryaku/reviews.log; flock 9
        sh -c 'echo $$ >pid; exec \"$PROGRAM\" study dx --choice --seed 3 9>&-' 2>told
        echo $? >code";
    let mut pty = Pty::unread(script, 50, 200);
    pty.wait_until_raw();
    pty.send("1");
    // Frames until the terminal takes no more; nothing tells when that is, nor that the answer was taken.
    for _ in 0..150 {
        pty.send("\x0c");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    pty.signal(Signal::TERM);
    let folder = pty.folder.path().to_owned();
    assert_eq!(wait_for_line(&folder.join("code")), "143");
    let told = wait_for_line(&folder.join("told"));
    assert!(told.starts_with("error: 1 answer was not saved"), "{told}");
    assert!(!pty.is_raw());
    pty.read();
    pty.wait_for_bytes("\x1b[?1049l\x1b[?25h", 1);
    pty.assert_as_before();
}

#[test]
fn a_new_size_is_painted() {
    let pty = started("");
    pty.resize(40, 132);
    pty.wait("all of the new screen", |screen| {
        let bottom: String = screen.rows(0, 132).last().unwrap();
        screen.contents().contains(TITLE) && !bottom.trim().is_empty()
    });
}

#[rstest]
#[case::nothing(0, 0)]
#[case::one_cell(1, 1)]
#[case::a_line(1, 80)]
#[case::a_column(30, 1)]
fn no_size_is_too_small(#[case] rows: u16, #[case] columns: u16) {
    let script = "\"$PROGRAM\"; echo \"exit=$?\" >code";
    let mut pty = Pty::sized(script, rows, columns);
    pty.wait_for_bytes(SYNC_OFF, 1);
    pty.send("\x1b[B/a");
    pty.send(ESCAPE);
    pty.resize(24, 80);
    wait_for_screen(&pty);
    pty.send("\x03");
    assert_eq!(wait_for_line(&pty.folder.path().join("code")), "exit=130");
}

#[test]
fn ctrl_l_paints_everything_again() {
    let mut pty = started("");
    let cleared = pty.written().matches("\x1b[2J").count();
    pty.send("\x0c");
    pty.wait_for_bytes("\x1b[2J", cleared + 1);
}

#[test]
fn a_window_that_was_smaller_for_a_moment_is_painted_whole() {
    let pty = started("");
    let cleared = pty.written().matches("\x1b[2J").count();
    pty.signal(Signal::WINCH);
    pty.wait_for_bytes("\x1b[2J", cleared + 1);
}

#[test]
fn every_frame_is_whole() {
    let mut pty = started("");
    for key in [
        "\x1b[B", "\t", "\x1b[C", "/", "c", "y", ESCAPE, "?", ESCAPE, "z",
    ] {
        pty.send(key);
    }
    pty.send("\x03");
    pty.wait_for_text("exit=130");
    let written = pty.written();
    let start = written.find(SYNC_ON).unwrap();
    let end = written.find("\x1b[?1006l").unwrap();
    let frames = &written[start..end];
    for frame in frames.split_inclusive(SYNC_OFF) {
        assert!(frame.starts_with(SYNC_ON), "{frame:?}");
        assert!(frame.ends_with(SYNC_OFF), "{frame:?}");
        assert_eq!(frame.matches(SYNC_ON).count(), 1, "{frame:?}");
    }
    pty.finish();
}

/// What a terminal sends by itself or too late: each is dropped whole, and the next key works.
#[rstest]
#[case::colour_scheme("\x1b[?997;1n")]
#[case::mode("\x1b[?2026;2$y")]
#[case::background("\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\")]
#[case::name("\x1bP>|XTerm(390)\x1b\\")]
#[case::graphics("\x1b_Gi=31;OK\x1b\\")]
#[case::alt_bracket_and_a_question_mark("\x1b[?")]
#[case::a_paste_without_an_end("\x1b[200~\r")]
fn a_report_is_no_key_and_the_keyboard_lives(#[case] report: &str) {
    let mut pty = started("--at dx");
    pty.send(report);
    // A key at once would belong to what has no end.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    pty.send("?");
    pty.wait_for_text("Type to find");
    pty.send(report);
    pty.send("\x03");
    pty.wait_for_text("exit=130");
    pty.assert_as_before();
    pty.finish();
}
