//! Who a pronoun that is a subject takes up, where its own sentence says so.
//!
//! In: a sentence and the token of "it", "they", "he" or "she". Out: the verb or the name that it takes up. What never happens here: a look
//! at another sentence; a choice between two.

use super::Told;
use super::event::{Part, Role, group_before};
use super::proper::{is_people, told};
use super::sentence::{Sentence, word};
use super::subject::{CLAUSE, before, is_finite};
use crate::lexicon::{Classes, Forms};
use crate::text::Span;

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
