//! Formats: one file each, a pure function of a report.
//!
//! In: a report, a [`Style`], and where there is an older report, what changed since. Out: bytes. What never happens here: a decision
//! about figures; files, terminal and environment (the width and whether to colour are arguments). Read [`full`] first.

mod change;
mod concise;
mod csv;
mod excerpt;
pub mod explain;
mod format;
pub mod full;
mod github;
mod gitlab;
mod html;
mod junit;
mod layout;
mod location;
pub mod markdown;
mod paint;
mod places;
mod plot;
pub mod review;
mod room;
mod rows;
mod sarif;
#[cfg(test)]
mod testing;

pub use change::{fact_line, finding_line, full as full_change, jsonl as jsonl_change, markdown as markdown_change};
pub use format::{FORMATS, Format, Shown, format};

/// How to render for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns.
    pub width: usize,
    /// Whether to write escape codes for colours.
    pub colours: bool,
    /// Most items of each list of what is no error and no warning; 0 for all.
    pub limit: usize,
}

impl Style {
    /// How many of `all` items to show.
    fn shown(self, all: usize) -> usize {
        if self.limit == 0 { all } else { all.min(self.limit) }
    }
}

impl Default for Style {
    fn default() -> Self {
        Self { width: 100, colours: false, limit: 20 }
    }
}
