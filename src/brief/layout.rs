//! A step set for a screen. What does not fit on one screen goes on on the next, and nothing is lost.

mod chart;
mod letters;
mod matrix;
mod ribbon;
mod sources;
mod text;
mod title;

use super::picture::Picture;
use super::slide::{Letters, Setting, Slide};
use super::step::{Key, Step};

/// The screens of a step, at least one.
pub fn slides(step: &Step, setting: Setting) -> Vec<Slide> {
    let drawn = match &step.picture {
        Some(Picture::Matrix(matrix)) => matrix::slides(step, matrix, setting),
        Some(Picture::Chart(drawing)) => chart::slides(step, drawing, setting),
        Some(Picture::Ribbon(drawing)) => ribbon::slides(step, drawing, setting),
        None if step.key == Key::Title => title::slides(step, setting),
        None if step.key == Key::Sources => sources::slides(step, setting),
        None => None,
    };
    drawn.unwrap_or_else(|| text::slides(step, setting))
}

/// Whether the names of all pillars can be drawn large, with everything else of their slides.
pub fn has_large_pillars(steps: &[Step], setting: Setting) -> bool {
    let large = Setting {
        large_pillars: true,
        ..setting
    };
    let mut pillars = steps.iter().filter(|step| step.pillar.is_some()).peekable();
    setting.letters == Letters::Block
        && setting.width >= 110
        && pillars.peek().is_some()
        && pillars.all(|step| text::fits_large(step, large))
}
