//! Sites and streets: by their own names, which may lie anywhere, and without one, "at a school", which only tell a reader.
//!
//! In: a sentence and the token of a preposition, or a figure. Out: the place with its weight. What never happens here: a town or a country.

use super::Told;
use super::place::{belongs, carried, is_direction};
use super::proper::{is_name_word, told};
use super::sentence::{Sentence, word};
use crate::lexicon::Classes;
use crate::mention::Kind;
use crate::text::{Name, Shape, Span};

/// How sure a place is that only its own name tells.
const SITE: u16 = 450;

/// A place by its own name: "at Harrow Airport", "inside the Blue Door club". It may lie anywhere, so that it is told, but neither joins
/// claims nor keeps them apart.
pub(super) fn site(sentence: &Sentence<'_>, at: usize) -> Option<(Told, Span)> {
    if sentence.titled || !within(sentence, at) {
        return None;
    }
    let first = if sentence.is(at + 1, Classes::DETERMINER) { at + 2 } else { at + 1 };
    if sentence.is_word(first + 1, word!("block")) && sentence.is(first + 2, Classes::OF) {
        return block(sentence, first);
    }
    let capital = |here: usize| {
        sentence.token(here).is_capital() && sentence.is_open(here) && !sentence.is(here, Classes::WEEKDAY.and(Classes::MONTH))
    };
    let names = (first..first + 6).take_while(|&here| capital(here)).count();
    let end = first + names;
    let is_site = |here: usize| {
        let measure = sentence.words().measure(&sentence.lexeme(here)).map_or("", |measure| &*measure.name);
        matches!(measure, "buildings" | "premises" | "homes") || sentence.is(here, Classes::PLACE_KIND.and(Classes::SITE))
    };
    let noun = sentence.token(end).shape == Shape::Lower && sentence.is_open(end);
    let end = match () {
        () if names == 0 => return None,
        () if noun && is_site(end) => end + 1,
        // "at the Harrow night club"
        () if noun && sentence.token(end + 1).shape == Shape::Lower && is_site(end + 1) => end + 2,
        // "at a Harrow County farm"
        () if noun && names > 1 && sentence.is_word(end - 1, word!("county")) => end,
        // "in the Harrow Park brochure"
        () if noun && !sentence.lexeme(end).is_verb() && !sentence.is(end, Classes::ADVERB) => return None,
        () if names > 1 && (is_site(end - 1) || NAMED.contains(&sentence.of(end - 1))) => end,
        () => return None,
    };
    let owned = sentence.token(end).shape == Shape::Clitic;
    let span = sentence.span_of(first, end);
    (!owned).then(|| (told(&Name::from(span.of(sentence.text)), SITE), span))
}

/// Capitalised, the last word of the name of a site; any other word elsewhere.
const NAMED: [&str; 8] = ["Center", "Centre", "Court", "House", "Park", "Gardens", "Pavilion", "Club"];

/// "the 300 block of Mill Lane", whose number stands at `first`.
fn block(sentence: &Sentence<'_>, first: usize) -> Option<(Told, Span)> {
    let part =
        |here: usize| sentence.token(here).is_capital() || sentence.mention(here).is_some() || sentence.token(here).shape == Shape::Digits;
    let never = Classes::WEEKDAY.and(Classes::MONTH);
    let run = || (first + 3..first + 8).take_while(|&here| part(here));
    // "the 2100 block of Mill Oaks"
    let dated = |here: usize| sentence.is(here, never) || sentence.mention(here).is_some_and(|mention| mention.value.is_none());
    let named = || run().take_while(|&here| !dated(here)).last();
    let street = run().filter(|&here| here > first + 3 && sentence.is(here, Classes::STREET)).last().or_else(named)?;
    let span = sentence.span_of(first, street + 1);
    Some((told(&Name::from(span.of(sentence.text)), SITE), span))
}

/// How sure a street or a site without a name is, and the town of a dateline that the lexicon does not know: told to a reader, no more.
pub(super) const MINOR: u16 = 350;
/// How far such a place is looked for, in tokens.
const BESIDE: usize = 10;

/// The streets and sites without a name of a sentence, each behind its preposition: "at a school", "outside a nightclub", "on East 9th
/// Street".
pub(super) fn sites(sentence: &Sentence<'_>) -> Vec<(usize, Span)> {
    if !sentence.has(Classes::PREPOSITION) {
        return Vec::new();
    }
    let prepositions = (0..sentence.len()).filter(|&at| sentence.is(at, Classes::PREPOSITION));
    let found = |at: usize| {
        let named = || street(sentence, at).or_else(|| venue(sentence, at));
        named().or_else(|| common_site(sentence, at)).filter(|_| !belongs(sentence, at, None))
    };
    prepositions.filter_map(|at| Some((at, found(at)?))).collect()
}

/// The only one of the `sites` of a sentence, behind the figure at `at`, of which the whole sentence tells: "Minutes later, nine men were
/// shot while they stood in front of a car wash on Mill Lane".
pub(super) fn only(sentence: &Sentence<'_>, sites: &[(usize, Span)], at: usize) -> Option<Told> {
    let &[(here, span)] = sites else { return None };
    let apart = |here: usize| [';', '"'].into_iter().any(|mark| sentence.is_mark(here, mark)) || sentence.is(here, Classes::RELATIVE);
    // Where people were taken is no place of what happened.
    let told_of = here > at && !sentence.is(here, Classes::TO) && !(at..here).any(apart);
    told_of.then(|| told(&Name::from(span.of(sentence.text).trim_end_matches('.')), MINOR))
}

/// Which of the `sites` of a sentence stands in the clause of the figure at `at` whose phrase ends before `to`.
pub(super) fn minor(sentence: &Sentence<'_>, sites: &[(usize, Span)], at: usize, to: usize) -> Option<Told> {
    let ends = |here: usize| {
        [',', ';', ':', '"'].into_iter().any(|mark| sentence.is_mark(here, mark))
            || sentence.is(here, Classes::SUBORDINATOR.and(Classes::RELATIVE)) && !sentence.is(here, Classes::PREPOSITION)
    };
    // "at 6 p.m. on Friday, on Mill Lane", "On Friday, guards came to a house"
    let date = sentence.mention(at).is_some_and(|mention| mention.value.is_none()) && (at < 3 || sentence.is(to + 1, Classes::PREPOSITION));
    let to = if date && sentence.is_mark(to, ',') { to + 1 } else { to };
    let after = sites.iter().find(|(here, _)| *here >= to);
    let after = after.filter(|(here, _)| *here < to + BESIDE && !(to..=*here).any(ends)).map(|(_, span)| *span);
    let before = || {
        let last = sites.iter().rfind(|(here, _)| *here < at);
        // "at the house where nine people died"
        let where_of = |here: usize, span: Span| sentence.is_word(here, word!("where")) && sentence.token(here - 1).span.end == span.end;
        let apart = |&(here, span): &(usize, Span)| (here..at).any(|at| ends(at) && !where_of(at, span));
        last.filter(|site| site.0 + BESIDE >= at && !apart(site)).map(|(_, span)| *span)
    };
    // "in the club on Friday and in a lot in June"
    let beside = |span: &Span| at > 1 && span.end >= sentence.token(at - 2).span.start;
    let near = if sentence.mention(at).is_some_and(|mention| mention.value.is_none()) { before().filter(beside) } else { None };
    let span = near.or(after).or_else(before)?;
    Some(told(&Name::from(span.of(sentence.text).trim_end_matches('.')), MINOR))
}

/// The street after the preposition at `at`.
fn street(sentence: &Sentence<'_>, at: usize) -> Option<Span> {
    if sentence.titled || !matches!(sentence.of(at), "on" | "along") {
        return None;
    }
    let first = if sentence.is(at + 1, Classes::DETERMINER) { at + 2 } else { at + 1 };
    // "on the city's West Side"
    let side = (first..first + 5).find(|&at| sentence.is_word(at, word!("side")));
    if let Some(side) = side.filter(|&side| side > first && is_direction(sentence, side - 1)) {
        return Some(sentence.span_of(first, side + 1));
    }
    let last = (first..first + 5).take_while(|&at| names_street(sentence, at)).filter(|&at| sentence.is(at, Classes::STREET)).last()?;
    // "U.S. Highway 41"
    let number =
        |at: usize| sentence.token(at).shape == Shape::Digits || sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Number);
    let end = if number(last + 1) { last + 2 } else { last + 1 };
    (last > first).then(|| sentence.span_of(first, end))
}

/// A place by a name that tells no kind: "at Harrow". What is aimed at is no place.
fn venue(sentence: &Sentence<'_>, at: usize) -> Option<Span> {
    let arrives = sentence.is(at, Classes::TO) && carried(sentence, at);
    if sentence.titled || !(arrives || sentence.is(at, Classes::AT)) || at == 0 {
        return None;
    }
    let before = sentence.lexeme(at - 1);
    let class = sentence.words().verb_class(&before).or_else(|| sentence.words().event_class(&before)).map_or("", |class| &*class.name);
    let stays = matches!(class, "work" | "attend" | "play" | "open" | "meet" | "remain" | "die" | "treat")
        || sentence.words().event_class(&before).is_some() && !sentence.is_plural(at - 1)
        || matches!(sentence.of(at - 1), "party" | "scene" | "was" | "were" | "performing" | "held" | "arrived" | "employee");
    let name = |here: usize| is_name_word(sentence, here) || here > at + 1 && sentence.token(here).is_capital() && sentence.is_open(here);
    let never = |here: usize| sentence.is(here, Classes::WEEKDAY.and(Classes::MONTH)) || sentence.mention(here).is_some();
    let link = |here: usize| sentence.of(here) == "&" || sentence.is(here, Classes::OF);
    let joins = |here: usize| here > at + 1 && link(here) && sentence.token(here + 1).is_capital();
    let end = at + 1 + (at + 1..at + 7).take_while(|&here| (name(here) || joins(here)) && !never(here)).count();
    // "at Mill Lane and Quay Street": no site, and a corner.
    let street = (at + 1..end).any(|here| sentence.is(here, Classes::STREET));
    // "to Harrow and Marden Hospital": the name goes on.
    let on = sentence.is(end, Classes::COORDINATOR) && sentence.token(end + 1).is_capital() || sentence.token(end).shape == Shape::Clitic;
    let ends = end > at + 1 && sentence.name_at(at + 1).is_none() && !on && !street;
    ((stays || arrives) && ends).then(|| sentence.span_of(at + 1, end))
}

/// Whether the word can be part of the name of a street: "East", "9th", "41".
fn names_street(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = sentence.token(at);
    token.is_capital() || token.shape == Shape::Digits || sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Ordinal)
}

/// Whether a site can follow the preposition at `at`; one "to" which someone was taken, too.
fn within(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Classes::AT)
        || matches!(sentence.of(at), "in" | "inside" | "outside" | "near" | "into")
        || sentence.is(at, Classes::TO) && (carried(sentence, at) || arrives(sentence, at))
}

/// Whether someone came to what the "to" at `at` stands before: "responded to a house".
fn arrives(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else { return false };
    // "drove himself to a clinic"
    if before > 0 && matches!(sentence.of(before), "himself" | "herself" | "themselves" | "him" | "her" | "them") {
        before -= 1;
    }
    let class = sentence.words().verb_class(&sentence.lexeme(before)).map_or("", |class| &*class.name);
    matches!(class, "travel" | "send" | "call") || matches!(sentence.of(before), "responded" | "responding" | "summoned" | "respond")
}

/// The site without a name after the preposition at `at`, without its article.
fn common_site(sentence: &Sentence<'_>, at: usize) -> Option<Span> {
    // "treated at local hospitals"
    if within(sentence, at) && matches!(sentence.of(at + 1), "local" | "area" | "nearby" | "various") {
        return matches!(sentence.of(at + 2), "hospitals" | "clinics" | "schools").then(|| sentence.span_of(at + 1, at + 3));
    }
    if !within(sentence, at) || !sentence.is(at + 1, Classes::DETERMINER.and(Classes::POSSESSIVE)) || sentence.is(at + 1, Classes::RELATIVE)
    {
        return None;
    }
    // "at the corner of Mill Lane and Quay Street"
    if matches!(sentence.of(at + 2), "corner" | "intersection") && sentence.is(at + 3, Classes::OF) {
        let part = |at: usize| {
            names_street(sentence, at)
                || sentence.is(at, Classes::AND.and(Classes::STREET))
                || matches!(sentence.of(at), "streets" | "avenues" | "roads")
        };
        let last = (at + 4..at + 14).take_while(|&at| part(at) && !sentence.titled).filter(|&at| !sentence.is(at, Classes::AND)).last()?;
        return Some(sentence.span_of(at + 2, last + 1));
    }
    // "at his cousin's Harrow home"
    let noun = |at: usize| {
        let inside = sentence.token(at).shape == Shape::Clitic || sentence.token(at).is_capital() && !sentence.titled;
        inside || sentence.token(at).shape == Shape::Lower && sentence.is_open(at) && !sentence.is(at, Classes::ADVERB)
    };
    let last = (at + 2..at + 8).take_while(|&at| noun(at)).last().filter(|&at| sentence.token(at).shape == Shape::Lower)?;
    let measure = sentence.words().measure(&sentence.lexeme(last)).map_or("", |measure| &*measure.name);
    let site =
        matches!(measure, "buildings" | "premises" | "homes") || sentence.is(last, Classes::SITE) || sentence.is_word(last, word!("park"));
    (site && !sentence.is_plural(last)).then(|| sentence.span_of(at + 2, last + 1))
}
