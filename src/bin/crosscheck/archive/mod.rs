//! `--archive FILE` and `crosscheck archive`: the articles of earlier batches in a file, for today's to be held against.
//!
//! In: what a check has read. Out: the earlier articles that may tell of its stories; after a complete run, its articles in the file.
//! What never happens here: a comparison, which is the library's; a file that is not ours, or is damaged, written to. Read `keep.rs`
//! first. Without the cargo feature `archive` all of it is one clear refusal.

#[cfg(feature = "archive")]
mod append;
mod args;
#[cfg(feature = "archive")]
mod commands;
#[cfg(feature = "archive")]
mod file;
#[cfg(feature = "archive")]
mod find;
#[cfg(feature = "archive")]
mod keep;
#[cfg(not(feature = "archive"))]
mod without;

pub(crate) use args::{ArchiveArgs, CommandArgs};
#[cfg(feature = "archive")]
pub(crate) use commands::run;
#[cfg(feature = "archive")]
pub(crate) use keep::{Archive, open};
#[cfg(not(feature = "archive"))]
pub(crate) use without::{Archive, open, run};
