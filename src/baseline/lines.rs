//! The file of a baseline: one entry a line, sorted, each independent of the others.
//!
//! In: the text of the file. Out: a baseline, or what is wrong with a line and what to do; the text of a baseline. What never happens
//! here: a line passed over. Lines may stand in any order and twice, as a merge of two branches leaves them.

use std::fmt;

use serde::Deserialize;

use super::{Baseline, Entry};
use crate::text::{begins_merge_base, is_merge_mark};

/// The name and version of the form: the first line.
pub const SCHEMA: &str = "crosscheck.baseline/1";

/// What the name of every version begins with.
const NAME: &str = "crosscheck.baseline/";

/// A line that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What was expected, what was found, what to do.
    pub message: String,
    /// Whether two sides of a merge stand in the file.
    pub unmerged: bool,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

/// The line that says what the file is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    schema: String,
}

/// The text of a baseline, sorted by fingerprint.
///
/// ```
/// use crosscheck::baseline::{Baseline, read, write};
/// assert_eq!(write(&Baseline::default()), "{\"schema\":\"crosscheck.baseline/1\"}\n");
/// assert_eq!(read(&write(&Baseline::default())), Ok(Baseline::default()));
/// ```
pub fn write(baseline: &Baseline) -> String {
    let mut text = format!("{{\"schema\":\"{SCHEMA}\"}}\n");
    for entry in baseline.entries() {
        // Strings, days and lists of them: nothing that JSON cannot say.
        text.push_str(&serde_json::to_string(entry).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// The baseline in a file's text.
///
/// # Errors
///
/// The first line that is none of a baseline.
pub fn read(text: &str) -> Result<Baseline, Problem> {
    let mut baseline = Baseline::default();
    for (index, line) in text.lines().enumerate() {
        let entry = entry(line).map_err(|message| Problem { line: index + 1, message, unmerged: is_merge_mark(line) })?;
        if let Some(entry) = entry {
            baseline.insert(entry);
        }
    }
    Ok(baseline)
}

/// The baseline in the text of a file whose merge was left open: both sides count, what stood before them doesn't.
///
/// # Errors
///
/// The first line that is neither of a baseline nor a mark of a merge.
pub fn merge(text: &str) -> Result<Baseline, Problem> {
    let mut ours = String::with_capacity(text.len());
    let mut base = false;
    for line in text.lines() {
        base = begins_merge_base(line) || base && !is_merge_mark(line);
        // A blank line keeps the numbers of the others.
        ours.push_str(if base || is_merge_mark(line) { "" } else { line });
        ours.push('\n');
    }
    read(&ours)
}

/// The entry on a line; none on a blank one and on the one that says what the file is.
fn entry(line: &str) -> Result<Option<Entry>, String> {
    let line = line.trim().trim_start_matches('\u{feff}');
    if line.is_empty() {
        return Ok(None);
    }
    if is_merge_mark(line) {
        return Err("two branches changed this file and their merge is open; every line is independent, so keep both sides".to_owned());
    }
    if let Ok(Head { schema }) = serde_json::from_str(line) {
        return match schema.strip_prefix(NAME) {
            Some(_) if schema == SCHEMA => Ok(None),
            Some(_) => Err(format!("expected `{SCHEMA}`, found `{schema}`; it was written by another version of crosscheck, use that one")),
            None => Err(format!("expected `{SCHEMA}`, found `{schema}`; is it a file of `crosscheck baseline add`?")),
        };
    }
    let entry: Entry = serde_json::from_str(line).map_err(|error| {
        let error = error.to_string();
        let found = error.split(" at line ").next().unwrap_or_default();
        format!("expected an accepted finding as `crosscheck baseline add` writes it, found {found}; mend or delete the line")
    })?;
    let empty = [("fingerprint", &entry.fingerprint), ("reason", &entry.reason), ("by", &entry.by)];
    match empty.iter().find(|(_, value)| value.trim().is_empty()) {
        Some((key, _)) => Err(format!("expected words in `{key}`, found none; mend or delete the line")),
        None => Ok(Some(entry)),
    }
}

/// A day as text.
pub(super) mod day {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::calendar::NaiveDate;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over the field by reference")]
    pub(in super::super) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` where a date like 2026-03-01 was expected")))
    }
}

/// A day as text, where there is one.
pub(super) mod maybe_day {
    use serde::{Deserializer, Serializer};

    use crate::calendar::NaiveDate;

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde hands over the field by reference")]
    pub(in super::super) fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        super::day::deserialize(deserializer).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, entry};
    use super::*;

    fn two() -> Baseline {
        let mut baseline = Baseline::default();
        baseline.insert(entry("1:b", "f_2", &["7: Post", "8: Gazette"], "2025-08-06"));
        baseline
            .insert(Entry { expires: Some(day("2025-09-01")), ..entry("1:a", "f_1", &["34: Gazette", "43: Dispatch+Echo"], "2025-08-05") });
        baseline
    }

    #[test]
    fn an_entry_is_a_line_for_people_and_for_git() {
        let expected = concat!(
            "{\"schema\":\"crosscheck.baseline/1\"}\n",
            "{\"fingerprint\":\"1:a\",\"rule\":\"conflicting-figures\",\"fact\":\"f_1\",\"message\":\"homes destroyed: reports differ\",",
            "\"sides\":[{\"figures\":[\"34\"],\"origins\":[[\"Gazette\"]]},{\"figures\":[\"43\"],\"origins\":[[\"Dispatch\",\"Echo\"]]}],",
            "\"reason\":\"both printed\",\"by\":\"ab\",\"date\":\"2025-08-05\",\"expires\":\"2025-09-01\"}\n",
        );
        let text = write(&two());
        assert!(text.starts_with(expected), "{text}");
        assert_eq!(read(&text), Ok(two()));
        assert_eq!(read(&text.replace('\n', "\r\n")), Ok(two()));
        let turned: Vec<&str> = text.lines().rev().chain(text.lines()).collect();
        assert_eq!(read(&turned.join("\n")), Ok(two()), "lines in any order, and twice");
        assert_eq!(read(""), Ok(Baseline::default()));
    }

    #[test]
    fn what_cannot_be_used_is_named_with_what_to_do() {
        let text = write(&two());
        let check = |text: &str, line: usize, expected: &str| {
            let problem = read(text).unwrap_err();
            assert_eq!((problem.line, problem.message.contains(expected)), (line, true), "{problem}");
        };
        check(&text.replace("\"reason\"", "\"reson\""), 2, "found unknown field `reson`");
        check(&text.replace("baseline/1", "baseline/2"), 1, "found `crosscheck.baseline/2`; it was written by another version");
        check(&text.replace("crosscheck.baseline/1", "crosscheck.report/1"), 1, "is it a file of `crosscheck baseline add`?");
        check(&text.replace("2025-09-01", "soon"), 2, "found `soon` where a date like 2026-03-01 was expected");
        check(&text.replace("both printed", " "), 2, "expected words in `reason`");
        check(&format!("{text}41 people\n"), 4, "mend or delete the line");
        check(&format!("<<<<<<< HEAD\n{text}"), 1, "keep both sides");
        assert!(read("<<<<<<< HEAD\n").unwrap_err().unmerged && !read("x\n").unwrap_err().unmerged);
    }

    #[test]
    fn an_open_merge_keeps_both_sides() {
        let text = write(&two());
        let lines: Vec<&str> = text.lines().collect();
        let old = lines[1].replace("1:a", "1:dropped-by-both");
        let open =
            format!("{}\n<<<<<<< HEAD\n{}\n||||||| base\n{old}\n=======\n{}\n{}\n>>>>>>> other\n", lines[0], lines[1], lines[2], lines[1]);
        assert_eq!(merge(&open), Ok(two()));
        assert_eq!(merge(&text), Ok(two()));
        assert_eq!(merge("\n<<<<<<< HEAD\nx\n").unwrap_err().line, 3);
    }
}
