//! `crosscheck explain`: a rule's page, the list of rules, or how a sentence was read.

use std::io::{self, Write};
use std::path::Path;

use crosscheck::pipeline;
use crosscheck::render;
use crosscheck::report::json::{self, Found, Unfound, severity_name};
use crosscheck::rules::{self, RULES};
use crosscheck::source::Document;

use crate::args::ExplainArgs;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::selection::unknown;
use crate::settings;

/// The name of a sentence given on the command line.
const NAME: &str = "text";

pub(crate) fn run(args: &ExplainArgs) -> Result<Exit, Failure> {
    if let Some(text) = &args.text {
        return sentence(args, text);
    }
    if let Some(path) = &args.report {
        return told(args, path);
    }
    match &args.what[..] {
        [] => output::to(&args.output, list)?,
        [id, ..] if ["c_", "f_", "1:"].iter().any(|start| id.starts_with(start)) || args.what.len() > 1 => {
            return Err(Failure::new(format!(
                "`{}` stands in a report: add `--report FILE`, which `crosscheck check --format json -o FILE` writes",
                args.what.join(" ")
            )));
        }
        [id, ..] => {
            let rule = rules::rule(id).ok_or_else(|| Failure::new(unknown(id)))?;
            output::to(&args.output, |out| render::explain::rule(rule.page, output::style(&args.output), out))?;
        }
    }
    Ok(Exit::Clean)
}

/// What a report holds of a claim, a fact or a finding.
fn told(args: &ExplainArgs, path: &Path) -> Result<Exit, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?;
    let report = json::read(&text).map_err(|problem| Failure::new(format!("{problem} ({})", path.display())))?;
    let what = args.what.first().map_or("", String::as_str);
    let found = json::find(&report, what, args.what.get(1).map(String::as_str))
        .map_err(|unfound| Failure::new(candidates(&args.what.join(" "), &unfound, path)))?;
    let style = output::style(&args.output);
    output::to(&args.output, |out| render::explain::found(&report, found, style, out))?;
    Ok(Exit::Clean)
}

/// Most candidates that a message names, and letters of what each says.
const CANDIDATES: usize = 4;
const WORDS: usize = 60;

/// What fits a name that fits several things, or what comes near one that fits none.
pub(crate) fn candidates(what: &str, unfound: &Unfound<'_>, path: &Path) -> String {
    let named = |found: &[Found<'_>]| {
        let words = |found: &Found<'_>| {
            let line = found.words().split_whitespace().collect::<Vec<_>>().join(" ");
            line.chars().filter(|letter| !letter.is_control()).take(WORDS).collect::<String>()
        };
        let one = |found: &Found<'_>| format!("\n  {}  {}", found.id(), words(found));
        found.iter().take(CANDIDATES).map(one).collect::<Vec<_>>().concat()
    };
    let file = path.display();
    match unfound {
        Unfound::Many(found) if found.len() > CANDIDATES => {
            format!("`{what}` begins {} ids of {file}, add letters; the first {CANDIDATES}:{}", found.len(), named(found))
        }
        Unfound::Many(found) => format!("`{what}` begins {} ids of {file}, add letters:{}", found.len(), named(found)),
        Unfound::None(near) if near.is_empty() => {
            format!("no claim (c_…), fact (f_…) or finding (fingerprint, or rule and fact) of {file} is called `{what}`")
        }
        Unfound::None(near) => format!("nothing in {file} is called `{what}`; the nearest:{}", named(near)),
    }
}

/// Every rule with its severity and what it finds.
fn list(out: &mut dyn Write) -> io::Result<()> {
    for rule in RULES {
        let severity = if rule.on { severity_name(rule.severity) } else { "off" };
        writeln!(out, "{:<20} {severity:<8} {}", rule.id, rule.finds)?;
    }
    Ok(())
}

fn sentence(args: &ExplainArgs, text: &str) -> Result<Exit, Failure> {
    let published = args
        .published
        .as_deref()
        .map(|date| date.parse().map_err(|problem| Failure::new(format!("{problem} after --published, found `{date}`"))));
    let published = published.transpose()?;
    let document = Document { name: NAME.into(), text: text.into(), published, whole: true, ..Document::default() };
    let settings = settings::load(None)?;
    let cards = pipeline::cards(&settings.language(), &settings, &document);
    let style = output::style(&args.output);
    output::to(&args.output, |out| {
        cards.iter().try_for_each(|card| render::explain::card(&card.article, &card.text, &card.claims, style, out))
    })?;
    Ok(Exit::Clean)
}
