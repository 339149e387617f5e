//! Keys that come before what they are meant for: nothing is lost, and nothing is taken for something else.

use crate::support::stage;
use crate::support::stage::{JAPAN, Stage};
use senryaku::config::Keymap;
use senryaku::effect::Effect;
use senryaku::model::load;

/// The model as it is read again.
fn read(stage: &mut Stage, model: &str) {
    stage
        .app
        .reloaded(load("model.ron", model.as_bytes().to_vec()));
    stage.go_on();
}

fn changed() -> String {
    JAPAN.replacen(
        "name: \"Protection and resilience\"",
        "name: \"Zanzibar\"",
        1,
    )
}

#[test]
fn what_is_typed_behind_a_choice_goes_where_the_choice_leads() {
    let mut slow = Stage::japan(80, 24);
    slow.keys("/submarine cable<enter>jj<enter>j");
    let mut quick = Stage::japan(80, 24);
    quick
        .hold_searches()
        .keys("/submarine cable<enter>jj<enter>j");
    quick.sees("submarine cable").misses("cablejj");
    assert_eq!(quick.let_search().screen(), slow.screen());
    assert_eq!(quick.shown(), slow.shown());
}

#[test]
fn a_search_typed_behind_a_choice_is_another_search() {
    let mut stage = Stage::japan(80, 24);
    stage
        .hold_searches()
        .keys("/submarine cable<enter>/nisc<enter>");
    stage.let_search();
    assert_eq!(
        stage.shown(),
        Stage::japan(80, 24).keys("/nisc<enter>").shown()
    );
}

#[test]
fn what_is_typed_while_the_model_is_read_again_is_meant_for_the_new_one() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("R/zanzibar<enter>").misses("zanzibar");
    read(&mut stage, &changed());
    stage.sees("Zanzibar").misses("Search");
    assert_eq!(stage.shown(), "resilience");
}

#[test]
fn a_model_that_does_not_load_takes_what_was_typed_all_the_same() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("R<esc>2");
    read(&mut stage, "()");
    stage.misses("does not load").sees("━ 2 Actors");
    stage.keys("R3");
    stage.app.reload_failed("cannot read `model.ron`");
    stage
        .sees("Error: cannot read")
        .go_on()
        .sees("━ 3 Timeline");
}

#[test]
fn how_far_the_reading_was_is_gone_with_it() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("R");
    stage.app.notify("Loading model.ron: 99%".into(), false);
    read(&mut stage, "()");
    stage.misses("Loading").sees("does not load");
}

#[test]
fn to_read_again_many_times_is_to_read_again_once_more() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("RRRRR2");
    assert_eq!(stage.effects, [Effect::Reload]);
    read(&mut stage, JAPAN);
    assert_eq!(stage.effects, [Effect::Reload, Effect::Reload]);
    stage.sees("━ 1 Pillars");
    read(&mut stage, JAPAN);
    assert_eq!(stage.effects.len(), 2);
    stage.sees("━ 2 Actors");
    // Behind other keys it may be a letter.
    stage.keys("R/RR");
    read(&mut stage, JAPAN);
    stage.sees("/ RR");
}

#[test]
fn interrupting_waits_for_nothing_but_a_letter_does() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("R/x<c-c>");
    assert_eq!(stage.effects, [Effect::Reload, Effect::QuitNow]);

    let mut env = stage::env(JAPAN, (80, 24), "terminal");
    let keys = r#"(explore: [(keys: ["Q"], action: "quit-now")])"#;
    env.keymap = Keymap::patched("keymap.ron", keys).unwrap();
    let mut stage = Stage::of(env.clone(), None);
    stage.keys("R/Q");
    assert_eq!(stage.effects, [Effect::Reload]);
    read(&mut stage, JAPAN);
    stage.sees("/ Q");
    let mut stage = Stage::of(env, None);
    stage.keys("RQ");
    assert_eq!(stage.effects, [Effect::Reload, Effect::QuitNow]);
}

#[test]
fn a_new_size_waits_for_nothing() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("R2");
    stage.event(&crossterm::event::Event::Resize(50, 14));
    assert_eq!(stage.screen().lines().count(), 14);
    stage.sees("━ 1 Pillars").misses("━ 2 Actors");
}

#[test]
fn a_search_that_cannot_start_holds_nothing_up() {
    let mut stage = Stage::japan(80, 24);
    stage.hold_searches().keys("/nisc<enter>x<esc>2");
    stage
        .app
        .search_failed("The search does not start: no threads");
    stage.sees("Error: The search does not start").go_on();
    stage.misses("Search").sees("━ 2 Actors");
}
