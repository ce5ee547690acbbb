//! `crosscheck baseline`: accept findings with a reason, drop what is settled, bring two branches together, count.

mod add;
mod file;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use crosscheck::baseline::{self as accepted, Baseline, Entry, Gone, View};
use crosscheck::calendar::{Days, NaiveDate};
use crosscheck::report::json;
use crosscheck::rules::Severity;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::today::{self, TodayArgs};

pub(crate) use add::{Acceptance, by};
pub(crate) use file::{apply, open, save};

/// Where the baseline stands when nobody says.
pub(crate) const NAME: &str = "baseline.jsonl";

/// What a desk accepted, each finding with a reason: a line each in a file that belongs under version control.
///
/// `crosscheck check --baseline FILE` marks what is accepted and fails on what is not. A new figure, or a new origin on the side of
/// fewer, opens an accepted finding again.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "Example:
  crosscheck check --format json -o report.json articles/
  crosscheck baseline add --report report.json --reason \"the fire service counts sheds\" 1:5dd2
  crosscheck check --baseline baseline.jsonl articles/"
)]
pub(crate) struct BaselineArgs {
    #[command(subcommand)]
    command: BaselineCommand,
}

#[derive(Debug, Subcommand)]
enum BaselineCommand {
    Add(AddArgs),
    Prune(PruneArgs),
    Merge(MergeArgs),
    Stats(StatsArgs),
}

/// Accepts findings of a report, with a reason.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  crosscheck baseline add --report report.json --reason \"both printed, see note of 5 Aug\" 1:5dd2
  crosscheck baseline add --report report.json --reason backlog --all --severity warning
  crosscheck check --format json articles/ | crosscheck baseline add --report - --reason known f_51cc")]
pub(crate) struct AddArgs {
    /// Fingerprints, or the beginning of one; a fact (f_…) for its findings; a rule for all that it found
    #[arg(value_name = "WHAT", required_unless_present = "all")]
    what: Vec<String>,
    /// Every finding of --severity or graver
    #[arg(long, conflicts_with = "what")]
    all: bool,
    /// With --all: the least severity
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Least::Note)]
    severity: Least,
    /// The report that they stand in, as `check --format json` writes it; `-` for standard input
    #[arg(long, value_name = "FILE")]
    report: PathBuf,
    /// Why they are accepted, for whoever reads the file
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Who accepts them; by default the user of the machine
    #[arg(long, value_name = "NAME", env = "CROSSCHECK_BY", hide_env_values = true)]
    by: Option<String>,
    /// The last day on which they are accepted
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    expires: Option<NaiveDate>,
    #[command(flatten)]
    file: FileArgs,
    #[command(flatten)]
    today: TodayArgs,
}

/// Drops what has expired, and what the report tells again without the finding. Not seen is not settled: it stays.
#[derive(Debug, Args)]
#[command(after_help = "Example: crosscheck baseline prune --report report.json")]
struct PruneArgs {
    /// The report of today, as `check --format json` writes it; without it only what has expired goes
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Say what would go, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    file: FileArgs,
    #[command(flatten)]
    today: TodayArgs,
}

/// Keeps both sides of a merge that was left open, and takes in other baselines. Of two lines for one finding the later counts.
#[derive(Debug, Args)]
#[command(after_help = "Example: crosscheck baseline merge

`baseline.jsonl merge=union` in .gitattributes spares it: git then keeps both sides by itself.")]
struct MergeArgs {
    /// Other baselines to take in
    #[arg(value_name = "OTHER")]
    others: Vec<PathBuf>,
    #[command(flatten)]
    file: FileArgs,
}

/// How much is accepted, by rule and person, and what expires soon.
#[derive(Debug, Args)]
#[command(after_help = "Example: crosscheck baseline stats")]
struct StatsArgs {
    #[command(flatten)]
    file: FileArgs,
    #[command(flatten)]
    today: TodayArgs,
}

/// Which baseline.
#[derive(Debug, Args)]
struct FileArgs {
    /// The baseline
    #[arg(long, value_name = "FILE", default_value = NAME, env = "CROSSCHECK_BASELINE", hide_env_values = true)]
    baseline: PathBuf,
}

/// The least severity to accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Least {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Note,
}

impl Least {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

pub(crate) fn run(args: &BaselineArgs) -> Result<Exit, Failure> {
    match &args.command {
        BaselineCommand::Add(args) => add::run(args)?,
        BaselineCommand::Prune(args) => prune(args)?,
        BaselineCommand::Merge(args) => merge(args)?,
        BaselineCommand::Stats(args) => stats(args)?,
    }
    Ok(Exit::Clean)
}

/// A report that can be trusted: all was read, and there was something to read.
fn report(path: &Path) -> Result<json::Report, Failure> {
    let text = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    let text = text.map_err(|error| Failure::file("read", path, &error))?;
    let report = json::read(&text).map_err(|problem| Failure::new(format!("{problem} ({})", path.display())))?;
    let why = match (report.complete, report.articles.is_empty()) {
        (false, _) => "not complete: some input could not be read",
        (true, true) => "empty: no article was read",
        (true, false) => return Ok(report),
    };
    Err(Failure::new(format!("the report is {why}; the baseline stays as it is ({})", path.display())))
}

fn prune(args: &PruneArgs) -> Result<(), Failure> {
    let path = &args.file.baseline;
    let mut baseline = open(path)?;
    let view = args.report.as_deref().map(report).transpose()?.map_or_else(View::default, |report| View::of_json(&report));
    let gone = baseline.prune(&view, args.today.day());
    for (entry, why) in &gone {
        let why = match why {
            Gone::Expired(last) => format!("accepted up to {last}"),
            Gone::Settled => "told again without the finding".to_owned(),
        };
        crate::tell(&format!("{why}: {} ({})", entry.message, entry.fingerprint));
    }
    let (went, stay) = (gone.len(), baseline.entries().count());
    let all = went + stay;
    if args.dry_run {
        crate::tell(&format!("{went} of {} would go from `{}`", accepted_findings(all), path.display()));
    } else {
        if went > 0 {
            save(path, &baseline)?;
        }
        crate::tell(&format!("{went} of {} went from `{}`", accepted_findings(all), path.display()));
    }
    Ok(())
}

fn merge(args: &MergeArgs) -> Result<(), Failure> {
    let path = &args.file.baseline;
    let mut merged = Baseline::default();
    for (index, path) in [path].into_iter().chain(&args.others).enumerate() {
        let text = match file::text(path)? {
            Some(text) => text,
            None if index == 0 && !args.others.is_empty() => String::new(),
            None => return Err(Failure::new(format!("can't read `{}`: there is no such file", path.display()))),
        };
        let baseline = accepted::merge(&text).map_err(|problem| file::failure(path, &problem))?;
        baseline.entries().for_each(|entry| merged.insert(entry.clone()));
    }
    save(path, &merged)?;
    crate::tell(&format!("{} in `{}`", accepted_findings(merged.entries().count()), path.display()));
    Ok(())
}

/// "1 accepted finding", "7 accepted findings".
fn accepted_findings(count: usize) -> String {
    format!("{count} accepted finding{}", if count == 1 { "" } else { "s" })
}

/// Days ahead in which an expiry is soon.
const SOON: u64 = 30;

fn stats(args: &StatsArgs) -> Result<(), Failure> {
    let (path, today) = (&args.file.baseline, args.today.day());
    let Some(text) = file::text(path)? else {
        return Err(Failure::new(format!("there is no `{}`; `crosscheck baseline add` writes it", path.display())));
    };
    let baseline = accepted::read(&text).map_err(|problem| file::failure(path, &problem))?;
    let soon = today.checked_add_days(Days::new(SOON)).unwrap_or(NaiveDate::MAX);
    let count = |of: &dyn Fn(&Entry) -> bool| baseline.entries().filter(|entry| of(entry)).count();
    let expired = count(&|entry| entry.expired(today));
    let expiring = count(&|entry| !entry.expired(today) && entry.expired(soon));
    let mut lines = vec![format!(
        "{}: {expired} expired, {expiring} expire within {SOON} days, {} for good",
        accepted_findings(baseline.entries().count()),
        count(&|entry| entry.expires.is_none())
    )];
    if let Some(oldest) = baseline.entries().map(|entry| entry.date).min() {
        lines.push(format!("the oldest of {oldest}"));
    }
    let mut table = |title: &str, of: fn(&Entry) -> &str| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        baseline.entries().for_each(|entry| *counts.entry(of(entry)).or_default() += 1);
        let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|&(name, number)| (std::cmp::Reverse(number), name));
        lines.push(format!("\n{title}"));
        lines.extend(counts.iter().map(|(name, number)| format!("  {number:>5}  {name}")));
    };
    table("by rule", |entry| &entry.rule);
    table("by person", |entry| &entry.by);
    output::print(&lines.join("\n"))
}
