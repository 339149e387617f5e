//! No import circle between files: a file is never needed, over others, by what it needs itself.
//!
//! A parent that lists its children and passes their names on (`pub use child::Name`) is no part
//! of a circle; what a name passed on means is followed to the file that has it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

type Names = Vec<String>;

/// The files of the crate: the path of their module, and their code.
fn modules() -> BTreeMap<String, String> {
    fn walk(folder: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
                continue;
            }
            let inside = path.strip_prefix("src").unwrap().with_extension("");
            let module = inside.to_str().unwrap().replace('/', "::");
            if path.extension().is_some_and(|ext| ext == "rs")
                && !["lib", "main"].contains(&&*module)
            {
                found.insert(module, code(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(Path::new("src"), &mut found);
    found
}

/// A text without its tests and comments.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = text.lines().map(|line| line.split("//").next().unwrap());
    lines.collect::<Vec<_>>().join(" ")
}

/// The paths of a tree of imports: `a::{b, c::d}` are `a::b` and `a::c::d`.
fn paths(tree: &str) -> Names {
    let Some((head, rest)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap().replace(' ', "")];
    };
    let inside = rest.rsplit_once('}').map_or(rest, |(inside, _)| inside);
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for each in inside.chars() {
        match each {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(each);
    }
    let named = parts.iter().filter(|part| !part.trim().is_empty());
    named
        .flat_map(|part| paths(&format!("{}{}", head.trim(), part.trim())))
        .collect()
}

/// The import statements of a file, each with whether it passes its names on, and the rest.
fn imports(code: &str) -> (Vec<(bool, String)>, String) {
    let (mut found, mut rest, mut left) = (Vec::new(), String::new(), code);
    while let Some(at) = left.find("use ") {
        let (before, after) = left.split_at(at);
        let starts = before.chars().next_back().is_none_or(char::is_whitespace);
        let (statement, next) = after.split_once(';').unwrap_or((after, ""));
        rest.push_str(before);
        if starts {
            let line = before.trim_end();
            let passes = line.ends_with("pub")
                || (line.ends_with(')') && line.contains("pub("))
                    && line[line.rfind("pub(").unwrap()..].find(')')
                        == Some(line.len() - 1 - line.rfind("pub(").unwrap());
            found.push((passes, statement["use ".len()..].to_owned()));
            left = next;
        } else {
            left = &after["use ".len()..];
        }
    }
    rest.push_str(left);
    (found, rest)
}

/// The paths that stand in a text outside of imports.
fn mentions(text: &str) -> Names {
    let is_part = |each: char| each.is_alphanumeric() || each == '_' || each == ':';
    let words = text.split(|each| !is_part(each));
    words
        .filter(|word| word.contains("::"))
        .map(|word| word.trim_matches(':').to_owned())
        .collect()
}

struct House {
    modules: BTreeMap<String, String>,
    passed_on: BTreeMap<(String, String), Names>,
}

impl House {
    /// The path from the root of the crate that a path means in a module.
    fn absolute(&self, path: &str, module: &str) -> Option<Names> {
        let mut base: Names = module.split("::").map(str::to_owned).collect();
        let mut parts = path.split("::").peekable();
        match *parts.peek()? {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                while parts.next_if_eq(&"super").is_some() {
                    base.pop();
                }
                base.extend(parts.map(str::to_owned));
                return Some(base);
            }
            first if self.modules.contains_key(&format!("{module}::{first}")) => {
                base.extend(parts.map(str::to_owned));
                return Some(base);
            }
            _ => return None,
        }
        base.extend(parts.skip(1).map(str::to_owned));
        Some(base)
    }

    /// The file that has what a path names, whoever passes the name on.
    fn home(&self, path: &[String], seen: usize) -> Option<String> {
        let (at, module) = (1..=path.len())
            .rev()
            .map(|at| (at, path[..at].join("::")))
            .find(|(_, module)| self.modules.contains_key(module))?;
        let passed = path
            .get(at)
            .and_then(|name| self.passed_on.get(&(module.clone(), name.clone())));
        match passed {
            Some(target) if seen < 8 => self.home(&[target, &path[at + 1..]].concat(), seen + 1),
            _ => Some(module),
        }
    }
}

/// Which files each file needs.
fn needs() -> BTreeMap<String, BTreeSet<String>> {
    let mut house = House {
        modules: modules(),
        passed_on: BTreeMap::new(),
    };
    let mut named: BTreeMap<String, Vec<(bool, Names)>> = BTreeMap::new();
    for (module, code) in &house.modules {
        let (imports, rest) = imports(code);
        let imported = imports
            .iter()
            .flat_map(|(passes, tree)| paths(tree).into_iter().map(move |path| (*passes, path)));
        let all = imported.chain(mentions(&rest).into_iter().map(|path| (false, path)));
        let all = all.filter_map(|(passes, path)| Some((passes, house.absolute(&path, module)?)));
        named.insert(module.clone(), all.collect());
    }
    for (module, paths) in &named {
        for (_, path) in paths.iter().filter(|(passes, _)| *passes) {
            let name = path.last().unwrap().clone();
            house.passed_on.insert((module.clone(), name), path.clone());
        }
    }
    let edge = |module: &String, (passes, path): &(bool, Names)| {
        let home = house.home(path, 0)?;
        let lists = *passes && home.starts_with(&format!("{module}::"));
        (home != *module && !lists).then_some(home)
    };
    named
        .iter()
        .map(|(module, paths)| {
            (
                module.clone(),
                paths.iter().filter_map(|each| edge(module, each)).collect(),
            )
        })
        .collect()
}

/// Everything that a file needs, over others too.
fn reach(needs: &BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<String> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from.to_owned()]);
    while let Some(module) = open.pop() {
        for next in needs.get(&module).into_iter().flatten() {
            if found.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    found
}

#[test]
fn no_file_is_needed_by_what_it_needs() {
    let needs = needs();
    let edges: usize = needs.values().map(BTreeSet::len).sum();
    assert!(edges > 200, "the imports were not understood: {edges}");
    let mut circles: Vec<String> = Vec::new();
    for module in needs.keys() {
        let there = reach(&needs, module);
        if there.contains(module) {
            let members: Vec<&str> = there
                .iter()
                .filter(|other| reach(&needs, other).contains(module))
                .map(String::as_str)
                .collect();
            circles.push(members.join(", "));
        }
    }
    circles.sort();
    circles.dedup();
    assert!(
        circles.is_empty(),
        "import circles:\n{}",
        circles.join("\n")
    );
}
