//! One sentence as the walks over it see it: tokens, what the lexicon knows of each, names, mentions.
//!
//! In: a folded text, the sentence's span, the mentions in it. Out: a [`Sentence`], made once for all of its mentions. What never
//! happens here: a copy of a word, a decision.

use std::cell::OnceCell;

use super::antecedent::sole_person;
use super::walk;
use crate::lexicon::{Classes, Entry, Forms, Language, Lexeme, Words};
use crate::mention::Mention;
use crate::text::{Folded, Name, Shape, Span, Token, Word, WordHash, hash_of, tokens};

/// A word that a walk knows by its letters; see [`word!`].
#[derive(Clone, Copy)]
pub(super) struct Known {
    hash: WordHash,
    /// The point of an abbreviation makes it another word.
    len: usize,
}

impl Known {
    /// The word with these letters, in lower case.
    pub(super) const fn new(word: &str) -> Self {
        Self { hash: hash_of(word), len: word.len() }
    }

    /// One of 64 bits for the word with this hash; the high bits alone are weak for short words.
    const fn bit(hash: WordHash) -> u64 {
        1 << ((hash ^ (hash >> 41)) & 63)
    }
}

/// The bit of a mark that is one of the first 64 characters; none for any other.
const fn mark_bit(mark: char) -> u64 {
    if (mark as u32) < u64::BITS { 1 << mark as u32 } else { 0 }
}

/// A word in lower case to ask for, hashed once for all.
macro_rules! word {
    ($word:literal) => {
        const { crate::claim::sentence::Known::new($word) }
    };
}

pub(super) use word;

/// A sentence, its tokens and its mentions.
pub(super) struct Sentence<'a> {
    pub(super) language: &'a Language,
    pub(super) text: &'a str,
    /// The words of the text.
    cut: &'a [Word],
    pub(super) span: Span,
    pub(super) mentions: &'a [Mention],
    tokens: Vec<Token>,
    lexemes: Vec<Lexeme>,
    /// The classes of all its words together.
    classes: Classes,
    /// A bit for each of its words, by the hash: most words that are asked for are in few sentences.
    held: u64,
    /// A bit for each of its marks that is one of the first 64 characters.
    marks: u64,
    /// The token of each mention.
    places: Vec<usize>,
    /// What makes a round-up of it, once asked for.
    round_up: OnceCell<Option<Name>>,
    /// Names in it: first token, number of tokens, entry.
    names: Vec<(usize, usize, u16)>,
    /// Whether a place may be named in it: a name that the lexicon knows, or a capital past the first word.
    pub(super) named: bool,
    /// The one person that the sentence right before told of, where there is one and this one holds "he" or "she".
    pub(super) person: Option<Name>,
    /// Most of its words begin with a capital: a headline in title case, where capitals tell nothing.
    pub(super) titled: bool,
}

/// Room for the tokens of a sentence; a longer one makes more, once for all. The memory manager is quickest with so little.
const USUAL: usize = 24;

/// Bytes between a sentence and the next, at most: a space, a blank line.
pub(super) const GAP: u32 = 3;

/// What takes up a person of the sentence before.
const PRONOUNS: [WordHash; 2] = [hash_of("he"), hash_of("she")];

/// How far the sentence before is looked back into, in bytes.
const LONGEST_BEFORE: usize = 600;

/// What stands past either end of a sentence.
const NOTHING: Token = Token { span: Span { start: 0, end: 0 }, hash: 0, tail: 0, shape: Shape::Mark('\0'), glued: false };

impl<'a> Sentence<'a> {
    pub(super) fn new(language: &'a Language, text: &'a Folded<'_>) -> Self {
        Self {
            language,
            text: text.text(),
            cut: text.words(),
            span: Span::default(),
            mentions: &[],
            tokens: Vec::with_capacity(USUAL),
            lexemes: Vec::with_capacity(USUAL),
            classes: Classes::default(),
            held: 0,
            marks: 0,
            places: Vec::new(),
            round_up: OnceCell::new(),
            names: Vec::new(),
            named: false,
            person: None,
            titled: false,
        }
    }

    /// Reads the sentence `span` with its `mentions` in place of the one before; the memory is used again. `first` is about where its
    /// words begin among those of the text.
    pub(super) fn read(&mut self, span: Span, mentions: &'a [Mention], first: usize, islands: &mut Vec<Span>) {
        let follows = self.len() > 0 && (0..=GAP).contains(&span.start.wrapping_sub(self.span.end));
        let words = self.words_from(span.start, first);
        // Only "he" and "she" ask for it.
        let asks = || words.iter().take_while(|word| word.start < span.end).any(|word| PRONOUNS.contains(&word.hash));
        self.person = if follows && asks() { sole_person(self) } else { None };
        self.span = span;
        self.mentions = mentions;
        islands.clear();
        islands.extend(mentions.iter().map(|mention| mention.span));
        tokens(self.text, words, span, islands, &mut self.tokens);
        self.lexemes.clear();
        self.names.clear();
        self.places.clear();
        self.round_up = OnceCell::new();
        let words = &self.language.words;
        let (mut classes, mut held, mut marks) = (Classes::default(), 0, 0);
        let (mut capitals, mut lower, mut named) = (0, 0, false);
        let places = &mut self.places;
        self.lexemes.extend(self.tokens.iter().enumerate().map(|(at, token)| {
            if token.shape == Shape::Lower {
                lower += usize::from(token.span.len() > 3);
            } else if token.is_capital() {
                capitals += usize::from(token.shape == Shape::Capital);
                named |= at > 0;
            } else {
                match token.shape {
                    Shape::Mark(mark) => marks |= mark_bit(mark),
                    Shape::Island(index) => {
                        places.resize(usize::from(index), usize::MAX);
                        places.push(at);
                    }
                    _ => {}
                }
                return Lexeme::default();
            }
            let lexeme = words.of(token);
            classes = classes.and(lexeme.classes);
            held |= Known::bit(token.hash);
            lexeme
        }));
        (self.classes, self.held, self.marks) = (classes, held, marks);
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            // Nearly every word is in lower case and without a hyphen, and begins no name.
            if !token.is_capital() && token.tail == token.hash {
                at += 1;
                continue;
            }
            let Some((length, entry)) = self.language.names.at(self.text, &self.tokens[at..]) else {
                at += 1;
                continue;
            };
            // "US" is no pronoun.
            if length == 1 && token.shape == Shape::Upper {
                self.lexemes[at] = Lexeme::default();
            }
            self.names.push((at, length, entry));
            // What a name takes in counts once, and as a capital.
            for token in &self.tokens[at + 1..at + length] {
                match token.shape {
                    Shape::Lower => lower -= usize::from(token.span.len() > 3),
                    Shape::Capital => capitals -= 1,
                    _ => {}
                }
            }
            capitals += length - 1;
            at += length;
        }
        self.named = named || !self.names.is_empty();
        // A headline ends without a full stop.
        let stops = span.of(self.text).trim_end().ends_with('.');
        self.titled = capitals > 3 && lower * 3 < capitals && !stops;
    }

    /// The words of the text from `place` on, looked for from the word `first` on.
    fn words_from(&self, place: u32, mut first: usize) -> &'a [Word] {
        let begins_before = |at: usize| self.cut.get(at).is_some_and(|word| word.start < place);
        while begins_before(first) {
            first += 1;
        }
        while first > 0 && !begins_before(first - 1) {
            first -= 1;
        }
        self.cut.get(first..).unwrap_or_default()
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn words(&self) -> &'a Words {
        &self.language.words
    }

    /// The token at `at`; a mark that is in no text past the end.
    #[inline]
    pub(super) fn token(&self, at: usize) -> &Token {
        self.tokens.get(at).unwrap_or(&NOTHING)
    }

    /// What the lexicon knows of the token at `at`.
    #[inline]
    pub(super) fn lexeme(&self, at: usize) -> Lexeme {
        self.lexemes.get(at).copied().unwrap_or_default()
    }

    /// The words of the token at `at`.
    #[inline]
    pub(super) fn of(&self, at: usize) -> &'a str {
        self.token(at).span.of(self.text)
    }

    /// Whether any of its words is of any of these classes.
    pub(super) fn has(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether any of these words may be in it; where not, none is.
    #[inline]
    pub(super) fn may_hold<const N: usize>(&self, words: [Known; N]) -> bool {
        self.held & words.iter().fold(0, |bits, word| bits | Known::bit(word.hash)) != 0
    }

    /// Whether this mark, one of the first 64 characters, is in it.
    #[inline]
    pub(super) fn has_mark(&self, mark: char) -> bool {
        self.marks & mark_bit(mark) != 0
    }

    /// What makes a round-up of it, found by `read` when it is asked for first.
    pub(super) fn round_up(&self, read: impl FnOnce(&Self) -> Option<Name>) -> Option<Name> {
        self.round_up.get_or_init(|| read(self)).clone()
    }

    /// Whether the token at `at` is of any of these classes.
    #[inline]
    pub(super) fn is(&self, at: usize, classes: Classes) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.is(classes))
    }

    #[inline]
    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_mark(mark)
    }

    /// Whether the token at `at` is this word. Asked more often than anything else.
    #[inline]
    pub(super) fn is_word(&self, at: usize, word: Known) -> bool {
        self.tokens.get(at).is_some_and(|token| token.hash == word.hash && token.span.len() == word.len)
    }

    /// The sentence right before in its paragraph.
    pub(super) fn right_before(&self) -> Option<Span> {
        let before = self.text[..self.span.start as usize].trim_end_matches(' ');
        let place = before.floor_char_boundary(before.len().checked_sub(1)?);
        let reach = before.floor_char_boundary(before.len().saturating_sub(LONGEST_BEFORE));
        let first = before[reach..].rfind('\n').map_or(reach, |at| reach + at + 1);
        let words = self.cut.partition_point(|word| (word.start as usize) < place);
        let block = Span::new(first, before.len());
        (!before.ends_with('\n')).then(|| walk::bounds(self.language, self.text, (self.cut, words), block, Span::new(place, before.len())))
    }

    /// Whether the token at `at` is a verb in any of these forms.
    pub(super) fn has_form(&self, at: usize, forms: Forms) -> bool {
        self.lexeme(at).is_verb() && self.lexeme(at).has_form(forms)
    }

    /// Whether the token at `at` is a plural noun by its form.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let token = self.token(at);
        token.is_word() && Words::is_plural(&self.lexeme(at), token, self.of(at))
    }

    /// The mention that the token at `at` is.
    pub(super) fn mention(&self, at: usize) -> Option<&'a Mention> {
        match self.token(at).shape {
            Shape::Island(index) => self.mentions.get(usize::from(index)),
            _ => None,
        }
    }

    /// The token of the mention with this index among the sentence's.
    pub(super) fn token_of_mention(&self, index: usize) -> usize {
        self.places.get(index).copied().unwrap_or(usize::MAX).min(self.tokens.len())
    }

    /// The names in it: first token, number of tokens, what it can stand for.
    pub(super) fn names(&self) -> impl DoubleEndedIterator<Item = (usize, usize, &'a Entry)> + '_ {
        self.names.iter().filter_map(|&(at, length, entry)| Some((at, length, self.language.names.entry(entry)?)))
    }

    /// The name that begins at token `at`.
    pub(super) fn name_at(&self, at: usize) -> Option<(usize, &'a Entry)> {
        let &(_, length, entry) = self.names.iter().find(|(first, ..)| *first == at)?;
        Some((length, self.language.names.entry(entry)?))
    }

    /// The name that token `at` belongs to: its first token, number of tokens, entry.
    pub(super) fn name_around(&self, at: usize) -> Option<(usize, usize, &'a Entry)> {
        let &(first, length, entry) = self.names.iter().find(|&&(first, length, _)| first <= at && at < first + length)?;
        Some((first, length, self.language.names.entry(entry)?))
    }

    /// The token that ends where `span` does.
    pub(super) fn ending(&self, span: Span) -> Option<usize> {
        let at = self.tokens.partition_point(|token| token.span.end < span.end);
        self.tokens.get(at).filter(|token| token.span.end == span.end).map(|_| at)
    }

    /// The span from token `from` to before token `to`.
    pub(super) fn span_of(&self, from: usize, to: usize) -> Span {
        if from >= to {
            return Span::default();
        }
        self.token(from).span.join(self.token(to - 1).span)
    }

    /// A word that can be a noun, an adjective or a name: none of the closed classes.
    pub(super) fn is_open(&self, at: usize) -> bool {
        const CLOSED: Classes = Classes::DETERMINER
            .and(Classes::POSSESSIVE)
            .and(Classes::PRONOUN)
            .and(Classes::RELATIVE)
            .and(Classes::PREPOSITION)
            .and(Classes::COORDINATOR)
            .and(Classes::SUBORDINATOR)
            .and(Classes::BE)
            .and(Classes::HAVE)
            .and(Classes::DO)
            .and(Classes::GET)
            .and(Classes::MODAL)
            .and(Classes::NEGATION);
        self.token(at).is_word() && (!self.is(at, CLOSED) || self.token(at).shape == Shape::Upper && self.name_at(at).is_some())
    }
}
