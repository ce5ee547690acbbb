//! Which claims state one fact.
//!
//! In: claims, stories, origins. Out: facts, each a list of claims; and what was left apart for one reason only, with the reason. What
//! never happens here: a comparison of figures across articles; whether they agree is [`crate::verdict`]'s. Read [`group`] first.

mod alike;
mod closeness;
mod clue;
mod context;
mod dates;
mod elsewhere;
mod given;
mod group;
mod label;
mod only;
mod own;
mod parts;
mod swapped;
mod units;
mod wording;

pub use closeness::Wall;
pub(crate) use closeness::{meets, one_name};
pub use given::{Named, Unmet};
pub use group::{Batch, Grouped, group};
pub(crate) use only::slipped;
pub use parts::{Feature, Joined, Parts};
pub(crate) use swapped::{swapped, transposed};
pub use units::convert;

use crate::article;
use crate::calendar::NaiveDate;
use crate::claim;
use crate::story;
use crate::text::{Few, Name};

/// The measure of the dead, in the catalogue of measures.
const DEATHS: &str = "deaths";
/// Measures that may count the dead among the hurt.
const HURT: [&str; 2] = ["injuries", "casualties"];

/// What a desk can set about facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Average closeness, in per mille, from which claims state one fact.
    pub closeness: u32,
    /// Most claims that are held against each other at once.
    pub component_cap: usize,
    /// Claims that are of one fact, an entry each.
    pub same: Vec<Vec<Named>>,
    /// Claims of which no two are of one fact, an entry each.
    pub apart: Vec<Vec<Named>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { closeness: 500, component_cap: 300, same: Vec::new(), apart: Vec::new() }
    }
}

/// A fact's place in the batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// Claims that state the same quantity, or the same date, of the same thing.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Stable: made of its story's event, measure, actor and place, never of its figures. `f_` and 16 hex digits.
    pub key: Name,
    /// What it is about, for people: "North Korean troops sent to Russia".
    pub label: Name,
    /// Its stories.
    pub stories: Few<story::Id>,
    /// The row of the catalogue of measures.
    pub measure: Option<Name>,
    /// The unit in which its figures are compared.
    pub unit: Option<Name>,
    /// Its claims in the batch's order.
    pub claims: Vec<claim::Id>,
    /// Claims that are no side of it but bear on it: an increment, a part; see [`Role`].
    pub related: Few<(claim::Id, Role)>,
    /// How its figures move with time.
    pub counting: Counting,
    /// What joined its claims; of facts told by two or more articles.
    pub joined: Few<Joined>,
    /// Who did it died too, or an unborn child, as an article of the story says: a toll of deaths may count that one or not. Looked for
    /// where figures differ by one.
    pub doer_died: bool,
    /// Claims that count others than one of whom their article has told right before: "Two others were wounded".
    pub after_one: Few<claim::Id>,
    /// Claims that count some of those of whom their article tells: those who have been named, those who died at the scene. Two such
    /// figures may count different ones.
    pub some_of: Few<claim::Id>,
    /// The articles that say that the toll changed: "a third victim dies".
    pub changed: Few<article::Id>,
}

/// How the figures of a fact move with time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counting {
    /// A figure holds as of a time: totals, what stands now, money, rates.
    #[default]
    AsOf,
    /// The toll of one event, counted until it settles: ordered by the day of the report. The event's day, where it is known.
    Toll(Option<NaiveDate>),
    /// The date of one event.
    Date,
}

/// How a claim bears on a fact that it is no side of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It adds to the fact's figure.
    Increment,
    /// It is a part of it.
    Part,
    /// By its noun it counts some of those whom the fact counts, children of people: more of them than there are in all is a difference.
    Narrower,
    /// It counts others of the same event: the dead beside the injured. Who counts both as hurt gives the sum.
    Beside,
}

/// Claims that could have been held against each other and were not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCompared {
    /// The claims.
    pub claims: Vec<claim::Id>,
    /// Why, as a sentence part: "no date to count from".
    pub because: String,
}
