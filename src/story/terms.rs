//! The terms of an article: the names, places and rare words by which its story is told from others.
//!
//! In: a language and the folded text of an article's blocks, with its words. Out: [`Terms`], small and sorted. What never
//! happens here: rarity counted over the batch, any look at another article.

use super::{Term, TermKind, Terms};
use crate::lexicon::Language;
use crate::text::{Span, Word, WordHash, hash_of};

/// Most terms kept of an article, the weightiest first.
const MOST_TERMS: usize = 80;
/// Words from the start that count as the lead.
const LEAD: u32 = 110;
/// Weights are hundredths of a bit. A name that no list of words holds, and any other word that none holds.
const UNKNOWN_NAME: u32 = 1100;
const UNKNOWN_WORD: u32 = 600;
/// A full name: two names side by side.
const FULL_NAME: u32 = 800;
/// A number of three to five digits, and an age.
const NUMBER: u32 = 240;
const AGE: u32 = 750;
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

/// What is seen of a possible term in an article.
#[derive(Clone, Copy, Default)]
struct Seen {
    hash: WordHash,
    /// Number of its first word in the article.
    nth: u32,
    class: Option<u8>,
    kind: SeenKind,
    /// A name that the lexicon knows: where it stood first, and anywhere.
    known: bool,
    known_once: bool,
    /// It stood in a title.
    title: bool,
    /// How often it stands there; with a capital where no sentence begins; as a place; as the first of the two names of a full name.
    count: u32,
    named: u32,
    places: u32,
    first_names: u32,
}

impl Seen {
    /// Counts an occurrence in the word with number `nth`.
    fn add(&mut self, nth: u32, occurrence: Occurrence) {
        let Occurrence { class, kind, named, known, place, title } = occurrence;
        if self.count == 0 {
            *self = Self { nth, class, kind, known, ..*self };
        }
        self.known_once |= known;
        self.title |= title;
        self.count += 1;
        self.named += u32::from(named);
        self.places += u32::from(place);
    }
}

/// One occurrence of a possible term.
#[expect(clippy::struct_excessive_bools, reason = "each is told by a word of its own and none excludes another")]
#[derive(Clone, Copy)]
struct Occurrence {
    class: Option<u8>,
    kind: SeenKind,
    named: bool,
    known: bool,
    place: bool,
    title: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum SeenKind {
    #[default]
    Word,
    FullName,
    Number,
    Age,
    /// It stands in the publisher's name and tells nothing.
    Publishers,
}

/// What was seen so far, by hash: an open-addressing table of positions in a list, each counted from 1.
struct Table {
    slots: Vec<u32>,
    seen: Vec<Seen>,
}

impl Table {
    fn new() -> Self {
        Self { slots: vec![0; 512], seen: Vec::with_capacity(160) }
    }

    /// What was seen of `hash`; a new entry that counts nothing where it was not.
    fn of(&mut self, hash: WordHash) -> &mut Seen {
        let slot = self.slot(hash);
        let held = self.slots[slot] as usize;
        if held > 0 {
            return &mut self.seen[held - 1];
        }
        let at = self.seen.len();
        self.seen.push(Seen { hash, ..Seen::default() });
        self.slots[slot] = number(at + 1);
        if at * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 2];
            for at in 0..self.seen.len() {
                let slot = self.slot(self.seen[at].hash);
                self.slots[slot] = number(at + 1);
            }
        }
        &mut self.seen[at]
    }

    /// The slot that holds `hash`, or the free one where it would go.
    fn slot(&self, hash: WordHash) -> usize {
        let mask = self.slots.len() - 1;
        #[expect(clippy::cast_possible_truncation, reason = "only the low bits are used")]
        let mut slot = (hash ^ (hash >> 29)) as usize & mask;
        while self.slots[slot] != 0 && self.seen[self.slots[slot] as usize - 1].hash != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// Reads the terms of an article, field by field and block by block.
pub struct Reader<'a> {
    language: &'a Language,
    /// Letters and digits of the publisher's name, lower case: its own name tells no story.
    publisher: String,
    seen: Table,
    words: u32,
    ages: u128,
}

impl<'a> Reader<'a> {
    /// A reader for an article of `publisher`.
    pub fn new(language: &'a Language, publisher: Option<&str>) -> Self {
        let publisher = publisher.unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        Self { language, publisher: publisher.to_ascii_lowercase(), seen: Table::new(), words: 0, ages: 0 }
    }

    /// Reads a block of the article, or its title. `words` are its words.
    pub fn read(&mut self, text: &str, words: &[Word], title: bool) {
        let lists = &self.language.stories;
        let known = |hash| self.language.names.begins_actor(hash) || lists.public(hash);
        let mut before: Option<Word> = None;
        let mut in_place = false;
        for &word in words {
            self.words += 1;
            let last = before.replace(word);
            let gap = || last.map_or("", |last| Span { start: last.end, end: word.start }.of(text));
            if word.digits {
                in_place = false;
                self.number(text, word, gap());
                continue;
            }
            let near_place = word.capital && (in_place || last.is_some_and(|last| lists.before_place(last.hash)));
            in_place = near_place && matches!(gap(), " " | ", ");
            if word.end - word.start < 3 {
                continue;
            }
            // Most words are common ones: that is looked at first.
            let class = lists.rarity(word.hash);
            if class.is_some_and(|class| class < COMMON) {
                continue;
            }
            let seen = self.seen.of(word.hash);
            let publishers = || publishers(&self.publisher, Span { start: word.start, end: word.end }.of(text));
            if seen.count == 0 && seen.kind != SeenKind::Publishers && class.is_none() && publishers() {
                seen.kind = SeenKind::Publishers;
            }
            if seen.kind == SeenKind::Publishers {
                continue;
            }
            let occurrence = Occurrence {
                class,
                kind: SeenKind::Word,
                named: word.capital && last.is_some() && !gap().contains(ENDS),
                known: word.capital && known(word.hash),
                place: in_place,
                title,
            };
            seen.add(self.words, occurrence);
            let Some(last) = last.filter(|last| word.capital && last.capital && gap() == " ") else { continue };
            let telling = |hash| lists.rarity(hash).is_none_or(|class| class >= COMMON_IN_NAME);
            if telling(last.hash) && telling(word.hash) {
                let hash = last.hash.rotate_left(17) ^ word.hash;
                let known = occurrence.known || known(last.hash);
                self.seen.of(hash).add(self.words, Occurrence { kind: SeenKind::FullName, class: None, known, ..occurrence });
                self.seen.of(last.hash).first_names += 1;
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
        if let (SeenKind::Age, Ok(age)) = (kind, digits.parse::<u32>()) {
            self.ages |= 1 << age;
        }
        let hash = word.hash.rotate_left(31) ^ hash_of(salt);
        self.seen.of(hash).add(self.words, Occurrence { class: None, kind, named: false, known: false, place: false, title: false });
    }

    /// The terms read so far.
    pub fn finish(self) -> Terms {
        // A first name that stands before its family name alone says nothing that the full name does not.
        let alone = self.seen.seen.iter().filter(|seen| seen.first_names < seen.count);
        let mut terms: Vec<Term> = Vec::with_capacity(self.seen.seen.len());
        terms.extend(alone.filter_map(term));
        if terms.len() > MOST_TERMS {
            terms.select_nth_unstable_by_key(MOST_TERMS - 1, |term| (std::cmp::Reverse(term.weight), term.hash));
            terms.truncate(MOST_TERMS);
        }
        let norm = terms.iter().map(|term| u64::from(term.weight).pow(2)).sum::<u64>().isqrt();
        terms.sort_unstable_by_key(|term| term.hash);
        Terms { terms: terms.into_boxed_slice(), norm: u32::try_from(norm).unwrap_or(u32::MAX), days: None, events: None, ages: self.ages }
    }
}

/// Whether a word stands in the publisher's name.
fn publishers(name: &str, word: &str) -> bool {
    let first = word.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let mut parts = name.as_bytes().windows(word.len());
    name.len() > 3 && word.len() > 3 && parts.any(|part| part.first() == first.as_ref() && part.eq_ignore_ascii_case(word.as_bytes()))
}

/// Marks after which a capital tells no name: a sentence may begin there.
const ENDS: [char; 12] = ['.', '!', '?', ':', ';', '|', '\n', '"', '(', '–', '—', '·'];

/// The term that all occurrences of one hash make; `None` where they tell nothing.
fn term(seen: &Seen) -> Option<Term> {
    let (count, named) = (seen.count, seen.named);
    let is_name = named > 0 && named * 2 + 1 >= count;
    let is_place = seen.places * 2 >= count;
    let (base, kind) = match (seen.kind, seen.class) {
        (SeenKind::Number, _) => (NUMBER, TermKind::Word),
        (SeenKind::Age, _) => (AGE, TermKind::Word),
        (SeenKind::FullName, _) if seen.known => (KNOWN_NAME, TermKind::Place),
        (SeenKind::FullName, _) => (FULL_NAME, TermKind::Name),
        (SeenKind::Word, _) if is_name && seen.known_once => (KNOWN_NAME, TermKind::Place),
        (SeenKind::Word, None) => (if is_name { UNKNOWN_NAME } else { UNKNOWN_WORD }, TermKind::Name),
        (SeenKind::Word, Some(class)) if is_name => {
            (((u32::from(class) * 25).saturating_sub(708) * 95 / 100).clamp(100, 800), TermKind::Word)
        }
        (SeenKind::Word, Some(class)) if class > COMMON_AS_WORD => (((u32::from(class) * 25 - 1100) * 13 / 10).min(336), TermKind::Word),
        (SeenKind::Word, Some(_)) | (SeenKind::Publishers, _) => return None,
    };
    let mut weight = base * BY_COUNT[(count as usize).clamp(1, BY_COUNT.len()) - 1] / 1000;
    if matches!(seen.kind, SeenKind::Word | SeenKind::FullName) {
        if seen.nth <= LEAD {
            weight = weight * IN_LEAD / 1000;
        }
        if seen.title {
            weight = weight * IN_TITLE / 1000;
        }
        if is_place {
            weight = weight * IS_PLACE / 1000;
        }
    }
    let kind = if is_place { TermKind::Place } else { kind };
    Some(Term { hash: seen.hash, weight: u16::try_from(weight).unwrap_or(u16::MAX), kind })
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    fn terms(text: &str) -> Terms {
        let mut reader = Reader::new(Language::english(), Some("kvxq.example"));
        reader.read(text, &Words::new(text).collect::<Vec<_>>(), false);
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
