//! Why a model does not load: every problem with its source line, until the file is mended.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::{Problem, Report, Severity};
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::ui::list::ListState;
use crate::ui::page::{Page, Prose};
use crate::ui::{paint, pane};

/// No more problems than this are laid out.
const LIMIT: usize = 200;

/// The screen.
#[derive(Debug)]
pub struct Problems {
    report: Box<Report>,
    /// Whether a model that did load is still there to return to.
    last_good: bool,
    list: ListState,
}

impl Problems {
    /// Shows a report; `last_good` says whether an earlier state of the model is still open.
    pub const fn new(report: Box<Report>, last_good: bool) -> Self {
        Self {
            report,
            last_good,
            list: ListState::new(0),
        }
    }

    fn page(&self, env: &Env, width: u16) -> Page<()> {
        let mut page = Page::new(usize::from(width).saturating_sub(4).clamp(1, 100));
        let keep = if self.last_good {
            "The strategy as it was before is still open: Esc returns to it."
        } else {
            "Mend the file, then press R to read it again."
        };
        page.prose(&Prose::new(keep, env.theme.text), 0);
        for problem in self.report.problems.iter().take(LIMIT) {
            page.gap();
            self.write(&mut page, env, problem);
        }
        let more = self.report.problems.len().saturating_sub(LIMIT);
        if more > 0 {
            page.gap();
            page.prose(&Prose::new(&format!("and {more} more"), env.theme.dim), 0);
        }
        page
    }

    fn write(&self, page: &mut Page<()>, env: &Env, problem: &Problem) {
        let place = self.report.place(problem.span.start);
        let (word, style) = match problem.severity {
            Severity::Error => ("error", env.theme.error),
            Severity::Advice => ("advice", env.theme.caveat),
        };
        let mut head = Prose::new(word, style);
        head.push(
            &format!(" at {}:{}: ", place.line, place.column),
            env.theme.dim,
        );
        head.push(&crate::text::Clean::new(&problem.message), env.theme.title);
        page.prose(&head, 0);
        page.prose(
            &Prose::new(&self.report.line_at(problem.span.start), env.theme.cite),
            4,
        );
        if let Some(help) = &problem.help {
            let mut prose = Prose::new("help: ", env.theme.verb);
            prose.push(&crate::text::Clean::new(help), env.theme.text);
            page.prose(&prose, 2);
        }
    }

    fn body(area: Rect) -> Rect {
        Rect {
            y: area.y + 1.min(area.height),
            height: area.height.saturating_sub(1),
            ..area
        }
    }

    fn by(&mut self, lines: isize, env: &Env) {
        let body = Self::body(env.body());
        let length = self.page(env, body.width).len();
        self.list.scroll(lines, length, usize::from(body.height));
    }
}

impl Layer for Problems {
    fn mode(&self) -> Mode {
        Mode::Page
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let screen = isize::try_from(env.size.height).unwrap_or(24).max(5) - 4;
        match action {
            Action::Up => self.by(-1, env),
            Action::Down => self.by(1, env),
            Action::PageUp => self.by(-screen, env),
            Action::PageDown => self.by(screen, env),
            Action::HalfPageUp => self.by(-screen / 2, env),
            Action::HalfPageDown => self.by(screen / 2, env),
            Action::Top => self.by(isize::MIN / 2, env),
            Action::Bottom => self.by(isize::MAX / 2, env),
            Action::Wheel { rows, .. } => self.by(isize::from(*rows), env),
            Action::Escape | Action::Out if self.last_good => return Reply::Close,
            Action::Quit
            | Action::QuitNow
            | Action::Reload
            | Action::Suspend
            | Action::Redraw
            | Action::Help => return Reply::Pass,
            _ => {}
        }
        Reply::Done
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        paint::clear(area, canvas, env.theme.ground.patch(env.theme.text));
        let count = self.report.summary();
        let header = pane::Header {
            title: format!("{} does not load", self.report.name),
            count,
            focused: true,
            ..pane::Header::default()
        };
        pane::header(
            Rect {
                height: area.height.min(1),
                ..area
            },
            canvas,
            &header,
        );
        let body = Self::body(area);
        self.page(env, body.width)
            .draw(body, canvas, self.list.offset(), None);
        if !self.last_good {
            let top = Rect {
                y: 0,
                height: 1.min(area.y),
                ..area
            };
            let name = Line::from(Span::styled(" senryaku", env.theme.bar));
            canvas.buf.set_style(top, env.theme.bar);
            paint::line(top, canvas, &name);
        }
    }

    fn relayout(&mut self, env: &Env) {
        self.by(0, env);
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let mut wanted = vec![(Action::Reload, "read again")];
        if self.last_good {
            wanted.push((Action::Escape, "keep the strategy as it was"));
        }
        wanted.push((Action::Quit, if self.last_good { "close" } else { "quit" }));
        (hints(env, Mode::Page, &wanted), String::new())
    }
}
