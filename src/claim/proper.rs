//! Names and nouns that stand before a verb, from the lexicon or as printed.
//!
//! In: a sentence and the token at which a name or a noun ends. Out: the name, or the noun's phrase, with its weight. What never happens
//! here: a common noun as a name; it weighs less than any.

use super::Told;
use super::event::Role;
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::mention::{Kind, Mention};
use crate::text::{Name, Shape, Span};

pub(super) fn told(name: &Name, weight: u16) -> Told {
    Told { name: name.clone(), weight }
}

/// Whether what begins at `first` hangs on a preposition, over what stands before it in its phrase, so that it is no subject: "sales in
/// the United States rose", "a ferry over the river Sarn will cost".
fn hangs(sentence: &Sentence<'_>, first: usize, role: &Role<'_>) -> bool {
    let noun = |at: usize| {
        let lexeme = sentence.lexeme(at);
        sentence.token(at).shape == Shape::Lower
            && sentence.is_open(at)
            && (!lexeme.is_verb() || lexeme.is(Classes::NOUN))
            && !lexeme.is(Classes::ADVERB)
    };
    let modifies = |at: usize| sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE)) || noun(at);
    let mut start = first;
    while start > 0 && first - start < 4 && modifies(start - 1) {
        start -= 1;
    }
    let Some(link) = start.checked_sub(1).filter(|&at| at > 0 && sentence.is(at, Classes::PREPOSITION)) else { return false };
    // "with Harrow Mills losing 40 points"
    let absolute = sentence.is_word(link, word!("with")) && role.group == role.at && sentence.has_form(role.at, Forms::ING);
    // "the government of Egypt" acts, "a branch of the Northern Bank" does not.
    let acts = sentence.is(link, Classes::OF) && sentence.is(link - 1, Classes::SOURCE) && first - start < 2;
    !(sentence.is(link, Classes::SUBORDINATOR) || acts || absolute)
}

/// The name that ends with the token at `at`, in the lexicon or as printed; it may hang on a preposition where `told_of` says that a
/// clause tells of it: "with Harrow Mills, which sold".
pub(super) fn name_ending(sentence: &Sentence<'_>, at: usize, role: &Role<'_>, told_of: bool) -> Option<(Told, Span)> {
    let hangs = |first| !told_of && hangs(sentence, first, role);
    let printed = printed_name(sentence, at);
    let known = sentence.name_around(at).filter(|(first, length, _)| first + length == at + 1);
    if let Some((first, length, entry)) = known.filter(|(first, ..)| printed.is_none_or(|(from, _)| from >= *first)) {
        let actor = entry.actor.as_ref().filter(|_| !hangs(first))?;
        return Some((told(actor, 900), sentence.span_of(first, first + length)));
    }
    // "The North sent": the country that the article names.
    let alone = at > 0 && sentence.is(at - 1, Classes::DETERMINER) && sentence.token(at).shape == Shape::Capital && !sentence.titled;
    if alone
        && known.is_none()
        && let Some(country) = sentence.language.names.short(sentence.token(at).hash, sentence.text).filter(|_| !hangs(at - 1))
    {
        return Some((told(country, 700), sentence.span_of(at - 1, at + 1)));
    }
    // "North Korean forces", "the Syrian army": a people's word before a body that acts for it.
    let body = sentence.is(at, Classes::SOURCE)
        || sentence.words().measure(&sentence.lexeme(at)).is_some_and(|measure| matches!(&*measure.name, "troops" | "police"))
        || matches!(sentence.of(at), "forces" | "troops" | "army" | "warplanes" | "jets" | "airstrikes");
    if body
        && at > 0
        && let Some((first, length, entry)) = sentence.name_around(at - 1).filter(|(.., entry)| entry.people || entry.place.is_some())
    {
        return entry.actor.as_ref().map(|actor| (told(actor, 700), sentence.span_of(first, first + length)));
    }
    // "on Mill Street"
    if sentence.is(at, Classes::STREET) && at > 0 && sentence.token(at - 1).is_capital() {
        return None;
    }
    let (first, names) = printed.filter(|(first, _)| !sentence.titled && !hangs(*first))?;
    let first = joined(sentence, first)?;
    let span = sentence.span_of(first, at + 1);
    // A single word may open the sentence and be no name.
    let token = sentence.token(at);
    let owns = sentence.token(at + 1).shape == Shape::Clitic;
    let rare = owns || token.shape == Shape::Upper || sentence.language.rarity.get(token.hash).is_none();
    let class = role.class.map_or("", |class| &*class.name);
    // Who buys or hires is someone; who rises or kills may be a thing: "Inflation rose", "Lightning killed".
    let someone = matches!(
        class,
        "buy"
            | "sell"
            | "supply"
            | "receive"
            | "cut"
            | "hire"
            | "lay-off"
            | "send"
            | "close"
            | "launch"
            | "build"
            | "announce"
            | "plan"
            | "sign"
    );
    let whole = names > 0 && (at > first || rare || (first > 0 || someone) && !sentence.is_plural(at));
    whole.then(|| (told(&Name::from(span.of(sentence.text)), 600), span))
}

/// How sure a noun is of being who did it: told to a reader, and no name.
pub(super) const NOUN: u16 = 300;

/// Whether the noun at `at` is a word for people, or for what speaks for them.
pub(super) fn is_people(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Classes::SOURCE) || sentence.words().measure(&sentence.lexeme(at)).is_some_and(|measure| measure.people)
}

/// The noun phrase whose head ends at `at`, without its determiner: "armed gunman" of "an armed gunman". With `over` the head may have
/// other phrases hanging on it: "gunman" of "a gunman with a rifle".
pub(super) fn noun_ending(sentence: &Sentence<'_>, at: usize, over: bool) -> Option<(Told, Span)> {
    let words = sentence.words();
    let noun = |at: usize| {
        let lexeme = sentence.lexeme(at);
        if !sentence.is_open(at) || lexeme.is(Classes::ADVERB.and(Classes::WEEKDAY).and(Classes::MONTH)) {
            return false;
        }
        // "which prompted county police to come"
        let unknown = || sentence.token(at).shape == Shape::Lower && sentence.of(at).ends_with("ed");
        let verb = lexeme.is_verb() || unknown() && !(at > 0 && sentence.is(at - 1, Classes::DETERMINER));
        !verb || lexeme.is(Classes::NOUN)
    };
    let owner = |at: usize| sentence.token(at).shape == Shape::Clitic && at > 0 && noun(at - 1);
    let mut last = at;
    for _ in 0..3 {
        let before = |first: usize| first.checked_sub(1).filter(|&at| noun(at) || owner(at) || sentence.is(at, Classes::ADJECTIVE));
        let first = std::iter::successors(Some(last).filter(|&at| noun(at)), |&first| before(first)).take(7).last()?;
        let determiner = |at: usize| {
            let number = || sentence.mention(at).is_some_and(|mention| mention.value.is_some());
            sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE)) || number()
        };
        let lead = (0..first).rev().find(|&at| !determiner(at));
        let hangs = |at: usize| {
            sentence.is(at, Classes::PREPOSITION) && !sentence.is(at, Classes::SUBORDINATOR) || sentence.has_form(at, Forms::ING)
        };
        if let Some(link) = lead.filter(|&at| over && hangs(at)) {
            last = link.checked_sub(1)?;
            continue;
        }
        let lexeme = sentence.lexeme(last);
        let shot = words.measure(&lexeme).is_some_and(|measure| &*measure.name == "shots");
        let class = words.event_class(&lexeme).map_or("", |class| &*class.name);
        // A deed or a deal does nothing.
        let deed = matches!(class, "shoot" | "attack" | "kill" | "die" | "injure" | "plan" | "sign" | "buy" | "announce" | "claim-lives")
            && !lexeme.is(Classes::SOURCE);
        let unknown = sentence.of(last).ends_with("ed") && !lexeme.is(Classes::NOUN);
        let listed = lead.is_some_and(|at| {
            sentence.is(at, Classes::AND) && (sentence.token(last).is_capital() || at > 0 && sentence.is(at - 1, Classes::PRONOUN))
        });
        let count = lexeme.is(Classes::STARTER) && !lexeme.is(Classes::SOURCE);
        if shot || unknown || listed || count || deed || sentence.token(first).shape == Shape::Clitic {
            return None;
        }
        let span = sentence.span_of(first, last + 1);
        let printed = span.of(sentence.text);
        // "Police said": the sentence, not the noun, has the capital.
        let opens = first == 0 && !sentence.titled && sentence.is(0, Classes::NOUN.and(Classes::SOURCE));
        let name = if opens && sentence.token(0).shape == Shape::Capital {
            let (one, rest) = printed.split_at(1);
            Name::from(format!("{}{rest}", one.to_ascii_lowercase()))
        } else {
            Name::from(printed)
        };
        return Some((told(&name, NOUN), span));
    }
    None
}

/// Where a list of two names begins that ends with the one at `first`: "Ann Roe and John Doe"; none where more stand in it than names.
fn joined(sentence: &Sentence<'_>, first: usize) -> Option<usize> {
    let Some(and) = first.checked_sub(1).filter(|&at| at > 0 && sentence.is(at, Classes::AND)) else { return Some(first) };
    let aged = and > 1 && sentence.is_mark(and - 1, ',') && sentence.mention(and - 2).is_some_and(|mention| mention.value.is_some());
    if aged || sentence.is(and - 1, Classes::PRONOUN) {
        return None;
    }
    let one =
        printed_name(sentence, and - 1).filter(|(from, names)| *names > 0 && (*from == 0 || !sentence.is(from - 1, Classes::PREPOSITION)));
    Some(one.map_or(first, |(from, _)| from))
}

/// Where the capitalised words begin that end at `at`, and how many of them can be nothing but a name: "Northern Gas Company", "Bank of
/// Karvella", "Index 100". Titles before them are left out.
fn printed_name(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    let capital = |at: usize| {
        let never = Classes::WEEKDAY.and(Classes::MONTH).and(Classes::PRONOUN);
        let named = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at) && !sentence.is(at, never);
        // "the Harrow Police Department"
        let inside = || at > 0 && [at - 1, at + 1].into_iter().all(|at| named(at) && !sentence.is(at, Classes::STARTER));
        named(at) && (!sentence.is(at, Classes::STARTER) || inside())
    };
    let plain =
        |mention: &Mention| mention.kind == Kind::Number && mention.span.of(sentence.text).bytes().all(|byte| byte.is_ascii_digit());
    let number = sentence.token(at).shape == Shape::Digits || sentence.mention(at).is_some_and(plain);
    let mut first = if number { at.checked_sub(1)? } else { at };
    // "the Harrow & Stone's 500"
    let owned = number && first > 0 && sentence.token(first).shape == Shape::Clitic;
    if owned {
        first -= 1;
    }
    if !capital(first) {
        return None;
    }
    let mut names = usize::from(is_name_word(sentence, first));
    while let Some(before) = first.checked_sub(1) {
        let of = sentence.is(before, Classes::OF) && before > 0 && capital(before - 1) && !sentence.is(before - 1, Classes::SOURCE);
        let and = sentence.of(before) == "&" || owned && sentence.is(before, Classes::AND);
        let joined = of || and && before > 0 && capital(before - 1);
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
pub(super) fn is_name_word(sentence: &Sentence<'_>, at: usize) -> bool {
    let known = Classes::STARTER.and(Classes::WEEKDAY).and(Classes::MONTH).and(Classes::TITLE).and(Classes::NOUN).and(Classes::ADVERB);
    sentence.token(at).is_capital() && sentence.is_open(at) && !sentence.is(at, known) && !sentence.lexeme(at).is_verb()
}
