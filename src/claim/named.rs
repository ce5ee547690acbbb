//! What a sum, a share or a rank is of: the noun that names it, which it does not count.
//!
//! In: a sentence and the token of a figure with a unit, or of an ordinal. Out: a [`Reading`]. What never happens here: a count of things.

use super::Counted;
use super::clause;
use super::counted::{ITS_UNIT, Reading, in_clause, measure};
use super::event::{self, Role};
use super::noun::{self, Phrase};
use super::proper::noun_ending;
use super::sentence::{Sentence, word};
use super::sized;
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::{Name, Shape, name};

/// Reads the figure of this kind at token `at`. `before` is the role of the figure before it and the token after that one's phrase.
pub(super) fn read<'a>(sentence: &Sentence<'a>, at: usize, kind: Kind, before: Option<(Role<'a>, usize)>) -> Reading<'a> {
    let mut reading = if kind == Kind::Percent { share(sentence, at, before) } else { Reading::none(ITS_UNIT) };
    match kind {
        Kind::Percent => reading.role = reading.role.or_else(|| in_clause(sentence, at, &reading)),
        Kind::Money => {
            reading.role = event::sum(sentence, at, before);
            // "revenue rose 9 % to $9 from $8"
            let link = at > 0 && (sentence.is(at - 1, Classes::TO) || sentence.is_word(at - 1, word!("from")));
            let went_on = before.filter(|(_, end)| link && *end + 1 == at).map(|(role, _)| role);
            if let Some(found) =
                of_money(sentence, at).or_else(|| set_at(sentence, at, true)).or_else(|| changed(sentence, at, reading.role.or(went_on)))
            {
                reading.name(sentence, found, "noun that names the sum");
                // "agreed to buy 60 in a deal worth $9": what was done stands in the clause.
                // "took on $9 in costs"
                let apart = at > 0 && sentence.is_word(at - 1, word!("worth")) || sentence.is_word(at + 1, word!("in"));
                reading.role = reading.role.or_else(|| if apart { None } else { clause::act(sentence, found.head?) });
            }
            reading.role = reading.role.or_else(|| clause::role(sentence, at, at + 1));
            if reading.counted.is_none() && reading.role.is_some_and(|role| costs(sentence, role.at)) {
                reading.counted = Some(Counted { head: name!("cost"), phrase: name!("cost"), measure: Some(name!("costs")) });
                reading.rule = "verb of a cost";
            }
        }
        Kind::Ordinal => {
            let found = ordered(sentence, at + 1).filter(|_| !is_adverb(sentence, at)).or_else(|| noun_or_verb(sentence, at));
            let to = found.map_or(at + 1, |found| found.to);
            reading.role = found.and_then(|_| event::role(sentence, at, to, None)).or_else(|| clause::act(sentence, found?.head?));
            if let Some(found) = found {
                reading.name(sentence, found, "noun after the ordinal");
                let measure = measure(sentence, found, reading.role);
                reading.counted = reading.counted.map(|counted| Counted { measure, ..counted });
            }
            reading.role = reading.role.or_else(|| clause::role(sentence, at, to));
        }
        Kind::Measure => reading.role = event::sum(sentence, at, before).or_else(|| clause::role(sentence, at, at + 1)),
        _ => reading.role = clause::role(sentence, at, at + 1),
    }
    if matches!(kind, Kind::Measure | Kind::Duration | Kind::Score) {
        sized::name(sentence, at, kind, &mut reading);
    }
    reading
}

/// Whether the verb at `at` gives what something costs, and not what somebody pays.
fn costs(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.words().verb(&sentence.lexeme(at)).is_some_and(|verb| verb == "cost")
}

/// A percentage of people or things: "40 percent of voters".
fn share<'a>(sentence: &Sentence<'a>, at: usize, before: Option<(Role<'a>, usize)>) -> Reading<'a> {
    let mut reading = Reading::none(ITS_UNIT);
    reading.role = event::sum(sentence, at, before);
    if !sentence.is(at + 1, Classes::OF) {
        // "a 78 percent increase in its profits"
        let change =
            sentence.words().event_class(&sentence.lexeme(at + 1)).is_some_and(|class| matches!(&*class.name, "rise" | "fall" | "cut"));
        let of = sentence.is(at + 2, Classes::LOCATIVE.and(Classes::OF));
        if change && !of {
            // "a 49 % decline"
            let found = Phrase { from: at + 1, head: Some(at + 1), to: at + 2, part: false, outcome: false };
            reading.name(sentence, found, "noun of the change");
            reading.role = reading.role.or_else(|| clause::act(sentence, at + 1));
        } else if change {
            let owned = sentence.is(at + 3, Classes::POSSESSIVE.and(Classes::DETERMINER));
            let found = ordered(sentence, if owned { at + 4 } else { at + 3 });
            if let Some(found) = found {
                reading.name(sentence, found, "noun of the change");
            }
            reading.role = reading.role.or_else(|| clause::act(sentence, at + 1));
        } else if let Some(found) = of_share(sentence, at) {
            reading.name(sentence, found, "noun that names the share");
        } else if let Some(found) = changed(sentence, at, reading.role) {
            reading.name(sentence, found, "what rose or fell");
        } else if let Some(found) = stands_at(sentence, at) {
            reading.name(sentence, found, "noun of the level");
        }
        return reading;
    }
    // "nine percent of carmaker Harrow": of a name.
    let of_name = |phrase: &Phrase| sentence.token(phrase.to).is_capital() && !sentence.titled && sentence.is_open(phrase.to);
    let phrase = noun::phrase(sentence, at + 1, true).filter(|phrase| phrase.head.is_some() && !of_name(phrase));
    let Some(phrase) = phrase else { return reading };
    let printed = sentence.span_of(phrase.from, phrase.to);
    let head = phrase.head.unwrap_or(phrase.from);
    let own = sentence.words().measure(&sentence.lexeme(head));
    let printed_words = printed.of(sentence.text);
    reading.counted = Some(Counted {
        head: sentence.words().singular(sentence.of(head)),
        phrase: Name::from(printed_words.strip_prefix("of ").unwrap_or(printed_words)),
        measure: own.map(|own| own.name.clone()),
    });
    reading.nominal = Some((phrase.from, phrase.to));
    reading.words = Some(printed);
    reading.phrase = Some(phrase);
    reading.role = event::role(sentence, at, phrase.to, None);
    reading.rule = "noun after the share";
    reading
}

/// The noun of what rose or fell by a figure or to it: "Sales in Marden dropped 9 %", "its share of the market rose to 9 %".
fn changed(sentence: &Sentence<'_>, figure: usize, role: Option<Role<'_>>) -> Option<Phrase> {
    let role = role.filter(|role| role.class.is_some_and(|class| matches!(&*class.name, "rise" | "fall" | "cut")))?;
    let way = matches!(sentence.of(role.at), "up" | "down");
    if !way && !sentence.lexeme(role.at).is_verb() || clause::is_weak(&role) {
        return None;
    }
    // "increased its holding to 46 %", "reduce costs at the mill by 30 %"
    let led = |at: usize| sentence.is(at, Classes::POSSESSIVE.and(Classes::DETERMINER).and(Classes::ADJECTIVE));
    let link = sentence.is(figure - 1, Classes::TO.and(Classes::BY));
    let object = (role.at + 1..role.at + 5).find(|&at| !led(at)).filter(|&at| at < figure && link && !way);
    let plain = |at: usize| sentence.token(at).shape == Shape::Lower && sentence.is_open(at) && !sentence.is(at, Classes::ADVERB);
    if let Some(head) = object.filter(|&at| plain(at) && (!sentence.lexeme(at).is_verb() || sentence.is(at, Classes::NOUN) || led(at - 1)))
        && sentence.mention(head).is_none()
    {
        return Some(Phrase { from: head, head: Some(head), to: head + 1, part: false, outcome: false });
    }
    let mut last = role.group.checked_sub(1)?;
    // "revenue in the quarter rose"
    let dated = |at: usize| sentence.mention(at).is_some_and(|date| date.value.is_none() || date.kind == Kind::Duration);
    while last > 1 && (dated(last) || matches!(sentence.of(last), "ended" | "ending" | "to")) {
        last -= if sentence.is(last - 1, Classes::PREPOSITION) { 2 } else { 1 };
    }
    let (_, span) = noun_ending(sentence, last, true)?;
    let head = (0..=last).rev().find(|&at| sentence.token(at).span.end == span.end)?;
    let common = sentence.token(head).shape == Shape::Lower || head == 0 && sentence.is(head, Classes::NOUN.and(Classes::PLURAL));
    common.then_some(Phrase { from: head, head: Some(head), to: head + 1, part: false, outcome: false })
}

/// The noun of what a share is: "turnout was 61 %", "the union put unemployment at 9 %". "The fire was 9 % contained" tells of a state.
fn stands_at(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let ends = !sentence.is_open(at + 1) || sentence.is(at + 1, Classes::PREPOSITION);
    set_at(sentence, at, true).filter(|_| ends)
}

/// The noun of what a sum is: "bail was set at $9", "set bond at $9", "the reward has reached $9", "the fine is $9".
/// `opening` is whether the noun may open the sentence.
pub(super) fn set_at(sentence: &Sentence<'_>, at: usize, opening: bool) -> Option<Phrase> {
    let mut here = at.checked_sub(1)?;
    // "its profit came to $9"
    let comes = here > 1 && sentence.is(here, Classes::TO) && matches!(sentence.of(here - 1), "came" | "comes" | "amounted" | "amounts");
    if comes {
        here -= 2;
    }
    // "the reward is now $9"
    let present = || sentence.mention(here).is_some_and(|now| now.kind == Kind::Time) || sentence.is(here, Classes::ADVERB);
    if here > 0 && sentence.is(here - 1, Classes::BE) && present() {
        here -= 1;
    }
    let linked = comes || sentence.is(here, Classes::AT.and(Classes::BE));
    if sentence.is(here, Classes::AT) {
        here = here.checked_sub(1)?;
    }
    let reach = |at: usize| sentence.words().verb_class(&sentence.lexeme(at)).is_some_and(|class| &*class.name == "reach");
    let says = |at: usize| {
        sentence.has_form(at, Forms::PAST.and(Forms::PARTICIPLE)) && (reach(at) || is_set(sentence.of(at)))
            || sentence.has_form(at, Forms::THIRD) && reach(at)
    };
    let verb = says(here);
    while here > 0 && (says(here) || sentence.is(here, Classes::BE.and(Classes::HAVE).and(Classes::ADVERB))) {
        here -= 1;
    }
    // "its profit for the second quarter came to $9"
    let dated = sentence.mention(here).is_some_and(|date| date.value.is_none());
    if here > 1 && dated && sentence.is(here - 1, Classes::PREPOSITION) {
        here -= 2;
    }
    if let Some(first) = heading(sentence, here) {
        here = first;
    }
    let noun = sentence.is_open(here)
        && (!sentence.lexeme(here).is_verb() || sentence.is(here, Classes::NOUN))
        && (!sentence.token(here).is_capital() || opening && opens(sentence, here))
        && !noun::looks_like_verb(sentence, here)
        && !sentence.is(here, Classes::FIGURE_NOUN.and(Classes::ADJECTIVE))
        && sentence.mention(here).is_none();
    let people = sentence.words().measure(&sentence.lexeme(here)).is_some_and(|measure| measure.people);
    let fits = (linked || verb) && noun && !people;
    fits.then_some(Phrase { from: here, head: Some(here), to: here + 1, part: false, outcome: false })
}

/// Whether the capital of the word at `at` is that of the sentence: "Turnout was", not "Harrow was".
fn opens(sentence: &Sentence<'_>, at: usize) -> bool {
    let common = || sentence.language.rarity.get(sentence.token(at).hash).is_some();
    at == 0 && !sentence.titled && sentence.name_at(0).is_none() && common()
}

/// The noun that the phrase ending at token `last` is of, where others hang on it: "reward" of "the reward for a suspect in that case".
fn heading(sentence: &Sentence<'_>, last: usize) -> Option<usize> {
    let hangs =
        |at: usize| sentence.is(at, Classes::OF) || matches!(sentence.of(at), "for" | "in" | "on" | "across" | "among" | "at" | "from");
    let part = |at: usize| {
        sentence.is(at, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE))
            || sentence.is_open(at) && (!sentence.lexeme(at).is_verb() || sentence.is(at, Classes::NOUN))
            || sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Ordinal)
    };
    let first = (last.saturating_sub(10)..=last).rev().take_while(|&at| hangs(at) || part(at)).last()?;
    let link = (first..last).find(|&at| hangs(at)).filter(|&link| link > first)?;
    Some(link - 1)
}

/// Verbs that say how high a sum was set.
fn is_set(word: &str) -> bool {
    matches!(word, "set" | "put" | "fixed" | "estimated" | "valued" | "priced" | "peaked")
}

/// The noun that names a share, and its phrase: "a loss of 9 %", "a 52 percent majority stake".
fn of_share(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let before = at > 0 && sentence.is(at - 1, Classes::OF.and(Classes::ARTICLE));
    of_money(sentence, at).filter(|_| before)
}

/// "He first noticed it": the ordinal says when.
fn is_adverb(sentence: &Sentence<'_>, at: usize) -> bool {
    let verb = sentence.has_form(at + 1, Forms::PAST.and(Forms::THIRD)) && !sentence.is(at + 1, Classes::NOUN)
        || noun::looks_like_verb(sentence, at + 1);
    verb && !leads(sentence, at) && at > 0 && matches!(sentence.of(at), "first" | "second" | "third")
}

/// Whether a word that opens a noun phrase stands before the figure.
fn leads(sentence: &Sentence<'_>, at: usize) -> bool {
    at > 0
        && (sentence.is(at - 1, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::ADJECTIVE).and(Classes::OF))
            || sentence.token(at - 1).shape == Shape::Clitic)
}

/// "the first call came", "its first stop": what could be a verb is the noun, where no other follows.
fn noun_or_verb(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let head = at + 1;
    let bare = sentence.lexeme(head).is_verb() && !sentence.has_form(head, Forms::PAST.and(Forms::THIRD).and(Forms::ING));
    let ends = !sentence.is_open(head + 1) || sentence.lexeme(head + 1).is_verb();
    let other = sentence.is(head, Classes::ADVERB) || sentence.is_word(head, word!("block"));
    let fits = leads(sentence, at) && bare && ends && !other && sentence.token(head).shape == Shape::Lower;
    fits.then_some(Phrase { from: head, head: Some(head), to: head + 1, part: false, outcome: false })
}

/// The noun phrase that an ordinal orders, and what a superlative does: "the second teenager", "the third-largest bank".
fn ordered(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    // "the 49th and 50th homicides", "the first two arrests"
    let is = |at: usize, kind: Kind| sentence.mention(at).is_some_and(|mention| mention.kind == kind);
    let at = match () {
        () if sentence.is(at, Classes::AND) && is(at + 1, Kind::Ordinal) => at + 2,
        () if is(at, Kind::Number) => at + 1,
        () => at,
    };
    let glued = sentence.is_mark(at, '-') && sentence.token(at).glued;
    if glued && !sentence.of(at + 1).ends_with("est") {
        return None;
    }
    let found = noun::nouns(sentence, if glued { at + 2 } else { at }, true).filter(|found| !found.outcome)?;
    let head = found.head?;
    // "third baseman Roe": the name says who it is.
    let name = (found.from + 1..=head).find(|&at| !sentence.titled && sentence.token(at).is_capital());
    let common = |at: usize| sentence.token(at).shape == Shape::Lower && sentence.is_open(at);
    let head = name.map(|name| name - 1).filter(|&at| common(at)).unwrap_or(head);
    // "the 183rd State District Court"
    let court = head > found.from && (found.from..=head).all(|at| sentence.token(at).is_capital()) && !sentence.titled;
    let degree = court || sentence.is_word(head, word!("most")) || sentence.of(head).ends_with("est") && !sentence.is(head, Classes::NOUN);
    (!degree).then_some(Phrase { head: Some(head), to: head + 1, ..found })
}

/// The noun that names a sum of money, and its phrase: "a total loss of $9", "a $9 cash payment", "$9 in damages".
pub(super) fn of_money(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let phrase = |from, head: usize| Phrase { from, head: Some(head), to: head + 1, part: false, outcome: false };
    let plain = |at: usize| {
        let opens = at == 0 && sentence.is(0, Classes::NOUN) && !sentence.titled;
        sentence.is_open(at)
            && (sentence.token(at).shape == Shape::Lower || opens)
            && (!sentence.lexeme(at).is_verb() || sentence.is(at, Classes::NOUN))
    };
    if let Some(head) = at.checked_sub(2).filter(|&head| sentence.is(at - 1, Classes::OF) && plain(head)) {
        let from = (head.saturating_sub(3)..head).rev().take_while(|&at| plain(at)).last().unwrap_or(head);
        return (!sentence.is(head, Classes::FIGURE_NOUN)).then(|| phrase(from, head));
    }
    // "a deal worth $9"
    if let Some(head) = at.checked_sub(2).filter(|&head| sentence.is_word(at - 1, word!("worth")) && plain(head)) {
        return (!sentence.is(head, Classes::BE.and(Classes::FIGURE_NOUN))).then(|| phrase(head, head));
    }
    // "the order is worth $9", "the order, which is believed to be worth $9,"
    if let Some(be) = at.checked_sub(2).filter(|&be| sentence.is_word(at - 1, word!("worth")) && sentence.is(be, Classes::BE)) {
        let believed = |at: usize| sentence.is(at, Classes::SAY) && sentence.has_form(at, Forms::PARTICIPLE);
        let skips = |at: usize| sentence.is(at, Classes::BE.and(Classes::TO).and(Classes::ADVERB).and(Classes::RELATIVE)) || believed(at);
        let head = (be.saturating_sub(7)..be).rev().find(|&at| !skips(at) && !sentence.is_mark(at, ','))?;
        return plain(head).then(|| phrase(head, head));
    }
    let article = at > 0 && sentence.is(at - 1, Classes::DETERMINER.and(Classes::POSSESSIVE));
    let within = sentence.is_word(at + 1, word!("in"));
    // "$9 of ship deals"
    if sentence.is(at + 1, Classes::OF) && sentence.is_open(at + 2) {
        let found = noun::nouns(sentence, at + 2, true).filter(|found| !found.outcome)?;
        let head = found.head.filter(|&head| plain(head))?;
        return Some(phrase(found.from, head));
    }
    if !article && !within {
        return None;
    }
    let from = if article { at + 1 } else { at + 2 };
    // "a $40 (£20) contract"
    let closed = (from + 1..from + 7).find(|&at| sentence.is_mark(at, ')')).filter(|_| article && sentence.is_mark(from, '('));
    let from = closed.map_or(from, |closed| closed + 1);
    let joins = |at: usize| sentence.is(at, Classes::AND) && !article && plain(at + 1);
    let head = (from..from + noun::LONGEST).take_while(|&at| plain(at) && !noun::looks_like_verb(sentence, at) || joins(at)).last()?;
    let says = sentence.is(head, Classes::NOUN.and(Classes::PLURAL).and(Classes::MASS))
        || !sentence.is(head, Classes::ADJECTIVE.and(Classes::ADVERB))
            && !noun::looks_like_verb(sentence, head)
            && !noun::is_adverb(sentence, head);
    let figure = sentence.is_word(head, word!("range")) || sentence.is_word(head, word!("mark"));
    (says && !figure).then(|| phrase(from, head))
}
