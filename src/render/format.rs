//! The one list of formats.
//!
//! In: a report, and where there is an older one, what changed since. Out: the bytes of the format that is asked for. What never happens
//! here: a format that knows of another one. To add one: its file in this room, and its row below.

use std::io::{self, Write};

use super::{Style, concise, csv, full, github, gitlab, html, junit, markdown, sarif};
use crate::diff::Change;
use crate::report::{Report, json};

/// What there is to show.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The report.
    pub report: &'a Report,
    /// What changed since an older report, where there is one.
    pub change: Option<&'a Change>,
    /// How to render for people.
    pub style: Style,
}

/// A format of a report.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name, as one types it.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
    /// Whether it says itself how many findings were accepted, or marks each of them.
    pub tells_accepted: bool,
    write: fn(Shown<'_>, &mut dyn Write) -> io::Result<()>,
}

impl Format {
    /// Writes a report in this format.
    ///
    /// # Errors
    ///
    /// Where `out` fails.
    pub fn write(&self, shown: Shown<'_>, out: &mut dyn Write) -> io::Result<()> {
        (self.write)(shown, out)
    }
}

macro_rules! formats {
    ($($name:literal $tells:literal $about:literal $write:expr;)*) => {
        /// Every format of a report, those for people first.
        pub const FORMATS: &[Format] = &[$(Format { name: $name, about: $about, tells_accepted: $tells, write: $write }),*];
    };
}

formats! {
    "full"       true  "For people, on a terminal" |shown, out| full::write(shown.report, shown.change, shown.style, out);
    "concise"    false "One finding a line: where, severity, rule, message" |shown, out| concise::write(shown.report, out);
    "markdown"   true  "For a pull request or a job summary" |shown, out| markdown::write(shown.report, shown.change, shown.style, out);
    "html"       true  "For a browser: one page with plots, search and filters" |shown, out| html::write(shown.report, shown.change, shown.style, out);
    "json"       true  "The whole report as one JSON object" |shown, mut out| json::write(shown.report, &mut out);
    "jsonl"      true  "One finding a line, as JSON" |shown, mut out| json::findings(shown.report, &mut out);
    "sarif"      true  "For code scanning: SARIF 2.1.0" |shown, out| sarif::write(shown.report, out);
    "junit"      true  "Test results as JUnit XML, a suite a rule" |shown, out| junit::write(shown.report, out);
    "github"     false "Annotations of a GitHub workflow, at most ten a level" |shown, out| github::write(shown.report, out);
    "gitlab"     false "A code quality report for GitLab" |shown, out| gitlab::write(shown.report, out);
    "csv"        true  "A table with a fact a row" |shown, out| csv::facts(shown.report, out);
    "csv-claims" true  "A table with a claim a row" |shown, out| csv::claims(shown.report, out);
    "csv-chart"  true  "Label, best, low and high of each figure told by two or more articles" |shown, out| csv::chart(shown.report, out);
}

/// The format of this name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_of_small_letters() {
        for (index, one) in FORMATS.iter().enumerate() {
            assert!(FORMATS[..index].iter().all(|other| other.name != one.name), "{} twice", one.name);
            assert!(one.name.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase()), "{}", one.name);
            assert!(!one.about.is_empty() && !one.about.ends_with('.'), "{}: {}", one.name, one.about);
        }
    }
}
