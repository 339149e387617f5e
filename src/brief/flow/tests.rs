//! Whatever the size, a step says all of its words, in order.

use proptest::prelude::*;

use super::{Flow, Line};
use crate::brief::block::{Block, Branch, Role};
use crate::brief::step::{Key, Step};
use crate::text::wrap;

fn letters(text: &str) -> String {
    text.chars().filter(|each| !each.is_whitespace()).collect()
}

fn said(step: &Step) -> String {
    step.blocks
        .iter()
        .map(|block| letters(&block.label) + &letters(&block.text) + &letters(&block.aside))
        .collect()
}

fn set(flow: &Flow) -> String {
    let rows = flow.screens.iter().flat_map(|screen| &screen.lines);
    rows.filter_map(|line| match line {
        Line::Row(row) => flow.parts(row),
        Line::Gap => None,
    })
    .map(|parts| letters(parts.label) + &letters(parts.text) + &letters(parts.aside))
    .collect()
}

fn block() -> impl Strategy<Value = Block> {
    let roles = prop::sample::select(vec![
        Role::Original,
        Role::Fact,
        Role::Lead,
        Role::Heading,
        Role::Point,
        Role::Group,
        Role::Branch,
        Role::Text,
        Role::Caveat,
        Role::Warning,
    ]);
    let words =
        "([a-z]{1,12}|[さ-ん国家戦略、。]{1,9}|[a-z]{30,60})( ([a-z]{1,9}|[統括室]{1,4})){0,25}";
    (
        roles,
        "[A-Z a-z.0-9国]{0,20}",
        words,
        "[a-z]{0,12}",
        0usize..12,
    )
        .prop_map(|(role, label, text, aside, depth)| {
            let mut block = Block::new(role, text)
                .labelled(label.trim().to_owned())
                .beside(aside);
            if role == Role::Branch && depth > 0 {
                block.branch = Some(Branch {
                    open: vec![true; depth - 1],
                    more: false,
                });
            }
            block
        })
}

fn step() -> impl Strategy<Value = Step> {
    (prop::collection::vec(block(), 0..20), any::<bool>()).prop_map(|(blocks, ribbon)| {
        let mut step = Step::new(Key::Overview, "", "The title of this step");
        for block in blocks {
            step.point(block);
        }
        if ribbon {
            step.ribbon.push(("2021".parse().unwrap(), "then".into()));
        }
        step
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_overflows(step in step(), width in 14u16..140, height in 2u16..45) {
        let flow = Flow::new(&step, width, height);
        prop_assert_eq!(set(&flow), said(&step));
        for screen in &flow.screens {
            let head = if screen.ribbon { super::RIBBON } else { 0 };
            prop_assert!(screen.lines.len() + head <= usize::from(height));
            prop_assert!(!screen.lines.is_empty());
            for line in &screen.lines {
                let Line::Row(row) = line else { continue };
                let parts = flow.parts(row).unwrap();
                let text = if parts.inline { parts.label.to_owned() } else { String::new() } + parts.text + parts.aside;
                prop_assert!(parts.column + wrap::width(&text) <= usize::from(width));
                prop_assert!(parts.inline || parts.indent + wrap::width(parts.label) <= parts.column.max(parts.indent));
            }
        }
    }

    #[test]
    fn a_spot_is_found_again_at_any_size(step in step(), wide in 14u16..140, tall in 2u16..45, narrow in 14u16..140, low in 2u16..45) {
        let flow = Flow::new(&step, wide, tall);
        for screen in 0..flow.screens.len() {
            let anchor = flow.anchor_of(screen);
            prop_assert_eq!(flow.screen_of(anchor), screen);
            let other = Flow::new(&step, narrow, low);
            let found = other.screen_of(anchor);
            let blocks: Vec<usize> = other.screens[found].lines.iter().filter_map(|line| match line {
                Line::Row(row) => Some(row.block),
                Line::Gap => None,
            }).collect();
            prop_assert!(blocks.contains(&anchor.block), "{:?} is not on {:?}", anchor, blocks);
        }
    }
}
