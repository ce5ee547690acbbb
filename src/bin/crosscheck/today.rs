//! The day of the run: what "expired" and "first seen" count from.
//!
//! In: `--today`, else `CROSSCHECK_TODAY`, else the machine's clock. Out: a day. What never happens here: a figure or a date of an
//! article read against it; those count from the article's own day. This is the one place that asks the clock.

use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use crosscheck::calendar::{Days, NaiveDate};
use crosscheck::source::Moment;

/// The day of the run, as asked for.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(crate) struct TodayArgs {
    /// The day of the run, for a run that can be repeated; by default that of the machine's clock, in UTC
    #[arg(long, value_name = "DATE", env = "CROSSCHECK_TODAY", hide_env_values = true, hide_short_help = true, value_parser = day)]
    today: Option<NaiveDate>,
}

impl TodayArgs {
    /// The day of the run.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the clock; no article is read against it")]
    pub(crate) fn day(self) -> NaiveDate {
        self.today.unwrap_or_else(|| day_of(SystemTime::now()))
    }
}

/// A day given on the command line.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse::<Moment>().map(|moment| moment.date).map_err(|problem| problem.to_string())
}

/// The day, in UTC, of a moment of the clock; a clock before 1970 is taken for one that stands at its start.
fn day_of(now: SystemTime) -> NaiveDate {
    let days = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400);
    NaiveDate::default().checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_clock_gives_the_day_in_utc() {
        for (seconds, expected) in [(0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (1_772_323_199, "2026-02-28")] {
            assert_eq!(day_of(UNIX_EPOCH + Duration::from_secs(seconds)).to_string(), expected);
        }
        assert_eq!(day_of(UNIX_EPOCH - Duration::from_secs(9)).to_string(), "1970-01-01");
        assert_eq!(day("2026-03-01").map(|day| day.to_string()).as_deref(), Ok("2026-03-01"));
        assert!(day("tomorrow").is_err());
    }
}
