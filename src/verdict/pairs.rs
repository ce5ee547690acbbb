//! Which claims of a fact are held against each other, and how: its pairs.
//!
//! In: the claims of a fact as views. Out: pairs with their verdicts. What never happens here: a choice of who is right; an article that
//! gives both figures contradicts nobody.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::allowed::Allowed;
use super::relation::{of_dates, of_scores, of_values};
use super::table::{TABLE, When, Who, asks_who, row};
use super::time::{Clock, DAYS_OF_YEAR, between, grown, turned, when};
use super::view::{View, named_apart};
use super::{Pair, Relation, Settings, Time, Verdict};
use crate::article;
use crate::calendar::{DayInterval, NaiveDate};
use crate::claim::{self, Accumulation, AsOfBasis, Claim, Event, Status};
use crate::fact::{slipped, swapped};
use crate::mention::Kind;
use crate::value::{Bound, Decimal, Value};

/// Most distinct positions of one fact that are held against each other; past it the later ones are held against the first only.
pub(super) const MOST_POSITIONS: usize = 48;

/// Most claims of one position that are looked through for two that stand against each other.
const MOST_MEMBERS: usize = 8;

/// Whether the figure of `part` is more than that of its `whole` can be.
fn exceeds(part: &View<'_>, whole: &View<'_>) -> bool {
    let (Some(part), Some(whole)) = (part.claim.compared(), whole.claim.compared()) else { return false };
    let above = matches!((part.interval.low, whole.interval.high), (Some(low), Some(high)) if low.value > high.value);
    above && part.interval.apart(whole.interval)
}

/// The pairs, each with whether it stands between two articles. `parts` stand against a whole of another article that they exceed.
pub(super) fn pairs(views: &[View<'_>], parts: &[View<'_>], clock: Clock, allowed: &Allowed<'_>, settings: Settings) -> Vec<(Pair, bool)> {
    // Positions: claims that say the same of the same time from the same source.
    let mut positions: Vec<Vec<&View<'_>>> = Vec::new();
    for view in views {
        match positions.iter_mut().find(|members| members.first().is_some_and(|first| first.stands_with(view))) {
            Some(members) => members.push(view),
            None => positions.push(vec![view]),
        }
    }
    let printed = OnceCell::new();
    let prints_both = |a: &View<'_>, b: &View<'_>| printed.get_or_init(|| Printed::of(views, clock)).both(a, b);
    let mut pairs = Vec::new();
    for (index, one) in positions.iter().enumerate() {
        let first = one.iter().skip(1).filter_map(|member| Some((*one.first()?, *member)));
        pairs.extend(first.filter_map(|(a, b)| hold(a, b, clock, allowed, settings)));
        let partners = if index == 0 { positions.len() } else { MOST_POSITIONS.min(positions.len()) };
        for other in positions.iter().take(partners).skip(index + 1) {
            let all = || one.iter().take(MOST_MEMBERS).flat_map(|a| other.iter().take(MOST_MEMBERS).map(|b| (*a, *b)));
            let across = |(a, b): &(&View<'_>, &View<'_>)| a.claim.article != b.claim.article;
            // Where some of the articles give both figures, those that don't stand against each other.
            let across = all().find(|pair| across(pair) && !prints_both(pair.0, pair.1)).or_else(|| all().find(across));
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
    // An article that also gives the other's figure, be it as a bound, does not contradict it, nor a higher one where it calls its own the
    // least there is.
    let mut article_of: Vec<(claim::Id, article::Id)> = views.iter().chain(parts).map(|view| (view.id, view.claim.article)).collect();
    article_of.sort_unstable();
    let articles = |pair: &Pair| {
        let article = |id: claim::Id| article_of.binary_search_by_key(&id, |&(id, _)| id).ok().map(|at| article_of[at].1);
        let (one, other) = (article(pair.first), article(pair.second));
        (one.min(other), one.max(other))
    };
    let view = |id: claim::Id| views.binary_search_by_key(&id, |view| view.id).ok().map(|at| &views[at]);
    // "In June, on June 14" says no more of June 19 than that it is in June.
    let days = |id: claim::Id| view(id).and_then(|view| view.claim.date.as_ref()?.days);
    let same = |pair: &Pair| pair.relation == Relation::Agree && days(pair.first) == days(pair.second);
    let mut agreed: Vec<_> = pairs.iter().filter(|(pair, _)| same(pair)).map(|(pair, _)| articles(pair)).collect();
    agreed.sort_unstable();
    let least = leasts(views);
    let open = |pair: &Pair| {
        !least.is_empty()
            && matches!((view(pair.first), view(pair.second)), (Some(a), Some(b)) if is_least(a, b, &least) || is_least(b, a, &least))
    };
    let both = |pair: &Pair| matches!((view(pair.first), view(pair.second)), (Some(a), Some(b)) if prints_both(a, b));
    pairs.retain(|(pair, across)| {
        !across || pair.relation != Relation::Apart || agreed.binary_search(&articles(pair)).is_err() && !open(pair) && !both(pair)
    });
    told_in_time(&mut pairs, clock, view);
    pairs
}

/// Who gives a figure past the days in which a toll settles repeats what another report said within them: no conflict, but its revision,
/// unless reports of one time differ too.
fn told_in_time<'a, 'b: 'a>(pairs: &mut [(Pair, bool)], clock: Clock, view: impl Fn(claim::Id) -> Option<&'a View<'b>>) {
    if !matches!(clock, Clock::Report(_)) {
        return;
    }
    let interval = |id: claim::Id| view(id).and_then(|view| Some(view.claim.compared()?.interval));
    let changes = pairs.iter().filter(|(pair, _)| pair.verdict == Verdict::Revision);
    let changes: Vec<_> = changes.filter_map(|(pair, _)| Some((interval(pair.first)?, interval(pair.second)?))).collect();
    if changes.is_empty() || pairs.iter().any(|(pair, _)| pair.when == When::Same && pair.verdict == Verdict::Conflict) {
        return;
    }
    for (pair, _) in pairs.iter_mut().filter(|(pair, _)| pair.when == When::Settled && pair.verdict == Verdict::Conflict) {
        let (Some(from), Some(to)) = (interval(pair.first), interval(pair.second)) else { continue };
        if changes.iter().any(|(first, second)| !first.apart(from) && !second.apart(to)) {
            pair.when = When::Later;
            pair.row = row(pair.relation, false, When::Later, Who::Else);
            pair.verdict = TABLE[pair.row].verdict;
        }
    }
}

/// The figures that each article prints, bounds and vague ones included; of a toll, when each outlet first did.
struct Printed<'a> {
    articles: BTreeSet<(article::Id, Decimal)>,
    outlets: BTreeMap<(&'a str, Decimal), NaiveDate>,
}

impl<'a> Printed<'a> {
    fn of(views: &[View<'a>], clock: Clock) -> Self {
        let mut printed = Self { articles: BTreeSet::new(), outlets: BTreeMap::new() };
        for view in views {
            let Some(figure) = view.printed() else { continue };
            printed.articles.insert((view.claim.article, figure));
            if let (Clock::Report(_), Some(outlet), Some(day)) = (clock, view.outlet, view.moment.report) {
                printed.outlets.entry((outlet, figure)).and_modify(|first| *first = day.min(*first)).or_insert(day);
            }
        }
        printed
    }

    /// Whether the article of one claim also prints the figure of the other: it contradicts nobody by it. Nor does a lower figure deep in
    /// the text of an outlet that has told the other as the toll before: it tells of some. Two named sources differ, whoever prints both.
    fn both(&self, a: &View<'_>, b: &View<'_>) -> bool {
        if named_apart(a.claim, b.claim) {
            return false;
        }
        let (Some(one), Some(other)) = (a.printed(), b.printed()) else { return false };
        let prints = |view: &View<'_>, figure: Decimal| self.articles.contains(&(view.claim.article, figure));
        let told = |view: &View<'_>, figure: Decimal| {
            view.deep()
                && view
                    .outlet
                    .zip(view.moment.report)
                    .is_some_and(|(outlet, day)| self.outlets.get(&(outlet, figure)).is_some_and(|first| *first <= day))
        };
        prints(a, other) || prints(b, one) || one < other && told(a, other) || other < one && told(b, one)
    }
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
    if clock == Clock::Age && [a, b].into_iter().any(long_before) {
        return None;
    }
    let mut relation = match a.claim.held_against(b.claim) {
        Some((one, other)) if a.claim.kind == Kind::Score => of_scores(one, other),
        Some((one, other)) => of_values(one, other, settings.tolerance),
        None => of_dates(a.claim.date.as_ref()?, b.claim.date.as_ref()?)?,
    };
    let time = if across && !(clock == Clock::AsOf && one_report(a, b)) { between(a.moment, b.moment, clock) } else { Time::Same };
    if relation == Relation::Apart && allowed.holds((a.id, a.claim), (b.id, b.claim), time == Time::Same) {
        relation = Relation::Overlap;
    }
    // Years may lie between two ages of which nobody knows when they were told.
    if relation == Relation::Apart && clock == Clock::Age && time == Time::Unknown {
        relation = Relation::Overlap;
    }
    if !across && relation != Relation::Apart {
        return None;
    }
    let vague = [a, b].iter().any(|view| view.claim.value.as_ref().is_some_and(|value| value.bound == Bound::Vague));
    let (earlier, later) = if turned(time) { (b, a) } else { (a, b) };
    let died_since = || allowed.died_since(earlier.claim, later.claim);
    let when = match when(time, a.moment, b.moment, clock) {
        When::Later if clock == Clock::Age && !aged(earlier, later) => When::Settled,
        When::Later if clock == Clock::AsOf && mistyped(a, b) => When::Settled,
        When::Settled if died_since() => When::Later,
        when => when,
    };
    let who = if asks_who(relation, when) && named_apart(a.claim, b.claim) { Who::TwoNamed } else { Who::Else };
    let row = row(relation, vague, when, who);
    let verdict = TABLE[row].verdict;
    let time = if turned(time) { Time::Later } else { time };
    Some((Pair { first: earlier.id, second: later.id, relation, time, when, row, verdict }, across))
}

/// Whether two digits changed places from one sum or share to the other, told exactly within some days of one another with no day of its
/// own, and no word says that it changed.
fn mistyped(a: &View<'_>, b: &View<'_>) -> bool {
    let plain = |view: &View<'_>| {
        let exact = view.claim.value.as_ref().is_some_and(Value::is_exact);
        let fixed = match view.claim.kind {
            Kind::Money | Kind::Percent | Kind::Measure | Kind::Duration | Kind::Score => true,
            Kind::Count => is_done(view.claim) || is_planned(view.claim),
            _ => false,
        };
        fixed && exact && !view.moment.changed
    };
    let near = |(one, other): (DayInterval, DayInterval)| one.gap(other) <= MISTYPED_WITHIN;
    let typed = |one: Decimal, other: Decimal| {
        let (one, other) = if follows(a, b) { (one, other) } else { (other, one) };
        // What is counted may well come to have more digits the other way round; it hardly falls to them.
        slipped(one, other) && (a.claim.kind != Kind::Count || other < one || is_planned(a.claim) || swapped(one, other))
    };
    plain(a)
        && plain(b)
        && !(has_day(a) && has_day(b))
        && a.moment.as_of.zip(b.moment.as_of).is_some_and(near)
        && matches!((a.printed(), b.printed()), (Some(one), Some(other)) if typed(one, other))
}

/// Whether the second is told for later days.
fn follows(a: &View<'_>, b: &View<'_>) -> bool {
    matches!((a.moment.as_of, b.moment.as_of), (Some(one), Some(other)) if one.start() <= other.start())
}

/// Whether it counts what is planned, which grows by another plan only.
fn is_planned(claim: &Claim) -> bool {
    claim.event.as_ref().is_some_and(|event| event.status == Status::Planned)
}

/// Whether its own sentence says when it held.
fn has_day(view: &View<'_>) -> bool {
    view.claim.as_of.is_some_and(|as_of| matches!(as_of.basis, AsOfBasis::Clause | AsOfBasis::Sentence))
}

/// Whether two reports of one day tell of one event, of which only one of them says when it was: that day orders nothing.
fn one_report(a: &View<'_>, b: &View<'_>) -> bool {
    let near = |view: &View<'_>| {
        let days = view.moment.report.zip(view.claim.as_of);
        days.is_some_and(|(report, as_of)| (0..=MISTYPED_WITHIN).contains(&report.signed_duration_since(as_of.days.end()).num_days()))
    };
    has_day(a) != has_day(b) && a.moment.report == b.moment.report && [a, b].into_iter().all(|view| is_done(view.claim) && near(view))
}

/// Whether a count is of what happened to what it counts, once, and not of what stands now or by a period.
fn is_done(claim: &Claim) -> bool {
    let done = |event: &Event| event.status == Status::Happened && !matches!(&*event.verb, "be" | "have");
    claim.event.as_ref().is_none_or(done) && claim.accumulation == Accumulation::Unknown
}

/// Days within which two reports with such figures are taken to tell of one.
const MISTYPED_WITHIN: i64 = 3;

/// Whether an age is told of a time more than a year before its report: "in 1990, John Roe, 17, had lived next door".
fn long_before(view: &View<'_>) -> bool {
    let days = |(held, report): (DayInterval, NaiveDate)| report.signed_duration_since(held.end()).num_days();
    view.claim.as_of.map(|as_of| as_of.days).zip(view.moment.report).map(days).is_some_and(|days| days > DAYS_OF_YEAR)
}

/// Whether the later of two ages is what the years made of the earlier one.
fn aged(earlier: &View<'_>, later: &View<'_>) -> bool {
    let values = earlier.claim.compared().zip(later.claim.compared());
    values.is_none_or(|(one, other)| grown((one, earlier.moment), (other, later.moment)))
}
