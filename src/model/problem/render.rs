//! Problems as text, with the source line and a caret.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::{Place, Problem, Report, Severity, ceil, floor};
use crate::text::{Clean, all_unwanted};

/// The most errors that are written out.
const SHOWN: usize = 200;

/// The most kinds of advice that are written out.
const KINDS: usize = 20;

/// How many places of alike advice are named, besides the first: as many as an author mends in one go.
const PLACES: usize = 7;

/// So many kinds of advice are shown with their lines of the file; more would not fit on a screen.
const DRAWN: usize = 4;

/// The most characters shown of a source line.
const WIDTH: usize = 160;

/// A piece of one source line around a span, short enough to show.
#[derive(Debug)]
struct Window<'a> {
    /// The piece.
    text: &'a str,
    /// Where it starts in the text.
    start: usize,
}

impl<'a> Window<'a> {
    /// The piece around the start of a span: its line, or of a long line what is nearest.
    fn around(text: &'a str, span: &Range<usize>) -> Self {
        let at = floor(text, span.start);
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at..).unwrap_or_default();
        // More bytes than the line can need are never looked at: lines may be very long.
        let back = before.chars().rev().take(WIDTH / 2);
        let back: usize = back
            .take_while(|&each| each != '\n')
            .map(char::len_utf8)
            .sum();
        let start = at - back;
        let taken = before.get(start..).map_or(0, |taken| taken.chars().count());
        let ahead = after.chars().take(WIDTH - taken);
        let ahead: usize = ahead
            .take_while(|&each| each != '\n')
            .map(char::len_utf8)
            .sum();
        let piece = text.get(start..at + ahead).unwrap_or_default();
        Self {
            text: piece.strip_suffix('\r').unwrap_or(piece),
            start,
        }
    }

    /// Whether the piece starts where its line does.
    fn is_whole_line(&self, text: &str) -> bool {
        text.get(..self.start)
            .is_none_or(|before| before.is_empty() || before.ends_with('\n'))
    }

    /// A span of the text inside the piece, at least one character wide where there is one.
    fn inside(&self, span: &Range<usize>) -> Range<usize> {
        let start = span.start.saturating_sub(self.start).min(self.text.len());
        let end = span
            .end
            .saturating_sub(self.start)
            .clamp(start, self.text.len());
        if start == end {
            start..ceil(self.text, end + 1)
        } else {
            start..end
        }
    }
}

/// Stands for a character that would drive a terminal, or not be seen.
const STAND_IN: char = char::REPLACEMENT_CHARACTER;

/// Line ends that are no line breaks of a file.
const LINE_ENDS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

/// A text of which no character drives a terminal or is unseen, and where a span of it is then.
/// Line breaks, tabs and the controls of ASCII are left to the renderer, which shows them.
fn harmless(text: &str, span: Range<usize>) -> (Cow<'_, str>, Range<usize>) {
    let unwanted: Vec<usize> = all_unwanted(text).map(|(at, ..)| at).collect();
    if unwanted.is_empty() && !text.contains(LINE_ENDS) {
        return (text.into(), span);
    }
    let mut shown = String::with_capacity(text.len());
    let (mut start, mut end) = (None, None);
    for (at, each) in text.char_indices() {
        let len = shown.len();
        if at >= span.start {
            start.get_or_insert(len);
        }
        if at >= span.end {
            end.get_or_insert(len);
        }
        let is_wanted = unwanted.binary_search(&at).is_err() && !LINE_ENDS.contains(&each);
        shown.push(if is_wanted || each.is_ascii() {
            each
        } else {
            STAND_IN
        });
    }
    let len = shown.len();
    (shown.into(), start.unwrap_or(len)..end.unwrap_or(len))
}

/// What the program says, which may quote the file.
fn said(text: &str) -> String {
    let (text, _) = harmless(text, 0..0);
    normalize_untrusted_str(&text)
}

impl Report {
    /// The line that holds a byte, without its indent, safe to show; at most some 160 characters
    /// around that byte.
    pub fn line_at(&self, offset: usize) -> Clean {
        let window = Window::around(&self.text, &(offset..offset));
        Clean::new(window.text.trim())
    }

    /// Every problem with its source line, a caret and what to do, separated by empty lines; plain
    /// text, or with the colours of a terminal. Never contains a control character of the file.
    /// Errors come first; advice that is alike stands together, in two lines where there is much. Of what is more than some 200 errors
    /// and 20 kinds of advice only the number follows.
    pub fn render(&self, color: bool, ascii: bool) -> String {
        let renderer = if color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer.decor_style(if ascii {
            DecorStyle::Ascii
        } else {
            DecorStyle::Unicode
        });
        let mut out = String::new();
        let mut write = |group: Vec<Group<'_>>| {
            out.push_str(renderer.render(&group).trim_end());
            out.push_str("\n\n");
        };
        let is_error = |problem: &&Problem| problem.severity == Severity::Error;
        let errors = self.problems.iter().filter(is_error);
        errors
            .take(SHOWN)
            .for_each(|error| write(self.groups(error)));
        let alike = self.alike();
        if alike.len() > DRAWN {
            for advice in alike.iter().take(KINDS) {
                self.listed(&mut out, advice, color);
            }
            out.push('\n');
        }
        let mut write = |group: Vec<Group<'_>>| {
            out.push_str(renderer.render(&group).trim_end());
            out.push_str("\n\n");
        };
        for advice in alike.iter().filter(|_| alike.len() <= DRAWN) {
            match advice.as_slice() {
                [] => {}
                [only] => write(self.groups(only)),
                [first, ..] => write(self.joined(first, advice)),
            }
        }
        let left = self.errors().saturating_sub(SHOWN)
            + alike.iter().skip(KINDS).map(Vec::len).sum::<usize>();
        if left > 0 {
            let _ = writeln!(out, "and {left} more");
        }
        out
    }

    /// The advice, what says the same of other places together, in the order of the first of each.
    fn alike(&self) -> Vec<Vec<&Problem>> {
        let mut found: Vec<Vec<&Problem>> = Vec::new();
        let mut known: HashMap<(String, String), usize> = HashMap::new();
        let advice = |problem: &&Problem| problem.severity == Severity::Advice;
        for problem in self.problems.iter().filter(advice) {
            let help = problem.help.as_deref().unwrap_or_default();
            let key = (pattern(&problem.message), pattern(help));
            let at = *known.entry(key).or_insert(found.len());
            match found.get_mut(at) {
                Some(same) => same.push(problem),
                None => found.push(vec![problem]),
            }
        }
        found
    }

    /// Alike advice in a line, and a line with where it is and what to do.
    fn listed(&self, out: &mut String, alike: &[&Problem], color: bool) {
        let Some(first) = alike.first() else { return };
        let (on, off) = if color {
            ("\u{1b}[1;33m", "\u{1b}[0m")
        } else {
            ("", "")
        };
        let _ = write!(out, "{on}advice{off}: {}", said(&first.message));
        if alike.len() > 1 {
            let _ = write!(out, ", and {} more like it", alike.len() - 1);
        }
        let places = alike.iter().take(PLACES + 1);
        let places: Vec<String> = places
            .map(|problem| self.place(problem.span.start).to_string())
            .collect();
        let _ = write!(out, "\n    at {}", places.join(", "));
        if alike.len() > places.len() {
            let _ = write!(out, " and {} more places", alike.len() - places.len());
        }
        if let Some(help) = &first.help {
            let _ = write!(out, ": {}", said(help));
        }
        out.push('\n');
    }

    /// Alike advice as one: the first of it, how many there are, and where.
    fn joined<'a>(&'a self, first: &'a Problem, alike: &[&Problem]) -> Vec<Group<'a>> {
        let message = format!("{}, and {} more like it", first.message, alike.len() - 1);
        let title = Level::WARNING
            .with_name("advice")
            .primary_title(normalize_untrusted_str(&message));
        let Place { line, column } = self.place(first.span.start);
        let origin = Origin::path(self.name.as_str()).line(line);
        let places: Vec<String> = alike
            .iter()
            .skip(1)
            .take(PLACES)
            .map(|problem| self.place(problem.span.start).to_string())
            .collect();
        let rest = alike.len() - 1 - places.len();
        let mut also = format!("also at {}", places.join(", "));
        if rest > 0 {
            let _ = write!(also, " and {rest} more places");
        }
        let mut group = Group::with_title(title)
            .element(origin.char_column(column))
            .element(Level::NOTE.message(also));
        if let Some(help) = &first.help {
            group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
        }
        vec![group]
    }

    fn groups<'a>(&'a self, problem: &'a Problem) -> Vec<Group<'a>> {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Advice => Level::WARNING.with_name("advice"),
        };
        let title = level.primary_title(said(&problem.message));
        let mut group = Group::with_title(title);
        group = self.shown(
            group,
            &problem.span,
            &problem.label,
            AnnotationKind::Primary,
        );
        if let Some((span, what)) = &problem.other {
            group = self.shown(group, span, what, AnnotationKind::Context);
        }
        if let Some(help) = &problem.help {
            group = group.element(Level::HELP.message(said(help)));
        }
        vec![group]
    }

    /// Adds the source line of a span.
    fn shown<'a>(
        &'a self,
        group: Group<'a>,
        span: &Range<usize>,
        label: &'a str,
        kind: AnnotationKind,
    ) -> Group<'a> {
        let window = Window::around(&self.text, span);
        let Place { line, column } = self.place(span.start);
        let label = (!label.is_empty()).then(|| said(label));
        let (source, marked) = harmless(window.text, window.inside(span));
        let snippet = Snippet::source(source)
            .line_start(line)
            .annotation(kind.span(marked).label(label));
        if window.is_whole_line(&self.text) {
            return group.element(snippet.path(self.name.as_str()));
        }
        // The column of a piece is not that of the line.
        let origin = Origin::path(self.name.as_str()).line(line);
        group.element(origin.char_column(column)).element(snippet)
    }
}

/// A message without the words of the file in it, which stand between backticks, and without
/// numbers.
fn pattern(message: &str) -> String {
    message
        .split('`')
        .step_by(2)
        .collect::<Vec<_>>()
        .join("`")
        .chars()
        .filter(|each| !each.is_ascii_digit())
        .collect()
}
