//! `crosscheck config`: what holds in this folder and where each setting comes from; and the schema for editors.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use crosscheck::config::{self, Setting};
use serde_json::json;

use crate::args::OutputArgs;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::settings::{self, Found};

/// The settings that hold here, and where each comes from.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  crosscheck config show
  crosscheck config show --format json
  crosscheck config schema -o crosscheck.schema.json")]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Every setting that holds, with where it comes from: the default, a line of the file, a flag, the environment
    #[command(after_help = "Example: crosscheck config show | grep -v default")]
    Show(ShowArgs),
    /// The JSON schema of crosscheck.toml, for editors
    #[command(after_help = "Example: crosscheck config schema -o crosscheck.schema.json")]
    Schema(SchemaArgs),
}

#[derive(Debug, Args)]
struct ShowArgs {
    /// Settings; by default the file that `CROSSCHECK_CONFIG` names, else the nearest crosscheck.toml
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How to show them
    #[arg(long, value_enum, default_value_t = Format::Toml)]
    format: Format,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Args)]
struct SchemaArgs {
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One setting a line, as the file would hold it
    Toml,
    /// One JSON object
    Json,
}

/// What the environment can set besides the file's name: the setting, the variable, what holds without it.
const ENVIRONMENT: [(&str, &str, &str); 2] = [("format", "CROSSCHECK_FORMAT", "\"full\""), ("today", "CROSSCHECK_TODAY", "today")];

/// A setting with where it comes from.
struct Row {
    key: String,
    value: Option<String>,
    /// `default`, `file`, `env`.
    from: &'static str,
    /// The line, or the variable.
    at: Option<String>,
}

pub(crate) fn run(args: &ConfigArgs) -> Result<Exit, Failure> {
    match &args.what {
        What::Show(args) => show(args),
        What::Schema(args) => {
            output::to(&args.output, |out| writeln!(out, "{:#}", config::schema()))?;
            Ok(Exit::Clean)
        }
    }
}

fn show(args: &ShowArgs) -> Result<Exit, Failure> {
    let named = args.config.clone().map(|path| (path, Found::Flag));
    let found =
        named.or_else(|| Some((settings::by_environment()?, Found::Environment))).or_else(|| Some((settings::nearest()?, Found::Nearest)));
    let (name, text) = match &found {
        Some((path, _)) => settings::text(path)?,
        None => (String::new(), String::new()),
    };
    // What can't be used is said here as everywhere.
    config::read(&name, &text).map_err(|error| Failure::new(error.to_string()))?;
    let environment = ENVIRONMENT.iter().map(|&(key, variable, default)| {
        let set = std::env::var(variable).ok().filter(|value| !value.is_empty());
        let (from, at) = if set.is_some() { ("env", Some(variable.to_owned())) } else { ("default", None) };
        Row { key: key.to_owned(), value: Some(set.map_or_else(|| default.to_owned(), |value| format!("\"{value}\""))), from, at }
    });
    let rows: Vec<Row> = config::effective(&name, &text).into_iter().map(row).chain(environment).collect();
    let how = found.as_ref().map_or("none", |(_, how)| how.name());
    output::to(&args.output, |out| match args.format {
        Format::Toml => {
            let file = if found.is_some() { name.as_str() } else { "no crosscheck.toml: defaults" };
            writeln!(out, "# {file} ({how})")?;
            let lines: Vec<String> = rows.iter().map(|row| format!("{} = {}", row.key, row.value.as_deref().unwrap_or("-"))).collect();
            let widest = lines.iter().map(|line| line.chars().count()).filter(|width| *width <= 60).max().unwrap_or_default();
            rows.iter().zip(&lines).try_for_each(|(row, line)| {
                let gap = widest.saturating_sub(line.chars().count()) + 2;
                writeln!(out, "{line}{}# {}", " ".repeat(gap), row.at.as_deref().unwrap_or(row.from))
            })
        }
        Format::Json => {
            let rows: Vec<_> =
                rows.iter().map(|row| json!({ "key": row.key, "value": row.value, "from": row.from, "at": row.at })).collect();
            let file = found.is_some().then_some(&name);
            writeln!(out, "{:#}", json!({ "file": file, "found": how, "settings": rows }))
        }
    })?;
    Ok(Exit::Clean)
}

fn row(setting: Setting) -> Row {
    let from = if setting.at.is_some() { "file" } else { "default" };
    Row { key: setting.key, value: setting.value, from, at: setting.at }
}
