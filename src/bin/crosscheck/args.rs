//! What one can type: commands, flags, and an example for each.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use crosscheck::render::Format;
use crosscheck::rules::Severity;

use crate::format;
use crate::selection::SelectArgs;
use crate::shell;

/// Hold the numbers and dates of news articles against each other.
///
/// Reads a batch of articles, pulls out every figure and date, groups those that state the same fact, and reports how the sources
/// differ: conflicts, disputes, ranges, revisions, and where they agree. It never says who is right.
#[derive(Debug, Parser)]
#[command(name = "crosscheck", version, propagate_version = true, after_help = "Example: crosscheck check articles/", max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArgs),
    Extract(ExtractArgs),
    Diff(DiffArgs),
    Explain(ExplainArgs),
    Review(crate::review::ReviewArgs),
    Baseline(crate::baseline::BaselineArgs),
    Init(InitArgs),
    Config(crate::config::ConfigArgs),
    Archive(crate::archive::CommandArgs),
    Completions(shell::CompletionsArgs),
    Man(shell::ManArgs),
}

/// The whole job: what the articles of a batch report, and how they differ.
///
/// Exit code 0: nothing at or above --fail-on. 1: findings; with --snapshot only findings that are new or worse than in FILE.
/// 2: the result can't be trusted (usage, settings, an input that can't be read).
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  crosscheck check articles/
  crosscheck check --format markdown --snapshot report.snap articles/
  crosscheck check --format json -o report.json batch.jsonl
  crosscheck check --format github --write sarif=report.sarif --write markdown=summary.md articles/")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// How to show the report
    #[arg(long, value_parser = format::parser(), default_value = "full", env = "CROSSCHECK_FORMAT", hide_env_values = true)]
    pub(crate) format: &'static Format,
    /// Write another form of the report to PATH too; may be given several times
    #[arg(long, value_name = "FORMAT=PATH", value_parser = format::target)]
    pub(crate) write: Vec<format::Target>,
    #[command(flatten)]
    pub(crate) rules: SelectArgs,
    /// Exit with 1 on findings of this severity or graver
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    /// Exit with 0 whatever was found; a result that can't be trusted still gives 2
    #[arg(long)]
    pub(crate) exit_zero: bool,
    /// The accepted report as text: written when FILE is missing, else what changed since is shown first.
    ///
    /// In CI (CI set, and not `false` or `0`) FILE must be there, the difference is printed, and the exit code is 1 where a finding is
    /// new or worse.
    /// Elsewhere what differs waits in FILE.new and FILE.new.json; `crosscheck review` shows it and accepts it.
    #[arg(long, value_name = "FILE")]
    pub(crate) snapshot: Option<PathBuf>,
    /// With --snapshot: any difference is a failure
    #[arg(long, requires = "snapshot")]
    pub(crate) strict: bool,
    /// What the desk accepted, as `crosscheck baseline add` writes it: marked, counted, and no reason to fail
    #[arg(long, value_name = "FILE", env = "CROSSCHECK_BASELINE", hide_env_values = true)]
    pub(crate) baseline: Option<PathBuf>,
    /// With --format json: keep the sentence of each claim, and the words and the rule that gave each field, for `explain`
    #[arg(long)]
    pub(crate) evidence: bool,
    #[command(flatten)]
    pub(crate) archive: crate::archive::ArchiveArgs,
    #[command(flatten)]
    pub(crate) today: crate::today::TodayArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// Every mention of a figure or a date as a claim, one JSON object a line, page furniture included.
#[derive(Debug, Args)]
#[command(after_help = "Example: crosscheck extract articles/ | jq -r '[.doc, .span.line, .text] | @tsv'")]
pub(crate) struct ExtractArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// How to show the claims
    #[arg(long, value_enum, default_value_t = ExtractFormat::Jsonl)]
    pub(crate) format: ExtractFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// What changed between two reports: facts that are new or gone quiet, that rose or fell, widened or narrowed, got worse or settled.
///
/// OLD and NEW are snapshots (check --snapshot) or JSON reports (check --format json).
#[derive(Debug, Args)]
#[command(after_help = "Example: crosscheck diff --format markdown monday.snap tuesday.snap")]
pub(crate) struct DiffArgs {
    /// The older report
    pub(crate) old: PathBuf,
    /// The newer report
    pub(crate) new: PathBuf,
    /// How to show the change
    #[arg(long, value_enum, default_value_t = DiffFormat::Full)]
    pub(crate) format: DiffFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// A rule; a claim, a fact or a finding of a report; or how a sentence was read.
///
/// Of a claim: each field with its value. Of a fact: its claims, how each pair was decided, why they stand together. Of a finding: its
/// sides and its fact.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  crosscheck explain conflicting-figures
  crosscheck explain f_51cc --report report.json
  crosscheck explain conflicting-figures f_51cc --report report.json
  crosscheck explain --text \"about 40 people died on Friday\" --published 2025-03-21")]
pub(crate) struct ExplainArgs {
    /// A rule's id; with --report the id of a claim, a fact or a finding, the beginning of one, or a rule and its fact
    ///
    /// Without WHAT and without --text, the list of rules.
    #[arg(value_name = "WHAT", num_args = 0..=2, conflicts_with = "text")]
    pub(crate) what: Vec<String>,
    /// The report that WHAT stands in, as `check --format json` writes it
    #[arg(long, value_name = "FILE", requires = "what")]
    pub(crate) report: Option<PathBuf>,
    /// A sentence to read
    #[arg(long)]
    pub(crate) text: Option<String>,
    /// The day that the sentence was published on, from which "Friday" counts
    #[arg(long, value_name = "DATE", requires = "text")]
    pub(crate) published: Option<String>,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// Writes a commented crosscheck.toml.
#[derive(Debug, Args)]
#[command(after_help = "Example: crosscheck init")]
pub(crate) struct InitArgs {
    /// Where to write it
    #[arg(default_value = "crosscheck.toml")]
    pub(crate) path: PathBuf,
}

/// What to read.
#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Files, folders, globs, or `-` for standard input
    #[arg(value_name = "PATH", required_unless_present = "files_from")]
    pub(crate) paths: Vec<PathBuf>,
    /// Read further paths from FILE, one a line; `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,
    /// Settings; by default the nearest crosscheck.toml
    #[arg(long, value_name = "FILE", env = "CROSSCHECK_CONFIG", hide_env_values = true)]
    pub(crate) config: Option<PathBuf>,
    /// Threads to work with; by default as many as the machine has
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
}

/// Where to write, and how.
#[derive(Debug, Args)]
pub(crate) struct OutputArgs {
    /// Write to FILE instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// When to colour; `NO_COLOR` is respected
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    pub(crate) color: Colour,
    /// Columns; by default those of the terminal, 100 elsewhere
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<u16>,
    /// Most items of each list of notes, agreements and changes; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
}

/// The forms of an extract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// One claim a line
    Jsonl,
}

/// The forms of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people, on a terminal
    Full,
    /// For a pull request
    Markdown,
    /// One change a line
    Jsonl,
}

/// The forms of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people, on a terminal
    Full,
    /// One item a line
    Jsonl,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

/// What fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Note,
    /// Nothing
    Never,
}

impl FailOn {
    /// The least severity that fails a run.
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}
