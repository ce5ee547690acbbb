//! Whole numbers in words: "forty-two", "twelve thousand five hundred", "a hundred", "two dozen".

use nom::combinator::{map_opt, peek};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::number::no;
use super::{Number, Written, gap, hyphen_or_gap, join, part, word};
use crate::lexicon::{Join, Language, NumberWord};
use crate::value::Decimal;

/// A number below 100 in words.
pub(super) fn small<'a>(language: &Language, input: &'a str) -> IResult<&'a str, i64> {
    let look = |input: &'a str| map_opt(word, |hash| language.numbers.words.get(hash).copied()).parse(input);
    let (rest, first) = look(input)?;
    match first {
        NumberWord::One(value) => Ok((rest, value)),
        NumberWord::Ten(tens) => match preceded(hyphen_or_gap, look).parse(rest) {
            Ok((left, NumberWord::One(ones @ 1..10))) => Ok((left, tens + ones)),
            _ => Ok((rest, tens)),
        },
        _ => Err(no(input)),
    }
}

/// A whole number in words: "twelve thousand five hundred", "a hundred", "two dozen".
pub(super) fn spelled<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Number> {
    let look = |input: &'a str| map_opt(word, |hash| language.numbers.words.get(hash).copied()).parse(input);
    let mut rest = input;
    let (mut total, mut group, mut lowest) = (0_i64, None::<i64>, i8::MAX);
    let mut dozens = false;
    let mut next = input;
    // No number has more words than this; a text of number words alone is read in pieces.
    for step in 0..24 {
        let Ok((left, found)) = look(next) else { break };
        let left = match found {
            NumberWord::Article if step == 0 && article_counts(language, left) => {
                group = Some(1);
                next = preceded(hyphen_or_gap, peek(word)).parse(left).map_or(left, |(at, _)| at);
                continue;
            }
            NumberWord::One(_) | NumberWord::Ten(_) => {
                let Ok((left, value)) = small(language, next) else { break };
                match group {
                    None => group = Some(value),
                    Some(hundreds) if hundreds > 0 && hundreds % 100 == 0 && value > 0 && value < 100 => group = Some(hundreds + value),
                    Some(_) => break,
                }
                left
            }
            NumberWord::Power { power: 2, .. } => match group {
                Some(count) if (1..100).contains(&count) => {
                    group = Some(count * 100);
                    left
                }
                None if step == 0 && preceded(hyphen_or_gap, look).parse(left).is_ok_and(|(_, next)| is_large(next)) => {
                    group = Some(100);
                    left
                }
                _ => break,
            },
            NumberWord::Power { power, .. } => {
                let factor = 10_i64.checked_pow(u32::try_from(power).unwrap_or(0));
                let times = |count: i64| factor.and_then(|factor| count.checked_mul(factor));
                match group.take() {
                    Some(count) if power < lowest && count > 0 => {
                        let Some(sum) = times(count).and_then(|product| total.checked_add(product)) else { return Err(no(input)) };
                        total = sum;
                    }
                    // "two thousand million".
                    None if total > 0 && power >= lowest => {
                        let Some(product) = times(total) else { return Err(no(input)) };
                        total = product;
                    }
                    _ => break,
                }
                lowest = power;
                left
            }
            NumberWord::Group(size) if total == 0 && !dozens => {
                // "a hundred and two dozen" are 124, "three hundred dozen" 3,600.
                let count = group.take().unwrap_or(1);
                let hundreds = if count > 100 { count / 100 * 100 } else { 0 };
                total = if count % 100 == 0 { size * count } else { hundreds + size * (count - hundreds) };
                dozens = true;
                left
            }
            _ => break,
        };
        rest = left;
        if dozens {
            break;
        }
        let Some(at) = joined(language, rest, total > 0 || group.is_some_and(|group| group >= 100)) else { break };
        next = at;
    }
    let value = total.checked_add(group.unwrap_or(0)).ok_or(no(input))?;
    if rest.len() == input.len() {
        return Err(no(input));
    }
    let scale = match group {
        _ if dozens => Decimal::from(12),
        Some(hundreds) if total == 0 && hundreds > 0 && hundreds % 100 == 0 => Decimal::new(1, 2),
        None if lowest < i8::MAX => Decimal::new(1, lowest),
        _ => Decimal::ONE,
    };
    Ok((rest, Number { value: Decimal::from(value), written: Written::Words, scale, dozens }))
}

/// Where the next word of a spelled number may begin: behind a gap or a hyphen; behind "and" after a power; behind a comma before
/// hundreds ("two thousand, five hundred").
fn joined<'a>(language: &Language, input: &'a str, after_power: bool) -> Option<&'a str> {
    if let Some(rest) = input.strip_prefix(", ") {
        let hundreds = preceded(|input| small(language, input), preceded(gap, word)).parse(rest);
        let counts = hundreds.is_ok_and(|(_, hash)| matches!(language.numbers.words.get(hash), Some(NumberWord::Power { power: 2, .. })));
        return (after_power && counts).then_some(rest);
    }
    let (rest, _) = hyphen_or_gap(input).ok()?;
    // "two million and one half": what follows is a part.
    let and = |input| {
        join(language, Join::And, input).and_then(|(rest, ())| gap(rest)).and_then(|(rest, gap)| match part(language, rest) {
            Ok((_, found)) if found.value < Decimal::ONE => Err(no(input)),
            _ => Ok((rest, gap)),
        })
    };
    Some(if after_power { and(rest).map_or(rest, |(rest, _)| rest) } else { rest })
}

/// Whether "a" before this is a one: "a hundred", "a million", "a dozen".
fn article_counts(language: &Language, input: &str) -> bool {
    let next = preceded(hyphen_or_gap, map_opt(word, |hash| language.numbers.words.get(hash).copied())).parse(input);
    matches!(next, Ok((_, NumberWord::Power { plural: false, .. } | NumberWord::Group(_))))
}

fn is_large(word: NumberWord) -> bool {
    matches!(word, NumberWord::Power { power, .. } if power > 2)
}
