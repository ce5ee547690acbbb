//! The words at which the candidate scan stops: a table small enough for the first cache, looked up by the hash of a word.

use crate::text::{WordHash, hash_of};

/// What may begin, or stand in the middle of, what a candidate word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trigger(u8);

impl Trigger {
    /// A figure: "forty", "dozens", "half".
    pub const FIGURE: Self = Self(1);
    /// A time expression: "March", "Wednesday", "ago".
    pub const TIME: Self = Self(2);

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it holds all of `other`.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// An open-addressing table from word hash to [`Trigger`].
#[derive(Debug)]
pub struct Triggers {
    /// The hash with the trigger in place of its last byte, so that a slot takes eight bytes; 0 is a free slot.
    slots: Box<[u64]>,
    mask: usize,
}

impl Triggers {
    /// A table of `words`; a word named twice is both.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a str, Trigger)>) -> Self {
        let words: Vec<_> = words.into_iter().collect();
        // A quarter full at the most: nearly every look-up of another word ends at its first slot.
        let size = (words.len() * 4).next_power_of_two().max(64);
        let mut table = Self { slots: vec![0; size].into_boxed_slice(), mask: size - 1 };
        for (word, trigger) in words {
            let hash = hash_of(word);
            let slot = table.slot(hash);
            let held = trigger_in(table.slots[slot]);
            table.slots[slot] = hash & !LAST | u64::from(held.and(trigger).0);
        }
        table
    }

    /// What the word with this hash triggers.
    #[inline]
    pub fn get(&self, hash: WordHash) -> Trigger {
        trigger_in(self.slots[self.slot(hash)])
    }

    /// The slot that holds `hash`, or the free one where it would go.
    #[inline]
    fn slot(&self, hash: WordHash) -> usize {
        // The low bits of FNV-1a alone are weak for short words.
        #[expect(clippy::cast_possible_truncation, reason = "only the low bits are used")]
        let mut slot = (hash ^ (hash >> 29)) as usize & self.mask;
        while self.slots[slot] != 0 && (self.slots[slot] ^ hash) & !LAST != 0 {
            slot = (slot + 1) & self.mask;
        }
        slot
    }
}

/// The last byte of a hash.
const LAST: u64 = 0xff;

/// The trigger in a slot.
const fn trigger_in(slot: u64) -> Trigger {
    Trigger(slot.to_le_bytes()[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_others_are_not() {
        let table = Triggers::new([("march", Trigger::TIME), ("second", Trigger::TIME), ("second", Trigger::FIGURE)]);
        assert_eq!(table.get(hash_of("March")), Trigger::TIME);
        assert!(table.get(hash_of("SECOND")).has(Trigger::TIME.and(Trigger::FIGURE)));
        assert_eq!(table.get(hash_of("marches")), Trigger::default());
    }
}
