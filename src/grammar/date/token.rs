//! The words around a candidate, read once: numbers, words of time, marks.
//!
//! In: a folded text and the place of a candidate word. Out: a [`Window`] of tokens in which the parsers of this folder move back and
//! forth. It ends at a line break and at the first word that no time expression holds, so that a window is short in running text.

use nom::IResult;

use crate::calendar::{Unit, Weekday, weekday_from_monday};
use crate::lexicon::{Calendar, Key, Keys, TimeWord};
use crate::text::{Word, WordHash, hash_of_bytes, last_before};

/// What stands at a place in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of time.
    Word,
    /// A number in digits.
    Digits(Digits),
    /// A mark; both dashes are `~`.
    Mark(u8),
    /// Any other word or sign: it ends the window.
    Other,
}

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// All digits, the point left out.
    pub(super) value: u32,
    /// How many there are, leading zeros too.
    pub(super) len: u8,
    /// How many stand after the point.
    pub(super) fraction: u8,
    /// Whether a comma groups them.
    pub(super) grouped: bool,
    /// Whether "st", "nd", "rd", "th" follow.
    pub(super) ordinal: bool,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'l> {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: Kind,
    /// What a word of time can mean; nothing for all else.
    pub(super) word: &'l TimeWord,
    pub(super) hash: WordHash,
    /// Whether a space stands before it.
    pub(super) spaced: bool,
    /// Whether it begins with an upper-case letter.
    pub(super) capital: bool,
}

/// A stretch of tokens: what the parsers of this folder read.
pub(super) type Tokens<'t> = &'t [Token<'t>];

/// What a parser of this folder gives back.
pub(super) type Read<'t, O> = IResult<Tokens<'t>, O, ()>;

static NOTHING: TimeWord = TimeWord {
    month: 0,
    weekday: 0,
    ordinal: 0,
    quarter: 0,
    half: 0,
    decade: 0,
    count: None,
    season: None,
    unit: None,
    cycle: None,
    part: None,
    plural: false,
    short: false,
    holidays: Vec::new(),
    holiday: false,
    keys: Keys::of(&[]),
    tells: false,
};

/// How far a window reaches before and after its candidate.
const BACK: usize = 7;
const AHEAD: usize = 20;

/// The tokens around a candidate word.
pub(super) struct Window<'l> {
    tokens: [Token<'l>; BACK + AHEAD],
    first: usize,
    end: usize,
}

impl<'l> Window<'l> {
    /// A window on nothing.
    pub(super) const fn new() -> Self {
        let none = Token { start: 0, end: 0, kind: Kind::Other, word: &NOTHING, hash: 0, spaced: false, capital: false };
        Self { tokens: [none; BACK + AHEAD], first: BACK, end: BACK }
    }

    /// Moves it to the words around the place `at`, none before `floor`; the word with the index of `words` is the first that does not
    /// begin before it. The last of them on which a time expression can rest; `None` where there is none: most figures count something
    /// else, and this is what they cost here.
    pub(super) fn move_to(
        &mut self,
        calendar: &'l Calendar,
        text: &str,
        words: (&[Word], usize),
        at: usize,
        floor: usize,
    ) -> Option<usize> {
        (self.first, self.end) = (BACK, BACK);
        let bytes = text.as_bytes();
        let (before, mut ahead) = words.0.split_at(words.1);
        let mut next = at;
        while self.end < BACK + AHEAD {
            let Some(token) = token(calendar, bytes, &mut ahead, next) else { break };
            self.tokens[self.end] = token;
            self.end += 1;
            next = token.end as usize;
            if token.kind == Kind::Other {
                break;
            }
        }
        let mut end = at;
        while self.first > 0 {
            let Some(token) = token_before(calendar, bytes, before, end, floor) else { break };
            self.first -= 1;
            self.tokens[self.first] = token;
            end = token.start as usize;
        }
        self.tells_time()
    }

    /// The last of the tokens on which a time expression can rest.
    fn tells_time(&self) -> Option<usize> {
        let tokens = self.tokens();
        tokens.iter().enumerate().rposition(|(at, token)| match token.kind {
            // "7a": a letter that touches a figure.
            Kind::Word => {
                let before = at.checked_sub(1).map(|before| &tokens[before]);
                // "nineteen ninety-six", "two thousand and five"
                let year = || {
                    let (Some(count), Some(before)) = (token.word.count, before.and_then(|before| before.word.count)) else { return false };
                    before >= 10 || (before, count) == (2, 1000)
                };
                token.word.tells || !token.spaced && before.is_some_and(|before| before.digits().is_some()) || year()
            }
            // A year, a day in eight figures; "the 21st". An hour in four has a word of time beside it.
            Kind::Digits(digits) => {
                let whole = digits.fraction == 0 && !digits.grouped;
                digits.ordinal || whole && (digits.len == 8 || digits.len == 4 && (1000..2200).contains(&digits.value))
            }
            // "10/3", "7:37", "'90".
            Kind::Mark(b'/' | b':' | b'\'') => true,
            // "23.04.22"
            Kind::Mark(b'.') => tokens.get(at + 1).is_some_and(|next| !next.spaced && next.digits().is_some()),
            Kind::Mark(_) | Kind::Other => false,
        })
    }

    /// Where the candidate stands in [`Window::tokens`].
    pub(super) fn candidate(&self) -> usize {
        BACK - self.first
    }

    /// All tokens, the ones before the candidate first.
    pub(super) fn tokens(&self) -> Tokens<'_> {
        &self.tokens[self.first..self.end]
    }
}

/// The token at or after `at`, spaces skipped; `None` at the end of the line. What stands before it is taken off `words`.
fn token<'l>(calendar: &'l Calendar, bytes: &[u8], words: &mut &[Word], at: usize) -> Option<Token<'l>> {
    let mut start = at;
    while bytes.get(start).is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
        start += 1;
    }
    let first = *bytes.get(start)?;
    let (end, kind, word, hash) = match first {
        b'\n' | b'\r' => return None,
        b'0'..=b'9' => {
            let (end, digits) = digits(bytes, start);
            (end, digits.map_or(Kind::Other, Kind::Digits), &NOTHING, 0)
        }
        b'A'..=b'Z' | b'a'..=b'z' => {
            while let [before, rest @ ..] = *words
                && (before.start as usize) < start
            {
                *words = rest;
            }
            let (end, hash) = match words.first() {
                Some(word) if word.start as usize == start => (word.end as usize, word.hash),
                // Behind digits: the "am" of "7am".
                _ => {
                    let letters = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                    let digits = bytes[start + letters..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                    let end = start + letters + digits;
                    (end, hash_of_bytes(&bytes[start..end]))
                }
            };
            let goes_on = bytes.get(end).is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
            match calendar.word(hash) {
                Some(word) if !goes_on => (end, Kind::Word, word, hash),
                _ => (end, Kind::Other, &NOTHING, hash),
            }
        }
        b'-' | b',' | b'.' | b':' | b'/' | b'\'' | b'(' | b')' | b'+' => (start + 1, Kind::Mark(first), &NOTHING, 0),
        // En and em dash: the folded text keeps them.
        0xe2 if bytes.get(start + 1) == Some(&0x80) && matches!(bytes.get(start + 2), Some(0x93 | 0x94)) => {
            (start + 3, Kind::Mark(b'~'), &NOTHING, 0)
        }
        _ => (start + 1, Kind::Other, &NOTHING, 0),
    };
    Some(Token { start: place(start), end: place(end), kind, word, hash, spaced: start > at, capital: first.is_ascii_uppercase() })
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The mark at `at`, behind which the window goes on.
fn mark_at<'l>(bytes: &[u8], at: usize) -> Token<'l> {
    let (start, kind) = (place(at), Kind::Mark(bytes[at]));
    Token { start, end: start + 1, kind, word: &NOTHING, hash: 0, spaced: false, capital: false }
}

/// The word of time, or the hyphen after one, that ends at `end` or before it; `words` are those up to there.
fn token_before<'l>(calendar: &'l Calendar, bytes: &[u8], words: &[Word], end: usize, floor: usize) -> Option<Token<'l>> {
    let mut at = end;
    while at > floor && matches!(bytes[at - 1], b' ' | b'\t') {
        at -= 1;
    }
    if at == floor {
        return None;
    }
    let joined = |mark: u8| at == end && bytes[at - 1] == mark;
    if joined(b'-') {
        return bytes.get(at.wrapping_sub(2)).is_some_and(u8::is_ascii_alphabetic).then(|| mark_at(bytes, at - 1));
    }
    // The apostrophe of "'82".
    if joined(b'\'') && bytes.get(at).is_some_and(u8::is_ascii_digit) {
        return Some(mark_at(bytes, at - 1));
    }
    // That of "Mother's Day" and "Presidents' Day".
    if at > floor + 1 && bytes[at - 1] == b'\'' && bytes[at - 2].is_ascii_alphabetic() {
        return Some(mark_at(bytes, at - 1));
    }
    if !bytes[at - 1].is_ascii_alphabetic() {
        return None;
    }
    let found = last_before(words, u32::try_from(at).ok()?)?;
    let start = found.start as usize;
    let within = start.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(|&byte| byte >= 0x80);
    if found.end as usize != at || start < floor || within {
        return None;
    }
    let word = calendar.word(found.hash)?;
    Some(Token { start: found.start, end: found.end, kind: Kind::Word, word, hash: found.hash, spaced: false, capital: found.capital })
}

/// The number that begins at `start`, and where it ends; `None` in place of one that no time expression holds.
fn digits(bytes: &[u8], start: usize) -> (usize, Option<Digits>) {
    let run = |at: usize| bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = start + run(start);
    // Most numbers are a few digits, and a space follows.
    if let (1..=8, Some(b' ')) = (end - start, bytes.get(end)) {
        let value = bytes[start..end].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        let len = u8::try_from(end - start).unwrap_or(u8::MAX);
        return (end, Some(Digits { value, len, fraction: 0, grouped: false, ordinal: false }));
    }
    let mut grouped = false;
    while bytes.get(end) == Some(&b',') && run(end + 1) == 3 && (grouped || end - start <= 3) {
        (end, grouped) = (end + 4, true);
    }
    let whole = end;
    let mut fraction = if bytes.get(end) == Some(&b'.') { run(end + 1) } else { 0 };
    // "23.04.2022" is no decimal.
    if (1..=2).contains(&fraction) && !(bytes.get(end + 1 + fraction) == Some(&b'.') && run(end + 2 + fraction) > 0) {
        end += 1 + fraction;
    } else {
        fraction = 0;
    }
    let (mut len, mut value) = (0_u8, Some(0_u32));
    for digit in bytes[start..end].iter().filter(|byte| byte.is_ascii_digit()) {
        len = len.saturating_add(1);
        value = value.and_then(|value| value.checked_mul(10)?.checked_add(u32::from(digit - b'0')));
    }
    let suffix = bytes.get(end..end + 2).unwrap_or_default();
    let lettered = suffix.first().is_some_and(u8::is_ascii_alphabetic);
    let ends = || !bytes.get(end + 2).is_some_and(u8::is_ascii_alphanumeric);
    let ordinal =
        lettered && whole == end && ends() && [b"st", b"nd", b"rd", b"th"].iter().any(|ending| suffix.eq_ignore_ascii_case(*ending));
    let digits = value
        .filter(|_| len < u8::MAX)
        .and_then(|value| Some(Digits { value, len, fraction: u8::try_from(fraction).ok()?, grouped, ordinal }));
    (if ordinal { end + 2 } else { end }, digits)
}

impl Token<'_> {
    /// Whether the word does this.
    pub(super) fn is(&self, key: Key) -> bool {
        self.word.keys.has(key)
    }

    /// Whether it is a number in digits or in words.
    pub(super) fn counts(&self) -> bool {
        self.word.count.is_some() || matches!(self.kind, Kind::Digits(_))
    }

    /// The mark, if it is one.
    pub(super) fn mark(&self) -> Option<u8> {
        if let Kind::Mark(mark) = self.kind { Some(mark) } else { None }
    }

    /// The number, if it is one.
    pub(super) fn digits(&self) -> Option<Digits> {
        if let Kind::Digits(digits) = self.kind { Some(digits) } else { None }
    }

    /// The number, if it is a plain whole one of `low..=high`.
    pub(super) fn whole(&self, low: u32, high: u32) -> Option<u32> {
        self.digits()
            .filter(|digits| digits.fraction == 0 && !digits.grouped && !digits.ordinal && (low..=high).contains(&digits.value))
            .map(|digits| digits.value)
    }
}

/// A match where the first token does one of `keys`; nothing is taken.
pub(super) fn begins(tokens: Tokens<'_>, keys: Keys) -> Read<'_, ()> {
    if tokens.first().is_some_and(|first| first.word.keys.meets(keys)) { Ok((tokens, ())) } else { no() }
}

/// The next token.
pub(super) fn next(tokens: Tokens<'_>) -> Read<'_, &Token<'_>> {
    tokens.split_first().map(|(first, rest)| (rest, first)).ok_or(nom::Err::Error(()))
}

/// What `read` makes of the next token.
pub(super) fn token_as<'t, O>(read: impl Fn(&'t Token<'t>) -> Option<O>) -> impl Fn(Tokens<'t>) -> Read<'t, O> {
    move |tokens: Tokens<'t>| {
        let (rest, token) = next(tokens)?;
        read(token).map(|found| (rest, found)).ok_or(nom::Err::Error(()))
    }
}

/// A word that does this.
pub(super) fn key<'t>(key: Key) -> impl Fn(Tokens<'t>) -> Read<'t, ()> {
    token_as(move |token| token.is(key).then_some(()))
}

/// A word that does one of these.
pub(super) fn any<'t>(keys: &'static [Key]) -> impl Fn(Tokens<'t>) -> Read<'t, ()> {
    token_as(move |token| keys.iter().any(|&key| token.is(key)).then_some(()))
}

/// A mark.
pub(super) fn mark<'t>(mark: u8) -> impl Fn(Tokens<'t>) -> Read<'t, ()> {
    token_as(move |token| (token.mark() == Some(mark)).then_some(()))
}

/// A hyphen that joins two words.
pub(super) fn hyphen(tokens: Tokens<'_>) -> Read<'_, ()> {
    token_as(|token| (token.mark() == Some(b'-') && !token.spaced).then_some(()))(tokens)
}

/// A hyphen, or nothing.
pub(super) fn maybe_hyphen(tokens: Tokens<'_>) -> Tokens<'_> {
    hyphen(tokens).map_or(tokens, |(rest, ())| rest)
}

/// A word that does this, or nothing.
pub(super) fn maybe(found: Key, tokens: Tokens<'_>) -> Tokens<'_> {
    key(found)(tokens).map_or(tokens, |(rest, ())| rest)
}

/// A weekday in full, or cut short.
pub(super) fn weekday(tokens: Tokens<'_>) -> Read<'_, Weekday> {
    token_as(|token| (token.word.weekday > 0 && !token.word.plural).then(|| weekday_from_monday(token.word.weekday)))(tokens)
}

/// A unit in the singular.
pub(super) fn unit(tokens: Tokens<'_>) -> Read<'_, Unit> {
    token_as(|token| token.word.unit.filter(|_| !token.word.plural))(tokens)
}

/// A unit in the plural.
pub(super) fn units(tokens: Tokens<'_>) -> Read<'_, Unit> {
    token_as(|token| token.word.unit.filter(|_| token.word.plural))(tokens)
}

/// No match.
pub(super) fn no<O>() -> Result<O, nom::Err<()>> {
    Err(nom::Err::Error(()))
}
