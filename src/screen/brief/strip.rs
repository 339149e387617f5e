//! Where a chosen entry is from, in a strip over the foot of the slide.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Brief;
use crate::brief::source_lines;
use crate::env::Env;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::paint;

/// The most sources in the strip; the rest are counted.
const ROWS: usize = 3;

impl Brief {
    /// The sources of the chosen entry; the slide stays in sight above.
    pub(super) fn draw_strip(&self, slide: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let Some(id) = self.strip else { return };
        let strategy = &env.strategy;
        let found = source_lines(strategy, id);
        let mut lines: Vec<String> = found.iter().take(ROWS).cloned().collect();
        match found.len().saturating_sub(ROWS) {
            0 if found.is_empty() => lines.push("No source is given for this".to_owned()),
            0 => {}
            more => lines.push(format!("and {more} more")),
        }
        let rows = (lines.len() as u16 + 1).min(slide.height);
        let area = Rect {
            y: slide.bottom() - rows,
            height: rows,
            ..slide
        };
        let ground = canvas.theme.ground.patch(canvas.theme.text);
        paint::clear(area, canvas, ground);
        let row = |y: u16| Rect {
            x: area.x + 3.min(area.width),
            width: area.width.saturating_sub(6),
            y,
            height: 1,
        };
        let head = Rect { height: 1, ..area };
        paint::rule(head, canvas, canvas.glyphs.rule, canvas.theme.rule);
        let title = format!(" From: {} ", strategy.entry(id).name);
        let more = canvas.glyphs.more;
        let title = wrap::cut(&title, usize::from(row(0).width), more).into_owned();
        let title = Line::from(Span::styled(title, canvas.theme.heading));
        paint::line(row(area.y), canvas, &title);
        for (line, y) in lines.iter().zip(area.y + 1..area.bottom()) {
            let text = wrap::cut(line, usize::from(row(y).width), more).into_owned();
            let style = canvas.theme.text;
            paint::line(row(y), canvas, &Line::from(Span::styled(text, style)));
        }
    }
}
