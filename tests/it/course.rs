//! A course: pages and cards in turn, a checkpoint for each part, left and gone on with.

use std::sync::LazyLock;
use std::time::Duration;

use crate::support::models;
use crate::support::stage::{JAPAN, Stage, env};
use proptest::prelude::*;
use senryaku::app::Seat;
use senryaku::effect::Effect;
use senryaku::env::Env;
use senryaku::model::{Kind, Weight, load};
use senryaku::study::{Course, CoursePlace, Lesson, deck};

static ENV: LazyLock<Env> = LazyLock::new(|| env(JAPAN, (80, 24), "terminal"));

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(minutes * 60)
}

fn stage(time: Option<u64>, left: Option<&CoursePlace>) -> Stage {
    let mut stage = Stage::of(ENV.clone(), None);
    let seat = Seat {
        lines: Vec::new(),
        token: "test".to_owned(),
    };
    stage.app.course(seat, (time.map(minutes), false), left);
    stage
}

/// Where the course was left last.
fn kept(stage: &Stage) -> CoursePlace {
    let effects = stage.effects.iter().rev();
    let mut places = effects.filter_map(|effect| match effect {
        Effect::KeepCourse(place) => Some(place.clone()),
        _ => None,
    });
    places.next().expect("a place was kept")
}

#[test]
fn a_course_takes_the_time_asked_for_and_says_what_it_leaves_out() {
    let strategy = &ENV.strategy;
    let cards = deck(strategy);
    for time in [20, 30, 45, 60] {
        let course = Course::plan(strategy, &cards, minutes(time));
        let planned = course.planned().as_secs_f64() / 60.0;
        let wanted = f64::from(u32::try_from(time).unwrap());
        assert!(
            planned <= wanted && planned >= wanted * 0.9,
            "{time}: {planned}"
        );
        assert!(!course.left_out.is_empty());
        // Every pillar has its part and its checkpoint.
        let pillars = strategy.of_kind(Kind::Pillar);
        assert_eq!(course.parts.len(), pillars.len() + 1);
        for (part, pillar) in course.parts.iter().skip(1).zip(pillars) {
            assert_eq!(part.about, Some(*pillar));
            assert!(!part.check.is_empty(), "{time}");
            assert_eq!(part.blocks[0].read, Some(*pillar));
        }
        // A checkpoint asks only what was asked after a page.
        for part in &course.parts {
            let asked: Vec<usize> = part
                .blocks
                .iter()
                .flat_map(|block| block.cards.clone())
                .collect();
            assert!(part.check.iter().all(|at| asked.contains(at)));
        }
    }
    let long = Course::plan(strategy, &cards, minutes(60));
    let short = Course::plan(strategy, &cards, minutes(20));
    assert!(long.left_out.len() < short.left_out.len());
    let first = strategy.entry(short.left_out[0]).weight;
    let last = strategy.entry(*short.left_out.last().unwrap()).weight;
    assert!(first <= last && last <= Weight::Main);
}

#[test]
fn a_course_reads_then_asks_then_tells_how_the_checkpoint_went() {
    let mut stage = stage(Some(20), None);
    stage
        .sees("checkpoints")
        .sees("It leaves out")
        .keys("<enter>");
    stage.sees("part 1 of 9").sees("0 of 20 minutes");
    stage.sees("Read it, then go on");
    let mut told = 0;
    for _ in 0..400 {
        let screen = stage.screen();
        if screen.contains("The course is done.") {
            break;
        }
        if screen.contains("Checkpoint: ") {
            told += 1;
            stage.sees("Planned so far");
        }
        let is_card = ["choose", "reveal", "grade"].iter().any(|word| {
            screen
                .lines()
                .last()
                .is_some_and(|foot| foot.contains(word))
        });
        let key = if screen.contains("How well did you know it?") {
            "3"
        } else if is_card {
            "1"
        } else {
            "<enter>"
        };
        stage.keys(key);
        if stage.screen() == screen {
            stage.keys("<enter>");
        }
    }
    stage.sees("The course is done.").sees("It leaves out");
    assert_eq!(told, 9, "a checkpoint a part");
    stage.keys("<enter>").sees("1 Pillars");
    let records = stage.effects.iter();
    let answers = records.filter(|effect| matches!(effect, Effect::Record(_)));
    assert!(answers.count() > 20);
}

#[test]
fn a_course_that_was_left_goes_on_there() {
    let mut first = stage(Some(20), None);
    first.keys("<enter><enter>");
    first.sees("part 1 of 9");
    let before = first.screen();
    first.keys("<esc>").sees("1 Pillars");
    let left = kept(&first);
    assert!(left.at > 0);
    let mut again = stage(Some(20), Some(&left));
    again.sees("Go on where you left").keys("<enter>");
    assert_eq!(again.screen(), before);
    // Another length has nothing to go on with.
    stage(Some(60), Some(&left)).misses("Go on where you left");
    // Nor what is kept by a name that is gone: the same number is as near as can be.
    let gone = CoursePlace {
        name: "read nothing".to_owned(),
        ..left
    };
    let mut near = stage(Some(20), Some(&gone));
    near.keys("<enter>").sees("part 1 of 9");
}

#[test]
fn from_the_panes_a_key_offers_a_short_course_and_a_long_one() {
    let mut stage = Stage::of(ENV.clone(), None);
    stage.keys("c");
    assert_eq!(stage.effects.last(), Some(&Effect::Course));
    let seat = Seat::default();
    stage.app.course(seat, (None, false), None);
    stage.sees("20 minutes").sees("60 minutes");
    let short = stage.screen();
    stage.keys("<down>");
    assert_ne!(
        stage.screen(),
        short,
        "what the long one leaves out is less"
    );
    stage.keys("<esc>").sees("1 Pillars");
}

#[test]
fn a_card_put_aside_in_a_course_is_passed_over() {
    let mut stage = stage(Some(20), None);
    stage.keys("<enter>");
    for _ in 0..20 {
        if stage.screen().contains("x aside") {
            break;
        }
        stage.keys("<enter>");
    }
    stage.keys("xno<enter>").sees("part 1 of 9");
    assert!(
        stage
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Record(_)))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_course_of_any_model_takes_longer_than_was_asked_for(text in models::made_up(), time in 10u64..90) {
        let loaded = load("generated.ron", text.into_bytes());
        let loaded = loaded.map_err(|report| TestCaseError::fail(report.render(false, true)))?;
        let strategy = loaded.strategy;
        let cards = deck(&strategy);
        let course = Course::plan(&strategy, &cards, minutes(time));
        prop_assert!(course.planned() <= minutes(time));
        for lesson in course.lessons() {
            if matches!(lesson, Lesson::Ask(..) | Lesson::Check(_)) {
                prop_assert!(!course.cards(lesson).is_empty());
            }
        }
    }
}
