//! What one can type about an archive: the flags of `check`, and the commands of `archive`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use crosscheck::calendar::NaiveDate;

use crate::args::{ListFormat, OutputArgs};
use crate::today;

/// The archive of a check.
#[derive(Debug, Args)]
pub(crate) struct ArchiveArgs {
    /// Hold the articles against those of earlier batches, which FILE keeps, and keep them too; written when FILE is missing
    #[arg(long, value_name = "FILE", env = "CROSSCHECK_ARCHIVE", hide_env_values = true)]
    pub(crate) archive: Option<PathBuf>,
    /// With --archive: read it only, as for a draft
    #[arg(long, requires = "archive")]
    pub(crate) no_append: bool,
}

/// What an archive holds, and how to make it smaller.
///
/// An archive is a file that `check --archive FILE` writes: the articles of earlier batches, for today's to be held against.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  crosscheck archive list desk.archive
  crosscheck archive drop --before 2025-06-01 desk.archive
  crosscheck archive vacuum desk.archive")]
pub(crate) struct CommandArgs {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    List(ListArgs),
    Drop(DropArgs),
    Vacuum(VacuumArgs),
}

/// The batches of an archive: number, day, articles and claims.
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// The archive
    pub(crate) file: PathBuf,
    /// How to show them
    #[arg(long, value_enum, default_value_t = ListFormat::Full)]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// Drops batches, with all of their articles.
#[derive(Debug, Args)]
pub(crate) struct DropArgs {
    /// The archive
    pub(crate) file: PathBuf,
    /// Numbers of batches, as `archive list` gives them
    #[arg(value_name = "BATCH", required_unless_present = "before", conflicts_with = "before")]
    pub(crate) batches: Vec<i64>,
    /// Every batch that was archived before DATE
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    pub(crate) before: Option<NaiveDate>,
}

/// Gives the room of dropped batches back to the disk.
#[derive(Debug, Args)]
pub(crate) struct VacuumArgs {
    /// The archive
    pub(crate) file: PathBuf,
}
