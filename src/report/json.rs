//! The versioned JSON form of claims and reports: a promise to strangers. Field by field as `docs/schema` describes.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::article::{Article, Basis};
use crate::calendar::{Grain, Mod};
use crate::claim::{self, Accumulation, AsOfBasis, Field, Status};
use crate::layout::Zone;
use crate::mention::Kind;
use crate::text::{Lines, Span};
use crate::value::{Bound, Decimal, Direction};

/// A claim as one JSON object.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claim {
    /// `c_` and 16 hex digits: a stable hash of `doc`, `in` and span.
    pub id: String,
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

/// An exact decimal as a JSON number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number(pub Decimal);

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.to_i64() {
            Some(whole) => serializer.serialize_i64(whole),
            None => RawValue::from_string(self.0.to_string()).map_err(serde::ser::Error::custom)?.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Decimal::parse(raw.get())
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("expected a plain decimal, found `{}`", raw.get())))
    }
}

/// How many bytes of context a quotation carries on either side, at most.
const CONTEXT: usize = 32;

/// A claim in its JSON form. `text` is the field that the claim stands in, as given, and `lines` its lines.
pub fn claim(article: &Article, claim: &claim::Claim, fact: Option<String>, text: &str, lines: &Lines) -> Claim {
    let (line, column) = lines.position(text, claim.span.start);
    let number = |decimal: Option<Decimal>| decimal.map(Number);
    Claim {
        id: claim_key(&article.doc, claim.field, claim.span),
        doc: article.doc.to_string(),
        field: field_name(claim.field).to_owned(),
        zone: zone_name(claim.zone).to_owned(),
        fact,
        kind: kind_name(claim.kind).to_owned(),
        text: claim.span.of(text).to_owned(),
        span: Position { start: claim.span.start, end: claim.span.end, line, column },
        value: claim.value.as_ref().map(|value| Value {
            stated: value.stated().map(Number).collect(),
            low: number(value.low),
            best: number(value.best),
            high: number(value.high),
            bound: bound_name(value.bound).to_owned(),
            approximate: value.approximate,
            interval: Interval {
                low: value.interval.low.map(|end| Number(end.value)),
                high: value.interval.high.map(|end| Number(end.value)),
                low_open: value.interval.low.is_some_and(|end| end.open),
                high_open: value.interval.high.is_some_and(|end| end.open),
            },
            direction: value.direction.map(|direction| direction_name(direction).to_owned()),
            unit: value.unit.as_deref().map(str::to_owned),
            per: value.per.as_deref().map(str::to_owned),
        }),
        date: claim.date.as_ref().map(|date| Date {
            start: date.days.map(|days| days.start().to_string()),
            end: date.days.map(|days| days.end().to_string()),
            grain: date.grain.map(|grain| grain_name(grain).to_owned()),
            timex: date.timex.to_string(),
            modifier: date.modifier.map(|modifier| mod_name(modifier).to_owned()),
            anchor: date.anchor.map(|anchor| anchor.to_string()),
        }),
        counted: claim.counted.as_ref().map(|counted| Counted {
            head: counted.head.to_string(),
            phrase: counted.phrase.to_string(),
            measure: counted.measure.as_deref().map(str::to_owned),
        }),
        event: claim.event.as_ref().map(|event| Event { verb: event.verb.to_string(), status: status_name(event.status).to_owned() }),
        actor: claim.actor.as_ref().map(|actor| actor.name.to_string()),
        place: claim.place.as_ref().map(|place| place.name.to_string()),
        as_of: claim.as_of.as_ref().map(|as_of| AsOf {
            start: as_of.days.start().to_string(),
            end: as_of.days.end().to_string(),
            basis: as_of_basis_name(as_of.basis).to_owned(),
        }),
        accumulation: accumulation_name(claim.accumulation).to_owned(),
        scope: claim.scope.as_deref().map(str::to_owned),
        attribution: claim
            .attribution
            .iter()
            .map(|said| Attribution { source: said.source.to_string(), cue: said.cue.to_string() })
            .collect(),
        quote: quote(text, claim.span),
    }
}

/// The id of a claim: a stable hash of its article's name, its field and its span.
pub fn claim_key(doc: &str, field: Field, span: Span) -> String {
    let hash = stable_hash([doc, field_name(field), &span.start.to_string(), &span.end.to_string()]);
    format!("c_{hash:016x}")
}

/// A hash of `parts` that never changes between releases: FNV-1a over the parts, each ended by a zero byte, with a final mix.
pub fn stable_hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

/// The words of `span` with their neighbours.
fn quote(text: &str, span: Span) -> Quote {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let from = before.ceil_char_boundary(before.len().saturating_sub(CONTEXT));
    let to = after.floor_char_boundary(CONTEXT.min(after.len()));
    Quote { exact: span.of(text).to_owned(), prefix: before[from..].to_owned(), suffix: after[..to].to_owned() }
}

/// `title` or `text`.
pub fn field_name(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Text => "text",
    }
}

/// The zone's name.
pub fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Headline => "headline",
        Zone::Body => "body",
        Zone::Caption => "caption",
        Zone::Embedded => "embedded",
        Zone::Furniture(_) => "furniture",
    }
}

/// The kind's name.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "count",
        Kind::Number => "number",
        Kind::Money => "money",
        Kind::Percent => "percent",
        Kind::Measure => "measure",
        Kind::Duration => "duration",
        Kind::Age => "age",
        Kind::Ordinal => "ordinal",
        Kind::Score => "score",
        Kind::Multiple => "multiple",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::Set => "set",
    }
}

/// The bound's name.
pub fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::Approx => "approx",
        Bound::AtLeast => "at_least",
        Bound::MoreThan => "more_than",
        Bound::AtMost => "at_most",
        Bound::LessThan => "less_than",
        Bound::Range => "range",
        Bound::Vague => "vague",
        Bound::Change => "change",
    }
}

/// `up` or `down`.
pub fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}

/// The grain's name.
pub fn grain_name(grain: Grain) -> &'static str {
    match grain {
        Grain::Time => "time",
        Grain::DayPart => "day_part",
        Grain::Day => "day",
        Grain::Weekend => "weekend",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Season => "season",
        Grain::Half => "half",
        Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Century => "century",
    }
}

/// The TIMEX3 mod's name.
pub fn mod_name(modifier: Mod) -> &'static str {
    match modifier {
        Mod::Start => "START",
        Mod::Mid => "MID",
        Mod::End => "END",
        Mod::Approx => "APPROX",
        Mod::Before => "BEFORE",
        Mod::After => "AFTER",
        Mod::OnOrBefore => "ON_OR_BEFORE",
        Mod::OnOrAfter => "ON_OR_AFTER",
        Mod::LessThan => "LESS_THAN",
        Mod::MoreThan => "MORE_THAN",
        Mod::EqualOrLess => "EQUAL_OR_LESS",
        Mod::EqualOrMore => "EQUAL_OR_MORE",
    }
}

/// The status's name.
pub fn status_name(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Ongoing => "ongoing",
        Status::Planned => "planned",
        Status::Possible => "possible",
        Status::Denied => "denied",
        Status::Withdrawn => "withdrawn",
    }
}

/// The basis's name.
pub fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Config => "config",
        Basis::Metadata => "metadata",
        Basis::Dateline => "dateline",
        Basis::Byline => "byline",
        Basis::Url => "url",
        Basis::Stamp => "stamp",
        Basis::Embedded => "embedded",
        Basis::Caption => "caption",
        Basis::Story => "story",
    }
}

/// The as-of basis's name.
pub fn as_of_basis_name(basis: AsOfBasis) -> &'static str {
    match basis {
        AsOfBasis::Clause => "clause",
        AsOfBasis::Sentence => "sentence",
        AsOfBasis::Article(basis) => basis_name(basis),
        AsOfBasis::Story => "story",
    }
}

/// The accumulation's name.
pub fn accumulation_name(accumulation: Accumulation) -> &'static str {
    match accumulation {
        Accumulation::Total => "total",
        Accumulation::Standing => "standing",
        Accumulation::Part => "part",
        Accumulation::Increment => "increment",
        Accumulation::Rate => "rate",
        Accumulation::Unknown => "unknown",
    }
}
