//! Reads files as they are usually written, much faster than a reader of all RON.
//!
//! It knows the common part of the notation and gives up on anything else, right or wrong: the
//! reader of all RON then does the work, and says what is wrong. What it does read, it reads as that
//! reader would; a test holds it to that.

mod access;
mod cursor;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use self::access::{Fields, Items};
use self::cursor::Cursor;
use super::Kind;
use super::draft::{Draft, EntryDraft};
use super::leaf::RAW;

/// This reader does not do. Why not is for the other one to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GivenUp;

type Result<T> = std::result::Result<T, GivenUp>;

/// Takes the entries of a file, one by one.
pub(super) trait Sink<'a> {
    /// Another list begins.
    fn section(&mut self, kind: Kind);
    /// An entry was read, as far as this byte.
    fn entry(&mut self, entry: EntryDraft<'a>, end: usize);
}

/// Reads a whole model: its entries go into the sink in the order of the file, and what else it
/// holds is given back. When that fails, what the sink was given may be anything.
pub(super) fn read<'a>(text: &'a str, sink: &mut dyn Sink<'a>) -> Result<Draft<'a>> {
    let mut cursor = Cursor::new(text);
    cursor.open(b'(')?;
    let root = Root {
        fields: Fields::new(&mut cursor),
        sink,
        seen: 0,
    };
    let draft = Draft::deserialize(Whole(root))?;
    cursor.end()?;
    Ok(draft)
}

/// Reads a file of another sort, if every value at the end of a branch is asked for as it is written.
pub(super) fn read_value<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T> {
    let mut cursor = Cursor::new(text);
    let value = T::deserialize(&mut cursor)?;
    cursor.end()?;
    Ok(value)
}

/// The fields of the model itself, of which the lists of entries are never seen: they are read on
/// the way, and go into the sink.
struct Root<'c, 'a, 's> {
    fields: Fields<'c, 'a>,
    sink: &'s mut dyn Sink<'a>,
    /// The lists that were read, one bit each.
    seen: u32,
}

impl Root<'_, '_, '_> {
    fn section(&mut self, kind: Kind) -> Result<()> {
        let bit = 1 << kind as u32;
        if self.seen & bit != 0 {
            return Err(GivenUp);
        }
        self.seen |= bit;
        self.sink.section(kind);
        let cursor = self.fields.value();
        cursor.open(b'[')?;
        let mut items = Items::new(cursor, b']');
        while let Some(entry) = items.next_element()? {
            self.sink.entry(entry, items.place());
        }
        Ok(())
    }
}

impl<'a> MapAccess<'a> for Root<'_, 'a, '_> {
    type Error = GivenUp;

    fn next_key_seed<K: serde::de::DeserializeSeed<'a>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>> {
        while let Some(name) = self.fields.name()? {
            match Kind::of_section(name) {
                Some(kind) => self.section(kind)?,
                None => return seed.deserialize(StrDeserializer::new(name)).map(Some),
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: serde::de::DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value> {
        self.fields.next_value_seed(seed)
    }
}

/// The model as a struct, whose opening bracket was passed.
struct Whole<'c, 'a, 's>(Root<'c, 'a, 's>);

impl<'de> Deserializer<'de> for Whole<'_, 'de, '_> {
    type Error = GivenUp;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_map(self.0)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<'de> Cursor<'de> {
    /// Values between two brackets.
    fn list<V: Visitor<'de>>(&mut self, (open, close): (u8, u8), visitor: V) -> Result<V::Value> {
        self.open(open)?;
        let mut items = Items::new(self, close);
        let made = visitor.visit_seq(&mut items)?;
        items.close()?;
        Ok(made)
    }
}

impl<'de> Deserializer<'de> for &mut Cursor<'de> {
    type Error = GivenUp;

    /// Every value at the end of a branch is asked for as it is written.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name != RAW {
            return Err(GivenUp);
        }
        visitor.visit_borrowed_str(self.value()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.says(b"None") {
            return visitor.visit_none();
        }
        if !self.says(b"Some") {
            return visitor.visit_some(self);
        }
        self.open(b'(')?;
        // What the other reader makes of a struct there is for it to say.
        if self.is_at(b'(') {
            return Err(GivenUp);
        }
        let value = visitor.visit_some(&mut *self)?;
        Items::begun(self, b')').close()?;
        Ok(value)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.list((b'[', b']'), visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.list((b'(', b')'), visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.open(b'(')?;
        visitor.visit_map(Fields::new(self))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value> {
        Err(GivenUp)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct tuple map enum identifier ignored_any
    }
}

impl std::fmt::Display for GivenUp {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("not as models are usually written")
    }
}

impl std::error::Error for GivenUp {}

impl serde::de::Error for GivenUp {
    fn custom<T: std::fmt::Display>(_message: T) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests;
