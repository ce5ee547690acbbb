//! Copies, near copies and wire credits: which articles go back to one report.
//!
//! In: a sketch of each article and its wire credit. Out: an origin for each. What never happens here: any look at figures, and no
//! merging because two articles quote one source: quoting is not copying.

use crate::article;
use crate::text::Name;

/// What is kept of an article to tell copies by.
#[derive(Clone, Debug, Default)]
pub struct Sketch {
    /// `MinHash` of its word shingles.
    pub minima: Box<[u32]>,
    /// The wire that it credits: "AP", "Reuters".
    pub wire: Option<Name>,
}

/// The origins of a batch.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// For each article the first article, in the batch's order, of its origin.
    pub of: Vec<article::Id>,
    /// For each article the one it is a copy or near copy of; `None` for the first of its kind.
    pub copy_of: Vec<Option<article::Id>>,
}
