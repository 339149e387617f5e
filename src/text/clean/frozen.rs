//! Clean texts among the bytes of the program: written while it is built, and read where they are.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Clean, Kept};

impl Serialize for Clean {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de: 'static> Deserialize<'de> for Clean {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(InProgram)
    }
}

struct InProgram;

impl<'de: 'static> Visitor<'de> for InProgram {
    type Value = Clean;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a text that is part of the program")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Clean, E> {
        // Bytes of the program come from where clean texts were written, and need no second look.
        debug_assert!(Clean::changed(text).is_none(), "not clean: {text:?}");
        Ok(Clean(Kept::Static(text)))
    }
}
