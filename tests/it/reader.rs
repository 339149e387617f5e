//! The reader that keymaps, themes and settings share with models.

use std::collections::BTreeMap;

use senryaku::model::{Problem, Report, Spanned, read};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    name: String,
    #[serde(default)]
    keys: BTreeMap<String, Vec<Spanned<String>>>,
    #[serde(default)]
    mode: Option<Spanned<Mode>>,
    #[serde(default)]
    minutes: Option<u16>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Mode {
    Explore,
    Study,
}

fn told(report: &Report) -> Vec<String> {
    let line = |problem: &Problem| {
        let place = report.place(problem.span.start);
        let help = problem.help.as_deref().unwrap_or("no help");
        format!("{place} {} ({help})", problem.message)
    };
    report.problems.iter().map(line).collect()
}

#[test]
fn values_know_where_they_stand() {
    let text = "\u{feff}(\n  name: \"é\", // a comment\n  keys: {\"down\": [\"j\", /* or */ \"Down\" /* too */]},\n  mode: Study,\n)";
    let settings = read("keys.ron", text, |settings: Settings, _| settings).expect("it reads");
    assert_eq!(settings.minutes, None);
    let down = &settings.keys["down"][1];
    assert_eq!((settings.name.as_str(), down.value.as_str()), ("é", "Down"));
    let body = &text["\u{feff}".len()..];
    assert_eq!(body.get(down.span()), Some("\"Down\""));
    let mode = settings.mode.expect("given");
    assert_eq!(
        (&mode.value, body.get(mode.span())),
        (&Mode::Study, Some("Study"))
    );
}

#[test]
fn every_structural_problem_is_told() {
    let text = "(
    nam: \"x\",
    keys: {\"down\": \"j\", \"up\": [\"k\" \"Up\"]},
    mode: Stuby,
    minutes: 70000,
)";
    let report =
        read("keys.ron", text, |settings: Settings, _| settings).expect_err("it is broken");
    assert_eq!(
        told(&report),
        [
            "2:5 unknown field `nam` (did you mean `name`?)",
            "3:20 expected a list, found a text (put it in brackets: `[...]`)",
            "3:36 expected a comma, found a text (add a comma at 3:35)",
            "4:11 there is no mode `Stuby` (did you mean `Study`?)",
            "5:14 this number is too large (no help)",
        ]
    );
}

#[test]
fn what_is_missing_is_told_once() {
    let report =
        read("x.ron", "(minutes: 3)", |settings: Settings, _| settings).expect_err("no name");
    assert_eq!(
        told(&report),
        ["1:12 the field `name` is missing (add `name: ...`)"]
    );
}
