//! What users may set, from the embedded files and from their own.

#[cfg(test)]
mod config {
    mod keymap;
    mod palette;
    mod settings;
    mod theme;
}
