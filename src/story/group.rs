//! Which articles share a story: candidates by key, then a decision within each connected component.
//!
//! In: the terms of every article, in the batch's order. Out: groups of articles, and the components that were too large to decide
//! whole. What never happens here: a comparison of all pairs of a batch.

use rayon::prelude::*;

use super::closeness::closeness;
use super::linkage::{components, groups};
use super::{Settings, Terms};

/// Weightiest terms of an article that make its keys: each two of them are one.
const KEY_TERMS: usize = 14;
/// Most articles under one key of which each two are compared; past it each is compared with as many after it.
const MOST_UNDER_KEY: usize = 64;

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
    let mut edges: Vec<(u32, usize, usize)> = candidates(articles)
        .into_par_iter()
        .filter_map(|(one, other)| {
            let (one, other) = (one as usize, other as usize);
            let close = closeness(articles.get(one)?, articles.get(other)?);
            (close >= settings.closeness).then_some((close, one, other))
        })
        .collect();
    edges.sort_unstable();
    let mut near: Vec<(usize, usize, u32)> = edges.iter().map(|&(close, one, other)| (one, other, close)).collect();
    near.sort_unstable();
    let mut too_large = Vec::new();
    let mut settled = Vec::new();
    let all: Vec<usize> = (0..articles.len()).collect();
    split(&all, &edges, settings.closeness, settings.component_cap, &mut settled, &mut too_large);
    let mut found: Vec<Vec<usize>> = settled
        .par_iter()
        .flat_map_iter(|part| {
            let close = |a: usize, b: usize| Some(known(&near, articles, part[a], part[b]));
            groups(part.len(), settings.closeness, close).into_iter().map(|group| group.into_iter().map(|at| part[at]).collect())
        })
        .collect();
    found.sort_unstable();
    too_large.sort_unstable();
    Grouped { groups: found, too_large }
}

/// The closeness of two articles, looked up where it has been measured.
fn known(near: &[(usize, usize, u32)], articles: &[&Terms], one: usize, other: usize) -> u32 {
    let pair = (one.min(other), one.max(other));
    match near.binary_search_by_key(&pair, |&(one, other, _)| (one, other)) {
        Ok(found) => near[found].2,
        Err(_) => closeness(articles[one], articles[other]),
    }
}

/// What names a story whatever articles come and go: its three weightiest terms, those that more articles tell first.
pub fn key(articles: &[&Terms]) -> u64 {
    let mut terms: Vec<(u64, u64)> =
        articles.iter().flat_map(|terms| terms.terms.iter().map(|term| (term.hash, u64::from(term.weight)))).collect();
    terms.sort_unstable();
    let mut sums: Vec<(u64, u64)> =
        terms.chunk_by(|a, b| a.0 == b.0).map(|chunk| (chunk.iter().map(|(_, weight)| weight).sum(), chunk[0].0)).collect();
    sums.sort_unstable_by(|a, b| b.cmp(a));
    sums.truncate(3);
    sums.iter().fold(0, |key, (_, term)| (key ^ term).rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Splits `part` into components of at most `cap`: those that are larger are split again by closer edges alone.
fn split(
    part: &[usize],
    edges: &[(u32, usize, usize)],
    threshold: u32,
    cap: usize,
    settled: &mut Vec<Vec<usize>>,
    too_large: &mut Vec<Vec<usize>>,
) {
    let position = |article: usize| part.binary_search(&article).ok();
    let joined = edges.iter().filter(|(close, ..)| *close >= threshold);
    let local = joined.filter_map(|&(_, one, other)| Some((position(one)?, position(other)?)));
    for component in components(part.len(), local) {
        let component: Vec<usize> = component.into_iter().map(|at| part[at]).collect();
        if component.len() <= cap.max(1) {
            settled.push(component);
            continue;
        }
        let inside = |article: usize| component.binary_search(&article).is_ok();
        let own: Vec<_> = edges.iter().copied().filter(|&(close, one, other)| close > threshold && inside(one) && inside(other)).collect();
        if too_large.last().is_none_or(|last: &Vec<usize>| !component.iter().all(|article| last.contains(article))) {
            too_large.push(component.clone());
        }
        split(&component, &own, threshold + (threshold / 4).max(1), cap, settled, too_large);
    }
}

/// Pairs of articles that share two of their weightiest terms, each once, in order.
fn candidates(articles: &[&Terms]) -> Vec<(u32, u32)> {
    let mut keys: Vec<(u64, u32)> = articles
        .par_iter()
        .enumerate()
        .flat_map_iter(|(position, terms)| keys(terms).into_iter().map(move |key| (key, u32::try_from(position).unwrap_or(u32::MAX))))
        .collect();
    keys.par_sort_unstable();
    let mut pairs: Vec<(u32, u32)> = keys
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|chunk| chunk.len() > 1)
        .flat_map(|chunk| {
            chunk
                .iter()
                .enumerate()
                .flat_map(|(at, &(_, one))| chunk.iter().skip(at + 1).take(MOST_UNDER_KEY).map(move |&(_, other)| (one, other)))
        })
        .collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// The keys of an article.
fn keys(terms: &Terms) -> Vec<u64> {
    let mut top: Vec<_> = terms.terms.iter().collect();
    top.sort_unstable_by_key(|term| (std::cmp::Reverse(term.weight), term.hash));
    top.truncate(KEY_TERMS);
    let mut hashes: Vec<u64> = top.into_iter().map(|term| term.hash).collect();
    hashes.sort_unstable();
    let pairs = hashes.iter().enumerate().flat_map(|(at, one)| hashes.iter().skip(at + 1).map(move |other| (*one, *other)));
    pairs.map(|(one, other)| one.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ other).collect()
}
