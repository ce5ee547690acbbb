//! `crosscheck review`: what waits beside accepted reports, shown and decided on.
//!
//! In: snapshots with a report that waits beside them. Out: accepted facts in the snapshot, what is left in the report that waits, reasons
//! in the baseline, corrections in the settings. What never happens here: a change accepted that nobody named.

mod ask;
mod correct;
mod waiting;

use std::io::{self, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use crosscheck::diff::Item;
use crosscheck::render::{fact_line, finding_line};

use crate::args::OutputArgs;
use crate::baseline;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::today::TodayArgs;
use waiting::Waiting;

/// Accept or reject what waits since the last report, as one reviews snapshots.
///
/// Shows each changed fact: what it was and is, each claim with its sentence, and how the figures lie. A letter and Enter decide; a
/// capital letter decides for all that remain. Without a terminal it lists what waits, and the exit code is 1 where anything does.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:
  crosscheck review
  crosscheck review accept report.snap
  crosscheck review accept report.snap f_51cc
  crosscheck review reject report.snap"
)]
pub(crate) struct ReviewArgs {
    #[command(subcommand)]
    command: Option<ReviewCommand>,
    #[command(flatten)]
    ask: AskArgs,
}

#[derive(Debug, Subcommand)]
enum ReviewCommand {
    /// Accept what waits beside FILE, or only the changes named
    #[command(after_help = "Example: crosscheck review accept report.snap f_51cc")]
    Accept(DecideArgs),
    /// Drop what waits beside FILE, or only the changes named; the accepted report stays as it is
    #[command(after_help = "Example: crosscheck review reject report.snap")]
    Reject(DecideArgs),
}

/// What to decide on without asking.
#[derive(Debug, Args)]
struct DecideArgs {
    /// The accepted report, as `check --snapshot` names it
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Ids of facts, or fingerprints, or the beginning of one; without any, all
    #[arg(value_name = "ID")]
    ids: Vec<String>,
}

/// What to ask about.
#[derive(Debug, Args)]
struct AskArgs {
    /// Accepted reports; by default every one under the working folder beside which something waits
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where `b` writes what is accepted with a reason
    #[arg(long, value_name = "FILE", default_value = baseline::NAME, env = "CROSSCHECK_BASELINE", hide_env_values = true)]
    baseline: PathBuf,
    /// Who accepts with a reason; by default the user of the machine
    #[arg(long, value_name = "NAME", env = "CROSSCHECK_BY", hide_env_values = true)]
    by: Option<String>,
    /// Where `c` writes corrections; by default the nearest crosscheck.toml
    #[arg(long, value_name = "FILE", env = "CROSSCHECK_CONFIG", hide_env_values = true)]
    config: Option<PathBuf>,
    /// Ask without a terminal too, and read the answers from standard input
    #[arg(long)]
    interactive: bool,
    #[command(flatten)]
    today: TodayArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &ReviewArgs) -> Result<Exit, Failure> {
    match &args.command {
        Some(ReviewCommand::Accept(decide)) => decided(decide, Waiting::accept, "accepted into", "accept"),
        Some(ReviewCommand::Reject(decide)) => decided(decide, Waiting::reject, "rejected, not in", "reject"),
        None => asked(&args.ask),
    }
}

/// Decides on what was named, or on all.
fn decided(args: &DecideArgs, decide: fn(&mut Waiting, &Item), done: &str, verb: &str) -> Result<Exit, Failure> {
    let Some(mut waiting) = Waiting::open(&args.file)? else {
        crate::tell(&format!("nothing waits beside `{}`", waiting::accepted(&args.file).display()));
        return Ok(Exit::Clean);
    };
    let items = waiting.items();
    let mut chosen: Vec<&Item> = Vec::new();
    for id in &args.ids {
        let fits: Vec<&Item> = items.iter().filter(|item| waiting::names(item, id)).collect();
        if let [one] = fits[..] {
            chosen.push(one);
            continue;
        }
        let what = if fits.is_empty() { "no change that waits is called" } else { "several changes that wait begin with" };
        let list = if fits.is_empty() { items.iter().collect() } else { fits };
        let list: Vec<String> = list.into_iter().map(|item| format!("\n  {}  {}", item.id, said(item))).collect();
        return Err(Failure::new(format!("{what} `{id}`; nothing was {verb}ed. What waits:{}", list.concat())));
    }
    if args.ids.is_empty() {
        chosen.extend(&items);
    }
    for item in &chosen {
        decide(&mut waiting, item);
    }
    waiting.save()?;
    let (left, path) = (waiting.items().len(), waiting.path.display());
    let rest = if left == 0 { String::new() } else { format!("; {left} left") };
    crate::tell(&format!("{} of {} changes {done} `{path}`{rest}", chosen.len(), items.len()));
    Ok(Exit::Clean)
}

/// Asks about what waits; without a terminal lists it.
fn asked(args: &AskArgs) -> Result<Exit, Failure> {
    let files = if args.files.is_empty() { waiting::found(Path::new(".")) } else { args.files.clone() };
    let mut all: Vec<Waiting> = Vec::new();
    for file in &files {
        match Waiting::open(file)? {
            Some(waiting) => all.push(waiting),
            None => crate::tell(&format!("nothing waits beside `{}`", waiting::accepted(file).display())),
        }
    }
    if all.is_empty() {
        if files.is_empty() {
            crate::tell("nothing waits: no `FILE.new` of `crosscheck check --snapshot FILE` under this folder");
        }
        return Ok(Exit::Clean);
    }
    let looked_at = io::stdin().is_terminal() && io::stdout().is_terminal();
    if !(args.interactive || looked_at) {
        output::to(&args.output, |out| all.iter().try_for_each(|waiting| list(waiting, out)))?;
        return Ok(Exit::Findings);
    }
    let mut desk = ask::Desk {
        baseline: args.baseline.clone(),
        by: args.by.clone(),
        config: crate::settings::file(args.config.as_deref()),
        today: args.today.day(),
        style: output::style(&args.output),
    };
    let left = ask::review(&mut all, &mut desk, &mut BufReader::new(io::stdin()), &mut anstream::stdout())?;
    Ok(if left == 0 { Exit::Clean } else { Exit::Findings })
}

/// What waits beside one report, and how to decide without a terminal.
fn list(waiting: &Waiting, out: &mut dyn Write) -> io::Result<()> {
    let (items, path) = (waiting.items(), waiting.path.display());
    let waits = if items.len() == 1 { "one change waits".to_owned() } else { format!("{} changes wait", items.len()) };
    writeln!(out, "{path}: {waits}")?;
    for item in &items {
        writeln!(out, "  {}  {}", item.id, said(item))?;
    }
    let one = items.first().map_or("ID", |item| &item.id);
    writeln!(out, "accept all:  crosscheck review accept {path}")?;
    writeln!(out, "accept one:  crosscheck review accept {path} {one}")?;
    writeln!(out, "reject all:  crosscheck review reject {path}")
}

/// An item on one line: the finding where there is one, else the fact.
fn said(item: &Item) -> String {
    let finding = item.findings.first().map(finding_line);
    finding.or_else(|| item.fact.as_ref().map(fact_line)).unwrap_or_default()
}
