//! `crosscheck explain`: a rule's page, the list of rules, or how a sentence was read.

use std::io::{self, Write};

use crosscheck::lexicon::Language;
use crosscheck::pipeline;
use crosscheck::render;
use crosscheck::report::json::severity_name;
use crosscheck::rules::{self, RULES};
use crosscheck::source::Document;
use crosscheck::story::nearest;

use crate::args::ExplainArgs;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::settings;

/// The name of a sentence given on the command line.
const NAME: &str = "text";

pub(crate) fn run(args: &ExplainArgs) -> Result<Exit, Failure> {
    if let Some(text) = &args.text {
        return sentence(args, text);
    }
    match args.rule.as_deref() {
        None => output::to(&args.output, list)?,
        Some(id) => {
            let rule = rules::rule(id).ok_or_else(|| Failure::new(unknown(id)))?;
            output::to(&args.output, |out| out.write_all(rule.page.as_bytes()))?;
        }
    }
    Ok(Exit::Clean)
}

/// Every rule with its severity and what it finds.
fn list(out: &mut dyn Write) -> io::Result<()> {
    for rule in RULES {
        let severity = if rule.on { severity_name(rule.severity) } else { "off" };
        writeln!(out, "{:<20} {severity:<8} {}", rule.id, rule.finds)?;
    }
    Ok(())
}

fn unknown(id: &str) -> String {
    let near = nearest(id, RULES.iter().map(|rule| rule.id));
    let hint = near.map_or_else(String::new, |rule| format!("; did you mean `{rule}`?"));
    format!("no rule is called `{id}`{hint} (`crosscheck explain` lists them)")
}

fn sentence(args: &ExplainArgs, text: &str) -> Result<Exit, Failure> {
    let published = args
        .published
        .as_deref()
        .map(|date| date.parse().map_err(|problem| Failure::new(format!("{problem} after --published, found `{date}`"))));
    let published = published.transpose()?;
    let document = Document { name: NAME.into(), text: text.into(), published, whole: true, ..Document::default() };
    let settings = settings::load(None)?;
    let cards = pipeline::cards(Language::english(), &settings, &document);
    let style = output::style(&args.output);
    output::to(&args.output, |out| {
        cards.iter().try_for_each(|card| render::explain::card(&card.article, &card.text, &card.claims, style, out))
    })?;
    Ok(Exit::Clean)
}
