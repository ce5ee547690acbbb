//! Quantities without a number: "several", "dozens", "tens of thousands", "a few hundred".

use nom::combinator::{map_opt, opt};
use nom::error::{Error, ErrorKind};
use nom::sequence::preceded;
use nom::{Err, IResult, Parser};

use super::{Number, gap, hyphen_or_gap, join, number, word};
use crate::lexicon::{Join, Language, Needs, NumberWord, Times, VagueWord};
use crate::value::Decimal;

/// What a quantity without a number is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vague {
    /// The number that it does state: 2 for "a couple".
    pub stated: Option<Decimal>,
    /// Lowest value.
    pub low: Decimal,
    /// Best value.
    pub best: Option<Decimal>,
    /// Highest value.
    pub high: Option<Decimal>,
}

/// A number or a quantity without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// "forty".
    Number(Number),
    /// "several".
    Vague(Vague),
}

/// A number or a quantity without one, from its first word (an article included) to its last; "of" behind it is not part of it.
///
/// ```
/// use crosscheck::{grammar::{Amount, amount}, lexicon::Language};
/// let (rest, several) = amount(Language::english(), "a couple of weeks").unwrap();
/// assert!(matches!(several, Amount::Vague(_)) && rest == " of weeks");
/// assert!(amount(Language::english(), "weeks").is_err());
/// ```
pub fn amount<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Amount> {
    if !input.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return number(language, input).map(|(rest, number)| (rest, Amount::Number(number)));
    }
    match vague(language, input) {
        Ok((rest, vague)) => Ok((rest, Amount::Vague(vague))),
        Err(_) => number(language, input).map(|(rest, number)| (rest, Amount::Number(number))),
    }
}

/// A quantity without a number.
///
/// ```
/// use crosscheck::{grammar::vague, lexicon::Language, value::Decimal};
/// let (rest, thousands) = vague(Language::english(), "tens of thousands of homes").unwrap();
/// assert_eq!((rest, thousands.low), (" of homes", Decimal::from(10_000)));
/// assert!(vague(Language::english(), "few people").is_err());
/// ```
pub fn vague<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Vague> {
    let no = Err::Error(Error::new(input, ErrorKind::Verify));
    let (behind, first) = word(input)?;
    let article = language.numbers.words.get(first) == Some(&NumberWord::Article);
    let article = if article { gap(behind).ok() } else { None };
    let (rest, named) = article.map_or(Ok((behind, first)), |(rest, _)| word(rest))?;
    let Some(&found) = language.numbers.vague.get(named) else { return Err(no) };
    let of = |input: &'a str| preceded(gap, |input| join(language, Join::Of, input)).parse(input);
    let needs = |one: Needs| found.needs.is_some_and(|needs| needs == one || needs == Needs::Both && one != Needs::Power);
    if needs(Needs::Article) != article.is_some() || needs(Needs::Of) && of(rest).is_err() {
        return Err(no);
    }
    match power(language, found, rest) {
        Ok((rest, power)) => scaled(found, power).map(|vague| (rest, vague)).ok_or(no),
        Err(_) if found.needs == Some(Needs::Power) => Err(no),
        Err(_) => Ok((rest, Vague { stated: found.stated, low: found.low, best: found.best, high: found.high })),
    }
}

/// What multiplies it: "several hundred", "a couple of thousand", "tens of thousands", "hundreds of millions".
fn power<'a>(language: &Language, found: VagueWord, input: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, of) = opt(preceded(gap, |input| join(language, Join::Of, input))).parse(input)?;
    let (rest, _) = hyphen_or_gap(rest)?;
    map_opt(word, |hash| match language.numbers.words.get(hash)? {
        NumberWord::Power { power, plural: true } if found.times == Some(Times::Of) && of.is_some() => Some(Decimal::new(1, *power)),
        NumberWord::Power { power, plural: false } if found.times == Some(Times::Direct) => Some(Decimal::new(1, *power)),
        NumberWord::Group(size) if found.times == Some(Times::Direct) && (of.is_none() || found.stated.is_some()) => {
            Some(Decimal::from(*size))
        }
        _ => None,
    })
    .parse(rest)
}

fn scaled(found: VagueWord, power: Decimal) -> Option<Vague> {
    let times = |value: Decimal| value.times(power);
    let high = match found.high {
        // The end of the decade: "tens of thousands" reach to 99,999; "several hundred" to 900.
        Some(high) if found.times == Some(Times::Of) => {
            Some(high.plus(Decimal::ONE).and_then(times).and_then(|end| end.minus(Decimal::ONE))?)
        }
        Some(high) => Some(times(high)?),
        None => None,
    };
    let best = match found.best {
        // "A few hundred" is as wide as "several hundred": no best value.
        Some(best) if found.times == Some(Times::Of) || found.stated.is_some() => Some(times(best)?),
        _ => None,
    };
    let stated = match found.stated {
        Some(stated) => Some(times(stated)?),
        None => None,
    };
    Some(Vague { stated, low: times(found.low)?, best, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_without_a_number() {
        for (text, low, best, high, rest) in [
            ("a couple of them", "2", Some("2"), Some("3"), " of them"),
            ("a few days", "3", Some("3"), Some("9"), " days"),
            ("several days", "3", None, Some("9"), " days"),
            ("a handful of them", "3", None, Some("9"), " of them"),
            ("dozens", "12", Some("24"), Some("99"), ""),
            ("scores of homes", "20", Some("40"), Some("99"), " of homes"),
            ("several hundred men", "300", None, Some("900"), " men"),
            ("a couple of hundred men", "200", Some("200"), Some("300"), " men"),
            ("tens of thousands", "10000", Some("20000"), Some("99999"), ""),
            ("hundreds of millions of", "100000000", Some("200000000"), Some("999999999"), " of"),
            ("many", "1", None, None, ""),
            ("a number of homes", "1", None, None, " of homes"),
        ] {
            let (left, vague) = vague(Language::english(), text).unwrap_or_else(|_| panic!("{text}"));
            let show = |value: Option<Decimal>| value.map(|value| value.to_string());
            assert_eq!((show(Some(vague.low)).as_deref(), left), (Some(low), rest), "{text}");
            assert_eq!((show(vague.best).as_deref(), show(vague.high).as_deref()), (best, high), "{text}");
        }
    }

    #[test]
    fn what_is_no_quantity() {
        for text in ["few homes", "tens", "a number", "number of homes", "couple", "scores", "number", "forty"] {
            assert!(vague(Language::english(), text).is_err(), "{text}");
        }
    }
}
