//! The whole picture: the screens of the stack, and what stands at the bottom.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::App;
use crate::screen::{Brief, Layer};
use crate::ui::canvas::Canvas;
use crate::ui::{bar, layout, paint};

impl App {
    /// Draws everything; changes nothing.
    pub fn render(&self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let canvas = &mut Canvas {
            buf,
            theme: &self.env.theme,
            glyphs: &self.env.glyphs,
        };
        paint::clear(
            area,
            canvas,
            self.env.theme.ground.patch(self.env.theme.text),
        );
        let (_, body, bottom) = layout::bars(area);
        if let Some(brief) = self.briefing().filter(|brief| brief.is_blank()) {
            brief.render(area, canvas, &self.env);
            return;
        }
        let lowest = self
            .stack
            .iter()
            .rposition(|screen| screen.layer().is_whole())
            .unwrap_or(0);
        for screen in self.stack.iter().skip(lowest) {
            let layer = screen.layer();
            let room = if layer.is_whole() { area } else { body };
            layer.render(room, canvas, &self.env);
        }
        self.draw_bottom(bottom, canvas);
    }

    fn draw_bottom(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let theme = &self.env.theme;
        if let Some(notice) = &self.notice {
            let style = if notice.failure {
                theme.error
            } else {
                theme.notice
            };
            let text = if notice.failure {
                format!("Error: {}", notice.text)
            } else {
                notice.text.to_string()
            };
            paint::clear(area, canvas, theme.ground.patch(theme.text));
            bar::notice(area, canvas, &text, style);
        } else if let Some(top) = self.stack.last() {
            if top.layer().has_own_foot() {
                return;
            }
            paint::clear(area, canvas, theme.ground.patch(theme.text));
            let (hints, place) = top.layer().hints(&self.env);
            let place = self.detour_words(area).unwrap_or(place);
            bar::hints(area, canvas, &hints, &place);
        }
    }

    /// Where the terminal's cursor stands, when a text field is open.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        if self.briefing().is_some_and(Brief::is_blank) {
            return None;
        }
        let (_, body, _) = layout::bars(area);
        self.stack.last()?.layer().cursor(body, &self.env)
    }
}
