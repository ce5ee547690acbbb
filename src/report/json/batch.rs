//! What a report looks like in JSON, field by field as `docs/schema` describes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Claim, Number};

/// The name and version of the form.
pub const SCHEMA: &str = "crosscheck.report/1";

/// A whole report.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// Whether all that was handed in could be read.
    pub complete: bool,
    /// The articles, by name.
    pub articles: Vec<Article>,
    /// The stories.
    pub stories: Vec<Story>,
    /// The claims outside furniture, by article, field and span.
    pub claims: Vec<Claim>,
    /// The facts.
    pub facts: Vec<Fact>,
    /// The findings, gravest first.
    pub findings: Vec<Finding>,
    /// What was not compared, and why.
    pub not_compared: Vec<NotCompared>,
    /// Inputs that could not be read.
    #[serde(default)]
    pub unread: Vec<Unread>,
    /// How many of each.
    pub summary: Summary,
}

/// An article.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// `a_` and 16 hex digits: a hash of `doc`.
    pub id: String,
    /// Its name: the record's `id`, else the path of its file, with `#1`, `#2` … where that holds several.
    pub doc: String,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where.
    pub url: Option<String>,
    /// When it was published, where that is known.
    pub published: Option<Published>,
    /// `o_` and 16 hex digits: the same for all articles that go back to one report.
    pub origin: String,
    /// The name of the article that it copies.
    pub copy_of: Option<String>,
    /// The day on which an article of an earlier batch was archived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
}

/// When an article was published, and how that is known.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Published {
    /// The day: 2025-03-21.
    pub date: String,
    /// The time, where it is given.
    pub time: Option<String>,
    /// How it is known.
    pub basis: String,
    /// Whether its own text does not fit it; then nothing is dated from it.
    pub doubtful: bool,
}

/// Articles that report one event; `articles` holds their names.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Story {
    /// `s_` and 16 hex digits.
    pub id: String,
    /// The title of its first article that has one.
    pub label: String,
    /// The names of its articles; each article is in exactly one story.
    pub articles: Vec<String>,
}

/// Claims that state one quantity, or one date. `articles` holds names, `relations` two claims and how their intervals relate.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// `f_` and 16 hex digits, made of event, measure, actor and place, never of figures.
    pub id: String,
    /// What it is about, in words.
    pub label: String,
    /// The ids of its stories.
    pub stories: Vec<String>,
    /// What kind of thing is counted: deaths, injuries, homes …
    pub measure: Option<String>,
    /// The unit of its figures; null for counts.
    pub unit: Option<String>,
    /// The ids of its claims.
    pub claims: Vec<String>,
    /// Claims that are no side of it but bear on it: an increment, a part.
    #[serde(default)]
    pub related: Vec<(String, String)>,
    /// What its claims say together.
    pub verdict: String,
    /// The lowest reported figure of the latest time.
    pub low: Option<Number>,
    /// The figure that the reports support.
    pub best: Option<Number>,
    /// The policy that chose `best`, where the reports by themselves support none: `majority` or `priority`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_by: Option<String>,
    /// The highest reported figure of the latest time.
    pub high: Option<Number>,
    /// The origins of its articles, each once.
    pub origins: Vec<String>,
    /// The names of its articles, each once.
    pub articles: Vec<String>,
    /// Two claims, and how their intervals relate: agree, within, overlap, apart.
    pub relations: Vec<(String, String, String)>,
    /// How each pair of `relations` was decided, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<Decided>,
    /// What joined its claims.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closeness: Vec<Closeness>,
    /// How its figures move with time: `as_of`, `toll` or `date`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counting: Option<String>,
    /// The latest time, from and to, of which `low`, `best` and `high` are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<(String, String)>,
}

/// How a pair was decided: how the times relate, the row of the decision table, from 1, and what it says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decided {
    /// How the times relate: same, later, settled, unknown.
    pub time: String,
    /// The row of the decision table, from 1.
    pub row: usize,
    /// What the table says of the pair.
    pub verdict: String,
}

/// How close, in per mille, a claim is to the one before it that it is closest to, and what each feature gave or took.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closeness {
    /// The earlier claim and this one.
    pub claims: (String, String),
    /// How close they are, in per mille.
    pub sum: u32,
    /// Each feature, and what it gave or took.
    pub by: Vec<(String, i32)>,
}

/// A rule's word on a fact or an article; `article` is its name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// The id of its rule.
    pub rule: String,
    /// How grave it is.
    pub severity: String,
    /// The id of the fact that it is about.
    pub fact: Option<String>,
    /// The name of the article that it is about.
    pub article: Option<String>,
    /// The ids of its claims.
    pub claims: Vec<String>,
    /// The claims of each side, the earlier or lower side first.
    pub sides: Vec<Vec<String>>,
    /// One sentence that stands alone.
    pub message: String,
    /// Places of its article that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// How the figures relate, what closes a gap.
    #[serde(default)]
    pub notes: Vec<String>,
    /// What to do about it.
    #[serde(default)]
    pub help: Option<String>,
    /// What stays the same when lines move and other articles come and go.
    pub fingerprint: String,
    /// Whether a desk has accepted it.
    pub suppressed: bool,
}

/// A place in the text of a finding's article, in bytes, and what to see there.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mark {
    /// Its first byte in the text.
    pub start: u32,
    /// The byte behind its last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// What to see there; empty where the words speak for themselves.
    pub label: String,
}

/// Claims that were not held against each other, and why.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotCompared {
    /// The ids of the claims.
    pub claims: Vec<String>,
    /// Why.
    pub because: String,
}

/// An input that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unread {
    /// The path, as given.
    pub input: String,
    /// What the system says.
    pub because: String,
}

/// How many of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// Articles.
    pub articles: usize,
    /// Of these, those of earlier batches.
    #[serde(default, skip_serializing_if = "is_none")]
    pub archived: usize,
    /// Files, or records.
    pub documents: usize,
    /// Stories.
    pub stories: usize,
    /// Claims with a figure, outside furniture.
    pub figures: usize,
    /// Claims with a date.
    pub dates: usize,
    /// Of these, those that no day could be given to.
    pub dates_open: usize,
    /// Articles dated by their story alone.
    pub dated_by_story: usize,
    /// Facts.
    pub facts: usize,
    /// Facts told by two or more articles.
    pub facts_shared: usize,
    /// Errors that nobody accepted.
    pub errors: usize,
    /// Warnings that nobody accepted.
    pub warnings: usize,
    /// Notes that nobody accepted.
    pub notes: usize,
    /// Findings that a desk accepted, of any severity.
    #[serde(default)]
    pub accepted: usize,
    /// Facts of each verdict.
    pub verdicts: BTreeMap<String, usize>,
    /// Blocks of each kind that make no claims.
    pub not_read: BTreeMap<String, usize>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_none(count: &usize) -> bool {
    *count == 0
}
