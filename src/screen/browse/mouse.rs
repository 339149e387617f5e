//! The mouse on the explore screen.

use ratatui::layout::{Position, Rect};

use super::pane::Pane;
use super::{Browse, Reading};
use crate::env::Env;
use crate::screen::Reply;

impl Browse {
    pub(super) fn click(&mut self, at: Position, env: &Env) -> Reply {
        let areas = self.areas(env);
        if areas.detail.whole().contains(at) {
            return self.click_detail(at, areas.detail.body, env);
        }
        let hit = Pane::ALL
            .iter()
            .copied()
            .zip(areas.panes)
            .find(|(_, area)| area.whole().contains(at));
        let Some((pane, area)) = hit else {
            return Reply::Pass;
        };
        let head = if pane == Pane::Timeline {
            self.ribbon_rows(&areas)
        } else {
            0
        };
        let again = self.pane == pane && !self.on_detail;
        self.focus_pane(pane);
        let Some(row) = at.y.checked_sub(area.body.y + head) else {
            return Reply::Done;
        };
        let row = usize::from(row) + self.list().offset();
        let before = self.list().at();
        if self.list_mut().select_row(row) {
            self.reading = Reading::default();
            if again && before == row && self.is_shut_pillar(env) {
                return self.enter(env);
            } else if again && before == row {
                return self.out_of_pillar(env);
            }
        }
        Reply::Done
    }

    /// A second click on an open pillar shuts it.
    fn out_of_pillar(&mut self, env: &Env) -> Reply {
        if self.current().is_some_and(|id| self.opened.contains(&id)) {
            self.out(env)
        } else {
            Reply::Done
        }
    }

    fn click_detail(&mut self, at: Position, body: Rect, env: &Env) -> Reply {
        self.on_detail = true;
        let Some(row) = at.y.checked_sub(body.y) else {
            return Reply::Done;
        };
        let line = usize::from(row) + self.reading.scroll;
        if let Some(which) = self.sheet.follow_at(line) {
            self.reading.cursor = Some(which);
            return self.enter(env);
        }
        Reply::Done
    }

    pub(super) fn wheel(&mut self, at: Position, rows: i16, env: &Env) -> Reply {
        let areas = self.areas(env);
        if areas.detail.whole().contains(at) {
            let height = usize::from(areas.detail.body.height);
            self.reading.scroll(isize::from(rows), &self.sheet, height);
            return Reply::Done;
        }
        let lists = self.lists.iter_mut().zip(areas.panes);
        for (list, area) in lists {
            if area.whole().contains(at) {
                list.wheel(rows);
            }
        }
        Reply::Done
    }
}
