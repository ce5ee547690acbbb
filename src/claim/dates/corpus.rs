//! What dates come to, in sentences of our own: each row is an anchor, a text with the date in brackets, its days and its TIMEX3 value.

use super::resolve;
use crate::calendar::{DateValue, Hemisphere, NaiveDate, Settings};
use crate::lexicon::Language;
use crate::mention;
use crate::text::Folded;

/// The date in brackets.
fn date(anchor: &str, row: &str, settings: Settings) -> DateValue {
    let language = Language::english();
    let wanted = row.split(['[', ']']).nth(1).unwrap_or_default();
    let at = row.find('[').unwrap_or_default();
    let text = row.replace(['[', ']'], "");
    let folded = Folded::new(&text);
    let mentions = mention::read_folded(language, &folded);
    let anchor: Option<NaiveDate> = anchor.parse().ok();
    let dates = resolve(language, &folded, &mentions, |_| anchor, settings);
    let found = mentions.iter().zip(dates).find(|(mention, _)| mention.span.start as usize <= at && at < mention.span.end as usize);
    let Some((mention, Some(date))) = found else { panic!("{row}: no date there") };
    assert!(mention.span.of(&text).contains(wanted) || wanted.contains(mention.span.of(&text)), "{row}: read {:?}", mention.span.of(&text));
    date
}

fn shown(date: &DateValue) -> String {
    let days = date.days.map_or("open".to_owned(), |days| {
        if days.start() == days.end() { days.start().to_string() } else { format!("{}..{}", days.start(), days.end()) }
    });
    format!("{days} {}", date.timex)
}

fn check(rows: &[(&str, &str, &str)]) {
    for (anchor, row, expected) in rows {
        assert_eq!(shown(&date(anchor, row, Settings::default())), *expected, "{row} on {anchor}");
    }
}

/// A Friday.
const FRIDAY: &str = "2025-03-21";

#[test]
fn weekdays_look_back_unless_the_words_look_ahead() {
    check(&[
        (FRIDAY, "Police said on [Wednesday] that two men fled.", "2025-03-19 2025-03-19"),
        (FRIDAY, "The boat sank on [Friday].", "2025-03-21 2025-03-21"),
        (FRIDAY, "The council will vote on [Monday].", "2025-03-24 2025-03-24"),
        (FRIDAY, "The hearing is scheduled for [Tuesday].", "2025-03-25 2025-03-25"),
        (FRIDAY, "A summit is to be held on [Thursday].", "2025-03-27 2025-03-27"),
        (FRIDAY, "Banks are shut until [Tuesday].", "2025-03-25 2025-03-25"),
        (FRIDAY, "He spoke [last Friday].", "2025-03-14 2025-03-14"),
        (FRIDAY, "He speaks [next Monday].", "2025-03-24 2025-03-24"),
        // After a day, and the day after it.
        (FRIDAY, "Police sought a man following [Wednesday]'s fire.", "2025-03-19 2025-03-19"),
        (FRIDAY, "They met on [Tuesday of last week].", "2025-03-11 2025-03-11"),
    ]);
}

#[test]
fn months_and_days_take_the_year_that_fits() {
    check(&[
        (FRIDAY, "The drills began on [March 10].", "2025-03-10 2025-03-10"),
        (FRIDAY, "The port was shut in [November].", "2024-11-01..2024-11-30 2024-11"),
        (FRIDAY, "The port will open in [November].", "2025-11-01..2025-11-30 2025-11"),
        (FRIDAY, "It was signed in [June 2024].", "2024-06-01..2024-06-30 2024-06"),
        (FRIDAY, "The ship arrives on [March 27].", "2025-03-27 2025-03-27"),
        (FRIDAY, "It broke out in [late February].", "2025-02-21..2025-02-28 2025-02"),
        (FRIDAY, "It opened in [March of last year].", "2024-03-01..2024-03-31 2024-03"),
    ]);
}

#[test]
fn periods_are_counted_from_the_anchor() {
    check(&[
        (FRIDAY, "It happened [yesterday].", "2025-03-20 2025-03-20"),
        (FRIDAY, "They arrived [last week].", "2025-03-10..2025-03-16 2025-W11"),
        (FRIDAY, "They arrived [last fall].", "2024-09-01..2024-11-30 2024-FA"),
        (FRIDAY, "They arrived [last summer].", "2024-06-01..2024-08-31 2024-SU"),
        (FRIDAY, "He died [last year].", "2024-01-01..2024-12-31 2024"),
        (FRIDAY, "He died [two years ago].", "2023-01-01..2023-12-31 2023"),
        (FRIDAY, "It rained [three days ago].", "2025-03-18 2025-03-18"),
        (FRIDAY, "Sales fell in [the fourth quarter].", "2024-10-01..2024-12-31 2024-Q4"),
        (FRIDAY, "It was sunny [this weekend].", "2025-03-22..2025-03-23 2025-W12-WE"),
        (FRIDAY, "It will close [later this year].", "2025-03-22..2025-12-31 2025"),
        (FRIDAY, "It earned more than in [the year-ago quarter].", "2023-10-01..2023-12-31 2023-Q4"),
        (FRIDAY, "The plant shuts by [year-end].", "2025-09-01..2025-12-31 2025"),
        (FRIDAY, "They fought [last night].", "2025-03-20 2025-03-20TNI"),
        (FRIDAY, "It doubled in [the past decade].", "2015-03-21..2025-03-21 P10Y"),
        (FRIDAY, "It doubled in [the past year and a half].", "2023-09-21..2025-03-21 P1.5Y"),
        (FRIDAY, "It rained in [the past 48 hours].", "2025-03-19..2025-03-21 PT48H"),
        (FRIDAY, "They vote on [the week after next].", "2025-03-31..2025-04-06 2025-W14"),
        (FRIDAY, "They vote on [Monday after next].", "2025-03-31 2025-03-31"),
        (FRIDAY, "He left [the day before yesterday].", "2025-03-19 2025-03-19"),
        (FRIDAY, "They meet [tonight from 7 to 7:30].", "2025-03-21 2025-03-21T19:00/2025-03-21T19:30"),
        (FRIDAY, "It was open [from 6 a.m. to midnight on Tuesday].", "2025-03-18 2025-03-18T06:00/2025-03-18T24:00"),
        (FRIDAY, "He came at [nine o'clock Thursday night].", "2025-03-20 2025-03-20T21:00"),
        (FRIDAY, "It burned [five or six years ago].", "2019-01-01..2020-12-31 2019/2020"),
        (FRIDAY, "It burned [overnight Wednesday].", "2025-03-19 2025-03-19TNI"),
        (FRIDAY, "It rose in [the year] to February.", "2024-03-01..2025-02-28 2025"),
        (FRIDAY, "It rose in the [three months] through February.", "2024-12-01..2025-02-28 P3M"),
        (FRIDAY, "He was paid for [a week]'s rest.", "open P1W"),
        (FRIDAY, "It burned on [Yom Kippur].", "2024-10-12 2024-10-12"),
        (FRIDAY, "They will meet before [Passover].", "2025-04-13..2025-04-19 2025-04-13/2025-04-19"),
        (FRIDAY, "They met in [Ramadan 2019].", "open 2019-XX"),
        (FRIDAY, "They met on [Eid al-Fitr].", "open XXXX-XX-XX"),
        (FRIDAY, "It froze in [the last week of January].", "2025-01-27..2025-02-02 2025-W05"),
        (FRIDAY, "He died [two weeks ago today].", "2025-03-07 2025-03-07"),
        (FRIDAY, "He died [a week ago Tuesday].", "2025-03-11 2025-03-11"),
        (FRIDAY, "He died [a year ago Tuesday].", "2024-03-18 2024-03-18"),
        (FRIDAY, "He died [two Mondays ago].", "2025-03-10 2025-03-10"),
        (FRIDAY, "It burned on [the night of 3 to 4 March].", "2025-03-03 2025-03-03TNI"),
        (FRIDAY, "It was built [half a century ago].", "1975-01-01..1975-12-31 1975"),
        (FRIDAY, "It was sold [a year and a half ago].", "2023-09-01..2023-09-30 2023-09"),
        (FRIDAY, "They will meet in [the next three working days].", "2025-03-22..2025-03-26 P3D"),
        (FRIDAY, "It burned on [the night of March 3].", "2025-03-03 2025-03-03TNI"),
        (FRIDAY, "In [three weeks] it will be closed.", "2025-04-11 P3W"),
        (FRIDAY, "It began [early in the day Wednesday].", "2025-03-19 2025-03-19"),
        (FRIDAY, "He was born in [nineteen ninety-six].", "1996-01-01..1996-12-31 1996"),
    ]);
}

#[test]
fn what_the_text_spoke_of_is_gone_back_to() {
    check(&[
        (FRIDAY, "The flood came on March 12. [The previous day] had been dry.", "2025-03-11 2025-03-11"),
        (FRIDAY, "[The previous day] had been dry.", "2025-03-20 2025-03-20"),
        (FRIDAY, "The flood came on March 12. [The next day] they fled.", "2025-03-13 2025-03-13"),
        (FRIDAY, "The flood came on March 12. [The next morning] they fled.", "2025-03-13 2025-03-13TMO"),
        (FRIDAY, "The flood came on March 12. In [the next week] it will be dry.", "2025-03-24..2025-03-30 2025-W13"),
        (FRIDAY, "The flood came on March 12. [The night before], it had been dry.", "2025-03-11 2025-03-11TNI"),
        (FRIDAY, "It burned [a year ago this month].", "2024-03-01..2024-03-31 2024-03"),
        (FRIDAY, "It opens [a week from today].", "2025-03-28 2025-03-28"),
        (FRIDAY, "The flood came on March 12. It was gone [two days later].", "2025-03-14 2025-03-14"),
        (FRIDAY, "He was born in 1990. [That year] the mine shut.", "1990-01-01..1990-12-31 1990"),
        (FRIDAY, "Sales rose in the third quarter of 2024, up from [a year earlier].", "2023-07-01..2023-09-30 2023-Q3"),
        (FRIDAY, "Sales rose in June, more than in [the same month last year].", "2023-06-01..2023-06-30 2023-06"),
        (FRIDAY, "The raid on Tuesday began at [0430 GMT].", "2025-03-18 2025-03-18T04:30Z"),
        (FRIDAY, "The raid came on Tuesday. It was over [three hours later].", "2025-03-18 PT3H"),
    ]);
}

#[test]
fn nothing_is_dated_without_an_anchor() {
    check(&[
        ("", "He spoke on [Wednesday].", "open XXXX-WXX-3"),
        ("", "He spoke on [March 10].", "open XXXX-03-10"),
        ("", "He spoke [last year].", "open XXXX"),
        ("", "He spoke [yesterday].", "open XXXX-XX-XX"),
        ("", "He spoke [last fall].", "open XXXX-FA"),
        ("", "He spoke on [April 25, 2019].", "2019-04-25 2019-04-25"),
        ("", "He spoke in [the 1990s].", "1990-01-01..1999-12-31 199"),
    ]);
}

#[test]
fn lengths_sets_and_intervals_have_their_value() {
    check(&[
        (FRIDAY, "It rained for [three weeks].", "open P3W"),
        (FRIDAY, "The [11-day] drill.", "open P11D"),
        (FRIDAY, "They meet [every Tuesday].", "open XXXX-WXX-2"),
        (FRIDAY, "She swims [twice a week].", "open P1W"),
        (FRIDAY, "Drills ran [from March 10 to 20].", "2025-03-10..2025-03-20 2025-03-10/2025-03-20"),
        (FRIDAY, "The years [2019\u{2013}2021] were hard.", "2019-01-01..2021-12-31 2019/2021"),
        (FRIDAY, "It lost money in [the first nine months of 1989].", "1989-01-01..1989-09-30 P9M"),
    ]);
}

#[test]
fn seasons_follow_the_hemisphere() {
    let south = Settings { hemisphere: Hemisphere::Southern, ..Settings::default() };
    assert_eq!(shown(&date(FRIDAY, "Fires burned [last summer].", south)), "2024-12-01..2025-02-28 2024-SU");
}

#[test]
fn day_and_month_in_figures_say_where_they_could_be_swapped() {
    let shown = |day_first, row| {
        let found = date(FRIDAY, row, Settings { day_first, ..Settings::default() });
        (found.timex.to_string(), found.swapped.map(|day| day.to_string()).unwrap_or_default())
    };
    for (row, month_first, day_first, swapped) in [
        ("It was sealed on [03/10/2025].", "2025-03-10", "2025-10-03", true),
        ("It was sealed on [3/10].", "2025-03-10", "2024-10-03", true),
        // What leaves no choice, by itself or by what stands around it, has no other day.
        ("It was sealed on [27/02/2025].", "2025-02-27", "2025-02-27", false),
        ("It was sealed on [02/27/2025].", "2025-02-27", "2025-02-27", false),
        ("It was sealed on [03/03/2025].", "2025-03-03", "2025-03-03", false),
        ("It was sealed on [2025-03-10].", "2025-03-10", "2025-03-10", false),
        ("It was sealed on [3.10.2024] by the court.", "2024-10-03", "2024-10-03", false),
        ("It was sealed on [Thursday, 03/10/2024] in Bern.", "2024-10-03", "2024-10-03", false),
        ("Filed on 27/02/2025 and sealed on [03/10/2025].", "2025-10-03", "2025-10-03", false),
        ("Sealed on [03/10/2025] and filed on 02/27/2025.", "2025-03-10", "2025-03-10", false),
    ] {
        let other = |day: &str| if swapped { day.to_owned() } else { String::new() };
        assert_eq!(shown(None, row), (month_first.to_owned(), other(day_first)), "{row}");
        assert_eq!(shown(Some(true), row), (day_first.to_owned(), other(month_first)), "{row}, day first");
    }
}

#[test]
fn results_are_told_by_quarter_and_year() {
    check(&[
        ("1989-11-02", "It lost money in [the 1988 third quarter].", "1988-07-01..1988-09-30 1988-Q3"),
        ("1989-11-02", "In [1988's fourth quarter] it rose.", "1988-10-01..1988-12-31 1988-Q4"),
        ("1989-11-02", "[First-half] profit rose.", "1989-01-01..1989-06-30 1989-H1"),
        ("1989-11-02", "In [the first half of the year] output rose.", "1989-01-01..1989-06-30 1989-H1"),
        ("1989-11-02", "It reports in [the first quarter of fiscal 1990].", "open 1990-Q1"),
        ("1989-11-02", "Net for the third quarter rose from [the same period of 1986].", "1986-07-01..1986-09-30 1986-Q3"),
        ("1989-11-02", "[The same period last year] was better.", "1988-01-01..1988-12-31 1988"),
        ("1989-11-02", "Profit was $3 million [a year earlier].", "1988-01-01..1988-12-31 1988"),
        ("1989-11-02", "Orders in [the latest week] fell.", "1989-10-23..1989-10-29 1989-W43"),
        ("1989-11-02", "[October] sales are due next week.", "1989-10-01..1989-10-31 1989-10"),
        ("1989-11-02", "[The October 1987] crash was worse.", "1987-10-01..1987-10-31 1987-10"),
        ("1989-11-02", "Sales in [the quarter] ended Aug. 31 rose.", "1989-06-01..1989-08-31 1989-Q3"),
        ("1989-11-02", "In [the fiscal year] ended Sept. 30 it lost money.", "1988-10-01..1989-09-30 1989"),
        ("1989-11-02", "Net for the [nine months] ended Sept. 30 rose.", "1989-01-01..1989-09-30 P9M"),
        ("1989-11-02", "It will be shut for [three days] starting Monday.", "1989-11-06..1989-11-08 P3D"),
        ("1989-11-02", "At [year end] it had debts.", "1989-09-01..1989-12-31 1989"),
    ]);
}
