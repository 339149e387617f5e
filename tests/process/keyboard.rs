//! Keys among whatever else a terminal sends. Of two programs that get the same keys, one gets reports
//! in between; both must show the same.

use std::thread;
use std::time::{Duration, Instant};

use crate::support::pty::{ESCAPE, Pty};

/// The same numbers at every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a [u8]]) -> &'a [u8] {
        of[self.throw(of.len())]
    }
}

/// What terminals send without a key: none of it means anything to the program.
const REPORTS: &[&[u8]] = &[
    b"\x1b[?997;1n",
    b"\x1b[?2026;2$y",
    b"\x1b[?1;2c",
    b"\x1b[>65;6800;1c",
    b"\x1b[=0c",
    b"\x1b[12;40R",
    b"\x1b[1;5R",
    b"\x1b[8;24;80t",
    b"\x1b[?31u",
    b"\x1b[0n",
    b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    b"\x1b]4;1;rgb:cccc/2222/3333\x07",
    b"\x1bP>|XTerm(390)\x1b\\",
    b"\x1bP1+r544e=787465726d\x1b\\",
    b"\x1b_Gi=31;q\r\x1b\\",
    b"\x1b^q q\x1b\\",
    b"\x1bX1 2\r\x1b\\",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[<35;5;5M",
    b"\x1b[106;1:3u",
    b"\x9b?997;1n",
    b"\x9d11;rgb:1e1e/1e1e/2e2e\x9c",
    b"\x90>|XTerm(390)\x9c",
];

/// Keys that mean something in one mode or another.
const KEYS: &[&[u8]] = &[
    b"\x1b[A",
    b"\x1b[B",
    b"\x1bOC",
    b"\x1bOD",
    b"\x1b[5~",
    b"\x1b[6~",
    b"\t",
    b"\r",
    b"\x7f",
    b"j",
    b"l",
    b"n",
    b"]",
    b"z",
    b"s",
    b"/",
    b"?",
    b"p",
    b"o",
    b"2",
    b"\x1bOq",
    b"\x1b[27u",
    b"\x1b[200~q \x1b[A\x1b[201~",
    "戦".as_bytes(),
];

/// Keys, and the same with reports between them.
fn burst(dice: &mut Dice) -> (Vec<u8>, Vec<u8>) {
    let (mut keys, mut mixed) = (Vec::new(), Vec::new());
    for _ in 0..=dice.throw(6) {
        for _ in 0..dice.throw(4) {
            mixed.extend_from_slice(dice.one(REPORTS));
        }
        let key = dice.one(KEYS);
        keys.extend_from_slice(key);
        mixed.extend_from_slice(key);
    }
    mixed.extend_from_slice(dice.one(REPORTS));
    (keys, mixed)
}

/// Sends bytes in pieces of any size.
fn send(pty: &mut Pty, mut bytes: &[u8], dice: &mut Dice) {
    while !bytes.is_empty() {
        let (piece, rest) = bytes.split_at(bytes.len().min(1 + dice.throw(9)));
        pty.send_bytes(piece);
        bytes = rest;
    }
}

/// The lines of a screen without its clocks, and without what nobody sees at their ends.
fn timeless(screen: &str) -> String {
    let is_time = |word: &str| {
        let before = word.split_once(':').map(|(before, _)| before);
        before.is_some_and(|before| before.ends_with(|last: char| last.is_ascii_digit()))
    };
    let words = |line: &str| {
        let words = line.trim_end().split(' ');
        let words = words.map(|word| if is_time(word) { "time" } else { word });
        words.collect::<Vec<_>>().join(" ")
    };
    screen.lines().map(words).collect::<Vec<_>>().join("\n")
}

fn wait_until_same(quiet: &Pty, noisy: &Pty, what: &str) {
    let began = Instant::now();
    let mut times = 0;
    while times < 3 {
        let (wanted, seen) = (timeless(&quiet.contents()), timeless(&noisy.contents()));
        times = if wanted == seen { times + 1 } else { 0 };
        assert!(
            began.elapsed() < Duration::from_secs(60),
            "{what}: with the keys alone\n{wanted}\nwith reports\n{seen}"
        );
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn reports_between_keys_change_nothing() {
    let small = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small.ron");
    for (seed, arguments) in [
        (1, String::new()),
        (2, format!("-m {small} --fresh")),
        (3, "study --seed 3 --choice".to_owned()),
        (4, "brief --clean".to_owned()),
    ] {
        let mut dice = Dice(0x9e37_79b9 + seed);
        let mut pair = [Pty::start(&arguments), Pty::start(&arguments)];
        for pty in &pair {
            pty.wait("a screen", |screen| {
                screen.alternate_screen() && screen.contents().len() > 200
            });
        }
        for number in 0..12 {
            let (keys, mixed) = burst(&mut dice);
            let [quiet, noisy] = &mut pair;
            quiet.send_bytes(&keys);
            send(noisy, &mixed, &mut dice);
            let what = format!("{arguments:?}, burst {number}: {}", mixed.escape_ascii());
            wait_until_same(quiet, noisy, &what);
        }
        for mut pty in pair {
            pty.send("\x03");
            pty.wait_for_text("exit=130");
            pty.assert_as_before();
            pty.finish();
        }
    }
}

/// Somebody who tries every key must not keep the keyboard dead.
#[test]
fn keys_do_not_put_off_the_end_of_a_paste_that_has_none() {
    for begun in ["\x1b[200~text", "\x1b]11;rgb:"] {
        let mut pty = Pty::start("--at dx");
        pty.wait_for_text("3 Digital");
        pty.send(begun);
        let began = Instant::now();
        while !pty.contents().contains("╭─ Help") {
            assert!(began.elapsed() < Duration::from_secs(30), "{begun:?}");
            pty.send("?");
            thread::sleep(Duration::from_millis(150));
        }
        pty.send(ESCAPE);
        pty.send("\x03");
        pty.wait_for_text("exit=130");
        pty.finish();
    }
}
