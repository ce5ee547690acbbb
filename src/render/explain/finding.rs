//! A finding: what its rule finds, its sides, what its fingerprint is made of; then its fact.
//!
//! In: a finding of a report. Out: its page. What never happens here: the rule's whole page; its name leads there.

use std::io;

use super::claim::figures;
use super::fact;
use super::page::Page;
use crate::report::json::{Fact, Finding};
use crate::rules::{self, wording};

pub(super) fn write(page: &mut Page<'_>, finding: &Finding) -> io::Result<()> {
    page.title(&format!("{}[{}] {}", finding.severity, finding.rule, finding.message))?;
    match rules::rule(&finding.rule) {
        Some(rule) => page.field("rule", &format!("{}; more: crosscheck explain {}", rule.finds, rule.id))?,
        None => page.field("rule", "not a rule of this version")?,
    }
    if finding.suppressed {
        page.field("suppressed", "yes")?;
    }
    let about = finding.fact.as_deref().and_then(|id| page.report.facts.iter().find(|fact| fact.id == id));
    for (index, side) in finding.sides.iter().enumerate() {
        let told = side_of(page, about, side);
        page.field(&format!("side {}", index + 1), &told)?;
    }
    if let Some(article) = &finding.article {
        page.field("article", article)?;
    }
    for mark in &finding.marks {
        let label = if mark.label.is_empty() { String::new() } else { format!(": {}", mark.label) };
        page.field("shown by", &format!("\"{}\"{label}", mark.text))?;
    }
    for note in &finding.notes {
        page.field("note", note)?;
    }
    if let Some(help) = &finding.help {
        page.field("to do", help)?;
    }
    page.field("fingerprint", &finding.fingerprint)?;
    page.field("", &made_of(page, finding))?;
    match about {
        Some(fact) => {
            writeln!(page.out)?;
            fact::write(page, fact)
        }
        None => Ok(()),
    }
}

/// "63, claims 1, 2 and 3 below"; claims that the fact does not list, each in full.
fn side_of(page: &Page<'_>, about: Option<&Fact>, side: &[String]) -> String {
    let told = figures(side.iter().filter_map(|id| page.claim(id)));
    let listed = |fact: &Fact| side.iter().all(|id| fact.claims.contains(id));
    match about.filter(|fact| listed(fact)) {
        Some(fact) => {
            let numbers: Vec<String> = side.iter().map(|id| fact::number(fact, id)).collect();
            format!("{told}: {} {} below", if numbers.len() == 1 { "claim" } else { "claims" }, wording::list(&numbers))
        }
        None => side.iter().filter_map(|id| page.claim(id)).map(|claim| fact::line(page, claim)).collect::<Vec<_>>().join("; "),
    }
}

/// What the fingerprint is made of.
fn made_of(page: &Page<'_>, finding: &Finding) -> String {
    let never = "never of names of files, lines or the number of articles";
    match &finding.fact {
        Some(fact) => {
            let figures = figures(finding.claims.iter().filter_map(|id| page.claim(id)));
            format!("made of the rule, the fact {fact} and what its sides state, {figures}; {never}")
        }
        None => format!("made of the rule, the title or opening words of the article, and the words that it is about; {never}"),
    }
}
