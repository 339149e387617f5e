//! Theme files: the embedded ones, and patches.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ratatui::style::{Color, Modifier, Style};
use rstest::rstest;
use senryaku::config::{ColorDepth, Theme};

fn patched(text: &str) -> Theme {
    Theme::patched("mine.ron", text).unwrap_or_else(|report| panic!("{:?}", report.problems))
}

#[test]
fn every_file_of_the_folder_is_a_theme_and_gives_every_style() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/themes");
    let mut found = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let read = Theme::patched(path.to_str().unwrap(), &text);
        assert_eq!(read.map(|theme| theme.name).ok(), Some(name.clone()));
        for style in Theme::STYLES {
            assert!(text.contains(&format!("\"{style}\":")), "{name}: {style}");
        }
        found.insert(name);
    }
    assert_eq!(
        found,
        Theme::NAMES.iter().map(ToString::to_string).collect()
    );
}

#[test]
fn every_name_leads_to_its_theme() {
    for name in Theme::NAMES {
        let theme = Theme::named(name).unwrap();
        assert_eq!(theme.name, *name);
        assert_ne!(theme.selected, Style::default());
    }
    assert_eq!(Theme::named("elephant"), None);
}

#[test]
fn a_patch_changes_what_it_names_and_nothing_else() {
    let text = "(base: \"ai\", styles: {\"title\": (fg: \"#165e83\", underline: true), \"key\": (bold: false)})";
    let base = Theme::named("ai").unwrap();
    let theme = patched(text);
    assert_eq!(theme.name, "mine");
    assert_eq!(theme.title.fg, Some(Color::Rgb(0x16, 0x5e, 0x83)));
    assert!(
        theme
            .title
            .add_modifier
            .contains(Modifier::BOLD | Modifier::UNDERLINED)
    );
    assert_eq!(theme.key.fg, base.key.fg);
    assert!(!theme.key.add_modifier.contains(Modifier::BOLD));
    let same = Theme {
        name: base.name.clone(),
        title: base.title,
        key: base.key,
        ..theme
    };
    assert_eq!(same, base);
}

#[test]
fn without_a_base_a_patch_starts_from_the_default() {
    let theme = patched("()");
    assert_eq!(
        theme.selected,
        Theme::named(Theme::NAMES[0]).unwrap().selected
    );
}

#[rstest]
#[case(
    "(base: \"washy\")",
    "\"washy\"",
    "no theme is called `washy`",
    "did you mean `washi`?"
)]
#[case(
    "(styles: {\"titel\": (bold: true)})",
    "\"titel\"",
    "no style is called `titel`",
    "did you mean `title`?"
)]
#[case(
    "(styles: {\"title\": (fg: \"cyaan\")})",
    "\"cyaan\"",
    "no colour is called `cyaan`",
    "did you mean `cyan`?"
)]
#[case(
    "(styles: {\"title\": (bg: \"#12345\")})",
    "\"#12345\"",
    "no colour is called `#12345`",
    "a colour is `#rrggbb`, `default` or one of the terminal's own, such as `cyan` or `bright-cyan`"
)]
fn a_bad_file_says_what_is_wrong_and_where(
    #[case] text: &str,
    #[case] at: &str,
    #[case] message: &str,
    #[case] help: &str,
) {
    let report = Theme::patched("mine.ron", text).unwrap_err();
    assert_eq!(report.problems.len(), 1, "{:?}", report.problems);
    let problem = &report.problems[0];
    assert_eq!(text.get(problem.span.clone()), Some(at));
    assert_eq!(problem.message, message);
    assert_eq!(problem.help.as_deref(), Some(help));
}

#[test]
fn a_style_given_twice_names_both_places() {
    let text = "(styles: {\"key\": (bold: true), \"key\": (dim: true)})";
    let report = Theme::patched("mine.ron", text).unwrap_err();
    let first = text.find("\"key\"").unwrap();
    let (other, _) = report.problems[0].other.clone().unwrap();
    assert_eq!(other, first..first + 5);
}

#[test]
fn an_unknown_field_of_a_style_is_an_error_with_a_suggestion() {
    let text = "(styles: {\"key\": (bolt: true)})";
    let report = Theme::patched("mine.ron", text).unwrap_err();
    let problem = &report.problems[0];
    assert_eq!(text.get(problem.span.clone()), Some("bolt"));
    assert_eq!(problem.help.as_deref(), Some("did you mean `bold`?"));
}

fn colors(theme: &Theme) -> Vec<Color> {
    Theme::STYLES
        .iter()
        .filter_map(|name| theme.style(name))
        .flat_map(|style| [style.fg, style.bg])
        .flatten()
        .collect()
}

#[test]
fn a_terminal_is_asked_only_for_colours_that_it_has() {
    for name in Theme::NAMES {
        let theme = || Theme::named(name).unwrap();
        let mut indexed = colors(&theme().limited(ColorDepth::Indexed)).into_iter();
        assert!(indexed.all(|color| !matches!(color, Color::Rgb(..))));
        let mut sixteen = colors(&theme().limited(ColorDepth::Sixteen)).into_iter();
        assert!(sixteen.all(|color| !matches!(color, Color::Rgb(..) | Color::Indexed(_))));
        assert!(colors(&theme().limited(ColorDepth::None)).is_empty());
        assert_eq!(theme().limited(ColorDepth::True), theme());
    }
}
