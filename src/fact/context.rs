//! The telling words of a sentence: what two figures share besides what they count.
//!
//! In: the words of a sentence. Out: a [`Context`]. What never happens here: a look at a figure.

use crate::lexicon::Language;
use crate::text::{Word, WordHash};

/// Rarity, in quarters of a bit, of a word that no list holds, and that below which a word tells nothing.
const UNKNOWN: u8 = 64;
const COMMON: u8 = 33;

/// The telling words of a sentence, sorted, each once with its rarity; and the sum of these.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// The first bits of the hash, then the rarity: words are told apart by the former.
    words: Box<[u32]>,
    sum: u32,
}

/// The bits of a context's word that hold its rarity.
const RARITY: u32 = 0xff;

impl Context {
    pub(super) fn of(sentence: &[Word], language: &Language) -> Self {
        let mut words: Vec<u32> = Vec::with_capacity(sentence.len());
        let telling = sentence.iter().filter(|word| !word.digits && word.end - word.start > 2);
        words.extend(telling.filter_map(|word| match language.rarity.get(word.hash) {
            Some(class) if class < COMMON => None,
            class => Some(half(word.hash) & !RARITY | u32::from(class.unwrap_or(UNKNOWN))),
        }));
        words.sort_unstable();
        words.dedup();
        let sum = words.iter().map(|word| rarity(*word)).sum();
        Self { words: words.into_boxed_slice(), sum }
    }

    /// How much of the shorter context stands in the other, in per mille of its rarity.
    pub(super) fn shared(&self, other: &Self) -> u32 {
        // One sentence, which several claims of an article share.
        if std::ptr::eq(self, other) {
            return if self.sum > 0 { 1000 } else { 0 };
        }
        // A merge of two sorted lists; most steps find nothing shared, so a step does nothing but move on.
        let (mut both, mut at, mut beside) = (0, 0, 0);
        while let (Some(word), Some(against)) = (self.words.get(at), other.words.get(beside)) {
            both += if word == against { rarity(*word) } else { 0 };
            at += usize::from(word <= against);
            beside += usize::from(against <= word);
        }
        (both * 1000).checked_div(self.sum.min(other.sum)).unwrap_or(0)
    }

    /// The same, leaving out words that are counted themselves: "touchdowns" says nothing of whose they are.
    pub(super) fn shared_beyond(&self, other: &Self, counted: &[WordHash]) -> u32 {
        let tells = |word: &&u32| !counted.iter().any(|counted| half(*counted) | RARITY == **word | RARITY);
        let sum = |context: &Self| context.words.iter().filter(tells).map(|word| rarity(*word)).sum::<u32>();
        let both = self.words.iter().filter(tells).filter(|word| other.words.binary_search(word).is_ok());
        let both: u32 = both.map(|word| rarity(*word)).sum();
        (both * 1000).checked_div(sum(self).min(sum(other))).unwrap_or(0)
    }

    /// Whether a word is one of them.
    pub(super) fn holds(&self, hash: WordHash) -> bool {
        self.words.binary_search_by_key(&(half(hash) | RARITY), |word| word | RARITY).is_ok()
    }
}

/// The rarity of a word of a context.
fn rarity(word: u32) -> u32 {
    word & RARITY
}

/// The first half of a hash: enough to tell the words or the names of two sentences apart.
pub(super) fn half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    #[test]
    fn context_is_what_rare_words_share() {
        let language = Language::english();
        let of = |sentence| Context::of(&Words::new(sentence).collect::<Vec<_>>(), language);
        let (one, same, other) = (
            of("The Ostrowin bridge collapsed into the river near Karvella."),
            of("Near Karvella the bridge of Ostrowin collapsed."),
            of("Voters chose a botanist as mayor on Sunday."),
        );
        assert!(one.shared(&same) > 800 && one.shared(&other) < 200);
        assert_eq!(one.shared(&Context::default()), 0);
    }
}
