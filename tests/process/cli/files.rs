//! Files that are no model: each gets a clear sentence, quickly, and nothing blocks.

use std::fs::{self, File};

use crate::cli::home::{Home, Ran, data};

/// Runs `check` and `show` on a file; both must fail with exit code 1 and this sentence.
fn refused(home: &Home, name: &str, sentence: &str) {
    for words in [vec!["check", name], vec!["show", "-m", name], vec![name]] {
        let ran = home.run(&words);
        let said = format!("{}{}", ran.out, ran.err);
        assert_eq!(ran.code, 1, "{words:?}: {said}");
        assert!(said.contains(sentence), "{words:?}: {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn what_is_no_regular_file_is_refused() {
    let home = Home::new();
    fs::create_dir(home.path("folder.ron")).unwrap();
    refused(&home, "folder.ron", "is a folder");
    refused(&home, "missing.ron", "no such file or folder");
    home.write("plain", "");
    refused(
        &home,
        "plain/inside.ron",
        "a part of the path is not a folder",
    );
}

#[cfg(unix)]
#[test]
fn a_fifo_without_a_writer_does_not_block() {
    let home = Home::new();
    let made = std::process::Command::new("mkfifo")
        .arg(home.path("fifo.ron"))
        .status();
    assert!(made.unwrap().success());
    refused(&home, "fifo.ron", "is not a regular file");
    refused(&home, "/dev/null", "is not a regular file");
}

#[test]
fn a_file_that_is_empty_or_no_text_is_refused() {
    let home = Home::new();
    home.write("empty.ron", "");
    refused(&home, "empty.ron", "empty.ron");
    home.write("binary.ron", b"(format: 1, id: \"\xff\xfe\")");
    refused(&home, "binary.ron", "UTF-8");
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    let home = Home::new();
    let file = File::create(home.path("huge.ron")).unwrap();
    file.set_len(256 * 1024 * 1024 + 1).unwrap();
    refused(&home, "huge.ron", "larger than 256 MiB");
}

#[test]
fn check_lists_every_mistake_with_its_place() {
    let home = Home::new();
    home.write("twelve.ron", TWELVE.replace("RLO", "\u{202e}"));
    let ran = home.run(["check", "twelve.ron"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    for (place, hint) in [
        ("6:13", "nobody"),
        ("7:14", "2021-13-01"),
        ("8:13", "did you mean `Superseded`?"),
        ("10:34", "did you mean `summary`?"),
        ("11:14", "first defined"),
        ("12:27", "empty"),
        ("15:46", "did you mean `Body`?"),
        ("16:69", "did you mean `Heads`?"),
        ("17:80", "did you mean `agency`?"),
        ("20:44", "no such day"),
        ("21:31", "U+202E"),
        ("23:55", "whole number"),
    ] {
        let found = ran.out.contains(&format!("twelve.ron:{place}"));
        assert!(
            found && ran.out.contains(hint),
            "{place} {hint}\n{}",
            ran.out
        );
    }
    assert_eq!(ran.out.lines().last().unwrap(), "twelve.ron: 12 errors");
    assert!(!ran.out.contains('\u{202e}'));
}

/// Twelve mistakes, each of its own sort; RLO stands for the character that turns text round.
const TWELVE: &str = r#"(
    format: 1,
    id: "twelve",
    title: "Twelve mistakes",
    country: "Nowhere",
    issuer: "nobody",
    adopted: "2021-13-01",
    status: Superceded,
    pillars: [
        (id: "one", name: "One", sumary: "A slip in a field."),
        (id: "one", name: "One again"),
        (id: "two", name: ""),
    ],
    actors: [
        (id: "agency", name: "Agency", role: Boddy),
        (id: "office", name: "Office", role: Office, links: [(verb: Hedas, to: "agency")]),
        (id: "person", name: "Person", role: Person, links: [(verb: Heads, to: "agancy")]),
    ],
    timeline: [
        (id: "never", name: "Never", date: "2021-02-30"),
        (id: "text", name: "A RLOtxet", date: "2021"),
    ],
    sources: [(id: "source", name: "Source", minutes: "three")],
)
"#;

#[test]
fn check_in_json_has_the_same_problems() {
    let home = Home::new();
    home.write("bad.ron", "(format: 1, id: \"bad\", goals: [(id: \"a\")])");
    let ran = home.run(["check", "--format", "json", "bad.ron", "jp-2021"]);
    assert_eq!(ran.code, 1);
    let checked: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(checked[0]["file"], "bad.ron");
    let problems = checked[0]["problems"].as_array().unwrap();
    let errors = problems
        .iter()
        .filter(|problem| problem["severity"] == "error");
    assert_eq!(checked[0]["errors"], errors.count());
    assert_eq!(problems[0]["line"], 1);
    assert_eq!(checked[1]["errors"], 0);
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let home = Home::new();
    home.write("good.ron", data("starter.ron"));
    let ran = home.run(["check", "missing.ron", "good.ron"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("missing.ron"));
    assert_eq!(ran.out, "good.ron: no problems\n");
}

#[test]
fn advice_counts_only_when_strict() {
    let home = Home::new();
    let uncited = data("starter.ron").replace("unverified: true,\n", "");
    home.write("uncited.ron", uncited);
    assert_eq!(home.run(["check", "uncited.ron"]).code, 0);
    let strict = home.run(["check", "--strict", "uncited.ron"]);
    assert_eq!(strict.code, 1);
    assert!(strict.out.contains("cites no source"), "{}", strict.out);
}

#[test]
fn a_broken_file_of_settings_is_shown_with_its_place() {
    let home = Home::new();
    home.write("config/senryaku/config.ron", "(\n    thme: \"ai\",\n)\n");
    let ran = home.run(["show"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("config.ron:2:5"), "{}", ran.err);
    assert!(ran.err.contains("`theme`"), "{}", ran.err);
    let named = home.run(["show", "-m", "jp-2021"]);
    assert_eq!(
        named.code, 0,
        "no settings are needed to print a model that is named"
    );
}

#[test]
fn a_model_that_does_not_load_is_told_of_on_standard_error() {
    let home = Home::new();
    home.write("bad.ron", "(format: 1, id: \"bad\"");
    let ran: Ran = home.run(["bad.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("bad.ron:1:"), "{}", ran.err);
}
