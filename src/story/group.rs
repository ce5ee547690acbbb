//! Which articles share a story: candidates by key, then a decision within each connected component.
//!
//! In: the terms of every article, in the batch's order. Out: groups of articles, and the components that were too large to decide
//! whole. What never happens here: a comparison of all pairs of a batch.

use std::cell::RefCell;

use rayon::prelude::*;

use super::candidates::Candidates;
use super::index::{Index, Measure};
use super::linkage::{Near, components, groups};
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
    let mut found: Vec<Vec<usize>> =
        parts.settled.par_iter().map_init(|| Measure::new(&index), |measure, part| decide(part, measure, settings)).flatten().collect();
    found.sort_unstable();
    too_large.sort_unstable();
    Grouped { groups: found, too_large }
}

/// The groups of one component.
fn decide(part: &[usize], measure: &mut Measure<'_>, settings: Settings) -> Vec<Vec<usize>> {
    let measure = RefCell::new(measure);
    let near = |one: usize, other: usize| measure.borrow_mut().between(part[one], part[other], settings.closeness);
    let exact = |one: usize, other: usize| match measure.borrow_mut().between(part[one.min(other)], part[one.max(other)], 0) {
        Near::Exactly(close) => close,
        Near::AtMost(_) | Near::Apart => 0,
    };
    let found = groups(part.len(), settings.closeness, near, exact);
    found.into_iter().map(|group| group.into_iter().map(|at| part[at]).collect()).collect()
}

/// The pairs of articles that share a key and are at least `threshold` close.
fn edges(index: &Index, threshold: u32) -> Vec<Edge> {
    let candidates = Candidates::new(index);
    let scratch = || (Measure::new(index), vec![u32::MAX; index.articles()], Vec::new());
    let found: Vec<Vec<Edge>> = (0..index.articles())
        .into_par_iter()
        .fold(scratch, |(mut measure, mut seen, mut edges), one| {
            let position = u32::try_from(one).unwrap_or(u32::MAX);
            for other in candidates.of(one) {
                if std::mem::replace(&mut seen[other as usize], position) == position {
                    continue;
                }
                if let Near::Exactly(close) = measure.between(one, other as usize, threshold)
                    && close >= threshold
                {
                    edges.push((position, other, close));
                }
            }
            (measure, seen, edges)
        })
        .map(|(_, _, edges)| edges)
        .collect();
    found.concat()
}

/// What names a story whatever articles come and go: its three weightiest terms, those that more articles tell first.
pub fn key(articles: &[&Terms]) -> u64 {
    let mut terms: Vec<(u64, u64)> = Vec::with_capacity(articles.iter().map(|terms| terms.terms.len()).sum());
    terms.extend(articles.iter().flat_map(|terms| &terms.terms).map(|term| (term.hash, u64::from(term.weight))));
    if articles.len() > 1 {
        terms.sort_unstable_by_key(|(hash, _)| *hash);
    }
    let mut first: [Option<(u64, u64)>; 3] = [None; 3];
    for held in terms.chunk_by(|a, b| a.0 == b.0) {
        let sum = Some((held.iter().map(|(_, weight)| weight).sum(), held[0].0));
        if sum > first[2] {
            first[2] = sum;
            first.sort_unstable_by(|a, b| b.cmp(a));
        }
    }
    first.iter().flatten().fold(0, |key, (_, term)| (key ^ term).rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15))
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
