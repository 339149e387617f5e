//! Slips of an author's hand: each named once, where it was made, with what to write instead.
use rstest::rstest;
use senryaku::model::{Problem, Report, Severity, load};

/// `line:column message (help)` for every error.
fn told(text: &str) -> Vec<String> {
    let Err(report) = load("x.ron", text.as_bytes().to_vec()) else {
        return Vec::new();
    };
    let line = |problem: &Problem| {
        let place = report.place(problem.span.start);
        let help = problem.help.as_deref().unwrap_or("no help");
        format!("{place} {} ({help})", problem.message)
    };
    report.problems.iter().map(line).collect()
}

/// A model whose fifth line, and what follows up to the next entry, is the author's.
fn around(lines: &str) -> String {
    format!(
        "(
    format: 1, id: \"x\", title: \"X\", country: \"N\", status: InForce,
    actors: [
        (id: \"a\", name: \"A\", role: Body, sources: [(\"s\", \"p. 1\")]),
        {lines}
        (id: \"z\", name: \"Z\", role: Body, sources: [(\"s\", \"p. 1\")]),
    ],
    sources: [
        (id: \"s\", name: \"S\"),
    ],
)
"
    )
}

#[rstest]
#[case::typographic_quotes(
    "(id: \"b\", name: “B”, role: Body),",
    "5:25 a typographic quote stands around a text (write the straight quote `\"`)"
)]
#[case::a_typographic_quote_at_the_end(
    "(id: \"b\", name: \"B”, role: Body,\n summary: \"Leads.\"),",
    "5:27 a typographic quote stands around a text (write the straight quote `\"`)"
)]
#[case::single_quotes(
    "(id: \"b\", name: 'Bee', role: Body),",
    "5:25 a text stands in single quotes (write the double quote `\"`)"
)]
#[case::no_closing_quote(
    "(id: \"b\", name: \"Home Office, role: Body,\n summary: \"Leads.\"),",
    "5:25 this text is never closed (add `\"` at 5:37)"
)]
#[case::no_closing_quote_on_one_line(
    "(id: \"b\", name: \"B, role: Body, summary: \"Leads.\"),",
    "5:25 this text is never closed (add `\"` at 5:27)"
)]
#[case::no_closing_quote_at_the_end(
    "(id: \"b\", name: \"B\", role: Body, sources: [(\"s\", \"p. 2)]),",
    "5:58 this text is never closed (add `\"` at 5:63)"
)]
#[case::no_opening_quote(
    "(id: \"b\", name: Home Office\", role: Body),",
    "5:25 the opening quote of this text is missing (add `\"` at 5:25)"
)]
#[case::no_opening_quote_of_a_date(
    "(id: \"b\", name: \"B\", role: Body, active: (from: 2022-01-25\")),",
    "5:57 the opening quote of this text is missing (add `\"` at 5:57)"
)]
#[case::no_quotes(
    "(id: \"b\", name: Home Office, role: Body),",
    "5:25 expected a text in quotes, found `Home Office` (put it in quotes: `\"Home Office\"`)"
)]
#[case::an_id_without_quotes(
    "(id: \"home-office\", name: \"B\", role: Body, links: [(verb: PartOf, to: home-office-2)]),\n        (id: \"home-office-2\", name: \"C\", role: Body),",
    "5:79 expected a text in quotes, found `home-office-2` (put it in quotes: `\"home-office-2\"`)"
)]
#[case::a_date_without_quotes(
    "(id: \"b\", name: \"B\", role: Body, active: (from: 2022-01-25)),",
    "5:57 expected a date in quotes, found `2022-01-25` (put it in quotes: `\"2022-01-25\"`)"
)]
#[case::quotes_inside(
    "(id: \"b\", name: \"B\", role: Body, summary: \"Leads on \"cyber crime\".\"),",
    "5:61 this quote ends the text too soon (write `\\\"` for a quote inside a text)"
)]
#[case::three_quotes(
    "(id: \"b\", name: \"B\", role: Body, summary: \"\"\"Leads on\n\"crime\".\"\"\"),",
    "5:51 a text begins with one quote, not with three (write `\"`; a text may run over several lines)"
)]
#[case::null(
    "(id: \"b\", name: \"B\", role: Body, summary: null, note: \"N\"),",
    "5:51 `null` is no value of a model (leave the field out)"
)]
#[case::hash_comment(
    "# to be checked: \"all\" of it\n        (id: \"b\", name: \"B\", role: Body),",
    "5:9 `#` begins no comment (write `//` in its place)"
)]
#[case::words_in_quotes(
    "(id: \"b\", name: \"B\", role: Body, links: [(verb: \"reports to\", to: \"a\")]),",
    "5:57 expected a verb, found a text (write it without quotes: `ReportsTo`)"
)]
#[case::kind_of_an_actor(
    "(id: \"b\", name: \"B\", kind: Body),",
    "5:30 an entry has no field `kind` (did you mean `role`?)"
)]
#[case::markdown(
    "## Ministries\n\n    - **Home Office**: police\n",
    "5:9 this line is Markdown (take it out, or write `//` before it; the file has 2 such places, and this is the first)"
)]
#[case::conflict(
    "\n<<<<<<< HEAD\n        (id: \"b\", name: \"B\", role: Body),\n=======\n        (id: \"b\", name: \"Bee\", role: Body),\n>>>>>>> other",
    "6:1 a version control left two versions here (keep one, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`)"
)]
#[case::no_break_space(
    "(id: \"b\", name: \"B\",\u{a0}role: Body),",
    "5:29 a space of another kind stands here, such as a no-break space (write an ordinary space)"
)]
#[case::semicolon(
    "(id: \"b\", name: \"B\"; role: Body),",
    "5:28 expected a comma, found `;` (write `,` in its place)"
)]
#[case::a_bracket_too_many(
    "(id: \"b\", name: \"B\", role: Body, sources: [(\"s\", \"p. 2\")])),",
    "5:67 this `)` closes nothing (take it out)"
)]
#[case::a_bracket_too_few(
    "(id: \"b\", name: \"B\", role: Body, sources: [(\"s\", \"p. 2\")],",
    "5:9 this `(` is never closed (add `)` at 5:66)"
)]
#[case::no_bracket_around_a_pair(
    "(id: \"b\", name: \"B\", role: Body, sources: [\"s\", \"p. 2\")]),",
    "5:52 the `(` before this is missing (add `(` at 5:52: `(\"s\", \"p. 2\")`)"
)]
#[case::a_pair_left_open(
    "(id: \"b\", name: \"B\", role: Body, sources: [(\"s\", \"p. 2\"]),",
    "5:64 expected `)`, found `]` (close the `(` of 5:52 with `)` first)"
)]
#[case::a_quoted_field(
    "(\"id\": \"b\", name: \"B\", role: Body),",
    "5:10 expected the name of a field, found the text \"id\" (leave out the quotes: `id`)"
)]
#[case::an_id_for_a_field(
    "(\"b\": name: \"B\", role: Body),",
    "5:10 expected the name of a field, found the text \"b\" (write `id: \"b\", name: \"...\"`)"
)]
#[case::an_id_before_its_entry(
    "\"b\": (name: \"B\", role: Body),",
    "5:9 expected the name of a field, found the text \"b\" (write `(id: \"b\", ...`)"
)]
#[case::a_verb_of_ones_own(
    "(id: \"b\", name: \"B\", role: Body, links: [(verb: Advises, to: \"a\")]),",
    "5:57 there is no verb `Advises` (write `Other(\"advises\", \"advised by\")`, or use one of `Serves`, `PartOf`, `Heads`, `HoldsOffice`, `DeputyOf`, `MemberOf`, `SecretariatOf`, `SeatOn`, `ReportsTo`, `LocatedIn`, `CoordinatesWith`, `Succeeds`, `EstablishedBy`, `AdoptedBy`, `DraftedBy`, `NamesAsThreat`, `BelievedOf`, `SuspectedOf`, `Targets`, `Addresses`, `Protects`, `ResponsibleFor`, `Benefits`, `AlliedWith`, `CooperatesWith`, `ExercisesWith`, `BuildsCapacityOf`, `Criticises`, `TensionWith`, `GuidedBy`, `About`, `ComparableTo`)"
)]
#[case::two_commas(
    "(id: \"b\", , name: \"B\", role: Body),",
    "5:19 expected the name of a field, found `,` (take it out)"
)]
#[case::a_pair_of_nothing(
    "(id: \"b\", name: \"B\", role: Body, sources: [()]),",
    "5:53 expected a source and the place in it, found 0 values (write `(\"source\", \"p. 1\")`)"
)]
#[case::an_id_with_a_space(
    "(id: \"home office\", name: \"B\", role: Body),\n        (id: \"c\", name: \"C\", role: Body, links: [(verb: PartOf, to: \"home-office\")]),",
    "5:14 the id `home office` has white space in it (write `home-office`)"
)]
#[case::a_field_of_the_model(
    "(id: \"b\", name: \"B\", role: Body, goals: [(id: \"g\", name: \"G\")]),",
    "5:42 an entry has no field `goals` (`goals` stands beside the lists of entries, not inside an entry)"
)]
#[case::a_date_in_words(
    "(id: \"b\", name: \"B\", role: Body, active: (from: \"15 December 2021\")),",
    "5:57 `15 December 2021` is not a date (write `2021-12-15`)"
)]
#[case::a_date_with_slashes(
    "(id: \"b\", name: \"B\", role: Body, active: (from: \"15/12/2021\")),",
    "5:57 `15/12/2021` is not a date (write `2021-12-15`)"
)]
#[case::a_date_with_dashes(
    "(id: \"b\", name: \"B\", role: Body, active: (from: \"2022–01–25\")),",
    "5:57 `2022–01–25` is not a date (write `2022-01-25`)"
)]
#[case::a_date_of_two_meanings(
    "(id: \"b\", name: \"B\", role: Body, active: (from: \"03/04/2021\")),",
    "5:57 `03/04/2021` is not a date (a date is written `2021`, `2021-09` or `2021-09-28`)"
)]
fn a_slip_is_named_where_it_was_made(#[case] lines: &str, #[case] message: &str) {
    assert_eq!(told(&around(lines)), [message]);
}

#[rstest]
#[case::in_a_name(
    1,
    "9:17 the file ends here, with 3 brackets open (add what is lost, and `)])` at the end)"
)]
#[case::in_a_text(
    9,
    "9:25 the file ends here, with 3 brackets open (add what is lost, and `)])` at the end)"
)]
#[case::behind_a_field(
    10,
    "9:26 the file ends here, with 3 brackets open (add what is lost, and `)])` at the end)"
)]
fn a_file_cut_off_is_told_of_once(#[case] letters: usize, #[case] message: &str) {
    let whole = around("(id: \"b\", name: \"B\", role: Body),");
    let cut = whole.find("(id: \"s\"").unwrap() + "(id: \"s\"".len() + letters;
    assert_eq!(told(&whole[..cut]), [message]);
}

#[rstest]
#[case::yaml("format: 1\nid: x\n", "this file is YAML, not a model")]
#[case::markdown("# Strategy\n\n- One\n", "this file is Markdown, not a model")]
#[case::json("[{\n  \"format\": 1\n}]\n", "this file is JSON, not a model")]
#[case::html("<!DOCTYPE html><html></html>", "this file is a web page, not a model")]
#[case::rtf(
    "{\\rtf1\\ansi}",
    "this file is a document in Rich Text Format, not a model"
)]
#[case::xml("<?xml version=\"1.0\"?>\n<a/>", "this file is XML, not a model")]
#[case::comments("// nothing yet\n", "this file holds nothing but comments")]
#[case::utf16("(\0f\0o\0r\0m\0a\0t\0", "this file is UTF-16, not UTF-8")]
fn a_file_of_another_program_is_named(#[case] text: &str, #[case] message: &str) {
    let report = *load("x.ron", text.as_bytes().to_vec()).unwrap_err();
    let messages: Vec<&str> = report.problems.iter().map(|each| &*each.message).collect();
    assert_eq!(messages, [message]);
}

/// The lines with an error, one for each of them.
fn lines(report: &Report) -> Vec<usize> {
    let errors = report.problems.iter();
    errors
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| report.place(problem.span.start).line)
        .collect()
}

#[rstest]
#[case::of_notation(
    "big30-syn",
    &[16, 48, 55, 61, 81, 90, 93, 102, 104, 130, 146, 148, 164, 170, 178, 186, 188, 189, 214, 216,
      230, 240, 248, 249, 255, 258, 267, 279, 292, 297]
)]
#[case::of_both_sorts(
    "big30-mix",
    &[26, 29, 30, 33, 55, 87, 123, 124, 127, 131, 136, 148, 149, 159, 161, 163, 181, 182, 187, 197,
      205, 233, 251, 261, 277, 279, 280, 285, 294, 309]
)]
#[case::of_meaning(
    "big30-sem",
    &[12, 15, 35, 42, 44, 48, 49, 82, 90, 91, 93, 94, 103, 107, 113, 127, 130, 154, 169, 190, 198,
      206, 224, 231, 252, 263, 269, 270, 274, 301]
)]
fn thirty_mistakes_are_told_in_one_round(#[case] name: &str, #[case] expected: &[usize]) {
    let path = format!("{}/tests/fixtures/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    let report = *load("x.ron", std::fs::read(path).unwrap()).unwrap_err();
    assert_eq!(lines(&report), expected);
}

#[test]
fn much_advice_takes_two_lines_a_kind() {
    let text = "(format: 1, id: \"x\", title: \"X\", country: \"N\", status: InForce,
        as_of: \"2021\",
        pillars: [(id: \"p\", name: \"P\"), (id: \"q\", name: \"P\", summary: \"A <b>bold</b> word.\")],
        sources: [(id: \"s\", name: \"S\", url: \"file:///s\")])";
    let report = load("x.ron", text.into()).unwrap().report;
    assert_eq!(
        report.render(false, true).trim_end(),
        "advice: `p` cites no source, and 1 more like it
    at 3:24, 3:46: add `sources: [(\"...\", \"\")]`, or `unverified: true` when none was seen
advice: `p` is linked with nothing, and 1 more like it
    at 3:24, 3:46: add a link to or from it, so that readers come across it
advice: the pillar `p` has no objectives, and 1 more like it
    at 3:24, 3:46: add `objectives: [...]`
advice: `P` is the name of a pillar before, too
    at 3:57: say in each name what sets it apart, or join the two
advice: a text has markup in it: `<b>`
    at 3:71: a text is shown as it stands: take the marks out
advice: nothing cites the source `s`
    at 4:24: cite it, or take it out
advice: `file:///s` is no address of the web
    at 4:45: an address begins with `https://` or `http://`; this is kept as a text"
    );
}

#[test]
fn advice_that_is_alike_stands_together() {
    let entry = |each: u8| format!("    (id: \"t{each}\", name: \"T{each}\", summary: \"S\"),\n");
    let entries = [1, 2, 3, 4, 5, 6].map(entry).concat();
    let text = format!(
        "(format: 1, id: \"x\", title: \"X\", country: \"N\", status: InForce, terms: [\n{entries}],\n\
         sources: [(id: \"s\", name: \"S\")])"
    );
    let report = load("x.ron", text.into_bytes()).unwrap().report;
    let help = "add `sources: [(\"...\", \"\")]`, or `unverified: true` when none was seen";
    let joined = format!(
        "advice: `t1` cites no source, and 5 more like it
--> x.ron:2:10
 = note: also at 3:10, 4:10, 5:10, 6:10, 7:10
 = help: {help}"
    );
    let shown = report.render(false, true);
    assert_eq!(shown.split("\n\n").next(), Some(joined.as_str()));
    assert!(
        shown.contains("advice: nothing cites the source `s`\n"),
        "{shown}"
    );
    assert_eq!(report.advice(), 7);
}

#[test]
fn a_comment_of_another_notation_in_the_first_line_hides_nothing() {
    let told = told(&format!(
        "# A plan\n{}",
        around("(id: \"b\", name: \"B\", role: Bdy),")
    ));
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(
        told[0],
        "1:1 `#` begins no comment (write `//` in its place)"
    );
    assert!(told[1].contains("`Bdy`"), "{told:?}");
}
