//! The report as one page for a browser: a summary, the facts that differ with their plots and sentences, what agrees, what was not
//! compared.
//!
//! In: a report, and where there is an older one, what changed since. Out: one file that asks for nothing else: style, script and signs
//! stand in it, and its policy forbids the network. What never happens here: article text that is not escaped (the templates escape
//! whatever they print), a style or a script that the policy does not name, a list that is cut without its count.
//!
//! Rust makes views (`fact.rs`, `rest.rs`) and drawings (`forest.rs`, `timeline.rs`); the templates beside this file put them in order;
//! `page.js` searches, filters and sorts what is there, and without it everything can still be read.

mod axis;
mod digest;
mod fact;
mod forest;
mod quotes;
mod rest;
mod sources;
mod svg;
mod timeline;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value};
use serde::Serialize;

use super::Style;
use super::full::{agreements, count, counts, inputs};
use super::places::Places;
use crate::claim;
use crate::diff::Change;
use crate::fact as facts;
use crate::report::Report;
use crate::report::json::{Summary, verdict_name};
use crate::verdict::Verdict as Said;
use sources::Sources;

/// Facts that differ of which all is drawn; the others are listed on one line each.
const DRAWN: usize = 300;
/// Facts in agreement of which all is drawn.
const DRAWN_AGREEING: usize = 100;
/// Facts of each list that stand on the page at all.
const LISTED: usize = 6_000;
/// Facts in agreement that stand on the page at all.
const LISTED_AGREEING: usize = 1_000;

/// The files that make the page, each a template, the style or the script.
const HEAD: &str = include_str!("head.html");
const FACT: &str = include_str!("fact.html");
const REST: &str = include_str!("rest.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Writes the page; where there is an older report, what changed since comes first.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn write(report: &Report, change: Option<&Change>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let templates = templates().map_err(io::Error::other)?;
    let print = |name: &str, view: Value, out: &mut dyn Write| -> io::Result<()> {
        let template = templates.get_template(name).map_err(io::Error::other)?;
        template.render_captured_to(view, out).map(drop).map_err(io::Error::other)
    };
    let lists = Lists::of(report);
    let page = Page::new(report, change, &lists);
    print("head.html", view(page.head(change, style, &lists)), out)?;
    let most = |most: usize| if style.limit == 0 { usize::MAX } else { most };
    let mut rank = 0;
    let mut list = |ids: &[facts::Id], drawn: usize, listed: usize, out: &mut dyn Write| -> io::Result<()> {
        for (index, &id) in ids.iter().take(listed).enumerate() {
            print("fact.html", view(page.fact(id, rank, index < drawn)), out)?;
            rank += 1;
        }
        Ok(())
    };
    section(out, "differ", "Facts that differ", lists.differ.len(), &cut(most(DRAWN), most(LISTED), lists.differ.len()))?;
    list(&lists.differ, most(DRAWN), most(LISTED), out)?;
    out.write_all(b"</div></section>\n")?;
    let articles = page.articles();
    let at_odds = report.findings.iter().filter(|finding| finding.fact.is_none()).count();
    if at_odds > 0 || !lists.alone.is_empty() {
        let shown = articles.len();
        let cut = if shown < at_odds { cut(shown, shown, at_odds) } else { String::new() };
        section(out, "alone", "Articles at odds with themselves", at_odds + lists.alone.len(), &cut)?;
        list(&lists.alone, most(DRAWN), most(LISTED), out)?;
        out.write_all(b"</div>\n")?;
        print("rest.html", view(Parts { articles: Some(articles), rest: None }), out)?;
        out.write_all(b"</section>\n")?;
    }
    let agreed = cut(most(DRAWN_AGREEING), most(LISTED_AGREEING), lists.agree.len());
    section(out, "agree", "Facts in agreement", lists.agree.len(), &agreed)?;
    list(&lists.agree, most(DRAWN_AGREEING), most(LISTED_AGREEING), out)?;
    out.write_all(b"</div></section>\n")?;
    print("rest.html", view(Parts { articles: None, rest: Some(page.rest(style)) }), out)
}

/// What a template prints.
fn view(view: impl Serialize) -> Value {
    Value::from(Serde(view))
}

/// The head of a list of facts, to be closed by its end.
fn section(out: &mut dyn Write, id: &str, title: &str, number: usize, cut: &str) -> io::Result<()> {
    let none = if number == 0 { "<p class=\"none\">None.</p>" } else { "" };
    let cut = if cut.is_empty() { String::new() } else { format!("<p class=\"cut\">{cut}</p>") };
    writeln!(
        out,
        "<section id=\"{id}\" aria-labelledby=\"{id}-title\"><h2 id=\"{id}-title\">{title} <span class=\"number\">{number}</span></h2>\
         {none}{cut}<div class=\"list\">"
    )
}

/// "400 of 5,000 are drawn, the others stand on one line".
fn cut(drawn: usize, listed: usize, all: usize) -> String {
    let of = |number: usize| count(number, "", "").trim_end().to_owned();
    let whole = "the whole report is in <code>--format json</code>, and <code>--limit 0</code> draws all";
    match (all > drawn, all > listed) {
        (_, true) => format!("{} of {} are on this page, {} of them drawn; {whole}.", of(listed), of(all), of(drawn)),
        (true, false) => format!("{} of {} are drawn, the others stand on one line; {whole}.", of(drawn), of(all)),
        (false, false) => String::new(),
    }
}

fn templates() -> Result<Environment<'static>, minijinja::Error> {
    let mut templates = Environment::new();
    templates.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    // The names end in `.html`, so all that is printed is escaped.
    templates.add_template("head.html", HEAD)?;
    templates.add_template("fact.html", FACT)?;
    templates.add_template("rest.html", REST)?;
    Ok(templates)
}

/// The facts of the page, by where they stand.
struct Lists {
    /// Told by two or more articles that differ, or of which something was found: the gravest first.
    differ: Vec<facts::Id>,
    /// Told by one article, of which something was found.
    alone: Vec<facts::Id>,
    /// Told by two or more articles that agree.
    agree: Vec<facts::Id>,
}

impl Lists {
    fn of(report: &Report) -> Self {
        let mut seen: BTreeSet<facts::Id> = BTreeSet::new();
        // Those of which all has been accepted come last.
        let accepted = report.findings.iter().filter(|finding| finding.suppressed);
        let found = report.open().chain(accepted).filter_map(|finding| finding.fact).filter(|id| seen.insert(*id));
        let (mut differ, alone): (Vec<facts::Id>, Vec<facts::Id>) = found.partition(|id| report.articles_of(*id).len() > 1);
        // What differs though no rule that is on speaks of it.
        let ids = (0..report.case.facts.len()).filter_map(|index| u32::try_from(index).ok().map(facts::Id));
        let said = |id: facts::Id| report.case.judgements.get(id.0 as usize).map_or(Said::Single, |judgement| judgement.verdict);
        let silent = ids.filter(|id| report.articles_of(*id).len() > 1 && said(*id) != Said::Agreement && !seen.contains(id));
        let mut silent: Vec<facts::Id> = silent.collect();
        silent.sort_by_key(|&id| (std::cmp::Reverse(said(id)), report.fact(id).label.clone(), report.fact(id).key.clone()));
        differ.extend(silent);
        let agree = agreements(report).into_iter().filter(|id| !seen.contains(id)).collect();
        Self { differ, alone, agree }
    }

    fn all(&self) -> impl Iterator<Item = facts::Id> {
        self.differ.iter().chain(&self.alone).chain(&self.agree).copied()
    }
}

/// What every part of the page needs.
struct Page<'a> {
    report: &'a Report,
    places: Places<'a>,
    sources: Sources,
    /// What became of each fact since the accepted report, by its id.
    changed: BTreeMap<String, String>,
    /// For each claim what it was left apart from, by the places in the report's list.
    left_of: BTreeMap<claim::Id, Vec<usize>>,
}

impl<'a> Page<'a> {
    fn new(report: &'a Report, change: Option<&Change>, lists: &Lists) -> Self {
        let mut left_of: BTreeMap<claim::Id, Vec<usize>> = BTreeMap::new();
        for (index, left) in report.case.not_compared.iter().enumerate() {
            for &claim in &left.claims {
                left_of.entry(claim).or_default().push(index);
            }
        }
        let facts = change.iter().flat_map(|change| &change.facts);
        let changed = facts.map(|change| (change.id.clone(), super::change::kinds(change))).collect();
        Self { report, places: Places::new(report), sources: Sources::of(report, lists.all()), changed, left_of }
    }

    /// All that stands above the facts.
    fn head(&self, change: Option<&Change>, style: Style, lists: &Lists) -> Head {
        let report = self.report;
        let summary = report.summary();
        let mut verdicts: BTreeMap<Said, usize> = BTreeMap::new();
        let mut measures: BTreeMap<String, usize> = BTreeMap::new();
        for id in lists.all() {
            *verdicts.entry(said(report, id)).or_default() += 1;
            if let Some(measure) = &report.fact(id).measure {
                *measures.entry(super::excerpt::clean(measure)).or_default() += 1;
            }
        }
        let verdicts = verdicts.into_iter().rev().map(|(said, number)| (verdict_name(said), word(said), number)).collect();
        Head {
            policy: policy(),
            style: STYLE,
            grids: (1..=forest::MOST_STEPS).map(forest::grid).collect::<Vec<_>>().concat(),
            title: counts(&summary, lists.agree.len()).trim_end_matches('.').to_owned(),
            headline: headline(&summary),
            inputs: inputs(&summary),
            numbers: numbers(&summary, lists),
            unread: self.unread(),
            change: change.map(|change| rest::change(change, style)),
            verdicts,
            measures: measures.into_iter().collect(),
            outlets: self.sources.outlets(),
            named: self.sources.named(),
        }
    }
}

/// What the page may do: nothing but to show its own style and to run its own script.
fn policy() -> String {
    let (style, script) = (digest::source(STYLE), digest::source(SCRIPT));
    format!("default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'")
}

fn said(report: &Report, id: facts::Id) -> Said {
    report.case.judgements.get(id.0 as usize).map_or(Said::Single, |judgement| judgement.verdict)
}

/// A verdict in a word.
fn word(said: Said) -> &'static str {
    match said {
        Said::Conflict => "Conflict",
        Said::Disputed => "Disputed",
        Said::Undated => "Undated",
        Said::Revision => "Revision",
        Said::Range => "Range",
        Said::Agreement => "Agreement",
        Said::Single => "Single",
    }
}

/// An address that a reader may follow: of the web, and nothing else.
fn link(url: &str) -> Option<String> {
    let url = super::excerpt::clean(url.trim());
    let web =
        ["https://", "http://"].into_iter().any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    web.then_some(url)
}

/// What stands above the facts.
#[derive(Debug, Serialize)]
struct Head {
    policy: String,
    style: &'static str,
    grids: String,
    title: String,
    headline: String,
    inputs: String,
    numbers: Vec<Number>,
    unread: Vec<String>,
    change: Option<rest::Changed>,
    /// Name, word and number of each.
    verdicts: Vec<(&'static str, &'static str, usize)>,
    measures: Vec<(String, usize)>,
    outlets: Vec<sources::Source>,
    named: Vec<sources::Source>,
}

/// A number of the summary.
#[derive(Debug, Serialize)]
struct Number {
    kind: &'static str,
    figure: String,
    noun: &'static str,
}

/// What comes behind the facts; one of the two.
#[derive(Debug, Serialize)]
struct Parts {
    articles: Option<Vec<rest::AtOdds>>,
    rest: Option<rest::Rest>,
}

/// "3 conflicts", "No conflicts".
fn headline(summary: &Summary) -> String {
    match summary.errors {
        0 if summary.facts_shared == 0 => "No conflicts. No fact is told by two articles.".to_owned(),
        0 if summary.accepted > 0 => "No open conflicts".to_owned(),
        0 => "No conflicts".to_owned(),
        errors => count(errors, "conflict", "conflicts"),
    }
}

fn numbers(summary: &Summary, lists: &Lists) -> Vec<Number> {
    let one = |kind, number: usize, one: &'static str, many: &'static str| {
        let words = count(number, "", "");
        Number { kind, figure: words.trim_end().to_owned(), noun: if number == 1 { one } else { many } }
    };
    let all = [
        one("warning", summary.warnings, "warning", "warnings"),
        one("note", summary.notes, "note", "notes"),
        one("agreement", lists.agree.len(), "agreement", "agreements"),
        one("", summary.accepted, "accepted", "accepted"),
        one("", summary.facts_shared, "fact of two or more articles", "facts of two or more articles"),
        one("", summary.articles, "article", "articles"),
        one("", summary.stories, "story", "stories"),
    ];
    all.into_iter().filter(|one| one.noun != "accepted" || summary.accepted > 0).collect()
}

#[cfg(test)]
mod tests;
