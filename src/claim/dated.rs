//! What happened on a date or at a time: the event noun beside it, else the verb of its clause.
//!
//! In: a sentence and the token of a date. Out: a [`Role`]. What never happens here: a search past the clause; where no verb is near,
//! there is none.

use super::clause::{self, ends, is_verb};
use super::event::{Part, Role, group_before};
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::text::Shape;

/// How far a verb is looked for, in tokens.
const REACH: usize = 14;
/// The same, where nothing nearer tells.
const FAR: usize = 28;
/// The rule of a verb that follows its date.
pub(super) const BEHIND_DATE: &str = "verb behind the date";
/// How far a verb may stand behind a date that follows its subject: "A gunman on Tuesday again shot …".
const NEXT: usize = 3;
/// How far an event noun may stand behind its date: "Tuesday's deadly mill explosion".
const BEHIND: usize = 4;

/// What happened on the date at token `at`.
pub(super) fn role<'a>(sentence: &Sentence<'a>, at: usize) -> Option<Role<'a>> {
    let first = opening(sentence, at);
    // "HENRY (Aug. 28) – …", "MARDEN, Aug. 28 — …": the page's own date.
    let dash = matches!(sentence.token(at + 1).shape, Shape::Mark('-' | '\u{2013}' | '\u{2014}'));
    if dash || first > 0 && sentence.is_mark(first - 1, '(') {
        return None;
    }
    let noun = noun_behind(sentence, at).or_else(|| noun_before(sentence, first));
    // "when on Sunday they were shot": what is told of the day follows it.
    let opens = first == 0
        || sentence.token(first - 1).is_mark(',')
        || sentence.is(first - 1, Classes::SUBORDINATOR.and(Classes::RELATIVE)) && !sentence.is(first - 1, Classes::PREPOSITION);
    let before = || verb_before(sentence, first, REACH);
    let after = |reach| verb_after(sentence, at, reach);
    // "says Ann Roe recently moved", "said a man on Friday shot": what is said is a clause of its own.
    let told = |role: &Role<'_>| {
        sentence.is(role.at, Classes::SAY) && role.at + 2 < first && sentence.has_form(at + 1, Forms::PAST) && is_verb(sentence, at + 1)
    };
    let before = || before().filter(|role| !told(role));
    let far = || verb_before(sentence, first, FAR);
    let verb = noun.or_else(|| if opens { after(REACH).or_else(before) } else { before().or_else(|| after(NEXT)) });
    let told = verb.or_else(|| if opens { None } else { noun_further(sentence, first) }.or_else(far));
    // "said his birthday was later this month"
    let said = told.filter(|role| sentence.is(role.at, Classes::SAY) && role.at + 2 < first && sentence.is(first - 1, Classes::BE));
    if told.is_none() || said.is_some() { clause::copula(sentence, first, at + 1).or(told) } else { told }
}

/// The first token of the phrase of a date: "in late" of "in late June".
fn opening(sentence: &Sentence<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0
        && sentence.is(first - 1, Classes::PREPOSITION.and(Classes::DETERMINER).and(Classes::ADVERB))
        && !sentence.lexeme(first - 1).is_verb()
    {
        first -= 1;
    }
    first
}

/// "the June 2024 summit", "Tuesday's deadly attack".
fn noun_behind<'a>(sentence: &Sentence<'a>, at: usize) -> Option<Role<'a>> {
    (at + 1..=at + BEHIND)
        .take_while(|&here| {
            sentence.is_open(here) && !sentence.lexeme(here).is_verb() || is_clitic(sentence, here) || is_noun(sentence, here)
        })
        .filter_map(|here| noun(sentence, here, 900, "event noun behind the date"))
        .last()
}

/// "a five-boat attack on a tanker on Tuesday": the nearest event noun before the date, where no verb is.
fn noun_further<'a>(sentence: &Sentence<'a>, first: usize) -> Option<Role<'a>> {
    let heads = |at: usize| {
        !sentence.is_open(at + 1) && !sentence.token(at).is_capital() && sentence.words().event_class(&sentence.lexeme(at)).is_some()
    };
    let at = (first.saturating_sub(REACH)..first).rev().take_while(|&at| !ends(sentence, at)).find(|&at| heads(at))?;
    let class = sentence.words().event_class(&sentence.lexeme(at));
    Some(Role { at, class, part: Part::Undergoer, weight: 600, group: at, either: false, rule: "event noun before the date" })
}

fn is_clitic(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).shape == Shape::Clitic
}

/// "the attack on Tuesday": `first` is where the phrase of the date begins.
fn noun_before<'a>(sentence: &Sentence<'a>, first: usize) -> Option<Role<'a>> {
    let at = first.checked_sub(1)?;
    let name = sentence.token(at).is_capital() && at > 0 && !sentence.titled;
    if name { None } else { noun(sentence, at, 850, "event noun before the date") }
}

/// An event noun that stands as one: no verb that the word could be too.
fn is_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    if sentence.words().event_class(&sentence.lexeme(at)).is_none() {
        return false;
    }
    let named = |back: usize| {
        at.checked_sub(back).is_some_and(|before| {
            // "the March 9 shooting"
            let date = back == 1 && sentence.mention(before).is_some_and(|mention| mention.value.is_none());
            sentence.is(before, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE).and(Classes::OF))
                || is_clitic(sentence, before)
                || date && sentence.of(before).starts_with("the ")
        })
    };
    !sentence.lexeme(at).is_verb() || named(1) || named(2)
}

fn noun<'a>(sentence: &Sentence<'a>, at: usize, weight: u16, rule: &'static str) -> Option<Role<'a>> {
    let class = sentence.words().event_class(&sentence.lexeme(at)).filter(|_| is_noun(sentence, at))?;
    Some(Role { at, class: Some(class), part: Part::Undergoer, weight, group: at, either: false, rule })
}

/// The nearest verb before the phrase of the date.
fn verb_before<'a>(sentence: &Sentence<'a>, first: usize, reach: usize) -> Option<Role<'a>> {
    let from = first.saturating_sub(reach);
    // "was shot while sitting in a car on Tuesday"
    let beside = |at: usize| at > 0 && sentence.has_form(at, Forms::ING) && sentence.is_word(at - 1, word!("while"));
    let at = (from..first).rev().take_while(|&at| !ends(sentence, at)).find(|&at| is_verb(sentence, at) && !beside(at))?;
    // "the agreement struck by both last summer": the noun says what it is.
    let of_noun = at > 0 && sentence.has_form(at, Forms::PARTICIPLE) && is_noun(sentence, at - 1);
    if of_noun {
        noun(sentence, at - 1, 800, "event noun of the participle")
    } else {
        Some(verb(sentence, at, 750, "verb before the date"))
    }
}

/// The first verb behind a date, up to `reach` tokens on.
fn verb_after<'a>(sentence: &Sentence<'a>, at: usize, reach: usize) -> Option<Role<'a>> {
    // "left early on Friday, Roe said": what follows a comma is another clause, where one went before.
    let closed = reach == NEXT && sentence.is_mark(at + 1, ',') && (at.saturating_sub(FAR)..at).any(|at| is_verb(sentence, at));
    let ends = |at: usize| sentence.is_mark(at, ';') || sentence.is_mark(at, '"') || closed;
    let mut found = (at + 1..at + 1 + reach).take_while(|&here| here < sentence.len() && !ends(here));
    let goes_on = |here: usize| here > 0 && sentence.is(here - 1, Classes::BE);
    let first = found.find(|&here| is_verb(sentence, here) && (goes_on(here) || !sentence.has_form(here, Forms::ING)))?;
    Some(verb(sentence, first, 700, BEHIND_DATE))
}

/// The event that took place, where the verb at `at` says only that it did: "The shooting in the mill happened".
fn occurred<'a>(sentence: &Sentence<'a>, at: usize, group: usize) -> Option<Role<'a>> {
    let place = sentence.has_form(at, Forms::PAST.and(Forms::PARTICIPLE).and(Forms::BASE)) && sentence.is_word(at + 1, word!("place"));
    if !place && !sentence.words().occurs(&sentence.lexeme(at)) {
        return None;
    }
    let first = group.saturating_sub(REACH);
    let ends = |at: usize| ends(sentence, at) || sentence.is_mark(at, ',') || sentence.lexeme(at).is_verb() && !is_noun(sentence, at);
    let mut nouns = (first..group).rev().take_while(|&at| !ends(at) && !sentence.is(at, Classes::SUBJECT));
    let noun = nouns.find(|&at| is_noun(sentence, at) && !sentence.is_open(at + 1))?;
    let class = sentence.words().event_class(&sentence.lexeme(noun));
    Some(Role { at: noun, class, part: Part::Undergoer, weight: 750, group: noun, either: false, rule: "event noun that happened" })
}

fn verb<'a>(sentence: &Sentence<'a>, at: usize, weight: u16, rule: &'static str) -> Role<'a> {
    if let Some(role) = occurred(sentence, at, group_before(sentence, at)) {
        return role;
    }
    let lexeme = sentence.lexeme(at);
    let class = sentence.words().verb_class(&lexeme);
    Role { at, class, part: Part::Undergoer, weight, group: group_before(sentence, at), either: false, rule }
}

#[cfg(test)]
mod tests {
    use crate::claim::testing::claims;

    #[test]
    fn a_date_is_that_of_the_noun_beside_it_or_the_verb_of_its_clause() {
        for (text, expected) in [
            ("In [date|June 2024], Corven signed a pact with Marden.", "sign sign"),
            ("The agreement struck between Corven and Marden [date|last summer] holds.", "agreement sign"),
            ("The attack on [date|Tuesday] shook the town.", "attack attack"),
            ("[date|Tuesday]'s deadly mill explosion shook the town.", "explosion attack"),
            ("The [date|June 2024] summit ended early.", "summit meet"),
            ("A man was arrested at his home in Marden on [date|Tuesday].", "arrest arrest"),
            ("On [date|Tuesday], officers arrested a man.", "arrest arrest"),
            ("Police said on [date|Tuesday] that a man was arrested.", "say report"),
            ("A gunman on [date|Tuesday] shot two men.", "shoot shoot"),
            ("Anger simmered [date|this week] in Marden, where police shot a man.", "simmer -"),
            ("MARDEN ([date|Aug. 28]) – Two men were found dead.", "-"),
            ("MARDEN, [date|Aug. 28] — Two men were found dead.", "-"),
            ("Police declined to say where on [date|Tuesday] the men were shot.", "shoot shoot"),
            ("The trawler sank on [date|Tuesday] in a gale.", "sink crash"),
            ("A frigate foiled a nine-boat raid on a tanker in the strait off Marden on [date|Tuesday].", "foil -"),
            ("A nine-boat raid in the strait off Marden on [date|Tuesday].", "raid attack"),
            ("Clerks were asked about [date|the May 9] shooting.", "shoot shoot"),
            ("The shooting happened at [date|Tuesday] noon.", "shoot shoot"),
            ("The deadly crash in the tunnel occurred on [date|Tuesday].", "crash crash"),
            ("A raid on the quay took place on [date|Tuesday].", "raid attack"),
            ("A row began on [date|Tuesday].", "begin remain"),
            ("It happened on [date|Tuesday].", "happen -"),
            ("A man was shot while sitting in a car on [date|Tuesday].", "shoot shoot"),
            ("A man was sitting in a car on [date|Tuesday].", "sit -"),
            ("He woke on [date|Tuesday] in Marden.", "wake -"),
            ("After the crash he spoke on [date|Tuesday].", "speak -"),
            ("A statement, [date|Tuesday].", "-"),
            ("Detectives on [date|Tuesday] were working the case.", "work work"),
            ("Police say the clerk on [date|Tuesday] shot a man.", "shoot shoot"),
            ("A man was shot late on [date|Tuesday], Ann Roe said.", "shoot shoot"),
            ("It was quiet on [date|Tuesday].", "be -"),
            ("It was not quiet on [date|Tuesday].", "-"),
        ] {
            let (_, claims) = claims(text);
            let event = claims.first().and_then(|claim| claim.event.as_ref());
            let shown = event.map_or("-".to_owned(), |event| format!("{} {}", event.verb, event.class.as_deref().unwrap_or("-")));
            assert_eq!(shown, expected, "{text}");
        }
    }
}
