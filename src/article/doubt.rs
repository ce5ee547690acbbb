//! Whether a stamp fits the article below it.
//!
//! In: the page and the stamp's day. Out: what does not fit, or nothing. What never happens here: a better date.

use super::{Doubt, Page, outlet};
use crate::calendar::{Datelike, Days, NaiveDate, Weekday};
use crate::lexicon::Classes;
use crate::text::{Span, hash_of};

/// A day that an article calls by its weekday lies at most so long before the day it is published.
const LATEST: u32 = 2;

/// Why the stamp of `date` is doubtful. Of the day of an event an article may tell long after, so a weekday is a sign by itself only where
/// somebody said something on one: that is news of its own day.
pub(super) fn of(page: &Page<'_>, date: NaiveDate, publisher: Option<&str>) -> Option<Doubt> {
    let byline = outlet::other(page, publisher);
    let told = weekday(page, date).filter(|_| byline.is_some() || page.weekdays().any(|(span, _)| is_said(page, span)));
    let doubt = Doubt { weekday: told, byline };
    (doubt != Doubt::default()).then_some(doubt)
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
