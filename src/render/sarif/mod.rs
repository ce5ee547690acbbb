//! SARIF 2.1.0, for code scanning and for editors.
//!
//! In: a report. Out: one run: the rules with their pages, and a result for each finding, placed in the newest article, the others as
//! related places. Accepted findings are marked, because what is left out would count as mended. What never happens here: results cut
//! without a notification that says how many there are; a version of the form that depends on a network.

mod model;

use std::fmt::Write as _;
use std::io::{self, Write};

use model::{
    ArtifactLocation, Configuration, Driver, Help, Invocation, Log, Message, Notification, Outcome, PhysicalLocation, Prints, Region, Run,
    Suppression, Tool,
};

use super::excerpt::clean;
use super::location::Point;
use super::places::Places;
use crate::report::Report;
use crate::report::json::{Each, severity_name};
use crate::rules::{Finding, RULES, Rule};

/// Where the form is described.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// Most results that code scanning shows of a run.
const MOST: usize = 5_000;
/// Most related places of a result.
const RELATED: usize = 30;

/// Writes the findings, the gravest first.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let mut rules: Vec<&'static Rule> = RULES.iter().collect();
    rules.sort_by_key(|rule| rule.id);
    let results = report.findings.iter().take(MOST).map(|finding| outcome(&places, &rules, finding));
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "crosscheck",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules.iter().map(|rule| described(rule)).collect(),
                },
            },
            invocations: [Invocation { execution_successful: report.complete(), tool_execution_notifications: notifications(report) }],
            column_kind: "unicodeCodePoints",
            results: Each::new(results),
        }],
    };
    serde_json::to_writer(&mut *out, &log)?;
    out.write_all(b"\n")
}

/// A rule with its page.
fn described(rule: &Rule) -> model::Rule {
    model::Rule {
        id: rule.id,
        short_description: Message(rule.finds.to_owned()),
        help: Help { text: rule.page, markdown: rule.page },
        default_configuration: Configuration { enabled: rule.on, level: severity_name(rule.severity) },
    }
}

/// What could not be read, and what is left out.
fn notifications(report: &Report) -> Vec<Notification> {
    let unread = report.unread.iter().map(|unread| Notification {
        level: "error",
        message: Message(format!("not read: {}, {}", clean(&unread.input), clean(&unread.because))),
    });
    let all = report.findings.len();
    let cut = (all > MOST)
        .then(|| Notification { level: "warning", message: Message(format!("{MOST} of {all} findings are listed, the gravest first")) });
    unread.chain(cut).collect()
}

fn outcome<'a>(places: &Places<'_>, rules: &[&'static Rule], finding: &'a Finding) -> Outcome<'a> {
    let (first, others) = places.points(finding);
    let mut lines = vec![plain(&finding.message)];
    lines.extend(finding.notes.iter().map(|note| plain(note)));
    lines.extend(finding.help.iter().map(|help| plain(help)));
    if others.len() > RELATED {
        lines.push(format!("{RELATED} of {} other places are listed", others.len()));
    }
    Outcome {
        rule_id: finding.rule,
        rule_index: rules.binary_search_by_key(&finding.rule, |rule| rule.id).unwrap_or_default(),
        level: severity_name(finding.severity),
        message: Message(lines.join("\n")),
        locations: first.into_iter().map(|point| location(point, None)).collect(),
        related_locations: others.into_iter().take(RELATED).enumerate().map(|(id, point)| location(point, Some(id))).collect(),
        partial_fingerprints: Prints { finding: &finding.fingerprint },
        suppressions: finding.suppressed.then_some(Suppression { kind: "external", status: "accepted" }).into_iter().collect(),
    }
}

fn location(Point { location, says }: Point, id: Option<usize>) -> model::Location {
    let words = location.words;
    model::Location {
        id,
        physical: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri(&location.file) },
            region: Region {
                start_line: location.line,
                start_column: words.map(|words| words.column),
                end_line: words.map(|words| words.end_line),
                end_column: words.map(|words| words.end_column),
            },
        },
        message: Some(Message(plain(&says))).filter(|message| !message.0.is_empty()),
    }
}

/// Text on one line that holds no link: in a message, `[words](1)` would be one.
fn plain(text: &str) -> String {
    clean(text).replace("](", "] (")
}

/// A path as a relative reference: what a URI does not take is written in its bytes. A colon is, too, because the first part of a path
/// that held one would read as a scheme.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::testing::{pretty, report, snapshot, text};

    #[test]
    fn results_stand_in_the_newest_article() {
        let mut report = report();
        report.findings.last_mut().unwrap().suppressed = true;
        let page = pretty(&text(|out| write(&report, out)));
        // The pages of the rules have tests of their own, and the version moves.
        let (before, rest) = page.split_once("\"rules\": [").unwrap();
        let (_, after) = rest.split_once("\"semanticVersion\"").unwrap();
        let (_, after) = after.split_once('\n').unwrap();
        snapshot("render-sarif.json", &format!("{before}\"rules\": [ … ],\n            \"semanticVersion\": …\n{after}"));
    }

    #[test]
    fn paths_are_references() {
        for (path, expected) in
            [("seeds/fire/a.txt", "seeds/fire/a.txt"), ("a b#c%.md", "a%20b%23c%25.md"), ("día/1:2?.txt", "d%C3%ADa/1%3A2%3F.txt")]
        {
            assert_eq!(uri(path), expected);
        }
    }

    #[test]
    fn past_the_limit_the_gravest_are_listed_and_a_notification_counts() {
        let mut report = report();
        let first = report.findings[0].clone();
        report.findings = vec![first; MOST + 7];
        let page: serde_json::Value = serde_json::from_str(&text(|out| write(&report, out))).unwrap();
        let run = &page["runs"][0];
        assert_eq!(run["results"].as_array().unwrap().len(), MOST);
        let said = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
        assert_eq!(said, "5000 of 5007 findings are listed, the gravest first");
    }

    #[test]
    fn every_result_names_its_rule_by_place_and_by_id() {
        let page: serde_json::Value = serde_json::from_str(&text(|out| write(&report(), out))).unwrap();
        let run = &page["runs"][0];
        let rules: Vec<&str> = run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert!(rules.is_sorted());
        for result in run["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(result["ruleId"], rules[index]);
        }
    }
}
