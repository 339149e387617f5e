//! The audience's copy: the deck as Markdown.

use std::fmt::Write as _;

use super::escape::{address, escape};
use crate::brief::{Block, Deck, Key, Role, Step};
use crate::model::Strategy;

/// The whole deck; `notes` adds what the speaker says. The sources, which a screen has no room for,
/// stand in full.
pub fn write(deck: &Deck, strategy: &Strategy, notes: bool) -> String {
    let mut out = String::new();
    for (at, step) in deck.steps.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        write_step(&mut out, (strategy, step), at == 0, notes);
    }
    out
}

/// One step alone, with its title as a heading.
pub fn step(strategy: &Strategy, step: &Step) -> String {
    let mut out = String::new();
    write_step(&mut out, (strategy, step), false, false);
    out
}

fn write_step(out: &mut String, (strategy, step): (&Strategy, &Step), first: bool, notes: bool) {
    let mut before: Option<&Block> = None;
    for block in &step.blocks {
        if before.is_some_and(|before| apart(before, block)) {
            out.push('\n');
        }
        match block.role {
            Role::Title if first => {
                let whose = if step.kicker.is_empty() {
                    String::new()
                } else {
                    format!("{}: ", step.kicker)
                };
                let _ = writeln!(out, "# {}{}", escape(&whose), escape(&block.text));
            }
            Role::Title => {
                let kicker = if step.pillar.is_some() {
                    format!("{}: ", step.kicker)
                } else {
                    String::new()
                };
                let _ = writeln!(out, "## {}{}", escape(&kicker), escape(&block.text));
            }
            Role::Heading => {
                let _ = writeln!(out, "### {}", escape(&block.text));
            }
            Role::Lead | Role::Text | Role::Original => {
                let _ = writeln!(out, "{}", body(block));
            }
            Role::Warning | Role::Caveat => {
                let _ = writeln!(out, "> {}", body(block));
            }
            Role::Point if step.key == Key::Sources => {
                let _ = writeln!(out, "- {}", source(strategy, block));
            }
            Role::Fact | Role::Point | Role::Group => {
                let _ = writeln!(out, "- {}", body(block));
            }
            Role::Branch => {
                let indent = "  ".repeat(block.depth());
                let _ = writeln!(out, "{indent}- {}", body(block));
            }
        }
        before = Some(block);
    }
    if let Some(note) = step.note.as_ref().filter(|_| notes) {
        let minutes = match step.minutes {
            Some(1) => " (1 minute)".to_owned(),
            Some(minutes) => format!(" ({minutes} minutes)"),
            None => String::new(),
        };
        let _ = write!(out, "\n**Note{minutes}:** {}\n", escape(note));
    }
}

/// Items of a list stand together; everything else has an empty line between.
fn apart(before: &Block, block: &Block) -> bool {
    let listed = |block: &Block| {
        matches!(
            block.role,
            Role::Fact | Role::Point | Role::Group | Role::Branch
        )
    };
    !(listed(before) && listed(block))
}

fn body(block: &Block) -> String {
    let mut text = String::new();
    if !block.label.is_empty() {
        let colon = if block.role == Role::Point { "" } else { ":" };
        let _ = write!(text, "**{}**{colon} ", escape(&block.label));
    }
    text.push_str(&escape(&block.text));
    if !block.aside.is_empty() {
        let _ = write!(text, " {}", escape(&block.aside));
    }
    text
}

/// A source as a page gives it: `**s12** Kyodo News, "Title", Jul 2021, <https://...>`.
fn source(strategy: &Strategy, block: &Block) -> String {
    let Some(entry) = block.entries.first().map(|id| strategy.entry(*id)) else {
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
    let mut text = format!("**{}** {}", escape(&block.label), parts.join(", "));
    if !block.aside.is_empty() {
        let _ = write!(text, " {}", escape(&block.aside));
    }
    text
}
