//! Study on the screen: keys in, cards and lines of the log out.

use std::sync::LazyLock;

use crate::support::stage::{JAPAN, Stage, env};
use crossterm::event::Event;
use proptest::prelude::*;
use senryaku::app::{Exam, Seat};
use senryaku::effect::Effect;
use senryaku::env::Env;
use senryaku::model::EntryId;
use senryaku::study::log::{Act, Line, Way};
use senryaku::study::{Grade, Plan, Wish};

static ENV: LazyLock<Env> = LazyLock::new(|| env(JAPAN, (80, 24), "terminal"));

fn exam(about: Vec<EntryId>, wish: Wish) -> Exam {
    Exam {
        about,
        plan: Plan {
            count: 6,
            seed: 5,
            wish,
            cram: false,
            original: false,
        },
        at_once: false,
        from_shell: false,
    }
}

fn seat(lines: Vec<Line>) -> Seat {
    Seat {
        lines,
        token: "test".to_owned(),
    }
}

fn stage((width, height): (u16, u16), about: &[&str], wish: Wish) -> Stage {
    let mut env = ENV.clone();
    env.size = (width, height).into();
    let mut stage = Stage::of(env, None);
    let about = about
        .iter()
        .map(|id| stage.strategy().find(id).expect("an entry"))
        .collect();
    stage.app.study(seat(Vec::new()), exam(about, wish));
    stage
}

/// The lines for the log so far.
fn lines(stage: &Stage) -> Vec<Line> {
    stage
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Record(line) => Some(line.clone()),
            _ => None,
        })
        .collect()
}

fn grades(stage: &Stage) -> Vec<Grade> {
    lines(stage)
        .iter()
        .filter_map(|line| match line.act {
            Act::Review { grade, .. } => Some(grade),
            _ => None,
        })
        .collect()
}

#[test]
fn the_model_is_not_read_again_under_open_cards() {
    let mut stage = stage((80, 24), &[], Wish::Choice);
    let before = stage.screen();
    stage.keys("1sR").sees("These cards are still open");
    assert!(!stage.effects.contains(&Effect::Reload));
    stage.keys("<esc>u");
    assert_eq!(stage.screen(), before);
}

#[test]
fn any_entry_of_the_panes_is_tested_and_escape_returns_to_it() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("2<down><down>");
    let before = stage.screen();
    let shown = stage.shown();
    stage.keys("t");
    let id = stage.strategy().find(&shown).unwrap();
    assert_eq!(stage.effects, [Effect::Study(id)]);
    stage.app.study(seat(Vec::new()), exam(vec![id], Wish::Any));
    stage.sees("Card 1 of");
    stage.keys("<esc>");
    assert_eq!(stage.screen(), before, "nothing was answered: no summary");
}

#[test]
fn a_choice_is_given_by_digit_or_by_arrows_and_recorded_at_once() {
    let mut stage = stage((80, 24), &[], Wish::Choice);
    stage.sees("Card 1 of ").misses("RIGHT.");
    stage.keys("2");
    assert_eq!(lines(&stage).len(), 1, "before going on");
    assert!(stage.screen().contains("RIGHT.") || stage.screen().contains("NOT THIS TIME."));
    stage.keys("3");
    assert_eq!(lines(&stage).len(), 1, "an answer is given once");
    stage.keys(" ").misses("RIGHT.");
    stage.keys("<down><enter>");
    assert_eq!(lines(&stage).len(), 2);
    assert!(lines(&stage).iter().all(|line| matches!(
        line.act,
        Act::Review {
            way: Way::Choice,
            ..
        }
    )));
}

#[test]
fn after_the_answer_the_entry_opens_and_escape_returns_to_the_card() {
    let mut stage = stage((80, 24), &["headquarters"], Wish::Choice);
    stage.keys("s");
    stage.sees("Answer first").keys("e");
    stage.sees("Answer first").keys("1");
    let card = stage.screen();
    stage.keys("e").sees("back to the card");
    assert_ne!(stage.screen(), card);
    stage.keys("<down><down><enter>").sees("back to the card");
    stage.keys("<esc>");
    assert_eq!(stage.screen(), card);
    stage.keys("s").sees("Sources of");
    stage.keys("<esc>");
    assert_eq!(stage.screen(), card);
    stage
        .keys("?answer back")
        .sees("Take the last answer back")
        .keys("<esc><esc>");
    assert_eq!(stage.screen(), card);
}

#[test]
fn what_is_recalled_is_revealed_then_graded() {
    let mut stage = stage((80, 24), &[], Wish::Recall);
    stage.sees("reveal").keys("4");
    assert!(lines(&stage).is_empty(), "no grade before the answer");
    stage.keys(" ").sees("How well did you know it?").keys("4");
    assert_eq!(grades(&stage), [Grade::Easy]);
    stage.sees("Card 2 of 6").keys("<right><right>");
    assert_eq!(grades(&stage), [Grade::Easy, Grade::Good]);
    stage.keys("<enter><up><enter>");
    assert_eq!(grades(&stage).last(), Some(&Grade::Hard));
}

#[test]
fn events_are_put_in_order_and_the_last_place_fills_itself() {
    let mut stage = stage((80, 24), &["e-apt10"], Wish::Choice);
    for _ in 0..40 {
        if stage.screen().contains("Put these events in order") {
            break;
        }
        stage.keys("1 ");
    }
    let given = lines(&stage).len();
    stage.sees("Choose the first.").keys("3");
    stage.sees("Choose the second.").keys("<bs>");
    stage.sees("Choose the first.").keys("31");
    stage.sees("Choose the third.").keys("2");
    assert_eq!(lines(&stage).len(), given + 1);
    let last = lines(&stage).pop().unwrap();
    assert!(matches!(
        last.act,
        Act::Review {
            way: Way::Order,
            ..
        }
    ));
}

#[test]
fn the_end_tells_how_it_went_and_leads_to_what_was_missed() {
    let mut stage = stage((80, 24), &[], Wish::Recall);
    stage.keys(" 3 1 3<esc>");
    stage.sees("3 cards: 2 you knew at once and 1 you do not know yet.");
    stage
        .sees("Worth another look")
        .sees("1 wrong")
        .sees("When they come back")
        .sees("tomorrow        1");
    stage.sees("A card is known for good when you knew it on two different days.");
    let summary = stage.screen();
    stage.keys("<enter>").sees("back to the card").keys("<esc>");
    assert_eq!(stage.screen(), summary);
    stage.keys(" ").sees("Card 4 of 6");
    stage.keys("<esc><esc>").sees("1 Pillars");
}

#[test]
fn after_the_last_card_more_may_be_asked() {
    let mut stage = stage((80, 24), &[], Wish::Recall);
    stage.keys(" 3 3 3 3 3 3").sees("How it went");
    stage.sees("6 cards: 6 you knew at once.").keys(" ");
    stage
        .sees("Card 1 of 6")
        .keys("u")
        .sees("nothing to take back");
}

#[test]
fn a_card_put_aside_is_not_asked_again_and_never_counts_as_an_answer() {
    let mut stage = stage((80, 24), &[], Wish::Recall);
    let first = stage.screen();
    stage.keys("x").sees("Put this card aside").sees("keep it");
    stage.keys("<f1>").misses("keep it").keys("<esc>");
    stage.sees("keep it");
    stage.keys("u<esc>");
    assert_eq!(stage.screen(), first, "Esc changes nothing");
    stage
        .keys("xtwo answers look right<enter>")
        .sees("Card 1 of 5");
    let put = lines(&stage);
    assert_eq!(put[0].act, Act::Aside("two answers look right".to_owned()));
    stage.keys("u").sees("Card 1 of 6");
    assert_eq!(stage.screen(), first, "u takes it back");
    assert_eq!(lines(&stage)[1].act, Act::Undo(put[0].id.clone()));
    stage.keys("x<enter>").keys(" 3<esc>");
    stage
        .sees("1 card: 1 you knew at once.")
        .sees("1 card put aside");
    let asides = lines(&stage);
    let key = asides[2].key.clone();
    let mut again = Stage::of(ENV.clone(), None);
    let mut all = exam(Vec::new(), Wish::Recall);
    all.plan.count = 1000;
    again.app.study(seat(asides.clone()), all);
    let ledger = senryaku::study::Ledger::new("jp-2021", &asides);
    assert!(ledger.aside(&key).is_some());
    let cards = senryaku::study::deck(again.strategy());
    let plan = Plan {
        count: 1000,
        seed: 1,
        wish: Wish::Any,
        cram: true,
        original: false,
    };
    let scope: Vec<usize> = (0..cards.len()).collect();
    let today = senryaku::study::Day::of(ENV.today);
    let picked = senryaku::study::pick(&cards, &scope, (&ledger, today), &plan);
    assert_eq!(
        picked.cards.len() + 1,
        cards.len(),
        "not even when cramming"
    );
    assert!(picked.cards.iter().all(|at| cards[*at].key != key));
}

#[test]
fn a_card_put_aside_after_its_answer_comes_back_with_that_answer() {
    let mut stage = stage((80, 24), &[], Wish::Choice);
    stage.keys("2");
    let answered = stage.screen();
    stage.keys("x<enter>").misses("your answer").keys("u");
    assert_eq!(stage.screen(), answered);
}

#[test]
fn the_box_stays_whole_on_small_screens() {
    for size in [(50, 14), (30, 10), (10, 4), (1, 1)] {
        let mut stage = stage(size, &[], Wish::Recall);
        stage.keys("xword<enter>").screen();
        assert_eq!(lines(&stage)[0].act, Act::Aside("word".to_owned()));
    }
}

#[test]
fn a_card_is_known_for_good_only_after_a_second_day() {
    let mut first = stage((80, 24), &[], Wish::Recall);
    first.keys(" 3<esc>").sees("known for good");
    let known = lines(&first);
    let mut ledger = senryaku::study::Ledger::new("jp-2021", &known);
    let cards = senryaku::study::deck(first.strategy());
    let today = known[0].day;
    let tally = |ledger: &senryaku::study::Ledger, day| {
        let whole = senryaku::study::Stats::of(&cards, ledger, day).whole;
        (whole.learned, whole.seen)
    };
    assert_eq!(tally(&ledger, today), (0, 1));
    let mut again = known[0].clone();
    again.id.number = 2;
    ledger.take(&again);
    assert_eq!(tally(&ledger, today), (0, 1), "twice on one day is one day");
    again.id.number = 3;
    again.day = today.plus(3);
    ledger.take(&again);
    assert_eq!(tally(&ledger, today.plus(3)), (1, 0));
}

#[test]
fn about_and_the_title_bar_tell_what_is_due() {
    let mut env = ENV.clone();
    env.size = (140, 45).into();
    let mut stage = Stage::of(env, None);
    stage.keys("1g").sees("test yourself").misses(" due");
    stage
        .app
        .study(seat(Vec::new()), exam(Vec::new(), Wish::Recall));
    stage.keys(" 3 3<esc><esc>");
    stage.sees("Cards: none due, the next");
    let due = Some(senryaku::study::Standing {
        due: 12,
        begun: true,
        next: None,
    });
    stage.app.set_cards(due);
    stage
        .sees("12 due ")
        .sees("Cards: 12 due, about 3 minutes.");
}

#[test]
fn undo_asks_the_card_again_and_says_so_in_the_log() {
    let mut stage = stage((80, 24), &[], Wish::Recall);
    let first = stage.screen();
    stage.keys("u").sees("nothing to take back");
    stage.keys(" 1").sees("Card 2 of 6").keys("u");
    assert_eq!(stage.screen(), first);
    let lines = lines(&stage);
    assert_eq!(lines[1].act, Act::Undo(lines[0].id.clone()));
}

#[test]
fn a_card_that_was_missed_comes_back_in_the_session() {
    let mut stage = stage((80, 24), &[], Wish::Recall);
    stage.keys(" 1 3 3 3 3");
    stage.sees("again").sees("Once more:");
}

#[test]
fn when_all_is_learned_the_screen_says_when_the_next_are_due() {
    let mut first = stage((80, 24), &["e-digital-agency"], Wish::Any);
    for _ in 0..40 {
        if first.screen().contains("How it went") {
            break;
        }
        first.keys(" 3 1234 ");
    }
    let known = lines(&first);
    let id = first.strategy().find("e-digital-agency").unwrap();
    let mut again = Stage::of(ENV.clone(), None);
    again
        .app
        .study(seat(known.clone()), exam(vec![id], Wish::Any));
    again
        .sees("Nothing is due here")
        .sees("The next cards are due");
    let mut at_once = exam(vec![id], Wish::Any);
    at_once.at_once = true;
    let mut cram = Stage::of(ENV.clone(), None);
    cram.app.study(seat(known), at_once);
    cram.sees("Nothing here is due").sees("Cram").keys("1");
    let recorded = lines(&cram);
    assert!(
        recorded
            .iter()
            .all(|line| matches!(line.act, Act::Review { cram: true, .. }))
    );
}

#[test]
fn testing_from_a_briefing_comes_back_to_the_step() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("p");
    let step = stage.screen();
    stage.keys("t");
    let Some(Effect::Study(id)) = stage.effects.last().cloned() else {
        panic!("no cards were asked for: {:?}", stage.effects);
    };
    stage.app.study(seat(Vec::new()), exam(vec![id], Wish::Any));
    stage.sees("Card 1 of").keys("<esc>");
    assert_eq!(stage.screen(), step);
}

/// Takes the first wrong option of the card in view.
fn miss(stage: &mut Stage) {
    for key in ["1", "2"] {
        stage.keys(key);
        if stage.screen().contains("NOT THIS TIME.") {
            return;
        }
        stage.keys("u");
    }
    panic!("two right options:\n{}", stage.screen());
}

#[test]
fn feedback_says_the_fact_and_what_the_chosen_option_really_is() {
    let mut stage = stage((80, 24), &["matsuno"], Wish::Choice);
    miss(&mut stage);
    stage
        .sees("your answer")
        .sees("the right answer")
        .sees("what you chose")
        .sees("[");
    let lines = stage.screen();
    let at = |text: &str| lines.lines().position(|line| line.contains(text));
    assert!(at("NOT THIS TIME.") < at("the right answer"));
    assert!(at("the right answer") < at("what you chose"));
    stage.keys("<enter>").misses("NOT THIS TIME.");
}

#[test]
fn on_a_small_screen_the_verdict_stands_first_and_the_question_last() {
    let mut stage = stage((50, 14), &[], Wish::Choice);
    for _ in 0..6 {
        stage.keys("2");
        let screen = stage.screen();
        let verdict = screen
            .lines()
            .position(|line| line.contains("RIGHT.") || line.contains("NOT THIS TIME."));
        assert_eq!(verdict, Some(2), "{screen}");
        assert!(screen.contains("Enter next"), "{screen}");
        let is_long = screen.contains('┃');
        assert_eq!(screen.contains("PgDn more"), is_long, "{screen}");
        stage.keys("<enter>");
    }
}

#[test]
fn no_card_of_the_built_in_model_loses_its_verdict_at_any_usual_size() {
    for size in [(50, 14), (80, 24), (160, 45)] {
        let mut stage = Stage::of(
            {
                let mut env = ENV.clone();
                env.size = size.into();
                env
            },
            None,
        );
        let mut all = exam(Vec::new(), Wish::Choice);
        all.plan.count = 600;
        stage.app.study(seat(Vec::new()), all);
        for _ in 0..150 {
            stage.keys("1");
            if stage.screen().contains("Choose the") {
                stage.keys("234");
            }
            let screen = stage.screen();
            assert!(
                screen.contains("RIGHT.") || screen.contains("NOT THIS TIME."),
                "{screen}"
            );
            stage.keys("<enter>");
        }
    }
}

#[test]
fn what_is_recalled_shows_what_the_model_says_before_the_grades() {
    let mut stage = stage((80, 24), &["proactive-defence"], Wish::Recall);
    stage.keys(" ").sees("How well did you know it?").sees("[");
    stage.keys("e").sees("back to the card").keys("<esc>");
    stage.sees("How well did you know it?");
}

#[test]
fn cards_asked_for_in_the_shell_end_in_the_shell() {
    let mut stage = Stage::of(ENV.clone(), None);
    let mut exam = exam(Vec::new(), Wish::Recall);
    exam.from_shell = true;
    stage.app.study(seat(Vec::new()), exam);
    stage.keys(" 3<esc>").sees("How it went");
    assert!(!stage.effects.contains(&Effect::Quit));
    stage.keys("<esc>");
    assert_eq!(stage.effects.last(), Some(&Effect::Quit));
}

fn key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "1", "2", "3", "4", " ", "<enter>", "<esc>", "<up>", "<down>", "u", "s", "y", "t", "q",
        "e", "<pgdn>", "<c-u>", "g", "G", "<bs>", "/", "?", "<left>", "p",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_keys_at_any_size_never_panic_and_never_record_an_answer_twice(
        keys in prop::collection::vec(key(), 0..40),
        width in 0u16..130,
        height in 0u16..40,
        recall in any::<bool>(),
    ) {
        let wish = if recall { Wish::Recall } else { Wish::Any };
        let mut stage = stage((width, height), &["dx"], wish);
        for (at, key) in keys.iter().enumerate() {
            stage.keys(key);
            stage.screen();
            if at == 20 {
                stage.event(&Event::Resize(height, width));
            }
        }
        let mut ids: Vec<_> = lines(&stage).iter().map(|line| line.id.to_string()).collect();
        let all = ids.len();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }
}
