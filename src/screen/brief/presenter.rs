//! What the speaker's side is told.

use super::Brief;
use crate::brief::{BlockRole, Key, LeftOut, PresenterState, SpeakerLine, Step};
use crate::env::Env;
use crate::wording;

impl Brief {
    /// What the speaker's side shows.
    pub fn presenter(&self, env: &Env) -> PresenterState {
        let number = self.walk.place.step;
        let step = self.step();
        let next = self.deck.steps.get(number + 1);
        let seconds = |time: std::time::Duration| time.as_secs();
        let millis =
            |time: std::time::Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let day = self.deck.as_of().date();
        let day = day.map(|day| format!("as of {day}  ")).unwrap_or_default();
        let meta = &env.strategy.meta;
        PresenterState {
            strategy: wording::title(meta),
            status: format!("{day}{}", wording::short_status(&meta.status)),
            step: number + 1,
            steps: self.deck.steps.len(),
            number: text(step.and_then(|step| step.number.as_deref())),
            title: text(step.map(|step| step.title.as_str())),
            points: step.map(lines).unwrap_or_default(),
            next_point: step
                .filter(|step| self.walk.by_points && self.walk.place.shown < step.points)
                .map(|_| self.walk.place.shown),
            next: text(next.map(|step| step.name.as_str())),
            next_number: text(next.and_then(|step| step.number.as_deref())),
            next_text: text(next.and_then(lead)),
            next_points: next.map_or(0, |step| step.points),
            note: text(step.and_then(|step| step.note.as_deref())),
            left_out: counted(&self.left_out()),
            part: self.part_words(),
            detour: String::new(),
            parked: String::new(),
            blank: self.blank,
            elapsed: millis(self.clock().elapsed(env.now)),
            step_began: millis(self.step_began),
            runs: self.clock().runs(),
            started: self.clock().was_started(),
            target: self.schedule.target().map(seconds),
            window: self
                .schedule
                .window(number)
                .map(|(begin, end)| (seconds(begin), seconds(end))),
        }
    }

    /// Which screen of the step, and which point.
    fn part_words(&self) -> String {
        let mut parts = Vec::new();
        let screens = self.slides.len();
        if screens > 1 {
            parts.push(format!("screen {} of {screens}", self.screen() + 1));
        }
        if let (Some(point), Some(step)) = (self.point_words(), self.step()) {
            parts.push(format!("{point} of {}", step.points));
        }
        parts.join(", ")
    }
}

fn lead(step: &Step) -> Option<&str> {
    let lead = |role: BlockRole| step.blocks.iter().find(|block| block.role == role);
    let found = lead(BlockRole::Lead).or_else(|| lead(BlockRole::Warning));
    found.map(|block| block.text.as_str())
}

/// The points of a step; of a picture its rows, of the title and the sources nothing.
fn lines(step: &Step) -> Vec<SpeakerLine> {
    if matches!(step.key, Key::Title | Key::Sources) {
        return Vec::new();
    }
    let points = step
        .blocks
        .iter()
        .filter(|block| matches!(block.role, BlockRole::Point | BlockRole::Text));
    points
        .map(|block| SpeakerLine {
            label: block.label.clone(),
            text: block.text.clone(),
        })
        .collect()
}

/// `2 links, 1 caveat, 3 sources`.
fn counted(lines: &[LeftOut]) -> String {
    let mut heading = "";
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for line in lines {
        if !line.label.is_empty() {
            heading = line.label.as_str();
        }
        let noun = match heading {
            "Caveats" => "caveat",
            "Sources" => "source",
            "Events" => "event",
            "In full" | "In short" => continue,
            _ => "link",
        };
        match counts.iter_mut().find(|(known, _)| *known == noun) {
            Some((_, count)) => *count += 1,
            None => counts.push((noun, 1)),
        }
    }
    let words: Vec<String> = counts
        .into_iter()
        .map(|(noun, count)| wording::count(count, noun))
        .collect();
    words.join(", ")
}
