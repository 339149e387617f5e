//! Screens and overlays.
