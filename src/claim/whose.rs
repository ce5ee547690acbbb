//! Whose age a figure is: "Ann Roe, 26", "his 12-year-old daughter".
//!
//! In: a sentence and the token of an age. Out: the name or the noun of that one. What never happens here: a pronoun as an owner; a list of
//! ages given to one of those whose they are.

use super::Counted;
use super::aged;
use super::proper::is_people;
use super::sentence::Sentence;
use crate::text::{Name, Span};

/// The rule of an age whose owner is told.
pub(super) const RULE: &str = "whose age it is";

/// Whose age stands at token `at`, with the words that say so.
pub(super) fn of(sentence: &Sentence<'_>, at: usize) -> Option<(Counted, Span)> {
    let head = aged::named(sentence, at).or_else(|| aged::person(sentence, at).map(|(head, _)| head))?;
    let name = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at) && !is_people(sentence, at);
    if !sentence.titled && name(head) {
        let first = (0..=head).rev().take_while(|&at| name(at)).last().unwrap_or(head);
        let span = sentence.span_of(first, head + 1);
        let printed = span.of(sentence.text);
        return Some((Counted { head: Name::from(called(printed)), phrase: Name::from(printed), measure: None }, span));
    }
    let span = sentence.token(head).span;
    let one = is_people(sentence, head) && !sentence.is_plural(head);
    let counted =
        || Counted { head: sentence.words().singular(sentence.of(head)), phrase: Name::from(span.of(sentence.text)), measure: None };
    one.then(|| (counted(), span))
}

/// A name without what is put before it: "Edith Corran" of "Baker Edith Corran". One of two words stands as it is.
fn called(name: &str) -> &str {
    let family =
        name.rfind(' ').map(|at| if SUFFIXES.contains(&name[at + 1..].trim_end_matches('.')) { name[..at].rfind(' ') } else { Some(at) });
    let first = family.flatten().and_then(|at| name[..at].rfind(' '));
    first.map_or(name, |at| &name[at + 1..])
}

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
            ("He is [age|19 years old].", "-"),
            ("The [age|19-year-old] was shot.", "-"),
            ("[Two] girls, both [9], were shot.", "girl/casualties -"),
        ] {
            assert_eq!(counted(text), expected, "{text}");
        }
    }
}
