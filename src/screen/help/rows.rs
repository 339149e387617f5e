//! What help lists: the actions by what one wants, in few words.

use crate::action::{ACTIONS, Action, Described, Mode};
use crate::env::Env;

/// What one wants, in the order in which help lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// Something with what is selected or shown.
    Here,
    /// To write or mend what is typed.
    Field,
    /// To see something else.
    View,
    /// To find an entry.
    Find,
    /// To go from one to the next.
    Move,
    /// To run a talk.
    Talk,
    /// Something with the strategy as a whole.
    Strategy,
    /// Something with the program.
    Program,
}

impl Group {
    const ALL: &'static [Self] = &[
        Self::Here,
        Self::Field,
        Self::View,
        Self::Find,
        Self::Move,
        Self::Talk,
        Self::Strategy,
        Self::Program,
    ];

    /// Its heading; `here` names what is selected.
    fn heading(self, here: &str) -> String {
        match self {
            Self::Here if here.is_empty() => "Here".to_owned(),
            Self::Here => format!("On this {here}"),
            Self::Field => "In the field".to_owned(),
            Self::View => "Another view".to_owned(),
            Self::Find => "Find".to_owned(),
            Self::Move => "Move".to_owned(),
            Self::Talk => "The talk".to_owned(),
            Self::Strategy => "The strategy".to_owned(),
            Self::Program => "The program".to_owned(),
        }
    }
}

/// Some actions that are one row of help: the first is what Enter does there.
struct Entry {
    group: Group,
    actions: &'static [Action],
    /// Of all of them together.
    says: &'static str,
    /// In this mode alone.
    only: Option<Mode>,
}

const fn row(group: Group, actions: &'static [Action], says: &'static str) -> Entry {
    Entry {
        group,
        actions,
        says,
        only: None,
    }
}

const fn only(mode: Mode, group: Group, action: &'static [Action], says: &'static str) -> Entry {
    Entry {
        only: Some(mode),
        ..row(group, action, says)
    }
}

use Group::{Field, Find, Here, Move, Program, Strategy, Talk, View};

/// Within a group by use. What is said of a command here has room beside its keys.
static TABLE: &[Entry] = &[
    row(Here, &[Action::Forward], "next step or point"),
    row(Here, &[Action::Back], "step or point before"),
    only(
        Mode::Explore,
        Here,
        &[Action::Enter],
        "read it in full, follow",
    ),
    only(Mode::Type, Here, &[Action::Enter], "go there"),
    only(Mode::Page, Here, &[Action::Enter], "go to it"),
    only(Mode::Study, Here, &[Action::Enter], "answer, and go on"),
    only(Mode::Brief, Here, &[Action::Enter], "open what is chosen"),
    row(Here, &[Action::Accept], "reveal, or go on"),
    row(
        Here,
        &[
            Action::Choose(1),
            Action::Choose(2),
            Action::Choose(3),
            Action::Choose(4),
        ],
        "choose, or grade",
    ),
    row(Here, &[Action::Undo], "take the answer back"),
    row(Here, &[Action::Aside], "put the card aside"),
    row(Here, &[Action::NextScope], "the next kind alone"),
    row(Here, &[Action::PreviousScope], "the kind before"),
    row(Here, &[Action::MoveUp], "move the step up"),
    row(Here, &[Action::MoveDown], "move the step down"),
    row(Here, &[Action::Narrow], "its events"),
    row(Here, &[Action::NextName], "choose a name on it"),
    row(Here, &[Action::PreviousName], "choose the name before"),
    row(Here, &[Action::Look], "look it up in full"),
    row(Here, &[Action::LeftOut], "what is left out of it"),
    row(Here, &[Action::Sources], "its sources in full"),
    row(Here, &[Action::Copy], "copy it with its citation"),
    row(Here, &[Action::Notes], "the speaker's note"),
    row(Here, &[Action::Test], "test yourself on it"),
    row(Here, &[Action::Present], "present from here"),
    only(Mode::Type, Field, &[Action::DeleteBack], "rub out before"),
    row(Field, &[Action::DeleteForward], "rub out here"),
    row(Field, &[Action::DeleteWord], "rub out a word"),
    row(Field, &[Action::DeleteAll], "empty the field"),
    row(
        Field,
        &[Action::CursorLeft, Action::CursorRight],
        "a letter left, right",
    ),
    row(
        Field,
        &[Action::CursorStart, Action::CursorEnd],
        "start, end",
    ),
    row(View, &[Action::AsOf], "as of a day"),
    row(View, &[Action::Zoom], "this pane alone"),
    row(
        View,
        &[
            Action::Pane(1),
            Action::Pane(2),
            Action::Pane(3),
            Action::Pane(4),
            Action::Pane(5),
            Action::Pane(6),
        ],
        "the panes",
    ),
    row(View, &[Action::Steps], "the list of the steps"),
    row(Find, &[Action::Search], "search, or ask a question"),
    row(
        Find,
        &[Action::NextHit, Action::PreviousHit],
        "next hit, hit before",
    ),
    row(Find, &[Action::Path], "the way to another"),
    row(Find, &[Action::TrailBack], "back along the trail"),
    row(Find, &[Action::TrailForward], "forward along the trail"),
    only(Mode::Brief, Find, &[Action::DeleteBack], "back from a jump"),
    row(Move, &[Action::Up, Action::Down], "up, down"),
    row(Move, &[Action::Out], "one level up"),
    row(Move, &[Action::NextPane], "next pane"),
    row(Move, &[Action::PreviousPane], "pane before"),
    row(
        Move,
        &[Action::PreviousSibling, Action::NextSibling],
        "entry before, entry after",
    ),
    row(
        Move,
        &[Action::PreviousPillar, Action::NextPillar],
        "pillar before, after",
    ),
    row(
        Move,
        &[Action::FirstStep, Action::LastStep],
        "first step, last step",
    ),
    row(Move, &[Action::Top, Action::Bottom], "top, bottom"),
    row(Move, &[Action::PageUp, Action::PageDown], "a page"),
    row(
        Move,
        &[Action::HalfPageUp, Action::HalfPageDown],
        "half a page",
    ),
    row(Talk, &[Action::Blank], "blank screen, and back"),
    row(Talk, &[Action::Park], "park a question"),
    row(Talk, &[Action::Points], "points singly, or all"),
    row(Talk, &[Action::Clock], "start or pause the clock"),
    row(Talk, &[Action::ResetClock], "the clock to nothing"),
    row(Talk, &[Action::CountAway], "count the time away"),
    row(Strategy, &[Action::Course], "a course: pages and cards"),
    row(Strategy, &[Action::Reload], "read the file again"),
    row(Program, &[Action::Help], "this list"),
    row(Program, &[Action::Escape], "back; it never quits"),
    row(Program, &[Action::Quit], "quit"),
    row(Program, &[Action::QuitNow], "quit at once"),
    row(Program, &[Action::Redraw], "draw the screen again"),
    row(Program, &[Action::Suspend], "out to the shell (fg)"),
];

/// A row of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    Heading(String),
    /// What Enter does, its keys, what it is, and its other keys.
    Command {
        action: Action,
        keys: String,
        says: String,
        also: String,
    },
}

/// Every action of a mode that is possible, by groups.
pub(super) fn grouped(env: &Env, mode: Mode, here: &str, lacks: &[Action]) -> Vec<Row> {
    let can = |action: &Action| !lacks.contains(action) && has_key(env, mode, action);
    let mut rows = Vec::new();
    for group in Group::ALL {
        let is_meant =
            |entry: &&Entry| entry.group == *group && entry.only.is_none_or(|only| only == mode);
        let before = rows.len();
        for entry in TABLE.iter().filter(is_meant) {
            let possible: Vec<&Action> = entry.actions.iter().filter(|each| can(each)).collect();
            if possible.len() == entry.actions.len() {
                rows.extend(command(env, mode, &possible, says(env, entry)));
            } else {
                // What is said of all is not true of some.
                let single = possible.iter().filter_map(|action| {
                    let says = action.described()?.says.to_owned();
                    command(env, mode, &[action], says)
                });
                rows.extend(single);
            }
        }
        if rows.len() > before {
            rows.insert(before, Row::Heading(group.heading(here)));
        }
    }
    rows
}

fn says(env: &Env, entry: &Entry) -> String {
    if entry.actions == [Action::AsOf] {
        let now = env.as_of.date().map(|date| date.to_string());
        let now = now.unwrap_or_else(|| "all times".to_owned());
        return format!("{} ({now})", entry.says);
    }
    entry.says.to_owned()
}

/// The actions that have every word typed in their names or as a key.
pub(super) fn found(env: &Env, mode: Mode, lacks: &[Action], query: &str) -> Vec<Row> {
    let mut lines: Vec<&Described> = ACTIONS.iter().collect();
    if mode != Mode::Explore {
        // What is particular to this mode stands first.
        lines.sort_by_key(|line| has_key(env, Mode::Explore, &line.action));
    }
    let rows = lines.into_iter().filter_map(|line| {
        let names = all_keys(env, mode, &line.action);
        let is_here = !names.is_empty() && !lacks.contains(&line.action);
        let says = line.says.to_lowercase();
        let has = |word: &str| {
            let is_key = |key: &String| key.to_lowercase() == word;
            says.contains(word) || names.iter().any(is_key)
        };
        (is_here && query.split_whitespace().all(has)).then(|| Row::Command {
            action: line.action.clone(),
            keys: names.join("  "),
            says: line.says.to_owned(),
            also: String::new(),
        })
    });
    rows.collect()
}

fn command(env: &Env, mode: Mode, actions: &[&Action], says: String) -> Option<Row> {
    let keys: Vec<Vec<String>> = actions
        .iter()
        .map(|action| all_keys(env, mode, action))
        .collect();
    let first: Vec<&String> = keys.iter().filter_map(|keys| keys.first()).collect();
    let others: Vec<&String> = keys.iter().flat_map(|keys| keys.iter().skip(1)).collect();
    Some(Row::Command {
        action: (*actions.first()?).clone(),
        keys: together(&first),
        says,
        also: together(&others),
    })
}

/// `PgUp PgDn`, `Ctrl-U -D`, `1 to 6`.
fn together(keys: &[&String]) -> String {
    if let [first, _, _, .., last] = keys {
        let digits = |key: &str| key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_digit());
        if digits(first) && digits(last) {
            return format!("{first} to {last}");
        }
    }
    let mut text = String::new();
    let mut held = "";
    for key in keys {
        let (with, bare) = match key.split_once('-') {
            Some((with, bare)) if !with.is_empty() && !bare.is_empty() => (with, bare),
            _ => ("", key.as_str()),
        };
        if !text.is_empty() {
            text.push(' ');
        }
        if !with.is_empty() && with == held {
            text.push('-');
            text.push_str(bare);
        } else {
            text.push_str(key);
        }
        held = with;
    }
    text
}

fn all_keys(env: &Env, mode: Mode, action: &Action) -> Vec<String> {
    let keys = env.keymap.keys(mode, action);
    keys.iter().map(ToString::to_string).collect()
}

fn has_key(env: &Env, mode: Mode, action: &Action) -> bool {
    !env.keymap.keys(mode, action).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_stands_in_one_row_of_each_mode() {
        let keymap = crate::config::Keymap::embedded();
        for mode in Mode::ALL {
            for (action, _) in keymap.bindings(*mode) {
                let holds = |entry: &&Entry| {
                    entry.actions.contains(action) && entry.only.is_none_or(|only| only == *mode)
                };
                let rows = TABLE.iter().filter(holds).count();
                assert_eq!(rows, 1, "{action:?} in {}", mode.name());
            }
        }
    }

    #[test]
    fn keys_of_one_row_are_not_said_twice() {
        let said = |keys: &[&str]| {
            let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
            together(&keys.iter().collect::<Vec<_>>())
        };
        assert_eq!(said(&["Ctrl-U", "Ctrl-D"]), "Ctrl-U -D");
        assert_eq!(said(&["PgUp", "PgDn"]), "PgUp PgDn");
        assert_eq!(said(&["1", "2", "3", "4"]), "1 to 4");
        assert_eq!(said(&["-"]), "-");
    }
}
