//! Whose age a figure is: "Ann Roe, 26", "his 12-year-old daughter".
//!
//! In: a sentence and the token of an age. Out: the name or the noun of that one. What never happens here: a pronoun as an owner; a list of
//! ages given to one of those whose they are.

use super::Counted;
use super::aged;
use super::proper::is_people;
use super::sentence::Sentence;
use crate::lexicon::Classes;
use crate::text::{Name, Span, hash_of};

/// The rule of an age whose owner is told.
pub(super) const RULE: &str = "whose age it is";

/// Whose age stands at token `at`, with the words that say so.
pub(super) fn of(sentence: &Sentence<'_>, at: usize) -> Option<(Counted, Span)> {
    let head = aged::named(sentence, at).or_else(|| aged::person(sentence, at).map(|(head, _)| head))?;
    let name = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at) && !is_people(sentence, at);
    if !sentence.titled && name(head) {
        let first = (0..=head).rev().take_while(|&at| name(at)).last().unwrap_or(head);
        // "In Pell Harbour, 52, firefighters said": of a place.
        let placed = first > 0 && sentence.is(first - 1, Classes::LOCATIVE) && !sentence.is(first - 1, Classes::BY);
        if placed || sentence.name_at(first).is_some() {
            return None;
        }
        let span = sentence.span_of(first, head + 1);
        let printed = span.of(sentence.text);
        let named = if first == head { full(sentence, span, printed) } else { None };
        return Some((
            Counted { head: Name::from(named.unwrap_or_else(|| called(printed))), phrase: Name::from(printed), measure: None },
            span,
        ));
    }
    let span = sentence.token(head).span;
    let one = is_people(sentence, head) && !sentence.is_plural(head);
    let counted =
        || Counted { head: sentence.words().singular(sentence.of(head)), phrase: Name::from(span.of(sentence.text)), measure: None };
    one.then(|| (counted(), span))
}

/// A name without what is put before it: "Edith Corran" of "Baker Edith Corran". One of two words stands as it is.
fn called(name: &str) -> &str {
    let suffix = name.rfind(' ').filter(|at| SUFFIXES.contains(&name[at + 1..].trim_end_matches('.')));
    let family = name[..suffix.unwrap_or(name.len())].rfind(' ');
    let first = family.and_then(|at| name[..at].rfind(' '));
    first.map_or(name, |at| &name[at + 1..])
}

/// The full name of whom `name` at `place` is the last: the one that the text has before it, else the one that it has at all: "Ann Roe"
/// for "Roe". `None` where it has several, or none.
fn full<'a>(sentence: &Sentence<'a>, place: Span, name: &str) -> Option<&'a str> {
    let (text, start, end) = (sentence.text, place.start as usize, place.end as usize);
    let mut found = full_in(sentence, &text[text.floor_char_boundary(start.saturating_sub(REACH))..start], name);
    if found.is_empty() {
        found = full_in(sentence, &text[end..text.floor_char_boundary((end + REACH).min(text.len()))], name);
    }
    if let [one] = found[..] { Some(one) } else { None }
}

/// The full names in a text that end with `name`, each once; of many the first two.
fn full_in<'a>(sentence: &Sentence<'a>, text: &'a str, name: &str) -> Vec<&'a str> {
    let letter = |letter: char| letter.is_alphabetic() || letter == '-';
    let mut found: Vec<&str> = Vec::new();
    for (at, _) in text.match_indices(name).take(MOST) {
        let end = at + name.len();
        let Some(before) = text[..at].strip_suffix(' ').filter(|_| !text[end..].starts_with(letter)) else { continue };
        let first = before.char_indices().rev().take_while(|(_, next)| letter(*next)).last().map_or(before.len(), |(first, _)| first);
        let given = &before[first..];
        // "Officer Roe", "On Roe's desk" give no first name.
        let lexeme = sentence.words().get(hash_of(&given.to_lowercase()));
        let other = lexeme.is(Classes::TITLE.and(Classes::STARTER).and(Classes::SOURCE).and(Classes::PREPOSITION))
            || sentence.words().measure(&lexeme).is_some_and(|measure| measure.people);
        let full = &text[first..end];
        if given.len() > 1 && given.starts_with(char::is_uppercase) && !other && !found.contains(&full) {
            found.push(full);
        }
        if found.len() > 1 {
            break;
        }
    }
    found
}

/// Bytes before a name, and behind it, in which the full one is looked for: an article, and no more of a long text.
const REACH: usize = 6_000;
/// Places of the name that are looked at.
const MOST: usize = 32;

/// What tells a son from his father, behind the name.
const SUFFIXES: [&str; 5] = ["Jr", "Sr", "II", "III", "IV"];

#[cfg(test)]
mod tests {
    use crate::claim::testing::counted;

    #[test]
    fn an_age_is_of_the_one_who_is_named_beside_it() {
        for (text, expected) in [
            ("Ann Roe, [26], was shot.", "Ann Roe/-"),
            ("A clerk, [19], was shot.", "clerk/-"),
            ("Baker Ann Roe, [26], was shot.", "Ann Roe/-"),
            ("Ann Roe Jr., [26], was shot.", "Ann Roe Jr./-"),
            ("Police arrested a [age|19-year-old] clerk.", "clerk/-"),
            ("[age|15-year-old] John Doe shot a guard.", "John Doe/-"),
            ("Roe, [26], was shot. Friends of Ann Roe wept.", "Ann Roe/-"),
            ("Roe, [26], was shot. Friends of Ann Roe and John Roe wept.", "Roe/-"),
            ("Ann Roe was at home. Roe, [26], was shot. Friends of John Roe wept.", "Ann Roe/-"),
            ("Roe, [26], was shot. Officer Roe had just left.", "Roe/-"),
            ("In Velmora, [52], guards said, it rained.", "-"),
            ("He is [age|19 years old].", "-"),
            ("The [age|19-year-old] was shot.", "-"),
            ("[Two] girls, both [9], were shot.", "girl/casualties -"),
        ] {
            assert_eq!(counted(text), expected, "{text}");
        }
    }
}
