//! Numbers that name one thing rather than count several: an age, a house number, a road, a model, one of a series.
//!
//! In: a sentence and the token of a figure. Out: why it counts nothing. What never happens here: a look at what a count is of.

use super::proper::is_people;
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::mention::{Kind, Mention};
use crate::text::Shape;
use crate::value::{Bound, Decimal};

/// Why an age counts nothing.
pub(super) const AGE: &str = "an age";

/// Why the number at token `at` names one thing rather than counts several; `None` where it may count.
pub(super) fn names_one(sentence: &Sentence<'_>, at: usize, mention: &Mention) -> Option<&'static str> {
    let value = mention.value.as_ref()?;
    if is_age(sentence, at) || is_his_age(sentence, at) || is_limit(sentence, at, mention) {
        return Some(AGE);
    }
    let calibre = at + 1 + usize::from(sentence.is_mark(at + 1, '-'));
    if matches!(sentence.of(calibre), "caliber" | "calibre" | "gauge" | "magnum") {
        return Some("names a model");
    }
    let digits = mention.figure.of(sentence.text).starts_with(|first: char| first.is_ascii_digit());
    if !digits || value.bound != Bound::Exact || mention.span != mention.figure {
        return None;
    }
    let next_open = sentence.is_open(at + 1);
    let before = at.checked_sub(1);
    if let Some(before) = before {
        // "A magnitude 6.4 quake": the figure measures the noun, it does not count it.
        if sentence.is_word(before, word!("magnitude")) {
            return Some("a magnitude");
        }
        let capital = sentence.token(before).is_capital();
        // "Harrow & Stone's 500 index"
        let owned = sentence.token(before).shape == Shape::Clitic && before > 0 && sentence.token(before - 1).is_capital();
        if owned && sentence.token(at + 1).shape == Shape::Lower && !sentence.is_plural(at + 1) && !sentence.is(at + 1, Classes::ADJECTIVE)
        {
            return Some("part of a name");
        }
        let year = mention.figure.len() == 4 && matches!(sentence.of(at).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
        if year && sentence.token(before).shape == Shape::Clitic {
            return Some("a year");
        }
        if sentence.is(before, Classes::LABEL) && (capital && !sentence.titled || !next_open) && !sentence.is_plural(before) {
            return Some("names one of a series");
        }
        let known = sentence.lexeme(before).is_verb()
            || !sentence.is_open(before)
            || sentence.is(before, Classes::ADVERB.and(Classes::WEEKDAY).and(Classes::STARTER));
        let next_verb = sentence.has_form(at + 1, Forms::THIRD.and(Forms::PAST)) && !sentence.is(at + 1, Classes::NOUN);
        let follows = next_open && !next_verb
            || sentence.is(at + 1, Classes::OF.and(Classes::BE).and(Classes::HAVE))
            || sentence.is_mark(at + 1, '-');
        if capital && before > 0 && !known && !follows && !sentence.titled {
            return Some("part of a name");
        }
        if is_aged(sentence, at) && value.first.is_some_and(|first| first < Decimal::from(120)) {
            return Some(AGE);
        }
        // "Image 3 of 12": the whole of a series.
        let series = sentence.is(before, Classes::OF) || sentence.is_mark(before, '/');
        let number = |at: usize| sentence.mention(at).is_some() || sentence.token(at).shape == Shape::Digits;
        let labelled = |at: usize| at > 1 && number(at - 1) && sentence.is(at - 2, Classes::LABEL);
        if series && labelled(before) {
            return Some("names one of a series");
        }
        if sentence.is(before, Classes::LABEL) && sentence.is(at + 1, Classes::OF) && sentence.mention(at + 2).is_some() {
            return Some("names one of a series");
        }
    }
    // "2500 Harbour Parkway", "the 100 block of Main Street".
    if sentence.token(at + 1).is_capital() {
        let street = (at + 2..at + 6).take_while(|&at| sentence.token(at).is_capital() || sentence.token(at).shape == Shape::Digits);
        if !sentence.titled && street.into_iter().any(|at| sentence.is(at, Classes::STREET)) {
            return Some("a house number");
        }
    }
    if sentence.is_word(at + 1, word!("block")) {
        return Some("a house number");
    }
    None
}

/// Whether a figure between commas is the age of the one named before it: "Ann Roe, 26,", "the other guard, 25,", "both 35,".
fn is_aged(sentence: &Sentence<'_>, at: usize) -> bool {
    let both = at > 1 && sentence.is_word(at - 1, word!("both"));
    // "Ann Roe, now 30,"
    let now = at > 1 && (sentence.is_word(at - 1, word!("now")) || sentence.of(at - 1) == "now");
    let before = if both || now { at - 1 } else { at };
    let Some(who) = before.checked_sub(2).filter(|_| sentence.is_mark(before - 1, ',')) else { return false };
    let capital = sentence.token(who).is_capital();
    let person =
        || (both || !sentence.is_plural(who)) && sentence.words().measure(&sentence.lexeme(who)).is_some_and(|measure| measure.people);
    let dash = matches!(sentence.token(at + 1).shape, Shape::Mark('\u{2013}' | '\u{2014}'));
    let closes = matches!(sentence.token(at + 1).shape, Shape::Mark(',' | '.' | ';' | ')')) || dash || at + 1 == sentence.len();
    let and = sentence.is(at + 1, Classes::AND) && sentence.token(at + 2).is_capital();
    capital && (closes || and) || closes && person()
}

/// "68-year-old", "17 years old".
fn is_age(sentence: &Sentence<'_>, at: usize) -> bool {
    // "aged between 20 and 37", "ages 8 and 14", "aged 16, 17 and 21"
    let age = |at: usize| sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Age);
    let mut here = at;
    while !sentence.is_open(at + 1)
        && !sentence.is(at + 1, Classes::OF)
        && here > 1
        && (sentence.is(here - 1, Classes::AND) || sentence.is_mark(here - 1, ','))
    {
        // "ages 15, 18, and 22"
        let both = sentence.is(here - 1, Classes::AND) && sentence.is_mark(here - 2, ',');
        here -= if both { 3.min(here) } else { 2 };
        if age(here) {
            return true;
        }
        if sentence.mention(here).is_none_or(|mention| mention.kind != Kind::Number) {
            break;
        }
    }
    let next = if sentence.is_mark(at + 1, '-') { at + 2 } else { at + 1 };
    let words = sentence.of(next);
    let year = matches!(words, "year" | "years" | "month" | "months");
    matches!(words, "year-old" | "month-old" | "year-olds" | "years-old" | "y.o" | "y.o." | "yo" | "yr-old")
        || year && (sentence.is_word(next + 1, word!("old")) || sentence.is_mark(next + 1, '-') && sentence.is_word(next + 2, word!("old")))
}

/// "one child 13 or younger", "anyone 18 or older", "children 12 and under".
fn is_limit(sentence: &Sentence<'_>, at: usize, mention: &Mention) -> bool {
    let printed = mention.span.of(sentence.text);
    let ends = |ends: [&str; 2]| ends.iter().any(|end| printed.ends_with(end));
    let people = || at > 0 && is_people(sentence, at - 1);
    ends(["younger", "older"]) || ends(["and under", "and over"]) && people()
}

/// "who was 10.", "he will be 35 in May".
fn is_his_age(sentence: &Sentence<'_>, at: usize) -> bool {
    if at == 0 {
        return false;
    }
    // "until he turns 18"
    let turns = matches!(sentence.of(at - 1), "turn" | "turns" | "turned" | "turning") && !sentence.is_open(at + 1);
    if turns || !sentence.is(at - 1, Classes::BE) {
        return turns;
    }
    let ends = !sentence.is_open(at + 1) && !sentence.is(at + 1, Classes::OF.and(Classes::BE)) && sentence.mention(at + 1).is_none();
    let mut here = at;
    while here > 0 && sentence.is(here - 1, Classes::BE.and(Classes::MODAL).and(Classes::ADVERB)) {
        here -= 1;
    }
    ends && here > 0 && matches!(sentence.of(here - 1), "he" | "she" | "He" | "She" | "who")
}
