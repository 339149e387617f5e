//! The audience's copy: the deck as Markdown. Pictures stand as text in a code fence with the same
//! in a list below; citations lead to the list of sources at the end; each caveat stands once.

use std::fmt::Write as _;

use super::escape::{address, escape};
use crate::brief::{
    Block, BlockRole, Deck, Key, LeftOut, Letters, Picture, Setting, Step, ascii, slides,
};
use crate::model::{Cite, EntryId, Strategy};
use crate::wording;

/// The size of a picture in text.
const PICTURE: Setting = Setting {
    width: 80,
    height: 21,
    letters: Letters::Spaced,
    large_pillars: false,
};

/// What is written.
struct Copy<'a> {
    strategy: &'a Strategy,
    out: String,
    /// The caveats that stand already.
    caveats: Vec<String>,
    /// The sources that the list at the end holds.
    listed: Vec<EntryId>,
}

/// The whole deck; `notes` adds what the speaker says. The sources, which a screen has no room for,
/// stand in full.
pub fn write(deck: &Deck, strategy: &Strategy, notes: bool) -> String {
    let sources = deck.steps.iter().filter(|step| step.key == Key::Sources);
    let mut copy = Copy {
        strategy,
        out: String::new(),
        caveats: Vec::new(),
        listed: sources.flat_map(Step::entries).collect(),
    };
    for (at, step) in deck.steps.iter().enumerate() {
        if at > 0 {
            copy.out.push('\n');
        }
        copy.step(step, at == 0);
        if step.key != Key::Sources {
            copy.left_out(step);
        }
        if notes {
            copy.note(step);
        }
    }
    copy.out
}

/// One step alone, with its title as a heading.
pub fn step(strategy: &Strategy, step: &Step) -> String {
    let mut copy = Copy {
        strategy,
        out: String::new(),
        caveats: Vec::new(),
        listed: Vec::new(),
    };
    copy.step(step, false);
    copy.out
}

impl Copy<'_> {
    fn step(&mut self, step: &Step, is_first: bool) {
        let kicker = step
            .blocks
            .iter()
            .find(|block| block.role == BlockRole::Kicker);
        if is_first {
            let whose = kicker.map(|block| format!("{}: ", escape(&block.text)));
            let name = escape(&step.name);
            let _ = writeln!(self.out, "# {}{name}", whose.unwrap_or_default());
        } else {
            let number = step.number.as_ref().map(|number| format!("{number} "));
            let title = escape(&step.title);
            let _ = writeln!(self.out, "## {}{title}", number.unwrap_or_default());
        }
        if step.picture.is_some() {
            self.picture(step);
        }
        let mut before = None;
        for block in &step.blocks {
            if matches!(block.role, BlockRole::Kicker | BlockRole::Title) {
                continue;
            }
            let listed = is_listed(block.role) && before.is_some_and(is_listed);
            if !listed {
                self.out.push('\n');
            }
            self.block(step, block);
            before = Some(block.role);
        }
    }

    fn block(&mut self, step: &Step, block: &Block) {
        let text = match block.role {
            BlockRole::Heading => format!("### {}", escape(&block.text)),
            BlockRole::Warning => format!("> {}", body(block)),
            BlockRole::Point if step.key == Key::Sources => {
                format!("- {}", self.source(block))
            }
            BlockRole::Fact | BlockRole::Point => format!("- {}", body(block)),
            _ => body(block).trim().to_owned(),
        };
        let _ = writeln!(self.out, "{text}");
    }

    /// The picture in ASCII, as the screen draws it.
    fn picture(&mut self, step: &Step) {
        for slide in slides(step, PICTURE) {
            let rows = slide.plain(PICTURE.width, PICTURE.height);
            let text: String = rows.join("\n").chars().map(ascii).collect();
            let text = text.trim_matches('\n');
            let _ = write!(self.out, "\n```text\n{text}\n```\n");
        }
        if let Some(Picture::Matrix(matrix)) = &step.picture
            && let Some(star) = matrix.star
        {
            let _ = write!(self.out, "\n\\* {}\n", escape(star));
        }
    }

    /// What the slide leaves out: links, and caveats that do not stand yet.
    fn left_out(&mut self, step: &Step) {
        let mut heading = "";
        let mut is_open = false;
        for line in &step.left_out {
            if !line.label.is_empty() {
                heading = &line.label;
            }
            if heading == "Sources" || heading == "Events" {
                continue;
            }
            if heading == "Caveats" {
                if self.caveats.contains(&line.text) {
                    continue;
                }
                self.caveats.push(line.text.clone());
            }
            if !is_open {
                self.out.push('\n');
                is_open = true;
            }
            let label = if heading == "Caveats" {
                "Caveat"
            } else {
                heading
            };
            let text = self.cited(line);
            let _ = writeln!(self.out, "- **{}**: {text}", escape(label));
        }
    }

    fn cited(&self, line: &LeftOut) -> String {
        let text = escape(&line.text);
        let links: Vec<String> = line.cites.iter().map(|cite| self.link(cite)).collect();
        if links.is_empty() {
            text
        } else {
            format!("{text} {}", links.join(" "))
        }
    }

    /// A marker that leads to its source in the list at the end; of one that is not listed there to
    /// its address, if it has one.
    fn link(&self, cite: &Cite) -> String {
        let marker = escape(&self.strategy.marker(cite));
        let source = self.strategy.entry(cite.source);
        if self.listed.contains(&cite.source) {
            return format!("[{marker}](#{})", anchor(&source.id));
        }
        let url = source.source().and_then(|facts| facts.url.as_ref());
        let address = url.map(|url| address(url)).unwrap_or_default();
        // What is no address of the web stays text.
        if address.starts_with('<') {
            format!("[{marker}]({address})")
        } else {
            marker
        }
    }

    fn note(&mut self, step: &Step) {
        let Some(note) = &step.note else { return };
        let time = match step.time.map(|time| time.as_secs()) {
            None => String::new(),
            Some(seconds) if seconds % 60 == 0 => {
                let minutes = usize::try_from(seconds / 60).unwrap_or(usize::MAX);
                format!(" ({})", wording::count(minutes, "minute"))
            }
            Some(seconds) => format!(" ({seconds} seconds)"),
        };
        let _ = write!(self.out, "\n**Note{time}:** {}\n", escape(note));
    }

    /// A source as a page gives it: `**s12** Kyodo News, "Title", Jul 2021, <https://...>`.
    fn source(&self, block: &Block) -> String {
        let Some(entry) = block.entries.first().map(|id| self.strategy.entry(*id)) else {
            return body(block);
        };
        let name = format!("\"{}\"", escape(&entry.name));
        let mut parts = vec![name];
        if let Some(facts) = entry.source() {
            if let Some(publisher) = &facts.publisher {
                parts.insert(0, escape(publisher));
            }
            parts.extend(facts.date.map(|date| date.to_string()));
            parts.extend(facts.url.as_ref().map(|url| address(url)));
        }
        let times = match block.aside.as_str() {
            "" => String::new(),
            "1" => ", cited once".to_owned(),
            times => format!(", cited {times} times"),
        };
        let id = escape(&block.label);
        let place = anchor(&entry.id);
        format!("<a id=\"{place}\"></a>**{id}** {}{times}", parts.join(", "))
    }
}

/// The id of a source as an anchor of its own.
fn anchor(id: &str) -> String {
    let plain = id.chars().map(|each| {
        if each.is_ascii_alphanumeric() || each == '-' {
            each
        } else {
            '-'
        }
    });
    format!("source-{}", plain.collect::<String>())
}

/// Items of a list stand together; everything else has an empty line between.
const fn is_listed(role: BlockRole) -> bool {
    matches!(role, BlockRole::Fact | BlockRole::Point)
}

fn body(block: &Block) -> String {
    let mut text = String::new();
    if !block.label.is_empty() {
        let _ = write!(text, "**{}** ", escape(&block.label));
    }
    text.push_str(&escape(&block.text));
    if !block.aside.is_empty() {
        let _ = write!(text, " {}", escape(&block.aside));
    }
    text
}
