//! A page that must not grow past a number of bytes.
//!
//! In: lines. Out: those that fit, whole, and how many they were. What never happens here: a line cut in its middle, a word on what is
//! left out; who asks for the room says "N of M".

use std::io::{self, Write};

/// Room on a page.
pub(super) struct Room<'a> {
    out: &'a mut dyn Write,
    left: usize,
}

impl<'a> Room<'a> {
    /// A page of `bytes` bytes.
    pub(super) fn new(out: &'a mut dyn Write, bytes: usize) -> Self {
        Self { out, left: bytes }
    }

    /// Bytes that are left when `kept` are kept for what comes after.
    pub(super) fn beside(&self, kept: usize) -> usize {
        self.left.saturating_sub(kept)
    }

    /// Writes a line that the page is nothing without: short, or shortened by who writes it.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        self.left = self.left.saturating_sub(line.len() + 1);
        writeln!(self.out, "{line}")
    }

    /// Writes the lines that fit into `bytes` bytes, up to the first that does not; says how many.
    pub(super) fn lines(&mut self, bytes: usize, lines: impl IntoIterator<Item = String>) -> io::Result<usize> {
        let fitting = fitting(bytes.min(self.left), lines, String::len);
        fitting.iter().try_for_each(|line| self.line(line))?;
        Ok(fitting.len())
    }
}

/// The first items that fit into `bytes` bytes with a line break each, up to the first that does not.
pub(super) fn fitting<T>(bytes: usize, items: impl IntoIterator<Item = T>, length: impl Fn(&T) -> usize) -> Vec<T> {
    let mut left = bytes;
    let fits = |item: &T| {
        let taken = length(item) + 1;
        let fits = taken <= left;
        left = left.saturating_sub(taken);
        fits
    };
    items.into_iter().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_whole_and_the_first_that_does_not_fit_ends_them() {
        let lines = ["four", "four", "longer than the room", "x"].map(str::to_owned);
        let mut page = Vec::new();
        let mut room = Room::new(&mut page, 20);
        room.line("head").unwrap();
        assert_eq!(room.lines(room.beside(2), lines.clone()).unwrap(), 2);
        assert_eq!(room.beside(0), 5);
        assert_eq!(String::from_utf8(page).unwrap(), "head\nfour\nfour\n");
        assert_eq!(fitting(0, lines, String::len), Vec::<String>::new());
    }
}
