//! Dates resolved: from what the words say to days, by the block's anchor, the tense around them and the text's other dates.
//!
//! In: a folded text, its mentions, an anchor for each. Out: for each time expression its days as far as they can be told, its grain
//! and its TIMEX3 value. What never happens here: a day where nothing says from when it counts; such a date stays open.

#[cfg(test)]
mod corpus;
mod counted;
mod named;
mod point;
mod spoken;
mod tense;

use std::cell::OnceCell;

use crate::calendar::{DateValue, Grain, Mod, NaiveDate, Settings, Unit, timex};
use crate::grammar::date::{Order, TimeExpr, What};
use crate::lexicon::{Key, Language};
use crate::mention::{Kind, Mention};
use crate::text::{Folded, Words};
use point::Resolver;
use spoken::{Memory, Spoken};

/// The date of each mention that states a time; `None` for the others. `anchor_of` gives the day from which a mention's relative dates
/// count, where it is known.
pub(crate) fn resolve(
    language: &Language,
    folded: &Folded<'_>,
    mentions: &[Mention],
    anchor_of: impl Fn(&Mention) -> Option<NaiveDate>,
    settings: Settings,
) -> Vec<Option<DateValue>> {
    let (text, words) = (folded.text(), folded.words());
    let mut memory = Memory::default();
    let order = OnceCell::new();
    let order = || *order.get_or_init(|| order_in(mentions));
    let mut last_anchor = None;
    mentions
        .iter()
        .map(|mention| {
            let Some(time) = mention.time.as_ref() else { return length(mention) };
            let anchor = anchor_of(mention);
            // A block with an anchor of its own (an embedded post) speaks of other days.
            if anchor != last_anchor {
                memory.clear();
                last_anchor = anchor;
            }
            let resolver = Resolver {
                calendar: &language.calendar,
                text,
                words,
                span: mention.span,
                anchor,
                memory: &memory,
                order: &order,
                settings,
            };
            let point = resolver.expression(time);
            if let (Some(days), Some(grain)) = (point.days, point.grain)
                && is_spoken(time)
            {
                memory.keep(Spoken { days, grain, at: mention.span.start });
            }
            let modifier = time.modifier.or(point.modifier).or_else(|| leading_mod(language, text, mention, time));
            let (timex, swapped) = (point.timex.into(), point.swapped);
            Some(DateValue { days: point.days, grain: point.grain, timex, modifier, anchor: point.anchor, swapped })
        })
        .collect()
}

/// A length that only its figure tells: "two to three weeks".
fn length(mention: &Mention) -> Option<DateValue> {
    let value = mention.value.as_ref().filter(|_| mention.kind == Kind::Duration)?;
    let unit = match value.unit.as_deref()? {
        "s" => Unit::Second,
        "min" => Unit::Minute,
        "h" => Unit::Hour,
        "d" => Unit::Day,
        "wk" => Unit::Week,
        "mo" => Unit::Month,
        "y" => Unit::Year,
        _ => return None,
    };
    let lengths: Vec<String> = value.stated().map(|stated| timex::length(Some(stated), unit)).collect();
    let timex = if lengths.is_empty() { timex::length(None, unit) } else { lengths.join("/") };
    Some(DateValue { days: None, grain: None, timex: timex.into(), modifier: None, anchor: None, swapped: None })
}

/// The order of day and month in a text's dates in figures, by those that leave no choice: "27/2/2025". `None` where there are none,
/// or of both kinds.
fn order_in(mentions: &[Mention]) -> Option<Order> {
    let orders = mentions.iter().filter_map(|mention| match mention.time.as_ref()?.what {
        What::Day { order: order @ (Order::DayFirst | Order::MonthFirst), .. } => Some(order),
        _ => None,
    });
    let mut orders = orders.peekable();
    let first = *orders.peek()?;
    orders.all(|order| order == first).then_some(first)
}

/// Whether later words can go back to it.
fn is_spoken(time: &TimeExpr) -> bool {
    !matches!(
        time.what,
        What::Reference(_) | What::Duration(_) | What::Set(_) | What::Run { .. } | What::Ends { .. } | What::Interval(..) | What::Same(..)
    )
}

/// What the preposition before a date does to it: "since March", "by 2030".
fn leading_mod(language: &Language, text: &str, mention: &Mention, time: &TimeExpr) -> Option<Mod> {
    if matches!(
        time.what,
        What::Duration(_) | What::Set(_) | What::Reference(_) | What::Run { .. } | What::Ends { .. } | What::Interval(..)
    ) {
        return None;
    }
    let before = text.get(..mention.span.start as usize)?;
    let start = before.trim_end_matches(' ').rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
    let word = language.calendar.word(Words::new(before.get(start..)?).next()?.hash)?;
    [
        (Key::Since, Mod::OnOrAfter),
        (Key::Before, Mod::Before),
        (Key::After, Mod::After),
        (Key::By, Mod::OnOrBefore),
        (Key::Until, Mod::OnOrBefore),
    ]
    .into_iter()
    .find(|(key, _)| word.has(*key))
    .map(|(_, modifier)| modifier)
}

/// The finest grain that a time of day gives.
const fn clock_grain(part: bool) -> Grain {
    if part { Grain::DayPart } else { Grain::Time }
}
