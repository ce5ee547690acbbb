//! What a report looks like in JSON, field by field as `docs/schema` describes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Claim, Number};

/// The name and version of the form.
pub const SCHEMA: &str = "crosscheck.report/1";

/// A whole report.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Article {
    pub id: String,
    pub doc: String,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub published: Option<Published>,
    pub origin: String,
    pub copy_of: Option<String>,
    /// The day on which an article of an earlier batch was archived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
}

/// When an article was published, and how that is known.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Published {
    pub date: String,
    pub time: Option<String>,
    pub basis: String,
    pub doubtful: bool,
}

/// Articles that report one event; `articles` holds their names.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Story {
    pub id: String,
    pub label: String,
    pub articles: Vec<String>,
}

/// Claims that state one quantity, or one date. `articles` holds names, `relations` two claims and how their intervals relate.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Fact {
    pub id: String,
    pub label: String,
    pub stories: Vec<String>,
    pub measure: Option<String>,
    pub unit: Option<String>,
    pub claims: Vec<String>,
    /// Claims that are no side of it but bear on it: an increment, a part.
    #[serde(default)]
    pub related: Vec<(String, String)>,
    pub verdict: String,
    pub low: Option<Number>,
    pub best: Option<Number>,
    /// The policy that chose `best`, where the reports by themselves support none: `majority` or `priority`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_by: Option<String>,
    pub high: Option<Number>,
    pub origins: Vec<String>,
    pub articles: Vec<String>,
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
#[expect(missing_docs, reason = "the line above describes each")]
pub struct Decided {
    pub time: String,
    pub row: usize,
    pub verdict: String,
}

/// How close, in per mille, a claim is to the one before it that it is closest to, and what each feature gave or took.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the line above describes each")]
pub struct Closeness {
    pub claims: (String, String),
    pub sum: u32,
    pub by: Vec<(String, i32)>,
}

/// A rule's word on a fact or an article; `article` is its name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Finding {
    pub rule: String,
    pub severity: String,
    pub fact: Option<String>,
    pub article: Option<String>,
    pub claims: Vec<String>,
    pub sides: Vec<Vec<String>>,
    pub message: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    #[serde(default)]
    pub notes: Vec<String>,
    #[serde(default)]
    pub help: Option<String>,
    pub fingerprint: String,
    pub suppressed: bool,
}

/// A place in the text of a finding's article, in bytes, and what to see there.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Mark {
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub label: String,
}

/// Claims that were not held against each other, and why.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct NotCompared {
    pub claims: Vec<String>,
    pub because: String,
}

/// An input that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "docs/schema describes each")]
pub struct Unread {
    pub input: String,
    pub because: String,
}

/// How many of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Findings of each severity that nobody accepted.
    pub errors: usize,
    /// Findings of each severity that nobody accepted.
    pub warnings: usize,
    /// Findings of each severity that nobody accepted.
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
