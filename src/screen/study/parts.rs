//! Drawing the screen.

use ratatui::layout::Rect;

use super::{Study, room};
use crate::env::Env;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::{bar, layout, paint, pane};
use crate::wording;

impl Study {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let (title, mut aside, count) = (self.title(), self.aside(env), self.count(env));
        let cells = [&title, &aside, &count].map(|text| wrap::width(text) + 3);
        // A topic stands there whole or not at all.
        if env.unsaved == 0 && cells.iter().sum::<usize>() > usize::from(area.width) {
            aside.clear();
        }
        self.draw_under(area, canvas, env, (title, aside, count));
    }

    /// The same under a title and a count of another screen.
    pub fn draw_under(
        &self,
        area: Rect,
        canvas: &mut Canvas<'_>,
        env: &Env,
        (title, aside, count): (String, String, String),
    ) {
        paint::clear(area, canvas, env.theme.ground.patch(env.theme.text));
        let (top, middle, _) = layout::bars(area);
        bar::top(top, canvas, &bar::Top::new(&env.strategy.meta));
        let header = pane::Header {
            title,
            aside,
            count,
            focused: true,
            ..pane::Header::default()
        };
        let row = Rect {
            height: middle.height.min(1),
            ..middle
        };
        pane::header(row, canvas, &header);
        let room = room::body(area);
        let page = self.page(env, room);
        let selected = (page.follow_count() > 0).then_some(self.list.at());
        page.draw(room, canvas, self.list.offset(), selected);
        self.draw_why(canvas, env);
    }

    /// Where one is; at the end how many cards it was, and how long it took.
    fn count(&self, env: &Env) -> String {
        if !self.ended {
            return self.session.progress();
        }
        let asked = self.session.outcome().asked;
        let minutes = env.now.saturating_sub(self.began).as_secs() / 60;
        match (asked, usize::try_from(minutes).unwrap_or(0)) {
            (0, _) => String::new(),
            (asked, 0) => wording::count(asked, "card"),
            (asked, minutes) => format!(
                "{}, {}",
                wording::count(asked, "card"),
                wording::count(minutes, "minute")
            ),
        }
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

    /// Where one is among the cards; before it what must not be missed.
    pub fn whereabouts(&self, env: &Env) -> String {
        if env.unsaved > 0 {
            self.aside(env)
        } else {
            self.session.progress()
        }
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
