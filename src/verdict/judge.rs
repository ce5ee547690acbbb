//! What the claims of a fact say together: its pairs, its verdict, low, best and high.
//!
//! In: a fact, the claims and articles of the batch. Out: a [`Judgement`]. What never happens here: a choice of who is right; low, best
//! and high are what is reported (UCDP's convention), best only where the reports support one.

use super::allowed::Allowed;
use super::pairs::{MOST_POSITIONS, pairs};
use super::time::{Clock, gravity};
use super::view::View;
use super::{Judgement, Pair, Settings, Verdict};
use crate::article::Article;
use crate::calendar::DayInterval;
use crate::claim::{self, Claim, Status};
use crate::fact::{Counting, Fact, Role};
use crate::mention::Kind;
use crate::value::{Bound, Decimal, Direction, Interval};

/// What the claims of `fact` say together. `claims` and `articles` are the batch's, indexed by id.
pub fn judge(fact: &Fact, claims: &[Claim], articles: &[Article], settings: Settings) -> Judgement {
    let clock = clock(fact, claims);
    let mut views: Vec<View<'_>> = fact.claims.iter().filter_map(|&id| View::of(id, claims, articles)).collect();
    for view in &mut views {
        view.moment.changed |= fact.changed.contains(&view.claim.article);
    }
    let part = |(id, role): &(claim::Id, Role)| (*role == Role::Narrower).then(|| View::of(*id, claims, articles)).flatten();
    let parts: Vec<View<'_>> = match fact.counting {
        Counting::Toll(_) => fact.related.iter().filter_map(part).take(MOST_POSITIONS).collect(),
        Counting::AsOf | Counting::Date => Vec::new(),
    };
    let alone = views.len() < 2 && parts.is_empty();
    let mut pairs = if alone { Vec::new() } else { pairs(&views, &parts, clock, &Allowed::of(fact, claims), settings) };
    pairs.sort_by_key(|(pair, _)| (std::cmp::Reverse(pair.verdict), std::cmp::Reverse(gravity(pair.relation)), pair.first, pair.second));
    let verdict = pairs.iter().filter(|(_, across)| *across).map(|(pair, _)| pair.verdict).max().unwrap_or(Verdict::Single);
    let pairs: Vec<Pair> = pairs.into_iter().map(|(pair, _)| pair).collect();
    let latest = latest(&views, clock);
    let (low, best, high) = span(&of_time(&views, latest, clock));
    let revision = pairs.iter().find(|pair| pair.verdict == Verdict::Revision);
    let direction = revision.and_then(|pair| direction(claims, *pair));
    let closed_by = revision.and_then(|pair| closing(fact, claims, *pair));
    Judgement { verdict, pairs, low, best, best_by: None, high, latest, direction, closed_by }
}

/// What orders the claims of a fact.
fn clock(fact: &Fact, claims: &[Claim]) -> Clock {
    match fact.counting {
        Counting::AsOf if fact.claims.iter().any(|id| claims.get(id.0 as usize).is_some_and(|claim| claim.kind == Kind::Age)) => Clock::Age,
        Counting::AsOf => Clock::AsOf,
        Counting::Toll(event) => Clock::Report(event),
        Counting::Date if ahead(fact, claims) => Clock::Ahead,
        Counting::Date => Clock::Never,
    }
}

/// The latest time of which there is a count. A bound or a vague figure that leaves room for each firm one of the day before is none:
/// "dozens" on Monday does not replace the 41 and 47 of Sunday.
fn latest(views: &[View<'_>], clock: Clock) -> Option<DayInterval> {
    let last = |views: &mut dyn Iterator<Item = &View<'_>>| {
        views.filter_map(|view| view.days(clock)).max_by_key(|days| (days.end(), days.start()))
    };
    let latest = last(&mut views.iter())?;
    let Some(counted) = last(&mut views.iter().filter(|view| view.firm())) else { return Some(latest) };
    let of_day = |view: &&View<'_>| view.days(clock).is_some_and(|days| days.meets(counted));
    let since = |view: &&View<'_>| view.days(clock).is_some_and(|days| days.start() > counted.end());
    let interval = |view: &View<'_>| view.claim.compared().map(|value| value.interval);
    let replaced: Vec<Interval> = views.iter().filter(of_day).filter(|view| view.firm()).filter_map(interval).collect();
    let newer = views.iter().filter(since).filter_map(interval).any(|one| replaced.iter().any(|other| one.apart(*other)));
    Some(if newer { latest } else { counted })
}

/// The claims of a fact that are of its latest time; all of them where no time is known.
pub(super) fn newest<'a>(fact: &Fact, claims: &'a [Claim], articles: &'a [Article], latest: Option<DayInterval>) -> Vec<&'a Claim> {
    let clock = clock(fact, claims);
    let views: Vec<View<'_>> = fact.claims.iter().filter_map(|&id| View::of(id, claims, articles)).collect();
    of_time(&views, latest, clock).iter().map(|view| view.claim).collect()
}

/// The views of the latest time; of a day, without those that a count of a later hour replaces.
fn of_time<'a, 'b>(views: &'a [View<'b>], latest: Option<DayInterval>, clock: Clock) -> Vec<&'a View<'b>> {
    let of_latest = |view: &&View<'_>| latest.is_none_or(|latest| view.days(clock).is_some_and(|days| days.meets(latest)));
    let of_day: Vec<&View<'_>> = views.iter().filter(of_latest).collect();
    if latest.is_none() || !matches!(clock, Clock::Report(_)) {
        return of_day;
    }
    let hour = |view: &View<'_>| Some((view.moment.hour?, view.claim.compared()?.interval));
    let counts: Vec<_> = of_day.iter().filter(|view| view.firm()).filter_map(|view| hour(view)).collect();
    let replaced = |view: &&View<'_>| {
        hour(view).is_some_and(|(at, interval)| counts.iter().any(|&(later, count)| at < later && interval.apart(count)))
    };
    of_day.into_iter().filter(|view| !replaced(view)).collect()
}

/// Whether all that is told of an event is that it is planned.
fn ahead(fact: &Fact, claims: &[Claim]) -> bool {
    let planned = |claim: &Claim| claim.told_event().is_some_and(|event| event.status == Status::Planned);
    !fact.claims.is_empty() && fact.claims.iter().all(|id| claims.get(id.0 as usize).is_some_and(planned))
}

/// Lowest, best and highest reported figure.
fn span(views: &[&View<'_>]) -> (Option<Decimal>, Option<Decimal>, Option<Decimal>) {
    let values = || views.iter().filter_map(|view| view.claim.compared());
    let low = values().filter_map(|value| value.low).min();
    let high = values().filter_map(|value| value.high).max();
    // Best: the one figure that is given as a figure, where no other is, and every report can hold with it.
    let mut given: Vec<Decimal> = values().filter(|value| value.bound != Bound::Vague).filter_map(|value| value.best).collect();
    given.sort();
    given.dedup();
    let fitting = |figure: &Decimal| values().all(|value| value.interval.contains(*figure));
    let mut fit = given.into_iter().filter(fitting);
    let best = match (fit.next(), fit.next()) {
        (Some(figure), None) => Some(figure),
        (Some(first), Some(second)) => {
            // Several fit where one rounds the other: the one printed with more digits.
            let finest = |a: Decimal, b: Decimal| if b.significant_digits() > a.significant_digits() { b } else { a };
            Some(fit.fold(finest(first, second), finest))
        }
        (None, _) => None,
    };
    (low, best, high)
}

/// Which way a revision went.
fn direction(claims: &[Claim], pair: Pair) -> Option<Direction> {
    let value = |id: claim::Id| claims.get(id.0 as usize)?.compared();
    let (first, second) = (value(pair.first)?.interval, value(pair.second)?.interval);
    let up = match (first.high, second.low) {
        (Some(high), Some(low)) => high.value <= low.value,
        _ => false,
    };
    Some(if up { Direction::Up } else { Direction::Down })
}

/// The increment that, added to the earlier figure, reaches the later one.
fn closing(fact: &Fact, claims: &[Claim], pair: Pair) -> Option<claim::Id> {
    let interval = |id: claim::Id| Some(claims.get(id.0 as usize)?.compared()?.interval);
    let (first, second) = (interval(pair.first)?, interval(pair.second)?);
    let increments = fact.related.iter().filter(|(_, role)| *role == Role::Increment);
    let mut closing = increments.filter(|(id, _)| interval(*id).and_then(|more| first.sum(more)).is_some_and(|sum| !sum.apart(second)));
    closing.next().map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::super::Time;
    use super::super::relation::tests::value;
    use super::*;
    use crate::article::{self, Basis, Published};
    use crate::calendar::{NaiveDate, NaiveTime};
    use crate::claim::{Accumulation, AsOf, AsOfBasis, Attribution};
    use crate::layout::{Block, Zone};
    use crate::mention::Kind;
    use crate::text::{Few, Span};

    /// An article of March 2025 (day 0: undated), its figure, and who says so.
    type Told<'a> = (u32, &'a str, &'a str);

    fn batch(told: &[Told<'_>]) -> (Vec<Claim>, Vec<Article>) {
        let mut claims = Vec::new();
        let mut articles = Vec::new();
        for (index, (day, figure, source)) in told.iter().enumerate() {
            let date = NaiveDate::from_ymd_opt(2025, 3, *day);
            let published = date.map(|date| Published { date, time: None, basis: Basis::Metadata, span: None, doubt: None });
            articles.push(Article { published, ..Article::default() });
            claims.push(Claim {
                article: article::Id(u32::try_from(index).unwrap()),
                field: claim::Field::Text,
                span: Span::default(),
                sentence: Span::default(),
                zone: Zone::Body,
                kind: Kind::Count,
                value: Some(value(figure)),
                converted: None,
                date: None,
                counted: None,
                event: None,
                actor: None,
                place: None,
                as_of: date.map(|date| AsOf { days: DayInterval::day(date), basis: AsOfBasis::Article(Basis::Metadata) }),
                accumulation: Accumulation::Unknown,
                scope: None,
                attribution: match *source {
                    "" => Few::new(),
                    source => Few::from([Attribution { source: source.into(), cue: "said".into() }]),
                },
                evidence: Few::new(),
            });
        }
        (claims, articles)
    }

    fn fact(claims: usize, counting: Counting) -> Fact {
        Fact {
            key: "f_0".into(),
            label: "test".into(),
            stories: Few::new(),
            measure: None,
            unit: None,
            claims: (0..u32::try_from(claims).unwrap()).map(claim::Id).collect(),
            related: Few::new(),
            counting,
            joined: Few::new(),
            doer_died: false,
            after_one: Few::new(),
            some_of: Few::new(),
            changed: Few::new(),
        }
    }

    fn judged(told: &[Told<'_>], counting: Counting) -> Judgement {
        let (claims, articles) = batch(told);
        judge(&fact(claims.len(), counting), &claims, &articles, Settings::default())
    }

    #[test]
    fn the_gravest_pair_is_the_verdict() {
        let toll = Counting::Toll(NaiveDate::from_ymd_opt(2025, 3, 1));
        let cases: &[(&[Told<'_>], Counting, Verdict)] = &[
            (&[(1, "41", "")], toll, Verdict::Single),
            (&[(1, "41", ""), (1, "41", "police")], toll, Verdict::Agreement),
            (&[(1, "41", ""), (1, ">40", "")], toll, Verdict::Range),
            (&[(1, "41", "police"), (1, "45", "organisers")], toll, Verdict::Disputed),
            (&[(1, "41", "police"), (1, "45", "the police chief")], toll, Verdict::Conflict),
            (&[(1, "41", ""), (1, "45", "")], toll, Verdict::Conflict),
            (&[(1, "41", ""), (2, "45", "")], toll, Verdict::Revision),
            (&[(1, "41", ""), (9, "45", "")], toll, Verdict::Conflict),
            (&[(1, "41", ""), (9, "45", "")], Counting::AsOf, Verdict::Revision),
            (&[(1, "41", ""), (0, "45", "")], toll, Verdict::Undated),
            (&[(1, "12..99", ""), (1, "145", "")], toll, Verdict::Range),
            (&[(1, "41", ""), (2, "45", ""), (2, "47", "")], toll, Verdict::Conflict),
        ];
        for (told, counting, expected) in cases {
            assert_eq!(judged(told, *counting).verdict, *expected, "{told:?}");
        }
    }

    #[test]
    fn low_best_and_high_are_of_the_latest_time() {
        let toll = Counting::Toll(None);
        let number = |digits| Decimal::parse(digits);
        let cases: &[(&[Told<'_>], [Option<Decimal>; 3])] = &[
            (&[(1, "41", ""), (2, "45", "")], [number("45"), number("45"), number("45")]),
            (&[(1, "41", ""), (1, "45", "")], [number("41"), None, number("45")]),
            (&[(1, "41", ""), (1, ">40", "")], [number("40"), number("41"), number("41")]),
            (&[(1, "10000-12000", "")], [number("10000"), None, number("12000")]),
            (&[(1, "12300", ""), (1, "~12000", "")], [number("12000"), number("12300"), number("12300")]),
        ];
        for (told, expected) in cases {
            let judged = judged(told, toll);
            assert_eq!([judged.low, judged.best, judged.high], *expected, "{told:?}");
        }
    }

    #[test]
    fn a_loose_figure_that_leaves_room_replaces_no_count() {
        let (first, second) = (Some(Decimal::from(41)), Some(Decimal::from(47)));
        let spans = |later: &str| {
            let judged = judged(&[(1, "41", ""), (1, "47", ""), (2, later, "")], Counting::Toll(None));
            [judged.low, judged.high]
        };
        for (later, expected) in [
            (">=40", [first, second]),
            (">12", [first, second]),
            ("<=60", [first, second]),
            ("12..99", [first, second]),
            // One of the two could not hold with these: they are newer.
            (">45", [Some(Decimal::from(45)), None]),
            ("<=45", [None, Some(Decimal::from(45))]),
            ("47", [second, second]),
        ] {
            assert_eq!(spans(later), expected, "{later}");
        }
    }

    #[test]
    fn a_count_of_a_later_hour_replaces_one_of_that_day() {
        let (claims, mut articles) = batch(&[(1, "41", ""), (1, "45", ""), (1, "47", "")]);
        let mut spans = |hours: [Option<u32>; 3]| {
            for (article, hour) in articles.iter_mut().zip(hours) {
                article.published.as_mut().unwrap().time = hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
            }
            let judged = judge(&fact(3, Counting::Toll(None)), &claims, &articles, Settings::default());
            (judged.verdict, judged.low, judged.high)
        };
        let number = |number: i64| Some(Decimal::from(number));
        assert_eq!(spans([Some(9), Some(12), Some(17)]), (Verdict::Revision, number(47), number(47)));
        assert_eq!(spans([Some(9), None, Some(17)]), (Verdict::Conflict, number(45), number(47)));
    }

    #[test]
    fn an_article_that_prints_both_figures_contradicts_neither() {
        let verdict = |also: &str| {
            let (mut claims, articles) = batch(&[(1, "2", ""), (1, "4", ""), (1, also, "")]);
            claims[2].article = claims[0].article;
            judge(&fact(3, Counting::Toll(None)), &claims, &articles, Settings::default()).verdict
        };
        assert_eq!([verdict("4"), verdict("<=4"), verdict(">=4")], [Verdict::Agreement, Verdict::Range, Verdict::Range]);
        assert_eq!([verdict("3"), verdict("<=5"), verdict(">3")], [Verdict::Conflict; 3]);
    }

    #[test]
    fn two_named_sources_differ_where_one_article_prints_both() {
        let (mut claims, articles) = batch(&[(1, "12", "the ministry"), (1, "40", "a union"), (1, ">=40", "a union")]);
        claims[2].article = claims[0].article;
        assert_eq!(judge(&fact(3, Counting::Toll(None)), &claims, &articles, Settings::default()).verdict, Verdict::Disputed);
    }

    #[test]
    fn a_lower_figure_deep_in_the_text_of_an_outlet_that_told_the_toll_tells_of_some() {
        let verdict = |deep: bool, first: &str, outlet: &str| {
            let (mut claims, mut articles) = batch(&[(1, first, ""), (2, "3", ""), (2, "6", "")]);
            if deep {
                claims[1].span = Span::new(2_000, 2_012);
            }
            articles[0].publisher = Some("Alder Post".into());
            articles[1].publisher = Some(outlet.into());
            judge(&fact(3, Counting::Toll(None)), &claims, &articles, Settings::default()).verdict
        };
        assert_eq!(verdict(true, "6", "Alder Post"), Verdict::Agreement);
        assert_eq!(
            [verdict(false, "6", "Alder Post"), verdict(true, "5", "Alder Post"), verdict(true, "6", "Brack Herald")],
            [Verdict::Conflict; 3]
        );
    }

    #[test]
    fn of_the_articles_of_one_figure_those_that_print_only_it_count() {
        let (mut claims, articles) = batch(&[(1, "2", ""), (1, "2", ""), (1, "4", ""), (1, "<=4", "")]);
        claims[3].article = claims[0].article;
        let judged = judge(&fact(4, Counting::Toll(None)), &claims, &articles, Settings::default());
        let conflicts: Vec<_> = judged.pairs_of(Verdict::Conflict).iter().map(|pair| (pair.first, pair.second)).collect();
        assert_eq!(conflicts, [(claim::Id(1), claim::Id(2))]);
    }

    #[test]
    fn a_dated_post_counts_as_of_its_own_day() {
        let verdict = |posted: u32, zone: Zone| {
            let (mut claims, mut articles) = batch(&[(1, "41", ""), (9, "45", "")]);
            claims[1].zone = zone;
            articles[1].blocks = vec![Block { span: Span::new(0, 40), zone }];
            articles[1].anchors = vec![NaiveDate::from_ymd_opt(2025, 3, posted)];
            judge(&fact(2, Counting::Toll(NaiveDate::from_ymd_opt(2025, 3, 1))), &claims, &articles, Settings::default()).verdict
        };
        assert_eq!([verdict(1, Zone::Caption), verdict(2, Zone::Embedded)], [Verdict::Conflict, Verdict::Revision]);
        // Told on the ninth, it is told when the toll should have settled.
        assert_eq!([verdict(9, Zone::Embedded), verdict(1, Zone::Body)], [Verdict::Conflict; 2]);
        let told = |posted| {
            let (mut claims, mut articles) = batch(&[(1, "41", ""), (9, "45", "")]);
            claims[1].zone = Zone::Caption;
            articles[1].blocks = vec![Block { span: Span::new(0, 40), zone: Zone::Caption }];
            articles[1].anchors = vec![NaiveDate::from_ymd_opt(2025, 3, posted)];
            judge(&fact(2, Counting::Toll(None)), &claims, &articles, Settings::default()).pairs[0].time
        };
        assert_eq!([told(1), told(2), told(9)], [Time::Same, Time::Later, Time::Later]);
    }

    #[test]
    fn a_revision_has_a_direction_and_what_closes_the_gap() {
        let (claims, articles) = batch(&[(1, "10000-12000", ""), (20, ">13000", ""), (10, "1000-3000", "")]);
        let mut fact = fact(2, Counting::AsOf);
        fact.related = Few::from([(claim::Id(2), Role::Increment)]);
        let judged = judge(&fact, &claims, &articles, Settings::default());
        assert_eq!((judged.verdict, judged.direction, judged.closed_by), (Verdict::Revision, Some(Direction::Up), Some(claim::Id(2))));
        fact.related = Few::from([(claim::Id(2), Role::Part)]);
        assert_eq!(judge(&fact, &claims, &articles, Settings::default()).closed_by, None);
    }

    #[test]
    fn the_earlier_claim_comes_first_in_a_pair() {
        let judged = judged(&[(3, "45", ""), (1, "41", "")], Counting::AsOf);
        let pair = judged.pairs.first().unwrap();
        assert_eq!((pair.first, pair.second, pair.time), (claim::Id(1), claim::Id(0), Time::Later));
        assert_eq!(judged.direction, Some(Direction::Up));
    }

    #[test]
    fn who_calls_a_figure_the_least_contradicts_no_higher_one() {
        let verdict = |hedged: &str, other: &str| {
            let (mut claims, articles) = batch(&[(1, "41", "the mayor"), (1, hedged, ""), (1, other, "")]);
            claims[1].article = claims[0].article;
            judge(&fact(3, Counting::Toll(None)), &claims, &articles, Settings::default()).verdict
        };
        assert_eq!(verdict(">=41", "47"), Verdict::Range);
        assert_eq!([verdict(">=41", "35"), verdict(">=35", "47")], [Verdict::Conflict; 2]);
    }

    #[test]
    fn an_article_that_repeats_itself_makes_no_pair() {
        let (mut claims, articles) = batch(&[(1, "41", ""), (1, "45", "")]);
        claims[1].article = claims[0].article;
        let judged = judge(&fact(2, Counting::Toll(None)), &claims, &articles, Settings::default());
        assert!(judged.pairs.is_empty() && judged.verdict == Verdict::Single);
        claims[0].zone = Zone::Headline;
        let judged = judge(&fact(2, Counting::Toll(None)), &claims, &articles, Settings::default());
        assert_eq!((judged.pairs.len(), judged.verdict), (1, Verdict::Single));
    }
}
