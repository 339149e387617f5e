//! The bar at the top, which always says whose strategy this is and whether it is in force, and
//! the line at the bottom.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::paint;
use crate::model::{AsOf, Meta, Status};
use crate::text::wrap;
use crate::wording;

/// What the bar at the top says.
#[derive(Clone, Copy, Debug)]
pub struct Top<'a> {
    /// Whose strategy this is.
    pub meta: &'a Meta,
    /// The time for which what is shown is true.
    pub as_of: AsOf,
    /// How many cards are due, where that is known and not nothing.
    pub due: usize,
}

impl<'a> Top<'a> {
    /// Without a day and without cards.
    pub const fn new(meta: &'a Meta) -> Self {
        Self {
            meta,
            as_of: AsOf::All,
            due: 0,
        }
    }

    /// The name of the strategy and what stands at the right, the fullest that fits in a width.
    /// What goes first when it does not: the program's name, the cards, the day of the status, its
    /// month, the title; the edition, the word of the status and the day of the view never go.
    fn fit(&self, width: usize) -> (String, [String; 3]) {
        let status = wording::short_status(&self.meta.status);
        let mut when = status.splitn(2, ' ');
        let (word, date) = (
            when.next().unwrap_or_default(),
            when.next().unwrap_or_default(),
        );
        let parts: Vec<&str> = date.split(' ').collect();
        let after = |from: usize| {
            let rest = parts.get(parts.len().saturating_sub(from)..);
            let rest = rest.unwrap_or_default().join(" ");
            let between = if rest.is_empty() { "" } else { " " };
            format!("{word}{between}{rest}")
        };
        let is_dated = matches!(self.meta.status, Status::Superseded { on: Some(_), .. });
        let statuses = if is_dated {
            vec![status.clone(), after(2), after(1), word.to_owned()]
        } else {
            vec![status.clone()]
        };
        let as_of = self.as_of.date();
        let as_of = as_of
            .map(|date| format!("as of {date}"))
            .unwrap_or_default();
        let due = match self.due {
            0 => String::new(),
            due => format!("{due} due"),
        };
        let full = wording::title(self.meta);
        let short = wording::short_title(self.meta);
        let program = format!("senryaku  {full}");
        let first = statuses.first().cloned().unwrap_or_default();
        let mut tries = vec![
            (program, [due.clone(), as_of.clone(), first.clone()]),
            (full.clone(), [due, as_of.clone(), first]),
        ];
        let none = String::new;
        let names = [full, short];
        for (name, least) in names.iter().zip([1, 0]) {
            // The title never stands beside a status without its year: that says too little.
            let enough = statuses
                .len()
                .saturating_sub(if is_dated { least } else { 0 });
            let with_name =
                |status: &String| (name.clone(), [none(), as_of.clone(), status.clone()]);
            tries.extend(statuses.iter().take(enough).map(with_name));
        }
        let wide = |(name, parts): &(String, [String; 3])| {
            let right = parts.iter().filter(|part| !part.is_empty());
            let right: usize = right.map(|part| wrap::width(part) + 3).sum();
            wrap::width(name) + 1 + right
        };
        let last = tries.last().cloned().unwrap_or_default();
        tries
            .into_iter()
            .find(|each| wide(each) <= width)
            .unwrap_or(last)
    }
}

/// Draws the bar at the top. Where even the least does not fit, the name is cut, never the status.
pub fn top(area: Rect, canvas: &mut Canvas<'_>, says: &Top<'_>) {
    if area.is_empty() {
        return;
    }
    let theme = canvas.theme;
    canvas.buf.set_style(area, theme.bar);
    let warn = !matches!(says.meta.status, Status::InForce);
    let style = if warn {
        theme.bar.patch(theme.bar_warning)
    } else {
        theme.bar
    };
    let (name, [due, as_of, status]) = says.fit(area.width.into());
    let status = Line::from(Span::styled(format!(" {status} "), style));
    let mut room = paint::right(area, canvas, &status, 0);
    for (words, style) in [(as_of, theme.bar.patch(theme.bar_title)), (due, theme.bar)] {
        if !words.is_empty() {
            let words = Line::from(Span::styled(format!(" {words}  "), style));
            room = paint::right(room, canvas, &words, 0);
        }
    }
    let mut spans = vec![Span::styled(" ", theme.bar)];
    let title = name.strip_prefix("senryaku  ");
    if title.is_some() {
        spans.push(Span::styled("senryaku  ", theme.bar));
    }
    let title = title.unwrap_or(&name).to_owned();
    spans.push(Span::styled(title, theme.bar.patch(theme.bar_title)));
    paint::line(room, canvas, &Line::from(spans));
}

/// A key and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key, as [`crate::config::Key`] shows it.
    pub key: String,
    /// What it does, in a word or two.
    pub says: &'static str,
}

/// Draws as many hints as fit, the last one always, and where one is against the right edge.
pub fn hints(area: Rect, canvas: &mut Canvas<'_>, hints: &[Hint], place: &str) {
    if area.is_empty() {
        return;
    }
    let theme = canvas.theme;
    let width = |hint: &Hint| wrap::width(&hint.key) + wrap::width(hint.says) + 3;
    let last = hints.last().map_or(0, width);
    let place = Line::from(Span::styled(format!("{place} "), theme.dim));
    let room = paint::right(area, canvas, &place, 40.min(area.width / 2));
    let mut left = usize::from(room.width).saturating_sub(1 + last);
    let mut spans = vec![Span::raw(" ")];
    for (at, hint) in hints.iter().enumerate() {
        let is_last = at + 1 == hints.len();
        if !is_last {
            if width(hint) > left {
                continue;
            }
            left -= width(hint);
        }
        spans.push(Span::styled(hint.key.clone(), theme.key));
        spans.push(Span::styled(format!(" {}  ", hint.says), theme.hint));
    }
    paint::line(room, canvas, &Line::from(spans));
}

/// Draws a notice in place of the hints; a long one takes more rows, upwards.
pub fn notice(area: Rect, canvas: &mut Canvas<'_>, text: &str, style: Style) {
    if area.is_empty() {
        return;
    }
    let lines = wrap::wrap(text, usize::from(area.width).saturating_sub(2).max(1));
    let rows = u16::try_from(lines.len()).unwrap_or(1).min(area.bottom());
    let area = Rect {
        y: area.bottom() - rows,
        height: rows,
        ..area
    };
    paint::clear(area, canvas, canvas.theme.ground.patch(canvas.theme.text));
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        let text = text.get(line).unwrap_or_default().trim_end();
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        let line = Line::from(Span::styled(format!(" {text}"), style));
        paint::line(row, canvas, &line);
    }
}
