//! Which articles share a story: candidates by key, then a decision within each connected component.
//!
//! In: the terms of every article, in the batch's order. Out: groups of articles, and the components that were too large to decide
//! whole. What never happens here: a comparison of all pairs of a batch.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::candidates::Candidates;
use super::index::Index;
use super::linkage::{Joined, components, groups};
use super::measure::Measure;
use super::{Settings, Terms};

/// Two articles, the earlier first, and how close they are.
type Edge = (u32, u32, u32);

/// The groups of a batch.
#[derive(Clone, Debug, Default)]
pub struct Grouped {
    /// Positions of articles, each in exactly one group, ascending.
    pub groups: Vec<Vec<usize>>,
    /// Components larger than the cap: they were split by raising the closeness that joins.
    pub too_large: Vec<Vec<usize>>,
}

/// Groups articles by their terms.
pub fn group(articles: &[&Terms], settings: Settings) -> Grouped {
    let index = Index::new(articles);
    let edges = edges(&index, settings.closeness);
    let mut parts = Parts { cap: settings.component_cap.max(1), local: vec![0; articles.len()], settled: Vec::new() };
    let all: Vec<usize> = (0..articles.len()).collect();
    let mut too_large = parts.split(&all, &edges, settings.closeness);
    drop(edges);
    let parts = parts.settled;
    let mut places = vec![(0, 0); articles.len()];
    for (number, part) in (0_u32..).zip(&parts) {
        for (place, &at) in (0_u32..).zip(part) {
            places[at] = (number, place);
        }
    }
    let most = parts.iter().map(Vec::len).max().unwrap_or_default();
    let decided = |measure: &mut Measure<'_>, part: &Vec<usize>| decide(part, measure, &places, settings.closeness);
    let mut found: Vec<Vec<usize>> = parts.par_iter().map_init(|| Measure::new(&index, most), decided).flatten_iter().collect();
    found.sort_unstable();
    too_large.sort_unstable();
    Grouped { groups: found, too_large }
}

/// The groups of one component. `places` says of every article in which component it is, and where there.
fn decide(part: &[usize], measure: &mut Measure<'_>, places: &[(u32, u32)], closeness: u32) -> Vec<Vec<usize>> {
    let [first, _, ..] = part[..] else { return vec![part.to_vec()] };
    let component = places[first].0;
    let inside = |other: u32| Some(places[other as usize]).filter(|(number, _)| *number == component).map(|(_, place)| place);
    let near = |one: usize, other: usize| {
        if measure.one() != part[one] {
            measure.turn(part[one], inside);
        }
        Some(measure.near(part[other], other))
    };
    let found = groups(part.len(), closeness, near);
    found.into_iter().map(|group| group.into_iter().map(|at| part[at]).collect()).collect()
}

/// Edges that are kept for each article, on average, before they are thinned out.
const KEPT: usize = 4;

/// Pairs of articles that share a key and are at least `threshold` close: no more than it takes to tell which articles hang together by
/// pairs of any closeness.
fn edges(index: &Index, threshold: u32) -> Vec<Edge> {
    let candidates = Candidates::new(index);
    let count = index.articles();
    let scratch = || (Measure::new(index, count), vec![u32::MAX; count], Vec::new());
    (0..count)
        .into_par_iter()
        .fold(scratch, |(mut measure, mut seen, mut edges), one| {
            let position = u32::try_from(one).unwrap_or(u32::MAX);
            let mut turned = false;
            for other in candidates.of(one) {
                if std::mem::replace(&mut seen[other as usize], position) == position {
                    continue;
                }
                if !std::mem::replace(&mut turned, true) {
                    measure.turn(one, Some);
                }
                let place = other as usize;
                edges.extend(measure.near_enough(threshold, place, place).map(|close| (position, other, close)));
            }
            if edges.len() > KEPT * count {
                edges = thinned(count, edges);
            }
            (measure, seen, edges)
        })
        .map(|(_, _, edges)| edges)
        .reduce(Vec::new, |mut one, other| {
            one.extend(other);
            if one.len() > KEPT * count { thinned(count, one) } else { one }
        })
}

/// Leaves out edges whose articles hang together by closer ones: in a dense batch nearly all, and they would be the largest thing in memory.
fn thinned(count: usize, mut edges: Vec<Edge>) -> Vec<Edge> {
    edges.sort_unstable_by_key(|(_, _, close)| Reverse(*close));
    let mut joined = Joined::new(count);
    edges.retain(|&(one, other, _)| joined.join(one as usize, other as usize));
    edges.shrink_to_fit();
    edges
}

/// What names a story whatever articles come and go: its three weightiest terms, those that more articles tell first.
pub fn key(articles: &[&Terms]) -> u64 {
    let held = articles.iter().map(|terms| terms.terms.len()).sum::<usize>();
    // The sum of the weights of each term, by hash: an open-addressing table, for many stories hold many terms.
    let mut sums: Vec<(u64, u64)> = vec![(0, 0); (held * 2).next_power_of_two()];
    let mask = sums.len() - 1;
    for term in articles.iter().flat_map(|terms| &terms.terms) {
        #[expect(clippy::cast_possible_truncation, reason = "only the low bits are used")]
        let mut slot = (term.hash ^ (term.hash >> 29)) as usize & mask;
        while sums[slot].0 != 0 && sums[slot].1 != term.hash {
            slot = (slot + 1) & mask;
        }
        sums[slot] = (sums[slot].0 + u64::from(term.weight), term.hash);
    }
    let mut first = [(0, 0); 3];
    for sum in sums {
        if sum > first[2] {
            first[2] = sum;
            first.sort_unstable_by(|a, b| b.cmp(a));
        }
    }
    let told = first.iter().filter(|(weight, _)| *weight > 0);
    told.fold(0, |key, (_, term)| (key ^ term).rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Articles put into components of at most `cap`.
struct Parts {
    cap: usize,
    /// Where each article stands in the part that is split just now.
    local: Vec<usize>,
    settled: Vec<Vec<usize>>,
}

impl Parts {
    /// Splits `part` by its edges, and components that are too large again by closer edges alone. Gives those that were too large.
    fn split(&mut self, part: &[usize], edges: &[Edge], threshold: u32) -> Vec<Vec<usize>> {
        for (at, &article) in part.iter().enumerate() {
            self.local[article] = at;
        }
        let joined = edges.iter().filter(|(_, _, close)| *close >= threshold);
        let found = components(part.len(), joined.map(|&(one, other, _)| (self.local[one as usize], self.local[other as usize])));
        let mut too_large: Vec<Vec<usize>> = Vec::new();
        let mut own = vec![None; part.len()];
        for component in found {
            let inside: Vec<usize> = component.iter().map(|&at| part[at]).collect();
            if inside.len() <= self.cap {
                self.settled.push(inside);
                continue;
            }
            for at in component {
                own[at] = Some(too_large.len());
            }
            too_large.push(inside);
        }
        let mut closer = vec![Vec::new(); too_large.len()];
        for edge in edges.iter().filter(|(_, _, close)| *close > threshold) {
            if let Some(number) = own[self.local[edge.0 as usize]] {
                closer[number].push(*edge);
            }
        }
        for (component, edges) in too_large.iter().zip(closer) {
            self.split(component, &edges, threshold + (threshold / 4).max(1));
        }
        too_large
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinned_edges_hold_the_same_together_at_every_closeness() {
        let edges: Vec<Edge> =
            (0..40_u32).flat_map(|one| (one + 1..40).map(move |other| (one, other, (one * 7 + other * 13) % 97))).collect();
        let few = thinned(40, edges.clone());
        assert!(few.len() < 40);
        let at = |edges: &[Edge], least: u32| {
            let close = edges.iter().filter(|(_, _, close)| *close >= least);
            components(40, close.map(|&(one, other, _)| (one as usize, other as usize)))
        };
        for least in 0..=97 {
            assert_eq!(at(&few, least), at(&edges, least), "{least}");
        }
    }
}
