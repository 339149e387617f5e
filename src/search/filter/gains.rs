//! What a letter adds to a score, by where it stands; the figures are those of `fuzzy-matcher`.

pub(super) const MATCH: i32 = 16;
pub(super) const RUN: i32 = 4;
/// What a letter earns behind a space, a slash or a bracket, and behind other marks.
pub(super) const HEAD: i32 = 8;
pub(super) const BREAK: i32 = 7;

/// What a letter earns for what stands before it; folded texts have no capitals.
pub(super) fn bonus(before: Option<char>) -> i32 {
    match before {
        None => 2 * HEAD,
        Some(each) => BONUSES.get(each as usize).copied().unwrap_or_default(),
    }
}

/// What a letter earns behind each of the ASCII characters; behind others it earns nothing.
const BONUSES: [i32; 128] = {
    let mut bonuses = [0; 128];
    let mut rest: &mut [i32] = &mut bonuses;
    let mut each = 0_u8;
    while let Some((bonus, others)) = rest.split_first_mut() {
        *bonus = match each {
            b' ' | b'/' | b'\\' | b'|' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'\0' => HEAD,
            b'!'..=b'\'' | b'*'..=b'.' | b':'..=b'@' | b'^'..=b'`' | b'~' => BREAK,
            _ => 0,
        };
        rest = others;
        each += 1;
    }
    bonuses
};

/// Whether the letter behind this one earns a bonus.
pub(super) fn is_separator(each: char) -> bool {
    bonus(Some(each)) > 0
}

/// What the first letter of a word adds, besides what it earns by its place.
pub(super) const FIRST: i32 = MATCH - 1;

/// What a letter earns as the first of a text, and as the first of another word.
pub(super) const START: i32 = 2 * HEAD;
pub(super) const WORD: i32 = HEAD;

/// What a letter adds at most: in a run or at a head behind the shortest gap, behind a separator,
/// and anywhere else.
pub(super) const NEAR: i32 = MATCH + RUN;
pub(super) const SEPARATED: i32 = MATCH + HEAD;
pub(super) const FAR: i32 = MATCH - 4;
