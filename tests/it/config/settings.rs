//! `config.ron`.

use rstest::rstest;
use senryaku::config::Settings;

#[test]
fn everything_may_be_left_out() {
    assert_eq!(
        Settings::read("config.ron", "()").unwrap(),
        Settings::default()
    );
}

#[test]
fn everything_may_be_set() {
    let text = "(theme: \"washi\", ascii: true, mouse: false, model: \"~/mine.ron\", minutes: 25)";
    let settings = Settings::read("config.ron", text).unwrap();
    assert_eq!(
        settings,
        Settings {
            theme: Some("washi".to_owned()),
            ascii: Some(true),
            mouse: Some(false),
            model: Some("~/mine.ron".to_owned()),
            minutes: Some(25),
        }
    );
}

#[rstest]
#[case(
    "(theme: \"washy\")",
    "\"washy\"",
    "no theme is called `washy`",
    "did you mean `washi`?"
)]
#[case(
    "(theme: \"elephant\")",
    "\"elephant\"",
    "no theme is called `elephant`",
    "there are terminal, ai, washi, contrast, mono, mine"
)]
#[case(
    "(theme: \"mines\")",
    "\"mines\"",
    "no theme is called `mines`",
    "did you mean `mine`?"
)]
fn an_unknown_theme_is_shown_where_it_is_named(
    #[case] text: &str,
    #[case] at: &str,
    #[case] message: &str,
    #[case] help: &str,
) {
    let report = Settings::read_with("config.ron", text, &["mine"]).unwrap_err();
    let problem = &report.problems[0];
    assert_eq!(report.text.get(problem.span.clone()), Some(at));
    assert_eq!(problem.message, message);
    assert_eq!(problem.help.as_deref(), Some(help));
}

#[test]
fn a_theme_of_the_user_s_own_is_known() {
    let text = "(theme: \"mine\")";
    assert!(Settings::read("config.ron", text).is_err());
    let settings = Settings::read_with("config.ron", text, &["mine"]).unwrap();
    assert_eq!(settings.theme.as_deref(), Some("mine"));
}

#[test]
fn the_place_is_right_behind_a_byte_order_mark() {
    let text = "\u{feff}(minutes: 0)";
    let report = Settings::read("config.ron", text).unwrap_err();
    let problem = &report.problems[0];
    assert_eq!(problem.message, "a briefing of no minutes");
    assert_eq!(report.text.get(problem.span.clone()), Some("0"));
}

#[test]
fn an_unknown_field_is_an_error_with_a_suggestion() {
    let report = Settings::read("config.ron", "(\n    them: \"ai\",\n)").unwrap_err();
    let problem = &report.problems[0];
    assert_eq!(report.text.get(problem.span.clone()), Some("them"));
    assert_eq!(problem.help.as_deref(), Some("did you mean `theme`?"));
}
