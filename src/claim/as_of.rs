//! When a figure held: the date of its clause, else of its sentence, else the article's own.
//!
//! In: the claims of a sentence, their dates resolved. Out: the same with their as-of. What never happens here: a date from another
//! sentence (see `occasion`); an article's date that is doubtful dates nothing.

use super::noun::Phrase;
use super::sentence::{Sentence, word};
use super::{AsOf, AsOfBasis, Claim, Evidence, Field, Status};
use crate::article::Article;
use crate::calendar::{DayInterval, Mod, NaiveDate};
use crate::grammar::date::{Reference, What};
use crate::lexicon::{Classes, Forms, Language};
use crate::mention::Kind;
use crate::text::{Shape, hash_of};

/// Fills the as-of of the `claims` of `sentence`, of which `read` gives the token; `dates` is room for those that it names.
pub(super) fn fill(
    sentence: &Sentence<'_>,
    article: &Article,
    read: &[(usize, Option<Phrase>)],
    claims: &mut [Claim],
    dates: &mut Vec<Dated>,
) {
    // "in the last seven weeks" is a length and the days that it takes in.
    let dates_it = |claim: &Claim| claim.value.is_none() || claim.kind == Kind::Duration;
    let days_of = |claim: &Claim| claim.date.as_ref().filter(|_| dates_it(claim)).and_then(|date| date.days);
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
        let days = days_of(claim).filter(|days| !other && !coarse(days) && !modifies(sentence, at))?;
        Some(Dated { at, days, step: claim.value.is_none() && is_step(sentence, claim) })
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

/// A date in a sentence.
pub(super) struct Dated {
    at: usize,
    days: DayInterval,
    /// It dates what the law or the news did after an event: an arrest, a charge, a day in court.
    step: bool,
}

/// Whether what happened on a date comes after what befell people.
fn is_step(sentence: &Sentence<'_>, claim: &Claim) -> bool {
    const COURT: [&str; 5] = ["appear", "plead", "face", "testify", "accuse"];
    claim.event.as_ref().is_some_and(|event| {
        sentence.words().get(hash_of(&event.verb)).is(Classes::SAY)
            || COURT.contains(&&*event.verb)
            || event.class.as_deref().is_some_and(|class| sentence.language.nouns.step(class) || class == "announce")
    })
}

/// Whether a measure is the toll of what befell people, whoever they are.
pub(super) fn of_harm(language: &Language, measure: &str) -> bool {
    language.nouns.toll(measure) && language.words.is_outcome(measure)
}

/// The as-of of the figure at token `at`, by the `dates` of its sentence; `published` is the article's own.
fn dated(sentence: &Sentence<'_>, claim: &Claim, at: usize, dates: &[Dated], published: Option<NaiveDate>) -> Option<AsOf> {
    if dates.is_empty() {
        return None;
    }
    // What is still to come dates no figure of what happened: "it ordered 20, to be built in 2040".
    let ahead = claim.event.as_ref().is_none_or(|event| matches!(event.status, Status::Planned | Status::Possible));
    let today = published.filter(|_| !ahead);
    // How old someone is holds on the day of what is told, not of what else the sentence tells of long ago.
    let recent = |days: DayInterval| published.is_none_or(|published| (published - days.end()).num_days() <= RECENT);
    let aside = claim.kind == Kind::Age && at > 0 && sentence.is_mark(at - 1, ',');
    let happened = claim.event.as_ref().filter(|event| event.status == Status::Happened);
    let hurt = claim.counted.as_ref().and_then(|counted| counted.measure.as_deref()).is_some_and(|of| of_harm(sentence.language, of));
    let scene = happened.is_some_and(|event| hurt || event.class.as_deref().is_some_and(|class| sentence.language.nouns.scene(class)));
    // What befell people did so neither on the day on which that was said elsewhere in the sentence, nor "now".
    let now = |date: usize| {
        let time = sentence.mention(date).and_then(|mention| mention.time.as_ref());
        time.is_some_and(|time| time.what == What::Reference(Reference::Present))
    };
    let apart = |date: usize| scene && said(sentence, date) || sentence.mention(date).is_some_and(|mention| mention.kind == Kind::Duration);
    let near = |clause: bool| {
        let held = dates.iter().filter(|date| {
            today.is_none_or(|today| date.days.start() <= today)
                && !(scene && (date.step || now(date.at)))
                && !of_another(sentence, at, date.at)
                && !who_says(sentence, at, date.at)
                && (clause || (!aside || recent(date.days)) && !apart(date.at))
        });
        let fit = held.filter(|date| !clause || !said(sentence, date.at) && one_clause(sentence, at, date.at));
        fit.min_by_key(|date| date.at.abs_diff(at)).map(|date| date.days)
    };
    let clause = near(true).map(|days| AsOf { days, basis: AsOfBasis::Clause });
    clause.or_else(|| near(false).map(|days| AsOf { days, basis: AsOfBasis::Sentence }))
}

/// What is noted where another sentence dates the event.
pub(super) const EVENT: &str = "another sentence that dates the event";

/// Notes where the as-of of `claim` comes from.
pub(super) fn note(claim: &mut Claim) {
    let rule = match claim.as_of.map(|as_of| as_of.basis) {
        Some(AsOfBasis::Clause) => "date in the clause",
        Some(AsOfBasis::Sentence) => "date in the sentence",
        Some(AsOfBasis::Article(_)) => "the article's own date",
        Some(AsOfBasis::Before) => "date in a sentence before",
        Some(AsOfBasis::Event) => EVENT,
        Some(AsOfBasis::Story) => "other articles of the story",
        None => "no date in the sentence, and none of the article",
    };
    claim.evidence.push(Evidence { field: "as_of", span: None, rule });
}

/// Days before its publication within which the event that an article is about is dated in it.
pub(super) const RECENT: i64 = 6;

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
            ("A gale sank a ferry on Tuesday. Nine people drowned.", "2025-03-04"),
            ("A bomb hit a market. Nine people were killed. The blast happened on Tuesday.", "2025-03-04"),
            ("Nine people were killed. It happened on Tuesday. A guard, 40, was shot too.", "2025-03-04 2025-03-04"),
            ("Nine people were killed. It happened on Tuesday. A guard, 40, wept.", "2025-03-04 2025-03-06"),
            ("Nine people were killed. A man was shot on Monday. A woman was shot on Wednesday.", "2025-03-06"),
            ("A man was shot on Monday. A woman was shot on Wednesday. Nine people were hurt.", "2025-03-05"),
            ("Nine people were killed. A bomb killed two in a raid on May 9, 2019.", "2025-03-06 2019-05-09"),
            ("A bomb hit a market on Tuesday. The death toll rose to nine.", "2025-03-06"),
            ("A bomb hit a market on Tuesday. Nine people have been killed so far.", "2025-03-06"),
            ("A bomb hit a market on Tuesday. Nine people may have been killed.", "2025-03-06"),
            ("It happened on Tuesday. Two women were killed in February at a mill. Nine people were hurt.", "2025-02-01 2025-02-01"),
            ("A man was shot on Tuesday. Nine people were killed over the weekend.", "2025-03-01"),
            ("Police now seek a man over a raid in which nine people were killed.", "2025-03-06"),
            ("Nine people were killed, and a woman was hurt, police said on Monday.", "2025-03-06"),
            ("A man accused of killing nine people appeared in court on Tuesday.", "2025-03-06"),
            ("A man was arrested on Tuesday over a raid in which nine people were killed on Sunday.", "2025-03-02"),
            ("A man was arrested on Tuesday over a raid that left nine people dead.", "2025-03-06"),
            (
                "A month after a raid left nine people dead, police told a news conference on Tuesday that a man fled.",
                "2025-03-04 2025-03-06",
            ),
            ("Nine men were arrested on Tuesday.", "2025-03-04"),
            ("A man was arrested on Tuesday with nine guards.", "2025-03-04"),
            ("Nine people were killed in the last two weeks.", "2025-02-20 -"),
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
