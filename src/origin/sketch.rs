//! The sketch of an article: minima of its word shingles, and the wire that it credits.
//!
//! In: the folded text of an article's body, with its words. Out: a [`Sketch`]. What never happens here: a comparison.

use super::Sketch;
use crate::lexicon::Language;
use crate::text::{Name, Word, WordHash};

/// Number of minima: bins of one permutation, so that each shingle is hashed once.
pub const MINIMA: usize = 64;
/// Words in a shingle.
const SHINGLE: usize = 4;
/// Texts with fewer words are no report that could be copied: a paywall's notice, a caption.
const FEWEST_WORDS: u32 = 60;
/// Bytes at the start and at the end of an article where a wire is credited.
const CREDIT_REACH: usize = 400;

/// Reads the sketch of an article block by block.
#[derive(Debug)]
pub struct Reader<'a> {
    language: &'a Language,
    minima: [u32; MINIMA],
    last: [WordHash; SHINGLE],
    words: u32,
    wire: Option<&'a Name>,
    tail: Option<&'a Name>,
}

impl<'a> Reader<'a> {
    /// A reader for one article.
    pub fn new(language: &'a Language) -> Self {
        Self { language, minima: [u32::MAX; MINIMA], last: [0; SHINGLE], words: 0, wire: None, tail: None }
    }

    /// Reads a block of the body. `words` are its words.
    pub fn read(&mut self, text: &str, words: &[Word]) {
        if self.wire.is_none() && self.words < 80 {
            self.wire = self.language.wires.credited(head(text));
        }
        self.tail = self.language.wires.contributed(tail(text)).or(self.tail);
        for word in words {
            let [_, one, two, three] = self.last;
            self.last = [one, two, three, word.hash];
            self.words += 1;
            if self.words as usize >= SHINGLE {
                self.add(self.last.iter().fold(0, |hash: u64, word| (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)));
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "bin and minimum are parts of the hash")]
    fn add(&mut self, shingle: u64) {
        let mixed = (shingle ^ (shingle >> 31)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        let bin = (mixed >> 58) as usize % MINIMA;
        let low = mixed as u32;
        self.minima[bin] = self.minima[bin].min(low);
    }

    /// The sketch of what was read.
    pub fn finish(self) -> Sketch {
        let wire = self.wire.or(self.tail).cloned();
        if self.words < FEWEST_WORDS {
            return Sketch { minima: Box::default(), wire };
        }
        // An empty bin borrows from the next one that is not, so that two sketches of one text stay the same.
        let lent = |bin: usize| {
            let mut others = self.minima.iter().cycle().skip(bin + 1).take(MINIMA);
            others.find(|&&low| low != u32::MAX).map_or(u32::MAX, |low| low.rotate_left(7))
        };
        let minima = self.minima.iter().enumerate().map(|(bin, &low)| if low == u32::MAX { lent(bin) } else { low });
        Sketch { minima: minima.collect(), wire }
    }
}

/// The first bytes of a text, cut at a character.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(CREDIT_REACH)).unwrap_or_default()
}

/// The last bytes of a text, cut at a character.
fn tail(text: &str) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(CREDIT_REACH))..).unwrap_or_default()
}
