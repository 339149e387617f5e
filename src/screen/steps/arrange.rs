//! The steps of a talk arranged: which are shown, in which order, for how long.

use std::time::Duration;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::brief::{OutlinedStep, TalkPlan, What, outline, show_duration};
use crate::env::Env;
use crate::model::MadeStep;
use crate::screen::Talk;
use crate::text::{Clean, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::list::ListState;
use crate::ui::{paint, pane, scroll};

/// Two digits within this time are one number.
const TOGETHER: Duration = Duration::from_secs(1);
/// The most minutes of a step.
const MOST: u64 = 99;
/// Rows under the list: the sums.
const SUMS: u16 = 2;

/// A talk while it is arranged.
#[derive(Debug)]
pub(super) struct Arrangement {
    steps: Vec<OutlinedStep>,
    list: ListState,
    target: Option<Duration>,
    /// The minutes typed last, and when.
    typed: Option<(u64, Duration)>,
    /// Whether anything is not as it was.
    pub(super) is_changed: bool,
}

impl Arrangement {
    /// Of a plan, at the step with this number among those that are shown.
    pub(super) fn new(talk: &Talk, at: usize, env: &Env) -> Self {
        let steps = outline(&talk.plan, &env.strategy, talk.options);
        let shown = steps
            .iter()
            .enumerate()
            .filter(|(_, step)| !step.planned.is_hidden);
        let at = shown.map(|(at, _)| at).nth(at).unwrap_or(0);
        Self {
            steps,
            list: ListState::new(at),
            target: talk.target,
            typed: None,
            is_changed: false,
        }
    }

    /// The plan as it is now.
    pub(super) fn plan(&self) -> TalkPlan {
        TalkPlan {
            steps: self.steps.iter().map(|step| step.planned.clone()).collect(),
        }
    }

    /// Moves the selection.
    pub(super) fn by(&mut self, rows: isize) {
        self.list.by(rows);
        self.typed = None;
    }

    /// Hides the selected step, or shows it again; what may not be hidden is said.
    pub(super) fn hide(&mut self) -> Option<&'static str> {
        let at = self.list.at();
        let step = self.steps.get_mut(at)?;
        if matches!(
            step.planned.what,
            What::Made(MadeStep::Title | MadeStep::Sources)
        ) {
            return Some("Status and sources are always shown");
        }
        step.planned.is_hidden = !step.planned.is_hidden;
        self.is_changed = true;
        None
    }

    /// What is said at the selected step: the speaker's own words, else those of the model.
    pub(super) fn note(&self) -> String {
        let step = self.steps.get(self.list.at());
        let note = step.and_then(|step| {
            let own = step.planned.note.as_deref();
            own.or(step.step.note.as_deref())
        });
        note.unwrap_or_default().to_owned()
    }

    /// Sets what is said at the selected step, nothing for the words of the model; says whose words
    /// stand there now.
    pub(super) fn set_note(&mut self, note: &str) -> Option<&'static str> {
        if note == self.note() {
            return None;
        }
        let step = self.steps.get_mut(self.list.at())?;
        step.planned.note = (!note.is_empty()).then(|| Clean::new(note));
        self.is_changed = true;
        Some(if note.is_empty() {
            "The note of the model stands at this step"
        } else {
            "Your note stands at this step; w keeps it with the plan"
        })
    }

    /// Moves the selected step by a row.
    pub(super) fn shift(&mut self, down: bool) {
        let at = self.list.at();
        let other = if down { at + 1 } else { at.wrapping_sub(1) };
        if at < self.steps.len() && other < self.steps.len() {
            self.steps.swap(at, other);
            self.list.select(other);
            self.is_changed = true;
        }
    }

    /// Sets the minutes of the selected step; a digit soon after another joins it.
    pub(super) fn digit(&mut self, digit: u64, now: Duration) {
        let before = self
            .typed
            .filter(|(_, at)| now.saturating_sub(*at) <= TOGETHER);
        let minutes = before
            .map_or(digit, |(minutes, _)| minutes * 10 + digit)
            .min(MOST);
        self.typed = Some((minutes, now));
        let at = self.list.at();
        if let Some(step) = self.steps.get_mut(at).filter(|_| minutes > 0) {
            step.seconds = minutes * 60;
            step.planned.time = Some(Duration::from_secs(step.seconds));
            self.is_changed = true;
        }
    }

    /// Keeps the selection in sight.
    pub(super) fn relayout(&mut self, area: Rect) {
        let height = usize::from(Self::body(area).height);
        self.list.relayout(self.steps.len(), height, 1);
    }

    fn body(area: Rect) -> Rect {
        Rect {
            y: area.y + 1.min(area.height),
            height: area.height.saturating_sub(1 + SUMS),
            ..area
        }
    }

    /// Draws the list with its sums.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let theme = &env.theme;
        let row = |y: u16| Rect {
            y,
            height: 1,
            width: area.width.saturating_sub(1),
            ..area
        };
        columns(
            row(area.y),
            canvas,
            &Line::from(Span::styled("arranging", theme.heading)),
            "minutes",
            "begins",
            env,
        );
        let body = Self::body(area);
        let mut begins = self.begins();
        let width = self.steps.len().to_string().len();
        for (y, at) in (body.top()..body.bottom()).zip(self.list.offset()..self.steps.len()) {
            let Some(step) = self.steps.get(at) else {
                break;
            };
            let minutes = words(step.seconds);
            let hidden = step.planned.is_hidden;
            let style = if hidden { theme.dim } else { theme.text };
            let name = Line::from(vec![
                Span::styled(format!("{:>width$}  ", at + 1), theme.date),
                Span::styled(
                    format!("{:<2}", step.step.number.clone().unwrap_or_default()),
                    theme.dim,
                ),
                Span::styled(step.step.name.clone(), style),
            ]);
            let begin = begins.get_mut(at).map(std::mem::take).unwrap_or_default();
            let minutes = if hidden {
                format!("hidden ({minutes})")
            } else {
                minutes
            };
            columns(row(y), canvas, &name, &minutes, &begin, env);
            if at == self.list.at() {
                pane::row(row(y), canvas, &Line::default(), Some(theme.selected));
            }
        }
        scroll::bar(body, canvas, self.list.offset(), self.steps.len());
        self.draw_sums(
            Rect {
                y: body.bottom(),
                height: SUMS.min(area.height),
                ..area
            },
            canvas,
            env,
        );
    }

    fn draw_sums(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        let shown: Vec<&OutlinedStep> = self
            .steps
            .iter()
            .filter(|step| !step.planned.is_hidden)
            .collect();
        let sum: u64 = shown.iter().map(|step| step.seconds).sum();
        let row = |y: u16| Rect {
            y,
            height: 1,
            width: area.width.saturating_sub(1),
            ..area
        };
        let count = format!("{} of {} steps", shown.len(), self.steps.len());
        let target = self
            .target
            .map(|target| format!("of {}", show_duration(target)));
        let line = Line::from(Span::styled(count, env.theme.text));
        columns(
            row(area.y),
            canvas,
            &line,
            &words(sum),
            &target.unwrap_or_default(),
            env,
        );
        let Some(target) = self.target.map(|target| target.as_secs()) else {
            return;
        };
        let (text, style) = if sum > target {
            (
                format!("{} too many", minutes(sum - target)),
                env.theme.title,
            )
        } else {
            (format!("{} free", minutes(target - sum)), env.theme.dim)
        };
        paint::line(
            row(area.y + 1),
            canvas,
            &Line::from(Span::styled(text, style)),
        );
    }

    /// When each step begins; a dash for one that is hidden.
    fn begins(&self) -> Vec<String> {
        let mut at = 0;
        let begin = |step: &OutlinedStep| {
            if step.planned.is_hidden {
                return "-".to_owned();
            }
            let begin = show_duration(Duration::from_secs(at));
            at += step.seconds;
            begin
        };
        self.steps.iter().map(begin).collect()
    }
}

/// Minutes as they stand in a column: `2`, `1:30`.
fn words(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, seconds) => format!("{minutes}:{seconds:02}"),
    }
}

/// Minutes in a sentence.
fn minutes(seconds: u64) -> String {
    match seconds {
        60 => "1 minute".to_owned(),
        _ => format!("{} minutes", words(seconds)),
    }
}

/// Draws a row of three columns.
fn columns(
    row: Rect,
    canvas: &mut Canvas<'_>,
    name: &Line<'_>,
    minutes: &str,
    begins: &str,
    env: &Env,
) {
    let right = |text: &str, cells: usize| {
        let pad = cells.saturating_sub(wrap::width(text));
        format!("{}{text}", " ".repeat(pad))
    };
    let text = format!("{}{}", right(minutes, 12), right(begins, 9));
    let right = Line::from(Span::styled(text, env.theme.dim));
    let room = paint::right(row, canvas, &right, 12);
    pane::row(room, canvas, name, None);
}
