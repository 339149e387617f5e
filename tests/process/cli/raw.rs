//! Nothing raw reaches the terminal: hostile models, settings and arguments through every command
//! that prints, and every byte of the answers read.

use crate::cli::home::{Home, Ran};

/// What drives a terminal, turns text round or is unseen.
const PIECES: &[&str] = &[
    "\x1b[31m",
    "\x1b]0;x\x07",
    "\x1bc",
    "\x1b(0",
    "\x1b\\",
    "\u{9b}31m",
    "\u{90}q\u{9c}",
    "\u{9d}52;c;YQ==\u{9c}",
    "\u{85}",
    "\u{8d}",
    "\x07",
    "\x08",
    "\x0e",
    "\x7f",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "\u{61c}",
    "\u{ad}",
    "\u{2028}",
    "\u{2060}",
    "\u{fff9}",
    "\u{e0041}",
];

/// The first character that has no place in what a command prints.
fn raw(printed: &str, styled: bool) -> Option<String> {
    let mut plain = printed.to_owned();
    while let Some(at) = plain.find("\x1b[").filter(|_| styled) {
        let end = plain[at + 2..].find(|each: char| !each.is_ascii_digit() && each != ';')?;
        if !plain[at + 2 + end..].starts_with('m') {
            break;
        }
        plain.replace_range(at..=at + 2 + end, "");
    }
    let is_raw = |each: char| {
        (each.is_control() && !matches!(each, '\n' | '\t'))
            || matches!(each, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    };
    let at = plain.find(is_raw)?;
    Some(plain[at..].chars().take(30).collect())
}

fn check(ran: &Ran, what: &str, styled: bool) {
    assert_eq!(raw(&ran.out, styled), None, "{what}");
    assert_eq!(raw(&ran.err, styled), None, "{what}");
}

#[test]
fn the_check_itself_finds_what_it_should() {
    for piece in PIECES {
        assert!(raw(&format!("a{piece}b"), false).is_some(), "{piece:?}");
    }
    assert_eq!(raw("a\x1b[1;31mb\x1b[0m 戦略\n", true), None);
    assert!(raw("a\x1b[2Jb", true).is_some());
}

#[test]
fn a_hostile_model_is_printed_without_its_bytes() {
    let home = Home::new();
    for piece in PIECES {
        let model = format!(
            "(format: 1, id: \"x\", title: \"T{piece}\", country: \"C\", status: InForce, summary: \"S{piece}\",
             pillars: [(id: \"p\", name: \"N{piece}n\", aliases: [\"A{piece}\"], note: \"N{piece}\",
                details: [\"D{piece}d\"], caveats: [(text: \"C{piece}\")], sources: [(\"s\", \"{piece}1\")],
                links: [(verb: Other(\"leads{piece}\", \"led{piece}\"), to: \"s\")])],
             sources: [(id: \"s\", name: \"S{piece}\", url: \"https://x.example/{piece}\")])"
        );
        home.write("inside.ron", &model);
        home.write(
            "between.ron",
            model.replacen("title:", &format!("{piece} title:"), 1),
        );
        home.write(
            "remark.ron",
            model.replacen("title:", &format!("/*{piece}*/ titel:"), 1),
        );
        for file in ["inside.ron", "between.ron", "remark.ron"] {
            check(&home.run(["check", file]), file, false);
            check(&home.run(["check", "--color", "always", file]), file, true);
        }
        if home.run(["check", "inside.ron"]).code != 0 {
            continue;
        }
        for words in [
            "show",
            "show p",
            "show --format json",
            "links p",
            "find n",
            "find --format json n",
            "export",
            "export --format json",
            "export --format deck --with-notes",
            "export --format anki",
            "export --format sheet",
            "study --stats",
        ] {
            let words = words.split(' ').chain(["-m", "inside.ron"]);
            check(&home.run(words), piece, false);
        }
    }
}

#[test]
fn hostile_settings_are_shown_without_their_bytes() {
    let home = Home::new();
    for piece in PIECES {
        for (file, text) in [
            ("config.ron", format!("(theme: \"dark{piece}\")")),
            ("config.ron", format!("(theem{piece}: \"dark\")")),
            (
                "keymap.ron",
                format!("(browse: {{\"q{piece}\": \"quit\"}})"),
            ),
            ("themes/mine.ron", format!("(text: \"{piece}red\")")),
        ] {
            home.write("config/senryaku/config.ron", "(theme: \"mine\")");
            home.write("config/senryaku/keymap.ron", "()");
            home.write(&format!("config/senryaku/{file}"), text);
            for words in ["paths", "show"] {
                check(&home.run(words.split(' ')), piece, false);
            }
        }
    }
}

#[test]
fn what_is_kept_and_planned_is_shown_without_its_bytes() {
    use senryaku::study::log::{Act, Line, LineId};
    let home = Home::new();
    let piece = PIECES.concat();
    home.write(
        "talk.ron",
        format!("(format: 1, model: \"jp-2021\", steps: [(entry: \"dx\", note: \"a{piece}b\")])"),
    );
    home.write(
        "broken.ron",
        format!("(format: 1, model: \"jp-2021\", steps: [(entry: \"dx{piece}\"),{piece}])"),
    );
    for plan in ["talk.ron", "broken.ron"] {
        let words = format!("export --format deck --with-notes --plan {plan}");
        check(&home.run(words.split(' ')), plan, false);
    }
    // As another program may have written them.
    let aside = Line {
        id: LineId {
            session: "x".to_owned(),
            number: 1,
        },
        day: senryaku::study::Day::of("2020-01-01".parse().unwrap()),
        model: "jp-2021".to_owned(),
        key: senryaku::study::Key::new("own-2", ["dx"]),
        act: Act::Aside(format!("a{piece}b")),
    };
    let broken = format!("{aside}torn{piece}\nsenryaku9\t{piece}\n");
    home.write("state/senryaku/reviews.log", broken);
    let parked = senryaku::brief::Parked {
        day: format!("d{piece}"),
        time: format!("t{piece}"),
        name: format!("n{piece}"),
        ..senryaku::brief::Parked::default()
    };
    let mine = format!("{}x{piece}\n", parked.line().unwrap());
    home.write(".local/share/senryaku/mine/jp-2021.ron", mine);
    for words in [
        "study --aside",
        "study --aside --format json",
        "study --due",
        "study --stats",
        "mine",
        "mine --format json",
    ] {
        check(&home.run(words.split(' ')), words, false);
    }
    // That what was checked was printed at all.
    assert!(home.run(["mine"]).out.starts_with('d'));
    assert_eq!(home.run(["study", "--aside"]).code, 0);
}

#[test]
fn a_hostile_argument_is_quoted_without_its_bytes() {
    let home = Home::new();
    for piece in PIECES {
        let word = format!("dx{piece}x");
        for words in [
            &["show", &word][..],
            &["find", &word],
            &["links", &word],
            &["check", &word],
            &["-m", &word, "show"],
            &[&word],
            &["show", &format!("--{word}")],
            &["show", &format!("-{word}")],
            &["find", "-k", &word, "x"],
            &["export", "--format", &word],
            &["export", "-o", &format!("{word}/y")],
            &["brief", &word],
            &["study", "-n", &word],
            &["--as-of", &word, "show"],
            &["--at", &word],
        ] {
            check(&home.run(words), &format!("{words:?}"), false);
        }
        let always = ["--color", "always", "show", &format!("--{word}")];
        check(&home.run(always), piece, true);
    }
    let word = format!("dx{}x", PIECES.concat());
    for words in [
        &["links", "dx", "--to", &word][..],
        &["ask", "who", &word],
        &["mine", &word],
        &["new", "--plan", &word],
        &["brief", "--only", &word],
        &["brief", "--plan", &word],
        &["study", "--take-back", &word],
    ] {
        check(&home.run(words), &format!("{words:?}"), false);
    }
}
