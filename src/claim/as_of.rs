//! When a figure held: the date of its clause, else of its sentence, else the article's own.
//!
//! In: the claims of a sentence, their dates resolved. Out: the same with their as-of. What never happens here: a date from another
//! sentence; an article's date that is doubtful dates nothing.

use super::noun::Phrase;
use super::sentence::{Sentence, word};
use super::{AsOf, AsOfBasis, Claim, Evidence, Field, Status};
use crate::article::Article;
use crate::calendar::{DayInterval, Mod, NaiveDate};
use crate::grammar::date::What;
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::{Name, Shape};

/// Fills the as-of of the `claims` of `sentence`, of which `read` gives the token; `dates` is room for those that it names.
pub(super) fn fill(
    sentence: &Sentence<'_>,
    article: &Article,
    read: &[(usize, Option<Phrase>)],
    claims: &mut [Claim],
    dates: &mut Vec<(usize, DayInterval)>,
) {
    let days_of = |claim: &Claim| claim.date.as_ref().filter(|_| claim.value.is_none()).and_then(|date| date.days);
    let known = article.published.as_ref().filter(|published| published.doubt.is_none());
    dates.clear();
    dates.extend(claims.iter().zip(read).filter_map(|(claim, &(at, _))| {
        // "about 2 a.m.": where nothing else tells the day, it is taken to be that of the report, and dates nothing.
        let today = |days: DayInterval| known.is_some_and(|published| days == DayInterval::day(published.date));
        let clock = || sentence.mention(at).and_then(|mention| mention.time.as_ref()).is_some_and(|time| time.what == What::Clock);
        let bare = || days_of(claim).is_some_and(today) && clock();
        let other =
            bare() || claim.date.as_ref().is_some_and(|date| matches!(date.modifier, Some(Mod::OnOrAfter | Mod::Before | Mod::After)));
        let coarse = |days: &DayInterval| days.days() > 366;
        days_of(claim).filter(|days| !other && !coarse(days) && !modifies(sentence, at)).map(|days| (at, days))
    }));
    let own = known.map(|published| AsOf { days: DayInterval::day(published.date), basis: AsOfBasis::Article(published.basis) });
    for (claim, &(at, _)) in claims.iter_mut().zip(read) {
        if claim.value.is_none() || claim.date.as_ref().is_some_and(|date| date.days.is_some()) {
            continue;
        }
        let posted = || article.day_of_post(claim.span.start).filter(|_| claim.field == Field::Text).map(DayInterval::day);
        let own = || own.map(|own| AsOf { days: posted().unwrap_or(own.days), ..own });
        claim.as_of = dated(sentence, claim, at, dates, known.map(|published| published.date)).or_else(own);
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
    // How old someone is holds on the day of what is told, not of what else the sentence tells of long ago.
    let recent = |days: DayInterval| published.is_none_or(|published| (published - days.end()).num_days() <= RECENT);
    let aside = claim.kind == Kind::Age && at > 0 && sentence.is_mark(at - 1, ',');
    let near = |clause: bool| {
        let held = dates.iter().filter(|(date, days)| {
            today.is_none_or(|today| days.start() <= today)
                && !of_another(sentence, at, *date)
                && !who_says(sentence, at, *date)
                && (clause || !aside || recent(*days))
        });
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

/// Days before its publication within which the event that an article is about is dated in it.
const RECENT: i64 = 6;

/// Days behind a month within which an article tells of it.
const MONTH: i64 = 40;

/// The days on which an article says that its events happened: that of its first dated event, and that of the last so far.
#[derive(Debug, Default)]
pub(super) struct Carried {
    first: Option<(Name, DayInterval)>,
    last: Option<(Name, DayInterval)>,
}

impl Carried {
    /// Gives the figures of what happened on a day that a sentence before has named that day, where their own sentence names none; then
    /// takes in the days of this sentence. The toll of an event grows: it holds for the day of the report.
    pub(super) fn hand_on(&mut self, sentence: &Sentence<'_>, published: Option<NaiveDate>, claims: &mut [Claim]) {
        let Some(published) = published else { return };
        for claim in claims.iter_mut() {
            let toll =
                claim.counted.as_ref().and_then(|counted| counted.measure.as_deref()).is_some_and(|of| sentence.language.nouns.toll(of));
            let default = claim.as_of.is_some_and(|as_of| matches!(as_of.basis, AsOfBasis::Article(_)));
            if toll || !default {
                continue;
            }
            let counts = claim.counted.as_ref().is_some_and(|counted| counted.measure.as_deref() != Some("points"));
            let dated = |event: &&Name| on_a_day(sentence, event) && !(counts && matches!(&***event, "play" | "close"));
            let Some(event) = happened(claim).filter(dated) else { continue };
            let before = [&self.last, &self.first].into_iter().flatten().find(|(told, _)| one_kind(told, event));
            if let Some(&(_, days)) = before {
                claim.as_of = Some(AsOf { days, basis: AsOfBasis::Sentence });
            }
        }
        for claim in claims.iter().filter(|claim| claim.value.is_none()) {
            let Some(days) = claim.date.as_ref().and_then(|date| date.days) else { continue };
            let Some(event) = happened(claim) else { continue };
            // What markets did in the month before is told as one: "Sales fell in January. Harrow reported a drop of 9 %."
            let month = moves(event) && (28..=31).contains(&days.days());
            let ago = (published - days.end()).num_days();
            if (0..=if month { MONTH } else { RECENT }).contains(&ago) && (month || days.start() == days.end()) {
                let told = (event.clone(), days);
                self.first.get_or_insert_with(|| told.clone());
                self.last = Some(told);
            }
        }
    }
}

/// The class of what happened, where it did.
fn happened(claim: &Claim) -> Option<&Name> {
    claim.event.as_ref().filter(|event| event.status == Status::Happened)?.class.as_ref()
}

/// Whether what is of a class happens on a day, once in an article: a shooting, not what was said or seen.
fn on_a_day(sentence: &Sentence<'_>, class: &Name) -> bool {
    sentence.language.nouns.dated(class) || moves(class)
}

/// What rises and what falls in an article does so on one market.
fn one_kind(one: &Name, other: &Name) -> bool {
    one == other || moves(one) && moves(other)
}

/// What a market or a price does: it "lost 9 points" and "closed at 7,000" too.
fn moves(class: &Name) -> bool {
    matches!(&**class, "rise" | "fall" | "play" | "close")
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
    // "rose 9 % and that as of May it leads": what is said beside it.
    let beside = sentence.may_hold([word!("that")])
        && (figure.min(date) + 1..figure.max(date))
            .any(|at| sentence.is(at, Classes::AND) && sentence.is_word(at + 1, word!("that")) && !sentence.is_plural(at + 2));
    compared || beside || sentence.may_hold([word!("since")]) && clause().any(|at| sentence.is_word(at, word!("since")))
}

/// Whether the figure counts those who say what happened on the date: "Several said their brother died in January".
fn who_says(sentence: &Sentence<'_>, figure: usize, date: usize) -> bool {
    let says = |at: usize| {
        let form = sentence.has_form(at, Forms::PAST.and(Forms::THIRD).and(Forms::BASE));
        form && sentence.is(at, Classes::SAY) && sentence.token(at).shape == Shape::Lower
    };
    // "said on Friday": the day of the saying.
    let verb = (figure + 1..date).find(|&at| says(at)).filter(|&verb| verb + 2 < date && !sentence.is(verb + 1, Classes::PREPOSITION));
    let phrase = |at: usize| sentence.is_open(at) || sentence.is(at, Classes::OF.and(Classes::DETERMINER).and(Classes::HAVE));
    verb.is_some_and(|verb| (figure + 1..verb).all(phrase))
}

/// Whether the date tells when something was said: "said Wednesday".
fn said(sentence: &Sentence<'_>, at: usize) -> bool {
    let before =
        at.checked_sub(1).is_some_and(|before| sentence.is(before, Classes::SAY) && !sentence.is_word(before, word!("identified")));
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

#[cfg(test)]
mod tests {
    use crate::article::{Article, Basis, Published};
    use crate::calendar::NaiveDate;
    use crate::claim::{Field, read};
    use crate::layout::{Block, Zone};
    use crate::lexicon::Language;
    use crate::mention;
    use crate::text::{Folded, Span};

    /// The first day for which each figure of an article of Thursday, 6 March 2025 holds.
    fn days(text: &str) -> String {
        let (language, folded) = (Language::english(), Folded::new(text));
        let day = NaiveDate::from_ymd_opt(2025, 3, 6).expect("a day of the calendar");
        let mentions = mention::read_folded(language, &folded);
        let article = Article {
            blocks: vec![Block { span: Span::new(0, text.len()), zone: Zone::Body }],
            published: Some(Published { date: day, time: None, basis: Basis::Metadata, span: None, doubt: None }),
            anchors: vec![Some(day)],
            ..Article::default()
        };
        let claims = read(language, &article, Field::Text, &folded, &mentions);
        let figures = claims.iter().filter(|claim| claim.value.is_some());
        figures.map(|claim| claim.as_of.map_or("-".to_owned(), |as_of| as_of.days.start().to_string())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_figure_holds_for_the_day_that_its_words_or_the_sentence_before_give() {
        for (text, expected) in [
            ("Guards stayed for six hours on Tuesday.", "2025-03-04"),
            ("Guards stayed for six hours.", "2025-03-06"),
            ("Prices fell on Tuesday. The index dropped by 9 percent.", "2025-03-04"),
            ("Prices fell on Tuesday. The index was at 9 percent.", "2025-03-06"),
            ("A gale sank a ferry on Tuesday. Nine people drowned.", "2025-03-06"),
            ("The index closed low on Tuesday. It lost nine points.", "2025-03-04"),
            ("The index closed low on Tuesday. The mill closed nine shops.", "2025-03-06"),
            ("Police met on Tuesday. They bought nine boats.", "2025-03-06"),
            ("Sales fell in January. Harrow reported a drop of 9 percent.", "2025-01-01"),
            ("Harrow met in January. It reported a drop of 9 percent.", "2025-03-06"),
            ("Nine neighbors said his brother died in January.", "2025-03-06"),
            ("Nine neighbors died in January.", "2025-01-01"),
            ("Nine United States firms closed on Tuesday.", "2025-03-04"),
            ("Ann Roe, 26, who was freed from prison in January, spoke.", "2025-03-06"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }
}
