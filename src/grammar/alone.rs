//! A number, and at one look what can follow it: nothing, only a unit, or anything.
//!
//! Most figures of an article are like this: "41 homes", "killed three, police said", "$69 million", "12 hours", "9 percent". Every
//! parser behind the number would look at the same next word and find nothing; [`numeral`] looks once, and they are not asked. It never
//! reads what they would read in another way: where it is not sure, it says nothing.

use super::{Number, Written, digits, word};
use crate::lexicon::{Language, NumberWord, Onward};
use crate::value::Decimal;

/// Longer runs of digits are read in full: they may be no number.
const MOST: usize = 9;

/// Scales in fewer letters are those that may be a unit: "m", "bn".
const SHORT: usize = 3;

/// What can follow a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing that belongs to the figure.
    Alone,
    /// A word that makes another kind of figure of it, such as a period; no unit, no second number.
    Kind,
    /// A unit and what may stand behind one, but no further part of the number.
    Unit,
}

/// The number at the start of `input`, what follows it, and what that can be; `None` where the number itself may go on.
pub(super) fn numeral<'a>(language: &Language, input: &'a str) -> Option<(&'a str, Number, Next)> {
    let count = input.bytes().take(MOST + 1).take_while(u8::is_ascii_digit).count();
    let (rest, value, written) = match count {
        0 => worded(language, input)?,
        // "12,300", "4.5"
        1..=MOST if matches!(input.as_bytes()[count..], [b',' | b'.', b'0'..=b'9', ..]) => {
            let (rest, value) = digits(language, input).ok()?;
            (rest, value, Written::Marked)
        }
        1..=MOST => {
            let (digits, rest) = input.split_at(count);
            let value = digits.bytes().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
            (rest, Decimal::from(value), Written::Plain)
        }
        _ => return None,
    };
    let number = Number { value, written, scale: Decimal::ONE, dozens: false };
    let (left, hash, way) = match rest.as_bytes() {
        [b' ' | b'-', b'a'..=b'z' | b'A'..=b'Z', ..] => {
            let (left, hash) = word(&rest[1..]).ok()?;
            (left, hash, language.onward.get(hash))
        }
        [b'%', ..] if count > 0 => return Some((rest, number, Next::Unit)),
        _ => return closes(language, rest).then_some((rest, number, Next::Alone)),
    };
    let spaced = rest.starts_with(' ');
    if !way.meets(Onward::NUMBER) {
        return match way {
            _ if spaced && way == Onward::default() => Some((rest, number, Next::Alone)),
            _ if spaced && !way.meets(Onward::UNIT) || way == Onward::PERIOD => Some((rest, number, Next::Kind)),
            _ => Some((rest, number, Next::Unit)),
        };
    }
    // "69 million", and nothing behind it.
    let Some(NumberWord::Power { power, .. }) = language.numbers.words.get(hash).filter(|_| spaced && count > 0) else { return None };
    if rest.len() - left.len() <= SHORT + 1 || !ends(language, left) {
        return None;
    }
    let scale = Decimal::new(1, *power);
    let value = value.times(scale)?.plus(Decimal::ZERO)?;
    Some((left, Number { value, written: Written::Marked, scale, dozens: false }, Next::Alone))
}

/// A number below 100 in one word that says nothing else.
fn worded<'a>(language: &Language, input: &'a str) -> Option<(&'a str, Decimal, Written)> {
    let numbers = &language.numbers;
    let (rest, hash) = word(input).ok()?;
    let (NumberWord::One(value) | NumberWord::Ten(value)) = *numbers.words.get(hash)? else { return None };
    let other = value >= 100 || numbers.parts.get(hash).is_some() || numbers.vague.get(hash).is_some();
    (!other).then_some((rest, Decimal::from(value), Written::Words))
}

/// Whether a figure ends for good before `rest`: at a mark that closes, or before a word that carries no figure on.
pub(super) fn ends(language: &Language, rest: &str) -> bool {
    match rest.as_bytes() {
        [b' ', b'a'..=b'z' | b'A'..=b'Z', ..] => word(&rest[1..]).is_ok_and(|(_, hash)| language.onward.get(hash) == Onward::default()),
        _ => closes(language, rest),
    }
}

/// Whether the text ends before `rest`, or a mark closes there.
fn closes(language: &Language, rest: &str) -> bool {
    match rest.as_bytes() {
        [] => true,
        [b'.' | b',' | b';' | b')', next @ ..] => {
            matches!(next.first(), None | Some(b' ')) && language.units.symbols.at_start(rest).next().is_none()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::quantity::in_full;
    use super::super::{Amount, Lead, Opener, Quantity, age, below_zero, hedge_behind, multiple, ordinal, period, quantity, ratio, unit};
    use super::*;

    /// What may stand behind the word that follows a number.
    const BEHIND: [&str; 4] = ["", " to 9", "-old", " a day"];

    /// Every word of the tables that are asked behind a number, and of some that are not.
    fn vocabulary() -> Vec<&'static str> {
        let tables = [
            include_str!("../lexicon/numbers.toml"),
            include_str!("../lexicon/hedges.toml"),
            include_str!("../lexicon/units.toml"),
            include_str!("../lexicon/currencies.toml"),
            include_str!("../lexicon/words.toml"),
        ];
        let mut words: Vec<_> = tables.into_iter().flat_map(|table| table.split(|end: char| !end.is_alphanumeric())).collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// What [`numeral`] says has to be what all parsers together say.
    fn agrees(text: &str) {
        let english = Language::english();
        let Some((rest, _, next)) = numeral(english, text) else { return };
        let alone = next == Next::Alone;
        let sign = unit(english, "$").ok().map(|(_, behind)| behind.unit);
        for lead in [
            Lead::default(),
            Lead { letters: true, ..Lead::default() },
            Lead { opener: Opener::From, ..Lead::default() },
            Lead { sign, ..Lead::default() },
        ] {
            let (after, full) = in_full(english, lead, text).unwrap_or_else(|_| panic!("{text}"));
            let (left, read) = quantity(english, lead, text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(printed(&read), printed(&full), "{text}");
            assert_eq!((left, read), (after, Quantity { alone, ..full }), "{text}");
            assert!(!alone || after == rest, "{text}");
        }
        if !alone {
            return;
        }
        assert!(multiple(english, text).is_err() && ratio(english, text).is_err(), "{text}");
        assert!(ordinal(english, text).is_err() || english.numbers.ordinals.word(text).is_some(), "{text}");
        assert!(age(english, rest).is_err() && period(english, rest).is_err() && below_zero(english, rest).is_err(), "{text}");
        assert!(rest.starts_with(',') || hedge_behind(english, rest).is_err(), "{text}");
    }

    /// The digits of the first number as they were printed.
    fn printed(quantity: &Quantity<'_>) -> Option<(i64, i8)> {
        let Amount::Number(number) = quantity.first else { return None };
        Some((number.value.mantissa(), number.value.exponent()))
    }

    #[test]
    fn a_number_alone_is_what_the_full_reading_says() {
        for word in vocabulary() {
            for behind in BEHIND {
                agrees(&format!("40 {word}{behind}"));
                agrees(&format!("three {word}{behind}"));
                agrees(&format!("2,300 {word}{behind}"));
                agrees(&format!("4.5 {word}{behind}"));
                agrees(&format!("9 million {word}{behind}"));
                agrees(&format!("9 percent {word}{behind}"));
                agrees(&format!("9 km {word}{behind}"));
                agrees(&format!("9% {word}{behind}"));
                agrees(&format!("1,200%-{word}{behind}"));
                agrees(&format!("12 hours {word}{behind}"));
                agrees(&format!("12-{word}{behind}"));
                agrees(&format!("three-{word}{behind}"));
            }
            agrees(&format!("{word} homes"));
            agrees(&format!("{word}, 5"));
        }
        for number in ["0", "007", "12", "1999", "123456789", "1234567890", "zero", "One", "ninety", "half", "second", "million"] {
            for rest in
                ["", ".", ". ", ", 9", ", or more", "; ", ")", ").", ".5", ",500", "-9", "%", " %", "\n9", "  homes", " homes", " x 10^6"]
            {
                agrees(&format!("{number}{rest}"));
            }
        }
    }

    #[test]
    fn most_numbers_stand_alone_and_what_carries_on_does_not() {
        let english = Language::english();
        for (text, rest) in [
            ("41 homes burned", " homes burned"),
            ("three, he said", ", he said"),
            ("12.", "."),
            ("4.5, or", ", or"),
            ("2,300 homes", " homes"),
            ("Forty men", " men"),
            ("5 million men", " men"),
            ("1.5 million.", "."),
        ] {
            assert_eq!(numeral(english, text).map(|(rest, _, next)| (rest, next)), Some((rest, Next::Alone)), "{text}");
        }
        for text in [
            "5 million or more",
            "5 bn",
            "5 km",
            "5 to 6",
            "5-6",
            "5.5.5",
            "5,5",
            "5%",
            "5 years",
            "twenty one",
            "two thirds",
            "a dozen",
            "5 or more",
            "men",
        ] {
            assert!(numeral(english, text).is_none_or(|(.., next)| next != Next::Alone), "{text}");
        }
    }
}
