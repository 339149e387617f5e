//! A model of any size, for tests and benchmarks that need a large one.

use std::fmt::Write;

/// A valid model with this many entries, at least 10: of each ten one pillar, three objectives, two
/// actors, one event, one threat, one term and one source.
#[expect(
    unreachable_pub,
    reason = "included by tests and benchmarks as a module of their own"
)]
pub fn model(entries: usize) -> String {
    let tens = entries.div_ceil(10).max(1);
    let mut out = String::with_capacity(tens * 5_500);
    out.push_str(
        "(\n    format: 1,\n    id: \"generated\",\n    title: \"Generated strategy\",\n    \
         country: \"Nowhere\",\n    issuer: \"actor-0\",\n    edition: \"2021\",\n    \
         adopted: \"2021-09-28\",\n    status: InForce,\n    summary: \"Made up.\",\n\n",
    );
    section(&mut out, "pillars", tens, pillar);
    section(&mut out, "actors", tens * 2, actor);
    section(&mut out, "timeline", tens, event);
    section(&mut out, "threats", tens, |out, n| {
        plain(
            out,
            "threat",
            n,
            &format!("links: [(verb: Targets, to: \"actor-{n}\", editorial: true)],"),
        );
    });
    section(&mut out, "terms", tens, |out, n| plain(out, "term", n, ""));
    section(&mut out, "sources", tens, source);
    out.push_str(")\n");
    out
}

fn section(out: &mut String, name: &str, count: usize, entry: impl Fn(&mut String, usize)) {
    let _ = writeln!(out, "    {name}: [");
    for number in 0..count {
        entry(out, number);
    }
    out.push_str("    ],\n");
}

/// Prose that differs from entry to entry, a third of it Japanese, an eighth of it with escapes.
fn prose(number: usize, words: usize) -> String {
    const WORDS: &[&str] = &[
        "the",
        "government",
        "coordinates",
        "security",
        "of",
        "infrastructure",
        "with",
        "operators",
        "and",
        "partners",
        "サイバーセキュリティ",
        "戦略本部",
        "重要インフラ",
        "resilience",
        "exercises",
        "abroad",
    ];
    let mut text = String::new();
    for at in 0..words {
        if at > 0 {
            text.push(' ');
        }
        let pick = (number * 7 + at * at * 3 + at) % WORDS.len();
        text.push_str(WORDS.get(pick).copied().unwrap_or_default());
        if number % 8 == 3 && at == words / 2 {
            text.push_str(" \\\"quoted\\\"");
        }
    }
    text
}

fn common(out: &mut String, kind: &str, number: usize, indent: &str) {
    let _ = writeln!(
        out,
        "{indent}id: \"{kind}-{number}\", name: \"{} {number}\",",
        prose(number, 3)
    );
    let _ = writeln!(
        out,
        "{indent}original: \"国家機関その{number}\", reading: \"Kokka kikan sono {number}\","
    );
    let _ = writeln!(
        out,
        "{indent}aliases: [\"{kind} {number}\", \"K{number}\"], themes: [\"governance\"],"
    );
    let _ = writeln!(out, "{indent}summary: \"{}\",", prose(number, 7));
    let _ = writeln!(out, "{indent}details: [\"{}\"],", prose(number + 1, 3));
    let _ = writeln!(
        out,
        "{indent}sources: [(\"source-{}\", \"p. {}\"), (\"source-0\", \"P{}\")],",
        number / 3,
        number % 90 + 1,
        number % 13 + 1
    );
}

fn plain(out: &mut String, kind: &str, number: usize, more: &str) {
    out.push_str("    (\n");
    common(out, kind, number, "        ");
    let _ = writeln!(out, "        {more}\n    ),");
}

fn pillar(out: &mut String, number: usize) {
    out.push_str("    ( // a pillar\n");
    common(out, "pillar", number, "        ");
    out.push_str("        objectives: [\n");
    for nth in 0..3 {
        out.push_str("        (\n");
        common(out, "objective", number * 3 + nth, "            ");
        let _ = writeln!(
            out,
            "            links: [(verb: Addresses, to: \"threat-{number}\", editorial: true)],\n        ),"
        );
    }
    out.push_str("        ],\n        minutes: 3,\n    ),\n");
}

fn actor(out: &mut String, number: usize) {
    out.push_str("    (\n");
    common(out, "actor", number, "        ");
    let role = ["Body", "Person", "State", "Group"]
        .get(number % 4)
        .copied()
        .unwrap_or("Body");
    let _ = writeln!(out, "        role: {role},");
    let _ = writeln!(
        out,
        "        active: (from: \"{}-0{}\"),",
        1990 + number % 30,
        number % 9 + 1
    );
    let _ = writeln!(
        out,
        "        links: [\n        (verb: ResponsibleFor, to: \"pillar-{}\", sources: \
         [(\"source-0\", \"P2\")]),\n        (verb: Other(\"advises\", \"advised by\"), to: \
         \"threat-{}\", editorial: true),\n        ],\n    ),",
        number / 2,
        number / 2
    );
}

fn event(out: &mut String, number: usize) {
    out.push_str("    (\n");
    common(out, "event", number, "        ");
    let _ = writeln!(
        out,
        "        date: \"{}-{:02}-{:02}\",\n        about: [\"actor-{number}\", \
         \"pillar-{number}\"],\n    ),",
        2000 + number % 25,
        number % 12 + 1,
        number % 28 + 1
    );
}

fn source(out: &mut String, number: usize) {
    let _ = writeln!(
        out,
        "    (id: \"source-{number}\", name: \"Document {number}\", publisher: \"Office\", \
         date: \"2021\", url: \"https://example.org/{number}\", tier: Primary, links: [(verb: About, \
         to: \"term-{number}\")]),"
    );
}
