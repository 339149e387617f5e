//! Every kind of step, taken in turn on each model so that what else the machine does falls on both.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyModifiers, MouseEvent, MouseEventKind};
use senryaku::env::Env;

use super::SIZE;
use super::show::Show;

const ROUNDS: usize = 400;

/// No kind of step is measured for longer than this.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is done again and again, there and back.
enum Step {
    Keys([&'static str; 2]),
    Events([Event; 2]),
}

/// A step with its name and the keys that lead to where it is taken.
type Kind = (&'static str, &'static str, Step);

fn kinds() -> Vec<Kind> {
    let keys = |name, before, there, back| (name, before, Step::Keys([there, back]));
    let wheel = |name, column| {
        let events = [MouseEventKind::ScrollDown, MouseEventKind::ScrollUp];
        let event = |kind| {
            let modifiers = KeyModifiers::NONE;
            Event::Mouse(MouseEvent {
                kind,
                column,
                row: 12,
                modifiers,
            })
        };
        (name, "2", Step::Events(events.map(event)))
    };
    let sizes = [(SIZE.0 - 1, SIZE.1), SIZE];
    vec![
        keys("nothing", "2", "", ""),
        keys("move in pillars", "1", "j", "k"),
        keys("move in actors", "2", "j", "k"),
        keys("move in timeline", "3", "j", "k"),
        keys("move in threats", "4", "j", "k"),
        keys("move in ideas", "5", "j", "k"),
        keys("move in sources", "6j", "j", "k"),
        keys("move to the first source", "6g", "j", "k"),
        keys("page in actors", "2", "<pgdn>", "<pgup>"),
        keys("bottom and top", "3", "G", "g"),
        keys("siblings in pillars", "1", "]", "["),
        keys("siblings in actors", "2", "]", "["),
        keys("another pane", "2", "<tab>", "<s-tab>"),
        keys("open and shut a pillar", "1", "<enter>", "<left>"),
        keys("read an entry", "2", "<enter>", "<esc>"),
        keys("step through an entry", "2<enter>", "j", "k"),
        keys("scroll the first source", "6g<enter>", "<pgdn>", "<pgup>"),
        keys("end of the first source", "6g<enter>", "G", "g"),
        keys("follow and come back", "2<enter>", "<enter>", "<bs>"),
        keys("zoom", "2", "z", "z"),
        keys("move in a zoomed pane", "2z", "j", "k"),
        keys("move in a zoomed timeline", "3z", "j", "k"),
        keys("narrow the timeline", "2f", "f", "f"),
        keys("move in a narrow timeline", "1f", "j", "k"),
        keys("notes", "2", "i", "i"),
        keys("help", "2", "?", "<esc>"),
        keys("sources", "2", "s", "<esc>"),
        wheel("wheel over a pane", 10),
        wheel("wheel over the detail", 150),
        (
            "resize",
            "2",
            Step::Events(sizes.map(|(width, height)| Event::Resize(width, height))),
        ),
    ]
}

/// Prints the median time of each step on each model, and the most bytes it wrote. Gives the most
/// that a move wrote.
pub(crate) fn compare(models: &[Env]) -> usize {
    let mut most = 0;
    println!(
        "{:<26} {:>8} {:>8} {:>6} {:>7}",
        "step", "small", "large", "ratio", "bytes"
    );
    for (name, before, step) in kinds() {
        let mut shows: Vec<Show> = models.iter().map(|env| Show::new(env, before)).collect();
        let mut times = vec![Vec::new(); shows.len()];
        let mut bytes = 0;
        let started = Instant::now();
        for round in 0..ROUNDS {
            if round > 10 && started.elapsed() > PATIENCE {
                break;
            }
            for (show, times) in shows.iter_mut().zip(&mut times) {
                for half in 0..2 {
                    let began = Instant::now();
                    let written = match &step {
                        Step::Keys(keys) => show.keys(keys[half]),
                        Step::Events(events) => show.event(&events[half]),
                    };
                    times.push(began.elapsed());
                    bytes = bytes.max(written.len());
                }
            }
        }
        let median = |times: &mut Vec<Duration>| {
            times.sort_unstable();
            times[times.len() / 2].as_secs_f64() * 1e6
        };
        let [small, large] = [0, 1].map(|at| median(&mut times[at]));
        println!(
            "{name:<26} {small:>6.0}µs {large:>6.0}µs {:>6.2} {bytes:>7}",
            large / small
        );
        if name.starts_with("move in") {
            most = most.max(bytes);
        }
    }
    most
}
