//! What happened to the one whose age a figure is, or what that one did: "police arrested a 19-year-old clerk", "Ann Roe, 26, was shot".
//!
//! In: a sentence and the token of an age. Out: a [`Role`], no surer than what a clause tells: it goes on the card, and is weighed nowhere.
//! What never happens here: a verb of which that one is no subject and no object.

use super::clause;
use super::event::{self, AUXILIARY, Role};
use super::noun;
use super::place::is_direction;
use super::proper::is_people;
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::Shape;

/// The role of the one whose age stands at token `at`.
pub(super) fn role<'a>(sentence: &Sentence<'a>, at: usize) -> Option<Role<'a>> {
    let (first, to) = match named(sentence, at) {
        Some(last) => {
            let part = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at);
            let first = (0..=last).rev().take_while(|&at| part(at)).last().unwrap_or(last);
            (first, if sentence.is_mark(at + 1, ',') { at + 2 } else { at + 1 })
        }
        None => (at, person(sentence, at).map_or(at + 1, |(_, to)| to)),
    };
    let to = home(sentence, to).unwrap_or(to);
    let among = || {
        let (first, to) = list(sentence, first, to)?;
        event::role(sentence, first, to, None).or_else(|| clause::role(sentence, first, to))
    };
    let role = event::role(sentence, first, to, None).or_else(among).or_else(|| clause::role(sentence, first, to))?;
    Some(Role { weight: role.weight.min(clause::WEIGHT), ..role })
}

/// The verb behind where someone is from, which begins at `to`: "Ann Roe, 26, of the 100 block of Mill Lane in Tulsa, was shot".
pub(super) fn home(sentence: &Sentence<'_>, to: usize) -> Option<usize> {
    let from = |at: usize| sentence.is(at, Classes::OF) || sentence.is_word(at, word!("from"));
    let part = |at: usize| {
        from(at)
            || sentence.token(at).is_capital() && sentence.is_open(at)
            || sentence.is(at, Classes::DETERMINER.and(Classes::AND))
            || sentence.mention(at).is_some()
            || sentence.is_mark(at, ',')
            || sentence.token(at).shape == Shape::Digits
            || matches!(sentence.of(at), "in" | "near" | "block")
            || is_direction(sentence, at)
    };
    let end = (to..to + LIST).find(|&at| !part(at)).filter(|_| from(to))?;
    (sentence.is_mark(end - 1, ',') || sentence.is(end, AUXILIARY) || sentence.lexeme(end).is_verb()).then_some(end)
}

/// From where to where those are told of among whom the one from token `first` to before `to` stands: "his sons, ages 3 and 4,", "two men
/// and a 9-year-old girl", "Ann Roe, 26, of Tulsa; John Doe, 30,". `None` where that one stands alone.
fn list(sentence: &Sentence<'_>, first: usize, to: usize) -> Option<(usize, usize)> {
    let whose = Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::AND).and(Classes::OF).and(Classes::OTHER).and(Classes::FATAL);
    let aged = |at: usize| sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Age);
    let part = |at: usize| {
        sentence.mention(at).is_some_and(|mention| matches!(mention.kind, Kind::Age | Kind::Number | Kind::Count))
            || sentence.token(at).is_capital() && sentence.is_open(at)
            || sentence.is(at, whose) && !sentence.is(at, Classes::RELATIVE)
            || [',', ';', '-'].into_iter().any(|mark| sentence.is_mark(at, mark))
            || matches!(sentence.token(at).shape, Shape::Clitic | Shape::Digits)
            || is_people(sentence, at)
            || matches!(sentence.of(at), "from" | "aged" | "each" | "ages")
            // "a man in his 40s"
            || sentence.is_word(at, word!("in")) && sentence.is(at + 1, Classes::POSSESSIVE) && aged(at + 2)
    };
    let start = (first.saturating_sub(LIST)..first).rev().take_while(|&at| part(at)).last().unwrap_or(first);
    let start = (start..first).find(|&at| !sentence.is_mark(at, ',') && !sentence.is(at, Classes::AND)).unwrap_or(first);
    let end = (to..to + LIST).find(|&at| at >= sentence.len() || !part(at)).unwrap_or(to);
    (start < first || end > to).then_some((start, end))
}

/// The longest list that is gone over, in tokens.
const LIST: usize = 48;

/// The last token of who is of the age at `at`, where that stands before it, between commas: "Ann Roe, 26,", "a clerk, 19,".
pub(super) fn named(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let comma = at.checked_sub(1).filter(|&at| sentence.is_mark(at, ','))?;
    comma.checked_sub(1).filter(|&at| sentence.is_open(at))
}

/// The head of who is of the age at `at`, where that stands behind it, and the token after the phrase: "19-year-old clerk".
pub(super) fn person(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    if sentence.mention(at).is_none_or(|mention| mention.kind != Kind::Age) {
        return None;
    }
    // "15-year-old Ann Roe shot": the name ends before the verb.
    let capital = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at);
    let name = (at + 1..at + 6).take_while(|&at| !sentence.titled && capital(at)).last();
    if let Some(last) = name.filter(|&last| !sentence.is_open(last + 1) || sentence.lexeme(last + 1).is_verb()) {
        return Some((last, last + 1));
    }
    // "a 9-year-old shot himself": no shot is of that age.
    let acted = sentence.has_form(at + 1, Forms::PAST) || sentence.of(at + 1).ends_with("ly");
    if acted && !sentence.is_plural(at + 1) {
        return None;
    }
    let phrase = noun::nouns(sentence, at + 1, true).filter(|phrase| sentence.is_open(at + 1) && !phrase.outcome)?;
    // "9-year-old boy shot himself": no kind of shot.
    let acts = |at: usize| is_people(sentence, at) && sentence.has_form(at + 1, Forms::PAST);
    if let Some(head) = (at + 1..phrase.to).find(|&at| acts(at)) {
        return Some((head, head + 1));
    }
    let head = phrase.head.filter(|&head| !sentence.is(head, Classes::ADVERB))?;
    Some((head, phrase.to))
}

#[cfg(test)]
mod tests {
    use crate::claim::testing::claims;
    use crate::claim::{Claim, Told};

    #[test]
    fn an_age_tells_what_befell_whose_it_is() {
        for (text, expected) in [
            ("Police arrested a [age|19-year-old] clerk in Marden.", "arrest: police @ Marden"),
            ("Police arrested Ann Roe, [26].", "arrest: police @ -"),
            ("Ann Roe, [26], was shot by a guard near Tulsa.", "shoot: guard @ Tulsa"),
            ("A [age|9-year-old] boy shot himself in Tulsa.", "shoot: boy @ Tulsa"),
            ("A [age|9-year-old] boy died in Tulsa.", "die: - @ Tulsa"),
            ("A [age|9-year-old] shot himself in Tulsa.", "shoot: - @ Tulsa"),
            ("A [age|9-year-old] was shot in the leg and has a scar.", "shoot: - @ -"),
            ("A [age|33-year-old] man was arrested.", "arrest: - @ -"),
            ("[age|15-year-old] John Doe shot a guard.", "shoot: John Doe @ -"),
            ("The guard, [26], of Tulsa.", "-: - @ -"),
            ("Ann Roe, [26], of the 100 block of Mill Lane, was shot by a guard.", "shoot: guard @ -"),
            ("Police arrested Ann Roe, 26, of Tulsa; and John Doe, [30].", "arrest: police @ -"),
            ("A guard shot two men and a [age|9-year-old] girl.", "shoot: guard @ -"),
            ("A guard shot his sons, ages 3 and [age|4], then fled.", "shoot: guard @ -"),
            ("Two women in their 20s and a man in his [age|40s] were arrested in Tulsa.", "arrest: - @ Tulsa"),
            ("Ann Roe, [21], and John Doe, 20, were arrested.", "arrest: - @ -"),
            ("Police identified the two as Ann Roe, [21].", "identify: police @ -"),
            ("Ann Roe, an aide, and John Doe, [20].", "-: - @ -"),
            ("Police said two [age|9-year-olds] were at home.", "be: - @ -"),
            ("Police learned two [age|9-year-olds] were at home.", "be: - @ -"),
            ("The clerk was Ann Roe, [21], who was shot by a guard.", "shoot: guard @ -"),
        ] {
            let (_, claims) = claims(text);
            let name = |told: &Option<Told>| told.as_ref().map_or("-".to_owned(), |told| told.name.to_string());
            let show = |claim: &Claim| {
                let verb = claim.event.as_ref().map_or("-", |event| &event.verb);
                format!("{verb}: {} @ {}", name(&claim.actor), name(&claim.place))
            };
            assert_eq!(claims.first().map(show).as_deref(), Some(expected), "{text}");
        }
    }
}
