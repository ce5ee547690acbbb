//! What a claim looks like in JSON, field by field as `docs/schema` describes.

use serde::{Deserialize, Serialize};

use super::Number;

/// A claim as one JSON object.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    /// total, standing, part, increment, rate, unknown.
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
#[expect(missing_docs, reason = "the line above describes each")]
pub struct Evidence {
    pub field: String,
    pub words: Option<String>,
    pub rule: String,
}

/// Where a claim stands: bytes of its field, line and column from 1.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Position {
    pub start: u32,
    pub end: u32,
    pub line: u32,
    pub column: u32,
}

/// A figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Value {
    pub stated: Vec<Number>,
    pub low: Option<Number>,
    pub best: Option<Number>,
    pub high: Option<Number>,
    pub bound: String,
    pub approximate: bool,
    pub interval: Interval,
    pub direction: Option<String>,
    pub unit: Option<String>,
    pub per: Option<String>,
}

/// The values that a figure can stand for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Interval {
    pub low: Option<Number>,
    pub high: Option<Number>,
    pub low_open: bool,
    pub high_open: bool,
}

/// A date.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Date {
    pub start: Option<String>,
    pub end: Option<String>,
    pub grain: Option<String>,
    pub timex: String,
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    pub anchor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swapped: Option<String>,
}

/// What is counted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Counted {
    pub head: String,
    pub phrase: String,
    pub measure: Option<String>,
}

/// What happened.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Event {
    pub verb: String,
    pub status: String,
}

/// When a figure held.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct AsOf {
    pub start: String,
    pub end: String,
    pub basis: String,
}

/// Who says so.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Attribution {
    pub source: String,
    pub cue: String,
}

/// A quotation that can be found again: exact words and their neighbours.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Quote {
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}
