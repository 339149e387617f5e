//! The model file as it is written: every field optional, every leaf with its place.
