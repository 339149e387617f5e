//! A few screens as they look, and the pictures of the README.

use std::fs;
use std::path::Path;

use crate::support::stage::{JAPAN, Stage, env};
use crate::support::svg;
use senryaku::app::{Exam, Seat};
use senryaku::study::{Plan, Wish};

#[test]
fn the_first_screen() {
    insta::assert_snapshot!(Stage::japan(80, 24).screen());
}

#[test]
fn the_wide_screen_on_an_actor() {
    let mut stage = Stage::japan(120, 40);
    stage.keys("/nisc-2015<enter>");
    insta::assert_snapshot!(stage.screen());
}

#[test]
fn the_small_screen_reading() {
    let mut stage = Stage::japan(50, 14);
    stage.keys("<enter><enter>");
    insta::assert_snapshot!(stage.screen());
}

#[test]
fn the_search() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("/ｻｲﾊﾞｰ");
    insta::assert_snapshot!(stage.screen());
}

#[test]
fn the_zoomed_timeline() {
    let mut stage = Stage::japan(110, 32);
    stage.keys("3z");
    insta::assert_snapshot!(stage.screen());
}

/// The pictures are made by this test; `UPDATE_PICTURES=1 cargo test --test screens` makes them anew.
#[test]
fn the_pictures_of_the_readme_show_the_program_as_it_is() {
    let pictures = [
        ("explore", "ai", (104, 30), "3<esc>1<down><down><enter>"),
        ("search", "ai", (104, 30), "/saiba"),
        (
            "timeline",
            "washi",
            (104, 30),
            "3z/cabinet decision 2021<enter>",
        ),
        ("brief", "ai", (104, 30), "pi]cr<pgdn><pgdn><pgdn>"),
    ];
    for (name, theme, size, keys) in pictures {
        let mut stage = Stage::of(env(JAPAN, size, theme), None);
        stage.keys(keys);
        keep(name, &stage);
    }
}

#[test]
fn the_picture_of_study_shows_the_program_as_it_is() {
    let mut stage = Stage::of(env(JAPAN, (104, 30), "ai"), None);
    let exam = Exam {
        about: Vec::new(),
        plan: Plan {
            count: 12,
            seed: 4,
            wish: Wish::Choice,
            cram: false,
            original: false,
        },
        at_once: false,
        from_shell: false,
    };
    stage.app.study(Seat::default(), exam);
    for _ in 0..12 {
        if stage.screen().contains("On which day did the Cabinet") {
            break;
        }
        stage.keys("1 ");
    }
    let screen = stage.screen();
    let mut lines = screen.lines();
    let right = lines.find(|line| line.contains("  28 September 2021"));
    let key = right.and_then(|line| line.trim().chars().next());
    stage
        .keys(&key.expect("the right option").to_string())
        .sees("RIGHT.");
    keep("study", &stage);
}

/// Compares a screen with its picture in the README.
fn keep(name: &str, stage: &Stage) {
    let picture = svg::svg(&stage.buffer(), &format!("senryaku: {name}"));
    let path = Path::new("tests/pictures").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        fs::create_dir_all("tests/pictures").unwrap();
        fs::write(&path, &picture).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == picture,
        "{} is out of date; UPDATE_PICTURES=1 makes it anew",
        path.display()
    );
}
