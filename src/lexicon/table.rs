//! A table from words to what they mean, looked up by the hash of a word.

use crate::text::{WordHash, hash_of};

/// An open-addressing table from word hash to `T`; words are told apart by their hash alone.
///
/// ```
/// use crosscheck::lexicon::Table;
/// let table: Table<u8> = [("one", 1), ("two", 2)].into_iter().collect();
/// assert_eq!(table.word("Two"), Some(&2));
/// assert_eq!(table.word("three"), None);
/// ```
#[derive(Clone, Debug)]
pub struct Table<T> {
    /// Hash and position in `rows`, counted from 1; 0 is a free slot.
    slots: Box<[(WordHash, u32)]>,
    rows: Vec<T>,
}

impl<T> Table<T> {
    /// What the word with this hash means.
    pub fn get(&self, hash: WordHash) -> Option<&T> {
        let (_, row) = self.slots.get(self.slot(hash))?;
        self.rows.get((*row as usize).checked_sub(1)?)
    }

    /// What `word` means, in any case.
    pub fn word(&self, word: &str) -> Option<&T> {
        self.get(hash_of(word))
    }

    /// The hashes of its words.
    pub(super) fn hashes(&self) -> impl Iterator<Item = WordHash> {
        self.slots.iter().filter(|(_, row)| *row != 0).map(|(hash, _)| *hash)
    }

    /// A table of words given as their hashes; of a word given twice the last meaning counts.
    pub(super) fn of_hashes(words: impl Iterator<Item = (WordHash, T)>) -> Self {
        let words: Vec<_> = words.collect();
        let size = (words.len() * 4).next_power_of_two().max(16);
        let mut table = Self { slots: vec![(0, 0); size].into_boxed_slice(), rows: Vec::with_capacity(words.len()) };
        for (hash, meaning) in words {
            let slot = table.slot(hash);
            table.rows.push(meaning);
            table.slots[slot] = (hash, u32::try_from(table.rows.len()).unwrap_or(0));
        }
        table
    }

    /// The slot that holds `hash`, or the free one where it would go.
    fn slot(&self, hash: WordHash) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        // The low bits of FNV-1a alone are weak for short words.
        #[expect(clippy::cast_possible_truncation, reason = "only the low bits are used")]
        let mut slot = (hash ^ (hash >> 29)) as usize & mask;
        while self.slots.get(slot).is_some_and(|&(held, row)| row != 0 && held != hash) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

impl<'a, T> FromIterator<(&'a str, T)> for Table<T> {
    /// A table of `words`; of a word named twice the last meaning counts.
    fn from_iter<I: IntoIterator<Item = (&'a str, T)>>(words: I) -> Self {
        Self::of_hashes(words.into_iter().map(|(word, meaning)| (hash_of(word), meaning)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_of_a_word_counts_and_an_empty_table_knows_nothing() {
        let table: Table<u8> = [("dozen", 1), ("Dozen", 12)].into_iter().collect();
        assert_eq!(table.word("DOZEN"), Some(&12));
        assert_eq!(std::iter::empty().collect::<Table<u8>>().word("dozen"), None);
    }
}
