//! What a size, a length of time or a tally of votes is of: the noun that names it, which it does not count.
//!
//! In: a sentence, the token of such a figure, what happened. Out: the head noun and its phrase. What never happens here: a noun of another
//! phrase; a size that only says how far something is.

use super::Counted;
use super::counted::Reading;
use super::event::Role;
use super::named::{of_money, set_at};
use super::noun::{self, Phrase};
use super::sentence::{Sentence, word};
use crate::lexicon::Classes;
use crate::mention::Kind;
use crate::text::{Name, Shape, name};

/// How sure the verb of a term's clause is: "was sentenced on Friday to 12 years".
const SURE: u16 = 800;

/// Gives `reading` the noun that the figure of this kind at token `at` is of.
pub(super) fn name(sentence: &Sentence<'_>, at: usize, kind: Kind, reading: &mut Reading<'_>) {
    let found = match kind {
        Kind::Measure => material(sentence, at).or_else(|| of_size(sentence, at)).or_else(|| set_at(sentence, at, true)),
        Kind::Duration => material(sentence, at).or_else(|| of_size(sentence, at)),
        _ => None,
    };
    // "a 20-year veteran" is no age of hers.
    let person = |head: usize| sentence.words().measure(&sentence.lexeme(head)).is_some_and(|measure| measure.people);
    if let Some(found) = found.filter(|found| !found.head.is_some_and(person)) {
        reading.name(sentence, found, "noun that the size is of");
    }
    match kind {
        Kind::Measure if reading.counted.is_none() => {
            if let Some(of) = dimension(sentence, at) {
                tell(reading, of, "word for the dimension");
            }
        }
        Kind::Duration if is_term(sentence, at, reading.role) => {
            tell(reading, name!("prison term"), "term that a court gave");
            reading.role = reading.role.map(|role| Role { weight: SURE, ..role });
        }
        Kind::Score if is_tally(sentence, at, reading.role) => tell(reading, name!("vote"), "tally of a vote"),
        _ => {}
    }
}

/// Takes a noun that is not printed with the figure for what it is of.
fn tell(reading: &mut Reading<'_>, noun: Name, rule: &'static str) {
    reading.counted = Some(Counted { head: noun.clone(), phrase: noun, measure: None });
    reading.rule = rule;
}

/// What there is so much of: "460 tonnes of supplies", "six weeks of repairs". "Nine miles of the border" says how far it is.
fn material(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let of = sentence.is(at + 1, Classes::OF) && sentence.is_open(at + 2) && sentence.token(at + 2).shape == Shape::Lower;
    let found = noun::nouns(sentence, at + 2, false).or_else(|| noun::nouns(sentence, at + 2, true));
    let found = found.filter(|found| of && !found.outcome)?;
    let head = found.head.filter(|&head| sentence.token(head).shape == Shape::Lower && sentence.mention(head).is_none())?;
    Some(Phrase { head: Some(head), to: head + 1, ..found })
}

/// The noun whose size the figure gives: "a delay of six weeks", "a six-week strike", "at a depth of 300 metres".
fn of_size(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let before = at > 1 && (sentence.is(at - 1, Classes::OF) || sentence.is_word(at - 1, word!("worth")));
    let article = at > 0 && sentence.is(at - 1, Classes::ARTICLE.and(Classes::POSSESSIVE));
    let single = article && !sentence.is(at + 1, Classes::PREPOSITION.and(Classes::OF));
    let found = of_money(sentence, at).filter(|_| before || single)?;
    // "over a period of six weeks", "a maximum of nine years", "an area of 9 acres"
    let word = sentence.of(found.head?);
    let bare = matches!(
        word,
        "period"
            | "maximum"
            | "minimum"
            | "average"
            | "span"
            | "time"
            | "later"
            | "ago"
            | "age"
            | "total"
            | "couple"
            | "matter"
            | "most"
            | "rest"
            | "part"
            | "half"
            | "end"
            | "middle"
            | "start"
            | "beginning"
            | "course"
            | "number"
    );
    (!bare).then_some(found)
}

/// The dimension that a word behind a length tells: "300 metres deep", "300 metres below ground", "nine feet tall".
fn dimension(sentence: &Sentence<'_>, at: usize) -> Option<Name> {
    Some(match sentence.of(at + 1) {
        "deep" | "underground" => name!("depth"),
        "below" | "beneath" if matches!(sentence.of(at + 2), "ground" | "the" | "sea") => name!("depth"),
        "high" | "tall" => name!("height"),
        "wide" => name!("width"),
        "long" => name!("length"),
        "thick" => name!("thickness"),
        _ => return None,
    })
}

/// Whether a length of time is one that a court gave: "12 years in prison", "sentenced to 12 years", "a 12-year prison sentence".
fn is_term(sentence: &Sentence<'_>, at: usize, role: Option<Role<'_>>) -> bool {
    let held = |at: usize| matches!(sentence.of(at), "prison" | "jail" | "custody") || sentence.of(at) == "bars";
    let behind = matches!(sentence.of(at + 1), "in" | "behind" | "of") && (held(at + 2) || sentence.is_open(at + 2) && held(at + 3));
    let noun = |at: usize| matches!(sentence.of(at), "sentence" | "term");
    let named = held(at + 1) && noun(at + 2) || sentence.of(at + 1) == "sentence";
    let of = at > 1 && sentence.is(at - 1, Classes::OF) && sentence.of(at - 2) == "sentence";
    let verb = |role: Role<'_>| sentence.words().verb(&sentence.lexeme(role.at)).is_some_and(|verb| matches!(&**verb, "sentence" | "jail"));
    // "was sentenced to 12 years", "jailed for 12 years": not "sentenced two years ago".
    let given = at > 0 && matches!(sentence.of(at - 1), "to" | "for") && role.is_some_and(verb);
    behind || named || of || given
}

/// Whether a pair of figures is how a vote ended: "by a vote of 7-2", "voted 7-2", "a 7-2 vote".
fn is_tally(sentence: &Sentence<'_>, at: usize, role: Option<Role<'_>>) -> bool {
    let vote = |at: usize| sentence.words().verb_class(&sentence.lexeme(at)).is_some_and(|class| &*class.name == "vote");
    let noun = |at: usize| matches!(sentence.of(at), "vote" | "ballot" | "decision" | "ruling");
    at > 1 && sentence.is(at - 1, Classes::OF) && noun(at - 2)
        || noun(at + 1)
        || at > 0 && (vote(at - 1) || sentence.is_open(at - 1) && at > 1 && vote(at - 2))
        || role.is_some_and(|role| vote(role.at))
}

#[cfg(test)]
mod tests {
    use crate::claim::testing::counted;

    #[test]
    fn a_length_of_time_is_of_what_lasted() {
        for (text, expected) in [
            ("The judge gave Roe a [duration|12-year] prison sentence.", "prison term/-"),
            ("Roe was sentenced to [duration|12 years] on Friday.", "prison term/-"),
            ("Roe got [duration|12 years] in prison.", "prison term/-"),
            ("Roe was sentenced [duration|12 years] after the fire.", "-"),
            ("The bridge is shut for [duration|12 weeks] of repairs.", "repair/-"),
            ("The bridge is shut for [duration|12 weeks] of relief works.", "work/-"),
            ("It followed a delay of [duration|12 weeks].", "delay/-"),
            ("Drivers began a [duration|12-day] strike.", "strike/attacks"),
            ("It grew over a period of [duration|12 years].", "-"),
            ("He lived there for [duration|12 years].", "-"),
        ] {
            assert_eq!(counted(text), expected, "{text}");
        }
    }
}
