//! Powers of ten behind digits: "1e10", "1.3x10^6", "2 × 10⁻³".
//!
//! Not read here: powers of other numbers ("2^8").

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of};
use nom::combinator::{map_opt, opt};
use nom::error::Error;
use nom::sequence::delimited;
use nom::{Err, IResult, Parser};

use super::number::no;
use super::word_end;
use crate::value::Decimal;

/// "1e10", "12.3e+4", "1.3x10^6", "2 × 10⁻³": the power of ten behind the digits.
pub(super) fn exponent(input: &str, whole: Decimal) -> (&str, Decimal) {
    if !matches!(input.as_bytes(), [b'e' | b'E' | b'x' | 0xc3, ..] | [b' ', b'x' | 0xc3, ..]) {
        return (input, whole);
    }
    let power = |input| {
        let (rest, _) = one_of("eE").parse(input)?;
        let (rest, sign) = opt(one_of("+-")).parse(rest)?;
        let (rest, power) =
            map_opt(take_while_m_n(1, 2, |found: char| found.is_ascii_digit()), |found: &str| found.parse::<i8>().ok()).parse(rest)?;
        let (rest, ()) = word_end(rest)?;
        Ok::<_, Err<Error<_>>>((rest, if sign == Some('-') { -power } else { power }))
    };
    // An e, or a times sign behind a space or not: most of what follows digits is neither.
    if !matches!(input.as_bytes(), [b'e' | b'E' | b'x' | 0x80.., ..] | [b' ', b'x' | 0x80.., ..]) {
        return (input, whole);
    }
    match alt((power, times_ten)).parse(input) {
        Ok((rest, power)) => whole.scale(power).map_or((input, whole), |scaled| (rest, scaled)),
        Err(_) => (input, whole),
    }
}

/// "x10^6", " × 10⁶".
fn times_ten(input: &str) -> IResult<&str, i8> {
    let (rest, times) = delimited(opt(char(' ')), one_of("x×"), opt(char(' '))).parse(input)?;
    let rest = rest.strip_prefix("10").ok_or(no(input))?;
    // "×10−30" has lost its raised digits on the way.
    let lost = times == '×' && rest.starts_with(['-', '\u{2212}']);
    let raised = rest.strip_prefix('^').or(if lost { Some(rest) } else { None });
    let mut sign = 1;
    let (mut power, mut rest) = (None::<i8>, raised.unwrap_or(rest));
    // Two digits and a sign are enough for any number that fits.
    for step in 0..3 {
        let Some(found) = rest.chars().next() else { break };
        let raised_digit = SUPERSCRIPTS.iter().position(|&superscript| superscript == found).filter(|_| raised.is_none());
        let digit = raised.and_then(|_| found.to_digit(10)).map(|digit| digit as usize).or(raised_digit);
        match digit.and_then(|digit| i8::try_from(digit).ok()) {
            Some(digit) => power = Some(power.unwrap_or(0).checked_mul(10).and_then(|power| power.checked_add(digit)).ok_or(no(input))?),
            None if step == 0 && matches!(found, '-' | '+' | '\u{2212}' | '⁻') => sign = if found == '+' { 1 } else { -1 },
            None => break,
        }
        rest = &rest[found.len_utf8()..];
    }
    let (rest, ()) = word_end(rest)?;
    power.map(|power| (rest, sign * power)).ok_or(no(input))
}

/// The raised digits by their value.
const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten() {
        for (text, value, rest) in [
            ("e10 cells", "20000000000", " cells"),
            ("x10^6 cells", "2000000", " cells"),
            (" × 10⁻³ g", "0.002", " g"),
            ("×10\u{2212}3 g", "0.002", " g"),
            (" × 10 cm", "2", " × 10 cm"),
            ("x10-3", "2", "x10-3"),
        ] {
            let (left, read) = exponent(text, Decimal::from(2));
            assert_eq!((read.to_string().as_str(), left), (value, rest), "{text}");
        }
    }
}
