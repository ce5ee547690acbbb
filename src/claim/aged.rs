//! What happened to the one whose age a figure is, or what that one did: "police arrested a 19-year-old clerk", "Ann Roe, 26, was shot".
//!
//! In: a sentence and the token of an age. Out: a [`Role`], no surer than what a clause tells: it goes on the card, and is weighed nowhere.
//! What never happens here: a verb of which that one is no subject and no object.

use super::clause;
use super::event::{self, Role};
use super::noun;
use super::sentence::Sentence;
use crate::lexicon::Classes;
use crate::mention::Kind;

/// The role of the one whose age stands at token `at`.
pub(super) fn role<'a>(sentence: &Sentence<'a>, at: usize) -> Option<Role<'a>> {
    let (first, to) = match named(sentence, at) {
        Some(last) => {
            let part = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at);
            let first = (0..=last).rev().take_while(|&at| part(at)).last().unwrap_or(last);
            (first, if sentence.is_mark(at + 1, ',') { at + 2 } else { at + 1 })
        }
        None => (at, person(sentence, at)?.1),
    };
    let role = event::role(sentence, first, to, None)?;
    Some(Role { weight: role.weight.min(clause::WEIGHT), ..role })
}

/// The last token of who is of the age at `at`, where that stands before it, between commas: "Ann Roe, 26,", "a clerk, 19,".
pub(super) fn named(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let comma = at.checked_sub(1).filter(|&at| sentence.is_mark(at, ','))?;
    comma.checked_sub(1).filter(|&at| sentence.is_open(at))
}

/// The head of who is of the age at `at`, where that stands behind it, and the token after the phrase: "19-year-old clerk".
pub(super) fn person(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    let adjective = sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Age) && sentence.is_open(at + 1);
    let phrase = noun::nouns(sentence, at + 1, true).filter(|phrase| adjective && !phrase.outcome)?;
    let head = phrase.head.filter(|&head| !sentence.is(head, Classes::ADVERB))?;
    Some((head, phrase.to))
}
