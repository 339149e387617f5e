//! Files that the program writes, and streams that close early.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::cli::home::{Home, data};

#[test]
fn new_writes_a_starter_that_passes_its_own_check() {
    let home = Home::new();
    let ran = home.run(["new", "mine.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("senryaku check mine.ron"));
    assert_eq!(
        fs::read_to_string(home.path("mine.ron")).unwrap(),
        data("starter.ron").replace("example-2030", "mine")
    );
    assert_eq!(
        home.ok("check --strict mine.ron"),
        "mine.ron: no problems\n"
    );
}

#[test]
fn a_copy_of_the_built_in_model_is_the_same_to_the_byte() {
    let home = Home::new();
    assert_eq!(home.run(["new", "--from-builtin", "copy.ron"]).code, 0);
    let copy = fs::read_to_string(home.path("copy.ron")).unwrap();
    assert!(copy == data("japan-2021.ron"), "the copy differs");
    assert_eq!(home.ok("show -m copy.ron"), home.ok("show"));
    assert_eq!(
        home.ok("export --format json -m copy.ron"),
        home.ok("export --format json"),
        "what the build made of it differs from what is read"
    );
    assert_eq!(
        home.ok("check --strict copy.ron"),
        "copy.ron: no problems\n"
    );
}

#[test]
fn new_replaces_a_file_only_by_force() {
    let home = Home::new();
    home.write("mine.ron", "precious");
    let message = home.fails(1, "new mine.ron");
    assert!(message.contains("exists already") && message.contains("--force"));
    assert_eq!(
        fs::read_to_string(home.path("mine.ron")).unwrap(),
        "precious"
    );
    assert_eq!(home.run(["new", "mine.ron", "--force"]).code, 0);
    assert_eq!(
        fs::read_to_string(home.path("mine.ron")).unwrap(),
        data("starter.ron").replace("example-2030", "mine")
    );
    fs::create_dir(home.path("folder")).unwrap();
    home.fails(1, "new folder");
    home.fails(1, "new folder --force");
    assert!(
        home.fails(1, "new nowhere/mine.ron")
            .contains("there is no such folder")
    );
    let left: Vec<_> = fs::read_dir(home.path("")).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing is left behind: {left:?}");
}

#[test]
fn export_writes_the_same_to_a_file_as_to_standard_output() {
    let home = Home::new();
    for form in ["md", "json"] {
        let printed = home.ok(&format!("export --format {form}"));
        let ran = home.run(["export", "--format", form, "-o", "out"]);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""));
        assert!(
            fs::read_to_string(home.path("out")).unwrap() == printed,
            "{form} differs"
        );
    }
}

#[test]
fn markdown_has_an_anchor_for_every_link_in_it() {
    let text = Home::new().ok("export");
    let mut links = 0;
    for target in text
        .split("](#")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        links += 1;
        assert!(
            text.contains(&format!("<a id=\"{target}\"></a>")),
            "{target}"
        );
    }
    assert!(links > 500, "only {links} links");
    assert!(
        !text.contains("Two bodies share"),
        "notes are the speaker's"
    );
}

#[test]
fn json_of_the_whole_model_keeps_what_the_file_says() {
    let model: serde_json::Value =
        serde_json::from_str(&Home::new().ok("export --format json")).unwrap();
    assert_eq!(model["id"], "jp-2021");
    assert_eq!(model["status"]["Superseded"]["on"], "2025-12-23");
    assert_eq!(model["pillars"].as_array().unwrap().len(), 8);
    let text = data("japan-2021.ron");
    let count = |value: &serde_json::Value, field: &str| -> usize { fields(value, field) };
    assert_eq!(count(&model, "note"), text.matches(" note: \"").count());
    assert_eq!(count(&model, "ask"), text.matches("(ask: \"").count());
    assert_eq!(count(&model, "url"), text.matches(" url: \"").count());
    assert_eq!(
        count(&model, "original"),
        text.matches(" original: \"").count()
    );
    assert_eq!(
        count(&model, "inverse"),
        text.matches("verb: Other(").count()
    );
    for field in [
        "keywords",
        "voice",
        "editorial",
        "why",
        "topics",
        "synonyms",
    ] {
        let written = text.matches(&format!(" {field}: ")).count();
        assert_eq!(count(&model, field), written, "{field}");
    }
    assert_eq!(model["language"], "ja");
    assert!(!model["details"].as_array().unwrap().is_empty());
    let heavy = |list: &serde_json::Value| {
        let entries = list.as_array().unwrap().iter();
        entries.filter(|entry| entry["weight"] == "Key").count()
    };
    assert!(heavy(&model["actors"]) > 0);
}

/// How often a field occurs at any depth.
fn fields(value: &serde_json::Value, field: &str) -> usize {
    match value {
        serde_json::Value::Array(list) => list.iter().map(|each| fields(each, field)).sum(),
        serde_json::Value::Object(map) => {
            let inside: usize = map.values().map(|each| fields(each, field)).sum();
            inside + usize::from(map.contains_key(field))
        }
        _ => 0,
    }
}

#[test]
fn a_pipe_that_closes_early_is_no_error() {
    let home = Home::new();
    for words in [
        &["export"][..],
        &["show"],
        &["man"],
        &["export", "--format", "json"],
    ] {
        let mut child = home
            .command(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut err)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{words:?}");
        assert_eq!(err, "", "{words:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let child = Home::new()
        .command(["show"])
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("the disk is full")
    );
}

#[cfg(unix)]
#[test]
fn an_export_never_takes_the_place_of_its_model() {
    let home = Home::new();
    let model = data("starter.ron");
    home.write("m.ron", &model);
    std::os::unix::fs::symlink("m.ron", home.path("link.ron")).unwrap();
    fs::hard_link(home.path("m.ron"), home.path("other.ron")).unwrap();
    for name in ["m.ron", "./m.ron", "link.ron", "other.ron"] {
        let message = home.fails(1, &format!("export -m m.ron -o {name}"));
        assert_eq!(
            message,
            format!(
                "error: `{name}` is the model itself, which is not replaced by an export of it\n  \
                 help: give another file to -o\n"
            )
        );
    }
    home.fails(1, "export -m link.ron -o m.ron");
    let stdin = fs::File::open(home.path("m.ron")).unwrap();
    let mut command = home.command(["export", "-m", "-", "-o", "m.ron"]);
    let ended = command.stdin(stdin).output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(fs::read_to_string(home.path("m.ron")).unwrap(), model);
}

#[cfg(unix)]
#[test]
fn an_export_goes_where_a_device_or_a_link_leads() {
    let home = Home::new();
    let printed = home.ok("export");
    assert_eq!(home.ok("export -o /dev/stdout"), printed);
    assert_eq!(home.run(["export", "-o", "/dev/null"]).code, 0);
    home.write("old.md", "old");
    let mut appended = fs::File::options();
    let appended = appended.append(true).open(home.path("old.md")).unwrap();
    let mut command = home.command(["export", "-o", "/dev/stdout"]);
    assert!(command.stdout(appended).status().unwrap().success());
    let kept = fs::read_to_string(home.path("old.md")).unwrap();
    assert!(kept == format!("old{printed}"), "what was there is gone");
    std::os::unix::fs::symlink("new.md", home.path("link.md")).unwrap();
    assert_eq!(home.run(["export", "-o", "link.md"]).code, 0);
    assert!(fs::read_to_string(home.path("new.md")).unwrap() == printed);
    fs::create_dir(home.path("folder")).unwrap();
    let message = home.fails(1, "export -o folder");
    assert_eq!(message, "error: cannot write `folder`: this is a folder\n");
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_nobody_gets_is_no_success() {
    let home = Home::new();
    for words in [&["--help"][..], &["show", "--help"], &["--version"]] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = home.command(words).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said, "error: cannot write the output: the disk is full\n");
    }
}

#[test]
fn codes_hold_when_the_reader_is_gone() {
    let home = Home::new();
    home.write("bad.ron", "(format: 1");
    for (words, code) in [
        (&["check", "bad.ron"][..], 1),
        (&["show", "-m", "bad.ron"], 1),
        (&["check", "--nonsense"], 2),
        (&["--help"], 0),
        (&["check"], 0),
    ] {
        let mut command = home.command(words);
        let piped = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        drop((child.stdout.take(), child.stderr.take()));
        assert_eq!(child.wait().unwrap().code(), Some(code), "{words:?}");
    }
}
