//! Whether a figure is by how much something rose or fell: "fell by 3 million", "up 5 %", "a drop of 12 %", "lost nine points".
//!
//! In: a sentence, a figure and how it was read. Out: the token that says so, and the verb that tells of it. What never happens here: a level
//! read as a change: "rose to 12", "down from 14 %".

use super::clause;
use super::counted::Reading;
use super::event::{CHANGE, Part, Role, group_before};
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::mention::{Kind, Mention};
use crate::text::{Shape, hash_of};
use crate::value::Bound;

/// The token that makes the figure at `at` a change.
pub(super) fn of(sentence: &Sentence<'_>, at: usize, mention: &Mention, reading: &Reading<'_>) -> Option<usize> {
    let points = reading.counted.as_ref().and_then(|counted| counted.measure.as_deref()) == Some("points");
    let share = mention.kind == Kind::Percent || points;
    let plain = matches!(mention.kind, Kind::Number | Kind::Count | Kind::Money | Kind::Measure);
    // "falls below 9,000"
    let limit = ["below", "above", "under"].iter().any(|limit| mention.span.of(sentence.text).starts_with(limit));
    if limit || !share && !plain || mention.value.as_ref().is_none_or(|value| value.bound == Bound::Change) {
        return None;
    }
    if let Some(way) = up_or_down(sentence, at, share) {
        return Some(way);
    }
    let role = reading.role.filter(|role| !clause::is_weak(role) || sentence.lexeme(role.at).is_verb())?;
    let class = role.class.map(|class| &*class.name);
    let moves = matches!(class, Some("rise" | "fall"));
    let verb = sentence.has_form(role.at, Forms::PAST.and(Forms::PARTICIPLE).and(Forms::THIRD).and(Forms::BASE).and(Forms::ING));
    if role.at > at {
        // "a 45 % drop"
        let noun = (moves || class == Some("cut")) && share && role.at == at + 1;
        return noun.then_some(role.at);
    }
    let (by, adjacent) = reach(sentence, role.at + 1, at)?;
    let gains = || share && matches!(sentence.words().verb(&sentence.lexeme(role.at)).map(|verb| &**verb), Some("lose" | "gain" | "shed"));
    // "a loss of 9 %", "cuts of 21 %"
    let of = sentence.is(role.at + 1, Classes::OF);
    let noun =
        of && (moves || matches!(class, Some("cut")) || share && matches!(sentence.of(role.at), "loss" | "losses" | "gain" | "gains"));
    // "grew 40 trees": what is counted is no change, unless it changed by them.
    let counts = reading.counted.is_some() && matches!(mention.kind, Kind::Count | Kind::Number) && !points;
    let changed = verb && !of && (moves && (by || adjacent && !counts) || class == Some("cut") && by || gains());
    (changed || noun).then_some(role.at)
}

/// Whether what stands from token `from` to the figure only leads to it, and whether it does with "by"; and whether nothing but words of
/// degree and other figures stands there: "dropped in value by", "fell 82 points or".
fn reach(sentence: &Sentence<'_>, from: usize, figure: usize) -> Option<(bool, bool)> {
    let (mut by, mut adjacent) = (false, true);
    for at in from..figure {
        let unit = at > from && sentence.mention(at - 1).is_some_and(|mention| mention.value.is_some()) && sentence.is_open(at);
        let joins = matches!(sentence.token(at).shape, Shape::Mark(',' | '(')) || sentence.is(at, Classes::COORDINATOR.and(Classes::OF));
        let degree = sentence.is(at, Classes::ADVERB.and(Classes::INCREMENT).and(Classes::TOTAL).and(Classes::ARTICLE));
        let value = sentence.mention(at).is_some_and(|mention| mention.value.is_some());
        if sentence.is(at, Classes::BY) {
            by = true;
        } else if unit || joins || degree || value {
            // goes on
        } else if !by && (sentence.is_word(at, word!("in")) || sentence.is_word(at, word!("at")) || is_noun(sentence, at)) {
            // "reduce costs at the mill by 30 %": only "by" makes a change of it.
            adjacent = false;
        } else {
            return None;
        }
    }
    (adjacent || by).then_some((by, adjacent))
}

fn is_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_open(at) && (!sentence.lexeme(at).is_verb() || sentence.is(at, Classes::NOUN))
        || sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE))
}

/// "was down 2 %", "closed up 12", "up 5 %".
fn up_or_down(sentence: &Sentence<'_>, at: usize, share: bool) -> Option<usize> {
    let mut way = at.checked_sub(1)?;
    // "up another 5 %", "down 6 %, or 486 points"
    while way > 0 && (sentence.is(way, Classes::INCREMENT) || sentence.is(way, Classes::ADVERB) && !is_way(sentence, way)) {
        way -= 1;
    }
    if !is_way(sentence, way) {
        let or = sentence.is_word(way, word!("or")) || sentence.is_mark(way, '(');
        let before = way.checked_sub(1).filter(|_| or)?;
        let before = if sentence.is_mark(before, ',') { before.checked_sub(1)? } else { before };
        let figure = if sentence.mention(before).is_some() { before } else { before.checked_sub(1)? };
        let shares = sentence.mention(figure).is_some_and(|mention| mention.kind == Kind::Percent);
        return if sentence.mention(figure)?.value.is_some() { up_or_down(sentence, figure, shares || share) } else { None };
    }
    let led = way.checked_sub(1).is_some_and(|before| {
        sentence.is(before, Classes::BE) || matches!(sentence.of(before), "closed" | "ended" | "finished" | "opened" | "been")
    });
    let apart = way == 0 || sentence.is_mark(way - 1, ',') || sentence.is_mark(way - 1, '(') || sentence.is_plural(way - 1);
    (led || share && apart).then_some(way)
}

fn is_way(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.of(at), "up" | "down" | "Up" | "Down")
}

/// "fell by 3 %", "rose to $12", "has sunk from 14 %", "was down 2 %".
pub(super) fn verb<'a>(sentence: &Sentence<'a>, figure: usize) -> Option<Role<'a>> {
    let stands = figure.checked_sub(1).filter(|&at| at > 0 && sentence.is(at - 1, Classes::BE));
    if let Some((at, verb)) = stands.and_then(|at| Some((at, stands_for(sentence.of(at))?))) {
        let class = sentence.words().verb_class(&sentence.words().get(hash_of(verb)));
        let group = group_before(sentence, at);
        return Some(Role { at, class, part: Part::Undergoer, weight: 850, group, either: false, rule: CHANGE });
    }
    let link = figure.checked_sub(1).filter(|&at| sentence.is(at, Classes::BY.and(Classes::TO)) || sentence.is_word(at, word!("from")))?;
    // "dropped in value by", "increased its holding to"
    let between = |at: usize| {
        sentence.is(at, Classes::POSSESSIVE.and(Classes::ADJECTIVE)) || sentence.is_word(at, word!("in")) || sentence.is_open(at)
    };
    let verb = |at: usize| {
        sentence.lexeme(at).is_verb()
            && !((sentence.is(at, Classes::NOUN) || sentence.has_form(at, Forms::ING))
                && sentence.is(at.wrapping_sub(1), Classes::POSSESSIVE))
    };
    let first = link.saturating_sub(4);
    let at = (first..link).rev().find(|&at| verb(at) || !between(at)).filter(|&at| verb(at))?;
    let class = sentence.words().verb_class(&sentence.lexeme(at)).filter(|class| matches!(&*class.name, "rise" | "fall" | "cut"))?;
    let group = group_before(sentence, at);
    Some(Role { at, class: Some(class), part: Part::Undergoer, weight: 850, group, either: false, rule: CHANGE })
}

/// The verb for which "up" or "down" stands after a form of be.
fn stands_for(word: &str) -> Option<&'static str> {
    match word {
        "up" => Some("rise"),
        "down" => Some("fall"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::Accumulation;
    use crate::claim::testing::claims;

    #[test]
    fn a_change_is_told_from_a_level() {
        for (text, expected) in [
            ("The index fell [344].", "+"),
            ("The index fell by [344] to [9,000].", "+-"),
            ("Prices dropped in value by [percent|2 %].", "+"),
            ("The index lost [percent|2 %], or [nine] points.", "++"),
            ("Harrow lost [money|$9].", "-"),
            ("Harrow saw a [percent|9 %] drop in sales.", "+"),
            ("It fell after a plunge of [percent|9 %].", "+"),
            ("Harrow made cuts of [percent|9 %] in its output.", "+"),
            ("Harrow wants to reduce costs at the mill by [percent|9 %].", "+"),
            ("Harrow cut the price to [money|$9].", "-"),
            ("The share was up [percent|9 %], from [percent|4 %].", "+-"),
            ("The share rose to [percent|9 %], up from [percent|4 %].", "--"),
            ("The index closed down [percent|6 %], or [nine] points, to close at [7,162].", "++-"),
            ("He stood up [nine] times.", "-"),
            ("He had fallen [nine] times.", "-"),
            ("The index fell [below|below 9,000].", "-"),
            ("Harrow owns [percent|9 %] of the mill.", "-"),
        ] {
            let (_, claims) = claims(text);
            let marks = claims.iter().map(|claim| if claim.accumulation == Accumulation::Change { '+' } else { '-' });
            assert_eq!(marks.collect::<String>(), expected, "{text}");
        }
    }
}
