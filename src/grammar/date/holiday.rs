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
use super::token::{Read, Tokens, no};

/// The name of a holiday, its year where it stands.
pub(super) fn holiday(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    let Some(first) = tokens.first().filter(|token| token.capital) else { return no() };
    for holiday in &first.word.holidays {
        let mut at = 0;
        let matches = holiday.words.iter().all(|&word| {
            while tokens.get(at).is_some_and(|token| matches!(token.mark(), Some(b'\'' | b'.'))) {
                at += 1;
            }
            at += 1;
            tokens.get(at - 1).is_some_and(|token| token.hash == word)
        });
        if matches {
            let (rest, year) = opt(day::year_after).parse(&tokens[at..])?;
            return Ok((rest, TimeExpr::new(What::Holiday { feast: holiday.feast, year: year.unwrap_or(Year::Open), step })));
        }
    }
    no()
}
