//! Phrases behind a figure: "or more", "-plus", "or so", "increase".

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult, Parser};

use super::unit::{phrase, sign};
use super::{gap, hyphen_or_gap, number};
use crate::lexicon::{After, HedgeWord, Language};

/// What the phrase behind a figure says; the gap or hyphen before it belongs to it.
///
/// ```
/// use crosscheck::{grammar::hedge_behind, lexicon::{After, HedgeWord, Language}};
/// let english = Language::english();
/// assert_eq!(hedge_behind(english, " or more died"), Ok((" died", After::Hedge(HedgeWord::AtLeast))));
/// assert!(hedge_behind(english, " or two").is_err());
/// ```
pub fn hedge_behind<'a>(language: &Language, input: &'a str) -> IResult<&'a str, After> {
    let comma = input.strip_prefix(',');
    let (rest, _) = hyphen_or_gap.parse(comma.unwrap_or(input))?;
    let (rest, meaning) = phrase(&language.hedges.after, rest)?;
    let tight = input.starts_with('-');
    match meaning {
        // "40-odd", "40-ish", "40-plus" are hedges, "40 odd jobs" and "40 plus 2" are not.
        After::Hedge(HedgeWord::Approx | HedgeWord::AtLeast) if !tight && one_word(input, rest) => {
            Err(Err::Error(Error::new(input, ErrorKind::Verify)))
        }
        // "under $500 and over £1,000": it belongs to the next figure.
        After::Hedge(_) if gap(rest).is_ok_and(|(rest, _)| opens_figure(language, rest)) => {
            Err(Err::Error(Error::new(input, ErrorKind::Verify)))
        }
        After::Moved(_) if comma.is_some() => Err(Err::Error(Error::new(input, ErrorKind::Verify))),
        _ => Ok((rest, meaning)),
    }
}

fn opens_figure(language: &Language, rest: &str) -> bool {
    number(language, rest).is_ok() || sign(language, rest).is_ok()
}

fn one_word(input: &str, rest: &str) -> bool {
    let taken = input.get(..input.len() - rest.len()).unwrap_or_default();
    !taken.trim_start_matches([',', ' ']).contains(' ')
}
