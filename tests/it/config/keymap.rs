//! `keymap.ron`: the embedded one, and patches.

use rstest::rstest;
use senryaku::action::{ACTIONS, Action, Mode};
use senryaku::config::{Key, Keymap};

fn key(name: &str) -> Key {
    name.parse().unwrap()
}

fn shown(keymap: &Keymap, mode: Mode, action: &Action) -> String {
    let keys = keymap.keys(mode, action);
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    names.join(" ")
}

fn patched(text: &str) -> Keymap {
    Keymap::patched("keymap.ron", text).unwrap_or_else(|report| panic!("{:?}", report.problems))
}

#[rstest]
#[case(Mode::Explore, "j", Some(Action::Down))]
#[case(Mode::Explore, "Enter", Some(Action::Enter))]
#[case(Mode::Explore, "Right", Some(Action::Enter))]
#[case(Mode::Explore, "Esc", Some(Action::Escape))]
#[case(Mode::Explore, "Shift-Tab", Some(Action::PreviousPane))]
#[case(Mode::Explore, "6", Some(Action::Pane(6)))]
#[case(Mode::Explore, "7", None)]
#[case(Mode::Explore, "G", Some(Action::Bottom))]
#[case(Mode::Explore, "g", Some(Action::Top))]
#[case(Mode::Explore, "Backspace", Some(Action::TrailBack))]
#[case(Mode::Explore, "Ctrl-P", Some(Action::Search))]
#[case(Mode::Explore, "p", Some(Action::Present))]
#[case(Mode::Explore, "F5", Some(Action::Present))]
#[case(Mode::Brief, "PgDn", Some(Action::Forward))]
#[case(Mode::Brief, "PgUp", Some(Action::Back))]
#[case(Mode::Brief, ".", Some(Action::Blank))]
#[case(Mode::Brief, "C", Some(Action::ResetClock))]
#[case(Mode::Type, "j", None)]
#[case(Mode::Type, "?", None)]
#[case(Mode::Type, "Space", None)]
#[case(Mode::Type, "Tab", Some(Action::NextScope))]
#[case(Mode::Type, "Left", Some(Action::CursorLeft))]
#[case(Mode::Type, "Backspace", Some(Action::DeleteBack))]
#[case(Mode::Type, "F1", Some(Action::Help))]
#[case(Mode::Page, "Space", Some(Action::PageDown))]
#[case(Mode::Page, "s", Some(Action::Sources))]
#[case(Mode::Page, "Tab", None)]
fn a_key_means_what_the_design_says(
    #[case] mode: Mode,
    #[case] name: &str,
    #[case] action: Option<Action>,
) {
    assert_eq!(Keymap::embedded().action(mode, key(name)), action);
}

#[test]
fn every_mode_can_be_left_and_helped_and_quit() {
    let keymap = Keymap::embedded();
    for mode in Mode::ALL.iter().copied() {
        assert_eq!(keymap.action(mode, key("Esc")), Some(Action::Escape));
        assert_eq!(keymap.action(mode, key("F1")), Some(Action::Help));
        assert_eq!(keymap.action(mode, key("Ctrl-C")), Some(Action::QuitNow));
        assert_eq!(keymap.action(mode, key("Ctrl-Z")), Some(Action::Suspend));
        assert_eq!(keymap.action(mode, key("Ctrl-L")), Some(Action::Redraw));
    }
}

#[test]
fn every_action_of_the_table_has_a_key_in_some_mode() {
    let keymap = Keymap::embedded();
    for line in ACTIONS {
        let bound = |mode: &Mode| !keymap.keys(*mode, &line.action).is_empty();
        assert!(Mode::ALL.iter().any(bound), "{} has no key", line.name);
    }
}

#[test]
fn no_character_is_a_command_in_a_text_field() {
    let keymap = Keymap::embedded();
    for typed in ' '..='~' {
        let key = key(&typed.to_string());
        assert_eq!(keymap.action(Mode::Type, key), None, "{key}");
    }
}

#[test]
fn help_lists_actions_in_the_order_of_the_table() {
    let keymap = Keymap::embedded();
    for mode in Mode::ALL {
        let at = |action: &Action| ACTIONS.iter().position(|line| line.action == *action);
        let places: Vec<_> = keymap
            .bindings(*mode)
            .map(|(action, _)| at(action))
            .collect();
        assert!(places.len() > 10 && places.is_sorted(), "{places:?}");
    }
}

#[rstest]
#[case(Action::Up, "Up k")]
#[case(Action::Help, "? : F1")]
#[case(Action::TrailBack, "Backspace H Alt-Left")]
#[case(Action::Quit, "q")]
fn the_key_to_show_comes_first(#[case] action: Action, #[case] keys: &str) {
    assert_eq!(shown(&Keymap::embedded(), Mode::Explore, &action), keys);
}

#[test]
fn an_empty_file_changes_nothing() {
    assert_eq!(patched("()"), Keymap::embedded());
}

#[test]
fn a_patch_adds_a_key_and_shows_it_first() {
    let keymap = patched("(explore: [(keys: [\"x\"], action: \"quit\")])");
    assert_eq!(shown(&keymap, Mode::Explore, &Action::Quit), "x q");
    assert_eq!(shown(&keymap, Mode::Page, &Action::Quit), "q");
}

#[test]
fn a_patch_gives_a_key_another_meaning() {
    let keymap = patched("(explore: [(keys: [\"k\"], action: \"zoom\")])");
    assert_eq!(keymap.action(Mode::Explore, key("k")), Some(Action::Zoom));
    assert_eq!(shown(&keymap, Mode::Explore, &Action::Up), "Up");
}

#[test]
fn a_patch_takes_a_meaning_away() {
    let keymap = patched(
        "(explore: [(keys: [\"q\"], action: \"nothing\")], page: [(keys: [\"F1\"], action: \"nothing\")])",
    );
    assert_eq!(keymap.action(Mode::Explore, key("q")), None);
    assert_eq!(keymap.action(Mode::Page, key("q")), Some(Action::Quit));
    assert_eq!(keymap.action(Mode::Page, key("F1")), None);
    assert_eq!(keymap.action(Mode::Explore, key("F1")), Some(Action::Help));
}

#[test]
fn a_global_patch_is_heard_in_every_mode_but_never_steals_text() {
    let keymap = patched(
        "(global: [(keys: [\"q\", \"Ctrl-Q\"], action: \"redraw\")], page: [(keys: [\"q\"], action: \"quit\")])",
    );
    assert_eq!(keymap.action(Mode::Explore, key("q")), Some(Action::Redraw));
    assert_eq!(keymap.action(Mode::Page, key("q")), Some(Action::Quit));
    assert_eq!(keymap.action(Mode::Type, key("q")), None);
    assert_eq!(
        keymap.action(Mode::Type, key("Ctrl-Q")),
        Some(Action::Redraw)
    );
}

#[rstest]
#[case::action(
    "(explore: [(keys: [\"x\"], action: \"quitt\")])",
    "\"quitt\"",
    "no action is called `quitt`",
    Some("did you mean `quit`?")
)]
#[case::nothing(
    "(page: [(keys: [\"x\"], action: \"nothin\")])",
    "\"nothin\"",
    "no action is called `nothin`",
    Some("did you mean `nothing`?")
)]
#[case::key(
    "(explore: [(keys: [\"x\", \"Entr\"], action: \"quit\")])",
    "\"Entr\"",
    "no key is called `Entr`",
    Some("did you mean `Enter`?")
)]
#[case::conflict(
    "(explore: [(keys: [\"x\"], action: \"quit\"), (keys: [\"ｘ\"], action: \"zoom\")])",
    "\"ｘ\"",
    "`x` has two meanings in one mode",
    None
)]
#[case::text(
    "(type: [(keys: [\"j\"], action: \"down\")])",
    "\"j\"",
    "`j` is text in this mode and cannot be a command",
    Some("add `Ctrl-` or `Alt-`")
)]
#[case::no_key(
    "(explore: [(keys: [], action: \"quit\")])",
    "\"quit\"",
    "no key is given",
    Some("to take a meaning away, bind its key to `nothing`")
)]
fn a_bad_file_says_what_is_wrong_and_where(
    #[case] text: &str,
    #[case] at: &str,
    #[case] message: &str,
    #[case] help: Option<&str>,
) {
    let report = Keymap::patched("keymap.ron", text).unwrap_err();
    assert_eq!(report.problems.len(), 1, "{:?}", report.problems);
    let problem = &report.problems[0];
    assert_eq!(text.get(problem.span.clone()), Some(at));
    assert_eq!(problem.message, message);
    assert_eq!(problem.help.as_deref(), help);
}

#[test]
fn two_meanings_name_the_first_place_too() {
    let text = "(page: [(keys: [\"x\"], action: \"quit\"), (keys: [\"x\"], action: \"copy\")])";
    let report = Keymap::patched("keymap.ron", text).unwrap_err();
    let first = text.find("\"x\"").unwrap();
    let (other, _) = report.problems[0].other.clone().unwrap();
    assert_eq!(other, first..first + 3);
    assert!(report.problems[0].span.start > first);
}

#[test]
fn one_key_in_two_modes_or_twice_with_one_meaning_is_no_conflict() {
    let keymap = patched(
        "(global: [(keys: [\"x\"], action: \"copy\")], explore: [(keys: [\"x\", \"x\"], action: \"quit\")])",
    );
    assert_eq!(keymap.action(Mode::Explore, key("x")), Some(Action::Quit));
    assert_eq!(shown(&keymap, Mode::Explore, &Action::Quit), "x q");
}

#[test]
fn every_problem_is_found_in_the_order_of_the_text() {
    let text = "(page: [(keys: [\"Nope\"], action: \"fly\")], explore: [(keys: [\"\"], action: \"quit\")])";
    let report = Keymap::patched("keymap.ron", text).unwrap_err();
    let starts: Vec<_> = report.problems.iter().map(|each| each.span.start).collect();
    assert_eq!(starts.len(), 3);
    assert!(starts.is_sorted());
}

#[test]
fn a_slip_of_notation_hides_no_wrong_word() {
    let text = "(explore: [(keys: [“x”], action: \"quitt\")])";
    let report = Keymap::patched("keymap.ron", text).unwrap_err();
    let said: Vec<&str> = report.problems.iter().map(|each| &*each.message).collect();
    assert_eq!(
        said,
        [
            "a typographic quote stands around a text",
            "no action is called `quitt`"
        ]
    );
}
