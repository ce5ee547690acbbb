//! Words and the gaps between them. A gap never crosses a line break.

use nom::character::complete::char;
use nom::combinator::{map_opt, recognize};
use nom::{IResult, Parser};

use super::number::no;
use crate::lexicon::{Join, Language};
use crate::text::{WordHash, letters};

/// The longest word that any table holds; longer runs of letters are read as no word, so that reading stays linear.
const LONGEST: usize = 24;

/// A word of ASCII letters that no further letter or digit follows, as its hash.
///
/// ```
/// use crosscheck::{grammar::word, text::hash_of};
/// assert_eq!(word("Forty-two"), Ok(("-two", hash_of("forty"))));
/// assert!(word("40").is_err() && word("k9").is_err());
/// ```
pub fn word(input: &str) -> IResult<&str, WordHash> {
    let (count, hash) = letters(input, LONGEST);
    let (_, rest) = input.split_at(count);
    if count == 0 || goes_on(rest) { Err(no(input)) } else { Ok((rest, hash)) }
}

/// The word that joins numbers in this way.
///
/// ```
/// use crosscheck::{grammar::join, lexicon::{Join, Language}};
/// assert_eq!(join(Language::english(), Join::To, "to 12"), Ok((" 12", ())));
/// assert!(join(Language::english(), Join::To, "or 12").is_err());
/// ```
pub fn join<'a>(language: &Language, wanted: Join, input: &'a str) -> IResult<&'a str, ()> {
    map_opt(word, |hash| (language.numbers.joins.get(hash) == Some(&wanted)).then_some(())).parse(input)
}

/// The fence behind a word or a number: no letter and no digit follows.
///
/// ```
/// use crosscheck::grammar::word_end;
/// assert!(word_end("-old").is_ok() && word_end("aires").is_err());
/// ```
pub fn word_end(input: &str) -> IResult<&str, ()> {
    if goes_on(input) { Err(no(input)) } else { Ok((input, ())) }
}

/// Whether a letter or a digit follows.
fn goes_on(input: &str) -> bool {
    match input.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => input.starts_with(char::is_alphanumeric),
        None => false,
    }
}

/// One to three spaces on one line.
///
/// ```
/// use crosscheck::grammar::gap;
/// assert_eq!(gap("  km"), Ok(("km", "  ")));
/// assert!(gap("\nkm").is_err());
/// ```
pub fn gap(input: &str) -> IResult<&str, &str> {
    let spaces = match input.as_bytes() {
        [b' ' | b'\t', b' ' | b'\t', b' ' | b'\t', ..] => 3,
        [b' ' | b'\t', b' ' | b'\t', ..] => 2,
        [b' ' | b'\t', ..] => 1,
        _ => return Err(no(input)),
    };
    let (gap, rest) = input.split_at(spaces);
    Ok((rest, gap))
}

/// A hyphen or a gap, as in "forty-two", "forty two" and, where a text was cut into words, "forty - two".
///
/// ```
/// use crosscheck::grammar::hyphen_or_gap;
/// assert_eq!(hyphen_or_gap("-two"), Ok(("two", "-")));
/// assert!(hyphen_or_gap("–two").is_err());
/// ```
pub fn hyphen_or_gap(input: &str) -> IResult<&str, &str> {
    if input.as_bytes().first() == Some(&b'-') {
        let (hyphen, rest) = input.split_at(1);
        return Ok((rest, hyphen));
    }
    let (rest, spaces) = gap(input)?;
    if rest.as_bytes().first() != Some(&b'-') {
        return Ok((rest, spaces));
    }
    Ok(recognize((gap, char('-'), gap)).parse(input).unwrap_or((rest, spaces)))
}
