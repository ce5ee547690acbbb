//! Words of a text, one pass, with a hash of each: the foundation of the candidate scan and of the story terms.

/// The hash of a word in lower case; the same for any spelling that differs in ASCII case only.
pub type WordHash = u64;

/// A word as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Offset of its first byte.
    pub start: u32,
    /// Offset after its last byte.
    pub end: u32,
    /// Hash of its lower-case letters.
    pub hash: WordHash,
    /// Whether it begins with an ASCII digit.
    pub digits: bool,
    /// Whether it begins with an ASCII upper-case letter.
    pub capital: bool,
}

/// The words of a text in order: runs of ASCII letters and digits and of letters outside ASCII.
///
/// Apostrophes, hyphens, dashes, points, commas and signs ("£", "€", "½") end a word; what they join is for grammar to say.
///
/// ```
/// use crosscheck::text::{Words, hash_of};
/// let words: Vec<_> = Words::new("Forty-two dead").collect();
/// assert_eq!(words.len(), 3);
/// assert_eq!(words[0].hash, hash_of("forty"));
/// ```
#[derive(Clone, Debug)]
pub struct Words<'a> {
    bytes: &'a [u8],
    at: usize,
}

const OTHER: u8 = 0;

/// Class of each byte: 0 no word, else the byte in lower case (bytes past ASCII stand for themselves).
static LOWER: [u8; 256] = lower_table(0x80);

/// The letter or digit in lower case; 0 for any other byte of ASCII. Bytes past ASCII stand for themselves.
pub(super) fn lower(byte: u8) -> u8 {
    LOWER[usize::from(byte)]
}

/// The same for the first byte of a word: in addition, bytes that only continue a character stand outside.
static FIRST: [u8; 256] = lower_table(0xc0);

/// The blocks of UTF-8 that these bytes lead hold signs and punctuation, and next to no letters.
const SIGNS: [u8; 2] = [0xc2, 0xe2];

const fn lower_table(letters_from: u8) -> [u8; 256] {
    let mut table = [OTHER; 256];
    let mut byte = 0u8;
    loop {
        if byte.is_ascii_alphanumeric() || byte >= letters_from && byte != SIGNS[0] && byte != SIGNS[1] {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        if byte == u8::MAX {
            return table;
        }
        byte += 1;
    }
}

pub(super) const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The hash of a word and the lower-case byte behind it (FNV-1a).
pub(super) const fn add(hash: WordHash, lower: u8) -> WordHash {
    (hash ^ lower as u64).wrapping_mul(PRIME)
}

/// The hash of `word`, as [`Words`] computes it.
pub const fn hash_of(word: &str) -> WordHash {
    hash_of_bytes(word.as_bytes())
}

/// The hash of a word, given as its bytes.
pub(crate) const fn hash_of_bytes(word: &[u8]) -> WordHash {
    let (mut hash, mut at) = (SEED, 0);
    while at < word.len() {
        hash = add(hash, word[at].to_ascii_lowercase());
        at += 1;
    }
    hash
}

/// How many ASCII letters `text` begins with, counted up to `most`, and the hash of these.
#[inline]
pub fn letters(text: &str, most: usize) -> (usize, WordHash) {
    let (mut hash, mut count) = (SEED, 0);
    let bytes = text.as_bytes();
    let bytes = bytes.get(..most).unwrap_or(bytes);
    for byte in bytes {
        let lower = byte | 0x20;
        if !lower.is_ascii_lowercase() {
            break;
        }
        hash = add(hash, lower);
        count += 1;
    }
    (count, hash)
}

/// The last of `words` that begins before `place`; they end near it, for it is looked for one by one.
#[inline]
pub fn last_before(words: &[Word], place: u32) -> Option<Word> {
    words.iter().rev().find(|word| word.start < place).copied()
}

/// Those of `words` that stand between two places of their text; one that reaches past a place is cut there.
pub fn between<'a>(text: &'a str, words: &'a [Word], from: usize, to: usize) -> impl DoubleEndedIterator<Item = Word> + 'a {
    let first = words.partition_point(|word| word.end as usize <= from);
    let last = words.partition_point(|word| (word.start as usize) < to);
    let whole = move |word: &Word| word.start as usize >= from && word.end as usize <= to;
    let part = move |word: &Word| {
        let (start, end) = (from.max(word.start as usize), to.min(word.end as usize));
        let span = super::Span::new(start, end);
        Words::new(span.of(text)).next().map(|part| Word { start: part.start + span.start, end: part.end + span.start, ..part })
    };
    words.get(first..last).unwrap_or_default().iter().filter_map(move |word| if whole(word) { Some(*word) } else { part(word) })
}

impl<'a> Words<'a> {
    /// The words of `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        // Places are counted in 32 bits; longer texts have no words behind that.
        Self { bytes: bytes.get(..u32::MAX as usize).unwrap_or(bytes), at: 0 }
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "no text is longer than a place can say")]
    fn next(&mut self) -> Option<Word> {
        let bytes = self.bytes;
        let mut at = self.at;
        while at < bytes.len() && FIRST[usize::from(bytes[at])] == OTHER {
            at += 1;
        }
        let start = at;
        let first = *bytes.get(start)?;
        let mut hash = SEED;
        while at < bytes.len() {
            let lower = LOWER[usize::from(bytes[at])];
            if lower == OTHER {
                break;
            }
            hash = (hash ^ u64::from(lower)).wrapping_mul(PRIME);
            at += 1;
        }
        self.at = at;
        Some(Word { start: start as u32, end: at as u32, hash, digits: first.is_ascii_digit(), capital: first.is_ascii_uppercase() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_dashes_part_words_and_letters_do_not() {
        for (text, expected) in [
            ("£5m–€6m", vec!["5m", "6m"]),
            ("killed—40 of them…", vec!["killed", "40", "of", "them"]),
            ("2½ Córdoba 20°C", vec!["2", "Córdoba", "20", "C"]),
            ("élan — Łódź’s", vec!["élan", "Łódź", "s"]),
            ("东京 3", vec!["东京", "3"]),
        ] {
            let words: Vec<_> = Words::new(text).map(|word| &text[word.start as usize..word.end as usize]).collect();
            assert_eq!(words, expected, "{text}");
        }
    }
}
