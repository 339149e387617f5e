//! A meeting: keys and moments in, screen out. Time is told; nothing here waits.

use std::time::Duration;

use crate::support::stage::{JAPAN, Stage, env};
use crossterm::event::Event;
use senryaku::app::{App, Opening};
use senryaku::brief::{Deck, Flow, Line, parse_duration};
use senryaku::effect::Effect;
use senryaku::model::load;
use senryaku::screen::room_on;

/// A model without notes, minutes or a briefing list, as a beginner writes it.
const PLAIN: &str = r#"(
    format: 1, id: "xx-2030", title: "National Strategy", country: "Xanadu", status: InForce,
    pillars: [
        (id: "ports", name: "Safe harbours", summary: "Ships come home.",
         objectives: [(id: "lights", name: "A light on every cape"), (id: "pilots", name: "A pilot for every ship")]),
        (id: "roads", name: "Dry roads", objectives: [(id: "bridges", name: "A bridge over every river")]),
    ],
    actors: [(id: "board", name: "Harbour Board", role: Body, links: [(verb: ResponsibleFor, to: "ports")])],
)"#;

/// The same with the author's own order.
fn ordered() -> String {
    let list = r#"briefing: [(entry: "board", minutes: 2, note: "Say who they are."), (entry: "ports", minutes: 5)],"#;
    PLAIN.replacen("pillars: [", &format!("{list}\n    pillars: ["), 1)
}

fn opening() -> Opening {
    Opening::default()
}

fn meeting(model: &str, size: (u16, u16), opening: &Opening) -> Stage {
    let mut stage = Stage::of(env(model, size, "terminal"), None);
    stage.app.brief(opening);
    stage
}

fn japan(opening: &Opening) -> Stage {
    meeting(JAPAN, (80, 24), opening)
}

fn at(stage: &mut Stage, time: &str) {
    let time = if time == "0" {
        Duration::ZERO
    } else {
        parse_duration(time).unwrap()
    };
    stage.app.tick(time);
}

fn step(stage: &Stage) -> usize {
    stage.app.signal().expect("a briefing is open").step
}

/// The screen without its last row, which tells the time.
fn body(stage: &Stage) -> String {
    let screen = stage.screen();
    let (body, _) = screen.trim_end_matches('\n').rsplit_once('\n').unwrap();
    body.to_owned()
}

fn timed(minutes: u64) -> Opening {
    Opening {
        target: Some(Duration::from_secs(minutes * 60)),
        ..opening()
    }
}

#[test]
fn the_first_step_says_which_edition_it_is_and_that_it_was_superseded() {
    let mut stage = japan(&opening());
    stage
        .sees("Cybersecurity Strategy (2021)")
        .sees("Superseded on 23 Dec 2025 by Cybersecurity Strategy (2025)")
        .sees("サイバーセキュリティ戦略")
        .sees("Step 1 of 15")
        .sees("Next: The strategy at a glance");
}

#[test]
fn a_clicker_alone_goes_through_the_whole_deck_and_back_at_any_size_with_any_model() {
    for model in [JAPAN, PLAIN, &ordered()] {
        for size in [(80, 24), (200, 60), (50, 14), (20, 6)] {
            let mut stage = meeting(model, size, &opening());
            let steps = stage.app.signal().unwrap().steps;
            let first = body(&stage);
            let mut seen = 1;
            loop {
                let before = stage.app.kept();
                stage.keys("<pgdn>");
                if stage.app.kept() == before {
                    break;
                }
                seen += 1;
                assert!(seen < 400, "no end at {size:?}");
            }
            assert_eq!(step(&stage), steps);
            for _ in 1..seen {
                stage.keys("<pgup>");
            }
            assert_eq!(step(&stage), 1, "{size:?}");
            assert_eq!(body(&stage), first, "{size:?}");
            stage.keys(".");
            assert_eq!(stage.screen().trim(), "", "blank");
            stage.keys(".");
            assert_eq!(body(&stage), first);
            stage.keys("<esc>");
            assert!(stage.app.signal().is_none(), "Esc leaves");
            assert!(stage.effects.is_empty(), "and does not quit");
        }
    }
}

#[test]
fn a_plain_model_has_a_deck_of_its_own() {
    let mut stage = meeting(PLAIN, (80, 24), &opening());
    stage.sees("National Strategy").sees("In force");
    stage
        .keys("]")
        .sees("Safe harbours")
        .sees("1.1  A light on every cape");
    stage.sees("Responsible").sees("Harbour Board");
    stage.keys("]").sees("Dry roads");
}

#[test]
fn the_authors_own_order_goes_before_the_pillars() {
    let mut stage = meeting(&ordered(), (80, 24), &opening());
    stage
        .keys("<pgdn>")
        .sees("Actor: body")
        .sees("Harbour Board");
    stage.keys("i").sees("Say who they are.").sees("2 min");
    stage
        .keys("<pgdn>")
        .sees("Pillar 1 of 2")
        .sees("No note for this step.");
    assert_eq!(
        stage.app.signal().unwrap().target,
        Some(7 * 60 + 30),
        "title included"
    );
}

#[test]
fn any_entry_is_presented_from_the_panes() {
    let mut stage = Stage::japan(80, 24);
    stage
        .keys("1<down><down>p")
        .sees("Digital transformation with cybersecurity");
    assert_eq!(stage.app.signal().unwrap().place, "pillar 3 of 8");
    stage.keys("<esc>");
    assert_eq!(stage.shown(), "dx");
    stage
        .keys("/objective: plus<enter><f5>")
        .sees("Plus Security");
    assert_eq!(stage.app.signal().unwrap().place, "pillar 3 of 8");
    stage.keys("<esc>/headquarters<enter>p").sees("Actor: body");
    let steps = stage.app.signal().unwrap().steps;
    assert_eq!(steps, 16, "an actor gets a step of its own");
    stage.keys("<pgdn>");
    while stage.app.signal().unwrap().title.contains("Headquarters") {
        stage.keys("<pgdn>");
    }
    stage.sees("Who answers to whom");
}

#[test]
fn forward_lands_on_the_first_point_and_back_with_all_of_them() {
    let mut stage = japan(&Opening {
        by_points: true,
        ..opening()
    });
    stage
        .keys("]")
        .sees("1.1  Secured")
        .misses("1.2  Protecting")
        .sees("point 1 of");
    stage
        .keys("<pgdn>")
        .sees("1.2  Protecting")
        .misses("1.3  A new");
    stage
        .keys("<pgdn>")
        .sees("1.3  A new")
        .keys("<pgup>")
        .misses("1.3  A new");
    stage.keys("]").sees("2.1").misses("2.2");
    stage.keys("<pgup>");
    assert_eq!(step(&stage), 3);
    let signal = stage.app.signal().unwrap();
    assert!(signal.part.contains("screen 2 of 2"), "{}", signal.part);
    stage.sees("The items follow the headings");
    stage
        .keys("<pgup>")
        .sees("1.1  Secured")
        .sees("1.8  Fighting cyber crime");
}

#[test]
fn points_can_be_switched_at_any_time() {
    let mut stage = japan(&opening());
    stage.keys("]").sees("1.8  Fighting");
    stage.keys("r]").sees("2.1").misses("2.2");
    stage.keys("r").sees("2.2");
}

#[test]
fn a_detour_by_search_comes_back_to_the_step_and_the_point_with_the_clock_running() {
    let mut stage = japan(&Opening {
        by_points: true,
        ..timed(20)
    });
    stage.keys("<pgdn>]<pgdn><pgdn>");
    at(&mut stage, "1m");
    let before = stage.screen();
    stage.sees("1:00 of 20:00").sees("1.3  A new").misses("1.4");
    stage
        .keys("/nisc 2015")
        .sees("detour from step 3, 1:00 of 20:00");
    stage
        .keys("<enter>")
        .sees("NISC")
        .sees("detour from step 3");
    at(&mut stage, "90s");
    stage.sees("1:30 of 20:00");
    stage.keys("<down><down><enter>");
    stage.keys("<esc>");
    at(&mut stage, "1m");
    assert_eq!(stage.screen(), before, "the same step, point and all");
    at(&mut stage, "2m");
    stage.sees("2:00 of 20:00");
    for way in ["s<enter>", "<tab><tab><enter>", "e", "/cable<enter>"] {
        at(&mut stage, "1m");
        stage.keys(way);
        assert_ne!(stage.screen(), before, "{way}");
        stage.sees("detour from step 3");
        stage.keys("<esc>");
        assert_eq!(stage.screen(), before, "{way}");
    }
}

#[test]
fn backspace_comes_back_from_a_detour_too() {
    let mut stage = japan(&opening());
    stage.keys("]<pgdn>");
    let before = stage.screen();
    stage.keys("e").sees("detour").keys("<bs>");
    assert_eq!(stage.screen(), before);
    stage.keys("e<end><up><enter>").sees("detour");
    stage.keys("<bs>").sees("detour").keys("<bs>");
    assert_eq!(
        stage.screen(),
        before,
        "first along the trail, then back to the step"
    );
}

#[test]
fn sources_and_help_lie_over_the_step() {
    let mut stage = japan(&opening());
    stage
        .keys("]s")
        .sees("Sources of Protection and resilience")
        .sees("detour from step 3");
    stage.keys("<esc>").sees("Pillar 1 of 8");
    stage
        .keys("?")
        .sees("▌ Go to the next step or point")
        .keys("<esc>")
        .sees("Pillar 1 of 8");
    stage.keys("?next pillar<enter>").sees("Pillar 2 of 8");
    stage
        .keys("2<enter>s")
        .sees("Tab chooses an entry on this step; s then shows its sources");
    stage
        .keys("<tab>s")
        .sees("Sources of Socio-economic vitality");
}

#[test]
fn the_index_finds_steps_by_title_and_by_what_is_on_them() {
    let mut stage = japan(&opening());
    stage
        .keys("o")
        .sees("Steps of the briefing")
        .sees("Economic security");
    stage.keys("econ<enter>").sees("Pillar 8 of 8");
    stage.keys("oplus secur<enter>").sees("Pillar 3 of 8");
    stage.keys("ofree cybr<enter>").sees("Pillar 6 of 8");
    stage
        .keys("ozzzzz")
        .sees("No step has this")
        .keys("<esc>")
        .sees("Pillar 6 of 8");
}

#[test]
fn a_number_and_enter_go_to_a_step() {
    let mut stage = japan(&opening());
    stage
        .keys("1")
        .sees("Enter goes to step 1")
        .keys("1<enter>")
        .sees("Who answers to whom");
    stage.keys("９<enter>").sees("Pillar 7 of 8");
    stage
        .keys("99<enter>")
        .sees("There is no step 99; they go from 1 to 15");
    stage
        .keys("7<esc>")
        .sees("Pillar 7 of 8")
        .keys("<home>")
        .sees("Step 1 of 15");
    stage
        .keys("<end>")
        .sees("Where this is from")
        .keys("[")
        .sees("Pillar 8 of 8");
}

#[test]
fn the_pace_is_told_in_words_at_any_moment() {
    let mut stage = japan(&timed(24));
    stage.sees("0:00 of 24:00, starts when you go on");
    at(&mut stage, "10s");
    stage.keys("<pgdn>");
    at(&mut stage, "25s");
    stage.sees("0:15 of 24:00, step 2 of 15");
    stage.keys("]]");
    at(&mut stage, "190s");
    stage
        .sees("3:00 of 24:00, pillar 2 of 8")
        .sees("ahead of plan");
    at(&mut stage, "15m");
    stage
        .sees("14:50 of 24:00, pillar 2 of 8")
        .sees("over plan");
    stage.keys("c");
    at(&mut stage, "40m");
    stage.sees("14:50 of 24:00").sees("paused");
    stage.keys("C").sees("0:00 of 24:00");
    assert_eq!(stage.app.wake(), None, "a clock that stands wakes nobody");
    stage.keys("c");
    assert!(
        stage
            .app
            .wake()
            .is_some_and(|wait| wait <= Duration::from_secs(1))
    );
    stage.keys("b");
    assert_eq!(stage.app.wake(), None, "nor does one that is not in sight");
    stage.keys("b<esc>");
    assert_eq!(stage.app.wake(), None);
}

#[test]
fn a_planned_clock_starts_with_the_first_step_forward_from_anywhere() {
    for keys in ["<pgdn>", "]", "5<enter>", "<end>"] {
        let mut stage = japan(&timed(20));
        stage.keys("<pgup>").sees("This is the first step");
        assert!(!stage.app.signal().unwrap().started, "at rest");
        stage.keys(keys);
        assert!(stage.app.signal().unwrap().runs, "{keys}");
    }
    let mut next_day = japan(&Opening {
        at: None,
        kept: Some(senryaku::app::Kept {
            step: "=dx".into(),
            day: "2026-11-01".into(),
            ..japan(&timed(20)).app.kept().unwrap()
        }),
        ..opening()
    });
    next_day.keys("i").sees("starts when you go on");
    next_day.keys("<pgdn>");
    assert!(next_day.app.signal().unwrap().runs);
}

#[test]
fn a_pillar_keeps_its_points_on_one_screen_and_the_rest_on_the_next() {
    let mut stage = japan(&opening());
    // The second has no caveat and stands whole on one screen.
    for (first, last, next, is_whole) in [
        ("1.1", "1.8", "2.1", false),
        ("2.1", "2.6", "3.1", true),
        ("3.1", "3.7", "4.1", false),
        ("4.1", "4.6", "5.1", false),
        ("5.1", "5.6", "6.1", false),
        ("6.1", "6.7", "7.1", false),
        ("7.1", "7.4", "8.1", false),
        ("8.1", "8.3", "9.1", false),
    ] {
        stage.keys("]").sees(first).sees(last);
        if is_whole {
            stage.sees("Serves");
            continue;
        }
        stage.misses("Serves").keys("<pgdn>");
        stage.sees("Serves").misses(last).misses(next);
    }
}

#[test]
fn the_sources_step_lists_what_the_steps_cite_and_no_more() {
    let mut stage = japan(&opening());
    stage
        .keys("<end>")
        .sees("the 22 sources cited on these")
        .sees("article  Cyber Security Intelligence, 2021  (B1, B2 and so on)")
        .sees("screen 1 of 2");
    let strategy = env(JAPAN, (80, 24), "terminal").strategy;
    let deck = Deck::new(&strategy);
    let (sources, others) = deck.steps.split_last().unwrap();
    let listed = sources.entries();
    for cite in others
        .iter()
        .flat_map(|step| &step.blocks)
        .flat_map(|block| &block.cites)
    {
        assert!(listed.contains(&cite.source));
    }
    assert_eq!(listed.len(), 22);
}

#[test]
fn a_title_never_stands_alone_when_its_list_is_long() {
    let strategy = env(JAPAN, (80, 24), "terminal").strategy;
    let deck = Deck::new(&strategy);
    for size in [
        (80, 24),
        (90, 28),
        (110, 32),
        (130, 40),
        (160, 45),
        (200, 60),
    ] {
        let room = room_on(size.into());
        for step in &deck.steps {
            let flow = Flow::new(step, room.width, room.height);
            let lines: Vec<usize> = flow.screens.iter().map(|each| each.lines.len()).collect();
            let is_alone = lines.len() > 1 && lines[0] * 4 < usize::from(room.height);
            assert!(!is_alone, "{} at {size:?}: {lines:?}", step.title);
        }
    }
}

#[test]
fn what_came_after_tells_nothing_from_before_the_adoption() {
    let mut stage = japan(&opening());
    stage
        .keys("oafter<enter>")
        .sees("What came after")
        .sees("17 Mar 2022")
        .misses("Cabinet approval expected")
        .misses("Three-year life");
}

#[test]
fn a_part_alone_answers_to_nobody_unless_there_is_nothing_else() {
    let pair = r#"(id: "state", name: "Xanadu", role: State),
        (id: "fleet", name: "Fleet", role: Body, links: [(verb: PartOf, to: "state")]),"#;
    let alone = PLAIN.replacen("actors: [", &format!("actors: [{pair}"), 1);
    let mut stage = meeting(&alone, (80, 24), &opening());
    stage.keys("oanswers<enter>").sees("╰─ part  Fleet");
    let head = format!(
        r#"{pair} (id: "chief", name: "Chief", role: Office, links: [(verb: Heads, to: "board")]),"#
    );
    let both = PLAIN.replacen("actors: [", &format!("actors: [{head}"), 1);
    let mut stage = meeting(&both, (80, 24), &opening());
    stage
        .keys("oanswers<enter>")
        .sees("╰─ headed by  Chief")
        .misses("Fleet");
    stage.keys("oelse<enter>").sees("Xanadu").sees("Fleet");
}

#[test]
fn at_the_smallest_size_the_foot_says_whole_things_alone() {
    let mut stage = meeting(JAPAN, (20, 6), &timed(20));
    stage.keys("<pgdn>");
    at(&mut stage, "12m40s");
    stage.sees("1/15 2/").sees("· 12:40").misses("12:40 o");
    let mut stage = meeting(JAPAN, (50, 10), &timed(20));
    stage.keys("]");
    at(&mut stage, "12m40s");
    stage
        .sees("3/15 1/")
        .sees("12:40 of 20:00")
        .misses("Next: T");
    stage.keys("7").sees("Enter goes to step 7");
    let mut stage = meeting(JAPAN, (50, 14), &timed(20));
    stage
        .keys("11<enter>")
        .sees("0:00 of 20:00, 18:47 ahead of plan");
}

#[test]
fn without_a_time_there_is_no_clock_until_it_is_started() {
    let mut stage = meeting(PLAIN, (80, 24), &opening());
    stage.keys("<pgdn>").misses("0:00");
    stage.keys("c");
    at(&mut stage, "75s");
    stage.sees("1:15, step 2 of 5");
}

#[test]
fn a_briefing_that_was_left_goes_on_at_the_same_step_and_point() {
    let mut stage = japan(&Opening {
        by_points: true,
        ..timed(20)
    });
    stage.keys("<pgdn>]]<pgdn><pgdn>");
    at(&mut stage, "3m");
    let before = stage.screen();
    let kept = stage.app.kept().unwrap();
    assert_eq!(kept.step, "=value-chains");
    let mut next = japan(&Opening {
        kept: Some(kept.clone()),
        ..opening()
    });
    next.sees("Back at step 4, where you left; Home starts over");
    next.keys("cc").sees("3:00 of 20:00").sees("paused");
    let steps = |screen: &str| {
        screen
            .lines()
            .take(20)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(steps(&next.screen()), steps(&before));
    let tomorrow = Opening {
        kept: Some(senryaku::app::Kept {
            day: "2026-11-22".into(),
            ..kept.clone()
        }),
        ..opening()
    };
    let next_day = japan(&tomorrow);
    assert_eq!(
        (step(&next_day), next_day.app.signal().unwrap().elapsed),
        (4, 0)
    );
    let gone = senryaku::app::Kept {
        step: "=gone".into(),
        ..kept
    };
    let fresh = japan(&Opening {
        kept: Some(gone),
        ..opening()
    });
    assert_eq!(step(&fresh), 1, "an entry that is no longer there");
}

#[test]
fn leaving_by_accident_is_mended_by_one_key() {
    let mut stage = japan(&Opening {
        by_points: true,
        ..opening()
    });
    stage.keys("]]<pgdn>");
    let before = stage.screen();
    stage.keys("<esc>").sees("1 Pillars");
    assert_eq!(stage.shown(), "value-chains");
    stage.keys("<f5>");
    assert_eq!(stage.screen(), before);
}

#[test]
fn a_resize_keeps_the_point_in_view() {
    for by_points in [false, true] {
        let mut stage = japan(&Opening {
            by_points,
            ..opening()
        });
        stage.keys("]");
        for _ in 0..if by_points { 6 } else { 0 } {
            stage.keys("<pgdn>");
        }
        let (wanted, hidden) = if by_points {
            ("1.7", "1.8")
        } else {
            ("1.1", "999")
        };
        stage.sees(wanted).misses(hidden);
        let before = stage.screen();
        for size in [(50, 14), (20, 6), (200, 60), (30, 9), (79, 20)] {
            stage.event(&Event::Resize(size.0, size.1));
            let title = stage.screen().contains("Protection");
            assert!(
                stage.screen().contains(wanted) || (!by_points && title),
                "{size:?}:\n{}",
                stage.screen()
            );
            stage.misses(hidden);
        }
        stage.event(&Event::Resize(80, 24));
        assert_eq!(stage.screen(), before);
    }
}

#[test]
fn reading_the_model_again_keeps_the_step() {
    let mut stage = japan(&opening());
    stage.keys("]]]");
    stage.keys("R");
    assert_eq!(stage.effects, [Effect::Reload]);
    let changed = JAPAN.replacen(
        "Digital transformation with cybersecurity",
        "Another name",
        1,
    );
    stage.app.reloaded(load("model.ron", changed.into_bytes()));
    stage.sees("Another name").sees("Pillar 3 of 8");
}

#[test]
fn a_model_that_no_longer_loads_does_not_end_the_briefing() {
    let mut stage = japan(&timed(20));
    stage.keys("]]");
    at(&mut stage, "2m");
    stage.keys("R");
    stage.app.reloaded(load("model.ron", b"()".to_vec()));
    stage.sees("does not load").keys("<esc>");
    stage.sees("Pillar 2 of 8").sees("2:00 of 20:00");
}

#[test]
fn a_step_is_copied_with_its_place_in_the_strategy() {
    let mut stage = japan(&opening());
    stage.keys("y]y");
    let copied: Vec<&String> = stage
        .effects
        .iter()
        .map(|effect| match effect {
            Effect::Copy(text) => text,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(
        copied[0].contains("superseded 23 Dec 2025"),
        "{}",
        copied[0]
    );
    assert!(
        copied[1].contains("pillar 1; superseded by"),
        "{}",
        copied[1]
    );
}

#[test]
fn a_long_note_says_that_there_is_more_and_can_be_scrolled() {
    let mut stage = meeting(JAPAN, (50, 14), &opening());
    stage
        .keys("]i")
        .sees("Start with what has")
        .sees("more lines: Ctrl-D");
    for _ in 0..12 {
        stage.keys("<c-d>");
    }
    stage.sees("hacking back.").misses("more lines");
}

#[test]
fn the_signal_tells_the_second_screen_all_it_shows() {
    let mut stage = japan(&timed(20));
    stage.keys("<pgdn>]");
    let signal = stage.app.signal().unwrap();
    assert_eq!((signal.step, signal.steps), (3, 15));
    assert!(
        signal
            .note
            .starts_with("Start with what has to keep working")
    );
    assert_eq!(signal.next, "Trusted value chains and smaller firms");
    assert!(signal.runs && signal.strategy.contains("superseded"));
    assert_eq!(
        signal.pace(Duration::from_secs(600)),
        "10:00 of 20:00, pillar 1 of 8, 6:38 over plan"
    );
    stage.keys("e");
    assert_eq!(
        stage.app.signal().unwrap().detour,
        "Protection and resilience"
    );
}

#[test]
fn nothing_of_any_deck_is_lost_on_screens_of_many_sizes() {
    let letters = |text: &str| {
        text.chars()
            .filter(|each| !each.is_whitespace())
            .collect::<String>()
    };
    for model in [JAPAN, PLAIN, &ordered()] {
        let strategy = env(model, (80, 24), "terminal").strategy;
        let deck = Deck::new(&strategy);
        for size in [
            (20, 6),
            (24, 7),
            (33, 9),
            (50, 14),
            (80, 24),
            (110, 32),
            (200, 60),
        ] {
            let room = room_on(size.into());
            for step in &deck.steps {
                let flow = Flow::new(step, room.width, room.height);
                let mut shown = String::new();
                for screen in &flow.screens {
                    assert!(screen.lines.len() <= usize::from(room.height));
                    for line in &screen.lines {
                        if let Line::Row(row) = line {
                            let parts = flow.parts(row).unwrap();
                            shown += &letters(&(parts.label.to_owned() + parts.text + parts.aside));
                        }
                    }
                }
                let said: String = step
                    .blocks
                    .iter()
                    .map(|block| letters(&(block.label.clone() + &block.text + &block.aside)))
                    .collect();
                assert_eq!(shown, said, "{} at {size:?}", step.title);
            }
        }
    }
}

#[test]
fn what_the_flow_holds_is_what_the_screen_shows() {
    for size in [(20, 6), (50, 14), (80, 24), (200, 60)] {
        let mut stage = meeting(PLAIN, size, &opening());
        let mut shown = String::new();
        for _ in 0..80 {
            shown.push_str(&stage.screen());
            stage.keys("<pgdn>");
        }
        for word in [
            "harbours",
            "Ships",
            "light",
            "cape",
            "pilot",
            "Responsible",
            "Board",
            "bridge",
            "river",
        ] {
            assert!(shown.contains(word), "{word} at {size:?}");
        }
    }
}

#[test]
fn actors_stand_in_a_tree_even_when_they_go_in_circles() {
    let circle = PLAIN.replacen(
        "actors: [",
        r#"actors: [
        (id: "a", name: "Alpha", role: Body, links: [(verb: ReportsTo, to: "b")]),
        (id: "b", name: "Beta", role: Body, links: [(verb: ReportsTo, to: "a")]),
        (id: "c", name: "Gamma", role: Office, links: [(verb: Heads, to: "a"), (verb: SecretariatOf, to: "b")]),"#,
        1,
    );
    let mut stage = meeting(&circle, (80, 24), &opening());
    stage.keys("oanswers<enter>");
    stage
        .sees("Alpha")
        .sees("├─ headed by  Gamma")
        .sees("╰─ oversees  Beta")
        .sees("secretariat  Gamma");
}

#[test]
fn the_holders_of_an_office_stand_where_it_is_now() {
    let actors = r#"actors: [
        (id: "king", name: "King", role: Office, links: [(verb: Heads, to: "board")]),
        (id: "aide", name: "Aide", role: Office, links: [(verb: DeputyOf, to: "king", active: (to: "2025")), (verb: MemberOf, to: "board")]),
        (id: "ann", name: "Ann", role: Person, links: [(verb: HoldsOffice, to: "aide", active: (from: "2026", to: "2026"))]),"#;
    let mut stage = meeting(
        &PLAIN.replacen("actors: [", actors, 1),
        (80, 24),
        &opening(),
    );
    stage
        .keys("oanswers<enter>")
        .sees("│  ╰─ deputy  Aide  (until 2025)")
        .sees("╰─ member  Aide")
        .sees("   ╰─ held by  Ann  (2026)");
}

#[test]
fn a_second_screen_follows_and_says_when_there_is_nothing_to_follow() {
    use senryaku::app::Heard;
    let mut running = japan(&timed(20));
    running.keys("<pgdn>]");
    let signal = running.app.signal().unwrap();
    let at_rest = japan(&timed(20)).app.signal().unwrap();
    let mut stage = Stage::of(env(JAPAN, (80, 24), "terminal"), None);
    stage.app = App::follower(env(JAPAN, (80, 24), "terminal"));
    stage.sees("No briefing is running");
    stage.app.hear(Heard::Running(at_rest, Duration::ZERO));
    stage.sees("0:00 of 20:00, not started");
    stage
        .app
        .hear(Heard::Running(signal.clone(), Duration::from_secs(61)));
    stage
        .sees("Step 3 of 15")
        .sees("Protection and resilience")
        .sees("Start with what has");
    stage
        .sees("Next  Trusted value chains")
        .sees("1:01 of 20:00, pillar 1 of 8");
    stage.app.hear(Heard::Ended(signal.clone()));
    stage.sees("The briefing has ended").sees("step 3 of 15");
    stage.app.hear(Heard::Died(signal));
    stage.sees("The briefing is gone").sees("killed");
    stage.keys("q");
    assert_eq!(stage.effects, [Effect::Quit]);
    assert!(!stage.app.is_broken());
}
