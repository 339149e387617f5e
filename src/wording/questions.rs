//! How a question speaks of an entry: `the Cabinet`, `Japan`, `the objective “Joint exercises”`.

use crate::model::{Entry, Kind, Role, Strategy};

/// An entry inside a question.
pub fn called(entry: &Entry) -> String {
    let name = entry.name.as_str();
    let quoted = format!("“{name}”");
    match entry.kind {
        Kind::Actor => {
            let role = entry.actor().map_or(Role::Body, |actor| actor.role);
            if let Some(rest) = name.strip_prefix("Other ") {
                format!("the other {rest}")
            } else if takes_the(name, role) {
                format!("the {name}")
            } else {
                name.to_owned()
            }
        }
        Kind::Instrument | Kind::Asset | Kind::Term | Kind::Source => quoted,
        kind => format!("the {} {quoted}", kind.word()),
    }
}

/// How a question asks for an actor: `Who`, `Which state`.
pub fn which(entry: &Entry) -> String {
    match entry.actor().map(|actor| actor.role) {
        Some(Role::Person) => "Who".to_owned(),
        Some(role) => format!("Which {}", role.word()),
        None => format!("Which {}", entry.kind.word()),
    }
}

/// The language of the names in their own language: `in Japanese`, when their script tells.
pub fn language(strategy: &Strategy) -> &'static str {
    let of_entries = strategy
        .entries()
        .filter_map(|(_, entry)| entry.original.as_ref());
    for name in strategy.meta.original.iter().chain(of_entries) {
        for each in name.chars() {
            match each {
                '\u{3041}'..='\u{30ff}' => return "in Japanese",
                '\u{ac00}'..='\u{d7a3}' => return "in Korean",
                _ => {}
            }
        }
    }
    "in its own language"
}

fn takes_the(name: &str, role: Role) -> bool {
    let lower = name.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    if ["the", "a", "an"].contains(&first) {
        return false;
    }
    match role {
        Role::Person => false,
        Role::State => {
            let plural = [
                "states",
                "islands",
                "emirates",
                "netherlands",
                "philippines",
            ];
            let common = ["kingdom", "republic", "union", "federation"];
            let last = lower.split(' ').next_back().unwrap_or_default();
            first == "united" || plural.contains(&last) || common.contains(&last)
        }
        Role::Sector | Role::Group => first == "private" || first == "public",
        Role::Body | Role::Office | Role::Organisation => {
            let one_word = !name.contains(' ');
            !(one_word && name.chars().all(|each| !each.is_lowercase())) && first != "asean"
        }
    }
}

/// Whether a text names a year, which would give a date away.
pub fn names_a_year(text: &str) -> bool {
    text.split(|each: char| !each.is_ascii_digit())
        .any(|digits| digits.len() == 4)
}
