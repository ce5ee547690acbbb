//! Words that make a number an age: "-year-old", " years old", " weeks of age".
//!
//! Not read here: ages without such a word ("Osborne, 16,"); their neighbours decide.

use nom::combinator::{map_opt, opt};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::unit::phrase;
use super::{gap, hyphen_or_gap, join, number, word};
use crate::lexicon::{Join, Language};
use crate::text::Name;

/// The unit of an age behind its number: `y`, `mo`, `wk`, `d`.
///
/// ```
/// use crosscheck::{grammar::age, lexicon::Language};
/// let english = Language::english();
/// assert_eq!(age(english, "-year-old boy").map(|(rest, unit)| (rest, unit.to_string())), Ok((" boy", "y".to_owned())));
/// assert!(age(english, " years ago").is_err());
/// ```
pub fn age<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Name> {
    // "16- and 17-year-olds": the words stand behind the next number.
    if let Some(rest) = input.strip_prefix('-').filter(|rest| rest.starts_with(' ')) {
        let (rest, _) = gap(rest)?;
        let (rest, ()) = join(language, Join::And, rest)?;
        let (rest, _) = preceded(gap, |input| number(language, input)).parse(rest)?;
        let (_, period) = age(language, rest)?;
        return Ok((input, period));
    }
    let (rest, _) = opt(hyphen_or_gap).parse(input)?;
    let (rest, period) = map_opt(word, |hash| language.units.periods.get(hash).cloned()).parse(rest)?;
    let (rest, ()) = preceded(hyphen_or_gap, |input| phrase(&language.units.aged, input)).parse(rest)?;
    // "a 3-year-old's toy" ends before the apostrophe.
    Ok((rest, period))
}

/// A period behind a number, with or without a gap: the unit of a length of time.
///
/// ```
/// use crosscheck::{grammar::period, lexicon::Language};
/// assert_eq!(period(Language::english(), "-week strike").map(|(rest, unit)| (rest, unit.to_string())), Ok((" strike", "wk".to_owned())));
/// assert!(period(Language::english(), " weekly").is_err());
/// ```
pub fn period<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Name> {
    preceded(opt(hyphen_or_gap), map_opt(word, |hash| language.units.periods.get(hash).cloned())).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_age() {
        for (text, expected) in [
            ("-year-old boy", Some(("y", " boy"))),
            (" year old boy", Some(("y", " boy"))),
            (" years old", Some(("y", ""))),
            ("-year-olds", Some(("y", ""))),
            (" years of age.", Some(("y", "."))),
            ("-month-old's cot", Some(("mo", "'s cot"))),
            (" weeks old", Some(("wk", ""))),
            ("- and 12-year-olds", Some(("y", "- and 12-year-olds"))),
            ("- and 12-year terms", None),
            (" years ago", None),
            (" years", None),
            ("-year term", None),
            (" years older", None),
        ] {
            let found = age(Language::english(), text).ok().map(|(rest, unit)| (unit.to_string(), rest));
            assert_eq!(found.as_ref().map(|(unit, rest)| (unit.as_str(), *rest)), expected, "{text}");
        }
    }
}
