//! Bytes that may not even be a text.

use crate::model::Problem;

/// The largest model read, in bytes: 256 MiB.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// The text in the bytes, without a byte order mark; or what there is of it, and the problem.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Box<(String, Problem)>> {
    let refuse = |text: String, problem: Problem| Err(Box::new((text, problem)));
    if bytes.len() as u64 > MAX_BYTES {
        let message = format!(
            "this file has {} MiB; a model has at most {}",
            bytes.len().div_ceil(1024 * 1024),
            MAX_BYTES / (1024 * 1024)
        );
        return refuse(String::new(), Problem::error(0..0, message));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let problem = Problem::error(0..0, "this file is UTF-16, not UTF-8");
        return refuse(String::new(), problem.help("save it as UTF-8"));
    }
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(at).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let problem = Problem::error(at..at + 1, "this file is not UTF-8")
                .label(format!("the byte 0x{byte:02X} is here"))
                .help("save it as UTF-8");
            return refuse(text, problem);
        }
    };
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    if text.trim().is_empty() {
        let problem = Problem::error(0..0, "this file is empty")
            .help("`senryaku new FILE` writes a model to start from");
        return refuse(text, problem);
    }
    Ok(text)
}
