//! Plans of a briefing: in files, by choice, and made to fit.

use std::time::Duration;

use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use senryaku::brief::{
    Deck, DeckOptions, Key, PlannedStep, TalkPlan, What, dropped_words, fitted_words, read_plan,
    write_plan,
};
use senryaku::model::{self, Strategy};

fn japan() -> Strategy {
    let text = include_str!("../../data/japan-2021.ron");
    let loaded = model::load("japan-2021.ron", text.into());
    loaded.expect("the built-in model loads").strategy
}

fn options(strategy: &Strategy) -> DeckOptions {
    DeckOptions::usual(strategy, "2026-11-27".parse().expect("a date"))
}

fn names(strategy: &Strategy, plan: &TalkPlan) -> Vec<String> {
    let deck = Deck::new(strategy, plan, options(strategy));
    deck.steps.iter().map(|step| step.name.clone()).collect()
}

#[test]
fn a_plan_that_was_written_is_read_back() {
    let strategy = japan();
    let plan = TalkPlan::of(&strategy);
    let text = write_plan(&plan, &strategy);
    let again = read_plan("talk.ron", &text, &strategy);
    let again = again.unwrap_or_else(|report| panic!("{}", report.render(false, true)));
    assert_eq!(again, plan);
    assert!(
        text.contains(
            r#"(entry: "dx", minutes: 2),  // Digital transformation with cybersecurity"#
        ),
        "{text}"
    );
}

#[test]
fn a_plan_names_its_steps_in_its_own_order_and_keeps_title_and_sources() {
    let strategy = japan();
    let text = r#"(format: 1, model: "jp-2021", steps: [
        (entry: "defence", minutes: "1m30s", note: "Begin with the reason."),
        (step: Threats),
        (entry: "dx", hide: true),
    ])"#;
    let plan = read_plan("talk.ron", text, &strategy).expect("a plan");
    assert_eq!(
        names(&strategy, &plan),
        [
            "Cybersecurity Strategy (2021)",
            "National defence capability",
            "What answers the threats",
            "Where this is from"
        ]
    );
    let deck = Deck::new(&strategy, &plan, options(&strategy));
    let defence = &deck.steps[1];
    assert_eq!(defence.time, Some(Duration::from_secs(90)));
    assert_eq!(defence.note.as_deref(), Some("Begin with the reason."));
}

/// What is wrong with a plan, and what to do about it, without the source lines.
fn faults(text: &str) -> Vec<String> {
    let report = read_plan("talk.ron", text, &japan()).expect_err("it is wrong");
    let problems = report.problems.iter();
    let said = problems.map(|problem| match &problem.help {
        Some(help) => format!("{}; {help}", problem.message),
        None => problem.message.clone(),
    });
    said.collect()
}

#[test]
fn what_is_wrong_with_a_plan_is_said_at_once() {
    let text = r#"(format: 2, model: "uk-2022", steps: [
        (entry: "dxx"),
        (entry: "dx", step: Threats),
        (note: "What?"),
        (entry: "dx", minutes: "soon"),
    ])"#;
    assert_eq!(
        faults(text),
        [
            "this program reads plans of format 1",
            "this plan is one of the model `uk-2022`, and the model is `jp-2021`; name another model with -m, or mend `model`",
            "no entry has the id `dxx`; did you mean `dx`?",
            "a step shows an entry or a made step, not both; leave out `entry` or `step`",
            "a step needs the field `entry` or `step`; add `entry: \"...\"`, the id of what it shows",
            "`soon` cannot be planned; write minutes as `3`, or a time as `\"1m30s\"`",
        ]
    );
}

/// Slips of notation and words that there are not hide nothing behind them.
#[test]
fn what_a_plan_names_is_judged_beside_its_notation() {
    let text = r#"(format: 1, model: “jp-2021”, steps: [
        (step: Overvew),
        (entri: "dx"),
        (entry: "dxx", note: "Begin "here"."),
        (entry: "dx" minutes: "soon"),
    ])"#;
    assert_eq!(
        faults(text),
        [
            "a typographic quote stands around a text; write the straight quote `\"`",
            "there is no step `Overvew`; did you mean `Overview`?",
            "a step has no field `entri`; did you mean `entry`?",
            "no entry has the id `dxx`; did you mean `dx`?",
            "this quote ends the text too soon; write `\\\"` for a quote inside a text",
            "expected a comma, found `minutes`; add a comma at 5:21",
            "`soon` cannot be planned; write minutes as `3`, or a time as `\"1m30s\"`",
        ]
    );
}

#[test]
fn some_steps_alone_stand_between_title_and_sources() {
    let strategy = japan();
    let whole = TalkPlan::of(&strategy);
    let wanted = ["threats", "dx", "nisc-2015"].map(str::to_owned);
    let plan = whole.only(&strategy, &wanted).expect("all are known");
    assert_eq!(
        names(&strategy, &plan),
        [
            "Cybersecurity Strategy (2021)",
            "What answers the threats",
            "Digital transformation with cybersecurity",
            "NISC (2015 to 2025)",
            "Where this is from"
        ]
    );
    assert_eq!(
        whole.only(&strategy, &["foo".to_owned()]),
        Err("foo".to_owned())
    );
}

#[test]
fn what_does_not_fit_is_said() {
    let strategy = japan();
    let plan = TalkPlan::of(&strategy);
    let minutes = |minutes: u64| Duration::from_secs(minutes * 60);
    let fitted = plan.fit(&strategy, options(&strategy), minutes(10));
    let words = dropped_words(&fitted, minutes(10), true).expect("something is left out");
    assert!(words.starts_with("left out to fit 10:00: "), "{}", &*words);
    assert!(
        words.contains("points of Protection and resilience"),
        "{}",
        &*words
    );
    let fitted = plan.fit(&strategy, options(&strategy), minutes(30));
    assert_eq!(
        dropped_words(&fitted, minutes(30), true).as_deref(),
        Some("this is all: 20:00")
    );
    assert_eq!(
        dropped_words(&fitted, minutes(30), false).as_deref(),
        Some("these steps take 20:00 of 30:00"),
        "of some that were chosen"
    );
    let fitted = plan.fit(&strategy, options(&strategy), minutes(17));
    assert_eq!(
        dropped_words(&fitted, minutes(17), true).as_deref(),
        Some("nothing is left out to fit 17:00; each step takes 85 % of its time")
    );
    let fitted = plan.fit(&strategy, options(&strategy), minutes(6));
    let line = fitted_words(&fitted, minutes(6), true).unwrap_or_default();
    let said = line.starts_with("Fitted to 6:00: ") && line.ends_with(" % of its time");
    assert!(said && line.chars().count() < 78, "{}", &*line);
}

/// What goes keeps its place, hidden, so that the list of steps can bring it back.
fn shown(plan: &TalkPlan) -> impl Iterator<Item = &PlannedStep> {
    plan.steps.iter().filter(|step| !step.is_hidden)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_plan_is_made_to_fit_within_a_tenth(seconds in 300_u64..1200) {
        let strategy = japan();
        let target = Duration::from_secs(seconds);
        let fitted = TalkPlan::of(&strategy).fit(&strategy, options(&strategy), target);
        let sum: Duration = shown(&fitted.plan).filter_map(|step| step.time).sum();
        prop_assert!(sum.as_secs().abs_diff(seconds) * 10 <= seconds, "{sum:?} for {target:?}");
        let deck = Deck::new(&strategy, &fitted.plan, options(&strategy));
        let has = |key: Key| deck.steps.iter().any(|step| step.key == key);
        prop_assert!(has(Key::Title) && has(Key::Sources));
        // No pillar goes while another still has more than a point.
        let pillars = shown(&fitted.plan).filter(|step| matches!(&step.what, What::Entry(_)));
        let all = strategy.of_kind(model::Kind::Pillar).len();
        let is_thin = deck.steps.iter().all(|step| step.pillar.is_none() || step.points <= 1);
        prop_assert!(pillars.count() == all || is_thin);
    }
}
