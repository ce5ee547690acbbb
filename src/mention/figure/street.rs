//! Addresses: of houses ("1600 Grove Avenue", "the 4100 block of", "601 W. Broadway") and of the web.
//!
//! In: a figure and its neighbours. Out: whether it belongs to an address, and counts nothing. What never happens here: a look past four
//! words.

use super::Place;
use super::near::{self, Near};
use crate::grammar::Number;
use crate::lexicon::{Classes, Language};
use crate::text::{Span, hash_of};
use crate::value::Decimal;

/// Whether the word stands in a web address, a mail address or a file name.
pub(super) fn in_address(place: &Place<'_>) -> bool {
    let before = place.before(place.word.start).as_bytes();
    let behind = Span { start: place.word.end, end: place.line.end }.of(place.text).as_bytes();
    let left = before.iter().rposition(u8::is_ascii_whitespace).map_or(before, |at| &before[at + 1..]);
    let right = behind.iter().position(u8::is_ascii_whitespace).map_or(behind, |at| &behind[..at]);
    let marks = |token: &[u8]| {
        // A number most often stands alone between spaces.
        token.len() > 1
            && token.iter().enumerate().any(|(at, byte)| match byte {
                b'@' | b'_' => true,
                b':' => token[at..].starts_with(b"://"),
                b'w' => token[at..].starts_with(b"www."),
                _ => false,
            })
    };
    marks(left) || marks(right) || [left, right].iter().any(|token| matches!(token, [b'@' | b'_']))
}

/// "the 4100 block of": a stretch of house numbers.
pub(super) fn block(language: &Language, place: &Place<'_>, number: Number, rest: &str, right: Option<Near<'_>>) -> bool {
    let next = || right.or_else(|| near::behind(language, place, rest, true));
    number.value >= Decimal::from(100) && next().is_some_and(|next| language.numbers.blocks.get(next.hash).is_some())
}

/// "1600 Grove Avenue", "10 N. Main St": a capitalised name and a word for a street behind the number.
pub(super) fn address(language: &Language, number: Number, rest: &str, right: Option<Near<'_>>) -> bool {
    if !right.is_some_and(|right| right.capital() || right.is(Classes::STREET)) || number.value > Decimal::from(99_999) {
        return false;
    }
    let words = rest.split(' ').filter(|word| !word.is_empty()).take(4);
    let mut names = words
        .map(|word| word.trim_end_matches(['.', ',', ';', ')']))
        .take_while(|word| word.starts_with(|first: char| first.is_ascii_uppercase() || first.is_ascii_digit()));
    names.any(|word| language.words.get(hash_of(word)).classes.any(Classes::STREET))
}

/// "601 W. Broadway", "1354 W. 61st St.": one of the four sides of a town, with its point, before a name.
pub(super) fn side_of_town(language: &Language, place: &Place<'_>, after: &str) -> bool {
    let Some(rest) = after.strip_prefix(' ').and_then(|rest| rest.strip_prefix(['N', 'S', 'E', 'W'])) else { return false };
    let street =
        rest.strip_prefix(". ").is_some_and(|name| name.starts_with(|first: char| first.is_ascii_uppercase() || first.is_ascii_digit()));
    let name = || near::behind(language, place, rest, false).is_some_and(|next| next.capital());
    // "draws 601 W. The owner": another sentence.
    let starts = || near::behind(language, place, rest.trim_start_matches('.'), false).is_some_and(|next| next.is(Classes::STARTER));
    street && !starts() || rest.starts_with(' ') && name()
}

/// "1st", "101st": the letters belong to an ordinal that was no figure, and are no unit.
pub(super) fn ordinal_in_digits(place: &Place<'_>, after: &str) -> bool {
    let digits = Span { start: place.word.start, end: place.word.end }.of(place.text);
    after.starts_with("st") && digits.trim_end_matches("st").ends_with('1') && !digits.trim_end_matches("st").ends_with("11")
}
