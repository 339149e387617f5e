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
];

const SECTIONS: &[(&str, &str)] = &[
    ("goals", ""),
    ("pillars", ""),
    ("actors", "role: Body, "),
    ("timeline", ""),
    ("threats", ""),
    ("assets", ""),
    ("instruments", ""),
    ("terms", ""),
];

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
                carried[from].push_str(&format!("(verb: {verb}, to: \"x{to}\"{active}), "));
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
                if SECTIONS[section].0 == "timeline" {
                    out.push_str(&format!("date: \"{year}\", "));
                }
                if SECTIONS[section].0 == "pillars" {
                    out.push_str(&format!("objectives: [(id: \"o{at}\", name: \"{name} {year}\")], "));
                }
                out.push_str(&format!("links: [{}], cards: [(ask: \"{name}?\", answer: \"{summary} yes\")]),\n", carried[at]));
            }
            out.push_str("],\n");
        }
        out.push(')');
        out
    })
}
