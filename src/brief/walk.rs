//! Going through a deck: forward and back, by steps, screens and points; and back from a jump.

use super::Deck;
use super::layout;
use super::place::{Anchor, Place};
use super::slide::{self, Setting, Slide};
use super::step::Step;

/// The most jumps that one can return from.
const JUMPS: usize = 50;

/// Where one is, and whether points are revealed one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// Where one is.
    pub place: Place,
    /// Whether points are revealed one by one.
    pub by_points: bool,
    /// Where one was before each jump, the last one last.
    jumps: Vec<Place>,
}

impl Walk {
    /// A walk that has not begun.
    pub fn new(by_points: bool) -> Self {
        Self {
            by_points,
            ..Self::default()
        }
    }

    /// The step set for a screen.
    pub fn slides(&self, deck: &Deck, setting: Setting) -> Vec<Slide> {
        deck.steps
            .get(self.place.step)
            .map(|step| layout::slides(step, setting))
            .unwrap_or_default()
    }

    /// Forward: the next point, else the next screen, else the next step. False at the end.
    pub fn forward(&mut self, deck: &Deck, setting: Setting) -> bool {
        let Some(step) = deck.steps.get(self.place.step) else {
            return false;
        };
        let slides = self.slides(deck, setting);
        let screen = slide::screen_of(&slides, self.place.anchor);
        if self.place.shown < points_until(&slides, screen) {
            self.place.shown += 1;
            self.look_at_newest(step, &slides, screen);
            return true;
        }
        if screen + 1 < slides.len() {
            self.land(step, &slides, screen + 1);
            return true;
        }
        self.go(self.place.step + 1, deck, setting)
    }

    /// Back: while points are hidden the last one revealed, else the screen before, else the step
    /// before, with all its points. False at the start.
    pub fn back(&mut self, deck: &Deck, setting: Setting) -> bool {
        let slides = self.slides(deck, setting);
        let screen = slide::screen_of(&slides, self.place.anchor);
        let here = points_until(&slides, screen);
        if self.place.shown < here && self.place.shown > landing(&slides, screen) {
            self.place.shown -= 1;
            if let Some(step) = deck.steps.get(self.place.step) {
                self.look_at_newest(step, &slides, screen);
            }
            return true;
        }
        if let Some(before) = screen.checked_sub(1) {
            self.show(&slides, before);
            return true;
        }
        let Some(before) = self.place.step.checked_sub(1) else {
            return false;
        };
        let Some(step) = deck.steps.get(before) else {
            return false;
        };
        self.place.step = before;
        let slides = self.slides(deck, setting);
        self.show(&slides, slides.len().saturating_sub(1));
        self.place.shown = step.points;
        true
    }

    /// To the beginning of a step. False when there is none of this number.
    pub fn go(&mut self, number: usize, deck: &Deck, setting: Setting) -> bool {
        let Some(step) = deck.steps.get(number) else {
            return false;
        };
        self.place.step = number;
        let slides = self.slides(deck, setting);
        self.land(step, &slides, 0);
        true
    }

    /// The same, and [`Walk::return_from_jump`] comes back to where one was.
    pub fn jump(&mut self, number: usize, deck: &Deck, setting: Setting) -> bool {
        let before = self.place;
        if !self.go(number, deck, setting) {
            return false;
        }
        if self.place != before {
            self.jumps.push(before);
            if self.jumps.len() > JUMPS {
                self.jumps.remove(0);
            }
        }
        true
    }

    /// Back to where one was before the last jump. False when there was none.
    pub fn return_from_jump(&mut self, deck: &Deck) -> bool {
        let place = self.jumps.pop();
        let place = place.filter(|place| place.step < deck.steps.len());
        if let Some(place) = place {
            self.place = place;
        }
        place.is_some()
    }

    /// To a block of a step, with everything up to it revealed.
    pub fn go_to_block(&mut self, number: usize, block: usize, deck: &Deck, setting: Setting) {
        if !self.go(number, deck, setting) {
            return;
        }
        let step = deck.steps.get(number);
        let Some(found) = step.and_then(|step| step.blocks.get(block)) else {
            return;
        };
        self.place.anchor = Anchor { block, byte: 0 };
        if let Some(point) = found.point {
            self.place.shown = self.place.shown.max(point + 1);
        }
    }

    /// Switches between one point at a time and all at once; what is in sight stays in sight.
    pub fn turn_points(&mut self, deck: &Deck) {
        self.by_points = !self.by_points;
        if !self.by_points
            && let Some(step) = deck.steps.get(self.place.step)
        {
            self.place.shown = step.points;
        }
    }

    /// Whether what comes with a point is in sight.
    pub fn reveals(&self, point: Option<usize>) -> bool {
        point.is_none_or(|point| point < self.place.shown)
    }

    /// Keeps the point that was revealed last in view, whatever becomes of the size.
    fn look_at_newest(&mut self, step: &Step, slides: &[Slide], screen: usize) {
        let newest = self.place.shown.checked_sub(1);
        let block = step
            .blocks
            .iter()
            .position(|block| block.point.is_some() && block.point == newest);
        let anchor = block.map(|block| Anchor { block, byte: 0 });
        let own = anchor.filter(|anchor| slide::screen_of(slides, *anchor) == screen);
        if let Some(anchor) = own.or_else(|| slides.get(screen).map(|slide| slide.anchor)) {
            self.place.anchor = anchor;
        }
    }

    fn land(&mut self, step: &Step, slides: &[Slide], screen: usize) {
        if let Some(slide) = slides.get(screen) {
            self.place.anchor = slide.anchor;
        }
        self.place.shown = if self.by_points {
            landing(slides, screen)
        } else {
            step.points
        };
    }

    fn show(&mut self, slides: &[Slide], screen: usize) {
        if let Some(slide) = slides.get(screen) {
            self.place.anchor = slide.anchor;
        }
        self.place.shown = self.place.shown.max(points_until(slides, screen));
    }
}

/// How many points are revealed when one comes onto a screen from before: those of the screens
/// before, and the first of its own.
fn landing(slides: &[Slide], screen: usize) -> usize {
    match slides.get(screen).map(|slide| &slide.points) {
        Some(points) if !points.is_empty() => points.start + 1,
        _ => points_until(slides, screen),
    }
}

/// How many points begin on a screen or before it.
fn points_until(slides: &[Slide], screen: usize) -> usize {
    let until = slides.iter().take(screen + 1);
    until.map(|slide| slide.points.end).max().unwrap_or(0)
}
