//! Numbers in digits: groups of three, a fraction.
//!
//! Not read here: signs before the number, scale words behind it, exponents ("1e10").

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult};

use crate::lexicon::Language;
use crate::value::Decimal;

/// The most digits that a number holds; longer runs are no number.
const MOST: usize = 18;

/// Digits with optional groups ("1,234", "1 234", "1'234", "12,34,567") and a fraction. A number that runs on into further groups or
/// points ("1.2.3", "1,23") is none.
///
/// ```
/// use crosscheck::{grammar::digits, lexicon::Language, value::Decimal};
/// let english = Language::english();
/// assert_eq!(digits(english, "1,234.5 km"), Ok((" km", Decimal::new(12345, -1))));
/// assert_eq!(digits(english, "12, 13"), Ok((", 13", Decimal::from(12))));
/// assert!(digits(english, "1.2.3").is_err());
/// ```
pub fn digits<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Decimal> {
    scan(language, input).ok_or(Err::Error(Error::new(input, ErrorKind::Digit)))
}

fn scan<'a>(language: &Language, input: &'a str) -> Option<(&'a str, Decimal)> {
    let bytes = input.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let run = |from: usize| bytes.iter().skip(from).take(MOST + 1).take_while(|byte| byte.is_ascii_digit()).count();
    let point = |at: usize| char::from(byte(at)) == language.decimal_sign && byte(at + 1).is_ascii_digit();
    let mut mantissa: i64 = 0;
    let mut add = |from: usize, count: usize| -> Option<()> {
        for digit in bytes.get(from..from + count)? {
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(digit - b'0'))?;
        }
        Some(())
    };
    let first = run(0);
    if first > MOST || first == 0 && !point(0) {
        return None;
    }
    add(0, first)?;
    let mut at = first;
    let mut total = first;
    if (1..=3).contains(&first) && byte(0) != b'0' {
        let sign = byte(at);
        let comma = char::from(sign) == language.group_sign;
        if comma || sign == b'\'' || sign == b' ' {
            while byte(at) == sign && run(at + 1) >= 2 {
                // Groups of two are the Indian way of writing lakhs; they count only before a last group of three.
                let size = run(at + 1);
                let pair = comma && size == 2 && byte(at + 3) == sign && matches!(run(at + 4), 2 | 3);
                // "18 737s" are 18 airliners.
                let named = sign == b' ' && byte(at + 4) == b's' && !byte(at + 5).is_ascii_alphanumeric();
                if size != 3 && !pair || named {
                    break;
                }
                add(at + 1, size)?;
                at += 1 + size;
                total += size;
            }
            // "10 000 500 7": a table, no number. "1,2345": no group.
            if byte(at) == sign && byte(at + 1).is_ascii_digit() && (comma || sign == b' ' && total > first) {
                return None;
            }
        }
    }
    let mut exponent: i8 = 0;
    if point(at) {
        let places = run(at + 1);
        if total + places > MOST {
            return None;
        }
        add(at + 1, places)?;
        exponent = i8::try_from(places).ok()?.checked_neg()?;
        at += 1 + places;
        if point(at) {
            return None;
        }
    }
    (total <= MOST).then_some((input.get(at..)?, Decimal::new(mantissa, exponent)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_fractions() {
        for (text, value, rest) in [
            ("41", "41", ""),
            ("1,234,567 homes", "1234567", " homes"),
            ("12,34,567 homes", "1234567", " homes"),
            ("10 000 men", "10000", " men"),
            ("10'000.50", "10000.50", ""),
            (".25 inch", "0.25", " inch"),
            ("3. Then", "3", ". Then"),
            ("2010 300 men", "2010", " 300 men"),
            ("4.800", "4.800", ""),
            ("5,\u{20}600", "5", ", 600"),
            ("12 34", "12", " 34"),
            ("18 737s", "18", " 737s"),
            ("0", "0", ""),
        ] {
            let (left, number) = digits(Language::english(), text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!((number.to_string().as_str(), left), (value, rest), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_in_digits() {
        for text in ["", "x", ",5", ".", "1.2.3", "192.168.0.1", "1,2345", "1,23", "10 000 500 7", "1234567890123456789"] {
            assert!(digits(Language::english(), text).is_err(), "{text}");
        }
        assert!(digits(Language::english(), &"7".repeat(100_000)).is_err());
    }
}
