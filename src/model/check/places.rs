//! Where an entry stands when it has no leaf to tell; found by one more walk, when first needed.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::Kind;
use crate::model::lexer::{Lexer, Shape};

/// The kind of an entry, its pillar when it is an objective, and its number in its list.
type Key = (Kind, Option<usize>, usize);

/// The places of the entries of a file.
#[derive(Debug, Default)]
pub(super) struct Places {
    found: Option<HashMap<Key, Range<usize>>>,
}

impl Places {
    /// All of an entry, brackets included: the `number`th of its list, in the pillar with the
    /// number `pillar` for an objective.
    pub(super) fn entry(
        &mut self,
        text: &str,
        kind: Kind,
        pillar: Option<usize>,
        number: usize,
    ) -> Option<Range<usize>> {
        self.found
            .get_or_insert_with(|| walk(text))
            .get(&(kind, pillar, number))
            .cloned()
    }
}

/// The name of a field directly inside an entry.
pub(super) fn field(text: &str, entry: &Range<usize>, name: &str) -> Option<Range<usize>> {
    let body = text.get(entry.clone())?;
    let mut depth = 0_usize;
    let mut word = None;
    for token in Lexer::new(body) {
        match token.shape {
            Shape::Open(_) => depth += 1,
            Shape::Close(_) => depth = depth.saturating_sub(1),
            Shape::Word if depth == 1 => {
                word = Some(token.span);
                continue;
            }
            Shape::Colon => {
                if let Some(span) = word
                    .take()
                    .filter(|span| body.get(span.clone()) == Some(name))
                {
                    return Some(entry.start + span.start..entry.start + span.end);
                }
            }
            _ => {}
        }
        word = None;
    }
    None
}

fn walk(text: &str) -> HashMap<Key, Range<usize>> {
    let mut found = HashMap::new();
    // The name of the field read in each open bracket, how many brackets were opened inside it
    // since, and where it opened.
    let mut stack: Vec<(&str, usize, usize)> = Vec::new();
    let mut word = "";
    for token in Lexer::new(text) {
        match token.shape {
            Shape::Word => word = text.get(token.span).unwrap_or_default(),
            Shape::Colon => {
                if let Some(holder) = stack.last_mut() {
                    *holder = (word, 0, holder.2);
                }
            }
            Shape::Open(_) => {
                if let Some(holder) = stack.last_mut() {
                    holder.1 += 1;
                }
                stack.push(("", 0, token.span.start));
            }
            Shape::Close(_) => {
                let open = stack.pop().map_or(0, |(.., open)| open);
                let place = match *stack.as_slice() {
                    [(section, ..), (_, count, _)] => Some((section, None, count)),
                    [_, (_, pillar, _), (field, ..), (_, count, _)] => {
                        Some((field, pillar.checked_sub(1), count))
                    }
                    _ => None,
                };
                let key = place.and_then(|(field, pillar, count)| {
                    let kind = Kind::ALL.iter().find(|kind| kind.section() == field)?;
                    (pillar.is_some() == (*kind == Kind::Objective)).then_some((
                        *kind,
                        pillar,
                        count.checked_sub(1)?,
                    ))
                });
                found.extend(key.map(|key| (key, open..token.span.end)));
            }
            _ => {}
        }
    }
    found
}
