//! Bytes to raw documents: encodings, front matter, JSONL records.
//!
//! In: a name and bytes. Out: documents, or an error that says what was expected, what was found and where. What never happens here:
//! file system access (the binary reads), any look at what a text says.

use crate::text::Name;

/// A text as handed in, with what its container says about it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The input's own name: the JSONL `id`, else the relative path with `/`.
    pub name: Name,
    /// The text as given: what spans point into.
    pub text: Name,
    /// The title, where the container gives one apart from the text.
    pub title: Option<Name>,
    /// When it was published, as the container writes it.
    pub published: Option<Name>,
    /// Who published it.
    pub publisher: Option<Name>,
    /// Where it was published.
    pub url: Option<Name>,
    /// Offset in `text` at which the article begins, past front matter.
    pub body: u32,
    /// A record is one article, never split.
    pub whole: bool,
}
