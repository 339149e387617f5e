//! What the program prints of a model: outline, card, hits, links, JSON.

use serde_json::Value;

use crate::cli::home::{Home, Ran, data};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn without_a_terminal_the_bare_command_prints_the_outline() {
    let home = Home::new();
    let outline = home.ok("show");
    assert_eq!(
        Ran::of(home.command([""; 0]).output().unwrap()).out,
        outline
    );
    let dumb = home.command([""; 0]).env("TERM", "dumb").output().unwrap();
    assert_eq!(Ran::of(dumb).out, outline);
    assert!(outline.starts_with("Japan: Cybersecurity Strategy (2021)\n"));
    assert!(outline.contains("Superseded by Cybersecurity Strategy (2025) on 23 Dec 2025."));
    assert!(!outline.contains('\u{1b}'));
}

#[test]
fn the_outline_has_a_line_for_every_entry() {
    let home = Home::new();
    let outline = home.ok("show");
    let ids: Vec<&str> = outline
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let model = json(&home.ok("export --format json"));
    let mut count = 0;
    for list in model
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_array)
    {
        for entry in list.iter().filter(|entry| entry["kind"].is_string()) {
            count += 1;
            assert!(
                ids.contains(&entry["id"].as_str().unwrap()),
                "{}",
                entry["id"]
            );
            let objectives = entry["objectives"].as_array();
            for objective in objectives.into_iter().flatten() {
                count += 1;
                assert!(ids.contains(&objective["id"].as_str().unwrap()));
            }
        }
    }
    assert_eq!(ids.len(), count);
    assert!(outline.contains("  1.1 Secured Internet-of-Things systems\n"));
}

#[test]
fn a_card_has_everything_about_its_entry() {
    let card = Home::new().ok("show nisc-2015");
    for part in [
        "NISC (2015 to 2025)\n",
        "内閣サイバーセキュリティセンター (Naikaku Saibāsekyuriti Sentā)\n",
        "Also called National center",
        "nisc-2015 (actor, body, 9 Jan 2015 to 1 Jul 2025)\n",
        "\nLinks\n",
        "  secretariat of ",
        "(headquarters),",
        "9 Jan 2015 to 1 Jul 2025 [P8] [s20]\n",
        "  succeeded by ",
        "(nco) [s76] [s77]\n",
        "\nCaveats\n",
        "\nSources\n",
        "NISC, primary source\n",
        "           https://www.nisc.go.jp/about/history/index.html\n",
        "superseded by Cybersecurity Strategy",
    ] {
        assert!(card.contains(part), "{part:?} is not in\n{card}");
    }
    assert!(
        !card.contains("Two bodies share"),
        "the note is the speaker's"
    );
    let longest = card.lines().filter(|line| !line.contains("://"));
    assert!(longest.map(|line| line.chars().count()).max().unwrap() <= 80);
}

#[test]
fn a_pillar_lists_its_objectives_and_a_source_who_cites_it() {
    let home = Home::new();
    assert!(
        home.ok("show dx")
            .contains("\nObjectives\n  public-awareness     3.1 A programme")
    );
    let source = home.ok("show article");
    assert!(source.contains("\nCited by ") && source.contains("\n  nisc-2015 "));
}

#[test]
fn colour_comes_only_when_it_is_asked_for() {
    let home = Home::new();
    assert!(
        home.ok("show dx --color always")
            .contains("\u{1b}[1mLinks\u{1b}[0m")
    );
    let command = &mut home.command(["show", "dx", "--color", "always"]);
    let ran = Ran::of(command.env("NO_COLOR", "1").output().unwrap());
    assert!(
        ran.out.contains('\u{1b}'),
        "an explicit wish beats NO_COLOR"
    );
    assert!(!home.ok("show dx").contains('\u{1b}'));
}

#[test]
fn json_of_an_entry_has_the_names_of_the_model_file() {
    let entry = json(&Home::new().ok("show nisc-2015 --format json"));
    assert_eq!(entry["id"], "nisc-2015");
    assert_eq!(entry["kind"], "actor");
    assert_eq!(entry["role"], "Body");
    assert_eq!(entry["active"]["from"], "2015-01-09");
    assert_eq!(entry["minutes"], 3);
    assert_eq!(entry["sources"][0][0], "article");
    assert_eq!(entry["sources"][0][1], "P8");
    assert_eq!(entry["links"][0]["verb"], "SecretariatOf");
    assert_eq!(entry["links"][0]["to"], "headquarters");
    let from = entry["linked_from"].as_array().unwrap();
    let successor = from.iter().find(|link| link["verb"] == "Succeeds").unwrap();
    assert_eq!(successor["from"], "nco");
    assert_eq!(successor["words"], "succeeded by");
    for absent in ["date", "url", "unverified", "objectives"] {
        assert!(entry.get(absent).is_none(), "{absent} is empty");
    }
}

#[test]
fn find_prints_a_hit_a_line_and_fails_without_one() {
    let home = Home::new();
    let hits = home.ok("find -k actors national police");
    assert_eq!(
        hits.lines().next().unwrap(),
        "police\tactor\tNational Police Agency"
    );
    assert_eq!(home.ok("find cyber --limit 2").lines().count(), 2);
    let goals = home.ok("find -k goal");
    assert_eq!(goals.lines().count(), 3);
    let found = json(&home.ok("find police --format json"));
    assert_eq!(found[0]["id"], "police");
    assert!(
        home.fails(1, "find zzzqqqxxx")
            .contains("nothing matches `zzzqqqxxx`")
    );
    let none = home.run(["find", "zzzqqqxxx", "--format", "json"]);
    assert_eq!((none.code, none.out.as_str()), (1, "[]\n"));
}

#[test]
fn links_go_both_ways_or_one() {
    let home = Home::new();
    let all = home.ok("links nisc-2015");
    let (out, inward) = (
        home.ok("links nisc-2015 --out"),
        home.ok("links nisc-2015 --in"),
    );
    assert_eq!(format!("{out}{inward}"), all);
    let first = "secretariat of\theadquarters\tCybersecurity Strategic Headquarters\t9 Jan 2015 to 1 Jul 2025";
    assert_eq!(out.lines().next().unwrap(), first);
    assert!(inward.contains("succeeded by\tnco\tNational Cybersecurity Office\n"));
    let links = json(&home.ok("links nisc-2015 --format json"));
    assert_eq!(links.as_array().unwrap().len(), all.lines().count());
}

#[test]
fn the_model_may_come_from_a_file_standard_input_the_environment_or_the_settings() {
    let home = Home::new();
    let starter = home.write("mine.ron", data("starter.ron"));
    let title = "Exampleland: National Water Strategy (2030)\n";
    assert!(home.ok("mine.ron").starts_with(title));
    assert!(home.ok("show -m mine.ron").starts_with(title));
    assert!(home.ok("-m mine.ron show").starts_with(title));
    let open = || std::fs::File::open(&starter).unwrap();
    let piped = home.command(["-"]).stdin(open()).output().unwrap();
    assert!(Ran::of(piped).out.starts_with(title));
    let set = home
        .command(["show"])
        .env("SENRYAKU_MODEL", "mine.ron")
        .output()
        .unwrap();
    assert!(Ran::of(set).out.starts_with(title));
    home.write("config/senryaku/config.ron", "(model: \"water.ron\")");
    home.write("config/senryaku/water.ron", data("starter.ron"));
    assert!(home.ok("show").starts_with(title));
    assert!(home.ok("show -m jp-2021").starts_with("Japan"));
}
