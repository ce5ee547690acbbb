//! Parts of a whole in words and in digits: "two-thirds", "a quarter", "3/4".

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::one_of;
use nom::combinator::{map_opt, opt};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::number::no;
use super::spelled::spelled;
use super::word::{hyphen_or_gap, word, word_end};
use super::{Number, Written, join};
use crate::lexicon::{Join, Language, NumberWord};
use crate::value::Decimal;

/// Denominators that news prints in digits: "3/4", "5/8". Others are dates, scores and codes: "9/11", "24/7".
const DENOMINATORS: [i64; 10] = [2, 3, 4, 5, 8, 10, 16, 32, 64, 128];

/// A part: "half", "two-thirds", "a quarter", "three fifths", "3/4"; "½" has been folded to "1⁄2".
///
/// ```
/// use crosscheck::{grammar::part, lexicon::Language, value::Decimal};
/// let english = Language::english();
/// let (rest, number) = part(english, "three-quarters of them").unwrap();
/// assert_eq!((rest, number.value), (" of them", Decimal::new(75, -2)));
/// assert!(part(english, "9/11").is_err() && part(english, "two weeks").is_err());
/// ```
pub fn part<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Number> {
    let value = alt((slashed, |input| worded(language, input)));
    value.map(|value| Number { value, written: Written::Part, scale: Decimal::ONE, dozens: false }).parse(input)
}

/// "3/4": the part is smaller than the whole. A slash of fractions stands in nothing else.
pub(super) fn slashed(input: &str) -> IResult<&str, Decimal> {
    let digits = |input| map_opt(take_while_m_n(1, 3, |found: char| found.is_ascii_digit()), Decimal::parse).parse(input);
    let (rest, above) = digits(input)?;
    let (rest, slash) = one_of("/\u{2044}").parse(rest)?;
    let (rest, below) = digits(rest)?;
    let rest = if slash == '/' { word_end(rest)?.0 } else { rest };
    let fits = above < below && !above.is_zero() && below.to_i64().is_some_and(|below| slash != '/' || DENOMINATORS.contains(&below));
    let next_slash = rest.starts_with('/');
    map_opt(|input| Ok((input, ())), |()| if fits && !next_slash { above.over(below) } else { None }).parse(rest)
}

/// "half", "a third", "two-thirds", "nine tenths".
fn worded<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, above) = opt(|input| above(language, input)).parse(input)?;
    let (left, below) = denominator(language, rest)?;
    let named = rest.get(..rest.len() - left.len()).unwrap_or_default();
    let rest = left;
    // "third", "fifths" say a part only after how many of them; "half" says it alone.
    map_opt(
        |input| Ok((input, ())),
        |()| match above {
            // "two millionth", "three hundred fifth", "two thousand quarters": nobody means a part.
            // "two third-graders", "two half-brothers": nor where the part is no plural and a hyphen joins it to what follows.
            Some(above) if above > 1 && !named.ends_with('s') && rest.trim_start_matches(' ').starts_with('-') => None,
            // "one hundred fifth" is the 105th.
            Some(above) if above >= 100 && !named.ends_with('s') || above >= 1000 && (below == 2 || below == 4) => None,
            Some(above) if above > 1 && below >= 100 && !named.ends_with('s') => None,
            Some(above) => Decimal::from(above).over(Decimal::from(below)),
            None if below == 2 => Some(Decimal::new(5, -1)),
            None => None,
        },
    )
    .parse(rest)
}

/// How many parts, and the hyphen or gap behind it.
fn above<'a>(language: &Language, input: &'a str) -> IResult<&'a str, i64> {
    let article = map_opt(word, |hash| (language.numbers.words.get(hash) == Some(&NumberWord::Article)).then_some(1));
    let number = map_opt(|input| spelled(language, input), |number| number.value.to_i64());
    let (rest, above) = alt((number, article)).parse(input)?;
    let (rest, _) = hyphen_or_gap(rest)?;
    Ok((rest, above))
}

/// "thirds", "half", "twenty-fifth", "one hundred fifth".
fn denominator<'a>(language: &Language, input: &'a str) -> IResult<&'a str, i64> {
    let single = |input: &'a str| map_opt(word, |hash| language.numbers.parts.get(hash).copied()).parse(input);
    let (rest, hash) = word(input)?;
    // "firsts" says a part behind tens only.
    if let Some(&below) = language.numbers.parts.get(hash).filter(|below| **below > 1) {
        return Ok((rest, below));
    }
    if language.numbers.words.get(hash).is_none() {
        return Err(no(input));
    }
    let (rest, front) = map_opt(|input| spelled(language, input), |number| number.value.to_i64()).parse(input)?;
    let (rest, _) = hyphen_or_gap(rest)?;
    map_opt(single, |last| match last {
        _ if front <= 0 => None,
        // "two-hundredth"
        100.. => front.checked_mul(last).filter(|_| front < 100),
        _ => (front % 10 == 0 && last < 10 || front % 100 == 0).then_some(front + last),
    })
    .parse(rest)
}

/// "and a half", "-and-a-half", "and three-quarters", " 1/2" behind a whole number.
pub(super) fn and_part<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Decimal> {
    let and = |input: &'a str| {
        let (rest, _) = hyphen_or_gap(input)?;
        let (rest, ()) = join(language, Join::And, rest)?;
        let (rest, _) = hyphen_or_gap(rest)?;
        map_opt(|input| worded(language, input), |part| (part < Decimal::ONE).then_some(part)).parse(rest)
    };
    // The first letter or digit tells which of these it may be.
    match input.trim_start_matches([' ', '\t', '-']).bytes().next() {
        Some(b'0'..=b'9') => preceded(hyphen_or_gap, slashed).parse(input),
        Some(b'A'..=b'Z' | b'a'..=b'z') => and(input),
        _ => Err(no(input)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_whole() {
        for (text, value, rest) in [
            ("half of it", "0.5", " of it"),
            ("a third", "0.333333333333", ""),
            ("one-third of", "0.333333333333", " of"),
            ("two thirds", "0.666666666667", ""),
            ("a quarter", "0.25", ""),
            ("nine-tenths", "0.9", ""),
            ("one twenty-fifth", "0.04", ""),
            ("two twenty-firsts", "0.0952380952381", ""),
            ("one two-hundredth", "0.005", ""),
            ("one one hundred fifth", "0.00952380952381", ""),
            ("ninety-five hundred fifths", "1900", ""),
            ("3/4 of", "0.75", " of"),
            ("2⁄3 full", "0.666666666667", " full"),
            ("5⁄7 full", "0.714285714286", " full"),
            ("1⁄2lb", "0.5", "lb"),
        ] {
            let (left, number) = part(Language::english(), text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!((number.value.to_string().as_str(), left), (value, rest), "{text}");
        }
    }

    #[test]
    fn what_is_no_part() {
        for text in [
            "third place",
            "9/11",
            "24/7",
            "4/3",
            "3/4/2019",
            "fifths",
            "two",
            "halfway",
            "1/20",
            "two half-brothers",
            "two third-graders",
            "two thousand quarters",
            "one hundred fifth",
            "two firsts",
        ] {
            assert!(part(Language::english(), text).is_err(), "{text}");
        }
    }
}
