//! How close two claims of one subject are, in per mille, and what walls them off.
//!
//! In: two clues. Out: a closeness, or the walls between them. What never happens here: a comparison of figures. What both sides state
//! and contradict walls off; what one side states alone weighs.

use super::clue::Clue;
use super::parts::{Feature, Parts};
use crate::calendar::DayInterval;
use crate::claim::{Accumulation, AsOfBasis, Event, Status, Told};
use crate::lexicon::{Kin, Language, Noun, Scope};
use crate::mention::Kind;
use crate::text::Name;
use crate::value::{Bound, Decimal, Value};

/// What walls two claims off from each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wall {
    /// They count other things.
    Noun,
    /// One is planned or possible, the other not.
    Status,
    /// One is a part or an increment.
    Accumulation,
    /// They are narrowed in different ways.
    Scope,
    /// Not the same is said to have happened to those, or to the things, that they count.
    Event,
    /// Others did it.
    Actor,
    /// It was elsewhere.
    Place,
    /// They belong to other periods or to other days.
    Period,
}

impl Wall {
    /// Why the claims were not compared, as a sentence part.
    pub fn because(self) -> &'static str {
        match self {
            Self::Noun => "they count different things",
            Self::Status => "one is planned or possible, the other is not",
            Self::Accumulation => "one is a part or an addition, the other is not",
            Self::Scope => "they are narrowed in different ways",
            Self::Event => "not the same is said of those they count",
            Self::Actor => "they name different actors",
            Self::Place => "they name different places",
            Self::Period => "they belong to different periods",
        }
    }
}

/// Where claims start: in one story, where it tells of one toll or of one force; other figures in one story; and across stories.
const KNOWN_IN_STORY: i32 = 350;
const IN_STORY: i32 = 230;
const ACROSS: i32 = 170;
/// What is shared.
const SAME_NOUN: i32 = 150;
const SYNONYM: i32 = 110;
const WIDER: i32 = -60;
const SAME_EVENT: i32 = 110;
const OTHER_EVENT: i32 = -90;
const SAME_ACTOR: i32 = 90;
const SAME_PLACE: i32 = 90;
const BOTH_PROMINENT: i32 = 130;
const ONE_SCOPE: i32 = -90;
const SAME_PHRASE: i32 = 100;
const ONE_PERSON: i32 = 150;
/// Tolls of some of those counted, or of other events: many are told of one event, and most of them differ.
const NARROW: i32 = -400;
/// Per mille of the shared context.
const CONTEXT: i32 = 260;
/// A name less sure than this weighs and walls nothing.
const SURE: u16 = 500;
/// Days by which two dated events lie apart at least, for counts of one event: a night, a time zone, a report of the day after.
const OTHER_DAY: i64 = 2;

/// Whether what is measured comes to both events as one figure: the ground burned and the ground scorched.
fn extents(one: &Event, other: &Event, language: &Language) -> bool {
    let extent = |event: &Event| event.class.as_deref().is_some_and(|class| language.nouns.extent(class));
    extent(one) && extent(other)
}

/// How close two claims of one subject are, leaving walls aside.
pub(super) fn closeness(one: &Clue<'_>, other: &Clue<'_>, language: &Language) -> u32 {
    parts(one, other, language).sum()
}

/// What speaks for two claims of one subject, and against.
#[inline]
pub(super) fn parts(one: &Clue<'_>, other: &Clue<'_>, language: &Language) -> Parts {
    let (a, b) = (one.claim, other.claim);
    let known = one.measured.toll || one.measured.standing;
    let mut parts = Parts::default();
    parts.add(
        Feature::Story,
        match (one.story == other.story, known) {
            (true, true) => KNOWN_IN_STORY,
            (true, false) => IN_STORY,
            (false, _) => ACROSS,
        },
    );
    let (kin, phrase) = noun(one, other);
    parts.add(Feature::Noun, kin);
    parts.add(Feature::Phrase, phrase);
    // Ages of one subject are of one person named in full.
    if a.kind == Kind::Age && one.subject == other.subject {
        parts.add(Feature::Names, ONE_PERSON);
    }
    if let (Some(one), Some(other)) = (a.told_event(), b.told_event()) {
        let same = one.verb == other.verb
            || one.class.is_some() && one.class == other.class
            || a.kind == Kind::Measure && extents(one, other, language);
        let sure = i32::from(one.weight.min(other.weight));
        parts.add(Feature::Event, if same { SAME_EVENT } else { OTHER_EVENT * sure / 1000 });
    }
    if both(a.actor.as_ref(), b.actor.as_ref(), one_name) == Some(true) {
        parts.add(Feature::Actor, SAME_ACTOR);
    }
    if both(a.place.as_ref(), b.place.as_ref(), |one, other| meets(one, other, language)) == Some(true) {
        parts.add(Feature::Place, SAME_PLACE);
    }
    // What a story tells first of its toll or its force is its own; other figures of one noun may be of many things.
    if known && one.prominent && other.prominent {
        parts.add(Feature::Prominent, BOTH_PROMINENT);
    }
    if a.scope.is_some() != b.scope.is_some() || one.partial() != other.partial() {
        parts.add(Feature::Scope, ONE_SCOPE);
    }
    if one.secondary || one.scope.any(NARROWED) {
        parts.add(Feature::Scope, NARROW);
    }
    parts.add(Feature::Context, context(one, other));
    parts
}

/// What the words around two claims share.
pub(super) fn context(one: &Clue<'_>, other: &Clue<'_>) -> i32 {
    i32::try_from(one.context.shared(&other.context)).unwrap_or(0) * CONTEXT / 1000
}

/// What the counted nouns share, and what their phrases do.
fn noun(one: &Clue<'_>, other: &Clue<'_>) -> (i32, i32) {
    let (Some(a), Some(b)) = (one.noun, other.noun) else { return (0, 0) };
    let kin = match kin(a, b) {
        Kin::Same => SAME_NOUN,
        Kin::Synonym => SYNONYM,
        Kin::Other if sized(one) => 0,
        Kin::Wider | Kin::Other => WIDER,
    };
    let (one, other) = (&one.phrase, &other.phrase);
    let common = one.iter().filter(|word| other.binary_search(word).is_ok()).count();
    let most = one.len().max(other.len()).max(1);
    (kin, SAME_PHRASE * i32::try_from(common * 1000 / most).unwrap_or(0) / 1000)
}

/// How two nouns relate; a spelling apart counts as the same.
fn kin(one: Noun<'_>, other: Noun<'_>) -> Kin {
    match one.kin(other) {
        Kin::Other if one_spelling(one.word, other.word) => Kin::Same,
        kin => kin,
    }
}

/// Whether two long words are one edit apart at most. Either end of both is then the same, which most words are told apart by.
fn one_spelling(one: &str, other: &str) -> bool {
    let ends = |word: &str| word.as_bytes().first_chunk::<2>().copied().zip(word.as_bytes().last_chunk::<2>().copied());
    let (Some(a), Some(b)) = (ends(one), ends(other)) else { return false };
    one.len() > 4 && other.len() > 4 && (a.0 == b.0 || a.1 == b.1) && strsim::osa_distance(one, other) <= 1
}

/// What both sides say of a name that both are sure of.
fn both(one: Option<&Told>, other: Option<&Told>, same: impl Fn(&str, &str) -> bool) -> Option<bool> {
    let (one, other) = (one?, other?);
    (one.weight >= SURE && other.weight >= SURE).then(|| same(&one.name, &other.name))
}

/// Whether two names can be one's: the same, or "Roe" for "Ann Roe".
pub(crate) fn one_name(one: &str, other: &str) -> bool {
    let ends = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    ends(one, other) || ends(other, one)
}

/// Whether one place is the other, or contains it.
pub(crate) fn meets(one: &str, other: &str, language: &Language) -> bool {
    let containers = |place| std::iter::successors(language.names.within(place), |at| language.names.within(at)).take(4);
    // "East Chatham" is in or by Chatham.
    let longer =
        |whole: &str, part: &str| whole.split_whitespace().any(|word| word == part) || whole.ends_with(part) || whole.starts_with(part);
    one == other
        || longer(one, other)
        || longer(other, one)
        || containers(one).any(|whole| **whole == *other)
        || containers(other).any(|whole| **whole == *one)
}

/// Scopes that a toll of the event itself has none of.
pub(super) const NARROWED: Scope = Scope::ROUND_UP.and(Scope::ELSEWHERE).and(Scope::SOME_OF).and(Scope::DEGREE);

/// Each wall with what makes it, the cheapest to tell first.
type Check = fn(&Clue<'_>, &Clue<'_>, &Language) -> bool;
const WALLS: [(Wall, Check); 8] = [
    (Wall::Status, |one, other, _| status_differs(one, other)),
    (Wall::Accumulation, |one, other, _| accumulation_differs(one, other)),
    (Wall::Scope, |one, other, _| scope_differs(one, other)),
    (Wall::Event, said_of_others),
    (Wall::Period, |one, other, _| periods_differ(one, other)),
    (Wall::Noun, |one, other, _| noun_differs(one, other)),
    (Wall::Actor, |one, other, _| {
        both(one.claim.actor.as_ref(), other.claim.actor.as_ref(), one_name) == Some(false) || others_pay(one, other)
    }),
    (Wall::Place, |one, other, language| {
        both(one.claim.place.as_ref(), other.claim.place.as_ref(), |one, other| meets(one, other, language)) == Some(false)
    }),
];

/// Whether two sums that differ are paid or had by others, be they told by a noun: "the winner spent", "the loser paid".
fn others_pay(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let (Some(a), Some(b)) = (&one.claim.actor, &other.claim.actor) else { return false };
    let shared = |a: &str, b: &str| a.split(' ').any(|word| b.split(' ').any(|other| other == word));
    // "Brightwater" and "the homeware group" may be one.
    one.claim.kind == Kind::Money && a.is_named() == b.is_named() && !shared(&a.name, &b.name) && differ(one, other)
}

/// The walls between two claims, each looked for when it is asked for: mostly the first is enough.
pub(super) fn walls<'a>(one: &'a Clue<'_>, other: &'a Clue<'_>, language: &'a Language) -> impl Iterator<Item = Wall> + 'a {
    WALLS.iter().filter(move |(_, walled)| walled(one, other, language)).map(|(wall, _)| *wall)
}

fn noun_differs(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let (Some(a), Some(b)) = (one.noun, other.noun) else { return false };
    // "Two El Centro officers" are some of "seven officers" where the figures differ.
    if one.measured.toll && one.whose != other.whose && differ(one, other) {
        return true;
    }
    match kin(a, b) {
        // "460 tonnes of supplies" and "460 tonnes of food" may be one load.
        Kin::Other => !sized(one) || differ(one, other),
        // "Five people" may hold "three children": the toll of some is not the toll of all.
        Kin::Wider => one.measured.toll,
        Kin::Same | Kin::Synonym => false,
    }
}

/// A plan says nothing of what stands, even where nothing is said to have happened: those to be laid off and all who work there. What may
/// be, or can be, is held against what is only where the two count one toll or one force.
fn status_differs(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let status = |clue: &Clue<'_>| clue.claim.told_event().map(|event| event.status);
    let (a, b) = (status(one), status(other));
    let differ = |status| (a == Some(status)) != (b == Some(status));
    let (toll, stands) = (one.measured.toll, one.measured.standing);
    differ(Status::Planned) && (a.is_some() && b.is_some() || stands) || differ(Status::Possible) && !toll && !stands
}

/// What does not say that it adds may add all the same; a toll, and figures that stand side by side, are held to their words.
fn accumulation_differs(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let kind = |accumulation| match accumulation {
        Accumulation::Total | Accumulation::Standing | Accumulation::Change | Accumulation::Unknown => 0,
        Accumulation::Part => 1,
        Accumulation::Increment => 2,
        Accumulation::Rate => 3,
    };
    let (a, b) = (one.claim.accumulation, other.claim.accumulation);
    let silent = [a, b].iter().any(|side| matches!(side, Accumulation::Unknown | Accumulation::Change));
    let adds = [a, b].contains(&Accumulation::Increment);
    kind(a) != kind(b) && !(silent && adds && !one.measured.toll && one.claim.article != other.claim.article)
}

/// A round-up, some of those counted, or another event's toll is not the toll of the event, whether the other side says so or not.
fn scope_differs(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let narrow = |clue: &Clue<'_>| (clue.scope.only(NARROWED), clue.secondary);
    let (a, b) = (&one.claim.scope, &other.claim.scope);
    narrow(one) != narrow(other) || a.is_some() && b.is_some() && a != b
}

/// Shared context, in per mille, from which counts told by what happened are of one thing though no name says whose they are.
pub(super) const ONE_CONTEXT: u32 = 500;

/// "Five people" who were shot and "30 people" who were taken away, cars stolen and cars damaged: counts that are no toll are apart and
/// of one fact only where the same happened to both, and where a name or the words around them say that it is of one thing; shares too.
/// What stands over time is told by any of these.
fn said_of_others(one: &Clue<'_>, other: &Clue<'_>, language: &Language) -> bool {
    let counts = |clue: &Clue<'_>| match clue.claim.kind {
        Kind::Count | Kind::Percent => !clue.measured.toll,
        // A size of what a noun names: "a 7-yard touchdown", "an eight-year contract".
        _ => sized(clue) && clue.noun.is_some(),
    };
    // "Many people left" says nothing of the 19 who were flown out.
    let vague = |clue: &Clue<'_>| clue.claim.value.as_ref().is_some_and(|value| value.bound == Bound::Vague);
    let figure = |clue: &Clue<'_>| clue.claim.value.as_ref().and_then(Value::single);
    let apart = || differ(one, other) || vague(one) != vague(other) || sized(one) && figure(one) != figure(other);
    if !(counts(one) && counts(other) && apart()) {
        return false;
    }
    let same = happened(one).is_some_and(|event| Some(event) == happened(other));
    let told = |one: Option<&Told>, other: Option<&Told>| both(one, other, one_name) == Some(true);
    let named = told(one.claim.actor.as_ref(), other.claim.actor.as_ref());
    let context = || one.context.shared_beyond(&other.context, &one.phrase) >= ONE_CONTEXT;
    if one.measured.standing && !one.measured.anybody {
        return !(same || named || told(one.claim.place.as_ref(), other.claim.place.as_ref()) || context());
    }
    // "Police said 12,000 people marched, organisers 40,000": a crowd, and what two sources each count, is of one event.
    let [source, against] = [one, other].map(|clue| clue.claim.attribution.first().map(|said| &said.source));
    let sources = || matches!((source, against), (Some(a), Some(b)) if a != b);
    // Of how long things took an article tells much that is past: "he had been sentenced to nine years".
    if one.claim.kind == Kind::Duration && !(one.prominent && other.prominent || one_day(one, other)) {
        return true;
    }
    let dated = || one_day(one, other) && !(one.claim.kind == Kind::Count && one.of_people(language));
    !(same && (named || one.measured.crowd || sources() || dated() || context()))
}

/// Whether it is a size or a length of time, which is told by many a noun.
fn sized(clue: &Clue<'_>) -> bool {
    matches!(clue.claim.kind, Kind::Measure | Kind::Duration)
}

/// Whether the clauses of both date what happened, and on one day: "was sentenced on Friday to 12 years".
fn one_day(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let day = |clue: &Clue<'_>| {
        clue.claim.as_of.filter(|as_of| as_of.basis == AsOfBasis::Clause && as_of.days.days() == 1).map(|as_of| as_of.days.start())
    };
    day(one).is_some_and(|first| Some(first) == day(other))
}

/// Whether the figures of two claims differ in a way that is worth telling.
fn differ(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let (Some(a), Some(b)) = (&one.claim.value, &other.claim.value) else { return false };
    a.interval.apart(b.interval) || loose(a, b) || loose(b, a)
}

/// Whether a bound is so far below the other figure that it tells of something else, or is worth telling: "over 3" and 11.
fn loose(bound: &Value, figure: &Value) -> bool {
    let open = matches!(bound.bound, Bound::AtLeast | Bound::MoreThan);
    let twice = bound.first.filter(|_| open).and_then(|first| first.times(Decimal::from(2)));
    matches!((twice, figure.low), (Some(twice), Some(low)) if low > twice)
}

/// What happened to those that a claim counts: its class, else its verb.
fn happened<'a>(clue: &Clue<'a>) -> Option<&'a Name> {
    clue.claim.told_event().map(|event| event.class.as_ref().unwrap_or(&event.verb))
}

/// Whether each figure belongs to a period or to a dated event, and these lie apart. A date elsewhere in a toll's sentence may be that of
/// an arrest or of a trial. Two round-ups may sum up other days or other places.
fn periods_differ(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    if one.claim.article != other.claim.article && one.scope.any(Scope::ROUND_UP) && other.scope.any(Scope::ROUND_UP) {
        return true;
    }
    // "14 cases since 2005" and "12 cases in the past two years".
    if one.measured.happening && one.claim.scope != other.claim.scope && differ(one, other) {
        return true;
    }
    let toll = one.measured.toll;
    let dated = |clue: &Clue<'_>| -> Option<DayInterval> {
        let as_of = clue.claim.as_of?;
        let holds = match as_of.basis {
            AsOfBasis::Clause => true,
            AsOfBasis::Sentence | AsOfBasis::Before => !toll,
            _ => false,
        };
        holds.then_some(as_of.days)
    };
    let day = |clue: &Clue<'_>| dated(clue).or(clue.event_day);
    let (Some(a), Some(b)) = (day(one), day(other)) else { return false };
    let periodic = one.measured.happening || matches!(one.claim.kind, Kind::Money | Kind::Percent);
    periodic && !a.meets(b) || toll && a.gap(b) > OTHER_DAY
}
