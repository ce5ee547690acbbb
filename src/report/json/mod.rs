//! The versioned JSON form of claims and reports: a promise to strangers.
//!
//! In: claims and a report. Out: serde values, and a report written claim by claim. What never happens here: a number through floating
//! point, a word that is not written out in `names.rs`.

mod batch;
mod claim;
mod names;
mod number;
mod part;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod stream;
mod types;

pub use batch::{Article, Closeness, Decided, Fact, Finding, Mark, NotCompared, Published, Report, SCHEMA, Story, Summary, Unread};
pub use claim::{article_key, claim, claim_key};
pub use names::*;
pub use number::Number;
pub use part::part;
pub use read::{Found, Unfound, find, read};
#[cfg(feature = "schema")]
pub use schema::{claim_schema, finding_schema, report_schema};
pub(crate) use stream::Each;
pub use stream::{claims, findings, write};
pub use types::{AsOf, Attribution, Claim, Counted, Date, Event, Evidence, Interval, Position, Quote, Value};
