//! The entries that a step names: chosen one after another, or clicked.

use ratatui::layout::Position;

use super::Brief;
use crate::brief::Line;
use crate::env::Env;
use crate::model::EntryId;
use crate::screen::Reply;

impl Brief {
    /// The entries named in sight, each once, in the order of reading.
    pub(super) fn in_sight(&self) -> Vec<EntryId> {
        let Some(step) = self.step() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for block in self.blocks_in_sight() {
            let named = step.blocks.get(block).map(|block| block.entries.as_slice());
            for id in named.unwrap_or_default() {
                if !found.contains(id) {
                    found.push(*id);
                }
            }
        }
        found
    }

    fn blocks_in_sight(&self) -> Vec<usize> {
        let Some(step) = self.step() else {
            return Vec::new();
        };
        let mut blocks: Vec<usize> = self
            .flow
            .screens
            .get(self.screen())
            .into_iter()
            .flat_map(|screen| &screen.lines)
            .filter_map(|line| match line {
                Line::Row(row) => Some(row.block),
                Line::Gap => None,
            })
            .filter(|block| self.walk.reveals(step, *block))
            .collect();
        blocks.dedup();
        blocks
    }

    /// The next entry named in sight, round and round.
    pub(super) fn choose(&mut self, forward: bool) -> Reply {
        let named = self.in_sight();
        if named.is_empty() {
            return Reply::Say("No entry is named here".into());
        }
        let at = self
            .chosen
            .and_then(|chosen| named.iter().position(|id| *id == chosen));
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => named.len() - 1,
            (Some(at), true) => (at + 1) % named.len(),
            (Some(at), false) => (at + named.len() - 1) % named.len(),
        };
        self.chosen = named.get(next).copied();
        Reply::Done
    }

    /// A click on a block that names an entry looks it up.
    pub(super) fn click(&self, at: Position, env: &Env) -> Reply {
        let area = self.areas(env).text();
        let named: Option<EntryId> = (|| {
            let screen = self.flow.screens.get(self.screen())?;
            let wanted = at.y.checked_sub(area.y)?;
            let row = screen.lines.iter().enumerate().find_map(|(at, line)| {
                let is_here = super::draw::row_of(screen, at) == wanted;
                match line {
                    Line::Row(row) if is_here => Some(row),
                    _ => None,
                }
            })?;
            let step = self.step()?;
            let block = step.blocks.get(row.block)?;
            block
                .entries
                .first()
                .copied()
                .filter(|_| area.contains(at) && self.walk.reveals(step, row.block))
        })();
        named.map_or(Reply::Done, Reply::Show)
    }
}
