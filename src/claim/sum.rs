//! Sums in words: "a man and two children died" tells of three people.
//!
//! In: a sentence and its claims with the phrases that they were read from. Out: a further claim for each list of people that one verb
//! holds together, its members marked as parts. What never happens here: a sum over verbs, or of figures that are not exact.

use super::noun::{self, Phrase};
use super::sentence::{Sentence, word};
use super::{Accumulation, Claim, Counted};
use crate::lexicon::Classes;
use crate::mention::Kind;
use crate::text::{Folded, Name, Span};
use crate::value::{Bound, Decimal, Interval, Value};

/// A member of a list: its tokens, and the index of its claim where it has one.
#[derive(Clone, Copy, Debug)]
struct Member {
    from: usize,
    to: usize,
    claim: Option<usize>,
}

/// Adds the sums of the people in `claims`, of which `read` gives token and phrase.
pub(super) fn add(sentence: &Sentence<'_>, text: &Folded<'_>, read: &[(usize, Option<Phrase>)], claims: &mut Vec<Claim>, from: usize) {
    let mut index = 0;
    while index < read.len() {
        let members = list(sentence, read, &claims[from..], index);
        let last = members.iter().filter_map(|member| member.claim).max().unwrap_or(index);
        if members.len() > 1
            && let Some(sum) = sum(sentence, text, &members, &claims[from..])
        {
            for member in members.iter().filter_map(|member| member.claim) {
                claims[from + member].accumulation = Accumulation::Part;
            }
            claims.push(sum);
        }
        index = last + 1;
    }
}

/// The list that the claim `index` opens or follows the singular members of.
fn list(sentence: &Sentence<'_>, read: &[(usize, Option<Phrase>)], claims: &[Claim], index: usize) -> Vec<Member> {
    let member = |index: usize| {
        let (at, phrase) = read.get(index)?;
        let phrase = phrase.filter(|phrase| !phrase.outcome && !phrase.part)?;
        counts_people(claims.get(index)?).then_some(Member { from: *at, to: phrase.to, claim: Some(index) })
    };
    let Some(first) = member(index) else { return Vec::new() };
    let measure = |index: usize| claims.get(index).and_then(|claim| claim.counted.as_ref()).and_then(|counted| counted.measure.clone());
    // Most figures stand in no list.
    if one_before(sentence, first).is_none() && joined(sentence, first.to).is_none() {
        return Vec::new();
    }
    let mut members = vec![first];
    while let Some(before) = members.first().and_then(|first| one_before(sentence, *first)) {
        members.insert(0, before);
    }
    let mut next = index + 1;
    while let Some(last) = members.last().copied() {
        let Some(start) = joined(sentence, last.to) else { break };
        let following = if sentence.mention(start).is_some() {
            let found = member(next).filter(|found| found.from == start && measure(next) == measure(index));
            next += 1;
            found
        } else {
            one_after(sentence, start)
        };
        let Some(following) = following else { break };
        members.push(following);
    }
    // A list ends with "and"; what is only set off by commas may be an apposition.
    while members.len() > 1 {
        let last = members[members.len() - 1];
        let and = last.from.checked_sub(1).is_some_and(|at| sentence.is(at, Classes::AND));
        if and {
            break;
        }
        members.pop();
    }
    if members.len() == 2 && closed(sentence, &members) {
        members.clear();
    }
    members
}

/// "Two were killed, including the gunman, and six others were hurt": the comma closes what "including" opened, for two things take none
/// before their "and".
fn closed(sentence: &Sentence<'_>, members: &[Member]) -> bool {
    let (first, comma) = (members[0].from, members[0].to);
    sentence.is_mark(comma, ',') && first.checked_sub(1).is_some_and(|at| sentence.is(at, Classes::INCLUDING))
}

/// Whether a claim counts people of whom it is said what became of them.
fn counts_people(claim: &Claim) -> bool {
    let exact = claim.value.as_ref().is_some_and(|value| value.bound == Bound::Exact && value.second.is_none());
    let measure = claim.counted.as_ref().and_then(|counted| counted.measure.as_deref());
    exact && claim.kind == Kind::Count && matches!(measure, Some("deaths" | "injuries" | "casualties" | "missing" | "arrests"))
}

/// The token after "and" or a comma at `at`.
fn joined(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let comma = sentence.is_mark(at, ',');
    let at = if comma { at + 1 } else { at };
    let and = sentence.is(at, Classes::AND);
    (comma || and).then_some(if and { at + 1 } else { at })
}

/// "a man" at `start`.
fn one_after(sentence: &Sentence<'_>, start: usize) -> Option<Member> {
    if !sentence.is(start, Classes::ARTICLE.and(Classes::POSSESSIVE)) {
        return None;
    }
    let phrase = noun::phrase(sentence, start + 1, true)?;
    let head = phrase.head?;
    (is_person(sentence, head) && !sentence.is_plural(head)).then_some(Member { from: start, to: phrase.to, claim: None })
}

/// "a man" before the "and" or the comma that stands before `member`; "Roe" before "and two others".
fn one_before(sentence: &Sentence<'_>, member: Member) -> Option<Member> {
    let mut join = member.from.checked_sub(1)?;
    let and = sentence.is(join, Classes::AND);
    if !and && !sentence.is_mark(join, ',') {
        return None;
    }
    if and && join > 0 && sentence.is_mark(join - 1, ',') {
        join -= 1;
    }
    let head = join.checked_sub(1)?;
    if is_person(sentence, head) && !sentence.is_plural(head) {
        // "A 10-year-old girl and two men".
        let aged = |at: usize| sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Age);
        let opens = (head.saturating_sub(4)..head).rev().take_while(|&at| sentence.is_open(at) || is_opening(sentence, at) || aged(at));
        let from = opens.into_iter().find(|&at| is_opening(sentence, at))?;
        return Some(Member { from, to: join, claim: None });
    }
    let others = (member.from..member.to).any(|at| sentence.is(at, Classes::OTHER) && !sentence.is(at, Classes::INCREMENT));
    // "Ann Roe, her husband and six children": she is one of them.
    let hers = !and && matches!(sentence.of(member.from), "her" | "his");
    let capital = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at) && !sentence.lexeme(at).is_verb();
    // A family name may be that of a town.
    let unknown = |at: usize| sentence.name_around(at).is_none();
    let family = |at: usize| hers && at > 0 && capital(at - 1) && unknown(at - 1);
    let name = |at: usize| capital(at) && (unknown(at) || family(at));
    let mut from = join;
    while let Some(before) = from.checked_sub(1).filter(|&before| name(before)) {
        from = before;
    }
    ((others && and || hers) && join - from >= 2 && !sentence.titled).then_some(Member { from, to: join, claim: None })
}

fn is_opening(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Classes::ARTICLE.and(Classes::POSSESSIVE)) || sentence.is_word(at, word!("the"))
}

fn is_person(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.words().measure(&sentence.lexeme(at)).is_some_and(|measure| measure.people)
}

/// The claim of the whole list.
fn sum(sentence: &Sentence<'_>, text: &Folded<'_>, members: &[Member], claims: &[Claim]) -> Option<Claim> {
    let mut total = Decimal::ZERO;
    for member in members {
        let figure = match member.claim {
            Some(index) => claims.get(index)?.value.as_ref()?.first?,
            None => Decimal::ONE,
        };
        total = total.plus(figure)?;
    }
    let (first, last) = (members.first()?, members.last()?);
    let span: Span = sentence.span_of(first.from, last.to);
    let model = claims.get(members.iter().find_map(|member| member.claim)?)?;
    let value = Value {
        first: Some(total),
        low: Some(total),
        best: Some(total),
        high: Some(total),
        interval: Interval::point(total),
        ..Value::default()
    };
    let counted = Counted {
        head: sentence.words().person().clone(),
        phrase: Name::from(span.of(sentence.text)),
        measure: model.counted.as_ref()?.measure.clone(),
    };
    let including = first.from.checked_sub(1).is_some_and(|at| sentence.is(at, Classes::INCLUDING));
    Some(Claim {
        span: text.to_given(span),
        value: Some(value),
        counted: Some(counted),
        accumulation: if including { Accumulation::Part } else { Accumulation::Unknown },
        ..model.clone()
    })
}
