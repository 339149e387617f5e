//! Whether the embedded themes can be read: contrast as WCAG 2 computes it, and no meaning by hue
//! alone.

use ratatui::style::{Color, Modifier, Style};
use rstest::rstest;
use senryaku::config::{ColorDepth, Theme};

/// What xterm shows for the sixteen colours of a terminal, by their numbers.
const SIXTEEN: [(Color, u32); 16] = [
    (Color::Black, 0x00_00_00),
    (Color::Red, 0xcd_00_00),
    (Color::Green, 0x00_cd_00),
    (Color::Yellow, 0xcd_cd_00),
    (Color::Blue, 0x00_00_ee),
    (Color::Magenta, 0xcd_00_cd),
    (Color::Cyan, 0x00_cd_cd),
    (Color::Gray, 0xe5_e5_e5),
    (Color::DarkGray, 0x7f_7f_7f),
    (Color::LightRed, 0xff_00_00),
    (Color::LightGreen, 0x00_ff_00),
    (Color::LightYellow, 0xff_ff_00),
    (Color::LightBlue, 0x5c_5c_ff),
    (Color::LightMagenta, 0xff_00_ff),
    (Color::LightCyan, 0x00_ff_ff),
    (Color::White, 0xff_ff_ff),
];

/// Lines, not text.
const RULES: [&str; 3] = ["rule", "rule_focused", "frame"];

/// Relative luminance, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(color: Color) -> f64 {
    let number = match color {
        Color::Rgb(red, green, blue) => u32::from_be_bytes([0, red, green, blue]),
        named => SIXTEEN.iter().find(|(each, _)| *each == named).unwrap().1,
    };
    let [_, red, green, blue] = number.to_be_bytes().map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(style: Style) -> f64 {
    let [one, other] = [style.fg.unwrap(), style.bg.unwrap()].map(luminance);
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The style as it stands on the screen.
fn on_screen(theme: &Theme, name: &str) -> Style {
    let below = match name {
        "bar_title" | "bar_warning" => theme.bar,
        _ => Style::default(),
    };
    theme.ground.patch(below).patch(theme.style(name).unwrap())
}

fn texts() -> impl Iterator<Item = &'static str> {
    Theme::STYLES
        .iter()
        .copied()
        .filter(|name| !RULES.contains(name))
}

#[test]
fn the_formula_gives_the_known_extremes() {
    let style = Style::new()
        .fg(Color::Rgb(0, 0, 0))
        .bg(Color::Rgb(255, 255, 255));
    assert!((contrast(style) - 21.0).abs() < 1e-9);
    let gray = style.fg(Color::Rgb(0x77, 0x77, 0x77));
    assert!((contrast(gray) - 4.478).abs() < 1e-3);
}

#[rstest]
#[case("ai", 4.5, 4.5)]
#[case("washi", 4.5, 4.0)]
#[case("contrast", 7.0, 7.0)]
fn every_text_stands_out_from_its_ground(
    #[case] theme: &str,
    #[case] least: f64,
    #[case] dim: f64,
) {
    let theme = Theme::named(theme).unwrap();
    for name in texts() {
        let found = contrast(on_screen(&theme, name));
        let least = if name == "dim" { dim } else { least };
        assert!(found >= least, "{} {name}: {found:.2}", theme.name);
    }
}

/// What may stand in a row that is selected: everything without a background of its own.
fn on_rows(theme: &Theme) -> impl Iterator<Item = &'static str> {
    let has_ground = |name: &str| theme.style(name).unwrap().bg.is_some();
    texts().filter(move |name| !name.starts_with("bar") && !has_ground(name))
}

#[rstest]
#[case("ai")]
#[case("washi")]
#[case("contrast")]
fn every_text_stands_out_in_a_selected_row(#[case] theme: &str) {
    let theme = Theme::named(theme).unwrap();
    for name in on_rows(&theme) {
        let found = contrast(on_screen(&theme, name).patch(theme.selected));
        assert!(found >= 7.0, "{} {name} selected: {found:.2}", theme.name);
        let found = contrast(on_screen(&theme, name).patch(theme.selected_away));
        let least = if name == "dim" { 3.0 } else { 4.5 };
        assert!(found >= least, "{} {name} away: {found:.2}", theme.name);
    }
    for row in [theme.ground, theme.selected, theme.selected_away] {
        let found = contrast(theme.ground.patch(row).patch(theme.mark));
        assert!(found >= 4.5, "{} mark: {found:.2}", theme.name);
    }
}

#[rstest]
#[case("ai", ColorDepth::Sixteen)]
#[case("washi", ColorDepth::Sixteen)]
#[case("contrast", ColorDepth::Sixteen)]
fn sixteen_colours_are_still_legible(#[case] theme: &str, #[case] colors: ColorDepth) {
    let theme = Theme::named(theme).unwrap().limited(colors);
    for name in texts() {
        let found = contrast(on_screen(&theme, name));
        assert!(found >= 3.0, "{} {name}: {found:.2}", theme.name);
    }
    let marked = theme.ground.patch(theme.selected).patch(theme.mark);
    assert!(contrast(marked) >= 3.0, "{} {marked:?}", theme.name);
}

#[test]
fn the_terminal_theme_is_right_on_dark_and_on_light() {
    let safe = [
        Color::Reset,
        Color::Cyan,
        Color::Magenta,
        Color::Red,
        Color::Green,
    ];
    let theme = Theme::named("terminal").unwrap();
    for name in Theme::STYLES {
        let style = theme.style(name).unwrap();
        let known = |color: Option<Color>, known: &[Color]| {
            color.is_none_or(|color| known.contains(&color))
        };
        assert!(known(style.fg, &safe), "{name}");
        assert!(known(style.bg, &[Color::Reset]), "{name}");
    }
}

/// The modifiers alone, as an eye without hues sees them.
fn modifiers(style: Style) -> (Modifier, Modifier) {
    (style.add_modifier, style.sub_modifier)
}

#[test]
fn no_meaning_is_by_hue_alone() {
    for name in Theme::NAMES {
        for colors in [
            ColorDepth::True,
            ColorDepth::Indexed,
            ColorDepth::Sixteen,
            ColorDepth::None,
        ] {
            let theme = Theme::named(name).unwrap().limited(colors);
            assert_ne!(
                modifiers(theme.header),
                modifiers(theme.header_focused),
                "{name}"
            );
            assert_ne!(modifiers(theme.text), modifiers(theme.link), "{name}");
            assert_ne!(modifiers(theme.text), modifiers(theme.milestone), "{name}");
            assert_ne!(modifiers(theme.hint), modifiers(theme.key), "{name}");
            assert_ne!(modifiers(theme.bar), modifiers(theme.bar_warning), "{name}");
            let mark = Modifier::BOLD | Modifier::UNDERLINED;
            assert!(theme.mark.add_modifier.contains(mark), "{name}");
            let rows = [Style::default(), theme.selected_away, theme.selected]
                .map(|row| theme.ground.patch(theme.text).patch(row));
            for (row, next) in [(rows[0], rows[1]), (rows[1], rows[2]), (rows[0], rows[2])] {
                let block = |style: Style| (style.bg, style.add_modifier);
                assert_ne!(block(row), block(next), "{name} {colors:?}");
            }
            assert_ne!(
                rows[2].patch(theme.mark),
                rows[2],
                "{name}: a match in the selected row is seen"
            );
        }
    }
}

#[test]
fn mono_names_no_colour() {
    let theme = Theme::named("mono").unwrap();
    for name in Theme::STYLES {
        let style = theme.style(name).unwrap();
        assert_eq!((style.fg, style.bg), (None, None), "{name}");
    }
}
