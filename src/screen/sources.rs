//! The full sources of one entry, over the panes.

use ratatui::layout::{Position, Rect};

use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::{Cite, EntryId};
use crate::text::wrap;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::list::ListState;
use crate::ui::page::{Page, Prose};
use crate::ui::{frame, layout};

/// The overlay.
#[derive(Debug)]
pub struct Sources {
    entry: EntryId,
    list: ListState,
}

impl Sources {
    /// Opens on the first source of an entry.
    pub const fn new(entry: EntryId) -> Self {
        Self {
            entry,
            list: ListState::new(0),
        }
    }

    fn page(&self, env: &Env, width: u16) -> Page<EntryId> {
        let mut page = Page::new(usize::from(width).saturating_sub(3).max(1));
        let entry = env.strategy.entry(self.entry);
        let mut seen: Vec<EntryId> = Vec::new();
        for cite in entry.all_cites() {
            if !seen.contains(&cite.source) {
                seen.push(cite.source);
            }
        }
        if seen.is_empty() {
            let own = if entry.source().is_some() {
                "This entry is itself a source; its page lists what cites it."
            } else {
                "No source is cited for this entry."
            };
            page.prose(&Prose::new(own, env.theme.text), 0);
        }
        for source in seen {
            page.gap();
            write_source(&mut page, env, source, entry.all_cites());
        }
        page
    }

    fn areas(&self, area: Rect, env: &Env) -> (Rect, Page<EntryId>) {
        let width = layout::overlay(area, 84, 1).width.saturating_sub(4);
        let page = self.page(env, width);
        let height = u16::try_from(page.len() + 2).unwrap_or(u16::MAX).max(5);
        (layout::overlay(area, 84, height), page)
    }
}

impl Layer for Sources {
    fn mode(&self) -> Mode {
        Mode::Page
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Up => self.list.by(-1),
            Action::Down => self.list.by(1),
            Action::PageUp | Action::HalfPageUp => self.list.by(-4),
            Action::PageDown | Action::HalfPageDown => self.list.by(4),
            Action::Top => self.list.select(0),
            Action::Bottom => self.list.select(usize::MAX),
            Action::Enter => {
                let target = self.page(env, 80).target(self.list.at());
                return target.map_or(Reply::Close, Reply::Show);
            }
            Action::Escape | Action::Out | Action::Sources | Action::TrailBack => {
                return Reply::Close;
            }
            Action::Click { column, row } => {
                let (area, page) = self.areas(env.body(), env);
                if !area.contains(Position::new(*column, *row)) {
                    return Reply::Close;
                }
                let top = frame::inside(area).y;
                let line = usize::from(row.saturating_sub(top)) + self.list.offset();
                if let Some(which) = page.follow_at(line) {
                    self.list.select(which);
                }
            }
            Action::Wheel { rows, .. } => {
                let by = if *rows > 0 { Action::Down } else { Action::Up };
                return self.update(&by, env);
            }
            _ => return Reply::Pass,
        }
        self.relayout(env);
        Reply::Done
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let (area, page) = self.areas(area, env);
        // A name with no room is that of the page below, which needs no second, cut one.
        let full = format!("Sources of {}", env.strategy.entry(self.entry).name);
        let has_room = wrap::width(&full) + 6 <= usize::from(area.width);
        let title = if has_room { &full } else { "Sources" };
        let inner = frame::frame(area, canvas, title);
        let selected = (page.follow_count() > 0).then_some(self.list.at());
        page.draw(inner, canvas, self.list.offset(), selected);
    }

    fn relayout(&mut self, env: &Env) {
        let (area, page) = self.areas(env.body(), env);
        let height = usize::from(frame::inside(area).height);
        self.list.relayout_page(&page, height);
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = [
            (Action::Enter, "go to the source"),
            (Action::Copy, "copy"),
            (Action::Escape, "close"),
        ];
        (hints(env, Mode::Page, &wanted), String::new())
    }
}

fn write_source<'a>(
    page: &mut Page<EntryId>,
    env: &Env,
    id: EntryId,
    cites: impl Iterator<Item = &'a Cite>,
) {
    let source = env.strategy.entry(id);
    let mut head = Prose::new(&format!("{}  ", source.id), env.theme.cite);
    head.push(&source.name, env.theme.link);
    page.follow(&ratatui::text::Span::raw(""), 0, &head, id);
    let mut locators: Vec<&str> = Vec::new();
    for cite in cites.filter(|cite| cite.source == id && !cite.locator.is_empty()) {
        if !locators.contains(&cite.locator.as_str()) {
            locators.push(&cite.locator);
        }
    }
    let Some(facts) = source.source() else { return };
    let mut parts = Vec::new();
    parts.extend(facts.publisher.as_ref().map(ToString::to_string));
    parts.extend(facts.date.map(|date| date.to_string()));
    parts.extend(facts.tier.map(|tier| format!("{} source", tier.word())));
    if !locators.is_empty() {
        parts.push(format!("at {}", locators.join(", ")));
    }
    if !parts.is_empty() {
        page.prose(&Prose::new(&parts.join(", "), env.theme.text), 2);
    }
    if let Some(url) = &facts.url {
        page.prose(&Prose::new(url, env.theme.dim), 2);
    }
}
