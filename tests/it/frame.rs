//! What is written to the terminal: it turns one picture into the next, and is little.

use crate::support::generate;
use crate::support::stage;
use crate::support::stage::Stage;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use senryaku::env::Env;
use senryaku::run::Frame;
use vt100::Parser;

const SIZE: (u16, u16) = (200, 60);

/// A move of the selection must write fewer bytes than this.
const MOST: usize = 2_500;

/// The frames of a stage.
struct Film {
    stage: Stage,
    frame: Frame,
}

impl Film {
    fn of(env: Env, keys: &str) -> Self {
        let mut film = Self {
            stage: Stage::of(env, None),
            frame: Frame::default(),
        };
        film.keys(keys);
        film
    }

    fn keys(&mut self, keys: &str) -> Vec<u8> {
        self.stage.keys(keys);
        let app = &self.stage.app;
        let paint = |area, buffer: &mut Buffer| {
            app.render(area, buffer);
            app.cursor(area)
        };
        let size = app.env().size;
        let bytes = self.frame.draw(size, paint).unwrap();
        bytes.unwrap_or_default()
    }
}

#[test]
fn a_move_writes_little_however_large_the_model() {
    for entries in [500, 20_000] {
        let env = stage::env(&generate::model(entries), SIZE, "terminal");
        for pane in ["1", "2", "3", "4", "5", "6j"] {
            let mut film = Film::of(env.clone(), pane);
            for key in "jjjjjjkkkkkk".chars() {
                let bytes = film.keys(&key.to_string());
                let text = String::from_utf8_lossy(&bytes);
                assert!(
                    bytes.len() < MOST,
                    "{entries} {pane}: {} {text:?}",
                    bytes.len()
                );
            }
        }
    }
}

#[test]
fn a_step_within_an_entry_writes_no_more_than_two_rows() {
    let mut film = Film::of(stage::env(stage::JAPAN, SIZE, "terminal"), "2<enter>");
    let bytes = film.keys("j");
    assert!(!bytes.is_empty() && bytes.len() < 600, "{}", bytes.len());
}

#[test]
fn a_list_that_scrolls_is_moved_and_not_written_again() {
    for (end, key, moved) in [("6g", "j", "\x1b[1M"), ("6G", "k", "\x1b[1L")] {
        let mut film = Film::of(stage::env(stage::JAPAN, SIZE, "terminal"), end);
        film.keys(&key.repeat(60));
        let before = names(&film);
        let written = String::from_utf8(film.keys(key)).unwrap();
        let names = names(&film);
        let stayed: Vec<_> = before.iter().filter(|name| names.contains(name)).collect();
        assert!(stayed.len() > 20 && stayed.len() < before.len());
        assert!(written.contains(moved), "{key}: {written:?}");
        // A name or two may stand in what is read beside the list.
        let again = stayed.iter().filter(|name| written.contains(**name));
        assert!(again.count() < 4, "{written:?}");
    }
}

/// How the rows of the lowest list begin, but the selected one.
fn names(film: &Film) -> Vec<String> {
    let picture = stage::text(&film.stage.buffer());
    let rows = picture.lines().skip(28).filter(|row| !row.contains('▌'));
    let name = |row: &str| row.chars().skip(4).take(25).collect();
    rows.map(name)
        .filter(|name: &String| name.starts_with(char::is_uppercase))
        .collect()
}

#[test]
fn what_is_written_makes_the_picture() {
    let mut film = Film::of(stage::env(stage::JAPAN, (110, 30), "terminal"), "");
    film.frame.repaint();
    let mut terminal = Parser::new(30, 110, 0);
    let keys = "jjj2jjjj<enter>jj<bs>3zjjG<esc>6jjz/sec<esc>?<esc>1<enter>jj";
    for key in keys.split_inclusive(['>', 'j', 'z', 'G', '1', '2', '3', '6']) {
        terminal.process(&film.keys(key));
        assert_same(&terminal, &film.stage.buffer());
    }
}

fn cell() -> impl Strategy<Value = (&'static str, Style)> {
    let symbol = select(vec![" ", " ", " ", "a", "b", "é", "戦", "略", "─"]);
    let style = select(vec![
        Style::new(),
        Style::new(),
        Style::new().add_modifier(Modifier::DIM),
        Style::new().add_modifier(Modifier::BOLD | Modifier::ITALIC),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().add_modifier(Modifier::UNDERLINED),
        Style::new().fg(Color::Cyan),
        Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Blue),
    ]);
    (symbol, style)
}

fn picture() -> impl Strategy<Value = Buffer> {
    prop::collection::vec(prop::collection::vec(cell(), 0..14), 3).prop_map(|rows| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
        for (y, row) in rows.iter().enumerate() {
            let mut x = 0;
            for (symbol, style) in row {
                (x, _) = buffer.set_stringn(x, y as u16, symbol, usize::from(12 - x), *style);
            }
        }
        buffer
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_picture_turns_into_any_other(pictures in prop::collection::vec(picture(), 1..5)) {
        let mut frame = Frame::default();
        let mut terminal = Parser::new(3, 12, 0);
        for picture in &pictures {
            let bytes = frame.draw(Size::new(12, 3), |_, buffer| {
                buffer.clone_from(picture);
                None
            });
            terminal.process(&bytes.unwrap().unwrap_or_default());
            assert_same(&terminal, picture);
        }
    }
}

/// Rows of a list, of which some go up or down among them, and what else changes beside.
fn scrolled() -> impl Strategy<Value = Vec<(usize, usize, usize, bool, usize)>> {
    let step = (
        0..12_usize,
        2..12_usize,
        select(vec![1, 2, 3]),
        any::<bool>(),
        0..24_usize,
    );
    prop::collection::vec(step, 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn rows_that_move_make_the_picture(steps in scrolled(), wide in any::<bool>()) {
        let row = |number: usize| if wide {
            "戦略室国家".repeat(9) + &number.to_string()
        } else {
            format!("entry {number} ").repeat(11)
        };
        let mut rows: Vec<String> = (0..12).map(row).collect();
        let mut frame = Frame::default();
        let mut terminal = Parser::new(12, 90, 0);
        let mut draw = |rows: &[String], styled: usize| {
            let mut picture = Buffer::empty(Rect::new(0, 0, 90, 12));
            for (y, row) in rows.iter().enumerate() {
                picture.set_stringn(0, y as u16, row, 90, Style::new());
                if y == styled {
                    picture.set_style(Rect::new(0, y as u16, 90, 1), Style::new().bg(Color::Blue));
                }
            }
            let bytes = frame.draw(Size::new(90, 12), |_, buffer| {
                buffer.clone_from(&picture);
                None
            });
            terminal.process(&bytes.unwrap().unwrap_or_default());
            assert_same(&terminal, &picture);
        };
        draw(&rows, 0);
        for (number, (from, count, by, up, styled)) in steps.into_iter().enumerate() {
            let moved = &mut rows[from..(from + count).min(12)];
            let by = by.min(moved.len());
            if up {
                moved.rotate_left(by);
            } else {
                moved.rotate_right(by);
            }
            if let Some(last) = moved.last_mut() {
                *last = format!("came in {number}");
            }
            draw(&rows, styled);
        }
    }
}

/// Whether a terminal shows a picture; on a blank, some styles are nothing to see.
fn assert_same(terminal: &Parser, picture: &Buffer) {
    let screen = terminal.screen();
    let mut half = false;
    for y in 0..picture.area.height {
        for x in 0..picture.area.width {
            let (wanted, shown) = (&picture[(x, y)], screen.cell(y, x).unwrap());
            if std::mem::replace(&mut half, shown.is_wide()) {
                continue;
            }
            let has = |modifier| wanted.modifier.contains(modifier);
            let contents = if shown.has_contents() {
                shown.contents()
            } else {
                " "
            };
            assert_eq!(contents, wanted.symbol(), "{x} {y}");
            assert_eq!(shown.inverse(), has(Modifier::REVERSED), "{x} {y}");
            assert_eq!(shown.underline(), has(Modifier::UNDERLINED), "{x} {y}");
            assert_eq!(shown.bgcolor(), color(wanted.bg), "{x} {y}");
            if contents != " " {
                assert_eq!(shown.bold(), has(Modifier::BOLD), "{x} {y}");
                assert_eq!(shown.dim(), has(Modifier::DIM), "{x} {y}");
                assert_eq!(shown.italic(), has(Modifier::ITALIC), "{x} {y}");
                assert_eq!(shown.fgcolor(), color(wanted.fg), "{x} {y}");
            }
        }
        half = false;
    }
}

fn color(color: Color) -> vt100::Color {
    match color {
        Color::Cyan => vt100::Color::Idx(6),
        Color::Blue => vt100::Color::Idx(4),
        Color::Magenta => vt100::Color::Idx(5),
        Color::Green => vt100::Color::Idx(2),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        _ => vt100::Color::Default,
    }
}
