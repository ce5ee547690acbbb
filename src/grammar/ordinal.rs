//! Ordinals: "sixth", "21st", "twenty-first".

use nom::branch::alt;
use nom::combinator::map_opt;
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::number::no;
use super::spelled::small;
use super::{digits, hyphen_or_gap, word};
use crate::lexicon::Language;
use crate::value::Decimal;

/// An ordinal. "Seconds" is none.
///
/// ```
/// use crosscheck::{grammar::ordinal, lexicon::Language, value::Decimal};
/// let english = Language::english();
/// assert_eq!(ordinal(english, "21st time"), Ok((" time", Decimal::from(21))));
/// assert_eq!(ordinal(english, "twenty-first time"), Ok((" time", Decimal::from(21))));
/// assert!(ordinal(english, "21 times").is_err() && ordinal(english, "seconds").is_err());
/// ```
pub fn ordinal<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Decimal> {
    let single = |input: &'a str| map_opt(word, |hash| language.numbers.ordinals.get(hash).copied()).parse(input);
    let tens = |input: &'a str| {
        let (rest, tens) = small(language, input)?;
        let (rest, ones) = preceded(hyphen_or_gap, single).parse(rest)?;
        if tens >= 20 && tens % 10 == 0 && ones < 10 { Ok((rest, tens + ones)) } else { Err(no(input)) }
    };
    let in_digits = |input: &'a str| {
        let (rest, number) = digits(language, input)?;
        let number = number.to_i64().ok_or(no(input))?;
        // "12st" are stones.
        let last = if (11..=13).contains(&(number % 100)) || number % 10 > 3 { 0 } else { number % 10 };
        let (rest, _) = map_opt(word, |hash| language.numbers.endings.get(hash).filter(|digit| **digit == last)).parse(rest)?;
        Ok((rest, number))
    };
    let (rest, number) = alt((in_digits, single, tens)).parse(input)?;
    Ok((rest, Decimal::from(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_and_what_is_none() {
        for (text, expected) in [
            ("first", Some("1")),
            ("2nd place", Some("2")),
            ("1,000th", Some("1000")),
            ("111th", Some("111")),
            ("12st", None),
            ("thirty-third", Some("33")),
            ("hundredth", Some("100")),
            ("21", None),
            ("21s", None),
            ("firstly", None),
            ("1.5th", None),
            ("nineteen-first", None),
        ] {
            let found = ordinal(Language::english(), text).ok().map(|(_, number)| number.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
