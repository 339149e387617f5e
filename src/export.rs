//! The strategy on paper and for other programs.

pub mod citation;
pub mod json;
pub mod markdown;
