//! What is kept from frame to frame is what would be made anew.

use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::list::{List, Row};
use super::*;
use crate::action::Action;
use crate::ask::Library;
use crate::config::{Keymap, Theme};
use crate::date::Date;
use crate::model::{AsOf, load};
use crate::screen::Layer;
use crate::ui::canvas::Canvas;
use crate::ui::glyph::Glyphs;

fn env() -> Env {
    let text = include_str!("../../../data/japan-2021.ron");
    let loaded = load("model.ron", text.as_bytes().to_vec()).unwrap();
    let strategy = Arc::new(loaded.strategy);
    Env {
        library: Arc::new(Library::new(Arc::clone(&strategy))),
        strategy,
        as_of: AsOf::All,
        file: "model.ron".into(),
        theme: Theme::named("terminal").unwrap(),
        keymap: Keymap::embedded(),
        glyphs: Glyphs::BOX,
        today: Date::Day(2026, 11, 23),
        started_at: Duration::ZERO,
        now: Duration::ZERO,
        cards: None,
        unsaved: 0,
        size: Size::new(120, 40),
    }
}

/// A key, or a new size.
#[derive(Clone, Debug)]
enum Deed {
    Act(Action),
    Resize(u16, u16),
}

fn deed() -> impl Strategy<Value = Deed> {
    let panes = (1..=6u8).prop_map(Action::Pane);
    let keys = select(vec![
        Action::Up,
        Action::Down,
        Action::Down,
        Action::PageDown,
        Action::PageUp,
        Action::Top,
        Action::Bottom,
        Action::Enter,
        Action::Enter,
        Action::Out,
        Action::Escape,
        Action::NextSibling,
        Action::PreviousSibling,
        Action::TrailBack,
        Action::TrailForward,
        Action::Narrow,
        Action::Zoom,
        Action::Notes,
    ]);
    let pointed = (0..120u16, 0..40u16).prop_map(|(column, row)| Action::Click { column, row });
    let wheel = (0..120u16, 0..40u16, select(vec![-3i16, 3]))
        .prop_map(|(column, row, rows)| Action::Wheel { column, row, rows });
    prop_oneof![
        8 => keys.prop_map(Deed::Act),
        2 => panes.prop_map(Deed::Act),
        1 => pointed.prop_map(Deed::Act),
        1 => wheel.prop_map(Deed::Act),
        1 => (0..150u16, 0..50u16).prop_map(|(width, height)| Deed::Resize(width, height)),
    ]
}

fn picture(browse: &Browse, env: &Env) -> Buffer {
    let mut buffer = Buffer::empty(env.area());
    let area = buffer.area;
    let mut canvas = Canvas {
        buf: &mut buffer,
        theme: &env.theme,
        glyphs: &env.glyphs,
    };
    browse.render(area, &mut canvas, env);
    buffer
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_that_is_kept_grows_stale(deeds in prop::collection::vec(deed(), 1..60)) {
        let mut env = env();
        let mut browse = Browse::new(&env);
        for deed in deeds {
            match deed {
                Deed::Act(action) => drop(browse.update(&action, &env)),
                Deed::Resize(width, height) => {
                    env.size = Size::new(width, height);
                    browse.relayout(&env);
                }
            }
            let kept = picture(&browse, &env);
            let sheet = std::mem::take(&mut browse.sheet);
            prop_assert_eq!(&kept, &picture(&browse, &env));
            browse.sheet = sheet;
            let mut fresh = Browse::new(&env);
            fresh.opened.clone_from(&browse.opened);
            fresh.refill(Pane::Pillars, &env);
            fresh.drawn = browse.drawn;
            fresh.refill(Pane::Actors, &env);
            fresh.narrow_to(browse.narrow, &env);
            for (list, fresh) in browse.lists.iter().zip(&fresh.lists) {
                prop_assert_eq!(list.rows(), fresh.rows());
                prop_assert_eq!(list.count(), fresh.count());
            }
            let marks = |browse: &Browse| format!("{:?}", browse.marks);
            prop_assert_eq!(marks(&browse), marks(&fresh));
        }
    }
}

/// A page of an entry, 60 cells wide.
const fn layout(id: EntryId) -> Layout {
    Layout {
        subject: Subject::Entry(id),
        width: 60,
        height: 0,
        notes: false,
        as_of: AsOf::All,
        left: None,
        cards: None,
    }
}

#[test]
fn a_page_is_laid_out_once_for_a_width() {
    let env = env();
    let id = env.strategy.find("dx").unwrap();
    let mut sheet = Sheet::default();
    let layout = layout(id);
    sheet.lay(&env, Some(layout));
    assert!(sheet.is_of(Some(layout)));
    for other in [
        Layout {
            width: 61,
            ..layout
        },
        Layout {
            notes: true,
            ..layout
        },
        Layout {
            as_of: AsOf::On(Date::Year(2021)),
            ..layout
        },
    ] {
        assert!(!sheet.is_of(Some(other)));
    }
    assert!(!sheet.is_of(None));
}

#[test]
fn what_cites_a_source_is_counted_without_being_laid_out() {
    let env = env();
    let source = env.strategy.of_kind(crate::model::Kind::Source)[0];
    let sheet = Sheet::new(&env, Some(layout(source)));
    let citing = env.strategy.citing(source);
    assert!(citing.len() > 50);
    let last = sheet.follow_count() - 1;
    assert_eq!(sheet.target(&env, last), citing.last().copied());
    assert_eq!(sheet.rows_of(last), Some(sheet.len() - 1..sheet.len()));
    assert_eq!(sheet.follow_at(sheet.len() - 1), Some(last));
    assert_eq!(sheet.follow_from(sheet.len()), last + 1);
}

#[test]
fn a_list_knows_its_place_without_counting() {
    let env = env();
    let browse = Browse::new(&env);
    for list in &browse.lists {
        let entries = |rows: &[Row]| rows.iter().filter(|row| row.entry().is_some()).count();
        assert_eq!(list.count(), entries(list.rows()));
        assert_eq!(list.position(), entries(&list.rows()[..=list.at()]));
    }
    assert_eq!(List::default().position(), 0);
}
