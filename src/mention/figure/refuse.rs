//! What is no figure: codes, clock times, telephone numbers, addresses, names with a number in them, "one" as a pronoun.
//!
//! Each rule is general and looks no further than two or three words; where both readings are possible the figure is refused, for a
//! false figure costs more than a missed one.

use super::super::hedge::Hedged;
use super::near::{self, Near};
use super::street::{address, block, in_address, ordinal_in_digits, side_of_town};
use super::{Place, lead::Lead, support, year_like};
use crate::grammar::{self, Amount, Link, Number, Quantity, Written};
use crate::lexicon::{Classes, Join, Language, NumberWord, Times};
use crate::text::{Span, WordHash, hash_of};
use crate::value::{Decimal, Hedging};

/// Whether what touches the number on its left says that it is none: "F-16", "#5", "10:30", "v1.2".
pub(super) fn before(language: &Language, place: &Place<'_>, lead: &Lead) -> bool {
    let before = place.before(lead.outer());
    let mut left = before.chars().rev();
    let (last, second) = (left.next(), left.next());
    let touches = match last {
        Some('#' | '@' | '№' | '_' | '\\' | '^' | '\u{2044}') => true,
        // "killed.[14][15]": a note.
        Some('[') if place.word.digits => place.text.as_bytes().get(place.word.end as usize) == Some(&b']'),
        // "iWork '09"
        Some('\'') if place.word.end - place.word.start == 2 && second == Some(' ') => {
            capital_before(&before[..before.len() - 2]) && !counts(language, place)
        }
        Some('/' | '=' | '&' | '+') => second.is_some_and(|second| !second.is_whitespace()),
        Some('-') if sub(language, before) => false,
        Some('-' | '.' | ':' | ',' | '\'') => second.is_some_and(|second| second.is_alphanumeric() || second == '^') && lead.sign.is_none(),
        Some(left) => left.is_alphanumeric(),
        None => false,
    };
    touches || place.word.digits && coded(before) || in_address(place)
}

/// Whether a plural stands behind the number: "'20 people died".
fn counts(language: &Language, place: &Place<'_>) -> bool {
    let behind = &place.text[place.word.end as usize..];
    behind.starts_with(' ') && near::behind(language, place, behind, false).is_some_and(|next| next.plural())
}

/// Whether the last word is a name: it holds a capital and no mark stands behind it.
fn capital_before(before: &str) -> bool {
    before.rsplit(' ').next().is_some_and(|word| word.ends_with(char::is_alphanumeric) && word.contains(char::is_uppercase))
}

/// "sub-500", "sub-$300": a hedge, and no code.
fn sub(language: &Language, before: &str) -> bool {
    let word = before.strip_suffix('-').unwrap_or(before);
    let letters = word.bytes().rev().take(25).take_while(u8::is_ascii_alphabetic).count();
    word.get(word.len() - letters..).is_some_and(|word| hash_of(word) == language.hedges.sub)
}

/// "AK - 47", "12 / 19": a code or a date in a text that was cut into words.
fn coded(before: &str) -> bool {
    let Some(left) = before.strip_suffix(" - ").or_else(|| before.strip_suffix(" / ")) else { return false };
    let word = left.rsplit(|end: char| !end.is_alphanumeric()).next().unwrap_or_default();
    !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// "three-and-out", "one-and-done": a word that begins with a number. What "-and-a-half" adds has been read.
fn compounded(language: &Language, quantity: &Quantity<'_>) -> bool {
    let next = quantity.after_number.strip_prefix('-').and_then(|rest| grammar::join(language, Join::And, rest).ok());
    next.is_some_and(|(rest, ())| rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(|next: char| next.is_alphabetic())))
}

/// Whether what stands around the quantity says that it is none.
pub(super) fn quantity(language: &Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>, rest: &str, hedged: Hedged) -> bool {
    // "224 kW / 300 PS" are two figures, "25-40min" is one.
    let measured = quantity.unit.is_some_and(|unit| !unit.weak) && rest.starts_with(" / ");
    if !measured && joined(place, rest) && grammar::period(language, rest).is_err() {
        return true;
    }
    let Amount::Number(number) = quantity.first else { return vague(language, place, lead, rest) };
    // "9 p.m.", where "9 p" may be an amount of money.
    if clock(quantity.after_number) || bearing(language, quantity, rest) || loose(language, rest) || compounded(language, quantity) {
        return true;
    }
    if lead.sign.is_some_and(|sign| sign.weak) && !support::weighty(place, lead, number) || filing(language, place, lead, rest) {
        return true;
    }
    // "12 deaths per 100,000 people": what is counted by.
    if place.left.word(lead.outer()).is_some_and(|left| per(language, left.hash)) {
        return true;
    }
    // "601 W. Broadway Ave." has no watts, "1st Street" no stone.
    let after = quantity.after_number;
    if quantity.unit.is_some() && (side_of_town(language, place, after) || ordinal_in_digits(place, after)) {
        return true;
    }
    if lead.sign.is_some() || quantity.unit.is_some_and(|unit| !unit.weak) {
        return false;
    }
    let plain = hedged.hedging == Hedging::NONE;
    let left = if plain { near::before(language, place, lead.outer()) } else { None };
    let right = near::behind(language, place, quantity.after_number, false);
    if let Some((link, second)) = quantity.second {
        return address(language, number, quantity.after_number, right)
            || pair(language, place, lead, quantity, (number, second, link), right.is_some_and(|right| right.plural()))
            || year_like(number) && year_like(second) && !right.is_some_and(|right| right.plural());
    }
    match number.written {
        Written::Part => part(language, place, lead, number, left, right, plain),
        Written::Words => word(language, place, lead, number, left, right),
        Written::Plain => plain_digits(language, place, lead, number, quantity.after_number, left, right),
        Written::Marked if quantity.after_number.starts_with(' ') && place.before(place.word.start).ends_with('+') => {
            next_digits(quantity.after_number)
        }
        Written::Marked => left.is_some_and(|left| left.camel() || label(&left) && left.capital()),
    }
}

/// "the 13F filing", "a 10K report": papers that are named by a number and a letter.
fn filing(language: &Language, place: &Place<'_>, lead: &Lead, rest: &str) -> bool {
    let ends_in_letter = Span { start: lead.start, end: place.at(rest) }.of(place.text).ends_with(|last: char| last.is_ascii_uppercase());
    ends_in_letter && near::behind(language, place, rest, false).is_some_and(|next| language.numbers.filings.get(next.hash).is_some())
}

/// "40.7° N": a place on the globe.
fn bearing(language: &Language, quantity: &Quantity<'_>, rest: &str) -> bool {
    let sign = rest.trim_start_matches(' ');
    let points = sign.starts_with(['N', 'S', 'E', 'W']) && !sign.get(1..).is_some_and(|behind| behind.starts_with(char::is_alphanumeric));
    points && quantity.unit.and_then(|unit| language.units.get(unit)).is_some_and(|unit| &*unit.code == "°")
}

/// "20-something": nobody's age.
fn loose(language: &Language, rest: &str) -> bool {
    rest.starts_with('-')
        && grammar::hyphen_or_gap(rest)
            .and_then(|(rest, _)| grammar::word(rest))
            .is_ok_and(|(_, hash)| language.numbers.loose.get(hash).is_some())
}

/// Whether a word says that what follows is counted by.
fn per(language: &Language, left: WordHash) -> bool {
    language.numbers.joins.get(left) == Some(&Join::Per)
}

/// Whether what touches the figure on its right makes one code of both: "5G", "10:30", "737-800", "3-D".
fn joined(place: &Place<'_>, rest: &str) -> bool {
    let mut behind = rest.chars();
    let (next, second) = (behind.next(), behind.next());
    let digit = second.is_some_and(|found| found.is_ascii_digit());
    match next {
        Some(next) if next.is_alphanumeric() => true,
        Some('_' | '@' | '\\' | '^' | '×' | '\u{2044}') => true,
        Some(' ')
            if place.word.digits && rest.strip_prefix(" / ").is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit())) =>
        {
            true
        }
        Some(':' | '/' | '.' | ',' | '+' | '=') => digit,
        Some('\'') => place.word.digits && second.is_some_and(char::is_alphanumeric),
        Some('-') if pairs_off(rest) => true,
        Some('-' | '\u{2013}') => digit || place.word.digits && second.is_some_and(char::is_uppercase),
        _ => clock(rest),
    }
}

/// "2-for-1", "5-in-1": two figures with a word between hyphens.
fn pairs_off(rest: &str) -> bool {
    let Some(word) = rest.strip_prefix('-') else { return false };
    let letters = word.bytes().take(4).take_while(u8::is_ascii_lowercase).count();
    let Some(second) = word.get(letters..).and_then(|rest| rest.strip_prefix('-')) else { return false };
    letters > 0 && second.starts_with(|first: char| first.is_ascii_digit())
}

/// "5 p.m.", "10 o'clock".
fn clock(rest: &str) -> bool {
    let word = rest.trim_start_matches(' ');
    if !word.starts_with(['a', 'p', 'A', 'P', 'o']) {
        return false;
    }
    ["am", "pm", "a.m", "p.m", "AM", "PM", "A.M", "P.M", "o'clock"]
        .iter()
        .any(|mark| word.strip_prefix(mark).is_some_and(|left| !left.starts_with(char::is_alphanumeric)))
}

/// "as many as", "how many", "Many say": no quantity.
fn vague(language: &Language, place: &Place<'_>, lead: &Lead, rest: &str) -> bool {
    let left = near::before(language, place, lead.outer());
    let comparing = left.is_some_and(|left| language.numbers.asking.get(left.hash).is_some());
    let right = near::behind(language, place, rest, false);
    let counts = right.is_some_and(|right| !right.function() || right.is(Classes::OF)) || rest.starts_with('-');
    match language.numbers.vague.get(place.word.hash) {
        // "many": of no more than one in the table is known.
        Some(word) if word.high.is_none() && word.needs.is_none() => {
            comparing || !right.is_some_and(|right| right.plural() || right.is(Classes::ADJECTIVE))
        }
        // "a couple dozen" counts by itself.
        Some(word) if word.times != Some(Times::Of) => !counts && place.at(rest) <= place.word.end,
        _ => false,
    }
}

/// "555-1234", "1995-01", "24-7", "50-50": no range and no score.
fn pair(
    language: &Language,
    place: &Place<'_>,
    lead: &Lead,
    quantity: &Quantity<'_>,
    (first, second, link): (Number, Number, Link),
    counts: bool,
) -> bool {
    if !matches!(link, Link::Hyphen | Link::Dash)
        || quantity.unit.is_some()
        || first.written != Written::Plain
        || second.written != Written::Plain
    {
        return false;
    }
    let text = Span { start: lead.start, end: place.at(quantity.after_number) }.of(place.text);
    let mut sides = text.split(['-', '\u{2013}', '\u{2014}', '\u{2212}']).filter(|side| !side.is_empty());
    let (Some(one), Some(other)) = (sides.next(), sides.next()) else { return false };
    let padded = |side: &str| side.len() > 1 && side.starts_with('0');
    let telephone = matches!(one.len(), 3 | 5) && other.len() == 4 && first.value != second.value;
    // "737-800", but "200-300 homes"; "747-400", but "217-213".
    let hundreds = |side: &str| side.len() == 3 && side.ends_with("00");
    let series = one.len() == 3 && !hundreds(one) && hundreds(other);
    let code = link == Link::Hyphen && first.value >= Decimal::from(100) && (first.value < second.value || series) && !counts;
    let is = |number: Number, value: i64| number.value == Decimal::from(value);
    let idiom = language.numbers.idioms.iter().any(|&(one, other)| is(first, one) && is(second, other));
    padded(one) || padded(other) || telephone || code || idiom || !lead.free(place)
}

/// Parts that say a place in a row or a piece of something: "the second half", "a third man", "a quarter past".
fn part(
    language: &Language,
    place: &Place<'_>,
    lead: &Lead,
    number: Number,
    left: Option<Near<'_>>,
    right: Option<Near<'_>>,
    plain: bool,
) -> bool {
    let words = Span { start: lead.start, end: place.word.end }.of(place.text);
    if place.word.digits || !words.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return !lead.free(place);
    }
    let of = right.is_some_and(|right| right.is(Classes::OF));
    let by = left.is_some_and(|left| left.is(Classes::BY));
    if number.value == Decimal::new(5, -1) && !words.contains(' ') && !words.contains('-') {
        let whole = right.is_some_and(|right| right.is(Classes::DETERMINER.and(Classes::POSSESSIVE)));
        let left = near::before_any(language, place, lead.outer());
        let ordinal = left.is_some_and(|left| language.numbers.ordinals.get(left.hash).is_some() || left.is(Classes::PREPOSITION));
        return plain && ordinal && !by || !(of || whole || by || !plain);
    }
    // "a third" is a part before "of" and behind "by" and hedges; "two-thirds" and "one-third" always are.
    let article = language.numbers.words.word(words.split([' ', '-']).next().unwrap_or_default()) == Some(&NumberWord::Article);
    let alone = left.is_none() && right.is_none();
    article && !(of || by || !plain || alone)
}

/// Number words that are pronouns or parts of names: "no one", "one by one", "the Big Three", "zero tolerance".
fn word(language: &Language, place: &Place<'_>, lead: &Lead, number: Number, left: Option<Near<'_>>, right: Option<Near<'_>>) -> bool {
    let rest = Span { start: place.word.end, end: place.line.end }.of(place.text);
    if number.value == Decimal::ONE && number.scale == Decimal::ONE {
        return one(language, place, rest, left, right);
    }
    if number.value.is_zero() {
        return !right.map_or(left.is_none(), |right| right.plural());
    }
    // "the Six Nations", "BBC Three": a capital inside a sentence, and a name beside it.
    if place.word.capital {
        let name_left = left.is_some_and(|left| left.capital() && !opens(language, place, &left) && !headline(language, &left));
        let name_right = left.is_some_and(|left| !left.capital() || left.function()) && right.is_some_and(|right| right.capital());
        return name_left && !right.is_some_and(|right| right.plural()) || name_right;
    }
    // "in round two", "sweet sixteen"; "in group two men" counts, and so does "in this group two of five men".
    let number =
        |next: Near<'_>| language.numbers.words.get(next.hash).is_some() || next.word.starts_with(|digit: char| digit.is_ascii_digit());
    let set = |right: Near<'_>| right.is(Classes::OF) && near::behind(language, place, right.rest, false).is_some_and(number);
    let closes = right.is_none_or(|right| right.is(Classes::PREPOSITION) && !set(right));
    left.is_some_and(|left| label(&left) && (left.capital() || closes)) && lead.free(place)
}

/// Whether "one" is a pronoun or part of an idiom.
fn one(language: &Language, place: &Place<'_>, rest: &str, left: Option<Near<'_>>, right: Option<Near<'_>>) -> bool {
    let numbers = &language.numbers;
    let idiom = left.is_some_and(|left| numbers.pronoun_before.get(left.hash).is_some());
    if rest.starts_with('-') || rest.starts_with('\'') || idiom {
        return true;
    }
    match right {
        None => true,
        Some(right) if right.is(Classes::OF) => false,
        Some(right) if right.capital() => place.word.capital && !people(language, place, &right),
        Some(right) => right.function() || numbers.pronoun_behind.get(right.hash).is_some(),
    }
}

/// "One Israeli soldier", "One North Korean was": what may be a title begins with the name of who acts, and ends as a sentence goes on.
fn people(language: &Language, place: &Place<'_>, first: &Near<'_>) -> bool {
    let mut last = *first;
    for _ in 0..3 {
        match near::behind(language, place, last.rest, false) {
            Some(next) if next.capital() => last = next,
            Some(_) => return language.names.begins_actor(first.hash),
            None => return false,
        }
    }
    false
}

/// Bare digits: years, days of a month, house numbers, flights, rooms, telephones, list numerals, names.
fn plain_digits(
    language: &Language,
    place: &Place<'_>,
    lead: &Lead,
    number: Number,
    rest: &str,
    left: Option<Near<'_>>,
    right: Option<Near<'_>>,
) -> bool {
    let digits = Span { start: place.word.start, end: place.word.end }.of(place.text);
    let padded = digits.len() > 1 && digits.starts_with('0');
    let counts = right.is_some_and(|right| right.plural());
    let among = |names: &[i64]| names.iter().any(|&name| number.value == Decimal::from(name));
    let noun = right.is_some_and(|right| !right.function() && !right.capital());
    padded
        || among(&language.numbers.names) && (!counts || right.is_some_and(|right| language.numbers.called.get(right.hash).is_some()))
        || among(&language.numbers.airliners) && !noun
        || year_like(number) && (!counts || right.is_some_and(|right| language.numbers.of_years.get(right.hash).is_some()))
        || next_digits(rest)
        || list_numeral(place, lead, rest)
        || counter(language, place, lead)
        || !counts && group(language, place, lead)
        || bracketed(place, lead, rest)
        || calendar(number, || near::before_any(language, place, lead.outer()), right)
        || block(language, place, number, rest, right)
        || address(language, number, rest, right)
        || !counts && owned(place, lead)
        || left.is_some_and(|left| named(language, place, &left, right))
}

/// "Harrow & Stone's 500", "Harrow and Stone's 500": the name of an index.
fn owned(place: &Place<'_>, lead: &Lead) -> bool {
    let Some(owner) = place.before(lead.outer()).strip_suffix("'s ") else { return false };
    let capital = |word: &str| word.starts_with(|first: char| first.is_ascii_uppercase());
    let mut words = owner.rsplit(' ');
    words.next().is_some_and(capital) && words.next().is_some_and(|link| matches!(link, "&" | "and")) && words.next().is_some_and(capital)
}

/// "7946 0958", "+44 20", "1 (555)": digits behind digits. "18 737s" counts aircraft.
fn next_digits(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix(' ').filter(|rest| rest.starts_with(|next: char| next.is_ascii_digit() || next == '(')) else {
        return false;
    };
    let next = rest.strip_prefix('(').unwrap_or(rest).trim_start_matches(|sign: char| sign.is_ascii_digit());
    next.len() < rest.len() - usize::from(rest.starts_with('(')) && !(next.starts_with('s') && grammar::word_end(&next[1..]).is_ok())
}

/// "1. Wash", "2) Rinse" at the start of a line.
fn list_numeral(place: &Place<'_>, lead: &Lead, rest: &str) -> bool {
    let marked = rest.strip_prefix(['.', ')']).or_else(|| rest.strip_prefix(".)"));
    marked.is_some_and(|rest| rest.starts_with(' '))
        && place.before(lead.outer()).trim_matches([' ', '(', '-', '*']).is_empty()
        && place.opens_line()
}

/// "Image 17 of 40", "Photo 1 of / 3": how many there are of a series.
fn counter(language: &Language, place: &Place<'_>, lead: &Lead) -> bool {
    let before = place.before(lead.outer());
    let Some(left) = before.strip_suffix(" of ").or_else(|| before.strip_suffix(" of / ")) else { return false };
    let word = left.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let Some(word) = word.strip_suffix(' ').filter(|_| word.len() < left.len()) else { return false };
    let word = word.rsplit(|end: char| !end.is_alphanumeric()).next().unwrap_or_default();
    language.words.get(hash_of(word)).classes.any(Classes::LABEL)
}

/// "the Group of 20": a name, where the number counts nothing behind it.
fn group(language: &Language, place: &Place<'_>, lead: &Lead) -> bool {
    let of = near::before(language, place, lead.outer()).filter(|left| left.is(Classes::OF));
    of.and_then(|of| near::before(language, place, of.start)).is_some_and(|left| label(&left) && left.capital())
}

/// "Smith (4)": a number alone in brackets behind a word.
fn bracketed(place: &Place<'_>, lead: &Lead, rest: &str) -> bool {
    rest.starts_with(')') && place.before(lead.outer()).ends_with('(')
}

/// "March 29", "29 March": days of a month, where the date reader left them.
fn calendar<'a>(number: Number, left: impl FnOnce() -> Option<Near<'a>>, right: Option<Near<'_>>) -> bool {
    let month = |near: Option<Near<'_>>| near.is_some_and(|near| near.capital() && near.is(Classes::MONTH));
    number.value <= Decimal::from(31) && (month(right) || month(left()))
}

/// Whether a word names one of a series: "Flight 370", "Chapter 11".
fn label(left: &Near<'_>) -> bool {
    left.is(Classes::LABEL)
}

/// A number behind a name belongs to it: "Boeing 737", "Section 230", "Fortune 500".
fn named(language: &Language, place: &Place<'_>, left: &Near<'_>, right: Option<Near<'_>>) -> bool {
    let counts = right.is_some_and(|right| right.plural());
    if label(left) {
        return left.capital() || !counts;
    }
    if !left.capital() || left.is(Classes::MONTH.and(Classes::WEEKDAY)) {
        return false;
    }
    if left.camel() {
        return true;
    }
    if headline(language, left) || opens(language, place, left) && counts {
        return false;
    }
    // "In Kursk 40 soldiers": a place behind a preposition, and a noun behind the number.
    let prefix = near::before(language, place, left.start);
    !(counts && prefix.is_some_and(|prefix| prefix.is(Classes::LOCATIVE)))
}

/// Whether a capitalised word is an ordinary word of a headline or of the start of a sentence, and no name.
fn headline(language: &Language, left: &Near<'_>) -> bool {
    let known = left.function() || left.is(Classes::STARTER.and(Classes::ADVERB).and(Classes::OTHER).and(Classes::SAY));
    let verb = language.words.verb(&left.lexeme).is_some();
    let hedge = !language.hedges.before.under(left.hash).is_empty();
    known || verb || hedge
}

/// Whether a word opens its sentence.
fn opens(_language: &Language, place: &Place<'_>, word: &Near<'_>) -> bool {
    let before = place.before(word.start).trim_end_matches([' ', '"', '\'', '(']);
    before.is_empty() && place.opens_line() || before.ends_with(['.', '!', '?', ':', ';', '\u{2014}'])
}
