//! What the quick reader reads, the reader of all RON reads too, and reads the same.

use proptest::prelude::*;

use super::{Sink, read};
use crate::model::Kind;
use crate::model::draft::{Draft, EntryDraft};
use crate::model::reader::options;

const SMALL: &str = include_str!("../../../tests/fixtures/small.ron");
const STARTER: &str = include_str!("../../../data/starter.ron");
const JAPAN: &str = include_str!("../../../data/japan-2021.ron");

/// Everything that was read, as the reader of all RON gives it.
#[derive(Default)]
struct All<'a> {
    lists: Vec<(Kind, Vec<EntryDraft<'a>>)>,
}

impl<'a> Sink<'a> for All<'a> {
    fn section(&mut self, kind: Kind) {
        self.lists.push((kind, Vec::new()));
    }

    fn entry(&mut self, entry: EntryDraft<'a>, _end: usize) {
        self.lists.last_mut().unwrap().1.push(entry);
    }
}

/// A small model with most of the notation, but what only the other reader knows.
fn usual() -> String {
    let (_, body) = SMALL.split_once('\n').unwrap();
    body.replace("\"Speak slowly.\"", "Some(r##\"Speak \"#slowly\"#.\"## , )")
        .replace("minutes: 3", "minutes: Some(3)")
        .replace("unverified: true", "unverified: None")
}

fn quickly(text: &str) -> Option<String> {
    let mut all = All::default();
    let mut draft = read(text, &mut all).ok()?;
    for (kind, list) in all.lists {
        let place = match kind {
            Kind::Goal => &mut draft.goals,
            Kind::Pillar => &mut draft.pillars,
            Kind::Actor => &mut draft.actors,
            Kind::Event => &mut draft.timeline,
            Kind::Threat => &mut draft.threats,
            Kind::Asset => &mut draft.assets,
            Kind::Principle => &mut draft.principles,
            Kind::Instrument => &mut draft.instruments,
            Kind::Claim => &mut draft.claims,
            Kind::Term => &mut draft.terms,
            Kind::Source => &mut draft.sources,
            Kind::Objective => unreachable!("no list of the file"),
        };
        *place = list;
    }
    Some(format!("{draft:?}"))
}

fn slowly(text: &str) -> Option<String> {
    let draft = options().from_str::<Draft<'_>>(text).ok()?;
    Some(format!("{draft:?}"))
}

#[test]
fn models_as_they_are_usually_written_are_read_quickly() {
    for text in [&usual(), STARTER, JAPAN] {
        let read = quickly(text);
        assert!(read.is_some());
        assert_eq!(read, slowly(text));
    }
}

#[test]
fn what_is_not_usual_is_left_to_the_other_reader() {
    for text in [
        "",
        "(id: r\"x)",
        "(id: r#\"x\")",
        "(id: Some(\"x\", \"y\"))",
        "(id: Some())",
        "(actors: [(active: Some((from: \"x\")))])",
        "(id: Some)",
        "(id: Noné)",
        "(id: \"x\" /* why)",
        "(id: \"\\x41\")",
        "(id: \"\\u{110000}\")",
        "(id: \"\\u{}\")",
        "(id: \"x)",
        "(id: -1)",
        "(id: 007)",
        "(id: 1.5)",
        "(id: \"x\", id: \"y\")",
        "(goals: [], goals: [])",
        "(colour: \"x\")",
        "(goals: [(colour: \"x\")])",
        "(goals: [(id: \"x\" name: \"y\")])",
        "(goals: [(id: \"x\",, name: \"y\")])",
        "(goals: [(sources: [(\"x\", \"y\", \"z\")])])",
        "(status: Superseded(\"x\", by: \"y\"))",
        "(status: Superseded(by: 1))",
        "(id: \"x\") more",
        "model(id: \"x\")",
        "(id: \"x\"]",
    ] {
        assert_eq!(quickly(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn both_read_the_same(
        changes in proptest::collection::vec(
            (any::<prop::sample::Index>(), 0..9_usize, "[\\[\\](){}\"',:/*#r\\\\nNSa1é. \n]{0,3}"),
            1..4,
        )
    ) {
        let mut text = usual();
        for (place, gone, put) in changes {
            let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = place.index(bounds.len());
            let end = bounds.get(at + gone).copied().unwrap_or(text.len());
            text.replace_range(bounds[at]..end, &put);
        }
        if let Some(read) = quickly(&text) {
            prop_assert_eq!(Some(read), slowly(&text));
        }
    }
}
