//! The organisation as of a day: one tree for outline and boxes, and no name lost.

use std::collections::BTreeSet;

use crate::support::models::made_up;
use crate::support::stage::{JAPAN, env};
use proptest::prelude::*;
use senryaku::model::{AsOf, EntryId, Kind, Presence, load};
use senryaku::organisation::{
    Guides, Leads, Organisation, OutlineRow, Picture, Unit, boxes, outline,
};
use senryaku::text::wrap;

fn on(day: &str) -> AsOf {
    AsOf::On(day.parse().unwrap())
}

fn text(rows: &[OutlineRow]) -> String {
    let line = |row: &OutlineRow| {
        let left = format!("{}{}", row.guide, row.left);
        let pad = row.column.saturating_sub(wrap::width(&left));
        let line = format!("{left}{}{}", " ".repeat(pad), row.right);
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn drawn(picture: &Picture) -> String {
    let mut cells = vec![vec![" ".to_owned(); picture.width]; picture.height];
    for stroke in &picture.strokes {
        let mut x = stroke.x;
        for each in stroke.text.chars() {
            let each = each.to_string();
            let wide = wrap::width(&each);
            cells[stroke.y][x] = each;
            for after in 1..wide {
                cells[stroke.y][x + after].clear();
            }
            x += wide;
        }
    }
    let rows = cells.iter().map(|row| row.concat().trim_end().to_owned());
    rows.collect::<Vec<_>>().join("\n")
}

fn names(units: &[Unit], found: &mut BTreeSet<EntryId>) {
    for unit in units {
        found.insert(unit.id);
        for who in &unit.people {
            found.insert(who.id);
            found.extend(who.office);
        }
        names(&unit.parts, found);
    }
}

#[test]
fn the_day_of_adoption_reads_as_an_outline() {
    let strategy = env(JAPAN, (80, 24), "terminal").strategy;
    let day = on("2021-09-28");
    let organisation = Organisation::new(&strategy, day);
    let text = text(&outline(&organisation, &strategy, 76, &Guides::BOX));
    for line in [
        "Cabinet",
        "└─ Cybersecurity Strategic Headquarters   reports to it, since 9 Jan 2015",
        "head     Katsunobu Kato           as Chief Cabinet Secretary",
        "NISC (2015 to 2025)",
        "secretariat, since 9 Jan 2015",
        "sits in the Cabinet Secretariat",
        "works with the National Security Council",
        "actors with no place in a tree",
        "not in being then",
    ] {
        assert!(text.contains(line), "{line:?} is missing:\n{text}");
    }
    for line in [
        "NISC (2005 to 2015)",
        "Matsuno",
        "National Cybersecurity Office",
    ] {
        assert!(!text.contains(line), "{line:?} is of another time:\n{text}");
    }
}

#[test]
fn the_same_day_is_drawn_in_boxes_in_either_set_of_characters() {
    let strategy = env(JAPAN, (80, 24), "terminal").strategy;
    let organisation = Organisation::new(&strategy, on("2021-09-28"));
    for (ascii, width) in [(false, 156), (true, 108)] {
        let picture = boxes(&organisation, &strategy, width, ascii).expect("there is room");
        let text = drawn(&picture);
        for name in [
            "Cybersecurity Strategic Headquarters",
            "Katsunobu Kato",
            "secretariat",
        ] {
            assert!(text.contains(name), "{name:?} is missing:\n{text}");
        }
        assert!(
            !ascii
                || text
                    .chars()
                    .all(|each| !('\u{2500}'..'\u{25a0}').contains(&each))
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_actor_of_the_day_is_lost_and_nothing_is_drawn_outside(
        model in made_up(),
        year in 1990..2030u16,
        width in 30..170usize,
    ) {
        let strategy = load("made-up.ron", model.into_bytes()).unwrap().strategy;
        let day = on(&year.to_string());
        let folded = Organisation::new(&strategy, day);
        let gone: BTreeSet<EntryId> = folded.gone.iter().copied().collect();
        let apart: BTreeSet<EntryId> = folded.apart.iter().copied().collect();
        let whole = folded.unfolded();
        let mut found = BTreeSet::new();
        names(&whole.trees, &mut found);
        for id in strategy.of_kind(Kind::Actor) {
            let places = [&gone, &apart, &found].iter().filter(|set| set.contains(id)).count();
            prop_assert!(places >= 1);
            prop_assert_eq!(gone.contains(id), strategy.presence(*id, day) == Presence::Out);
        }
        let rows = outline(&whole, &strategy, width, &Guides::BOX);
        for id in &found {
            let is_listed = rows.iter().any(|row| row.leads == Leads::To(*id));
            let is_office = whole_offices(&whole.trees).contains(id);
            prop_assert!(is_listed || is_office);
        }
        if let Some(picture) = boxes(&whole, &strategy, width, false) {
            for stroke in &picture.strokes {
                prop_assert!(stroke.x + wrap::width(&stroke.text) <= picture.width);
                prop_assert!(stroke.y < picture.height);
            }
        }
    }
}

/// Offices with a holder are told by the words beside the holder.
fn whole_offices(units: &[Unit]) -> BTreeSet<EntryId> {
    let mut found = BTreeSet::new();
    for unit in units {
        found.extend(unit.people.iter().filter_map(|who| who.office));
        found.extend(whole_offices(&unit.parts));
    }
    found
}
