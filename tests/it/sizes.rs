//! Every screen at every size: nothing panics, and nothing is drawn outside.

use std::sync::LazyLock;

use crate::support::stage::{JAPAN, Stage, env};
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use senryaku::effect::Effect;
use senryaku::env::Env;
use senryaku::model::load;
use senryaku::ui::glyph::Glyphs;

static ENV: LazyLock<Env> = LazyLock::new(|| env(JAPAN, (80, 24), "terminal"));

fn stage(width: u16, height: u16) -> Stage {
    let mut env = ENV.clone();
    env.size = (width, height).into();
    Stage::of(env, None)
}

const SIZES: &[(u16, u16)] = &[
    (0, 0),
    (1, 1),
    (2, 40),
    (200, 1),
    (1, 200),
    (200, 2),
    (7, 3),
    (20, 5),
    (50, 14),
    (59, 16),
    (60, 15),
    (60, 16),
    (80, 24),
    (109, 30),
    (110, 32),
    (160, 45),
    (300, 100),
];

#[test]
fn every_screen_draws_at_every_size() {
    let screens = [
        "",
        "<enter><enter>",
        "2<enter>",
        "3",
        "3z",
        "2z",
        "<enter>z",
        "4",
        "5",
        "6<enter>",
        "/",
        "/nisc",
        "/さいば",
        "/zzzz",
        "?",
        "?whole",
        "s",
        "i<enter>",
        "f",
        "p",
        "pi",
        "p]r<pgdn>",
        "p/nisc<enter>",
        "po",
        "ps",
        "pb",
        "p12<enter>c",
        "p13<enter>",
    ];
    for (width, height) in SIZES {
        for keys in screens {
            let mut stage = stage(*width, *height);
            stage.keys(keys);
            let buffer = stage.buffer();
            let _ = stage.app.cursor(buffer.area);
            assert_selection_is_in_sight(&mut stage, keys);
        }
        let mut stage = stage(*width, *height);
        let broken = JAPAN.replace("sources: [", "suorces: [");
        stage.app.reloaded(load("broken.ron", broken.into_bytes()));
        stage.keys("<down><pgdn><end>");
        stage.buffer();
    }
}

/// Screens with a list that has the focus: what Enter would do must be seen.
const LISTS: &[&str] = &[
    "", "3", "3z", "2z", "4", "5", "/nisc", "?", "?whole", "s", "f", "po", "ps",
];

fn assert_selection_is_in_sight(stage: &mut Stage, keys: &str) {
    let area = stage.buffer().area;
    let has_room = area.width >= 20 && area.height >= 10;
    if has_room && LISTS.contains(&keys) {
        stage.sees(Glyphs::BOX.pointer);
    }
}

#[test]
fn the_selected_row_stays_in_sight_when_the_window_shrinks() {
    for keys in LISTS {
        for (width, height) in SIZES
            .iter()
            .filter(|(width, height)| *width >= 20 && *height >= 10)
        {
            let mut stage = stage(160, 45);
            stage.keys(keys).keys(&"<down>".repeat(17));
            stage.event(&Event::Resize(*width, *height));
            assert_selection_is_in_sight(&mut stage, keys);
        }
    }
}

#[test]
fn the_end_of_the_problems_stays_in_sight_when_the_window_shrinks() {
    let mut stage = stage(50, 14);
    let broken = JAPAN.replace("sources: [", "suorces: [");
    stage.app.reloaded(load("broken.ron", broken.into_bytes()));
    stage.keys("<end>");
    stage.event(&Event::Resize(160, 45));
    stage.sees("suorces");
}

#[test]
fn the_status_is_in_sight_on_every_screen_that_has_room_for_it() {
    for (width, height) in [(50, 14), (80, 24), (110, 32), (160, 45)] {
        for keys in ["", "<enter>z", "3z", "/nisc", "?", "s", "6"] {
            let mut stage = stage(width, height);
            stage.keys(keys).sees("superseded 23 Dec 2025");
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Keys(&'static str),
    Resize(u16, u16),
    Mouse(MouseEventKind, u16, u16),
    Paste(String),
}

fn step() -> impl Strategy<Value = Step> {
    let keys = prop::sample::select(vec![
        "<up>", "<down>", "<left>", "<right>", "<enter>", "<esc>", "<tab>", "<s-tab>", "<bs>",
        "<home>", "<end>", "<pgup>", "<pgdn>", "<c-d>", "<c-u>", "<c-p>", "<c-l>", "<c-w>",
        "<del>", "<f1>", "1", "2", "3", "4", "5", "6", "7", "[", "]", "g", "G", "/", "n", "N", "f",
        "s", "y", "z", "i", "R", "?", ":", "q", "H", "L", "j", "k", "h", "l", "x", "ｊ", "さ", "p",
        "<f5>", "c", "C", "b", ".", "o", "r", "e", "3", "9", "国", "'", "!", " ",
    ]);
    let kinds = prop::sample::select(vec![
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::ScrollDown,
        MouseEventKind::ScrollUp,
        MouseEventKind::Moved,
    ]);
    prop_oneof![
        12 => keys.prop_map(Step::Keys),
        1 => (0u16..220, 0u16..80).prop_map(|(width, height)| Step::Resize(width, height)),
        2 => (kinds, 0u16..220, 0u16..80).prop_map(|(kind, x, y)| Step::Mouse(kind, x, y)),
        1 => ".{0,20}".prop_map(Step::Paste),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_keys_at_any_size_panics(
        size in (0u16..220, 0u16..80),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut stage = stage(size.0, size.1);
        for step in &steps {
            match step {
                Step::Keys(keys) => drop(stage.keys(keys)),
                Step::Resize(width, height) => stage.event(&Event::Resize(*width, *height)),
                Step::Mouse(kind, column, row) => stage.event(&Event::Mouse(MouseEvent {
                    kind: *kind,
                    column: *column,
                    row: *row,
                    modifiers: KeyModifiers::NONE,
                })),
                Step::Paste(text) => stage.event(&Event::Paste(text.clone())),
            }
            if stage.effects.pop() == Some(Effect::Reload) {
                stage.app.reload_failed("gone");
                stage.go_on();
            }
            let buffer = stage.buffer();
            let cursor = stage.app.cursor(buffer.area);
            prop_assert!(cursor.is_none_or(|cursor| buffer.area.contains(cursor)));
        }
    }
}
