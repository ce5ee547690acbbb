//! Lines and columns, for people: computed when something is shown, never before.

use super::Span;

/// The start of every line of a text.
///
/// ```
/// use crosscheck::text::Lines;
/// let lines = Lines::new("one\r\ntwo — 2\n");
/// assert_eq!(lines.position("one\r\ntwo — 2\n", 13), (2, 7));
/// ```
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| Span::new(at + 1, at + 1).start));
        Self { starts }
    }

    /// Line and column of a byte offset, both from 1; columns count characters.
    pub fn position(&self, text: &str, offset: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts[line - 1];
        let columns = Span { start, end: offset }.of(text).chars().count();
        (Span::new(line, line).start, Span::new(columns + 1, columns + 1).start)
    }

    /// The span of line `line` (from 1), without its line break; `None` past the end.
    pub fn line(&self, text: &str, line: u32) -> Option<Span> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.starts.get(index)? as usize;
        let end = self.starts.get(index + 1).map_or(text.len(), |&next| next as usize);
        let words = text.get(start..end)?;
        Some(Span::new(start, start + words.trim_end_matches(['\n', '\r']).len()))
    }

    /// Number of lines; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}
