//! One check for the corpus tables of this folder: the expression in brackets is read, or nothing is.

use super::expr::{TimeExpr, What};
use crate::lexicon::{Language, Trigger};
use crate::text::Words;

/// The expressions that a text holds, each with its words.
fn read(text: &str) -> Vec<(String, TimeExpr)> {
    let language = Language::english();
    let mut found = Vec::new();
    let mut floor = 0;
    for word in Words::new(text) {
        if word.start >= floor
            && (word.digits || language.triggers.get(word.hash).has(Trigger::TIME))
            && let Some(one) = super::read(language, text, word.start as usize, floor as usize)
        {
            floor = one.span.end;
            found.push((one.span.of(text).to_owned(), one.time));
        }
    }
    found
}

/// What a row calls an expression: its day, or the name of its kind.
fn name(time: &TimeExpr) -> String {
    if let Some(day) = time.absolute_day() {
        return day.to_string();
    }
    let name = match time.what {
        _ if matches!(time.clock, Some(super::Clock::Time { .. } | super::Clock::Between(..))) => "time",
        What::Day { .. } | What::DayOfMonth { .. } => "day",
        What::Month { .. } => "month",
        What::Season { .. } => "season",
        What::Quarter { .. } => "quarter",
        What::Half { .. } => "half",
        What::Year { .. } => "year",
        What::Decade(_) => "decade",
        What::Century(_) => "century",
        What::Week { .. } => "week",
        What::Around(..) => "around",
        What::Weekday { .. } => "weekday",
        What::Unit(..) => "unit",
        What::Run { .. } => "run",
        What::Ends { .. } => "ends",
        What::Offset { .. } => "offset",
        What::Nth { .. } => "nth",
        What::Same(..) => "same",
        What::Holiday { .. } => "holiday",
        What::Reference(_) => "reference",
        What::Duration(_) => "length",
        What::Set(_) => "set",
        What::Interval(..) => "interval",
        What::Clock => "clock",
    };
    name.to_owned()
}

/// Each row is a text with one expression in brackets, and its name.
pub(super) fn takes(rows: &[(&str, &str)]) {
    for (row, expected) in rows {
        let wanted = row.split(['[', ']']).nth(1).unwrap_or_default();
        let text = row.replace(['[', ']'], "");
        let found: Vec<_> = read(&text).iter().map(|(words, time)| (words.clone(), name(time))).collect();
        assert!(found.contains(&(wanted.to_owned(), (*expected).to_owned())), "{row}: expected {wanted:?} as {expected}, found {found:?}");
    }
}

/// None of these texts holds a time expression.
pub(super) fn refuses(rows: &[&str]) {
    for row in rows {
        let found = read(row);
        assert!(found.is_empty(), "{row}: found {found:?}");
    }
}
