//! Whether a stamp fits the article below it.
//!
//! In: the page and the stamp's day. Out: what does not fit, or nothing. What never happens here: a better date.

use std::collections::BTreeMap;

use super::{Doubt, Page, outlet};
use crate::calendar::{Datelike, Days, NaiveDate, Weekday};
use crate::layout::Zone;
use crate::lexicon::Classes;
use crate::text::{Span, Words, hash_of};

/// A day that an article calls by its weekday lies at most so long before the day it is published.
const LATEST: u32 = 2;

/// Why the stamp of `date` is doubtful. Of the day of an event an article may tell long after, so a weekday is a sign by itself only where
/// somebody said something on one: that is news of its own day.
pub(super) fn of(page: &Page<'_>, date: NaiveDate, publisher: Option<&str>) -> Option<Doubt> {
    let byline = outlet::other(page, publisher);
    let told = weekday(page, date).filter(|_| byline.is_some() || page.weekdays().any(|(span, _)| is_said(page, span)));
    let doubt = Doubt { weekday: told, byline, later: later(page, date) };
    (doubt != Doubt::default()).then_some(doubt)
}

/// Fewest later days of which an article tells as past before its date is doubted: one or two may be slips.
const SEVERAL: usize = 3;

/// Why the day that a container gives, or the address, is doubtful: the page was written after it, as one is that is kept up to date.
pub(super) fn of_given(page: &Page<'_>, date: NaiveDate) -> Option<Doubt> {
    later(page, date).map(|later| Doubt { later: Some(later), ..Doubt::default() })
}

/// The last of the later days of which the article tells, their years printed, in sentences that speak of nothing to come.
fn later(page: &Page<'_>, date: NaiveDate) -> Option<(Span, NaiveDate)> {
    let dated = page.zone(Zone::Body).flat_map(|block| page.mentions_in(block.span).iter().map(|mention| (block.span, mention)));
    let told = dated.filter_map(|(block, mention)| {
        let day = mention.time.as_ref()?.absolute_day().filter(|day| *day > date)?;
        let year = mention.span.of(page.text).contains(&day.year().to_string());
        (year && !ahead(page, block, mention.span)).then_some((mention.span, day))
    });
    let told: BTreeMap<NaiveDate, Span> = told.map(|(span, day)| (day, span)).collect();
    told.last_key_value().filter(|_| told.len() >= SEVERAL).map(|(day, span)| (*span, *day))
}

/// What surely ends the sentence of a date, and at times a part of it.
const STOPS: [char; 3] = ['.', ';', '\n'];

/// Whether the sentence of a date holds a word such as "will".
fn ahead(page: &Page<'_>, block: Span, date: Span) -> bool {
    let before = Span { start: block.start, end: date.start }.of(page.text);
    let after = Span { start: date.end, end: block.end }.of(page.text);
    let from = before.rfind(STOPS).map_or(0, |at| at + 1);
    let to = after.find(STOPS).unwrap_or(after.len());
    let words = Words::new(&before[from..]).chain(Words::new(&after[..to]));
    words.map(|word| page.language.words.get(word.hash)).any(|lexeme| lexeme.is(Classes::MODAL))
}

/// Whether a word for saying stands right before: "said Wednesday", "said on Wednesday".
fn is_said(page: &Page<'_>, weekday: Span) -> bool {
    let before = page.text.get(..weekday.start as usize).unwrap_or_default().trim_end();
    let before = before.strip_suffix(" on").unwrap_or(before);
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    page.language.words.get(hash_of(word)).is(Classes::SAY)
}

/// The weekday of the article that lies nearest before the stamp, where even that lies too long before it.
fn weekday(page: &Page<'_>, date: NaiveDate) -> Option<(Span, Weekday, NaiveDate)> {
    let before = |weekday: Weekday| (7 + date.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
    let (span, weekday) = page.weekdays().min_by_key(|&(_, weekday)| before(weekday))?;
    let days = before(weekday);
    if days <= LATEST {
        return None;
    }
    Some((span, weekday, date.checked_sub_days(Days::new(u64::from(days)))?))
}
