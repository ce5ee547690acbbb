//! When a figure held: the date of its clause, else of its sentence, else the article's own.
//!
//! In: the claims of a sentence, their dates resolved. Out: the same with their as-of. What never happens here: a date from another
//! sentence; an article's date that is doubtful dates nothing.

use super::noun::Phrase;
use super::sentence::{Sentence, word};
use super::{AsOf, AsOfBasis, Claim, Evidence, Status};
use crate::article::Article;
use crate::calendar::{DayInterval, Mod, NaiveDate};
use crate::lexicon::Classes;

/// Fills the as-of of the `claims` of `sentence`, of which `read` gives the token; `dates` is room for those that it names.
pub(super) fn fill(
    sentence: &Sentence<'_>,
    article: &Article,
    read: &[(usize, Option<Phrase>)],
    claims: &mut [Claim],
    dates: &mut Vec<(usize, DayInterval)>,
) {
    let days_of = |claim: &Claim| claim.date.as_ref().filter(|_| claim.value.is_none()).and_then(|date| date.days);
    dates.clear();
    dates.extend(claims.iter().zip(read).filter_map(|(claim, &(at, _))| {
        let other = claim.date.as_ref().is_some_and(|date| matches!(date.modifier, Some(Mod::OnOrAfter | Mod::Before | Mod::After)));
        let coarse = |days: &DayInterval| days.days() > 366;
        days_of(claim).filter(|days| !other && !coarse(days) && !modifies(sentence, at)).map(|days| (at, days))
    }));
    let known = article.published.as_ref().filter(|published| published.doubt.is_none());
    let own = known.map(|published| AsOf { days: DayInterval::day(published.date), basis: AsOfBasis::Article(published.basis) });
    for (claim, &(at, _)) in claims.iter_mut().zip(read) {
        if claim.value.is_none() || claim.date.is_some() {
            continue;
        }
        claim.as_of = dated(sentence, claim, at, dates, known.map(|published| published.date)).or(own);
    }
}

/// The as-of of the figure at token `at`, by the `dates` of its sentence; `published` is the article's own.
fn dated(sentence: &Sentence<'_>, claim: &Claim, at: usize, dates: &[(usize, DayInterval)], published: Option<NaiveDate>) -> Option<AsOf> {
    if dates.is_empty() {
        return None;
    }
    // What is still to come dates no figure of what happened: "it ordered 20, to be built in 2040".
    let ahead = claim.event.as_ref().is_none_or(|event| matches!(event.status, Status::Planned | Status::Possible));
    let today = published.filter(|_| !ahead);
    let near = |clause: bool| {
        let held = dates.iter().filter(|(date, days)| today.is_none_or(|today| days.start() <= today) && !of_another(sentence, at, *date));
        let fit = held.filter(|&&(date, _)| !clause || !said(sentence, date) && one_clause(sentence, at, date));
        fit.min_by_key(|(date, _)| date.abs_diff(at)).map(|(_, days)| *days)
    };
    let clause = near(true).map(|days| AsOf { days, basis: AsOfBasis::Clause });
    clause.or_else(|| near(false).map(|days| AsOf { days, basis: AsOfBasis::Sentence }))
}

/// Notes where the as-of of `claim` comes from.
pub(super) fn note(claim: &mut Claim) {
    let rule = match claim.as_of.map(|as_of| as_of.basis) {
        Some(AsOfBasis::Clause) => "date in the clause",
        Some(AsOfBasis::Sentence) => "date in the sentence",
        Some(AsOfBasis::Article(_)) => "the article's own date",
        Some(AsOfBasis::Story) => "other articles of the story",
        None => "no date in the sentence, and none of the article",
    };
    claim.evidence.push(Evidence { field: "as_of", span: None, rule });
}

/// Whether the date at token `at` stands before a noun that it dates: "its Feb. 27 statement". An event so dated dates the figure too:
/// "the May 8 blast that killed 12".
fn modifies(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = at + 1;
    let noun = sentence.is_open(next) && !sentence.lexeme(next).is_verb() && !sentence.is(next, Classes::ADVERB);
    let event = sentence.words().event_class(&sentence.lexeme(next)).is_some();
    let article = sentence.of(at).starts_with("the ") || at > 0 && sentence.is(at - 1, Classes::DETERMINER.and(Classes::POSSESSIVE));
    noun && !event && !sentence.token(next).is_capital() && article
}

/// Whether the date at `date` is that of what the figure is compared with, or of a beginning: "17 %, up from 14 % a year ago", "since it
/// opened in 2003".
fn of_another(sentence: &Sentence<'_>, figure: usize, date: usize) -> bool {
    let comparing = sentence.may_hold([word!("compared"), word!("from")]);
    let compared = comparing
        && (figure + 1..date).any(|at| {
            sentence.is_word(at, word!("compared")) || sentence.is_word(at, word!("from")) && matches!(sentence.of(at - 1), "up" | "down")
        });
    let clause = || (date.saturating_sub(5)..date).rev().take_while(|&at| !sentence.is_mark(at, ','));
    compared || sentence.may_hold([word!("since")]) && clause().any(|at| sentence.is_word(at, word!("since")))
}

/// Whether the date tells when something was said: "said Wednesday".
fn said(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|before| sentence.is(before, Classes::SAY));
    before || at > 1 && sentence.is(at - 2, Classes::SAY) && sentence.is(at - 1, Classes::PREPOSITION)
}

/// Whether the word at `at` goes on from the date with what happened then: "on May 8, when six people were shot".
fn when_it_was(sentence: &Sentence<'_>, at: usize, date: usize) -> bool {
    let comma = usize::from(at > 0 && sentence.is_mark(at - 1, ','));
    sentence.is_word(at, word!("when")) && date + 1 + comma == at
}

/// Whether nothing that ends a clause stands between the figure and the date.
fn one_clause(sentence: &Sentence<'_>, figure: usize, date: usize) -> bool {
    let (from, to) = (figure.min(date) + 1, figure.max(date));
    !(from..to).any(|at| {
        let subject = sentence.is(at + 1, Classes::SUBJECT.and(Classes::DETERMINER)) || sentence.name_at(at + 1).is_some();
        sentence.is_mark(at, ';')
            || sentence.is_mark(at, '"')
            || sentence.is(at, Classes::CAUSE) && !sentence.is(at, Classes::PREPOSITION) && !when_it_was(sentence, at, date)
            || sentence.is(at, Classes::AND) && subject
    })
}
