//! Which pillar serves which goal, and which answers which threat.

use super::made;
use super::options::DeckOptions;
use crate::brief::block::{Block, BlockRole};
use crate::brief::picture::{Label, Mark, Matrix, MatrixRow, Picture};
use crate::brief::step::{Key, LeftOut, Step};
use crate::model::{EntryId, Kind, Link, Strategy, Verb};
use crate::wording;

fn counted(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{} {noun}{s}", wording::in_words(number))
}

fn label(strategy: &Strategy, id: EntryId) -> Label {
    Label {
        number: strategy.number(id).unwrap_or_default(),
        name: strategy.entry(id).name.to_string(),
        summary: strategy
            .entry(id)
            .summary
            .as_deref()
            .unwrap_or_default()
            .to_owned(),
        entry: id,
    }
}

/// The goals and the pillars that serve them; a list of pillars where there are no goals.
pub(super) fn overview(strategy: &Strategy, options: DeckOptions) -> Option<Step> {
    let goals = strategy.of_kind(Kind::Goal);
    let pillars = strategy.of_kind(Kind::Pillar);
    let (goal_count, pillar_count) = (
        counted(goals.len(), "goal"),
        counted(pillars.len(), "pillar"),
    );
    let title = match (goals.is_empty(), pillars.is_empty()) {
        (true, true) => return None,
        (true, false) => pillar_count,
        (false, true) => goal_count,
        (false, false) => format!("{goal_count}, {pillar_count}"),
    };
    let title = wording::capital(&title);
    if goals.is_empty() || pillars.is_empty() {
        let kind = if goals.is_empty() {
            Kind::Pillar
        } else {
            Kind::Goal
        };
        let mut step = made::list(strategy, kind)?;
        step.key = Key::Overview;
        return Some(step);
    }
    let mut step = Step::new(Key::Overview, title.clone(), title);
    let serves = |link: &Link, to: EntryId| link.verb == Verb::Serves && link.to == to;
    let mark = |pillar: EntryId, goal: EntryId| mark(strategy, pillar, |link| serves(link, goal));
    // The shorter list makes the stairs.
    let swapped = goals.len() > 6;
    let (columns, rows) = if swapped {
        (pillars, goals)
    } else {
        (goals, pillars)
    };
    let row = |id: &EntryId| MatrixRow {
        label: label(strategy, *id),
        marks: columns
            .iter()
            .map(|column| {
                if swapped {
                    mark(*column, *id)
                } else {
                    mark(*id, *column)
                }
            })
            .collect(),
        beside: String::new(),
    };
    let matrix = Matrix {
        columns: columns.iter().map(|id| label(strategy, *id)).collect(),
        rows: rows.iter().map(row).collect(),
        counted: (!swapped).then_some("pillars that serve it"),
        star: None,
        beside: "",
        names_below: false,
    };
    say(
        &mut step,
        &matrix,
        if swapped { "served by" } else { "serves" },
    );
    step.picture = Some(Picture::Matrix(starred(
        matrix,
        "our reading: the source does not say which goal",
    )));
    step.left_out = readings(strategy, pillars, &Verb::Serves);
    let _ = options;
    Some(step)
}

/// The threats and the pillars that answer them.
pub(super) fn threats(strategy: &Strategy, options: DeckOptions) -> Option<Step> {
    let pillars = strategy.of_kind(Kind::Pillar);
    let threats = strategy.of_kind(Kind::Threat);
    if threats.is_empty() {
        return None;
    }
    let mut rows: Vec<MatrixRow> = threats
        .iter()
        .map(|threat| MatrixRow {
            label: label(strategy, *threat),
            marks: pillars
                .iter()
                .map(|pillar| {
                    mark(strategy, *pillar, |link| {
                        link.verb == Verb::Addresses && link.to == *threat
                    })
                })
                .collect(),
            beside: aims(strategy, *threat, options),
        })
        .collect();
    let first = |row: &MatrixRow| row.marks.iter().position(Option::is_some);
    let marks = |row: &MatrixRow| row.marks.iter().flatten().count();
    // Marks along a diagonal, lone ones first, and last what nothing answers.
    rows.sort_by_key(|row| (first(row).unwrap_or(usize::MAX), marks(row)));
    let bare = rows.iter().filter(|row| row.is_bare()).count();
    let lone = rows.iter().filter(|row| marks(row) == 1).count();
    let title = finding(threats.len(), bare, lone);
    let mut step = Step::new(Key::Threats, "What answers the threats", title);
    let matrix = Matrix {
        columns: pillars.iter().map(|id| label(strategy, *id)).collect(),
        rows,
        counted: None,
        star: None,
        beside: "aimed at",
        names_below: true,
    };
    say(&mut step, &matrix, "addressed by");
    step.picture = (bare < threats.len()).then(|| {
        Picture::Matrix(starred(
            matrix,
            "our reading: the source does not match pillars to threats",
        ))
    });
    step.left_out = readings(strategy, pillars, &Verb::Addresses);
    Some(step)
}

/// What the picture shows, from counts.
fn finding(all: usize, bare: usize, lone: usize) -> String {
    let threats = wording::capital(&counted(all, "threat"));
    let has = |count: usize| if count == 1 { "has" } else { "have" };
    if bare == all {
        return format!("{threats}: nothing is said to answer them");
    }
    if bare > 0 {
        return format!(
            "{threats}: {} {} nothing against it",
            wording::in_words(bare),
            has(bare)
        )
        .replace("have nothing against it", "have nothing against them");
    }
    match (all, lone) {
        (1, _) => "One threat: it has a pillar against it".to_owned(),
        (_, 0) => format!("{threats}: each has more than one pillar against it"),
        _ if lone == all => format!("{threats}: each has one pillar against it"),
        _ => format!(
            "{threats}: each has a pillar against it, {} {} only one",
            wording::in_words(lone),
            has(lone)
        ),
    }
}

/// The mark of a pillar where one of its links, or of its objectives', fits.
fn mark(strategy: &Strategy, pillar: EntryId, fits: impl Fn(&Link) -> bool) -> Option<Mark> {
    let children = strategy.entry(pillar).children.iter().copied();
    let all = std::iter::once(pillar).chain(children);
    let links: Vec<&Link> = all
        .flat_map(|id| &strategy.entry(id).links)
        .filter(|link| fits(link))
        .collect();
    (!links.is_empty()).then(|| Mark {
        number: strategy.number(pillar).unwrap_or_default(),
        is_ours: links.iter().all(|link| link.editorial),
    })
}

fn starred(mut matrix: Matrix, says: &'static str) -> Matrix {
    let marks = || {
        matrix
            .rows
            .iter()
            .flat_map(|row| row.marks.iter().flatten())
    };
    matrix.star = marks().any(|mark| mark.is_ours).then_some(says);
    matrix
}

/// What a threat is aimed at.
fn aims(strategy: &Strategy, threat: EntryId, options: DeckOptions) -> String {
    let names: Vec<&str> = strategy
        .relations_on(threat, options.as_of)
        .into_iter()
        .filter(|held| held.relation.outward && held.relation.link.verb == Verb::Targets)
        .map(|held| strategy.entry(held.relation.other).name.as_str())
        .collect();
    names.join("; ")
}

/// The same in words: each row, and what is marked in it.
fn say(step: &mut Step, matrix: &Matrix, verb: &str) {
    for row in &matrix.rows {
        let marked: Vec<String> = row
            .marks
            .iter()
            .zip(&matrix.columns)
            .filter_map(|(mark, column)| {
                let star = if mark.as_ref()?.is_ours { "*" } else { "" };
                let number = if column.number.is_empty() {
                    String::new()
                } else {
                    format!("{} ", column.number)
                };
                Some(format!("{number}{}{star}", column.name))
            })
            .collect();
        let text = if marked.is_empty() {
            format!("{}: nothing", row.label.name)
        } else {
            format!("{}: {verb} {}", row.label.name, marked.join("; "))
        };
        step.say(
            Block::new(BlockRole::Point, text)
                .labelled(row.label.number.clone())
                .naming(row.label.entry),
        );
    }
}

/// The caveats of pillars that say what is the author's reading.
fn readings(strategy: &Strategy, pillars: &[EntryId], verb: &Verb) -> Vec<LeftOut> {
    let is_read = |id: &&EntryId| {
        let links = &strategy.entry(**id).links;
        links
            .iter()
            .any(|link| link.editorial && link.verb == *verb)
    };
    let mut found: Vec<LeftOut> = Vec::new();
    for id in pillars.iter().filter(is_read) {
        for caveat in strategy
            .entry(*id)
            .caveats
            .iter()
            .filter(|caveat| caveat.editorial)
        {
            let text = format!("* {}", caveat.text);
            match found.iter_mut().find(|known| known.text == text) {
                Some(known) => known.entries.push(*id),
                None => found.push(LeftOut {
                    label: if found.is_empty() {
                        "Caveats".to_owned()
                    } else {
                        String::new()
                    },
                    text,
                    entries: vec![*id],
                    cites: caveat.cites.clone(),
                }),
            }
        }
    }
    found
}
