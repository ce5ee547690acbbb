//! What was handed to us and cannot be used: a file, a record, a setting. One type, all wording in one place.
//!
//! In: what was expected, what was found, where. Out: one message, lower case, without a full stop, that says what to do next. What
//! never happens here: anything about what an article says; strange text is normal input.

/// An input or a setting that cannot be used. Its message says what was expected, what was found, and where.
///
/// ```
/// use crosscheck::source;
/// let error = source::read("batch.jsonl", br#"{"id": "a", "text": 40}"#).unwrap_err();
/// assert_eq!(error.to_string(), "expected a string in `text`, found a number (batch.jsonl:1)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

/// The ways in which an input fails.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Kind {
    /// A line of a JSONL file is no record.
    #[error("expected a JSON object with `id` and `text`, found {found} ({at})")]
    Record { found: String, at: Place },
    /// A key of a record is of another type.
    #[error("expected {expected} in `{key}`, found {found} ({at})")]
    Field { key: &'static str, expected: &'static str, found: String, at: Place },
    /// A text too long for spans of 32 bits.
    #[error("expected a text of less than 4 GiB, found {bytes} bytes ({name}); split the file")]
    TooLong { name: String, bytes: usize },
    /// Two texts of one name.
    #[error("two different texts are named `{name}` ({first} and {second}); give each its own `id`, or pass only one of them")]
    SameName { name: String, first: Place, second: Place },
    /// The config is no TOML.
    #[error("expected TOML, found an error: {found} ({at})")]
    Toml { found: String, at: Place },
    /// A key that no setting has.
    #[error("unknown key `{key}`{within}{nearest} ({at})")]
    UnknownKey { key: String, within: String, nearest: String, at: Place },
    /// A setting of the wrong kind.
    #[error("expected {expected} for `{key}`, found {found} ({at})")]
    Setting { key: String, expected: String, found: String, at: Place },
}

/// A file, and a line of it where one is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) name: String,
    pub(crate) line: Option<usize>,
}

impl Place {
    /// Line `line`, from 1, of the file `name`.
    pub(crate) fn line(name: &str, line: usize) -> Self {
        Self { name: name.to_owned(), line: Some(line) }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.name),
            None => f.write_str(&self.name),
        }
    }
}
