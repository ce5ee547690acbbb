//! `revised-figure`: a later report gives another figure. In: verdicts. Out: one finding a fact, the earlier side first, with which way
//! it went and what closes the gap. What never happens here: the word "correction"; a count that grows was not mistaken before.

use super::sides::{day, hour, sides};
use super::wording::{self, list};
use super::{Case, Finding, Rule};
use crate::calendar::DayInterval;
use crate::claim;
use crate::fact::{self, Counting};
use crate::value::Decimal;
use crate::verdict::{Judgement, Moment, Verdict};

/// Most figures that a sentence lists.
const LISTED: usize = 4;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, judgement)| {
            let sides = sides(case, case.fact(id), judgement, Verdict::Revision);
            (sides.len() > 1).then(|| {
                let days = by_day(case, id, &sides);
                Finding::on_fact(case, rule.id, rule.severity, id, sides.clone())
                    .saying(format!("{}: {} ({})", case.fact(id).label, steps(case, &days), way(case, &days)))
                    .noting(apart_in_time(case, id, &sides))
                    .noting(closed(case, judgement))
            })
        })
        .collect()
}

/// The sides, those of one day together.
fn by_day<'a>(case: &Case, id: fact::Id, sides: &'a [Vec<claim::Id>]) -> Vec<&'a [Vec<claim::Id>]> {
    let when = |side: &Vec<claim::Id>| side.iter().filter_map(|&claim| day(case, claim, case.fact(id).counting)).min();
    let days: Vec<_> = sides.chunk_by(|one, other| when(one) == when(other)).collect();
    // A revision is of two times, even where both end on one day.
    if days.len() > 1 { days } else { sides.chunks(1).collect() }
}

/// "10,000–12,000, later over 13,000"; "41 and 47, later 52" where the first two are of one day.
fn steps(case: &Case, days: &[&[Vec<claim::Id>]]) -> String {
    let figures = |sides: &[Vec<claim::Id>]| list(&sides.iter().map(|side| case.figure_of(side)).collect::<Vec<_>>());
    let all: usize = days.iter().map(|sides| sides.len()).sum();
    if all <= LISTED {
        return days.iter().map(|sides| figures(sides)).collect::<Vec<_>>().join(", later ");
    }
    let few = |sides: &'_ [Vec<claim::Id>]| (figures(&sides[..sides.len().min(LISTED / 2)]), sides.len().min(LISTED / 2));
    let [first, .., last] = days else { return String::new() };
    let ((first, shown), (last, more)) = (few(first), few(last));
    format!("{first} … later {last} ({} of {all} figures)", shown + more)
}

/// "rose by 6", "rose", "fell", "rose and fell".
fn way(case: &Case, days: &[&[Vec<claim::Id>]]) -> String {
    let interval = |side: &Vec<claim::Id>| side.first().and_then(|&first| case.claim(first).compared()).map(|value| value.interval);
    let (mut rose, mut fell) = (false, false);
    for step in days.windows(2) {
        for (one, two) in step[0].iter().flat_map(|one| step[1].iter().map(move |two| (one, two))) {
            let (Some(one), Some(two)) = (interval(one), interval(two)) else { continue };
            rose |= matches!((one.high, two.low), (Some(high), Some(low)) if high.value <= low.value);
            fell |= matches!((one.low, two.high), (Some(low), Some(high)) if low.value >= high.value);
        }
    }
    let word = match (rose, fell) {
        (true, true) => "rose and fell",
        (true, false) => "rose",
        (false, true) => "fell",
        (false, false) => "changed",
    };
    // By how much, only where each end is one figure.
    let point = |sides: Option<&&[Vec<claim::Id>]>| -> Option<Decimal> {
        let [side] = sides? else { return None };
        let interval = interval(side)?;
        (interval.low == interval.high).then_some(interval.low?.value)
    };
    let unit = days.first().and_then(|sides| case.claim(*sides.first()?.first()?).compared()?.unit.clone());
    match (point(days.first()), point(days.last())) {
        (Some(first), Some(last)) if rose != fell && unit.is_none() => {
            last.minus(first).map_or_else(|| word.to_owned(), |by| format!("{word} by {}", wording::digits(by.abs())))
        }
        _ => word.to_owned(),
    }
}

/// "[10,000, 12,000] and (13,000, –) are apart, at times seven months apart: no conflict".
fn apart_in_time(case: &Case, id: fact::Id, sides: &[Vec<claim::Id>]) -> Option<String> {
    let clock = case.fact(id).counting;
    let when = |claim: claim::Id| {
        let moment = Moment::of(case.claim(claim), case.article(case.claim(claim).article));
        match clock {
            Counting::Toll(_) => moment.report.map(DayInterval::day),
            Counting::AsOf | Counting::Date => moment.as_of,
        }
    };
    let first = sides.first()?.iter().filter_map(|&id| when(id)).min_by_key(|days| days.end())?;
    let last = sides.last()?.iter().filter_map(|&id| when(id)).max_by_key(|days| days.start())?;
    let between = if first.meets(last) { within_the_day(case, id, sides) } else { format!("{} apart", wording::time_between(first, last)) };
    match super::conflicting_figures::apart(case, sides) {
        Some(apart) => Some(format!("{apart}, at times {between}: no conflict")),
        None => Some(format!("reported {between}: no conflict")),
    }
}

/// "of one day, at 9:05 and at 17:30"; without the hours where a side has none.
fn within_the_day(case: &Case, id: fact::Id, sides: &[Vec<claim::Id>]) -> String {
    let clock = case.fact(id).counting;
    let earliest = |side: &Vec<claim::Id>| side.iter().filter_map(|&claim| hour(case, claim, clock)).min();
    let hours: Option<Vec<String>> = sides.iter().map(|side| Some(earliest(side)?.format("at %-H:%M").to_string())).collect();
    hours.map_or_else(|| "of one day".to_owned(), |hours| format!("of one day, {}", list(&hours)))
}

/// "the gap closes: 10,000–12,000 and 1,000–3,000 more make 11,000–15,000; over 13,000 fits".
fn closed(case: &Case, judgement: &Judgement) -> Option<String> {
    let more = judgement.closed_by?;
    let pair = judgement.pairs.iter().find(|pair| pair.verdict == Verdict::Revision)?;
    let figures = |id: claim::Id| case.claim(id).compared();
    let (first, added) = (figures(pair.first)?, figures(more)?);
    // The figures as printed, not what they can stand for: a reader adds 10,000 and 1,000.
    let end = |one: Option<Decimal>, other: Option<Decimal>| one?.plus(other?);
    let (low, high) = (end(first.low, added.low), end(first.high, added.high));
    let sum = match (low, high) {
        (Some(low), Some(high)) if low == high => wording::digits(low),
        (Some(low), Some(high)) => format!("{}–{}", wording::digits(low), wording::digits(high)),
        (Some(low), None) => format!("at least {}", wording::digits(low)),
        (None, Some(high)) => format!("up to {}", wording::digits(high)),
        (None, None) => return None,
    };
    Some(format!(
        "the gap closes: {} and {} more make {sum}; {} fits",
        case.stated(pair.first),
        case.stated(more),
        case.stated(pair.second)
    ))
}

#[cfg(test)]
mod tests {
    use crate::calendar::NaiveTime;
    use crate::fact::{Counting, Role};
    use crate::rules::testing::{Batch, day};

    const ID: &str = "revised-figure";

    #[test]
    fn a_later_figure_rose_or_fell() {
        let told = |one: &str, two: &str| {
            Batch::toll("toll")
                .article("a", Some(day(3, 1)), &format!("It killed [x|{one}]."))
                .article("b", Some(day(3, 3)), &format!("It killed [x|{two}]."))
                .found_by(ID)
        };
        assert_eq!(told("41", "47"), ["Note: toll: 41, later 47 (rose by 6)\n= reported two days apart: no conflict"]);
        assert_eq!(told("47", "41"), ["Note: toll: 47, later 41 (fell by 6)\n= reported two days apart: no conflict"]);
        assert_eq!(
            told("41", ">60"),
            ["Note: toll: 41, later over 60 (rose)\n= 41 and (60, –) are apart, at times two days apart: no conflict"]
        );
        assert!(told("41", ">40").is_empty());
    }

    #[test]
    fn an_outlet_that_repeats_its_own_figure_revises_nothing() {
        let told = |last: &str| {
            Batch::toll("toll")
                .article("a", Some(day(3, 1)), "It killed [41|41].")
                .article("b", Some(day(3, 1)), "It killed [47|47].")
                .article("b-later", Some(day(3, 2)), &format!("It killed [x|{last}]."))
                .with(|case| case.articles[1..].iter_mut().for_each(|article| article.publisher = Some("Brack Herald".into())))
                .found_by(ID)
        };
        assert!(told("47").is_empty(), "{:?}", told("47"));
        assert_eq!(told("52"), ["Note: toll: 41 and 47, later 52 (rose)\n= reported one day apart: no conflict"]);
    }

    #[test]
    fn reports_of_one_day_are_ordered_by_their_hours() {
        let told = |first: Option<u32>, second: Option<u32>| {
            let at = |hour: Option<u32>| hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 5, 0));
            let hours = [at(first), at(second)];
            let batch =
                Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [47|47].").article("b", Some(day(3, 1)), "Now [41|41].");
            let timed = batch.with(|case| {
                for (article, hour) in case.articles.iter_mut().zip(hours) {
                    article.published.as_mut().unwrap().time = hour;
                }
            });
            timed.found_by(ID)
        };
        assert_eq!(
            told(Some(9), Some(17)),
            ["Note: toll: 47, later 41 (fell by 6)\n= reported of one day, at 9:05 and at 17:05: no conflict"]
        );
        assert_eq!(
            told(Some(17), Some(9)),
            ["Note: toll: 41, later 47 (rose by 6)\n= reported of one day, at 9:05 and at 17:05: no conflict"]
        );
        assert!(told(Some(9), None).is_empty() && told(Some(9), Some(9)).is_empty());
    }

    #[test]
    fn a_toll_that_stands_again_at_what_it_was_did_not_fall() {
        let told = |second: &str, third: &str| {
            Batch::toll("toll")
                .article("a", Some(day(3, 1)), "It killed [six|6].")
                .article("b", Some(day(3, 2)), &format!("It killed [x|{second}]."))
                .article("c", Some(day(3, 3)), &format!("It killed [x|{third}]."))
                .found_by(ID)
        };
        assert_eq!(told("3", "6"), ["Note: toll: 3, later 6 (rose by 3)\n= reported one day apart: no conflict"]);
        assert_eq!(told("3", "3"), ["Note: toll: 6, later 3 (fell by 3)\n= reported two days apart: no conflict"]);
        assert_eq!(told("9", "6"), ["Note: toll: 6, later 9 (rose by 3)\n= reported one day apart: no conflict"]);
    }

    #[test]
    fn who_repeats_one_of_two_figures_of_one_time_revises_nothing() {
        let told = |last: &str| {
            Batch::toll("toll")
                .article("a", Some(day(3, 1)), "It hurt [two|2].")
                .article("b", Some(day(3, 1)), "It hurt [three|3].")
                .article("c", Some(day(3, 2)), &format!("It hurt [x|{last}]."))
                .found_by(ID)
        };
        assert!(told("3").is_empty() && told("2").is_empty());
        assert_eq!(told("4"), ["Note: toll: 2 and 3, later 4 (rose)\n= reported one day apart: no conflict"]);
    }

    #[test]
    fn an_increment_that_closes_the_gap_is_named() {
        let batch = Batch::new("soldiers sent to Ostmark", Counting::AsOf)
            .article("a", Some(day(1, 10)), "It sent [2,000 to 3,000|2000-3000].")
            .article("b", Some(day(6, 10)), "It sent [over 3,500|>3500].")
            .article("c", Some(day(3, 10)), "Up to [500 to 1,000 more|500-1000].")
            .related(Role::Increment);
        assert_eq!(
            batch.found_by(ID),
            ["Note: soldiers sent to Ostmark: 2,000–3,000, later over 3,500 (rose)\
              \n= [2,000, 3,000] and (3,500, –) are apart, at times five months apart: no conflict\
              \n= the gap closes: 2,000–3,000 and 500–1,000 more make 2,500–4,000; over 3,500 fits"]
        );
    }
}
