//! A number that stands alone: one look at what follows it tells that no scale, unit, second number, hedge or other word of a figure does.
//!
//! Most figures of an article are like this: "41 homes", "killed three, police said". Every parser behind the number would look at the
//! same next word and find nothing; [`alone`] looks once, and they are not asked. It never reads what they would read in another way:
//! where it is not sure, it says nothing.

use super::{Number, Written, digits, word};
use crate::lexicon::{Language, NumberWord};
use crate::value::Decimal;

/// Longer runs of digits are read in full: they may be no number.
const MOST: usize = 9;

/// The number at the start of `input` and what follows it, where nothing that follows can belong to it.
pub(super) fn alone<'a>(language: &Language, input: &'a str) -> Option<(&'a str, Number)> {
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
    ends(language, rest).then_some((rest, Number { value, written, scale: Decimal::ONE, dozens: false }))
}

/// A number below 100 in one word that says nothing else.
fn worded<'a>(language: &Language, input: &'a str) -> Option<(&'a str, Decimal, Written)> {
    let numbers = &language.numbers;
    let (rest, hash) = word(input).ok()?;
    let (NumberWord::One(value) | NumberWord::Ten(value)) = *numbers.words.get(hash)? else { return None };
    let other = value >= 100 || numbers.parts.get(hash).is_some() || numbers.vague.get(hash).is_some();
    (!other).then_some((rest, Decimal::from(value), Written::Words))
}

/// Whether a number ends for good before `rest`: at a mark that closes, or before a word that carries no figure on.
fn ends(language: &Language, rest: &str) -> bool {
    match rest.as_bytes() {
        [] => true,
        [b' ', b'a'..=b'z' | b'A'..=b'Z', ..] => word(&rest[1..]).is_ok_and(|(_, hash)| !language.onward.holds(hash)),
        [b'.' | b',' | b';' | b')', next @ ..] => {
            matches!(next.first(), None | Some(b' ')) && language.units.symbols.at_start(rest).next().is_none()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::quantity::in_full;
    use super::super::{Lead, Opener, Quantity, age, below_zero, hedge_behind, multiple, ordinal, period, quantity, ratio, unit};
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

    /// What [`alone`] says has to be what all parsers together say.
    fn agrees(text: &str) {
        let english = Language::english();
        let Some((rest, _)) = alone(english, text) else { return };
        let sign = unit(english, "$").ok().map(|(_, behind)| behind.unit);
        for lead in [
            Lead::default(),
            Lead { letters: true, ..Lead::default() },
            Lead { opener: Opener::From, ..Lead::default() },
            Lead { sign, ..Lead::default() },
        ] {
            let (after, full) = in_full(english, lead, text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(quantity(english, lead, text), Ok((after, Quantity { alone: true, ..full })), "{text}");
            assert_eq!(after, rest, "{text}");
        }
        assert!(multiple(english, text).is_err() && ratio(english, text).is_err(), "{text}");
        assert!(ordinal(english, text).is_err() || english.numbers.ordinals.word(text).is_some(), "{text}");
        assert!(age(english, rest).is_err() && period(english, rest).is_err() && below_zero(english, rest).is_err(), "{text}");
        assert!(rest.starts_with(',') || hedge_behind(english, rest).is_err(), "{text}");
    }

    #[test]
    fn a_number_alone_is_what_the_full_reading_says() {
        for word in vocabulary() {
            for behind in BEHIND {
                agrees(&format!("40 {word}{behind}"));
                agrees(&format!("three {word}{behind}"));
                agrees(&format!("2,300 {word}{behind}"));
                agrees(&format!("4.5 {word}{behind}"));
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
        ] {
            assert_eq!(alone(english, text).map(|(rest, _)| rest), Some(rest), "{text}");
        }
        for text in [
            "5 million",
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
            assert!(alone(english, text).is_none(), "{text}");
        }
    }
}
