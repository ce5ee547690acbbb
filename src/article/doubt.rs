//! Whether a stamp fits the article below it.
//!
//! In: the page and the stamp's day. Out: what does not fit, or nothing. What never happens here: a better date.

use super::{Doubt, Page, outlet};
use crate::calendar::{Datelike, Days, NaiveDate, Weekday};
use crate::text::Span;

/// A day that an article calls by its weekday lies at most so long before the day it is published.
const LATEST: u32 = 2;

/// Why the stamp of `date` is doubtful.
pub(super) fn of(page: &Page<'_>, date: NaiveDate, publisher: Option<&str>) -> Option<Doubt> {
    let doubt = Doubt { weekday: weekday(page, date), byline: outlet::other(page, publisher) };
    (doubt != Doubt::default()).then_some(doubt)
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
