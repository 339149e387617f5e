//! What holds on a day: the rules of time, told as cases and held as properties.

use proptest::prelude::*;
use proptest::sample::select;
use senryaku::date::Date;
use senryaku::model::{AsOf, AsOfChoice, EntryId, Presence, Strategy as Model, load};

use crate::support::stage::JAPAN;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn on(text: &str) -> AsOf {
    AsOf::On(date(text))
}

fn model(actors: &str) -> Model {
    let text = format!(
        r#"(format: 1, id: "x", title: "X", country: "X", status: InForce, adopted: "2021-09-28", actors: [{actors}])"#
    );
    load("x.ron", text.into())
        .unwrap_or_else(|report| panic!("{}", report.render(false, true)))
        .strategy
}

fn id(model: &Model, name: &str) -> EntryId {
    model.find(name).unwrap()
}

/// Who has a link to an entry on a day, `?` behind those that are about.
fn seen(model: &Model, name: &str, as_of: AsOf) -> Vec<String> {
    let mut names: Vec<String> = model
        .relations_on(id(model, name), as_of)
        .iter()
        .filter(|held| !held.relation.outward)
        .map(|held| {
            let other = &model.entry(held.relation.other).id;
            format!("{other}{}", if held.about { "?" } else { "" })
        })
        .collect();
    names.sort();
    names
}

/// An office with two holders, each with the dates given.
fn office(first: &str, second: &str) -> Model {
    model(&format!(
        r#"(id: "office", name: "Office", role: Office),
        (id: "a", name: "A", role: Person, links: [(verb: HoldsOffice, to: "office", active: ({first}))]),
        (id: "b", name: "B", role: Person, links: [(verb: HoldsOffice, to: "office", active: ({second}))])"#
    ))
}

#[test]
fn what_ended_or_begins_later_is_out_and_both_ends_belong_to_it() {
    let actor =
        r#"(id: "a", name: "A", role: Body, active: (from: "2005-04-25", to: "2015-01-08"))"#;
    let model = model(actor);
    let presence = |day| model.presence(id(&model, "a"), on(day));
    for (day, expected) in [
        ("2005-04-24", Presence::Out),
        ("2005-04-25", Presence::Certain),
        ("2015-01-08", Presence::Certain),
        ("2015-01-09", Presence::Out),
        ("2005", Presence::Certain),
        ("2004", Presence::Out),
        ("2015-01", Presence::Certain),
        ("2015-02", Presence::Out),
    ] {
        assert_eq!(presence(day), expected, "{day}");
    }
    assert_eq!(
        model.presence(id(&model, "a"), AsOf::All),
        Presence::Certain
    );
}

#[test]
fn a_year_that_contains_the_day_is_about() {
    let actor = r#"(id: "a", name: "A", role: Body, active: (from: "2005", to: "2015-03"))"#;
    let model = model(actor);
    let presence = |day| model.presence(id(&model, "a"), on(day));
    for (day, expected) in [
        ("2004-12-31", Presence::Out),
        ("2005-06-01", Presence::About),
        ("2005-06", Presence::About),
        ("2005", Presence::Certain),
        ("2006-01-01", Presence::Certain),
        ("2015-03-31", Presence::About),
        ("2015-03", Presence::Certain),
        ("2015-04-01", Presence::Out),
    ] {
        assert_eq!(presence(day), expected, "{day}");
    }
}

#[test]
fn on_the_day_of_a_hand_over_the_new_holder_stands() {
    let model = office(
        r#"from: "2020-09-16", to: "2021-10-04""#,
        r#"from: "2021-10-04""#,
    );
    assert_eq!(seen(&model, "office", on("2021-10-03")), ["a"]);
    assert_eq!(seen(&model, "office", on("2021-10-04")), ["b"]);
    assert_eq!(
        seen(&model, "office", on("2021-10")),
        ["a", "b"],
        "in that month both"
    );
    assert_eq!(seen(&model, "office", AsOf::All), ["a", "b"]);
}

#[test]
fn a_holder_whose_end_is_not_known_gives_way_to_the_next() {
    let model = office(r#"from: "2015-01-09""#, r#"from: "2025-07-01""#);
    assert_eq!(seen(&model, "office", on("2025-06-30")), ["a"]);
    assert_eq!(seen(&model, "office", on("2025-07-01")), ["b"]);
    let model = office(r#"to: "2025-07-01""#, r#"from: "2025-07-01""#);
    assert_eq!(seen(&model, "office", on("2025-07-01")), ["b"]);
}

#[test]
fn dates_too_coarse_to_tell_show_both_as_about() {
    let model = office(r#"from: "2015", to: "2021""#, r#"from: "2021""#);
    assert_eq!(seen(&model, "office", on("2021-05-01")), ["a?", "b?"]);
    let model = office(r#"from: "2015-01-09""#, r#"from: "2021""#);
    assert_eq!(seen(&model, "office", on("2021-05-01")), ["a?", "b?"]);
    assert_eq!(seen(&model, "office", on("2022-01-01")), ["b"]);
}

#[test]
fn joint_holders_are_written_with_the_same_dates() {
    let dates = r#"from: "2020-09-16", to: "2021-10-04""#;
    let model = office(dates, dates);
    assert_eq!(seen(&model, "office", on("2021-10-04")), ["a", "b"]);
}

#[test]
fn an_undated_holder_stays_and_is_about_beside_a_dated_one() {
    let model = office("", r#"from: "2021-10-04""#);
    assert_eq!(seen(&model, "office", on("2021-10-03")), ["a"]);
    assert_eq!(seen(&model, "office", on("2021-10-05")), ["a?", "b"]);
}

#[test]
fn a_link_ends_with_the_body_it_leads_to_but_an_act_is_for_ever() {
    let model = model(
        r#"(id: "old", name: "Old", role: Body, active: (from: "2005-04-25", to: "2015-01-08")),
        (id: "new", name: "New", role: Body, active: (from: "2015-01-09"), links: [(verb: Succeeds, to: "old")]),
        (id: "part", name: "Part", role: Body, links: [(verb: PartOf, to: "old")])"#,
    );
    assert_eq!(seen(&model, "old", on("2010")), ["new", "part"]);
    assert_eq!(seen(&model, "old", on("2021-09-28")), ["new"]);
    assert_eq!(seen(&model, "old", AsOf::All), ["new", "part"]);
}

#[test]
fn a_person_between_offices_is_in_none() {
    let model = office(r#"from: "2020-09-16", to: "2021-10-04""#, "");
    let out = |name, day| model.is_out_of_office(id(&model, name), on(day));
    assert!(!out("a", "2021-10-04"));
    assert!(out("a", "2021-10-05"));
    assert!(
        !out("b", "2021-10-05"),
        "an office without dates is never left"
    );
    assert!(!model.is_out_of_office(id(&model, "office"), on("2030")));
}

#[test]
fn the_holder_of_today_is_named_first() {
    let model = office(
        r#"from: "2020-09-16", to: "2021-10-04""#,
        r#"from: "2021-10-04""#,
    );
    let holders = model.holders(id(&model, "office"), AsOf::All);
    let first = holders.first().unwrap().relation.other;
    assert_eq!(&*model.entry(first).id, "b");
}

#[test]
fn a_time_is_chosen_in_words_or_as_a_date() {
    let model = model("");
    let day = |text: &str| {
        let choice: AsOfChoice = text.parse().unwrap();
        choice.resolve(&model.meta, date("2026-11-26")).unwrap()
    };
    assert_eq!(day("all"), AsOf::All);
    assert_eq!(day("Adopted"), on("2021-09-28"));
    assert_eq!(day("now"), on("2026-11-26"));
    assert_eq!(day("2021-09"), on("2021-09"));
    assert!("yesterday".parse::<AsOfChoice>().is_err());
}

#[test]
fn a_view_later_than_the_record_says_so() {
    let mut meta = model("").meta;
    meta.as_of = Some(date("2026-11"));
    assert_eq!(on("2026-12-01").known_only_to(&meta), meta.as_of);
    assert_eq!(on("2026-11-30").known_only_to(&meta), None);
    assert_eq!(AsOf::All.known_only_to(&meta), None);
}

/// Every date at the precision that is written in a model, and the days around it.
pub(crate) fn boundary_days(model: &Model) -> Vec<Date> {
    let mut dates = Vec::new();
    for (_, entry) in model.entries() {
        let own = entry.actor().map(|facts| facts.active);
        let links = entry.links.iter().map(|link| link.active);
        for period in own.into_iter().chain(links) {
            dates.extend([period.from, period.to].into_iter().flatten());
        }
    }
    let mut days: Vec<Date> = dates
        .into_iter()
        .flat_map(|date| {
            [date.first_day(), date.last_day()]
                .into_iter()
                .flat_map(|day| {
                    [-1, 0, 1].map(|by| {
                        let (year, month, of_month) =
                            (day.year(), day.month().unwrap(), day.day().unwrap());
                        let moved = jiff::civil::date(year, month, of_month)
                            .checked_add(jiff::Span::new().days(by))
                            .unwrap();
                        Date::Day(moved.year(), moved.month(), moved.day())
                    })
                })
        })
        .collect();
    days.sort();
    days.dedup();
    days
}

/// Holds the rules on one day; gives what breaks one.
fn broken_rule(model: &Model, day: Date) -> Option<String> {
    let as_of = AsOf::On(day);
    for (id, entry) in model.entries() {
        let held = model.relations_on(id, as_of);
        for relation in model.relations(id) {
            let link = relation.link;
            let shown = held.iter().find(|held| {
                std::ptr::eq(held.relation.link, link) && held.relation.outward == relation.outward
            });
            let name = format!(
                "{} {} {}",
                entry.id,
                link.verb.name(),
                model.entry(relation.other).id
            );
            let ends = [id, relation.other].map(|end| model.presence(end, as_of));
            let undated = link.active.is_open() && ends == [Presence::Certain; 2];
            if link.verb.is_act() && shown.is_none() {
                return Some(format!("{day}: the act is not shown: {name}"));
            }
            if undated && shown.is_none() && !link.verb.has_one_holder() {
                return Some(format!("{day}: undated and lost: {name}"));
            }
            let is_over =
                as_of.presence(link.active) == Presence::Out || ends.contains(&Presence::Out);
            if is_over && !link.verb.is_act() && shown.is_some() {
                return Some(format!("{day}: shown outside its time: {name}"));
            }
            let coarse = as_of.presence(link.active) == Presence::About;
            if coarse && !link.verb.is_act() && shown.is_some_and(|held| !held.about) {
                return Some(format!("{day}: not said to be about: {name}"));
            }
        }
        for verb in ["Heads", "HoldsOffice", "SecretariatOf"] {
            let certain: Vec<_> = held
                .iter()
                .filter(|held| !held.relation.outward && held.relation.link.verb.name() == verb)
                .filter(|held| !held.about && !held.relation.link.active.is_open())
                .map(|held| held.relation.link.active)
                .collect();
            if certain.iter().any(|period| *period != certain[0]) {
                return Some(format!(
                    "{day}: {verb} of {} are several: {certain:?}",
                    entry.id
                ));
            }
            let all = model.relations(id);
            let was_any = all.iter().any(|relation| {
                !relation.outward
                    && relation.link.verb.name() == verb
                    && as_of.presence(relation.link.active) == Presence::Certain
                    && [id, relation.other]
                        .iter()
                        .all(|end| model.presence(*end, as_of) == Presence::Certain)
            });
            let is_any = held
                .iter()
                .any(|held| !held.relation.outward && held.relation.link.verb.name() == verb);
            if was_any && !is_any {
                return Some(format!("{day}: nobody is left: {verb} of {}", entry.id));
            }
        }
    }
    None
}

#[test]
fn the_rules_hold_on_every_boundary_day_of_the_built_in_model() {
    let model = load("jp", JAPAN.into()).unwrap().strategy;
    let days = boundary_days(&model);
    assert!(days.len() > 30, "{}", days.len());
    let broken: Vec<String> = days
        .into_iter()
        .filter_map(|day| broken_rule(&model, day))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn period() -> impl Strategy<Value = String> {
    const DATES: [&str; 9] = [
        "",
        "2014",
        "2015",
        "2015-01",
        "2015-01-09",
        "2015-01-10",
        "2015-06-30",
        "2016",
        "2016-02",
    ];
    (select(&DATES[..]), select(&DATES[..])).prop_map(|(from, to)| {
        let one: Option<Date> = from.parse().ok();
        let other: Option<Date> = to.parse().ok();
        let field = |name: &str, date: Option<Date>| {
            date.map_or_else(String::new, |date| format!("{name}: \"{}\", ", date.iso()))
        };
        match (one, other) {
            (Some(one), Some(other)) if one.first_day() > other.last_day() => {
                field("from", Some(other)) + &field("to", Some(one))
            }
            _ => field("from", one) + &field("to", other),
        }
    })
}

fn generated() -> impl Strategy<Value = String> {
    const VERBS: [&str; 6] = [
        "Heads",
        "HoldsOffice",
        "SecretariatOf",
        "PartOf",
        "Succeeds",
        "CooperatesWith",
    ];
    let link = (select(&VERBS[..]), 0_usize..3, period());
    let actor = (period(), proptest::collection::vec(link, 0..4));
    proptest::collection::vec(actor, 3..7).prop_map(|actors| {
        let mut text = String::new();
        for (at, (active, links)) in actors.iter().enumerate() {
            text.push_str(&format!(
                "(id: \"a{at}\", name: \"A{at}\", role: Body, active: ({active}), links: ["
            ));
            for (verb, to, active) in links.iter().filter(|(_, to, _)| *to != at) {
                text.push_str(&format!(
                    "(verb: {verb}, to: \"a{to}\", active: ({active})), "
                ));
            }
            text.push_str("]),\n");
        }
        text
    })
}

proptest! {
    #[test]
    fn the_rules_hold_on_every_boundary_day_of_any_model(actors in generated()) {
        let model = model(&actors);
        for day in boundary_days(&model) {
            prop_assert_eq!(broken_rule(&model, day), None);
        }
    }
}
