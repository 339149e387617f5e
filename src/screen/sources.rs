//! The full sources of one entry, over the panes.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::{Cite, EntryId};
use crate::ui::bar::Hint;
use crate::ui::page::{Page, Prose};
use crate::ui::{frame, layout, scroll};

/// The overlay.
#[derive(Debug)]
pub struct Sources {
    entry: EntryId,
    at: usize,
    scroll: usize,
}

impl Sources {
    /// Opens on the first source of an entry.
    pub const fn new(entry: EntryId) -> Self {
        Self {
            entry,
            at: 0,
            scroll: 0,
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

    fn settle(&mut self, env: &Env) {
        let (area, page) = self.areas(env.body(), env);
        let height = usize::from(frame::inside(area).height);
        if let Some(rows) = page.rows_of(self.at) {
            self.scroll = scroll::follow(self.scroll, rows.end - 1, height, page.len(), 0);
            self.scroll = scroll::follow(self.scroll, rows.start, height, page.len(), 0);
        }
        self.scroll = self.scroll.min(scroll::limit(page.len(), height));
    }

    fn last(&self, env: &Env) -> usize {
        self.page(env, 80).follow_count().saturating_sub(1)
    }
}

impl Layer for Sources {
    fn mode(&self) -> Mode {
        Mode::Page
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(self.last(env)),
            Action::PageUp | Action::HalfPageUp => self.at = self.at.saturating_sub(4),
            Action::PageDown | Action::HalfPageDown => self.at = (self.at + 4).min(self.last(env)),
            Action::Top => self.at = 0,
            Action::Bottom => self.at = self.last(env),
            Action::Enter => {
                let target = self.page(env, 80).target(self.at);
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
                let line = usize::from(row.saturating_sub(top)) + self.scroll;
                if let Some(which) = page.follow_at(line) {
                    self.at = which;
                }
            }
            Action::Wheel { rows, .. } => {
                let by = if *rows > 0 { Action::Down } else { Action::Up };
                return self.update(&by, env);
            }
            _ => return Reply::Pass,
        }
        self.settle(env);
        Reply::Done
    }

    fn render(&self, area: Rect, buf: &mut Buffer, env: &Env) {
        let (area, page) = self.areas(area, env);
        let title = format!("Sources of {}", env.strategy.entry(self.entry).name);
        let inner = frame::frame(area, buf, &env.theme, &env.glyphs, &title);
        let selected = (page.follow_count() > 0).then_some(self.at);
        page.draw(
            inner,
            buf,
            (&env.theme, &env.glyphs),
            (self.scroll, selected),
        );
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
