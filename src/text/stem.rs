//! Forms of an English word made one: by Snowball's algorithm, after both spellings of English are.

use rust_stemmers::{Algorithm, Stemmer};

/// Whether a folded word is one of letters that the stemmer knows.
pub fn is_english(text: &str) -> bool {
    text.len() > 2 && text.bytes().all(|each| each.is_ascii_lowercase())
}

/// The stem of a folded word; a word of another script is its own.
pub fn stem(word: &str) -> String {
    if !is_english(word) {
        return word.to_owned();
    }
    let stemmer = Stemmer::create(Algorithm::English);
    stemmer.stem(&one_spelling(word)).into_owned()
}

/// British and American spellings of a word made one; not a spelling to show.
fn one_spelling(word: &str) -> String {
    const PARTS: &[(&str, &str)] = &[
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("iser", "izer"),
        ("yse", "yze"),
        ("defence", "defense"),
        ("offence", "offense"),
        ("licence", "license"),
        ("practise", "practice"),
        ("centre", "center"),
        ("theatre", "theater"),
        ("grey", "gray"),
        ("programme", "program"),
        ("colour", "color"),
        ("favour", "favor"),
        ("honour", "honor"),
        ("behaviour", "behavior"),
        ("neighbour", "neighbor"),
        ("harbour", "harbor"),
        ("labour", "labor"),
        ("catalogue", "catalog"),
        ("dialogue", "dialog"),
        ("cheque", "check"),
        ("fulfil", "fulfill"),
        ("fulfilll", "fulfill"),
    ];
    let mut word = word.to_owned();
    for (british, american) in PARTS {
        if word.contains(british) {
            word = word.replace(british, american);
        }
    }
    let ending = word.strip_suffix("ises").map(|rest| (rest, "izes"));
    let ending = ending.or_else(|| word.strip_suffix("ise").map(|rest| (rest, "ize")));
    if let Some((rest, ending)) = ending {
        word = format!("{rest}{ending}");
    }
    word
}
