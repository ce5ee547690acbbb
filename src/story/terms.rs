//! The terms of an article: the names, places and rare words by which its story is told from others.
//!
//! In: a language and the folded text of an article's blocks, read once, word by word. Out: [`Terms`], small and sorted. What never
//! happens here: rarity counted over the batch, any look at another article.

use super::{Term, TermKind, Terms};
use crate::lexicon::Language;
use crate::text::{Span, Word, WordHash, Words, hash_of};

/// Most terms kept of an article, the weightiest first.
const MOST_TERMS: usize = 80;
/// Words from the start that count as the lead.
const LEAD: u32 = 110;
/// Weights are hundredths of a bit. A name that no list of words holds, and any other word that none holds.
const UNKNOWN_NAME: u32 = 1100;
const UNKNOWN_WORD: u32 = 600;
/// A full name: two names side by side.
const FULL_NAME: u32 = 970;
/// A number of three to five digits, and an age.
const NUMBER: u32 = 240;
const AGE: u32 = 300;
/// A country, a capital, a people, an organisation that the lexicon knows: it names a topic, of which there are many stories.
const KNOWN_NAME: u32 = 100;
/// Words up to this rarity, in quarters of a bit, are no terms at all; up to the next no part of a full name; up to the last a term
/// only as a name.
const COMMON: u8 = 34;
const COMMON_IN_NAME: u8 = 39;
const COMMON_AS_WORD: u8 = 44;
/// Weight of a term by how often it stands in the article, in per mille: it grows with the logarithm and stops at three times.
const BY_COUNT: [u32; 11] = [1000, 1590, 1935, 2180, 2370, 2525, 2656, 2770, 2870, 2960, 3000];
/// Per mille for a term of the lead, for one of the title, and for a place.
const IN_LEAD: u32 = 1830;
const IN_TITLE: u32 = 1300;
const IS_PLACE: u32 = 940;

/// One occurrence of a possible term.
#[expect(clippy::struct_excessive_bools, reason = "each is told by a word of its own and none excludes another")]
#[derive(Clone, Copy)]
struct Seen {
    hash: WordHash,
    /// Number of the word in the article.
    nth: u32,
    class: Option<u8>,
    kind: SeenKind,
    /// A capital where no sentence begins.
    named: bool,
    /// A name that the lexicon knows.
    known: bool,
    place: bool,
    title: bool,
    /// The first of the two names of a full name.
    first_name: WordHash,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SeenKind {
    Word,
    FullName,
    Number,
    Age,
}

/// Reads the terms of an article, field by field and block by block.
pub struct Reader<'a> {
    language: &'a Language,
    /// Letters and digits of the publisher's name, lower case: its own name tells no story.
    publisher: String,
    seen: Vec<Seen>,
    words: u32,
}

impl<'a> Reader<'a> {
    /// A reader for an article of `publisher`.
    pub fn new(language: &'a Language, publisher: Option<&str>) -> Self {
        let publisher = publisher.unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        Self { language, publisher: publisher.to_ascii_lowercase(), seen: Vec::new(), words: 0 }
    }

    /// Reads a block of the article, or its title.
    pub fn read(&mut self, text: &str, title: bool) {
        let rarity = &self.language.rarity;
        let words = &self.language.stories;
        let known = |hash| self.language.names.begins_actor(hash) || words.public(hash);
        let mut before: Option<(Word, bool)> = None;
        let mut in_place = false;
        for word in Words::new(text) {
            self.words += 1;
            let gap = before.map_or("", |(last, _)| Span { start: last.end, end: word.start }.of(text));
            let begins = before.is_none() || gap.contains(['.', '!', '?', ':', ';', '|', '\n', '"', '(', '–', '—', '·']);
            let follows_name = before.is_some_and(|(last, _)| last.capital) && gap == " ";
            let last = before.replace((word, begins));
            if word.digits {
                in_place = false;
                self.number(text, word, gap);
                continue;
            }
            let near_place = in_place || last.is_some_and(|(last, _)| words.before_place(last.hash));
            in_place = word.capital && near_place && matches!(gap, " " | ", ");
            if word.end - word.start < 3 || words.generic(word.hash) {
                continue;
            }
            let class = rarity.get(word.hash);
            if class.is_some_and(|class| class < COMMON) {
                continue;
            }
            let at = Span { start: word.start, end: word.end };
            let seen = Seen {
                hash: word.hash,
                nth: self.words,
                class,
                kind: SeenKind::Word,
                named: word.capital && !begins,
                known: word.capital && known(word.hash),
                place: in_place,
                title,
                first_name: 0,
            };
            if self.publisher.len() > 3
                && class.is_none()
                && word.end - word.start > 3
                && self.publisher.contains(&at.of(text).to_ascii_lowercase())
            {
                continue;
            }
            self.seen.push(seen);
            let Some((last, _)) = last.filter(|_| follows_name && word.capital) else { continue };
            let telling = |hash| !words.generic(hash) && rarity.get(hash).is_none_or(|class| class >= COMMON_IN_NAME);
            if telling(last.hash) && telling(word.hash) {
                let hash = last.hash.rotate_left(17) ^ word.hash;
                self.seen.push(Seen {
                    hash,
                    kind: SeenKind::FullName,
                    class: None,
                    first_name: last.hash,
                    known: seen.known || known(last.hash),
                    ..seen
                });
            }
        }
    }

    /// A number that may tell a story from another: a street number, an age.
    fn number(&mut self, text: &str, word: Word, gap: &str) {
        let at = Span { start: word.start, end: word.end };
        let digits = at.of(text);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let rest = text.get(at.range().end..).unwrap_or_default();
        let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let (kind, salt) = match digits.len() {
            3..=5 if !year => (SeenKind::Number, "number"),
            1..=2 if rest.starts_with("-year-old") || gap == ", " && rest.starts_with(',') => (SeenKind::Age, "age"),
            _ => return,
        };
        let hash = word.hash.rotate_left(31) ^ hash_of(salt);
        self.seen.push(Seen {
            hash,
            nth: self.words,
            class: None,
            kind,
            named: false,
            known: false,
            place: false,
            title: false,
            first_name: 0,
        });
    }

    /// The terms read so far.
    pub fn finish(mut self) -> Terms {
        self.seen.sort_unstable_by_key(|seen| (seen.hash, seen.nth));
        // A first name that stands before its family name alone says nothing that the full name does not.
        let mut first_names: Vec<WordHash> = self.seen.iter().map(|seen| seen.first_name).filter(|&hash| hash != 0).collect();
        first_names.sort_unstable();
        let alone = |seen: &&[Seen]| {
            let Some(hash) = seen.first().map(|seen| seen.hash) else { return false };
            let from = first_names.partition_point(|&name| name < hash);
            first_names[from..].iter().take_while(|&&name| name == hash).count() < seen.len()
        };
        let mut terms: Vec<Term> = self.seen.chunk_by(|a, b| a.hash == b.hash).filter(alone).filter_map(term).collect();
        terms.sort_unstable_by_key(|term| (std::cmp::Reverse(term.weight), term.hash));
        terms.truncate(MOST_TERMS);
        let norm = terms.iter().map(|term| u64::from(term.weight).pow(2)).sum::<u64>().isqrt();
        terms.sort_unstable_by_key(|term| term.hash);
        Terms { terms: terms.into_boxed_slice(), norm: u32::try_from(norm).unwrap_or(u32::MAX), days: None }
    }
}

/// The term that all occurrences of one hash make; `None` where they tell nothing.
fn term(seen: &[Seen]) -> Option<Term> {
    let first = seen.first()?;
    let count = seen.len();
    let named = seen.iter().filter(|seen| seen.named).count();
    let is_name = named > 0 && named * 2 + 1 >= count;
    let is_place = seen.iter().filter(|seen| seen.place).count() * 2 >= count.max(1);
    let (base, kind) = match (first.kind, first.class) {
        (SeenKind::Number, _) => (NUMBER, TermKind::Word),
        (SeenKind::Age, _) => (AGE, TermKind::Word),
        (SeenKind::FullName, _) if first.known => (KNOWN_NAME, TermKind::Place),
        (SeenKind::FullName, _) => (FULL_NAME, TermKind::Name),
        (SeenKind::Word, _) if is_name && seen.iter().any(|seen| seen.known) => (KNOWN_NAME, TermKind::Place),
        (SeenKind::Word, None) => (if is_name { UNKNOWN_NAME } else { UNKNOWN_WORD }, TermKind::Name),
        (SeenKind::Word, Some(class)) if is_name => {
            (((u32::from(class) * 25).saturating_sub(708) * 95 / 100).clamp(100, 800), TermKind::Word)
        }
        (SeenKind::Word, Some(class)) if class > COMMON_AS_WORD => (((u32::from(class) * 25 - 1100) * 13 / 10).min(336), TermKind::Word),
        (SeenKind::Word, Some(_)) => return None,
    };
    let mut weight = base * BY_COUNT[count.min(BY_COUNT.len()) - 1] / 1000;
    if matches!(first.kind, SeenKind::Word | SeenKind::FullName) {
        if first.nth <= LEAD {
            weight = weight * IN_LEAD / 1000;
        }
        if seen.iter().any(|seen| seen.title) {
            weight = weight * IN_TITLE / 1000;
        }
        if is_place {
            weight = weight * IS_PLACE / 1000;
        }
    }
    let kind = if is_place { TermKind::Place } else { kind };
    Some(Term { hash: first.hash, weight: u16::try_from(weight).unwrap_or(u16::MAX), kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Terms {
        let mut reader = Reader::new(Language::english(), Some("kvxq.example"));
        reader.read(text, false);
        reader.finish()
    }

    fn weight(text: &str, word: &str) -> Option<u16> {
        terms(text).terms.iter().find(|term| term.hash == hash_of(word)).map(|term| term.weight)
    }

    #[test]
    fn names_weigh_more_than_words_and_common_words_nothing() {
        let text = "Rescuers near Karvella pulled a cellist named Ostrowin from an avalanche on Friday, police said.";
        assert!(weight(text, "Ostrowin") > weight(text, "avalanche") && weight(text, "avalanche").is_some());
        for word in ["police", "friday", "said", "from"] {
            assert_eq!(weight(text, word), None, "{word}");
        }
    }

    #[test]
    fn a_name_after_in_is_a_place() {
        let terms = terms("The bridge in Karvella fell. Mayor Ostrowin spoke.");
        let kind = |word| terms.terms.iter().find(|term| term.hash == hash_of(word)).map(|term| term.kind);
        assert_eq!((kind("Karvella"), kind("Ostrowin")), (Some(TermKind::Place), Some(TermKind::Name)));
    }

    #[test]
    fn the_publishers_own_name_tells_nothing() {
        assert_eq!(weight("Tonight KVXQ reports on Ostrowin.", "kvxq"), None);
        assert!(weight("Tonight KZZT reports on Ostrowin.", "kzzt").is_some());
    }

    #[test]
    fn any_text_gives_terms() {
        for text in ["", "1 22 333 4444 55555 666666", "Ä Ö Ü — “—”", &"Ab".repeat(10_000), &"Xyzzy Quux ".repeat(5_000)] {
            assert!(terms(text).terms.len() <= MOST_TERMS);
        }
    }
}
