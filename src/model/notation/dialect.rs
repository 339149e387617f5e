//! Which RON is read: with the extensions that spare authors `Some(...)`.

use ron::Options;
use ron::extensions::Extensions;

/// The deepest nesting read.
pub(super) const DEPTH: usize = 64;

/// How `ron` reads every file.
pub(in crate::model) fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
        .with_recursion_limit(DEPTH)
}
