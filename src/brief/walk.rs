//! Going through a deck: forward and back, by steps, screens and points.

use super::place::{Anchor, Place};
use super::step::Step;
use super::{Deck, Flow, Room};

/// Where one is, and whether points are revealed one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// Where one is.
    pub place: Place,
    /// Whether points are revealed one by one.
    pub by_points: bool,
}

impl Walk {
    /// The step set for a room.
    pub fn flow(&self, deck: &Deck, room: Room) -> Flow {
        deck.steps
            .get(self.place.step)
            .map(|step| Flow::new(step, room.width, room.height))
            .unwrap_or_default()
    }

    /// Forward: the next point, else the next screen, else the next step. False at the end.
    pub fn forward(&mut self, deck: &Deck, room: Room) -> bool {
        let Some(step) = deck.steps.get(self.place.step) else {
            return false;
        };
        let flow = self.flow(deck, room);
        let screen = flow.screen_of(self.place.anchor);
        if self.place.shown < points_until(step, &flow, screen) {
            self.reveal(step, &flow, screen);
            return true;
        }
        if screen + 1 < flow.screens.len() {
            self.land(step, &flow, screen + 1);
            return true;
        }
        self.go(self.place.step + 1, deck, room)
    }

    /// Back: while points are hidden the last one revealed, else the screen before, else the step
    /// before, with all its points. False at the start.
    pub fn back(&mut self, deck: &Deck, room: Room) -> bool {
        let Some(step) = deck.steps.get(self.place.step) else {
            return false;
        };
        let flow = self.flow(deck, room);
        let screen = flow.screen_of(self.place.anchor);
        let here = points_until(step, &flow, screen);
        let least = landing(step, &flow, screen);
        if self.place.shown < here && self.place.shown > least {
            self.place.shown -= 1;
            self.place.anchor = anchor_of_point(step, self.place.shown.saturating_sub(1))
                .filter(|anchor| flow.screen_of(*anchor) == screen)
                .unwrap_or_else(|| flow.anchor_of(screen));
            return true;
        }
        if let Some(before) = screen.checked_sub(1) {
            self.place.anchor = flow.anchor_of(before);
            self.place.shown = points_until(step, &flow, before);
            return true;
        }
        let Some(before) = self.place.step.checked_sub(1) else {
            return false;
        };
        let Some(step) = deck.steps.get(before) else {
            return false;
        };
        self.place.step = before;
        let flow = self.flow(deck, room);
        let end = flow.screens.len().saturating_sub(1);
        self.place.anchor = flow.anchor_of(end);
        self.place.shown = step.points;
        true
    }

    /// To the beginning of a step. False when there is none of this number.
    pub fn go(&mut self, number: usize, deck: &Deck, room: Room) -> bool {
        let Some(step) = deck.steps.get(number) else {
            return false;
        };
        self.place.step = number;
        let flow = self.flow(deck, room);
        self.land(step, &flow, 0);
        true
    }

    /// To a block of a step, with everything up to it revealed.
    pub fn go_to_block(&mut self, number: usize, block: usize, deck: &Deck, room: Room) {
        if !self.go(number, deck, room) {
            return;
        }
        let Some(found) = deck
            .steps
            .get(number)
            .and_then(|step| step.blocks.get(block))
        else {
            return;
        };
        self.place.anchor = Anchor {
            block,
            ..Anchor::default()
        };
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

    /// Whether a block of the step is in sight: nothing before it is hidden.
    pub fn reveals(&self, step: &Step, block: usize) -> bool {
        self.place.shown >= step.points
            || step
                .blocks
                .iter()
                .position(|block| block.point == Some(self.place.shown))
                .is_none_or(|first_hidden| block < first_hidden)
    }

    fn land(&mut self, step: &Step, flow: &Flow, screen: usize) {
        self.place.anchor = flow.anchor_of(screen);
        self.place.shown = if self.by_points {
            landing(step, flow, screen)
        } else {
            step.points
        };
    }

    fn reveal(&mut self, step: &Step, flow: &Flow, screen: usize) {
        let revealed = self.place.shown;
        self.place.shown += 1;
        if let Some(anchor) = anchor_of_point(step, revealed)
            && flow.screen_of(anchor) == screen
        {
            self.place.anchor = anchor;
        }
    }
}

/// How many points are revealed when one comes onto a screen from before: those of the screens
/// before, and the first of its own.
fn landing(step: &Step, flow: &Flow, screen: usize) -> usize {
    let own = flow
        .beginning_on(screen)
        .filter_map(|block| step.blocks.get(block)?.point)
        .min();
    match own {
        Some(point) => point + 1,
        None => points_until(step, flow, screen),
    }
}

/// How many points begin on a screen or before it.
fn points_until(step: &Step, flow: &Flow, screen: usize) -> usize {
    (0..=screen)
        .rev()
        .find_map(|screen| {
            flow.beginning_on(screen)
                .filter_map(|block| step.blocks.get(block)?.point)
                .max()
        })
        .map_or(0, |point| point + 1)
}

/// The block of a point itself, after any heading that comes with it.
fn anchor_of_point(step: &Step, point: usize) -> Option<Anchor> {
    step.blocks
        .iter()
        .rposition(|block| block.point == Some(point))
        .map(|block| Anchor {
            block,
            ..Anchor::default()
        })
}
