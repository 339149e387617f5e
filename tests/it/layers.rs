//! The architecture: modules stand in layers, and a layer uses only those above it in `src/lib.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules that may name a terminal library, and the one file that may name a colour.
const MAY_DRAW: &[&str] = &["config", "ui", "env", "screen", "app", "run"];
const MAY_COLOUR: &str = "src/config/theme";

/// The modules of `src/lib.rs` with the number of their block, from 0.
fn layers() -> BTreeMap<String, usize> {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    let mut layers = BTreeMap::new();
    let mut block = 0;
    let mut in_block = false;
    for line in text.lines() {
        match line
            .strip_prefix("pub mod ")
            .and_then(|rest| rest.strip_suffix(';'))
        {
            Some(name) => {
                in_block = true;
                layers.insert(name.to_owned(), block);
            }
            None if in_block => {
                in_block = false;
                block += 1;
            }
            None => {}
        }
    }
    layers
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with the top-level module it belongs to, and its text without comments.
fn sources() -> Vec<(PathBuf, String, String)> {
    let mut files = Vec::new();
    rust_files(Path::new("src"), &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix("src").unwrap();
            let top = inside
                .components()
                .next()
                .unwrap()
                .as_os_str()
                .to_str()
                .unwrap();
            let module = top.trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code = text
                .lines()
                .map(|line| line.split("//").next().unwrap_or_default())
                .collect::<Vec<_>>()
                .join("\n");
            (path, module, code)
        })
        .collect()
}

/// The top-level modules that a text names through `crate::`, also inside braces.
fn named(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let first = rest.trim_start();
        let names: Vec<&str> = match first.strip_prefix('{') {
            Some(list) => list
                .split('}')
                .next()
                .unwrap_or_default()
                .split(',')
                .collect(),
            None => vec![first],
        };
        for name in names {
            let word: String = name
                .trim()
                .chars()
                .take_while(|each| each.is_alphanumeric() || *each == '_')
                .collect();
            found.push(word);
        }
    }
    found
}

#[test]
fn a_module_uses_only_the_layers_above_its_own() {
    let layers = layers();
    assert!(
        layers.len() >= 12,
        "src/lib.rs was not understood: {layers:?}"
    );
    let mut wrong = Vec::new();
    for (path, module, code) in sources() {
        let Some(own) = layers.get(&module) else {
            continue;
        };
        for name in named(&code) {
            let Some(other) = layers.get(&name) else {
                continue;
            };
            if name != module && other >= own {
                wrong.push(format!("{} uses crate::{name}", path.display()));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "layers flow one way:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_module_of_the_crate_stands_in_a_layer() {
    let layers = layers();
    for (path, module, _) in sources() {
        assert!(
            ["lib", "main", "build"].contains(&module.as_str()) || layers.contains_key(&module),
            "{} belongs to no layer of src/lib.rs",
            path.display()
        );
    }
}

#[test]
fn only_the_rooms_with_a_screen_name_a_terminal_library() {
    for (path, module, code) in sources() {
        if ["ratatui", "crossterm"]
            .iter()
            .any(|name| code.contains(name))
        {
            assert!(
                MAY_DRAW.contains(&module.as_str()),
                "{} names one",
                path.display()
            );
        }
    }
}

#[test]
fn only_the_theme_names_a_colour() {
    for (path, _, code) in sources() {
        if code.contains("Color::") || code.contains("style::Color") {
            assert!(
                path.to_string_lossy().starts_with(MAY_COLOUR),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn the_matcher_lives_behind_search_alone() {
    for (path, module, code) in sources() {
        assert!(
            !code.contains("fuzzy_matcher") || module == "search",
            "{}",
            path.display()
        );
    }
}

#[test]
fn every_file_says_why_it_exists() {
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches"] {
        if Path::new(folder).exists() {
            rust_files(Path::new(folder), &mut files);
        }
    }
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.starts_with("//! "),
            "{} opens without a line of purpose",
            path.display()
        );
    }
}
