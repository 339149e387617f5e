//! The program without a terminal: keys in, screen out.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use senryaku::app::{App, Place};
use senryaku::ask::Library;
use senryaku::config::{Keymap, Theme};
use senryaku::effect::Effect;
use senryaku::env::Env;
use senryaku::model::{AsOf, Kind, Strategy, load};
use senryaku::search::{Finder, Query};
use senryaku::ui::glyph::Glyphs;

/// The built-in model.
pub(crate) const JAPAN: &str = include_str!("../../data/japan-2021.ron");

/// An app on a screen of a size.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) effects: Vec<Effect>,
    /// Searches that have not found anything yet, when they are held back.
    held: Option<Vec<(Query, usize)>>,
    size: Size,
}

/// What screens read, for a model and a size.
pub(crate) fn env(model: &str, (width, height): (u16, u16), theme: &str) -> Env {
    let strategy = load("model.ron", model.as_bytes().to_vec())
        .expect("the model loads")
        .strategy;
    let strategy = Arc::new(strategy);
    Env {
        library: Arc::new(Library::new(strategy.clone())),
        strategy,
        as_of: AsOf::All,
        file: "model.ron".into(),
        theme: Theme::named(theme).expect("an embedded theme"),
        keymap: Keymap::embedded(),
        glyphs: Glyphs::BOX,
        today: "2026-11-23".parse().expect("a date"),
        started_at: std::time::Duration::ZERO,
        now: std::time::Duration::ZERO,
        cards: None,
        unsaved: 0,
        size: Size::new(width, height),
    }
}

impl Stage {
    /// The built-in model on a screen of this size.
    pub(crate) fn japan(width: u16, height: u16) -> Self {
        Self::of(env(JAPAN, (width, height), "terminal"), None)
    }

    /// A first start, which opens the page about the strategy.
    pub(crate) fn first_start(model: &str, (width, height): (u16, u16)) -> Self {
        let env = env(model, (width, height), "terminal");
        Self::with(App::new(env.clone(), None, None), env.size)
    }

    /// Without a place, at the first pillar.
    pub(crate) fn of(env: Env, place: Option<&Place>) -> Self {
        let size = env.size;
        let first = env.strategy.of_kind(Kind::Pillar).first().copied();
        let at = first.filter(|_| place.is_none());
        Self::with(App::new(env, at, place), size)
    }

    fn with(app: App, size: Size) -> Self {
        Self {
            app,
            effects: Vec::new(),
            held: None,
            size,
        }
    }

    /// Types keys: a word in `<>` is a named key, anything else is typed as it stands.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest
                .strip_prefix('<')
                .and_then(|inside| inside.split_once('>'))
                .filter(|(name, _)| !name.is_empty());
            let event = if let Some((name, after)) = named {
                rest = after;
                key(name)
            } else {
                rest = &rest[first.len_utf8()..];
                KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE)
            };
            self.event(&Event::Key(event));
        }
        self
    }

    pub(crate) fn event(&mut self, event: &Event) {
        if let Event::Resize(width, height) = event {
            self.size = Size::new(*width, *height);
        }
        let effects = self.app.handle(event);
        self.perform(effects);
        self.go_on();
    }

    /// Has the app take what has waited, as the shell does.
    pub(crate) fn go_on(&mut self) -> &mut Self {
        while let Some(effects) = self.app.go_on() {
            self.perform(effects);
        }
        self
    }

    /// From now on searches find nothing until they are let.
    pub(crate) fn hold_searches(&mut self) -> &mut Self {
        self.held = Some(Vec::new());
        self
    }

    /// Lets every search that was held back find, the first first.
    pub(crate) fn let_search(&mut self) -> &mut Self {
        for (query, limit) in self.held.take().unwrap_or_default() {
            let effects = self.find(&query, limit);
            self.perform(effects);
        }
        self.go_on()
    }

    fn perform(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            let mut more = Vec::new();
            for effect in effects {
                match effect {
                    Effect::Find { query, limit } => match &mut self.held {
                        Some(held) => held.push((query, limit)),
                        None => more.extend(self.find(&query, limit)),
                    },
                    other => self.effects.push(other),
                }
            }
            effects = more;
        }
    }

    /// Searches as the shell does, but at once.
    fn find(&mut self, query: &Query, limit: usize) -> Vec<Effect> {
        let corpus = Arc::clone(&self.app.env().library);
        let never = AtomicBool::new(false);
        let hits = Finder::default().find(corpus.corpus(), query, limit, &never);
        self.app.found(hits.expect("nobody stops it"))
    }

    pub(crate) fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.width, self.size.height));
        self.app.render(buffer.area, &mut buffer);
        buffer
    }

    pub(crate) fn screen(&self) -> String {
        text(&self.buffer())
    }

    pub(crate) fn strategy(&self) -> &Strategy {
        &self.app.env().strategy
    }

    /// The id of the entry shown in full.
    pub(crate) fn shown(&self) -> String {
        let place = self.app.place().expect("a model is open");
        place.selected[usize::from(place.pane) - 1].clone()
    }

    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(
            screen.contains(text),
            "{text:?} is not on the screen:\n{screen}"
        );
        self
    }

    pub(crate) fn misses(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(
            !screen.contains(text),
            "{text:?} is on the screen:\n{screen}"
        );
        self
    }
}

/// A screen as text; the second cell of a wide character is left out.
pub(crate) fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut line = String::new();
        let mut skip = 0;
        for x in buffer.area.left()..buffer.area.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            skip = senryaku::text::wrap::width(symbol).saturating_sub(1);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn key(name: &str) -> KeyEvent {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    if matches!(name, "s-up" | "s-down") {
        let code = if name == "s-up" {
            KeyCode::Up
        } else {
            KeyCode::Down
        };
        return KeyEvent::new(code, KeyModifiers::SHIFT);
    }
    if let Some(letter) = name.strip_prefix("c-") {
        let letter = letter.chars().next().expect("a letter after c-");
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    plain(match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "s-tab" => KeyCode::BackTab,
        "bs" => KeyCode::Backspace,
        "space" => KeyCode::Char(' '),
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "del" => KeyCode::Delete,
        "f1" => KeyCode::F(1),
        "f5" => KeyCode::F(5),
        other => panic!("no key is called <{other}>"),
    })
}
