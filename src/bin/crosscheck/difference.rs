//! `crosscheck diff`: what changed between two reports, each a snapshot or a JSON report.

use std::path::Path;

use crosscheck::diff::{Outline, compare};
use crosscheck::render;
use crosscheck::report::json;

use crate::args::{DiffArgs, DiffFormat};
use crate::exit::{Exit, Failure};
use crate::{output, snapshot};

pub(crate) fn run(args: &DiffArgs) -> Result<Exit, Failure> {
    let change = compare(&outline(&args.old)?, &outline(&args.new)?);
    let style = output::style(&args.output);
    output::to(&args.output, |out| match args.format {
        DiffFormat::Full => render::full_change(&change, style, out),
        DiffFormat::Markdown => render::markdown_change(&change, style, out),
        DiffFormat::Jsonl => render::jsonl_change(&change, out),
    })?;
    Ok(Exit::Clean)
}

/// The outline of a report in either form.
fn outline(path: &Path) -> Result<Outline, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?;
    if !text.trim_start().starts_with('{') {
        return snapshot::parse(path, &text);
    }
    let report = json::read(&text).map_err(|problem| Failure::new(format!("{problem} ({})", path.display())))?;
    Ok(Outline::of_json(&report))
}
