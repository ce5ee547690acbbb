//! Multiples: "doubled", "fivefold", "40-fold", "three times as many", "twice the", "5x".

use nom::branch::alt;
use nom::character::complete::char;
use nom::combinator::{map_opt, opt, peek};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::number::no;
use super::{Number, gap, hyphen_or_gap, number, word, word_end};
use crate::lexicon::Language;
use crate::value::Decimal;

/// By how much something multiplies; "three times" alone only says how often.
///
/// ```
/// use crosscheck::{grammar::multiple, lexicon::Language, value::Decimal};
/// let english = Language::english();
/// assert_eq!(multiple(english, "three times as many"), Ok((" as many", Decimal::from(3))));
/// assert_eq!(multiple(english, "tripled to"), Ok((" to", Decimal::from(3))));
/// assert!(multiple(english, "three times in May").is_err());
/// ```
pub fn multiple<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Decimal> {
    let numbers = &language.numbers;
    let verb = |input: &'a str| map_opt(word, |hash| numbers.multiples.get(hash).copied()).parse(input);
    let compared = |input: &'a str| peek(preceded(gap, map_opt(word, |hash| numbers.comparing.get(hash).copied()))).parse(input);
    let twice = |input: &'a str| {
        let (rest, value) = map_opt(word, |hash| numbers.twice.get(hash).copied()).parse(input)?;
        let (rest, ()) = compared(rest)?;
        Ok((rest, value))
    };
    let fold = |input: &'a str| {
        let (rest, Number { value, .. }) = number(language, input)?;
        let (rest, ()) = preceded(opt(char('-')), map_opt(word, |hash| (hash == numbers.fold).then_some(()))).parse(rest)?;
        Ok((rest, value))
    };
    let times = |input: &'a str| {
        let (rest, Number { value, .. }) = number(language, input)?;
        let (rest, ()) = preceded(hyphen_or_gap, map_opt(word, |hash| (hash == numbers.times).then_some(()))).parse(rest)?;
        let (rest, ()) = compared(rest)?;
        Ok((rest, value))
    };
    let by_sign = |input: &'a str| {
        let (rest, Number { value, .. }) = number(language, input)?;
        let (rest, _) = char('x')(rest)?;
        let (rest, ()) = word_end(rest)?;
        if value.is_negative() { Err(no(input)) } else { Ok((rest, value)) }
    };
    alt((verb, twice, times, fold, by_sign)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiples_and_what_is_none() {
        for (text, expected) in [
            ("doubled", Some("2")),
            ("quadrupling", Some("4")),
            ("halved", Some("0.5")),
            ("fivefold", Some("5")),
            ("40-fold rise", Some("40")),
            ("twice as many", Some("2")),
            ("twice in May", None),
            ("2.5 times the", Some("2.5")),
            ("four times more", Some("4")),
            ("four times", None),
            ("5x", Some("5")),
            ("5x7", None),
            ("manifold", None),
        ] {
            let found = multiple(Language::english(), text).ok().map(|(_, value)| value.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
