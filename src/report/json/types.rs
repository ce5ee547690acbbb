//! What a claim looks like in JSON, field by field as `docs/schema` describes.

use serde::{Deserialize, Serialize};

use super::Number;

/// A claim as one JSON object.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// `c_` and 16 hex digits: a stable hash of `doc`, `in` and span.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// The article's name.
    pub doc: String,
    /// `title` or `text`.
    #[serde(rename = "in")]
    pub field: String,
    /// headline, body, caption, embedded, furniture.
    pub zone: String,
    /// The fact, once grouped.
    #[serde(default)]
    pub fact: Option<String>,
    /// The origin of its article, once known.
    #[serde(default)]
    pub origin: Option<String>,
    /// count, number, money …
    pub kind: String,
    /// From the hedge through the head noun.
    pub text: String,
    /// Where it stands.
    pub span: Position,
    /// The number.
    #[serde(default)]
    pub value: Option<Value>,
    /// The number in the unit of its fact, where it is printed in another: what is compared with figures in that unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub converted: Option<Value>,
    /// The date.
    #[serde(default)]
    pub date: Option<Date>,
    /// What is counted.
    #[serde(default)]
    pub counted: Option<Counted>,
    /// What happened.
    #[serde(default)]
    pub event: Option<Event>,
    /// Who did it.
    #[serde(default)]
    pub actor: Option<String>,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// When the figure held.
    #[serde(default)]
    pub as_of: Option<AsOf>,
    /// total, standing, part, increment, change, rate, unknown.
    pub accumulation: String,
    /// What narrows the count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Who says so, nearest first.
    pub attribution: Vec<Attribution>,
    /// The words and their neighbours.
    pub quote: Quote,
    /// Its sentence, where evidence is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// Where each field comes from, where evidence is kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// Where a field comes from: the words and the rule that read them; without words, why it could not be told.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The field.
    pub field: String,
    /// The words that gave it.
    pub words: Option<String>,
    /// The rule that read them.
    pub rule: String,
}

/// Where a claim stands: bytes of its field, line and column from 1.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// Its first byte in the field.
    pub start: u32,
    /// The byte behind its last.
    pub end: u32,
    /// The line, from 1.
    pub line: u32,
    /// The character on that line, from 1.
    pub column: u32,
}

/// A figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Value {
    /// The figures as printed, scaled, in their order.
    pub stated: Vec<Number>,
    /// The lowest figure as reported; null where none is.
    pub low: Option<Number>,
    /// The figure itself; null for a range and for "more than".
    pub best: Option<Number>,
    /// The highest figure as reported; null where none is.
    pub high: Option<Number>,
    /// What kind of figure it is.
    pub bound: String,
    /// Whether words such as "about" or "nearly" stand with it.
    pub approximate: bool,
    /// The values that it can stand for: what is compared.
    pub interval: Interval,
    /// Which way it changed: "up 5 %".
    pub direction: Option<String>,
    /// ISO 4217 for money, `percent`, a symbol for a measure; null for counts.
    pub unit: Option<String>,
    /// For each what: day, share, barrel.
    pub per: Option<String>,
}

/// The values that a figure can stand for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The lower end; null where there is none.
    pub low: Option<Number>,
    /// The upper end; null where there is none.
    pub high: Option<Number>,
    /// Whether the lower end itself is outside.
    pub low_open: bool,
    /// Whether the upper end itself is outside.
    pub high_open: bool,
}

/// A date.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Date {
    /// The first day; null where nothing says from which day to count.
    pub start: Option<String>,
    /// The last day, included.
    pub end: Option<String>,
    /// How exact it is written.
    pub grain: Option<String>,
    /// Its TIMEX3 value.
    pub timex: String,
    /// Its TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    /// The day from which it is counted.
    pub anchor: Option<String>,
    /// The other day, where nothing tells day from month in figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swapped: Option<String>,
}

/// What is counted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counted {
    /// The noun, singular and in small letters.
    pub head: String,
    /// The words without the number.
    pub phrase: String,
    /// What kind of thing it is.
    pub measure: Option<String>,
}

/// What happened.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// The verb.
    pub verb: String,
    /// Whether it happened.
    pub status: String,
}

/// When a figure held.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AsOf {
    /// The first day.
    pub start: String,
    /// The last day, included.
    pub end: String,
    /// How that is known.
    pub basis: String,
}

/// Who says so.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// Who.
    pub source: String,
    /// The words that tell: said, according to.
    pub cue: String,
}

/// A quotation that can be found again: exact words and their neighbours.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
}
