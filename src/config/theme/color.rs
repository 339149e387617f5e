//! Colours as theme files write them: a name of the terminal's own sixteen, `#rrggbb`, `default`.

use ratatui::style::Color;

/// The terminal's own sixteen, in the order of their numbers, and its default.
pub(super) const NAMES: [(&str, Color); 17] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
    ("default", Color::Reset),
];

/// The colour that a text names.
pub(super) fn parse(text: &str) -> Option<Color> {
    if let Some(digits) = text.strip_prefix('#') {
        return hex(digits);
    }
    NAMES
        .iter()
        .find(|(name, _)| *name == text)
        .map(|(_, color)| *color)
}

fn hex(digits: &str) -> Option<Color> {
    // `from_str_radix` alone would take a sign.
    if digits.len() != 6 || !digits.bytes().all(|each| each.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some(Color::from_u32(number))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("cyan", Some(Color::Cyan))]
    #[case("white", Some(Color::Gray))]
    #[case("bright-white", Some(Color::White))]
    #[case("default", Some(Color::Reset))]
    #[case("#165e83", Some(Color::Rgb(0x16, 0x5e, 0x83)))]
    #[case("#FFffFF", Some(Color::Rgb(255, 255, 255)))]
    #[case("#fff", None)]
    #[case("#+12345", None)]
    #[case("165e83", None)]
    #[case("#藍藍", None)]
    #[case("", None)]
    fn a_colour_is_a_name_or_six_digits(#[case] text: &str, #[case] color: Option<Color>) {
        assert_eq!(parse(text), color);
    }
}
