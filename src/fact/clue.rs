//! What a claim gives to tell its fact by: its subject, the words around it, how prominent it is.
//!
//! In: a claim, the text that it stands in. Out: a [`Clue`]. What never happens here: a look at its figure.

use std::sync::Arc;

use super::context::{Context, half};
use super::elsewhere;
use crate::article;
use crate::calendar::{DateValue, DayInterval, Mod};
use crate::claim::{self, Accumulation, Claim, Field, Status};
use crate::layout::Zone;
use crate::lexicon::{Classes, Language, Noun, Nouns, Scope};
use crate::mention::Kind;
use crate::story;
use crate::text::{Name, Span, Word, WordHash, Words, hash_of, stable_hash};

/// Claims of an article before which a claim is prominent, and sentences within which it is.
const PROMINENT_WORDS: usize = 120;
/// Longest date that says when an event happened, in days: a season.
const SEASON: i64 = 100;

/// What a claim gives to tell its fact by.
#[derive(Debug)]
pub(super) struct Clue<'a> {
    pub(super) id: claim::Id,
    pub(super) claim: &'a Claim,
    pub(super) story: story::Id,
    /// Claims with another subject are never of one fact.
    pub(super) subject: u64,
    /// What is counted.
    pub(super) noun: Option<Noun<'a>>,
    /// What its measure counts.
    pub(super) measured: Measured,
    /// Telling words of its sentence.
    pub(super) context: Arc<Context>,
    /// The words of what is counted, sorted.
    pub(super) phrase: Box<[WordHash]>,
    /// In the title, a headline or the lead of its article.
    pub(super) prominent: bool,
    /// Of a toll: the names before its noun, "El Centro officers"; 0 where there are none.
    pub(super) whose: u32,
    /// What narrows or widens it; looked at for counts.
    pub(super) scope: Scope,
    /// A toll that is not the one that its article reports: a part of it, or one of another event.
    pub(super) secondary: bool,
    /// It counts others than one of whom its article has told right before: "Two others were wounded".
    pub(super) after_one: bool,
    /// Of a toll in a headline: the day on which its article says that it happened.
    pub(super) event_day: Option<DayInterval>,
    /// Of a date: what its sentence tells. Most claims are no dates, so it stands apart.
    dated: Option<Box<Dated>>,
}

/// What the sentence of a date tells.
#[derive(Debug, Default)]
struct Dated {
    /// The classes of the events, its own first.
    events: Vec<Name>,
    /// The names, sorted.
    names: Vec<WordHash>,
    /// Whether its words name the day by number, which no date of publication can move by a week.
    numbered: bool,
}

/// What a measure counts, as the catalogue of nouns says.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own about the measure, and all of them can hold")]
pub(super) struct Measured {
    /// The toll of one event.
    pub(super) toll: bool,
    /// What stands over time.
    pub(super) standing: bool,
    /// Happenings.
    pub(super) happening: bool,
    /// Anybody.
    pub(super) anybody: bool,
    /// Those who came together.
    pub(super) crowd: bool,
}

impl Measured {
    fn of(measure: Option<&str>, nouns: &Nouns) -> Self {
        measure.map_or_else(Self::default, |measure| Self {
            toll: nouns.toll(measure),
            standing: nouns.standing(measure),
            happening: nouns.happening(measure),
            anybody: nouns.anybody(measure),
            crowd: nouns.crowd(measure),
        })
    }
}

/// What the sentence read last gives to each of its claims, which come one after another.
#[derive(Debug, Default)]
pub(super) struct Last {
    at: Option<(article::Id, Field, Span)>,
    words: Vec<Word>,
    context: Arc<Context>,
    /// What its words narrow or widen, once a claim has asked.
    scope: Option<Scope>,
}

impl Last {
    /// Turns to the sentence of a claim.
    fn turn(&mut self, claim: &Claim, sentence: &str, language: &Language) {
        let at = Some((claim.article, claim.field, claim.sentence));
        if self.at != at {
            self.words.clear();
            self.words.extend(Words::new(sentence));
            self.context = Arc::new(Context::of(&self.words, language));
            (self.at, self.scope) = (at, None);
        }
    }

    /// What the words of the sentence narrow or widen.
    fn scope(&mut self, language: &Language) -> Scope {
        *self.scope.get_or_insert_with(|| language.scopes.of_words(self.words.iter().map(|word| word.hash)))
    }
}

impl<'a> Clue<'a> {
    /// The clue of a claim; `None` where it states nothing that another article could state too. What the settings have `named` could be
    /// stated, whatever its words.
    pub(super) fn of(
        id: claim::Id,
        claim: &'a Claim,
        story: story::Id,
        field: &str,
        last: &mut Last,
        named: bool,
        language: &'a Language,
    ) -> Option<Self> {
        if claim.told_event().is_some_and(|event| matches!(event.status, Status::Denied | Status::Withdrawn)) {
            return None;
        }
        // An age that stands before a noun counts nobody; "four 6-year-old girls" and "a 10-year-old girl and two men" do.
        let aged = || claim.counted.as_ref().is_some_and(|counted| counted.phrase.contains("-old"));
        if claim.kind == Kind::Count && claim.span.of(field).contains("-old") && !aged() {
            return None;
        }
        // What no word names is a subject of its own: only its figure can bring it together with others.
        let alone =
            || (named || tells_itself(claim.kind) || dates_event(claim, language)).then(|| stable_hash(["alone", &id.0.to_string()]));
        let subject = subject(claim, language).or_else(alone)?;
        last.turn(claim, claim.sentence.of(field), language);
        let headline = claim.field == Field::Title || claim.zone == Zone::Headline;
        let lead = claim.field == Field::Text && (claim.span.start as usize) < PROMINENT_WORDS * 6;
        let mut clue = Self {
            id,
            claim,
            story,
            subject,
            noun: claim.counted.as_ref().filter(|_| !unsaid(claim)).map(|counted| language.nouns.noun(&counted.head)),
            measured: Measured::of(claim.counted.as_ref().and_then(|counted| counted.measure.as_deref()), &language.nouns),
            context: Arc::clone(&last.context),
            phrase: claim.counted.as_ref().map(|counted| words_of(&counted.phrase)).unwrap_or_default(),
            prominent: headline || lead,
            whose: 0,
            scope: Scope::default(),
            secondary: false,
            after_one: false,
            event_day: None,
            dated: None,
        };
        if matches!(claim.kind, Kind::Date | Kind::Time) {
            clue.dated = Some(Box::new(Dated {
                events: events(&last.words, claim, language),
                names: names(&last.words, &clue.context, language),
                numbered: claim.span.of(field).bytes().any(|byte| byte.is_ascii_digit()),
            }));
        }
        if clue.claim.kind == Kind::Count {
            clue.scope = scope(last.scope(language), claim, field, language);
            if claim.scope.as_deref().is_some_and(|scope| !claim::of_doer(scope)) {
                clue.scope = clue.scope.and(Scope::ROUND_UP);
            }
            let hurt = clue.measure().is_some_and(|measure| super::HURT.contains(&measure));
            let toll = clue.measured.toll;
            if !hurt && language.scopes.of(claim.span.of(field)).any(Scope::MORE)
                || toll && clue.noun.is_some_and(|noun| !noun.anyone() || noun.word == MAN) && follows_another(claim, field)
            {
                clue.scope = clue.scope.and(Scope::SOME_OF);
            }
            if toll {
                clue.whose = claim.counted.as_ref().map_or(0, |counted| names_before(&counted.phrase));
                clue.scope = clue.scope.and(elsewhere::scope(claim, clue.prominent, field, &last.words, language));
            }
            clue.after_one = hurt && clue.others() && elsewhere::hurt_before(claim, field, language);
        }
        Some(clue)
    }

    /// Whether it is a date, or a time of day that is planned.
    pub(super) fn is_date(&self) -> bool {
        self.dated.is_some()
    }

    /// Of a date: the classes of the events that its sentence tells of, its own first.
    pub(super) fn events(&self) -> &[Name] {
        self.dated.as_ref().map_or(&[], |dated| &dated.events)
    }

    /// Of a date: the names in its sentence, sorted.
    pub(super) fn names(&self) -> &[WordHash] {
        self.dated.as_ref().map_or(&[], |dated| &dated.names)
    }

    /// Of a date: whether its words name the day by number, which no date of publication can move by a week.
    pub(super) fn numbered(&self) -> bool {
        self.dated.as_ref().is_some_and(|dated| dated.numbered)
    }

    /// The measure.
    pub(super) fn measure(&self) -> Option<&str> {
        self.claim.counted.as_ref()?.measure.as_deref()
    }

    /// Whether it counts some of those whom a toll counts, by its noun alone: children of people. They can't be more than the whole.
    pub(super) fn counts_some(&self) -> bool {
        let narrower = self.whose != 0 || self.noun.is_some_and(|noun| !noun.anyone());
        self.measured.toll && narrower && !self.partial() && !self.secondary && !self.scope.any(super::closeness::NARROWED)
    }

    /// Whether its noun stands for people, as far as one can know: "killings" and "wounds" do not, a noun of no measure may.
    pub(super) fn of_people(&self, language: &Language) -> bool {
        let words = &language.words;
        self.claim.counted.as_ref().is_some_and(|counted| {
            let lexeme = words.get(hash_of(&counted.head));
            words.measure(&lexeme).map_or_else(|| words.event_class(&lexeme).is_none(), |measure| measure.people)
        })
    }

    /// Whether it counts some beside others.
    pub(super) fn others(&self) -> bool {
        [OTHER, OTHERS].iter().any(|word| self.phrase.binary_search(&hash_of(word)).is_ok())
    }

    /// Whether it adds to another count, or is a part of one.
    pub(super) fn partial(&self) -> bool {
        matches!(self.claim.accumulation, Accumulation::Part | Accumulation::Increment)
    }
}

/// Kinds of figures that need no noun to be told again: their figure can bring them together.
pub(super) fn tells_itself(kind: Kind) -> bool {
    matches!(kind, Kind::Money | Kind::Percent | Kind::Measure | Kind::Duration | Kind::Age | Kind::Score)
}

/// Whether a date says when an event happened, one that happens on a day.
fn dates_event(claim: &Claim, language: &Language) -> bool {
    let open = |date: &DateValue| date.days.is_none_or(|days| days.days() > SEASON);
    let side = |date: &DateValue| matches!(date.modifier, Some(Mod::Before | Mod::After | Mod::OnOrBefore | Mod::OnOrAfter));
    (claim.kind == Kind::Date || claim.kind == Kind::Time && claim.told_event().is_some_and(|event| event.status == Status::Planned))
        && claim.date.as_ref().is_some_and(|date| !open(date) && !side(date) && &*date.timex != "PRESENT_REF")
        && claim.told_event().and_then(|event| event.class.as_deref()).is_some_and(|class| language.nouns.dated(class))
}

/// The events that happen on a day of which a sentence tells, the claim's own first.
fn events(sentence: &[Word], claim: &Claim, language: &Language) -> Vec<Name> {
    let own = claim.told_event().and_then(|event| event.class.clone());
    let mut events: Vec<Name> = own.into_iter().collect();
    for word in sentence {
        let lexeme = language.words.get(word.hash);
        let class = language.words.event_class(&lexeme).or_else(|| language.words.verb_class(&lexeme));
        if let Some(class) = class.filter(|class| language.nouns.dated(&class.name) && !events.contains(&class.name)) {
            events.push(class.name.clone());
        }
    }
    events
}

/// The telling words of a sentence that begin with a capital, sorted.
fn names(sentence: &[Word], context: &Context, language: &Language) -> Vec<WordHash> {
    let calendar = |hash: &WordHash| language.words.get(*hash).is(Classes::WEEKDAY.and(Classes::MONTH));
    let capitals = sentence.iter().filter(|word| word.capital).map(|word| word.hash);
    let mut names: Vec<WordHash> = capitals.filter(|hash| context.holds(*hash) && !calendar(hash)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// What a claim is about: its kind, what its unit measures, and its measure, else its noun, else its event.
fn subject(claim: &Claim, language: &Language) -> Option<u64> {
    let counted = claim.counted.as_ref();
    let event = claim.told_event().map(|event| event.class.as_deref().unwrap_or(&event.verb));
    let what = counted.map(|counted| counted.measure.as_deref().unwrap_or(&counted.head));
    let value = claim.value.as_ref();
    let per = value.and_then(|value| value.per.as_deref()).unwrap_or_default();
    let unit = value.and_then(|value| value.unit.as_deref()).unwrap_or_default();
    let dimension = language.units.dimension(unit);
    match claim.kind {
        Kind::Count => Some(stable_hash(["count", what?, per])),
        // The noun that names a sum is often another word in another article.
        Kind::Money => Some(stable_hash(["money", dimension, event?, per])),
        // What rose or fell by a share is not what the share is of: "sales fell 3 %" tells of a period each.
        Kind::Percent if claim.tells_change() => None,
        Kind::Percent => Some(stable_hash([dimension, what?, per])),
        // "Ran 205 yards", "ran 140 yards": what no noun tells of may be of anything, but for what happens once.
        Kind::Measure if event.is_some_and(|class| language.nouns.extent(class)) => Some(stable_hash(["extent", dimension, per])),
        Kind::Measure => Some(stable_hash(["measure", dimension, what?, per])),
        Kind::Duration => Some(stable_hash(["measure", what.map_or(unit, |_| dimension), what.or(event)?, per])),
        Kind::Age => what.filter(|name| is_full(name)).map(|name| stable_hash(["age", name])),
        Kind::Score => Some(stable_hash(["score", what?])),
        Kind::Date | Kind::Number | Kind::Ordinal | Kind::Multiple | Kind::Time | Kind::Set => None,
    }
}

/// Whether another article may well say by another noun what a claim is of: a sum, and the age of one who is not named in full.
fn unsaid(claim: &Claim) -> bool {
    let named = || claim.counted.as_ref().is_some_and(|counted| is_full(&counted.head));
    claim.kind == Kind::Money || claim.kind == Kind::Age && !named()
}

/// A name of two words or more, as one person has it: "Ann Roe".
fn is_full(name: &str) -> bool {
    name.contains(' ') && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// What narrows or widens a toll: of the whole sentence; of its own clause where some of those counted are meant.
fn scope(whole: Scope, claim: &Claim, field: &str, language: &Language) -> Scope {
    let own = Scope::DEGREE.and(Scope::SOME_OF);
    if !whole.any(own) {
        return whole;
    }
    let told = language.scopes.of(clause(claim, field)).and(language.scopes.of(of_what(claim, field)));
    whole.without(own).and(told.only(own))
}

/// A word for anyone that tells of some where others are named beside it.
const MAN: &str = "man";

const OTHER: &str = "other";
const OTHERS: &str = "others";

/// Whether the figure goes on with a list: "a girl and two men".
fn follows_another(claim: &Claim, field: &str) -> bool {
    let before = Span { start: claim.sentence.start, end: claim.span.start }.of(field).trim_end();
    before.ends_with(" and") || before.ends_with(',') && before.len() > 1
}

/// The clause of a claim: between the marks and the "and" around it.
fn clause<'a>(claim: &Claim, field: &'a str) -> &'a str {
    let before = Span { start: claim.sentence.start, end: claim.span.start }.of(field);
    let after = Span { start: claim.span.end, end: claim.sentence.end }.of(field);
    let marks = [',', ';', '.', ':', '(', ')', '|'];
    // "One of six people": what stands before tells of one, the figure of all.
    let whole = ["of", "among", "of the", "among the", "of its", "of their"].iter().any(|word| before.trim_end().ends_with(word));
    let from = if whole {
        before.len()
    } else {
        before.rfind(marks).map_or(0, |at| at + 1).max(before.rfind(" and ").unwrap_or(0)).max(before.rfind(" that ").unwrap_or(0))
    };
    let to = after.find(marks).unwrap_or(after.len()).min(after.find(" and ").unwrap_or(after.len()));
    let start = claim.sentence.range().start + from;
    field.get(start..claim.span.range().end + to).unwrap_or_default()
}

/// The noun whose complement the figure is, with its "of": "identities of" before "three victims"; empty where there is none.
fn of_what<'a>(claim: &Claim, field: &'a str) -> &'a str {
    let before = Span { start: claim.sentence.start, end: claim.span.start }.of(field).trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    let Some(noun) = before.strip_suffix(" of") else { return "" };
    &before[noun.rfind(' ').map_or(0, |at| at + 1)..]
}

/// The names before the noun of a phrase, as one number; 0 where there are none, where every word has a capital, and for a sum.
fn names_before(phrase: &str) -> u32 {
    let Some((before, noun)) = phrase.rsplit_once(' ') else { return 0 };
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    if capital(&noun) || !before.contains(char::is_uppercase) || before.contains(" and ") {
        return 0;
    }
    half(stable_hash(before.split_whitespace().filter(capital))).max(1)
}

/// The words of a phrase, sorted.
fn words_of(phrase: &str) -> Box<[WordHash]> {
    let mut words: Vec<_> = phrase.split_whitespace().map(hash_of).collect();
    words.sort_unstable();
    words.dedup();
    words.into_boxed_slice()
}
