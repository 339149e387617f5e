//! The model file as it is written: every field optional, every value with its place.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

use super::notation::Leaf;
use super::{Change, EventStatus, Kind, MadeStep, Role, Tier, Verb, Voice, Weight};

/// A text.
pub(super) type Text = Leaf<String>;

/// A date as it is written; whether there is such a day is checked later.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "date")]
pub(super) struct DateText(pub(super) String);

/// A length of time as it is written: minutes as `3`, or `"1m30s"`.
#[derive(Clone, Debug)]
pub struct TimeText(pub String);

/// The items of a list that could be read.
fn each<'de, D: Deserializer<'de>, T: Clone + Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    let items = Vec::<Leaf<T>>::deserialize(from)?;
    Ok(items.into_iter().filter_map(Leaf::into_value).collect())
}

/// The names of all fields, wherever they belong.
pub(super) const FIELDS: &[&str] = &[
    "format",
    "id",
    "title",
    "original",
    "reading",
    "country",
    "issuer",
    "edition",
    "adopted",
    "status",
    "as_of",
    "summary",
    "details",
    "why",
    "language",
    "goals",
    "pillars",
    "actors",
    "timeline",
    "threats",
    "assets",
    "principles",
    "instruments",
    "claims",
    "terms",
    "sources",
    "briefing",
    "synonyms",
    "across",
    "name",
    "aliases",
    "topics",
    "links",
    "caveats",
    "note",
    "minutes",
    "cards",
    "unverified",
    "keywords",
    "short",
    "themes",
    "voice",
    "by",
    "objectives",
    "role",
    "active",
    "date",
    "until",
    "weight",
    "about",
    "publisher",
    "url",
    "tier",
    "verb",
    "to",
    "editorial",
    "model",
    "pairs",
    "ours",
    "theirs",
    "says",
    "what",
    "because",
    "their_sources",
    "text",
    "ask",
    "answer",
    "wrong",
    "first",
    "from",
    "entry",
    "step",
    "hide",
    "on",
];

/// A whole file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "model")]
pub(super) struct Draft {
    pub(super) format: Option<Leaf<i64>>,
    pub(super) id: Option<Text>,
    pub(super) title: Option<Text>,
    pub(super) original: Option<Text>,
    pub(super) reading: Option<Text>,
    pub(super) country: Option<Text>,
    pub(super) issuer: Option<Text>,
    pub(super) edition: Option<Text>,
    pub(super) adopted: Option<Leaf<DateText>>,
    pub(super) status: Option<Leaf<StatusDraft>>,
    pub(super) as_of: Option<Leaf<DateText>>,
    pub(super) summary: Option<Text>,
    pub(super) details: Vec<Text>,
    pub(super) why: Option<Text>,
    pub(super) language: Option<Text>,
    pub(super) goals: Vec<Leaf<EntryDraft>>,
    pub(super) pillars: Vec<Leaf<EntryDraft>>,
    pub(super) actors: Vec<Leaf<EntryDraft>>,
    pub(super) timeline: Vec<Leaf<EntryDraft>>,
    pub(super) threats: Vec<Leaf<EntryDraft>>,
    pub(super) assets: Vec<Leaf<EntryDraft>>,
    pub(super) principles: Vec<Leaf<EntryDraft>>,
    pub(super) instruments: Vec<Leaf<EntryDraft>>,
    pub(super) claims: Vec<Leaf<EntryDraft>>,
    pub(super) terms: Vec<Leaf<EntryDraft>>,
    pub(super) sources: Vec<Leaf<EntryDraft>>,
    #[serde(deserialize_with = "each")]
    pub(super) briefing: Vec<StepDraft>,
    #[serde(deserialize_with = "each")]
    pub(super) synonyms: Vec<SynonymDraft>,
    #[serde(deserialize_with = "each")]
    pub(super) across: Vec<AcrossDraft>,
}

impl Draft {
    /// The lists of entries, each with the kind it holds.
    pub(super) fn sections(&self) -> [(Kind, &[Leaf<EntryDraft>]); 11] {
        [
            (Kind::Goal, &self.goals),
            (Kind::Pillar, &self.pillars),
            (Kind::Actor, &self.actors),
            (Kind::Event, &self.timeline),
            (Kind::Threat, &self.threats),
            (Kind::Asset, &self.assets),
            (Kind::Principle, &self.principles),
            (Kind::Instrument, &self.instruments),
            (Kind::Claim, &self.claims),
            (Kind::Term, &self.terms),
            (Kind::Source, &self.sources),
        ]
    }
}

/// The fields of every kind together; which of them a kind has is checked later, so that one list
/// serves all and a misplaced field can be explained.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "entry")]
pub(super) struct EntryDraft {
    pub(super) id: Option<Text>,
    pub(super) name: Option<Text>,
    pub(super) original: Option<Text>,
    pub(super) reading: Option<Text>,
    pub(super) aliases: Vec<Text>,
    pub(super) summary: Option<Text>,
    pub(super) details: Vec<Text>,
    pub(super) topics: Vec<Text>,
    #[serde(deserialize_with = "each")]
    pub(super) links: Vec<LinkDraft>,
    #[serde(deserialize_with = "each")]
    pub(super) sources: Vec<CiteDraft>,
    #[serde(deserialize_with = "each")]
    pub(super) caveats: Vec<CaveatDraft>,
    pub(super) note: Option<Text>,
    pub(super) minutes: Option<Leaf<i64>>,
    #[serde(deserialize_with = "each")]
    pub(super) cards: Vec<CardDraft>,
    pub(super) unverified: Option<Leaf<bool>>,
    pub(super) keywords: Vec<Text>,
    pub(super) short: Option<Text>,
    pub(super) language: Option<Text>,
    pub(super) themes: Vec<Text>,
    pub(super) voice: Option<Leaf<Voice>>,
    pub(super) by: Option<Text>,
    pub(super) objectives: Vec<Leaf<Self>>,
    pub(super) role: Option<Leaf<Role>>,
    pub(super) active: Option<Leaf<PeriodDraft>>,
    pub(super) date: Option<Leaf<DateText>>,
    pub(super) until: Option<Leaf<DateText>>,
    pub(super) weight: Option<Leaf<Weight>>,
    pub(super) status: Option<Leaf<EventStatus>>,
    pub(super) about: Vec<Text>,
    pub(super) publisher: Option<Text>,
    pub(super) url: Option<Text>,
    pub(super) tier: Option<Leaf<Tier>>,
}

/// A link.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "link")]
pub(super) struct LinkDraft {
    pub(super) verb: Option<Leaf<Verb>>,
    pub(super) to: Option<Text>,
    #[serde(deserialize_with = "each")]
    pub(super) sources: Vec<CiteDraft>,
    pub(super) active: Option<Leaf<PeriodDraft>>,
    pub(super) editorial: Option<Leaf<bool>>,
}

/// What readers type, and what the model says.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "synonym")]
pub(super) struct SynonymDraft(pub(super) Text, pub(super) Text);

/// How entries stand to those of another edition.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "across")]
pub(super) struct AcrossDraft {
    pub(super) model: Option<Text>,
    #[serde(deserialize_with = "each")]
    pub(super) pairs: Vec<PairDraft>,
}

/// One of them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "pair")]
pub(super) struct PairDraft {
    pub(super) ours: Option<Text>,
    pub(super) theirs: Option<Text>,
    pub(super) says: Option<Leaf<Change>>,
    pub(super) what: Option<Text>,
    pub(super) because: Option<Text>,
    #[serde(deserialize_with = "each")]
    pub(super) sources: Vec<CiteDraft>,
    #[serde(deserialize_with = "each")]
    pub(super) their_sources: Vec<CiteDraft>,
}

/// A source and the place in it, which may be left out.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "cite")]
pub(super) struct CiteDraft(pub(super) Text, #[serde(default)] pub(super) Option<Text>);

/// A caveat.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "caveat")]
pub(super) struct CaveatDraft {
    pub(super) text: Option<Text>,
    #[serde(deserialize_with = "each")]
    pub(super) sources: Vec<CiteDraft>,
    pub(super) editorial: Option<Leaf<bool>>,
}

/// A question of the author's own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "card")]
pub(super) struct CardDraft {
    pub(super) ask: Option<Text>,
    pub(super) answer: Option<Text>,
    pub(super) wrong: Vec<Text>,
    pub(super) first: Option<Leaf<i64>>,
}

/// From one date to another.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "active")]
pub(super) struct PeriodDraft {
    pub(super) from: Option<Leaf<DateText>>,
    pub(super) to: Option<Leaf<DateText>>,
}

/// A step of the briefing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "step")]
pub(super) struct StepDraft {
    pub(super) entry: Option<Text>,
    pub(super) step: Option<Leaf<MadeStep>>,
    pub(super) minutes: Option<Leaf<TimeText>>,
    pub(super) note: Option<Text>,
    pub(super) hide: Option<Leaf<bool>>,
}

/// Whether the strategy is in force.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "status")]
pub(super) enum StatusDraft {
    Draft,
    InForce,
    Superseded {
        by: Text,
        #[serde(default)]
        on: Option<Leaf<DateText>>,
        #[serde(default)]
        model: Option<Text>,
    },
}

impl<'de> Deserialize<'de> for TimeText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TimeVisitor)
    }
}

struct TimeVisitor;

impl Visitor<'_> for TimeVisitor {
    type Value = TimeText;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("minutes as `3`, or a time as `\"1m30s\"`")
    }

    fn visit_u64<E: Error>(self, minutes: u64) -> Result<TimeText, E> {
        Ok(TimeText(minutes.to_string()))
    }

    fn visit_i64<E: Error>(self, minutes: i64) -> Result<TimeText, E> {
        Ok(TimeText(minutes.to_string()))
    }

    fn visit_f64<E: Error>(self, minutes: f64) -> Result<TimeText, E> {
        Ok(TimeText(minutes.to_string()))
    }

    fn visit_str<E: Error>(self, time: &str) -> Result<TimeText, E> {
        Ok(TimeText(time.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde::de::value::Error as ValueError;
    use serde::forward_to_deserialize_any;

    use super::*;

    /// Answers with the names of the fields that a struct asks for.
    struct Asked;

    impl<'de> Deserializer<'de> for Asked {
        type Error = ValueError;

        fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, ValueError> {
            Err(ValueError::custom(""))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _name: &'static str,
            fields: &'static [&'static str],
            _visitor: V,
        ) -> Result<V::Value, ValueError> {
            Err(ValueError::custom(fields.join(" ")))
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
            option unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier
            ignored_any
        }
    }

    fn of<T: for<'de> Deserialize<'de>>() -> String {
        T::deserialize(Asked)
            .err()
            .map_or_else(String::new, |asked| asked.to_string())
    }

    #[test]
    fn the_list_of_fields_is_that_of_the_structs() {
        let structs = [
            of::<Draft>(),
            of::<EntryDraft>(),
            of::<LinkDraft>(),
            of::<AcrossDraft>(),
            of::<PairDraft>(),
            of::<CaveatDraft>(),
            of::<CardDraft>(),
            of::<PeriodDraft>(),
            of::<StepDraft>(),
            // Of `Superseded`.
            "by on model".to_owned(),
        ];
        let found: BTreeSet<&str> = structs.iter().flat_map(|each| each.split(' ')).collect();
        assert_eq!(found, FIELDS.iter().copied().collect());
        assert_eq!(found.len(), FIELDS.len(), "one is named twice");
    }
}
