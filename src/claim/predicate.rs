//! The verb whose subject a figure's phrase is, looked for past what may stand between the two.
//!
//! In: a sentence, the token after the phrase. Out: the [`Role`] of what is counted. What never happens here: a search past the clause.

use super::crowd;
use super::event::{Part, Role, either, graver, verb_group};
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::Shape;

/// How far a verb is looked for, in tokens.
const REACH: usize = 16;

/// The verb whose subject the phrase before `to` is, over what stands between: "of the passengers, including two crew members, drowned".
pub(super) fn predicate<'a>(sentence: &Sentence<'a>, to: usize) -> Option<Role<'a>> {
    let words = sentence.words();
    let mut here = to;
    let mut weight: u16 = 800;
    while here < to + REACH && here < sentence.len() {
        // "to a level of": a noun, whatever else the word can be.
        let noun = here > 0 && sentence.is(here - 1, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::OF));
        let stops = |at: usize| noun && at == here || sentence.is(at, Classes::INCLUDING) && sentence.of(at).ends_with("ing");
        // "two counts of failure to pay": what hangs on another noun.
        if here > to && sentence.is(here, Classes::TO) {
            return None;
        }
        if let Some((at, group, passive)) = verb_group(sentence, here).filter(|(at, ..)| !stops(*at)) {
            let lexeme = sentence.lexeme(at);
            // "The first shooting happened": the noun is what happened.
            if words.occurs(&lexeme) && to > 0 && words.event_class(&sentence.lexeme(to - 1)).is_some() {
                return None;
            }
            let undergone =
                |at, class, rule| Role { at, class: Some(class), part: Part::Undergoer, weight, group, either: either(sentence, at), rule };
            if let Some(class) = words.state_class(&lexeme).filter(|_| passive) {
                return Some(undergone(at, class, "outcome of the subject"));
            }
            let class = crowd::joined(sentence, at).or_else(|| words.verb_class(&lexeme));
            let bare_participle = !passive && lexeme.has_form(Forms::PARTICIPLE) && !lexeme.has_form(Forms::PAST);
            // "300 trucks sold by Harrow"
            let by = !passive && at == to && sentence.is(at + 1, Classes::BY) && lexeme.has_form(Forms::PARTICIPLE);
            let undergoes = passive && lexeme.has_form(Forms::PARTICIPLE) || bare_participle || by;
            let ing = lexeme.has_form(Forms::ING) && !passive;
            if undergoes && let Some(class) = class {
                let (at, class) = graver(sentence, at, class);
                return Some(undergone(at, class, "passive of the subject"));
            }
            if !ing || at == here {
                return Some(Role {
                    at,
                    class,
                    part: Part::Doer,
                    weight: weight.min(750),
                    group,
                    either: false,
                    rule: "verb of the subject",
                });
            }
        }
        let step = between(sentence, here)?;
        weight = weight.saturating_sub(40);
        here = step;
    }
    None
}

/// Where to go on after something that may stand between a subject and its verb at `at`.
fn between(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    if sentence.is(at, Classes::SUBORDINATOR) && !sentence.is(at, Classes::PREPOSITION) {
        return None;
    }
    // "nine people on board were hurt"
    if sentence.is_word(at, word!("on")) && sentence.is_word(at + 1, word!("board")) {
        return Some(at + 2);
    }
    // "ten people aged between 20 and 37 were hurt"
    let age = |at: usize| sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Age);
    if age(at) || sentence.is_word(at, word!("aged")) {
        let ages = |at: usize| {
            sentence.mention(at).is_some() || sentence.is(at, Classes::AND.and(Classes::PREPOSITION)) || sentence.is_word(at, word!("aged"))
        };
        let end = (at..at + 7).find(|&at| !ages(at) && !sentence.is_mark(at, '-') && !sentence.is_mark(at, ','));
        return end;
    }
    // "40 people a day"
    if sentence.is(at, Classes::ARTICLE) && sentence.is(at + 1, Classes::RATE) {
        return Some(at + 2);
    }
    if sentence.is_mark(at, ',') {
        // A parenthesis up to the next comma; else the clause ends here.
        let opens = sentence.is(at + 1, Classes::RELATIVE.and(Classes::PREPOSITION).and(Classes::INCLUDING).and(Classes::PRONOUN))
            || sentence.mention(at + 1).is_some()
            || sentence.is(at + 1, Classes::ARTICLE)
            // "two girls, both 9, were shot"
            || matches!(sentence.of(at + 1), "both" | "each") && sentence.mention(at + 2).is_some();
        let close = (at + 1..at + 14).find(|&at| sentence.is_mark(at, ','));
        return close.filter(|_| opens).map(|close| close + 1);
    }
    if matches!(sentence.token(at).shape, Shape::Mark('-' | '\u{2013}' | '\u{2014}')) {
        // "five people -- including a child -- were killed"
        let dash = |at: &usize| matches!(sentence.token(*at).shape, Shape::Mark('-' | '\u{2013}' | '\u{2014}'));
        let opens = (at..at + 2).filter(dash).count();
        let close = (at + opens + 1..at + 14).find(dash)?;
        return Some(close + (close..close + 2).filter(dash).count());
    }
    let joins = sentence.is(at, Classes::AND)
        && (sentence.mention(at + 1).is_some() || sentence.is(at + 1, Classes::ARTICLE.and(Classes::POSSESSIVE)));
    if joins || sentence.is(at, Classes::PREPOSITION) && !sentence.is(at, Classes::SUBORDINATOR) {
        let mut here = at + 1;
        while here < at + 8 {
            let takes = sentence.mention(here).is_some()
                || sentence.is(here, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE).and(Classes::OF))
                || sentence.is_open(here) && (!sentence.lexeme(here).is_verb() || sentence.is(here, Classes::NOUN))
                || sentence.token(here).shape == Shape::Clitic;
            if !takes {
                break;
            }
            here += 1;
        }
        return (here > at + 1).then_some(here);
    }
    None
}
