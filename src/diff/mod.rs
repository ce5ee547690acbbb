//! What changed between two reports.
//!
//! In: two outlines, each from a report, its JSON form or its snapshot text. Out: a [`Change`]: facts that are new or gone quiet, that
//! rose or fell, widened or narrowed, got worse or settled, and findings that are new, worse or gone. What never happens here: a look at
//! articles; "not seen" is never taken for "settled". Read [`Outline`] first.

mod change;
mod moved;
mod outline;
mod review;
mod snapshot;

pub use change::{Change, FactChange, FindingChange, Kind, compare};
pub use outline::{FactOutline, FindingOutline, NO_FIGURE, Outline};
pub use review::Item;
pub use snapshot::{Problem, read, write};
