//! The organisation of a day in the zoomed pane of actors: in boxes where there is room, otherwise
//! as an outline. Each body and person in it is a row of the list, so that it can be followed.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::list::Row;
use super::panes;
use crate::env::Env;
use crate::organisation::{Guides, Organisation, Picture, Spot, Tone, Unit, boxes, outline};
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::glyph::Glyphs;
use crate::ui::{paint, scroll};

/// So many bodies are boxes at most; more are an outline, which is found through faster.
const MOST: usize = 24;

/// From so many cells on there is room for boxes: those of a screen of 110 columns.
const WIDE: usize = 107;

/// The organisation as it is drawn.
#[derive(Debug, Default)]
pub(super) struct Chart {
    /// `11 bodies, 3 persons`.
    pub(super) count: String,
    boxes: Option<Boxes>,
}

/// A picture, whose spots are the rows of the list, with what is written under it.
#[derive(Debug)]
struct Boxes {
    picture: Picture,
    below: Vec<String>,
}

impl Chart {
    /// Draws it for a width, and lists what can be followed in it.
    pub(super) fn new(env: &Env, width: usize) -> (Self, Vec<Row>) {
        let (strategy, day) = (&env.strategy, panes::organisation_day(env));
        let organisation = Organisation::new(strategy, day).unfolded();
        let count = organisation.count();
        let bodies: usize = organisation.trees.iter().map(Unit::size).sum();
        let is_ascii = env.glyphs == Glyphs::ASCII;
        let has_room = width >= WIDE && bodies <= MOST;
        let picture = has_room
            .then(|| boxes(&organisation, strategy, width.saturating_sub(2), is_ascii))
            .flatten();
        let Some(picture) = picture else {
            let guides = if is_ascii { Guides::ASCII } else { Guides::BOX };
            let rows = outline(&organisation, strategy, width, &guides).into_iter();
            let rows = rows.map(Row::Outline).collect();
            return (Self { count, boxes: None }, rows);
        };
        let spots = picture.spots.iter();
        let rows = spots.map(|spot| Row::Entry(spot.id)).collect();
        let left_out = organisation.left_out(strategy).into_iter();
        let left_out = left_out.map(|line| format!("Not drawn: {line}."));
        let texts = left_out.chain(organisation.terms(strategy, day));
        let mut below = vec![String::new()];
        for text in texts {
            let lines = wrap::wrap(&text, width.saturating_sub(4)).into_iter();
            below.extend(lines.map(|line| text.get(line).unwrap_or_default().to_owned()));
        }
        let boxes = Some(Boxes { picture, below });
        (Self { count, boxes }, rows)
    }

    /// Whether it is in boxes.
    pub(super) const fn is_boxes(&self) -> bool {
        self.boxes.is_some()
    }

    /// Draws the boxes, scrolled so that the row selected is in sight.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env, at: usize) {
        let Some(boxes) = &self.boxes else { return };
        let theme = &env.theme;
        let offset = boxes.offset(area, at);
        let row = |y: usize| {
            let y = y.checked_sub(offset)?;
            let y = area.y + u16::try_from(y).ok()?;
            (y < area.bottom()).then_some(y)
        };
        for stroke in &boxes.picture.strokes {
            let Some(y) = row(stroke.y) else { continue };
            let style = match stroke.tone {
                Tone::Frame => theme.rule,
                Tone::Name => theme.title,
                Tone::Person => theme.text,
                Tone::Aside => theme.dim,
            };
            let x = area.x + 2 + stroke.x as u16;
            let cells = usize::from(area.right().saturating_sub(x));
            // A later stroke covers what is below it, its style too.
            let style = theme.ground.patch(theme.text).patch(style);
            canvas.buf.set_stringn(x, y, &stroke.text, cells, style);
        }
        for (nth, text) in boxes.below.iter().enumerate() {
            if let Some(y) = row(boxes.picture.height + nth) {
                let place = Rect {
                    x: area.x + 2,
                    y,
                    width: area.width.saturating_sub(3),
                    height: 1,
                };
                let line = Line::from(Span::styled(text.clone(), theme.dim));
                paint::line(place, canvas, &line);
            }
        }
        if let Some(spot) = boxes.picture.spots.get(at) {
            for y in spot.names().filter_map(row) {
                let place = Rect {
                    x: area.x + 2 + spot.left() as u16,
                    y,
                    width: spot.cells() as u16,
                    height: 1,
                };
                let pointer = place.x.saturating_sub(1);
                canvas
                    .buf
                    .set_string(pointer, y, env.glyphs.pointer, theme.text);
                canvas
                    .buf
                    .set_style(place.intersection(area), theme.selected);
            }
        }
        scroll::bar(area, canvas, offset, boxes.len());
    }

    /// The row that is meant by pointing somewhere: the smallest spot there.
    pub(super) fn row_at(&self, area: Rect, at: usize, point: Position) -> Option<usize> {
        let boxes = self.boxes.as_ref()?;
        let x = usize::from(point.x.checked_sub(area.x + 2)?);
        let y = usize::from(point.y.checked_sub(area.y)?) + boxes.offset(area, at);
        let holds = |spot: &Spot| {
            (spot.x..spot.x + spot.width).contains(&x)
                && (spot.y..spot.y + spot.height).contains(&y)
        };
        let spots = boxes.picture.spots.iter().enumerate();
        let found = spots.filter(|(_, spot)| holds(spot));
        found
            .min_by_key(|(_, spot)| spot.width * spot.height)
            .map(|(row, _)| row)
    }
}

impl Boxes {
    const fn len(&self) -> usize {
        self.picture.height + self.below.len()
    }

    /// The first row in sight: the top while the selection is in sight there.
    fn offset(&self, area: Rect, at: usize) -> usize {
        let height = usize::from(area.height);
        let last = self.picture.spots.len().saturating_sub(1);
        let Some(spot) = self.picture.spots.get(at) else {
            return 0;
        };
        let end = if at == last {
            self.len()
        } else {
            spot.y + spot.height
        };
        let top = (end + 1).saturating_sub(height).min(spot.y);
        top.min(scroll::limit(self.len(), height))
    }
}
