//! The speaker's side of a briefing: the time, the note, the points of this screen, the next one.
//!
//! ```text
//!   8:55   of 20:00   this step      step 7 of 16   it is
//!          on plan    0:55 of 2:00   point 3 of 6   14:47
//!  ── Note ─────────────────────── On the screen ─────────
//!   What to say.                    5  The title
//!                                      5.1 A point
//!                                 ── Next screen ─────────
//! ```

use std::time::Duration;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::brief::{PresenterState, show_duration};
use crate::text::{Clean, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::{letters, paint};

/// From this size on note and screen stand side by side.
const WIDE: (u16, u16) = (90, 20);

/// Cells of a digit of the large clock.
const DIGIT: u16 = 4;

/// A day in seconds.
const DAY: u64 = 24 * 60 * 60;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct SpeakerView<'a> {
    /// What the briefing says of itself.
    pub(super) state: &'a PresenterState,
    /// How long ago it said so.
    pub(super) later: Duration,
    /// The time of day.
    pub(super) time_of_day: Duration,
    /// The first line of the note in sight.
    pub(super) scroll: usize,
}

/// Where everything stands.
struct Areas {
    bar: Rect,
    band: Rect,
    note: Rect,
    screen: Rect,
    next: Rect,
    progress: Rect,
}

impl Areas {
    fn of(area: Rect) -> Self {
        let rows = |y: u16, height: u16| Rect {
            y: area.y + y.min(area.height),
            height: height.min(area.height.saturating_sub(y)),
            ..area
        };
        let bar = u16::from(area.height >= 3);
        let band = match area.height {
            0..12 => 2,
            12..20 => 3,
            _ => 5,
        };
        // The line of the foot is the app's.
        let progress = area.height.saturating_sub(2);
        let top = bar + band;
        let middle = rows(top, progress.saturating_sub(top));
        let is_wide = area.width >= WIDE.0 && area.height >= WIDE.1;
        let (note, right) = if is_wide {
            let half = area.width * 13 / 25;
            let note = Rect {
                width: half,
                ..middle
            };
            let right = Rect {
                x: middle.x + half,
                width: middle.width - half,
                ..middle
            };
            (note, right)
        } else {
            let below = Rect {
                y: middle.bottom(),
                height: 0,
                ..middle
            };
            (middle, below)
        };
        let upper = right.height * 3 / 5;
        Self {
            bar: rows(0, bar),
            band: rows(bar, band),
            note,
            screen: Rect {
                height: upper,
                ..right
            },
            next: Rect {
                y: right.y + upper,
                height: right.height - upper,
                ..right
            },
            progress: rows(progress, 1),
        }
    }
}

/// How far the note can be scrolled.
pub(super) fn note_limit(area: Rect, note: &str) -> usize {
    let note_area = Areas::of(area).note;
    let rows = usize::from(note_area.height.saturating_sub(5));
    let width = usize::from(note_area.width.saturating_sub(4));
    wrap::wrap(note, width.max(1)).len().saturating_sub(rows)
}

/// Draws the whole side but for the line at the foot.
pub(super) fn draw(area: Rect, canvas: &mut Canvas<'_>, view: &SpeakerView<'_>) {
    let areas = Areas::of(area);
    let state = view.state;
    draw_bar(areas.bar, canvas, state);
    draw_band(areas.band, canvas, view);
    draw_note(areas.note, canvas, view);
    draw_screen(areas.screen, canvas, state);
    draw_next(areas.next, canvas, state);
    let progress = areas.progress;
    paint::rule(progress, canvas, canvas.glyphs.rule, canvas.theme.rule);
    let cells = usize::from(progress.width) * state.step / state.steps.max(1);
    let done = Rect {
        width: (cells as u16).min(progress.width),
        ..progress
    };
    let glyphs = canvas.glyphs;
    paint::rule(done, canvas, glyphs.rule_focused, canvas.theme.rule_focused);
}

fn clean(text: &str) -> String {
    Clean::new(text).to_string()
}

fn draw_bar(area: Rect, canvas: &mut Canvas<'_>, state: &PresenterState) {
    if area.is_empty() {
        return;
    }
    let theme = canvas.theme;
    canvas.buf.set_style(area, theme.bar);
    let status = format!("{} ", clean(&state.status));
    let right = Line::from(Span::styled(status, theme.bar.patch(theme.bar_warning)));
    let room = paint::right(area, canvas, &right, 10);
    let head = if area.width < WIDE.0 {
        " "
    } else {
        " Speaker   "
    };
    let left = Line::from(vec![
        Span::styled(head, theme.bar),
        Span::styled(clean(&state.strategy), theme.bar.patch(theme.bar_title)),
    ]);
    paint::line(room, canvas, &left);
}

/// The time of the talk and of this step, the pace, the place, the time of day.
fn draw_band(area: Rect, canvas: &mut Canvas<'_>, view: &SpeakerView<'_>) {
    if area.is_empty() {
        return;
    }
    let theme = canvas.theme;
    let state = view.state;
    let elapsed = state.elapsed(view.later);
    let clock = show_duration(elapsed);
    let mut x = area.x + 2.min(area.width);
    let is_large = area.height >= 5 && area.width >= 60;
    if is_large {
        let width = clock.chars().count() as u16 * DIGIT;
        let place = Rect {
            x,
            y: area.y + 1,
            width: area.width.saturating_sub(2),
            height: letters::ROWS,
        };
        letters::draw(place, canvas, &clock, theme.title);
        x += width + 2;
    }
    let is_narrow = area.width < 96;
    for (rows, width) in columns(view, (!is_large).then_some(&clock)) {
        // Columns stand nearer to each other where there is little room.
        let width = if is_narrow { width - 3 } else { width };
        for (nth, (text, is_loud)) in rows.into_iter().enumerate() {
            let y = area.y + u16::from(is_large) + nth as u16;
            if y >= area.bottom() || x >= area.right() {
                continue;
            }
            let style = if is_loud {
                loud(theme.text)
            } else {
                theme.text
            };
            let place = Rect {
                x,
                y,
                width: area.right() - x,
                height: 1,
            };
            paint::line(place, canvas, &Line::from(Span::styled(text, style)));
        }
        x = (x + width).min(area.right());
    }
}

fn loud(style: Style) -> Style {
    style.add_modifier(Modifier::BOLD | Modifier::REVERSED)
}

type Cells = (Vec<(String, bool)>, u16);

/// The columns of the band, each with its width.
fn columns(view: &SpeakerView<'_>, clock: Option<&String>) -> Vec<Cells> {
    let state = view.state;
    let quiet = |text: String| (text, false);
    let mut time = Vec::new();
    let of = state
        .target
        .map(|target| format!("of {}", show_duration(Duration::from_secs(target))));
    match (clock, of) {
        (Some(clock), Some(of)) => time.push(quiet(format!("{clock} {of}"))),
        (Some(clock), None) => time.push(quiet(clock.clone())),
        (None, of) => time.extend(of.map(quiet)),
    }
    let pace = state.pace(view.later);
    time.push(if state.blank {
        ("BLANK".to_owned(), true)
    } else if !state.started {
        quiet("not started".to_owned())
    } else if !state.runs {
        quiet("paused".to_owned())
    } else {
        let is_over = state.is_over(view.later);
        (pace.unwrap_or_default(), is_over)
    });
    if let Some(target) = state.target.filter(|_| state.runs) {
        let left = target.saturating_sub(state.elapsed(view.later).as_secs());
        let end = view.time_of_day.as_secs() + left;
        time.push(quiet(format!("to end at {}", time_of_day(end))));
    }
    let mut step = vec![quiet("this step".to_owned())];
    let on_step = show_duration(state.on_step(view.later));
    step.push(quiet(match state.window {
        Some((begin, end)) => {
            let planned = Duration::from_secs(end.saturating_sub(begin));
            format!("{on_step} of {}", show_duration(planned))
        }
        None => on_step,
    }));
    let at = vec![
        quiet(format!("step {} of {}", state.step, state.steps)),
        quiet(clean(&state.part)),
    ];
    let now = vec![
        quiet("it is".to_owned()),
        quiet(time_of_day(view.time_of_day.as_secs())),
    ];
    vec![(time, 21), (step, 17), (at, 21), (now, 8)]
}

/// `14:47`.
fn time_of_day(seconds: u64) -> String {
    let seconds = seconds % DAY;
    format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
}

/// A rule with a word in it; gives the room under it.
fn headed(area: Rect, canvas: &mut Canvas<'_>, title: &str) -> Rect {
    if area.height == 0 {
        return area;
    }
    let row = Rect { height: 1, ..area };
    paint::rule(row, canvas, canvas.glyphs.rule, canvas.theme.rule);
    let place = Rect {
        x: row.x + 2.min(row.width),
        width: row.width.saturating_sub(2),
        ..row
    };
    let style = canvas.theme.heading;
    let text = format!(" {title} ");
    paint::line(place, canvas, &Line::from(Span::styled(text, style)));
    Rect {
        x: area.x + 2.min(area.width),
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height - 1,
    }
}

/// Writes a text into an area and gives what is left of it under the text.
fn write(area: Rect, canvas: &mut Canvas<'_>, text: &str, style: Style) -> Rect {
    let mut room = area;
    for range in wrap::wrap(text, usize::from(area.width.max(1))) {
        if room.height == 0 {
            break;
        }
        let part = text.get(range).unwrap_or_default().to_owned();
        let row = Rect { height: 1, ..room };
        paint::line(row, canvas, &Line::from(Span::styled(part, style)));
        room = below(room, 1);
    }
    room
}

const fn below(area: Rect, rows: u16) -> Rect {
    let rows = if rows > area.height {
        area.height
    } else {
        rows
    };
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

fn draw_note(area: Rect, canvas: &mut Canvas<'_>, view: &SpeakerView<'_>) {
    let state = view.state;
    let theme = canvas.theme;
    let room = headed(area, canvas, "Note");
    // What is left out stands at the foot.
    let mut foot = Vec::new();
    if !state.detour.is_empty() {
        foot.push((
            format!("On a detour: {}", clean(&state.detour)),
            theme.caveat,
        ));
    }
    if !state.parked.is_empty() {
        foot.push((clean(&state.parked), theme.text));
    }
    if !state.left_out.is_empty() {
        let text = format!("Left out, behind v: {}", clean(&state.left_out));
        foot.push((text, theme.dim));
    }
    let is_narrow = area.width < WIDE.0 / 2 || area.height < 8;
    if area.width == canvas.buf.area.width || is_narrow {
        foot = vec![(format!("next: {}", next(state)), theme.text)];
        if state.blank {
            foot.insert(0, ("The screen is blank".to_owned(), theme.caveat));
        }
        if !state.detour.is_empty() {
            foot.insert(
                0,
                (
                    format!("On a detour: {}", clean(&state.detour)),
                    theme.caveat,
                ),
            );
        }
        let title = format!("{}  {}", clean(&state.number), clean(&state.title));
        foot.insert(0, (title.trim().to_owned(), theme.title));
    }
    let rows = (foot.len() as u16).min(room.height / 2);
    let text = Rect {
        height: room.height - rows,
        ..room
    };
    let note = clean(&state.note);
    if note.is_empty() {
        write(text, canvas, "no note for this step", theme.dim);
    } else {
        let lines = wrap::wrap(&note, usize::from(text.width.max(1)));
        let shown = lines.iter().skip(view.scroll);
        for (range, y) in shown.zip(text.top()..text.bottom()) {
            let part = note.get(range.clone()).unwrap_or_default().to_owned();
            let row = Rect {
                y,
                height: 1,
                ..text
            };
            paint::line(row, canvas, &Line::from(Span::styled(part, theme.note)));
        }
    }
    for ((text, style), y) in foot.into_iter().zip(text.bottom()..room.bottom()) {
        let row = Rect {
            y,
            height: 1,
            ..room
        };
        paint::line(row, canvas, &Line::from(Span::styled(text, style)));
    }
}

fn next(state: &PresenterState) -> String {
    if state.next.is_empty() {
        "this is the last step".to_owned()
    } else {
        clean(&state.next)
    }
}

/// The points of the screen, with the one that the next press brings.
fn draw_screen(area: Rect, canvas: &mut Canvas<'_>, state: &PresenterState) {
    let theme = canvas.theme;
    let mut room = headed(area, canvas, "On the screen");
    let title = format!("{}  {}", clean(&state.number), clean(&state.title));
    room = write(room, canvas, title.trim(), theme.title);
    for (nth, line) in state.points.iter().enumerate() {
        let is_next = state.next_point == Some(nth);
        let head = if is_next { "> " } else { "  " };
        let text = format!("{head}{} {}", clean(&line.label), clean(&line.text));
        let style = if is_next {
            theme.text.add_modifier(Modifier::BOLD)
        } else {
            theme.text
        };
        if room.height <= 1 && nth + 1 < state.points.len() {
            let more = state.points.len() - nth;
            write(room, canvas, &format!("  and {more} more"), theme.dim);
            return;
        }
        let row = Rect {
            height: room.height.min(1),
            ..room
        };
        paint::line(row, canvas, &Line::from(Span::styled(text, style)));
        room = below(room, 1);
    }
    if state.next_point.is_some() {
        write(room, canvas, "> comes with the next press", theme.dim);
    }
}

fn draw_next(area: Rect, canvas: &mut Canvas<'_>, state: &PresenterState) {
    let theme = canvas.theme;
    let room = headed(area, canvas, "Next screen");
    let title = format!("{}  {}", clean(&state.next_number), next(state));
    let room = write(room, canvas, title.trim(), theme.title);
    let room = write(room, canvas, &clean(&state.next_text), theme.text);
    if state.next_points > 0 {
        let points = crate::wording::count(state.next_points, "point");
        write(room, canvas, &points, theme.dim);
    }
}
