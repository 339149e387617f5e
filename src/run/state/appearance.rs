//! What the user's own files say about looks and keys, and what the command line makes of it.

use std::path::PathBuf;

use super::folders::Folders;
use crate::cli::{Global, When};
use crate::config::{Keymap, Settings, Theme};
use crate::run::failure::Failure;
use crate::run::{environment, open, suggest};
use crate::text::Clean;
use crate::ui::glyph::Glyphs;

/// How the program looks and what its keys mean.
#[derive(Debug)]
pub(crate) struct Appearance {
    pub theme: Theme,
    pub keymap: Keymap,
    pub glyphs: Glyphs,
    pub mouse: bool,
}

impl Appearance {
    /// Reads the files that exist; the command line comes before them.
    pub(crate) fn new(global: &Global, folders: &Folders) -> Result<Self, Failure> {
        let settings = settings(folders)?;
        let ascii = global.ascii
            || settings
                .ascii
                .unwrap_or_else(environment::is_ascii_terminal);
        Ok(Self {
            theme: theme(&theme_name(global, &settings), folders)?,
            keymap: keymap(folders)?,
            glyphs: if ascii { Glyphs::ASCII } else { Glyphs::BOX },
            mouse: !global.no_mouse && settings.mouse.unwrap_or(true),
        })
    }
}

/// The user's settings; the defaults when there is no file.
pub(crate) fn settings(folders: &Folders) -> Result<Settings, Failure> {
    match optional(folders.settings())? {
        Some((name, text)) => Settings::read(&name, &text).map_err(Failure::Broken),
        None => Ok(Settings::default()),
    }
}

fn keymap(folders: &Folders) -> Result<Keymap, Failure> {
    match optional(folders.keymap())? {
        Some((name, text)) => Keymap::patched(&name, &text).map_err(Failure::Broken),
        None => Ok(Keymap::embedded()),
    }
}

/// A theme that is asked for on the command line stands even under `NO_COLOR`.
fn theme_name(global: &Global, settings: &Settings) -> String {
    let mono = match global.color {
        When::Never => true,
        When::Auto => global.theme.is_none() && environment::is_color_refused(),
        When::Always => false,
    };
    if mono {
        return "mono".to_owned();
    }
    let default = || Theme::NAMES.first().copied().unwrap_or_default().to_owned();
    let wanted = global.theme.clone().or_else(|| settings.theme.clone());
    wanted.unwrap_or_else(default)
}

/// A file of the user's comes before an embedded theme of the same name.
fn theme(name: &str, folders: &Folders) -> Result<Theme, Failure> {
    let is_plain = !name.contains(['/', '\\']) && !name.starts_with('.');
    let own = folders.themes().filter(|_| is_plain);
    let path = own.map(|themes| themes.join(format!("{name}.ron")));
    if let Some((file, text)) = optional(path)? {
        return Theme::patched(&file, &text).map_err(Failure::Broken);
    }
    Theme::named(name).ok_or_else(|| unknown_theme(name))
}

fn unknown_theme(name: &str) -> Failure {
    let near = suggest::nearest(name, Theme::NAMES.iter().copied());
    Failure::with_hint(
        format!(
            "no theme `{}`{}",
            Clean::new(name),
            suggest::question(&near)
        ),
        format!("the themes are {}", Theme::NAMES.join(", ")),
    )
}

/// The name and text of a file that need not be there.
fn optional(path: Option<PathBuf>) -> Result<Option<(String, String)>, Failure> {
    let Some(path) = path.filter(|path| open::exists(path)) else {
        return Ok(None);
    };
    let name = Clean::new(&path.to_string_lossy()).to_string();
    let text = String::from_utf8(open::file(&path)?)
        .map_err(|_not_text| Failure::said(format!("`{name}` is not UTF-8 text")))?;
    Ok(Some((name, text)))
}
