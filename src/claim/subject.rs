//! The subject of a verb: a name, else a noun.
//!
//! In: a sentence and the role of a figure. Out: a name or a noun with its weight. What never happens here: a pronoun resolved, but for one that
//! takes up the sentence's own subject.

use super::Told;
use super::antecedent::{opener_before, opening_subject, person_before, same_person, sayer};
use super::event::{Part, Role, group_before};
use super::noun::looks_like_verb;
use super::proper::{is_people, name_ending, noun_ending};
use super::sentence::{Sentence, word};
use super::status::outermost_group;
use crate::lexicon::{Classes, Forms};
use crate::text::{Shape, Span};

/// The subject of the active verb of `role`.
pub(super) fn subject(sentence: &Sentence<'_>, role: &Role<'_>) -> Option<(Told, Span)> {
    let noun = sentence.lexeme(role.at).is(Classes::NOUN) && !sentence.lexeme(role.at).is_verb();
    // "unlawful carrying of a gun"
    let gerund = sentence.has_form(role.at, Forms::ING) && sentence.is(role.at + 1, Classes::OF) && role.group == role.at;
    if noun || gerund || is_reduced(sentence, role) { None } else { before(sentence, role, CLAUSES) }
}

/// Whether the verb of `role` is a participle that only says which noun is meant: "An autopsy performed on Friday showed", "It is a
/// line staffed by guards". What could be its object makes a verb of it.
fn is_reduced(sentence: &Sentence<'_>, role: &Role<'_>) -> bool {
    if role.group != role.at || !is_participle(sentence, role.at) || role.at == 0 {
        return false;
    }
    let next = role.at + 1;
    let object = |next: usize| {
        sentence.is(next, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PRONOUN).and(Classes::RELATIVE))
            || sentence.mention(next).is_some_and(|mention| mention.value.is_some())
            || sentence.is_open(next) && !sentence.is(next, Classes::ADVERB.and(Classes::WEEKDAY))
    };
    let says = role.class.is_some_and(|class| matches!(&*class.name, "report" | "announce" | "see" | "plan" | "call" | "rise" | "fall"));
    if object(next) && sentence.words().state_class(&sentence.lexeme(next)).is_none() {
        return false;
    }
    // "Ann Roe, sworn in in 2009": a form that is no past; "131 people hurt by shots", "nine killed in a fire": what was done has an object.
    let only = sentence.has_form(role.at, Forms::PARTICIPLE) && !sentence.has_form(role.at, Forms::PAST);
    let aims = matches!(sentence.of(next), "at" | "on" | "into" | "back") || sentence.is_mark(next, ',');
    let harms = role.class.is_some_and(|class| class.undergoer.is_some() && &*class.name != "lay-off");
    // "The gunman shot with nine bullets", "aimed and killed"
    let active = sentence.is(role.at - 1, Classes::CULPRIT.and(Classes::AND));
    // "two men found dead in a house"
    let outcome = sentence.words().state_class(&sentence.lexeme(next)).is_some();
    if only || outcome || sentence.is(next, Classes::BY) && !says || harms && !aims && !active {
        return true;
    }
    if says || sentence.titled {
        return false;
    }
    let auxiliary = Classes::BE.and(Classes::HAVE).and(Classes::MODAL);
    let ends = |at: usize| {
        sentence.is(at, Classes::SUBORDINATOR.and(Classes::COORDINATOR).and(Classes::RELATIVE).and(Classes::SUBJECT))
            || [',', '"', ':', '.'].into_iter().any(|mark| sentence.is_mark(at, mark))
    };
    let finite = |at: usize| sentence.is(at, auxiliary) || is_finite(sentence, at);
    // "Guards came to a report of shots fired": a participle in its turn.
    let sure = |at: usize| finite(at) && (!sentence.has_form(at, Forms::PARTICIPLE) || object(at + 1));
    let behind = (next..(next + CLAUSE).min(sentence.len())).take_while(|&at| !ends(at)).find(|&at| sure(at));
    if behind.is_some_and(|at| !sentence.is(at - 1, Classes::TO)) {
        return true;
    }
    let phrase = |at: usize| {
        sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE).and(Classes::OF))
            || sentence.token(at).shape == Shape::Clitic
            || sentence.is_open(at) && (!sentence.lexeme(at).is_verb() || sentence.is(at, Classes::NOUN))
    };
    let before = (role.at.saturating_sub(CLAUSE)..role.at).rev().find(|&at| !phrase(at));
    before.is_some_and(|at| {
        let class = sentence.words().verb_class(&sentence.lexeme(at)).map_or("", |class| &*class.name);
        sentence.is(at, Classes::BE) || is_finite(sentence, at) && !matches!(class, "report" | "announce" | "see")
    })
}

/// How many clauses are gone back for a subject.
const CLAUSES: usize = 3;

/// The name before the verb of `role`, looked for in as many as `clauses` clauses.
pub(super) fn before(sentence: &Sentence<'_>, role: &Role<'_>, clauses: usize) -> Option<(Told, Span)> {
    let first = outermost_group(sentence, role);
    let mut before = first.checked_sub(1)?;
    // "a gun that was used to shoot a boy"
    if sentence.is(first, Classes::TO)
        && sentence.is_word(before, word!("used"))
        && is_passive(sentence, before, group_before(sentence, before))
    {
        return None;
    }
    // "Harrow Mills on Tuesday sold"
    if before > 0 && sentence.mention(before).is_some_and(|mention| mention.value.is_none()) {
        before -= 1;
        before = if before > 0 && sentence.is_word(before, word!("on")) { before - 1 } else { before };
    }
    // "Ann Roe had recently sold"
    if before + 1 < first && sentence.is(before, Classes::HAVE) {
        before = before.checked_sub(1)?;
    }
    let relative = sentence.is(before, Classes::RELATIVE);
    let (who, which) = (sentence.is_word(before, word!("who")), sentence.is_word(before, word!("which")));
    if relative {
        // "Ann Roe, who wounded three": the name that the clause tells of.
        let that = sentence.is_word(before, word!("that"));
        before = before.checked_sub(1)?;
        if sentence.is_mark(before, ',') {
            // "an attack in Harrow, Marden, that killed": it tells of the attack.
            before = before.checked_sub(1).filter(|_| !that)?;
        }
    } else if let Some(end) = adjunct(sentence, role, first) {
        // "Police said a man came up, opening fire": not who says so.
        let says = |verb: &usize| {
            let report = sentence.words().verb_class(&sentence.lexeme(*verb)).is_some_and(|class| &*class.name == "report");
            report && !sentence.is(role.at, Classes::SAYING) && !sentence.is(first, Classes::TO)
        };
        return of_verb(sentence, finite(sentence, end).filter(|verb| !says(verb))?, clauses);
    } else if let Some(verb) = accused(sentence, role, first, before) {
        let group = group_before(sentence, verb);
        let role = Role { at: verb, class: None, group, ..*role };
        return self::before(sentence, &role, clauses.checked_sub(1)?);
    } else if first == role.at && sentence.has_form(role.at, Forms::ING) && is_finite(sentence, before) {
        // "Harrow Mills reported losing"
        return of_verb(sentence, before, clauses);
    } else if sentence.is(before, Classes::AND) {
        return of_verb(sentence, coordinated(sentence, first, before)?, clauses);
    }
    before = before_brackets(sentence, before);
    if sentence.is_mark(before, ',') {
        return behind_commas(sentence, before, role);
    }
    let whole = before;
    let class = role.class.map_or("", |class| &*class.name);
    if matches!(class, "rise" | "fall") || matches!(class, "play" | "receive") && is_index(sentence, before) {
        // "the Corvina Forty share index fell", "Harrow's sales fell": the name says whose or which it is.
        let noun = |at: usize| !sentence.lexeme(at).is_verb() || sentence.is(at, Classes::NOUN);
        let common = |at: usize| sentence.token(at).shape == Shape::Lower && sentence.is_open(at) && noun(at);
        let nouns = (before.saturating_sub(2)..=before).rev().take_while(|&at| common(at)).count();
        before = before.checked_sub(nouns)?;
        if nouns > 0 && sentence.token(before).shape == Shape::Clitic {
            before = before.checked_sub(1)?;
        }
    }
    // "The U.S. dollar rose": the country is not what rose.
    let country = before < whole && sentence.name_around(before).is_some_and(|(.., entry)| entry.place.is_some());
    if let Some(found) = name_ending(sentence, before, role, which).filter(|_| !country) {
        return Some(found);
    }
    if sentence.is_word(before, word!("it")) || sentence.is_word(before, word!("they")) {
        // "Harrow Mills said that it sold": who says so.
        let sayer = sayer(sentence, before).and_then(|says| of_verb(sentence, says, clauses));
        if sayer.is_some() {
            return sayer;
        }
    }
    if sentence.is_word(before, word!("he")) || sentence.is_word(before, word!("she")) {
        return same_person(sentence, before, clauses).or_else(|| person_before(sentence, before, role));
    }
    if sentence.is_word(before, word!("it")) {
        // "North Korea has been arming them, and last fall it sent …": the subject that opened the sentence.
        return if before == 0 { opener_before(sentence) } else { opening_subject(sentence, before) };
    }
    let told_of = is_people(sentence, whole)
        || who && sentence.token(whole).is_capital() && sentence.name_around(whole).is_none_or(|(.., entry)| entry.place.is_none())
        || !who && sentence.words().event_class(&sentence.lexeme(whole)).is_some();
    let noun = noun_ending(sentence, whole, !(relative && told_of))?;
    // "the felon with a gun, which carries": a thing.
    if which && sentence.ending(noun.1) != Some(whole) {
        return None;
    }
    // "Harrow Mills said its sales fell": whose they are.
    let first = (0..whole).rev().find(|&at| sentence.token(at).span.start < noun.1.start);
    let its = first.filter(|&at| sentence.is_word(at, word!("its")) || sentence.is_word(at, word!("their")));
    let owner = its.and_then(|its| of_verb(sentence, sayer(sentence, its)?, clauses));
    Some(owner.unwrap_or(noun))
}

/// The verb of the law that says who did what the gerund of `role` tells: "is accused of killing nine", "convicted of robbing".
fn accused(sentence: &Sentence<'_>, role: &Role<'_>, first: usize, before: usize) -> Option<usize> {
    let gerund = first == role.at && sentence.has_form(role.at, Forms::ING);
    let link = sentence.is(before, Classes::OF) || sentence.is_word(before, word!("with"));
    let verb = before.checked_sub(1).filter(|&at| gerund && link && is_participle(sentence, at))?;
    let class = sentence.words().verb_class(&sentence.lexeme(verb)).map_or("", |class| &*class.name);
    (matches!(class, "charge" | "convict") || sentence.is_word(verb, word!("suspected"))).then_some(verb)
}

/// The last token before the short form in brackets that ends at `at`: "Harrow Mills (HM)".
fn before_brackets(sentence: &Sentence<'_>, at: usize) -> usize {
    if at > 2 && sentence.is_mark(at, ')') && sentence.is_mark(at - 2, '(') { at - 3 } else { at }
}

/// Whether the token at `at` is the word behind the name of an index.
fn is_index(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_word(at, word!("index")) || sentence.is_word(at, word!("average"))
}

/// The name before the commas that end at `close`: "Ann Roe, 26, sold", "the index, the Corvina 40, fell". What stands between them is a
/// name, or of one.
fn behind_commas(sentence: &Sentence<'_>, close: usize, role: &Role<'_>) -> Option<(Told, Span)> {
    let open = (close.saturating_sub(APPOSITION)..close).rev().find(|&at| at > 0 && sentence.is_mark(at, ','));
    let Some(open) = open else {
        // "The Corvina, sold": a comma too many.
        let found = name_ending(sentence, close.checked_sub(1)?, role, false)?;
        return (found.1.start <= sentence.token(1).span.start).then_some(found);
    };
    let named = |at| name_ending(sentence, at, role, false);
    // "shot his sons, ages 3 and 4, then fled": what is done to them, not what they do.
    let modifies = Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE);
    let lead = (0..open).rev().find(|&at| !sentence.is(at, modifies) && (!sentence.is_open(at) || sentence.lexeme(at).is_verb()));
    if let Some(verb) = lead.filter(|&at| is_finite(sentence, at) && sentence.is_word(close + 1, word!("then"))) {
        return of_verb(sentence, verb, 1);
    }
    let name = named(open - 1).or_else(|| named(close - 1));
    // "two gunmen, both of them guards, shot"
    let first = if sentence.is(open + 1, Classes::ADVERB) || sentence.of(open + 1).ends_with("ly") { open + 2 } else { open + 1 };
    let apposed = sentence.is(first, Classes::DETERMINER.and(Classes::RELATIVE)) || sentence.mention(first).is_some();
    name.or_else(|| noun_ending(sentence, open - 1, true).filter(|_| apposed))
}

/// The longest apposition that is gone over, in tokens.
const APPOSITION: usize = 16;

/// Where the clause ends that the participle of `role`, whose group begins at `first`, adds to: ", killing three", "before killing three".
fn adjunct(sentence: &Sentence<'_>, role: &Role<'_>, first: usize) -> Option<usize> {
    let bare = !(first..role.at).any(|at| sentence.is(at, Classes::BE));
    // ", to end the day at 7,000", "found cause to arrest"; who is told to do something does it.
    if sentence.is(first, Classes::TO)
        && let Some(verb) = finite(sentence, first)
    {
        let class = sentence.words().verb_class(&sentence.lexeme(verb)).map_or("", |class| &*class.name);
        let ordered = matches!(class, "report" | "call" | "help" | "ban");
        return (!ordered || sentence.is_mark(first - 1, ',')).then_some(first);
    }
    let ing = bare && (sentence.has_form(role.at, Forms::ING) || first == role.at && sentence.of(first).ends_with("ing"));
    let before = first.checked_sub(1).filter(|_| ing)?;
    let link = [word!("by"), word!("before"), word!("after"), word!("while")].into_iter().any(|link| sentence.is_word(before, link));
    // "shot her at close range using a rifle"
    let using = sentence.is_word(role.at, word!("using"))
        && sentence.token(before).shape == Shape::Lower
        && !is_people(sentence, before)
        && finite(sentence, before).is_some();
    (link || using || sentence.is_mark(before, ',')).then_some(before)
}

/// The active verb whose subject the verb at `verb` has.
fn of_verb(sentence: &Sentence<'_>, verb: usize, clauses: usize) -> Option<(Told, Span)> {
    let group = group_before(sentence, verb);
    // "was shot and killed": nobody that is told of did it.
    if is_passive(sentence, verb, group) {
        return None;
    }
    let class = sentence.words().verb_class(&sentence.lexeme(verb));
    let role = Role { at: verb, class, part: Part::Undergoer, weight: 600, group, either: false, rule: "verb of the same subject" };
    before(sentence, &role, clauses.checked_sub(1)?)
}

/// The nearest finite verb before `end` in its clause; none where it is passive, as its subject is then no one who does it.
fn finite(sentence: &Sentence<'_>, end: usize) -> Option<usize> {
    let near = (end.saturating_sub(CLAUSE)..end).rev().take_while(|&at| !sentence.is_mark(at, ';') && !sentence.is_mark(at, '"'));
    let verb = near.into_iter().find(|&at| is_finite(sentence, at))?;
    (!is_passive(sentence, verb, group_before(sentence, verb))).then_some(verb)
}

/// Whether the verb at `verb` whose group begins at `group` is passive.
pub(super) fn is_passive(sentence: &Sentence<'_>, verb: usize, group: usize) -> bool {
    let be = || (group..verb).any(|at| sentence.is(at, Classes::BE.and(Classes::GET)));
    is_participle(sentence, verb) && be()
}

/// Whether the verb at `verb` is a past participle, of one that the lexicon does not know by its form.
pub(super) fn is_participle(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.has_form(verb, Forms::PARTICIPLE) || looks_like_verb(sentence, verb) && sentence.of(verb).ends_with("ed")
}

/// The verb before the figure at token `at` that it belongs to though it is not its object: "negotiated with one suspect", "closing at
/// 7,000", "fell by 40 points, or 4 %". What is said is a clause of its own.
pub(super) fn of_clause<'a>(sentence: &Sentence<'a>, at: usize) -> Option<Role<'a>> {
    let ends = |at: usize| {
        let or = sentence.is(at + 1, Classes::COORDINATOR) && !sentence.is_word(at + 1, word!("and"));
        let comma = sentence.is_mark(at, ',') && !or;
        comma
            || [';', ':', '"'].into_iter().any(|mark| sentence.is_mark(at, mark))
            || ends_clause(sentence, at)
            || sentence.is(at, Classes::RELATIVE)
    };
    let near = (at.saturating_sub(CLAUSE)..at).rev().take_while(|&at| !ends(at));
    let free =
        |at: usize| sentence.has_form(at, Forms::ING) || sentence.has_form(at, Forms::BASE) && at > 0 && sentence.is(at - 1, Classes::TO);
    let verb = near.into_iter().find(|&at| is_finite(sentence, at) || free(at) && sentence.lexeme(at).is_verb())?;
    let class = sentence.words().verb_class(&sentence.lexeme(verb));
    let says = class.is_some_and(|class| matches!(&*class.name, "report" | "announce"));
    let group = group_before(sentence, verb);
    (!says).then_some(Role { at: verb, class, part: Part::Undergoer, weight: 500, group, either: false, rule: "verb of the clause" })
}

/// The longest clause that is gone over, in tokens.
pub(super) const CLAUSE: usize = 24;

/// A verb that has a subject, and no noun.
pub(super) fn is_finite(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    // "The Harrow Average rose"
    let named = at > 1 && sentence.token(at - 1).is_capital();
    let modifies = Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE).and(Classes::OF);
    let noun = at > 0 && !named && sentence.is(at - 1, modifies) && !sentence.is(at - 1, Classes::RELATIVE);
    let modal = || at > 0 && sentence.is(at - 1, Classes::MODAL);
    let form = lexeme.has_form(Forms::PAST)
        || !lexeme.is(Classes::NOUN) && lexeme.has_form(Forms::THIRD)
        || lexeme.has_form(Forms::BASE) && modal();
    lexeme.is_verb() && form && !noun
}

/// The first verb of a list that ends with the one at `first`, after the "and" at `and`: "stole a car and wounded", "went on to kill two,
/// shoot up a street and wound".
fn coordinated(sentence: &Sentence<'_>, first: usize, and: usize) -> Option<usize> {
    let verb = if sentence.lexeme(first).is_verb() { first } else { (first..first + 4).find(|&at| sentence.lexeme(at).is_verb())? };
    let form = |form| sentence.has_form(verb, form);
    let opens = |at: usize| at > 0 && (sentence.is(at - 1, Classes::TO.and(Classes::MODAL)) || sentence.is_mark(at - 1, ','));
    let finite = Forms::PAST.and(Forms::THIRD);
    let like = |at: usize| match () {
        () if form(finite) => sentence.has_form(at, finite) && is_finite(sentence, at),
        () if form(Forms::ING) => sentence.has_form(at, Forms::ING),
        () => sentence.has_form(at, Forms::BASE) && opens(at),
    };
    let mut end = if and > 0 && sentence.is_mark(and - 1, ',') { and - 1 } else { and };
    for _ in 0..3 {
        // "named Ann Roe, 23, as the driver and arrested her"
        let age = |at: usize| sentence.mention(at).is_some_and(|mention| mention.value.is_some());
        let comma = |at: usize| sentence.is_mark(at, ',') && !(age(at + 1) || at > 0 && age(at - 1));
        let clause = (end.saturating_sub(14)..end).rev().take_while(|&at| !comma(at) && !ends_clause(sentence, at));
        let found = clause.into_iter().find(|&at| like(at))?;
        // "said they had a row and left": another subject's.
        let main = |at: usize| {
            let finite = sentence.is(at, Classes::HAVE.and(Classes::BE)) && !matches!(sentence.of(at), "be" | "been" | "being" | "having");
            finite && !sentence.lexeme(at + 1).is_verb()
        };
        if (found + 1..end).any(main) {
            return None;
        }
        let group = group_before(sentence, found);
        end = group.checked_sub(1)?;
        if !sentence.is_mark(end, ',') || form(Forms::ING) {
            return Some(found);
        }
    }
    None
}

/// A word that begins another clause.
fn ends_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_mark(at, ';') || sentence.is(at, Classes::SUBORDINATOR) && !sentence.is(at, Classes::PREPOSITION)
}
