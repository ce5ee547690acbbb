//! The report as reviewable text: a fact a block, a claim a line, sorted by id, nothing that moves by itself.
//!
//! In: an outline, or such a text. Out: the other. What never happens here: a line number, a date of today, a count over the whole
//! batch; an article that has nothing to do with a fact changes no line of its block.

use std::collections::BTreeMap;
use std::fmt;

use super::outline::{FactOutline, FindingOutline, Outline, one_line, severity_of, verdict_of};
use crate::report::json::severity_name;
use crate::text::is_merge_mark;
use crate::value::Decimal;

/// The first line: what this is, and the version of its form.
const HEAD: &str = "crosscheck snapshot 1";

/// A snapshot that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What was expected there.
    pub expected: &'static str,
    /// What was found.
    pub found: String,
}

impl Problem {
    /// Whether two sides of a merge that was left open stand there.
    pub fn unmerged(&self) -> bool {
        is_merge_mark(&self.found)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}, found `{}` (line {})", self.expected, self.found, self.line)
    }
}

impl std::error::Error for Problem {}

/// The text of an outline.
///
/// ```
/// use crosscheck::diff::{Outline, read, write};
/// let outline = Outline::default();
/// assert_eq!(read(&write(&outline)), Ok(outline));
/// ```
pub fn write(outline: &Outline) -> String {
    let mut lines = vec![HEAD.to_owned()];
    let mut on: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (fingerprint, finding) in &outline.findings {
        let fact = finding.fact.as_deref().filter(|fact| outline.facts.contains_key(*fact)).unwrap_or_default();
        on.entry(fact).or_default().push(finding_line(fingerprint, finding));
    }
    for (id, fact) in &outline.facts {
        let number = |number: Option<Decimal>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
        lines.push(String::new());
        lines.push(format!("fact {id} {}", fact.label));
        lines.push(format!("  {}, low {}, best {}, high {}", fact.verdict, number(fact.low), number(fact.best), number(fact.high)));
        lines.extend(on.get(id.as_str()).into_iter().flatten().map(|line| format!("  {line}")));
        lines.extend(fact.claims.iter().map(|claim| format!("  - {claim}")));
    }
    if let Some(others) = on.remove("") {
        lines.push(String::new());
        lines.extend(others);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn finding_line(fingerprint: &str, finding: &FindingOutline) -> String {
    format!("{}[{}] {fingerprint} {}", severity_name(finding.severity), finding.rule, one_line(&finding.message))
}

/// The outline of a snapshot's text.
///
/// # Errors
///
/// Where a line is none that [`write()`] makes.
pub fn read(text: &str) -> Result<Outline, Problem> {
    let mut outline = Outline::default();
    let mut last: Option<String> = None;
    for (index, line) in text.lines().enumerate() {
        let problem = |expected| Problem { line: index + 1, expected, found: line.chars().take(80).collect() };
        if index == 0 {
            if line.trim_end() != HEAD {
                return Err(problem("`crosscheck snapshot 1`"));
            }
        } else if line.trim().is_empty() {
            last = None;
        } else if let Some(rest) = line.strip_prefix("fact ") {
            let (id, label) = rest.split_once(' ').unwrap_or((rest, ""));
            outline.facts.insert(id.to_owned(), FactOutline { label: label.to_owned(), ..FactOutline::default() });
            last = Some(id.to_owned());
        } else if let Some((fingerprint, finding)) = finding(line.trim_start(), last.as_ref()) {
            outline.findings.insert(fingerprint, finding);
        } else {
            let fact = last.as_ref().and_then(|id| outline.facts.get_mut(id)).ok_or_else(|| problem("`fact ID LABEL`, or a finding"))?;
            if let Some(claim) = line.strip_prefix("  - ") {
                fact.claims.push(claim.to_owned());
            } else {
                says(line.trim(), fact).ok_or_else(|| problem("`VERDICT, low N, best N, high N`"))?;
            }
        }
    }
    if text.is_empty() {
        return Err(Problem { line: 1, expected: "`crosscheck snapshot 1`", found: String::new() });
    }
    outline.facts.values_mut().for_each(|fact| fact.claims.sort_unstable());
    Ok(outline)
}

/// Reads `conflict, low 41, best -, high 47`.
fn says(line: &str, fact: &mut FactOutline) -> Option<()> {
    let mut parts = line.split(", ");
    let verdict = parts.next()?;
    verdict_of(verdict)?;
    let mut number = |name: &str| -> Option<Option<Decimal>> {
        let digits = parts.next()?.strip_prefix(name)?.trim_start();
        if digits == "-" { Some(None) } else { Decimal::parse(digits).map(Some) }
    };
    let (low, best, high) = (number("low ")?, number("best ")?, number("high ")?);
    verdict.clone_into(&mut fact.verdict);
    (fact.low, fact.best, fact.high) = (low, best, high);
    Some(())
}

/// Reads `note[revised-figure] 1:0123 sentence`.
fn finding(line: &str, fact: Option<&String>) -> Option<(String, FindingOutline)> {
    let (severity, rest) = line.split_once('[')?;
    let (rule, rest) = rest.split_once("] ")?;
    let (fingerprint, message) = rest.split_once(' ').unwrap_or((rest, ""));
    let severity = severity_of(severity)?;
    let finding = FindingOutline { rule: rule.to_owned(), severity, fact: fact.cloned(), message: message.to_owned() };
    Some((fingerprint.to_owned(), finding))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Report;
    use crate::rules::testing::{Batch, day};
    use crate::rules::{Settings, check};

    fn outline(batch: Batch) -> Outline {
        let case = batch.judged();
        let findings = check(&case, &Settings::default());
        Outline::of(&Report::new(case, findings, Vec::new()))
    }

    fn fire() -> Batch {
        Batch::toll("people killed in the mill fire").article("a.md", Some(day(3, 1)), "The fire killed [41 people|41|police].").article(
            "b.md",
            Some(day(3, 1)),
            "The fire killed\n[47 people|47].",
        )
    }

    #[test]
    fn a_fact_is_a_block_and_a_claim_a_line() {
        let text = write(&outline(fire()));
        let expected = "crosscheck snapshot 1\n\
            \n\
            fact FACT people killed in the mill fire\n\
            \x20 conflict, low 41, best -, high 47\n\
            \x20 error[conflicting-figures] PRINT people killed in the mill fire: reports of the same time differ, 41 and 47\n\
            \x20 - a.md | 2025-03-01 | police | 41 people\n\
            \x20 - b.md | 2025-03-01 | no one named | 47 people\n";
        let outline = outline(fire());
        let text = text.replace(outline.facts.keys().next().unwrap(), "FACT").replace(outline.findings.keys().next().unwrap(), "PRINT");
        assert_eq!(text, expected);
    }

    #[test]
    fn reading_gives_back_what_was_written() {
        let outline = outline(fire());
        assert_eq!(read(&write(&outline)), Ok(outline.clone()));
        assert_eq!(read(&write(&outline).replace('\n', "\r\n")), Ok(outline));
    }

    #[test]
    fn what_is_no_snapshot_is_named_with_its_line() {
        let message = |text: &str| read(text).unwrap_err().to_string();
        assert_eq!(message(""), "expected `crosscheck snapshot 1`, found `` (line 1)");
        assert_eq!(message("<<<<<<< HEAD\n"), "expected `crosscheck snapshot 1`, found `<<<<<<< HEAD` (line 1)");
        assert_eq!(
            message("crosscheck snapshot 1\n\nfact f_1 x\n  odd, low 1\n"),
            "expected `VERDICT, low N, best N, high N`, found `  odd, low 1` (line 4)"
        );
        assert_eq!(message("crosscheck snapshot 1\n  - claim\n"), "expected `fact ID LABEL`, or a finding, found `  - claim` (line 2)");
    }
}
