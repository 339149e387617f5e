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

/// The language of an entry's original name in English; none where neither the entry nor the
/// model says it.
pub fn language(strategy: &Strategy, entry: &Entry) -> Option<&'static str> {
    let code = entry
        .language
        .as_ref()
        .or(strategy.meta.language.as_ref())?;
    let primary = code.split('-').next()?.to_lowercase();
    let found = LANGUAGES.iter().find(|(code, _)| *code == primary);
    found.map(|(_, name)| *name)
}

/// Languages by the codes of ISO 639-1.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "Arabic"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("ms", "Malay"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sv", "Swedish"),
    ("th", "Thai"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

fn takes_the(name: &str, role: Role) -> bool {
    // What tells it from others of that name does not count: `NISC (2005 to 2015)`.
    let name = name.split(" (").next().unwrap_or(name);
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
