//! Events that a noun tells of, and the verb that such a noun hangs on: "announced cuts of 21 %", "saw a 45 % drop".
//!
//! In: a sentence and the token of a figure. Out: a [`Role`]. What never happens here: a walk out of the noun phrase, but for what it
//! is of or for.

use super::event::{EVENT_NOUN, Part, Role, group_before};
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::Shape;

/// How far the verb is looked for, in tokens.
const REACH: usize = 14;

/// The active verb whose object holds what stands before token `from`; `event` is whether a noun there tells of an event.
pub(super) fn governor<'a>(sentence: &Sentence<'a>, from: usize, mut event: bool) -> Option<Role<'a>> {
    for at in (from.saturating_sub(REACH)..from).rev() {
        let lexeme = sentence.lexeme(at);
        if is_lead(sentence, at) {
            let class = sentence.words().verb_class(&lexeme);
            // "reported a crowd of 300" tells of what was there; "reported a loss of 300" of what was done.
            let says = class.is_some_and(|class| matches!(&*class.name, "report" | "deny" | "call"));
            let group = group_before(sentence, at);
            let passive = (group..at).any(|at| sentence.is(at, Classes::BE.and(Classes::GET)));
            let role = Role { at, class, part: Part::Undergoer, weight: 600, group, either: false, rule: "verb of the noun's phrase" };
            return (!(says && !event || passive)).then_some(role);
        }
        let next = at + 1;
        let link = sentence.is(at, Classes::OF)
            || sentence.is_word(at, word!("for"))
            || sentence.is_word(at, word!("from"))
            || sentence.is_word(at, word!("worth"));
        // "a fall since 2019, a drop of 9 %", "resulting in the closure of ten"
        let loose = sentence.is_word(at, word!("since")) && sentence.mention(next).is_some()
            || sentence.is_word(at, word!("in")) && is_participle(sentence, at.wrapping_sub(1))
            || sentence.is_mark(at, ',') && sentence.is(next, Classes::ARTICLE);
        let listed = sentence.is(at, Classes::COORDINATOR) && at > 0 && sentence.mention(at - 1).is_some();
        let part = sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE))
            && !sentence.is(at, Classes::RELATIVE)
            || sentence.is_open(at) && !sentence.is(at, Classes::ADVERB)
            || sentence.mention(at).is_some_and(|mention| mention.value.is_some() || sentence.is_word(at.wrapping_sub(1), word!("since")))
            || matches!(sentence.token(at).shape, Shape::Clitic | Shape::Mark('(' | '-'));
        if !(part || link || loose || listed) {
            return None;
        }
        event |= sentence.words().event_class(&lexeme).is_some();
    }
    None
}

/// Whether the token at `at` is the verb before an object: no noun, no participle before one.
fn is_lead(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    let next = at + 1;
    let before = at.wrapping_sub(1);
    let opens = sentence.is(next, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE)) || sentence.mention(next).is_some();
    if lexeme.is(Classes::HAVE) {
        return opens;
    }
    let noun = sentence.is(before, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE).and(Classes::OF))
        || sentence.mention(before).is_some_and(|mention| mention.value.is_some())
        || sentence.token(before).shape == Shape::Clitic;
    if noun || sentence.token(at).shape != Shape::Lower && !sentence.titled {
        return false;
    }
    if lexeme.is_verb() {
        // "a Harrow Airways order": what follows a name in the form of an infinitive is a noun.
        let bare = !lexeme.has_form(Forms::PAST.and(Forms::THIRD).and(Forms::ING).and(Forms::PARTICIPLE));
        let lead = if sentence.is(before, Classes::ADVERB) { before.wrapping_sub(1) } else { before };
        let led_in = sentence.is(lead, Classes::TO.and(Classes::MODAL).and(Classes::SUBJECT))
            || sentence.is_plural(lead) && !sentence.token(lead).is_capital();
        return (led_in || !bare) && !(lexeme.is(Classes::NOUN) && (sentence.is(next, Classes::OF) || !opens && !sentence.is_open(next)));
    }
    is_participle(sentence, at) || opens && sentence.of(at).ends_with("ed") && !lexeme.is(Classes::NOUN.and(Classes::ADJECTIVE))
}

/// A participle that opens a clause, by its form: ", resulting".
fn is_participle(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).shape == Shape::Lower && sentence.of(at).ends_with("ing") && at > 0 && sentence.is_mark(at - 1, ',')
}

/// The event of a sum or a share that a noun tells of: "a 45 % drop", "cuts of 21 %".
pub(super) fn event<'a>(sentence: &Sentence<'a>, figure: usize) -> Option<Role<'a>> {
    let class = |at: usize| {
        let class = sentence.words().event_class(&sentence.lexeme(at))?;
        matches!(&*class.name, "rise" | "fall" | "cut" | "play" | "buy" | "sell").then_some(class)
    };
    let share = sentence.mention(figure).is_some_and(|mention| mention.kind == Kind::Percent);
    let before = figure.checked_sub(2).filter(|&at| sentence.is(at + 1, Classes::OF));
    let after = Some(figure + 1).filter(|_| share);
    let (at, class) = [after, before].into_iter().flatten().find_map(|at| Some((at, class(at)?)))?;
    Some(Role { at, class: Some(class), part: Part::Undergoer, weight: 800, group: at, either: false, rule: EVENT_NOUN })
}
