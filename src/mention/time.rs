//! The time expression around a candidate word.

use super::hedge::{self, Left};
use super::{Kind, Mention};
use crate::calendar::{Mod, Third};
use crate::grammar::date::{self, Amount, From, Portion, Reference, TimeExpr, Vague, What};
use crate::lexicon::{Before, Classes, Key, Language};
use crate::text::{Span, Word, WordHash, Words, hash_of};
use crate::value::{Bound, Decimal, Hedging, Value};

/// Reads the time expression that the candidate belongs to, the word with the index `at` among `words`. Nothing before `floor` belongs
/// to it: that is another mention's. `None` where the word states no time.
pub(super) fn read(
    language: &Language,
    dates: &mut date::Reader<'_>,
    text: &str,
    (words, at): (&[Word], usize),
    floor: u32,
) -> Option<Mention> {
    let word = words.get(at)?;
    let found = dates.read(text, (words, at), word.start as usize, floor as usize)?;
    if word.digits
        && found.span.len() == 4
        && matches!(found.time.what, What::Year { .. })
        && (is_label(language, text, word.start as usize) || is_total(language, &Left::new(text, &words[..=at], floor), word.start))
    {
        return None;
    }
    if named(text, &found.time, found.span)
        || is_place(language, text, &found.time, found.span)
        || length_of_film(text, &found.time, found.span)
    {
        return None;
    }
    if matches!(found.time.what, What::Decade(_))
        && of_life(language, &Left::new(text, &words[..=at], floor), found.span.start)
        && let Some(value) = ages(&found.time, found.span.of(text))
    {
        return Some(Mention { span: found.span, figure: found.figure, kind: Kind::Age, value: Some(value), time: None });
    }
    if matches!(found.time.what, What::Decade(_))
        && of_weather(language, &Left::new(text, &words[..=at], floor), found.span.start)
        && ages(&found.time, found.span.of(text)).is_some()
    {
        return None;
    }
    let value = match &found.time.what {
        What::Duration(amount) | What::Run { amount, .. } | What::Ends { amount, .. } | What::Offset { amount, from: From::Event, .. } => {
            value(amount, hedging(language, text, found.span, found.time.modifier))
        }
        _ => None,
    };
    Some(Mention { span: found.span, figure: found.figure, kind: kind(&found.time), value, time: Some(found.time) })
}

/// "in his late 40s", "in their thirties": whose life the decade is of stands before it.
fn of_life(language: &Language, left: &Left<'_>, start: u32) -> bool {
    left.word(start).is_some_and(|word| language.words.get(word.hash).classes.any(Classes::POSSESSIVE))
}

/// What stands before a time: "have risen since the 80s".
const SINCE: WordHash = hash_of("since");

/// "highs in the 80s", "temperatures will be in the mid-90s": degrees, where a word of weather stands not far before.
fn of_weather(language: &Language, left: &Left<'_>, start: u32) -> bool {
    let mut at = start;
    for _ in 0..5 {
        let Some(word) = left.word(at).filter(|word| word.hash != SINCE) else { return false };
        if language.calendar.is_weather(word.hash) {
            return true;
        }
        at = word.start;
    }
    false
}

/// The ages of a decade of life, where its century is left open. Thirds are those of the calendar: 40 to 43, 44 to 46, 47 to 49.
pub(super) fn ages(time: &TimeExpr, printed: &str) -> Option<Value> {
    let What::Decade(first) = time.what else { return None };
    let in_full = Words::new(printed).any(|word| word.digits && word.end - word.start > 3);
    let from = i64::from(first % 100);
    if in_full || from == 0 || printed.contains('\'') {
        return None;
    }
    let (low, high) = match time.portion {
        Some(Portion::Third(Third::First)) => (0, 3),
        Some(Portion::Third(Third::Second)) => (4, 6),
        Some(Portion::Third(Third::Last)) => (7, 9),
        _ => (0, 9),
    };
    let range = Value::range(Decimal::from(from + low), Decimal::from(from + high), Hedging::NONE);
    Some(Value { unit: Some("y".into()), ..range })
}

/// Whether the word before a number makes it one of a series: "Flight 1999", "Resolution 1973".
fn is_label(language: &Language, text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end_matches(' ');
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let hash = hash_of(word);
    // "King's Day 2018" is one of its year.
    let of_time = || language.calendar.word(hash).is_some_and(|word| word.unit.is_some());
    word.starts_with(|letter: char| letter.is_ascii_uppercase()) && language.words.get(hash).classes.any(Classes::LABEL) && !of_time()
}

/// "an average of 1500", "a total of 1800": a figure.
fn is_total(language: &Language, left: &Left<'_>, start: u32) -> bool {
    let of = left.word(start).is_some_and(|word| language.words.get(word.hash).classes.any(Classes::OF));
    of && matches!(hedge::phrase_before(&language.hedges.before, left, start), Some((_, Before::Between)))
}

/// "Marden Daily News", "the Corven 2000 Index", "the 1800 block": a rhythm or a year in a name, houses of a street.
fn named(text: &str, time: &TimeExpr, span: Span) -> bool {
    let behind = text.get(span.end as usize..).unwrap_or_default().strip_prefix(' ').unwrap_or_default();
    match time.what {
        What::Set(date::Cycle::Every(_)) => {
            let words = span.of(text);
            // "Marden Daily News", "Ann Weekly", "the Daily"
            let before = text.get(..span.start as usize).and_then(|before| before.strip_suffix(' ')).unwrap_or_default();
            let before = before.rsplit([' ', '\n']).next().unwrap_or_default();
            let name =
                before.starts_with(|first: char| first.is_ascii_uppercase()) && before.ends_with(|last: char| last.is_alphanumeric());
            words.starts_with(char::is_uppercase)
                && !words.contains(' ')
                && (name || before == "the" || behind.starts_with(|next: char| next.is_ascii_uppercase()))
        }
        What::Year { .. } => {
            let next = behind.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
            span.len() == 4 && matches!(next, "Index" | "index" | "block" | "Block")
        }
        _ => false,
    }
}

/// "in Corpus Christi", "the Corpus Christi mayor": a town that is called as a feast is, where no word says that the feast is meant.
fn is_place(language: &Language, text: &str, time: &TimeExpr, span: Span) -> bool {
    if !matches!(time.what, What::Holiday { .. }) {
        return false;
    }
    let first = Words::new(span.of(text)).next().and_then(|word| language.calendar.word(word.hash));
    let hashes = || Words::new(span.of(text)).map(|word| word.hash);
    let place = |words: &[WordHash]| hashes().take(words.len()).eq(words.iter().copied());
    if !first.is_some_and(|first| first.holidays.iter().any(|holiday| holiday.place && place(&holiday.words))) {
        return false;
    }
    let before = text.get(..span.start as usize).unwrap_or_default().trim_end_matches(' ');
    let behind = text.get(span.end as usize..).unwrap_or_default().trim_start_matches(' ');
    let last = before.rsplit(' ').next().unwrap_or_default();
    let kept = ["celebrat", "mark", "observ"].iter().any(|keeps| last.starts_with(keeps));
    let feast = last == "on" || last == "On" || kept || before.ends_with("feast of") || before.ends_with("Feast of");
    !feast || behind.starts_with(|next: char| next.is_ascii_uppercase())
}

/// "1:37 Crews search the bay" at the head of a line or of a part of it: how long a film is.
fn length_of_film(text: &str, time: &TimeExpr, span: Span) -> bool {
    let words = span.of(text).as_bytes();
    if time.what != What::Clock || !matches!(words, [b'0'..=b'5', b':', _, _]) {
        return false;
    }
    let before = text.get(..span.start as usize).unwrap_or_default();
    let behind = text.get(span.end as usize..).unwrap_or_default().strip_prefix(' ').unwrap_or_default();
    let heads = before.is_empty() || before.ends_with('\n') || before.ends_with("| ");
    heads && behind.starts_with(|next: char| next.is_ascii_uppercase() || next == '\'' || next == '"')
}

/// What kind of mention a time expression is.
fn kind(time: &TimeExpr) -> Kind {
    match &time.what {
        What::Duration(_) | What::Run { .. } | What::Ends { .. } | What::Offset { from: From::Event, .. } => Kind::Duration,
        What::Set(_) => Kind::Set,
        // "now" is a moment, not a day.
        What::Reference(Reference::Present) => Kind::Time,
        What::Offset { amount, .. } if amount.unit.is_clock() => Kind::Time,
        _ if time.clock.is_some() => Kind::Time,
        _ => Kind::Date,
    }
}

/// What the words before a length say of its figure.
fn hedging(language: &Language, text: &str, span: Span, modifier: Option<Mod>) -> Hedging {
    match modifier {
        Some(Mod::Approx) => Hedging::ABOUT,
        Some(Mod::MoreThan) => Hedging::bound(Bound::MoreThan),
        Some(Mod::EqualOrMore) => Hedging::bound(Bound::AtLeast),
        Some(Mod::EqualOrLess) => Hedging::bound(Bound::AtMost),
        Some(Mod::LessThan) => {
            let first = Words::new(span.of(text)).next().and_then(|word| language.calendar.word(word.hash));
            let near = first.is_some_and(|word| word.has(Key::Nearly) || word.has(Key::Just));
            if near { Hedging::NEARLY } else { Hedging::bound(Bound::LessThan) }
        }
        _ => Hedging::NONE,
    }
}

/// The value of a length, in its unit or, of two units, in the smaller.
fn value(amount: &Amount, hedging: Hedging) -> Option<Value> {
    let (unit, factor) = amount.unit.code();
    let (unit, figure) = match (amount.figure, amount.more) {
        (Some(figure), Some((more, smaller))) => {
            let (small, steps) = smaller.code();
            let larger = match (unit, small) {
                ("y", "mo") => 12,
                ("wk", "d") => 7,
                ("d", "h") => 24,
                ("h", "min") | ("min", "s") => 60,
                _ => return None,
            };
            let figure = figure.times(Decimal::from(factor * larger))?.plus(more.times(Decimal::from(steps))?)?;
            (small, Some(figure))
        }
        (figure, _) => (unit, figure.and_then(|figure| figure.times(Decimal::from(factor)))),
    };
    let scaled = |count: i64| Decimal::from(count * factor);
    let value = match (amount.vague, figure) {
        (Some(Vague::Couple), figure) => Value::vague(figure, scaled(2), Some(scaled(2)), Some(scaled(3)), hedging),
        (Some(Vague::Few), _) => Value::vague(None, scaled(3), Some(scaled(3)), Some(scaled(9)), hedging),
        (Some(Vague::Several), _) => Value::vague(None, scaled(3), None, Some(scaled(9)), hedging),
        (_, Some(figure)) => Value::figure(figure, hedging),
        // "decades": more than one, and who knows how many.
        (Some(Vague::Many) | None, None) => return None,
    };
    Some(Value { unit: Some(unit.into()), ..value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention;

    fn lengths(text: &str) -> Vec<String> {
        mention::read(Language::english(), text)
            .iter()
            .filter(|mention| mention.kind == Kind::Duration)
            .map(|mention| {
                let value = mention.value.clone().unwrap_or_default();
                let stated: Vec<_> = value.stated().map(|stated| stated.to_string()).collect();
                format!("{} = {} {} {:?}", mention.span.of(text), stated.join("–"), value.unit.as_deref().unwrap_or("-"), value.bound)
            })
            .collect()
    }

    #[test]
    fn lengths_state_their_figure_in_their_unit() {
        for (text, expected) in [
            ("It rained for three weeks.", "three weeks = 3 wk Exact"),
            ("The 11-day drill ended.", "11-day = 11 d Exact"),
            ("He ruled for nearly two decades.", "nearly two decades = 20 y LessThan"),
            ("They waited more than 90 minutes.", "more than 90 minutes = 90 min MoreThan"),
            ("It took two and a half years.", "two and a half years = 2.5 y Exact"),
            ("Talks lasted a few hours.", "a few hours =  h Vague"),
            ("He served 3 years and 2 months.", "3 years and 2 months = 38 mo Exact"),
            ("He served more than 2 weeks and 3 days.", "more than 2 weeks and 3 days = 17 d MoreThan"),
        ] {
            assert_eq!(lengths(text), [expected], "{text}");
        }
    }

    #[test]
    fn one_of_a_series_is_no_year() {
        for text in ["Flight 1999 left.", "Highway 2010 was shut.", "Under Resolution 1973 they flew."] {
            let found = mention::read(Language::english(), text);
            assert!(found.iter().all(|mention| mention.time.is_none()), "{text}: {found:?}");
        }
        for text in ["Prices rose by an average of 1500.", "A total of 1600 came."] {
            let found = mention::read(Language::english(), text);
            assert!(found.iter().all(|mention| mention.time.is_none()), "{text}: {found:?}");
        }
        for text in ["The flight of 1999 was long.", "They sang on King's Day 2018."] {
            let found = mention::read(Language::english(), text);
            assert!(found.iter().any(|mention| mention.kind == Kind::Date), "{text}: {found:?}");
        }
    }

    #[test]
    fn names_and_lengths_of_films_are_no_times() {
        for text in [
            "She writes for the Marden Daily News.",
            "The Corven 2000 Index fell.",
            "Ann Weekly spoke.",
            "Highs in the 80s are expected.",
            "Temperatures will be in the mid-90s.",
            "He reads the Daily at home.",
            "Two men died in Corpus Christi.",
            "The Corpus Christi fire chief spoke.",
            "A ferry sank on Corpus Christi Bay.",
            "1:37 Crews search the bay",
            "Fire | 0:58 Owner speaks",
        ] {
            let found = mention::read(Language::english(), text);
            assert!(found.iter().all(|mention| mention.time.is_none()), "{text}: {found:?}");
        }
        for text in [
            "Boats leave daily.",
            "Highs in the 1980s were lower.",
            "On Mondays it is open.",
            "Ann left. Daily boats leave.",
            "Shops shut on Corpus Christi.",
            "They celebrate Corpus Christi there.",
            "In 2000 the index fell.",
            "9:37 Crews search the bay",
            "1:37 p.m. Crews search the bay",
            "At 1:37 he left.",
        ] {
            let found = mention::read(Language::english(), text);
            assert!(found.iter().any(|mention| mention.time.is_some()), "{text}: {found:?}");
        }
    }

    #[test]
    fn ages_are_no_lengths() {
        for text in ["The 41-year-old driver fled.", "She was two years old."] {
            assert!(lengths(text).is_empty(), "{text}: {:?}", lengths(text));
        }
    }
}
