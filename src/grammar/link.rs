//! What joins two numbers into a range, a pair or a margin: "to", "–", "-", "and", "or", "±".

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, one_of};
use nom::combinator::{opt, value};
use nom::sequence::delimited;
use nom::{IResult, Parser};

use super::number::no;
use super::{gap, join, word};
use crate::lexicon::{Join, Language};

/// How two numbers are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// "5 to 6", "10- to 12-".
    To,
    /// "5 up to 6".
    UpTo,
    /// "5–6".
    Dash,
    /// "5 – 6", "5 - 6": also an aside.
    Spaced,
    /// "5-6": also a score, a code, a phone number.
    Hyphen,
    /// "5 and 6", behind "between".
    And,
    /// "5 or 6".
    Or,
    /// "5 ± 6".
    Margin,
}

/// What joins the number before to the one behind.
///
/// ```
/// use crosscheck::{grammar::{Link, link}, lexicon::Language};
/// let english = Language::english();
/// assert_eq!(link(english, " to 12"), Ok(("12", Link::To)));
/// assert_eq!(link(english, "- to 12-"), Ok(("12-", Link::To)));
/// assert!(link(english, ", 12").is_err());
/// ```
pub fn link<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Link> {
    // Most of what follows a number joins nothing: one look at it tells.
    let first = input.trim_start_matches(['-', ' ']).bytes().next().unwrap_or_default();
    if !(input.starts_with(['-', ' ']) || matches!(first, b'+' | 0x80..))
        || input.starts_with(' ')
            && !matches!(first, b't' | b'a' | b'o' | b'p' | b'u' | b'+' | b'0'..=b'9' | 0x80..)
            && !input.starts_with(" - ")
    {
        return Err(no(input));
    }
    if let Ok(found) = worded(language, input) {
        return Ok(found);
    }
    // Behind a gap only one word is left.
    let next = input.trim_start_matches(' ').bytes().next().unwrap_or_default();
    if input.starts_with(' ') && next.is_ascii_alphabetic() && next != b'p' {
        return Err(no(input));
    }
    let dash = || one_of("\u{2013}\u{2014}\u{2212}");
    let margin = alt((tag("±"), tag("+/-"), tag("+-"), tag("plus or minus")));
    alt((
        value(Link::To, delimited(char('-'), |input| join(language, Join::To, input), char('-'))),
        value(Link::Margin, delimited(opt(gap), margin, opt(gap))),
        value(Link::Dash, dash()),
        value(Link::Spaced, delimited(gap, alt((dash(), char('-'))), gap)),
        value(Link::Hyphen, char('-')),
    ))
    .parse(input)
}

/// A word between gaps that joins: " to ", "- or ".
fn worded<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Link> {
    let (rest, _) = gap(input.strip_prefix('-').unwrap_or(input))?;
    let (rest, hash) = word(rest)?;
    if hash == language.numbers.up {
        return value(Link::UpTo, delimited(gap, |input| join(language, Join::To, input), gap)).parse(rest);
    }
    let link = match language.numbers.joins.get(hash) {
        Some(Join::To) => Link::To,
        Some(Join::And) => Link::And,
        Some(Join::Or) => Link::Or,
        _ => return Err(no(input)),
    };
    let (rest, _) = gap(rest)?;
    Ok((rest, link))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_join_is_told_apart() {
        for (text, expected) in [
            (" to 6", Some(Link::To)),
            (" through 6", Some(Link::To)),
            (" up to 6", Some(Link::UpTo)),
            (" up 6", None),
            ("-to-6", Some(Link::To)),
            ("–6", Some(Link::Dash)),
            (" – 6", Some(Link::Spaced)),
            (" - 6", Some(Link::Spaced)),
            ("-6", Some(Link::Hyphen)),
            (" and 6", Some(Link::And)),
            ("- or 6-", Some(Link::Or)),
            (" ± 2", Some(Link::Margin)),
            ("+/-2", Some(Link::Margin)),
            (", 6", None),
            (" 6", None),
            ("\nto 6", None),
        ] {
            assert_eq!(link(Language::english(), text).ok().map(|(_, link)| link), expected, "{text}");
        }
    }
}
