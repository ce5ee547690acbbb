//! One sentence as the walks over it see it: tokens, what the lexicon knows of each, names, mentions.
//!
//! In: a folded text, the sentence's span, the mentions in it. Out: a [`Sentence`], made once for all of its mentions. What never
//! happens here: a copy of a word, a decision.

use std::cell::OnceCell;

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
    /// The words of the text, and the first of them in the sentence.
    cut: &'a [Word],
    first: usize,
    pub(super) span: Span,
    pub(super) mentions: &'a [Mention],
    tokens: Vec<Token>,
    lexemes: Vec<Lexeme>,
    /// The classes of all its words together.
    classes: Classes,
    /// What makes a round-up of it, once asked for.
    round_up: OnceCell<Option<Name>>,
    /// Names in it: first token, number of tokens, entry.
    names: Vec<(usize, usize, u16)>,
    /// Most of its words begin with a capital: a headline in title case, where capitals tell nothing.
    pub(super) titled: bool,
}

/// Room for the tokens of nearly any sentence.
const USUAL: usize = 64;

/// What stands past either end of a sentence.
const NOTHING: Token = Token { span: Span { start: 0, end: 0 }, hash: 0, tail: 0, shape: Shape::Mark('\0'), glued: false };

impl<'a> Sentence<'a> {
    pub(super) fn new(language: &'a Language, text: &'a Folded<'_>) -> Self {
        Self {
            language,
            text: text.text(),
            cut: text.words(),
            first: 0,
            span: Span::default(),
            mentions: &[],
            tokens: Vec::with_capacity(USUAL),
            lexemes: Vec::with_capacity(USUAL),
            classes: Classes::default(),
            round_up: OnceCell::new(),
            names: Vec::new(),
            titled: false,
        }
    }

    /// Reads the sentence `span` with its `mentions` in place of the one before; the memory is used again.
    pub(super) fn read(&mut self, span: Span, mentions: &'a [Mention], islands: &mut Vec<Span>) {
        self.span = span;
        self.mentions = mentions;
        islands.clear();
        islands.extend(mentions.iter().map(|mention| mention.span));
        let words = self.words_from(span.start);
        tokens(self.text, words, span, islands, &mut self.tokens);
        self.lexemes.clear();
        let words = &self.language.words;
        let mut classes = Classes::default();
        self.lexemes.extend(self.tokens.iter().map(|token| {
            let lexeme = if token.is_word() { words.of(token) } else { Lexeme::default() };
            classes = classes.and(lexeme.classes);
            lexeme
        }));
        self.classes = classes;
        self.round_up = OnceCell::new();
        self.names.clear();
        let (mut capitals, mut lower) = (0, 0);
        let mut at = 0;
        while at < self.tokens.len() {
            let token = &self.tokens[at];
            match token.shape {
                Shape::Lower if token.span.len() > 3 => lower += 1,
                Shape::Capital => capitals += 1,
                _ => {}
            }
            // Nearly every word is in lower case and without a hyphen, and begins no name.
            if token.shape == Shape::Lower && token.tail == token.hash {
                at += 1;
                continue;
            }
            let step = match self.language.names.at(self.text, &self.tokens[at..]) {
                Some((length, entry)) => {
                    // "US" is no pronoun.
                    if length == 1 && self.tokens[at].shape == Shape::Upper {
                        self.lexemes[at] = Lexeme::default();
                    }
                    self.names.push((at, length, entry));
                    capitals += length - 1;
                    length
                }
                None => 1,
            };
            at += step;
        }
        self.titled = capitals > 3 && lower * 3 < capitals;
    }

    /// The words of the text from `place` on: mostly a little further than where the last sentence began.
    fn words_from(&mut self, place: u32) -> &'a [Word] {
        let begins_before = |at: usize| self.cut.get(at).is_some_and(|word| word.start < place);
        while begins_before(self.first) {
            self.first += 1;
        }
        while self.first > 0 && !begins_before(self.first - 1) {
            self.first -= 1;
        }
        self.cut.get(self.first..).unwrap_or_default()
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

    /// The token of the mention with this index among the sentence's, looked for from token `from` on.
    pub(super) fn token_of_mention(&self, index: usize, from: usize) -> usize {
        let island = u16::try_from(index).ok().map(Shape::Island);
        let rest = self.tokens.iter().skip(from);
        rest.take_while(|token| Some(token.shape) != island).count() + from
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
