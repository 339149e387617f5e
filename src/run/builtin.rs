//! The models that are part of the program.

/// A model that needs no file.
#[derive(Debug)]
pub(super) struct Builtin {
    /// Its id, as on the command line and in the file.
    pub id: &'static str,
    /// The file.
    pub text: &'static str,
}

/// Every built-in model; the first is the one explored when none is named.
pub(super) const BUILTIN: &[Builtin] = &[JAPAN_2021];

/// The default model.
pub(super) const JAPAN_2021: Builtin = Builtin {
    id: "jp-2021",
    text: include_str!("../../data/japan-2021.ron"),
};

/// What `senryaku new` writes: a small model with comments that explain the format.
pub(super) const STARTER: &str = include_str!("../../data/starter.ron");
