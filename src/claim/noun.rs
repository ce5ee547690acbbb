//! Noun phrases after a figure: where they end and which noun is their head.
//!
//! In: a sentence and the token after a figure. Out: a [`Phrase`]. What never happens here: a look at verbs further on; a word that
//! can be a noun or a verb is told by its form and its neighbours only.

use super::sentence::Sentence;
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::Shape;

/// What a figure counts, as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its first token.
    pub(super) from: usize,
    /// The token of its head noun; `None` for people that are not named: "three others", "12 of them".
    pub(super) head: Option<usize>,
    /// The token after its last one; the figure's own token where nothing is printed.
    pub(super) to: usize,
    /// It is a part of a set: "three of the dead".
    pub(super) part: bool,
    /// The last word says what became of the people rather than who they are: "41 dead".
    pub(super) outcome: bool,
}

/// No noun phrase is longer than this.
const LONGEST: usize = 9;

/// The noun phrase that begins at token `at`, after a figure that states `one` or more.
pub(super) fn phrase(sentence: &Sentence<'_>, at: usize, one: bool) -> Option<Phrase> {
    let mut from = at;
    let glued = sentence.is_mark(at, '-') && sentence.token(at).glued;
    if glued {
        from += 1;
    }
    let mut part = false;
    if sentence.is(from, Classes::OF) {
        (from, part) = partitive(sentence, from)?;
        if sentence.is(from, Classes::PRONOUN.and(Classes::RELATIVE)) || sentence.is_word(from, "those") {
            return Some(Phrase { from: at, head: None, to: from + 1, part: true, outcome: false });
        }
    }
    let mut found = nouns(sentence, from, one || glued)?;
    found.part = part;
    if part {
        found.from = from;
    }
    coordinate(sentence, &mut found);
    Some(found)
}

/// The noun phrase after "of", and whether it names a set that the figure is a part of: "of the 40 hostages", not "of people".
fn partitive(sentence: &Sentence<'_>, of: usize) -> Option<(usize, bool)> {
    let mut at = of + 1;
    let definite = sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE)) && !sentence.is(at, Classes::ARTICLE);
    while sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE)) {
        at += 1;
    }
    let figure = sentence.mention(at).is_some_and(|mention| matches!(mention.kind, Kind::Number | Kind::Count));
    if figure {
        at += 1;
    }
    (at < sentence.len()).then_some((at, definite || figure))
}

/// The nouns at `at`.
fn nouns(sentence: &Sentence<'_>, at: usize, one: bool) -> Option<Phrase> {
    let mut head: Option<usize> = None;
    let mut adjective = None;
    let mut here = at;
    while here < at + LONGEST {
        let lexeme = sentence.lexeme(here);
        let token = sentence.token(here);
        match token.shape {
            Shape::Island(_) => {
                // "five 13-year-old girls", "two 9 mm pistols".
                let modifies =
                    sentence.mention(here).is_some_and(|mention| matches!(mention.kind, Kind::Age | Kind::Measure | Kind::Duration));
                if !modifies || head.is_some() {
                    break;
                }
                here += 1;
                continue;
            }
            Shape::Clitic if head.is_some() => {
                head = None;
                here += 1;
                continue;
            }
            Shape::Mark('-') if token.glued => {
                here += 1;
                continue;
            }
            Shape::Mark(',') if head.is_none() && adjective.is_some() && sentence.is(here + 1, Classes::ADJECTIVE) => {
                here += 1;
                continue;
            }
            Shape::Digits if head.is_none() => {
                here += 1;
                continue;
            }
            Shape::Mark(_) | Shape::Clitic | Shape::Digits => break,
            Shape::Lower | Shape::Capital | Shape::Upper => {}
        }
        if let Some((length, entry)) = sentence.name_at(here)
            && (length > 1 || entry.people || token.shape == Shape::Upper)
        {
            let plural = entry.people && sentence.is_plural(here + length - 1);
            if head.is_some() {
                break;
            }
            here += length;
            if plural {
                head = Some(here - 1);
                break;
            }
            continue;
        }
        if lexeme.is(Classes::AND) && head.is_none() && adjective.is_some() && sentence.is_open(here + 1) {
            here += 1;
            continue;
        }
        if !sentence.is_open(here) {
            break;
        }
        if sentence.is_plural(here) || lexeme.is(Classes::MASS) {
            // A plural or a collective may stand before the head: "four women workers".
            let verb = lexeme.is_verb() && head.is_some();
            if verb {
                break;
            }
            head = Some(here);
            here += 1;
            if !followed_by_noun(sentence, here) {
                break;
            }
            continue;
        }
        if lexeme.is(Classes::OTHER.and(Classes::ADJECTIVE).and(Classes::ADVERB)) || is_adverb(sentence, here) {
            if head.is_some() {
                break;
            }
            adjective = Some(here);
            here += 1;
            continue;
        }
        let unknown_verb = looks_like_verb(sentence, here);
        if lexeme.is_verb() && !lexeme.is(Classes::NOUN) || unknown_verb {
            let participle = lexeme.has_form(Forms::PARTICIPLE.and(Forms::ING)) || unknown_verb;
            let base = lexeme.has_form(Forms::BASE);
            // "40 wounded soldiers", "11 pending cases", "four support staff": a noun has to follow.
            if head.is_some() || !(participle || base) || !leads_to_noun(sentence, here + 1) {
                break;
            }
            adjective = Some(here);
            here += 1;
            continue;
        }
        if let Some(last) = head {
            // A noun after a whole plural phrase begins something else.
            if sentence.is_plural(last) {
                break;
            }
            if one && sentence.lexeme(last).is(Classes::NOUN) && !lexeme.is(Classes::NOUN) && !sentence.is_plural(here) {
                break;
            }
        }
        head = Some(here);
        here += 1;
    }
    finish(sentence, at, here, head, one)
}

/// Decides what the tokens from `at` to `here` are, whose last noun is `head`.
fn finish(sentence: &Sentence<'_>, at: usize, here: usize, head: Option<usize>, one: bool) -> Option<Phrase> {
    let phrase = |head, to| Some(Phrase { from: at, head, to, part: false, outcome: false });
    let Some(head) = head else {
        // "six others", "two more".
        let last = (at..here).rev().find(|&at| sentence.is(at, Classes::OTHER));
        return match last {
            Some(last) if last + 1 == here => phrase(None, here),
            _ => None,
        };
    };
    if sentence.is(head, Classes::OTHERS) {
        return phrase(None, head + 1);
    }
    let lexeme = sentence.lexeme(head);
    let state = sentence.words().state_class(&lexeme).is_some();
    if state && (!lexeme.is(Classes::NOUN) || head == at) {
        return Some(Phrase { from: at, head: None, to: head + 1, part: false, outcome: true });
    }
    // "five shot" tells what was done; "five shots" are counted.
    if !one && head == at && lexeme.has_form(Forms::PARTICIPLE) && lexeme.is_verb() && !sentence.is_plural(head) {
        return None;
    }
    let countable = one
        || sentence.is_plural(head)
        || lexeme.is(Classes::MASS)
        || lexeme.is(Classes::NOUN)
        || head == at && singular_after_plural(sentence, head);
    countable.then_some(())?;
    phrase(Some(head), head + 1)
}

/// A singular noun that the lexicon does not know counts only where nothing suggests a verb: a lower-case word before a stop.
fn singular_after_plural(sentence: &Sentence<'_>, head: usize) -> bool {
    let words = sentence.of(head);
    let verb_like = words.ends_with("ed") || words.ends_with("ing") || words.ends_with("ly");
    sentence.token(head).shape == Shape::Lower && !verb_like && words.len() > 3
}

/// Whether a noun that goes on with the phrase stands at `at`, after a plural.
fn followed_by_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    let outcome = sentence.words().state_class(&lexeme).is_some();
    sentence.token(at).is_word()
        && !outcome
        && (lexeme.is(Classes::NOUN) && (!lexeme.is_verb() || sentence.is_plural(at) && !lexeme.has_form(Forms::THIRD)))
        && (sentence.is_plural(at) || lexeme.is(Classes::MASS))
}

/// Whether a noun follows from `at`, over further modifiers.
fn leads_to_noun(sentence: &Sentence<'_>, at: usize) -> bool {
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
fn looks_like_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    let words = sentence.of(at);
    let ending = words.ends_with("ed") && !words.ends_with("eed") || words.ends_with("ing") && words.len() > 5;
    sentence.token(at).shape == Shape::Lower && ending && !lexeme.is_verb() && !lexeme.is(Classes::NOUN.and(Classes::ADJECTIVE))
}

/// An adverb by its form: "newly".
fn is_adverb(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    sentence.of(at).ends_with("ly") && !lexeme.is(Classes::NOUN) && !lexeme.is_verb() && sentence.of(at).len() > 4
}

/// Takes in a second noun that the figure counts too: "engineers and construction workers".
fn coordinate(sentence: &Sentence<'_>, phrase: &mut Phrase) {
    let Some(head) = phrase.head else { return };
    if !sentence.is(phrase.to, Classes::COORDINATOR) || !sentence.is_plural(head) {
        return;
    }
    let Some(second) = nouns(sentence, phrase.to + 1, false) else { return };
    let Some(other) = second.head.filter(|&other| sentence.is_plural(other) && !second.outcome) else { return };
    let words = sentence.words();
    let people = |at: usize| words.measure(&sentence.lexeme(at)).map(|measure| measure.people);
    let verb_next = sentence.is(second.to, Classes::BE.and(Classes::HAVE).and(Classes::MODAL)) || sentence.lexeme(second.to).is_verb();
    if people(head) == people(other) && (people(head) == Some(true) || !verb_next) {
        phrase.to = second.to;
    }
}
