//! Findings: one file a rule, its page beside it.
//!
//! In: a [`Case`], the whole analysed batch. Out: findings in a fixed order. What never happens here: rendering, a new comparison of
//! figures; a rule says what a verdict means to a desk.

use crate::article::{self, Article};
use crate::claim::{self, Claim};
use crate::fact::{self, Fact, NotCompared};
use crate::origin::Origins;
use crate::story::Story;
use crate::text::Name;
use crate::verdict::Judgement;

/// The analysed batch: what rules look at and a report is made of.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// The articles, ordered by name; an [`article::Id`] indexes them.
    pub articles: Vec<Article>,
    /// The text of each article's document, as given; an [`article::Id`] indexes them.
    pub texts: Vec<Name>,
    /// The claims outside furniture; a [`claim::Id`] indexes them.
    pub claims: Vec<Claim>,
    /// Origins.
    pub origins: Origins,
    /// Stories; a [`crate::story::Id`] indexes them.
    pub stories: Vec<Story>,
    /// Facts; a [`fact::Id`] indexes them.
    pub facts: Vec<Fact>,
    /// What the claims of each fact say together, in the order of the facts.
    pub judgements: Vec<Judgement>,
    /// What was not compared, and why.
    pub not_compared: Vec<NotCompared>,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth a look.
    Warning,
    /// Fails the run by default.
    Error,
}

/// A rule's word on a fact or an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id: `conflicting-figures`.
    pub rule: &'static str,
    /// How grave.
    pub severity: Severity,
    /// The fact, where it is about one.
    pub fact: Option<fact::Id>,
    /// The article, where it is about one.
    pub article: Option<article::Id>,
    /// All claims that it is about.
    pub claims: Vec<claim::Id>,
    /// The sides that differ, the earlier or lower first.
    pub sides: Vec<Vec<claim::Id>>,
    /// One sentence that stands alone.
    pub message: String,
    /// Further lines: how the figures relate, what closes a gap.
    pub notes: Vec<String>,
    /// What to do about it.
    pub help: Option<String>,
    /// What stays the same when lines move and unrelated articles come and go.
    pub fingerprint: String,
}

/// The findings on a batch.
pub fn check(_case: &Case) -> Vec<Finding> {
    Vec::new()
}
