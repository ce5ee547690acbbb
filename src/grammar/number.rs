//! Numbers in digits and in words, scaled: "1.2 million", "twelve thousand five hundred", "half a million", "two and a half".
//!
//! Not read here: sums in words other than "and a half" behind a number, letters that are units as well ("5m"; see
//! [`number_with_letters`]).

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of};
use nom::combinator::{map_opt, opt};
use nom::error::{Error, ErrorKind};
use nom::sequence::{delimited, preceded};
use nom::{Err, IResult, Parser};

use super::part::and_part;
use super::power::exponent;
use super::spelled::{small, spelled};
use super::{digits, gap, hyphen_or_gap, join, part, unit, word};
use crate::lexicon::{Join, Language, NumberWord, UnitKind};
use crate::value::Decimal;

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value, scaled.
    pub value: Decimal,
    /// How it is written.
    pub written: Written,
    /// What its last scale word multiplies by: a million for "3 million", a hundred for "three hundred", else one.
    pub scale: Decimal,
    /// Whether it counts in dozens: nobody means exactly 24 by "two dozen".
    pub dozens: bool,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Bare digits: "2019". Much that is no figure looks like this.
    Plain,
    /// Digits with groups, a fraction or a scale: "1,200", "2.5", "3 million", "40k".
    Marked,
    /// Words: "forty-two".
    Words,
    /// A part of a whole: "two-thirds".
    Part,
}

/// A number.
///
/// ```
/// use crosscheck::{grammar::number, lexicon::Language, value::Decimal};
/// let english = Language::english();
/// let (rest, million) = number(english, "1.2 million people").unwrap();
/// assert_eq!((rest, million.value), (" people", Decimal::from(1_200_000)));
/// let (rest, weeks) = number(english, "twenty-one weeks").unwrap();
/// assert_eq!((rest, weeks.value), (" weeks", Decimal::from(21)));
/// assert!(number(english, "weeks").is_err());
/// ```
pub fn number<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Number> {
    let first = input.bytes().next().unwrap_or_default();
    if first.is_ascii_alphabetic() {
        return worded(language, input);
    }
    // Only a slash, or a sign in place of one, makes a part of digits.
    let digits = input.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && !matches!(input.as_bytes().get(digits), Some(b'/' | 0x80..)) {
        return in_digits(language, false, input);
    }
    let slashed = |input| part(language, input);
    let negative = |input| {
        let (rest, number) = preceded(one_of("-\u{2212}"), slashed).parse(input)?;
        Ok((rest, Number { value: number.value.negate(), ..number }))
    };
    alt((slashed, negative, |input| in_digits(language, false, input))).parse(input)
}

/// A number whose scale may be a letter that is a unit as well: "5m", "3b", as behind a currency sign.
///
/// ```
/// use crosscheck::{grammar::number_with_letters, lexicon::Language, value::Decimal};
/// let (rest, number) = number_with_letters(Language::english(), "1.5m loan").unwrap();
/// assert_eq!((rest, number.value), (" loan", Decimal::from(1_500_000)));
/// ```
pub fn number_with_letters<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Number> {
    alt((|input| in_digits(language, true, input), |input| number(language, input))).parse(input)
}

/// Digits with a sign, a part behind them and a scale.
fn in_digits<'a>(language: &Language, letters: bool, input: &'a str) -> IResult<&'a str, Number> {
    let (rest, sign) = opt(one_of("-+\u{2212}")).parse(input)?;
    let (rest, whole) = digits(language, rest)?;
    let (rest, whole) = exponent(rest, whole);
    let ungrouped = input.get(..input.len() - rest.len()).is_some_and(|read| read.bytes().all(|byte| byte.is_ascii_digit()));
    let (rest, cut) =
        if ungrouped && rest.starts_with(" .") { opt(|input| cut_fraction(language, input)).parse(rest)? } else { (rest, None) };
    let whole = cut.and_then(|cut| whole.plus(cut)).unwrap_or(whole);
    let may_part = matches!(rest.as_bytes(), [b' ' | b'-', b' ' | b'a' | b'0'..=b'9', ..]);
    let (rest, behind) = if whole.exponent() == 0 && may_part { opt(|input| and_part(language, input)).parse(rest)? } else { (rest, None) };
    // "1.2b", "1.2 M" and "40M" are amounts, "1B" and "3b" may be a base or a flat.
    let letter = rest.trim_start_matches(' ');
    let spaced = letter.len() < rest.len();
    let amount =
        whole.exponent() < 0 && !(spaced && letter.starts_with('b')) || whole.abs() >= Decimal::from(10) && rest.starts_with(['M', 'B']);
    let (rest, (dozens, scaled, power)) = scale(language, letters || amount && letter.starts_with(['b', 'B', 'M', 'k']), rest);
    let value = behind
        .map_or(Some(whole), |behind| whole.plus(behind))
        .and_then(|value| value.times(scaled))
        .map(|value| if matches!(sign, Some('-' | '\u{2212}')) { value.negate() } else { value });
    let bare = ungrouped && behind.is_none() && scaled == Decimal::ONE;
    // "3 million and a half".
    let (rest, half) = if power >= 3 { opt(|input| and_part(language, input)).parse(rest)? } else { (rest, None) };
    // "3 hundred and 21", "4 thousand 3 hundred".
    let (rest, more) = match power {
        2 => opt(|input| and_small(language, input)).parse(rest)?,
        3.. if !dozens => opt(|input| smaller(language, scaled, input)).parse(rest)?,
        _ => (rest, None),
    };
    let value = match half {
        Some(half) => value.and_then(|value| value.plus(half.scale(power)?)),
        None => value.and_then(|value| value.plus(more.unwrap_or(Decimal::ZERO))),
    };
    let written = if bare { Written::Plain } else { Written::Marked };
    value.map(|value| (rest, Number { value, written, scale: scaled, dozens })).ok_or(no(input))
}

/// " . 8" of "14 . 8 %" and "46 . 8 million" in a text that was cut into words; elsewhere a point between spaces ends a sentence.
fn cut_fraction<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, _) = delimited(gap, char('.'), gap).parse(input)?;
    let (rest, places) = take_while_m_n(1, 2, |found: char| found.is_ascii_digit()).parse(rest)?;
    let percent =
        unit(language, rest).is_ok_and(|(_, behind)| language.units.get(behind.unit).is_some_and(|unit| unit.kind == UnitKind::Percent));
    let carries_on = percent || scale(language, false, rest).0.len() < rest.len();
    let fraction = Decimal::parse(places).and_then(|fraction| fraction.scale(if places.len() == 1 { -1 } else { -2 }));
    fraction.filter(|_| carries_on).map(|fraction| (rest, fraction)).ok_or(no(input))
}

/// "and 21" behind hundreds in digits.
fn and_small<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, _) = gap(input)?;
    let (rest, ()) = join(language, Join::And, rest)?;
    let (rest, _) = gap(rest)?;
    let in_words = |input: &'a str| spelled(language, input).map(|(rest, number)| (rest, number.value));
    let below = |value: Decimal| Some(value).filter(|value| value.is_whole() && *value < Decimal::from(100));
    let (rest, value) = map_opt(alt((|input| digits(language, input), in_words)), below).parse(rest)?;
    // "3 hundred and 2 hundred" are two numbers.
    if scale(language, false, rest).0.len() < rest.len() { Err(no(input)) } else { Ok((rest, value)) }
}

/// "3 hundred and 21" behind "4 thousand", "20 thousand" behind "5 lakh": digits with a scale of their own.
fn smaller<'a>(language: &Language, larger: Decimal, input: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, _) = gap(input)?;
    if !rest.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(no(input));
    }
    let (rest, next) = in_digits(language, false, rest)?;
    if next.scale > Decimal::ONE && next.scale < larger && next.value < larger && !next.dozens {
        Ok((rest, next.value))
    } else {
        Err(no(input))
    }
}

/// Scale words and letters behind digits: their product, whether they are dozens, and the last power of ten.
pub(super) fn scale<'a>(language: &Language, letters: bool, input: &'a str) -> (&'a str, (bool, Decimal, i8)) {
    let (mut rest, mut dozens, mut product, mut last) = (input, false, Decimal::ONE, 0);
    // "300 thousand million" has two; no text has more.
    for _ in 0..2 {
        let next = preceded(hyphen_or_gap, map_opt(word, |hash| language.numbers.words.get(hash).copied())).parse(rest);
        let (left, factor) = match next {
            Ok((left, NumberWord::Power { power, .. })) => {
                last = power;
                (left, Decimal::new(1, power))
            }
            Ok((left, NumberWord::Group(size))) => {
                dozens = true;
                (left, Decimal::from(size))
            }
            _ => break,
        };
        let Some(larger) = product.times(factor) else { break };
        (rest, product) = (left, larger);
    }
    match suffix(language, letters, input) {
        Ok((left, power)) if product == Decimal::ONE => (left, (false, Decimal::new(1, power), power)),
        _ => (rest, (dozens, product, last)),
    }
}

/// "40k", "1.5bn", "1.5 bn"; with `letters` "5m" and "1.5 M" as well.
fn suffix<'a>(language: &Language, letters: bool, input: &'a str) -> IResult<&'a str, i8> {
    let apart = gap(input).map_or(input, |(rest, _)| rest);
    let spaced = apart.len() < input.len();
    let long = apart.bytes().take(4).take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&long) || spaced && long < 2 && !letters {
        return Err(no(input));
    }
    let (rest, hash) = word(apart)?;
    let known = language.numbers.suffixes.get(hash).or_else(|| language.numbers.letters.get(hash).filter(|_| letters));
    known.map(|power| (rest, *power)).ok_or(no(input))
}

/// A number that begins with a word.
fn worded<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Number> {
    let (_, first) = word(input)?;
    if language.numbers.words.get(first).is_none() && language.numbers.parts.get(first).is_none() {
        return Err(no(input));
    }
    if let Ok((rest, part)) = part(language, input) {
        return Ok(scaled_part(language, part, rest));
    }
    let (rest, number) = spelled(language, input)?;
    let (rest, point) = opt(|input| spoken_fraction(language, input)).parse(rest)?;
    let (rest, behind) = match point {
        Some(point) => (rest, Some(point)),
        None => opt(|input| and_part(language, input)).parse(rest)?,
    };
    let Some(behind) = behind else { return Ok((rest, number)) };
    // "a million and a half" is one and a half million; "two and a half million" has its scale behind.
    let normal = number.value.normal();
    let own = if point.is_none() && normal.exponent() >= 3 && !number.dozens { normal.exponent() / 3 * 3 } else { 0 };
    let (rest, (dozens, factor, power)) = if own > 0 { of_scale(language, rest) } else { scale(language, false, rest) };
    let value = match own {
        0 => number.value.plus(behind).and_then(|value| value.times(factor)),
        // "a billion and three quarters of a million" has two scales.
        _ => behind.scale(if power > 0 { power } else { own }).and_then(|behind| number.value.plus(behind)),
    };
    value
        .map(|value| {
            (
                rest,
                Number {
                    value: whole(value),
                    scale: if own > 0 { number.scale } else { factor },
                    dozens: dozens || number.dozens,
                    ..number
                },
            )
        })
        .ok_or(no(input))
}

/// "half a million", "a quarter of a million", "half a dozen"; the part alone where nothing of the kind follows.
fn scaled_part<'a>(language: &Language, part: Number, input: &'a str) -> (&'a str, Number) {
    let (rest, (dozens, factor, _)) = of_scale(language, input);
    match part.value.times(factor).map(whole) {
        Some(value) if factor != Decimal::ONE => (rest, Number { value, written: Written::Words, scale: factor, dozens }),
        _ => (input, part),
    }
}

/// " a million", " of a million" behind a part, read like [`scale`].
fn of_scale<'a>(language: &Language, input: &'a str) -> (&'a str, (bool, Decimal, i8)) {
    let article = map_opt(word, |hash| (language.numbers.words.get(hash) == Some(&NumberWord::Article)).then_some(()));
    let of = opt(preceded(gap, |input| join(language, Join::Of, input)));
    let (rest, _) = (of, opt(preceded(hyphen_or_gap, article))).parse(input).unwrap_or((input, (None, None)));
    let scaled = scale(language, false, rest);
    if scaled.0.len() < rest.len() { scaled } else { (input, scaled.1) }
}

/// "point five", "point zero three".
fn spoken_fraction<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, _) = gap(input)?;
    let (mut rest, ()) = join(language, Join::Point, rest)?;
    let (mut mantissa, mut places) = (0_i64, 0_i8);
    while let Ok((left, value)) = preceded(hyphen_or_gap, |input| small(language, input)).parse(rest) {
        if places > 12 {
            return Err(no(input));
        }
        let width = if value < 10 { 1 } else { 2 };
        mantissa = mantissa * if width == 1 { 10 } else { 100 } + value;
        places += width;
        rest = left;
    }
    if places == 0 { Err(no(input)) } else { Ok((rest, Decimal::new(mantissa, -places))) }
}

/// Without the zeros behind the point that multiplying leaves: half a dozen is 6, not 6.0.
fn whole(value: Decimal) -> Decimal {
    value.to_i64().map_or(value, Decimal::from)
}

/// No number here.
pub(super) fn no(input: &str) -> Err<Error<&str>> {
    Err::Error(Error::new(input, ErrorKind::Verify))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_digits_and_words() {
        for (text, value, rest) in [
            ("41", "41", ""),
            ("1.2 million", "1200000", ""),
            ("2.5-million", "2500000", ""),
            ("300 thousand", "300000", ""),
            ("300 thousand million", "300000000000", ""),
            ("3 dozen", "36", ""),
            ("2 thousand 5 hundred and 12", "2512", ""),
            ("7 lakh 20 thousand men", "720000", " men"),
            ("7 million 20 men", "7000000", " 20 men"),
            ("4 hundred and 6 hundred", "400", " and 6 hundred"),
            ("2.5x10^6 cells", "2500000", " cells"),
            ("6 × 10⁻³ g", "0.006", " g"),
            ("2x4", "2", "x4"),
            ("3 × 10 grids", "3", " × 10 grids"),
            ("3 million and a half", "3500000", ""),
            ("2 1⁄2 cups", "2.5", " cups"),
            ("2 1/2 cups", "2.5", " cups"),
            ("2-1/2 cups", "2.5", " cups"),
            ("1 1⁄2 million", "1500000", ""),
            ("40k", "40000", ""),
            ("40K", "40000", ""),
            ("1.5bn", "1500000000", ""),
            ("1.5 bn", "1500000000", ""),
            ("-7.5", "-7.5", ""),
            ("5m", "5", "m"),
            ("5 m", "5", " m"),
            ("17-year-old", "17", "-year-old"),
            ("zero", "0", ""),
            ("seventeen", "17", ""),
            ("forty-two", "42", ""),
            ("forty two", "42", ""),
            ("one hundred and six", "106", ""),
            ("twelve hundred", "1200", ""),
            ("a hundred", "100", ""),
            ("hundred thousand", "100000", ""),
            ("two hundred thousand and five men", "200005", " men"),
            ("twelve thousand five hundred", "12500", ""),
            ("two thousand, five hundred", "2500", ""),
            ("two thousand, five men", "2000", ", five men"),
            ("one million two hundred thousand", "1200000", ""),
            ("seven millionaires", "7", " millionaires"),
            ("two thousand million", "2000000000", ""),
            ("two dozen", "24", ""),
            ("a dozen men", "12", " men"),
            ("a hundred and two dozen", "124", ""),
            ("three hundred dozen", "3600", ""),
            ("a billion and three quarters of a million", "1000750000", ""),
            ("2.5 M views", "2500000", " views"),
            ("3 M views", "3", " M views"),
            ("14 . 8 % of", "14.8", " % of"),
            ("46 . 8 million", "46800000", ""),
            ("1990 . 5 men", "1990", " . 5 men"),
            ("a million and a half", "1500000", ""),
            ("two and a half", "2.5", ""),
            ("one and a half million", "1500000", ""),
            ("two point five million", "2500000", ""),
            ("one point zero three", "1.03", ""),
            ("half a million", "500000", ""),
            ("a half-million", "500000", ""),
            ("a quarter of a million", "250000", ""),
            ("half a dozen", "6", ""),
            ("two-thirds of", "0.666666666667", " of"),
            ("five or six", "5", " or six"),
            ("two and three", "2", " and three"),
            ("two-hundred-page", "200", "-page"),
        ] {
            let (left, number) = number(Language::english(), text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!((number.value.to_string().as_str(), left), (value, rest), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", "million", "a", "a man", "and five", "point five", "tent", "sixpence", "k", "-", "\u{20ac}5", "third"] {
            assert!(number(Language::english(), text).is_err(), "{text}");
        }
        let long = "nine hundred quadrillion ".repeat(4000);
        assert!(number(Language::english(), &long).is_ok_and(|(rest, _)| rest.len() > 90_000));
    }

    #[test]
    fn how_a_number_is_written_is_kept() {
        for (text, written, dozens) in [
            ("2019", Written::Plain, false),
            ("2,019", Written::Marked, false),
            ("2019 million", Written::Marked, false),
            ("two dozen", Written::Words, true),
            ("two thirds", Written::Part, false),
        ] {
            let number = number(Language::english(), text).unwrap().1;
            assert_eq!((number.written, number.dozens), (written, dozens), "{text}");
        }
    }
}
