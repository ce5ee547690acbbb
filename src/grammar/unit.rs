//! The unit behind a number, and what it is counted by: "km", "percentage points", "U.S. dollars"; "per barrel", "a day".
//!
//! Not read here: whether a weak unit ("5 m", "20 pounds") is meant; its neighbours decide that.

use nom::branch::alt;
use nom::character::complete::{char, one_of};
use nom::combinator::{map_opt, not, opt, peek};
use nom::error::{Error, ErrorKind};
use nom::sequence::preceded;
use nom::{Err, IResult, Parser};

use super::{digits, gap, hyphen_or_gap, join, word, word_end};
use crate::lexicon::{Classes, Join, Key, Keys, Language, NumberWord, Phrases, Signs, UnitKind, UnitRef};
use crate::text::{Name, hash_of};

/// A unit as it stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitBehind {
    /// Which unit.
    pub unit: UnitRef,
    /// Whether nothing stands between the number and it.
    pub touches: bool,
}

/// The unit at the start of the text behind a number, its gap or hyphen included; the longest that is known.
///
/// ```
/// use crosscheck::{grammar::unit, lexicon::Language};
/// let english = Language::english();
/// let code = |text| unit(english, text).map(|(rest, found)| (rest, english.units.get(found.unit).unwrap().code.to_string()));
/// assert_eq!(code(" square miles of"), Ok((" of", "mi2".to_owned())));
/// assert_eq!(code("%, up"), Ok((", up", "percent".to_owned())));
/// assert!(code(" people").is_err() && code("maps").is_err());
/// ```
pub fn unit<'a>(language: &Language, input: &'a str) -> IResult<&'a str, UnitBehind> {
    let (apart, _) = opt(hyphen_or_gap).parse(input)?;
    let touches = apart.len() == input.len();
    let named = phrase(&language.units.names, apart).ok();
    // A quotation mark behind a gap opens a quotation; a sign does not end inside a word, so that most words hold none.
    let quoted = !touches && apart.starts_with(['\'', '"']);
    let symbols = &language.units.symbols;
    let word = apart.bytes().take(symbols.letters() + 1).take_while(u8::is_ascii_alphabetic).count();
    let none = quoted || word > symbols.letters();
    let signed = if none { None } else { longest_sign(symbols, apart) };
    let longest = [named, signed].into_iter().flatten().min_by_key(|(rest, _)| rest.len());
    match longest {
        // "a 5-in-1 tool", "3-C": a weak sign behind a hyphen is no unit.
        Some((rest, unit)) if !(unit.weak && input.starts_with('-') && named.is_none()) => Ok((rest, UnitBehind { unit, touches })),
        _ => Err(Err::Error(Error::new(input, ErrorKind::Verify))),
    }
}

/// The longest sign at the start of the text; the point of "It fell 5 ft. Then" ends the sentence, where the sign is one without it.
fn longest_sign<'a>(symbols: &Signs<UnitRef>, input: &'a str) -> Option<(&'a str, UnitRef)> {
    let mut signs = symbols.at_start(input).filter(|(rest, _)| fenced(input, rest));
    let longest = signs.next()?;
    let (rest, _) = longest;
    let ends = rest.is_empty() || rest.strip_prefix(' ').is_some_and(|next| next.starts_with(|first: char| first.is_ascii_uppercase()));
    if !ends || !input[..input.len() - rest.len()].ends_with('.') {
        return Some(longest);
    }
    signs.next().filter(|(shorter, _)| shorter.len() == rest.len() + 1).or(Some(longest))
}

/// Whether a sign ends where `rest` begins: one that ends with a letter or digit needs a fence.
fn fenced(input: &str, rest: &str) -> bool {
    let sign = input.get(..input.len() - rest.len()).unwrap_or_default();
    !sign.ends_with(|last: char| last.is_alphanumeric()) || word_end(rest).is_ok()
}

/// The longest phrase at the start of the text, its words parted by gaps or hyphens.
pub(super) fn phrase<'a, T: Copy>(phrases: &Phrases<T>, input: &'a str) -> IResult<&'a str, T> {
    let (rest, first) = word(input)?;
    let mut second = None;
    for phrase in phrases.under(first) {
        // Many begin with one word ("or more", "or so"): the next is read once for all of them.
        if let Some(&wanted) = phrase.further.first()
            && *second.get_or_insert_with(|| preceded(hyphen_or_gap, word).parse(rest).map_or(0, |(_, hash)| hash)) != wanted
        {
            continue;
        }
        let mut next = rest;
        let whole = phrase.further.iter().all(|&wanted| {
            let found = map_opt(preceded(hyphen_or_gap, word), |hash| (hash == wanted).then_some(())).parse(next);
            found.is_ok_and(|(left, ())| {
                next = left;
                true
            })
        });
        if whole {
            return Ok((next, phrase.meaning));
        }
    }
    Err(Err::Error(Error::new(input, ErrorKind::Verify)))
}

/// Words that make a time of "a year": "a year ago".
const FROM: Keys = Keys::of(&[Key::Ago, Key::Earlier, Key::Later, Key::Before, Key::After]);

/// What a figure is counted by: "per day", "a barrel", "/kg", "per 100,000 people".
///
/// ```
/// use crosscheck::{grammar::per, lexicon::Language};
/// let (rest, by) = per(Language::english(), " a barrel on").unwrap();
/// assert_eq!((rest, &*by), (" on", "barrel"));
/// assert!(per(Language::english(), " a lot").is_err());
/// ```
pub fn per<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Name> {
    // "a", "an", "per", "/": anything else is no such phrase.
    if !matches!(input.as_bytes(), [b' ' | b'-', b'a' | b'A' | b'p' | b'P' | b' ', ..] | [b'/', ..]) {
        return Err(Err::Error(Error::new(input, ErrorKind::Verify)));
    }
    let noun = |input: &'a str| {
        let (rest, _) = word(input)?;
        let found = input.get(..input.len() - rest.len()).unwrap_or_default();
        Ok((rest, found))
    };
    let by_many = |input: &'a str| {
        let (rest, _) = gap(input)?;
        let (rest, ()) = join(language, Join::Per, rest)?;
        let (rest, _) = gap(rest)?;
        let (rest, many) = digits(language, rest)?;
        let (rest, noun) = opt(preceded(gap, noun)).parse(rest)?;
        Ok((rest, noun.map_or_else(|| many.to_string(), |noun| format!("{many} {}", noun.to_lowercase())).into()))
    };
    let by_one = |input: &'a str| {
        let (rest, _) = gap(input)?;
        let (rest, ()) = join(language, Join::Per, rest)?;
        let known = map_opt(preceded(gap, word), |hash| language.units.per.get(hash).cloned());
        let code = |behind: UnitBehind| language.units.get(behind.unit).filter(|_| !behind.unit.weak).map(|unit| unit.code.clone());
        let measured = map_opt(|input| unit(language, input), code);
        let plain = map_opt(preceded(gap, noun), |noun| {
            let function =
                language.words.get(hash_of(noun)).classes.any(Classes::PREPOSITION.and(Classes::DETERMINER).and(Classes::PRONOUN));
            (!function).then(|| name(language, noun))
        });
        alt((known, measured, plain)).parse(rest)
    };
    let article = |input: &'a str| {
        let is_article = |hash| (language.numbers.words.get(hash) == Some(&NumberWord::Article)).then_some(());
        let (rest, ()) = preceded(hyphen_or_gap, map_opt(word, is_article)).parse(input)?;
        let known = map_opt(preceded(hyphen_or_gap, word), |hash| language.units.per.get(hash).cloned());
        // "a square foot", "a megawatt hour"
        let measured = map_opt(preceded(peek(char(' ')), |input| unit(language, input)), |behind: UnitBehind| {
            let unit = language.units.get(behind.unit).filter(|unit| unit.kind == UnitKind::Measure && !behind.unit.weak);
            unit.map(|unit| unit.code.clone())
        });
        let (rest, by) = alt((known, measured)).parse(rest)?;
        // "$3 million a year earlier" says when.
        let from = |input: &'a str| map_opt(preceded(hyphen_or_gap, word), |hash| language.calendar.word(hash)).parse(input);
        match from(rest) {
            Ok((_, next)) if next.keys.meets(FROM) => Err(Err::Error(Error::new(rest, ErrorKind::Verify))),
            _ => Ok((rest, by)),
        }
    };
    let unit_code = |input| {
        let (rest, behind) = unit(language, input)?;
        let code = language.units.get(behind.unit).map(|unit| unit.code.clone());
        code.map(|code| (rest, code)).ok_or(Err::Error(Error::new(input, ErrorKind::Verify)))
    };
    let slash = preceded(
        (char('/'), opt(char(' '))),
        alt((
            map_opt(noun, |noun| language.units.per.word(noun).or_else(|| language.units.slash.word(noun)).cloned()),
            preceded(not(hyphen_or_gap), unit_code),
        )),
    );
    alt((by_many, by_one, article, slash)).parse(input)
}

/// The name of what stands behind "per".
fn name(language: &Language, noun: &str) -> Name {
    let known = language.units.per.word(noun).cloned();
    known.unwrap_or_else(|| noun.to_lowercase().into())
}

/// "below zero" behind a temperature.
///
/// ```
/// use crosscheck::{grammar::below_zero, lexicon::Language};
/// assert_eq!(below_zero(Language::english(), " below zero at dawn"), Ok((" at dawn", ())));
/// assert!(below_zero(Language::english(), " below the target").is_err());
/// ```
pub fn below_zero<'a>(language: &Language, input: &'a str) -> IResult<&'a str, ()> {
    preceded(gap, |input| phrase(&language.hedges.below, input)).parse(input)
}

/// A currency sign or code at the start of a text, and the gap behind it.
pub(super) fn sign<'a>(language: &Language, input: &'a str) -> IResult<&'a str, UnitRef> {
    match language.units.signs.at_start(input).next() {
        Some((rest, unit)) => {
            let (rest, _) = opt(one_of(" -")).parse(rest)?;
            Ok((rest, unit))
        }
        None => Err(Err::Error(Error::new(input, ErrorKind::Verify))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_behind_a_number() {
        let english = Language::english();
        for (text, code, weak, rest) in [
            (" km away", "km", false, " away"),
            ("km", "km", false, ""),
            ("-mile run", "mi", false, " run"),
            (" per cent of", "percent", false, " of"),
            (" percentage points", "pp", false, ""),
            (" degrees Celsius", "°C", false, ""),
            ("°F", "°F", false, ""),
            ("C", "°C", true, ""),
            ("m deep", "m", true, " deep"),
            (" U.S. dollars", "USD", false, ""),
            (" Australian dollars", "AUD", false, ""),
            ("€", "EUR", false, ""),
            (" USD", "USD", false, ""),
            (" pounds", "lb", false, ""),
            (" won", "KRW", true, ""),
            (" cents", "USc", false, ""),
            (" miles per hour", "mph", false, ""),
            (" sq. km", "km2", false, ""),
            ("km/h", "km/h", false, ""),
            (" ft. of", "ft", false, " of"),
            (" ft. Then", "ft", false, ". Then"),
            (" lb.", "lb", false, "."),
            (" k.g.", "kg", false, ""),
        ] {
            let (left, found) = unit(english, text).unwrap_or_else(|_| panic!("{text}"));
            let got = english.units.get(found.unit).map(|unit| &*unit.code);
            assert_eq!((got, found.unit.weak, left), (Some(code), weak, rest), "{text}");
        }
    }

    #[test]
    fn what_is_no_unit() {
        for text in ["", " people", "kms2", "-in-1", " minor", "x", "G", "\nkm", " \"so"] {
            assert!(unit(Language::english(), text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_a_figure_is_counted_by() {
        for (text, expected) in [
            (" per person", "person"),
            (" a day", "day"),
            ("-a-day", "day"),
            ("/kg", "kg"),
            ("/km of", "km"),
            (" per 100,000 people", "100000 people"),
            (" an hour", "hour"),
            (" per Voter", "voter"),
            (" a square foot", "ft2"),
            ("/h", "hour"),
        ] {
            assert_eq!(per(Language::english(), text).map(|(_, by)| by.to_string()), Ok(expected.to_owned()), "{text}");
        }
        for text in [" a lot", " per", "/2", " and day", " a year earlier", " a week ago"] {
            assert!(per(Language::english(), text).is_err(), "{text}");
        }
    }
}
