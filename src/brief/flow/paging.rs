//! Lines parted into screens: ideas and blocks stay whole where they can, and screens are evenly
//! full.

use super::measure::Measured;
use super::press::Press;
use super::{Line, Screenful};
use crate::brief::block::Role;

/// Whether a block stays with the one before it.
pub(super) type Joins = fn(&Measured) -> bool;

/// How many heights are tried for the most even screens.
const TRIES: usize = 64;

/// Parts the blocks into screens of a height; the first keeps `head` rows free for the ribbon.
pub(super) fn pages(blocks: &[Measured], height: usize, head: usize) -> Vec<Screenful> {
    let led: Joins = |block| block.is_led;
    let one_idea: Joins = |block| block.is_led || !block.begins;
    let greedy = Press::run(blocks, (height, head), led);
    let ideas = Press::run(blocks, (height, head), one_idea);
    let mut screens = if ideas.len() == greedy.len() && begins_each(&ideas, blocks) {
        ideas
    } else {
        even(blocks, (height, head), greedy)
    };
    loosen(&mut screens, blocks, (height, head));
    screens
}

/// Screens as evenly full as can be: the lowest that take no more of them.
fn even(
    blocks: &[Measured],
    (height, head): (usize, usize),
    greedy: Vec<Screenful>,
) -> Vec<Screenful> {
    let lines: usize = blocks
        .iter()
        .map(|block| block.lines.len() + block.gap)
        .sum();
    let least = (lines / greedy.len().max(1)).clamp(1, height);
    (least..height)
        .take(TRIES)
        .map(|height| Press::run(blocks, (height, head.min(height / 2)), |block| block.is_led))
        .find(|screens| screens.len() == greedy.len())
        .unwrap_or(greedy)
}

/// Whether every screen begins with a new idea.
fn begins_each(screens: &[Screenful], blocks: &[Measured]) -> bool {
    let begins = |screen: &Screenful| match screen.lines.first() {
        Some(Line::Row(row)) => {
            row.first && blocks.get(row.block).is_some_and(|block| block.begins)
        }
        _ => false,
    };
    screens.iter().skip(1).all(begins)
}

/// Sets blocks wider apart where there is room, but the blocks of one sort alike on all screens.
fn loosen(screens: &mut [Screenful], blocks: &[Measured], (height, head): (usize, usize)) {
    let wide: Vec<Vec<Line>> = screens
        .iter()
        .map(|screen| spaced(screen, blocks))
        .collect();
    let fits: Vec<bool> = wide
        .iter()
        .enumerate()
        .map(|(at, lines)| lines.len() + if at == 0 { head } else { 0 } <= height)
        .collect();
    let all: Vec<Vec<Role>> = screens.iter().map(|screen| sorts(screen, blocks)).collect();
    let tight: Vec<Role> = all
        .iter()
        .zip(&fits)
        .filter(|(_, fits)| !**fits)
        .flat_map(|(sorts, _)| sorts.iter().copied())
        .collect();
    let free = all
        .iter()
        .zip(&fits)
        .map(|(sorts, fits)| *fits && !sorts.iter().any(|sort| tight.contains(sort)));
    for ((screen, lines), _) in screens
        .iter_mut()
        .zip(wide)
        .zip(free)
        .filter(|(_, free)| *free)
    {
        screen.lines = lines;
    }
}

/// The sorts of a screen's blocks that can stand wider apart.
fn sorts(screen: &Screenful, blocks: &[Measured]) -> Vec<Role> {
    let rows = screen.lines.iter();
    rows.filter_map(|line| match line {
        Line::Row(row) => blocks.get(row.block),
        Line::Gap => None,
    })
    .filter(|block| block.wide_gap > block.gap)
    .map(|block| block.sort)
    .collect()
}

/// The lines of a screen with its blocks wide apart.
fn spaced(screen: &Screenful, blocks: &[Measured]) -> Vec<Line> {
    let mut lines = Vec::new();
    for line in &screen.lines {
        let Line::Row(row) = line else { continue };
        let gap = blocks.get(row.block).map_or(0, |block| block.wide_gap);
        if row.first && !lines.is_empty() {
            lines.extend(std::iter::repeat_n(Line::Gap, gap));
        }
        lines.push(line.clone());
    }
    lines
}
