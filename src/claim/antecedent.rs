//! Who a pronoun that is a subject takes up, where its own sentence or the one right before says so.
//!
//! In: a sentence and the token of "it", "they", "he" or "she". Out: the verb or the name that it takes up. What never happens here: a look
//! further back than the sentence right before; a choice between two.

use super::Told;
use super::event::{Part, Role, group_before};
use super::proper::{is_name_word, is_people, told};
use super::sentence::{Sentence, word};
use super::subject::{CLAUSE, before, is_finite};
use crate::lexicon::{Agent, Classes, Forms};
use crate::text::{Name, Shape, Span, tokens};

/// The verb of saying before the pronoun at `pronoun`, over "that" and a day.
pub(super) fn sayer(sentence: &Sentence<'_>, pronoun: usize) -> Option<usize> {
    let mut before = pronoun.checked_sub(1)?;
    if sentence.is_word(before, word!("that")) {
        before = before.checked_sub(1)?;
    }
    if sentence.mention(before).is_some_and(|mention| mention.value.is_none()) {
        before = before.checked_sub(1)?;
        before = if sentence.is_word(before, word!("on")) { before.checked_sub(1)? } else { before };
    }
    (sentence.is(before, Classes::SAY) && sentence.lexeme(before).is_verb()).then_some(before)
}

/// Who "he" or "she" at `pronoun` is: the one person that the clause right before names, as its subject: "Ann Roe was asleep when she shot".
pub(super) fn same_person(sentence: &Sentence<'_>, pronoun: usize, clauses: usize) -> Option<(Told, Span)> {
    let link = pronoun
        .checked_sub(1)
        .filter(|&at| sentence.is(at, Classes::SUBORDINATOR.and(Classes::AND)) || sentence.is_word(at, word!("but")))?;
    let end = if link > 0 && sentence.is_mark(link - 1, ',') { link - 1 } else { link };
    let ends = |at: usize| sentence.is_mark(at, ';') || sentence.is_mark(at, '"') || sentence.is(at, Classes::SUBJECT);
    let verb = (end.saturating_sub(CLAUSE)..end).rev().take_while(|&at| !ends(at)).find(|&at| {
        let be = sentence.is(at, Classes::BE) && !sentence.lexeme(at + 1).is_verb();
        be || is_finite(sentence, at)
    })?;
    // Another person in between could be the one that is meant.
    let person = |at: usize| is_people(sentence, at) || sentence.token(at).is_capital() && sentence.name_around(at).is_none();
    if (verb + 1..end).any(person) {
        return None;
    }
    let says = sentence.is(verb, Classes::SAY);
    let role = Role {
        at: verb,
        class: None,
        part: Part::Undergoer,
        weight: 500,
        group: group_before(sentence, verb),
        either: false,
        rule: "one person",
    };
    let (told, span) = before(sentence, &role, clauses.checked_sub(1)?).filter(|_| !says)?;
    let head = sentence.ending(span)?;
    let body = sentence.name_around(head).is_some()
        || sentence.is(head, Classes::MASS)
        || sentence.is_plural(head)
        || span.of(sentence.text).contains(" and ");
    let one = is_people(sentence, head) || sentence.token(head).is_capital() && !sentence.is(head, Classes::SOURCE);
    (one && !body).then(|| (Told { weight: told.weight.min(Told::NAMED - 50), ..told }, span))
}

/// Who "he" or "she" at `pronoun` is by the sentence right before: the one person of it, where no one is told of before the pronoun. Who
/// says something may be another.
pub(super) fn person_before(sentence: &Sentence<'_>, pronoun: usize, role: &Role<'_>) -> Option<(Told, Span)> {
    let name = sentence.person.as_ref().filter(|_| !sentence.is(role.at, Classes::SAY))?;
    let alone = persons(sentence, 0, pronoun).next().is_none();
    // "A woman was shot. He fled."
    let woman = name.rsplit(' ').next().and_then(|noun| sentence.language.nouns.of_woman(noun));
    let alone = alone && woman.is_none_or(|woman| woman == sentence.is_word(pronoun, word!("she")));
    alone.then(|| (told(name, Told::NAMED - 50), sentence.token(pronoun).span))
}

/// The one person that a sentence tells of: its only name of a person, else its only noun for one; where it tells of none but as "he" or
/// "she", the one that it takes up.
pub(super) fn sole_person(sentence: &Sentence<'_>) -> Option<Name> {
    if sentence.titled {
        return None;
    }
    let mut found: Option<(usize, usize)> = None;
    for (from, to) in persons(sentence, 0, sentence.len()) {
        let Some((first, end)) = found else {
            found = Some((from, to));
            continue;
        };
        // "a clerk, Ann Roe,", "Ann Roe, 26, a clerk,", "19-year-old clerk Ann Roe", and the name once more
        let beside = (end..from).all(|at| {
            let apposes = sentence.is_mark(at, ',') || sentence.is(at, Classes::DETERMINER) || sentence.mention(at).is_some();
            apposes || sentence.is(at, Classes::ADJECTIVE)
        });
        // "Ann Roe" and "Roe", not another Roe.
        let same =
            sentence.token(end - 1).hash == sentence.token(to - 1).hash && (to - from == 1 || sentence.of(first) == sentence.of(from));
        if !(beside && from <= end + 4 || same) {
            return None;
        }
        if !sentence.token(end - 1).is_capital() && sentence.token(to - 1).is_capital() {
            found = Some((from, to));
        }
    }
    let pronoun = (0..sentence.len()).find(|&at| sentence.is_word(at, word!("he")) || sentence.is_word(at, word!("she")));
    match found {
        // "He met Ann Roe": two.
        Some((from, _)) if pronoun.is_some_and(|pronoun| pronoun < from) => None,
        Some((from, to)) => Some(Name::from(sentence.span_of(from, to).of(sentence.text))),
        None => sentence.person.clone().filter(|_| pronoun.is_some()),
    }
}

/// The persons told of between two tokens: names that are none of a place or a body, and singular nouns for people.
fn persons<'s>(sentence: &'s Sentence<'_>, mut at: usize, end: usize) -> impl Iterator<Item = (usize, usize)> + 's {
    std::iter::from_fn(move || {
        while at < end {
            let from = at;
            if let Some((_, length, _)) = sentence.name_around(at) {
                at += length;
                continue;
            }
            at += 1;
            if sentence.token(from).is_capital() && sentence.is_open(from) {
                let part = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at);
                while at < end && part(at) {
                    at += 1;
                }
                // "Mayor Ann Roe"
                let first = (from..at).find(|&at| !sentence.is(at, Classes::TITLE)).unwrap_or(from);
                let body = Classes::PLACE_KIND.and(Classes::SITE).and(Classes::STREET).and(Classes::SOURCE).and(Classes::NOUN);
                let other = |at: usize| sentence.is(at, body) || sentence.lexeme(at).agent != Agent::None;
                // "the Globe", "in Velmora"
                let placed = from > 0 && sentence.is(from - 1, Classes::LOCATIVE.and(Classes::OF).and(Classes::DETERMINER));
                // "NW", "T-shirt" are no names.
                let letters = |at: usize| sentence.of(at).chars().nth(1).is_some_and(char::is_lowercase);
                let named = (first..at).any(|at| is_name_word(sentence, at) && letters(at)) && !(first..at).any(other) && !placed;
                if named {
                    return Some((first, at));
                }
            } else if sentence.token(from).shape == Shape::Lower && is_person(sentence, from) {
                return Some((from, at));
            }
        }
        None
    })
}

/// Whether the token at `at` is a noun for one person.
fn is_person(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    let many = lexeme.is(Classes::MASS.and(Classes::ADJECTIVE)) || sentence.is_plural(at);
    // "a hostage situation"
    let next = at + 1;
    if sentence.token(next).shape == Shape::Lower
        && sentence.is_open(next)
        && sentence.is(next, Classes::NOUN)
        && !sentence.lexeme(next).is_verb()
    {
        return false;
    }
    !many && sentence.words().measure(&lexeme).is_some_and(|measure| measure.people)
}

/// The name that opens the sentence as the subject of its first verb.
pub(super) fn opening_subject(sentence: &Sentence<'_>, pronoun: usize) -> Option<(Told, Span)> {
    let start = usize::from(sentence.is(0, Classes::DETERMINER));
    let (length, entry) = sentence.name_at(start)?;
    let next = start + length;
    let verb = sentence.is(next, Classes::BE.and(Classes::HAVE).and(Classes::MODAL).and(Classes::DO))
        || sentence.has_form(next, Forms::PAST.and(Forms::THIRD).and(Forms::BASE));
    // Another subject in between could be the one that is meant.
    let other = sentence.names().any(|(first, length, entry)| {
        let verb = first + length;
        first > start
            && first < pronoun
            && entry.actor.is_some()
            && !entry.people
            && sentence.is(verb, Classes::BE.and(Classes::HAVE).and(Classes::MODAL))
    });
    let actor = entry.actor.as_ref().filter(|_| verb && !other && !entry.people)?;
    Some((told(actor, 600), sentence.span_of(start, next)))
}

/// Who "it" at the head of the sentence is: the country or the body that opens the sentence right before, in the same paragraph, as the
/// subject of its verb: "The North has shipped shells. It also sent …".
pub(super) fn opener_before(sentence: &Sentence<'_>) -> Option<(Told, Span)> {
    let text = sentence.text;
    let before = sentence.right_before()?.range();
    let (start, end) = (before.start, text.floor_char_boundary(before.end.min(before.start + OPENING)));
    let mut cut = Vec::new();
    tokens(text, &[], Span::new(start, end), &[], &mut cut);
    let words = sentence.words();
    let first = usize::from(cut.first().is_some_and(|token| words.of(token).is(Classes::DETERMINER)));
    let names = &sentence.language.names;
    // "The North" is short for a country, "the Kremlin" a name.
    let short = cut.get(first).filter(|_| first > 0).and_then(|token| names.short(token.hash, text));
    let (length, actor) = if let Some(country) = short {
        (1, country)
    } else {
        let (length, number) = names.at(text, cut.get(first..)?)?;
        (length, names.entry(number).filter(|entry| !entry.people)?.actor.as_ref()?)
    };
    let verb = words.of(cut.get(first + length)?);
    let auxiliary = verb.is(Classes::BE.and(Classes::HAVE).and(Classes::MODAL).and(Classes::DO));
    let tells = auxiliary || verb.is_verb() && verb.has_form(Forms::PAST.and(Forms::THIRD));
    tells.then(|| (told(actor, 600), cut[first].span.join(cut[first + length - 1].span)))
}

/// Bytes of a sentence in which its subject and verb stand.
const OPENING: usize = 80;

#[cfg(test)]
mod tests {
    use crate::claim::testing::claims;

    #[test]
    fn a_pronoun_is_the_one_person_of_the_sentence_before() {
        for (text, expected) in [
            ("Ann Roe slept for [duration|9 hours]. She sold [nine] trucks.", "Ann Roe"),
            ("Mayor Ann Roe slept for [duration|9 hours]. Then she sold [nine] trucks.", "Ann Roe"),
            ("A clerk, Ann Roe, slept for [duration|9 hours]. She sold [nine] trucks.", "Ann Roe"),
            ("The gunman slept for [duration|9 hours]. He hit [nine] trucks.", "gunman"),
            ("Ann Roe slept for [duration|9 hours]. She woke at [time|6 p.m.] and ate. She sold [nine] trucks.", "Ann Roe"),
            ("The gunman met a clerk for [duration|9 hours]. He hit [nine] trucks.", "-"),
            ("Ann Roe and Tom Roe slept for [duration|9 hours]. She sold [nine] trucks.", "-"),
            ("He met Ann Roe for [duration|9 hours]. She sold [nine] trucks.", "-"),
            ("Ann Roe slept for [duration|9 hours]. She said so on [date|Friday].", "-"),
            ("Ann Roe slept for [duration|9 hours]. Tom Poe said she sold [nine] trucks.", "-"),
            ("It was a hostage crisis for [duration|9 hours]. He hit [nine] trucks.", "-"),
            ("Ann Roe slept for [duration|9 hours]. No one woke her up there. She sold [nine] trucks.", "-"),
        ] {
            let (_, claims) = claims(text);
            let actor = claims.last().and_then(|claim| claim.actor.as_ref()).map_or("-", |told| &*told.name);
            assert_eq!(actor, expected, "{text}");
        }
    }
}
