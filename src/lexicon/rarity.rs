//! How rare words are, from a published list of frequencies that is shipped with the program.
//!
//! In: `rarity.txt`, a line for each class of rarity. Out: a look-up by word hash, cheap enough for every word of an article. What
//! never happens here: a count over the batch, so that one more article never changes how another is read.

use crate::text::{WordHash, hash_of};

/// An open-addressing table from word hash to rarity, in quarters of a bit.
#[derive(Clone, Debug)]
pub struct Rarity {
    /// The upper half of each hash; words are told apart by it and by their slot.
    tags: Box<[u32]>,
    /// 0 is a free slot.
    classes: Box<[u8]>,
}

impl Rarity {
    /// Reads the table: a line holds the class and its words.
    pub fn read(table: &str) -> Self {
        let count = table.bytes().filter(|&byte| byte == b' ').count();
        let size = (count * 2).next_power_of_two().max(16);
        let mut rarity = Self { tags: vec![0; size].into_boxed_slice(), classes: vec![0; size].into_boxed_slice() };
        for line in table.lines() {
            let mut fields = line.split(' ');
            let Some(class) = fields.next().and_then(|class| class.parse::<u8>().ok()) else { continue };
            for word in fields {
                let (slot, tag) = rarity.slot(hash_of(word));
                rarity.tags[slot] = tag;
                rarity.classes[slot] = class.max(1);
            }
        }
        rarity
    }

    /// How rare the word with this hash is, in quarters of a bit; `None` for a word that the list does not hold: a name, or a word
    /// rarer than all of the list.
    pub fn get(&self, hash: WordHash) -> Option<u8> {
        let (slot, _) = self.slot(hash);
        self.classes.get(slot).copied().filter(|&class| class > 0)
    }

    /// The same, with words taken to be as common as any.
    pub(super) fn with_common(&self, words: impl Iterator<Item = WordHash>) -> Self {
        let mut rarity = self.clone();
        for word in words {
            let (slot, tag) = rarity.slot(word);
            rarity.tags[slot] = tag;
            rarity.classes[slot] = 1;
        }
        rarity
    }

    /// The slot that holds `hash`, or the free one where it would go.
    #[expect(clippy::cast_possible_truncation, reason = "the slot and the tag are parts of the hash")]
    fn slot(&self, hash: WordHash) -> (usize, u32) {
        let mask = self.tags.len() - 1;
        let tag = (hash >> 32) as u32;
        // The low bits of FNV-1a alone are weak for short words.
        let mut slot = (hash ^ (hash >> 29)) as usize & mask;
        while self.classes[slot] != 0 && self.tags[slot] != tag {
            slot = (slot + 1) & mask;
        }
        (slot, tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_less_rare() {
        let rarity = Rarity::read(include_str!("rarity.txt"));
        let of = |word| rarity.get(hash_of(word));
        assert!(of("the") < of("police") && of("police") < of("avalanche"));
        assert!(of("The").is_some() && of("Zelenskyy").is_none());
    }

    #[test]
    fn a_line_that_is_no_class_is_left_out() {
        let rarity = Rarity::read("9 house\nx tree");
        assert_eq!((rarity.get(hash_of("house")), rarity.get(hash_of("tree"))), (Some(9), None));
    }
}
