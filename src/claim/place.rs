//! Where it happened: the place after a preposition, the place that an event is named after, the place itself by its name, else that
//! of a dateline.
//!
//! In: a sentence, a figure and how it was read. Out: a place with its weight. What never happens here: a place from another sentence.

use super::Told;
use super::aged;
use super::counted::Reading;
use super::proper::{is_name_word, is_people, told};
use super::sentence::{Known, Sentence, word};
use super::single;
use super::site::{MINOR, site};
use crate::lexicon::{Agent, Classes, Entry, Forms, Language};
use crate::mention::Kind;
use crate::text::{Folded, Name, Shape, Span};

/// Where it happened, with the words that say so.
pub(super) fn place(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let mention = sentence.mention(at).filter(|_| sentence.named)?;
    let age = mention.kind == Kind::Age || reading.rule == single::AGE;
    if reading.counted.is_none() && reading.role.is_none() && !age && !matches!(mention.kind, Kind::Money | Kind::Percent) {
        return None;
    }
    // Where a length or a rank is only the clause's, so is the place.
    let sure = reading.role.filter(|_| reading.counted.is_none() && mention.value.is_some()).map_or(u16::MAX, |role| role.weight);
    let sure = if age { sure.min(AGED) } else { sure };
    let found = place_near(sentence, at, reading);
    found.map(|(told, span)| (Told { weight: told.weight.min(sure), ..told }, span))
}

fn place_near(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    // "Ann Roe, 26, of Tulsa, was shot": where she is from.
    let home = || sentence.mention(at).filter(|mention| mention.kind == Kind::Age).and_then(|_| aged::home(sentence, at + 2));
    let from = reading.phrase.map(|phrase| phrase.to).or_else(home).unwrap_or(at + 1);
    // Only what is sent or goes somewhere arrives "to" a place.
    let moves = reading
        .role
        .is_some_and(|role| role.class.is_some_and(|class| matches!(&*class.name, "send" | "supply" | "sell" | "travel" | "flee")));
    let leads = |here: &usize| {
        sentence.is(*here, Classes::LOCATIVE.and(Classes::PREPOSITION))
            && (sentence.is(*here, Classes::LOCATIVE) || sentence.is_word(*here, word!("on")))
            && !belongs(sentence, *here, reading.role.map(|role| role.at))
    };
    // What did not befall someone ends with its clause: "The warrant was issued after he failed to appear in Harrow."
    let bound = reading.role.is_some_and(|role| !role.class.is_some_and(|class| sentence.language.nouns.scene(&class.name)));
    let opens = |at: usize| {
        let told_of = sentence.is(at, Classes::RELATIVE) && !matches!(sentence.of(at), "where" | "that");
        let later = sentence.is(at, Classes::SUBORDINATOR) && !matches!(sentence.of(at), "while" | "when" | "whereas" | "where" | "as");
        told_of && at > from || later
    };
    let ends = |at: &usize| bound && (opens(*at) || sentence.is_mark(*at, ';'));
    let after =
        (from..sentence.len()).take_while(|at| !ends(at)).filter(leads).find_map(|here| place_at(sentence, here, from, moves, false));
    let before = || (0..at).rev().filter(leads).find_map(|here| place_at(sentence, here, here, carried(sentence, here), true));
    let site =
        || (from..sentence.len()).take_while(|at| !ends(at)).chain((0..at).rev()).filter(leads).find_map(|here| site(sentence, here));
    // "in Harrow on Monday, with fears in Marden": what ends right before the figure is nearer than what another phrase tells.
    let near = after.as_ref().is_none_or(|(_, span)| span.start > sentence.token(from + 4).span.start && from + 4 < sentence.len());
    let beside = || before().filter(|(_, span)| near && at > 1 && span.end >= sentence.token(at - 2).span.start);
    let close = if at > 1 && near { beside() } else { None };
    close.or(after).or_else(before).or_else(|| of_event(sentence)).or_else(site).or_else(|| dateline(sentence))
}

/// Whether what follows the preposition at `at` says only where someone belongs: "a student at Harrow School", "a man living in Harrow".
/// `role` is the verb that tells what happened.
pub(super) fn belongs(sentence: &Sentence<'_>, at: usize, role: Option<usize>) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let lives = sentence.words().verb_class(&sentence.lexeme(before)).is_some_and(|class| &*class.name == "live");
    // "a maker based in Harrow", "a report in the Harrow Post"
    let based = matches!(sentence.of(before), "based" | "headquartered" | "registered") || sentence.lexeme(before).agent == Agent::Paper;
    based || lives && role != Some(before) || sentence.is(at, Classes::AT) && MEMBERS.contains(&sentence.of(before))
}

/// Who belongs to what they are at.
const MEMBERS: [&str; 16] = [
    "grader",
    "graders",
    "student",
    "students",
    "senior",
    "junior",
    "sophomore",
    "freshman",
    "teacher",
    "principal",
    "professor",
    "employee",
    "graduate",
    "coach",
    "pastor",
    "director",
];

/// Whether the verb before the preposition at `at` took someone somewhere: "was flown to".
pub(super) fn carried(sentence: &Sentence<'_>, at: usize) -> bool {
    let verb = at.checked_sub(1).filter(|&at| sentence.has_form(at, Forms::PAST.and(Forms::PARTICIPLE)) || sentence.of(at).ends_with("ed"));
    let class = verb.and_then(|at| sentence.words().verb_class(&sentence.lexeme(at)));
    class.is_some_and(|class| matches!(&*class.name, "travel" | "flee" | "send"))
        || verb.is_some_and(|verb| matches!(sentence.of(verb), "taken" | "brought" | "rushed" | "transported" | "airlifted"))
}

/// The town or state before an event: "a Harrow mall attack". A country before one may be who did it.
fn of_event(sentence: &Sentence<'_>) -> Option<(Told, Span)> {
    sentence.names().find_map(|(first, length, entry)| {
        let place = entry.place.as_ref().filter(|_| entry.actor.is_none())?;
        let event = |at: usize| {
            let class = sentence.words().event_class(&sentence.lexeme(at)).map_or("", |class| &*class.name);
            matches!(class, "shoot" | "attack" | "kill" | "crash" | "strike-nature" | "protest")
        };
        let noun = |at: usize| sentence.is_open(at) && !sentence.is(at, Classes::ADVERB) && sentence.token(at).shape != Shape::Clitic;
        let end = first + length;
        let reach = (end..end + 4).take_while(|&at| noun(at)).find(|&at| event(at))?;
        // "Chicago police shooting": who shot.
        let whole = (end..reach).all(|at| !sentence.is(at, Classes::SOURCE.and(Classes::PLACE_KIND).and(Classes::TITLE)));
        whole.then(|| (told(place, 550), sentence.span_of(first, end)))
    })
}

/// The place that a headline names, without the name of its page behind a dash or a bar: the one after a preposition, else the only one
/// that is no country.
pub(super) fn of_title(language: &Language, title: &str) -> Option<Name> {
    let title = title.split(" - ").next()?.split(" | ").next()?;
    let text = Folded::new(title);
    let mut sentence = Sentence::new(language, &text);
    sentence.read(Span::new(0, text.text().len()), &[], 0, &mut Vec::new());
    let place = |&(_, _, entry): &(usize, usize, &'_ Entry)| entry.place.clone();
    let after = |&(first, ..): &(usize, usize, &'_ Entry)| {
        let before =
            |back: usize| first.checked_sub(back).filter(|&at| sentence.is(at, Classes::LOCATIVE) && !sentence.is(at, Classes::TO));
        before(1).or_else(|| before(2).filter(|_| is_direction(&sentence, first - 1))).is_some()
    };
    let names = || {
        sentence.names().filter(|(first, length, entry)| {
            let goes_on =
                sentence.token(first + length).is_capital() && sentence.is(first + length, Classes::PLACE_KIND.and(Classes::STREET));
            // "Karvella man held": where the suspect is from.
            let person = sentence.words().measure(&sentence.lexeme(first + length)).is_some_and(|measure| &*measure.name == "people");
            let law = (first + length + 1..first + length + 3).any(|at| {
                let class = sentence.words().verb_class(&sentence.lexeme(at));
                class.is_some_and(|class| matches!(&*class.name, "arrest" | "charge" | "convict"))
            });
            let person = person && law;
            entry.place.is_some() && !goes_on && !person
        })
    };
    let mut towns = names().filter(|(.., entry)| entry.actor.is_none() && !entry.people).filter_map(|name| place(&name));
    let only = towns.next().filter(|first| towns.all(|other| other == *first));
    names().find(after).and_then(|name| place(&name)).or(only)
}

/// How sure the place of one who is told of by age is: it tells a reader, no more.
const AGED: u16 = 330;

/// How sure the place of a dateline is.
pub(super) const DATELINE: u16 = 400;

/// The place of a dateline that opens the sentence: "KARVELLA, Egypt (Newsline) — Nine people died". It is where the report was filed,
/// so it is the least sure of all; a town that the lexicon does not know names nothing.
fn dateline(sentence: &Sentence<'_>) -> Option<(Told, Span)> {
    let opens = sentence.token(0).shape == Shape::Upper && sentence.token(0).span.len() > 3;
    let is_dash = |at: usize| matches!(sentence.token(at).shape, Shape::Mark('-' | '\u{2013}' | '\u{2014}'));
    let heads = |at: usize| sentence.token(at).is_capital() || matches!(sentence.token(at).shape, Shape::Mark(',' | '(' | ')' | '.'));
    let dash = (1..14).filter(|_| opens).take_while(|&at| heads(at) || is_dash(at)).find(|&at| is_dash(at))?;
    let known = sentence.names().take_while(|(first, ..)| *first < dash).find_map(|(first, length, entry)| {
        let place = entry.place.as_ref().filter(|_| !sentence.is_mark(first.saturating_sub(1), '('))?;
        Some((told(place, DATELINE), sentence.span_of(first, first + length)))
    });
    known.or_else(|| {
        let end = (0..dash).take_while(|&at| sentence.token(at).shape == Shape::Upper).last()? + 1;
        let rare = |at: usize| sentence.language.rarity.get(sentence.token(at).hash).is_none() && sentence.token(at).span.len() > 3;
        let closes = end == dash || sentence.is_mark(end, ',') || sentence.is_mark(end, '(');
        let span = sentence.span_of(0, end);
        (closes && (0..end).any(rare)).then(|| (told(&in_title_case(span.of(sentence.text)), MINOR), span))
    })
}

/// "Harrow Mills" of "HARROW MILLS".
fn in_title_case(words: &str) -> Name {
    let mut shown = String::with_capacity(words.len());
    for letter in words.chars() {
        let inside = shown.ends_with(|before: char| before.is_alphabetic() || before == '\'');
        shown.extend(letter.to_lowercase().filter(|_| inside));
        shown.extend(Some(letter).filter(|_| !inside));
    }
    Name::from(shown)
}

/// Words that say which part of a place is meant.
const DIRECTIONS: [Known; 26] = [
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
    word!("ne"),
    word!("nw"),
    word!("se"),
    word!("sw"),
    word!("metro"),
    word!("metropolitan"),
    word!("greater"),
];

/// Whether the word at `at` says which part of a place is meant.
pub(super) fn is_direction(sentence: &Sentence<'_>, at: usize) -> bool {
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
        // "on Karvella Avenue" may be anywhere.
        let own = sentence.is(next, Classes::STREET) && sentence.token(next).is_capital() && !sentence.titled;
        let part = street(next) && !own || sentence.token(next).shape == Shape::Clitic && (next + 1..next + 4).any(street);
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
        // "in NE Karvella": no Nebraska.
        let part = is_direction(sentence, here) && sentence.name_at(here + 1).is_some();
        if let Some((length, entry)) = sentence.name_at(here).filter(|_| !part) {
            if let Some(place) = &entry.place {
                found = Some((told(place, 800 - near), sentence.span_of(here, here + length)));
                here += length;
                break;
            }
            here += length;
            continue;
        }
        // "in the death of a Harrow man": nothing that is in a place.
        let noun = here - 1;
        let deed = sentence.words().event_class(&sentence.lexeme(noun)).is_some() || sentence.is_plural(noun) && is_people(sentence, noun);
        if sentence.is(here, Classes::OF) && (deed || is_people(sentence, noun)) {
            break;
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
    // "in U.S. history", "in a Harrow man's car"
    let person = sentence.words().measure(&sentence.lexeme(here)).is_some_and(|measure| measure.people);
    if found.is_some() && sentence.token(here).shape == Shape::Lower && (person || sentence.is_word(here, word!("history"))) {
        return None;
    }
    // "in Lincoln Center", "in Delaware County": the name goes on.
    let goes_on = |here: usize| {
        let site = sentence.token(here).is_capital() && sentence.is(here, Classes::NOUN.and(Classes::SITE)) && sentence.is_open(here);
        !sentence.titled && (site || is_name_word(sentence, here))
            || sentence.is(here, Classes::PLACE_KIND) && sentence.token(here).is_capital()
    };
    if corner(sentence, here) {
        return None;
    }
    // "to Harrow or Marden": one of the two.
    if found.is_some() && sentence.is_word(here, word!("or")) {
        return None;
    }
    if let Some((place, span)) = found {
        if !goes_on(here) {
            return Some((place, span));
        }
        let first = (at + 1..here).find(|&at| sentence.token(at).span.start == span.start)?;
        let span = sentence.span_of(first, here + 1);
        return sentence.is(here, Classes::PLACE_KIND).then(|| (told(&Name::from(span.of(sentence.text)), place.weight), span));
    }
    unknown(sentence, at, near)
}

/// Whether an "and" at `here` joins the names of two streets: "near Karvella and Oak streets".
fn corner(sentence: &Sentence<'_>, here: usize) -> bool {
    let streets = |at: usize| matches!(sentence.of(at), "streets" | "Streets" | "avenues" | "Avenues" | "roads" | "Roads");
    sentence.is(here, Classes::AND) && (here + 1..here + 5).any(|at| sentence.is(at, Classes::STREET) || streets(at))
}

/// The place after the preposition at `at` where the lexicon does not know it, "in Harrow Creek"; less sure by `near`.
fn unknown(sentence: &Sentence<'_>, at: usize, near: u16) -> Option<(Told, Span)> {
    let holding = at > 0 && sentence.is(at - 1, Classes::HOLDING);
    // "on 40th Street near Mill Lane", "of Elvera near Fennell": a street that crosses.
    let street = |at: usize| {
        let first = (0..at).rev().take_while(|&at| sentence.token(at).is_capital()).last().unwrap_or(at);
        sentence.is(at - 1, Classes::STREET)
            || first.checked_sub(1).is_some_and(|link| {
                let block = sentence.is(link, Classes::OF) && link > 0 && sentence.is_word(link - 1, word!("block"));
                block || sentence.is(link, Classes::AND.and(Classes::AT)) || sentence.is_word(link, word!("on"))
            })
    };
    let crosses = sentence.is_word(at, word!("near"))
        && at > 0
        && sentence.token(at - 1).is_capital()
        && !is_direction(sentence, at - 1)
        && street(at);
    // "in the Fuller Park neighborhood" is in Fuller Park.
    let article = sentence.is(at + 1, Classes::DETERMINER);
    let first = if article { at + 2 } else { at + 1 };
    // "in the Town of Harrow", "in the quiet town of Harrow"
    let town = |at: usize| {
        matches!(sentence.of(at), "Town" | "town" | "City" | "city" | "Village" | "village" | "Township" | "township")
            && sentence.is(at + 1, Classes::OF)
    };
    let word = |at: usize| sentence.is_open(at) && sentence.token(at).shape == Shape::Lower;
    let kind = (first..first + 3).find(|&at| town(at)).filter(|&kind| (first..kind).all(word));
    let (first, article) = kind.map_or((first, article), |kind| (kind + 2, false));
    // "in north Harrow County"
    let part = sentence.token(first).shape == Shape::Lower && is_direction(sentence, first) && sentence.token(first + 1).is_capital();
    let first = if part { first + 1 } else { first };
    if holding
        || crosses
        || sentence.titled
        || !sentence.token(first).is_capital()
        || !matches!(sentence.of(at), "in" | "near" | "outside" | "In" | "Near" | "Outside")
    {
        return None;
    }
    // "in New Harrow", "in Far Harrow"
    let leads = Classes::ADJECTIVE.and(Classes::ADVERB);
    let new = |here: usize| sentence.token(here).is_capital() && sentence.is(here, leads) && sentence.token(here + 1).is_capital();
    let named = |here: usize| {
        let kind = sentence.is(here, Classes::NOUN.and(Classes::PLACE_KIND));
        let title = sentence.is(here, Classes::TITLE) && sentence.token(here).is_capital() && sentence.token(here + 1).is_capital();
        // "the East Harrow neighborhood"
        let part = is_direction(sentence, here) && sentence.token(here).is_capital() && is_name_word(sentence, here + 1);
        is_name_word(sentence, here) || new(here) || title || part || here > first && sentence.token(here).is_capital() && kind
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
    // "near Mill and Quay": two streets.
    let cross = sentence.is_word(at, word!("near")) && sentence.is(end, Classes::AND) && sentence.token(end + 1).is_capital();
    // "in Harrow Square"
    let part = |here: usize| matches!(sentence.of(here), "Square" | "Circle" | "Way") && matches!(sentence.of(at), "in" | "In");
    let street = cross || corner(sentence, end) || (first..=end).any(|here| sentence.is(here, Classes::STREET) && !part(here));
    let fits = quarter || !article && !modifies;
    // "in Zone 5"
    let numbered = sentence.is(end.saturating_sub(1), Classes::LABEL) && sentence.mention(end).is_some();
    // "in Harrow County Jail": a site by its own name.
    let site = sentence.token(end).is_capital() && sentence.is(end, Classes::SITE);
    // "near North 35th Street"
    let direction = length == 1 && is_direction(sentence, first);
    (end > first && !direction && fits && owned == county && !street && !numbered && !site)
        .then(|| (told(&Name::from(span.of(sentence.text)), 600 - near), span))
}
