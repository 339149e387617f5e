//! Texts as the matcher sees them: where a letter stands, and what it earns there.

use crate::search::filter::gains::bonus;

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
pub(super) struct Short<'a> {
    text: &'a [u8],
    eights: &'a [[u8; 8]],
    /// The bytes behind those, filled up.
    last: [u8; 8],
}

impl<'a> Short<'a> {
    pub(super) fn new(text: &'a str) -> Option<Self> {
        let is_short = text.len() <= 128 && text.is_ascii();
        let text = text.as_bytes();
        let (eights, rest) = text.as_chunks();
        let mut last = [u8::MAX; 8];
        for (slot, &byte) in last.iter_mut().zip(rest) {
            *slot = byte;
        }
        is_short.then_some(Self { text, eights, last })
    }

    /// A bit for each place of a character.
    pub(super) fn places_of(self, symbol: char) -> u128 {
        whole(self.bits(symbol))
    }

    /// A bit for each place at which a letter may earn a bonus.
    pub(super) fn starts(self) -> u128 {
        whole(self.bits_of(marks)) << 1 | 1
    }

    /// A bit for each place of a character, of the first 64 and of the others.
    fn bits(self, symbol: char) -> [u64; 2] {
        match u8::try_from(symbol) {
            Ok(byte) if byte.is_ascii() => self.bits_of(|eight| same(eight, byte)),
            _ => [0, 0],
        }
    }

    /// The bits of all bytes, eight of which are looked at a time.
    fn bits_of(self, of: impl Fn([u8; 8]) -> u64) -> [u64; 2] {
        let fold = |eights: &[[u8; 8]]| {
            let eights = eights.iter().rev();
            eights.fold(0, |bits, &eight| bits << 8 | of(eight))
        };
        let last = of(self.last) << (self.eights.len() % 8 * 8);
        match self.eights.split_at_checked(8) {
            None => [fold(self.eights) | last, 0],
            Some((first, others)) => [fold(first), fold(others) | last],
        }
    }
}

const ONES: u64 = u64::from_le_bytes([1; 8]);
/// The highest bit of each byte.
const HIGH: u64 = ONES << 7;

/// A bit for each of eight bytes that is this one. Only the byte that fills up is not ASCII.
const fn same(eight: [u8; 8], symbol: u8) -> u64 {
    let other = u64::from_le_bytes(eight) ^ (ONES * symbol as u64);
    // The sum of a byte of 7 bits and 127 has its high bit clear only where that byte is 0.
    gather(!(((other & !HIGH) + !HIGH) | other))
}

/// A bit for each of eight bytes that is no letter and no digit.
const fn marks(eight: [u8; 8]) -> u64 {
    let bytes = u64::from_le_bytes(eight) & !HIGH;
    let letter = from(bytes, b'a') & !from(bytes, b'z' + 1);
    let digit = from(bytes, b'0') & !from(bytes, b'9' + 1);
    gather(!(letter | digit))
}

/// Sets the high bit of each byte of 7 bits that is this one or a greater.
const fn from(bytes: u64, least: u8) -> u64 {
    bytes + ONES * (0x80 - least) as u64
}

/// The high bits of eight bytes, side by side.
const fn gather(bytes: u64) -> u64 {
    ((bytes & HIGH) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

impl Symbols for Short<'_> {
    fn places(self, from: usize, symbol: char) -> impl Iterator<Item = usize> {
        let [mut bits, mut others] = self.bits(symbol);
        let mut start = 0;
        if from >= 64 {
            (bits, others, start) = (others, 0, 64);
        }
        let above = u32::try_from(from - start).ok();
        bits &= above
            .and_then(|from| u64::MAX.checked_shl(from))
            .unwrap_or(0);
        std::iter::from_fn(move || {
            if bits == 0 {
                (bits, others, start) = (others, 0, 64);
            }
            let place = bits.trailing_zeros() as usize;
            let any = bits != 0;
            bits &= bits.wrapping_sub(1);
            any.then_some(start + place)
        })
    }

    fn bonus(self, place: usize) -> i32 {
        let before = place.checked_sub(1).and_then(|at| self.text.get(at));
        bonus(before.map(|&byte| char::from(byte)))
    }
}

fn whole([low, high]: [u64; 2]) -> u128 {
    u128::from(high) << 64 | u128::from(low)
}
