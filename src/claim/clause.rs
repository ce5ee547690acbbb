//! The verb of the clause that a figure or a date stands in, where no word beside it tells what happened.
//!
//! In: a sentence, the tokens of a phrase. Out: a [`Role`], less sure than what the words at the phrase tell: it goes on the card, and
//! is weighed nowhere. What never happens here: a search past the clause; a measure that is read from such a verb.

use super::event::{AUXILIARY, Part, Role, group_before};
use super::form::{leads_to_noun, looks_like_verb};
use super::predicate;
use super::sentence::{Sentence, word};
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::Shape;

/// How far a verb is looked for before the phrase, in tokens.
const REACH: usize = 14;
/// The rule of a verb that follows the phrase.
pub(super) const BEHIND: &str = "verb behind the phrase";
/// How sure such a verb is, in per mille.
pub(super) const WEIGHT: u16 = 450;

/// The verb of the clause of the phrase from token `at` to before token `to`.
pub(super) fn role<'a>(sentence: &Sentence<'a>, at: usize, to: usize) -> Option<Role<'a>> {
    let first = opening(sentence, at);
    let before = before(sentence, at);
    // What is said, and what a conjunction opens, is a clause of its own: "he said the families of seven were told".
    let own = before.is_none_or(|verb| sentence.is(verb, Classes::SAY) || !is_verb(sentence, verb));
    let opens = first == 0 || sentence.is_mark(first - 1, ',') || sentence.is_mark(first - 1, '"');
    let next = || sentence.is(to, AUXILIARY) || sentence.has_form(to, Forms::PAST.and(Forms::THIRD)) && is_verb(sentence, to);
    if !own && leads(sentence, first, at, before, to) {
        let stands = sentence.is(to, Classes::BE) && !sentence.is(to + 1, Classes::NEGATION);
        return ahead(sentence, at, to).or_else(|| stands.then(|| verb(sentence, to, COPULA)));
    }
    let subject = || if own || opens && next() { ahead(sentence, first, to) } else { None };
    let full = before.filter(|&verb| is_verb(sentence, verb));
    let behind = |verb: usize| self::verb(sentence, verb, "verb of the clause");
    // "which claimed nine lives": no clause is said.
    let lives = matches!(sentence.of(to - 1), "lives" | "life");
    let told = || full.filter(|&verb| lives || !sentence.is(verb, Classes::SAY)).map(behind);
    let found = subject().or_else(told).or_else(|| if own { None } else { ahead(sentence, first, to) });
    found.or_else(|| copula(sentence, at, to)).or_else(|| full.map(behind))
}

/// The form of be of a clause without a full verb: "the suspect was in custody on Friday", "two others were upstairs".
pub(super) fn copula<'a>(sentence: &Sentence<'a>, at: usize, to: usize) -> Option<Role<'a>> {
    if sentence.titled || !sentence.has(Classes::BE.and(Classes::HAVE)) {
        return None;
    }
    let stops = |at: usize| ends(sentence, at) || sentence.is(at, Classes::SUBORDINATOR.and(Classes::RELATIVE).and(Classes::SAY));
    let be = |at: usize| sentence.is(at, Classes::BE) && !sentence.is(at, Classes::NEGATION) && !sentence.is(at + 1, Classes::NEGATION);
    // "had a gun"
    let has = |at: usize| {
        let object = Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE);
        let next = at + 1;
        let noun = || sentence.is_open(next) && !sentence.lexeme(next).is_verb() && !looks_like_verb(sentence, next);
        let counted = || sentence.mention(next).is_some_and(|next| next.value.is_some());
        sentence.is(at, Classes::HAVE) && (sentence.is(next, object) || counted() || noun() && !sentence.is(next, Classes::ADVERB))
    };
    let verb_at = |at: usize| sentence.is(at, Classes::BE) || has(at);
    let before = (at.saturating_sub(REACH)..at).rev().take_while(|&at| !stops(at)).find(|&at| verb_at(at));
    let behind = || (to..to + REACH).take_while(|&at| at < sentence.len() && !stops(at)).find(|&at| verb_at(at));
    let at = before.or_else(behind).filter(|&at| (be(at) || has(at)) && !matches!(sentence.of(at), "being" | "having"))?;
    Some(verb(sentence, at, COPULA))
}

/// The rule of a form of be, of which nobody is the doer.
pub(super) const COPULA: &str = "form of be of the clause";

/// Whether the phrase from the figure at `at` to before `to` is the subject of an auxiliary right behind it, in a clause of its own: "want
/// them to know one slip has cost", "one died and nine were flown home", "after nine suspects were asked". `first` is where the
/// phrase opens, `verb` the nearest one before it.
fn leads(sentence: &Sentence<'_>, first: usize, at: usize, verb: Option<usize>, to: usize) -> bool {
    if !sentence.is(to, Classes::BE.and(Classes::HAVE).and(Classes::MODAL)) {
        return false;
    }
    let opens = |at: usize| matches!(sentence.of(at), "after" | "before" | "since" | "until");
    let hangs = (first..at).any(|at| sentence.is(at, Classes::PREPOSITION) && !opens(at));
    let relative = verb.is_some_and(|verb| {
        let group = group_before(sentence, verb);
        group > 0 && sentence.is(group - 1, Classes::RELATIVE)
    });
    !hangs && !relative
}

/// Whether only the clause tells of the event of a role.
pub(super) fn is_weak(role: &Role<'_>) -> bool {
    role.weight <= WEIGHT
}

/// The event noun at token `head` that is counted: "two separate slayings".
pub(super) fn act<'a>(sentence: &Sentence<'a>, head: usize) -> Option<Role<'a>> {
    let (words, lexeme) = (sentence.words(), sentence.lexeme(head));
    let class = words.event_class(&lexeme).or_else(|| words.state_class(&lexeme))?;
    Some(Role {
        at: head,
        class: Some(class),
        part: Part::Undergoer,
        weight: WEIGHT,
        group: head,
        either: false,
        rule: "event noun that is counted",
    })
}

/// The first token of the phrase that the figure at `at` belongs to: "the" of "the other two", "in" of "in two weeks".
fn opening(sentence: &Sentence<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0
        && sentence.is(
            first - 1,
            Classes::PREPOSITION.and(Classes::DETERMINER).and(Classes::POSSESSIVE).and(Classes::ADVERB).and(Classes::ADJECTIVE),
        )
        && !sentence.is(first - 1, Classes::SUBORDINATOR.and(Classes::RELATIVE))
        && !sentence.lexeme(first - 1).is_verb()
    {
        first -= 1;
    }
    first
}

/// Whether a mark that ends a clause stands at `at`.
pub(super) fn ends(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.token(at).shape, Shape::Mark(';' | ':' | '"' | '|'))
}

/// The nearest verb before the token at `at`, or the word that opens the clause where that is nearer.
fn before(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let opens = |at: usize| {
        sentence.is(at, Classes::SUBORDINATOR.and(Classes::RELATIVE)) && !sentence.is(at, Classes::PREPOSITION)
            || matches!(sentence.of(at), "after" | "before" | "since" | "until") && sentence.is(at + 1, Classes::SUBJECT)
    };
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|&at| !ends(sentence, at))
        .find(|&verb| is_verb(sentence, verb) || opens(verb) || sentence.is_word(verb, word!("as")) && begins(sentence, verb, at))
}

/// Whether "as" before the figure at `figure` opens a clause of which that is the subject: ", as the two played".
fn begins(sentence: &Sentence<'_>, at: usize, figure: usize) -> bool {
    let comma = at > 0 && sentence.is_mark(at - 1, ',');
    comma && (at + 1..figure).all(|at| sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE)))
}

/// The verb of which the phrase is the subject or opens the clause, behind it.
fn ahead<'a>(sentence: &Sentence<'a>, first: usize, to: usize) -> Option<Role<'a>> {
    let hangs = sentence.is(first, Classes::PREPOSITION);
    let subject = if hangs { None } else { predicate::predicate(sentence, to) };
    if let Some(role) = subject {
        return Some(Role { weight: WEIGHT, ..role });
    }
    let stops = |at: usize| {
        ends(sentence, at)
            || at > to && sentence.is(at, Classes::SUBORDINATOR.and(Classes::RELATIVE)) && !sentence.is(at, Classes::PREPOSITION)
    };
    let mut behind = (to..to + REACH).take_while(|&at| at < sentence.len() && !stops(at));
    let at = behind.find(|&at| is_verb(sentence, at) && !sentence.of(at).ends_with("ing"))?;
    Some(verb(sentence, at, BEHIND))
}

fn verb<'a>(sentence: &Sentence<'a>, at: usize, rule: &'static str) -> Role<'a> {
    let class = sentence.words().verb_class(&sentence.lexeme(at));
    Role { at, class, part: Part::Undergoer, weight: WEIGHT, group: group_before(sentence, at), either: false, rule }
}

/// A full verb where it stands: no auxiliary, no noun and no adjective that looks like one.
pub(super) fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let lexeme = sentence.lexeme(at);
    let Some(before) = at.checked_sub(1) else { return lexeme.is_verb() && !lexeme.is(Classes::INCLUDING.and(Classes::PREPOSITION)) };
    if !lexeme.is_verb() && !looks_like_verb(sentence, at) {
        return false;
    }
    let named = sentence.is(before, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::OF))
        && !sentence.is(before, Classes::RELATIVE)
        || sentence.token(before).shape == Shape::Clitic && !sentence.is(before, Classes::BE.and(Classes::HAVE).and(Classes::MODAL))
        || sentence.token(at).is_capital() && !sentence.titled;
    if named || lexeme.is(AUXILIARY.and(Classes::INCLUDING)) {
        return false;
    }
    if !lexeme.is_verb() {
        return unknown(sentence, at, before);
    }
    // "had a preliminary hearing", "inside a guarded building at the port"
    let named = sentence.token(before).is_capital() && !sentence.titled;
    let site = || lexeme.is(Classes::NOUN) && (named || looks_like_verb(sentence, before)) && !sentence.is_open(at + 1);
    if lexeme.has_form(Forms::ING) && (sentence.is(before, Classes::ADJECTIVE) || site()) {
        return false;
    }
    // "found 16 spent casings"
    let counted = || sentence.mention(before).is_some_and(|mention| matches!(mention.kind, Kind::Number | Kind::Count));
    if lexeme.has_form(Forms::PARTICIPLE) && counted() && leads_to_noun(sentence, at + 1) {
        return false;
    }
    if lexeme.has_form(Forms::PAST.and(Forms::PARTICIPLE).and(Forms::ING)) {
        return true;
    }
    // "one eye open", "two calls", "at work": by its form a noun or an adjective as well; what stands before it tells.
    let governed = sentence
        .is(before, Classes::TO.and(Classes::MODAL).and(Classes::DO).and(Classes::NEGATION).and(Classes::SUBJECT).and(Classes::RELATIVE));
    // "at their lowest levels"
    let superlative = sentence.of(before).len() > 5 && sentence.of(before).ends_with("est") && !sentence.is(before, Classes::NOUN);
    let object = superlative
        || sentence.is(before, Classes::PREPOSITION.and(Classes::ADJECTIVE))
        || sentence.lexeme(before).is_verb() && !sentence.is(before, Classes::NOUN)
        || sentence.mention(before).is_some_and(|mention| matches!(mention.kind, Kind::Number | Kind::Count | Kind::Ordinal));
    let noun = lexeme.is(Classes::NOUN) && !sentence.is_plural(before) && !sentence.token(before).is_capital();
    let number = !lexeme.has_form(Forms::BASE)
        || sentence.is_plural(before)
        || sentence.is(before, Classes::ADVERB.and(Classes::AND).and(Classes::MASS).and(Classes::PRONOUN));
    // "the group was at a gas station": a site.
    let site = lexeme.is(Classes::SITE) && !lexeme.has_form(Forms::THIRD);
    governed || !object && !noun && !site && number && !lexeme.is(Classes::ADVERB)
}

/// Whether what looks like a verb that the lexicon does not know is one, by what stands before it: "was completed", "the plane landed".
fn unknown(sentence: &Sentence<'_>, at: usize, before: usize) -> bool {
    let led = sentence.is(before, AUXILIARY.and(Classes::ADVERB).and(Classes::SUBJECT).and(Classes::RELATIVE));
    if sentence.of(at).ends_with("ing") {
        return sentence.is(before, Classes::BE);
    }
    let subject = (sentence.is_open(before) || sentence.mention(before).is_some())
        && !sentence.is(before, Classes::ADJECTIVE)
        && !sentence.lexeme(before).is_verb();
    led || subject || sentence.is(before, Classes::AND) || sentence.is_mark(before, ',') || sentence.is_mark(before, ')')
}

#[cfg(test)]
mod tests {
    use crate::claim::Status;
    use crate::claim::testing::claims;

    /// Verb and status of the event of each claim, "-" for none.
    fn events(text: &str) -> String {
        let (_, claims) = claims(text);
        let show = |claim: &crate::claim::Claim| match &claim.event {
            Some(event) if event.status == Status::Happened => event.verb.to_string(),
            Some(event) => format!("{} {:?}", event.verb, event.status).to_lowercase(),
            None => "-".to_owned(),
        };
        claims.iter().map(show).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn the_clause_tells_where_no_word_beside_the_figure_does() {
        for (text, expected) in [
            ("Guards talked with the crew for [duration|9 hours].", "talk"),
            ("The ferry left [duration|4 days] behind schedule.", "leave"),
            ("The ferry landed at [time|6 p.m.] in Marden.", "land"),
            ("At [time|6 p.m.] the ferry landed in Marden.", "land"),
            ("He has lived there for [duration|9 years].", "live"),
            ("The [ordinal|2nd] sailor has died.", "die"),
            ("Harrow will pay [money|$4] for the yard.", "pay planned"),
            ("They'll pay [money|$4] for the yard.", "pay planned"),
            ("Harrow would've sold [nine] ships.", "sell planned"),
            ("Harrow could've sold [nine] ships.", "sell possible"),
            ("They've sold [nine] ships.", "sell"),
            ("The yard should be completed in [date|2030].", "complete planned"),
            ("Prices dipped by [nine] points and [four] points.", "dip; dip"),
            ("Rangers closed off [three] roads after the slide.", "close"),
            ("The court said the families of [seven] of the crew were informed.", "inform"),
            ("The index could continue to gain for [duration|7 days].", "gain possible"),
            ("It is never going to take [nine] people.", "take denied"),
            ("Harrow agreed a deal to supply [nine] engines.", "supply planned"),
            ("The yard pays pensions to [nine] men.", "pay ongoing"),
            ("The town mourned [two] separate slayings.", "slaying"),
            ("He had one eye open at [time|6 p.m.] on the quay.", "have"),
            ("The crew of [nine], a cook and a dog.", "-"),
            ("The order of [nine] engines.", "-"),
            ("The gun went off, striking the boy, as the [two] played with it.", "play"),
            ("The case remains unsolved after [nine] men were interviewed.", "interview"),
            ("Harrow has agreed to buy nine ships in a deal worth [money|$4].", "buy planned"),
            ("They want families to know [one] slip has cost them dear.", "cost"),
            ("One person died at the scene, and [nine] were transported to a clinic.", "transport"),
            ("The man who visited [nine] shops was arrested.", "visit"),
            ("The [nine] men who visited the shop were arrested.", "visit"),
            ("[Nine] men were arrested.", "arrest"),
            ("The victim was shot [nine] times including once in the head.", "shoot"),
            ("The [ordinal|2nd] shooting happened late.", "shoot"),
            ("He had a preliminary hearing for [duration|9 hours].", "have"),
            ("He had preliminary hearings for [duration|9 hours].", "have"),
            ("He having lived there for [duration|9 hours].", "live"),
            ("The clerk was in custody at [time|6 p.m.] in Marden.", "be"),
            ("The clerk is in custody with [nine] others.", "be ongoing"),
            ("The clerk may be in custody with [nine] others.", "be possible"),
            ("The clerk has been in custody for [duration|9 days].", "be ongoing"),
            ("The clerk is not in custody with [nine] others.", "-"),
            ("Police said [nine] others were upstairs.", "be"),
            ("It hurt eight men inside a guarded building at [time|6 p.m.] in Marden.", "hurt"),
            ("Guards found [nine] spent shells at [time|6 p.m.].", "find; find"),
            ("The crew was at a gas station at [time|6 p.m.].", "be"),
            ("Guards talked with a man hearing voices for [duration|9 hours].", "hear"),
            ("He was charged with theft and [two] counts of failure to pay.", "charge"),
            ("The mayor called for flags to be flown at half mast until [date|Thursday].", "fly planned"),
            ("The mayor flew flags at half mast until [date|Thursday].", "fly"),
            ("Harrow said that jobs should be cut and [nine] mills closed.", "close planned"),
            ("Harrow said that jobs were cut and [nine] mills closed.", "close"),
            ("Harrow won a contract to supply [nine] boats.", "supply planned"),
            ("Harrow has agreed to take on [money|$9] in running costs.", "take planned"),
        ] {
            assert_eq!(events(text), expected, "{text}");
        }
    }
}
