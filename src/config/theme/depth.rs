//! How many colours a terminal has, and the nearest one among them.

use ratatui::style::Color;

use super::color;

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColorDepth {
    /// Any colour of 24 bits.
    True,
    /// The 256 of xterm.
    Indexed,
    /// The sixteen that the user has chosen for the terminal.
    Sixteen,
    /// None: the modifiers alone.
    None,
}

type Rgb = [u8; 3];

/// What xterm shows for its first sixteen. Users change them, but seldom beyond recognition.
const SIXTEEN: [Rgb; 16] = [
    [0x00, 0x00, 0x00],
    [0xcd, 0x00, 0x00],
    [0x00, 0xcd, 0x00],
    [0xcd, 0xcd, 0x00],
    [0x00, 0x00, 0xee],
    [0xcd, 0x00, 0xcd],
    [0x00, 0xcd, 0xcd],
    [0xe5, 0xe5, 0xe5],
    [0x7f, 0x7f, 0x7f],
    [0xff, 0x00, 0x00],
    [0x00, 0xff, 0x00],
    [0xff, 0xff, 0x00],
    [0x5c, 0x5c, 0xff],
    [0xff, 0x00, 0xff],
    [0x00, 0xff, 0xff],
    [0xff, 0xff, 0xff],
];

/// The steps of the colour cube that starts at number 16.
const CUBE: [u8; 6] = [0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff];

/// The colour of a terminal with fewer colours that comes nearest to one of 24 bits; any other
/// colour stays as it is.
pub(super) fn limited(color: Color, colors: ColorDepth) -> Color {
    let Color::Rgb(red, green, blue) = color else {
        return color;
    };
    let wanted = [red, green, blue];
    match colors {
        ColorDepth::True => color,
        ColorDepth::Indexed => Color::Indexed(indexed(wanted)),
        ColorDepth::Sixteen => sixteen(wanted),
        ColorDepth::None => Color::Reset,
    }
}

fn indexed(wanted: Rgb) -> u8 {
    let grays = (0..24u8).map(|step| (232 + step, [8 + 10 * step; 3]));
    cube()
        .chain(grays)
        .min_by_key(|(_, each)| distance(*each, wanted))
        .map_or(0, |(number, _)| number)
}

fn cube() -> impl Iterator<Item = (u8, Rgb)> {
    let greens_and_blues = |red| {
        CUBE.into_iter()
            .flat_map(move |green| CUBE.map(|blue| [red, green, blue]))
    };
    (16..=231).zip(CUBE.into_iter().flat_map(greens_and_blues))
}

fn sixteen(wanted: Rgb) -> Color {
    SIXTEEN
        .iter()
        .zip(color::NAMES)
        .min_by_key(|(each, _)| distance(**each, wanted))
        .map_or(Color::Reset, |(_, (_, color))| color)
}

/// How different two colours look: the "redmean" approximation, scaled to whole numbers
/// (<https://www.compuphase.com/cmetric.htm>).
fn distance(one: Rgb, other: Rgb) -> u32 {
    let [red, green, blue] = [0, 1, 2].map(|part: usize| {
        let of = |color: Rgb| color.get(part).copied().unwrap_or(0);
        u32::from(of(one).abs_diff(of(other))).pow(2)
    });
    let mean = u32::midpoint(u32::from(one[0]), u32::from(other[0]));
    (512 + mean) * red + 1024 * green + (767 - mean) * blue
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case([0x00, 0x00, 0x00], 16, Color::Black)]
    #[case([0xff, 0xff, 0xff], 231, Color::White)]
    #[case([0xff, 0x00, 0x00], 196, Color::LightRed)]
    #[case([0x5f, 0x87, 0xaf], 67, Color::DarkGray)]
    #[case([0x80, 0x80, 0x80], 244, Color::DarkGray)]
    #[case([0x0d, 0x15, 0x26], 234, Color::Black)]
    #[case([0x00, 0xd0, 0xd0], 44, Color::Cyan)]
    fn the_nearest_colour_is_taken(#[case] wanted: Rgb, #[case] number: u8, #[case] name: Color) {
        let [red, green, blue] = wanted;
        let color = Color::Rgb(red, green, blue);
        assert_eq!(limited(color, ColorDepth::Indexed), Color::Indexed(number));
        assert_eq!(limited(color, ColorDepth::Sixteen), name);
        assert_eq!(limited(color, ColorDepth::True), color);
        assert_eq!(limited(color, ColorDepth::None), Color::Reset);
    }

    #[test]
    fn the_terminal_s_own_colours_stay() {
        for (_, color) in color::NAMES {
            assert_eq!(limited(color, ColorDepth::Indexed), color);
            assert_eq!(limited(color, ColorDepth::Sixteen), color);
        }
    }

    proptest! {
        #[test]
        fn a_colour_of_the_cube_is_itself(number in 16u8..=231) {
            let found = cube().find(|(each, _)| *each == number).map(|(_, color)| color);
            prop_assert_eq!(found.map(indexed), Some(number));
        }
    }
}
