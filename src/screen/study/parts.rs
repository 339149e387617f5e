//! Where the parts of the screen lie, and drawing them.

use ratatui::layout::Rect;

use super::Study;
use crate::env::Env;
use crate::ui::canvas::Canvas;
use crate::ui::{bar, layout, paint, pane};

/// Cards are never wider than this many cells.
const MEASURE: u16 = 88;

/// The room for the card: under the bar and the header, over the hints, in the middle of a wide
/// screen, with some air above where there is room.
pub(super) fn body(area: Rect) -> Rect {
    let (_, body, _) = layout::bars(area);
    let head = 1.min(body.height);
    let air = u16::from(body.height >= 16) + u16::from(body.height >= 30);
    let width = body.width.min(MEASURE);
    Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + head + air,
        width,
        height: body.height - head - air,
    }
}

impl Study {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        paint::clear(area, canvas, env.theme.ground.patch(env.theme.text));
        let (top, middle, _) = layout::bars(area);
        bar::top(top, canvas, &bar::Top::new(&env.strategy.meta));
        let header = pane::Header {
            title: self.title(),
            aside: self.aside(env),
            count: if self.ended {
                String::new()
            } else {
                self.session.progress()
            },
            focused: true,
            ..pane::Header::default()
        };
        let row = Rect {
            height: middle.height.min(1),
            ..middle
        };
        pane::header(row, canvas, &header);
        let room = body(area);
        let page = self.page(env, room.width);
        let selected = (page.follow_count() > 0).then_some(self.list.at());
        page.draw(room, canvas, self.list.offset(), selected);
    }

    fn title(&self) -> String {
        let cram = self.session.plan().cram;
        let title = match (self.ended, cram) {
            (true, _) => "How it went",
            (false, true) => "Cram",
            (false, false) => "Study",
        };
        title.to_owned()
    }

    /// The topic of the card; before it what must not be missed.
    fn aside(&self, env: &Env) -> String {
        match env.unsaved {
            0 => {}
            1 => return "1 answer not saved".to_owned(),
            unsaved => return format!("{unsaved} answers not saved"),
        }
        let turn = self.session.turn().filter(|_| !self.ended);
        let card = turn.and_then(|turn| self.session.card(turn.card));
        card.map_or_else(String::new, |card| card.topic.name(&env.strategy))
    }
}
