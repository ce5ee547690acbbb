//! Holidays by name: "Christmas 2024", "last Thanksgiving", "New Year's Eve".
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let found = date::read(Language::english(), "Christmas Eve 2024", 0, 0).unwrap();
//! assert_eq!(found.time.absolute_day().unwrap().to_string(), "2024-12-24");
//! ```

use nom::Parser;
use nom::combinator::opt;

use super::day;
use super::expr::{Step, TimeExpr, What, Year};
use super::token::{Read, Tokens, no, token_as};
use crate::calendar::Unit;

/// The name of a holiday, its year where it stands.
pub(super) fn holiday(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    let Some(first) = tokens.first() else { return no() };
    // "may day" and "april fools day" begin with other words.
    if !first.capital && first.word.month > 0 {
        return no();
    }
    for holiday in &first.word.holidays {
        let mut at = 0;
        let matches = holiday.words.iter().all(|&word| {
            while tokens.get(at).is_some_and(|token| matches!(token.mark(), Some(b'\'' | b'.' | b'-'))) {
                at += 1;
            }
            at += 1;
            tokens.get(at - 1).is_some_and(|token| token.hash == word)
        });
        if matches {
            let (rest, year) = opt(day::year_after).parse(&tokens[at..])?;
            let day = TimeExpr::new(What::Holiday { feast: holiday.feast, year: year.unwrap_or(Year::Open), step });
            // "Labor Day weekend".
            let weekend = token_as(|token| token.word.unit.filter(|&unit| unit == Unit::Weekend));
            return match weekend(rest) {
                Ok((rest, unit)) => Ok((rest, TimeExpr::new(What::Around(unit, Box::new(day))))),
                Err(_) => Ok((rest, day)),
            };
        }
    }
    no()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn holidays_are_taken_by_name() {
        takes(&[
            ("They flew home for [Christmas Eve 2024].", "2024-12-24"),
            ("Shops shut on [Thanksgiving 2025].", "2025-11-27"),
            ("Mass on [Good Friday 2024] drew thousands.", "2024-03-29"),
            ("He returned on [New Year's Day 2020].", "2020-01-01"),
            ("Fireworks on [Independence Day].", "holiday"),
            ("They dine on [Mother's Day 2025].", "2025-05-11"),
            ("Banks shut on [Presidents' Day].", "holiday"),
            ("They march on St. [Patrick's Day].", "holiday"),
            ("It happened [last Memorial Day weekend].", "around"),
            ("Shops shut for [Orthodox Easter 2024].", "2024-05-05"),
            ("Sales rose before [Chinese New Year's Day 2025].", "2025-01-29"),
            ("They fasted on [Yom Kippur 2024].", "2024-10-12"),
            ("Prices rise in [Ramadan].", "holiday"),
            ("They met after [Eid al-Fitr] in Bern.", "holiday"),
            ("It burned during [Diwali] celebrations.", "holiday"),
        ]);
    }

    #[test]
    fn words_of_their_names_are_no_holidays() {
        refuses(&["A good man in a black coat.", "Labor costs rose.", "The flag came down.", "Her mother's day was long."]);
        // They fall on other days.
        refuses(&["They sang at Coptic Christmas.", "Shops shut for Persian New Year's Day."]);
        // These are places, people and things.
        refuses(&["They sailed to Easter Island.", "Ann Ramadan spoke.", "Ramadan Azari spoke.", "The Diwali Sweets shop burned."]);
    }
}
