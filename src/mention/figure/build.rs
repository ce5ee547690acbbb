//! The mention of a quantity: kind, span and value.

use super::super::hedge::{self, Hedged};
use super::super::{Kind, Mention};
use super::{Place, lead::Lead, support};
use crate::grammar::{self, Amount, Link, Number, Opener, Quantity};
use crate::lexicon::{Classes, Join, Language, UnitKind};
use crate::text::{Name, Span, hash_of};
use crate::value::{Bound, Direction, Hedging, Value};

/// Words that name what is measured, at most.
const MATTER: usize = 2;

/// The words around a quantity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// What stands before it.
    pub(super) hedged: Hedged,
    /// Whether an opening word belongs to it: "between", "from".
    pub(super) opened: bool,
}

/// The quantity at the start of `input`, what follows it, and the words before it.
pub(super) fn quantity<'a>(
    language: &Language,
    place: &Place<'_>,
    lead: &Lead,
    input: &'a str,
    hedged: Hedged,
    opener: Option<(u32, Opener)>,
) -> Option<(&'a str, Quantity<'a>, Around)> {
    let plain = grammar::Lead { sign: lead.sign, opener: Opener::None, moved: hedged.moved.is_some(), letters: false };
    if let Some((start, opener)) = opener {
        let found = grammar::quantity(language, grammar::Lead { opener, ..plain }, input).ok();
        if let Some((rest, quantity)) = found.filter(|(_, quantity)| quantity.second.is_some()) {
            let outer = hedge::before(language, place.left, start);
            let hedged = Hedged { start: outer.start, hedging: outer.hedging.and(hedged.hedging), moved: outer.moved.or(hedged.moved) };
            return Some((rest, quantity, Around { hedged, opened: true }));
        }
    }
    let (rest, quantity) = grammar::quantity(language, plain, input).ok()?;
    let scaled = place.word.digits && support::letter_is_scale(language, place, lead, &quantity, rest);
    let (rest, quantity) =
        if scaled { grammar::quantity(language, grammar::Lead { letters: true, ..plain }, input).ok()? } else { (rest, quantity) };
    Some((rest, quantity, Around { hedged, opened: false }))
}

/// The mention of a quantity with its unit.
pub(super) fn mention(
    language: &Language,
    place: &Place<'_>,
    lead: &Lead,
    quantity: &Quantity<'_>,
    rest: &str,
    around: Around,
) -> Option<Mention> {
    let unit = match support::unit(language, place, lead, quantity, rest) {
        support::Support::Unit(unit) => Some(unit),
        support::Support::None => None,
        support::Support::Refused => return None,
    };
    let rest = if unit.is_none() && quantity.unit.is_some() { quantity.after_number } else { rest };
    // "20 degrees below zero"
    let below = !quantity.alone && quantity.second.is_none() && unit.is_none_or(|unit| unit.code.starts_with('°'));
    let below = if below { grammar::below_zero(language, rest).ok() } else { None };
    let mut lead = *lead;
    lead.negative |= below.is_some();
    let (rest, lead) = (below.map_or(rest, |(rest, ())| rest), &lead);
    // Only a comma may stand between a number alone and a hedge: "40, or more".
    let unhedged = quantity.alone && !rest.starts_with(',');
    let (taken, behind, moved) = if unhedged { (0, Hedging::NONE, None) } else { hedge::after(language, rest) };
    let plus = unit.is_some() && quantity.after_number.starts_with('+');
    let hedging = around.hedged.hedging.and(behind).and(if plus { Hedging::bound(Bound::AtLeast) } else { Hedging::NONE });
    let mut value = value(quantity, lead, hedging, around, moved)?;
    let joined = matches!(quantity.second, Some((Link::Hyphen | Link::Dash | Link::Spaced | Link::To, _)));
    let bare = value.bound == Bound::Range && !around.opened && unit.is_none();
    let kind = match unit.map(|unit| unit.kind) {
        Some(UnitKind::Money) => Kind::Money,
        Some(UnitKind::Percent) => Kind::Percent,
        Some(UnitKind::Measure) => Kind::Measure,
        None if joined && bare && support::score(language, place, lead, quantity) => Kind::Score,
        None => Kind::Number,
    };
    if kind == Kind::Number
        && !quantity.alone
        && value.per.is_none()
        && let Ok((rest, unit)) = grammar::period(language, quantity.after_number)
    {
        value.unit = Some(unit);
        // "40 hours a week"
        let (rest, per) = grammar::per(language, rest).map_or((rest, None), |(rest, per)| (rest, Some(per)));
        value.per = per;
        return Some(spanned(place, lead, quantity, around, Kind::Duration, value, rest));
    }
    value.unit = quantity.smaller.clone().or_else(|| unit.map(|unit| unit.code.clone()));
    value.per = quantity.per.clone().or_else(|| if kind == Kind::Measure { per_behind(language, rest) } else { None });
    Some(spanned(place, lead, quantity, around, kind, value, rest.get(taken..)?))
}

/// What stands behind a measure and what it is of: "4.2 tonnes of carbon dioxide per person".
fn per_behind(language: &Language, rest: &str) -> Option<Name> {
    let mut rest = grammar::gap(rest).and_then(|(rest, _)| grammar::join(language, Join::Of, rest)).ok()?.0;
    for _ in 0..MATTER {
        let matter = grammar::gap(rest).ok()?.0;
        rest = matter.trim_start_matches(char::is_alphanumeric);
        let word = &matter[..matter.len() - rest.len()];
        if language.words.get(hash_of(word)).classes.any(Classes::COORDINATOR.and(Classes::PREPOSITION)) {
            return None;
        }
        if let Ok((_, per)) = grammar::per(language, rest) {
            return Some(per);
        }
    }
    None
}

/// The mention of an age; `rest` is what follows its words.
pub(super) fn aged(place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>, (unit, rest): (Name, &str), around: Around) -> Option<Mention> {
    let mut value = value(quantity, lead, around.hedged.hedging, around, None)?;
    value.unit = Some(unit);
    Some(spanned(place, lead, quantity, around, Kind::Age, value, rest))
}

fn spanned(place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>, around: Around, kind: Kind, value: Value, rest: &str) -> Mention {
    Mention {
        span: Span { start: around.hedged.start, end: place.at(rest) },
        figure: Span { start: lead.start, end: place.at(quantity.after_number) },
        kind,
        value: Some(value),
        time: None,
    }
}

/// The value of a quantity between its hedges.
fn value(quantity: &Quantity<'_>, lead: &Lead, hedging: Hedging, around: Around, moved_behind: Option<Direction>) -> Option<Value> {
    let moved = around.hedged.moved.or(moved_behind);
    let sign = |number: Number| if lead.negative { number.value.negate() } else { number.value };
    let dozens = |number: Number| if number.dozens { Hedging { bound: Bound::Exact, approximate: true } } else { Hedging::NONE };
    let mut value = match (quantity.first, quantity.second) {
        (Amount::Vague(vague), _) => Value::vague(vague.stated, vague.low, vague.best, vague.high, hedging),
        (Amount::Number(first), None) if first.dozens => Value::dozens(sign(first), hedging),
        (Amount::Number(first), None) => Value::figure(sign(first), hedging),
        (Amount::Number(first), Some((Link::Margin, second))) => Value::margin(sign(first), second.value)?,
        (Amount::Number(first), Some((Link::To | Link::UpTo, second)))
            if around.opened && (around.hedged.moved.is_some() || second.value < first.value) =>
        {
            Value::change(sign(first), second.value, hedging)
        }
        (Amount::Number(first), Some((_, second))) => {
            Value::range(sign(first), second.value, hedging.and(dozens(first)).and(dozens(second)))
        }
    };
    value.direction = value.direction.or(moved);
    Some(value)
}
