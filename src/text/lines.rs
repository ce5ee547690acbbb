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
    /// The characters that begin before each [`BLOCK`] of the text, so that a column costs the same in a line of any length.
    before: Vec<u32>,
}

/// Bytes between two counts of characters.
const BLOCK: usize = 1024;

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| Span::new(at + 1, at + 1).start));
        let mut count = 0;
        let mut before = Vec::with_capacity(text.len().div_ceil(BLOCK));
        for block in text.as_bytes().chunks(BLOCK) {
            before.push(count);
            count += characters(block);
        }
        Self { starts, before }
    }

    /// Line and column of a byte offset, both from 1; columns count characters.
    pub fn position(&self, text: &str, offset: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts[line - 1];
        let column = self.characters_before(text, offset).saturating_sub(self.characters_before(text, start)) + 1;
        (Span::new(line, line).start, column)
    }

    /// How many characters begin before a byte offset.
    fn characters_before(&self, text: &str, offset: u32) -> u32 {
        let offset = (offset as usize).min(text.len());
        let block = (offset / BLOCK).min(self.before.len().saturating_sub(1));
        let rest = text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        self.before.get(block).copied().unwrap_or_default() + characters(rest)
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

/// How many characters begin in `bytes`: all bytes but those that continue one.
fn characters(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_in_a_line_of_any_length() {
        let text = format!("first\n{}\nlast é", "é, 2 – ".repeat(700));
        let lines = Lines::new(&text);
        let mut place = (1, 1);
        for (offset, letter) in text.char_indices() {
            assert_eq!(lines.position(&text, u32::try_from(offset).unwrap()), place, "offset {offset}");
            place = if letter == '\n' { (place.0 + 1, 1) } else { (place.0, place.1 + 1) };
        }
        assert_eq!(lines.position(&text, u32::try_from(text.len()).unwrap()), place, "the end");
        assert_eq!(Lines::new("").position("", 0), (1, 1));
    }
}
