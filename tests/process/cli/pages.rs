//! Help, completions, manual, paths, models.

use crate::cli::home::Home;

const COMMANDS: [&str; 11] = [
    "show",
    "find",
    "links",
    "check",
    "new",
    "export",
    "models",
    "completions",
    "man",
    "paths",
    "mine",
];

#[test]
fn help_names_every_command_and_each_has_help_of_its_own() {
    let home = Home::new();
    let (short, long) = (home.ok("-h"), home.ok("--help"));
    assert!(short.contains("Examples:") && long.contains("Exit codes:"));
    for command in COMMANDS {
        assert!(short.contains(&format!("  {command} ")), "{command}");
        let own = home.ok(&format!("{command} --help"));
        assert!(own.contains(&format!("Usage: senryaku {command}")), "{own}");
        assert!(!own.contains("--no-mouse"), "{command} does not explore");
    }
    assert!(home.ok("--version").starts_with("senryaku 0."));
}

#[test]
fn every_shell_gets_its_completions() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = home.ok(&format!("completions {shell}"));
        for command in COMMANDS {
            assert!(script.contains(command), "{shell} {command}");
        }
    }
    assert!(home.fails(2, "completions tcsh").contains("fish"));
}

#[test]
fn the_manual_describes_every_command() {
    let page = Home::new().ok("man");
    assert!(page.contains(".TH senryaku 1"));
    for command in COMMANDS {
        assert!(page.contains(&format!("\n.SS {command}")), "{command}");
    }
    assert!(page.contains("EXIT STATUS") && page.contains("SENRYAKU_MODEL"));
}

#[test]
fn paths_tells_what_is_there() {
    let home = Home::new();
    let settings = home.path("config/senryaku/config.ron");
    let line = |state: &str| format!("settings\t{}\t{state}\n", settings.display());
    assert!(home.ok("paths").starts_with(&line("absent")));
    home.write("config/senryaku/config.ron", "()");
    assert!(home.ok("paths").starts_with(&line("present")));
    let paths: serde_json::Value = serde_json::from_str(&home.ok("paths --format json")).unwrap();
    assert_eq!(paths[0]["exists"], true);
}

#[test]
fn models_lists_what_is_built_in() {
    let home = Home::new();
    let models = home.ok("models");
    assert!(models.starts_with("jp-2021\tJapan\tCybersecurity Strategy\t2021\tsuperseded by"));
    for line in models.lines() {
        let id = line.split('\t').next().unwrap();
        assert!(!home.ok(&format!("show -m {id}")).is_empty());
    }
}
