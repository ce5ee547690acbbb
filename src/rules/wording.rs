//! Figures and days in words: how a finding and every format for people print them.
//!
//! In: values and day intervals. Out: short English. What never happens here: rounding, or a midpoint for a range.

use crate::calendar::{Datelike, DayInterval, Days, Months, NaiveDate};
use crate::value::{Bound, Decimal, Direction, End, Interval, Value};

/// Digits with thousands separators: "13,000", "5.05"; from a million on with a scale word where that loses nothing: "1.2 billion".
///
/// ```
/// use crosscheck::rules::wording::digits;
/// use crosscheck::value::Decimal;
/// assert_eq!(digits(Decimal::from(12_300)), "12,300");
/// assert_eq!(digits(Decimal::new(12, 8)), "1.2 billion");
/// assert_eq!(digits(Decimal::from(1_234_567)), "1,234,567");
/// ```
pub fn digits(number: Decimal) -> String {
    // Most numbers are far smaller.
    let scaled = if number.abs() < Decimal::new(1_000_000, 0) { &[][..] } else { &[(12, "trillion"), (9, "billion"), (6, "million")] };
    for &(power, word) in scaled {
        let normal = number.normal();
        let scaled = normal.scale(-power);
        if let Some(scaled) = scaled
            && scaled.abs() >= Decimal::ONE
            && normal.significant_digits() <= 4
            && scaled.exponent() >= -3
        {
            return format!("{} {word}", grouped(&scaled.to_string()));
        }
    }
    grouped(&number.to_string())
}

/// Puts a comma between groups of three digits of the whole part.
fn grouped(plain: &str) -> String {
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain), |rest| ("\u{2212}", rest));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = String::with_capacity(plain.len() * 4 / 3 + 3);
    text.push_str(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A figure with its bound and unit: "over 13,000", "about 10,000–12,000", "$1.2 billion", "up 5 %".
///
/// `words` are those printed; a vague figure is shown by them.
pub fn figure(value: &Value, words: &str) -> String {
    let amount = |number: Decimal| with_unit(&digits(number), value.unit.as_deref());
    let body = match (value.first, value.second) {
        _ if value.bound == Bound::Vague => return words.split_whitespace().collect::<Vec<_>>().join(" "),
        (None, _) => return words.split_whitespace().collect::<Vec<_>>().join(" "),
        (Some(first), Some(second)) if value.bound == Bound::Change => format!("from {} to {}", amount(first), amount(second)),
        (Some(first), Some(second)) => with_unit(&format!("{}–{}", digits(first), digits(second)), value.unit.as_deref()),
        (Some(first), None) => amount(first),
    };
    let hedge = match value.bound {
        Bound::Range if !value.approximate => "",
        Bound::Approx | Bound::Range => "about ",
        Bound::AtLeast => "at least ",
        Bound::MoreThan => "over ",
        Bound::AtMost => "up to ",
        Bound::LessThan if value.approximate => "nearly ",
        Bound::LessThan => "under ",
        Bound::Exact | Bound::Vague | Bound::Change => "",
    };
    // "Rose to 41" is 41; only a change that is printed as one ("up 5 %", "fell by 12") reads as one.
    let is_change = |first: &str| ["up", "down", "by"].iter().any(|word| first.eq_ignore_ascii_case(word));
    let change = value.direction.is_some() && words.split_whitespace().next().is_some_and(is_change);
    let way = match value.direction {
        Some(Direction::Up) if change => "up ",
        Some(Direction::Down) if change => "down ",
        _ => "",
    };
    let per = value.per.as_deref().map_or(["", ""], |per| [" a ", per]);
    [way, hedge, &body, per[0], per[1]].concat()
}

/// " in acres": what figures are compared in, where they are printed in several units.
pub fn in_common(unit: Option<&str>) -> String {
    unit.map_or_else(String::new, |unit| format!(" in {}", with_unit("", Some(unit)).trim()))
}

/// An amount with its unit, as English prints it.
fn with_unit(amount: &str, unit: Option<&str>) -> String {
    match unit {
        None => amount.to_owned(),
        Some("percent") => format!("{amount} %"),
        Some("USD") => format!("${amount}"),
        Some("EUR") => format!("€{amount}"),
        Some("GBP") => format!("£{amount}"),
        Some("JPY") => format!("¥{amount}"),
        Some("USc") => format!("{amount} cents"),
        Some(code) if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => format!("{code} {amount}"),
        Some("acre") => format!("{amount} acres"),
        Some("s") => format!("{amount} seconds"),
        Some("min") => format!("{amount} minutes"),
        Some("h") => format!("{amount} hours"),
        Some("d") => format!("{amount} days"),
        Some("wk") => format!("{amount} weeks"),
        Some("mo") => format!("{amount} months"),
        Some("y") => format!("{amount} years"),
        Some(symbol) => format!("{amount} {symbol}"),
    }
}

/// An interval as brackets: "[10,000, 12,000]", "(13,000, –)". A point is "41".
pub fn interval(interval: Interval) -> String {
    let digits = |number: Decimal| digits(number.normal());
    if let (Some(low), Some(high)) = (interval.low, interval.high)
        && low == high
        && !low.open
    {
        return digits(low.value);
    }
    let end = |end: Option<End>| end.map_or_else(|| "–".to_owned(), |end| digits(end.value));
    let open = |end: Option<End>| end.is_none_or(|end| end.open);
    let (left, right) = (if open(interval.low) { '(' } else { '[' }, if open(interval.high) { ')' } else { ']' });
    format!("{left}{}, {}{right}", end(interval.low), end(interval.high))
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// One day of a year that is known: "12 Jul".
pub fn day_and_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), month(day))
}

/// One day: "12 Jul 2025".
pub fn day(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// Days as short as they can be said: "12 Jul 2025", "21–28 Feb 2025", "Sep–Nov 2024", "2024".
pub fn days(days: DayInterval) -> String {
    let (start, end) = (days.start(), days.end());
    if start == end {
        return day(start);
    }
    let whole_months = start.day() == 1 && end.checked_add_days(Days::new(1)).is_none_or(|next| next.day() == 1);
    if whole_months {
        let whole_years = start.month0() == 0 && end.month0() == 11;
        return match (start.year() == end.year(), start.month0() == end.month0()) {
            (true, _) if whole_years => start.year().to_string(),
            (false, _) if whole_years => format!("{}–{}", start.year(), end.year()),
            (true, true) => format!("{} {}", month(start), start.year()),
            (true, false) => format!("{}–{} {}", month(start), month(end), start.year()),
            (false, _) => format!("{} {}–{} {}", month(start), start.year(), month(end), end.year()),
        };
    }
    match (start.year() == end.year(), start.month0() == end.month0()) {
        (true, true) => format!("{}–{} {} {}", start.day(), end.day(), month(end), end.year()),
        (true, false) => format!("{} {}–{} {} {}", start.day(), month(start), end.day(), month(end), end.year()),
        (false, _) => format!("{}–{}", day(start), day(end)),
    }
}

/// How long lies between two times: "seven months", "three weeks", "5 days". Counted down to the largest whole unit.
pub fn time_between(earlier: DayInterval, later: DayInterval) -> String {
    let gap = earlier.gap(later);
    let mut whole = 0;
    while whole < 1_200 && earlier.end().checked_add_months(Months::new(whole + 1)).is_some_and(|day| day <= later.start()) {
        whole += 1;
    }
    match (whole, gap) {
        (24.., _) => plural(i64::from(whole / 12), "year"),
        (2.., _) => plural(i64::from(whole), "month"),
        (_, 14..) => plural(gap / 7, "week"),
        _ => plural(gap, "day"),
    }
}

/// A count with its noun: "1 article", "three articles" up to twelve in words from two on.
pub fn plural(count: i64, noun: &str) -> String {
    const WORDS: [&str; 11] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match usize::try_from(count - 2).ok().and_then(|index| WORDS.get(index)) {
        Some(word) => format!("{word} {noun}s"),
        None if count == 1 => format!("one {noun}"),
        None => format!("{} {noun}s", digits(Decimal::from(count))),
    }
}

/// Items as prose: "a", "a and b", "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_lose_nothing() {
        for (mantissa, exponent, expected) in [
            (41, 0, "41"),
            (1_207, 0, "1,207"),
            (6, 3, "6,000"),
            (-12, 3, "\u{2212}12,000"),
            (505, -2, "5.05"),
            (12, 8, "1.2 billion"),
            (1_000_000, 0, "1 million"),
            (1_234_567, 0, "1,234,567"),
            (35, 11, "3.5 trillion"),
        ] {
            assert_eq!(digits(Decimal::new(mantissa, exponent)), expected);
        }
    }

    #[test]
    fn bounds_and_units_are_kept() {
        let number = |whole| Some(Decimal::from(whole));
        let value = |bound, approximate, first, second, unit: Option<&str>| Value {
            first,
            second,
            bound,
            approximate,
            unit: unit.map(Into::into),
            ..Value::default()
        };
        for (value, expected) in [
            (value(Bound::Range, true, number(10_000), number(12_000), None), "about 10,000–12,000"),
            (value(Bound::MoreThan, false, number(13_000), None, None), "over 13,000"),
            (value(Bound::LessThan, true, number(500), None, None), "nearly 500"),
            (value(Bound::Exact, false, number(5_000_000), None, Some("USD")), "$5 million"),
            (value(Bound::AtMost, false, number(30), None, Some("percent")), "up to 30 %"),
            (value(Bound::Change, false, number(5), number(4), Some("percent")), "from 5 % to 4 %"),
            (value(Bound::Vague, true, None, None, None), "dozens of people"),
        ] {
            assert_eq!(figure(&value, "dozens  of\npeople"), expected);
        }
    }

    #[test]
    fn intervals_show_their_ends() {
        let number = Decimal::from;
        assert_eq!(interval(Interval::above(number(13_000))), "(13,000, –)");
        assert_eq!(interval(Interval::half_open(number(9_500), number(12_500))), "[9,500, 12,500)");
        assert_eq!(interval(Interval::point(number(41))), "41");
    }

    #[test]
    fn days_are_as_short_as_can_be() {
        let at = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        for (start, end, expected) in [
            (at(2025, 7, 12), at(2025, 7, 12), "12 Jul 2025"),
            (at(2025, 2, 21), at(2025, 2, 28), "21–28 Feb 2025"),
            (at(2024, 9, 1), at(2024, 11, 30), "Sep–Nov 2024"),
            (at(2024, 6, 1), at(2024, 6, 30), "Jun 2024"),
            (at(2024, 1, 1), at(2024, 12, 31), "2024"),
            (at(2010, 1, 1), at(2019, 12, 31), "2010–2019"),
            (at(2024, 12, 1), at(2025, 2, 28), "Dec 2024–Feb 2025"),
            (at(2025, 2, 28), at(2025, 3, 3), "28 Feb–3 Mar 2025"),
        ] {
            assert_eq!(days(DayInterval::new(start, end).unwrap()), expected);
        }
        let day = |year, month, day| DayInterval::day(at(year, month, day));
        assert_eq!(time_between(day(2024, 11, 30), day(2025, 7, 12)), "seven months");
        assert_eq!(time_between(day(2025, 3, 1), day(2025, 3, 6)), "five days");
        assert_eq!(time_between(day(2025, 3, 1), day(2025, 3, 22)), "three weeks");
    }

    #[test]
    fn lists_read_as_prose() {
        assert_eq!(list(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b and c");
        assert_eq!(plural(7, "month"), "seven months");
        assert_eq!(plural(13, "article"), "13 articles");
    }
}
