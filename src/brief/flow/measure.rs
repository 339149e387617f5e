//! Blocks in columns and lines, before they are parted into screens.

use std::ops::Range;

use super::Set;
use crate::brief::block::{Block, Role};
use crate::text::wrap;

/// A block in lines.
pub(super) struct Measured {
    pub(super) block: usize,
    pub(super) sort: Role,
    /// Whether a new idea begins here, where a screen ends best.
    pub(super) begins: bool,
    pub(super) lines: Vec<Range<usize>>,
    /// Empty rows before it, where it does not stand first on a screen.
    pub(super) gap: usize,
    /// The same when there is room to be generous.
    pub(super) wide_gap: usize,
    /// Whether the block before must not be the last on a screen.
    pub(super) is_led: bool,
}

/// Decides for each block where its label and its text stand.
pub(super) fn set(blocks: &[Block], width: usize) -> Vec<Set> {
    let deepest = blocks.iter().map(Block::depth).max().unwrap_or(0);
    let unit = if deepest * 3 <= width / 3 { 3 } else { 1 };
    blocks
        .iter()
        .zip(columns(blocks))
        .map(|(block, column)| {
            let indent = (block.depth() * unit).min(width / 3);
            let label = if block.role == Role::Branch {
                wrap::width(&block.label) + usize::from(!block.label.is_empty()) * 2
            } else {
                column
            };
            let inline = !block.label.is_empty()
                && (block.role == Role::Branch || label > width / 3 || width < 30);
            let mut text = String::new();
            if inline {
                text.push_str(&block.label);
                text.push_str("  ");
            }
            let head = text.len();
            text.push_str(&block.text);
            let aside = text.len();
            if !block.aside.is_empty() {
                text.push_str("  ");
                text.push_str(&block.aside);
            }
            let beside = if label > width / 3 || width < 30 || block.role == Role::Branch {
                0
            } else {
                label
            };
            Set {
                text,
                label: if inline {
                    String::new()
                } else {
                    block.label.clone()
                },
                inline: head,
                aside,
                indent,
                column: indent + beside,
            }
        })
        .collect()
}

/// For each block the cells of the widest label among the blocks around it that are of its sort,
/// with the gap after it.
fn columns(blocks: &[Block]) -> Vec<usize> {
    blocks
        .chunk_by(|block, next| sort(block) == sort(next))
        .flat_map(|same| {
            let labels = same.iter().map(|block| wrap::width(&block.label));
            let widest = labels.max().unwrap_or(0);
            let column = if widest == 0 { 0 } else { widest + 2 };
            std::iter::repeat_n(column, same.len())
        })
        .collect()
}

/// Groups and caveats stand under each other with their labels in one column.
const fn sort(block: &Block) -> Role {
    match block.role {
        Role::Caveat => Role::Group,
        other => other,
    }
}

/// Wraps every block.
pub(super) fn measure(blocks: &[Block], set: &[Set], width: usize) -> Vec<Measured> {
    let mut before: Option<Role> = None;
    // The first points belong to the title: a title alone is no screen.
    let mut is_headed = false;
    blocks
        .iter()
        .zip(set)
        .enumerate()
        .map(|(at, (block, set))| {
            let (gap, wide_gap) = gaps(before, block);
            let new = before.is_some_and(|before| begins(before, block));
            let begins = new && is_headed;
            is_headed |= new;
            let is_led = matches!(before, Some(Role::Heading | Role::Title));
            before = Some(block.role);
            Measured {
                block: at,
                sort: sort(block),
                begins,
                lines: wrap::wrap(&set.text, width.saturating_sub(set.column)),
                gap,
                wide_gap,
                is_led,
            }
        })
        .collect()
}

fn gaps(before: Option<Role>, block: &Block) -> (usize, usize) {
    let Some(before) = before else { return (0, 0) };
    match (before, block.role) {
        (Role::Title, Role::Original) | (Role::Original, Role::Original | Role::Fact) => (0, 0),
        (Role::Heading, _)
        | (Role::Point, Role::Point)
        | (Role::Group, Role::Group)
        | (Role::Caveat, Role::Caveat) => (0, 1),
        (Role::Fact, Role::Fact) | (Role::Branch, Role::Branch) => {
            let root = block.role == Role::Branch && block.branch.is_none();
            (usize::from(root), usize::from(root))
        }
        _ => (1, 1),
    }
}

/// Whether a block begins something else than what stands before it: the points, what they have to
/// do with, another root of a tree.
const fn begins(before: Role, block: &Block) -> bool {
    match block.role {
        Role::Heading => true,
        Role::Point | Role::Text => !matches!(
            (before, block.role),
            (Role::Heading, _) | (Role::Point, Role::Point) | (Role::Text, Role::Text)
        ),
        Role::Group | Role::Caveat => !matches!(before, Role::Heading | Role::Group | Role::Caveat),
        Role::Branch => block.branch.is_none() && !matches!(before, Role::Heading),
        Role::Title | Role::Original | Role::Fact | Role::Lead | Role::Warning => false,
    }
}
