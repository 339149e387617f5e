//! Journeys: what people do with the program, as keys in and screen out.

use crate::support::stage::{JAPAN, Stage, env};
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use senryaku::effect::Effect;
use senryaku::model::{Kind, load};
use senryaku::ui::glyph::Glyphs;

#[test]
fn the_first_screen_says_whose_strategy_it_is_and_that_it_was_superseded() {
    let mut stage = Stage::japan(80, 24);
    stage
        .sees("Japan: Cybersecurity Strategy (2021)")
        .sees("superseded 23 Dec 2025");
    stage
        .sees("1 Pillars")
        .sees("2 Actors")
        .sees("3 Timeline")
        .sees("6 Sources");
    assert_eq!(stage.shown(), "resilience");
}

#[test]
fn a_student_follows_a_link_and_comes_back_to_the_same_row_and_scroll() {
    let mut stage = Stage::japan(80, 24);
    stage
        .keys("2<down><down><down><enter>")
        .keys(&"<down>".repeat(12));
    let before = stage.app.place().unwrap();
    let picture = stage.screen();
    stage.keys("<enter>");
    assert_ne!(
        stage.app.place().unwrap().selected,
        before.selected,
        "Enter followed a link"
    );
    stage.keys("<bs>");
    assert_eq!(stage.screen(), picture);
    stage.keys("L");
    assert_ne!(stage.screen(), picture, "and forward again");
}

#[test]
fn a_first_start_says_what_it_is_whether_it_is_in_force_and_what_to_press() {
    for (width, height) in [(80, 24), (50, 14), (110, 32), (160, 45)] {
        let mut stage = Stage::first_start(JAPAN, (width, height));
        stage
            .sees("Cybersecurity Strategy (2021)")
            .sees("NOT IN FORCE: replaced on 23 Dec 2025")
            .sees("28 Sep")
            .sees("/ ")
            .sees("p ")
            .sees("t ");
    }
    let mut stage = Stage::first_start(JAPAN, (80, 24));
    stage.sees("About this strategy").sees("Start with");
    assert_eq!(stage.shown(), ":about");
    stage.keys("y");
    assert!(matches!(stage.effects.pop(), Some(Effect::Copy(_))));
    stage.keys("<down>");
    assert_ne!(stage.shown(), ":about");
    stage.keys("<home>");
    assert_eq!(stage.shown(), ":about");
}

#[test]
fn a_link_of_the_first_page_leads_there_and_back() {
    let mut stage = Stage::first_start(JAPAN, (80, 24));
    stage.keys("<enter><enter>");
    assert_ne!(
        stage.shown(),
        ":about",
        "Enter followed the first of the links"
    );
    stage.keys("<bs>");
    assert_eq!(stage.shown(), ":about");
    stage.keys("p").sees("Cybersecurity Strategy");
}

#[test]
fn the_page_about_a_strategy_says_draft_in_force_or_an_unknown_day() {
    let about = |head: &str| {
        let model =
            format!("(format: 1, id: \"m\", title: \"Plan\", country: \"Nowhere\", {head})");
        Stage::first_start(&model, (80, 24))
    };
    about("status: Draft")
        .sees("DRAFT, not adopted.")
        .misses("Adopted");
    about("status: InForce, adopted: \"2021\"").sees("IN FORCE since 2021.");
    about("status: InForce").sees("Adopted on a day not known");
}

#[test]
fn a_day_is_set_shown_and_left_again() {
    let mut stage = Stage::japan(100, 60);
    stage
        .keys("/headquarters<enter>")
        .sees("Prime Minister")
        .misses("as of 2");
    stage
        .keys("a")
        .sees("as of 28 Sep 2021")
        .sees("the day of adoption");
    stage
        .sees("Chief Cabinet Secretary: Katsunobu Kato")
        .sees("links of other times left out (a)")
        .sees("not in being: a");
    stage
        .keys("a")
        .sees("as of 23 Nov 2026")
        .keys("a")
        .sees("All times")
        .misses("as of 2");
}

#[test]
fn what_a_day_leaves_out_still_opens_and_says_so() {
    let mut stage = Stage::japan(110, 45);
    stage.keys("a2").misses("National Cybersecurity Office");
    stage.keys("/actor: 国家サイバー統括室<enter>");
    assert_eq!(stage.shown(), "nco");
    stage.sees("Not in being on 28 Sep 2021");
}

#[test]
fn a_row_that_a_day_takes_away_gives_its_neighbour_the_selection() {
    let mut stage = Stage::japan(110, 45);
    stage.keys("/national cybersecurity office<enter><esc>");
    assert_eq!(stage.shown(), "nco");
    stage.keys("a");
    assert_ne!(stage.shown(), "nco");
    stage.sees(Glyphs::BOX.pointer);
}

#[test]
fn every_entry_is_reached_with_arrows_digits_and_enter() {
    let mut stage = Stage::japan(80, 24);
    let mut seen = std::collections::BTreeSet::new();
    for pane in 1..=6 {
        stage.keys(&format!("{pane}<home>"));
        loop {
            if seen.contains(&stage.shown()) {
                break;
            }
            seen.insert(stage.shown());
            if stage.shown() == ":about" {
                stage.keys("<down>");
            }
            seen.insert(stage.shown());
            let id = stage.strategy().find(&stage.shown()).unwrap();
            let entry = stage.strategy().entry(id);
            if entry.kind == Kind::Pillar && !entry.children.is_empty() {
                stage.keys("<enter>");
            }
            stage.keys("<down>");
        }
    }
    let missed: Vec<String> = stage
        .strategy()
        .entries()
        .map(|(_, entry)| entry.id.to_string())
        .filter(|id| !seen.contains(id))
        .collect();
    assert!(missed.is_empty(), "never reached: {missed:?}");
}

#[test]
fn every_link_of_every_entry_is_reached_with_the_arrows() {
    let strategy_env = env(JAPAN, (80, 24), "terminal");
    let strategy = strategy_env.strategy.clone();
    for (id, entry) in strategy.entries() {
        let app = senryaku::app::App::new(strategy_env.clone(), Some(id), None);
        let mut stage = Stage::of(strategy_env.clone(), None);
        stage.app = app;
        stage.keys("<enter>");
        if stage.app.place().is_some_and(|place| !place.on_detail) {
            stage.keys("<enter>");
        }
        let mut rows = std::collections::BTreeSet::new();
        loop {
            let before = stage.app.place().unwrap();
            rows.extend(before.cursor);
            stage.keys("<down>");
            let after = stage.app.place().unwrap();
            if (before.cursor, before.scroll) == (after.cursor, after.scroll) {
                break;
            }
        }
        let mut sources: Vec<_> = entry.all_cites().map(|cite| cite.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let wanted = strategy.relations(id).len()
            + entry.children.len()
            + usize::from(entry.parent.is_some())
            + strategy.citing(id).len()
            + sources.len();
        assert_eq!(rows.len(), wanted, "rows reached of {}", entry.id);
    }
}

#[test]
fn a_search_goes_to_its_hit_and_comes_back_selected() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("/nisc").sees("Search").sees("found");
    stage.keys("<enter>");
    assert!(stage.shown().starts_with("nisc-"), "{}", stage.shown());
    stage.keys("/").sees("nisc");
    stage.keys("digital agency").misses("niscdigital");
    stage.keys("<enter>");
    assert_eq!(stage.shown(), "digital-agency");
    stage.keys("<bs>");
    assert!(stage.shown().starts_with("nisc-"), "{}", stage.shown());
}

#[test]
fn tab_narrows_a_search_to_a_kind_and_n_walks_the_hits() {
    let mut stage = Stage::japan(100, 30);
    stage
        .keys("/police<tab>")
        .sees("in goals")
        .sees("nothing found");
    stage.keys("<s-tab>").sees("in everything").keys("<enter>");
    let first = stage.shown();
    stage.keys("n").sees("Hit 2 of");
    assert_ne!(stage.shown(), first);
    stage.keys("N");
    assert_eq!(stage.shown(), first);
}

#[test]
fn help_is_the_palette_and_runs_what_is_chosen() {
    let mut stage = Stage::japan(80, 24);
    stage
        .keys("?")
        .sees("Help")
        .keys("whole screen<enter>")
        .misses("Help ");
    assert!(stage.app.place().unwrap().zoomed);
    stage.keys("<esc>");
    assert!(!stage.app.place().unwrap().zoomed);
}

#[test]
fn help_stands_by_what_one_wants_and_leaves_out_what_cannot_be_done() {
    let mut stage = Stage::japan(80, 24);
    stage
        .keys("<home>?")
        .sees("On this strategy")
        .sees("▌ Enter     read it in full")
        .sees("1 to 6    the panes")
        .sees("PgUp PgDn a page")
        .sees("q         quit")
        .misses("its events")
        .misses("its sources")
        .misses("next hit")
        .misses("back along the trail");
    // A heading is never selected.
    stage.keys("<up>").sees("▌ Enter ");
    stage.keys("<down><down><down><down>").sees("▌ a ");
    stage.keys("<up>").sees("▌ p ");
    stage.keys("<esc>/nisc-2015<enter><esc>?");
    stage
        .sees("On this actor")
        .sees("f         its events")
        .sees("next hit, hit before")
        .sees("back along the trail");
}

#[test]
fn what_stands_in_headers_and_at_the_foot_is_whole() {
    let mut stage = Stage::japan(80, 24);
    // Of a pane without a row in sight the header says the title and the count alone.
    stage
        .keys("<home>")
        .sees("─ 5 Ideas ─")
        .sees("/ ask, search");
    stage.keys("/headquarters<enter>a<esc>");
    stage
        .sees("  Bodies      7 not in being: a")
        .sees(" a as of");
    stage.sees("│  since 9 Jan 2015 ");
    stage.keys("2z").sees("the organisation on 28 Sep 2021 ━");
    stage.sees("a another day  z panes");
    stage.event(&Event::Resize(50, 14));
    stage.sees("2 Actors  on 28 Sep 2021 ━");
    stage.keys("z3").sees("3 Timeline  ◆ milestone ━");
    stage.event(&Event::Resize(80, 24));
    stage.sees("━ 3 Timeline ━");
}

#[test]
fn from_110_columns_on_the_organisation_is_boxes_that_can_be_followed() {
    let mut stage = Stage::japan(160, 45);
    stage.keys("/headquarters<enter><esc>2z");
    stage
        .sees("the organisation on 28 Sep 2021 ━")
        .sees("━ 18 bodies, 4 persons ━")
        .sees("┌ reports to it ─")
        .sees("│ head    Katsunobu Kato ")
        .sees("Not drawn: 47 actors with no place in a tree; 7 not in being then.")
        .misses("├─ NISC");
    // Down from a box goes to what is in it, then to what is under it.
    stage.keys("<down><enter>").sees("━ Actor, person ━");
    stage.sees("Katsunobu Kato");
    stage.keys("<esc>:1 jul 2025<enter>");
    stage
        .sees("the organisation on 1 Jul 2025 ━")
        .sees("│ head    Shigeru Ishiba")
        .misses("Katsunobu Kato");
    // Less room is an outline, with the selection where it was.
    stage.keys(":adopted<enter>/nisc-2015<enter>2");
    stage.event(&Event::Resize(109, 32));
    stage.sees("├─ NISC (2015 to 2025)").misses("┌ reports");
    stage.event(&Event::Resize(110, 32));
    stage
        .sees("┌ reports to it ─")
        .sees("▌ NISC (2015 to 2025) ");
}

#[test]
fn a_box_is_chosen_and_opened_by_pointing_at_it() {
    let mut stage = Stage::japan(160, 45);
    stage.keys("/headquarters<enter><esc>2z");
    let (row, column) = stage
        .screen()
        .lines()
        .enumerate()
        .find_map(|(row, line)| {
            let at = line.find("Digital Agency")?;
            Some((row as u16, line[..at].chars().count() as u16))
        })
        .expect("the box is there");
    let click = Event::Mouse(MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column,
        row,
        modifiers: KeyModifiers::NONE,
    });
    stage.event(&click);
    assert_eq!(stage.shown(), "digital-agency");
    stage.event(&click);
    stage.sees("━ Actor, body ━").sees("  Digital Agency ");
}

#[test]
fn on_the_ribbon_every_name_is_whole_and_tied_to_its_mark() {
    let mut stage = Stage::japan(110, 32);
    stage.keys("3z");
    stage
        .sees("┌ 21 Jan 2000 First action plan against hackers")
        .sees("┌ 2005 National Information Security Cent")
        .sees("2014 Cybersecurity Strategic Headquarters established ┘")
        .sees("23 Dec 2025 Cabinet adopts the next strategy ┘")
        .sees("· event  : several ━");
    let column = |stage: &Stage, text: &str, mark: char| {
        let screen = stage.screen();
        let line = screen.lines().find(|line| line.contains(text)).unwrap();
        line.chars().position(|each| each == mark).unwrap()
    };
    let marks = stage
        .screen()
        .lines()
        .find(|line| line.contains(":◇"))
        .unwrap()
        .to_owned();
    for (text, bend, mark) in [
        ("2005 National", '┌', '◇'),
        (
            "2014 Cybersecurity Strategic Headquarters established",
            '┘',
            '◇',
        ),
        ("28 Sep 2021 Cabinet decision", '┘', '◆'),
        ("23 Dec 2025 Cabinet adopts", '┘', '◆'),
    ] {
        let screen = stage.screen();
        let line = screen.lines().find(|line| line.contains(text)).unwrap();
        let at = line.find(text).unwrap();
        // The bend that belongs to the name, and not to one before it.
        let x = if bend == '┌' {
            line[..at].chars().count() - 2
        } else {
            column(&stage, text, bend)
        };
        assert_eq!(marks.chars().nth(x), Some(mark), "{text}:\n{screen}");
    }
    stage.keys(":28 sep 2021<enter>").sees("┌ as of");
    // What is selected has its own row, so that the list does not move.
    let first = |stage: &Stage| {
        let screen = stage.screen();
        screen
            .lines()
            .position(|line| line.contains("24 Jan · Government"))
            .unwrap()
    };
    let before = first(&stage);
    stage.keys("<down><down><down><down>");
    assert_eq!(first(&stage), before);
    // Without room for names there is no ribbon.
    stage.event(&Event::Resize(72, 32));
    stage.misses("┌").misses("┘");
}

#[test]
fn on_the_first_screen_a_page_turns_in_what_is_said_about_the_strategy() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("<home>").sees("PgDn more").sees("NOT IN FORCE");
    stage
        .keys("<pgdn>")
        .sees("▌ About this strategy")
        .misses("NOT IN FORCE");
    stage.keys("<pgup>").sees("NOT IN FORCE");
    // At its end the list goes on.
    stage
        .keys(&"<pgdn>".repeat(9))
        .misses("▌ About this strategy");
    assert!(stage.app.place().unwrap().pane == 1);
}

#[test]
fn a_term_stays_on_one_line() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("/headquarters<enter>");
    stage.sees("    9 Jan 2015 to 30 Jun 2025 [P7");
}

#[test]
fn a_date_typed_in_the_palette_sets_the_day() {
    let mut stage = Stage::japan(80, 24);
    stage
        .keys(":28 sep 2021")
        .sees("▌ Show what held on 28 Sep 2021")
        .keys("<enter>")
        .misses("Help")
        .sees("As of 28 Sep 2021, the day of adoption")
        .sees("as of 28 Sep 2021 ");
    stage.keys(":2015<enter>").sees("as of 2015 ");
    stage
        .keys(":all<enter>")
        .sees("All times")
        .misses("as of 2015");
    // There is no 30 February, and a talk has its own day.
    stage
        .keys(":2021-02-30")
        .sees("No command matches. A date is 2015 or 28 Sep 2021.");
    stage
        .keys("<esc><esc>p:2015")
        .sees("No command matches.")
        .misses("A date is");
}

#[test]
fn a_window_that_shrinks_in_help_never_hides_what_enter_would_do() {
    let mut stage = Stage::japan(100, 45);
    stage.keys("?").keys(&"<down>".repeat(12));
    let chosen = |stage: &Stage| {
        let screen = stage.screen();
        let mut rows = screen.lines().filter_map(|line| line.rsplit_once("▌ "));
        // The list below help has its own selection.
        rows.find(|(_, row)| !row.starts_with('▸'))
            .map(|(_, row)| row.trim()[..18].to_owned())
    };
    let before = chosen(&stage).expect("a command is selected");
    stage.event(&Event::Resize(100, 12));
    assert_eq!(chosen(&stage), Some(before));
}

#[test]
fn the_timeline_narrows_to_one_entry_and_opens_again() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("/nisc-2015<enter><esc>f");
    let place = stage.app.place().unwrap();
    assert_eq!(place.narrow.as_deref(), Some("nisc-2015"));
    assert_eq!(place.pane, 3);
    stage.sees("2015").misses("2000");
    stage.keys("<esc>");
    assert_eq!(stage.app.place().unwrap().narrow, None);
}

#[test]
fn the_sources_of_an_entry_are_listed_in_full_and_followed() {
    let mut stage = Stage::japan(100, 40);
    stage
        .keys("s")
        .sees("Sources of")
        .sees("https://")
        .keys("<enter>");
    assert_eq!(stage.shown(), "article");
    stage.keys("<bs>");
    assert_eq!(stage.shown(), "resilience");
}

#[test]
fn copying_gives_the_entry_its_place_and_its_sources() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("y");
    let Some(Effect::Copy(text)) = stage.effects.pop() else {
        panic!("nothing was copied")
    };
    let name = stage
        .strategy()
        .entry(stage.strategy().find("resilience").unwrap())
        .name
        .clone();
    assert!(text.starts_with(name.as_str()), "{text}");
    assert!(
        text.contains("Japan: Cybersecurity Strategy (2021), pillar 1; superseded by"),
        "{text}"
    );
    assert!(text.contains("Source: "), "{text}");
}

#[test]
fn an_answer_is_copied_whole_with_its_sources() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("/when was NCO founded").sees("copy the answer");
    stage.keys("<c-y>");
    let Some(Effect::Copy(text)) = stage.effects.pop() else {
        panic!("nothing was copied");
    };
    assert!(
        text.starts_with("when was NCO founded\n\nThe National Cybersecurity Office"),
        "{text}"
    );
    assert!(
        text.contains("Japan: Cybersecurity Strategy (2021) (all times)."),
        "{text}"
    );
    assert!(text.contains("\nSource: "), "{text}");
}

#[test]
fn the_way_from_the_entry_before_is_shown_from_the_palette() {
    let mut stage = Stage::japan(80, 24);
    stage
        .keys("?leads here<enter>")
        .sees("No entry was opened before this one");
    stage.keys("/Cyber Defense Command<enter>/Basic Act on Cybersecurity<enter>?leads here<enter>");
    stage
        .sees("No link joins them directly")
        .sees("it rests on");
    stage.keys("<esc>");
    assert_eq!(stage.shown(), "basic-act");
}

#[test]
fn a_mended_file_is_read_again_at_the_same_place() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("2<down><down><enter><down>");
    let before = stage.screen();
    stage.keys("R");
    assert_eq!(stage.effects.pop(), Some(Effect::Reload));
    stage
        .app
        .reloaded(load("model.ron", JAPAN.as_bytes().to_vec()));
    stage.sees("Read model.ron again");
    stage.keys("<c-l>");
    assert_eq!(stage.screen(), before);
}

#[test]
fn a_file_that_breaks_shows_its_problems_and_keeps_the_last_good_model() {
    let mut stage = Stage::japan(80, 24);
    let before = stage.screen();
    let broken = JAPAN.replacen("goals:", "gaols:", 1);
    stage.app.reloaded(load("model.ron", broken.into_bytes()));
    stage
        .sees("model.ron does not load")
        .sees("gaols")
        .sees("goals");
    let broken = JAPAN.replacen("goals:", "gaols:", 1);
    stage.app.reloaded(load("model.ron", broken.into_bytes()));
    stage.sees("Read model.ron again: 1 error").keys("<esc>");
    assert_eq!(stage.screen(), before);
}

#[test]
fn a_narrow_screen_says_that_the_strategy_was_superseded() {
    for width in [16, 20, 26, 27, 50] {
        let screen = Stage::japan(width, 24).screen();
        let top = screen.lines().next().unwrap();
        assert!(
            top.contains(" superseded") && top.contains("Jap") || width < 20,
            "{top}"
        );
        assert!(top.contains("superseded"), "{top}");
    }
}

#[test]
fn leaving_and_coming_back_opens_the_same_place() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("1<enter><down><down><enter><down>i");
    let place = stage.app.place().unwrap();
    let again = Stage::of(env(JAPAN, (80, 24), "terminal"), Some(&place));
    assert_eq!(again.app.place().unwrap(), place);
    assert_eq!(again.screen(), stage.screen());
}

#[test]
fn a_japanese_input_method_does_not_stand_in_the_way() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("ｊ");
    assert_eq!(stage.shown(), "value-chains");
    stage.keys("／ｎｉｓｃ<enter>");
    assert!(stage.shown().starts_with("nisc-"), "{}", stage.shown());
}

#[test]
fn control_c_ends_and_f1_helps_wherever_one_is() {
    let places = [
        "", "/nisc", "?help", "s", "z", "p", "p.", "po", "po<tab>", "p!", "pe", "pv",
    ];
    for keys in places {
        let mut stage = Stage::japan(80, 24);
        stage.keys(keys);
        let before = stage.screen();
        stage.keys("<f1>");
        assert_ne!(stage.screen(), before, "F1 after {keys:?}");
        stage.keys("<f1>").keys("<c-c>");
        assert_eq!(stage.effects.last(), Some(&Effect::QuitNow), "{keys:?}");
    }
    for typing in ["po<tab>w", "p!why", "po<tab>1"] {
        let mut stage = Stage::japan(80, 24);
        stage.keys(typing).keys("<c-c>");
        assert_eq!(stage.effects.last(), Some(&Effect::QuitNow), "{typing:?}");
    }
}

#[test]
fn escape_never_quits_and_q_closes_an_overlay_first() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("<esc><esc><esc>s<esc><esc>").sees("q quits");
    assert_eq!(stage.effects, []);
    stage.keys("sq");
    assert_eq!(stage.effects, []);
    stage.keys("q");
    assert_eq!(stage.effects, [Effect::Quit]);
}

#[test]
fn the_mouse_selects_follows_and_scrolls() {
    let mut stage = Stage::japan(80, 24);
    let mouse = |kind, column, row| {
        Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        })
    };
    let rows: Vec<String> = stage.screen().lines().map(str::to_owned).collect();
    let dx = rows
        .iter()
        .position(|row| row.contains("3 Digital"))
        .expect("pillar 3 is listed");
    stage.event(&mouse(
        MouseEventKind::Down(MouseButton::Left),
        8,
        dx as u16,
    ));
    assert_eq!(stage.shown(), "dx");
    let actors = rows
        .iter()
        .position(|row| row.contains("2 Actors"))
        .unwrap();
    stage.event(&mouse(
        MouseEventKind::Down(MouseButton::Left),
        8,
        actors as u16,
    ));
    assert_eq!(stage.app.place().unwrap().pane, 2);
    stage.event(&mouse(MouseEventKind::ScrollDown, 60, 10));
    stage.keys("1");
    assert_eq!(stage.shown(), "dx");
}

#[test]
fn on_a_small_screen_the_list_and_the_detail_take_turns() {
    let mut stage = Stage::japan(50, 14);
    stage.sees("Pillars").sees("superseded 23 Dec 2025");
    stage
        .keys("<down><down><enter><enter>")
        .sees("Pillar 3")
        .sees("Pillars");
    stage.keys("<esc>").sees("1 Pillars");
}

#[test]
fn brackets_go_from_pillar_to_pillar_past_what_is_open() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("<enter>]");
    assert_eq!(stage.shown(), "value-chains");
    stage.keys("[");
    assert_eq!(stage.shown(), "resilience");
}

#[test]
fn the_speakers_notes_are_shown_only_when_asked_for() {
    let mut stage = Stage::japan(120, 50);
    stage.misses("minutes)");
    stage
        .keys("i")
        .sees("minutes)")
        .keys("i")
        .misses("minutes)");
}

#[test]
fn the_zoomed_timeline_has_a_ribbon_with_the_milestones() {
    let mut stage = Stage::japan(120, 40);
    stage.keys("3z").sees("2005").sees("2025").sees("◆");
    let picture = stage.screen();
    let stars = picture
        .lines()
        .take(8)
        .map(|line| line.matches(['◆', '◇']).count())
        .max();
    assert!(
        stars >= Some(3),
        "the ribbon shows the milestones:\n{picture}"
    );
}

#[test]
fn keys_that_are_quicker_than_the_search_mean_its_hits() {
    let mut quick = Stage::japan(80, 24);
    quick.hold_searches().keys("/submarine cable<down><enter>");
    quick.sees("searching…").let_search();
    let mut slow = Stage::japan(80, 24);
    slow.keys("/submarine cable<down><enter>");
    assert_eq!(quick.shown(), slow.shown());
    assert_eq!(quick.screen(), slow.screen());
}

#[test]
fn hits_of_an_older_query_are_not_listed() {
    let mut stage = Stage::japan(80, 24);
    stage.keys("/nisc").sees("found").hold_searches();
    // The list of before stays, marked, until there is another.
    stage.keys(" police").sees("searching…").misses("found");
    stage.let_search().misses("searching…").sees("found");
    let screen = stage.screen();
    assert_eq!(screen, Stage::japan(80, 24).keys("/nisc police").screen());
    // What comes late for a search that was closed does nothing.
    stage.hold_searches().keys("<bs><esc>");
    let before = stage.screen();
    assert_eq!(stage.let_search().screen(), before);
}

#[test]
fn a_search_under_the_help_takes_its_hits() {
    let mut stage = Stage::japan(80, 24);
    stage.hold_searches().keys("/nisc<f1>").sees("Help");
    stage
        .let_search()
        .keys("<esc>")
        .sees("found")
        .misses("searching…");
}

#[test]
fn the_organisation_is_that_of_a_day_and_leads_to_its_people() {
    let mut stage = Stage::japan(110, 45);
    stage
        .keys("2z")
        .sees("the organisation on 28 Sep 2021")
        .sees("head    Katsunobu Kato")
        .sees("        Chief Cabinet Secretary")
        // Who held the office in other years is no colleague.
        .misses("Hirokazu Matsuno")
        .misses("Shinzo Abe");
    stage.keys("<down><down><down><enter>");
    assert_eq!(stage.shown(), "kato");
    stage.sees("Katsunobu Kato");
    // Back in the panes the list stands as before, on the same actor.
    stage.keys("<esc>z").misses("the organisation");
    assert_eq!(stage.shown(), "kato");
    // Who stands in no tree is found in the list.
    stage.keys("z/actor: apt40<enter>");
    assert_eq!(stage.shown(), "apt40");
}

#[test]
fn the_organisation_moves_with_the_day() {
    let mut stage = Stage::japan(80, 45);
    stage.keys("2zaa").sees("the organisation on 23 Nov 2026");
    stage.sees("Sanae Takaichi").misses("Katsunobu Kato");
}
