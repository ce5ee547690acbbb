//! What kind of count it is, and what narrows it: total, standing, part, increment, change, rate; with or without the gunman, round-ups.
//!
//! In: a sentence, a figure and how it was read. Out: an [`Accumulation`] and a scope. What never happens here: a guess; where no word
//! says so, it is unknown.

use super::counted::Reading;
use super::event::Part;
use super::sentence::{Known, Sentence, word};
use super::{Accumulation, change};
use crate::grammar;
use crate::grammar::date::{Reference, What};
use crate::lexicon::{Classes, Forms};
use crate::mention::{Kind, Mention};
use crate::text::{Name, Span};

/// Words behind a count that is the distance to another one.
const DISTANCES: [Known; 5] = [word!("short"), word!("shy"), word!("ahead"), word!("behind"), word!("apart")];

/// Words before a count of some of a set.
const SOME: [Known; 6] = [word!("first"), word!("last"), word!("final"), word!("opening"), word!("other"), word!("remaining")];

/// What kind of count it is, and the token that says so. `beside` is whether the figure before it in the sentence counts something
/// else, so that "another two" comes on top of nothing.
pub(super) fn accumulation(
    sentence: &Sentence<'_>,
    at: usize,
    mention: &Mention,
    reading: &Reading<'_>,
    beside: bool,
) -> (Accumulation, Option<usize>) {
    if mention.value.as_ref().is_some_and(|value| value.per.is_some()) {
        return (Accumulation::Rate, Some(at));
    }
    if mention.kind == Kind::Ordinal || mention.value.is_none() {
        return (Accumulation::Unknown, None);
    }
    // "One of them was flown out": of whom, another sentence tells.
    let all = at.checked_sub(1).is_some_and(|at| matches!(sentence.of(at), "all" | "All" | "the" | "The"));
    if let Some(phrase) = reading.phrase.filter(|phrase| phrase.part && phrase.head.is_none() && reading.counted.is_none() && !all) {
        return (Accumulation::Part, Some(phrase.from));
    }
    if let Some(found) = change::of(sentence, at, mention, reading) {
        return (Accumulation::Change, Some(found));
    }
    if reading.counted.is_none() && !matches!(mention.kind, Kind::Money | Kind::Percent) {
        return (Accumulation::Unknown, None);
    }
    let to = reading.phrase.map_or(at + 1, |phrase| phrase.to);
    let from = reading.nominal.map_or(at + 1, |(from, _)| from);
    let end = reading.nominal.map_or(to, |(_, end)| end);
    if let Some(found) = rate(sentence, to) {
        return (Accumulation::Rate, Some(found));
    }
    let before = at.checked_sub(1);
    // "all four of her children"
    let every = before.is_some_and(|at| matches!(sentence.of(at), "all" | "All"));
    if reading.phrase.is_some_and(|phrase| phrase.part) && !every && mention.kind != Kind::Percent && !whole_toll(sentence, at, reading) {
        return (Accumulation::Part, Some(at + 1));
    }
    if let Some(before) = before.filter(|&before| part_before(sentence, before) || some(sentence, before)) {
        return (Accumulation::Part, Some(before));
    }
    // "three votes short", "two seats ahead": the distance to another count.
    if sentence.may_hold(DISTANCES) && DISTANCES.iter().any(|word| sentence.is_word(to, *word)) {
        return (Accumulation::Part, Some(to));
    }
    if sentence.is(to, Classes::OF) && (sentence.is_word(to + 1, word!("whom")) || sentence.is_word(to + 1, word!("which"))) {
        return (Accumulation::Part, Some(to));
    }
    let increases = || {
        (at.saturating_sub(2)..at).chain(from..end).find(|&at| {
            sentence.is(at, Classes::INCREMENT) || sentence.is(at, Classes::NEW) && (sentence.of(at).ends_with("ly") || is_case(reading))
        })
    };
    if !beside
        && sentence.has(Classes::INCREMENT.and(Classes::NEW))
        && let Some(increment) = increases()
    {
        return (Accumulation::Increment, Some(increment));
    }
    let clause = at.saturating_sub(4)..at;
    if let Some(total) = total(sentence, at, to, reading) {
        return (Accumulation::Total, Some(total));
    }
    let present_time = |at: usize| {
        let time = sentence.mention(at).and_then(|mention| mention.time.as_ref());
        time.is_some_and(|time| time.what == What::Reference(Reference::Present))
    };
    // "the reward is now $9"
    let just = before.filter(|&now| present_time(now) || sentence.is_word(now, word!("currently")));
    if let Some(now) = just.filter(|&now| now > 0 && sentence.is(now - 1, Classes::BE) && present(sentence, at, end)) {
        return (Accumulation::Standing, Some(now));
    }
    // "Of the 40 hostages, nine are children": some of them.
    let set = || before.filter(|&before| sentence.is_mark(before, ',') && opens_with_set(sentence, before).is_some());
    let some = || set().map_or((Accumulation::Unknown, None), |set| (Accumulation::Part, Some(set)));
    if !sentence.has(Classes::STANDING) && !sentence.may_hold([word!("there")]) {
        return some();
    }
    // "three still in hospital"
    let still = sentence.is_word(end, word!("still")) && sentence.is(end + 1, Classes::LOCATIVE);
    if still && present(sentence, at, end) {
        return (Accumulation::Standing, Some(end));
    }
    let there = clause
        .clone()
        .find(|&at| sentence.is_word(at, word!("there")) && matches!(sentence.of(at + 1), "are" | "is" | "remain" | "remains"));
    let figure = at;
    // "Of the four survivors, two remain in hospital": two do.
    let behind =
        (end..end + 3).take_while(|&at| !sentence.is_mark(at, ',') && sentence.mention(at).is_none_or(|mention| mention.value.is_none()));
    let now = clause.chain(behind).find(|&at| {
        (sentence.is(at, Classes::STANDING) || (at + 1 == figure || at >= end) && present_time(at))
            && !sentence.is(at + 1, Classes::OF)
            && (sentence.is(at + 1, Classes::BE) || at > 0 && sentence.is(at - 1, Classes::BE) || sentence.lexeme(at).is_verb())
    });
    match there.or(now) {
        Some(found) if present(sentence, at, end) => (Accumulation::Standing, Some(found)),
        _ => some(),
    }
}

/// "He killed four of his children": some of his children, and all of those killed whom the article counts. "Of the children" may mean
/// those of whom it told before, and "of their victims" counts the toll itself.
fn whole_toll(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> bool {
    let possessed = sentence.is(at + 1, Classes::OF) && sentence.is(at + 2, Classes::POSSESSIVE) && sentence.mention(at + 3).is_none();
    let nouns = &sentence.language.nouns;
    possessed
        && reading.counted.as_ref().is_some_and(|counted| {
            counted.measure.as_deref().is_some_and(|measure| nouns.toll(measure)) && !nouns.noun(&counted.head).anyone()
        })
}

fn is_case(reading: &Reading<'_>) -> bool {
    let measure = reading.counted.as_ref().and_then(|counted| counted.measure.as_deref());
    matches!(measure, Some("cases" | "deaths" | "injuries"))
}

/// Whether the verb near the figure is in the present.
fn present(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let past = |at: usize| matches!(sentence.of(at), "was" | "were" | "had");
    !(at.saturating_sub(4)..at).chain(end..end + 4).any(past)
}

/// "including 11,000", "among them two", "of those, five".
fn part_before(sentence: &Sentence<'_>, before: usize) -> bool {
    if sentence.is_mark(before, ',') && before > 1 && opens_with_set(sentence, before) == Some(before - 2) {
        return true;
    }
    let them = sentence.is(before, Classes::PRONOUN) && before > 0 && sentence.is(before - 1, Classes::INCLUDING);
    // "A child was among three people hurt": three are the whole.
    let including = |at: usize| sentence.is(at, Classes::INCLUDING) && !sentence.is_word(at, word!("among"));
    let article = sentence.is(before, Classes::ARTICLE.and(Classes::ESTIMATED).and(Classes::ADVERB)) && before > 0 && including(before - 1);
    including(before) && !sentence.is_mark(before + 1, ',') || them || article
}

/// The "of" that opens a clause whose words up to the comma at `end` name those of whom what follows tells: "Of those killed,".
fn opens_with_set(sentence: &Sentence<'_>, end: usize) -> Option<usize> {
    let before = (end.saturating_sub(SET)..end).rev().take_while(|&at| !sentence.is_mark(at, ','));
    let of = before.into_iter().find(|&at| sentence.is(at, Classes::OF))?;
    let opens = of == 0 || sentence.is_mark(of - 1, ',') || sentence.is_mark(of - 1, '"');
    (opens && sentence.is(of + 1, Classes::PRONOUN.and(Classes::DETERMINER))).then_some(of)
}

/// Longest name of such a set, in tokens: "Of the 40 people who were killed".
const SET: usize = 9;

/// "the first two games", "the other four parties", "the remaining three".
fn some(sentence: &Sentence<'_>, before: usize) -> bool {
    let ordinal = || sentence.mention(before).is_some() && matches!(sentence.of(before), "first" | "First" | "last" | "Last");
    sentence.may_hold(SOME) && SOME.iter().any(|word| sentence.is_word(before, *word)) || ordinal()
}

/// "a day", "per week", "every year"; "15 shots each", "two cows apiece".
fn rate(sentence: &Sentence<'_>, to: usize) -> Option<usize> {
    if sentence.is_word(to, word!("apiece")) || sentence.is_word(to, word!("each")) && !sentence.is_open(to + 1) {
        return Some(to);
    }
    if sentence.mention(to).is_some_and(|mention| mention.kind == Kind::Set) {
        return per_behind(sentence, to).map(|_| to);
    }
    if sentence.is_word(to, word!("per")) {
        return (sentence.is_open(to + 1) || sentence.mention(to + 1).is_some() || per_behind(sentence, to).is_some()).then_some(to);
    }
    let each = || matches!(sentence.of(to), "every" | "each");
    // "a day after the attack" says when.
    let article = || sentence.is(to, Classes::ARTICLE) && per_behind(sentence, to).is_some();
    (sentence.is(to + 1, Classes::RATE) && (each() || article())).then_some(to)
}

/// What the words at token `to` count by.
pub(super) fn per_behind(sentence: &Sentence<'_>, to: usize) -> Option<Name> {
    let behind = Span { start: sentence.token(to.checked_sub(1)?).span.end, end: sentence.span.end }.of(sentence.text);
    grammar::per(sentence.language, behind).ok().map(|(_, per)| per)
}

/// "a total of 12", "12 in all", "so far", a toll.
fn total(sentence: &Sentence<'_>, at: usize, to: usize, reading: &Reading<'_>) -> Option<usize> {
    if let Some((from, end)) = reading.nominal.filter(|&(from, _)| from < at) {
        let toll = (from..end).find(|&at| sentence.is(at, Classes::TOLL));
        if toll.is_some() {
            return toll;
        }
    }
    // "a total of 12", "a total loss of $12"
    let before = (at.saturating_sub(3)..at).find(|&at| {
        sentence.is(at, Classes::TOTAL)
            && (sentence.is(at + 1, Classes::OF) || sentence.is_open(at + 1) && sentence.is(at + 2, Classes::OF))
    });
    if !sentence.may_hold([word!("far"), word!("all"), word!("total"), word!("altogether")]) {
        return before.or_else(|| since(sentence, at, reading));
    }
    let so_far = |at: usize| sentence.is_word(at, word!("so")) && sentence.is_word(at + 1, word!("far"));
    // "so far, nine have died", "has so far seen nine fires"; "nine total guards"
    let clause = (at.saturating_sub(8)..at)
        .rev()
        .take_while(|&at| !sentence.is_mark(at, ';') && sentence.mention(at).is_none_or(|of| of.value.is_none()));
    let before = before.or_else(|| clause.into_iter().find(|&at| so_far(at)));
    let before = before.or_else(|| {
        Some(at + 1)
            .filter(|&at| sentence.is_word(at, word!("total")) && reading.nominal.is_some_and(|(from, end)| from == at && end > at + 1))
    });
    let after = (to..to + 6).find(|&at| {
        so_far(at)
            || sentence.is_word(at, word!("in")) && matches!(sentence.of(at + 1), "all" | "total")
            || sentence.is_word(at, word!("altogether"))
    });
    let opening = (sentence.is_word(0, word!("in")) && matches!(sentence.of(1), "all" | "total")).then_some(0);
    before.or(after).or(opening).or_else(|| since(sentence, at, reading))
}

/// "have died since January", "had been sold since its launch", "were killed already this year": all so far, since then.
fn since(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<usize> {
    if !sentence.may_hold([word!("since"), word!("already")]) {
        return None;
    }
    let role = reading.role?;
    let (from, to) = (role.group.min(at), role.at.max(at));
    let changes = role.class.is_some_and(|class| matches!(&*class.name, "rise" | "fall"));
    let perfect = !changes && (role.group..role.at).any(|at| sentence.is(at, Classes::HAVE));
    let begins = |at: usize| {
        sentence.mention(at).is_some()
            || sentence.is(at, Classes::POSSESSIVE)
            || sentence.is(at, Classes::DETERMINER)
                && (sentence.mention(at + 1).is_some() || sentence.words().event_class(&sentence.lexeme(at + 1)).is_some())
    };
    // "Since 2014, 15 have been killed"
    let opens = || Some(0).filter(|&at| sentence.is_word(at, word!("since")) && sentence.mention(1).is_some_and(|of| of.value.is_none()));
    let since = (to + 1..to + 8).find(|&at| sentence.is_word(at, word!("since")) && begins(at + 1));
    let since = since.or_else(opens).filter(|_| perfect);
    let already = || {
        let this = |at: usize| sentence.mention(at).is_some_and(|_| sentence.of(at).starts_with("this "));
        (from..to + 8).find(|&at| sentence.is_word(at, word!("already"))).filter(|_| (to + 1..to + 8).any(this))
    };
    since.or_else(already)
}

/// What narrows the count: "excluding the gunman", "over the weekend", "in separate shootings".
pub(super) fn scope(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<Name> {
    reading.counted.as_ref()?;
    let deaths =
        reading.role.is_some_and(|role| role.class.is_some_and(|class| matches!(&*class.name, "kill" | "die" | "injure" | "shoot")));
    if deaths && let Some(with) = culprit(sentence, at, reading) {
        return Some(Name::from(if with { WITH_DOER } else { WITHOUT_DOER }));
    }
    let happens = || {
        reading.counted.as_ref().and_then(|counted| counted.measure.as_deref()).is_some_and(|name| sentence.language.nouns.happening(name))
    };
    if deaths || happens() { sentence.round_up(round_up) } else { None }
}

const WITH_DOER: &str = "including the gunman";
const WITHOUT_DOER: &str = "excluding the gunman";

/// Whether a scope says that the one who did it is counted or not; else it is a period, or several events.
pub fn of_doer(scope: &str) -> bool {
    scope == WITH_DOER || scope == WITHOUT_DOER
}

/// Whether the one who did it is counted; `None` where nothing is said of him.
fn culprit(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<bool> {
    if !sentence.has(Classes::CULPRIT) {
        return None;
    }
    for culprit in (0..sentence.len()).filter(|&at| sentence.is(at, Classes::CULPRIT)) {
        let mut before = culprit.checked_sub(1);
        while let Some(here) =
            before.filter(|&here| sentence.is(here, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE)))
        {
            before = here.checked_sub(1);
        }
        let before = before.unwrap_or(usize::MAX);
        let not =
            before > 0 && sentence.is(before.wrapping_sub(1), Classes::NEGATION) && matches!(sentence.of(before), "including" | "counting");
        if not || sentence.is(before, Classes::ABSENT) || culprit > at && sentence.is_word(before, word!("plus")) {
            return Some(false);
        }
        // "five people died, the gunman among them"
        let among = sentence.is_word(culprit + 1, word!("among")) && matches!(sentence.of(culprit + 2), "them" | "those");
        if culprit > at && (sentence.is_word(before, word!("including")) || among) {
            return Some(true);
        }
        // "killed three people and himself", "before killing himself", "before turning the gun on himself".
        let reflexive = matches!(sentence.of(culprit), "himself" | "herself" | "themselves");
        let kills_himself =
            sentence.words().verb_class(&sentence.lexeme(before)).is_some_and(|class| matches!(&*class.name, "kill" | "shoot"));
        if culprit > at && reflexive && (sentence.is(before, Classes::AND) || kills_himself || sentence.is_word(before, word!("on"))) {
            return Some(false);
        }
        // "the gunman who killed 49": he is none of them.
        let role = reading.role?;
        let subject = culprit < role.at
            && role.at < at
            && role.part == Part::Undergoer
            && !reflexive
            && sentence.has_form(role.at, Forms::PAST.and(Forms::THIRD));
        let who = if sentence.is(culprit + 1, Classes::RELATIVE) { culprit + 2 } else { culprit + 1 };
        if subject && who >= role.group.min(role.at) && who <= role.at {
            return Some(false);
        }
    }
    None
}

/// A count of several events: over a weekend or a year, in separate places.
fn round_up(sentence: &Sentence<'_>) -> Option<Name> {
    let period = |last: &str| ["weekend", "year", "month", "week", "summer", "holiday"].iter().any(|period| last.ends_with(period));
    let dated = |mention: &Mention| matches!(mention.kind, Kind::Date | Kind::Duration);
    let found = |at: usize| {
        if sentence.mention(at).is_some_and(dated) {
            let words = sentence.of(at);
            let before = at.checked_sub(1).map_or("", |before| sentence.of(before));
            let over = matches!(before, "over" | "during" | "Over" | "During" | "since" | "Since")
                || before == "the" && at > 1 && matches!(sentence.of(at - 2), "over" | "during" | "Over" | "During");
            let inside =
                words.starts_with("over ") || words.starts_with("this ") || words.starts_with("since ") || words.starts_with("the past ");
            if (over || inside) && (period(words) || matches!(before, "since" | "Since") && !words.contains(':')) {
                let since = if before == "the" {
                    sentence.span_of(at - 2, at + 1)
                } else if over {
                    sentence.span_of(at - 1, at + 1)
                } else {
                    sentence.span_of(at, at + 1)
                };
                return Some(Name::from(since.of(sentence.text).to_lowercase()));
            }
        }
        if sentence.is_word(at, word!("over")) && sentence.is_word(at + 1, word!("the")) && period(sentence.of(at + 2)) {
            return Some(Name::from(sentence.span_of(at, at + 3).of(sentence.text).to_lowercase()));
        }
        if !(sentence.is_word(at, word!("separate")) || sentence.is_word(at, word!("different"))) {
            return None;
        }
        let events = (at + 1..at + 4).find(|&at| {
            sentence.is_plural(at)
                && (sentence.words().event_class(&sentence.lexeme(at)).is_some() || matches!(sentence.of(at), "incidents" | "cases"))
        });
        events.map(|events| Name::from(format!("in {}", sentence.span_of(at, events + 1).of(sentence.text).to_lowercase())))
    };
    // Without one of these words, only a date or a duration makes one.
    if sentence.may_hold([word!("over"), word!("separate"), word!("different")]) {
        (0..sentence.len()).find_map(found)
    } else {
        (0..sentence.mentions.len()).map(|index| sentence.token_of_mention(index)).find_map(found)
    }
}
