//! The program without its terminal, up to the bytes that it would write.

use crossterm::event::Event;
use ratatui::layout::Size;
use senryaku::env::Env;
use senryaku::run::Frame;

use super::stage::Stage;

/// A stage whose pictures are turned into bytes.
pub(crate) struct Show {
    stage: Stage,
    frame: Frame,
    size: Size,
}

impl Show {
    /// Opens a model and types some keys.
    pub(crate) fn new(env: &Env, keys: &str) -> Self {
        let mut show = Self {
            size: env.size,
            stage: Stage::of(env.clone(), None),
            frame: Frame::default(),
        };
        show.keys(keys);
        show
    }

    /// Types some keys and draws; gives the bytes of the frame.
    pub(crate) fn keys(&mut self, keys: &str) -> Vec<u8> {
        self.stage.keys(keys);
        self.draw()
    }

    /// The same for another event.
    pub(crate) fn event(&mut self, event: &Event) -> Vec<u8> {
        if let Event::Resize(width, height) = event {
            self.size = Size::new(*width, *height);
        }
        self.stage.event(event);
        self.draw()
    }

    fn draw(&mut self) -> Vec<u8> {
        let app = &self.stage.app;
        let paint = |area, buffer: &mut _| {
            app.render(area, buffer);
            app.cursor(area)
        };
        let bytes = self.frame.draw(self.size, paint);
        bytes.unwrap().unwrap_or_default()
    }
}
