//! A course: pages to read and cards on them in turn, a checkpoint for each part, and how it went.

mod pages;

use std::time::Duration;

use ratatui::layout::{Position, Rect};

use super::study::Study;
use super::{Layer, Overlay, Reply, Visit, hints};
use crate::action::{Action, Mode};
use crate::effect::Effect;
use crate::env::Env;
use crate::export::citation;
use crate::model::EntryId;
use crate::study::{Course, CoursePlace, Lesson, Session, Standing};
use crate::ui::bar::{self, Hint};
use crate::ui::canvas::Canvas;
use crate::ui::list::ListState;
use crate::ui::page::Page;
use crate::ui::{layout, paint, pane};

/// A course that may be taken, and where it was left if it was begun.
#[derive(Debug)]
struct Offer {
    course: Course,
    left: Option<CoursePlace>,
}

/// Where one is in a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// It has not begun: one of the offers is to be taken.
    Outset,
    /// A page or cards.
    Lesson,
    /// How the checkpoint went.
    Told,
    /// Everything is done.
    End,
}

/// What a row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// Take this offer; from its beginning, or where it was left.
    Take(usize, bool),
    /// An entry.
    Entry(EntryId),
}

/// Cards that were answered.
#[derive(Clone, Debug, Default)]
struct Score {
    asked: usize,
    right: usize,
    weak: Vec<EntryId>,
}

/// The screen.
#[derive(Debug)]
pub struct CourseScreen {
    offers: Vec<Offer>,
    /// The offer that is taken.
    taken: usize,
    lessons: Vec<Lesson>,
    /// The lesson that is on, by its number.
    lesson: usize,
    at: At,
    study: Study,
    list: ListState,
    /// When this sitting began, and what was spent before it.
    began: Duration,
    before: Duration,
    /// The last checkpoint, and the whole sitting.
    check: Score,
    whole: Score,
    from_shell: bool,
}

impl CourseScreen {
    /// Offers courses of these lengths. `session` has every card of the strategy and asks none.
    pub fn new(
        session: Session,
        lengths: &[Duration],
        left: Option<&CoursePlace>,
        (from_shell, env): (bool, &Env),
    ) -> Self {
        let offers = lengths.iter().map(|length| {
            let course = Course::plan(&env.strategy, session.cards(), *length);
            let minutes = course.time.as_secs() / 60;
            let lessons = course.lessons().len();
            let left =
                left.filter(|place| place.minutes == minutes && place.at > 0 && place.at < lessons);
            Offer {
                left: left.cloned(),
                course,
            }
        });
        let offers = offers.collect();
        let mut screen = Self {
            offers,
            taken: 0,
            lessons: Vec::new(),
            lesson: 0,
            at: At::Outset,
            study: Study::new(session, from_shell, env),
            list: ListState::new(0),
            began: env.now,
            before: Duration::ZERO,
            check: Score::default(),
            whole: Score::default(),
            from_shell,
        };
        screen.settle(env);
        screen
    }

    /// How one stands with the cards of the strategy.
    pub fn standing(&self, env: &Env) -> Standing {
        self.study.standing(env)
    }

    fn course(&self) -> Option<&Course> {
        self.offers.get(self.taken).map(|offer| &offer.course)
    }

    fn lesson(&self) -> Option<Lesson> {
        self.lessons.get(self.lesson).copied()
    }

    /// Whether cards are on the screen.
    fn is_asking(&self) -> bool {
        let asks = matches!(self.lesson(), Some(Lesson::Ask(..) | Lesson::Check(_)));
        self.at == At::Lesson && asks
    }

    fn spent(&self, env: &Env) -> Duration {
        self.before + env.now.saturating_sub(self.began)
    }

    /// Where the course stands, for the next time.
    fn place(&self, env: &Env) -> Option<CoursePlace> {
        let course = self.course().filter(|_| self.at != At::Outset)?;
        let name = self
            .lesson()
            .map(|lesson| course.name(&env.strategy, lesson));
        Some(CoursePlace {
            minutes: course.time.as_secs() / 60,
            at: self.lesson,
            name: name.unwrap_or_default(),
            spent: self.spent(env).as_secs(),
        })
    }

    fn keep(&self, env: &Env) -> Reply {
        let place = self.place(env);
        place.map_or(Reply::Done, |place| Reply::Do(Effect::KeepCourse(place)))
    }

    fn leave(&self, env: &Env) -> Reply {
        let mut effects: Vec<Effect> = self
            .place(env)
            .map(Effect::KeepCourse)
            .into_iter()
            .collect();
        if self.from_shell {
            effects.push(Effect::Quit);
        }
        Reply::Leave(effects)
    }

    fn take(&mut self, which: usize, goes_on: bool, env: &Env) -> Reply {
        let Some(offer) = self.offers.get(which) else {
            return Reply::Done;
        };
        let left = offer.left.as_ref().filter(|_| goes_on);
        let from = left.map_or(0, |place| offer.course.resume(&env.strategy, place));
        self.before = left.map_or(Duration::ZERO, |place| Duration::from_secs(place.spent));
        self.lessons = offer.course.lessons();
        self.taken = which;
        self.began = env.now;
        self.begin(from, env);
        self.keep(env)
    }

    /// Begins a lesson; after the last comes the end.
    fn begin(&mut self, lesson: usize, env: &Env) {
        self.lesson = lesson;
        self.list = ListState::new(0);
        let Some(now) = self.lesson() else {
            self.at = At::End;
            return;
        };
        self.at = At::Lesson;
        let cards = self
            .course()
            .map(|course| course.cards(now))
            .unwrap_or_default();
        if !cards.is_empty() && !self.study.ask(&cards, env) {
            // All of them were put aside.
            self.begin(lesson + 1, env);
        }
    }

    /// After the last card of a lesson: what it came to, then what follows.
    fn count(&mut self, env: &Env) {
        let (asked, right, weak) = self.study.score();
        let score = Score { asked, right, weak };
        self.whole.asked += score.asked;
        self.whole.right += score.right;
        for id in &score.weak {
            if !self.whole.weak.contains(id) {
                self.whole.weak.push(*id);
            }
        }
        if matches!(self.lesson(), Some(Lesson::Check(_))) {
            self.check = score;
            self.at = At::Told;
            self.list = ListState::new(0);
        } else {
            self.begin(self.lesson + 1, env);
        }
    }

    /// What is read, or the row that is selected.
    fn entry(&self, env: &Env) -> Option<EntryId> {
        let page = self.page(env);
        match page.target(self.list.at()) {
            Some(Target::Entry(id)) => return Some(id),
            Some(Target::Take(..)) => return None,
            None => {}
        }
        let Some(Lesson::Read(part, block)) = self.lesson().filter(|_| self.at == At::Lesson)
        else {
            return None;
        };
        self.course()?.parts.get(part)?.blocks.get(block)?.read
    }

    fn act(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Up => self.step(-1, env),
            Action::Down => self.step(1, env),
            Action::HalfPageUp | Action::PageUp => self.scroll(-8, env),
            Action::HalfPageDown | Action::PageDown => self.scroll(8, env),
            Action::Wheel { rows, .. } => self.scroll(isize::from(*rows), env),
            Action::Top => self.scroll(isize::MIN / 2, env),
            Action::Bottom => self.scroll(isize::MAX / 2, env),
            Action::Enter | Action::Accept => return self.go_on(env),
            Action::Click { column, row } => {
                let room = super::study::room(env.area());
                if !room.contains(Position::new(*column, *row)) {
                    return Reply::Done;
                }
                let line = usize::from(row - room.y) + self.list.offset();
                match self.page(env).follow_at(line) {
                    Some(which) => self.list.select(which),
                    None if self.at == At::Outset => return Reply::Done,
                    None => {}
                }
                return self.go_on(env);
            }
            Action::Look => return self.entry(env).map_or(Reply::Done, Reply::Show),
            Action::Sources => {
                let entry = self.entry(env);
                return entry.map_or(Reply::Done, |id| Reply::Open(Overlay::Sources(id)));
            }
            Action::Copy => {
                return self.entry(env).map_or(Reply::Done, |id| {
                    Reply::Do(Effect::Copy(citation::cited(&env.strategy, id)))
                });
            }
            Action::Undo => return Reply::Say("There is nothing to take back".into()),
            Action::Escape | Action::Quit => return self.leave(env),
            _ => return Reply::Pass,
        }
        Reply::Done
    }

    fn go_on(&mut self, env: &Env) -> Reply {
        match self.at {
            At::Outset => match self.page(env).target(self.list.at()) {
                Some(Target::Take(which, goes_on)) => self.take(which, goes_on, env),
                _ => Reply::Done,
            },
            At::Lesson | At::Told => {
                self.begin(self.lesson + 1, env);
                self.keep(env)
            }
            At::End => self.leave(env),
        }
    }

    /// To the next row where there are rows, else a line further.
    fn step(&mut self, rows: isize, env: &Env) {
        if self.page(env).follow_count() > 0 {
            self.list.by(rows);
            self.settle(env);
        } else {
            self.scroll(rows, env);
        }
    }

    fn scroll(&mut self, rows: isize, env: &Env) {
        let room = super::study::room(env.area());
        let length = self.page(env).len();
        self.list.scroll(rows, length, room.height.into());
    }

    fn settle(&mut self, env: &Env) {
        let room = super::study::room(env.area());
        let page = self.page(env);
        self.list.relayout_page(&page, room.height.into());
    }

    fn page(&self, env: &Env) -> Page<Target> {
        let room = super::study::room(env.area());
        let width = usize::from(room.width).saturating_sub(4).max(1);
        match self.at {
            At::Outset => self.outset(env, width),
            At::Lesson => self.reading(env, width),
            At::Told => self.told(env, width),
            At::End => self.ending(env, width),
        }
    }

    fn wanted(&self, env: &Env) -> Vec<(Action, &'static str)> {
        let on = match self.at {
            At::Outset => "begin",
            At::Lesson | At::Told => "go on",
            At::End => "leave",
        };
        let mut wanted = vec![(Action::Enter, on)];
        if self.entry(env).is_some() {
            wanted.push((Action::Look, "open the entry"));
            wanted.push((Action::Sources, "sources"));
        }
        let room = super::study::room(env.area());
        if self.page(env).len() > usize::from(room.height) {
            wanted.push((Action::PageDown, "more"));
        }
        wanted.push((Action::Help, "help"));
        let leave = match self.at {
            At::Outset | At::End => "leave",
            At::Lesson | At::Told => "leave, to go on later",
        };
        wanted.push((Action::Escape, leave));
        wanted
    }
}

impl Layer for CourseScreen {
    fn mode(&self) -> Mode {
        if self.is_asking() {
            self.study.mode()
        } else {
            Mode::Study
        }
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        if self.is_asking() {
            let leaves = matches!(action, Action::Escape | Action::Quit);
            if leaves && !self.study.is_explaining() {
                return self.leave(env);
            }
            let reply = self.study.update(action, env);
            if self.study.is_over() {
                self.count(env);
                self.settle(env);
            }
            return reply;
        }
        self.act(action, env)
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let (title, count) = (self.title(env), self.clock(env));
        if self.is_asking() {
            let says = (title, self.study.whereabouts(env), count);
            self.study.draw_under(area, canvas, env, says);
            return;
        }
        paint::clear(area, canvas, env.theme.ground.patch(env.theme.text));
        let (top, middle, _) = layout::bars(area);
        bar::top(top, canvas, &bar::Top::new(&env.strategy.meta));
        let header = pane::Header {
            title,
            count,
            focused: true,
            ..pane::Header::default()
        };
        let row = Rect {
            height: middle.height.min(1),
            ..middle
        };
        pane::header(row, canvas, &header);
        let page = self.page(env);
        let selected = (page.follow_count() > 0).then_some(self.list.at());
        page.draw(
            super::study::room(area),
            canvas,
            self.list.offset(),
            selected,
        );
    }

    fn relayout(&mut self, env: &Env) {
        self.study.relayout(env);
        self.settle(env);
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn is_modal(&self) -> bool {
        true
    }

    fn cursor(&self, area: Rect, env: &Env) -> Option<Position> {
        self.is_asking().then(|| self.study.cursor(area, env))?
    }

    fn visit(&mut self, _id: EntryId, _env: &Env) -> Visit {
        Visit::Detour("back to the course")
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        if self.is_asking() {
            let (mut hints, place) = self.study.hints(env);
            for hint in hints.iter_mut().filter(|hint| hint.says == "end") {
                hint.says = "leave, to go on later";
            }
            return (hints, place);
        }
        let wanted = self.wanted(env);
        (hints(env, Mode::Study, &wanted), String::new())
    }
}
