//! Bytes to raw documents: encodings, front matter, JSONL records.
//!
//! In: a name and bytes. Out: documents and notes on what was skipped, or an error that says what was expected, what was found and
//! where. What never happens here: file system access (the binary reads), any look at what a text says. Read [`read`] first.

mod batch;
mod encoding;
mod front_matter;
mod keys;
mod moment;
mod records;

use std::borrow::Cow;

pub use batch::Batch;
pub(crate) use moment::hour_at_end;
pub use moment::{Moment, NoMoment};

use keys::Strange;

use crate::error::{Error, Kind, Place};
use crate::text::Name;

/// A text as handed in, with what its container says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The input's own name: the JSONL `id`, else the relative path with `/`.
    pub name: Name,
    /// The text as given: what spans point into.
    pub text: Name,
    /// The title, where the container gives one apart from the text.
    pub title: Option<Name>,
    /// When it was published, as the container says.
    pub published: Option<Moment>,
    /// Who published it.
    pub publisher: Option<Name>,
    /// Where it was published.
    pub url: Option<Name>,
    /// Offset in `text` at which the article begins, past front matter.
    pub body: u32,
    /// A record is one article, never split.
    pub whole: bool,
    /// Where it stands, where its file holds records.
    pub record: Option<Record>,
}

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The name of its file.
    pub file: Name,
    /// Its line, from 1.
    pub line: u32,
}

/// What one input held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The input's name.
    pub name: Name,
    /// Its documents, with the line that each stands on where the input holds records.
    pub documents: Vec<(Document, Option<usize>)>,
    /// What was skipped.
    pub notes: Vec<Note>,
}

/// Something that was skipped: worth a warning, no reason to stop.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The input's or the record's name.
    pub name: Name,
    /// Why.
    pub why: Why,
}

/// Why an input was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is no text.
    Binary,
    /// It holds nothing but white space.
    Empty,
    /// The same record was given before.
    Twice,
    /// A file in a folder whose name ends like no article's.
    Ending,
    /// A list in JSON, not a record a line.
    Json,
    /// A table.
    Table,
    /// The code of a web page.
    Page,
    /// It was read, and one of its keys looks like one of ours.
    Key {
        /// The key.
        found: &'static str,
        /// Ours.
        meant: &'static str,
    },
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = &self.name;
        let why = match self.why {
            Why::Json => {
                return write!(
                    f,
                    "`{name}` was skipped: it is one list; one article a line is read: `jq -c '.[]' {name} > articles.jsonl`"
                );
            }
            Why::Key { found, meant } => return write!(f, "`{found}` in `{name}` is not read; it would be as `{meant}`"),
            Why::Table => "was skipped: a table is read as .jsonl, an article a line with `id` or `url`, and `text`",
            Why::Page => "was skipped: the code of a page is not read; save its text as .txt or .md",
            Why::Binary => "was skipped: it is binary, not text",
            Why::Empty => "was skipped: it is empty",
            Why::Twice => "was given twice and counts once",
            Why::Ending => "was skipped: its name ends in none of .txt, .md, .jsonl; name it itself to have it read",
        };
        write!(f, "`{name}` {why}")
    }
}

/// Whether the first bytes of a file are those of a text.
pub fn is_text(sample: &[u8]) -> bool {
    encoding::decode(sample).is_some()
}

/// What an input holds, told by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Records,
    Prose,
    /// None that we read.
    Other(Why),
}

/// Reads one input: `.jsonl` and `.ndjson` hold records, all else is one text, with front matter or without. A name without an ending,
/// such as that of standard input, is told by how the text begins.
///
/// # Errors
///
/// Where a line of a JSONL file is no record, a date in the metadata is none, or a text is longer than 4 GiB.
///
/// ```
/// use crosscheck::source;
/// let read = source::read("quake.md", b"---\ntitle: Quake\npublished: 2025-03-21\n---\nForty people died.\n").unwrap();
/// let (document, _) = &read.documents[0];
/// assert_eq!(document.title.as_deref(), Some("Quake"));
/// assert_eq!(&document.text[document.body as usize..], "Forty people died.\n");
/// ```
pub fn read(name: &str, bytes: &[u8]) -> Result<Read, Error> {
    let skipped = |why| Ok(Read { name: name.into(), documents: Vec::new(), notes: vec![Note { name: name.into(), why }] });
    let Some(text) = encoding::decode(bytes) else { return skipped(Why::Binary) };
    if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
        return skipped(Why::Empty);
    }
    let strange = |strange: Strange| strange.names().map(|(found, meant)| Note { name: name.into(), why: Why::Key { found, meant } });
    let read = match form(name, &text) {
        Form::Other(why) => return skipped(why),
        Form::Prose => {
            let (document, keys) = prose(name, text)?;
            Read { name: name.into(), documents: vec![(document, None)], notes: strange(keys).collect() }
        }
        Form::Records => {
            let (mut documents, mut notes, mut keys) = (Vec::new(), Vec::new(), Strange::default());
            for (document, line, others) in records::read(name, &text)? {
                keys = keys.with(others);
                if document.text.trim().is_empty() && document.title.is_none() {
                    notes.push(Note { name: document.name, why: Why::Empty });
                } else {
                    documents.push((document, Some(line)));
                }
            }
            notes.extend(strange(keys));
            Read { name: name.into(), documents, notes }
        }
    };
    Ok(read)
}

fn form(name: &str, text: &str) -> Form {
    let ending = name.rsplit('/').next().and_then(|file| file.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    let begins = |with: &str| text.trim_start_matches('\u{feff}').trim_start().starts_with(with);
    match ending.as_deref() {
        Some("json") if begins("[") => Form::Other(Why::Json),
        Some("jsonl" | "ndjson" | "json") => Form::Records,
        Some("csv" | "tsv") => Form::Other(Why::Table),
        Some("html" | "htm" | "xhtml" | "xml") => Form::Other(Why::Page),
        None if begins("{\"") => Form::Records,
        _ => Form::Prose,
    }
}

/// A text, with what its front matter says.
fn prose(name: &str, text: Cow<'_, str>) -> Result<(Document, Strange), Kind> {
    fits(name, &text)?;
    let mut document = Document { name: name.into(), ..Document::default() };
    let mut keys = Strange::default();
    if let Some(found) = front_matter::read(&text) {
        let has = |key: &str| found.entries.iter().any(|(name, value, _)| *name == key && !value.is_empty());
        keys = Strange::of(|key| !has(key), has);
        document.body = u32::try_from(found.body).unwrap_or(u32::MAX);
        for (key, value, line) in found.entries {
            let value = Some(value.into_owned());
            match key {
                "title" => document.title = records::filled(value),
                "publisher" => document.publisher = records::filled(value),
                "url" => document.url = records::filled(value),
                "published" => document.published = records::moment(value.as_deref(), &Place::line(name, line))?,
                _ => {}
            }
        }
    }
    document.text = Name::from(text);
    Ok((document, keys))
}

/// Spans count bytes in 32 bits.
fn fits(name: &str, text: &str) -> Result<(), Kind> {
    let bytes = text.len();
    if u32::try_from(bytes).is_ok() { Ok(()) } else { Err(Kind::TooLong { name: name.to_owned(), bytes }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(name: &str, bytes: &[u8]) -> Document {
        read(name, bytes).unwrap().documents.remove(0).0
    }

    #[test]
    fn the_ending_tells_what_a_file_holds() {
        let record = br#"{"id": "a", "text": "Forty died."}"#;
        assert!(only("a.jsonl", record).whole && only("A.NDJSON", record).whole && only("stdin", record).whole);
        assert!(!only("a.txt", record).whole);
        assert_eq!(&*only("dir.d/stdin", b"Forty died.").text, "Forty died.");
    }

    #[test]
    fn what_is_read_in_another_form_is_told_which() {
        let notes = |name: &str, bytes: &[u8]| {
            let read = read(name, bytes).unwrap();
            (read.documents.len(), read.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        };
        let (none, json) = notes("a.json", b"[{\"id\": \"a\", \"text\": \"Forty died.\"}]");
        assert!(none == 0 && json.contains("jq -c '.[]' a.json"), "{json}");
        assert!(only("a.json", b"{\"id\": \"a\", \"text\": \"Forty died.\"}").whole, "a record a line, whatever the name");
        assert!(notes("a.csv", b"url,text\n").1.contains("read as .jsonl") && notes("a.html", b"<p>").1.contains("save its text"));
        let (one, date) = notes("a.md", b"---\ntitle: A\ndate: 2025-03-21\n---\nForty died.");
        assert_eq!((one, date.as_str()), (1, "`date` in `a.md` is not read; it would be as `published`"));
        assert_eq!(notes("a.md", b"---\ndate: x\npublished: 2025-03-21\n---\nForty died.").1, "");
        let records = b"{\"id\": 1, \"text\": \"a\", \"date\": \"x\"}\n{\"id\": 2, \"text\": \"b\", \"date\": \"x\"}\n";
        assert_eq!(notes("a.jsonl", records).1.lines().count(), 1, "once a file");
    }

    #[test]
    fn front_matter_stands_before_the_article_and_its_faults_are_named() {
        let error = read("a.md", b"---\ntitle: A\npublished: soon\n---\nForty died.").unwrap_err();
        assert_eq!(error.to_string(), "expected a date like 2026-03-01 in `published`, found `soon` (a.md:3)");
        let document = only("a.txt", b"---\nForty died.\n---\n");
        assert_eq!((document.body, document.title), (0, None));
    }

    #[test]
    fn what_holds_nothing_is_noted_not_an_error() {
        let why = |name, bytes: &[u8]| read(name, bytes).unwrap().notes.first().map(|note| note.why);
        assert_eq!(why("a.txt", b""), Some(Why::Empty));
        assert_eq!(why("a.jsonl", b"\xef\xbb\xbf\r\n"), Some(Why::Empty));
        assert_eq!(why("a.jsonl", b"{\"id\": \"a\", \"text\": \" \"}"), Some(Why::Empty));
        assert_eq!(why("a.png", b"\x89PNG\0\0"), Some(Why::Binary));
        assert_eq!(why("a.txt", b"Forty died."), None);
    }
}
