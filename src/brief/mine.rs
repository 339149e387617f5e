//! What a user keeps of a strategy, one line each: a file that is only ever added to.

use serde::{Deserialize, Serialize};

use crate::text::Clean;

/// A question that was put off in a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parked {
    /// The day, as `2026-11-23`.
    pub day: String,
    /// The time of day, as `14:47`.
    pub time: String,
    /// The number of the step, from 1.
    pub step: usize,
    /// The number of the point that came last, where points come one by one.
    pub point: Option<usize>,
    /// What the step is called.
    pub name: String,
    /// Seconds on the clock, where it was started.
    pub clock: Option<u64>,
}

/// A line of the file. Lines of other sorts, of a later program, are left as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Line {
    Parked(Parked),
    /// The last question like this one was taken back.
    TakenBack(Parked),
}

impl Parked {
    /// The line, with its end.
    ///
    /// # Errors
    /// Never with what a briefing writes; what cannot be written as RON is said.
    pub fn line(&self) -> Result<String, ron::Error> {
        let text = ron::to_string(&Line::Parked(self.clone()))?;
        Ok(format!("{text}\n"))
    }

    /// The line by which it is taken back, with its end.
    ///
    /// # Errors
    /// As for [`Parked::line`].
    pub fn line_back(&self) -> Result<String, ron::Error> {
        let text = ron::to_string(&Line::TakenBack(self.clone()))?;
        Ok(format!("{text}\n"))
    }

    /// Those in a file that were not taken back, in order, and how many lines are something else.
    pub fn read(text: &str) -> (Vec<Self>, usize) {
        let mut parked: Vec<Self> = Vec::new();
        let mut others = 0;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match ron::from_str(line) {
                Ok(Line::Parked(question)) => parked.push(question.clean()),
                Ok(Line::TakenBack(question)) => {
                    let question = question.clean();
                    if let Some(at) = parked.iter().rposition(|each| *each == question) {
                        parked.remove(at);
                    }
                }
                Err(_) => others += 1,
            }
        }
        (parked, others)
    }

    /// The file may have been written by anything.
    fn clean(mut self) -> Self {
        for text in [&mut self.day, &mut self.time, &mut self.name] {
            *text = Clean::new(text).to_string();
        }
        self
    }

    /// `step 7, point 3, 9:10`.
    pub fn place(&self) -> String {
        let mut words = format!("step {}", self.step);
        if let Some(point) = self.point {
            words.push_str(&format!(", point {point}"));
        }
        if let Some(clock) = self.clock {
            let clock = crate::duration::show(std::time::Duration::from_secs(clock));
            words.push_str(&format!(", {clock}"));
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_back_and_others_are_counted() {
        let question = Parked {
            day: "2026-11-23".to_owned(),
            time: "14:47".to_owned(),
            step: 7,
            point: Some(3),
            name: "National \"defence\" capability".to_owned(),
            clock: Some(550),
        };
        let line = question.line().unwrap();
        assert_eq!(line.lines().count(), 1, "{line}");
        let text = format!("Note((on:\"dx\"))\n\n{line}torn");
        assert_eq!(Parked::read(&text), (vec![question.clone()], 2));
        assert_eq!(question.place(), "step 7, point 3, 9:10");
        let back = question.line_back().unwrap();
        let twice = format!("{line}{line}{back}");
        assert_eq!(Parked::read(&twice), (vec![question], 0));
        assert_eq!(Parked::read(&format!("{back}{line}{back}")), (vec![], 0));
    }
}
