//! Every move of the selection through a model, down each pane and up again.

use senryaku::env::Env;

use super::show::Show;

/// The panes as keys reach them.
const PANES: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

/// Prints for each pane how many moves there are, the median and the most bytes that one wrote, how
/// many of the latter were text, and how many moves wrote more than is wanted.
pub(crate) fn through(env: &Env, wanted: usize) {
    println!(
        "{:<26} {:>6} {:>7} {:>7} {:>7} {:>7}",
        "pane", "moves", "median", "most", "text", "over"
    );
    for pane in PANES {
        let mut show = Show::new(env, pane);
        show.keys("g");
        let mut moves = Vec::new();
        for key in ["j", "k"] {
            loop {
                let bytes = show.keys(key);
                if bytes.is_empty() {
                    break;
                }
                moves.push((bytes.len(), text(&bytes)));
            }
        }
        moves.sort_unstable();
        let over = moves.iter().filter(|(bytes, _)| *bytes >= wanted).count();
        let (median, (most, text)) = (moves[moves.len() / 2].0, moves[moves.len() - 1]);
        println!(
            "{pane:<26} {:>6} {median:>7} {most:>7} {text:>7} {over:>7}",
            moves.len()
        );
    }
}

/// How many of the bytes are text, and not where or how it stands.
fn text(bytes: &[u8]) -> usize {
    let mut text = 0;
    let mut escaped = false;
    for &byte in bytes {
        match byte {
            0x1b => escaped = true,
            _ if escaped => escaped = byte == b'[' || !(0x40..=0x7e).contains(&byte),
            _ => text += 1,
        }
    }
    text
}
