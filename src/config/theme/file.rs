//! One theme file as its author wrote it, checked and laid over another theme.

use std::fmt;
use std::path::Path;

use ratatui::style::{Color, Modifier, Style};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::color;
use super::styles::{self, Theme};
use crate::config::faults::unknown;
use crate::model::{self, Problem, Report, Spanned, quoted};
use crate::text::Clean;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Theme")]
struct File {
    base: Option<Spanned<String>>,
    styles: Looks,
}

/// The styles in the order of the file, so that a name written twice is seen.
#[derive(Debug, Default)]
struct Looks(Vec<(Spanned<String>, Look)>);

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Style")]
struct Look {
    fg: Option<Spanned<String>>,
    bg: Option<Spanned<String>>,
    bold: Option<bool>,
    dim: Option<bool>,
    italic: Option<bool>,
    underline: Option<bool>,
    reverse: Option<bool>,
}

impl<'de> Deserialize<'de> for Looks {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Self::default())
    }
}

impl<'de> Visitor<'de> for Looks {
    type Value = Self;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("styles by name, such as {\"selected\": (bold: true)}")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(entry) = map.next_entry()? {
            self.0.push(entry);
        }
        Ok(self)
    }
}

/// Lays a file over the theme that it names, or over `default` when it names none.
pub(super) fn read(name: &str, text: &str, default: Theme) -> Result<Theme, Box<Report>> {
    model::read(name, text, |file: File, faults| {
        let mut theme = match &file.base {
            Some(base) => based_on(base, faults).unwrap_or(default),
            None => default,
        };
        if let Some(stem) = Path::new(name).file_stem() {
            theme.name = Clean::new(&stem.to_string_lossy()).to_string();
        }
        let mut seen: Vec<&Spanned<String>> = Vec::new();
        for (name, look) in &file.styles.0 {
            if let Some(first) = seen.iter().find(|each| each.value == name.value) {
                let message = format!("`{}` is given twice", quoted(&name.value));
                let problem = Problem::error(name.span(), message);
                faults.push(problem.other(first.span(), "first given here"));
            }
            seen.push(name);
            lay(&mut theme, name, look, faults);
        }
        theme
    })
}

fn based_on(base: &Spanned<String>, faults: &mut Vec<Problem>) -> Option<Theme> {
    let theme = Theme::named(&base.value);
    if theme.is_none() {
        let all = format!("a theme starts from {}", Theme::NAMES.join(", "));
        faults.push(unknown("theme", base, Theme::NAMES.iter().copied(), &all));
    }
    theme
}

fn lay(theme: &mut Theme, name: &Spanned<String>, look: &Look, faults: &mut Vec<Problem>) {
    let style = look.style(faults);
    if let Some((_, field)) = styles::get(&name.value) {
        let field = field(theme);
        *field = field.patch(style);
    } else {
        let all = format!("the styles are {}", Theme::STYLES.join(", "));
        faults.push(unknown("style", name, Theme::STYLES.iter().copied(), &all));
    }
}

impl Look {
    fn style(&self, faults: &mut Vec<Problem>) -> Style {
        let mut color = |given: &Option<Spanned<String>>| {
            given.as_ref().and_then(|given| colored(given, faults))
        };
        let mut style = Style {
            fg: color(&self.fg),
            bg: color(&self.bg),
            ..Style::new()
        };
        for (given, modifier) in [
            (self.bold, Modifier::BOLD),
            (self.dim, Modifier::DIM),
            (self.italic, Modifier::ITALIC),
            (self.underline, Modifier::UNDERLINED),
            (self.reverse, Modifier::REVERSED),
        ] {
            style = match given {
                Some(true) => style.add_modifier(modifier),
                Some(false) => style.remove_modifier(modifier),
                None => style,
            };
        }
        style
    }
}

fn colored(written: &Spanned<String>, faults: &mut Vec<Problem>) -> Option<Color> {
    let color = color::parse(&written.value);
    if color.is_none() {
        let known = color::NAMES.iter().map(|(name, _)| *name);
        let all = "a colour is `#rrggbb`, `default` or one of the terminal's own, such as `cyan` \
                   or `bright-cyan`";
        faults.push(unknown("colour", written, known, all));
    }
    color
}
