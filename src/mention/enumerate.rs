//! Hedges that reach over an enumeration or into brackets: "at least 3 dead and 5 injured", "over 100 km (60 miles)".

use super::{Kind, Mention, time};
use crate::grammar;
use crate::lexicon::{Classes, Join, Language};
use crate::text::{Span, hash_of};
use crate::value::{Bound, Decimal, Hedging, Interval, Value};

/// Makes one range of two figures that close a quantity in: "more than 10 and less than 20". Mentions are in order.
pub(super) fn close_in(language: &Language, text: &str, mentions: &mut Vec<Mention>) {
    let mut kept = 0;
    for index in 1..mentions.len() {
        let joined = closed_in(language, text, &mentions[kept], &mentions[index]);
        if let Some(value) = joined {
            let (span, figure) = (mentions[index].span, mentions[index].figure);
            let first = &mut mentions[kept];
            (first.span, first.figure, first.value) = (first.span.join(span), first.figure.join(figure), Some(value));
        } else {
            kept += 1;
            if kept < index {
                mentions.swap(kept, index);
            }
        }
    }
    mentions.truncate(kept + 1);
}

/// The range of a lower and an upper bound with no more than "and" or "but" between them.
fn closed_in(language: &Language, text: &str, first: &Mention, next: &Mention) -> Option<Value> {
    let (one, other) = (first.value.as_ref()?, next.value.as_ref()?);
    let lower = |value: &Value| matches!(value.bound, Bound::AtLeast | Bound::MoreThan);
    let upper = |value: &Value| matches!(value.bound, Bound::AtMost | Bound::LessThan);
    let single = one.second.is_none() && other.second.is_none() && first.kind == next.kind && one.unit == other.unit;
    if !single || !(lower(one) && upper(other) || upper(one) && lower(other)) {
        return None;
    }
    let between = Span { start: first.span.end, end: next.span.start }.of(text).trim_matches(' ');
    // "starting from 450 sq ft up to 900 sq ft"
    let up_to = between.is_empty() && lower(one) && other.bound == Bound::AtMost;
    if !up_to && !language.words.get(hash_of(between)).classes.any(Classes::COORDINATOR.and(Classes::SUBORDINATOR)) {
        return None;
    }
    let (low, high) = if lower(one) { (one, other) } else { (other, one) };
    let (stated, last) = (one.first?, other.first?);
    let interval = Interval { low: low.interval.low, high: high.interval.high };
    let range = Value::range(stated, last, Hedging::NONE);
    (low.first < high.first).then(|| Value { interval, unit: one.unit.clone(), per: other.per.clone(), ..range })
}

/// Nobody gets older.
pub(super) const OLDEST: Decimal = Decimal::new(122, 0);

/// At most so many words stand between the figures of an enumeration.
const MOST_WORDS: usize = 4;

/// Hands the bound of a figure on to the next one, where the words between them join the two. Mentions are in order.
pub(super) fn hand_on(language: &Language, text: &str, mentions: &mut [Mention]) {
    let mut lists = false;
    for index in (1..mentions.len()).rev() {
        let (before, behind) = mentions.split_at_mut(index);
        if let (Some(first), Some(next)) = (before.last_mut(), behind.first()) {
            lists = share_unit(text, first, next, lists);
        }
    }
    for index in 1..mentions.len() {
        let (before, behind) = mentions.split_at_mut(index);
        let (Some(first), Some(next)) = (before.last_mut(), behind.first_mut()) else { continue };
        if first.kind == Kind::Age {
            share_age(language, text, first, next);
        }
        if matches!(next.span.start - first.span.end, 6 | 7) {
            repeat_unit(language, text, first, next);
        }
        match next.span.start - first.span.end {
            1 => {
                share_rate(language, text, first, next);
                set_over(language, text, first, next);
            }
            2 => share_rate(language, text, first, next),
            _ => {}
        }
        let Some(hedging) = handed(language, text, first, next) else { continue };
        let Some(value) = &mut next.value else { continue };
        let Some(figure) = value.first else { continue };
        let bounded = Value::figure(figure, hedging);
        *value = Value { unit: value.unit.take(), per: value.per.take(), direction: value.direction, ..bounded };
    }
}

/// "9 billion shekels ($2.4 billion) a year": what stands behind the brackets, both are counted by.
fn share_rate(language: &Language, text: &str, first: &mut Mention, next: &mut Mention) {
    let inside = matches!(Span { start: first.span.end, end: next.span.start }.of(text), " (" | "(");
    let Some(behind) = text.get(next.span.end as usize..).and_then(|behind| behind.strip_prefix(')')) else { return };
    let (Some(one), Some(other)) = (&mut first.value, &mut next.value) else { return };
    let converted = inside && first.kind == next.kind && one.unit.is_some() && other.unit.is_some();
    if converted
        && one.per.is_none()
        && other.per.is_none()
        && let Ok((_, per)) = grammar::per(language, behind)
    {
        one.per = Some(per.clone());
        other.per = Some(per);
    }
}

/// "120 over 80", "$40 over 3 trades": directly behind a figure "over" is no bound.
fn set_over(language: &Language, text: &str, first: &Mention, next: &mut Mention) {
    let Some(value) = next.value.as_ref().filter(|value| value.bound == Bound::MoreThan && value.second.is_none()) else { return };
    let opened = Span { start: next.span.start, end: next.figure.start }.of(text);
    let (Some(figure), true) = (value.first, first.value.is_some() && hash_of(opened.trim_end_matches(' ')) == language.hedges.over) else {
        return;
    };
    next.value = Some(Value { unit: value.unit.clone(), per: value.per.clone(), ..Value::figure(figure, Hedging::NONE) });
    next.span.start = next.figure.start;
}

/// "slowed to 2.1 percent from 2.9 a year ago": the figure before has the unit of the one after it.
fn repeat_unit(language: &Language, text: &str, first: &Mention, next: &mut Mention) {
    let (Some(one), Some(other)) = (&first.value, &mut next.value) else { return };
    let bare = next.kind == Kind::Number && other.unit.is_none() && other.second.is_none() && one.unit.is_some() && one.second.is_none();
    if !bare || hash_of(Span { start: first.span.end, end: next.span.start }.of(text).trim_matches([' ', ','])) != language.hedges.from {
        return;
    }
    let before = text.get(..first.span.start as usize).unwrap_or_default().trim_end_matches(' ');
    let reached = hash_of(before.rsplit(' ').next().unwrap_or_default());
    let to = language.numbers.joins.get(reached) == Some(&Join::To) || language.words.get(reached).classes.any(Classes::AT);
    if to && grammar::closes(language, text.get(next.span.end as usize..).unwrap_or_default()) {
        (next.kind, other.unit) = (first.kind, one.unit.clone());
    }
}

/// "aged 4, 7 and 11": numbers alone that go on with a list of ages.
fn share_age(language: &Language, text: &str, first: &Mention, next: &mut Mention) {
    let between = Span { start: first.span.end, end: next.span.start }.of(text);
    // "in their 20s and 30s", "in her late 30s or early 40s"
    if let Some(time) = &next.time
        && matches!(between, " and " | " or " | " to " | ", ")
        && let Some(value) = time::ages(time, next.span.of(text))
    {
        (next.kind, next.value, next.time) = (Kind::Age, Some(value), None);
        return;
    }
    let (Some(one), Some(other)) = (&first.value, &mut next.value) else { return };
    let alone = |value: &Value| value.bound == Bound::Exact && value.second.is_none();
    let lists = matches!(between, ", " | " and " | ", and " | " & ") && first.span.end == first.figure.end;
    if !lists || next.kind != Kind::Number || other.unit.is_some() || !alone(one) || !alone(other) || next.span != next.figure {
        return;
    }
    let behind = text.get(next.span.end as usize..).unwrap_or_default();
    let goes_on = behind.strip_prefix(" and ").is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
    let ends = !behind.starts_with([' ', '-', '%']) && grammar::closes(language, behind);
    // "aged 12 and 14 went missing", but "aged 12 and 14 others"
    let verb =
        || behind.strip_prefix(' ').and_then(|rest| grammar::word(rest).ok()).is_some_and(|(_, hash)| language.words.get(hash).is_verb());
    if (goes_on || ends || verb()) && other.first.is_some_and(|age| age.is_whole() && age <= OLDEST) {
        (next.kind, other.unit) = (Kind::Age, one.unit.clone());
    }
}

/// "30 x 20 cm", "10 by 12 metres", "5 and 10 km", "2, 3 and 5 percent": the unit stands behind the last. Gives back whether the two
/// are of one list; `lists` says whether the second was of one with the figure behind it, before which a comma is enough.
fn share_unit(text: &str, first: &mut Mention, next: &Mention, lists: bool) -> bool {
    if first.kind != Kind::Number || !matches!(next.kind, Kind::Measure | Kind::Percent) {
        return false;
    }
    let between = Span { start: first.span.end, end: next.span.start }.of(text);
    let sides = matches!(between, " x " | " × " | "x" | "×" | " by ") && next.kind == Kind::Measure;
    // "ten and 5 percent fell" is no list of shares; "of 5 and 10 km" is one.
    let before = text[..first.span.start as usize].trim_end();
    let led =
        ["of", "by", "to", "at", "from", "about", "between"].iter().any(|word| before.ends_with(word)) || before.ends_with(',') || lists;
    let digits = first.figure.of(text).starts_with(|digit: char| digit.is_ascii_digit());
    let joined = matches!(between, " and " | " or ") && led || lists && between == ", ";
    let listed = first.span.end == first.figure.end && digits && joined;
    let (Some(value), Some(other)) = (&mut first.value, &next.value) else { return false };
    let plain = value.unit.is_none() && value.first.is_some() && value.second.is_none() && other.second.is_none();
    if !plain || !sides && !listed {
        return false;
    }
    (value.unit, first.kind) = (other.unit.clone(), next.kind);
    listed
}

/// The hedging that reaches from one mention to the next.
fn handed(language: &Language, text: &str, first: &Mention, next: &Mention) -> Option<Hedging> {
    let (from, to) = (first.value.as_ref()?, next.value.as_ref()?);
    let hedged = matches!(from.bound, Bound::AtLeast | Bound::MoreThan | Bound::AtMost | Bound::LessThan | Bound::Approx);
    let plain = to.bound == Bound::Exact && to.second.is_none() && !to.approximate && to.direction.is_none();
    if !hedged || !plain || from.first.is_none() || from.second.is_some() {
        return None;
    }
    let between = Span { start: first.span.end, end: next.span.start }.of(text);
    let hedging = Hedging { bound: from.bound, approximate: from.approximate };
    let behind = text.get(next.span.end as usize..).unwrap_or_default();
    let converted =
        matches!(between, " (" | "(") && (to.unit.is_some() || from.unit.is_some()) && first.kind == next.kind && next.kind != Kind::Age;
    if converted {
        return Some(hedging);
    }
    let counted = matches!(first.kind, Kind::Number | Kind::Count) && first.kind == next.kind;
    (counted && enumerated(language, between) && !own_clause(language, behind)).then_some(hedging)
}

/// " dead and ", " people killed and ": words that only name what is counted, and an "and".
fn enumerated(language: &Language, between: &str) -> bool {
    let Some(words) = between.strip_prefix(' ').and_then(|words| words.strip_suffix(' ')) else { return false };
    let mut count = 0;
    let mut last = 0;
    for word in words.split(' ') {
        let hash = hash_of(word);
        let classes = language.words.get(hash).classes;
        let and = classes.any(Classes::AND);
        let names = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            && !classes.any(Classes::PREPOSITION.and(Classes::BE).and(Classes::HAVE));
        count += 1;
        last = hash;
        if count > MOST_WORDS || !and && !names {
            return false;
        }
    }
    count > 1 && language.words.get(last).classes.any(Classes::AND)
}

/// "… and 5 were injured" is a clause of its own.
fn own_clause(language: &Language, behind: &str) -> bool {
    let words = behind.trim_start_matches(' ').split([' ', '\n']).take(3);
    let mut clause = false;
    for word in words {
        clause |= language
            .words
            .get(hash_of(word.trim_end_matches([',', '.', ';'])))
            .classes
            .any(Classes::BE.and(Classes::HAVE).and(Classes::MODAL));
        if word.ends_with([',', '.', ';']) {
            break;
        }
    }
    clause
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn a_rate_behind_brackets_counts_for_both() {
        let english = Language::english();
        for (text, expected) in [
            ("worth 8 billion kronor ($760 million) a year", ["year", "year"]),
            ("at €40 ($44) per share", ["share", "share"]),
            ("worth 8 billion kronor ($760 million) in May", ["", ""]),
            ("at €40 ($44 a share) a year", ["", "share"]),
        ] {
            let mentions = read(english, text);
            let rates: Vec<_> =
                mentions.iter().filter_map(|mention| Some(mention.value.as_ref()?.per.as_deref().unwrap_or_default())).collect();
            assert_eq!(rates[..2], expected, "{text}");
        }
    }

    #[test]
    fn sides_of_one_thing_share_their_unit() {
        let english = Language::english();
        for (text, expected) in [
            ("a box of 30 x 20 x 10 cm", vec!["cm"; 3]),
            ("a room of 10 by 12 metres", vec!["m"; 2]),
            ("a vote of 10 by 12 men", vec!["", ""]),
            ("races of 5 and 10 km", vec!["km"; 2]),
            ("cuts of 2, 3 and 5 percent", vec!["percent"; 3]),
            ("of the 12, 5 percent left", vec!["", "percent"]),
            ("30 boxes and 40 kg", vec!["", "kg"]),
            ("read 10, x 12 cm", vec!["", "cm"]),
        ] {
            let mentions = read(english, text);
            let units: Vec<_> = mentions.iter().map(|mention| mention.value.as_ref().and_then(|value| value.unit.as_deref())).collect();
            assert_eq!(units.iter().map(|unit| unit.unwrap_or_default()).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn a_figure_repeats_the_unit_of_the_one_it_led_to() {
        let english = Language::english();
        for (text, expected) in [
            ("slowed to 2.1 percent from 2.9 in May", Some("percent")),
            ("fell to 62p from 65.", Some("GBp")),
            ("slowed to 2.1 percent, from 2.9 in May", Some("percent")),
            ("slowed to 2.1 percent from 2.9 a year earlier", Some("percent")),
            ("rose 5 percent from 300 in May", None),
            ("rose to 5 percent from 300 homes", None),
        ] {
            let found = read(english, text);
            let unit = found.iter().filter_map(|mention| mention.value.as_ref()).nth(1).and_then(|value| value.unit.as_deref());
            assert_eq!(unit, expected, "{text}");
        }
    }

    #[test]
    fn over_behind_a_figure_is_no_bound() {
        let english = Language::english();
        for (text, words, bound) in [
            ("pressure of 120 over 80 was read", "80", Bound::Exact),
            ("it lost $40 over 3 trades", "3", Bound::Exact),
            ("in 2019 over 40 died", "over 40", Bound::MoreThan),
            ("of the 12, over 8 died", "over 8", Bound::MoreThan),
        ] {
            let last = read(english, text).pop().unwrap();
            assert_eq!((last.span.of(text), last.value.unwrap().bound), (words, bound), "{text}");
        }
    }

    #[test]
    fn bounds_reach_over_an_enumeration_and_into_brackets() {
        let english = Language::english();
        for (text, expected) in [
            ("at least 3 dead and 5 injured", vec![Bound::AtLeast, Bound::AtLeast]),
            ("more than 30 people killed and 50 wounded", vec![Bound::MoreThan, Bound::MoreThan]),
            ("over 100 km (60 miles) away", vec![Bound::MoreThan, Bound::MoreThan]),
            ("at least 3 people died and 5 were injured", vec![Bound::AtLeast, Bound::Exact]),
            ("at least 3 died in the blast and 5 homes burned", vec![Bound::AtLeast, Bound::Exact]),
            ("at least 3 dead and about 5 injured", vec![Bound::AtLeast, Bound::Approx]),
            ("3 dead and at least 5 injured", vec![Bound::Exact, Bound::AtLeast]),
            ("more than 10 and less than 20", vec![Bound::Range]),
            ("at most 100 but at least 20 homes", vec![Bound::Range]),
            ("more than 10 men and less than 20", vec![Bound::MoreThan, Bound::LessThan]),
            ("more than 20 and less than 10", vec![Bound::MoreThan, Bound::LessThan]),
        ] {
            let bounds: Vec<_> = read(english, text).iter().filter_map(|mention| Some(mention.value.as_ref()?.bound)).collect();
            assert_eq!(bounds, expected, "{text}");
        }
    }
}
