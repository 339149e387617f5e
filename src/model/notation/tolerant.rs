//! Reads structs from a tree, reports each value that does not fit, and goes on with the next.
//!
//! It asks of a value what `ron` asks, by the same derived code, so that what one accepts the other
//! does. A [`Leaf`](super::Leaf) whose value is refused is empty, and what is around it stays. Where a struct
//! cannot do without a value, the field or item is left out and everything is read again.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use ron::error::Error as RonError;
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::dialect::options;
use super::fields;
use super::lost::Lost;
use super::placed::{LEAF, SPANNED};
use super::tree::{Field, Group, Node, Value, found, tree};
use crate::model::Problem;
use crate::model::words::{NOTHING, quoted};

/// How often a text is read again without a value that a struct needs.
const ROUNDS: usize = 64;

/// The most problems told of one file.
const MOST: usize = 10_000;

/// A text read as far as it goes.
#[derive(Debug)]
pub(in crate::model) struct Reading<T> {
    /// What it holds; `None` where nothing could be made of it.
    pub(in crate::model) value: Option<T>,
    /// What is wrong with it.
    pub(in crate::model) problems: Vec<Problem>,
    /// What was left out.
    pub(in crate::model) lost: Lost,
    /// Whether it ends in the middle, so that what is missing may be there all the same.
    pub(in crate::model) is_cut: bool,
}

/// Reads a text, whatever is wrong with it.
pub(in crate::model) fn read_tolerantly<T: DeserializeOwned>(text: &str) -> Reading<T> {
    let tree = tree(text);
    let mut problems = tree.faults;
    let mut left_out = HashSet::new();
    for _ in 0..ROUNDS {
        let reader = Reader {
            text,
            left_out: &left_out,
            problems: RefCell::default(),
            lost: RefCell::default(),
            refused: RefCell::default(),
        };
        let value = T::deserialize(At {
            reader: &reader,
            node: &tree.root,
        });
        let found = reader.problems.into_inner();
        let refused = reader.refused.into_inner();
        if let (Err(_), Some(refused)) = (&value, refused) {
            // Read again, the rest is told of again.
            problems.extend(
                found.into_iter().filter(|each| {
                    refused.start <= each.span.start && each.span.end <= refused.end
                }),
            );
            if left_out.insert(refused.start) {
                continue;
            }
            break;
        }
        problems.extend(found);
        return Reading {
            value: value.ok(),
            problems,
            lost: reader.lost.into_inner(),
            is_cut: tree.is_cut,
        };
    }
    Reading {
        value: None,
        problems,
        lost: Lost::default(),
        is_cut: tree.is_cut,
    }
}

/// What a walk over the tree finds.
struct Reader<'a> {
    text: &'a str,
    /// Where fields and items begin that are passed over.
    left_out: &'a HashSet<usize>,
    problems: RefCell<Vec<Problem>>,
    lost: RefCell<Lost>,
    /// The innermost field or item for which reading had to stop.
    refused: RefCell<Option<Range<usize>>>,
}

/// A value of the tree that is read.
#[derive(Clone, Copy)]
struct At<'r> {
    reader: &'r Reader<'r>,
    node: &'r Node,
}

/// Why a value is refused.
#[derive(Debug)]
enum Refused {
    /// It is told of already.
    Told,
    /// There is no such word.
    Word(String, &'static [&'static str]),
    /// A field is missing.
    Missing(&'static str),
    /// There are only so many values.
    Length(usize),
    /// What is wrong, and what to do.
    Said(String, Option<String>),
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, out)
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Said(quoted(&message.to_string()), None)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_value(found, expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Str(_) => "a text".to_owned(),
            Unexpected::Seq => "a list".to_owned(),
            Unexpected::Map | Unexpected::Unit => "`(`".to_owned(),
            Unexpected::Signed(number) => format!("the number `{number}`"),
            Unexpected::Unsigned(number) => format!("the number `{number}`"),
            Unexpected::Other(other) => other.to_owned(),
            other => quoted(&other.to_string()),
        };
        Self::Said(format!("expected {expected}, found {found}"), None)
    }

    fn invalid_length(found: usize, _expected: &dyn Expected) -> Self {
        Self::Length(found)
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Self::Word(found.to_owned(), expected)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }
}

type Read<T> = Result<T, Refused>;

impl<'r> Reader<'r> {
    fn tell(&self, problem: Problem) -> Refused {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MOST {
            problems.push(problem);
        }
        Refused::Told
    }

    fn part(&self, span: &Range<usize>) -> &'r str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// Notes the field or item for which reading has to stop, unless one inside it was.
    fn stop(&self, at: &Range<usize>) {
        self.refused.borrow_mut().get_or_insert_with(|| at.clone());
    }

    /// Keeps in mind which entries were refused with a value.
    fn lose(&self, node: &Node) {
        match &node.value {
            Value::List(items) => items.iter().for_each(|item| self.lose(item)),
            Value::Group(group) => {
                group.items.iter().for_each(|item| self.lose(item));
                for field in &group.fields {
                    let value = self.part(&field.value.span);
                    if self.part(&field.name) == "id" {
                        let id = value.trim_matches('"').to_owned();
                        self.lost.borrow_mut().ids.insert(id);
                    }
                    self.lose(&field.value);
                }
            }
            _ => {}
        }
    }
}

impl<'r> At<'r> {
    const fn to(self, node: &'r Node) -> Self {
        Self {
            reader: self.reader,
            node,
        }
    }

    fn raw(self) -> &'r str {
        self.reader.part(&self.node.span)
    }

    /// What it is, in words.
    fn found(self) -> String {
        match &self.node.value {
            Value::Text | Value::Lost => "a text".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
            Value::Group(Group { name: None, .. }) => "`(`".to_owned(),
            Value::Group(_) | Value::Word => found(self.reader.part(&self.node.head())),
            Value::Nothing if self.node.span.is_empty() => "the end of the file".to_owned(),
            Value::Nothing => found(self.raw()),
        }
    }

    /// Refuses the value.
    fn refuse(self, message: String, help: Option<String>) -> Refused {
        if self.node.is_lost() {
            return Refused::Told;
        }
        let span = self.node.head();
        if NOTHING.contains(&self.raw()) {
            let message = format!("`{}` is no value of a model", self.raw());
            let problem = Problem::error(span, message).help("leave the field out");
            return self.reader.tell(problem);
        }
        let problem = Problem::error(span, message);
        self.reader.tell(match help {
            Some(help) => problem.help(help),
            None => problem,
        })
    }

    fn expected(self, what: &str, help: Option<&str>) -> Refused {
        let message = format!("expected {what}, found {}", self.found());
        self.refuse(message, help.map(str::to_owned))
    }

    /// A refusal that is told, of a word of the kind `what`.
    fn told<T>(self, read: Read<T>, what: &str) -> Read<T> {
        read.map_err(|refused| match refused {
            Refused::Told => Refused::Told,
            Refused::Word(word, expected) => {
                let what = what.to_lowercase();
                let help = fields::word_help(&what, &word, expected);
                self.refuse(
                    format!("there is no {what} `{}`", quoted(&word)),
                    Some(help),
                )
            }
            Refused::Missing(field) => {
                let at = self.node.tail();
                self.reader.tell(fields::missing(at, field, what))
            }
            Refused::Length(found) => self
                .reader
                .tell(wrong_length(self.node.tail(), what, found)),
            Refused::Said(message, help) => self.refuse(message, help),
        })
    }

    /// The text in its quotes, escapes resolved.
    fn text(self, what: &str) -> Read<String> {
        let raw = self.raw();
        if !matches!(self.node.value, Value::Text) {
            let help = match self.node.value {
                Value::Word => format!("put it in quotes: `\"{}\"`", quoted(raw)),
                _ => "a text is written `\"...\"`".to_owned(),
            };
            return Err(self.expected(what, Some(&help)));
        }
        let plain = raw
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .filter(|text| !text.contains('\\'));
        if let Some(plain) = plain {
            return Ok(plain.to_owned());
        }
        options().from_str(raw).map_err(|error| match error.code {
            RonError::InvalidEscape(_) => self.refuse(
                "there is no such escape in a text".to_owned(),
                Some(
                    "a backslash is written `\\\\`, a quote `\\\"`, any character `\\u{e9}`"
                        .to_owned(),
                ),
            ),
            _ => self.expected(what, Some("a text is written `\"...\"`")),
        })
    }

    fn number<T: DeserializeOwned>(self) -> Read<T> {
        let raw = self.raw();
        if matches!(self.node.value, Value::Word) {
            match options().from_str(raw) {
                Ok(number) => return Ok(number),
                Err(error) if error.code == RonError::IntegerOutOfBounds => {
                    return Err(self.refuse("this number is too large".to_owned(), None));
                }
                Err(_) => {}
            }
        }
        let digits = raw.trim_matches('"');
        let help = if digits.len() < raw.len() && digits.parse::<i64>().is_ok() {
            format!("leave out the quotes: `{digits}`")
        } else {
            "write it in digits, such as `3`".to_owned()
        };
        Err(self.expected("a whole number", Some(&help)))
    }

    /// How to make a list or a map of what is none.
    fn wrapped(self, open: char, close: char) -> Option<String> {
        match self.node.value {
            Value::Text | Value::Word | Value::Group(_) => {
                Some(format!("put it in brackets: `{open}...{close}`"))
            }
            _ => None,
        }
    }

    /// The brackets of a struct or tuple that may bear its name.
    fn group(self, name: &str) -> Read<&'r Group> {
        match &self.node.value {
            Value::Group(group)
                if group
                    .name
                    .as_ref()
                    .is_none_or(|span| self.reader.part(span) == name) =>
            {
                Ok(group)
            }
            _ => {
                let help = match (name, &self.node.value) {
                    ("cite", Value::Text) => format!("write `({}, \"\")`", quoted(self.raw())),
                    ("active", _) => "write `(from: \"2015\", to: \"2021\")`".to_owned(),
                    (_, Value::Text) => match fields::first(name) {
                        Some(field) => format!("write `({field}: {})`", quoted(self.raw())),
                        None => "write it in round brackets: `(...)`".to_owned(),
                    },
                    _ => "write it in round brackets: `(...)`".to_owned(),
                };
                Err(self.expected("`(`", Some(&help)))
            }
        }
    }

    fn fields<'de, V: Visitor<'de>>(
        self,
        holder: &'static str,
        names: &'static [&'static str],
        group: &'r Group,
        visitor: V,
    ) -> Read<V::Value> {
        for item in &group.items {
            self.reader.lose(item);
            let item = self.to(item);
            let comma = (item.raw() == ",").then(|| "take it out".to_owned());
            let first = fields::first(holder).filter(|_| matches!(item.node.value, Value::Text));
            if let Some(field) = first {
                let misnamed = (self.node.span.clone(), field);
                self.reader.lost.borrow_mut().misnamed.push(misnamed);
            }
            let remedy = first.map(|field| format!("write `{field}: {}`", quoted(item.raw())));
            item.expected("the name of a field", comma.or(remedy).as_deref());
        }
        let mut fields = Fields {
            at: self,
            holder,
            names,
            left: group.fields.iter(),
            seen: HashSet::new(),
            value: None,
        };
        let read = visitor.visit_map(&mut fields);
        let seen = fields.seen;
        match read {
            // What stands there under another name, or was refused, is told of.
            Err(Refused::Missing(field)) if seen.contains(field) => Err(Refused::Told),
            read => self.told(read, holder),
        }
    }

    fn items<'de, V: Visitor<'de>>(
        self,
        holder: &'static str,
        group: &'r Group,
        visitor: V,
    ) -> Read<V::Value> {
        for field in &group.fields {
            let name = quoted(self.reader.part(&field.name));
            let message = format!("expected a value, found the field `{name}`");
            let problem = Problem::error(field.name.clone(), message);
            self.reader
                .tell(problem.help("leave out the name and the colon"));
        }
        let mut items = Items {
            at: self,
            left: group.items.iter(),
            may_go: false,
        };
        let read = visitor.visit_seq(&mut items);
        if read.is_ok()
            && let Some(more) = items.left.next()
        {
            let help = "there are more values in these brackets than belong there";
            return Err(self.to(more).expected("`)`", Some(help)));
        }
        self.told(read, holder)
    }
}

/// A pair that has not two values.
fn wrong_length(span: Range<usize>, holder: &str, count: usize) -> Problem {
    let (what, help) = match holder {
        "cite" => (
            "a source and the place in it",
            "write `(\"source\", \"p. 1\")`",
        ),
        "synonym" => (
            "what readers type and what the model says",
            "write `(\"boss\", \"heads\")`",
        ),
        _ => ("another number of values", "add or take out what is wrong"),
    };
    let message = match count {
        1 => format!("expected {what}, found 1 value"),
        _ => format!("expected {what}, found {count} values"),
    };
    Problem::error(span, message).help(help)
}

macro_rules! numbers {
    ($($method:ident $visit:ident $number:ty,)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
                visitor.$visit(self.number::<$number>()?)
            }
        )*
    };
}

/// What to write for a word of a closed vocabulary that stands in quotes: `In force` is `InForce`.
fn without_quotes(what: &str, word: &str, variants: &'static [&'static str]) -> String {
    let plain: String = word.chars().filter(|each| each.is_alphanumeric()).collect();
    let known = variants
        .iter()
        .find(|each| each.eq_ignore_ascii_case(&plain));
    match known {
        Some(known) => format!("write it without quotes: `{known}`"),
        None if word.contains(' ') => fields::word_help(what, word, variants),
        None => format!("write it without quotes: `{word}`"),
    }
}

impl<'de> Deserializer<'de> for At<'_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let raw = self.raw();
        let read = match &self.node.value {
            Value::Text => visitor.visit_string(self.text("a text")?),
            Value::List(_) => return self.deserialize_seq(visitor),
            Value::Map(_) => return self.deserialize_map(visitor),
            Value::Word => {
                if let Ok(number) = options().from_str::<i64>(raw) {
                    visitor.visit_i64(number)
                } else if let Ok(number) = options().from_str::<f64>(raw) {
                    visitor.visit_f64(number)
                } else if let Ok(answer) = raw.parse() {
                    visitor.visit_bool(answer)
                } else {
                    Err(de::Error::invalid_type(
                        Unexpected::Other(&self.found()),
                        &visitor,
                    ))
                }
            }
            Value::Group(group) if group.items.is_empty() && !group.fields.is_empty() => visitor
                .visit_map(&mut Fields {
                    at: self,
                    holder: "",
                    names: &[],
                    left: group.fields.iter(),
                    seen: HashSet::new(),
                    value: None,
                }),
            Value::Group(_) | Value::Nothing | Value::Lost => Err(de::Error::invalid_type(
                Unexpected::Other(&self.found()),
                &visitor,
            )),
        };
        self.told(read, "value")
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.raw() {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(self.expected(
                "`true` or `false`",
                Some("write one of the two, without quotes"),
            )),
        }
    }

    numbers! {
        deserialize_i8 visit_i8 i8,
        deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32,
        deserialize_i64 visit_i64 i64,
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
        deserialize_f32 visit_f32 f32,
        deserialize_f64 visit_f64 f64,
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let read = visitor.visit_string(self.text("a text")?);
        self.told(read, "text")
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match &self.node.value {
            Value::Word if self.raw() == "None" => visitor.visit_none(),
            Value::Group(Group {
                name: Some(name),
                fields,
                items,
            }) if self.reader.part(name) == "Some" && fields.is_empty() => match items.as_slice() {
                [item] => visitor.visit_some(self.to(item)),
                _ => Err(self.refuse(
                    "`Some` holds one value".to_owned(),
                    Some("leave `Some` out".to_owned()),
                )),
            },
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Read<V::Value> {
        match name {
            LEAF | SPANNED => visitor.visit_seq(Placed {
                at: self,
                step: 0,
                is_leaf: name == LEAF,
            }),
            "date" if !matches!(self.node.value, Value::Text) => Err(self.no_date()),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let left = if let Value::List(items) = &self.node.value {
            items.iter()
        } else {
            self.expected("a list", self.wrapped('[', ']').as_deref());
            self.reader.lose(self.node);
            [].iter()
        };
        visitor.visit_seq(&mut Items {
            at: self,
            left,
            may_go: true,
        })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Read<V::Value> {
        self.items("tuple", self.group("")?, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _length: usize,
        visitor: V,
    ) -> Read<V::Value> {
        self.items(name, self.group(name)?, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let left = if let Value::Map(entries) = &self.node.value {
            entries.iter()
        } else {
            self.expected("a map", self.wrapped('{', '}').as_deref());
            [].iter()
        };
        let value = None;
        let read = visitor.visit_map(&mut Pairs {
            at: self,
            left,
            value,
        });
        self.told(read, "map")
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.fields(name, names, self.group(name)?, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let what = name.to_lowercase();
        let group = match &self.node.value {
            Value::Word => None,
            Value::Group(group) if group.name.is_some() => Some(group),
            Value::Text => {
                let word = quoted(self.raw().trim_matches('"'));
                let help = without_quotes(&what, &word, variants);
                return Err(self.expected(&format!("a {what}"), Some(&help)));
            }
            _ => {
                let help = "a word stands alone here, without quotes or brackets";
                return Err(self.expected(&format!("a {what}"), Some(help)));
            }
        };
        let read = visitor.visit_enum(Variant {
            at: self,
            what: name,
            group,
        });
        self.told(read, name)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_str(self.reader.part(&self.node.head()))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { char bytes byte_buf unit unit_struct }
}

impl At<'_> {
    fn no_date(self) -> Refused {
        let date = self.raw().parse::<crate::date::Date>();
        let help = match date {
            Ok(date) => format!("put it in quotes: `\"{}\"`", date.iso()),
            Err(_) => "write `\"2021\"`, `\"2021-09\"` or `\"2021-09-28\"`".to_owned(),
        };
        self.expected("a date in quotes", Some(&help))
    }
}

/// A value with its place: start, end, and the value itself.
struct Placed<'r> {
    at: At<'r>,
    step: u8,
    is_leaf: bool,
}

impl<'de> SeqAccess<'de> for Placed<'_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        self.step += 1;
        let span = &self.at.node.span;
        match self.step {
            1 => seed.deserialize(span.start.into_deserializer()).map(Some),
            2 => seed.deserialize(span.end.into_deserializer()).map(Some),
            _ => match seed.deserialize(self.at) {
                Err(_) if self.is_leaf => {
                    self.at.reader.refused.take();
                    self.at.reader.lose(self.at.node);
                    Ok(None)
                }
                read => read.map(Some),
            },
        }
    }
}

/// The items of a list, or of a tuple, of which none may go.
struct Items<'r> {
    at: At<'r>,
    left: std::slice::Iter<'r, Node>,
    may_go: bool,
}

impl<'de> SeqAccess<'de> for &mut Items<'_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        let reader = self.at.reader;
        let may_go = self.may_go;
        let next = self
            .left
            .find(|item| !may_go || !reader.left_out.contains(&item.span.start));
        let Some(item) = next else {
            return Ok(None);
        };
        let read = seed.deserialize(self.at.to(item));
        if read.is_err() && may_go {
            reader.stop(&item.span);
        }
        read.map(Some)
    }
}

/// The entries of a map.
struct Pairs<'r> {
    at: At<'r>,
    left: std::slice::Iter<'r, (Node, Node)>,
    value: Option<&'r (Node, Node)>,
}

impl<'r> Pairs<'r> {
    fn read<T>(&self, pair: &'r (Node, Node), read: Read<T>) -> Read<T> {
        if read.is_err() {
            self.at.reader.stop(&(pair.0.span.start..pair.1.span.end));
        }
        read
    }
}

impl<'de> MapAccess<'de> for &mut Pairs<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        let reader = self.at.reader;
        let next = self
            .left
            .find(|(key, _)| !reader.left_out.contains(&key.span.start));
        self.value = next;
        let Some(pair) = next else {
            return Ok(None);
        };
        self.read(pair, seed.deserialize(self.at.to(&pair.0)))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<S::Value> {
        let pair = self.value.ok_or(Refused::Told)?;
        self.read(pair, seed.deserialize(self.at.to(&pair.1)))
    }
}

/// The fields of a struct; those that it does not have are told of and passed over.
struct Fields<'r> {
    at: At<'r>,
    holder: &'static str,
    names: &'static [&'static str],
    left: std::slice::Iter<'r, Field>,
    /// The names that were given, and those that were meant by others.
    seen: HashSet<&'r str>,
    value: Option<&'r Field>,
}

impl<'r> Fields<'r> {
    /// The next field that the struct has.
    fn next(&mut self) -> Option<(&'r str, &'r Field)> {
        let reader = self.at.reader;
        loop {
            let field = self.left.next()?;
            let span = field.name.clone();
            let mut name = reader.part(&span);
            if name.starts_with('"') {
                let message = format!("expected the name of a field, found {name}");
                name = name.trim_matches('"');
                let help = format!("leave out the quotes: `{}`", quoted(name));
                reader.tell(Problem::error(span.clone(), quoted(&message)).help(help));
            }
            let name = name.strip_prefix("r#").unwrap_or(name);
            if !self.names.is_empty() && !self.names.contains(&name) {
                reader.tell(fields::unknown(span, self.names, name, self.holder));
                if let Some(meant) = fields::meant(name, self.names) {
                    self.seen.insert(meant);
                    let holder = self.at.node.span.clone();
                    reader.lost.borrow_mut().misnamed.push((holder, meant));
                }
                reader.lose(&field.value);
            } else if !self.seen.insert(name) {
                let message = format!("the field `{}` is given twice", quoted(name));
                let help = "join the two, or take one of them out";
                reader.tell(Problem::error(span, message).help(help));
                reader.lose(&field.value);
            } else if !reader.left_out.contains(&span.start) {
                return Some((name, field));
            }
        }
    }
}

impl<'de> MapAccess<'de> for &mut Fields<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        let Some((name, field)) = self.next() else {
            return Ok(None);
        };
        self.value = Some(field);
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<S::Value> {
        let field = self.value.ok_or(Refused::Told)?;
        let read = seed.deserialize(self.at.to(&field.value));
        if read.is_err() {
            let whole = field.name.start..field.value.span.end;
            self.at.reader.stop(&whole);
        }
        read
    }
}

/// A word of a closed vocabulary, alone or with values in brackets behind it.
struct Variant<'r> {
    at: At<'r>,
    what: &'static str,
    group: Option<&'r Group>,
}

impl<'r> Variant<'r> {
    fn word(&self) -> &'r str {
        self.at.reader.part(&self.at.node.head())
    }

    fn said<T>(message: String, help: String) -> Read<T> {
        Err(Refused::Said(message, Some(help)))
    }
}

impl<'de, 'r> EnumAccess<'de> for Variant<'r> {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Read<(S::Value, Self)> {
        let word: StrDeserializer<'r, Refused> = StrDeserializer::new(self.word());
        Ok((seed.deserialize(word)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Refused;

    fn unit_variant(self) -> Read<()> {
        match self.group {
            None => Ok(()),
            Some(_) => Self::said(
                format!("this {} stands alone", self.what.to_lowercase()),
                format!("leave out what follows `{}`", quoted(self.word())),
            ),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Read<S::Value> {
        match self.group.map(|group| group.items.as_slice()) {
            Some([item]) => seed.deserialize(self.at.to(item)),
            _ => Self::said(
                format!("`{}` holds one value", quoted(self.word())),
                format!("write `{}(...)`", quoted(self.word())),
            ),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Read<V::Value> {
        match self.group {
            Some(group) if group.items.len() == length && group.fields.is_empty() => {
                self.at.items(self.what, group, visitor)
            }
            _ => Self::said(
                format!(
                    "the {} `{}` has two phrases",
                    self.what.to_lowercase(),
                    self.word()
                ),
                format!(
                    "write `{}(\"verb phrase\", \"inverse phrase\")`",
                    self.word()
                ),
            ),
        }
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        match self.group {
            Some(group) => self.at.fields(self.what, names, group, visitor),
            None => Self::said(
                format!("`{}` does not say by what", self.word()),
                format!("write `{}(by: \"...\", on: \"...\")`", self.word()),
            ),
        }
    }
}
