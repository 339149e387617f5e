//! What stands in brackets, handed out piece by piece.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::cursor::Cursor;
use super::{GivenUp, Result};

/// The fields of a struct whose opening bracket was passed.
pub(super) struct Fields<'c, 'a> {
    cursor: &'c mut Cursor<'a>,
    first: bool,
}

impl<'c, 'a> Fields<'c, 'a> {
    pub(super) const fn new(cursor: &'c mut Cursor<'a>) -> Self {
        Self {
            cursor,
            first: true,
        }
    }

    /// The name of the next field, read up to its value; `None` behind the closing bracket.
    pub(super) fn name(&mut self) -> Result<Option<&'a str>> {
        if self.cursor.is_over(b')', &mut self.first)? {
            return Ok(None);
        }
        self.cursor.field().map(Some)
    }

    /// Where the value is to be read.
    pub(super) const fn value(&mut self) -> &mut Cursor<'a> {
        self.cursor
    }
}

impl<'a> MapAccess<'a> for Fields<'_, 'a> {
    type Error = GivenUp;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        match self.name()? {
            Some(name) => seed.deserialize(StrDeserializer::new(name)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value> {
        seed.deserialize(&mut *self.cursor)
    }
}

/// The items of a list or a tuple whose opening bracket was passed.
pub(super) struct Items<'c, 'a> {
    cursor: &'c mut Cursor<'a>,
    close: u8,
    first: bool,
    over: bool,
}

impl<'c, 'a> Items<'c, 'a> {
    pub(super) const fn new(cursor: &'c mut Cursor<'a>, close: u8) -> Self {
        Self {
            cursor,
            close,
            first: true,
            over: false,
        }
    }

    /// The items behind one that was read already.
    pub(super) const fn begun(cursor: &'c mut Cursor<'a>, close: u8) -> Self {
        Self {
            cursor,
            close,
            first: false,
            over: false,
        }
    }

    /// How far the text was read.
    pub(super) const fn place(&self) -> usize {
        self.cursor.place()
    }

    /// Past the closing bracket, when no item is left.
    pub(super) fn close(mut self) -> Result<()> {
        if self.over || self.cursor.is_over(self.close, &mut self.first)? {
            return Ok(());
        }
        Err(GivenUp)
    }
}

impl<'a> SeqAccess<'a> for Items<'_, 'a> {
    type Error = GivenUp;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.over || self.cursor.is_over(self.close, &mut self.first)? {
            self.over = true;
            return Ok(None);
        }
        seed.deserialize(&mut *self.cursor).map(Some)
    }
}
