//! What a figure counts: head noun, phrase, measure; and whether it counts anything at all.
//!
//! In: a sentence and the token of a mention. Out: a [`Reading`]. What never happens here: a guess; an age, a house number, a road or a
//! model's number counts nothing.

use super::Counted;
use super::clause;
use super::complement;
use super::dated;
use super::event::{self, Part, Role};
use super::named;
use super::noun::{self, Phrase};
use super::sentence::{Sentence, word};
use super::single::names_one;
use super::unprinted;
use crate::lexicon::{Classes, EventClass, Forms};
use crate::mention::{Kind, Mention};
use crate::text::{Name, Shape, Span, hash_of, name};
use crate::value::Decimal;

/// Why a figure with a unit counts nothing.
pub(super) const ITS_UNIT: &str = "its unit says what it measures";

/// How a figure was read.
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    pub(super) counted: Option<Counted>,
    pub(super) role: Option<Role<'a>>,
    pub(super) phrase: Option<Phrase>,
    /// The tokens of the noun phrase, after the figure or before it, from the first to the one after the last.
    pub(super) nominal: Option<(usize, usize)>,
    /// The words that the head was read from.
    pub(super) words: Option<Span>,
    /// Which rule found the head, or why there is none.
    pub(super) rule: &'static str,
}

impl Reading<'_> {
    /// Takes a noun that no figure counts for what it is of.
    pub(super) fn name(&mut self, sentence: &Sentence<'_>, found: Phrase, rule: &'static str) {
        let Some(head) = found.head else { return };
        let printed = sentence.span_of(found.from, found.to);
        self.counted = Some(Counted {
            head: sentence.words().singular(sentence.of(head)),
            phrase: Name::from(printed.of(sentence.text)),
            measure: sentence.words().measure(&sentence.lexeme(head)).map(|own| own.name.clone()),
        });
        (self.nominal, self.words, self.rule) = (Some((found.from, found.to)), Some(printed), rule);
    }

    pub(super) const fn none(rule: &'static str) -> Self {
        Self { counted: None, role: None, phrase: None, nominal: None, words: None, rule }
    }
}

/// Reads what the mention at token `at` counts. `before` is the role of the figure before it and the token after that one's phrase.
pub(super) fn read<'a>(sentence: &Sentence<'a>, at: usize, mention: &Mention, before: Option<(Role<'a>, usize)>) -> Reading<'a> {
    let Some(value) = &mention.value else {
        let role = if matches!(mention.kind, Kind::Date | Kind::Time | Kind::Set) {
            dated::role(sentence, at)
        } else if mention.kind == Kind::Duration {
            clause::role(sentence, at, at + 1)
        } else {
            None
        };
        return Reading { role, ..Reading::none("no figure") };
    };
    let one = value.first.is_some_and(|first| first == Decimal::ONE) && value.second.is_none();
    match mention.kind {
        Kind::Number | Kind::Count => {}
        Kind::Score => {
            let read = named::read(sentence, at, Kind::Score, before);
            return if read.counted.is_some() { read } else { Reading::none(ITS_UNIT) };
        }
        Kind::Age | Kind::Date | Kind::Time | Kind::Set => return Reading::none(ITS_UNIT),
        kind => return named::read(sentence, at, kind, before),
    }
    if let Some(why) = names_one(sentence, at, mention) {
        return Reading::none(why);
    }
    let mut reading = count(sentence, at, one, before);
    reading.role = reading.role.or_else(|| in_clause(sentence, at, &reading));
    if let Some(measure) = unprinted::measure(sentence, at, &reading)
        && let Some(counted) = &mut reading.counted
    {
        counted.measure = Some(measure);
    }
    reading.role = reading.role.map(|role| Role { class: event::shoots(sentence, &role, reading.counted.as_ref()).or(role.class), ..role });
    if let Some((role, class)) = reading.role.and_then(|role| Some((role, event::lays_off(sentence, &role, reading.counted.as_ref())?))) {
        reading.role = Some(Role { class: Some(class), ..role });
        if let Some(counted) = reading.counted.as_mut().filter(|counted| people(sentence, counted)) {
            counted.measure.clone_from(&class.undergoer);
        }
    }
    // "claimed four lives"
    let takes = |role: Role<'_>| role.at < at && sentence.words().verb(&sentence.lexeme(role.at)).is_some_and(|verb| takes_lives(verb));
    if let Some(counted) = reading.counted.as_mut().filter(|counted| &*counted.head == "life")
        && reading.role.is_some_and(takes)
    {
        counted.measure = Some(name!("deaths"));
    }
    reading
}

/// Whether what is counted is people, by its noun.
fn people(sentence: &Sentence<'_>, counted: &Counted) -> bool {
    sentence.words().measure(&sentence.words().get(hash_of(&counted.head))).is_some_and(|measure| measure.people)
}

/// Verbs of which lives are the toll.
fn takes_lives(verb: &str) -> bool {
    matches!(verb, "claim" | "lose" | "take" | "cost")
}

/// What the clause of a figure tells, where the words beside it tell nothing: the act that is counted, else its verb.
pub(super) fn in_clause<'a>(sentence: &Sentence<'a>, at: usize, reading: &Reading<'a>) -> Option<Role<'a>> {
    let to = reading.phrase.map_or(at + 1, |phrase| if phrase.outcome { at + 1 } else { phrase.to });
    // "Seven were police officers": what they are is no event.
    if reading.rule == complement::RULE {
        return None;
    }
    let act = reading.phrase.and_then(|phrase| clause::act(sentence, phrase.head?));
    act.or_else(|| clause::role(sentence, at, to))
}

/// Reads what a number counts.
fn count<'a>(sentence: &Sentence<'a>, at: usize, one: bool, before: Option<(Role<'a>, usize)>) -> Reading<'a> {
    // "the town of 12,000 lies on the river": what follows is the verb.
    let third = || sentence.of(at + 1).ends_with('s') && sentence.is(at + 2, Classes::PREPOSITION);
    let verb = unprinted::lives_in(sentence, at) && (sentence.has_form(at + 1, Forms::THIRD.and(Forms::PAST)) || third());
    let phrase = if verb { None } else { noun::phrase(sentence, at + 1, one) };
    let to = phrase.map_or(at + 1, |phrase| if phrase.outcome { at + 1 } else { phrase.to });
    // "four of the five victims were shot": the verb tells of the four.
    let role = if is_whole(sentence, at) { event::reduced(sentence, to) } else { event::role(sentence, at, to, before) };
    let words = sentence.words();
    let person = |class: Option<&'a EventClass>, part| measure_of(class, part).is_some();
    let mut reading = Reading { counted: None, role, phrase, nominal: None, words: None, rule: NO_NOUN };
    match phrase {
        Some(found) => {
            let printed = sentence.span_of(found.from, found.to);
            let head = found.head.map_or_else(|| words.person().clone(), |head| words.singular(sentence.of(head)));
            let who = sentence.is_word(found.from, word!("who")) || sentence.is_word(found.from, word!("strong"));
            if found.head.is_none() && !found.outcome && !who && role.and_then(|role| measure_of(role.class, role.part)).is_none() {
                // "two others", "three of them": of what is not said.
                reading.rule = NO_PRINTED;
                if let Some(found) = complement::noun(sentence, found.to) {
                    reading.name(sentence, found, complement::RULE);
                }
                return reading;
            }
            let measure = measure(sentence, found, role);
            reading.rule = "noun after the figure";
            reading.nominal = Some((found.from, found.to));
            reading.words = Some(printed);
            reading.counted = Some(Counted { head, phrase: Name::from(printed.of(sentence.text)), measure });
        }
        None => {
            if unprinted::lives_in(sentence, at) {
                reading.counted =
                    Some(Counted { head: words.person().clone(), phrase: Name::default(), measure: Some(name!("population")) });
                reading.rule = "people of a place";
            } else if sentence.mention(at + 1).is_some_and(|age| age.kind == Kind::Age) && sentence.of(at + 1).ends_with("olds") {
                // "two 14-year-olds"
                reading.counted = Some(Counted { head: words.person().clone(), phrase: Name::default(), measure: Some(name!("people")) });
                reading.rule = "people of an age";
            } else if unprinted::parent_of(sentence, at) {
                reading.counted = Some(Counted { head: name!("child"), phrase: Name::default(), measure: Some(name!("people")) });
                reading.rule = "children of a parent";
            } else if let Some((head, measure, nominal)) = figure_of(sentence, at) {
                let span = sentence.span_of(nominal.0, nominal.1);
                reading.nominal = Some(nominal);
                reading.rule = "figure of a noun before it";
                reading.words = Some(span);
                reading.counted = Some(Counted { head, phrase: Name::from(span.of(sentence.text)), measure });
            } else if let Some(head) = unprinted::level(sentence, at) {
                let found = Phrase { from: head, head: Some(head), to: head + 1, part: false, outcome: false };
                reading.name(sentence, found, "noun of the level");
                if let Some(counted) = reading.counted.as_mut().filter(|counted| &*counted.head == "population") {
                    counted.measure = Some(name!("population"));
                }
                reading.role = role.filter(|role| role.weight >= 900);
            } else if let Some(role) = role.filter(|role| person(role.class, role.part) && elliptic(sentence, role, at)) {
                reading.rule = "people, from the verb";
                reading.words = Some(sentence.token(role.at).span);
                reading.counted = Some(Counted { head: words.person().clone(), phrase: Name::default(), measure: role_measure(&role) });
            } else if let Some(found) = complement::noun(sentence, at + 1) {
                reading.name(sentence, found, complement::RULE);
                reading.role = None;
            } else {
                reading.role = role.filter(|role| role.weight >= 900);
            }
        }
    }
    reading
}

/// A figure that stands beside the one before it counts the same: "41 deaths, up from 35", "compared with 35", "compared
/// to 35 reported by Roe"; one without a noun, in its sentence or the one before, is of the people that were counted. `earlier` is what the
/// figure before it in the sentence counts, `before` what the last of the sentence before did.
pub(super) fn compare(
    sentence: &Sentence<'_>,
    at: usize,
    mention: &Mention,
    earlier: Option<&Counted>,
    before: Option<&Counted>,
    reading: &mut Reading<'_>,
) {
    if reading.counted.is_some() || !matches!(mention.kind, Kind::Number | Kind::Percent) {
        return;
    }
    let told = earlier.or(before).filter(|_| mention.kind == Kind::Number);
    let alone = || match reading.phrase {
        // "One of them was flown out", "two others were taken to a clinic", "five of those"
        Some(phrase) => {
            let verb = Classes::BE.and(Classes::HAVE).and(Classes::MODAL);
            let told = sentence.is(phrase.to, verb) || sentence.has_form(phrase.to, Forms::PAST.and(Forms::THIRD));
            reading.rule == NO_PRINTED && (told || !phrase.part)
        }
        None => reading.rule == NO_NOUN && stands_for_people(sentence, at),
    };
    if told.is_some_and(|told| of_people(sentence, told)) && alone() {
        // "One of the guards was flown to the capital and two others were taken to a clinic."
        reading.counted =
            Some(Counted { measure: Some(name!("people")), phrase: Name::default(), head: sentence.words().person().clone() });
        reading.rule = "people, from the figure before it";
        return;
    }
    let Some(earlier) = earlier.filter(|_| reading.rule == NO_NOUN || mention.kind == Kind::Percent) else { return };
    let before = |back: usize| at.checked_sub(back).map_or("", |at| sentence.of(at));
    let compared = match before(1) {
        "from" => matches!(before(2), "up" | "down" | "Up" | "Down") || at > 1 && sentence.mention(at - 2).is_some(),
        "with" | "to" => before(2) == "compared",
        "versus" | "vs" | "against" => true,
        // "sold 80 % of its stake, retaining the other 20 %"
        "other" | "remaining" => mention.kind == Kind::Percent && before(2) == "the",
        _ => false,
    };
    if compared && (!sentence.is_open(at + 1) || sentence.has_form(at + 1, Forms::PARTICIPLE)) {
        reading.counted = Some(earlier.clone());
        if mention.kind == Kind::Number {
            reading.role = None;
        }
        reading.rule = "what the figure before it counts";
    }
}

/// Whether a figure without a noun is the subject of its clause, as only people are told of: "all four were found", "Seven went home".
fn stands_for_people(sentence: &Sentence<'_>, at: usize) -> bool {
    // "the other three were driven home"
    let rest = |at: usize| matches!(sentence.of(at), "other" | "remaining" | "the" | "The");
    let first = (at.saturating_sub(2)..at).rev().take_while(|&at| rest(at)).last().unwrap_or(at);
    let opens = first.checked_sub(1).is_none_or(|before| {
        sentence.is(before, Classes::AND.and(Classes::SAY))
            || sentence.is_mark(before, ',')
            || sentence.is_word(before, word!("all")) && (before == 0 || !sentence.is(before - 1, Classes::PREPOSITION))
    });
    let stays = sentence.is(at + 1, Classes::STANDING) && sentence.lexeme(at + 1).is_verb();
    let verb = stays || sentence.is(at + 1, Classes::BE.and(Classes::HAVE)) || sentence.has_form(at + 1, Forms::PAST);
    // "with four taken to a clinic"
    let absolute = at > 0 && sentence.is_word(at - 1, word!("with")) && sentence.has_form(at + 1, Forms::PARTICIPLE);
    absolute || opens && verb && !sentence.is(at + 1, Classes::NOUN)
}

/// Whether what was counted is people, or what became of them.
fn of_people(sentence: &Sentence<'_>, counted: &Counted) -> bool {
    let words = sentence.words();
    counted.head == *words.person() || words.measure(&words.get(hash_of(&counted.head))).is_some_and(|measure| measure.people)
}

/// Whether the figure at `at` is the set that another figure is a part of.
fn is_whole(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut here = at;
    while here > 0 && sentence.is(here - 1, Classes::DETERMINER.and(Classes::POSSESSIVE)) {
        here -= 1;
    }
    here > 1 && sentence.is(here - 1, Classes::OF) && (sentence.mention(here - 2).is_some() || sentence.is(here - 2, Classes::QUANTIFIER))
}

/// Whether a verb tells of people by itself: "killed 41", "12 were injured".
fn elliptic(sentence: &Sentence<'_>, role: &Role<'_>, at: usize) -> bool {
    let next = sentence.token(at + 1);
    let object_first = role.at < at;
    let ends = matches!(next.shape, Shape::Mark(_))
        || sentence
            .is(at + 1, Classes::PREPOSITION.and(Classes::COORDINATOR).and(Classes::SUBORDINATOR).and(Classes::BE).and(Classes::HAVE));
    if object_first {
        ends && (sentence.is(role.at, Classes::PERSONAL) || role.rule == "list" || role.rule == "event noun before the figure")
    } else {
        role.weight >= 800 && role.part == Part::Undergoer || role.weight >= 750
    }
}

/// The measure that a class of events makes of its people.
fn measure_of(class: Option<&EventClass>, part: Part) -> Option<&Name> {
    let class = class?;
    match part {
        Part::Undergoer => class.undergoer.as_ref().or(class.subject.as_ref().filter(|_| &*class.name == "die")),
        Part::Doer => class.subject.as_ref(),
    }
}

fn role_measure(role: &Role<'_>) -> Option<Name> {
    let measure = measure_of(role.class, role.part)?;
    Some(if role.either { name!("casualties") } else { measure.clone() })
}

/// The measure of a phrase in its role.
pub(super) fn measure(sentence: &Sentence<'_>, phrase: Phrase, role: Option<Role<'_>>) -> Option<Name> {
    let words = sentence.words();
    let done = role.and_then(|role| role_measure(&role));
    let Some(head) = phrase.head else {
        let last = sentence.lexeme(phrase.to - 1);
        let outcome = phrase.outcome.then(|| words.state_class(&last).or_else(|| words.verb_class(&last))).flatten();
        let who = (sentence.is_word(phrase.from, word!("who")) || sentence.is_word(phrase.from, word!("strong"))).then(|| name!("people"));
        return outcome.and_then(|class| measure_of(Some(class), Part::Undergoer).cloned()).or(done).or(who);
    };
    // "50 787s": a word of digits.
    let digits = sentence.token(head).shape == Shape::Digits;
    let lexeme = if digits { words.get(hash_of(sentence.of(head).trim_end_matches('s'))) } else { sentence.lexeme(head) };
    let own = words.measure(&lexeme);
    let before = (phrase.from..head).find_map(|at| outcome_before(sentence, at, head));
    // "15 wounded patrons", "12 clubgoers were arrested": only people are, whatever the noun.
    let hurt = || before.as_deref() == Some("injuries") || role.is_some_and(|role| befalls_people(&role)) && sentence.is_plural(head);
    let people = own.is_some_and(|own| own.people) || own.is_none() && (is_person(sentence, head) || hurt());
    if !people {
        return own.map(|own| own.name.clone());
    }
    done.or(before).or_else(|| Some(own.map_or_else(|| name!("people"), |own| own.name.clone())))
}

/// Whether what happened happens to people only.
fn befalls_people(role: &Role<'_>) -> bool {
    let class = role.class.map_or("", |class| &*class.name);
    role.part == Part::Undergoer && role.weight >= 900 && matches!(class, "arrest" | "convict")
}

/// What a word before the head says of the people: "40 wounded soldiers", "three murder victims".
fn outcome_before(sentence: &Sentence<'_>, at: usize, head: usize) -> Option<Name> {
    let words = sentence.words();
    let lexeme = sentence.lexeme(at);
    let victim = matches!(sentence.of(head), "victim" | "victims").then(|| words.event_class(&lexeme)).flatten();
    let state = words.state_class(&lexeme);
    let done = words.verb_class(&lexeme).filter(|_| lexeme.has_form(Forms::PARTICIPLE));
    measure_of(victim.or(state).or(done), Part::Undergoer).cloned()
}

/// Whether an unknown noun names people by its form: "relatives" is known, "Virginians", "artists" and "club-goers" show it.
fn is_person(sentence: &Sentence<'_>, head: usize) -> bool {
    if sentence.name_around(head).is_some_and(|(.., entry)| entry.people) {
        return true;
    }
    let words = sentence.of(head);
    let stem = words.strip_suffix('s').unwrap_or(words);
    ["man", "men", "ist", "ian", "eer", "nik", "goer"].iter().any(|ending| stem.len() > ending.len() + 1 && stem.ends_with(ending))
}

/// Why nothing is counted where nothing near is a noun.
const NO_NOUN: &str = "no noun and no verb of people";

/// Why "two others" count nothing by themselves.
const NO_PRINTED: &str = "no noun is printed";

/// The noun before a figure that is its figure: "the number of troops rose to 12,000", "the death toll stood at 41".
fn figure_of(sentence: &Sentence<'_>, at: usize) -> Option<(Name, Option<Name>, (usize, usize))> {
    let words = sentence.words();
    let mut here = at.checked_sub(1)?;
    let mut linked = false;
    let auxiliary = Classes::BE.and(Classes::HAVE).and(Classes::MODAL);
    let link = Classes::TO.and(Classes::AT).and(Classes::FIGURE_VERB).and(auxiliary);
    loop {
        let colon = sentence.is_mark(here, ':');
        let adverb = sentence.is(here, Classes::ADVERB);
        if !(sentence.is(here, link) && !sentence.is(here, Classes::FIGURE_NOUN)
            || colon
            || adverb && linked
            || sentence.is(here, Classes::AS))
        {
            break;
        }
        linked = true;
        here = here.checked_sub(1)?;
    }
    if !linked {
        return None;
    }
    let first = here.saturating_sub(14);
    let noun = (first..=here)
        .rev()
        .take_while(|&at| !sentence.is_mark(at, ';'))
        .find(|&at| sentence.is(at, Classes::FIGURE_NOUN.and(Classes::TOLL)));
    if let Some(noun) = noun {
        if sentence.is(noun, Classes::TOLL) {
            let kind = noun.checked_sub(1).and_then(|kind| words.event_class(&sentence.lexeme(kind)));
            let measure = kind.map_or(Some("deaths"), |class| measure_of(Some(class), Part::Undergoer).map(|name| &**name));
            let from = if kind.is_some() { noun - 1 } else { noun };
            return Some((words.singular(sentence.of(noun)), measure.map(Name::from), (from, noun + 1)));
        }
        if sentence.is(noun + 1, Classes::OF) {
            let phrase = noun::phrase(sentence, noun + 1, false).filter(|phrase| phrase.to <= here + 1)?;
            let role = event::role(sentence, noun, phrase.to, None).filter(|role| role.at <= here && role.weight >= 900);
            let head = phrase.head.map_or_else(|| words.person().clone(), |head| words.singular(sentence.of(head)));
            let measure = measure(sentence, phrase, role);
            let from = if sentence.is(phrase.from, Classes::OF) { phrase.from + 1 } else { phrase.from };
            return Some((head, measure, (from, phrase.to)));
        }
        return None;
    }
    // "casualties rose to 41", "Deaths: 41".
    let verb =
        (here + 1..at).any(|at| sentence.is(at, Classes::FIGURE_VERB.and(Classes::TO).and(Classes::AT)) || sentence.is_mark(at, ':'));
    let own = words.measure(&sentence.lexeme(here)).filter(|own| sentence.is_plural(here) && !own.people)?;
    verb.then(|| (words.singular(sentence.of(here)), Some(own.name.clone()), (here, here + 1)))
}
