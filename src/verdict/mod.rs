//! Relations and verdicts, by decision tables.
//!
//! In: facts and their claims. Out: for each fact how its claims relate and what they say together. What never happens here: a word
//! about what is true, a threshold that is not in a table. Read [`TABLE`] first.

mod allowed;
mod judge;
mod pairs;
mod policy;
mod relation;
mod table;
mod time;
mod view;

pub use judge::judge;
pub use policy::{Backing, Policy};
pub use relation::{of_dates, of_days, of_values};
pub use table::{Row, TABLE, When, Who, decide};
pub use time::{Clock, Moment, SETTLES_AFTER, between, when};

use crate::calendar::DayInterval;
use crate::claim;
use crate::value::{Decimal, Direction};

/// What a desk can set about verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Figures that differ by up to this many per mille of the larger are taken to overlap; 0 by default.
    pub tolerance: u32,
    /// How a best figure is found.
    pub policy: Policy,
}

/// How two claims of a fact relate by their intervals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Same figure and bound, or one figure in the other's rounding.
    Agree,
    /// One lies within the other.
    Within,
    /// They share values.
    Overlap,
    /// They share none.
    Apart,
}

/// How the times of two claims relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Time {
    /// Known to meet.
    Same,
    /// The second is known to follow the first.
    Later,
    /// The second is known to come before the first.
    Earlier,
    /// Not known.
    Unknown,
}

/// What the claims of a fact say together, from the least to the gravest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// One claim only, or one article.
    Single,
    /// They agree.
    Agreement,
    /// They give a range.
    Range,
    /// A later report gives another figure.
    Revision,
    /// Apart, and nobody can say whether at one time.
    Undated,
    /// Different named sources differ.
    Disputed,
    /// Apart at one time.
    Conflict,
}

/// A pair of claims of one fact, held against each other.
///
/// Claims that state the same figure at the same time from the same source are held against the others once; a pair of one article's
/// own claims (headline and body) is listed, and does not weigh in the fact's verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The first claim; the earlier one, where the times tell.
    pub first: claim::Id,
    /// The second claim.
    pub second: claim::Id,
    /// How their intervals relate.
    pub relation: Relation,
    /// How their times relate.
    pub time: Time,
    /// What the table makes of their times.
    pub when: When,
    /// The place in [`TABLE`] of the row that decided.
    pub row: usize,
    /// What the pair says.
    pub verdict: Verdict,
}

/// What the claims of a fact say together.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The gravest of its pairs.
    pub verdict: Verdict,
    /// Its pairs, gravest first.
    pub pairs: Vec<Pair>,
    /// Lowest reported figure of the latest time.
    pub low: Option<Decimal>,
    /// The figure that the reports support, where they support one.
    pub best: Option<Decimal>,
    /// The policy that chose it, where the reports by themselves support none.
    pub best_by: Option<Policy>,
    /// Highest reported figure of the latest time.
    pub high: Option<Decimal>,
    /// The latest time.
    pub latest: Option<DayInterval>,
    /// Which way a revision went.
    pub direction: Option<Direction>,
    /// The increment that closes the gap of a revision.
    pub closed_by: Option<claim::Id>,
}

impl Judgement {
    /// Its pairs of one verdict.
    pub fn pairs_of(&self, verdict: Verdict) -> &[Pair] {
        let from = self.pairs.partition_point(|pair| pair.verdict > verdict);
        let to = self.pairs.partition_point(|pair| pair.verdict >= verdict);
        &self.pairs[from..to]
    }
}
