//! Who did it, and where: names near the verb and the figure.
//!
//! In: a sentence, a figure and how it was read. Out: names with weights. What never happens here: a pronoun resolved, but for one that
//! takes up the sentence's own subject; a common noun as an actor.

use super::Told;
use super::clause;
use super::counted::Reading;
use super::event::{Part, Role, group_before};
use super::sentence::{Known, Sentence, word};
use super::status::outermost_group;
use crate::lexicon::{Classes, Forms};
use crate::mention::{Kind, Mention};
use crate::text::{Name, Shape, Span};

/// Who did it, with the words that say so.
pub(super) fn actor(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let own = phrase_actor(sentence, at, reading);
    // Who says something has not done what is said.
    let Some(role) = reading.role.filter(|role| !(clause::is_weak(role) && sentence.is(role.at, Classes::SAY))) else { return own };
    let subject = match role.part {
        Part::Doer => None,
        Part::Undergoer if role.rule == "part of the figure before" => None,
        Part::Undergoer if role.at < at => subject(sentence, &role),
        Part::Undergoer => agent(sentence, role.at),
    };
    subject.or(own.filter(|_| role.part == Part::Doer || !harms(&role)))
}

/// Whether the event harms whom it counts, so that their nation is not the one who acts.
fn harms(role: &Role<'_>) -> bool {
    role.class.is_some_and(|class| class.undergoer.is_some() || class.subject.is_some())
}

fn told(name: &Name, weight: u16) -> Told {
    Told { name: name.clone(), weight }
}

/// The nation in the counted phrase: "10,000 DPRK troops", "North Korean soldiers".
fn phrase_actor(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let measure = reading.counted.as_ref()?.measure.as_deref()?;
    // A nation acts through its forces and its workers, not through its tourists.
    let people = matches!(measure, "troops" | "police" | "militants" | "engineers" | "workers");
    let (from, to) = reading.nominal?;
    let named = (from..to).find_map(|at| sentence.name_at(at).map(|(length, entry)| (at, length, entry)));
    let (first, length, entry) = named.filter(|_| people)?;
    let behind = from > at || to <= at;
    let actor = entry.actor.as_ref().filter(|_| behind)?;
    Some((told(actor, 800), sentence.span_of(first, first + length)))
}

/// The subject of the active verb of `role`.
fn subject(sentence: &Sentence<'_>, role: &Role<'_>) -> Option<(Told, Span)> {
    if sentence.lexeme(role.at).is(Classes::NOUN) && !sentence.lexeme(role.at).is_verb() {
        return None;
    }
    let first = outermost_group(sentence, role);
    let mut before = first.checked_sub(1)?;
    if sentence.is(before, Classes::RELATIVE) {
        // "Ann Roe, who wounded three": the name that the clause tells of.
        before = before.checked_sub(1)?;
        before = if sentence.is_mark(before, ',') { before.checked_sub(1)? } else { before };
    }
    if sentence.is(before, Classes::AND) {
        // "Ann Roe stole a car and wounded three": the subject of the verb before.
        let clause = (before.saturating_sub(10)..before).rev().take_while(|&at| !sentence.is_mark(at, ',') && !ends_clause(sentence, at));
        let verb =
            clause.into_iter().find(|&at| sentence.has_form(at, Forms::PAST.and(Forms::THIRD)) && !sentence.is(at, Classes::NOUN))?;
        before = group_before(sentence, verb).checked_sub(1)?;
    }
    // "Harrow Mills (HM) sold"
    if before > 2 && sentence.is_mark(before, ')') && sentence.is_mark(before - 2, '(') {
        before -= 3;
    }
    if sentence.is_mark(before, ',') {
        // "Ann Roe, 26, sold", "the index, the Corvina 40, fell": what stands between the commas is a name, or of one.
        let open = (before.saturating_sub(12)..before).rev().find(|&at| at > 0 && sentence.is_mark(at, ','))?;
        return name_ending(sentence, open - 1, role).or_else(|| name_ending(sentence, before - 1, role));
    }
    if role.class.is_some_and(|class| matches!(&*class.name, "rise" | "fall")) {
        // "the Corvina Forty share index fell": the name says which index it is.
        let noun = |at: usize| !sentence.lexeme(at).is_verb() || sentence.is(at, Classes::NOUN);
        let common = |at: usize| sentence.token(at).shape == Shape::Lower && sentence.is_open(at) && noun(at);
        let nouns = (before.saturating_sub(2)..=before).rev().take_while(|&at| common(at)).count();
        before = before.checked_sub(nouns)?;
    }
    if let Some(found) = name_ending(sentence, before, role) {
        return Some(found);
    }
    if sentence.is_word(before, word!("it")) || sentence.is_word(before, word!("they")) {
        // "Harrow Mills said that it sold": who says so.
        let that = before.checked_sub(1).filter(|&at| sentence.is_word(at, word!("that")));
        let says = that.unwrap_or(before).checked_sub(1).filter(|&at| sentence.is(at, Classes::SAY) && sentence.lexeme(at).is_verb());
        let sayer = says.and_then(|at| group_before(sentence, at).checked_sub(1));
        if let Some(found) = sayer.and_then(|at| name_ending(sentence, at, role)) {
            return Some(found);
        }
    }
    if sentence.is_word(before, word!("it")) {
        // "North Korea has been arming them, and last fall it sent …": the subject that opened the sentence.
        return opening_subject(sentence, before);
    }
    None
}

/// A word that begins another clause.
fn ends_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_mark(at, ';') || sentence.is(at, Classes::SUBORDINATOR) && !sentence.is(at, Classes::PREPOSITION)
}

/// Whether what begins at `first` hangs on a preposition, so that it is no subject: "sales in the United States rose".
fn hangs(sentence: &Sentence<'_>, first: usize) -> bool {
    let before = if first > 0 && sentence.is(first - 1, Classes::DETERMINER) { first - 1 } else { first };
    let Some(of) = before.checked_sub(1).filter(|&at| at > 0 && sentence.is(at, Classes::PREPOSITION)) else { return false };
    // "the government of Egypt" acts, "a branch of the Northern Bank" does not.
    !(sentence.is(of, Classes::SUBORDINATOR) || sentence.is(of, Classes::OF) && sentence.is(of - 1, Classes::SOURCE))
}

/// The name that ends with the token at `at`, in the lexicon or as printed.
fn name_ending(sentence: &Sentence<'_>, at: usize, role: &Role<'_>) -> Option<(Told, Span)> {
    let printed = printed_name(sentence, at);
    let known = sentence.name_around(at).filter(|(first, length, _)| first + length == at + 1);
    if let Some((first, length, entry)) = known.filter(|(first, ..)| printed.is_none_or(|(from, _)| from >= *first)) {
        let actor = entry.actor.as_ref().filter(|_| !hangs(sentence, first))?;
        return Some((told(actor, 900), sentence.span_of(first, first + length)));
    }
    // "North Korean forces", "the Syrian army": a people's word before a body that acts for it.
    let body = sentence.is(at, Classes::SOURCE)
        || sentence.words().measure(&sentence.lexeme(at)).is_some_and(|measure| matches!(&*measure.name, "troops" | "police"))
        || matches!(sentence.of(at), "forces" | "troops" | "army" | "warplanes" | "jets" | "airstrikes");
    if body
        && at > 0
        && let Some((first, length, entry)) = sentence.name_around(at - 1)
    {
        return entry.actor.as_ref().map(|actor| (told(actor, 700), sentence.span_of(first, first + length)));
    }
    let (first, names) = printed.filter(|(first, _)| !sentence.titled && !hangs(sentence, *first))?;
    let span = sentence.span_of(first, at + 1);
    // A single word may open the sentence and be no name.
    let token = sentence.token(at);
    let rare = token.shape == Shape::Upper || sentence.language.rarity.get(token.hash).is_none();
    let class = role.class.map_or("", |class| &*class.name);
    // Who buys or hires is someone; who rises or kills may be a thing: "Inflation rose", "Lightning killed".
    let someone =
        matches!(class, "buy" | "sell" | "supply" | "receive" | "cut" | "hire" | "lay-off" | "send" | "close" | "launch" | "build");
    let whole = names > 0 && (at > first || rare || (first > 0 || someone) && !sentence.is_plural(at));
    whole.then(|| (told(&Name::from(span.of(sentence.text)), 600), span))
}

/// Where the capitalised words begin that end at `at`, and how many of them can be nothing but a name: "Northern Gas Company", "Bank of
/// Karvella", "Index 100". Titles before them are left out.
fn printed_name(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    let capital = |at: usize| {
        let never = Classes::STARTER.and(Classes::WEEKDAY).and(Classes::MONTH).and(Classes::PRONOUN);
        sentence.token(at).is_capital() && sentence.is_open(at) && !sentence.is(at, never)
    };
    let plain =
        |mention: &Mention| mention.kind == Kind::Number && mention.span.of(sentence.text).bytes().all(|byte| byte.is_ascii_digit());
    let number = sentence.token(at).shape == Shape::Digits || sentence.mention(at).is_some_and(plain);
    let mut first = if number { at.checked_sub(1)? } else { at };
    if !capital(first) {
        return None;
    }
    let mut names = usize::from(is_name_word(sentence, first));
    while let Some(before) = first.checked_sub(1) {
        let of = sentence.is(before, Classes::OF) && before > 0 && capital(before - 1) && !sentence.is(before - 1, Classes::SOURCE);
        let joined = of || sentence.of(before) == "&" && before > 0 && capital(before - 1);
        if !(joined || capital(before)) {
            break;
        }
        first = if joined { before - 1 } else { before };
        names += usize::from(is_name_word(sentence, first));
    }
    while first < at && sentence.is(first, Classes::TITLE) && !sentence.is_plural(first + 1) {
        first += 1;
    }
    Some((first, names))
}

/// A capitalised word that can be part of a name.
fn is_name_word(sentence: &Sentence<'_>, at: usize) -> bool {
    let known = Classes::STARTER.and(Classes::WEEKDAY).and(Classes::MONTH).and(Classes::TITLE).and(Classes::NOUN).and(Classes::ADVERB);
    sentence.token(at).is_capital() && sentence.is_open(at) && !sentence.is(at, known) && !sentence.lexeme(at).is_verb()
}

/// The name that opens the sentence as the subject of its first verb.
fn opening_subject(sentence: &Sentence<'_>, pronoun: usize) -> Option<(Told, Span)> {
    let start = usize::from(sentence.is(0, Classes::DETERMINER));
    let (length, entry) = sentence.name_at(start)?;
    let next = start + length;
    let verb = sentence.is(next, Classes::BE.and(Classes::HAVE).and(Classes::MODAL).and(Classes::DO))
        || sentence.has_form(next, Forms::PAST.and(Forms::THIRD).and(Forms::BASE));
    // Another subject in between could be the one that is meant.
    let other = sentence.names().any(|(first, length, entry)| {
        let verb = first + length;
        first > start
            && first < pronoun
            && entry.actor.is_some()
            && !entry.people
            && sentence.is(verb, Classes::BE.and(Classes::HAVE).and(Classes::MODAL))
    });
    let actor = entry.actor.as_ref().filter(|_| verb && !other && !entry.people)?;
    Some((told(actor, 600), sentence.span_of(start, next)))
}

/// The agent of a passive: "were killed by Russian forces".
fn agent(sentence: &Sentence<'_>, verb: usize) -> Option<(Told, Span)> {
    let by = (verb + 1..verb + 5).find(|&at| sentence.is(at, Classes::BY))?;
    let mut at = by + 1;
    while sentence.is(at, Classes::DETERMINER.and(Classes::ADJECTIVE)) && sentence.name_at(at).is_none() {
        at += 1;
    }
    if let Some((length, entry)) = sentence.name_at(at) {
        return entry.actor.as_ref().map(|actor| (told(actor, 750), sentence.span_of(at, at + length)));
    }
    let last = (at..at + 5).take_while(|&at| sentence.token(at).is_capital() && sentence.is_open(at)).last()?;
    // "by a Lee County deputy": the name only says which.
    let modifies = sentence.is_open(last + 1) && !sentence.lexeme(last + 1).is_verb() && !sentence.is(last + 1, Classes::ADVERB);
    if sentence.titled || modifies || !is_name_word(sentence, at) {
        return None;
    }
    let span = sentence.span_of(at, last + 1);
    Some((told(&Name::from(span.of(sentence.text)), 550), span))
}

/// Where it happened, with the words that say so.
pub(super) fn place(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let mention = sentence.mention(at).filter(|_| sentence.named)?;
    if reading.counted.is_none() && reading.role.is_none() && !matches!(mention.kind, Kind::Money | Kind::Percent) {
        return None;
    }
    // Where a length or a rank is only the clause's, so is the place.
    let sure = reading.role.filter(|_| reading.counted.is_none() && mention.value.is_some()).map_or(u16::MAX, |role| role.weight);
    let found = place_near(sentence, at, reading);
    found.map(|(told, span)| (Told { weight: told.weight.min(sure), ..told }, span))
}

fn place_near(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let from = reading.phrase.map_or(at + 1, |phrase| phrase.to);
    // Only what is sent or goes somewhere arrives "to" a place.
    let moves = reading
        .role
        .is_some_and(|role| role.class.is_some_and(|class| matches!(&*class.name, "send" | "supply" | "sell" | "travel" | "flee")));
    let leads = |here: &usize| {
        sentence.is(*here, Classes::LOCATIVE.and(Classes::PREPOSITION))
            && (sentence.is(*here, Classes::LOCATIVE) || sentence.is_word(*here, word!("on")))
    };
    let after = (from..sentence.len()).filter(leads).find_map(|here| place_at(sentence, here, from, moves, false));
    let before = || (0..at).rev().filter(leads).find_map(|here| place_at(sentence, here, here, false, true));
    after.or_else(before).or_else(|| dateline(sentence))
}

/// The place of a dateline that opens the sentence: "KARVELLA, Egypt (Newsline) — Nine people died". It is where the report was filed,
/// so it is the least sure of all, and only a place that the lexicon knows.
fn dateline(sentence: &Sentence<'_>) -> Option<(Told, Span)> {
    let opens = sentence.token(0).shape == Shape::Upper && sentence.token(0).span.len() > 3;
    let is_dash = |at: usize| matches!(sentence.token(at).shape, Shape::Mark('-' | '\u{2013}' | '\u{2014}'));
    let heads = |at: usize| sentence.token(at).is_capital() || matches!(sentence.token(at).shape, Shape::Mark(',' | '(' | ')' | '.'));
    let dash = (1..14).filter(|_| opens).take_while(|&at| heads(at) || is_dash(at)).find(|&at| is_dash(at))?;
    sentence.names().take_while(|(first, ..)| *first < dash).find_map(|(first, length, entry)| {
        let place = entry.place.as_ref().filter(|_| !sentence.is_mark(first.saturating_sub(1), '('))?;
        Some((told(place, 400), sentence.span_of(first, first + length)))
    })
}

/// Words that say which part of a place is meant.
const DIRECTIONS: [Known; 19] = [
    word!("north"),
    word!("south"),
    word!("east"),
    word!("west"),
    word!("northern"),
    word!("southern"),
    word!("eastern"),
    word!("western"),
    word!("central"),
    word!("northeast"),
    word!("northwest"),
    word!("southeast"),
    word!("southwest"),
    word!("downtown"),
    word!("suburban"),
    word!("nearby"),
    word!("neighboring"),
    word!("neighbouring"),
    word!("rural"),
];

/// Whether the word at `at` says which part of a place is meant.
fn is_direction(sentence: &Sentence<'_>, at: usize) -> bool {
    DIRECTIONS.iter().any(|direction| sentence.is_word(at, *direction))
}

/// The place after the preposition at `at`; `from` is where the figure's phrase ends, `back` that it is looked for before the figure.
fn place_at(sentence: &Sentence<'_>, at: usize, from: usize, moves: bool, back: bool) -> Option<(Told, Span)> {
    if sentence.is_word(at, word!("on")) {
        // "on Chicago's Northwest Side", "on a Brooklyn street"
        let name = if sentence.is(at + 1, Classes::DETERMINER) { at + 2 } else { at + 1 };
        let (length, entry) = sentence.name_at(name)?;
        let next = name + length;
        let street = |at: usize| sentence.is(at, Classes::STREET) || sentence.is_word(at, word!("side"));
        let part = street(next) || sentence.token(next).shape == Shape::Clitic && (next + 1..next + 4).any(street);
        return entry.place.as_ref().filter(|_| part).map(|place| (told(place, 600), sentence.span_of(name, next)));
    }
    if !sentence.is(at, Classes::LOCATIVE) || sentence.is(at, Classes::TO) && !moves {
        return None;
    }
    let near = if at - from < 8 { 0 } else { 100 };
    let mut here = at + 1;
    // "in the Russian border region of Kursk": the last place of the phrase is the one that is meant.
    let mut found = None;
    while here < at + 10 {
        if let Some((length, entry)) = sentence.name_at(here) {
            if let Some(place) = &entry.place {
                found = Some((told(place, 800 - near), sentence.span_of(here, here + length)));
                here += length;
                break;
            }
            here += length;
            continue;
        }
        let modifier = !sentence.token(here).is_capital()
            && sentence.is(here, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE).and(Classes::OF))
            || sentence.token(here).shape == Shape::Clitic;
        let noun = sentence.is_open(here) && !sentence.lexeme(here).is_verb() && !sentence.token(here).is_capital() && here > at + 1;
        if !(modifier || noun || is_direction(sentence, here)) {
            break;
        }
        here += 1;
    }
    // Looked for before the figure, a place that an apposition ends with is that of the apposition: "a bank in Egypt, has lost".
    let verb = |at: usize| sentence.lexeme(at).is_verb() || sentence.is(at, Classes::HAVE.and(Classes::BE).and(Classes::MODAL));
    if back && found.is_some() && sentence.is_mark(here, ',') && verb(here + 1) {
        return None;
    }
    // "at Egypt's Best Inn", "inside Tulsa's home": whose inn, whose home it is.
    let within = sentence.is(at, Classes::AT) || matches!(sentence.of(at), "inside" | "outside" | "near");
    if within && found.is_some() && sentence.token(here).shape == Shape::Clitic {
        return None;
    }
    // "in Lincoln Center", "in Delaware County": the name goes on.
    let goes_on = |here: usize| {
        !sentence.titled && is_name_word(sentence, here) || sentence.is(here, Classes::PLACE_KIND) && sentence.token(here).is_capital()
    };
    if let Some((place, span)) = found {
        if !goes_on(here) {
            return Some((place, span));
        }
        let first = (at + 1..here).find(|&at| sentence.token(at).span.start == span.start)?;
        let span = sentence.span_of(first, here + 1);
        return sentence.is(here, Classes::PLACE_KIND).then(|| (told(&Name::from(span.of(sentence.text)), place.weight), span));
    }
    // "in Harrow Creek": a capitalised name that the lexicon does not know.
    let holding = at > 0 && sentence.is(at - 1, Classes::HOLDING);
    // "in the Fuller Park neighborhood" is in Fuller Park.
    let article = sentence.is(at + 1, Classes::DETERMINER);
    let first = if article { at + 2 } else { at + 1 };
    if holding
        || sentence.titled
        || !sentence.token(first).is_capital()
        || !matches!(sentence.of(at), "in" | "near" | "outside" | "In" | "Near" | "Outside")
    {
        return None;
    }
    let new =
        |here: usize| sentence.token(here).is_capital() && sentence.is(here, Classes::ADJECTIVE) && sentence.token(here + 1).is_capital();
    let named = |here: usize| {
        let kind = sentence.is(here, Classes::NOUN.and(Classes::PLACE_KIND));
        let title = sentence.is(here, Classes::TITLE) && sentence.token(here).is_capital() && sentence.token(here + 1).is_capital();
        is_name_word(sentence, here) || new(here) || title || here > first && sentence.token(here).is_capital() && kind
    };
    let length =
        (first..first + 4).take_while(|&here| named(here) && (here > first && new(here - 1) || sentence.name_at(here).is_none())).count();
    let end = first + length;
    // "in Prince Roe's County" is a place, "in Roe's car" is none.
    let owned = end > first && sentence.token(end).shape == Shape::Clitic;
    let county = owned && sentence.is(end + 1, Classes::PLACE_KIND) && sentence.token(end + 1).is_capital();
    let end = if county { end + 2 } else { end };
    let span = sentence.span_of(first, end);
    let quarter = matches!(sentence.of(end), "neighborhood" | "neighbourhood" | "area" | "district" | "section" | "community" | "suburb");
    let modifies =
        sentence.is_open(end) && !sentence.token(end).is_capital() && !sentence.lexeme(end).is_verb() && !sentence.is(end, Classes::ADVERB);
    let street = (first..=end).any(|here| sentence.is(here, Classes::STREET));
    let fits = quarter || !article && !modifies;
    (end > first && fits && owned == county && !street).then(|| (told(&Name::from(span.of(sentence.text)), 600 - near), span))
}
