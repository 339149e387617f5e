//! What was blanked out of a file, as far as it matters for what is left.

use std::collections::HashSet;
use std::ops::Range;

use ron::error::Error;

use crate::model::explain::meant;
use crate::model::lexer::{Lexer, Shape};

/// What was blanked out, as far as it matters for what is left.
#[derive(Clone, Debug, Default)]
pub(in crate::model) struct Lost {
    regions: Vec<Region>,
    ids: HashSet<String>,
}

#[derive(Clone, Debug)]
struct Region {
    span: Range<usize>,
    fields: HashSet<String>,
}

impl Lost {
    /// Whether nothing was.
    pub(in crate::model) const fn is_empty(&self) -> bool {
        self.regions.is_empty()
    }

    /// Whether an entry with this id was, or may have been.
    pub(in crate::model) fn has_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Whether a field of this name was, inside a span.
    pub(in crate::model) fn has_field(&self, name: &str, within: &Range<usize>) -> bool {
        self.regions.iter().any(|region| {
            region.span.start < within.end
                && within.start < region.span.end
                && region.fields.contains(name)
        })
    }

    /// Notes a part that is blanked out for an error.
    pub(super) fn add(&mut self, text: &str, span: Range<usize>, error: &Error) {
        let mut fields = HashSet::new();
        if let Error::NoSuchStructField {
            expected, found, ..
        } = error
        {
            fields.extend(meant(found, expected).map(str::to_owned));
        }
        let mut field = None;
        let mut word = None;
        for token in Lexer::new(text.get(span.clone()).unwrap_or_default()) {
            let part = text.get(span.start + token.span.start..span.start + token.span.end);
            let part = part.unwrap_or_default();
            match token.shape {
                Shape::Word => word = Some(part),
                Shape::Colon => {
                    field = word.take();
                    fields.extend(field.map(str::to_owned));
                }
                Shape::Text if field == Some("id") => {
                    self.ids.insert(part.trim_matches('"').to_owned());
                }
                _ => {}
            }
            if token.shape != Shape::Colon {
                field = field.filter(|_| false);
            }
        }
        self.regions.push(Region { span, fields });
    }
}
