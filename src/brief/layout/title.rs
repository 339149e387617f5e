//! The first screen: whose strategy, its name large, when it was adopted and whether it holds.

use super::letters::{self, LETTER};
use crate::brief::block::BlockRole;
use crate::brief::slide::{Ink, Letters, Setting, Slide};
use crate::brief::step::Step;
use crate::text::wrap;

/// Where words begin.
const EDGE: u16 = 4;

/// What is drawn of the name.
enum Name<'a> {
    Block(Vec<&'a str>),
    Spaced(String),
    Plain,
}

/// The screen; `None` where only running text fits.
pub(super) fn slides(step: &Step, setting: Setting) -> Option<Vec<Slide>> {
    if setting.width < 40 || setting.height < 10 {
        return None;
    }
    let all = |role: BlockRole| step.blocks.iter().filter(move |block| block.role == role);
    let facts: Vec<(&str, Ink)> = step
        .blocks
        .iter()
        .filter_map(|block| match block.role {
            BlockRole::Fact => Some((block.text.as_str(), Ink::Text)),
            BlockRole::Warning => Some((block.text.as_str(), Ink::Strong)),
            _ => None,
        })
        .collect();
    let width = usize::from(setting.width - 2 * EDGE);
    let lines = |text: &str| wrap::wrap(text, width).len();
    let below: usize = facts.iter().map(|(text, _)| lines(text)).sum();
    let originals: Vec<&str> = all(BlockRole::Original)
        .map(|block| block.text.as_str())
        .collect();
    let room = usize::from(setting.height - setting.top());
    let name = name(&step.title, setting);
    let height = |name: &Name<'_>| match name {
        Name::Block(lines) => lines.len() * 5 - 1,
        // The places of what stands below do not change.
        Name::Spaced(_) => 9,
        Name::Plain => lines(&step.title),
    };
    // Country, gap, name, gap, original, two gaps, facts, gap, what is known.
    let needed = |name: &Name<'_>, original: bool| {
        4 + height(name) + if original { 3 } else { 1 } + below + 1
    };
    let has_original = !originals.is_empty();
    let name = [name, Name::Plain]
        .into_iter()
        .find(|name| needed(name, false) <= room)?;
    let shows_original = has_original && needed(&name, true) <= room;
    let mut slide = Slide::default();
    let mut y = setting.top();
    for block in all(BlockRole::Kicker) {
        slide.put(EDGE, y, block.text.clone(), Ink::Text);
    }
    y += 2;
    y = draw_name(&mut slide, &name, &step.title, (y, width));
    if shows_original {
        let both = originals.join("    ");
        let text = if wrap::width(&both) <= width {
            both
        } else {
            originals.first().copied().unwrap_or_default().to_owned()
        };
        slide.put(
            EDGE,
            y,
            wrap::cut(&text, width, "").into_owned(),
            Ink::Original,
        );
        y += 3;
    }
    for (text, ink) in facts {
        for range in wrap::wrap(text, width) {
            slide.put(EDGE, y, text.get(range).unwrap_or_default(), ink);
            y += 1;
        }
    }
    for block in all(BlockRole::Foot) {
        let y = (setting.height - 2).max(y + 1).min(setting.height - 1);
        slide.put_right(setting.width, 1, y, &block.aside, Ink::Dim);
    }
    name_entries(&mut slide, step);
    Some(vec![slide])
}

fn name(title: &str, setting: Setting) -> Name<'_> {
    let most = usize::from((setting.width - 2 * EDGE) / LETTER);
    let spaced = letters::spaced(title);
    match (setting.letters, letters::lines(title, most)) {
        (Letters::Block, Some(lines)) => Name::Block(lines),
        (Letters::Block, None) if letters::can_draw(title) => Name::Plain,
        _ if wrap::width(&spaced) <= usize::from(setting.width - 2 * EDGE) => Name::Spaced(spaced),
        _ => Name::Plain,
    }
}

/// Draws the name from a row on, and gives the row after the gap under it.
fn draw_name(slide: &mut Slide, name: &Name<'_>, title: &str, (y, width): (u16, usize)) -> u16 {
    match name {
        Name::Block(lines) => {
            for (line, y) in lines.iter().zip((y..).step_by(5)) {
                slide.put(EDGE, y, *line, Ink::Large);
            }
            y + lines.len() as u16 * 5
        }
        Name::Spaced(text) => {
            slide.put(EDGE, y, text.clone(), Ink::Title);
            y + 10
        }
        Name::Plain => {
            let lines = wrap::wrap(title, width);
            let after = y + lines.len() as u16 + 1;
            for (range, y) in lines.into_iter().zip(y..) {
                slide.put(EDGE, y, title.get(range).unwrap_or_default(), Ink::Title);
            }
            after
        }
    }
}

/// The issuer can be opened from the line that names it.
fn name_entries(slide: &mut Slide, step: &Step) {
    for block in &step.blocks {
        let Some(entry) = block.entries.first() else {
            continue;
        };
        let run = slide
            .runs
            .iter_mut()
            .find(|run| run.ink == Ink::Text && block.text.starts_with(&run.text));
        if let Some(run) = run {
            run.entry = Some(*entry);
        }
    }
}
