//! What is said of a word in a file of the user that names nothing.

use crate::model::{Problem, Spanned, nearest, quoted};

/// A word that is none of those known; `kind` is what it should name, `otherwise` is said when no
/// known word comes near.
pub(super) fn unknown<'k>(
    kind: &str,
    word: &Spanned<String>,
    known: impl IntoIterator<Item = &'k str>,
    otherwise: &str,
) -> Problem {
    let message = format!("no {kind} is called `{}`", quoted(&word.value));
    let help = nearest(&word.value, known.into_iter()).map_or_else(
        || otherwise.to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Problem::error(word.span(), message).help(help)
}
