//! Words and the gaps between them. A gap never crosses a line break.

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, satisfy};
use nom::combinator::{map_opt, not, recognize};
use nom::{IResult, Parser};

use crate::lexicon::{Join, Language};
use crate::text::{WordHash, hash_of};

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
    let (rest, letters) = take_while_m_n(1, LONGEST, |found: char| found.is_ascii_alphabetic()).parse(input)?;
    let (rest, ()) = word_end(rest)?;
    Ok((rest, hash_of(letters)))
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
    not(satisfy(char::is_alphanumeric)).parse(input)
}

/// One to three spaces on one line.
///
/// ```
/// use crosscheck::grammar::gap;
/// assert_eq!(gap("  km"), Ok(("km", "  ")));
/// assert!(gap("\nkm").is_err());
/// ```
pub fn gap(input: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 3, |found| found == ' ' || found == '\t').parse(input)
}

/// A hyphen or a gap, as in "forty-two", "forty two" and, where a text was cut into words, "forty - two".
///
/// ```
/// use crosscheck::grammar::hyphen_or_gap;
/// assert_eq!(hyphen_or_gap("-two"), Ok(("two", "-")));
/// assert!(hyphen_or_gap("–two").is_err());
/// ```
pub fn hyphen_or_gap(input: &str) -> IResult<&str, &str> {
    alt((recognize(char('-')), recognize((gap, char('-'), gap)), gap)).parse(input)
}
