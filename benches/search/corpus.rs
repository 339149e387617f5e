//! Lines to search, made from a seed: phrases, paths and Japanese titles; and what is typed.

/// What the lines are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Corpus {
    /// English phrases of 30 to 80 letters.
    Phrases,
    /// Paths of files.
    Paths,
    /// Japanese titles of 8 to 40 letters, some with Latin words.
    Titles,
}

impl Corpus {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Phrases, Self::Paths, Self::Titles];

    /// In a table.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Phrases => "phrases",
            Self::Paths => "paths",
            Self::Titles => "titles",
        }
    }

    /// So many lines, always the same.
    pub(crate) fn lines(self, count: usize) -> Vec<String> {
        let mut random = Random(0x5EED ^ self as u64);
        (0..count).map(|_| self.line(&mut random)).collect()
    }

    fn line(self, random: &mut Random) -> String {
        match self {
            Self::Phrases => {
                let mut line = word(random);
                let length = 30 + random.below(50);
                while line.len() < length {
                    line.push(' ');
                    line.push_str(&word(random));
                }
                line.truncate(80);
                line.trim_end().to_owned()
            }
            Self::Paths => {
                let mut line =
                    String::from(pick(random, &["src", "lib", "docs", "tests", "vendor"]));
                for _ in 0..=random.below(5) {
                    line.push('/');
                    line.push_str(&word(random));
                    if random.below(3) == 0 {
                        line.push(['_', '-'][random.below(2)]);
                        line.push_str(&word(random));
                    }
                }
                line.push_str(pick(
                    random,
                    &[".rs", ".md", ".json", ".c", ".toml", ".html"],
                ));
                line
            }
            Self::Titles => {
                let mut line = String::new();
                let length = 8 + random.below(32);
                while line.chars().count() < length {
                    if random.below(12) == 0 {
                        line.push_str(&word(random));
                    }
                    line.push_str(pick(random, PARTS));
                }
                line
            }
        }
    }

    /// What somebody types, key by key.
    pub(crate) const fn queries(self) -> &'static [&'static str] {
        match self {
            Self::Phrases => &[
                "security",
                "share",
                "secrity",
                "critical infra",
                "nisc",
                "data",
                "supply chain",
                "strategy",
                "cabinet of",
                "intl coop",
                "threat",
                "zq",
                "resilience plan",
                "government",
                "the national",
                "dx",
                "analysis",
                "electoral",
                "attribution",
                "minister",
                "budget",
                "risk",
                "crtcl",
                "policy",
                "exercise",
                "partners",
                "econ sec",
                "incident response",
                "quantum",
                "s",
            ],
            Self::Paths => &[
                "src/sec",
                "share",
                "docs/strategy",
                "secrity",
                "cargo.toml",
                "nisc",
                "data.rs",
                "vendor",
                "policy.md",
                "tests/threat",
                "zq",
                "resil",
                "government",
                "lib/nat",
                "json",
                "analysis",
                "plan_b",
                "attrib",
                "minister",
                "budget",
                "risk",
                "crtcl",
                "exercise",
                "partners",
                "econsec",
                "response.c",
                "quantum",
                "s",
                "html",
                "rsmd",
            ],
            Self::Titles => &[
                "さいばー",
                "戦略",
                "内閣",
                "本部",
                "重要いんふら",
                "防護",
                "情報",
                "国家安全保障",
                "委員会",
                "でじたる",
                "せきゅりてぃ",
                "内閣官房",
                "基本法",
                "せんたー",
                "人材",
                "国際",
                "攻撃",
                "脅威",
                "経済",
                "社会",
                "政策",
                "計画",
                "警察庁",
                "防衛省",
                "nisc",
                "対策",
                "推進",
                "研究",
                "内せん",
                "の",
            ],
        }
    }
}

const PARTS: &[&str] = &[
    "さいばー",
    "せきゅりてぃ",
    "戦略",
    "本部",
    "内閣",
    "官房",
    "重要",
    "いんふら",
    "防護",
    "の",
    "情報",
    "国家",
    "安全",
    "保障",
    "委員会",
    "でじたる",
    "庁",
    "基本法",
    "せんたー",
    "人材",
    "育成",
    "国際",
    "協力",
    "攻撃",
    "脅威",
    "経済",
    "社会",
    "政策",
    "計画",
    "警察",
    "防衛",
    "省",
    "対策",
    "推進",
    "研究",
    "開発",
    "に関する",
    "及び",
    "行動",
    "指針",
    "年次",
    "報告",
    "統一",
    "基準",
    "群",
    "機関",
    "政府",
    "民間",
    "連携",
    "体制",
];

const WORDS: &[&str] = &[
    "the",
    "of",
    "and",
    "to",
    "for",
    "in",
    "national",
    "security",
    "strategy",
    "government",
    "policy",
    "data",
    "share",
    "critical",
    "infrastructure",
    "supply",
    "chain",
    "threat",
    "risk",
    "minister",
    "cabinet",
    "agency",
    "digital",
    "society",
    "resilience",
    "incident",
    "response",
    "cooperation",
    "international",
    "attribution",
    "analysis",
    "exercise",
    "partners",
    "economic",
    "plan",
    "budget",
    "research",
    "quantum",
    "law",
    "defence",
    "police",
    "headquarters",
    "centre",
    "basic",
    "act",
    "public",
    "private",
    "sector",
    "energy",
    "finance",
    "health",
    "election",
];

/// The beginnings and the ends of made syllables.
const HEADS: &[&str] = &[
    "b", "c", "d", "f", "gr", "h", "k", "l", "m", "n", "pr", "r", "s", "st", "t", "v",
];
const TAILS: &[&str] = &[
    "a", "e", "i", "o", "u", "an", "er", "is", "on", "al", "ent", "ity",
];

/// A word: a common one, or one made of syllables.
fn word(random: &mut Random) -> String {
    // The more common, the nearer to the front.
    if random.below(5) > 0 {
        let at = random.below(WORDS.len()).min(random.below(WORDS.len()));
        return WORDS[at].to_owned();
    }
    (0..=random.below(3))
        .flat_map(|_| [pick(random, HEADS), pick(random, TAILS)])
        .collect()
}

fn pick<'a>(random: &mut Random, from: &[&'a str]) -> &'a str {
    from[random.below(from.len())]
}

/// Numbers that look like chance: xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap_or(0) % limit
    }
}
