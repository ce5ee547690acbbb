//! When what an article tells of happened, as far as it names days, and how far that of two articles is apart.
//!
//! In: the days that an article names, and that of its publication. Out: [`EventDays`]. What never happens here: a date is resolved, or
//! a text looked at.

use crate::calendar::DayInterval;

/// Most days kept of an article: what it tells of first.
const MOST_DAYS: usize = 4;

/// The days of which an article tells, in no more than a few numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventDays {
    /// Counted from the year 1.
    days: [i32; MOST_DAYS],
    /// How many there are.
    count: u8,
}

impl EventDays {
    /// The first days named that come before the publication: "said on Tuesday" tells when somebody spoke. An article that names none
    /// tells of the day on which it appeared.
    pub fn new(named: impl Iterator<Item = DayInterval>, published: Option<DayInterval>) -> Option<Self> {
        let published = published.map(|days| days.numbers().0);
        let mut days = [0; MOST_DAYS];
        let mut count = 0;
        for day in named.filter(|days| days.start() == days.end()).map(|days| days.numbers().0) {
            if published.is_none_or(|published| day < published) && !days[..count].contains(&day) {
                days[count] = day;
                count += 1;
                if count == MOST_DAYS {
                    break;
                }
            }
        }
        if count == 0 {
            days[0] = published?;
            count = 1;
        }
        Some(Self { days, count: u8::try_from(count).unwrap_or(u8::MAX) })
    }

    /// Days between the nearest two.
    #[inline]
    pub(super) fn gap(self, other: Self) -> u32 {
        let mut least = u32::MAX;
        for one in self.days.iter().take(usize::from(self.count)) {
            for day in other.days.iter().take(usize::from(other.count)) {
                least = least.min(one.abs_diff(*day));
            }
        }
        least
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::NaiveDate;

    fn march(day: u32) -> DayInterval {
        DayInterval::day(NaiveDate::from_ymd_opt(2025, 3, day).unwrap())
    }

    fn told(named: &[u32], published: Option<u32>) -> Option<EventDays> {
        EventDays::new(named.iter().map(|&day| march(day)), published.map(march))
    }

    #[test]
    fn an_article_tells_of_days_before_its_own() {
        let gap = |a: &[u32], b: &[u32]| told(a, Some(20)).unwrap().gap(told(b, Some(20)).unwrap());
        assert_eq!(gap(&[20, 12, 20], &[12]), 0);
        assert_eq!(gap(&[20, 12], &[14, 20]), 2);
        // It names no day but its own, and none at all.
        assert_eq!(gap(&[20], &[]), 0);
        assert_eq!(gap(&[], &[13]), 7);
        // Past the first few it looks back on something else.
        assert_eq!(gap(&[1, 2, 3, 4, 15], &[15]), 11);
    }

    #[test]
    fn without_a_date_it_tells_of_what_it_names() {
        assert_eq!(told(&[], None), None);
        assert_eq!(told(&[12], None).unwrap().gap(told(&[12, 11], Some(20)).unwrap()), 0);
        let whole_month = DayInterval::new(march(1).start(), march(31).start());
        assert_eq!(EventDays::new(whole_month.into_iter(), None), None);
    }
}
