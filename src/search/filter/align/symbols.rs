//! Texts as the matcher sees them: where a letter stands, and what it earns there.

use super::{BREAK, HEAD};

/// A text as the matcher sees it: letters by their number.
pub(super) trait Symbols: Copy {
    /// The places of a letter, from a place on.
    fn places(self, from: usize, symbol: char) -> impl Iterator<Item = usize>;
    /// What a letter earns for standing at this place.
    fn bonus(self, place: usize) -> i32;
}

impl Symbols for &[char] {
    fn places(self, from: usize, symbol: char) -> impl Iterator<Item = usize> {
        let rest = self.get(from..).unwrap_or_default();
        let rest = (from..).zip(rest);
        rest.filter_map(move |(place, &each)| (each == symbol).then_some(place))
    }

    fn bonus(self, place: usize) -> i32 {
        let before = place.checked_sub(1).and_then(|at| self.get(at));
        bonus(before.copied())
    }
}

/// A text of up to 128 ASCII characters, which most are.
#[derive(Clone, Copy)]
pub(super) struct Short<'a>(&'a [u8]);

impl<'a> Short<'a> {
    pub(super) fn new(text: &'a str) -> Option<Self> {
        (text.len() <= 128 && text.is_ascii()).then_some(Self(text.as_bytes()))
    }

    /// A bit for each place of a character: eight bytes are compared at a time.
    fn bits(self, symbol: u8) -> u128 {
        let (eights, rest) = self.0.as_chunks();
        let mut last = [u8::MAX; 8];
        for (slot, &byte) in last.iter_mut().zip(rest) {
            *slot = byte;
        }
        let eights = eights.iter().chain(std::iter::once(&last));
        let bits = (0..).step_by(8).zip(eights);
        bits.take_while(|&(at, _)| at < 128)
            .fold(0, |bits, (at, eight)| {
                bits | u128::from(same(*eight, symbol)) << at
            })
    }
}

/// A bit for each of eight bytes that is this one. Only the byte that fills up is not ASCII.
const fn same(eight: [u8; 8], symbol: u8) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let other = u64::from_le_bytes(eight) ^ (ONES * symbol as u64);
    // The sum of a byte of 7 bits and 127 has its high bit clear only where that byte is 0.
    let is_same = !(((other & !HIGH) + !HIGH) | other) & HIGH;
    // Gathers the high bits in the uppermost byte.
    (is_same >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

impl Symbols for Short<'_> {
    fn places(self, from: usize, symbol: char) -> impl Iterator<Item = usize> {
        let byte = u8::try_from(symbol).unwrap_or(u8::MAX);
        let above = u32::try_from(from)
            .ok()
            .and_then(|from| u128::MAX.checked_shl(from));
        let is_ascii = symbol.is_ascii();
        let mut bits = if is_ascii { self.bits(byte) } else { 0 } & above.unwrap_or_default();
        std::iter::from_fn(move || {
            let place = bits.trailing_zeros();
            let any = bits != 0;
            bits &= bits.wrapping_sub(1);
            any.then_some(place as usize)
        })
    }

    fn bonus(self, place: usize) -> i32 {
        let before = place.checked_sub(1).and_then(|at| self.0.get(at));
        bonus(before.map(|&byte| char::from(byte)))
    }
}

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
