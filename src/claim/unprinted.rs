//! What a figure counts by the words around its phrase, where its noun says less: the people of a town, those on board a ship.
//!
//! In: a sentence, the token of a figure, how it was read. Out: a measure, or the noun that it is of. What never happens here: a noun right
//! behind the figure overruled that names more than people.

use super::counted::Reading;
use super::named::set_at;
use super::sentence::{Sentence, word};
use crate::lexicon::Classes;
use crate::text::{Name, name};

/// The measure of people of whom the words say where they are: "181 people had been on board", "home to 31,000 people".
pub(super) fn measure(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<Name> {
    let counted = reading.counted.as_ref().filter(|counted| counted.measure.as_deref() == Some("people"))?;
    let phrase = reading.phrase.filter(|phrase| !phrase.part && !phrase.outcome)?;
    let generic = counted.head == *sentence.words().person() || matches!(&*counted.head, "passenger" | "resident" | "inhabitant" | "soul");
    let plain = generic && phrase.from + 1 == phrase.to;
    if plain && (stands_aboard(sentence, phrase.to) || carried(sentence, at)) {
        return Some(name!("aboard"));
    }
    let home = at > 1 && sentence.is(at - 1, Classes::TO) && sentence.is_word(at - 2, word!("home"));
    (plain && home).then(|| name!("population"))
}

/// Whether "on board" or "aboard" stands at `to`, over a form of be: "were on board", "aboard". "Nobody on board was hurt" tells of them
/// something else, which its verb says.
fn stands_aboard(sentence: &Sentence<'_>, to: usize) -> bool {
    let at = (to..to + 3).find(|&at| !sentence.is(at, Classes::BE.and(Classes::HAVE))).unwrap_or(to);
    let on_board = sentence.is_word(at, word!("on")) && sentence.is_word(at + 1, word!("board"));
    let end = if on_board { at + 2 } else { at + 1 };
    let tells = sentence.is(end, Classes::BE.and(Classes::HAVE).and(Classes::MODAL)) || sentence.lexeme(end).is_verb();
    (on_board || sentence.is_word(at, word!("aboard"))) && !tells
}

/// Whether the figure at `at` is of those whom a vessel carries: "carrying 143 people", "was carrying about 143 passengers".
fn carried(sentence: &Sentence<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|verb| sentence.is_word(verb, word!("carrying")) || sentence.is_word(verb, word!("carried")))
}

/// "a town of 12,000": those who live there.
pub(super) fn lives_in(sentence: &Sentence<'_>, at: usize) -> bool {
    let place = |at: usize| sentence.words().measure(&sentence.lexeme(at)).is_some_and(|measure| &*measure.name == "places");
    at > 1 && sentence.is(at - 1, Classes::OF) && !sentence.is_plural(at - 2) && place(at - 2)
}

/// "the father of four"
pub(super) fn parent_of(sentence: &Sentence<'_>, at: usize) -> bool {
    const PARENTS: [&str; 8] = ["father", "mother", "dad", "mom", "mum", "parent", "grandfather", "grandmother"];
    at > 1 && sentence.is(at - 1, Classes::OF) && PARENTS.contains(&sentence.of(at - 2))
}

/// The noun of a figure that is the height of something: "a level of 7,000", "an enrollment of about 22,000", "attendance was 31,400".
pub(super) fn level(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    const LEVELS: [&str; 12] = [
        "level",
        "enrollment",
        "enrolment",
        "population",
        "attendance",
        "crowd",
        "audience",
        "capacity",
        "circulation",
        "turnout",
        "average",
        "peak",
    ];
    let level = |&head: &usize| LEVELS.iter().any(|level| level.eq_ignore_ascii_case(sentence.of(head)));
    let of = at.checked_sub(2).filter(|&head| sentence.is(at - 1, Classes::OF) && level(&head));
    // "Attendance was 31,400"
    let head = of.or_else(|| set_at(sentence, at, true)?.head.filter(level))?;
    (!sentence.is_open(at + 1)).then_some(head)
}

#[cfg(test)]
mod tests {
    use crate::claim::testing::counted;

    #[test]
    fn people_are_counted_by_where_they_are() {
        for (text, expected) in [
            ("The ferry was carrying [nine] people when it sank.", "person/aboard"),
            ("The rescue agency said that [nine] people had been on board.", "person/aboard"),
            ("The plane crashed with [nine] passengers aboard.", "passenger/aboard"),
            ("[Nine] people on board were hurt.", "person/injuries"),
            ("[Nine] soldiers were on board.", "soldier/troops"),
            ("The man was carrying [nine] guns.", "gun/guns"),
            ("The town, home to [9,000] people, lies on the river.", "person/population"),
            ("It is a town of [9,000] near the border.", "person/population"),
            ("The town had a population of [9,000].", "population/population"),
        ] {
            assert_eq!(counted(text), expected, "{text}");
        }
    }
}
