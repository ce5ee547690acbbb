//! Those who came together, told by another word than that of what they did: "120,000 people joined the march", "a rally that police put at
//! 35,000 people".
//!
//! In: a sentence, a verb or a figure. Out: the class of the gathering. What never happens here: a gathering of another clause.

use super::event::{Part, Role};
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, EventClass};

/// The class of events whose crowd is counted.
const GATHERING: &str = "protest";
/// How far behind the verb the gathering is named, and how far before the figure, in tokens.
const REACH: usize = 7;

/// The class of the gathering that the verb at `verb` is joined to: "joined Tuesday's march", "took part in a rally".
pub(super) fn joined<'a>(sentence: &Sentence<'a>, verb: usize) -> Option<&'a EventClass> {
    let part =
        sentence.words().verb(&sentence.lexeme(verb)).is_some_and(|verb| verb == "take") && sentence.is_word(verb + 1, word!("part"));
    let joins = matches!(sentence.of(verb), "joined" | "join" | "joining" | "attended" | "attend" | "attending");
    if !part && !joins {
        return None;
    }
    let ends = |at: usize| {
        sentence.is_mark(at, ',')
            || sentence.is_mark(at, '.')
            || sentence.is(at, Classes::SUBORDINATOR) && !sentence.is(at, Classes::PREPOSITION)
    };
    (verb + 1..verb + REACH).take_while(|&at| !ends(at)).find_map(|at| gathering(sentence, at))
}

/// The role of those whom someone puts at the figure at `figure`: "a march that police put at 35,000 people".
pub(super) fn put_at<'a>(sentence: &Sentence<'a>, figure: usize) -> Option<Role<'a>> {
    let at = figure.checked_sub(2).filter(|_| sentence.is(figure - 1, Classes::AT))?;
    if !matches!(sentence.of(at), "put" | "estimated" | "reckoned") {
        return None;
    }
    let that = (at.saturating_sub(REACH)..at).rev().find(|&at| sentence.is(at, Classes::RELATIVE))?;
    let noun = that.checked_sub(1)?;
    let noun = if sentence.is_mark(noun, ',') { noun.checked_sub(1)? } else { noun };
    let class = gathering(sentence, noun)?;
    let rule = "gathering whose crowd it is";
    Some(Role { at: noun, class: Some(class), part: Part::Doer, weight: 900, group: noun, either: false, rule })
}

/// The class of the gathering that a noun names.
fn gathering<'a>(sentence: &Sentence<'a>, at: usize) -> Option<&'a EventClass> {
    sentence.words().event_class(&sentence.lexeme(at)).filter(|class| &*class.name == GATHERING)
}

#[cfg(test)]
mod tests {
    use crate::claim::testing::counted;

    #[test]
    fn a_crowd_is_that_of_what_it_joined() {
        for (text, expected) in [
            ("[Nine] people joined Tuesday's water march in Marden.", "person/protesters"),
            ("[Nine] people took part in a rally in Marden.", "person/protesters"),
            ("[Nine] people joined the club.", "person/people"),
            ("[Nine] people joined the club, and a march was held.", "person/people"),
            ("Crowds came for a march that police put at [9,000] people.", "person/protesters"),
            ("They met at a house that police put at [9] people.", "person/people"),
        ] {
            assert_eq!(counted(text), expected, "{text}");
        }
    }
}
