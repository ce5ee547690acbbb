//! What changed between two reports, for a terminal, for a pull request, and a line each.
//!
//! In: a change. Out: lines. What never happens here: a change that is cut without its count.

use std::io::{self, Write};

use serde::Serialize;

use super::Style;
use super::excerpt::{clean, cut_end, escaped};
use super::layout::wrap;
use super::paint::{Ink, Paint};
use super::room::Room;
use crate::diff::{Change, FactChange, FactOutline, FindingChange, Kind, NO_FIGURE};
use crate::report::json::{Number, severity_name};
use crate::rules::Severity;

/// Most lines of claims of one fact.
const CLAIMS: usize = 6;
/// Characters of a message in a list.
const MESSAGE: usize = 300;

/// Writes a change for a terminal.
///
/// # Errors
///
/// Where `out` fails.
pub fn full(change: &Change, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { on: style.colours };
    if change.is_empty() {
        return writeln!(out, "Nothing changed since the last report.");
    }
    writeln!(out, "{}", paint.ink(Ink::Strong, &format!("Since the last report – {}.", tally(change))))?;
    for change in &change.findings {
        finding(change, style, out)?;
    }
    let shown = style.shown(change.facts.len());
    for change in change.facts.iter().take(shown) {
        fact(change, style, out)?;
    }
    if shown < change.facts.len() {
        writeln!(out, "  {shown} of {} facts; --limit 0 shows all", change.facts.len())?;
    }
    Ok(())
}

/// What became of a finding.
pub(super) fn finding(change: &FindingChange, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { on: style.colours };
    let tag = format!("{}: {}[{}]", change.kind.name(), severity_name(change.finding.severity), change.finding.rule);
    let lines = wrap(&says(change), style.width, &format!("  {tag} "), "     ");
    for (index, line) in lines.iter().enumerate() {
        match line.strip_prefix("  ").and_then(|line| line.strip_prefix(&tag)).filter(|_| index == 0) {
            Some(rest) => writeln!(out, "  {}{rest}", paint.ink(ink(change), &tag))?,
            None => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

/// What became of a fact, and which lines of its claims are new or gone.
pub(super) fn fact(change: &FactChange, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { on: style.colours };
    for line in wrap(&fact_line(change), style.width, "  ", "     ") {
        writeln!(out, "{line}")?;
    }
    let (added, gone) = change.claims();
    let lines: Vec<String> =
        gone.iter().map(|line| format!("- {}", clean(line))).chain(added.iter().map(|line| format!("+ {}", clean(line)))).collect();
    for line in lines.iter().take(CLAIMS) {
        let line = cut_end(&format!("     {line}"), style.width);
        writeln!(out, "{}", paint.ink(Ink::Frame, &line))?;
    }
    if lines.len() > CLAIMS {
        writeln!(out, "     {CLAIMS} of {} lines", lines.len())?;
    }
    Ok(())
}

/// "widened, worse: homes destroyed: 34 → 34–43 (conflict, before agreement)".
pub fn fact_line(change: &FactChange) -> String {
    [kinds(change), clean(change.label()), figures(change)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// "new: error[conflicting-figures] homes destroyed: reports of the same time differ, 34 and 43".
pub fn finding_line(change: &FindingChange) -> String {
    let finding = &change.finding;
    format!("{}: {}[{}] {}", change.kind.name(), severity_name(finding.severity), finding.rule, says(change))
}

/// "homes destroyed: reports of the same time differ, 34 and 52 (before: 34 and 43)": what a finding says, and what it said.
pub(super) fn says(change: &FindingChange) -> String {
    let message = &change.finding.message;
    let Some(before) = &change.before else { return clean(message) };
    // Of what both say alike, the words before the figures need not be read twice.
    let figures = before.find(|letter: char| letter.is_numeric()).unwrap_or_default();
    let alike = before[..figures].rfind(", ").map_or(0, |at| at + 2);
    let before = if message.contains(&before[..alike]) { &before[alike..] } else { before };
    clean(&format!("{message} (before: {before})"))
}

/// Writes a change for a pull request: a list, the gravest first.
///
/// # Errors
///
/// Where `out` fails.
pub fn markdown(change: &Change, style: Style, out: &mut dyn Write) -> io::Result<()> {
    markdown_within(change, style, super::markdown::MOST, &mut Room::new(out, super::markdown::MOST))
}

/// Writes a change for a pull request in at most `bytes` bytes of a page.
pub(super) fn markdown_within(change: &Change, style: Style, bytes: usize, room: &mut Room<'_>) -> io::Result<()> {
    // What says that a list is cut.
    const CLOSING: usize = 100;
    // What is left of the page when this part has taken all of its bytes.
    let end = room.beside(bytes);
    if change.is_empty() {
        return room.line("Nothing changed since the last report.");
    }
    room.line(&format!("**Since the last report – {}.**\n", tally(change)))?;
    let findings = change.findings.iter().map(|finding| {
        let message = escape(&cut_end(&says(finding), MESSAGE));
        format!("- **{}** `{}` ({}): {message}", finding.kind.name(), finding.finding.rule, severity_name(finding.finding.severity))
    });
    let shown = room.lines(room.beside(end + 2 * CLOSING), findings)?;
    if shown < change.findings.len() {
        room.line(&format!("- {shown} of {} findings", change.findings.len()))?;
    }
    let facts = change.facts.iter().take(style.shown(change.facts.len()));
    let facts = facts.map(|fact| {
        let label = escape(&cut_end(&clean(fact.label()), MESSAGE));
        let figures = Some(figures(fact)).filter(|figures| !figures.is_empty()).map_or_else(String::new, |figures| format!(": {figures}"));
        format!("- **{}** {label}{}", kinds(fact), escape(&figures))
    });
    let shown = room.lines(room.beside(end + CLOSING), facts)?;
    if shown < change.facts.len() {
        room.line(&format!("- {shown} of {} facts", change.facts.len()))?;
    }
    Ok(())
}

/// A change as one JSON object.
#[derive(Serialize)]
struct Line<'a> {
    change: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    label: &'a str,
    /// What a finding said before, without its label.
    #[serde(skip_serializing_if = "Option::is_none")]
    said_before: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<State<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<State<'a>>,
}

/// A fact as it was, or is.
#[derive(Serialize)]
struct State<'a> {
    verdict: &'a str,
    low: Option<Number>,
    best: Option<Number>,
    high: Option<Number>,
}

/// Writes a change as JSON, one finding or one kind of change of a fact a line.
///
/// # Errors
///
/// Where `out` fails.
pub fn jsonl(change: &Change, out: &mut dyn Write) -> io::Result<()> {
    let mut line = |line: &Line<'_>| -> io::Result<()> {
        serde_json::to_writer(&mut *out, line)?;
        out.write_all(b"\n")
    };
    for change in &change.findings {
        line(&Line {
            change: change.kind.name(),
            fact: change.finding.fact.as_deref(),
            fingerprint: Some(&change.fingerprint),
            rule: Some(&change.finding.rule),
            severity: Some(severity_name(change.finding.severity)),
            label: &change.finding.message,
            said_before: change.before.as_deref(),
            before: None,
            after: None,
        })?;
    }
    for change in &change.facts {
        for kind in &change.kinds {
            line(&Line {
                change: kind.name(),
                fact: Some(&change.id),
                fingerprint: None,
                rule: None,
                severity: None,
                label: change.label(),
                said_before: None,
                before: change.before.as_ref().map(state),
                after: change.after.as_ref().map(state),
            })?;
        }
    }
    Ok(())
}

fn state(fact: &FactOutline) -> State<'_> {
    State { verdict: &fact.verdict, low: fact.low.map(Number), best: fact.best.map(Number), high: fact.high.map(Number) }
}

fn ink(change: &FindingChange) -> Ink {
    match change.kind {
        Kind::New | Kind::Worse | Kind::Changed => Ink::Severity(change.finding.severity),
        Kind::Settled | Kind::GoneQuiet => Ink::Agree,
        _ => Ink::Severity(Severity::Note),
    }
}

/// "findings: 2 new, 1 settled; facts: 3 rose, 1 gone quiet".
pub(super) fn tally(change: &Change) -> String {
    let order = [
        Kind::Worse,
        Kind::New,
        Kind::Changed,
        Kind::Rose,
        Kind::Fell,
        Kind::Widened,
        Kind::Narrowed,
        Kind::Retold,
        Kind::Settled,
        Kind::GoneQuiet,
    ];
    let part = |noun: &str, count: &dyn Fn(Kind) -> usize| {
        let numbers: Vec<String> = order
            .into_iter()
            .filter_map(|kind| Some((count(kind), kind)).filter(|(number, _)| *number > 0))
            .map(|(number, kind)| format!("{number} {}", kind.name()))
            .collect();
        (!numbers.is_empty()).then(|| format!("{noun}: {}", numbers.join(", ")))
    };
    let findings = part("findings", &|kind| change.findings.iter().filter(|change| change.kind == kind).count());
    let facts = part("facts", &|kind| change.facts.iter().filter(|change| change.kinds.contains(&kind)).count());
    findings.into_iter().chain(facts).collect::<Vec<_>>().join("; ")
}

/// "rose, worse".
pub(super) fn kinds(change: &FactChange) -> String {
    change.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ")
}

/// "41 → 47 (conflict, before agreement)"; of the date of an event the verdicts alone.
pub(super) fn figures(change: &FactChange) -> String {
    let of = |fact: &Option<FactOutline>| fact.as_ref().map(FactOutline::figures).filter(|figures| figures != NO_FIGURE);
    let (was, is) = (of(&change.before), of(&change.after));
    let figures = match (was, is) {
        (Some(was), Some(is)) if was != is => format!("{was} → {is}"),
        (was, is) => is.or(was).unwrap_or_default(),
    };
    let verdict = match (&change.before, &change.after) {
        (Some(before), Some(after)) if before.verdict == after.verdict => return figures,
        (Some(before), Some(after)) => format!("{}, before {}", after.verdict, before.verdict),
        (Some(only), None) | (None, Some(only)) => only.verdict.clone(),
        (None, None) => return figures,
    };
    if figures.is_empty() { verdict } else { format!("{figures} ({verdict})") }
}

/// Article text in Markdown: signs that mean something there are escaped, everything is on one line.
pub(super) fn escape(text: &str) -> String {
    escaped(text, |letter| {
        Some(match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            // A mention would call somebody, a number sign would link an issue.
            '@' => "&#64;",
            '#' => "&#35;",
            '*' => "\\*",
            '_' => "\\_",
            '`' => "\\`",
            '[' => "\\[",
            ']' => "\\]",
            '|' => "\\|",
            '\\' => "\\\\",
            '~' => "\\~",
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn article_text_cannot_make_markup() {
        assert_eq!(escape("a|b <img> *x* @desk #12"), "a\\|b &lt;img&gt; \\*x\\* &#64;desk &#35;12");
    }
}
