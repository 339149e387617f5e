//! The strategy on paper and for other programs.

pub mod json;
pub mod markdown;
