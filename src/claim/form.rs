//! What a word can be, told by its form and its neighbours: a noun that ends a phrase, a participle, an adverb, a superlative.
//!
//! In: a sentence and a token. Out: whether it is one. What never happens here: a look past the next few words.

use super::sentence::Sentence;
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::Shape;

/// A singular noun that the lexicon does not know counts only where nothing suggests a verb: a lower-case word before a stop.
pub(super) fn singular_after_plural(sentence: &Sentence<'_>, head: usize) -> bool {
    let words = sentence.of(head);
    let verb_like = words.ends_with("ed") || words.ends_with("ing") || words.ends_with("ly");
    sentence.token(head).shape == Shape::Lower && !verb_like && words.len() > 2
}

/// Whether a noun that goes on with the phrase stands at `at`, after a plural.
pub(super) fn followed_by_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    let outcome = sentence.words().state_class(&lexeme).is_some();
    sentence.token(at).is_word()
        && !outcome
        && (lexeme.is(Classes::NOUN) && (!lexeme.is_verb() || sentence.is_plural(at) && !lexeme.has_form(Forms::THIRD)))
        && (sentence.is_plural(at) || lexeme.is(Classes::MASS))
}

/// Whether a noun follows from `at`, over further modifiers.
pub(super) fn leads_to_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut here = at;
    while here < at + 4 {
        let lexeme = sentence.lexeme(here);
        if !sentence.is_open(here) || sentence.mention(here).is_some() {
            return false;
        }
        if sentence.is_plural(here) || lexeme.is(Classes::NOUN) {
            return true;
        }
        if lexeme.is(Classes::ADVERB) {
            return false;
        }
        if !lexeme.is(Classes::ADJECTIVE) && sentence.name_at(here).is_none() {
            // An unknown word in lower case that ends the phrase is its noun.
            return sentence.token(here).shape == Shape::Lower && !lexeme.is_verb() && !is_adverb(sentence, here)
                || leads_to_noun(sentence, here + 1);
        }
        here += 1;
    }
    false
}

/// A participle by its form, of a verb that the lexicon does not know: "the two discussed it".
pub(super) fn looks_like_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    if sentence.token(at).shape != Shape::Lower || lexeme.is_verb() || lexeme.is(Classes::NOUN.and(Classes::ADJECTIVE)) {
        return false;
    }
    let words = sentence.of(at);
    // "unharmed", "unarmed": nobody does so.
    let done = words.ends_with("ed") && !words.ends_with("eed") && !words.starts_with("un");
    done || words.ends_with("ing") && words.len() > 5
}

/// An adverb by its form: "newly".
pub(super) fn is_adverb(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    !lexeme.is(Classes::NOUN) && !lexeme.is_verb() && sentence.of(at).len() > 4 && sentence.of(at).ends_with("ly")
}

/// A superlative that stands before its noun: "the largest fires", "the most perplexing cases".
pub(super) fn is_superlative(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    let words = sentence.of(at);
    let form = !lexeme.is(Classes::NOUN) && !lexeme.is_verb() && words.len() > 5 && words.ends_with("est");
    // "the largest single-day decline"
    let next = if sentence.mention(at + 1).is_some_and(|mention| mention.kind == Kind::Duration) { at + 2 } else { at + 1 };
    (form || words == "most") && leads_to_noun(sentence, next)
}
