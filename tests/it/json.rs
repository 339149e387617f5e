//! Models in JSON: what the export writes, and what a person writes.

use senryaku::export::json;
use senryaku::model::{AsOf, Loaded, Report, load};

const BUILTIN: &str = include_str!("../../data/japan-2021.ron");
const SMALL: &str = include_str!("../fixtures/small.ron");
const STARTER: &str = include_str!("../../data/starter.ron");
const PAGE: &str = include_str!("../../FORMAT.md");

fn good(text: &str) -> Loaded {
    load("x", text.as_bytes().to_vec())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
}

fn exported(loaded: &Loaded) -> String {
    serde_json::to_string_pretty(&json::model(&loaded.strategy, AsOf::All)).unwrap()
}

fn messages(report: &Report) -> Vec<String> {
    let problems = report.problems.iter();
    problems
        .map(|each| {
            let help = each.help.as_deref().unwrap_or_default();
            format!(
                "{} {} ({help})",
                report.place(each.span.start),
                each.message
            )
        })
        .collect()
}

#[test]
fn what_is_exported_opens_and_exports_again_to_the_same() {
    let page = PAGE.split("```ron\n").nth(1).unwrap();
    let page = page.split("```").next().unwrap();
    for text in [BUILTIN, SMALL, STARTER, page] {
        let first = good(text);
        let written = exported(&first);
        let again = good(&written);
        assert_eq!(exported(&again), written);
        assert_eq!(again.report.advice(), first.report.advice());
        assert_eq!(again.strategy.len(), first.strategy.len());
    }
}

#[test]
fn what_other_programs_escape_is_read() {
    let text = r#"{"format": 1, "id": "x", "title": "A\/B \u00e9 \ud83d\ude00 \"q\"", "country": "N",
        "status": {"Superseded": {"by": "Y", "on": "2030"}}}"#;
    let loaded = good(text);
    assert_eq!(
        loaded.strategy.meta.title.as_str(),
        "A/B \u{e9} \u{1f600} \"q\""
    );
    let written = exported(&loaded);
    assert_eq!(exported(&good(&written)), written);
}

#[test]
fn slips_in_json_are_told_all_at_once_as_json_writes_it() {
    let text = r#"{
  "format": 1,
  "id": "x",
  "title": "X",
  "status": "Inforce",
  "actors": [
    {"id": "a", "name": "A", "role": "Bodie", "links": [
      {"verb": "HeadsOf", "to": "b"},
      {"verb": "pays for", "inverse": "paid for by", "to": "c"}
    ]},
    {"id": "b", "name": 7, "role": "Body", "sumary": "S"}
  ],
  "timeline": [{"id": "e", "name": "E", "date": "28.9.2021"}]
}"#;
    let report = load("x.json", text.as_bytes().to_vec()).unwrap_err();
    assert_eq!(
        messages(&report),
        [
            "1:1 a model needs the field `country` (add `\"country\": \"...\"`)",
            "5:14 there is no status `Inforce` (did you mean `InForce`?)",
            "7:39 there is no role `Bodie` (did you mean `Body`?)",
            "8:17 there is no verb `HeadsOf` (did you mean `Heads`?)",
            "9:60 there is no entry `c` (give the id of an entry of this file)",
            "11:25 expected a text, found the number `7` (put it in quotes: `\"7\"`)",
            "11:45 an entry has no field `sumary` (did you mean `summary`?)",
            "13:49 `28.9.2021` is not a date (write `2021-09-28`)",
        ]
    );
}
