//! Values that know where they stand in their file, once it was read with places.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// By this name the tolerant reader knows a [`Leaf`], and gives start, end and value.
pub(super) const LEAF: &str = "$senryaku::Leaf";

/// By this name the tolerant reader knows a [`Spanned`].
pub(super) const SPANNED: &str = "$senryaku::Spanned";

/// A value of a model, its place, and `None` where it was refused: that is told of already.
///
/// `ron` gives no places; they are known when the text was read with the tolerant reader.
#[derive(Clone, Default)]
pub(in crate::model) struct Leaf<T> {
    value: Option<T>,
    span: Range<usize>,
}

impl<T> Leaf<T> {
    /// The value, unless it was refused.
    pub(in crate::model) const fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// The value itself.
    pub(in crate::model) fn into_value(self) -> Option<T> {
        self.value
    }

    /// Its bytes in the file; none at its start while places are not known.
    pub(in crate::model) fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

/// A value, and where it was read from: for what can only be judged after reading, such as two
/// meanings of one key.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    span: Range<usize>,
}

impl<T> Spanned<T> {
    /// Its bytes in the text that was given to [`read`](super::read), without a byte order mark.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl<T: fmt::Debug> fmt::Debug for Leaf<T> {
    /// The value alone, so that two readings of one text can be compared.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(out)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Leaf<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (value, span) = from.deserialize_newtype_struct(LEAF, Placed(PhantomData))?;
        Ok(Self { value, span })
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (value, span) = from.deserialize_newtype_struct(SPANNED, Placed(PhantomData))?;
        let value = value.ok_or_else(|| serde::de::Error::custom("refused"))?;
        Ok(Self { value, span })
    }
}

struct Placed<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Placed<T> {
    type Value = (Option<T>, Range<usize>);

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    /// What `ron` gives.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        T::deserialize(from).map(|value| (Some(value), 0..0))
    }

    /// What the tolerant reader gives.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let start = seq.next_element()?.unwrap_or_default();
        let end = seq.next_element()?.unwrap_or_default();
        Ok((seq.next_element()?, start..end))
    }
}
