//! Views as of a day: what screens and cards on paper show and leave out.

use crate::support::stage::{JAPAN, env};
use senryaku::export::{Paper, card};
use senryaku::model::{AsOf, AsOfChoice, Strategy};

fn strategy() -> std::sync::Arc<Strategy> {
    env(JAPAN, (80, 24), "terminal").strategy
}

fn on(day: &str) -> AsOf {
    AsOf::On(day.parse().unwrap())
}

/// What `show` prints of an entry, on one line.
fn shown(id: &str, as_of: AsOf) -> String {
    let strategy = strategy();
    let paper = Paper {
        cells: 80,
        styled: false,
        rows_unbroken: false,
    };
    let text = card::print(&strategy, strategy.find(id).unwrap(), as_of, paper);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_day_of_adoption_names_the_head_through_his_office_and_no_other_holder() {
    let text = shown("headquarters", on("2021-09-28"));
    assert!(text.contains("Chief Cabinet Secretary: Katsunobu Kato (chief-cabinet-secretary)"));
    for other in ["Prime Minister", "Hirokazu Matsuno", "Yoshihide Suga"] {
        assert!(!text.contains(&format!("headed by {other}")), "{text}");
    }
    assert!(!text.contains("Matsuno"), "{text}");
}

#[test]
fn the_day_of_the_hand_over_names_the_one_who_came() {
    let text = shown("headquarters", on("2025-07-01"));
    assert!(
        text.contains("headed by Prime Minister: Shigeru Ishiba"),
        "{text}"
    );
    assert!(!text.contains("Chief Cabinet Secretary:"), "{text}");
    assert!(text.contains("of other times left out"), "{text}");
}

#[test]
fn all_times_name_every_head_with_dates_and_the_current_one_first() {
    let text = shown("headquarters", AsOf::All);
    let now = text.find("headed by Prime Minister (prime-minister), since 1 Jul 2025");
    let before =
        text.find("Chief Cabinet Secretary (chief-cabinet-secretary), 9 Jan 2015 to 30 Jun 2025");
    assert!(now.is_some() && now < before, "{text}");
}

#[test]
fn what_a_day_leaves_out_says_so() {
    assert!(shown("nco", on("2021-09-28")).contains("Not in being on 28 Sep 2021"));
    assert!(shown("nco", on("2024")).contains("Not in being in 2024"));
    assert!(!shown("nco", AsOf::All).contains("Not in being"));
    let strategy = strategy();
    let today = "2026-11-26".parse().unwrap();
    let adopted = AsOfChoice::Adopted.resolve(&strategy.meta, today);
    assert_eq!(adopted, Ok(on("2021-09-28")));
}
