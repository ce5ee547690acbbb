//! What happened to what a figure counts: the verb or event noun that governs it, and in which role.
//!
//! In: a sentence, the figure's token, the end of its noun phrase. Out: a [`Role`]. What never happens here: a search past the clause;
//! where no verb is near, there is none.

use super::Counted;
use super::change;
use super::clause;
use super::crowd;
use super::nominal;
use super::predicate::predicate;
use super::sentence::{Sentence, word};
use super::subject::is_participle;
use crate::lexicon::{Classes, EventClass, Forms};
use crate::mention::Kind;
use crate::text::{Shape, hash_of};

/// What the counted thing is to the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It is done to it: "killed 41", "41 were killed", "41 dead", "the deaths of 41".
    Undergoer,
    /// It does it: "41 died", "three gunmen killed them".
    Doer,
}

/// How the verb of a figure was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role<'a> {
    /// The token of the verb, event noun or outcome.
    pub(super) at: usize,
    /// Its class of events.
    pub(super) class: Option<&'a EventClass>,
    pub(super) part: Part,
    /// How sure, in per mille.
    pub(super) weight: u16,
    /// The first token of the verb's group: "may have been" of "may have been killed".
    pub(super) group: usize,
    /// Killed or injured, both counted: "killed or wounded".
    pub(super) either: bool,
    /// Which rule found it.
    pub(super) rule: &'static str,
}

/// What may stand in the group of a verb before it.
pub(super) const AUXILIARY: Classes =
    Classes::BE.and(Classes::HAVE).and(Classes::DO).and(Classes::GET).and(Classes::MODAL).and(Classes::NEGATION).and(Classes::TO);

/// The rule of a figure by which something rose or fell.
pub(super) const CHANGE: &str = "rise or fall before the figure";

/// The rule of a figure that is the object of a verb.
const OBJECT: &str = "object of the verb";

/// The rule of those by whom something was done.
const AGENT: &str = "agent of the passive";

/// The rule of those to whom a deed is done that a noun tells: "the killing of nine men".
pub(super) const DEED: &str = "event noun before the figure";

/// How the rules begin whose event is a noun.
pub(super) const EVENT_NOUN: &str = "event noun";

/// The role of the figure at token `figure` whose phrase ends before `to`; `before` is the role of the figure before it and the token
/// after that one's phrase, to go on with in a list.
pub(super) fn role<'a>(sentence: &Sentence<'a>, figure: usize, to: usize, before: Option<(Role<'a>, usize)>) -> Option<Role<'a>> {
    if let Some(role) = crowd::put_at(sentence, figure) {
        return Some(role);
    }
    let near = outcome(sentence, to);
    let left = object(sentence, figure, before);
    // "The man who killed nine people was arrested": the figure belongs to the clause that tells of the man.
    let told_of = |near: &Role<'_>| {
        near.group < near.at
            && left.is_some_and(|left| left.rule == OBJECT && left.group > 0 && sentence.is(left.group - 1, Classes::RELATIVE))
    };
    if near.is_some_and(|near| !told_of(&near)) {
        return near;
    }
    // "wants them to know one slip has cost": what is known is a clause.
    let clause = |left: &Role<'_>| {
        left.rule == OBJECT
            && left.class.is_some_and(|class| &*class.name == "see")
            && sentence.is(to, Classes::BE.and(Classes::HAVE).and(Classes::MODAL))
    };
    let left = left.filter(|left| !clause(left));
    if left.is_some_and(|left| left.weight >= 800) {
        return left;
    }
    predicate(sentence, to).or(left)
}

/// The role of a sum or a share at token `figure`: the object of a verb, or what something rose or fell by or to.
pub(super) fn sum<'a>(sentence: &Sentence<'a>, figure: usize, before: Option<(Role<'a>, usize)>) -> Option<Role<'a>> {
    let object = || object(sentence, figure, before).filter(|role| matches!(role.rule, OBJECT | "list"));
    nominal::event(sentence, figure).or_else(object).or_else(|| change::verb(sentence, figure))
}

/// The class of shooting, for who fires and for what is fired: "eight officers fired", "fired nine shots" lay off nobody.
pub(super) fn shoots<'a>(sentence: &Sentence<'a>, role: &Role<'a>, counted: Option<&Counted>) -> Option<&'a EventClass> {
    let words = sentence.words();
    let fires = role.class.is_some_and(|class| &*class.name == "lay-off")
        && words.verb(&sentence.lexeme(role.at)).is_some_and(|verb| verb == "fire");
    let people = || counted.is_none_or(|counted| words.measure(&words.get(hash_of(&counted.head))).is_none_or(|measure| measure.people));
    (fires && (role.part == Part::Doer || !people())).then(|| words.verb_class(&words.get(hash_of("shoot")))).flatten()
}

/// The class of dismissals, for those who are laid off or lose their jobs, and for jobs that are cut.
pub(super) fn lays_off<'a>(sentence: &Sentence<'a>, role: &Role<'a>, counted: Option<&Counted>) -> Option<&'a EventClass> {
    let words = sentence.words();
    let behind =
        |is: fn(&str) -> bool| (role.at + 1..role.at + 7).take_while(|&at| !sentence.is_mark(at, '.')).any(|at| is(sentence.of(at)));
    let dismissed = match &**words.verb(&sentence.lexeme(role.at))? {
        "lay" => behind(|word| word == "off"),
        "lose" => behind(|word| matches!(word, "job" | "jobs")),
        _ => {
            let jobs = counted.and_then(|counted| counted.measure.as_deref()) == Some("jobs");
            jobs && role.class.is_some_and(|class| &*class.name == "cut")
        }
    };
    dismissed.then(|| words.verb_class(&words.get(hash_of("sack")))).flatten()
}

/// The participle right after the phrase, without an auxiliary: "one of three people shot that night".
pub(super) fn reduced<'a>(sentence: &Sentence<'a>, to: usize) -> Option<Role<'a>> {
    if sentence.is(to, AUXILIARY) { None } else { outcome(sentence, to).filter(|role| role.group == role.at) }
}

/// The outcome right after the phrase: "41 people dead", "two people killed", "three were wounded".
fn outcome<'a>(sentence: &Sentence<'a>, to: usize) -> Option<Role<'a>> {
    if sentence.is_word(to, word!("fatally")) && !sentence.is_open(to + 1) {
        // "four were shot, one fatally"
        let class = sentence.words().state_class(&sentence.words().get(hash_of("dead")));
        return Some(Role { at: to, class, part: Part::Undergoer, weight: 950, group: to, either: false, rule: "outcome after the noun" });
    }
    // "lost 70 soldiers, dead or wounded"
    let to = if sentence.is_mark(to, ',') && either(sentence, to + 1) { to + 1 } else { to };
    if let Some(role) = told_by_pronoun(sentence, to) {
        return Some(role);
    }
    let (at, group, passive) = verb_group(sentence, to)?;
    let words = sentence.words();
    let lexeme = sentence.lexeme(at);
    // "One of them fired at a coyote": no one was laid off.
    let aims = |at: usize| sentence.is(at, Classes::AT) || matches!(sentence.of(at), "on" | "upon" | "into");
    let shots = |at: usize| words.measure(&sentence.lexeme(at)).is_some_and(|measure| &*measure.name == "shots");
    if words.verb_class(&lexeme).is_some_and(|class| &*class.name == "lay-off") && (aims(at + 1) || shots(at + 1)) {
        return None;
    }
    // "The two men who shot up a street" did it.
    let done = words.verb_class(&lexeme).is_some_and(|class| class.undergoer.is_some());
    if matches!(sentence.of(to), "who" | "that") && !passive && done && lexeme.has_form(Forms::PAST) {
        return None;
    }
    if let Some(class) = words.state_class(&lexeme)
        && (passive || !lexeme.has_form(Forms::PAST) || !takes_object(sentence, at + 1))
    {
        return Some(Role {
            at,
            class: Some(class),
            part: Part::Undergoer,
            weight: 950,
            group,
            either: either(sentence, at),
            rule: "outcome after the noun",
        });
    }
    let class = words.verb_class(&lexeme)?;
    class.undergoer.as_ref()?;
    let participle = lexeme.has_form(Forms::PARTICIPLE) && (passive || !takes_object(sentence, at + 1));
    participle.then(|| {
        let (at, class) = graver(sentence, at, class);
        Role {
            at,
            class: Some(class),
            part: Part::Undergoer,
            weight: 950,
            group,
            either: either(sentence, at),
            rule: "passive after the noun",
        }
    })
}

/// What someone did to those before `to`, in a clause without "whom": "the two men he had shot".
fn told_by_pronoun<'a>(sentence: &Sentence<'a>, to: usize) -> Option<Role<'a>> {
    if !sentence.is(to, Classes::SUBJECT) {
        return None;
    }
    let (at, group, passive) = verb_group(sentence, to + 1)?;
    let class = sentence.words().verb_class(&sentence.lexeme(at)).filter(|class| class.undergoer.is_some() && !passive)?;
    let told = sentence.has_form(at, Forms::PAST.and(Forms::PARTICIPLE)) && !takes_object(sentence, at + 1);
    let part = Part::Undergoer;
    told.then_some(Role { at, class: Some(class), part, weight: 900, group, either: false, rule: "verb of a clause about the noun" })
}

/// The verb that a group of auxiliaries and adverbs at `at` leads to, where the group begins, and whether it is passive.
pub(super) fn verb_group(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize, bool)> {
    let mut here = at;
    let mut passive = false;
    if sentence.is(here, Classes::RELATIVE) {
        here += 1;
    }
    let group = here;
    while here < at + 9 {
        if sentence.is(here, AUXILIARY) {
            passive |= sentence.is(here, Classes::BE.and(Classes::GET));
        } else if sentence.lexeme(here).is_verb() || sentence.words().state_class(&sentence.lexeme(here)).is_some() {
            // "are feared dead", "were found dead", "was confirmed killed": the outcome is what follows.
            let next = sentence.lexeme(here + 1);
            let outcome = sentence.words().state_class(&next).is_some()
                || next.has_form(Forms::PARTICIPLE) && sentence.words().verb_class(&next).is_some_and(|class| class.undergoer.is_some());
            let carries = sentence.words().verb_class(&sentence.lexeme(here)).is_some_and(|class| class.undergoer.is_none());
            // "three people found dead": reduced, it carries what they are found to be.
            let reduced = here == group && words_state(sentence, here + 1) && sentence.has_form(here, Forms::PARTICIPLE);
            if !((outcome || sentence.is(here + 1, Classes::TO)) && carries && (passive || reduced)) {
                return Some((here, group, passive));
            }
        } else {
            // "are now confirmed dead"
            let now = here > group && sentence.mention(here).is_some_and(|mention| mention.value.is_none());
            if !now && !sentence.is(here, Classes::ADVERB) && !sentence.of(here).ends_with("ly") && !sentence.is(here, Classes::POSSIBLE) {
                return None;
            }
        }
        here += 1;
    }
    None
}

/// Whether the word at `at` says what became of people: "dead", "missing".
fn words_state(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.words().state_class(&sentence.lexeme(at)).is_some()
}

/// A verb of death that follows another: "shot and killed", "shot dead", "stabbed to death".
pub(super) fn graver<'a>(sentence: &Sentence<'a>, at: usize, class: &'a EventClass) -> (usize, &'a EventClass) {
    if &*class.name != "shoot" {
        return (at, class);
    }
    let words = sentence.words();
    let fatal = at > 0 && sentence.is(at - 1, Classes::FATAL) || sentence.is(at + 1, Classes::FATAL);
    let next = if sentence.is(at + 1, Classes::AND.and(Classes::TO)) { at + 2 } else { at + 1 };
    let class_at = |at: usize| {
        let lexeme = sentence.lexeme(at);
        words
            .state_class(&lexeme)
            .or_else(|| words.verb_class(&lexeme).filter(|_| lexeme.has_form(Forms::PARTICIPLE)))
            .or_else(|| words.event_class(&lexeme))
    };
    match class_at(next) {
        Some(grave) if matches!(&*grave.name, "kill" | "die") => (next, grave),
        Some(wound) if &*wound.name == "injure" && sentence.is(at + 1, Classes::AND) => (next, wound),
        _ if fatal => (at, words.state_class(&words.get(hash_of("dead"))).unwrap_or(class)),
        _ => (at, class),
    }
}

/// "killed or wounded": one figure for both.
pub(super) fn either(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = sentence.words();
    let class = |at: usize| {
        let lexeme = sentence.lexeme(at);
        words.state_class(&lexeme).or_else(|| words.verb_class(&lexeme)).map_or("", |class| &*class.name)
    };
    let deadly = |at: usize| matches!(class(at), "kill" | "die");
    let harmful = |at: usize| class(at) == "injure";
    let joined = |a: usize, b: usize| deadly(a) && harmful(b) || harmful(a) && deadly(b);
    sentence.is(at + 1, Classes::COORDINATOR) && joined(at, at + 2)
        || at > 1 && sentence.is(at - 1, Classes::COORDINATOR) && joined(at, at - 2)
}

/// Whether an object follows a verb: "two gunmen killed 12 people" is active, "two people killed in …" is not.
fn takes_object(sentence: &Sentence<'_>, at: usize) -> bool {
    // "shot 12 people", "shot 16-year-old Ann Roe", "shot Ann Roe"
    let name = !sentence.titled
        && sentence.token(at).shape == Shape::Capital
        && sentence.token(at + 1).shape == Shape::Capital
        && !sentence.is(at, Classes::WEEKDAY.and(Classes::MONTH));
    name || sentence.mention(at).is_some_and(|mention| matches!(mention.kind, Kind::Number | Kind::Count | Kind::Age))
        || sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PRONOUN).and(Classes::OTHERS))
            && !sentence.is_word(at, word!("that"))
}

/// The verb before the figure, whose object it is.
fn object<'a>(sentence: &Sentence<'a>, figure: usize, before: Option<(Role<'a>, usize)>) -> Option<Role<'a>> {
    let words = sentence.words();
    let mut here = figure.checked_sub(1)?;
    // "injured at least another 12", "a total of 12", "the 12".
    loop {
        let skipped = sentence
            .is(here, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::INCREMENT).and(Classes::ESTIMATED).and(Classes::ADVERB))
            && !sentence.lexeme(here).is_verb();
        // "shut down 40 mines", "laid off 12 people".
        let particle = here > 0
            && sentence.lexeme(here - 1).is_verb()
            && !sentence.is(here - 1, Classes::BE.and(Classes::NOUN))
            && matches!(sentence.of(here), "down" | "up" | "off" | "out" | "away");
        let total = sentence.is(here, Classes::OF) && here > 0 && sentence.is(here - 1, Classes::FIGURE_NOUN);
        here = match () {
            () if total => here.checked_sub(2)?,
            () if skipped || particle => here.checked_sub(1)?,
            () => break,
        };
    }
    // "knows that 40 men stand by": what is known is a clause.
    if (here + 1..figure).any(|at| sentence.is_word(at, word!("that"))) {
        return None;
    }
    let lexeme = sentence.lexeme(here);
    let role = |at, class, part, weight, rule| {
        Some(Role { at, class, part, weight, group: group_before(sentence, at), either: either(sentence, at), rule })
    };
    let them = lexeme.is(Classes::PRONOUN) && here > 0 && sentence.is(here - 1, Classes::INCLUDING);
    if lexeme.is(Classes::INCLUDING) || them {
        // "one among ten": the figure is the whole of them; "among them ten" is a part.
        if sentence.is_word(here, word!("among")) {
            return None;
        }
        return before.filter(|(role, _)| role.weight >= 700).map(|(role, _)| Role {
            weight: 820,
            rule: "part of the figure before",
            ..role
        });
    }
    if lexeme.is_verb() && !lexeme.is(Classes::BE) && !(lexeme.is(Classes::NOUN) && here > 0 && sentence.is(here - 1, Classes::ARTICLE)) {
        let only_participle = lexeme.has_form(Forms::PARTICIPLE) && is_passive(sentence, here);
        // What is said is a clause, not a thing: "said seven men were hurt".
        let says = words.verb_class(&lexeme).is_some_and(|class| matches!(&*class.name, "report" | "announce"));
        // "fatally shot 12 people"
        let class = words.verb_class(&lexeme).map(|class| graver(sentence, here, class).1);
        // A verb of no class tells no kind of event: it goes on the card, and is weighed nowhere.
        let weight = if class.is_some() { 900 } else { clause::WEIGHT };
        return if only_participle || says { None } else { role(here, class, Part::Undergoer, weight, OBJECT) };
    }
    // "shot dead 12 people".
    if let (Some(class), Some(verb)) = (words.state_class(&lexeme), here.checked_sub(1))
        && sentence.lexeme(verb).is_verb()
        && !is_passive(sentence, verb)
    {
        return role(here, Some(class), Part::Undergoer, 850, "outcome before the figure");
    }
    if lexeme.is(Classes::BY) {
        let verb = here.checked_sub(1)?;
        // "rose by 40 points"
        let changes = words.verb_class(&sentence.lexeme(verb)).is_some_and(|class| matches!(&*class.name, "rise" | "fall"));
        if changes {
            return role(verb, words.verb_class(&sentence.lexeme(verb)), Part::Undergoer, 850, CHANGE);
        }
        if !is_participle(sentence, verb) {
            return None;
        }
        return role(verb, words.verb_class(&sentence.lexeme(verb)), Part::Doer, 800, AGENT);
    }
    if lexeme.is(Classes::OF.and(Classes::TO)) {
        let noun = here.checked_sub(1)?;
        let class = words
            .event_class(&sentence.lexeme(noun))
            .filter(|class| lexeme.is(Classes::OF) || matches!(&*class.name, "injure" | "damage"))?;
        // "the fatal shooting of one man"
        let fatal = sentence.is(noun.wrapping_sub(1), Classes::FATAL) && matches!(&*class.name, "shoot" | "injure");
        let class = if fatal { words.state_class(&words.get(hash_of("dead"))).unwrap_or(class) } else { class };
        let verb = sentence.lexeme(noun).is_verb() && !sentence.is(noun, Classes::NOUN);
        return if verb { None } else { role(noun, Some(class), Part::Undergoer, 850, DEED) };
    }
    // "killed two women, three men and a child", "two women and three men were killed".
    let joined = lexeme.is(Classes::AND) || sentence.is_mark(here, ',');
    // "killed himself, two children and a dog"
    if joined
        && let Some(verb) = here.checked_sub(2).filter(|&verb| sentence.lexeme(verb).is_verb())
        && sentence.is(here - 1, Classes::CULPRIT)
        && sentence.is(here - 1, Classes::PRONOUN)
    {
        return role(verb, words.verb_class(&sentence.lexeme(verb)), Part::Undergoer, 850, "list");
    }
    let (role_before, end) = before?;
    let first = if lexeme.is(Classes::AND) && here > 0 && sentence.is_mark(here - 1, ',') { here - 1 } else { here };
    let adjacent = end == first
        || (end < first && first - end <= 5 && (end..first).all(|at| sentence.is_open(at) || sentence.is(at, Classes::LOCATIVE)));
    let object = matches!(role_before.rule, OBJECT | "list" | DEED | AGENT | CHANGE);
    (joined && adjacent && object).then_some(Role { weight: role_before.weight.saturating_sub(100).max(800), rule: "list", ..role_before })
}

/// Whether the participle at `at` is passive: a form of be before it, over adverbs.
fn is_passive(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut here = at;
    while let Some(before) = here.checked_sub(1) {
        if sentence.is(before, Classes::BE.and(Classes::GET)) {
            return true;
        }
        if !sentence.is(before, Classes::ADVERB.and(Classes::NEGATION)) && !sentence.of(before).ends_with("ly") {
            return false;
        }
        here = before;
    }
    false
}

/// The first token of the group of auxiliaries before the verb at `at`.
pub(super) fn group_before(sentence: &Sentence<'_>, at: usize) -> usize {
    let mut here = at;
    while let Some(before) = here.checked_sub(1) {
        let adverb = || sentence.token(before).is_word() && sentence.of(before).ends_with("ly");
        if !(sentence.is(before, AUXILIARY.and(Classes::ADVERB)) || adverb()) {
            break;
        }
        here = before;
    }
    here
}
