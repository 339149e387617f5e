//! Slips on the command line, and what the program says to them.

use crate::cli::home::{Home, data};

#[test]
fn a_mistyped_command_is_recognised() {
    let home = Home::new();
    for words in ["shwo", "shwo nisc-2015", "chekc --strict"] {
        let message = home.fails(2, words);
        let (wrong, right) = if words.starts_with('s') {
            ("shwo", "show")
        } else {
            ("chekc", "check")
        };
        let expected = format!("error: no model or command `{wrong}`; did you mean `{right}`?\n");
        assert!(message.starts_with(&expected), "{message}");
    }
    let stranger = home.fails(2, "elephant");
    assert!(stranger.starts_with("error: no model or command `elephant`\n"));
}

#[test]
fn a_file_named_like_a_mistyped_command_is_a_model() {
    let home = Home::new();
    home.write("shwo", data("starter.ron"));
    assert!(home.ok("shwo").starts_with("Exampleland"));
}

#[test]
fn unknown_ids_bring_near_ones_to_mind() {
    let home = Home::new();
    for (words, near) in [
        ("show nisc-2014", "`nisc-2015`"),
        ("links headquarter", "`headquarters`"),
        ("show NISC", "`nisc-2015` or `nisc-2005`"),
        ("--at nisc-2014", "`nisc-2015`"),
    ] {
        let message = home.fails(1, words);
        assert!(message.starts_with("error: no entry `"), "{message}");
        assert!(message.contains(near), "{message}");
    }
    let none = home.fails(1, "show xyzzyxyzzy");
    assert!(none.starts_with("error: no entry `xyzzyxyzzy`\n"), "{none}");
}

#[test]
fn unknown_kinds_and_forms_are_wrong_usage() {
    let home = Home::new();
    assert!(home.fails(2, "find -k acter x").contains("'actor'"));
    assert!(home.fails(2, "show --format yaml").contains("json"));
    assert!(home.fails(2, "find --limit 0 x").contains("from 1"));
    home.fails(2, "find");
    home.fails(2, "links dx --in --out");
}

#[test]
fn two_models_and_a_model_before_a_command_are_contradictions() {
    let home = Home::new();
    assert!(home.fails(2, "jp-2021 -m jp-2021").contains("two models"));
    assert!(home.fails(2, "jp-2021 show").contains("-m jp-2021"));
}

#[test]
fn what_a_user_types_cannot_drive_the_terminal() {
    let home = Home::new();
    for words in [
        ["show", "a\u{1b}]0;x\u{7}b"],
        ["check", "a\u{1b}[2Jb\u{202e}"],
    ] {
        let ran = home.run(words);
        assert_eq!(ran.code, 1);
        assert!(
            !ran.err.contains(['\u{1b}', '\u{7}', '\u{202e}']),
            "{:?}",
            ran.err
        );
    }
}

#[test]
fn a_file_in_the_place_of_an_entry_is_told_how_it_is_named() {
    let home = Home::new();
    home.write("mine.ron", "()");
    for words in ["brief mine.ron", "links mine.ron", "study --due mine.ron"] {
        let message = home.fails(1, words);
        let hint = "help: a model is named with `-m mine.ron`";
        assert!(message.contains(hint), "{words}: {message}");
    }
}

#[test]
fn the_page_on_the_format_is_printed() {
    let home = Home::new();
    assert_eq!(home.ok("man format"), include_str!("../../../FORMAT.md"));
    assert!(home.ok("man").contains(".SH COMMANDS"));
}

#[test]
fn show_and_export_take_a_file_and_an_entry_of_it() {
    let home = Home::new();
    assert_eq!(home.run(["new", "water.ron"]).code, 0);
    assert!(
        home.ok("show water.ron")
            .contains("National Water Strategy")
    );
    assert!(home.ok("show water.ron pumps").contains("Pumping stations"));
    assert!(
        home.ok("export water.ron")
            .contains("National Water Strategy")
    );
    assert!(
        home.ok("export water.ron --format json")
            .contains("\"water\"")
    );
    let two = "two models: `water.ron` and the one of -m; only one can be read";
    for words in [
        "show -m jp-2021 water.ron",
        "export -m jp-2021 water.ron pumps",
    ] {
        assert!(home.fails(2, words).contains(two), "{words}");
    }
    let itself = home.fails(1, "export water.ron -o water.ron");
    assert!(
        itself.contains("`water.ron` is the model itself"),
        "{itself}"
    );
}

#[test]
fn a_form_of_all_times_is_not_written_for_a_day() {
    let home = Home::new();
    let said = home.fails(2, "export --as-of 2021-09-28 --format revision");
    assert!(
        said.contains("--as-of goes with --format deck, md and json"),
        "{said}"
    );
    let deck = home.ok("export --as-of 2021-09-28 --format deck");
    assert!(
        deck.contains("Who answered to whom on 28 September 2021"),
        "{deck}"
    );
}

#[test]
fn an_export_never_replaces_its_plan() {
    let home = Home::new();
    assert_eq!(home.run(["new", "--plan", "talk.ron"]).code, 0);
    let said = home.fails(1, "export --format deck --plan talk.ron -o talk.ron");
    assert!(said.contains("`talk.ron` is the plan itself"), "{said}");
    let whole = home.ok("export --format deck --plan talk.ron");
    assert!(whole.starts_with("# Japan"), "{whole}");
}
