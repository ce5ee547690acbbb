//! What the claims of a fact say together: its pairs, its verdict, low, best and high.
//!
//! In: a fact, the claims and articles of the batch. Out: a [`Judgement`]. What never happens here: a choice of who is right; low, best
//! and high are what is reported (UCDP's convention), best only where the reports support one.

use super::allowed::Allowed;
use super::relation::{of_dates, of_values};
use super::table::{TABLE, Who, asks_who, row};
use super::time::{Clock, Moment, between, gravity, turned, when};
use super::{Judgement, Pair, Relation, Settings, Time, Verdict};
use crate::article::{self, Article};
use crate::calendar::DayInterval;
use crate::claim::{self, Claim, Status};
use crate::fact::{Counting, Fact, Role};
use crate::layout::Zone;
use crate::value::{Bound, Decimal, Direction};

/// Most distinct positions of one fact that are held against each other; past it the later ones are held against the first only.
const MOST_POSITIONS: usize = 48;

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
    let latest = views.iter().filter_map(|view| view.days(clock)).max_by_key(|days| (days.end(), days.start()));
    let newest: Vec<&View<'_>> = match latest {
        Some(latest) => views.iter().filter(|view| view.days(clock).is_some_and(|days| days.meets(latest))).collect(),
        None => views.iter().collect(),
    };
    let (low, best, high) = span(&newest);
    let revision = pairs.iter().find(|pair| pair.verdict == Verdict::Revision);
    let direction = revision.and_then(|pair| direction(claims, *pair));
    let closed_by = revision.and_then(|pair| closing(fact, claims, *pair));
    Judgement { verdict, pairs, low, best, best_by: None, high, latest, direction, closed_by }
}

/// What orders the claims of a fact.
fn clock(fact: &Fact, claims: &[Claim]) -> Clock {
    match fact.counting {
        Counting::AsOf => Clock::AsOf,
        Counting::Toll(event) => Clock::Report(event),
        Counting::Date if ahead(fact, claims) => Clock::Ahead,
        Counting::Date => Clock::Never,
    }
}

/// The claims of a fact that are of its latest time; all of them where no time is known.
pub(super) fn newest<'a>(fact: &Fact, claims: &'a [Claim], articles: &[Article], latest: Option<DayInterval>) -> Vec<&'a Claim> {
    let clock = clock(fact, claims);
    let views = fact.claims.iter().filter_map(|&id| View::of(id, claims, articles));
    let of_latest = |view: &View<'_>| latest.is_none_or(|latest| view.days(clock).is_some_and(|days| days.meets(latest)));
    views.filter(of_latest).map(|view| view.claim).collect()
}

/// Whether all that is told of an event is that it is planned.
fn ahead(fact: &Fact, claims: &[Claim]) -> bool {
    let planned = |claim: &Claim| claim.told_event().is_some_and(|event| event.status == Status::Planned);
    !fact.claims.is_empty() && fact.claims.iter().all(|id| claims.get(id.0 as usize).is_some_and(planned))
}

/// A claim with what the verdict looks at.
struct View<'a> {
    id: claim::Id,
    claim: &'a Claim,
    moment: Moment,
}

impl<'a> View<'a> {
    fn of(id: claim::Id, claims: &'a [Claim], articles: &[Article]) -> Option<Self> {
        let claim = claims.get(id.0 as usize)?;
        let article = articles.get(claim.article.0 as usize)?;
        Some(Self { id, claim, moment: Moment::of(claim, article) })
    }

    /// The days that order it under `clock`.
    fn days(&self, clock: Clock) -> Option<DayInterval> {
        match clock {
            Clock::AsOf => self.moment.as_of,
            Clock::Report(_) | Clock::Ahead => self.moment.report.map(DayInterval::day),
            Clock::Never => None,
        }
    }

    /// Whether it says the same as `other` from the same position: such claims are held against the others once.
    fn stands_with(&self, other: &Self) -> bool {
        self.moment == other.moment
            && self.claim.value == other.claim.value
            && self.claim.date.as_ref().map(|date| date.days) == other.claim.date.as_ref().map(|date| date.days)
            && source(self.claim) == source(other.claim)
    }

    fn headline(&self) -> bool {
        self.claim.field == claim::Field::Title || self.claim.zone == Zone::Headline
    }
}

/// Whether the figure of `part` is more than that of its `whole` can be.
fn exceeds(part: &View<'_>, whole: &View<'_>) -> bool {
    let (Some(part), Some(whole)) = (part.claim.compared(), whole.claim.compared()) else { return false };
    let above = matches!((part.interval.low, whole.interval.high), (Some(low), Some(high)) if low.value > high.value);
    above && part.interval.apart(whole.interval)
}

/// The pairs, each with whether it stands between two articles. `parts` stand against a whole of another article that they exceed.
fn pairs(views: &[View<'_>], parts: &[View<'_>], clock: Clock, allowed: &Allowed<'_>, settings: Settings) -> Vec<(Pair, bool)> {
    // Positions: claims that say the same of the same time from the same source.
    let mut positions: Vec<Vec<&View<'_>>> = Vec::new();
    for view in views {
        match positions.iter_mut().find(|members| members.first().is_some_and(|first| first.stands_with(view))) {
            Some(members) => members.push(view),
            None => positions.push(vec![view]),
        }
    }
    let mut pairs = Vec::new();
    for (index, one) in positions.iter().enumerate() {
        let first = one.iter().skip(1).filter_map(|member| Some((*one.first()?, *member)));
        pairs.extend(first.filter_map(|(a, b)| hold(a, b, clock, allowed, settings)));
        let partners = if index == 0 { positions.len() } else { MOST_POSITIONS.min(positions.len()) };
        for other in positions.iter().take(partners).skip(index + 1) {
            let across = one.iter().find_map(|a| other.iter().find(|b| b.claim.article != a.claim.article).map(|b| (*a, *b)));
            pairs.extend(across.and_then(|(a, b)| hold(a, b, clock, allowed, settings)));
            // Mostly neither, or all of both, stand in headlines.
            let mixed = one.iter().chain(other).any(|view| view.headline() != one[0].headline());
            let beside = |a: &View<'_>, b: &View<'_>| b.claim.article == a.claim.article && a.headline() != b.headline();
            let within = one.iter().filter(|_| mixed).find_map(|a| other.iter().find(|b| beside(a, b)).map(|b| (*a, *b)));
            pairs.extend(within.and_then(|(a, b)| hold(a, b, clock, allowed, settings)));
        }
    }
    for part in parts {
        let wholes = positions.iter().take(MOST_POSITIONS).filter_map(|members| members.first());
        let exceeded = wholes.filter(|whole| whole.claim.article != part.claim.article && exceeds(part, whole));
        pairs.extend(exceeded.filter_map(|whole| hold(whole, part, clock, allowed, settings)));
    }
    if !pairs.iter().any(|(pair, across)| *across && pair.relation == Relation::Apart) {
        return pairs;
    }
    // An article that also gives the other's figure does not contradict it, nor a higher one where it calls its own the least there is.
    let mut article_of: Vec<(claim::Id, article::Id)> = views.iter().chain(parts).map(|view| (view.id, view.claim.article)).collect();
    article_of.sort_unstable();
    let articles = |pair: &Pair| {
        let article = |id: claim::Id| article_of.binary_search_by_key(&id, |&(id, _)| id).ok().map(|at| article_of[at].1);
        let (one, other) = (article(pair.first), article(pair.second));
        (one.min(other), one.max(other))
    };
    let mut agreed: Vec<_> = pairs.iter().filter(|(pair, _)| pair.relation == Relation::Agree).map(|(pair, _)| articles(pair)).collect();
    agreed.sort_unstable();
    let least = leasts(views);
    let view = |id: claim::Id| views.iter().find(|view| view.id == id);
    let open = |pair: &Pair| {
        !least.is_empty()
            && matches!((view(pair.first), view(pair.second)), (Some(a), Some(b)) if is_least(a, b, &least) || is_least(b, a, &least))
    };
    pairs.retain(|(pair, across)| {
        !across || pair.relation != Relation::Apart || agreed.binary_search(&articles(pair)).is_err() && !open(pair)
    });
    pairs
}

/// The figures that articles call the least there is, "at least 40".
fn leasts(views: &[View<'_>]) -> Vec<(article::Id, Decimal)> {
    let least = |view: &View<'_>| {
        let value = view.claim.compared().filter(|value| value.bound == Bound::AtLeast && value.second.is_none())?;
        Some((view.claim.article, value.first?))
    };
    views.iter().filter_map(least).collect()
}

/// Whether the article of `one` calls that figure the least there is, and `other` gives a higher one.
fn is_least(one: &View<'_>, other: &View<'_>, least: &[(article::Id, Decimal)]) -> bool {
    let figure = one.claim.compared().filter(|value| value.second.is_none()).and_then(|value| value.first);
    let low = other.claim.compared().and_then(|value| value.interval.low).map(|end| end.value);
    matches!((figure, low), (Some(figure), Some(low)) if figure < low && least.contains(&(one.claim.article, figure)))
}

/// Holds two claims against each other; `None` where neither their figures nor their dates can be compared, or where one article simply
/// repeats itself.
fn hold(a: &View<'_>, b: &View<'_>, clock: Clock, allowed: &Allowed<'_>, settings: Settings) -> Option<(Pair, bool)> {
    let across = a.claim.article != b.claim.article;
    let mut relation = match a.claim.held_against(b.claim) {
        Some((one, other)) => of_values(one, other, settings.tolerance),
        None => of_dates(a.claim.date.as_ref()?, b.claim.date.as_ref()?)?,
    };
    let time = if across { between(a.moment, b.moment, clock) } else { Time::Same };
    if relation == Relation::Apart && allowed.holds((a.id, a.claim), (b.id, b.claim), time == Time::Same) {
        relation = Relation::Overlap;
    }
    if !across && relation != Relation::Apart {
        return None;
    }
    let vague = [a, b].iter().any(|view| view.claim.value.as_ref().is_some_and(|value| value.bound == Bound::Vague));
    let when = when(time, a.moment, b.moment, clock);
    let who = if asks_who(relation, when) && named_apart(a.claim, b.claim) { Who::TwoNamed } else { Who::Else };
    let row = row(relation, vague, when, who);
    let verdict = TABLE[row].verdict;
    let (first, second, time) = if turned(time) { (b.id, a.id, Time::Later) } else { (a.id, b.id, time) };
    Some((Pair { first, second, relation, time, when, row, verdict }, across))
}

/// The nearest source of a claim.
fn source(claim: &Claim) -> Option<&str> {
    claim.attribution.first().map(|attribution| &*attribution.source)
}

/// Whether both name a source, and no word of one stands in the other: "police" and "the police chief" may be one source.
fn named_apart(a: &Claim, b: &Claim) -> bool {
    let (Some(one), Some(other)) = (source(a), source(b)) else { return false };
    if one == other {
        return false;
    }
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|word| other.contains(word))
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
    use super::super::relation::tests::value;
    use super::*;
    use crate::article::{Basis, Published};
    use crate::calendar::NaiveDate;
    use crate::claim::{Accumulation, AsOf, AsOfBasis, Attribution};
    use crate::mention::Kind;
    use crate::text::Span;

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
                    "" => Vec::new(),
                    source => vec![Attribution { source: source.into(), cue: "said".into() }],
                },
                evidence: Vec::new(),
            });
        }
        (claims, articles)
    }

    fn fact(claims: usize, counting: Counting) -> Fact {
        Fact {
            key: "f_0".into(),
            label: "test".into(),
            stories: Vec::new(),
            measure: None,
            unit: None,
            claims: (0..u32::try_from(claims).unwrap()).map(claim::Id).collect(),
            related: Vec::new(),
            counting,
            joined: Vec::new(),
            doer_died: false,
            after_one: Vec::new(),
            changed: Vec::new(),
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
    fn a_revision_has_a_direction_and_what_closes_the_gap() {
        let (claims, articles) = batch(&[(1, "10000-12000", ""), (20, ">13000", ""), (10, "1000-3000", "")]);
        let mut fact = fact(2, Counting::AsOf);
        fact.related = vec![(claim::Id(2), Role::Increment)];
        let judged = judge(&fact, &claims, &articles, Settings::default());
        assert_eq!((judged.verdict, judged.direction, judged.closed_by), (Verdict::Revision, Some(Direction::Up), Some(claim::Id(2))));
        fact.related = vec![(claim::Id(2), Role::Part)];
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
