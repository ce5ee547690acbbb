//! Noun phrases after a figure: where they end and which noun is their head.
//!
//! In: a sentence and the token after a figure. Out: a [`Phrase`]. What never happens here: a look at verbs further on; a word that
//! can be a noun or a verb is told by its form and its neighbours only.

use super::form::{followed_by_noun, is_superlative, leads_to_noun, singular_after_plural};
pub(super) use super::form::{is_adverb, looks_like_verb};
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::{Shape, Span};

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
pub(super) const LONGEST: usize = 9;

/// The noun phrase that begins at token `at`, after a figure that states `one` or more.
pub(super) fn phrase(sentence: &Sentence<'_>, at: usize, one: bool) -> Option<Phrase> {
    let mut from = at;
    let glued = sentence.is_mark(at, '-') && sentence.token(at).glued;
    if glued {
        from += 1;
    }
    let mut part = false;
    if sentence.is_word(from, word!("who")) || glued && sentence.is_word(from, word!("strong")) {
        // "95,800 who have no work", "the 30,000-strong force"
        let to = if glued { from + 1 } else { from };
        return Some(Phrase { from, head: None, to, part: false, outcome: false });
    }
    if sentence.is(from, Classes::OF) {
        (from, part) = partitive(sentence, from)?;
        if sentence.is(from, Classes::PRONOUN.and(Classes::RELATIVE)) || sentence.is_word(from, word!("those")) {
            return Some(Phrase { from: at, head: None, to: from + 1, part: true, outcome: false });
        }
        // "one of those killed"
        let befell = || sentence.words().verb_class(&sentence.lexeme(from)).is_some_and(|class| class.undergoer.is_some());
        if sentence.is_word(from - 1, word!("those")) && sentence.has_form(from, Forms::PARTICIPLE) && befell() {
            return Some(Phrase { from: at, head: None, to: from + 1, part: true, outcome: true });
        }
    }
    let mut found = nouns(sentence, from, one || glued)?;
    if glued && sentence.token(from).shape == Shape::Lower && !found.outcome {
        // "a ten-member crew" has ten members.
        (found.head, found.to) = (Some(from), from + 1);
    }
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
    // "an order for 60 of its new jets": what is still to be made is no set.
    let made = sentence.is(at, Classes::POSSESSIVE) && sentence.is_word(at + 1, word!("new"));
    let definite = sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE)) && !sentence.is(at, Classes::ARTICLE) && !made;
    while sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE)) {
        at += 1;
    }
    let figure = sentence.mention(at).is_some_and(|mention| matches!(mention.kind, Kind::Number | Kind::Count));
    if figure {
        // "one of dozens of people"
        at += if sentence.is(at + 1, Classes::OF) { 2 } else { 1 };
    }
    (at < sentence.len()).then_some((at, definite || figure))
}

/// The nouns at `at`.
pub(super) fn nouns(sentence: &Sentence<'_>, at: usize, one: bool) -> Option<Phrase> {
    let mut walk = Walk { sentence, at, one, head: None, adjective: false };
    let mut here = at;
    while here < at + LONGEST {
        match walk.step(here) {
            Step::On(tokens) => here += tokens,
            Step::Last(tokens) => {
                here += tokens;
                break;
            }
            Step::Stop => break,
        }
    }
    finish(sentence, at, here, walk.head, one)
}

/// What to do with a token.
enum Step {
    /// These tokens belong to the phrase; go on after them.
    On(usize),
    /// These are its last.
    Last(usize),
    /// It ended before.
    Stop,
}

/// A walk along a noun phrase.
struct Walk<'s, 'a> {
    sentence: &'s Sentence<'a>,
    /// Where the phrase begins.
    at: usize,
    one: bool,
    /// The last noun so far.
    head: Option<usize>,
    /// Whether an adjective came before.
    adjective: bool,
}

impl Walk<'_, '_> {
    fn step(&mut self, here: usize) -> Step {
        let token = self.sentence.token(here);
        match token.shape {
            Shape::Lower | Shape::Capital | Shape::Upper => self.word(here),
            Shape::Island(_) if self.modifies(here) => Step::On(1),
            Shape::Clitic if self.head.is_some() => {
                self.head = None;
                Step::On(1)
            }
            Shape::Mark('-') if token.glued => Step::On(1),
            Shape::Mark(',') if self.head.is_none() && self.adjective && self.sentence.is(here + 1, Classes::ADJECTIVE) => Step::On(1),
            // "14 mid-size, long-range jets"
            Shape::Mark(',') if self.head.is_some_and(|head| head + 1 == here && self.sentence.of(head).contains('-')) => {
                if !self.sentence.of(here + 1).contains('-') {
                    return Step::Stop;
                }
                self.head = None;
                self.adjective = true;
                Step::On(1)
            }
            // "50 787s"
            Shape::Digits if self.head.is_none() && self.sentence.of(here).ends_with('s') => {
                self.head = Some(here);
                Step::Last(1)
            }
            Shape::Digits if self.head.is_none() || self.numbered(here) => {
                self.head = None;
                Step::On(1)
            }
            _ => Step::Stop,
        }
    }

    /// Whether the digits at `here` belong to a name that stands before the noun: "22 new Meridian 787 jets", "its larger 787 jets".
    fn numbered(&self, here: usize) -> bool {
        let sentence = self.sentence;
        let before = here.checked_sub(1).filter(|_| here > self.at);
        before.is_some_and(|before| {
            let jets = sentence.is_plural(here + 1) && !sentence.is_plural(before);
            sentence.token(before).is_capital() && sentence.is_open(here + 1) || jets
        })
    }

    /// Whether the mention at `here` only modifies the noun: "five 13-year-old girls", "two of the Meridian 900 engines".
    fn modifies(&self, here: usize) -> bool {
        let sentence = self.sentence;
        let kind = sentence.mention(here).map(|mention| mention.kind);
        let size =
            self.head.is_none() && matches!(kind, Some(Kind::Age | Kind::Measure | Kind::Duration)) && !sentence.of(here).ends_with("olds");
        // "three annual losses"
        let often = kind == Some(Kind::Set) && self.head.is_none() && !sentence.of(here).contains(' ') && sentence.is_open(here + 1);
        let capital = here > self.at && sentence.token(here - 1).is_capital();
        // "20 of its larger 787 jets"
        let model = self.head.is_none_or(|head| !sentence.is_plural(head))
            && here > self.at
            && kind == Some(Kind::Number)
            && matches!(sentence.token(here - 1).shape, Shape::Lower | Shape::Clitic)
            && sentence.is_plural(here + 1)
            && sentence.of(here).len() < 5
            && sentence.of(here).bytes().all(|byte| byte.is_ascii_digit());
        size || often || model || capital && sentence.is_open(here + 1) && self.head.is_none_or(|head| !sentence.is_plural(head))
    }

    fn word(&mut self, here: usize) -> Step {
        let sentence = self.sentence;
        let lexeme = sentence.lexeme(here);
        if let Some((length, entry)) = sentence.name_at(here)
            && (length > 1 || entry.people || sentence.token(here).shape == Shape::Upper)
        {
            if self.head.is_some() {
                return Step::Stop;
            }
            let last = here + length - 1;
            if entry.people && sentence.is_plural(last) {
                self.head = Some(last);
                return Step::Last(length);
            }
            return Step::On(length);
        }
        if lexeme.is(Classes::AND) && self.head.is_none() && self.adjective && sentence.is_open(here + 1) {
            return Step::On(1);
        }
        // "digital and printed copies", "Corvina and Meridian cars": both words stand before the noun.
        let second = !self.one
            && lexeme.is(Classes::COORDINATOR)
            && self.head.is_some_and(|head| !sentence.is_plural(head) && !sentence.is(head, Classes::NOUN));
        if second && sentence.is_open(here + 1) && sentence.is_plural(here + 2) {
            self.head = None;
            return Step::On(1);
        }
        if !sentence.is_open(here) {
            return Step::Stop;
        }
        if sentence.is_plural(here) || lexeme.is(Classes::MASS) {
            // "two felony counts": several want a plural, so that what could be a verb is the noun.
            let singular = |head: usize| {
                !self.one && !sentence.is_plural(head) && !sentence.is(head, Classes::MASS) && sentence.token(head).shape == Shape::Lower
            };
            if lexeme.is_verb() && self.head.is_some_and(|head| !(singular(head) && head + 1 == here)) {
                return Step::Stop;
            }
            // "15 wounded patrons": whom it happened to may follow.
            let outcome = sentence.words().state_class(&lexeme).is_some();
            let next = sentence.lexeme(here + 1);
            let speaks = sentence.is(here + 2, Classes::SAY);
            if outcome && sentence.is_plural(here + 1) && sentence.is_open(here + 1) && !next.is_verb() && !speaks {
                self.adjective = true;
                return Step::On(1);
            }
            // A plural or a collective may stand before the head: "four women workers".
            self.head = Some(here);
            return if followed_by_noun(sentence, here + 1) { Step::On(1) } else { Step::Last(1) };
        }
        if lexeme.is(Classes::OTHER.and(Classes::ADJECTIVE).and(Classes::ADVERB))
            || is_adverb(sentence, here)
            || self.head.is_none() && is_superlative(sentence, here)
        {
            // "European political leaders": a people's word that the lexicon does not know stands before the adjective.
            let peoples = self.head.is_some_and(|head| head + 1 == here && sentence.token(head).is_capital());
            if self.head.is_some() && !(peoples && lexeme.is(Classes::ADJECTIVE) && leads_to_noun(sentence, here + 1)) {
                return Step::Stop;
            }
            self.head = None;
            self.adjective = true;
            return Step::On(1);
        }
        let unknown_verb = looks_like_verb(sentence, here);
        if lexeme.is_verb() && !lexeme.is(Classes::NOUN) || unknown_verb {
            // "40 wounded soldiers", "11 pending cases", "four support staff": a noun has to follow.
            let whole = self.head.is_some_and(|head| self.one || sentence.is_plural(head));
            // A headline: "3 Hurt Karvella Market Shooting".
            let headline =
                sentence.titled && here == self.at && !sentence.is_plural(here + 1) && sentence.words().state_class(&lexeme).is_some();
            if headline {
                return Step::Stop;
            }
            let modifier = unknown_verb || lexeme.has_form(Forms::PARTICIPLE.and(Forms::ING).and(Forms::BASE));
            if whole || !modifier || !leads_to_noun(sentence, here + 1) {
                return Step::Stop;
            }
            self.adjective = true;
            return Step::On(1);
        }
        if let Some(last) = self.head {
            // A noun after a whole phrase begins something else.
            let known = |at: usize| sentence.is(at, Classes::NOUN);
            if sentence.is_plural(last) || self.one && known(last) && !known(here) {
                return Step::Stop;
            }
        }
        self.head = Some(here);
        Step::On(1)
    }
}

/// Decides what the tokens from `at` to `here` are, whose last noun is `head`.
fn finish(sentence: &Sentence<'_>, at: usize, here: usize, head: Option<usize>, one: bool) -> Option<Phrase> {
    let phrase = |head, to| Some(Phrase { from: at, head, to, part: false, outcome: false });
    let Some(head) = head else {
        // "six others", "two more".
        let last = (at..here).rev().find(|&at| sentence.is(at, Classes::OTHER));
        return match last {
            Some(last) if last + 1 == here => phrase(None, here),
            Some(_) => None,
            None => {
                // "one male": an adjective that names a person by itself.
                let person = |at: &usize| sentence.words().measure(&sentence.lexeme(*at)).is_some_and(|measure| measure.people);
                here.checked_sub(1).filter(|last| one && *last >= at && person(last)).and_then(|last| phrase(Some(last), here))
            }
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
    // "five shot", "five more shot" tell what was done; "five shots" are counted.
    if !one
        && lexeme.has_form(Forms::PARTICIPLE)
        && lexeme.is_verb()
        && !sentence.is_plural(head)
        && (at..head).all(|at| sentence.is(at, Classes::OTHER))
    {
        return if head == at { None } else { phrase(None, head) };
    }
    // "the one Roe drove": no noun that is counted.
    if one && sentence.token(head).is_capital() && !lexeme.is(Classes::NOUN) && !sentence.titled && !sentence.is_plural(head) && head == at
    {
        return None;
    }
    // "12 page document": the figure tells of the pages.
    let first = sentence.lexeme(at);
    let attributive =
        !one && head > at && !sentence.is_plural(head) && !lexeme.is(Classes::MASS) && sentence.token(at).shape == Shape::Lower;
    if attributive
        && !first.is(Classes::ADJECTIVE.and(Classes::OTHER).and(Classes::ADVERB))
        && !first.is_verb()
        && !sentence.of(at).ends_with("ly")
    {
        return phrase(Some(at), at + 1);
    }
    let definite = at > 1 && sentence.is(at - 2, Classes::DETERMINER) && !sentence.is(at - 2, Classes::ARTICLE);
    // "the final 717 jet", "the 90 index": a number before one thing names it.
    let hedged = at.checked_sub(1).and_then(|figure| sentence.mention(figure)).is_some_and(|mention| {
        let hedge = Span { end: mention.figure.start, ..mention.span };
        hedge.of(sentence.text).trim_end().ends_with(" the")
    });
    let named = definite || hedged || at > 1 && sentence.is(at - 2, Classes::ADJECTIVE);
    let countable = one
        || sentence.is_plural(head)
        || sentence.token(head).shape == Shape::Digits
        || lexeme.is(Classes::MASS)
        || lexeme.is(Classes::NOUN) && !named
        || head == at && !named && singular_after_plural(sentence, head);
    countable.then_some(())?;
    phrase(Some(head), head + 1)
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
