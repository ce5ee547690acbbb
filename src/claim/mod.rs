//! Claims: what a reader would write on a card for each mention.
//!
//! In: an article, its folded text, its mentions. Out: claims with spans in the text as given. What never happens here: a guess to fill
//! a field, a look at another article.

mod actor;
mod aged;
mod antecedent;
#[cfg(test)]
mod apart;
mod as_of;
mod attribution;
mod card;
mod change;
mod clause;
mod complement;
#[cfg(test)]
mod corpus;
mod counted;
mod crowd;
mod dated;
mod dates;
mod event;
mod form;
mod named;
mod nominal;
mod noun;
mod occasion;
mod place;
mod predicate;
mod proper;
mod quoted;
mod scene;
mod scope;
mod sentence;
mod single;
mod site;
mod sized;
mod status;
mod subject;
mod sum;
#[cfg(test)]
mod telling;
#[cfg(test)]
mod testing;
mod unprinted;
mod walk;
mod whose;

pub use scope::of_doer;

use crate::article::{self, Article, Basis};
use crate::calendar::{self, DateValue, DayInterval};
use crate::layout::Zone;
use crate::lexicon::Language;
use crate::mention::{Kind, Mention};
use crate::text::{Few, Folded, Name, Shared, Span, id_of, stable_hash};
use crate::value::Value;

/// Which field of the input a span points into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// The text.
    #[default]
    Text,
}

/// A claim's place in the batch: claims are ordered by article, field and span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// A claim's id outside the batch: a stable hash of its article's name, its field and its span.
pub fn key(doc: &str, field: Field, span: Span) -> String {
    let field = match field {
        Field::Title => "title",
        Field::Text => "text",
    };
    id_of('c', stable_hash([doc, field, &span.start.to_string(), &span.end.to_string()]))
}

/// From here on, in per mille, what a claim tells is sure enough to be weighed.
const SURE: u16 = 500;

/// A mention resolved: the value, what is counted, who, where, when, who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its article; set when the batch is put together.
    pub article: article::Id,
    /// Which field the spans point into.
    pub field: Field,
    /// From the hedge through the head noun, in the text as given.
    pub span: Span,
    /// The sentence, in the text as given.
    pub sentence: Span,
    /// Where on the page it stands.
    pub zone: Zone,
    /// What kind of claim.
    pub kind: Kind,
    /// The number.
    pub value: Option<Value>,
    /// The number in the unit of its fact, where that is another; see [`crate::fact::convert`].
    pub converted: Option<Box<Value>>,
    /// The date.
    pub date: Option<DateValue>,
    /// What is counted.
    pub counted: Option<Counted>,
    /// What happened.
    pub event: Option<Event>,
    /// Who did it.
    pub actor: Option<Told>,
    /// Where.
    pub place: Option<Told>,
    /// When the figure held, as far as the text says.
    pub as_of: Option<AsOf>,
    /// Total, standing, part, increment, change, rate.
    pub accumulation: Accumulation,
    /// What narrows the count: "excluding the gunman", "over the weekend".
    pub scope: Option<Name>,
    /// Who says so, nearest first; empty where no one is named.
    pub attribution: Few<Attribution>,
    /// For each field the words and the rule that it came from; gathered only when asked for.
    pub evidence: Few<Evidence>,
}

impl Claim {
    /// Its figure in the unit of its fact: what is compared.
    pub fn compared(&self) -> Option<&Value> {
        self.converted.as_deref().or(self.value.as_ref())
    }

    /// Its figure and that of another claim of its fact, both in one unit: the printed one, where both print it.
    pub fn held_against<'a>(&'a self, other: &'a Self) -> Option<(&'a Value, &'a Value)> {
        match (&self.value, &other.value) {
            (Some(one), Some(two)) if one.unit == two.unit => Some((one, two)),
            _ => self.compared().zip(other.compared()),
        }
    }

    /// The event that the words at the figure tell of. One that only its clause does goes on the card and is weighed nowhere.
    pub fn told_event(&self) -> Option<&Event> {
        self.event.as_ref().filter(|event| event.weight >= SURE)
    }

    /// Whether it is a percentage by which something changed, not a share of it.
    pub fn tells_change(&self) -> bool {
        let class = self.event.as_ref().and_then(|event| event.class.as_deref());
        self.kind == Kind::Percent && class.is_some_and(|class| matches!(class, "rise" | "fall" | "cut"))
    }

    /// Lets its names stand in the memory of equal ones.
    pub fn share(&mut self, names: &mut Shared) {
        let of_value = self.value.as_mut().into_iter().flat_map(|value| [value.unit.as_mut(), value.per.as_mut()]).flatten();
        let of_date = self.date.as_mut().map(|date| &mut date.timex);
        let counted = self.counted.as_mut().into_iter();
        let counted = counted.flat_map(|counted| [Some(&mut counted.head), Some(&mut counted.phrase), counted.measure.as_mut()]).flatten();
        let event = self.event.as_mut().map(|event| &mut event.verb);
        let told = [self.actor.as_mut(), self.place.as_mut()].into_iter().flatten().map(|told| &mut told.name);
        let said = self.attribution.iter_mut().flat_map(|said| [&mut said.source, &mut said.cue]);
        of_value
            .chain(of_date)
            .chain(counted)
            .chain(event)
            .chain(told)
            .chain(self.scope.as_mut())
            .chain(said)
            .for_each(|name| names.share(name));
    }

    /// Who did it, where that is sure enough to be weighed.
    pub fn told_actor(&self) -> Option<&Told> {
        self.actor.as_ref().filter(|actor| actor.weight >= SURE)
    }
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The head noun, lower case and singular.
    pub head: Name,
    /// The phrase as printed without the number.
    pub phrase: Name,
    /// The row of the catalogue of measures.
    pub measure: Option<Name>,
}

/// A name and how sure it is, in per mille.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The canonical name where the lexicon knows it, else the name or the noun as printed.
    pub name: Name,
    /// How sure, in per mille: evidence, not a gate.
    pub weight: u16,
}

impl Told {
    /// A noun, or a name that is less sure than this, is told to a reader and calls nothing by its name.
    pub const NAMED: u16 = 400;

    /// Whether it can name what a claim is of.
    pub fn is_named(&self) -> bool {
        self.weight >= Self::NAMED
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The verb's base form, or the event noun.
    pub verb: Name,
    /// Its class in the lexicon: `kill`, `injure`, `send` …; words of one class tell of one kind of event.
    pub class: Option<Name>,
    /// Whether it happened.
    pub status: Status,
    /// How sure, in per mille.
    pub weight: u16,
}

/// Whether an event happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It did.
    #[default]
    Happened,
    /// It goes on.
    Ongoing,
    /// It is planned.
    Planned,
    /// It may have, or may.
    Possible,
    /// Somebody denies it.
    Denied,
    /// The article takes it back.
    Withdrawn,
}

/// When a figure held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The days.
    pub days: DayInterval,
    /// How that is known.
    pub basis: AsOfBasis,
}

/// How an as-of is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AsOfBasis {
    /// A date in the clause.
    Clause,
    /// A date in the sentence.
    Sentence,
    /// A date that a sentence before gives what happened on one day or in one month.
    Before,
    /// A date that another sentence gives the event that people came to harm in.
    Event,
    /// The article's own date, and how that is known.
    Article(Basis),
    /// Other articles of the story date the event.
    Story,
}

/// What kind of count it is, where the words say so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accumulation {
    /// All so far.
    Total,
    /// What stands now.
    Standing,
    /// A part of another count.
    Part,
    /// On top of another count.
    Increment,
    /// By how much something rose or fell.
    Change,
    /// By a period.
    Rate,
    /// The words do not say.
    #[default]
    Unknown,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// As printed.
    pub source: Name,
    /// The words that attribute: "according to", "said".
    pub cue: Name,
}

/// Where a field of a claim comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The field's name in the JSON form.
    pub field: &'static str,
    /// The words, in the text as given; `None` where the field could not be told.
    pub span: Option<Span>,
    /// The rule that read them, or why the field could not be told.
    pub rule: &'static str,
}

/// How claims are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whether the words and the rule behind each field are kept, for people who ask how a claim was read.
    pub evidence: bool,
    /// How dates are read.
    pub dates: calendar::Settings,
}

/// The claims of the mentions in one field of an article, in order, with spans in the text as given.
pub fn read(language: &Language, article: &Article, field: Field, text: &Folded<'_>, mentions: &[Mention]) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(mentions.len());
    read_into(language, article, field, text, mentions, Settings::default(), &mut claims);
    claims
}

/// The same, as `settings` say, behind the claims that are there: those of the article's title.
pub fn read_into(
    language: &Language,
    article: &Article,
    field: Field,
    text: &Folded<'_>,
    mentions: &[Mention],
    settings: Settings,
    claims: &mut Vec<Claim>,
) {
    let anchor_of = |mention: &Mention| match field {
        Field::Title => article.anchor_of_title(),
        Field::Text => article.anchor_at(mention.span.start),
    };
    let mut dates = dates::resolve(language, text, mentions, anchor_of, settings.dates);
    walk::read(language, article, field, text, mentions, &mut dates, settings, claims);
}
