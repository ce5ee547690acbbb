//! Whether the event of a figure happened, goes on, is planned, may have happened, is denied or is taken back.
//!
//! In: a sentence and the role of a figure. Out: a [`Status`] with the token that says so. What never happens here: a look at other
//! sentences.

use super::Status;
use super::event::{Role, group_before};
use super::sentence::{Sentence, word};
use crate::calendar::{DayInterval, NaiveDate};
use crate::lexicon::{Classes, Forms};

/// The status of the event, and the token that says so where it did not simply happen.
pub(super) fn status(sentence: &Sentence<'_>, figure: usize, role: &Role<'_>) -> (Status, Option<usize>) {
    if let Some(at) = withdrawn(sentence, figure) {
        return (Status::Withdrawn, Some(at));
    }
    if let Some(at) = denied(sentence, figure, role) {
        return (Status::Denied, Some(at));
    }
    let first = role.group.min(role.at);
    let mut planned = None;
    let mut possible = None;
    if sentence.has(Classes::PLANNED.and(Classes::POSSIBLE)) {
        for at in (first..role.at).chain(hedged(sentence, figure)) {
            planned = planned.or(sentence.is(at, Classes::PLANNED).then_some(at));
            possible = possible.or(sentence.is(at, Classes::POSSIBLE).then_some(at));
        }
    }
    if let Some((status, at)) = governed(sentence, first, role).or_else(|| outer(sentence, first, role)) {
        match status {
            Status::Planned => planned = planned.or(Some(at)),
            Status::Possible => possible = possible.or(Some(at)),
            other => return (other, Some(at)),
        }
    }
    planned = planned.or_else(|| listed(sentence, figure, role)).or_else(|| seen(sentence, role));
    if let Some(at) = conditional(sentence, first) {
        possible = possible.or(Some(at));
    }
    match (planned, possible) {
        (_, Some(at)) => (Status::Possible, Some(at)),
        (Some(at), None) => (Status::Planned, Some(at)),
        (None, None) => ongoing(sentence, first, role).map_or((Status::Happened, None), |at| (Status::Ongoing, Some(at))),
    }
}

/// The status of what is told of `days` in an article published on a day, where its words say `status`: in the present, it is still to come
/// where its day is, or over.
pub(super) fn on_day(sentence: &Sentence<'_>, role: &Role<'_>, status: Status, days: DayInterval, published: NaiveDate) -> Status {
    let printed = sentence.of(role.at);
    let form = sentence.has_form(role.at, Forms::PAST) || printed.ends_with("ed") || matches!(printed, "was" | "were" | "had");
    let past = role.group == role.at && form;
    match status {
        Status::Happened | Status::Ongoing if days.start() > published && !past => Status::Planned,
        Status::Ongoing if days.end() < published => Status::Happened,
        status => status,
    }
}

/// The words right before the figure that make it a possibility: "killed possibly 40".
fn hedged(sentence: &Sentence<'_>, figure: usize) -> std::ops::Range<usize> {
    let from = figure.saturating_sub(1);
    if sentence.is(from, Classes::POSSIBLE) && !sentence.lexeme(from).is_verb() { from..figure } else { 0..0 }
}

/// What governs an infinitive: "has agreed to send", "appears to have killed", "failed to reach", "a plan to hire".
fn governed(sentence: &Sentence<'_>, first: usize, role: &Role<'_>) -> Option<(Status, usize)> {
    let to = (first..role.at).find(|&at| sentence.is(at, Classes::TO))?;
    let done = (to..role.at).any(|at| sentence.is(at, Classes::HAVE));
    let before = before_infinitive(sentence, to)?;
    let lexeme = sentence.lexeme(before);
    if lexeme.is(Classes::POSSIBLE) {
        return Some((Status::Possible, before));
    }
    if lexeme.is(Classes::DENIED) || sentence.of(before).starts_with("fail") || sentence.of(before).starts_with("refus") {
        return Some((Status::Denied, before));
    }
    if done {
        return None;
    }
    // "are to be sent"
    if lexeme.is(Classes::PLANNED.and(Classes::BE)) || is_plan(sentence, before) {
        return Some((Status::Planned, before));
    }
    if let Some(asked) = asked(sentence, before) {
        return Some((Status::Planned, asked));
    }
    // A headline: "Northland to send 3,000 troops".
    let earlier_verb = (0..to)
        .any(|at| sentence.lexeme(at).is_verb() && !sentence.is(at, Classes::NOUN) || sentence.is(at, Classes::BE.and(Classes::HAVE)));
    let subject = sentence.token(before).is_capital() || sentence.is_plural(before);
    (!earlier_verb && subject && to <= 6).then_some((Status::Planned, to))
}

/// The verb of asking whose object ends at `last`: "called for flags to be flown", "wants the firm to close".
fn asked(sentence: &Sentence<'_>, last: usize) -> Option<usize> {
    let object = |at: usize| {
        sentence.is_open(at) && !sentence.lexeme(at).is_verb()
            || sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PRONOUN))
            || sentence.is_word(at, word!("for"))
    };
    let at = (last.saturating_sub(ASKED)..=last).rev().find(|&at| !object(at)).filter(|&at| at < last)?;
    let class = sentence.words().verb_class(&sentence.lexeme(at)).map_or("", |class| &*class.name);
    let wants = sentence.is(at, Classes::PLANNED) && sentence.lexeme(at).is_verb();
    (class == "call" && !sentence.is(at, Classes::NOUN) || wants).then_some(at)
}

/// How far a verb of asking is looked for, in tokens.
const ASKED: usize = 6;

/// A modal of the verb before, in a list that ends with the participle of `role`: "jobs should be cut and 14 plants closed".
fn listed(sentence: &Sentence<'_>, figure: usize, role: &Role<'_>) -> Option<usize> {
    let and = figure.checked_sub(1).filter(|&at| sentence.is(at, Classes::AND))?;
    if role.at < figure || role.group != role.at || !sentence.has_form(role.at, Forms::PARTICIPLE) {
        return None;
    }
    let verb = and.checked_sub(1).filter(|&at| sentence.has_form(at, Forms::PARTICIPLE))?;
    let group = group_before(sentence, verb);
    (group..verb).find(|&at| sentence.is(at, Classes::MODAL) && sentence.is(at, Classes::PLANNED))
}

/// The modal of "see" before what is done in the end: "will see ships delivered to six ports".
fn seen(sentence: &Sentence<'_>, role: &Role<'_>) -> Option<usize> {
    if role.group != role.at || !sentence.has_form(role.at, Forms::PARTICIPLE) || !sentence.may_hold([word!("see")]) {
        return None;
    }
    let object =
        |at: usize| sentence.is_open(at) || sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE)) || sentence.mention(at).is_some();
    let mut before = (role.at.saturating_sub(ASKED)..role.at).rev();
    let see = before.find(|&at| sentence.is_word(at, word!("see")) || !object(at)).filter(|&at| sentence.is_word(at, word!("see")))?;
    (group_before(sentence, see)..see).find(|&at| sentence.is(at, Classes::MODAL) && sentence.is(at, Classes::PLANNED))
}

/// What stands before the verb that an infinitive hangs on: "could continue to gain", "is never going to take".
fn outer(sentence: &Sentence<'_>, first: usize, role: &Role<'_>) -> Option<(Status, usize)> {
    let to = (first..role.at).find(|&at| sentence.is(at, Classes::TO))?;
    let before = before_infinitive(sentence, to)?;
    let going = sentence.is_word(before, word!("going"));
    if !going && !sentence.lexeme(before).is_verb() {
        return None;
    }
    let group = group_before(sentence, before);
    let of = |class: Classes, status: Status| {
        (group..before).find(|&at| sentence.is(at, class) && !sentence.is_word(at, word!("without"))).map(|at| (status, at))
    };
    let ahead = of(Classes::POSSIBLE, Status::Possible).or_else(|| of(Classes::PLANNED, Status::Planned));
    of(Classes::NEGATION, Status::Denied).or(ahead).or_else(|| going.then_some((Status::Planned, before)))
}

/// What an infinitive hangs on, over adverbs and days: "plans Friday to close", "agreed also to send", "went on to close".
fn before_infinitive(sentence: &Sentence<'_>, to: usize) -> Option<usize> {
    let mut before = to.checked_sub(1)?;
    let day = |at: usize| sentence.mention(at).is_some_and(|mention| mention.value.is_none());
    while before > 0 && (sentence.is(before, Classes::ADVERB) || day(before)) {
        before -= 1;
    }
    if before > 0 && sentence.is_word(before, word!("on")) && sentence.lexeme(before - 1).is_verb() {
        before -= 1;
    }
    Some(before)
}

/// "a plan to hire", "plans to close", "a deal to supply".
fn is_plan(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.words().event_class(&sentence.lexeme(at)).is_some_and(|class| matches!(&*class.name, "plan" | "sign"))
}

/// A denial before the verb: "was not killed", "denied killing 12", "denied reports that 12 died".
fn denied(sentence: &Sentence<'_>, figure: usize, role: &Role<'_>) -> Option<usize> {
    let first = role.group.min(role.at);
    let negated = (first..role.at).find(|&at| sentence.is(at, Classes::NEGATION) && !sentence.is_word(at, word!("without")));
    if negated.is_some() {
        return negated;
    }
    let end = role.at.min(figure);
    if !sentence.has(Classes::DENIED) {
        return None;
    }
    let near = (end.saturating_sub(9)..end).rev();
    near.take_while(|&at| !sentence.is_mark(at, ';') && !sentence.is_word(at, word!("but"))).find(|&at| sentence.is(at, Classes::DENIED))
}

/// "if 40 people die".
fn conditional(sentence: &Sentence<'_>, first: usize) -> Option<usize> {
    if !sentence.may_hold([word!("if"), word!("unless")]) {
        return None;
    }
    let near = (first.saturating_sub(6)..first).rev();
    near.take_while(|&at| !sentence.is_mark(at, ',')).find(|&at| sentence.is_word(at, word!("if")) || sentence.is_word(at, word!("unless")))
}

/// "are holding 40 hostages", "continues to send", "pays 40 workers".
fn ongoing(sentence: &Sentence<'_>, first: usize, role: &Role<'_>) -> Option<usize> {
    if habit(sentence, first, role) {
        return Some(role.at);
    }
    let present = (first..role.at).find(|&at| sentence.is(at, Classes::BE) && matches!(sentence.of(at), "is" | "are" | "been" | "'re"));
    let continues = first.checked_sub(1).filter(|&at| sentence.is(at, Classes::ONGOING));
    // "is in custody", "has been in custody"
    let has = || (first..role.at).any(|at| matches!(sentence.of(at), "has" | "have" | "'ve"));
    let stands = matches!(sentence.of(role.at), "is" | "are" | "has" | "have") || sentence.is_word(role.at, word!("been")) && has();
    continues.or(present.filter(|_| sentence.has_form(role.at, Forms::ING))).or(stands.then_some(role.at))
}

/// A present that tells of no single event: "accounts for 40 %", "workers earn $12". A headline writes of what happened in the present, and
/// so may be written what is said, and what befalls people.
fn habit(sentence: &Sentence<'_>, first: usize, role: &Role<'_>) -> bool {
    let befalls = role.class.is_some_and(|class| {
        class.undergoer.is_some() || class.subject.is_some() || matches!(&*class.name, "report" | "announce" | "see" | "call" | "plan")
    });
    let last = sentence.len().checked_sub(1).is_some_and(|last| sentence.is_mark(last, '.') || sentence.is_mark(last, '"'));
    let lexeme = sentence.lexeme(role.at);
    if befalls || !last || sentence.titled || !lexeme.is_verb() || first != role.at || lexeme.has_form(Forms::PAST.and(Forms::PARTICIPLE)) {
        return false;
    }
    let before = role.at.checked_sub(1);
    let many = |at: usize| {
        sentence.is_plural(at)
            || sentence.is(at, Classes::MASS)
            || matches!(sentence.of(at), "they" | "we" | "They" | "We" | "who" | "that")
    };
    lexeme.has_form(Forms::THIRD) || lexeme.has_form(Forms::BASE) && before.is_some_and(many)
}

/// An article that takes back what it, or another, said: "an earlier version said 40 were killed", "incorrectly reported".
fn withdrawn(sentence: &Sentence<'_>, figure: usize) -> Option<usize> {
    if !sentence.has(Classes::WITHDRAWN.and(Classes::EARLIER)) {
        return None;
    }
    let mut before = (0..figure).rev().take_while(|&at| !sentence.is_word(at, word!("not")));
    before.find(|&at| {
        let version = matches!(sentence.of(at), "version" | "versions" | "headline" | "story" | "report" | "statement")
            && at > 0
            && matches!(sentence.of(at - 1), "earlier" | "previous" | "original");
        let wrongly = sentence.is(at, Classes::WITHDRAWN);
        version || wrongly
    })
}

/// The verbs from the one that governs the figure outwards: "prepares" of "prepares to send". The first token of the outermost group.
pub(super) fn outermost_group(sentence: &Sentence<'_>, role: &Role<'_>) -> usize {
    let mut first = role.group.min(role.at);
    for _ in 0..3 {
        let Some(before) = before_infinitive(sentence, first).filter(|_| sentence.is(first, Classes::TO)) else { break };
        // "announced plans to shut down": the plan is the object of another verb.
        let verb = if before > 0 && is_plan(sentence, before) && sentence.lexeme(before - 1).is_verb() { before - 1 } else { before };
        // "were able to rescue", "is set to hire"
        let able = verb > 0 && sentence.is(verb, Classes::ADJECTIVE) && sentence.is(verb - 1, Classes::BE);
        if !able && !sentence.lexeme(verb).is_verb() {
            break;
        }
        first = group_before(sentence, verb);
    }
    first
}
