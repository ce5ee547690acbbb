//! JSONL: one article a line, `id` and `text`, and what else is known of it. Keys that we don't know are passed over.
//!
//! In: the text of a file. Out: a document for each line, or the first line that is no record, with what was expected there. What never
//! happens here: a record split in two, an order other than the file's.

use rayon::prelude::*;
use serde_json::Value;

use super::keys::Strange;
use super::{Document, Moment};
use crate::error::{Error, Kind, Place};
use crate::text::Name;

/// The documents of a JSONL file with their lines, from 1. Empty lines are passed over.
pub(super) fn read(name: &str, text: &str) -> Result<Vec<(Document, usize, Strange)>, Error> {
    let lines: Vec<(usize, &str)> =
        text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    let one = |&(index, line): &(usize, &str)| {
        let (document, keys) = record(line, Place::line(name, index + 1))?;
        Ok((document, index + 1, keys))
    };
    let records: Vec<_> = lines.par_iter().map(one).collect();
    records.into_iter().collect::<Result<_, Kind>>().map_err(Error::from)
}

/// One record.
fn record(line: &str, at: Place) -> Result<(Document, Strange), Kind> {
    let found: Value = serde_json::from_str(line).map_err(|error| Kind::Record { found: fault(&error, line), at: at.clone() })?;
    let Value::Object(mut keys) = found else { return Err(Kind::Record { found: kind_of(&found).to_owned(), at }) };
    let mut string = |key: &'static str| match keys.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(Value::Number(number)) if key == "id" => Ok(Some(number.to_string())),
        Some(other) => Err(Kind::Field { key, expected: "a string", found: kind_of(&other).to_owned(), at: at.clone() }),
    };
    let missing = |key, found: &str| Kind::Field { key, expected: "a string", found: found.to_owned(), at: at.clone() };
    let (id, text) = (string("id")?, string("text")?);
    let (title, outlet, url) = (string("title")?, string("publisher")?, string("url")?);
    let published = string("published")?;
    // A table of addresses and texts names its articles by their addresses.
    let name = |name: &Option<String>| name.clone().filter(|name| !name.trim().is_empty());
    let id = name(&id).or_else(|| name(&url)).ok_or_else(|| missing("id", "nothing, nor a `url` to name it by"))?;
    let text = text.ok_or_else(|| match ["body", "content"].into_iter().find(|key| keys.contains_key(*key)) {
        Some(other) => missing("text", &format!("`{other}`")),
        None => missing("text", "nothing"),
    })?;
    super::fits(&id, &text)?;
    let lacks = |key: &str| match key {
        "published" => published.is_none(),
        "publisher" => outlet.is_none(),
        "title" => title.is_none(),
        _ => url.is_none(),
    };
    let strange = Strange::of(lacks, |key| keys.get(key).is_some_and(Value::is_string));
    let document = Document {
        name: id.into(),
        text: text.into(),
        title: filled(title),
        published: moment(published.as_deref(), &at)?,
        publisher: filled(outlet),
        url: filled(url),
        body: 0,
        whole: true,
        record: None,
    };
    Ok((document, strange))
}

/// A value that says something.
pub(super) fn filled(value: Option<String>) -> Option<Name> {
    value.filter(|value| !value.trim().is_empty()).map(|value| value.trim().into())
}

/// The date in a container's `published`; an empty one is none.
pub(super) fn moment(published: Option<&str>, at: &Place) -> Result<Option<Moment>, Kind> {
    let Some(text) = published.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let fault =
        |_| Kind::Field { key: "published", expected: "a date like 2026-03-01", found: format!("`{}`", shortened(text)), at: at.clone() };
    text.parse().map(Some).map_err(fault)
}

/// What is wrong with a line, for people: where it breaks off, or what stands there.
fn fault(error: &serde_json::Error, line: &str) -> String {
    if error.is_eof() {
        return format!("a line that breaks off at column {}", error.column());
    }
    format!("`{}`, which is no JSON from column {} on", shortened(line), error.column())
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The first characters of a text, to show in a message.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 40;
    let mut shown: String = text.trim().chars().take(SHOWN).collect();
    if shown.len() < text.trim().len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let error = read("batch.jsonl", text).unwrap_err();
        assert_eq!(error.to_string(), expected, "{text}");
    }

    #[test]
    fn a_line_that_is_no_record_is_named() {
        check(
            "{\"id\": \"a\", \"text\": \"b\"}\nnonsense",
            "expected a JSON object with `id` and `text`, found `nonsense`, which is no JSON from column 2 on (batch.jsonl:2)",
        );
        check("{\"id\": \"a\", ", "expected a JSON object with `id` and `text`, found a line that breaks off at column 12 (batch.jsonl:1)");
        check("[1, 2]", "expected a JSON object with `id` and `text`, found a list (batch.jsonl:1)");
        check("\n{\"id\": \"a\"}", "expected a string in `text`, found nothing (batch.jsonl:2)");
        check("{\"id\": \"a\", \"body\": \"b\"}", "expected a string in `text`, found `body` (batch.jsonl:1)");
        check("{\"text\": \"a\"}", "expected a string in `id`, found nothing, nor a `url` to name it by (batch.jsonl:1)");
        check(
            "{\"id\": \"a\", \"text\": \"b\", \"published\": \"yesterday\"}",
            "expected a date like 2026-03-01 in `published`, found `yesterday` (batch.jsonl:1)",
        );
    }

    #[test]
    fn records_keep_their_order_and_lines() {
        let text = "\u{feff}{\"id\": 7, \"text\": \"\", \"title\": null, \"more\": [1]}\r\n\r\n{\"id\": \"b\", \"text\": \"t\", \"published\": \"2025-03-21\"}\n";
        let found = read("batch.jsonl", text).unwrap();
        let seen: Vec<_> = found.iter().map(|(document, line, _)| (&*document.name, *line, document.published.is_some())).collect();
        assert_eq!(seen, [("7", 1, false), ("b", 3, true)]);
        let named = read("batch.jsonl", "{\"url\": \"https://a.example/1\", \"text\": \"t\", \"date\": \"2025-03-21\"}").unwrap();
        assert_eq!(&*named[0].0.name, "https://a.example/1", "a record without a name of its own is named by its address");
        assert_eq!(named[0].2.names().collect::<Vec<_>>(), [("date", "published")]);
    }
}
