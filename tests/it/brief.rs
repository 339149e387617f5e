//! A meeting: keys and moments in, screen out. Time is told; nothing here waits.

use std::time::Duration;

use crate::support::stage::{JAPAN, Stage, env};
use crossterm::event::Event;
use senryaku::app::{App, Opening};
use senryaku::brief::{BlockRole, Deck, DeckOptions, TalkPlan, parse_duration, slides};
use senryaku::effect::Effect;
use senryaku::export::deck;
use senryaku::model::load;
use senryaku::screen::setting_for;

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
    stage.app.presenter().expect("a briefing is open").step
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
        .sees("Cybersecurity Strategy (2021)    as of 28 Sep 2021  superseded Dec 2025")
        .sees("Adopted by the Cabinet on 28 September 2021")
        .sees("Replaced on 23 December 2025 by Cybersecurity Strategy (2025)")
        .sees("サイバーセキュリティ戦略    Sai")
        .sees("as known on 26 November 2026")
        .sees("starts when you go on");
}

#[test]
fn a_clicker_alone_goes_through_the_whole_deck_and_back_at_any_size_with_any_model() {
    for model in [JAPAN, PLAIN, &ordered()] {
        for size in [(80, 24), (200, 60), (50, 14), (20, 6)] {
            let mut stage = meeting(model, size, &opening());
            let steps = stage.app.presenter().unwrap().steps;
            let first = body(&stage);
            let mut seen = 1;
            loop {
                let before = stage.app.saved();
                stage.keys("<pgdn>");
                if stage.app.saved() == before {
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
            stage.keys("<esc><esc>");
            assert!(stage.app.presenter().is_none(), "Esc leaves");
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
        .sees("1.1  A light on every cape")
        .misses("Harbour Board");
    stage.keys("v").sees("Duty of").sees("Harbour Board");
    stage.keys("v]").sees("Dry roads");
}

#[test]
fn the_authors_own_order_goes_before_the_pillars() {
    let mut stage = meeting(&ordered(), (80, 24), &opening());
    stage.keys("<pgdn>").sees("Harbour Board");
    stage
        .keys("i")
        .sees("Say who they are.")
        .sees("next: Safe harbours");
    stage.keys("<pgdn>").sees("no note for this step");
    stage.keys("i").sees("Safe harbours").misses("no note");
    assert_eq!(
        stage.app.presenter().unwrap().target,
        Some(7 * 60 + 30),
        "title included"
    );
}

#[test]
fn any_entry_is_presented_from_the_panes() {
    let number = |stage: &Stage| stage.app.presenter().unwrap().number;
    let mut stage = Stage::japan(80, 24);
    stage
        .keys("1<down><down>p")
        .sees("Digital transformation with cybersecurity");
    assert_eq!(number(&stage), "3");
    stage.keys("<esc><esc>");
    assert_eq!(stage.shown(), "dx");
    stage
        .keys("/objective: plus<enter><f5>")
        .sees("Plus Security");
    assert_eq!(number(&stage), "3");
    stage
        .keys("q/headquarters<enter>p")
        .sees("Cybersecurity Strategic Headquarters");
    let steps = stage.app.presenter().unwrap().steps;
    assert_eq!(steps, 16, "an actor gets a step of its own");
    stage.keys("<pgdn>");
    while stage
        .app
        .presenter()
        .unwrap()
        .title
        .contains("Headquarters")
    {
        stage.keys("<pgdn>");
    }
    stage.sees("Who answered to whom");
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
        .sees("point 1 of 8");
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
    stage.sees("1.1  Secured").sees("1.8  Fighting cyber crime");
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
        .sees("from step 3, point 3, 1:00 of 20:00");
    stage
        .keys("<enter>")
        .sees("NISC")
        .sees("from step 3, point 3");
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
        stage.sees("from step 3, point 3");
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
    stage.keys("<esc>").sees("1    Protection and resilience");
    stage
        .keys("?")
        .sees("▌ Right     next step or point")
        .keys("<esc>")
        .sees("1    Protection and resilience");
    stage
        .keys("?next pillar<enter>")
        .sees("2    Trusted value chains");
    stage
        .keys("2<enter>s")
        .sees("Tab chooses an entry on this step; s then shows its sources");
    stage
        .keys("<tab>ss")
        .sees("Sources of Socio-economic vitality");
}

#[test]
fn the_index_finds_steps_by_title_and_by_what_is_on_them() {
    let mut stage = japan(&opening());
    stage
        .keys("o")
        .sees("Steps of the briefing")
        .sees("Economic security");
    stage.keys("econ<enter>").sees("8    Economic security");
    stage
        .keys("oplus secur<enter>")
        .sees("3    Digital transformation");
    stage.keys("ofree cybr<enter>").sees("6    Free cyberspace");
    stage
        .keys("ozzzzz")
        .sees("No step has this")
        .keys("<esc>")
        .sees("6    Free cyberspace");
}

#[test]
fn a_number_and_enter_go_to_a_step() {
    let mut stage = japan(&opening());
    stage
        .keys("1")
        .sees("Enter goes to step 1")
        .keys("2<enter>")
        .sees("Who answered to whom");
    stage.keys("９<enter>").sees("7    Deterrence through");
    stage
        .keys("99<enter>")
        .sees("There is no step 99; they go from 1 to 15");
    stage
        .keys("7<esc>")
        .sees("7    Deterrence through")
        .keys("<home>")
        .sees("Adopted by the Cabinet");
    stage
        .keys("<end>")
        .sees("Where this is from")
        .keys("[")
        .sees("8    Economic security");
}

#[test]
fn backspace_returns_from_every_jump() {
    let mut stage = japan(&opening());
    stage.keys("<pgdn><pgdn>");
    let before = stage.screen();
    for jump in ["9<enter>", "]", "<end>", "<home>", "oecon<enter>"] {
        stage.keys(jump);
        assert_ne!(stage.screen(), before, "{jump}");
        stage.keys("<bs>");
        assert_eq!(stage.screen(), before, "{jump}");
    }
    stage.keys("]]]<bs><bs><bs>");
    assert_eq!(stage.screen(), before, "one after another");
    stage.keys("<bs>").sees("There is no jump to return from");
}

#[test]
fn escape_leaves_only_when_it_is_pressed_twice_and_q_at_once() {
    let mut stage = japan(&opening());
    stage.keys("]");
    let before = body(&stage);
    stage
        .keys("<esc>")
        .sees("Esc again within 2 seconds leaves")
        .sees("any other key stays");
    assert!(stage.app.wake().is_some(), "the words go by themselves");
    at(&mut stage, "2s");
    assert_eq!(body(&stage), before);
    stage.misses("Esc again");
    stage.keys("<esc>").sees("Esc again");
    stage
        .keys("<pgdn>")
        .misses("Esc again")
        .sees("2    Trusted");
    stage.keys("<esc><pgup><esc>").sees("Esc again");
    stage.keys("<esc>").sees("Left at step 3; p returns to it");
    stage.keys("p").sees("1    Protection");
    stage.keys("q").sees("Left at step 3; p returns to it");
    assert!(stage.effects.is_empty(), "the program goes on");
}

#[test]
fn what_is_left_out_of_a_slide_is_one_key_away() {
    let mut stage = japan(&opening());
    stage
        .keys("6<enter>v")
        .sees("Left out of Data protection")
        .sees("Serves")
        .sees("Against")
        .sees("Caveats")
        .sees("Sources");
    stage.keys("v").misses("Left out of").sees("4.1");
    stage.keys("v<enter>").sees("detour from step 6");
    stage
        .keys("<esc>")
        .sees("Left out of")
        .keys("<esc>")
        .sees("4.1");
    let mut plain = meeting(PLAIN, (80, 24), &opening());
    plain.keys("v").sees("Nothing is left out of this step");
}

#[test]
fn no_step_shows_the_marker_of_a_source_unless_it_is_asked_for() {
    let marker = |screen: &str| {
        let lines = screen.lines();
        lines.map(str::trim_end).any(|line| line.ends_with(']'))
    };
    let mut stage = japan(&opening());
    for _ in 0..20 {
        assert!(!marker(&stage.screen()), "{}", stage.screen());
        stage.keys("<pgdn>");
    }
    let cites = Opening {
        cites: true,
        ..opening()
    };
    let mut stage = japan(&cites);
    stage
        .keys("3<enter>")
        .sees("1.8  Fighting cyber crime  [B1");
}

#[test]
fn the_built_in_deck_fits_a_small_screen_and_few_presses() {
    let mut stage = japan(&Opening {
        by_points: true,
        ..opening()
    });
    let mut presses = 0;
    loop {
        let before = stage.app.saved();
        stage.keys("<pgdn>");
        if stage.app.saved() == before {
            break;
        }
        presses += 1;
    }
    assert!(presses <= 60, "{presses} presses");
    let strategy = env(JAPAN, (80, 24), "terminal").strategy;
    let setting = setting_for((80, 24).into());
    for step in &Deck::of(&strategy, "2026-11-23".parse().unwrap()).steps {
        let is_picture = step.name == "Who answered to whom";
        assert!(
            is_picture || slides(step, setting).len() == 1,
            "{}",
            step.name
        );
    }
}

#[test]
fn words_fill_no_more_than_six_cells_in_ten() {
    let mut stage = japan(&opening());
    for _ in 0..16 {
        let screen = stage.screen();
        let body: Vec<&str> = screen.lines().skip(1).take(21).collect();
        let filled: usize = body
            .iter()
            .map(|line| line.chars().filter(|each| !each.is_whitespace()).count())
            .sum();
        assert!(filled * 10 <= 80 * 21 * 6, "{filled}:\n{screen}");
        stage.keys("<pgdn>");
    }
}

#[test]
fn the_pace_is_told_in_words_at_any_moment() {
    let mut stage = japan(&timed(24));
    stage.sees("0:00 of 24:00, starts when you go on");
    at(&mut stage, "10s");
    stage.keys("<pgdn>");
    at(&mut stage, "25s");
    stage.sees("0:15 of 24:00, ");
    stage.keys("]]");
    at(&mut stage, "70s");
    stage.sees("1:00 of 24:00, ").sees(" ahead");
    at(&mut stage, "15m");
    stage.sees("14:50 of 24:00, ").sees(" behind");
    stage.keys("c");
    at(&mut stage, "40m");
    stage.sees("14:50 of 24:00, paused");
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
    let kept = Some(Duration::from_secs(3));
    assert_eq!(stage.app.wake(), kept, "out of sight it is only kept");
    stage.keys("bq");
    assert_eq!(stage.app.wake(), None);
}

#[test]
fn past_the_target_it_is_never_on_plan() {
    let mut stage = japan(&timed(20));
    stage.keys("<end>");
    at(&mut stage, "21m40s");
    stage.sees("21:40 of 20:00, OVER by 1:40");
}

#[test]
fn the_plan_counts_from_the_step_one_began_at() {
    let mut stage = japan(&timed(20));
    stage.keys("10<enter>");
    at(&mut stage, "20s");
    stage.sees("0:20 of 20:00, on plan");
}

#[test]
fn a_planned_clock_starts_with_the_first_step_forward_from_anywhere() {
    for keys in ["<pgdn>", "]", "5<enter>", "<end>"] {
        let mut stage = japan(&timed(20));
        stage.keys("<pgup>").sees("This is the first step");
        assert!(!stage.app.presenter().unwrap().started, "at rest");
        stage.keys(keys);
        assert!(stage.app.presenter().unwrap().runs, "{keys}");
    }
    let mut next_day = japan(&Opening {
        at: None,
        saved: Some(senryaku::app::SavedBriefing {
            step: "=dx".into(),
            day: "2026-11-01".into(),
            ..japan(&timed(20)).app.saved().unwrap()
        }),
        ..opening()
    });
    next_day.keys("ii").sees("starts when you go on");
    next_day.keys("<pgdn>");
    assert!(next_day.app.presenter().unwrap().runs);
}

#[test]
fn the_sources_step_lists_what_the_steps_rest_on() {
    let mut stage = japan(&opening());
    stage
        .keys("<end>")
        .sees("times cited here")
        .sees("Primary")
        .sees("Secondary")
        .sees("article  Cyber Security Intelligence, 2021")
        .sees("more cited on these screens; ");
    stage.keys("v").sees("https://");
    let strategy = env(JAPAN, (80, 24), "terminal").strategy;
    let deck = Deck::of(&strategy, "2026-11-23".parse().unwrap());
    let (sources, others) = deck.steps.split_last().unwrap();
    let listed = sources.entries();
    for id in others.iter().flat_map(senryaku::brief::Step::entries) {
        for cite in strategy.entry(id).all_cites() {
            assert!(listed.contains(&cite.source));
        }
    }
}

#[test]
fn what_came_after_tells_nothing_from_before_the_adoption() {
    let mut stage = japan(&opening());
    stage
        .keys("oafter<enter>")
        .sees("What came after")
        .sees("Replaced on 23 December 2025")
        .misses("Cabinet approval expected")
        .misses("Three-year life");
    stage.keys("v").sees("17 Mar 2022");
}

#[test]
fn at_the_smallest_size_the_foot_says_whole_things_alone() {
    let mut stage = meeting(JAPAN, (20, 6), &timed(20));
    stage.keys("<pgdn>");
    at(&mut stage, "12m40s");
    stage.sees("12:40 of 20:00");
    let mut stage = meeting(JAPAN, (50, 10), &timed(20));
    stage.keys("]");
    at(&mut stage, "12m40s");
    stage.sees("12:40 of 20:00, 10:27 behind").sees("/ search");
    stage.keys("7").sees("Enter goes to step 7");
}

#[test]
fn without_a_time_there_is_no_clock_until_it_is_started() {
    let mut stage = meeting(PLAIN, (80, 24), &opening());
    stage.keys("<pgdn>").misses("0:00").sees("step 2 of 5");
    stage.keys("c");
    at(&mut stage, "75s");
    stage.sees("1:15");
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
    let kept = stage.app.saved().unwrap();
    assert_eq!(kept.step, "=value-chains");
    let mut next = japan(&Opening {
        saved: Some(kept.clone()),
        ..opening()
    });
    next.sees("Back at step 4, point 3, where you left; Home starts over");
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
        saved: Some(senryaku::app::SavedBriefing {
            day: "2026-11-22".into(),
            ..kept.clone()
        }),
        ..opening()
    };
    let next_day = japan(&tomorrow);
    assert_eq!(
        (step(&next_day), next_day.app.presenter().unwrap().elapsed),
        (4, 0)
    );
    let gone = senryaku::app::SavedBriefing {
        step: "=gone".into(),
        ..kept
    };
    let fresh = japan(&Opening {
        saved: Some(gone),
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
    stage.keys("<esc><esc>").sees("1 Pillars");
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
    stage.sees("3    Another name");
}

#[test]
fn a_model_that_no_longer_loads_does_not_end_the_briefing() {
    let mut stage = japan(&timed(20));
    stage.keys("]]");
    at(&mut stage, "2m");
    stage.keys("R");
    stage.app.reloaded(load("model.ron", b"()".to_vec()));
    stage.sees("does not load").keys("<esc>");
    stage.sees("2    Trusted value").sees("2:00 of 20:00");
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
fn a_long_note_can_be_scrolled() {
    let mut stage = meeting(JAPAN, (50, 14), &opening());
    stage
        .keys("]i")
        .sees("Start with what has")
        .misses("not hacking back.");
    for _ in 0..12 {
        stage.keys("<c-d>");
    }
    stage.sees("not hacking back.");
}

#[test]
fn the_speakers_side_is_told_all_it_shows() {
    let mut stage = japan(&timed(20));
    stage.keys("<pgdn>]");
    let told = stage.app.presenter().unwrap();
    assert_eq!((told.step, told.steps), (3, 15));
    assert!(told.note.starts_with("Start with what has to keep working"));
    assert_eq!(told.next, "Trusted value chains and smaller firms");
    assert_eq!(told.points.len(), 8);
    assert!(told.next_text.starts_with("Products, services"));
    assert!(told.runs && told.status.contains("superseded"));
    assert!(
        told.sentence(Duration::from_secs(600))
            .starts_with("10:00 of 20:00, ")
    );
    stage.keys("e");
    assert_eq!(
        stage.app.presenter().unwrap().detour,
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
        let deck = Deck::of(&strategy, "2026-11-23".parse().unwrap());
        for size in [
            (20, 6),
            (24, 7),
            (33, 9),
            (50, 14),
            (80, 24),
            (110, 32),
            (200, 60),
        ] {
            let setting = setting_for(size.into());
            for step in deck.steps.iter().filter(|step| step.entry().is_some()) {
                let screens = slides(step, setting);
                let mut shown = String::new();
                let runs = screens.iter().enumerate();
                let runs =
                    runs.flat_map(|(nth, screen)| screen.runs.iter().map(move |run| (nth, run)));
                for (nth, run) in runs {
                    assert!(run.y < setting.height, "{} at {size:?}", step.name);
                    // Further screens repeat the title.
                    if run.block.is_some() && (nth == 0 || run.block != Some(0)) {
                        shown += &letters(&run.text);
                    }
                }
                for (at, block) in step.blocks.iter().enumerate() {
                    let is_behind = screens.iter().any(|screen| {
                        let is_lead = block.role == BlockRole::Lead;
                        screen.dropped.contains(&at) || screen.is_shortened && is_lead
                    });
                    let said = letters(&block.text);
                    assert!(
                        is_behind || shown.contains(&said),
                        "{} at {size:?}: {said}\n{shown}",
                        step.name
                    );
                }
            }
        }
    }
}

#[test]
fn what_the_slides_hold_is_what_the_screen_shows() {
    for size in [(20, 6), (50, 14), (80, 24), (200, 60)] {
        let mut stage = meeting(PLAIN, size, &opening());
        let mut shown = String::new();
        for _ in 0..80 {
            shown.push_str(&stage.screen());
            stage.keys("<pgdn>");
        }
        for word in [
            "harbours", "Ships", "light", "cape", "pilot", "bridge", "river",
        ] {
            assert!(shown.contains(word), "{word} at {size:?}");
        }
    }
}

#[test]
fn a_second_screen_follows_and_says_when_there_is_nothing_to_follow() {
    use senryaku::app::FollowState;
    let mut running = japan(&timed(20));
    running.keys("<pgdn>]");
    let signal = running.app.presenter().unwrap();
    let at_rest = japan(&timed(20)).app.presenter().unwrap();
    let mut stage = Stage::of(env(JAPAN, (80, 24), "terminal"), None);
    stage.app = App::follower(env(JAPAN, (80, 24), "terminal"));
    stage.sees("No briefing is running");
    stage
        .app
        .hear(FollowState::Running(Box::new(at_rest), Duration::ZERO));
    stage.sees("of 20:00").sees("not started");
    stage.app.hear(FollowState::Running(
        Box::new(signal.clone()),
        Duration::from_secs(61),
    ));
    stage
        .sees("step 3 of 15")
        .sees("Protection and resilience")
        .sees("Start with what has");
    stage.sees("next: Trusted value chains").sees("1:01 of");
    stage.app.hear(FollowState::Ended(Box::new(signal.clone())));
    stage.sees("The briefing has ended").sees("step 3 of 15");
    stage.app.hear(FollowState::Died(Box::new(signal)));
    stage.sees("The briefing is gone").sees("killed");
    stage.keys("q");
    assert_eq!(stage.effects, [Effect::Quit]);
    assert!(!stage.app.is_broken());
}

#[test]
fn a_model_lays_out_made_steps_hidden_ones_and_times() {
    let list = r#"briefing: [(entry: "roads", minutes: "1m30s"), (step: Actors, minutes: 2, note: "Who they are."),
        (entry: "ports", hide: true), (step: Pillars)],"#;
    let model = PLAIN.replacen("pillars: [", &format!("{list}\n    pillars: ["), 1);
    let mut stage = meeting(&model, (80, 24), &opening());
    assert_eq!(stage.app.presenter().unwrap().steps, 4, "with the title");
    stage.keys("<pgdn>").sees("2    Dry roads");
    let told = stage.app.presenter().unwrap();
    assert_eq!(told.window, Some((30, 120)));
    stage.keys("<pgdn>").sees("Who answers to whom");
    assert_eq!(stage.app.presenter().unwrap().note, "Who they are.");
    stage.keys("<pgdn>").sees("Two pillars");
}

#[test]
fn a_step_that_shows_nothing_or_two_things_is_told() {
    for (step, wanted) in [
        (r#"(step: Title, entry: "ports")"#, "not both"),
        ("(minutes: 2)", "needs the field `entry`"),
        ("(step: Titel)", "there is no step `Titel`"),
        (
            r#"(step: Title, minutes: "soon")"#,
            "`soon` cannot be planned",
        ),
        ("(step: Title, minutes: 0)", "`0` cannot be planned"),
    ] {
        let list = format!("briefing: [{step}],");
        let model = PLAIN.replacen("pillars: [", &format!("{list}\n    pillars: ["), 1);
        let report = load("model.ron", model.into_bytes()).unwrap_err();
        let told = report.render(false, true);
        assert!(told.contains(wanted), "{step}: {told}");
    }
}

#[test]
fn the_organisation_is_that_of_the_day() {
    let mut stage = japan(&opening());
    stage
        .keys("oanswered<enter>")
        .sees("Who answered to whom on 28 September 2021")
        .sees("head    Katsunobu Kato")
        .sees("secretariat of")
        .sees("NISC (2015 to 2025)");
    let mut later = japan(&Opening {
        as_of: Some(senryaku::model::AsOf::On("2025-08-01".parse().unwrap())),
        ..opening()
    });
    later
        .keys("oanswered<enter>")
        .sees("Who answered to whom on 1 August 2025")
        .sees("National Cybersecurity")
        .misses("NISC (2015 to 2025)");
}

#[test]
fn a_clock_that_ran_goes_on_with_the_first_step_after_a_restart() {
    let mut stage = japan(&opening());
    stage.keys("<pgdn>");
    at(&mut stage, "90s");
    let kept = stage.app.saved().unwrap();
    assert_eq!((kept.elapsed, kept.left), (90, Some(90)));
    let mut again = japan(&Opening {
        saved: Some(kept.clone()),
        ..opening()
    });
    at(&mut again, "1m");
    assert_eq!(again.app.presenter().unwrap().elapsed, 90_000);
    again.keys("<pgdn>");
    at(&mut again, "70s");
    again.sees("1:40 of 20:00");
    // A clock that the speaker stops stays so.
    again.keys("c<pgdn>").sees("paused");
    let without_plan = PLAIN.replace("status:", "summary: \"One.\", status:");
    let mut stage = meeting(&without_plan, (80, 24), &opening());
    stage.keys("c");
    at(&mut stage, "5s");
    let kept = stage.app.saved().unwrap();
    let mut again = meeting(
        &without_plan,
        (80, 24),
        &Opening {
            saved: Some(kept),
            ..opening()
        },
    );
    again.keys("<pgdn>");
    assert!(again.app.presenter().unwrap().runs);
}

#[test]
fn the_time_away_is_offered_and_one_key_adds_it() {
    let mut stage = japan(&opening());
    stage.keys("<pgdn><pgdn>");
    at(&mut stage, "90s");
    let kept = stage.app.saved().unwrap();
    let mut world = env(JAPAN, (80, 24), "terminal");
    world.started_at = Duration::from_secs(90 + 130);
    let mut again = Stage::of(world.clone(), None);
    let back = Opening {
        saved: Some(kept.clone()),
        ..opening()
    };
    again.app.brief(&back);
    again.sees("Back at step 3; Home starts over; + adds the 2:10 away");
    again.keys("+").sees("2:10 added to the clock");
    again.keys("+").sees("No time away to add");
    again.keys("<pgdn>").sees("3:40 of 20:00");
    // Who left with the clock standing was not away.
    stage.keys("c");
    let stood = Opening {
        saved: stage.app.saved(),
        ..opening()
    };
    let mut again = Stage::of(world, None);
    again.app.brief(&stood);
    again.sees("Back at step 3, where you left");
}

#[test]
fn the_sources_of_a_chosen_point_stand_in_a_strip_under_the_slide() {
    let mut stage = japan(&opening());
    stage.keys("]]]]<tab><tab>").sees("Enter looks up");
    let before = stage.screen();
    stage
        .keys("s")
        .sees("From: Protecting the people")
        .sees("B4")
        .sees("Cyber Security Intelligence, 2021")
        .sees("4.1  Data protection")
        .sees("s in full");
    stage.keys("<esc>");
    assert_eq!(stage.screen(), before, "one key back");
    stage.keys("ss").sees("Sources").keys("<esc>");
    stage
        .keys("s<pgdn>")
        .sees("National defence")
        .misses("From:");
}

#[test]
fn a_question_is_parked_with_its_step_and_time_also_from_a_detour() {
    let mut world = env(JAPAN, (80, 24), "terminal");
    world.started_at = Duration::from_secs(14 * 3600 + 47 * 60);
    let mut stage = Stage::of(world, None);
    stage.app.brief(&Opening {
        by_points: true,
        ..opening()
    });
    stage.keys("<pgdn>]<pgdn>");
    at(&mut stage, "1m");
    let parked = |stage: &mut Stage| match stage.app.act(&senryaku::action::Action::Park).pop() {
        Some(Effect::Park(question)) => question,
        other => panic!("{other:?}"),
    };
    let question = parked(&mut stage);
    assert_eq!(question.name, "Protection and resilience");
    assert_eq!(question.place(), "step 3, point 2, 1:00");
    assert_eq!(
        (question.day.as_str(), question.time.as_str()),
        ("2026-11-23", "14:48")
    );
    stage.keys("e");
    assert_eq!(parked(&mut stage), question, "from a detour");
}

#[test]
fn a_parked_question_is_taken_back_by_the_same_key_alone_and_only_at_once() {
    let mut stage = japan(&opening());
    let park = |stage: &mut Stage| stage.app.act(&senryaku::action::Action::Park).pop();
    let parked = |stage: &mut Stage| match park(stage) {
        Some(Effect::Park(question)) => {
            stage.app.parked(question.clone());
            question
        }
        other => panic!("{other:?}"),
    };
    let question = parked(&mut stage);
    stage.sees("Parked at step 1. ! again takes it back; senryaku mine lists it");
    assert_eq!(park(&mut stage), Some(Effect::TakeBack(question)));
    parked(&mut stage);
    stage.keys("<pgdn>");
    let question = parked(&mut stage);
    assert_eq!(question.step, 2, "any key ends it");
    at(&mut stage, "11s");
    parked(&mut stage);
}

#[test]
fn a_key_without_a_meaning_shows_a_blank_screen_again_and_stays_in_the_talk() {
    let mut stage = japan(&opening());
    stage.keys("]b").misses("Protection and resilience");
    stage.keys("<f5>").sees("Protection and resilience");
    // Some clickers send Esc and F5 in turn.
    stage
        .keys("<esc>")
        .sees("Esc again within 2 seconds leaves");
    stage.keys("<f5>").misses("Esc again");
    stage.keys("<esc>").sees("Esc again").sees("1.1  Secured");
}

#[test]
fn on_a_large_screen_each_member_has_a_box_and_on_a_small_one_they_share_one() {
    let mut stage = Stage::of(env(JAPAN, (160, 45), "terminal"), None);
    stage.app.brief(&opening());
    stage.keys("12<enter>");
    let boxes = stage.screen().matches("the head of  ").count();
    assert_eq!(boxes, 6, "{}", stage.screen());
    stage.app.handle(&Event::Resize(80, 24));
    stage
        .sees("the heads of: Digital Agency")
        .misses("the head of ");
}

#[test]
fn a_clean_screen_is_the_slide_and_a_line_of_progress() {
    let mut stage = japan(&Opening {
        clean: true,
        ..opening()
    });
    for _ in 0..4 {
        stage.keys("<pgdn>");
        let screen = stage.screen();
        let last = screen.lines().last().unwrap();
        assert!(last.chars().all(|each| "━─".contains(each)), "{screen}");
        stage.misses("of 20:00").misses("/ search");
    }
}

#[test]
fn the_steps_of_a_talk_are_arranged_and_kept() {
    let mut stage = japan(&opening());
    stage
        .keys("o<tab>")
        .sees("Steps of this talk")
        .sees("15 of 15 steps")
        .sees("w keep")
        .sees("of 20:00");
    // Title and sources stay; the overview goes, and Resilience takes its place.
    stage
        .keys("<space>")
        .sees("Status and sources are always shown");
    stage
        .keys("<down><space>")
        .sees("hidden (1)")
        .sees("14 of 15 steps")
        .sees("1 minute free");
    stage.keys("<down>5").sees("2 minutes too many");
    stage.keys("<s-up>").sees(" 2  1 Protection and resilience");
    // The talk follows, at the step where it was.
    stage.keys("<esc>").misses("Steps of this talk");
    stage.keys("<pgdn>").sees("1    Protection and resilience");
    stage.keys("o<tab>w").sees("talk.ron").keys("<enter>");
    let kept = stage.effects.iter().find_map(|effect| match effect {
        Effect::KeepPlan { path, text } => Some((path.clone(), text.clone())),
        _ => None,
    });
    let (path, text) = kept.expect("the plan is to be kept");
    assert_eq!(path, "talk.ron");
    assert!(
        text.contains("(entry: \"resilience\", minutes: 5)"),
        "{text}"
    );
    assert!(
        text.contains("(step: Overview, minutes: 1, note: "),
        "{text}"
    );
    assert!(text.contains("hide: true)"), "{text}");
}

#[test]
fn a_step_that_was_not_touched_leaves_the_talk_alone() {
    let mut stage = japan(&opening());
    stage.keys("<pgdn><pgdn>").sees("Protection and resilience");
    stage
        .keys("o<tab><down><down><esc>")
        .sees("Protection and resilience");
    stage
        .keys("o<tab><tab>dx<enter>")
        .sees("Digital transformation");
}

#[test]
fn a_rehearsal_measures_the_steps_without_the_detours_and_keeps_nothing() {
    let mut stage = japan(&Opening {
        rehearses: true,
        saved: Some(senryaku::app::SavedBriefing {
            step: "=dx".into(),
            ..Default::default()
        }),
        ..opening()
    });
    assert_eq!(step(&stage), 1, "from the beginning");
    at(&mut stage, "42s");
    stage.sees("0:42 on this step, rehearsing");
    stage.keys("]");
    at(&mut stage, "52s");
    stage.keys("e");
    at(&mut stage, "5m");
    stage.keys("<esc>");
    at(&mut stage, "6m30s");
    stage.sees("1:40 on this step, rehearsing");
    stage.keys("b");
    at(&mut stage, "8m");
    stage.keys("bc");
    at(&mut stage, "9m");
    stage.sees("1:40 on this step, rehearsing, paused");
    stage.keys("q");
    assert_eq!(stage.app.saved(), None);
    let plan = stage.app.rehearsed().unwrap();
    assert!(plan.contains("(step: Title, minutes: \"42s\""), "{plan}");
    assert!(
        plan.contains("(entry: \"resilience\", minutes: \"1m40s\""),
        "{plan}"
    );
    let strategy = env(JAPAN, (80, 24), "terminal").strategy;
    senryaku::brief::read_plan("plan.ron", &plan, &strategy).unwrap();
}

#[test]
fn the_speakers_side_drives_the_talk_and_the_audiences_screen_is_clean() {
    use senryaku::action::Action;
    let mut stage = japan(&timed(20));
    stage.keys("<pgdn>").sees("/ search");
    stage.app.set_speaker(true);
    stage
        .misses("/ search")
        .misses("of 20:00")
        .sees("Three goals");
    stage.app.drive(&Action::Forward);
    assert_eq!(step(&stage), 3);
    stage.keys("e").sees("back to the briefing");
    stage.app.drive(&Action::Forward);
    assert_eq!(step(&stage), 3, "going on ends the detour first");
    stage.sees("1    Protection and resilience");
    stage.app.drive(&Action::Blank);
    assert_eq!(stage.screen().trim(), "");
    assert!(stage.app.presenter().unwrap().blank);
    stage.app.drive(&Action::Forward);
    assert_eq!(step(&stage), 3, "the first key shows the screen again");
    stage.app.tell_parked("Parked at step 3".to_owned(), false);
    stage.misses("Parked");
    assert_eq!(stage.app.presenter().unwrap().parked, "Parked at step 3");
    stage.app.set_speaker(false);
    stage.sees("/ search").sees("of 20:00");
}

#[test]
fn the_keys_of_the_speakers_side_ask_the_talk_and_scroll_the_note() {
    use senryaku::action::Action;
    let state = japan(&timed(20)).app.presenter().unwrap();
    let mut side = Stage::japan(80, 24);
    side.app = App::follower(env(JAPAN, (80, 24), "terminal"));
    side.keys("<pgdn>").sees("No briefing is running");
    let running = senryaku::app::FollowState::Running(Box::new(state), Duration::ZERO);
    side.app.hear(running);
    side.keys("<pgdn><pgup>.!c");
    let asked = [
        Action::Forward,
        Action::Back,
        Action::Blank,
        Action::Park,
        Action::Clock,
    ];
    assert_eq!(side.effects, asked.map(Effect::Drive));
    side.keys("<down><up>");
    assert_eq!(side.effects.len(), 5, "these scroll");
    side.sees("PgDn the talk").sees("Down the note");
}

#[test]
fn on_the_speakers_side_up_and_down_scroll_the_note_here_too() {
    let mut stage = japan(&opening());
    stage.keys("<down>");
    assert_eq!(step(&stage), 2, "on the slide they go on and back");
    stage.keys("<up><down>i<down><down><up>");
    assert_eq!(step(&stage), 2);
    stage.keys("<pgdn>");
    assert_eq!(step(&stage), 3);
}

#[test]
fn a_question_in_a_talk_is_answered_for_its_day_and_for_now() {
    let mut stage = japan(&opening());
    stage.keys("]");
    let before = stage.screen();
    stage
        .keys("/who is above NISC?")
        .sees("On 28 September 2021 the Cybersecurity Strategic Headquarters stood above")
        .sees("Then, on 28 Sep 2021")
        .sees("28 Sep 2021; now");
    stage.keys("<esc>");
    assert_eq!(stage.screen(), before, "one key back");
}

#[test]
fn an_entry_looked_up_in_a_talk_has_the_screen_for_itself() {
    let mut stage = japan(&opening());
    stage
        .keys("]e")
        .sees("Protection and resilience")
        .misses("2 Actors")
        .misses("6 Sources");
    stage.keys("<esc>").sees("1.1  Secured");
}

#[test]
fn every_citation_of_the_deck_on_paper_leads_somewhere() {
    let stage = japan(&opening());
    let strategy = stage.strategy();
    let plan = TalkPlan::of(strategy);
    let options = DeckOptions::usual(strategy, senryaku::date::Date::Day(2026, 11, 23));
    let text = deck::write(&Deck::new(strategy, &plan, options), strategy, false);
    assert!(!text.contains("\\[s"), "an address that is no link");
    let mut leads = text.split("](#").skip(1);
    assert!(leads.all(|rest| {
        let id = rest.split(')').next().unwrap();
        text.contains(&format!("<a id=\"{id}\">"))
    }));
}

#[test]
fn steps_are_told_with_words_of_ones_own_and_kept_under_a_name_typed_over_the_proposed_one() {
    let mut stage = japan(&opening());
    stage
        .keys("o<tab><down><down>n")
        .sees("Your note for this step")
        .sees("not hacking back.");
    stage
        .keys("Begin with power<enter>")
        .sees("Your note stands at this step");
    stage
        .keys("wmine.ron")
        .sees("> mine.ron")
        .misses("talk.ron");
    let effects = stage.app.act(&senryaku::action::Action::Enter);
    let [Effect::KeepPlan { path, text }] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(path, "mine.ron");
    assert!(text.contains("note: \"Begin with power\""), "{text}");
    stage.keys("<esc>3<enter>i").sees("Begin with power");
}

#[test]
fn on_the_smallest_screen_the_threats_lose_no_word() {
    let mut stage = Stage::of(env(JAPAN, (50, 14), "terminal"), None);
    stage.app.brief(&opening());
    stage.keys("11<enter>");
    let words = stage
        .screen()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(words.contains("* our reading Attacks"), "{words}");
    assert!(words.contains("1 of "), "{words}");
    stage.keys("<end>").misses(",..");
}

#[test]
fn the_list_of_steps_offers_the_minutes_of_a_rehearsal() {
    let mut stage = japan(&Opening {
        rehearses: true,
        ..opening()
    });
    at(&mut stage, "3m");
    stage
        .keys("<pgdn>o<tab>")
        .sees("1    Cybersecurity Strategy (2021)                            3");
}

#[test]
fn a_clock_that_stands_past_the_end_says_that_it_stands() {
    let mut stage = japan(&timed(1));
    stage.keys("<pgdn>");
    at(&mut stage, "2m");
    stage.sees("OVER by 1:00").misses("paused");
    stage.keys("c").sees("OVER by 1:00, paused");
}

#[test]
fn who_looks_ahead_before_the_talk_and_comes_back_begins_where_he_came_back_to() {
    let mut stage = japan(&timed(20));
    stage.keys("7<enter>");
    at(&mut stage, "5s");
    stage.keys("<bs><pgdn>");
    at(&mut stage, "1m30s");
    stage.sees("1:30 of 20:00, on plan");
}

#[test]
fn what_is_left_out_stands_under_its_whole_label_at_every_width() {
    for width in [50, 80, 160] {
        let mut stage = Stage::of(env(JAPAN, (width, 45), "terminal"), None);
        stage.app.brief(&opening());
        stage.keys("]v").sees("Serves").sees("Comparable to");
        let words = stage.screen();
        assert!(words.contains("Is put into"), "{words}");
        assert!(words.contains("practice by"), "{words}");
    }
}

#[test]
fn a_tall_screen_says_what_each_goal_is_about() {
    let mut stage = Stage::of(env(JAPAN, (160, 45), "terminal"), None);
    stage.app.brief(&opening());
    stage
        .keys("<pgdn>")
        .sees("The second policy goal:")
        .sees("pillars that serve it");
    stage.app.handle(&Event::Resize(160, 38));
    stage
        .misses("The second policy goal:")
        .sees("pillars that serve it");
}

#[test]
fn while_what_is_left_out_is_in_sight_the_foot_says_its_keys() {
    let mut stage = japan(&timed(20));
    stage
        .keys("]v")
        .sees("v back")
        .sees("Down scroll")
        .misses("v more");
    stage.keys("v").sees("v more");
}
