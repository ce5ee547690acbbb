//! One or two numbers with their unit: "5 km", "$3–5 million", "between 10 and 12 percent", "7 ft 10 in", "6 ± 2".
//!
//! Not read here: hedges, the currency sign and the opening word before the number; the caller hands in what stood there.

use nom::combinator::{map_opt, opt};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::alone::{Next, ends, numeral};
use super::number::{no, scale};
use super::unit::sign;
use super::{Amount, Link, Number, Written, amount, gap, hyphen_or_gap, join, link, number, number_with_letters, per, unit, word};
use crate::lexicon::{Before, Classes, HedgeWord, Join, Language, NumberWord, UnitKind, UnitRef};
use crate::text::Name;
use crate::value::Decimal;

/// The word that opens a range before its first number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opener {
    /// None.
    #[default]
    None,
    /// "between 5 and 6".
    Between,
    /// "from 5 to 6".
    From,
}

/// What stood before the first number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lead {
    /// A currency sign or code.
    pub sign: Option<UnitRef>,
    /// The word that opens a range.
    pub opener: Opener,
    /// A word of rise or fall directly before the number: "rose 5 to 60" are two figures.
    pub moved: bool,
    /// Letters that touch the number are its scale, as behind a currency sign: "5m people".
    pub letters: bool,
}

/// A quantity as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity<'a> {
    /// The first number, or the only one.
    pub first: Amount,
    /// The second one and how it is joined.
    pub second: Option<(Link, Number)>,
    /// Its unit.
    pub unit: Option<UnitRef>,
    /// For a composite the code of the smaller unit, in which `first` is given.
    pub smaller: Option<Name>,
    /// Whether the unit only touches the number: "5m".
    pub touches: bool,
    /// What it is counted by.
    pub per: Option<Name>,
    /// Whether what follows tells at one look that nothing more belongs to the number.
    pub alone: bool,
    /// What follows the last numeral.
    pub after_number: &'a str,
}

/// A quantity: a number or two with their unit.
///
/// ```
/// use crosscheck::{grammar::{Lead, Link, quantity}, lexicon::Language, value::Decimal};
/// let english = Language::english();
/// let (rest, found) = quantity(english, Lead::default(), "3 to 5 million people").unwrap();
/// assert!(matches!(found.second, Some((Link::To, second)) if second.value == Decimal::from(5_000_000)));
/// assert_eq!(rest, " people");
/// assert!(quantity(english, Lead::default(), "people").is_err());
/// ```
pub fn quantity<'a>(language: &Language, lead: Lead, input: &'a str) -> IResult<&'a str, Quantity<'a>> {
    let Some((rest, number, next)) = numeral(language, input) else { return in_full(language, lead, input) };
    if next == Next::Unit {
        return Ok(read_on(language, lead, number, rest, !rest.starts_with('-')));
    }
    Ok((rest, Quantity { alone: next == Next::Alone, ..single(number, lead.sign, rest) }))
}

/// The same, with every parser asked that may read on behind the number.
pub(super) fn in_full<'a>(language: &Language, lead: Lead, input: &'a str) -> IResult<&'a str, Quantity<'a>> {
    let (rest, first) = if lead.sign.is_some() || lead.letters {
        let scaled = number_with_letters(language, input).map(|(rest, number)| (rest, Amount::Number(number)));
        scaled.or_else(|_| amount(language, input))?
    } else {
        amount(language, input)?
    };
    let Amount::Number(number) = first else {
        // "millions of dollars".
        let (of, _) = opt(preceded(gap, |input| join(language, Join::Of, input))).parse(rest)?;
        let (after, unit) = unit_of(language, lead, None, of);
        let after = if after.len() < of.len() { after } else { rest };
        return Ok(finish(
            language,
            after,
            Quantity { first, second: None, unit, smaller: None, touches: false, per: None, alone: false, after_number: rest },
        ));
    };
    Ok(read_on(language, lead, number, rest, false))
}

/// The quantity whose first number is read: its unit, a second number, what it is counted by. `unjoined` where no join stands right
/// behind the number.
fn read_on<'a>(language: &Language, lead: Lead, number: Number, rest: &'a str, unjoined: bool) -> (&'a str, Quantity<'a>) {
    let (after, own) = unit_of(language, lead, Some(number), rest);
    let composed = || own.and_then(|unit| language.units.get(unit)).is_some_and(|unit| unit.smaller.is_some());
    if unjoined && after.len() < rest.len() && ends(language, after) && !composed() {
        return (after, single(number, own, rest));
    }
    if let Some((after, quantity)) = pair(language, lead, number, rest, (after, own)) {
        return finish(language, after, quantity);
    }
    if let Some((after, quantity)) = composite(language, number, own, rest, after) {
        return (after, quantity);
    }
    // "1,000+ km"
    let plus = if own.is_none() { rest.strip_prefix('+').and_then(|behind| unit(language, behind).ok()) } else { None };
    let (after, own) = plus.filter(|(_, behind)| !behind.unit.weak).map_or((after, own), |(after, behind)| (after, Some(behind.unit)));
    let (after, number) = scale_behind(language, lead, number, own, after).unwrap_or((after, number));
    finish(language, after, single(number, own, rest))
}

/// The quantity of one number.
fn single(number: Number, unit: Option<UnitRef>, after_number: &str) -> Quantity<'_> {
    let touches = unit.is_some() && !after_number.starts_with([' ', '-', '+']);
    Quantity { first: Amount::Number(number), second: None, unit, smaller: None, touches, per: None, alone: false, after_number }
}

/// "75 USD million": the scale behind the currency.
fn scale_behind<'a>(language: &Language, lead: Lead, number: Number, own: Option<UnitRef>, after: &'a str) -> Option<(&'a str, Number)> {
    let money = own.and_then(|unit| language.units.get(unit)).is_some_and(|unit| unit.kind == UnitKind::Money);
    if lead.sign.is_some() || !money || number.scale != Decimal::ONE {
        return None;
    }
    let (rest, (_, factor, _)) = scale(language, false, after);
    let value = number.value.times(factor).filter(|_| rest.len() < after.len())?;
    Some((rest, Number { value, scale: factor, written: Written::Marked, ..number }))
}

/// What it is counted by, where something says so.
fn finish<'a>(language: &Language, after: &'a str, quantity: Quantity<'a>) -> (&'a str, Quantity<'a>) {
    match per(language, after) {
        Ok((rest, per)) => (rest, Quantity { per: Some(per), ..quantity }),
        Err(_) => (after, quantity),
    }
}

/// The unit behind a number; behind a currency sign only a word that repeats it.
fn unit_of<'a>(language: &Language, lead: Lead, number: Option<Number>, input: &'a str) -> (&'a str, Option<UnitRef>) {
    let found = unit(language, input).ok();
    if let Some(sign) = lead.sign {
        // "$5 million USD", "$5 US", "$5 Canadian dollars": the words behind say which dollars.
        let kind = |unit: UnitRef| language.units.get(unit).map(|unit| unit.kind);
        return match found {
            Some((rest, behind)) if kind(behind.unit) == Some(UnitKind::Money) && !behind.unit.weak => (rest, Some(behind.unit)),
            _ => (input, Some(sign)),
        };
    }
    if let Some((rest, behind)) = found {
        return (rest, Some(behind.unit));
    }
    // "half a percent", "a quarter of a mile".
    let part = number.is_some_and(|number| number.written == Written::Part || number.value.exponent() < 0);
    let article = |input: &'a str| {
        let (rest, _) = opt(preceded(gap, |input| join(language, Join::Of, input))).parse(input)?;
        let (rest, _) = gap(rest)?;
        let (rest, hash) = word(rest)?;
        if language.numbers.words.get(hash) == Some(&NumberWord::Article) { unit(language, rest) } else { Err(no(input)) }
    };
    if !part {
        return (input, None);
    }
    match article(input) {
        Ok((rest, behind)) if !behind.unit.weak => (rest, Some(behind.unit)),
        _ => (input, None),
    }
}

/// Two numbers, where what joins them and their units agree that they are one quantity.
fn pair<'a>(
    language: &Language,
    lead: Lead,
    first: Number,
    input: &'a str,
    (after_unit, own): (&'a str, Option<UnitRef>),
) -> Option<(&'a str, Quantity<'a>)> {
    let own = if after_unit.len() < input.len() { own } else { None };
    // The join may stand behind the number ("5 to 6 km") or behind its unit ("5 km to 6 km").
    let (joined, first_unit) = match link(language, input) {
        Ok(found) => (found, None),
        // No unit, no other place.
        Err(_) if after_unit.len() == input.len() => return None,
        Err(_) => (link(language, after_unit).ok()?, own),
    };
    let (rest, link) = joined;
    // "between 2 and about 7": the second hedge says no more than the first.
    let (rest, _) = opt(|input| about(language, input)).parse(rest).ok()?;
    let (rest, second_sign) = opt(|input| sign(language, input)).parse(rest).ok()?;
    // "5 to P10" is no range.
    if second_sign.is_some_and(|sign| sign.weak) && second_sign != lead.sign {
        return None;
    }
    let letters = second_sign.is_some() || lead.sign.is_some() || lead.letters;
    let (after_number, second) = if letters { number_with_letters(language, rest).ok()? } else { number(language, rest).ok()? };
    let inner = Lead { sign: second_sign.or(if first_unit.is_none() { lead.sign } else { None }), ..lead };
    let (rest, second_unit) = unit_of(language, inner, Some(second), after_number);
    // "from 14 mpg to 24 in a decade": no inches.
    let other = |unit: UnitRef| unit.weak && first_unit.is_some_and(|first| !same(language, first, unit));
    let (rest, second_unit) = if second_unit.is_some_and(other) { (after_number, None) } else { (rest, second_unit) };
    let behind = second_sign.is_some() || rest.len() < after_number.len();
    let agrees = match (lead.sign.or(first_unit), second_unit) {
        (Some(one), Some(other)) => same(language, one, other),
        // "5 km to 6": the unit has to be said again, but for a sign before both of a tight pair ("$5-6"), and where "from" opens the
        // pair and nothing counted follows: "from 5 percent to 7".
        (Some(_), None) => lead.opener == Opener::From && link == Link::To && second.written != Written::Words && closes(language, rest),
        (None, _) => true,
    };
    let shared = first.scale == Decimal::ONE && second.scale != Decimal::ONE;
    // "from 4.8 to 4.2 million"
    let falls = |scaled: Decimal| lead.opener == Opener::From && second.value.times(Decimal::from(10)).is_some_and(|most| scaled <= most);
    let scaled = first.value.times(second.scale).filter(|scaled| shared && (*scaled < second.value || falls(*scaled)));
    // "$5 to 10 families": without a sign, a unit or a scale behind it the second number counts something else.
    let bare_second = lead.sign.is_some()
        && !behind
        && scaled.is_none()
        && first.scale == Decimal::ONE
        && link == Link::To
        && lead.opener == Opener::None;
    if !agrees || bare_second || !fits(lead, link, first, second, scaled, first_unit.is_some() || behind) {
        return None;
    }
    let first = Number { value: scaled.unwrap_or(first.value), ..first };
    let unit = second_unit.or(first_unit).or(lead.sign);
    let quantity = Quantity {
        first: Amount::Number(first),
        second: Some((link, second)),
        unit,
        smaller: None,
        touches: false,
        per: None,
        alone: false,
        after_number,
    };
    Some((rest, quantity))
}

/// Whether what follows a figure names nothing that it counts: the end of a clause, a preposition, an article, a time.
///
/// ```
/// use crosscheck::{grammar::closes, lexicon::Language};
/// let english = Language::english();
/// assert!(closes(english, ", he said") && closes(english, " a year ago") && !closes(english, " homes"));
/// ```
pub fn closes(language: &Language, rest: &str) -> bool {
    const JOINS: Classes =
        Classes::PREPOSITION.and(Classes::DETERMINER).and(Classes::COORDINATOR).and(Classes::SUBORDINATOR).and(Classes::RELATIVE);
    let Some(behind) = rest.strip_prefix(' ') else { return !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-') };
    word(behind).is_ok_and(|(_, hash)| language.words.get(hash).classes.any(JOINS) || language.calendar.word(hash).is_some())
}

/// "about" before the second number of a range.
fn about<'a>(language: &Language, input: &'a str) -> IResult<&'a str, ()> {
    if let Some(rest) = input.strip_prefix('~') {
        return Ok((rest, ()));
    }
    let (rest, hash) = word(input)?;
    let approx = language
        .hedges
        .before
        .under(hash)
        .iter()
        .any(|phrase| phrase.further.is_empty() && phrase.meaning == Before::Hedge(HedgeWord::Approx));
    let (rest, _) = gap(rest)?;
    if approx { Ok((rest, ())) } else { Err(no(input)) }
}

fn same(language: &Language, one: UnitRef, other: UnitRef) -> bool {
    let code = |unit: UnitRef| language.units.get(unit).map(|unit| &unit.code);
    code(one) == code(other)
}

/// Whether two numbers joined like this are a range, a score or a margin.
fn fits(lead: Lead, link: Link, first: Number, second: Number, scaled: Option<Decimal>, has_unit: bool) -> bool {
    let low = scaled.unwrap_or(first.value);
    let rises = low < second.value;
    // A part stays a part: "one half to 3" is no range.
    if (first.written == Written::Part) != (second.written == Written::Part)
        && !second.value.is_zero()
        && first.value < Decimal::ONE
        && !has_unit
    {
        return false;
    }
    let near = low.times(Decimal::from(3)).is_none_or(|most| second.value <= most);
    let year = |number: Number| {
        number.written == Written::Plain && number.value >= Decimal::from(1900) && number.value < Decimal::from(2100) && !has_unit
    };
    let points = |number: Number| number.written == Written::Plain && number.value < Decimal::from(200);
    match link {
        Link::Margin => second.value < first.value.abs() || has_unit,
        Link::And => lead.opener == Opener::Between,
        // "from 5 km up to 10 km"; without a "from" it opens a figure of its own.
        Link::UpTo => lead.opener == Opener::From && rises,
        // "Rose 5 to 60", "fell 3 percent to 40": by how much, and to where.
        Link::To if lead.moved && lead.opener == Opener::None => rises && near,
        // "in 2018 to 3.9 million": a year, and how many.
        Link::To | Link::Spaced if year(first) && !year(second) && scaled.is_none() => false,
        // "in 2008 to 29 mpg": nothing with one unit falls without a "from".
        Link::To if has_unit && !rises && lead.opener == Opener::None => false,
        Link::To => lead.opener != Opener::Between,
        Link::Or => {
            let close = second.value <= Decimal::from(10) || low.times(Decimal::new(15, -1)).is_none_or(|most| second.value <= most);
            rises && lead.opener == Opener::None && close && first.written == second.written
        }
        Link::Dash | Link::Hyphen => first.written != Written::Words || second.written != Written::Words || has_unit || scaled.is_some(),
        // A score in a text that was cut into words: "20 - 13".
        Link::Spaced if !rises => !has_unit && points(first) && points(second),
        Link::Spaced => {
            rises
                && first.written != Written::Words
                && second.written != Written::Words
                && second.value <= low.times(Decimal::from(100)).unwrap_or(low)
        }
    }
}

/// "7 ft 10 in", "6 feet, 2 inches", "7-foot-2", "5 dollars and 20 cents": one figure in the smaller unit.
fn composite<'a>(
    language: &Language,
    first: Number,
    own: Option<UnitRef>,
    after_number: &'a str,
    after: &'a str,
) -> Option<(&'a str, Quantity<'a>)> {
    let unit_ref = own.filter(|_| after.len() < after_number.len())?;
    let (code, many) = language.units.get(unit_ref)?.smaller.as_ref()?;
    let tight = after.strip_prefix('-');
    let and = |input: &'a str| preceded(gap, |input| join(language, Join::And, input)).parse(input);
    let rest = after.strip_prefix([',', '.']).unwrap_or(after);
    let (rest, _) = opt(and).parse(rest).ok()?;
    // "6'2\"" needs no gap.
    let rest = if after_number.starts_with('\'') { rest.trim_start_matches(' ') } else { hyphen_or_gap(rest).ok()?.0 };
    let (rest, second) = number(language, rest).ok()?;
    let (rest, small) = match unit(language, rest) {
        Ok((rest, behind)) if language.units.get(behind.unit).is_some_and(|unit| unit.code == *code) => (rest, true),
        _ => (rest, false),
    };
    // "7-foot-2" leaves the smaller unit out.
    if !small && tight.is_none() || second.value >= Decimal::from(*many) || second.value.is_negative() {
        return None;
    }
    // Five dollars and 20 cents are $5.20; 7 ft 10 in are 94 inches.
    let money = language.units.get(unit_ref)?.kind == UnitKind::Money;
    let value = if money {
        first.value.plus(second.value.over(Decimal::from(*many))?)?
    } else {
        first.value.times(Decimal::from(*many))?.plus(second.value)?
    };
    let first = Amount::Number(Number { value, written: Written::Marked, ..first });
    let smaller = if money { None } else { Some(code.clone()) };
    Some((rest, Quantity { first, second: None, unit: own, smaller, touches: false, per: None, alone: false, after_number }))
}

/// "1 in 5", "one in five", "two out of three", "1 out of every 10", "one over twenty": a part of a whole.
///
/// ```
/// use crosscheck::{grammar::ratio, lexicon::Language, value::Decimal};
/// let (rest, number) = ratio(Language::english(), "one in five adults").unwrap();
/// assert_eq!((rest, number.value), (" adults", Decimal::new(2, -1)));
/// assert!(ratio(Language::english(), "one in Paris").is_err() && ratio(Language::english(), "5 in 2019").is_err());
/// assert!(ratio(Language::english(), "one over twenty.").is_ok() && ratio(Language::english(), "3 over 8 games").is_err());
/// ```
pub fn ratio<'a>(language: &Language, input: &'a str) -> IResult<&'a str, Number> {
    let (rest, above) = number(language, input)?;
    let (rest, _) = hyphen_or_gap(rest)?;
    let (rest, joined) = map_opt(word, |hash| language.numbers.joins.get(hash).copied()).parse(rest)?;
    let rest = match joined {
        Join::Out => preceded(gap, |input| join(language, Join::Of, input)).parse(rest)?.0,
        Join::In | Join::Over => rest,
        _ => return Err(no(input)),
    };
    let (rest, _) = hyphen_or_gap(rest)?;
    let (rest, _) = opt(|input: &'a str| join(language, Join::Every, input).and_then(|(rest, ())| gap(rest))).parse(rest)?;
    let (rest, below) = number(language, rest)?;
    let year = below.written == Written::Plain && below.value >= Decimal::from(1800) && below.value < Decimal::from(2100);
    // "3 over 5 years", "one over 5 others": only a part has nothing behind it.
    if joined == Join::Over
        && rest.trim_start_matches(' ').starts_with(|next: char| next.is_alphanumeric() || matches!(next, '-' | '/' | '$' | '%'))
    {
        return Err(no(input));
    }
    let simple = above.value.is_whole() && below.value.is_whole() && above.value > Decimal::ZERO && above.value < below.value;
    let value = above.value.over(below.value).filter(|_| simple && !year && above.written != Written::Part);
    value.map(|value| (rest, Number { value, written: Written::Part, scale: Decimal::ONE, dozens: false })).ok_or(no(input))
}
