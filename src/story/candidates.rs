//! Pairs of articles that are worth measuring: those that share two of their weightiest terms.
//!
//! In: an [`Index`]. Out: for each article the later ones that it is measured against. What never happens here: a list of all pairs
//! of a batch, which would outgrow the batch.

use super::index::Index;
use super::rows::Rows;

/// Most articles under one key of which each two are compared; past it each is compared with as many after it.
const MOST_UNDER_KEY: usize = 64;

/// The articles under each key, and where each article stands among them.
#[derive(Debug)]
pub(super) struct Candidates {
    under: Vec<u32>,
    places: Rows<(u32, u32)>,
}

impl Candidates {
    pub(super) fn new(index: &Index) -> Self {
        let (mut under, mut places) = (Vec::new(), Vec::new());
        let rank = |term: u32| (index.keyed.of(term as usize).len(), term);
        let mut filed: Vec<(u32, u32)> = Vec::new();
        for term in 0..u32::try_from(index.key_terms).unwrap_or(u32::MAX) {
            // A key is two terms; it is filed under the one that fewer articles hold.
            filed.clear();
            for &article in index.keyed.of(term as usize) {
                let others = index.keys.of(article as usize).iter().filter(|&&other| rank(term) < rank(other));
                filed.extend(others.map(|&other| (other, article)));
            }
            filed.sort_unstable();
            for articles in filed.chunk_by(|a, b| a.0 == b.0).filter(|articles| articles.len() > 1) {
                let to = under.len() + articles.len();
                for &(_, article) in articles {
                    under.push(article);
                    let from = under.len();
                    if from < to {
                        places.push((article, (number(from), number(to.min(from + MOST_UNDER_KEY)))));
                    }
                }
            }
        }
        Self { under, places: Rows::new(index.articles(), &places) }
    }

    /// The later articles that share a key with `article`; one may come several times.
    pub(super) fn of(&self, article: usize) -> impl Iterator<Item = u32> {
        self.places.of(article).iter().flat_map(|&(from, to)| &self.under[from as usize..to as usize]).copied()
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
