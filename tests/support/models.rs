//! Models made up at random, for properties that must hold for anybody's strategy.

use proptest::prelude::*;
use proptest::sample::select;

/// Few words, so that names clash, contain one another and stand in summaries.
const WORDS: &[&str] = &[
    "Alpha",
    "alpha",
    "Alpha-Beta",
    "Council",
    "Office",
    "2015",
    "Cyber",
    "Cybersecurity",
    "of",
    "the",
    "Strategy",
    "Strategic",
    "サイバー",
    "戦略",
    "本部",
    "É",
    "Ｏｆｆｉｃｅ",
];

const VERBS: &[&str] = &[
    "Heads",
    "HoldsOffice",
    "HoldsOffice",
    "HoldsOffice",
    "HoldsOffice",
    "DeputyOf",
    "MemberOf",
    "SecretariatOf",
    "ReportsTo",
    "Succeeds",
    "Targets",
    "Addresses",
    "Protects",
    "ResponsibleFor",
    "AlliedWith",
    "CoordinatesWith",
    "BelievedOf",
    "SuspectedOf",
    "NamesAsThreat",
    "Criticises",
    "PartOf",
    "About",
    "About",
    "About",
    "LocatedIn",
    "EstablishedBy",
    "AdoptedBy",
    "DraftedBy",
    "Serves",
    "ExercisesWith",
    "Other(\"led to\", \"followed\")",
];

const SECTIONS: &[(&str, &str)] = &[
    ("goals", ""),
    ("pillars", ""),
    ("actors", ""),
    ("timeline", ""),
    ("threats", ""),
    ("assets", ""),
    ("instruments", ""),
    ("terms", ""),
    ("principles", ""),
    ("claims", ""),
];

/// What an entry of a section has besides, another thing for another year.
fn besides(section: &str, year: u16) -> String {
    let pick = |from: &[&str]| from[usize::from(year) % from.len()].to_owned();
    match section {
        "actors" => {
            let roles = [
                "Body",
                "Person",
                "Office",
                "Person",
                "State",
                "Organisation",
            ];
            let active = if year.is_multiple_of(7) {
                format!("active: (from: \"{year}\"), ")
            } else {
                String::new()
            };
            format!("role: {}, {active}", pick(&roles))
        }
        "claims" => {
            let voices = ["Judgement", "Statement", "Reaction"];
            format!(
                "voice: {}, by: \"{}\", ",
                pick(&voices),
                pick(&["the author", "a minister"])
            )
        }
        "timeline" => {
            let weight = pick(&["weight: Key, ", "weight: Main, ", ""]);
            format!("date: \"{year}-03-{:02}\", {weight}", year % 28 + 1)
        }
        _ => pick(&["", "weight: Key, ", "language: \"ja\", "]),
    }
}

fn words(range: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(select(WORDS), range).prop_map(|words| words.join(" "))
}

/// A model with entries of most kinds, links among them, and names that are easily confused.
pub(crate) fn made_up() -> impl Strategy<Value = String> {
    let entry = (
        words(1..4),
        words(0..9),
        words(0..3),
        1990..2027u16,
        0..SECTIONS.len(),
    );
    let link = (
        select(VERBS),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        any::<bool>(),
    );
    let entries = prop::collection::vec(entry, 1..40);
    let links = prop::collection::vec(link, 0..60);
    (entries, links).prop_map(|(entries, links)| {
        let mut carried = vec![String::new(); entries.len()];
        for (verb, from, to, dated) in links {
            let active = if dated { ", active: (from: \"2015\", to: \"2020\")" } else { "" };
            let (from, to) = (from.index(entries.len()), to.index(entries.len()));
            if from != to {
                let editorial = if (from + to) % 5 == 0 { ", editorial: true" } else { "" };
                carried[from].push_str(&format!("(verb: {verb}, to: \"x{to}\"{active}{editorial}), "));
            }
        }
        let mut out = String::from("(format: 1, id: \"made-up\", title: \"Made up\", country: \"Nowhere\", status: InForce,\n");
        for (section, (name, extra)) in SECTIONS.iter().enumerate() {
            out.push_str(&format!("{name}: [\n"));
            for (at, (name, summary, original, year, of)) in entries.iter().enumerate() {
                if *of != section {
                    continue;
                }
                out.push_str(&format!("(id: \"x{at}\", name: \"{name}\", {extra}"));
                if !summary.is_empty() {
                    out.push_str(&format!("summary: \"{summary}\", "));
                }
                if !original.is_empty() {
                    out.push_str(&format!("original: \"{original}\", "));
                }
                out.push_str(&besides(SECTIONS[section].0, *year));
                if SECTIONS[section].0 == "pillars" {
                    out.push_str(&format!("objectives: [(id: \"o{at}\", name: \"{}{year}\", weight: Key)], ", if year.is_multiple_of(2) { format!("{name} ") } else { "Aim ".to_owned() }));
                }
                // What the author asks is not asked again, so that most entries have to go without.
                if year.is_multiple_of(6) {
                    out.push_str(&format!("cards: [(ask: \"{name}?\", answer: \"{summary} yes\")], "));
                }
                out.push_str(&format!("links: [{}]),\n", carried[at]));
            }
            out.push_str("],\n");
        }
        out.push(')');
        out
    })
}

/// A model of one office with its holders, at times that may overlap, and of events about one body.
pub(crate) fn calendar() -> impl Strategy<Value = String> {
    let terms = prop::collection::vec((2000..2026u16, 0..9u16, any::<bool>()), 3..9);
    let events = prop::collection::vec((2000..2026u16, 1..13u8, 1..29u8, 0..3u8), 4..10);
    (terms, events).prop_map(|(terms, events)| {
        let mut out = String::from(
            "(format: 1, id: \"calendar\", title: \"Calendar\", country: \"Nowhere\", status: InForce, actors: [
            (id: \"office\", name: \"Chancellor\", role: Office), (id: \"body\", name: \"Chancery\", role: Body),\n",
        );
        for (at, (from, years, exact)) in terms.iter().enumerate() {
            let day = if *exact { "-05-01" } else { "" };
            let to = from + years;
            out.push_str(&format!(
                "(id: \"p{at}\", name: \"Person {at}\", role: Person, links: [(verb: HoldsOffice, to: \"office\", active: (from: \"{from}{day}\", to: \"{to}{day}\"))]),\n"
            ));
        }
        out.push_str("], timeline: [\n");
        for (at, (year, month, day, precise)) in events.iter().enumerate() {
            let date = match precise {
                0 => format!("{year}"),
                1 => format!("{year}-{month:02}"),
                _ => format!("{year}-{month:02}-{day:02}"),
            };
            let word = ["Pact", "Fire", "Vote", "Ship", "Oath", "Feast"][at % 6];
            out.push_str(&format!(
                "(id: \"e{at}\", name: \"{word} of Town{at}\", date: \"{date}\", weight: Main, about: [\"body\"]),\n"
            ));
        }
        out.push_str("])");
        out
    })
}
