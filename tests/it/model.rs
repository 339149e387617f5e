//! Loading models: what a good one becomes, and what is said of every broken one.
use crate::support::generate;
use proptest::prelude::*;
use rstest::rstest;
use senryaku::date::Date;
use senryaku::model::{
    EventStatus, Kind, Loaded, MAX_BYTES, Problem, Report, Role, Severity, Status, Strategy, Verb,
    load,
};

const SMALL: &str = include_str!("../fixtures/small.ron");

fn good(text: &str) -> Loaded {
    load("x.ron", text.as_bytes().to_vec())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
}

fn bad(text: impl AsRef<[u8]>) -> Report {
    *load("x.ron", text.as_ref().to_vec()).expect_err("this is no model")
}

fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).expect(&path)
}

/// `line:column message (help)` for every problem.
fn told(report: &Report) -> Vec<String> {
    let line = |problem: &Problem| {
        let place = report.place(problem.span.start);
        let help = problem.help.as_deref().unwrap_or("no help");
        format!("{place} {} ({help})", problem.message)
    };
    report.problems.iter().map(line).collect()
}

/// A model around some sections.
fn around(sections: &str) -> String {
    format!(
        "(format: 1, id: \"x\", title: \"X\", country: \"N\", status: InForce,\n{sections}\n\
         sources: [(id: \"s\", name: \"S\")])"
    )
}

fn ids(strategy: &Strategy, kind: Kind) -> Vec<&str> {
    let ids = strategy.of_kind(kind).iter();
    ids.map(|&id| strategy.entry(id).id.as_str()).collect()
}

#[test]
fn every_field_of_a_model_arrives() {
    let Loaded { strategy, .. } = good(SMALL);
    assert_eq!(strategy.len(), 12);
    let find = |id: &str| strategy.find(id).unwrap_or_else(|| panic!("{id}"));

    let meta = &strategy.meta;
    assert_eq!(meta.original.as_deref(), Some("小さな戦略"));
    assert_eq!(meta.issuer, Some(find("cabinet")));
    let Status::Superseded { by, on, .. } = &meta.status else {
        panic!("{:?}", meta.status)
    };
    assert_eq!(
        (by.as_str(), on.map(Date::iso)),
        ("A larger one", Some("2025".to_owned()))
    );
    assert_eq!(meta.as_of.map(Date::iso).as_deref(), Some("2026-11"));

    let pillar = strategy.entry(find("defence"));
    assert_eq!(pillar.aliases, ["Guard".into(), "The \"shield\"".into()]);
    assert_eq!(pillar.summary.as_deref(), Some("Says \"no\"."));
    assert_eq!(pillar.children, [find("walls"), find("gates")]);
    assert_eq!(strategy.entry(find("gates")).parent, Some(find("defence")));
    assert!(strategy.entry(find("gates")).unverified);
    assert_eq!(strategy.number(find("gates")).as_deref(), Some("1.2"));
    assert_eq!(pillar.minutes, Some(3));
    assert_eq!(pillar.cards[0].answer.as_str(), "That.");
    assert_eq!(pillar.caveats[0].cites[0].locator.as_str(), "p. 4");
    assert_eq!(pillar.cites.len(), 2);
    assert_eq!(strategy.marker(&pillar.cites[1]), "record");

    let chair = strategy.entry(find("chair"));
    assert_eq!(chair.actor().map(|facts| facts.role), Some(Role::Office));
    assert_eq!(chair.links[0].verb.inverse(), "opened by");
    assert_eq!(chair.links[0].active.to_string(), "2001 to 2003");

    assert_eq!(ids(&strategy, Kind::Event), ["first", "later"]);
    let later = strategy.entry(find("later"));
    assert_eq!(
        later.event().map(|facts| facts.status),
        Some(EventStatus::Planned)
    );
    assert_eq!(strategy.briefing.len(), 2);
    assert_eq!(strategy.briefing[0].note.as_deref(), Some("Start here."));
}

#[test]
fn what_an_event_is_about_becomes_links_with_its_cites() {
    let Loaded { strategy, .. } = good(SMALL);
    let later = strategy.entry(strategy.find("later").unwrap());
    let about: Vec<&str> = later
        .links
        .iter()
        .map(|link| strategy.entry(link.to).id.as_str())
        .collect();
    assert_eq!(about, ["cabinet", "defence"]);
    assert!(
        later
            .links
            .iter()
            .all(|link| link.verb == Verb::About && link.cites == later.cites)
    );
}

/// Read by the quick reader, and by the one that knows all of RON.
#[rstest]
#[case::as_usual("\"t\"")]
#[case::with_a_raw_text("r\"t\"")]
fn entries_stand_in_the_order_of_the_kinds(#[case] id: &str) {
    let sections = format!(
        "terms: [(id: {id}, name: \"T\", sources: [(\"s\")])],
        pillars: [
            (id: \"p\", name: \"P\", objectives: [(id: \"p1\", name: \"A\"), (id: \"p2\", name: \"B\", links: [(verb: PartOf, to: \"q\")])]),
            (id: \"q\", name: \"Q\", objectives: [(id: \"q1\", name: \"C\", links: [(verb: About, to: \"t\")])]),
        ],
        goals: [(id: \"g\", name: \"G\", links: [(verb: About, to: \"q1\")])],"
    );
    let Loaded { strategy, .. } = good(&around(&sections));
    let ids: Vec<&str> = strategy
        .entries()
        .map(|(_, each)| each.id.as_str())
        .collect();
    assert_eq!(ids, ["g", "p", "p1", "p2", "q", "q1", "t", "s"]);
    let find = |id: &str| strategy.find(id).unwrap();
    assert_eq!(strategy.entry(find("p")).children, [find("p1"), find("p2")]);
    assert_eq!(strategy.entry(find("q1")).parent, Some(find("q")));
    assert_eq!(strategy.number(find("q1")).as_deref(), Some("2.1"));
    assert_eq!(strategy.entry(find("g")).links[0].to, find("q1"));
    assert_eq!(strategy.entry(find("p2")).links[0].to, find("q"));
    assert_eq!(strategy.citing(find("s")), [find("t")]);
    let incoming = strategy.relations(find("t"));
    assert_eq!(
        (incoming[0].other, incoming[0].outward),
        (find("q1"), false)
    );
    assert_eq!(strategy.find("zzz"), None);
}

#[rstest]
#[case::bad_escape(
    "bad-escape",
    "7:31",
    "there is no such escape in a text",
    "a backslash is written `\\\\`, a quote `\\\"`, any character `\\u{e9}`"
)]
#[case::bidi_escaped(
    "bidi-escaped",
    "7:53",
    "a text holds the bidirectional control character U+202E",
    "take it out"
)]
#[case::bidi(
    "bidi",
    "7:48",
    "a text holds the bidirectional control character U+202E",
    "take it out"
)]
#[case::blank(
    "blank",
    "1:1",
    "this file is empty",
    "`senryaku new FILE` writes a model to start from"
)]
#[case::bracket_missing(
    "bracket-missing",
    "7:14",
    "this `[` is never closed",
    "add `]` at 7:35"
)]
#[case::bracket_surplus("bracket-surplus", "7:35", "this `)` closes nothing", "take it out")]
#[case::bracket_unclosed(
    "bracket-unclosed",
    "7:54",
    "expected `]`, found `)`",
    "close the `[` of 7:45 with `]` first"
)]
#[case::card_without_answer(
    "card-without-answer",
    "7:20",
    "a card needs the field `answer`",
    "add `answer: \"...\"`"
)]
#[case::caveat_empty(
    "caveat-empty",
    "7:53",
    "the text is empty",
    "write something between the quotes of `text`"
)]
#[case::cite_of_a_threat(
    "cite-of-a-threat",
    "7:69",
    "`t` is a threat, not a source",
    "give the id of an entry of `sources`"
)]
#[case::cite_too_long(
    "cite-too-long",
    "7:61",
    "expected `)`, found a text",
    "there are more values in these brackets than belong there"
)]
#[case::comment_unclosed(
    "comment-unclosed",
    "7:5",
    "this comment is never closed",
    "add the `*/` at its end"
)]
#[case::control(
    "control",
    "7:45",
    "a text holds the control character U+001B",
    "take it out"
)]
#[case::dangling_about(
    "dangling-about",
    "7:59",
    "there is no entry `zzz`",
    "give the id of an entry of this file"
)]
#[case::dangling_briefing(
    "dangling-briefing",
    "7:24",
    "there is no entry `nothing-like-it`",
    "give the id of an entry of this file"
)]
#[case::dangling_cite(
    "dangling-cite",
    "7:47",
    "there is no source `s99`",
    "give the id of an entry of `sources`, or add it there"
)]
#[case::dangling_issuer(
    "dangling-issuer",
    "7:13",
    "there is no actor `cabinet`",
    "give the id of an entry of `actors`, or add it there"
)]
#[case::dangling_link(
    "dangling-link",
    "7:92",
    "there is no entry `nics-2015`",
    "did you mean `nisc-2015`?"
)]
#[case::date_impossible(
    "date-impossible",
    "7:43",
    "`2021-02-29` is not a date",
    "that month has no such day"
)]
#[case::date_is_a_number(
    "date-is-a-number",
    "7:43",
    "expected a date in quotes, found the number `2021`",
    "put it in quotes: `\"2021\"`"
)]
#[case::date_of_no_form(
    "date-of-no-form",
    "7:43",
    "`28 Sep 2021` is not a date",
    "write `2021-09-28`"
)]
#[case::empty_phrase(
    "empty-phrase",
    "7:51",
    "a phrase of the verb `Other` is empty",
    "write `Other(\"verb phrase\", \"inverse phrase\")`"
)]
#[case::equals(
    "equals",
    "7:19",
    "expected `:` after the name of the field, found `=`",
    "write `name: value`"
)]
#[case::field_of_another_kind(
    "field-of-another-kind",
    "7:36",
    "a threat has no field `date`",
    "only events, sources and instruments have a date"
)]
#[case::field_twice(
    "field-twice",
    "7:36",
    "the field `name` is given twice",
    "join the two, or take one of them out"
)]
#[case::format_in_quotes(
    "format-in-quotes",
    "2:13",
    "there is no format \"1\"",
    "this senryaku reads `format: 1`"
)]
#[case::format_missing(
    "format-missing",
    "1:1",
    "this file does not say which format it is of",
    "add `format: 1,` as its first field"
)]
#[case::format_newer(
    "format-newer",
    "2:13",
    "this file is of format 2; this senryaku reads format 1",
    "a newer senryaku may read it"
)]
#[case::id_twice(
    "id-twice",
    "9:14",
    "the id `t` is given twice",
    "first defined at 7:20; an id is unique in the whole model"
)]
#[case::id_with_space(
    "id-with-space",
    "7:20",
    "the id `grey zone` has white space in it",
    "write `grey-zone`"
)]
#[case::invisible(
    "invisible",
    "7:22",
    "an id holds the invisible character U+200B",
    "take it out"
)]
#[case::issuer_no_actor(
    "issuer-no-actor",
    "7:13",
    "`s1` is a source, not an actor",
    "give the id of an entry of `actors`"
)]
#[case::minutes_in_quotes(
    "minutes-in-quotes",
    "7:45",
    "expected a whole number, found a text",
    "leave out the quotes: `3`"
)]
#[case::minutes_in_words(
    "minutes-in-words",
    "7:45",
    "expected a whole number, found a text",
    "write it in digits, such as `3`"
)]
#[case::minutes_none(
    "minutes-none",
    "7:45",
    "0 minutes cannot be planned",
    "give 1 to 600 minutes"
)]
#[case::minutes_too_many(
    "minutes-too-many",
    "7:45",
    "601 minutes cannot be planned",
    "give 1 to 600 minutes"
)]
#[case::name_empty(
    "name-empty",
    "7:31",
    "the name is empty",
    "write something between the quotes of `name`"
)]
#[case::name_is_a_number(
    "name-is-a-number",
    "7:31",
    "expected a text, found the number `7`",
    "put it in quotes: `\"7\"`"
)]
#[case::no_comma_between_entries(
    "no-comma-between-entries",
    "9:9",
    "expected a comma, found `(`",
    "add a comma at 8:29"
)]
#[case::no_comma(
    "no-comma",
    "7:24",
    "expected a comma, found `name`",
    "add a comma at 7:23"
)]
#[case::no_date(
    "no-date",
    "7:21",
    "an event needs the field `date`",
    "add `date:` with a year, a month or a day, such as `\"2021-09\"`"
)]
#[case::no_id("no-id", "7:15", "a threat needs the field `id`", "add `id: \"...\"`")]
#[case::no_role(
    "no-role",
    "7:19",
    "an actor needs the field `role`",
    "add `role:` with one of `Body`, `Office`, `Person`, `State`, `Organisation`, `Sector`, `Group`"
)]
#[case::no_target(
    "no-target",
    "7:51",
    "a link needs the field `to`",
    "add `to: \"...\"`, the id of the other entry"
)]
#[case::no_verb(
    "no-verb",
    "7:49",
    "a link needs the field `verb`",
    "add a verb, such as `verb: PartOf`"
)]
#[case::not_a_list(
    "not-a-list",
    "7:45",
    "expected a list, found a text",
    "put it in brackets: `[...]`"
)]
#[case::not_a_model(
    "not-a-model",
    "1:1",
    "this file is JSON, not a model",
    "a model starts with `(format: 1, id: \"...\", title: \"...\",`"
)]
#[case::not_an_entry(
    "not-an-entry",
    "7:15",
    "expected `(`, found a text",
    "write `(id: \"t\")`"
)]
#[case::nothing_after(
    "nothing-after",
    "10:1",
    "expected the end of the file, found `extra`",
    "the outermost bracket closes before this"
)]
#[case::objectives_of_an_actor(
    "objectives-of-an-actor",
    "7:47",
    "an actor has no field `objectives`",
    "only pillars have objectives"
)]
#[case::one_phrase(
    "one-phrase",
    "7:51",
    "the verb `Other` has two phrases",
    "write `Other(\"verb phrase\", \"inverse phrase\")`"
)]
#[case::quote_missing(
    "quote-missing",
    "8:25",
    "this text is never closed",
    "add `\"` at 8:27"
)]
#[case::quoted_role(
    "quoted-role",
    "7:41",
    "expected a role, found a text",
    "write it without quotes: `Body`"
)]
#[case::status_missing(
    "status-missing",
    "1:1",
    "a model needs the field `status`",
    "add `status: InForce`, `Draft` or `Superseded(by: \"...\", on: \"...\")`"
)]
#[case::status_unknown(
    "status-unknown",
    "6:13",
    "there is no status `Inforce`",
    "did you mean `InForce`?"
)]
#[case::step_without_entry(
    "step-without-entry",
    "7:5",
    "a step of the briefing needs the field `entry`",
    "add `entry: \"...\"`, the id of what it shows"
)]
#[case::superseded_bare(
    "superseded-bare",
    "6:13",
    "`Superseded` does not say by what",
    "write `Superseded(by: \"...\", on: \"...\")`"
)]
#[case::title_missing(
    "title-missing",
    "1:1",
    "a model needs the field `title`",
    "add `title: \"...\"`"
)]
#[case::to_before_from(
    "to-before-from",
    "7:74",
    "`to` is before `from`",
    "change one of the two dates"
)]
#[case::unknown_field_far(
    "unknown-field-far",
    "7:47",
    "an entry has no field `colour`",
    "every entry may have `id`, `name`, `original`, `reading`, `aliases`, `summary`, `details`, `topics`, `links`, `sources`, `caveats`, `note`, `minutes`, `cards`, `unverified`, and more by its kind"
)]
#[case::unknown_field(
    "unknown-field",
    "7:24",
    "an entry has no field `naem`",
    "did you mean `name`?"
)]
#[case::unknown_role(
    "unknown-role",
    "7:41",
    "there is no role `Boddy`",
    "did you mean `Body`?"
)]
#[case::unknown_root_field(
    "unknown-root-field",
    "7:5",
    "a model has no field `tilte`",
    "did you mean `title`?"
)]
#[case::unknown_verb(
    "unknown-verb",
    "7:51",
    "there is no verb `Protect`",
    "did you mean `Protects`?"
)]
#[case::until_before_date(
    "until-before-date",
    "7:64",
    "`until` is before `date`",
    "change one of the two dates"
)]
#[case::unverified_in_words(
    "unverified-in-words",
    "7:48",
    "expected `true` or `false`, found `yes`",
    "write one of the two, without quotes"
)]
fn a_broken_model_is_explained(
    #[case] name: &str,
    #[case] place: &str,
    #[case] message: &str,
    #[case] help: &str,
) {
    let report = bad(fixture(&format!("broken/{name}")));
    assert_eq!(told(&report), [format!("{place} {message} ({help})")]);
}

#[test]
fn every_broken_fixture_has_its_case() {
    let folder = format!("{}/tests/fixtures/broken", env!("CARGO_MANIFEST_DIR"));
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 66);
}

#[test]
fn twelve_mistakes_are_told_in_one_run() {
    let report = bad(fixture("twelve"));
    let messages: Vec<&str> = report
        .problems
        .iter()
        .map(|each| each.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "a model has no field `county`",
            "there is no status `Superceded`",
            "`2021-02-30` is not a date",
            "there is no verb `Serve`",
            "there is no entry `polise`",
            "the id `police` is given twice",
            "the name is empty",
            "expected a comma, found `name`",
            "expected a whole number, found a text",
            "`until` is before `date`",
            "expected a list, found a text",
            "an entry has no field `abuot`",
        ]
    );
    assert_eq!(report.summary(), "12 errors");
}

#[test]
fn what_was_lost_with_a_mistake_is_not_reported_again() {
    // The list of actors is unreadable, so nothing is said of the ids in it; nor of the name.
    let text = around(
        "actors: (id: \"police\", name: \"P\", role: Body),\n\
         threats: [(id: \"t\", nmae: \"T\", links: [(verb: Targets, to: \"police\")])],",
    );
    assert_eq!(
        told(&bad(text)),
        [
            "2:9 expected a list, found `(` (put it in brackets: `[...]`)",
            "3:21 an entry has no field `nmae` (did you mean `name`?)",
        ]
    );
}

#[rstest]
#[case::uncited(
    "threats: [(id: \"t\", name: \"T\", links: [(verb: About, to: \"s\")])],",
    "`t` cites no source"
)]
#[case::alone(
    "threats: [(id: \"t\", name: \"T\", sources: [(\"s\")])],",
    "`t` is linked with nothing"
)]
#[case::bare(
    "pillars: [(id: \"p\", name: \"P\", sources: [(\"s\")], links: [(verb: About, to: \"s\")])],",
    "the pillar `p` has no objectives"
)]
#[case::coarse(
    "timeline: [(id: \"e\", name: \"E\", date: \"2021\", about: [\"s\"], sources: [(\"s\")])],",
    "`e` is dated by its year alone"
)]
#[case::ended(
    "timeline: [(id: \"e\", name: \"E\", date: \"2021-01\", until: \"2021-01\", about: [\"s\"], sources: [(\"s\")])],",
    "`until` is the same as `date`"
)]
#[case::twice(
    "timeline: [(id: \"e\", name: \"E\", date: \"2021-01\", about: [\"s\", \"s\"], sources: [(\"s\")])],",
    "the link `about` to `s` is given twice"
)]
#[case::senseless(
    "actors: [(id: \"p\", name: \"P\", role: Person, sources: [(\"s\")], \
     links: [(verb: Heads, to: \"t\", editorial: true)])],
     threats: [(id: \"t\", name: \"T\", sources: [(\"s\")])],",
    "`Heads` does not fit a person and a threat"
)]
#[case::itself(
    "threats: [(id: \"t\", name: \"T\", sources: [(\"s\")], \
     links: [(verb: About, to: \"t\"), (verb: About, to: \"s\")])],",
    "this entry links to itself"
)]
#[case::both_sides(
    "actors: [(id: \"a\", name: \"A\", role: Body, links: [(verb: CoordinatesWith, to: \"b\", sources: [(\"s\")])]), \
     (id: \"b\", name: \"B\", role: Body, sources: [(\"s\")], links: [(verb: CoordinatesWith, to: \"a\", sources: [(\"s\")])])],",
    "the link `coordinates with` to `a` is given from both sides"
)]
#[case::circle(
    "actors: [(id: \"a\", name: \"A\", role: Body, links: [(verb: PartOf, to: \"b\", sources: [(\"s\")])]), \
     (id: \"b\", name: \"B\", role: Body, links: [(verb: PartOf, to: \"a\", sources: [(\"s\")])])],",
    "`part of` leads from `a` back to itself: `a, b, a`"
)]
#[case::link_without_source(
    "terms: [(id: \"t\", name: \"T\", sources: [(\"s\")], links: [(verb: ComparableTo, to: \"s\")])],",
    "the link to `s` has no source"
)]
#[case::namesakes(
    "terms: [(id: \"t\", name: \"Zone\", sources: [(\"s\")]), (id: \"u\", name: \"zone\", sources: [(\"s\")])],",
    "`zone` is the name of a term before, too"
)]
#[case::markup(
    "terms: [(id: \"t\", name: \"T\", summary: \"A **bold** word.\", sources: [(\"s\")])],",
    "a text has markup in it: `**bold**`"
)]
#[case::done_too_late(
    "as_of: \"2021-06\", timeline: [(id: \"e\", name: \"E\", date: \"2021-07\", about: [\"s\"], sources: [(\"s\")])],",
    "`e` is done on `2021-07`, after `as_of`"
)]
#[case::planned_before(
    "as_of: \"2021-06\", timeline: [(id: \"e\", name: \"E\", date: \"2021-05\", status: Planned, \
     about: [\"s\"], sources: [(\"s\")])],",
    "`e` is planned for `2021-05`, before `as_of`"
)]
#[case::card_told(
    "terms: [(id: \"t\", name: \"T\", sources: [(\"s\")], cards: [(ask: \"Who owns the Old Mill?\", answer: \"The old mill\")])],",
    "this question holds its own answer"
)]
#[case::card_leaning(
    "terms: [(id: \"t\", name: \"T\", sources: [(\"s\")], cards: [(ask: \"What is said here?\", answer: \"Little\")])],",
    "`here` in a question leans on what a student does not see"
)]
#[case::card_twice(
    "terms: [(id: \"t\", name: \"T\", sources: [(\"s\")], cards: [(ask: \"Who?\", answer: \"A\"), (ask: \"who?\", answer: \"B\")])],",
    "this question is put before, too"
)]
#[case::card_betrayed(
    "terms: [(id: \"t\", name: \"T\", sources: [(\"s\")], cards: [(ask: \"What is open?\", answer: \"Its opening\", \
     wrong: [\"A wall\", \"A roof\"])])],",
    "only the right answer has the word `opening` from the question"
)]
#[case::card_lone(
    "terms: [(id: \"t\", name: \"T\", sources: [(\"s\")], cards: [(ask: \"Who?\", answer: \"A\", wrong: [\"B\"])])],",
    "one wrong answer is too few for a choice"
)]
#[case::card_same_answer(
    "terms: [(id: \"t\", name: \"T\", sources: [(\"s\")], cards: [(ask: \"Who?\", answer: \"A wall\", wrong: [\"The wall.\", \"B\"])])],",
    "this answer is given twice"
)]
#[case::card_alias(
    "terms: [(id: \"t\", name: \"Tower (old)\", aliases: [\"Keep\"], sources: [(\"s\")], \
     cards: [(ask: \"Who?\", answer: \"The tower\", wrong: [\"The keep\", \"B\"])])],",
    "the right answer and this one both mean `t`"
)]
#[case::card_right_by_a_link(
    "actors: [(id: \"a\", name: \"Court\", role: Body, sources: [(\"s\")]), (id: \"b\", name: \"Crown\", role: Body, sources: [(\"s\")]), \
     (id: \"c\", name: \"C\", role: Body, sources: [(\"s\")], links: [(verb: ReportsTo, to: \"a\", sources: [(\"s\")]), \
     (verb: ReportsTo, to: \"b\", sources: [(\"s\")])], \
     cards: [(ask: \"Who is told?\", answer: \"The court\", wrong: [\"The Crown\", \"Nobody\"])])],",
    "this answer is right as well: `The Crown` stands to `c` as reports to"
)]
fn a_model_that_loads_may_get_advice(#[case] section: &str, #[case] message: &str) {
    let report = good(&around(section)).report;
    let advice = report
        .problems
        .iter()
        .filter(|each| !each.message.starts_with("nothing cites"));
    let messages: Vec<&str> = advice.map(|each| each.message.as_str()).collect();
    assert_eq!(messages, [message]);
    assert_eq!(report.errors(), 0);
}

#[test]
fn a_link_given_from_both_sides_is_one_with_the_sources_of_both() {
    let text = around(
        "actors: [(id: \"a\", name: \"A\", role: Body, links: [(verb: AlliedWith, to: \"b\", sources: [(\"s\", \"1\")])]), \
         (id: \"b\", name: \"B\", role: Body, links: [(verb: AlliedWith, to: \"a\", sources: [(\"s\", \"2\")])])],",
    );
    let strategy = good(&text).strategy;
    let relations = strategy.relations(strategy.find("b").unwrap());
    let [only] = relations.as_slice() else {
        panic!("{relations:?}");
    };
    let places: Vec<&str> = only.link.cites.iter().map(|cite| &*cite.locator).collect();
    assert_eq!(places, ["1", "2"]);
}

#[test]
fn a_file_that_does_not_say_its_format_is_told_its_other_faults_too() {
    let sound = around("terms: [(id: \"t\", name: \"\", links: [(verb: About, to: \"x\")])],");
    let without = sound.replacen("format: 1, ", "", 1);
    let in_quotes = sound.replacen("format: 1", "format: \"1\"", 1);
    let faults = [
        "2:25 the name is empty (write something between the quotes of `name`)",
        "2:55 there is no entry `x` (give the id of an entry of this file)",
    ];
    for (text, first) in [
        (
            without,
            "1:1 this file does not say which format it is of (add `format: 1,` as its first field)",
        ),
        (
            in_quotes,
            "1:10 there is no format \"1\" (this senryaku reads `format: 1`)",
        ),
    ] {
        assert_eq!(told(&bad(text)), [&[first], &faults[..]].concat());
    }
}

#[test]
fn an_instrument_that_says_when_or_where_it_is_may_be_cited() {
    let text = |fields: &str| {
        around(&format!(
            "instruments: [(id: \"law\", name: \"The law\"{fields}, unverified: true)],
             terms: [(id: \"t\", name: \"T\", sources: [(\"law\", \"4\")])],"
        ))
    };
    let loaded = good(&text(", url: \"https://law.example/1\""));
    let law = loaded.strategy.find("law").unwrap();
    assert_eq!(loaded.strategy.citing(law).len(), 1);
    let report = *load("x", text("").into_bytes()).unwrap_err();
    assert_eq!(
        told(&report),
        [
            "3:54 the instrument `law` says neither when nor where it is (give it `date` or `url` to cite it, or cite a source)"
        ]
    );
}

#[test]
fn what_is_no_address_and_a_very_long_name_get_advice() {
    let long = "x".repeat(121);
    let text = format!(
        "(format: 1, id: \"x\", title: \"X\", country: \"N\", status: InForce,
        terms: [(id: \"t\", name: \"{long}\", sources: [(\"s\")])],
        sources: [(id: \"s\", name: \"S\", url: \"javascript:alert(1)\")])"
    );
    let loaded = good(&text);
    let problems = loaded.report.problems.iter();
    let messages: Vec<&str> = problems.map(|each| each.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "this name has 121 characters",
            "`javascript:alert(1)` is no address of the web"
        ]
    );
}

#[test]
fn a_question_of_a_day_may_offer_who_was_right_on_another() {
    let text = around(
        "actors: [(id: \"a\", name: \"Ada\", role: Person, sources: [(\"s\")], links: [(verb: Heads, to: \"c\", sources: [(\"s\")], active: (to: \"2001\"))]), \
         (id: \"b\", name: \"Bo\", role: Person, sources: [(\"s\")], links: [(verb: Heads, to: \"c\", sources: [(\"s\")], active: (from: \"2001\"))]), \
         (id: \"c\", name: \"C\", role: Body, sources: [(\"s\")], cards: [(ask: \"Who led it in 2010?\", answer: \"Bo\", wrong: [\"Ada\", \"Cy\"])])],",
    );
    let advice = |text: &str| {
        let report = good(text).report;
        let mut all = report.problems.iter();
        all.any(|each| each.message.starts_with("this answer is right as well"))
    };
    assert!(!advice(&text));
    assert!(advice(&text.replace(" in 2010", "")));
}

#[test]
fn a_card_of_more_than_two_hundred_characters_gets_advice() {
    let card = |length| {
        let ask = "w".repeat(length);
        around(&format!(
            "terms: [(id: \"t\", name: \"T\", sources: [(\"s\")], cards: [(ask: \"{ask}\", answer: \"A\")])],"
        ))
    };
    let told = |length| good(&card(length)).report.problems.len();
    assert_eq!((told(200), told(201)), (0, 1));
}

#[test]
fn a_long_summary_and_an_uncited_source_get_advice() {
    let text = around(&format!(
        "terms: [(id: \"t\", name: \"T\", unverified: true, summary: \"{}\")],",
        "長".repeat(301)
    ));
    assert_eq!(
        told(&good(&text).report),
        [
            "2:57 this summary has 301 characters (a briefing screen takes 300; move the rest to `details`)",
            "3:16 nothing cites the source `s` (cite it, or take it out)",
        ]
    );
    assert_eq!(good(&text).report.summary(), "2 pieces of advice");
}

#[test]
fn a_generated_model_loads_without_a_word() {
    let Loaded { strategy, report } = good(&generate::model(2_000));
    assert_eq!(
        (strategy.len(), report.summary().as_str()),
        (2_000, "no problems")
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let text = format!("\u{feff}{SMALL}");
    assert_eq!(good(&text).strategy.len(), 12);
    let report = bad("\u{feff}(format: 1, idd: \"x\")");
    assert_eq!(
        report.place(report.problems[0].span.start).to_string(),
        "1:1"
    );
    assert!(
        told(&report).contains(&"1:13 a model has no field `idd` (did you mean `id`?)".to_owned())
    );
}

/// A text alone where brackets belong: what to write is said with it.
#[rstest]
#[case::cite("terms: [(id: \"t\", name: \"T\", sources: [\"s\"])],", &["expected `(`, found a text; write `(\"s\", \"\")`"])]
#[case::caveat("terms: [(id: \"t\", name: \"T\", caveats: [\"No.\"])],", &["expected `(`, found a text; write `(text: \"No.\")`"])]
#[case::active(
    "actors: [(id: \"t\", name: \"T\", role: Body, active: \"2015\")],",
    &["expected `(`, found a text; write `(from: \"2015\", to: \"2021\")`"]
)]
#[case::step("briefing: [(\"s\")],", &["expected the name of a field, found a text; write `entry: \"s\"`"])]
#[case::time("briefing: [(entry: \"s\", minutes: 4min)],", &["`4min` is no length of time; write minutes as `4`, or a time as `\"1m30s\"`"])]
#[case::tags("terms: [(id: \"t\", name: \"T\", tags: [])],", &["an entry has no field `tags`; did you mean `topics`?"])]
#[case::author("terms: [(id: \"t\", name: \"T\", author: \"A\")],", &["an entry has no field `author`; did you mean `publisher`?"])]
fn the_remedy_is_what_to_write(#[case] section: &str, #[case] said: &[&str]) {
    let report = bad(around(section));
    let problems = report.problems.iter();
    let told =
        problems.map(|each| format!("{}; {}", each.message, each.help.as_deref().unwrap_or("-")));
    assert_eq!(told.collect::<Vec<_>>(), said);
}

/// What a fault takes with it is not said to be missing, whether a list is given twice or an entry
/// stands outside of its list.
#[rstest]
#[case::list_twice(
    "terms: [(id: \"t\", name: \"T\", sources: [(\"s\", \"\")])],\nsources: [(id: \"r\", name: \"R\")],",
    &["4:1 the field `sources` is given twice"]
)]
#[case::entry_outside(
    "threats: [(id: \"a\", name: \"A\")],\n(id: \"b\", name: \"B\"),\nterms: [(id: \"t\", name: \"T\", links: [(verb: About, to: \"b\")])],",
    &["3:1 expected the name of a field, found `(`"]
)]
#[case::bracket_of_another_sort(
    "pillars: [\n    (\n        id: \"p\",\n        objectives: [\n            (id: \"o\", name: \"O\"),\n        ),\n        name: \"P\",\n    ),\n],\nterms: [(id: \"t\", name: \"T\", links: [(verb: About, to: \"o\")])],",
    &["7:9 expected `]`, found `)`"]
)]
fn what_a_fault_takes_with_it_is_not_missing(#[case] section: &str, #[case] said: &[&str]) {
    let report = bad(around(section));
    let problems = report.problems.iter();
    let told = problems.map(|each| format!("{} {}", report.place(each.span.start), each.message));
    assert_eq!(told.collect::<Vec<_>>(), said);
}

#[test]
fn carriage_returns_do_not_move_places() {
    let text = fixture("twelve").replace('\n', "\r\n");
    assert_eq!(told(&bad(&text)), told(&bad(fixture("twelve"))));
}

#[rstest]
#[case::not_utf8(b"(format: 1,\n id: \"\xff\")".to_vec(), "2:7 this file is not UTF-8 (save it as UTF-8)")]
#[case::utf16(b"\xff\xfe(\0".to_vec(), "1:1 this file is UTF-16, not UTF-8 (save it as UTF-8)")]
#[case::empty(
    Vec::new(),
    "1:1 this file is empty (`senryaku new FILE` writes a model to start from)"
)]
#[case::too_large(vec![0; MAX_BYTES as usize + 1], "1:1 this file has 257 MiB; a model has at most 256 (no help)")]
fn bytes_that_are_no_text_are_refused(#[case] bytes: Vec<u8>, #[case] problem: &str) {
    assert_eq!(told(&bad(bytes)), [problem]);
}

#[rstest]
#[case::round("(".repeat(100_000))]
#[case::square(format!("(format: 1, threats: {}", "[".repeat(100_000)))]
#[case::closed(format!("(format: 1, threats: {}{})", "[".repeat(100_000), "]".repeat(100_000)))]
#[case::tuples(around(&format!("threats: [(id: {}{})],", "(".repeat(100_000), ")".repeat(100_000))))]
#[case::named("(format: 1, a: ".repeat(50_000))]
#[case::comments("/*".repeat(100_000))]
#[case::quotes(format!("(format: 1, id: {}", "\"".repeat(100_001)))]
#[case::hashes(format!("(format: 1, id: r{}\"", "#".repeat(100_000)))]
#[case::raw(format!("(format: 1, id: {}", "r##\"\"# ".repeat(50_000)))]
#[case::zeros("\0".repeat(100_000))]
#[case::words(format!("(format: 1, {})", "a ".repeat(100_000)))]
#[case::commas(format!("(format: 1{})", ",".repeat(100_000)))]
#[case::unknown(format!("(format: 1{})", ", a: 1".repeat(100_000)))]
fn hostile_files_get_an_answer(#[case] text: String) {
    let report = bad(&text);
    assert!(report.errors() >= 1);
    assert!(report.render(false, true).len() < 1_000_000);
}

#[test]
fn brackets_nested_too_deeply_are_an_error_of_their_own() {
    let deep = format!(
        "threats: [(name: \"T\", id: {}{})],",
        "(".repeat(1_000),
        ")".repeat(1_000)
    );
    let report = bad(around(&deep));
    assert_eq!(
        report.problems[0].message,
        "the brackets are nested too deeply"
    );
}

#[test]
fn a_giant_text_is_refused_with_a_short_message() {
    let text = around(&format!(
        "threats: [(id: \"t\", name: \"{}\")],",
        "語".repeat(1_000_000)
    ));
    let report = bad(text);
    assert_eq!(
        told(&report),
        [
            "2:27 this text has 2930 KiB; at most 64 are read (split it into paragraphs of `details`)"
        ]
    );
    assert!(report.render(true, false).len() < 2_000);
}

#[test]
fn thousands_of_problems_are_cut_short() {
    let threat = "(id: \"t\", name: \"T\", sources: [(\"none\")]), ".repeat(20_000);
    let report = bad(around(&format!("threats: [{threat}],")));
    assert_eq!(report.errors(), 10_000);
    assert!(report.render(false, true).ends_with("\n\nand 9800 more\n"));
}

#[test]
fn a_problem_shows_its_line_a_caret_and_what_to_do() {
    let report = bad(fixture("broken/id-twice"));
    assert_eq!(
        report.render(false, true),
        "\
error: the id `t` is given twice
 --> x.ron:9:14
  |
9 |         (id: \"t\", name: \"A\"),
  |              ^^^
  |
 ::: x.ron:7:20
  |
7 |     threats: [(id: \"t\", name: \"T\")],
  |                    --- first defined here
  |
  = help: first defined at 7:20; an id is unique in the whole model

"
    );
}

#[test]
fn a_problem_far_along_a_line_keeps_its_column() {
    let padding = "防".repeat(40_000);
    let text = around(&format!(
        "threats: [(id: \"t\", /* {padding} */ nmae: \"T\" /* {padding} */)],"
    ));
    let report = bad(text);
    let shown = report.render(false, true);
    assert!(shown.contains("x.ron:2:40028"), "{shown}");
    assert!(shown.contains("nmae") && shown.len() < 2_000, "{shown}");
    let line = report.line_at(report.problems[0].span.start);
    assert!(
        line.contains("nmae") && line.chars().count() <= 160,
        "{line}"
    );
}

#[test]
fn nothing_of_the_file_drives_the_terminal() {
    let text = around(
        "threats: [(id: \"t\", name: \"\u{1b}]0;x\u{7}\u{202e}\", \u{1b}[31m: 1)], // \u{1b}[2J",
    );
    let report = *load("a\u{1b}[31m.ron", text.into_bytes()).expect_err("broken");
    let shown = report.render(false, false);
    let driven = |each: char| (each.is_control() && each != '\n') || each == '\u{202e}';
    assert!(!shown.contains(driven), "{shown:?}");
    assert!(
        !report
            .line_at(report.problems[0].span.start)
            .contains(driven)
    );
    let colored = report.render(true, false);
    assert!(
        colored.contains("\u{1b}[")
            && !colored.contains("[2J\u{1b}")
            && !colored.contains("\u{1b}]0")
    );
}

fn is_sound(report: &Report) -> bool {
    report.problems.iter().all(|problem| {
        let spans =
            std::iter::once(&problem.span).chain(problem.other.as_ref().map(|(span, _)| span));
        let mut spans = spans.map(|span| report.text.get(span.clone()).is_some());
        spans.all(|sound| sound) && !problem.message.is_empty()
    })
}

proptest! {
    #[test]
    fn any_change_to_a_model_gets_an_answer(
        changes in proptest::collection::vec(
            (any::<prop::sample::Index>(), 0..12_usize, "[\\[\\](){}\"',:/*#r\\\\a1é\u{202e} \n]{0,4}"),
            1..6,
        )
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (place, gone, put) in changes {
            let at = place.index(bytes.len() + 1);
            let end = (at + gone).min(bytes.len());
            bytes.splice(at..end, put.bytes());
        }
        match load("x.ron", bytes) {
            Ok(loaded) => {
                prop_assert!(is_sound(&loaded.report));
                prop_assert!(loaded.report.problems.iter().all(|each| each.severity == Severity::Advice));
            }
            Err(report) => {
                prop_assert!(report.errors() >= 1);
                prop_assert!(is_sound(&report));
                report.render(true, false);
            }
        }
    }
}

#[test]
fn what_honest_words_bring_along_is_left_out_with_advice() {
    for (name, shown, message) in [
        (
            "Cyber\u{ad}sicher\u{ad}heit",
            "Cybersicherheit",
            "a text holds U+00AD, which is not shown",
        ),
        (
            "ยุทธศาสตร์\u{200b}ชาติ\u{feff}",
            "ยุทธศาสตร์ชาติ",
            "a text holds U+200B, U+FEFF, which is not shown",
        ),
        (
            "אסטרטגיה\u{200f} (2021)",
            "אסטרטגיה (2021)",
            "a text holds U+200F, which is not shown",
        ),
    ] {
        let loaded = good(&named(name));
        assert_eq!(names(&loaded.strategy), [shown]);
        assert_eq!(messages(&loaded.report), [message]);
    }
    let flood = format!("Z{}algo", "\u{336}".repeat(90));
    let loaded = good(&named(&flood));
    let shown = format!("Z{}algo", "\u{336}".repeat(12));
    assert_eq!(names(&loaded.strategy), [shown]);
    let message = "a letter bears more than 12 marks";
    assert_eq!(messages(&loaded.report), [message]);
}

#[test]
fn emoji_and_the_flag_of_england_need_no_advice() {
    let england = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
    for name in ["👩\u{200d}🔬 science", england, "می\u{200c}خواهم"] {
        let loaded = good(&named(name));
        assert_eq!(names(&loaded.strategy), [name]);
        assert_eq!(messages(&loaded.report), [""; 0]);
    }
}

/// A model with one term.
fn named(name: &str) -> String {
    format!(
        "(format: 1, id: \"x\", title: \"T\", country: \"C\", status: InForce, as_of: \"2030\",
         terms: [(id: \"t\", name: \"{name}\", unverified: true, links: [(verb: About, to: \"u\")]),
         (id: \"u\", name: \"U\", unverified: true)])"
    )
}

fn names(strategy: &Strategy) -> Vec<String> {
    let entries = strategy.entries().map(|(_, entry)| entry);
    entries
        .filter(|entry| entry.id.as_str() == "t")
        .map(|entry| entry.name.to_string())
        .collect()
}

fn messages(report: &Report) -> Vec<&str> {
    let problems = report.problems.iter();
    problems.map(|problem| problem.message.as_str()).collect()
}
